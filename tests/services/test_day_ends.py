"""Gün sonu: what stands on a day's sheet, what is carried over, and that a closed one never changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from services.day_sheet_text import from_text, to_text
from services.domain import reversal
from services.domain.account import Environment
from services.domain.day_sheet import DaySheet, Fate, Sums
from services.domain.errors import InputProblem, InvalidInput, NotAllowed
from services.domain.money import ZERO
from services.domain.reversal import Intent, IntentState, SettledBy, Settlement
from services.plans import plan_void
from services.simulator.faults import Fault, Operation
from tests.services.staff import CASHIER, MANAGER, sit, staffed
from tests.shop import NOON, Shop, lira

FRIDAY = date(2026, 11, 20)
SATURDAY = date(2026, 11, 21)


def of(shop: Shop, day: date) -> DaySheet:
    return shop.desk.office().day_ends.sheet(day)


def sums(shop: Shop, day: date) -> Sums:
    return of(shop, day).sums(Environment.DEMO)


def names(sheet: DaySheet) -> list[tuple[str, Fate]]:
    return [(line.subject.reference, line.fate) for line in sheet.lines]


def a_lost_return(shop: Shop, amount: str = "100,00", *, name: str = "siparis-1") -> Intent:
    """Give something back at Param, whose answer is lost: only a person can say how it went."""
    shop.simulator.faults.next(Fault.ANSWER_LOST_AFTER_BOOKING, operation=Operation.MOVE)
    (intent,) = shop.give_back(shop.an_order(amount, name=name), (0, amount, "0,00")).intents
    assert intent.state is IntentState.OUTCOME_UNKNOWN
    return intent


def said_paid(shop: Shop, intent: Intent) -> None:
    """Let a person settle it, as the panel shows it."""
    testimony = reversal.Testimony(person="ayşe", reason="panelde var", reference="PNL-1", approver=None)
    settlement = Settlement(
        state=IntentState.DONE, by=SettledBy.PERSON, at=shop.clock.now(), testimony=testimony
    )
    shop.desk.reversals._journal.settle(intent.id, settlement)


def test_a_quiet_day_has_an_empty_sheet(shop: Shop) -> None:
    sheet = of(shop, FRIDAY)
    assert (sheet.lines, sheet.open, sheet.environments, sheet.closing) == ((), (), (), None)
    assert sheet.sums(Environment.LIVE).net == ZERO


def test_voids_refunds_and_refusals_are_added_up_each_for_itself(shop: Shop) -> None:
    shop.void(shop.a_sale("250,00"))
    shop.give_back(
        shop.an_order("100,00", "80,00", ago=timedelta(days=2)), (0, "40,00", "60,00"), (1, "30,00", "50,00")
    )

    assert sums(shop, FRIDAY) == Sums(
        voids=1, voided=lira("250,00"), refunds=2, refunded=lira("70,00"), refusals=0, refused=ZERO
    )
    assert sums(shop, FRIDAY).net == lira("320,00")


def test_a_refusal_is_listed_and_moves_no_sum(shop: Shop) -> None:
    shop.book.habits.payable_within_return = True
    shop.give_back(shop.an_order("100,00", ago=timedelta(days=2)), (0, "40,00", "60,00"))
    (line,) = of(shop, FRIDAY).lines
    assert line.fate is Fate.REFUSED
    assert line.code
    assert sums(shop, FRIDAY) == Sums(refusals=1, refused=lira("40,00"))


def test_an_unknown_one_is_in_no_sum_and_carried_over_until_it_is_settled(shop: Shop) -> None:
    intent = a_lost_return(shop)
    assert sums(shop, FRIDAY) == Sums()
    assert [line.subject.intent for line in of(shop, FRIDAY).open] == [intent.id]

    shop.clock.advance(timedelta(days=1))
    assert [line.subject.intent for line in of(shop, SATURDAY).open] == [intent.id]
    assert not of(shop, SATURDAY).open[0].awaits_confirmation

    said_paid(shop, intent)
    (line,) = of(shop, SATURDAY).lines
    assert (line.fate, line.subject.belongs_to, line.said_by) == (Fate.DONE, FRIDAY, "ayşe")
    assert of(shop, SATURDAY).open == ()
    assert sums(shop, SATURDAY).net == lira("100,00")
    assert sums(shop, FRIDAY) == Sums()
    assert [line.subject.intent for line in of(shop, FRIDAY).open] == [intent.id]


def test_one_that_the_gateway_does_not_show_yet_is_counted_and_named(shop: Shop) -> None:
    plan = plan_void(shop.look(shop.a_sale("250,00")), shop.clock.now())
    shop.simulator.faults.always(Fault.NOT_YET_VISIBLE, operation=Operation.ASK)
    shop.desk.reversals.execute(plan, operator=shop.presser)
    sheet = of(shop, FRIDAY)
    assert sheet.sums(Environment.DEMO).net == lira("250,00")
    assert [line.awaits_confirmation for line in sheet.open] == [True]


def test_what_is_not_certain_any_more_is_taken_off_on_the_day_that_is_found_out(shop: Shop) -> None:
    (done,) = shop.void(shop.a_sale("250,00")).intents
    shop.clock.advance(timedelta(days=1))
    doubt = Settlement(state=IntentState.OUTCOME_UNKNOWN, by=SettledBy.QUERY, at=shop.clock.now())
    shop.desk.reversals._journal.settle(done.id, doubt)

    assert sums(shop, FRIDAY).net == lira("250,00")
    assert sums(shop, SATURDAY) == Sums(voids=-1, voided=lira("0,00") - lira("250,00"))
    assert [line.subject.intent for line in of(shop, SATURDAY).open] == [done.id]


def test_a_closed_day_never_changes_and_what_comes_later_stands_on_the_next_sheet(shop: Shop) -> None:
    shop.void(shop.a_sale("250,00"))
    closed = shop.desk.office().day_ends.close(FRIDAY)
    assert closed.closing is not None
    assert (closed.closing.number, closed.closing.at) == (1, NOON)

    late = shop.a_sale("40,00")
    shop.clock.advance(timedelta(minutes=5))
    shop.void(late)
    shop.clock.advance(timedelta(days=1))

    assert of(shop, FRIDAY) == closed
    (line,) = of(shop, SATURDAY).lines
    assert (line.subject.reference, line.subject.belongs_to) == (late.reference, FRIDAY)


def test_another_cutoff_moves_nothing_that_was_closed_to_a_second_sheet(shop: Shop) -> None:
    shop.void(shop.a_sale("250,00"))
    closed = shop.desk.office().day_ends.close(FRIDAY)
    ends_earlier = replace(shop.esnekpos, cutoff=time(11, 0))  # by which it was on Saturday

    shop.desk.accounts.change(ends_earlier, None)
    shop.clock.advance(timedelta(days=1))

    assert of(shop, FRIDAY) == closed
    assert of(shop, SATURDAY).lines == ()
    assert [one.day for one in shop.desk.office().day_ends.month(FRIDAY) if one.sums] == [FRIDAY]


def test_another_cutoff_loses_nothing_into_a_day_that_was_closed_without_it(shop: Shop) -> None:
    shop.desk.accounts.change(replace(shop.esnekpos, cutoff=time(11, 0)), None)
    shop.esnekpos = shop.desk.accounts.all()[0]
    sale = shop.a_sale("250,00", ago=timedelta(minutes=10))
    shop.void(sale)
    assert shop.desk.office().day_ends.close(FRIDAY).lines == ()

    shop.desk.accounts.change(replace(shop.esnekpos, cutoff=None), None)
    shop.clock.advance(timedelta(days=1))

    assert names(of(shop, SATURDAY)) == [(sale.reference, Fate.DONE)]


def test_an_unknown_one_of_a_closed_day_is_settled_on_a_later_sheet(shop: Shop) -> None:
    intent = a_lost_return(shop)
    closed = shop.desk.office().day_ends.close(FRIDAY)
    shop.clock.advance(timedelta(minutes=5))
    said_paid(shop, intent)
    assert of(shop, FRIDAY) == closed
    assert [line.subject.intent for line in closed.open] == [intent.id]
    shop.clock.advance(timedelta(days=1))
    assert names(of(shop, SATURDAY)) == [("siparis-1", Fate.DONE)]


def test_days_are_numbered_without_a_gap_in_the_order_they_are_closed(shop: Shop) -> None:
    shop.clock.advance(timedelta(days=1))
    numbers = [shop.desk.office().day_ends.close(day).closing for day in (SATURDAY, FRIDAY, SATURDAY)]
    assert [one.number for one in numbers if one is not None] == [1, 2, 1]


def test_tomorrow_can_be_neither_read_nor_closed(shop: Shop) -> None:
    for ask in (shop.desk.office().day_ends.sheet, shop.desk.office().day_ends.close):
        with pytest.raises(InvalidInput) as refused:
            ask(SATURDAY)
        assert refused.value.problem is InputProblem.IN_THE_FUTURE


def test_a_cashier_reads_sheets_and_a_manager_closes_days(shop: Shop) -> None:
    staffed(shop, sits=CASHIER)
    sheet = of(shop, FRIDAY)
    with pytest.raises(NotAllowed):
        shop.desk.office().day_ends.close(FRIDAY)
    with pytest.raises(NotAllowed):
        shop.desk.office().day_ends.paper(sheet, "a4-tr", lambda: b"paper")
    sit(shop, MANAGER)
    closing = shop.desk.office().day_ends.close(FRIDAY).closing
    assert closing is not None
    assert closing.by == MANAGER


def test_sums_are_told_by_account_by_operator_and_by_approver(shop: Shop) -> None:
    staffed(shop, sits=MANAGER)
    shop.void(shop.a_sale("250,00"))
    sit(shop, CASHIER)
    shop.void(shop.a_sale("40,00"))
    sheet = of(shop, FRIDAY)
    by_operator = sheet.by(lambda one: one.operator, Environment.DEMO)
    assert {name: one.net for name, one in by_operator.items()} == {
        MANAGER: lira("250,00"),
        CASHIER: lira("40,00"),
    }
    by_account = sheet.by(lambda one: one.account, Environment.DEMO)
    assert {name: one.net for name, one in by_account.items()} == {"Merkez": lira("290,00")}


def test_a_paper_of_a_closed_day_is_the_same_to_the_byte_and_one_of_an_open_day_is_made_anew(
    shop: Shop,
) -> None:
    def paper(sheet: DaySheet, made: bytes) -> bytes:
        return shop.desk.office().day_ends.paper(sheet, "a4-tr", _making(made))

    open_still = of(shop, FRIDAY)
    assert [paper(open_still, b"one"), paper(open_still, b"two")] == [b"one", b"two"]
    closed = shop.desk.office().day_ends.close(FRIDAY)
    assert [paper(closed, b"three"), paper(closed, b"four")] == [b"three", b"three"]
    shop.restart()
    assert paper(of(shop, FRIDAY), b"five") == b"three"


def test_closing_and_every_paper_is_in_the_log(shop: Shop) -> None:
    shop.desk.audit.trust()  # as the window does once it is open: the key is at hand from then on
    sheet = shop.desk.office().day_ends.close(FRIDAY)
    shop.desk.office().day_ends.paper(sheet, "a4-tr", _making(b"paper"))
    said = [(entry.act.value, entry.subject, entry.result) for _, entry in shop.desk.audit.entries()]
    assert ("day end", "2026-11-20", "number 1") in said
    assert ("export", "2026-11-20 a4-tr", "day sheet") in said
    assert sheet.closing is not None
    assert sheet.closing.code


def test_the_picture_of_a_month_says_what_each_day_says(shop: Shop) -> None:
    shop.void(shop.a_sale("250,00"))
    shop.desk.office().day_ends.close(FRIDAY)
    shop.clock.advance(timedelta(days=1))
    shop.void(shop.a_sale("40,00"))
    month = shop.desk.office().day_ends.month(SATURDAY)
    assert [one.day.day for one in month] == list(range(1, 31))
    told = {one.day: (one.sums[Environment.DEMO].net, one.number) for one in month if one.sums}
    assert told == {FRIDAY: (lira("250,00"), 1), SATURDAY: (lira("40,00"), None)}


def test_a_sheet_is_read_back_as_it_was_written(shop: Shop) -> None:
    shop.void(shop.a_sale("250,00"))
    a_lost_return(shop, "12,34", name='S"ş|;ı')
    sheet = of(shop, FRIDAY)
    assert from_text(to_text(sheet)) == sheet


def _making(paper: bytes) -> Callable[[], bytes]:
    return lambda: paper
