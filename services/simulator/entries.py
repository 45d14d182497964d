"""What stands in the book: sales as EsnekPOS keeps them, orders as Param does.

Entries are frozen: what the book hands out is a picture of that moment, and no thread can change it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from services.domain.money import ZERO, Money


class Status(IntEnum):
    """STATUS_ID of a movement (3 to 8: S 001; 1 and 2: recorded)."""

    WAITING = 1
    WAITING_3D = 2
    PAID = 3
    DECLINED = 4
    VOIDED = 5
    VOID_FAILED = 6
    REFUNDED = 7
    REFUND_FAILED = 8


@dataclass(frozen=True, slots=True)
class Transfer:
    """Money sent on, to the merchant or to one of its sellers."""

    extract_id: int
    amount: Money
    at: datetime


@dataclass(frozen=True, slots=True)
class Share:
    """A marketplace seller's part of a movement."""

    external_id: str
    amount: Money
    at: datetime
    transfer: Transfer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """One movement under a sale.

    Attributes:
        amount: Signed as on the wire: negative when the payment waits or has failed.
        at: When; a declined payment's movements have no DATE.
        planned_at: The day its transfer is due; None where the gateway does not say.
    """

    id: int
    status: Status
    amount: Money
    at: datetime | None
    transfer: Transfer | None = None
    shares: tuple[Share, ...] = ()
    planned_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Till:
    """The terminal a sale was taken on."""

    id: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """A sale at EsnekPOS, with everything that happened to it.

    Attributes:
        paid_at: PAYMENT_DATE; None while the sale waits.
        commission: What the gateway keeps; None where only its rate is answered, as in S 001.
        bank_text: RETURN_MESSAGE of a declined sale, in the bank's words.
        success_id: SUCCESS_TRANSACTION_ID; 0 when there is none, None where the field is left out.
        silent: The cancelled sale answers ORDER_CANCEL / 300 and no movements at all.
    """

    reference: str
    amount: Money
    paid_at: datetime | None
    movements: tuple[Movement, ...]
    refno: str | None = None
    instalments: int = 1
    rate: str = "1,490"
    commission: Money | None = None
    bank_text: str | None = None
    success_id: int | None = None
    till: Till | None = None
    silent: bool = False

    @property
    def payment(self) -> Movement | None:
        """The movement that charged the customer, while it still says so."""
        return next((one for one in self.movements if one.status is Status.PAID), None)

    @property
    def voided(self) -> bool:
        """Whether it was given back whole, by a void."""
        return any(one.status is Status.VOIDED for one in self.movements)

    @property
    def returned(self) -> Money:
        """What the customer got back so far, by voids and refunds."""
        back = (Status.VOIDED, Status.REFUNDED)
        return Money(sum(abs(one.amount.kurus) for one in self.movements if one.status in back))


class Verb(StrEnum):
    """`Durum` of a request to Param (S 003)."""

    IPTAL = "IPTAL"
    IADE = "IADE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One seller's order under a Siparis_ID at Param.

    Attributes:
        guid: PYSiparis_GUID, in upper case.
        amount: What its products cost: ürün tutarı.
        payable: What the seller is due now: OdenecekTutar.
        returned: What the customer got back of it.
        last_verb: How the last of it was given back.
    """

    guid: str
    seller: str
    amount: Money
    payable: Money
    returned: Money = ZERO
    last_verb: Verb | None = None

    @property
    def left(self) -> Money:
        """What can still be given back."""
        return self.amount - self.returned


@dataclass(frozen=True, slots=True)
class Seller:
    """A seller's line as it is put into a new order.

    Attributes:
        payable: What the seller is due; the whole amount if not said.
        guid: PYSiparis_GUID; the book makes one up if not said.
    """

    name: str
    amount: Money
    payable: Money | None = None
    guid: str | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """An order at Param: one card payment, shared by the lines of its sellers."""

    siparis_id: str
    sold_at: datetime
    lines: tuple[Line, ...]

    @property
    def returned(self) -> Money:
        """What the customer got back so far, over all sellers."""
        return Money(sum(line.returned.kurus for line in self.lines))

    def line(self, guid: str) -> Line | None:
        """Return the line of a PYSiparis_GUID, whatever its case."""
        return next((line for line in self.lines if line.guid == guid.upper()), None)


@dataclass(frozen=True, slots=True)
class GiveBack:
    """What a request to Param asks for.

    Attributes:
        amount: SiparisTutar; zero is everything of every seller under the Siparis_ID.
        payable: OdenecekTutar, what the seller is due afterwards.
    """

    siparis_id: str
    guid: str
    verb: Verb
    amount: Money
    payable: Money
