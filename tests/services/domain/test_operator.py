"""Who may do what, and when a second person must agree: pure rules, each with its no."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from services.domain.account import Environment, GatewayName
from services.domain.errors import Denied, NotAllowed
from services.domain.money import ZERO, Money
from services.domain.operator import (
    APPROVAL_LASTS,
    NOBODY_SIGNS_IN,
    RIGHTS,
    Approval,
    Limits,
    Operator,
    Right,
    Role,
    Wish,
    digest_of,
    digest_of_testimony,
    require_allowed,
)
from services.domain.reversal import (
    Everything,
    IntentState,
    MoneyRequest,
    OrderKey,
    ReturnRequest,
    Verb,
    VoidRequest,
)
from services.domain.reversal import Testimony as Words  # a class named Test... is taken for one

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
WISH = Wish(rights=frozenset({Right.VOID_TODAY}), amount=Money(10000), digest="d", batch="b")
APPROVAL = Approval(id=1, digest="d", approver=2, approver_name="Ayşe", given_at=NOW, asker=1, ground="g")


def a_cashier(*, per_reversal: int | None = None, per_day: int | None = None) -> Operator:
    limits = Limits(
        per_reversal=None if per_reversal is None else Money(per_reversal),
        per_day=None if per_day is None else Money(per_day),
    )
    return Operator(id=1, name="Can", role=Role.CASHIER, limits=limits)


def denied(
    operator: Operator,
    wish: Wish = WISH,
    *,
    given_today: Money = ZERO,
    approval: Approval | None = None,
    now: datetime = NOW,
) -> Denied | None:
    try:
        require_allowed(operator, wish, given_today=given_today, approval=approval, now=now)
    except NotAllowed as no:
        return no.why
    return None


def test_the_matrix_is_this_one() -> None:
    """Written out a second time on purpose: a change of it is a decision, and is made in two places."""
    cashier = {"look", "void today"}
    manager = cashier | {
        "export",
        "void late",
        "refund part",
        "refund whole",
        "all sellers",
        "settle unknown",
        "approve",
    }
    owner = manager | {"accounts", "operators"}

    assert {role.value: {right.value for right in rights} for role, rights in RIGHTS.items()} == {
        "cashier": cashier,
        "manager": manager,
        "owner": owner,
    }


def test_who_no_longer_works_here_may_nothing() -> None:
    gone = Operator(id=1, name="Fatma", role=Role.OWNER, active=False)

    assert [right for right in Right if gone.may(right)] == []


def test_the_one_person_of_a_shop_without_pins_has_a_number_that_nobody_who_signs_in_gets() -> None:
    assert NOBODY_SIGNS_IN == 0  # the ledger counts from 1, and drafts that were written down have it


def test_an_operator_is_shown_by_name() -> None:
    assert str(a_cashier()) == "Can"


def test_up_to_a_limit_nobody_else_is_needed() -> None:
    assert denied(a_cashier(per_reversal=10000)) is None
    assert denied(a_cashier(per_reversal=9999)) is Denied.OVER_REVERSAL_LIMIT
    assert denied(a_cashier(per_reversal=0)) is Denied.OVER_REVERSAL_LIMIT


def test_a_day_is_added_up() -> None:
    assert denied(a_cashier(per_day=25000), given_today=Money(15000)) is None
    assert denied(a_cashier(per_day=25000), given_today=Money(15001)) is Denied.OVER_DAY_LIMIT


def test_a_second_person_lifts_a_limit() -> None:
    assert denied(a_cashier(per_reversal=1, per_day=1), approval=APPROVAL) is None


def test_a_second_person_lifts_no_missing_right() -> None:
    refund = replace(WISH, rights=frozenset({Right.REFUND_WHOLE}))

    assert denied(a_cashier(), refund, approval=APPROVAL) is Denied.RIGHT


@pytest.mark.parametrize("limit", [1, None])
@pytest.mark.parametrize(
    ("approval", "why"),
    [
        (replace(APPROVAL, approver=1), Denied.OWN_APPROVAL),
        (replace(APPROVAL, digest="other"), Denied.OTHER_APPROVAL),
        (replace(APPROVAL, batch="other"), Denied.USED_APPROVAL),
        (replace(APPROVAL, given_at=NOW - APPROVAL_LASTS - timedelta(microseconds=1)), Denied.OLD_APPROVAL),
        (replace(APPROVAL, given_at=NOW + timedelta(microseconds=1)), Denied.OLD_APPROVAL),
    ],
)
def test_an_approval_that_does_not_fit_is_refused_whether_it_is_needed_or_not(
    approval: Approval, why: Denied, limit: int | None
) -> None:
    assert denied(a_cashier(per_reversal=limit), approval=approval) is why


def test_an_approval_lasts_ten_minutes() -> None:
    last = NOW + timedelta(minutes=10)
    late = last + timedelta(microseconds=1)

    assert denied(a_cashier(per_reversal=1), approval=APPROVAL, now=last) is None
    assert denied(a_cashier(per_reversal=1), approval=APPROVAL, now=late) is Denied.OLD_APPROVAL


def test_what_a_batch_has_used_covers_its_other_lines_however_long_they_take() -> None:
    used = replace(APPROVAL, batch="b", given_at=NOW - timedelta(hours=1))

    assert denied(a_cashier(per_reversal=1), approval=used) is None


ORDER = OrderKey(GatewayName.PARAM, Environment.LIVE, "10738", "S-1")
LINE = ReturnRequest(siparis_id="S-1", line="A", verb=Verb.REFUND, amount=Money(100), payable=Money(7))
OTHER = replace(LINE, line="B")


@pytest.mark.parametrize(
    ("order", "requests"),
    [
        (replace(ORDER, merchant="10739"), [LINE, OTHER]),
        (replace(ORDER, environment=Environment.TEST), [LINE, OTHER]),
        (replace(ORDER, gateway=GatewayName.ESNEKPOS), [LINE, OTHER]),
        (replace(ORDER, reference="S-2"), [LINE, OTHER]),
        (ORDER, [replace(LINE, siparis_id="S-2"), OTHER]),
        (ORDER, [replace(LINE, line="C"), OTHER]),
        (ORDER, [replace(LINE, verb=Verb.VOID), OTHER]),
        (ORDER, [replace(LINE, amount=Money(101)), OTHER]),
        (ORDER, [replace(LINE, amount=Everything.ALL_SELLERS), OTHER]),
        (ORDER, [replace(LINE, payable=Money(8)), OTHER]),
        (ORDER, [OTHER, LINE]),
        (ORDER, [LINE]),
        (ORDER, [LINE, OTHER, OTHER]),
        (ORDER, []),
        (ORDER, [VoidRequest("S-1")]),
    ],
)
def test_any_difference_in_what_is_sent_is_another_digest(
    order: OrderKey, requests: list[MoneyRequest]
) -> None:
    assert digest_of(order, requests) != digest_of(ORDER, [LINE, OTHER])


def test_the_same_is_the_same_digest_in_either_spelling_of_a_guid() -> None:
    assert digest_of(ORDER, [replace(LINE, line="a"), OTHER]) == digest_of(ORDER, [LINE, OTHER])


def test_the_yes_to_one_void_is_none_to_another() -> None:
    assert digest_of(ORDER, [VoidRequest("S-1")]) != digest_of(ORDER, [VoidRequest("S-2")])


def test_what_shops_and_people_write_in_turkish_has_a_digest() -> None:
    order, said = replace(ORDER, reference="SİPARİŞ-ığ"), replace(SAID, person="Ayşe Çağrı")

    assert digest_of(order, [LINE]) != digest_of(ORDER, [LINE])
    assert digest_of_testimony(7, IntentState.DONE, said) != digest_of_testimony(7, IntentState.DONE, SAID)


SAID = Words(person="Can", reason="panelde yok", reference="P-1", approver="Ayşe")


@pytest.mark.parametrize(
    ("intent", "outcome", "said"),
    [
        (8, IntentState.DONE, SAID),
        (7, IntentState.REFUSED, SAID),
        (7, IntentState.DONE, replace(SAID, person="Cem")),
        (7, IntentState.DONE, replace(SAID, reason="panelde var")),
        (7, IntentState.DONE, replace(SAID, reference="P-2")),
    ],
)
def test_any_difference_in_what_is_said_is_another_digest(
    intent: int, outcome: IntentState, said: Words
) -> None:
    assert digest_of_testimony(intent, outcome, said) != digest_of_testimony(7, IntentState.DONE, SAID)


@pytest.mark.parametrize("limits", [{"per_reversal": 99999999}, {"per_day": 99999999}])
def test_everything_is_over_any_limit(limits: dict[str, int]) -> None:
    wish = replace(WISH, rights=frozenset({Right.ALL_SELLERS}), amount=Money(100))
    manager = replace(a_cashier(), role=Role.MANAGER)

    assert denied(manager, wish) is None
    limited = replace(manager, limits=a_cashier(**limits).limits)
    assert denied(limited, wish) is Denied.EVERYTHING_OVER_LIMIT
    assert denied(limited, wish, approval=APPROVAL) is None
