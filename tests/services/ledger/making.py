"""Accounts, drafts and payments, as a ledger's tests need them: say only what matters."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime, timedelta

from services.domain.account import Account, Environment, GatewayName
from services.domain.clock import Instant
from services.domain.money import ZERO, Money
from services.domain.order import Order, OrderLine
from services.domain.payment import Payment, SubMerchantShare, Transaction, TransactionStatus
from services.domain.reversal import (
    Confirmation,
    Draft,
    Everything,
    IntentState,
    MoneyRequest,
    OrderKey,
    ReturnRequest,
    SettledBy,
    Settlement,
    Verb,
    VoidRequest,
)

NOON = datetime(2026, 3, 2, 9, 0, 0, 123456, tzinfo=UTC)
"""A Monday, twelve o'clock in Istanbul, and some microseconds."""

SHOE = "0C13D406-873B-403B-9C09-A5766840D98C"
HAT = "1D24E517-984C-414C-8D1A-B6877951EA9D"

SALE = Money(125000)
SHOE_PRICE = Money(10000)
ORDER_PRICE = Money(15000)


def line_of(siparis_id: str, guid: str) -> str:
    """A `PYSiparis_GUID` of one order: those of S-1 as they are, another order's with its own end."""
    return guid if siparis_id == "S-1" else f"{guid[:-4]}{zlib.crc32(siparis_id.encode()) % 65536:04X}"


def after(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)


def an_esnekpos_account(*, merchant: str = "TEST1234", name: str = "Merkez") -> Account:
    return Account(gateway=GatewayName.ESNEKPOS, environment=Environment.TEST, merchant=merchant, name=name)


def a_param_account(*, merchant: str = "10738") -> Account:
    return Account(
        gateway=GatewayName.PARAM, environment=Environment.TEST, merchant=merchant, name="Pazaryeri"
    )


def key(account: Account, reference: str) -> OrderKey:
    return OrderKey(account.gateway, account.environment, account.merchant, reference)


def a_draft(
    account: Account,
    request: MoneyRequest,
    *,
    amount: Money,
    sold: Money | None = None,
    returned_there: Money = ZERO,
    seen_snapshot: int | None = None,
) -> Draft:
    reference = request.reference if isinstance(request, VoidRequest) else request.siparis_id
    return Draft(
        order=key(account, reference),
        account_id=account.id,
        batch="b7",
        position=0,
        request=request,
        verb=Verb.VOID if isinstance(request, VoidRequest) else request.verb,
        amount=amount,
        sold=amount if sold is None else sold,
        returned_there=returned_there,
        seen_snapshot=seen_snapshot,
        reason="müşteri vazgeçti",
        operator="ayşe",
        till="kasa-3",
        process="run-1",
    )


def a_void(
    account: Account,
    reference: str = "0.54251300 1595848596|93",
    *,
    amount: Money = SALE,
    returned_there: Money = ZERO,
    seen_snapshot: int | None = None,
) -> Draft:
    return a_draft(
        account,
        VoidRequest(reference),
        amount=amount,
        returned_there=returned_there,
        seen_snapshot=seen_snapshot,
    )


def a_return(
    account: Account,
    amount: Money,
    *,
    siparis_id: str = "S-1",
    line: str = SHOE,
    sold: Money = SHOE_PRICE,
    payable: Money = ZERO,
) -> Draft:
    request = ReturnRequest(
        siparis_id=siparis_id, line=line, verb=Verb.REFUND, amount=amount, payable=payable
    )
    return a_draft(account, request, amount=amount, sold=sold)


def everything(
    account: Account,
    amount: Money,
    *,
    siparis_id: str = "S-1",
    sold: Money = ORDER_PRICE,
    verb: Verb = Verb.REFUND,
) -> Draft:
    request = ReturnRequest(
        siparis_id=siparis_id,
        line=line_of(siparis_id, SHOE),
        verb=verb,
        amount=Everything.ALL_SELLERS,
        payable=ZERO,
    )
    return a_draft(account, request, amount=amount, sold=sold)


def an_order(account: Account, *, siparis_id: str = "S-1") -> Order:
    return Order(
        account_id=account.id,
        siparis_id=siparis_id,
        sold_at=NOON,
        lines=(
            OrderLine(
                guid=line_of(siparis_id, SHOE), seller="Işık Ayakkabı", amount=SHOE_PRICE, payable=Money(9000)
            ),
            OrderLine(
                guid=line_of(siparis_id, HAT),
                seller="Şapkacı",
                amount=ORDER_PRICE - SHOE_PRICE,
                payable=Money(4500),
            ),
        ),
    )


def done(confirmation: Confirmation = Confirmation.NOT_OFFERED, *, minute: int = 2) -> Settlement:
    return Settlement(
        state=IntentState.DONE,
        by=SettledBy.ANSWER,
        at=after(minute),
        code="0",
        evidence='{"STATUS": "SUCCESS"}',
        confirmation=confirmation,
    )


def ended(state: IntentState, *, by: SettledBy = SettledBy.ANSWER, minute: int = 2) -> Settlement:
    return Settlement(
        state=state,
        by=by,
        at=after(minute),
        code="100",
        text="İptal servisinde hata",
        absence_settles=state is IntentState.OUTCOME_UNKNOWN,
        evidence='{"STATUS": "ERROR"}',
    )


def a_payment(
    reference: str = "0.54251300 1595848596|93",
    *,
    status: TransactionStatus = TransactionStatus.PAID,
    amount: Money | None = SALE,
    seller: str = "999999",
    pos_title: str | None = "KASA IĞDIR",
) -> Payment:
    sold_at = Instant(NOON, "02.03.2026 12:00:00")
    share = SubMerchantShare(external_id=seller, amount=amount, at=None, transfer=None)
    movement = Transaction(
        id="1", status=status, status_name=None, amount=amount, at=sold_at, transfer=None, shares=(share,)
    )
    return Payment(
        reference=reference,
        status="SUCCESS",
        return_code="0",
        return_message=None,
        answered_at=None,
        paid_at=sold_at,
        refno=None,
        amount=amount,
        installments="1",
        commission=None,
        success_transaction_id=None,
        pos_id=None,
        pos_title=pos_title,
        payment_way=None,
        transactions=(movement,),
    )
