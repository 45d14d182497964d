"""What a customer was charged, and every movement under it, as EsnekPOS answers it (S 001).

All of it is a snapshot: true when it was answered. A documented field that the answer left out is
in `missing`; one answered as null is None; one answered empty is ``""``. The three differ. What the
documents do not name is kept in `extra`, as JSON text, and shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from services.domain.clock import Instant
from services.domain.money import ZERO, Money, total
from services.domain.text import normalized


def _nothing() -> Mapping[str, str]:
    # A factory: to Python 3.11 a mapping proxy is a mutable default.
    return MappingProxyType({})


class TransactionStatus(Enum):
    """What kind of movement it is and how it ended: `STATUS_ID` (S 001; 1 and 2 were recorded)."""

    WAITING = 1
    WAITING_FOR_3D = 2
    PAID = 3
    PAYMENT_FAILED = 4
    VOIDED = 5
    VOID_FAILED = 6
    REFUNDED = 7
    REFUND_FAILED = 8
    UNRECOGNISED = 0
    """A status the documents do not name. Shown with its own text, never interpreted."""


_NAMED = {
    "Ödeme - Bekliyor": TransactionStatus.WAITING,
    "Ödeme - 3D Doğrulama Bekleniyor": TransactionStatus.WAITING_FOR_3D,
    "Ödeme - Başarılı": TransactionStatus.PAID,
    "Ödeme - Başarısız": TransactionStatus.PAYMENT_FAILED,
    "İptal - Başarılı": TransactionStatus.VOIDED,
    "İptal - Başarısız": TransactionStatus.VOID_FAILED,
    "İade - Başarılı": TransactionStatus.REFUNDED,
    "İade - Başarısız": TransactionStatus.REFUND_FAILED,
}


def spelt(name: str) -> str:
    """Return a status name as it is compared: composed letters, single spaces."""
    return " ".join(normalized("NFC", name).split())


def status_named(name: str) -> TransactionStatus:
    """Return the status that a `STATUS_NAME` stands for (S 001); UNRECOGNISED for any other text."""
    return _NAMED.get(spelt(name), TransactionStatus.UNRECOGNISED)


GAVE_BACK = frozenset({TransactionStatus.VOIDED, TransactionStatus.REFUNDED})
"""Movements by which money went back to the customer."""

FAILED_TO_GIVE_BACK = frozenset({TransactionStatus.VOID_FAILED, TransactionStatus.REFUND_FAILED})
"""Movements by which it was tried and the bank said no."""


class PaymentState(Enum):
    """What a payment has come to, read from its movements.

    The answer's top level never says it; it can only make a paid one doubtful.
    """

    PAID = "paid"
    VOIDED = "voided"
    PARTLY_REFUNDED = "partly refunded"
    REFUNDED = "refunded"
    DECLINED = "declined"
    WAITING = "waiting"
    UNCLEAR = "unclear"
    """No movement says it, one that we do not know, or the answer contradicts itself: a person looks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """Money sent on to a shop or a seller: `..._TRANSFER_DETAIL`."""

    extract_id: str | None
    amount: Money | None
    sent_at: Instant | None
    missing: frozenset[str] = frozenset()
    extra: Mapping[str, str] = field(default_factory=_nothing)


