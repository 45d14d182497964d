"""A month of a Turkish shop: some 300 sales and a dozen marketplace orders, the same every time.

Only the dates move with the clock: some sales are of today and can be voided, the others only refunded.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from services.domain.clock import ISTANBUL
from services.domain.money import Money
from services.simulator.book import Book, State
from services.simulator.entries import GiveBack, Seller, Till, Verb
from services.simulator.samples import put_samples_into

_SEED = 54_251_300
_DAYS = 30
_OPENS = time(9, 30)
_CLOSES = time(21, 30)
_TILLS = (
    Till(4101, "Kasa 1"),
    Till(4102, "Kasa 2"),
    Till(4103, "Kasa 3"),
    Till(4117, "Bahçe Kat Mobil POS"),
    Till(4120, "Paket Servis"),
)
_SELLERS = ("100234", "100871", "101455", "999999", "104002", "ŞRK-17")
_NAMES = (
    "Ege Zeytincilik",
    "Anadolu Bakır",
    "Moda Tekstil",
    "Çınar Kitabevi",
    "Işık Aydınlatma",
    "Gül Kozmetik",
    "Öz Karadeniz Çay",
    "Usta Deri",
)
_BANK_TEXTS = (
    "51-Limit Yetersiz",
    "05-İşlem Onaylanmadı",
    "54-Kartın Süresi Dolmuş",
    "57-Kart Sahibine Kapalı İşlem",
)
_BANDS = ((1_500, 20_000), (20_000, 150_000), (150_000, 900_000), (900_000, 4_500_000))
"""Amounts in kuruş, from a coffee to a washing machine."""

_LIFE = ("paid", "market", "declined", "voided", "refunded in part", "refunded", "waiting")
_TODAY = ("paid", "market", "paid", "declined", "waiting", "voided", "paid", "paid")
"""What today has at least, however early it is."""

_DEAR = Money(100_000)
_IN_INSTALMENTS = 0.4
"""The share of the dear sales that are paid in instalments."""


@dataclass(frozen=True, slots=True)
class _Sold:
    number: int
    at: datetime
    life: str


def fill(book: Book, now: datetime) -> None:
    """Put the documents' samples, the sales and the orders into a book.

    One order, ``siparis71``, was given back at Param's own panel already: the gateway refuses it.

    Args:
        book: Usually an empty one.
        now: The clock's; nothing is put in after it.
    """
    put_samples_into(book, _today(now, 0.5))
    rng = Random(_SEED)  # noqa: S311 -- the same shop every time, no secret
    number = 0
    for days_ago in range(_DAYS - 1, -1, -1):
        for sold_at, life in _a_day(rng, now, days_ago):
            number += 1
            _sell(book, rng, _Sold(number, sold_at, life), now)
    _take_orders(book, rng, now)


def _a_day(rng: Random, now: datetime, days_ago: int) -> Iterator[tuple[datetime, str]]:
    moments = sorted(rng.random() for _ in range(rng.randint(8, 12)))
    lives = rng.choices(_LIFE, weights=(70, 11, 5, 5, 5, 2, 2), k=len(moments))
    if days_ago == 0:
        lives = [*_TODAY, *lives[len(_TODAY) :]]
    day = now.astimezone(ISTANBUL).date() - timedelta(days=days_ago)
    for moment, life in zip(moments, lives, strict=True):
        yield (_between(day, moment) if days_ago else _today(now, moment)), life


def _between(day: date, moment: float) -> datetime:
    opens = datetime.combine(day, _OPENS, ISTANBUL)
    return _whole_seconds(opens + (datetime.combine(day, _CLOSES, ISTANBUL) - opens) * moment)


def _today(now: datetime, moment: float) -> datetime:
    """Return an instant between the shop's opening and now; just after midnight, since midnight."""
    local = now.astimezone(ISTANBUL)
    opens = datetime.combine(local.date(), _OPENS, ISTANBUL)
    if local - opens < timedelta(hours=1):
        opens = datetime.combine(local.date(), time(), ISTANBUL)
    return max(opens, _whole_seconds(opens + (local - opens) * moment))


