from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from services.domain.account import Account
from services.domain.errors import (
    Changed,
    InProgress,
    InputProblem,
    InvalidInput,
    LedgerFault,
    LedgerUnavailable,
    NotReversible,
    ServiceError,
    WhyNot,
)
from services.domain.evidence import What
from services.domain.money import ZERO, Money
from services.domain.reversal import (
    Confirmation,
    Draft,
    Intent,
    IntentState,
    SettledBy,
    Settlement,
    Verb,
    VoidRequest,
)
from services.domain.reversal import Testimony as Words  # a class named Test... is taken for one
from services.ledger.accounts import Accounts
from services.ledger.database import Database
from services.ledger.journal import Journal
from services.ledger.orders import Orders
from services.ledger.payments import Payments
from services.ledger.standing import Standing
from tests.services.ledger.making import (
    HAT,
    NOON,
    ORDER_PRICE,
    SHOE,
    SHOE_PRICE,
    a_draft,
    a_payment,
    a_return,
    a_void,
    after,
    an_esnekpos_account,
    an_order,
    done,
    ended,
    everything,
    key,
)


class OverTheLimit(ServiceError):
    """What a check of the test's own says."""


def settled(journal: Journal, draft: Draft, settlement: Settlement) -> Intent:
    """Arm, send and settle."""
    armed = journal.arm(draft, at=NOON)
    journal.sent(armed.id, at=after(1))
    return journal.settle(armed.id, settlement)


@pytest.fixture
def snapshot(payments: Payments, esnekpos: Account) -> int:
    return payments.keep(esnekpos.id, a_payment(), body="{}", taken_at=NOON).id


# Written down first


def test_a_void_is_written_down_exactly(journal: Journal, esnekpos: Account, snapshot: int) -> None:
    draft = a_void(esnekpos, seen_snapshot=snapshot)

    armed = journal.arm(draft, at=NOON)

    assert armed == Intent(
        id=armed.id, draft=draft, state=IntentState.ARMED, armed_at=NOON, sent_at=None, settled=None
    )
    assert journal.get(armed.id) == armed


def test_a_return_is_written_down_exactly(journal: Journal, param: Account) -> None:
    for draft in (
        replace(a_return(param, Money(1234), line=SHOE.lower(), payable=Money(8766)), position=3),
        everything(param, ORDER_PRICE, siparis_id="S-2", verb=Verb.VOID),
    ):
        assert journal.get(journal.arm(draft, at=NOON).id).draft == draft


def test_the_road_of_an_intent_is_written_down_step_by_step(
    journal: Journal, esnekpos: Account, snapshot: int
) -> None:
    armed = journal.arm(a_void(esnekpos), at=NOON)
    sent = journal.sent(armed.id, at=after(1))
    unknown = journal.settle(armed.id, ended(IntentState.OUTCOME_UNKNOWN, by=SettledBy.TRANSPORT))
    evidence = replace(
        done(Confirmation.SEEN, minute=3), by=SettledBy.QUERY, snapshot=snapshot, evidence="one new movement"
    )
    finished = journal.settle(armed.id, evidence)

    assert (sent.state, sent.sent_at, sent.settled) == (IntentState.SENT, after(1), None)
    assert unknown.settled == ended(IntentState.OUTCOME_UNKNOWN, by=SettledBy.TRANSPORT)
    assert finished.settled == evidence
    assert journal.get(armed.id) == finished
    steps = journal.events(armed.id)
    assert [(step.at, step.state, step.by) for step in steps] == [
        (NOON, IntentState.ARMED, None),
        (after(1), IntentState.SENT, None),
        (after(2), IntentState.OUTCOME_UNKNOWN, SettledBy.TRANSPORT),
        (after(3), IntentState.DONE, SettledBy.QUERY),
    ]
    assert (steps[2].code, steps[2].text, steps[2].evidence) == (
        "100",
        "İptal servisinde hata",
        '{"STATUS": "ERROR"}',
    )
    assert (steps[3].snapshot, steps[3].confirmation) == (snapshot, Confirmation.SEEN)


def test_what_a_gateway_said_outlives_what_came_later(journal: Journal, param: Account) -> None:
    refused = settled(journal, a_return(param, Money(100)), ended(IntentState.REFUSED))

    journal.settle(refused.id, ended(IntentState.OUTCOME_UNKNOWN, minute=3))
    journal.settle(refused.id, done(minute=4))

    assert [step.state for step in journal.events(refused.id)][2:] == [
        IntentState.REFUSED,
        IntentState.OUTCOME_UNKNOWN,
        IntentState.DONE,
    ]