@dataclass(frozen=True, slots=True, kw_only=True)
class SubMerchantShare:
    """A marketplace seller's part of a movement: `SUB_MERCHANT_DETAILS`."""

    external_id: str | None
    amount: Money | None
    at: Instant | None
    transfer: Transfer | None
    missing: frozenset[str] = frozenset()
    extra: Mapping[str, str] = field(default_factory=_nothing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Transaction:
    """One movement under a payment.

    Attributes:
        id: Kept as text; the gateway answers a number or a string.
        status_name: The gateway's own words; untrusted text.
        amount: As signed by the gateway. The sign carries no direction: show `abs(amount)`.
    """

    id: str
    status: TransactionStatus
    status_name: str | None
    amount: Money | None
    at: Instant | None
    transfer: Transfer | None
    shares: tuple[SubMerchantShare, ...] = ()
    missing: frozenset[str] = frozenset()
    extra: Mapping[str, str] = field(default_factory=_nothing)

    @property
    def name_agrees(self) -> bool:
        """Whether its name, where it has one, is the name of its status."""
        if "STATUS_NAME" in self.extra:
            return False  # no text at all
        return not self.status_name or status_named(self.status_name) is self.status

    @property
    def name_contradicts(self) -> bool:
        """Whether its name is the name of another status."""
        named = status_named(self.status_name or "")
        return named is not TransactionStatus.UNRECOGNISED and named is not self.status


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """One answer of ProcessQuery about one order reference.

    Attributes:
        reference: The order reference, byte for byte; it may hold spaces and pipes.
        status, return_code, return_message: About the *query* (S) or the order (R); never its state.
        answered_at: `DATE`, when the query was answered.
        paid_at: `PAYMENT_DATE`.
        commission: As written. Nobody computes with it.
        transactions: None when the gateway answered null.
    """

    reference: str
    status: str | None
    return_code: str | None
    return_message: str | None
    answered_at: Instant | None
    paid_at: Instant | None
    refno: str | None
    amount: Money | None
    installments: str | None
    commission: str | None
    success_transaction_id: str | None
    pos_id: str | None
    pos_title: str | None
    payment_way: str | None
    transactions: tuple[Transaction, ...] | None
    missing: frozenset[str] = frozenset()
    extra: Mapping[str, str] = field(default_factory=_nothing)

    @property
    def movements(self) -> tuple[Transaction, ...]:
        """The movements; none where the gateway answered null."""
        return self.transactions or ()

    @property
    def sale(self) -> Transaction | None:
        """The movement that charged the customer: the first that is `PAID`."""
        return next((t for t in self.movements if t.status is TransactionStatus.PAID), None)

    @property
    def sold_at(self) -> Instant | None:
        """When it was sold: the `DATE` of the paid movement, else `PAYMENT_DATE`.

        None where either is there and can't be read: that is not as if it were missing.
        """
        sale = self.sale
        if self.has_unreadable_date:
            return None
        return sale.at if sale is not None and sale.at is not None else self.paid_at

    @property
    def has_unreadable_date(self) -> bool:
        """Whether a date that tells when it was sold was answered as something that is none."""
        sale = self.sale
        return "PAYMENT_DATE" in self.extra or (sale is not None and "DATE" in sale.extra)

    @property
    def amounts(self) -> tuple[Money, ...]:
        """What the customer was charged, without a sign: by the top level, then by what was paid.

        One where they agree or only one says it; none where neither does.
        """
        paid = [one.amount for one in self.movements if one.status is TransactionStatus.PAID]
        said = [self.amount, *paid]
        return tuple(dict.fromkeys(abs(amount) for amount in said if amount is not None))

    @property
    def charged(self) -> Money | None:
        """What the customer was charged, without a sign; the larger of two amounts: limits go by it."""
        return max(self.amounts, default=None)

    @property
    def says_cancelled(self) -> bool:
        """Whether the top level calls the order cancelled."""
        return self.status == "ORDER_CANCEL" or self.return_code == "300"

    @property
    def contradicts_itself(self) -> bool:
        """Whether there is a paid movement, and the top level or a name does not say the same.

        An answer that leaves one of `STATUS` and `RETURN_CODE` out is taken at the other's word.
        """
        if self.sale is None:
            return False
        says_paid = (
            self.status in ("SUCCESS", "", None)
            and self.return_code in ("0", "", None)
            and bool(self.status or self.return_code)
        )
        return not says_paid or not all(movement.name_agrees for movement in self.movements)

    @property
    def given_back(self) -> Money:
        """What the gateway shows as voided or refunded so far."""
        return total(
            [abs(t.amount) for t in self.movements if t.status in GAVE_BACK and t.amount is not None]
        )

    @property
    def state(self) -> PaymentState:
        """What it has come to. Money that went back outweighs everything else."""
        statuses = [t.status for t in self.movements]
        if TransactionStatus.VOIDED in statuses:
            return PaymentState.VOIDED
        if TransactionStatus.REFUNDED in statuses:
            whole = self.charged is not None and self.given_back >= self.charged > ZERO
            return PaymentState.REFUNDED if whole else PaymentState.PARTLY_REFUNDED
        if TransactionStatus.UNRECOGNISED in statuses:
            return PaymentState.UNCLEAR
        if TransactionStatus.PAID in statuses:
            return PaymentState.UNCLEAR if self.contradicts_itself else PaymentState.PAID
        if TransactionStatus.PAYMENT_FAILED in statuses:
            return PaymentState.DECLINED
        if TransactionStatus.WAITING in statuses or TransactionStatus.WAITING_FOR_3D in statuses:
            return PaymentState.WAITING
        # Nothing at all, or only a void or refund that failed: that tells of no charge, and of none missing.
        return PaymentState.UNCLEAR
