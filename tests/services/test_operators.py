"""Signing in, PINs that are guessed, and a second person's yes, through the real desk."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Literal

import pytest
from argon2 import PasswordHasher, Type, extract_parameters

from services import pins
from services.domain.audit import Act, Entry
from services.domain.errors import Denied, InputProblem, InvalidInput, NotAllowed
from services.domain.money import ZERO, Money
from services.domain.operator import Approval, Limits, Operator, Role
from services.domain.order import Order
from services.domain.reversal import IntentState
from services.domain.settings import Settings
from services.owner_proof import MOST_WRONG
from services.plans import LineReturn, ReturnPlan, plan_return
from services.reversals import Executed
from services.simulator.faults import Fault, Operation
from tests.services.staff import CASHIER, MANAGER, OWNER, PINS, limit, sit, staffed
from tests.shop import Shop, lira

WRONG = "00000000"


def denied(shop: Shop, name: str, pin: str) -> NotAllowed:
    with pytest.raises(NotAllowed) as no:
        shop.desk.operators.sign_in(name, pin)
    return no.value


def lock_out(shop: Shop, name: str) -> NotAllowed:
    for _ in range(MOST_WRONG - 1):
        assert denied(shop, name, WRONG).why is Denied.WRONG_PIN
    return denied(shop, name, WRONG)


def test_whoever_knows_their_pin_sits_down(shop: Shop) -> None:
    staffed(shop)

    session = shop.desk.operators.sign_in(CASHIER.upper(), PINS[CASHIER])

    assert (session.operator.name, session.since) == (CASHIER, shop.clock.now())
    assert shop.desk.operators.who() == session.operator == shop.desk.operator


@pytest.mark.parametrize("pin", [WRONG, "", "903318", "90331856 ", "٩٠٣٣١٨٥٦"])
def test_a_wrong_pin_lets_nobody_in(shop: Shop, pin: str) -> None:
    staffed(shop)

    assert denied(shop, CASHIER, pin).why is Denied.WRONG_PIN
    assert shop.desk.operators.session is None


@pytest.mark.parametrize("name", ["", "Nobody", "90331856"])
def test_a_name_that_is_nobodys_is_a_wrong_pin_and_written_down_as_nobodys(shop: Shop, name: str) -> None:
    staffed(shop)

    assert denied(shop, name, PINS[CASHIER]).why is Denied.WRONG_PIN

    sit(shop, OWNER)
    told = next(entry for _, entry in shop.desk.audit.entries() if entry.result == "nobody of that name")
    assert told.who == "?"  # a PIN typed into the field above it is in no log


def test_who_no_longer_works_here_is_nobody(shop: Shop) -> None:
    staffed(shop, sits=OWNER)
    (cashier,) = [one for one in shop.desk.operators.all() if one.name == CASHIER]
    shop.desk.operators.change(replace(cashier, active=False))

    assert denied(shop, CASHIER, PINS[CASHIER]).why is Denied.WRONG_PIN
    assert CASHIER not in shop.desk.operators.names()
    assert CASHIER in [one.name for one in shop.desk.operators.all(gone=True)]


def test_five_wrong_pins_lock_for_five_minutes(shop: Shop) -> None:
    staffed(shop)

    no = lock_out(shop, CASHIER)
    until = shop.clock.now() + timedelta(minutes=5)

    assert (no.why, no.until) == (Denied.LOCKED_OUT, until)
    assert denied(shop, CASHIER, PINS[CASHIER]).until == until
    shop.clock.advance(timedelta(minutes=4, seconds=59))
    assert denied(shop, CASHIER, PINS[CASHIER]).why is Denied.LOCKED_OUT
    shop.clock.advance(timedelta(seconds=1))
    assert sit(shop, CASHIER).name == CASHIER


def test_a_lock_holds_however_often_the_program_is_started(shop: Shop) -> None:
    staffed(shop)
    for _ in range(MOST_WRONG):
        denied(shop, CASHIER, WRONG)
        shop.restart()

    assert denied(shop, CASHIER, PINS[CASHIER]).why is Denied.LOCKED_OUT
    shop.restart()
    assert denied(shop, CASHIER, PINS[CASHIER]).why is Denied.LOCKED_OUT


def test_a_clock_that_was_a_year_ahead_locks_nobody_out_until_that_year(shop: Shop) -> None:
    staffed(shop)
    now = shop.clock.now()
    shop.clock.advance(timedelta(days=365))
    lock_out(shop, OWNER)
    shop.clock.move_to(now)

    assert denied(shop, OWNER, PINS[OWNER]).until == now + timedelta(minutes=5)
    shop.clock.advance(timedelta(minutes=4, seconds=59))
    assert denied(shop, OWNER, PINS[OWNER]).until == now + timedelta(minutes=5)
    shop.clock.advance(timedelta(seconds=1))
    assert sit(shop, OWNER).name == OWNER


def test_a_lock_is_of_one_person(shop: Shop) -> None:
    staffed(shop)
    lock_out(shop, CASHIER)

    assert sit(shop, MANAGER).name == MANAGER


def test_tries_while_locked_do_not_make_it_longer(shop: Shop) -> None:
    staffed(shop)
    until = lock_out(shop, CASHIER).until
    shop.clock.advance(timedelta(minutes=3))
    for _ in range(MOST_WRONG):
        assert denied(shop, CASHIER, WRONG).until == until


def test_a_right_pin_forgives_the_wrong_ones_before_it(shop: Shop) -> None:
    staffed(shop)
    for _ in range(3):
        for _ in range(MOST_WRONG - 1):
            denied(shop, CASHIER, WRONG)
        sit(shop, CASHIER)


def test_the_fifth_may_be_right(shop: Shop) -> None:
    staffed(shop)
    for _ in range(MOST_WRONG - 1):
        denied(shop, CASHIER, WRONG)

    assert sit(shop, CASHIER).name == CASHIER
    assert denied(shop, CASHIER, WRONG).why is Denied.WRONG_PIN


def test_many_windows_have_five_tries_together(shop: Shop) -> None:
    """An attempt is counted before it is tried: who guesses on ten threads guesses five times."""
    staffed(shop)
    tried: list[str] = []

    class Counted(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:  # noqa: A002  the library's name
            tried.append(str(password))
            return super().verify(hash, password)

    shop.desk.operators._pins._hashes = Counted(time_cost=1, memory_cost=8, parallelism=1)
    threads = [threading.Thread(target=denied, args=(shop, CASHIER, WRONG)) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(tried) == MOST_WRONG


def test_an_owner_gives_another_pin_and_forgives(shop: Shop) -> None:
    staffed(shop)
    lock_out(shop, CASHIER)
    sit(shop, OWNER)
    (cashier,) = [one for one in shop.desk.operators.all() if one.name == CASHIER]

    shop.desk.operators.set_pin(cashier.id, "13579")

    assert shop.desk.operators.sign_in(CASHIER, "13579").operator == cashier


def test_whoever_sits_there_changes_their_own_pin_by_the_old_one(shop: Shop) -> None:
    staffed(shop, sits=CASHIER)
    with pytest.raises(NotAllowed):
        shop.desk.operators.change_own_pin(WRONG, "13579")

    shop.desk.operators.change_own_pin(PINS[CASHIER], "13579")

    assert denied(shop, CASHIER, PINS[CASHIER]).why is Denied.WRONG_PIN
    shop.desk.operators.sign_in(CASHIER, "13579")


@pytest.mark.parametrize(
    ("pin", "problem"),
    [
        ("", InputProblem.NOT_A_NUMBER),
        ("12a4", InputProblem.NOT_A_NUMBER),
        ("١٢٣٤", InputProblem.NOT_A_NUMBER),
        ("123", InputProblem.TOO_SHORT),
        ("1234567890123", InputProblem.TOO_LONG),
    ],
)
def test_a_pin_is_four_to_twelve_digits(shop: Shop, pin: str, problem: InputProblem) -> None:
    with pytest.raises(InvalidInput) as no:
        shop.desk.operators.add("Ece", Role.CASHIER, pin)

    assert (no.value.field, no.value.problem) == ("pin", problem)


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        (" ", InputProblem.EMPTY),
        ("\u200b\u3164 ", InputProblem.EMPTY),
        ("x" * 61, InputProblem.TOO_LONG),
        ("CAN ünal", InputProblem.ALREADY_THERE),
        ("Can\u200b Ünal", InputProblem.ALREADY_THERE),
        ("Can\u00a0 Ünal", InputProblem.ALREADY_THERE),
        ("Ｃan Ünal", InputProblem.ALREADY_THERE),
    ],
)
def test_a_name_is_given_once_and_kept(shop: Shop, name: str, problem: InputProblem) -> None:
    staffed(shop, sits=OWNER)

    with pytest.raises(InvalidInput) as no:
        shop.desk.operators.add(name, Role.CASHIER, "1234")

    assert (no.value.field, no.value.problem) == ("name", problem)


def test_a_limit_is_no_debt(shop: Shop) -> None:
    with pytest.raises(InvalidInput) as no:
        shop.desk.operators.add("Ece", Role.CASHIER, "1234", limits=Limits(per_day=Money(-1)))

    assert no.value.field == "per_day"


def test_pins_are_switched_on_once_an_owner_has_one(shop: Shop) -> None:
    shop.desk.operators.add(CASHIER, Role.CASHIER, PINS[CASHIER])
    with pytest.raises(InvalidInput) as no:
        shop.desk.operators.change_settings(Settings(pins=True))
    assert (no.value.field, no.value.problem) == ("pins", InputProblem.LAST_OWNER)
    shop.desk.operators.add(OWNER, Role.OWNER, PINS[OWNER])

    shop.desk.operators.change_settings(Settings(pins=True))

    with pytest.raises(NotAllowed):
        shop.desk.operators.who()
    shop.restart()
    with pytest.raises(NotAllowed):
        shop.desk.lookup.in_ledger("")


def test_an_owner_switches_pins_off_and_is_alone_again(shop: Shop) -> None:
    staffed(shop, sits=OWNER)

    shop.desk.operators.change_settings(Settings(pins=False))

    assert shop.desk.operators.who().id == 0
    assert shop.desk.operators.session is None


@pytest.mark.parametrize("change", [{"role": Role.MANAGER}, {"active": False}])
def test_somebody_is_left_who_may_do_everything(shop: Shop, change: dict[str, object]) -> None:
    staffed(shop)
    owner = sit(shop, OWNER)

    with pytest.raises(InvalidInput) as no:
        shop.desk.operators.change(replace(owner, **change))  # type: ignore[arg-type]  # fields of any type

    assert no.value.problem is InputProblem.LAST_OWNER
    assert shop.desk.operators.who() == owner


@pytest.mark.parametrize(
    "settings", [Settings(idle_minutes=0), Settings(hold_seconds=3), Settings(hold_seconds=21)]
)
def test_a_setting_is_in_its_range(shop: Shop, settings: Settings) -> None:
    with pytest.raises(InvalidInput) as no:
        shop.desk.operators.change_settings(settings)

    assert no.value.problem is InputProblem.OUT_OF_RANGE


def test_what_the_shop_chose_is_there_after_a_restart(shop: Shop) -> None:
    chosen = Settings(pins=False, idle_minutes=3, hold_seconds=20)
    shop.desk.operators.change_settings(chosen)
    shop.restart()

    assert shop.desk.operators.settings() == chosen


def test_who_comes_and_goes_is_written_down(shop: Shop) -> None:
    staffed(shop)
    denied(shop, CASHIER, WRONG)
    sit(shop, CASHIER)
    shop.desk.operators.sign_out(idle=True)
    sit(shop, OWNER)

    told = [(entry.who, entry.act, entry.result) for _, entry in shop.desk.audit.entries(limit=4)]
    assert told == [
        (OWNER, Act.SIGN_IN, "ok"),
        (CASHIER, Act.SIGN_OUT, "idle"),
        (CASHIER, Act.SIGN_IN, "ok"),
        (CASHIER, Act.SIGN_IN, "wrong PIN"),
    ]


def test_no_pin_is_in_ledger_log_error_or_repr(shop: Shop, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    staffed(shop)
    for name in PINS:
        denied(shop, name, "66554433")
        sit(shop, name)
    errors = [repr(denied(shop, CASHIER, "66554433")), str(denied(shop, CASHIER, "66554433"))]
    said = repr([shop.desk.operators.session, shop.desk.operators._register.kept(1)])
    shop.desk.close()

    files = b"".join(path.read_bytes() for path in shop.folder.rglob("*") if path.is_file())
    for pin in [*PINS.values(), "66554433"]:
        assert pin.encode() not in files
        assert pin not in caplog.text + said + "".join(errors)
    assert "argon2" not in said


def test_a_pin_costs_to_guess() -> None:
    parameters = extract_parameters(pins.hasher().hash("4711"))

    assert parameters.type is Type.ID
    assert parameters.memory_cost >= 64 * 1024  # KiB: RFC 9106's second choice
    assert parameters.time_cost >= 3
    assert parameters.salt_len >= 16


# A second person's yes


def a_return(shop: Shop, order: Order, *amounts: str) -> ReturnPlan:
    parts = tuple(
        LineReturn(line=line.guid, amount=lira(amount), payable=ZERO)
        for line, amount in zip(order.lines, amounts, strict=False)
    )
    return plan_return(shop.view(order), parts, shop.clock.now(), reason="iade")


@pytest.fixture
def plan(shop: Shop) -> ReturnPlan:
    """100,00 and 50,00 of an order of today, wanted by a cashier who may give 10,00."""
    staffed(shop, sits=CASHIER)
    limit(shop, CASHIER, once="10,00", day="10,00")
    return a_return(shop, shop.an_order("100,00", "50,00"), "100,00", "50,00")


def execute(shop: Shop, plan: ReturnPlan, approval: Approval | None) -> Executed:
    number = None if approval is None else approval.id
    return shop.desk.reversals.execute(plan, operator=shop.desk.operator, approval=number)


def refused(shop: Shop, plan: ReturnPlan, approval: Approval | None) -> Denied:
    before = shop.book.requests_for(plan.reference)
    with pytest.raises(NotAllowed) as no:
        execute(shop, plan, approval)
    assert shop.book.requests_for(plan.reference) == before
    return no.value.why


def approve(shop: Shop, plan: ReturnPlan, name: str = MANAGER) -> Approval:
    return shop.desk.operators.approve(plan, name, PINS[name])


def test_above_a_limit_a_second_person_agrees_in_place(shop: Shop, plan: ReturnPlan) -> None:
    assert refused(shop, plan, None) is Denied.OVER_REVERSAL_LIMIT

    executed = execute(shop, plan, approve(shop, plan))

    assert [intent.state for intent in executed.intents] == [IntentState.DONE] * 2
    assert {intent.draft.operator for intent in executed.intents} == {CASHIER}
    assert shop.desk.operators.who().name == CASHIER


def test_an_approval_is_good_once(shop: Shop, plan: ReturnPlan) -> None:
    approval = approve(shop, plan)
    shop.simulator.faults.next(Fault.SYSTEM_ERROR, operation=Operation.MOVE)
    (unknown,) = execute(shop, plan, approval).intents
    assert unknown.state is IntentState.OUTCOME_UNKNOWN
    other = a_return(shop, shop.an_order("100,00", "50,00", name="other"), "100,00", "50,00")

    assert refused(shop, other, approval) is Denied.OTHER_APPROVAL
    assert shop.desk.operators._approvals.get(approval.id).batch == unknown.draft.batch


@pytest.mark.usefixtures("plan")
def test_the_very_same_requests_a_second_time_take_a_second_yes(shop: Shop) -> None:
    one = a_return(shop, shop.an_order("100,00", name="again"), "30,00")
    approval = approve(shop, one)
    execute(shop, one, approval)
    same = a_return(shop, one.order, "30,00")

    assert refused(shop, same, approval) is Denied.USED_APPROVAL
    assert execute(shop, same, approve(shop, same)).intents[0].state is IntentState.DONE


def test_an_approval_is_good_for_ten_minutes(shop: Shop, plan: ReturnPlan) -> None:
    approval = approve(shop, plan)
    shop.clock.advance(timedelta(minutes=10, seconds=1))

    assert refused(shop, plan, approval) is Denied.OLD_APPROVAL


def test_an_approval_outlives_the_program_but_not_its_ten_minutes(shop: Shop, plan: ReturnPlan) -> None:
    shop.desk.audit.trust()  # as the window does at its start: what is written from here on is vouched for
    approval = approve(shop, plan)
    shop.restart()
    sit(shop, CASHIER)

    assert execute(shop, plan, approval).intents[0].state is IntentState.DONE


@pytest.mark.parametrize("amounts", [("100,00", "49,99"), ("100,00",), ("99,99", "50,00")])
def test_an_approval_is_for_exactly_these_amounts(
    shop: Shop, plan: ReturnPlan, amounts: tuple[str, ...]
) -> None:
    approval = approve(shop, plan)

    assert refused(shop, a_return(shop, plan.order, *amounts), approval) is Denied.OTHER_APPROVAL


def test_an_approval_is_for_exactly_these_payables(shop: Shop, plan: ReturnPlan) -> None:
    approval = approve(shop, plan)
    assert isinstance(plan.what, tuple)
    first, second = plan.what
    changed = replace(plan, what=(first, replace(second, payable=lira("0,01"))))

    assert refused(shop, changed, approval) is Denied.OTHER_APPROVAL


def test_nobody_approves_their_own(shop: Shop, plan: ReturnPlan) -> None:
    sit(shop, MANAGER)
    limit(shop, MANAGER, once="10,00")

    with pytest.raises(NotAllowed) as no:
        approve(shop, plan, MANAGER)
    assert no.value.why is Denied.OWN_APPROVAL


def test_what_one_approved_for_another_they_cannot_use_themselves(shop: Shop, plan: ReturnPlan) -> None:
    approval = approve(shop, plan)
    limit(shop, MANAGER, once="10,00")
    sit(shop, MANAGER)

    assert refused(shop, plan, approval) is Denied.OWN_APPROVAL


def test_a_cashier_approves_nothing(shop: Shop, plan: ReturnPlan) -> None:
    sit(shop, MANAGER)

    with pytest.raises(NotAllowed) as no:
        approve(shop, plan, CASHIER)
    assert (no.value.why, no.value.right) == (Denied.RIGHT, "approve")


def test_a_yes_reaches_as_far_as_the_approvers_own_limit(shop: Shop, plan: ReturnPlan) -> None:
    limit(shop, MANAGER, once="149,99")

    with pytest.raises(NotAllowed) as no:
        approve(shop, plan, MANAGER)
    assert (no.value.why, no.value.limit) == (Denied.OVER_REVERSAL_LIMIT, lira("149,99"))
    assert execute(shop, plan, approve(shop, plan, OWNER)).intents[0].state is IntentState.DONE


def test_an_approver_who_is_none_any_more_has_approved_nothing(shop: Shop, plan: ReturnPlan) -> None:
    approval = approve(shop, plan)
    sit(shop, OWNER)
    (manager,) = [one for one in shop.desk.operators.all() if one.name == MANAGER]
    shop.desk.operators.change(replace(manager, role=Role.CASHIER))
    sit(shop, CASHIER)

    assert refused(shop, plan, approval) is Denied.FALLEN_APPROVAL


FALLS: dict[str, Callable[[Shop], object]] = {
    "the approver retired": lambda shop: change(shop, MANAGER, active=False),
    "the approver's limit lowered": lambda shop: limit(shop, MANAGER, once="149,99"),
    "the approver's PIN replaced": lambda shop: new_pin(shop, MANAGER),
    "the asker's limit changed": lambda shop: limit(shop, CASHIER, once="5,00"),
    "the asker's role raised": lambda shop: change(shop, CASHIER, role=Role.MANAGER),
    "the asker's PIN replaced": lambda shop: new_pin(shop, CASHIER),
}


def change(shop: Shop, name: str, **changed: object) -> None:
    sit(shop, OWNER)
    (one,) = [one for one in shop.desk.operators.all() if one.name == name]
    shop.desk.operators.change(replace(one, **changed))  # type: ignore[arg-type]  # fields of any type


def new_pin(shop: Shop, name: str) -> None:
    sit(shop, OWNER)
    (one,) = [one for one in shop.desk.operators.all() if one.name == name]
    shop.desk.operators.set_pin(one.id, PINS[name])


@pytest.mark.parametrize("fall", FALLS.values(), ids=FALLS)
def test_an_approval_dies_with_what_it_stood_on(
    shop: Shop, plan: ReturnPlan, fall: Callable[[Shop], object]
) -> None:
    approval = approve(shop, plan)
    fall(shop)
    sit(shop, CASHIER)

    assert refused(shop, plan, approval) is Denied.FALLEN_APPROVAL


def test_an_approval_is_its_askers_and_nobody_elses(shop: Shop, plan: ReturnPlan) -> None:
    approval = approve(shop, plan)
    sit(shop, OWNER)

    assert refused(shop, plan, approval) is Denied.OTHERS_APPROVAL


ENDS: dict[str, Callable[[Shop, Operator], object]] = {
    "another PIN": lambda shop, one: shop.desk.operators._register.set_pin(one.id, "x", note=a_note(shop)),
    "another role": lambda shop, one: shop.desk.operators._register.change(
        replace(one, role=Role.OWNER), note=a_note(shop)
    ),
    "retired": lambda shop, one: shop.desk.operators._register.change(
        replace(one, active=False), note=a_note(shop)
    ),
}


def a_note(shop: Shop) -> Entry:
    return Entry(at=shop.clock.now(), who=OWNER, act=Act.OPERATOR, subject=MANAGER, result="elsewhere")


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_a_session_dies_with_its_pin_role_or_person(
    shop: Shop, end: Callable[[Shop, Operator], object]
) -> None:
    staffed(shop)
    manager = sit(shop, MANAGER)

    end(shop, manager)

    with pytest.raises(NotAllowed) as first:
        shop.desk.lookup.in_ledger("")
    assert first.value.why is Denied.ENDED
    assert shop.desk.operators.session is None
    with pytest.raises(NotAllowed) as second:
        shop.desk.lookup.in_ledger("")
    assert second.value.why is Denied.NOBODY


def test_who_changes_their_own_pin_stays(shop: Shop) -> None:
    staffed(shop)
    sit(shop, MANAGER)

    shop.desk.operators.change_own_pin(PINS[MANAGER], "90909090")

    assert shop.desk.operators.who().name == MANAGER


def test_an_approval_nobody_gave_is_none(shop: Shop, plan: ReturnPlan) -> None:
    given = approve(shop, plan)

    assert refused(shop, plan, replace(given, id=given.id + 1)) is Denied.OTHER_APPROVAL


def test_an_approvers_wrong_pins_count_as_their_own(shop: Shop, plan: ReturnPlan) -> None:
    for _ in range(MOST_WRONG):
        with pytest.raises(NotAllowed):
            shop.desk.operators.approve(plan, MANAGER, WRONG)

    assert denied(shop, MANAGER, PINS[MANAGER]).why is Denied.LOCKED_OUT
    assert shop.desk.operators.who().name == CASHIER


def test_an_approval_that_was_refused_is_not_used_up(shop: Shop, plan: ReturnPlan) -> None:
    approval = approve(shop, plan)
    shop.simulator.faults.always(Fault.REFUSED_CONNECTION)
    with pytest.raises(Exception, match=r"no connection|Connection"):
        execute(shop, plan, approval)
    shop.simulator.faults.clear()

    assert execute(shop, plan, approval).intents[0].state is IntentState.DONE


def test_two_who_press_with_one_approval_use_it_once(shop: Shop, plan: ReturnPlan) -> None:
    approval = approve(shop, plan)
    ended: list[Executed | Exception] = []

    def press() -> None:
        try:
            ended.append(execute(shop, plan, approval))
        except Exception as error:  # noqa: BLE001  whatever it is, it is looked at below
            ended.append(error)

    threads = [threading.Thread(target=press) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    done = [one for one in ended if isinstance(one, Executed)]
    assert len(done) == 1
    assert shop.book.requests_for(plan.reference) == 2


def test_who_may_agree_is_offered_by_name(shop: Shop) -> None:
    staffed(shop, sits=CASHIER)
    assert shop.desk.operators.approvers() == [MANAGER, OWNER]
    sit(shop, MANAGER)
    assert shop.desk.operators.approvers() == [OWNER]


def test_an_operator_reads_as_their_name() -> None:
    assert str(Operator(id=1, name=OWNER, role=Role.OWNER)) == OWNER