# What the lock is on


def test_an_open_intent_locks_its_order_and_no_other(journal: Journal, esnekpos: Account) -> None:
    first = journal.arm(a_void(esnekpos, "one"), at=NOON)

    with pytest.raises(InProgress) as refused:
        journal.arm(a_void(esnekpos, "one"), at=after(1))
    journal.arm(a_void(esnekpos, "ONE"), at=after(1))

    assert refused.value.intent == first
    assert journal.open_of(key(esnekpos, "one")) == first
    assert journal.open_of(key(esnekpos, "two")) is None


def test_a_line_locks_the_other_lines_of_its_order(journal: Journal, param: Account) -> None:
    journal.arm(a_return(param, Money(100), line=SHOE), at=NOON)

    with pytest.raises(InProgress):
        journal.arm(a_return(param, Money(100), line=HAT), at=NOON)


def test_the_same_reference_at_another_merchant_is_another_order(
    journal: Journal, accounts: Accounts, esnekpos: Account
) -> None:
    other = accounts.add(an_esnekpos_account(merchant="OTHER"))

    journal.arm(a_void(esnekpos), at=NOON)
    journal.arm(a_void(other), at=NOON)

    assert journal.count() == 2


@pytest.mark.parametrize("state", [IntentState.REFUSED, IntentState.NOT_SENT])
def test_a_refused_or_unsent_one_frees_its_order(
    journal: Journal, esnekpos: Account, state: IntentState
) -> None:
    settled(journal, a_void(esnekpos), ended(state))

    again = journal.arm(a_void(esnekpos), at=after(9))

    assert again.id == 2
    assert [intent.state for intent in journal.of_order(again.draft.order)] == [state, IntentState.ARMED]


def test_an_unknown_one_keeps_its_order_locked(journal: Journal, esnekpos: Account) -> None:
    settled(journal, a_void(esnekpos), ended(IntentState.OUTCOME_UNKNOWN))

    with pytest.raises(InProgress):
        journal.arm(a_void(esnekpos), at=after(60 * 24 * 365))


