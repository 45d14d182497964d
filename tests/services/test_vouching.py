"""The ledger against its own log: what was changed by hand is named, and money that goes by it waits."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from services.domain.audit import Act
from services.domain.errors import Denied, InputProblem, InvalidInput, NotAllowed, NotVouched
from services.domain.money import ZERO
from services.domain.order import Order
from services.domain.reversal import IntentState
from services.ledger.database import Database
from services.ledger.vouching import about_intent, behind
from services.plans import LineReturn, ReturnPlan, plan_return, plan_void
from services.simulator.faults import Fault, Operation
from tests.services.staff import CASHIER, MANAGER, OWNER, sit, staffed
from tests.shop import Shop, lira


def by_hand(shop: Shop, statement: str) -> None:
    """Change the ledger as a person with SQL does: without the triggers, and put back in place afterwards."""
    with closing(sqlite3.connect(shop.folder / "ledger.sqlite3")) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        for _, sql in triggers:
            connection.execute(sql)
        connection.commit()


def a_return(shop: Shop, order: Order) -> ReturnPlan:
    part = LineReturn(line=order.lines[0].guid, amount=lira("30,00"), payable=ZERO)
    return plan_return(shop.view(order), (part,), shop.clock.now(), reason="x")


@pytest.fixture
def unknown(shop: Shop) -> Order:
    """An order of which a part's end is unknown: it is locked."""
    staffed(shop, sits=MANAGER)
    order = shop.an_order("30,00", "70,00")
    shop.simulator.faults.next(Fault.SYSTEM_ERROR, operation=Operation.MOVE)
    (intent,) = shop.give_back(order, (0, "30,00", "0,00")).intents
    assert intent.state is IntentState.OUTCOME_UNKNOWN
    return order


def press_again(shop: Shop, order: Order) -> tuple[str, ...]:
    """Look afresh and press; return what was in the way."""
    before = shop.book.requests_for(order.siparis_id)
    with pytest.raises(NotVouched) as no:
        shop.desk.reversals.execute(a_return(shop, order), operator=shop.desk.operator)
    assert shop.book.requests_for(order.siparis_id) == before
    return no.value.what


def test_what_nobody_touched_stands_as_the_log_says(shop: Shop, unknown: Order) -> None:
    assert shop.view(unknown).intents
    assert shop.desk.audit.differing() == ()
    shop.restart()
    assert shop.desk.audit.differing() == ()
    assert shop.desk.audit.verify().whole


def test_an_intent_that_was_changed_by_hand_lets_no_money_move(shop: Shop, unknown: Order) -> None:
    by_hand(shop, "DELETE FROM events")
    by_hand(shop, "UPDATE intents SET state = 'not_sent', sent_at = NULL")

    (what,) = press_again(shop, unknown)

    assert what.startswith("intent param/demo/")
    assert shop.desk.audit.differing() == (what,)
    assert shop.desk.audit.verify().differing == (what,)
    assert not shop.desk.audit.verify().whole


PEOPLE = {
    "role": "UPDATE operators SET role = 'owner' WHERE name = '{name}'",
    "PIN": "UPDATE operators SET pin = (SELECT pin FROM operators WHERE id = 1) WHERE name = '{name}'",
    "limit": "UPDATE operators SET per_day = 99999999 WHERE name = '{name}'",
    "here again": "UPDATE operators SET per_reversal = 5, active = 1 WHERE name = '{name}'",
}


@pytest.mark.parametrize("statement", PEOPLE.values(), ids=PEOPLE)
def test_a_person_who_was_changed_by_hand_moves_no_money(shop: Shop, statement: str) -> None:
    staffed(shop, sits=CASHIER)
    plan = replace(plan_void(shop.look(shop.a_sale()), shop.clock.now()), reason="x")
    by_hand(shop, statement.format(name=CASHIER))
    if "pin" in statement:
        shop.desk.seat.take(
            shop.desk.operator, shop.desk.operators._register.kept(shop.desk.operator.id).proof
        )
    elif "role" in statement:
        with pytest.raises(NotAllowed):
            shop.desk.operators.who()
        sit(shop, CASHIER)

    with pytest.raises(NotVouched) as no:
        shop.desk.reversals.execute(plan, operator=shop.desk.operator)

    assert no.value.what == (f"operator {shop.desk.operator.id}",)
    assert shop.book.requests_for(plan.reference) == 0
    assert shop.desk.audit.verify().differing == no.value.what


def test_a_setting_that_was_changed_by_hand_lets_no_money_move(shop: Shop) -> None:
    staffed(shop, sits=CASHIER)
    plan = replace(plan_void(shop.look(shop.a_sale()), shop.clock.now()), reason="x")
    by_hand(shop, "UPDATE settings SET value = '29' WHERE name = 'hold_seconds'")

    with pytest.raises(NotVouched) as no:
        shop.desk.reversals.execute(plan, operator=shop.desk.operator)
    assert no.value.what == ("settings",)
    assert shop.desk.audit.verify().differing == ("settings",)


def test_a_row_of_the_log_that_was_changed_along_with_it_vouches_for_nothing(
    shop: Shop, unknown: Order
) -> None:
    by_hand(shop, "DELETE FROM events")
    by_hand(shop, "UPDATE intents SET state = 'not_sent', sent_at = NULL")
    from services.ledger.vouching import every_about, state_of  # noqa: PLC0415  as a person with SQL and the source

    with shop.desk.audit._trail._database.reading() as connection:
        (about,) = [one for one in every_about(connection) if one.startswith("intent")]
        forged = state_of(connection, about)
    by_hand(shop, f"UPDATE audit SET state = '{forged}' WHERE about = '{about}'")  # noqa: S608  our own

    assert press_again(shop, unknown) == (about,)


def test_the_owner_lets_it_stand_with_a_reason_and_the_log_says_so(shop: Shop) -> None:
    staffed(shop, sits=OWNER)
    by_hand(shop, f"UPDATE operators SET per_day = 5 WHERE name = '{MANAGER}'")  # noqa: S608  a constant
    (what,) = shop.desk.audit.differing()
    with pytest.raises(InvalidInput) as empty:
        shop.desk.audit.vouch(what, " ")
    assert empty.value.problem is InputProblem.EMPTY

    shop.desk.audit.vouch(what, "I did it myself")

    assert shop.desk.audit.differing() == ()
    (_, newest), *_ = shop.desk.audit.entries(limit=1)
    assert (newest.act, newest.result) == (Act.VOUCHED, "as it stands: I did it myself")
    assert shop.desk.audit.verify().whole
    with pytest.raises(InvalidInput):
        shop.desk.audit.vouch(what, "again")
    sit(shop, MANAGER)
    with pytest.raises(NotAllowed) as no:
        shop.desk.audit.vouch(what, "no owner")
    assert no.value.why is Denied.RIGHT


def test_a_reversal_of_the_same_line_under_another_number_is_asked_about_by_its_own(
    shop: Shop, unknown: Order
) -> None:
    (intent,) = shop.view(unknown).intents
    other = replace(intent.draft, order=replace(intent.draft.order, reference="another-number"))

    with Database.look(shop.folder) as ledger, ledger.reading() as connection:
        abouts = behind(connection, other, [intent])

    assert about_intent(intent.draft.order, intent.id) in abouts
    assert about_intent(other.order, intent.id) not in abouts