def _whole_seconds(at: datetime) -> datetime:
    return at.replace(microsecond=0)


def _sell(book: Book, rng: Random, sold: _Sold, now: datetime) -> None:
    sold_at, life = sold.at, sold.life
    amount = _amount(rng)
    bank_text, till = rng.choice(_BANK_TEXTS), rng.choice(_TILLS)
    divided = amount > _DEAR and rng.random() < _IN_INSTALMENTS
    instalments = rng.choice((2, 3, 6, 9)) if divided else 1
    back_at = _whole_seconds(sold_at + timedelta(days=rng.randint(1, 6), minutes=rng.randint(0, 300)))
    part = Money(amount.kurus // rng.choice((2, 3, 5)))
    shares = _shares(rng, amount)
    waits = rng.choice((State.WAITING, State.WAITING_3D))
    reference = _reference(rng, sold.number, sold_at)
    settled = sold_at + timedelta(days=15 if life == "market" else 1)
    state = {"declined": State.DECLINED, "waiting": waits, "voided": State.VOIDED}.get(life, State.PAID)
    refunds = {"refunded in part": (part,), "refunded": (amount,)}.get(life, ())
    book.a_sale(
        amount,
        paid_at=sold_at,
        reference=reference,
        state=state,
        refunded=refunds if back_at < now else (),
        reversed_at=back_at if refunds else min(sold_at + timedelta(minutes=12), now),
        sellers=shares if life == "market" else (),
        transferred_at=settled if state is State.PAID and settled < now else None,
        till=till,
        instalments=instalments,
        bank_text=bank_text,
    )


def _amount(rng: Random) -> Money:
    lowest, highest = rng.choices(_BANDS, weights=(45, 38, 14, 3))[0]
    lira = rng.randint(lowest, highest) // 100
    return Money(lira * 100 + rng.choice((0, 0, 50, 90, 99)))


def _shares(rng: Random, amount: Money) -> list[tuple[str, Money]]:
    """Divide nine tenths of an amount among one to three sellers."""
    sellers = rng.sample(_SELLERS, rng.randint(1, 3))
    left = amount.kurus * 9 // 10
    shares = []
    for seller in sellers[1:]:
        part = left // rng.choice((2, 3, 4))
        shares.append((seller, Money(part)))
        left -= part
    return [(sellers[0], Money(left)), *shares]


def _reference(rng: Random, number: int, sold_at: datetime) -> str:
    """Make up a reference, in one of the shapes that shops' programs have."""
    fraction, key = rng.randrange(10**8), rng.getrandbits(128)
    shapes = (
        f"{sold_at:%y%m%d}-K{number % 3 + 1}-{number:05d}",
        f"SIP-{number:08d}",
        f"0.{fraction:08d} {int(sold_at.timestamp())}|{number % 100}",
        f"Kasa {number % 3 + 1} / {number:06d}",
        f"{key >> 80:012x}",
        f"ŞB2|{number}|{sold_at:%d.%m}",
        f"{2_000_000_000 + number * 37}",
        f"WEB-{uuid.UUID(int=key)}",  # longer than OrderReturnPhysical takes
    )
    return rng.choices(shapes, weights=(30, 20, 14, 10, 10, 6, 7, 3))[0]


def _take_orders(book: Book, rng: Random, now: datetime) -> None:
    for place in range(11):
        days_ago = (0, 0, 0, 0, 1, 2, 4, 8, 13, 20, 27)[place]
        moment = rng.random()
        day = now.astimezone(ISTANBUL).date() - timedelta(days=days_ago)
        sold_at = _between(day, moment) if days_ago else _today(now, moment)
        sellers = []
        for name in rng.sample(_NAMES, rng.randint(1, 4)):
            amount = _amount(rng)
            commission = amount.kurus // 10
            sellers.append(Seller(name, amount, payable=amount - Money(commission)))
        book.an_order(f"siparis{61 + place}", sellers, sold_at)
    order = book.orders()[-1]
    everything = GiveBack(order.siparis_id, order.lines[0].guid, Verb.IADE, Money(0), Money(0))
    book.give_back(everything, order.sold_at + timedelta(days=2))