def test_the_index_alone_keeps_the_lock_and_says_who_holds_it(
    journal: Journal, esnekpos: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = journal.arm(a_void(esnekpos), at=NOON)
    monkeypatch.setattr(Standing, "require", lambda *_args, **_limits: None)

    with pytest.raises(InProgress) as refused:
        journal.arm(a_void(esnekpos), at=NOON)

    assert refused.value.intent == first
    assert journal.count() == 1


def test_an_end_that_was_none_does_not_open_an_order_twice(journal: Journal, param: Account) -> None:
    old = settled(journal, a_return(param, Money(100)), ended(IntentState.REFUSED))
    new = journal.arm(a_return(param, Money(100)), at=after(5))

    with pytest.raises(InProgress) as refused:
        journal.settle(old.id, ended(IntentState.OUTCOME_UNKNOWN))

    assert refused.value.intent == new
    assert journal.get(old.id) == old


# What there is room for


def test_a_done_whole_reversal_shuts_its_order(journal: Journal, esnekpos: Account) -> None:
    settled(journal, a_void(esnekpos), done(Confirmation.PENDING))

    with pytest.raises(NotReversible) as refused:
        journal.arm(a_void(esnekpos), at=after(9))

    assert refused.value.why is WhyNot.ALREADY_VOIDED
    assert journal.count() == 1


def test_a_line_can_be_given_back_in_parts_until_nothing_is_left(
    journal: Journal, orders: Orders, param: Account
) -> None:
    orders.save(an_order(param))
    settled(journal, a_return(param, Money(4000)), done())

    with pytest.raises(InvalidInput) as refused:
        journal.arm(a_return(param, Money(6001)), at=NOON)
    settled(journal, a_return(param, Money(6000)), done())
    with pytest.raises(NotReversible) as used_up:
        journal.arm(a_return(param, Money(1)), at=NOON)
    settled(journal, a_return(param, Money(1), line=HAT, sold=ORDER_PRICE - SHOE_PRICE), done())

    assert (refused.value.problem, refused.value.limit) == (InputProblem.MORE_THAN_LEFT, Money(6000))
    assert used_up.value.why is WhyNot.NOTHING_LEFT
    assert journal.standing(key(param, "S-1")).given_back() == Money(10001)


def test_a_draft_of_an_order_that_was_edited_since_is_stopped(
    journal: Journal, orders: Orders, param: Account
) -> None:
    kept = orders.save(an_order(param))
    seen = a_return(param, Money(100)), everything(param, ORDER_PRICE)
    shoe, hat = kept.lines

    orders.save(replace(kept, lines=(replace(shoe, amount=SHOE_PRICE - Money(1)), hat)))
    for draft in seen:
        with pytest.raises(Changed) as stopped:
            journal.arm(draft, at=NOON)
        assert stopped.value.differences[0].what is What.AMOUNT
        assert stopped.value.differences[0].before == draft.sold
    orders.save(replace(kept, lines=(hat,)))
    with pytest.raises(Changed) as gone:
        journal.arm(seen[0], at=NOON)

    assert gone.value.differences[0].what is What.ORDER
    assert journal.count() == 0


def test_nothing_new_is_done_with_a_retired_account(
    journal: Journal, accounts: Accounts, esnekpos: Account
) -> None:
    accounts.change(replace(esnekpos, retired=True))

    with pytest.raises(NotReversible) as refused:
        journal.arm(a_void(esnekpos), at=NOON)

    assert refused.value.why is WhyNot.RETIRED_ACCOUNT


def test_a_check_refuses_inside_the_transaction(journal: Journal, esnekpos: Account) -> None:
    seen: list[Standing] = []

    def over_the_limit(standing: Standing) -> None:
        seen.append(standing)
        raise OverTheLimit

    with pytest.raises(OverTheLimit):
        journal.arm(a_void(esnekpos), at=NOON, check=over_the_limit)

    assert seen == [Standing(key(esnekpos, a_void(esnekpos).order.reference))]
    assert journal.count() == 0


@pytest.mark.parametrize(
    "broken",
    [
        lambda draft: replace(draft, order=replace(draft.order, merchant="OTHER")),
        lambda draft: replace(draft, order=replace(draft.order, reference="other")),
        lambda draft: replace(draft, request=VoidRequest("other")),
        lambda draft: replace(draft, verb=Verb.REFUND),
        lambda draft: replace(draft, amount=ZERO),
        lambda draft: replace(draft, amount=Money(-1)),
    ],
)
def test_a_draft_that_contradicts_itself_is_a_mistake(
    journal: Journal, esnekpos: Account, broken: object
) -> None:
    assert callable(broken)
    with pytest.raises(ValueError, match=r"order|request|nothing"):
        journal.arm(broken(a_void(esnekpos)), at=NOON)

    assert journal.count() == 0


@pytest.mark.parametrize(
    "broken",
    [
        lambda draft: replace(draft, order=replace(draft.order, reference="S-2")),
        lambda draft: replace(draft, verb=Verb.VOID),
        lambda draft: replace(draft, request=replace(draft.request, siparis_id="S-2")),
        lambda draft: replace(draft, request=replace(draft.request, verb=Verb.VOID)),
        lambda draft: replace(draft, order=replace(draft.order, merchant="OTHER")),
    ],
)
@pytest.mark.parametrize("whole", [True, False])
def test_a_return_that_is_not_what_is_locked_and_counted_is_a_mistake(
    journal: Journal, param: Account, broken: Callable[[Draft], Draft], *, whole: bool
) -> None:
    draft = everything(param, ORDER_PRICE) if whole else a_return(param, Money(100))
    with pytest.raises(ValueError, match=r"order|request"):
        journal.arm(broken(draft), at=NOON)

    assert journal.count() == 0


def test_an_amount_that_is_not_the_one_sent_is_a_mistake(journal: Journal, param: Account) -> None:
    with pytest.raises(ValueError, match="request"):
        journal.arm(replace(a_return(param, Money(100)), amount=Money(99)), at=NOON)


def test_a_snapshot_that_is_not_there_can_not_have_been_seen(journal: Journal, esnekpos: Account) -> None:
    with pytest.raises(LedgerUnavailable):
        journal.arm(a_void(esnekpos, seen_snapshot=77), at=NOON)

    assert journal.count() == 0


# How it ends


def test_only_an_armed_one_is_sent(journal: Journal, esnekpos: Account) -> None:
    armed = journal.arm(a_void(esnekpos), at=NOON)
    journal.sent(armed.id, at=after(1))

    with pytest.raises(ValueError, match="sent"):
        journal.sent(armed.id, at=after(2))

    assert journal.get(armed.id).sent_at == after(1)
    assert len(journal.events(armed.id)) == 2


def test_an_end_is_not_reached_by_a_step_that_does_not_exist(journal: Journal, esnekpos: Account) -> None:
    armed = journal.arm(a_void(esnekpos), at=NOON)

    with pytest.raises(ValueError, match="armed"):
        journal.settle(armed.id, done())
    with pytest.raises(ValueError, match="no outcome"):
        journal.settle(armed.id, ended(IntentState.SENT))

    assert journal.get(armed.id) == armed


def test_settling_what_is_not_there_is_raised(journal: Journal) -> None:
    with pytest.raises(LedgerUnavailable) as lost:
        journal.settle(77, done())

    assert lost.value.fault is LedgerFault.OTHER
    assert "77" in lost.value.detail


def test_a_done_one_is_confirmed_once_the_gateway_shows_it(
    journal: Journal, esnekpos: Account, snapshot: int
) -> None:
    finished = settled(journal, a_void(esnekpos), done(Confirmation.PENDING))
    assert journal.unconfirmed() == [finished]

    seen = journal.confirm(finished.id, Confirmation.SEEN, at=after(7), snapshot=snapshot)
    again = journal.confirm(finished.id, Confirmation.SEEN, at=after(8), snapshot=snapshot)

    expected = replace(done(Confirmation.SEEN), snapshot=snapshot)
    assert (seen.state, seen.settled) == (IntentState.DONE, expected)
    assert again == seen
    assert journal.unconfirmed() == []
    last = journal.events(finished.id)[-1]
    assert (last.at, last.state, last.by, last.snapshot, last.confirmation) == (
        after(7),
        IntentState.DONE,
        SettledBy.QUERY,
        snapshot,
        Confirmation.SEEN,
    )
    assert len(journal.events(finished.id)) == 4


def test_what_has_no_end_yet_waits_for_no_confirmation(journal: Journal, esnekpos: Account) -> None:
    armed = journal.arm(a_void(esnekpos), at=NOON)

    with pytest.raises(ValueError, match="waits for no confirmation"):
        journal.confirm(armed.id, Confirmation.SEEN, at=after(1), snapshot=None)

    assert journal.get(armed.id) == armed


def test_what_waits_for_no_confirmation_is_not_confirmed(
    journal: Journal, esnekpos: Account, param: Account
) -> None:
    refused = settled(journal, a_void(esnekpos), ended(IntentState.REFUSED))
    unasked = settled(journal, a_return(param, Money(100)), done(Confirmation.NOT_OFFERED))

    for intent in (refused, unasked):
        with pytest.raises(ValueError, match="no confirmation"):
            journal.confirm(intent.id, Confirmation.SEEN, at=after(5), snapshot=None)
        assert journal.get(intent.id) == intent
    with pytest.raises(ValueError, match="seen"):
        journal.confirm(refused.id, Confirmation.PENDING, at=after(5), snapshot=None)


def test_a_done_one_that_proves_to_have_failed_is_unknown_again_and_can_be_done_again(
    journal: Journal, esnekpos: Account, snapshot: int
) -> None:
    finished = settled(journal, a_void(esnekpos), done(Confirmation.PENDING))
    journal.confirm(finished.id, Confirmation.SEEN, at=after(3), snapshot=snapshot)

    unknown = journal.settle(finished.id, ended(IntentState.OUTCOME_UNKNOWN, by=SettledBy.QUERY))
    assert journal.open_of(finished.draft.order) == unknown
    assert journal.unconfirmed() == []

    assert journal.settle(finished.id, done(Confirmation.PENDING)).state is IntentState.DONE
    assert len(journal.unconfirmed()) == 1


def test_what_an_earlier_run_left_is_closed_by_what_is_known(journal: Journal, esnekpos: Account) -> None:
    armed = journal.arm(a_void(esnekpos, "armed"), at=NOON)
    sent = journal.sent(journal.arm(a_void(esnekpos, "sent"), at=NOON).id, at=after(1))
    unknown = settled(journal, a_void(esnekpos, "unknown"), ended(IntentState.OUTCOME_UNKNOWN))
    finished = settled(journal, a_void(esnekpos, "done"), done())

    swept = journal.sweep(at=after(30))

    assert [(intent.id, intent.state) for intent in swept] == [
        (armed.id, IntentState.NOT_SENT),
        (sent.id, IntentState.OUTCOME_UNKNOWN),
    ]
    for intent in swept:
        assert intent.settled is not None
        assert (intent.settled.by, intent.settled.at) == (SettledBy.RESTART, after(30))
        assert journal.get(intent.id) == intent
        assert journal.events(intent.id)[-1].by is SettledBy.RESTART
    assert journal.get(unknown.id) == unknown
    assert journal.get(finished.id) == finished
    assert journal.sweep(at=after(31)) == []


# Found again


def test_in_a_copy_that_was_put_back_an_armed_one_may_have_been_sent_since(
    journal: Journal, esnekpos: Account
) -> None:
    over = settled(journal, a_void(esnekpos, "OVER"), ended(IntentState.REFUSED))
    armed = journal.arm(a_void(esnekpos, "ARMED"), at=NOON)
    sent = journal.arm(a_void(esnekpos, "SENT"), at=NOON)
    journal.sent(sent.id, at=after(1))

    swept = journal.sweep(at=after(9), from_a_copy=True)

    assert [(intent.id, intent.state, intent.sent_at) for intent in swept] == [
        (armed.id, IntentState.OUTCOME_UNKNOWN, NOON),
        (sent.id, IntentState.OUTCOME_UNKNOWN, after(1)),
    ]
    assert journal.get(over.id) == over


def test_what_a_person_said_of_an_end_is_kept_with_it_and_with_its_step(
    journal: Journal, param: Account
) -> None:
    said = Words(person="Ayşe", reason="panelde yok", reference="PNL-7", approver="Fatma")
    unknown = settled(journal, a_return(param, Money(100)), ended(IntentState.OUTCOME_UNKNOWN))

    word = replace(ended(IntentState.REFUSED, by=SettledBy.PERSON, minute=3), testimony=said)
    refused = journal.settle(unknown.id, word)

    assert refused.settled == word
    assert [step.testimony for step in journal.events(unknown.id)] == [None, None, None, said]


def test_a_consent_and_an_authority_are_asked_in_the_transaction_they_may_stop(
    journal: Journal, param: Account
) -> None:
    asked: list[object] = []

    def authority(_connection: object, standing: Standing, draft: Draft, at: datetime) -> None:
        asked.append((standing.intents, draft, at))
        raise OverTheLimit

    def consent(_connection: object, intent: Intent) -> None:
        asked.append(intent)
        raise OverTheLimit

    draft = a_return(param, Money(100))
    with pytest.raises(OverTheLimit):
        journal.arm(draft, at=NOON, authority=authority)
    assert journal.count() == 0
    unknown = settled(journal, draft, ended(IntentState.OUTCOME_UNKNOWN))
    with pytest.raises(OverTheLimit):
        journal.settle(unknown.id, ended(IntentState.REFUSED), consent=consent)

    assert journal.get(unknown.id) == unknown
    assert asked == [((), draft, NOON), unknown]


def test_an_end_the_ledger_has_no_room_for_is_raised_and_not_taken_for_a_lock(
    journal: Journal, esnekpos: Account
) -> None:
    armed = journal.arm(a_void(esnekpos), at=NOON)
    sent = journal.sent(armed.id, at=after(1))

    with pytest.raises(LedgerUnavailable):
        journal.settle(sent.id, replace(ended(IntentState.REFUSED), snapshot=4711))

    assert journal.get(sent.id) == sent


def test_intents_are_found_by_state_text_and_number(journal: Journal, esnekpos: Account) -> None:
    first = settled(journal, a_void(esnekpos, "Sipariş I"), done())
    second = settled(journal, a_void(esnekpos, "Sipariş 2"), ended(IntentState.OUTCOME_UNKNOWN))
    third = journal.arm(replace(a_void(esnekpos, "three"), reason="iğne"), at=NOON)

    assert journal.in_state(IntentState.DONE, IntentState.ARMED) == [first, third]
    assert journal.newest() == [third, second, first]
    assert journal.newest(limit=1) == [third]
    assert journal.newest(before=third.id) == [second, first]
    assert journal.newest(before=first.id) == []
    assert journal.newest(state=IntentState.DONE) == [first]
    assert journal.newest(text="sipariş i") == [first]
    assert journal.newest(text="IĞNE") == [third]
    assert journal.newest(text="AYŞE") == [third, second, first]
    assert journal.newest(text=SHOE) == []
    assert journal.count() == 3


def test_a_return_is_found_by_its_sellers_line(journal: Journal, param: Account) -> None:
    of_a_line = settled(journal, a_return(param, Money(100)), done())
    journal.arm(everything(param, ORDER_PRICE, siparis_id="S-2"), at=NOON)

    assert journal.newest(text=SHOE.lower()) == [of_a_line]


def test_a_number_that_is_not_there_is_a_mistake(journal: Journal) -> None:
    with pytest.raises(KeyError):
        journal.get(77)


def test_an_intent_of_no_account_is_a_mistake(journal: Journal, esnekpos: Account) -> None:
    with pytest.raises(KeyError):
        journal.arm(a_draft(replace(esnekpos, id=77), VoidRequest("x"), amount=Money(1)), at=NOON)


# One line, one lock


def test_a_line_is_locked_under_whatever_order_number_it_is_sent(journal: Journal, param: Account) -> None:
    first = journal.arm(a_return(param, Money(100)), at=NOON)

    for spelling in (SHOE, SHOE.lower(), f"{{{SHOE}}}"):
        with pytest.raises(InProgress) as refused:
            journal.arm(a_return(param, Money(100), siparis_id="S-2", line=spelling), at=NOON)
        assert refused.value.intent == first


def test_what_went_back_of_a_line_counts_under_whatever_order_number(
    journal: Journal, param: Account
) -> None:
    settled(journal, a_return(param, SHOE_PRICE - Money(100)), done())

    with pytest.raises(InvalidInput) as refused:
        journal.arm(a_return(param, Money(101), siparis_id="S-2", line=SHOE.lower()), at=NOON)
    assert refused.value.limit == Money(100)


def test_everything_locks_each_line_of_its_order(journal: Journal, orders: Orders, param: Account) -> None:
    orders.save(an_order(param))
    journal.arm(everything(param, ORDER_PRICE), at=NOON)

    with pytest.raises(InProgress):
        journal.arm(a_return(param, Money(1), siparis_id="S-2", line=HAT), at=NOON)


def test_a_line_is_free_again_when_its_reversal_has_ended(journal: Journal, param: Account) -> None:
    settled(journal, a_return(param, Money(100)), ended(IntentState.REFUSED))

    again = journal.arm(a_return(param, Money(100), siparis_id="S-2"), at=NOON)

    assert again.state is IntentState.ARMED


def test_an_outcome_is_not_opened_again_while_another_holds_its_line(
    journal: Journal, param: Account
) -> None:
    first = settled(journal, a_return(param, Money(100)), ended(IntentState.REFUSED))
    second = journal.arm(a_return(param, Money(100), siparis_id="S-2"), at=NOON)

    with pytest.raises(InProgress) as refused:
        journal.settle(first.id, ended(IntentState.OUTCOME_UNKNOWN))
    assert refused.value.intent == second


def test_an_orders_lock_knows_no_characters_that_cannot_be_seen(journal: Journal, param: Account) -> None:
    journal.arm(a_return(param, Money(100), line=SHOE), at=NOON)

    with pytest.raises(InProgress):
        journal.arm(a_return(param, Money(100), siparis_id="S-\u200b1", line=HAT), at=NOON)


def test_who_holds_a_line_is_known_by_the_locks_that_were_taken_and_not_by_todays_lines(
    journal: Journal, orders: Orders, database: Database, param: Account
) -> None:
    orders.save(an_order(param))
    first = settled(journal, everything(param, ORDER_PRICE), ended(IntentState.REFUSED))
    with database.writing() as connection:
        connection.run("DELETE FROM order_lines WHERE guid = ?", [HAT])
    second = journal.arm(a_return(param, Money(100), siparis_id="S-2", line=HAT), at=NOON)

    with pytest.raises(InProgress) as refused:
        journal.settle(first.id, ended(IntentState.OUTCOME_UNKNOWN))
    assert refused.value.intent == second
