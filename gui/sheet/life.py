"""The life of a payment or an order as moments: what the gateway shows, and what was tried here. No widgets.

A movement's transfers and its sellers' are moments of their own. What has no date stands at the end: it is
told in words, and can't be drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QCoreApplication

from gui.format import instant, money, plain
from gui.theme import Tone
from gui.wording import intent_state, transaction_status, verb
from services.domain.money import Money
from services.domain.order import Order
from services.domain.payment import GAVE_BACK, Payment, Transaction, TransactionStatus, Transfer
from services.domain.reversal import Intent


class Lane(Enum):
    """Whose doing a moment is."""

    THERE = "in the gateway's record"
    HERE = "done at this desk"
    AHEAD = "still to come"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One thing that happened, or will.

    Attributes:
        at: Aware, UTC; None where the answer has no date for it.
        what: In words.
        more: Who, to whom, how it ended; may be empty.
        weight: What counts more is labelled first where there is little room.
    """

    at: datetime | None
    what: str
    amount: Money | None
    tone: Tone
    lane: Lane = Lane.THERE
    more: str = ""
    weight: int = 1

    @property
    def label(self) -> str:
        """What stands beside its dot."""
        return self.what if self.amount is None else f"{self.what} {money(self.amount)}"

    @property
    def told(self) -> str:
        """All of it, in one line."""
        when = QCoreApplication.translate("Life", "without a date") if self.at is None else instant(self.at)
        return " · ".join(part for part in (when, self.label, self.more) if part)


def life_of_payment(
    payment: Payment, intents: Sequence[Intent], until: datetime | None = None
) -> tuple[Moment, ...]:
    """Return everything that happened to a payment, oldest first; `until` is when its day of voiding ends."""
    moments = [moment for movement in payment.movements for moment in _of_movement(payment, movement)]
    moments += [_of_intent(intent) for intent in intents]
    if until is not None:
        moments.append(_end_of_day(until))
    return _in_order(moments)


def life_of_order(
    order: Order, intents: Sequence[Intent], until: datetime | None = None
) -> tuple[Moment, ...]:
    """Return what is known of an order entered by hand: its sale, and what was done here."""
    sold = QCoreApplication.translate("Life", "Sold")
    moments = [Moment(at=order.sold_at, what=sold, amount=order.amount, tone=Tone.DONE, weight=3)]
    names = {line.guid: line.seller for line in order.lines}
    moments += [_of_intent(intent, names.get(intent.draft.line or "", "")) for intent in intents]
    if until is not None:
        moments.append(_end_of_day(until))
    return _in_order(moments)


def _of_movement(payment: Payment, movement: Transaction) -> Iterator[Moment]:
    words, tone = transaction_status(movement.status)
    if movement.status is TransactionStatus.UNRECOGNISED and movement.status_name:
        words = plain(movement.status_name, limit=60)
    at = movement.at
    if at is None and movement is payment.sale:
        at = payment.sold_at
    amount = None if movement.amount is None else abs(movement.amount)
    weight = 4 if movement.status in GAVE_BACK else 3
    yield Moment(at=None if at is None else at.at, what=words, amount=amount, tone=tone, weight=weight)
    if movement.transfer is not None:
        yield _of_transfer(movement.transfer, "")
    for share in movement.shares:
        if share.transfer is not None:
            yield _of_transfer(share.transfer, share.external_id or "")


def _of_transfer(transfer: Transfer, seller: str) -> Moment:
    translate = QCoreApplication.translate
    whom = translate("Life", "to the shop")
    if seller:
        whom = translate("Life", "to seller {number}").format(number=plain(seller, limit=40))
    return Moment(
        at=None if transfer.sent_at is None else transfer.sent_at.at,
        what=translate("Life", "Transfer"),
        amount=None if transfer.amount is None else abs(transfer.amount),
        tone=Tone.NEUTRAL,
        more=whom,
    )


def _of_intent(intent: Intent, seller: str = "") -> Moment:
    draft = intent.draft
    state, tone = intent_state(intent)
    who = QCoreApplication.translate("Life", "here, by {name}").format(name=plain(draft.operator, limit=40))
    return Moment(
        at=intent.sent_at or intent.armed_at,
        what=f"{verb(draft.verb)}: {state}",
        amount=draft.amount,
        tone=tone,
        lane=Lane.HERE,
        more=" · ".join(part for part in (plain(seller, limit=40), who) if part),
        weight=5 if tone is Tone.UNKNOWN else 2,
    )


def _end_of_day(until: datetime) -> Moment:
    ends = QCoreApplication.translate("Life", "Void until")
    return Moment(
        at=until, what=f"{ends} {instant(until)[-5:]}", amount=None, tone=Tone.WAITING, lane=Lane.AHEAD
    )


def _in_order(moments: Sequence[Moment]) -> tuple[Moment, ...]:
    dated = sorted((one for one in moments if one.at is not None), key=_instant_of)
    return (*dated, *(one for one in moments if one.at is None))


def _instant_of(moment: Moment) -> datetime:
    if moment.at is None:
        raise ValueError("a moment without a date has no place in time")
    return moment.at
