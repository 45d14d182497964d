"""What is asked for is exact, and an intent ends only the ways the picture shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from enum import Enum

import pytest

from services.domain.account import Environment, GatewayName
from services.domain.money import ZERO, Money
from services.domain.reversal import (
    TRANSITIONS,
    Confirmation,
    Draft,
    Everything,
    Intent,
    IntentState,
    MoneyRequest,
    OrderKey,
    ReturnRequest,
    SettledBy,
    Settlement,
    Verb,
    VoidRequest,
)
from services.domain.reversal import Testimony as Words  # a class named Test... is taken for one
from tests.builders import GUIDS, lira


def a_return(amount: object = Money(1), payable: Money = ZERO) -> ReturnRequest:
    return ReturnRequest(
        siparis_id="SP-1001",
        line=GUIDS[0],
        verb=Verb.REFUND,
        amount=amount,  # type: ignore[arg-type]  # what else it is given is what is tested
        payable=payable,
    )


def a_draft(request: MoneyRequest) -> Draft:
    return Draft(
        order=OrderKey(GatewayName.PARAM, Environment.TEST, "10738", "SP-1001"),
        account_id=2,
        batch="b",
        position=0,
        request=request,
        verb=Verb.REFUND,
        amount=lira("10,00"),
        sold=lira("100,00"),
        returned_there=ZERO,
        seen_snapshot=None,
        reason="",
        operator="ayse",
        till="till-1",
        process="p",
    )


@pytest.mark.parametrize("amount", [ZERO, Money(-1)])
def test_no_amount_and_less_are_refused(amount: Money) -> None:
    with pytest.raises(ValueError, match="positive"):
        a_return(amount)


@pytest.mark.parametrize("amount", [0, 12.5, "12,50", "", None, False])
def test_nothing_but_money_or_everything_is_an_amount(amount: object) -> None:
    with pytest.raises(TypeError):
        a_return(amount)


def test_everything_is_asked_for_by_its_own_name() -> None:
    assert a_return(Everything.ALL_SELLERS).amount is Everything.ALL_SELLERS


def test_a_seller_may_be_due_nothing_but_never_less() -> None:
    assert a_return(Money(1), ZERO).payable == ZERO
    with pytest.raises(ValueError, match="negative"):
        a_return(Money(1), Money(-1))
    with pytest.raises(ValueError, match="negative"):
        a_return(Everything.ALL_SELLERS, Money(-1))


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        (VoidRequest("POS-1"), None),
        (a_return(Everything.ALL_SELLERS), None),
        (a_return(lira("10,00")), GUIDS[0]),
    ],
)
def test_only_an_amount_is_about_one_line(request_: MoneyRequest, line: str | None) -> None:
    draft = a_draft(request_)
    assert draft.line == line
    assert draft.whole is (line is None)


@pytest.mark.parametrize("state", IntentState)
def test_an_order_is_locked_while_the_end_is_open(state: IntentState) -> None:
    locked = {IntentState.ARMED, IntentState.SENT, IntentState.OUTCOME_UNKNOWN}
    assert state.is_open == (state in locked)


@pytest.mark.parametrize("state", IntentState)
def test_there_is_a_slip_of_what_may_have_left_and_has_ended(state: IntentState) -> None:
    noon = datetime(2026, 3, 2, 9, tzinfo=UTC)
    draft = a_draft(a_return())
    intent = Intent(id=1, draft=draft, state=state, armed_at=noon, sent_at=noon, settled=None)

    assert intent.has_slip == (state in {IntentState.DONE, IntentState.REFUSED, IntentState.OUTCOME_UNKNOWN})


@pytest.mark.parametrize(
    ("enum", "words"),
    [
        (Verb, ["void", "refund"]),
        (Everything, ["all sellers"]),
        (IntentState, ["armed", "sent", "done", "refused", "not_sent", "unknown"]),
        (SettledBy, ["answer", "transport", "query", "restart", "person"]),
        (Confirmation, ["not offered", "pending", "seen"]),
    ],
)
def test_the_words_are_those_that_lie_in_every_ledger_already(enum: type[Enum], words: list[str]) -> None:
    assert [member.value for member in enum] == words


def test_the_steps_are_these() -> None:
    """Written out a second time on purpose: a change of it is a decision, and is made in two places."""
    steps = {before.value: {after.value for after in afters} for before, afters in TRANSITIONS.items()}

    assert steps == {
        "armed": {"sent", "not_sent"},
        "sent": {"done", "refused", "not_sent", "unknown"},
        "unknown": {"done", "refused"},
        "done": {"unknown"},
        "refused": {"unknown"},
        "not_sent": set(),
    }


def test_what_is_not_said_is_not_so() -> None:
    end = Settlement(
        state=IntentState.REFUSED, by=SettledBy.ANSWER, at=datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    )

    assert (end.absence_settles, end.evidence) == (False, "")
    assert a_draft(VoidRequest("POS-1")).operator_id == 0  # nobody signs in


def test_every_state_has_its_steps() -> None:
    assert set(TRANSITIONS) == set(IntentState)


def test_nothing_goes_back_to_before_it_was_sent() -> None:
    reached = set().union(*TRANSITIONS.values())
    assert IntentState.ARMED not in reached
    assert {before for before, after in TRANSITIONS.items() if IntentState.SENT in after} == {
        IntentState.ARMED
    }


def test_what_was_sent_is_never_called_unsent_again_once_its_end_was_unknown() -> None:
    seen, to_see = set[IntentState](), [IntentState.OUTCOME_UNKNOWN]
    while to_see:
        state = to_see.pop()
        seen.add(state)
        to_see += TRANSITIONS[state] - seen
    assert IntentState.NOT_SENT not in seen


def test_what_surely_never_left_is_over() -> None:
    assert TRANSITIONS[IntentState.NOT_SENT] == frozenset()


def test_what_a_person_says_is_said_alone_unless_somebody_agreed() -> None:
    said = Words(person="Ayşe", reason="panelde yok", reference="P-1", approver=None)

    assert said.alone is True
    assert replace(said, approver="Fatma").alone is False
