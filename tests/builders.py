"""Plausible things of the trade, each with what a test cares about named and the rest filled in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time

from services.domain.account import Account, Environment, EsnekPosSecrets, GatewayName, ParamSecrets
from services.domain.audit import Act
from services.domain.clock import ISTANBUL, Instant
from services.domain.money import Money
from services.domain.operator import Operator, Right, Role
from services.domain.order import Order, OrderLine
from services.domain.payment import Payment, SubMerchantShare, Transaction, TransactionStatus, Transfer

GUIDS = tuple(f"{number:08X}-403B-4C09-A576-6840D98C0001" for number in range(1, 10))
"""`PYSiparis_GUID`s, one per seller's line."""


PARAM_GUID = "0c13d406-873b-403b-9c09-a5766840d98c"
"""The `GUID` of Param's published test account (S 003)."""


def lira(text: str) -> Money:
    """Read ``"1250,00"`` or ``"-151,25"``."""
    whole, kurus = text.split(",")
    return Money(int(whole + kurus))


def istanbul(text: str) -> datetime:
    """Read ``"21.11.2026 18:34"`` of the shop's clock; aware, UTC."""
    return datetime.strptime(text, "%d.%m.%Y %H:%M").replace(tzinfo=ISTANBUL).astimezone(UTC)


def at(text: str) -> Instant:
    """Read an instant as a gateway wrote it: ``"19.04.2020 18:34"``."""
    return Instant(istanbul(text), text)


class SetClock:
    """A clock that stands still until a test moves it."""

    def __init__(self, text: str) -> None:
        self.stands_at(text)

    def stands_at(self, text: str) -> None:
        self._now = istanbul(text)

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._now.timestamp()


class AnOwnerSits:
    """A guard that lets an owner do everything, and keeps what is noted."""

    def __init__(self) -> None:
        self.noted: list[tuple[Act, str, str]] = []

    def require(self, right: Right) -> Operator:
        owner = Operator(id=1, name="Ayşe", role=Role.OWNER)
        owner.require(right)
        return owner

    def note(self, act: Act, subject: str, result: str) -> None:
        self.noted.append((act, subject, result))


def an_esnekpos_account(
    merchant: str = "TEST1234",
    *,
    environment: Environment = Environment.TEST,
    back_url: str = "https://shop.example/iade",
    cutoff: time | None = None,
    retired: bool = False,
    id: int = 1,  # noqa: A002  the account's own word
) -> Account:
    return Account(
        gateway=GatewayName.ESNEKPOS,
        environment=environment,
        merchant=merchant,
        name="Merkez",
        id=id,
        back_url=back_url,
        cutoff=cutoff,
        retired=retired,
    )


def a_param_account(
    merchant: str = "10738",
    *,
    environment: Environment = Environment.TEST,
    cutoff: time | None = None,
    strict: bool = False,
    retired: bool = False,
    id: int = 2,  # noqa: A002  the account's own word
) -> Account:
    return Account(
        gateway=GatewayName.PARAM,
        environment=environment,
        merchant=merchant,
        name="Pazaryeri",
        id=id,
        cutoff=cutoff,
        strict=strict,
        retired=retired,
    )


def esnekpos_secrets(merchant_key: str = "4oK26hK8MOXrIV1bzTRVPA==") -> EsnekPosSecrets:
    return EsnekPosSecrets(merchant_key=merchant_key)


def param_secrets(*, password: str = "Test", username: str = "Test", guid: str = PARAM_GUID) -> ParamSecrets:  # noqa: S107  published
    return ParamSecrets(username=username, password=password, guid=guid)


def a_movement(
    status: TransactionStatus = TransactionStatus.PAID,
    amount: str | None = "1250,00",
    *,
    name: str | None = None,
    id: str = "343666",  # noqa: A002  the movement's own word
    moved_at: str | None = "19.04.2020 18:35",
    sellers: Sequence[tuple[str, str]] = (),
    transfer: Transfer | None = None,
) -> Transaction:
    return Transaction(
        id=id,
        status=status,
        status_name=name,
        amount=None if amount is None else lira(amount),
        at=None if moved_at is None else at(moved_at),
        transfer=transfer,
        shares=tuple(
            SubMerchantShare(external_id=seller, amount=lira(part), at=None, transfer=None)
            for seller, part in sellers
        ),
    )


def a_payment(
    *movements: Transaction,
    amount: str | None = "1250,00",
    paid_at: str | None = "19.04.2020 18:34",
    reference: str = "9.54251311 1595848596|999"[:24],
    answered_at: str = "24.09.2020 17:08",
    nothing_under_it: bool = False,
    top_level: tuple[str | None, str | None] = ("SUCCESS", "0"),
) -> Payment:
    """A sale of 1.250,00 TL, paid, unless told otherwise."""
    transactions = None if nothing_under_it else movements or (a_movement(),)
    return Payment(
        reference=reference,
        status=top_level[0],
        return_code=top_level[1],
        return_message=None,
        answered_at=at(answered_at),
        paid_at=None if paid_at is None else at(paid_at),
        refno=None,
        amount=None if amount is None else lira(amount),
        installments="1",
        commission=None,
        success_transaction_id=None,
        pos_id=None,
        pos_title=None,
        payment_way=None,
        transactions=transactions,
    )


def a_line(number: int = 0, amount: str = "100,00", payable: str = "90,00") -> OrderLine:
    return OrderLine(
        guid=GUIDS[number], seller=f"Mağaza {number + 1}", amount=lira(amount), payable=lira(payable)
    )


def an_order(
    *lines: OrderLine,
    siparis_id: str = "SP-1001",
    sold_at: str = "21.11.2026 18:34",
    account_id: int = 2,
    id: int = 0,  # noqa: A002  the order's own word
) -> Order:
    return Order(
        account_id=account_id,
        siparis_id=siparis_id,
        sold_at=istanbul(sold_at),
        lines=lines or (a_line(0), a_line(1, "250,00", "225,00")),
        id=id,
    )
