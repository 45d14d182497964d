from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from services.domain.account import Account
from services.domain.errors import LedgerUnavailable
from services.domain.money import LARGEST, ZERO, Money
from services.domain.payment import PaymentState, TransactionStatus
from services.ledger.accounts import Accounts
from services.ledger.database import Database
from services.ledger.payments import Payments
from tests.services.ledger.making import NOON, a_payment, after, an_esnekpos_account

REFERENCE = "0.54251300 1595848596|93"


def test_an_answer_comes_back_as_it_was_kept(payments: Payments, esnekpos: Account) -> None:
    kept = payments.keep(esnekpos.id, a_payment(), body='{"AMOUNT": "1250,00"}', taken_at=after(1))

    assert payments.get(kept.id) == kept
    assert payments.latest(esnekpos.id, REFERENCE) == kept
    assert (kept.reference, kept.body, kept.taken_at) == (REFERENCE, '{"AMOUNT": "1250,00"}', after(1))
    assert (kept.state, kept.amount, kept.given_back) == (PaymentState.PAID, Money(125000), ZERO)
    assert (kept.sold_at, kept.pos_title) == (NOON, "KASA IĞDIR")


def test_an_answer_without_an_amount_is_kept_without_one(payments: Payments, esnekpos: Account) -> None:
    kept = payments.keep(esnekpos.id, a_payment(amount=None, pos_title=None), body="", taken_at=NOON)

    assert payments.get(kept.id).amount is None
    assert payments.get(kept.id).pos_title is None


def test_every_answer_is_kept_the_same_one_too(payments: Payments, esnekpos: Account) -> None:
    kept = [
        payments.keep(esnekpos.id, a_payment(), body="same", taken_at=after(minute)) for minute in range(3)
    ]

    assert payments.history(esnekpos.id, REFERENCE) == kept[::-1]
    assert payments.latest(esnekpos.id, REFERENCE) == kept[-1]


def test_a_reference_is_compared_byte_for_byte(payments: Payments, esnekpos: Account) -> None:
    payments.keep(esnekpos.id, a_payment("Ref 1"), body="", taken_at=NOON)

    for other in ("ref 1", "Ref 1 ", "Ref  1"):
        assert payments.latest(esnekpos.id, other) is None


def test_one_reference_at_two_accounts_is_two_payments(
    payments: Payments, accounts: Accounts, esnekpos: Account
) -> None:
    other = accounts.add(an_esnekpos_account(merchant="OTHER"))
    first = payments.keep(esnekpos.id, a_payment(), body="", taken_at=NOON)
    second = payments.keep(other.id, a_payment(), body="", taken_at=NOON)

    assert payments.search(REFERENCE) == [second, first]
    assert payments.latest(esnekpos.id, REFERENCE) == first


def test_a_search_shows_what_was_answered_last(payments: Payments, esnekpos: Account) -> None:
    payments.keep(esnekpos.id, a_payment(), body="", taken_at=after(1))
    payments.keep(esnekpos.id, a_payment("other"), body="", taken_at=after(2))
    now = payments.keep(esnekpos.id, a_payment(status=TransactionStatus.VOIDED), body="", taken_at=after(3))

    assert [found.reference for found in payments.search("")] == [REFERENCE, "other"]
    assert payments.search("0.5425") == [now]
    assert now.given_back == Money(125000)


@pytest.mark.parametrize("text", ["1595848596|93", "kasa iğdir", "KASA IĞDIR", "99999", " 93 "])
def test_a_payment_is_found_by_reference_pos_and_seller(
    payments: Payments, esnekpos: Account, text: str
) -> None:
    payments.keep(esnekpos.id, a_payment(), body="", taken_at=NOON)

    assert len(payments.search(text)) == 1
    assert payments.search(text + "x") == []


def test_a_search_ends_at_its_limit(payments: Payments, esnekpos: Account) -> None:
    for number in range(5):
        payments.keep(esnekpos.id, a_payment(f"r{number}"), body="", taken_at=NOON)

    assert [found.reference for found in payments.search("r", limit=2)] == ["r4", "r3"]


def test_an_answer_is_never_rewritten(database: Database, payments: Payments, esnekpos: Account) -> None:
    payments.keep(esnekpos.id, a_payment(), body="true", taken_at=NOON)

    with (
        pytest.raises(LedgerUnavailable, match="an answer is not rewritten"),
        database.writing() as connection,
    ):
        connection.run("UPDATE snapshots SET body = 'false'")


def test_an_amount_no_sale_has_is_refused(payments: Payments, esnekpos: Account) -> None:
    payments.keep(esnekpos.id, a_payment(amount=LARGEST), body="", taken_at=NOON)

    with pytest.raises(ValueError, match="no such amount"):
        payments.keep(esnekpos.id, a_payment(amount=LARGEST + Money(1)), body="", taken_at=NOON)


def test_an_instant_of_another_zone_comes_back_as_the_same_one_in_utc(
    payments: Payments, esnekpos: Account
) -> None:
    there = datetime(2026, 3, 2, 12, 0, tzinfo=timezone(timedelta(hours=3)))

    kept = payments.keep(esnekpos.id, a_payment(), body="", taken_at=there)

    assert kept.taken_at == there
    assert kept.taken_at.tzinfo is UTC


def test_an_instant_without_a_zone_is_refused(payments: Payments, esnekpos: Account) -> None:
    with pytest.raises(ValueError, match="aware"):
        payments.keep(esnekpos.id, a_payment(), body="", taken_at=NOON.replace(tzinfo=None))


def test_the_order_of_stored_instants_is_their_order_in_time(
    database: Database, payments: Payments, esnekpos: Account
) -> None:
    instants = [NOON.replace(microsecond=0), NOON.replace(microsecond=1), NOON, after(60 * 24 * 400)]
    for instant in reversed(instants):
        payments.keep(esnekpos.id, a_payment(), body="", taken_at=instant)

    with database.reading() as connection:
        stored = connection.rows("SELECT taken_at FROM snapshots ORDER BY taken_at")
        assert [datetime.fromisoformat(text) for (text,) in stored] == instants
