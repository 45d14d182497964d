"""Who may do what, asked of the use cases themselves: every right of every role, and nobody's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from services.back_url import Chosen
from services.domain.account import EsnekPosSecrets
from services.domain.audit import Act
from services.domain.day_sheet import DaySheet
from services.domain.errors import (
    Denied,
    InProgress,
    InvalidInput,
    LedgerUnavailable,
    NotAllowed,
    ServiceError,
)
from services.domain.money import ZERO
from services.domain.operator import RIGHTS, Operator, Right, Role
from services.domain.order import Order
from services.domain.paper import SlipForm
from services.domain.reversal import Everything, Intent, IntentState
from services.domain.reversal import Testimony as Words  # a class named Test... is taken for one
from services.domain.settings import Settings
from services.lookup import PaymentView
from services.office import Office
from services.owner_proof import Proof
from services.plans import LineReturn, ReturnPlan, VoidPlan, plan_return, plan_void
from services.simulator.faults import Fault, Operation
from services.tables.cells import Form, Sheet
from services.tables.progress import Progress
from tests.services.staff import CASHIER, MANAGER, OWNER, PINS, ROLES, limit, sit, staffed
from tests.shop import Shop, lira

PROOF = Proof(pin=PINS[OWNER])
"""What an owner types to prove to be one; whoever else types it is refused by their role."""

EARLIER = timedelta(days=3)


@dataclass
class Prepared:
    """What there is to be done, prepared by the owner before anybody else sits down."""

    shop: Shop
    payment: PaymentView
    void: VoidPlan
    late_void: VoidPlan
    order: Order
    iptal: ReturnPlan
    part: ReturnPlan
    whole: ReturnPlan
    rest: ReturnPlan
    everything: ReturnPlan
    everything_today: ReturnPlan
    unknown: Intent
    cashier: Operator

    @property
    def operator(self) -> Operator:
        return self.shop.desk.operator

    @property
    def office(self) -> Office:
        return self.shop.desk.office()

    def today_on_a_sheet(self) -> DaySheet:
        days = self.office.day_ends
        return days.sheet(days.today())

    def execute(self, plan: VoidPlan | ReturnPlan) -> object:
        return self.shop.desk.reversals.execute(plan, operator=self.operator)


def a_return(shop: Shop, order: Order, amount: str) -> ReturnPlan:
    part = LineReturn(line=order.lines[0].guid, amount=lira(amount), payable=ZERO)
    return plan_return(shop.view(order), (part,), shop.clock.now(), reason="iade")


@pytest.fixture
def prepared(shop: Shop) -> Prepared:
    staffed(shop, sits=OWNER)
    now = shop.clock.now()
    payment, earlier = shop.look(shop.a_sale()), shop.look(shop.a_sale("70,00", ago=EARLIER))
    today = shop.an_order("100,00", "50,00", name="today")
    old = shop.an_order("100,00", "50,00", name="old", ago=EARLIER)
    begun = shop.an_order("100,00", name="begun", ago=EARLIER)
    shop.give_back(begun, (0, "40,00", "0,00"))
    doubtful = shop.an_order("30,00", name="doubtful")
    shop.simulator.faults.next(Fault.SYSTEM_ERROR, operation=Operation.MOVE)
    (unknown,) = shop.give_back(doubtful, (0, "30,00", "0,00")).intents
    assert unknown.state is IntentState.OUTCOME_UNKNOWN
    (cashier,) = [one for one in shop.desk.operators.all() if one.name == CASHIER]
    prepared = Prepared(
        shop=shop,
        payment=payment,
        void=replace(plan_void(payment, now), reason="x"),
        late_void=replace(plan_void(earlier, now), reason="x"),
        order=today,
        iptal=a_return(shop, today, "100,00"),
        part=a_return(shop, old, "10,00"),
        whole=a_return(shop, old, "100,00"),
        rest=a_return(shop, begun, "60,00"),
        everything=plan_return(shop.view(old), Everything.ALL_SELLERS, now, reason="iade"),
        everything_today=plan_return(shop.view(today), Everything.ALL_SELLERS, now, reason="iptal"),
        unknown=unknown,
        cashier=cashier,
    )
    shop.desk.operators.sign_out()
    return prepared


def settle(it: Prepared) -> object:
    who = it.operator.name
    said = Words(person=who, reason="panelde yok", reference="P-1", approver=MANAGER)
    if who == MANAGER:
        said = replace(said, approver=OWNER)
    desk = it.shop.desk
    assert said.approver is not None
    approval = desk.operators.approve_statement(it.unknown, IntentState.REFUSED, said, PINS[said.approver])
    return desk.settling.by_person(
        it.unknown.id, paid=False, said=said, operator=it.operator, approval=approval.id
    )


def take_a_list_out(it: Prepared) -> object:
    sheet = Sheet("İadeler", ("Tutar",), lambda: [(lira("1,00"),)])
    return it.office.exports.write(
        sheet, it.shop.folder / "x.csv", form=Form.CSV, progress=Progress(), replace=True
    )


USE_CASES: list[tuple[str, Right, Callable[[Prepared], object]]] = [
    ("search the ledger", Right.LOOK, lambda it: it.shop.desk.lookup.in_ledger("")),
    ("list the orders", Right.LOOK, lambda it: it.shop.desk.lookup.entered()),
    ("read the day", Right.LOOK, lambda it: it.shop.desk.today.read()),
    (
        "ask the gateway",
        Right.LOOK,
        lambda it: it.shop.desk.lookup.ask(it.shop.esnekpos, it.payment.payment.reference),
    ),
    (
        "see a payment",
        Right.LOOK,
        lambda it: it.shop.desk.lookup.payment(it.shop.esnekpos, it.payment.payment.reference),
    ),
    ("see a raw answer", Right.LOOK, lambda it: it.shop.desk.lookup.raw(it.payment.snapshot)),
    (
        "see a kept answer",
        Right.LOOK,
        lambda it: it.shop.desk.lookup.kept(it.shop.esnekpos, it.payment.snapshot.id),
    ),
    ("see an order", Right.LOOK, lambda it: it.shop.desk.lookup.order(it.order.id)),
    ("see what was done", Right.LOOK, lambda it: it.shop.desk.lookup.reversals()),
    ("see what is open", Right.LOOK, lambda it: it.shop.desk.resolver.open_ends()),
    ("see the evidence", Right.LOOK, lambda it: it.shop.desk.settling.evidence(it.unknown.id)),
    ("see an entered order", Right.LOOK, lambda it: it.shop.desk.orders.get(it.order.id)),
    ("see the accounts", Right.LOOK, lambda it: it.shop.desk.accounts.all()),
    (
        "see what an account lacks",
        Right.LOOK,
        lambda it: it.shop.desk.accounts.what_is_missing(it.shop.param),
    ),
    ("see whether it would stay", Right.LOOK, lambda it: it.shop.desk.accounts.must_stay(it.shop.param)),
    ("see who may agree", Right.LOOK, lambda it: it.shop.desk.operators.approvers()),
    ("see a request", Right.LOOK, lambda it: it.shop.desk.reversals.preview(it.void)),
    ("enter an order", Right.LOOK, lambda it: it.shop.an_order("5,00", name="new")),
    ("make a slip", Right.LOOK, lambda it: it.office.slips.make(it.unknown.id, SlipForm.PDF)),
    ("see what waits for a yes", Right.LOOK, lambda it: it.shop.desk.petitions.waiting()),
    ("read a day's sheet", Right.LOOK, lambda it: it.today_on_a_sheet()),
    (
        "see a month",
        Right.LOOK,
        lambda it: it.office.day_ends.month(it.office.day_ends.today()),
    ),
    ("see whether it listens", Right.LOOK, lambda it: it.office.back_url.standing()),
    ("call the doctor", Right.LOOK, lambda it: it.office.doctor.begin(it.shop.esnekpos)),
    ("take a list out", Right.EXPORT, take_a_list_out),
    (
        "write a backup",
        Right.EXPORT,
        lambda it: it.office.backups.write(it.shop.folder / "x.backup"),
    ),
    ("gather a support file", Right.EXPORT, lambda it: it.office.support.gather(it.unknown.id)),
    (
        "close a day",
        Right.EXPORT,
        lambda it: it.office.day_ends.close(it.office.day_ends.today()),
    ),
    (
        "put a day on paper",
        Right.EXPORT,
        lambda it: it.office.day_ends.paper(it.today_on_a_sheet(), "A4", lambda: b"paper"),
    ),
    ("void a sale of today", Right.VOID_TODAY, lambda it: it.execute(it.void)),
    ("IPTAL of a line", Right.VOID_TODAY, lambda it: it.execute(it.iptal)),
    ("void an earlier sale", Right.VOID_LATE, lambda it: it.execute(it.late_void)),
    ("IADE of a part", Right.REFUND_PART, lambda it: it.execute(it.part)),
    ("IADE of a line", Right.REFUND_WHOLE, lambda it: it.execute(it.whole)),
    ("IADE of what is left of a line", Right.REFUND_WHOLE, lambda it: it.execute(it.rest)),
    ("IADE of everything", Right.ALL_SELLERS, lambda it: it.execute(it.everything)),
    ("IPTAL of everything", Right.ALL_SELLERS, lambda it: it.execute(it.everything_today)),
    ("settle what is unknown", Right.SETTLE_UNKNOWN, settle),
    (
        "test an account",
        Right.ACCOUNTS,
        lambda it: it.shop.desk.accounts.test(it.shop.esnekpos, None),
    ),
    (
        "add an account",
        Right.ACCOUNTS,
        lambda it: it.shop.desk.accounts.add(
            replace(it.shop.esnekpos, id=0, merchant="ANOTHER"), EsnekPosSecrets(merchant_key="k" * 12)
        ),
    ),
    (
        "change an account",
        Right.ACCOUNTS,
        lambda it: it.shop.desk.accounts.change(replace(it.shop.param, name="Çarşı"), None),
    ),
    ("remove an account", Right.ACCOUNTS, lambda it: it.shop.desk.accounts.remove(it.shop.param.id)),
    ("see who works here", Right.OPERATORS, lambda it: it.shop.desk.operators.all()),
    (
        "let somebody work here",
        Right.OPERATORS,
        lambda it: it.shop.desk.operators.add("Ece", Role.CASHIER, "135791"),
    ),
    ("change somebody", Right.OPERATORS, lambda it: it.shop.desk.operators.change(it.cashier)),
    (
        "give somebody a PIN",
        Right.OPERATORS,
        lambda it: it.shop.desk.operators.set_pin(it.cashier.id, "135791"),
    ),
    (
        "change what the shop chose",
        Right.OPERATORS,
        lambda it: it.shop.desk.operators.change_settings(Settings(pins=True, hold_seconds=5)),
    ),
    ("listen for BACK_URL", Right.OPERATORS, lambda it: it.office.back_url.choose(Chosen())),
    (
        "look at a backup",
        Right.OPERATORS,
        lambda it: it.office.way_back.look_at(it.shop.folder / "no"),
    ),
    (
        "go back to one",
        Right.OPERATORS,
        lambda it: it.office.way_back.leave_for(it.shop.folder / "no"),
    ),
    ("read the log", Right.OPERATORS, lambda it: it.shop.desk.audit.entries()),
    ("see the recovery code", Right.OPERATORS, lambda it: it.shop.desk.audit.recovery_code()),
    ("put the recovery code away", Right.OPERATORS, lambda it: it.shop.desk.audit.put_code_away()),
    ("go on with an older ledger", Right.OPERATORS, lambda it: it.shop.desk.audit.accept_older(PROOF)),
    ("begin a segment", Right.OPERATORS, lambda it: it.shop.desk.audit.begin_segment()),
    ("restore the key", Right.OPERATORS, lambda it: it.shop.desk.audit.restore_key("no code")),
]

each_use_case = pytest.mark.parametrize(
    ("right", "use"), [(right, use) for _, right, use in USE_CASES], ids=[name for name, _, _ in USE_CASES]
)


def answer(use: Callable[[Prepared], object], it: Prepared) -> NotAllowed | None:
    try:
        use(it)
    except NotAllowed as no:
        return no
    except (InProgress, InvalidInput, LedgerUnavailable):
        pass  # it was let in, and said something else
    return None


@pytest.mark.parametrize("role", Role, ids=lambda role: role.value)
@each_use_case
def test_each_role_may_what_the_matrix_says(
    prepared: Prepared, role: Role, right: Right, use: Callable[[Prepared], object]
) -> None:
    sit(prepared.shop, ROLES[role])

    no = answer(use, prepared)

    assert (no is None) is (right in RIGHTS[role])
    if no is not None:
        assert (no.why, no.right) == (Denied.RIGHT, right.value)


@each_use_case
def test_nobody_may_anything(prepared: Prepared, right: Right, use: Callable[[Prepared], object]) -> None:
    no = answer(use, prepared)

    assert right in Right
    assert no is not None
    assert no.why is Denied.NOBODY


def test_every_right_is_asked_for_by_a_use_case() -> None:
    # Who may agree is asked of the second person, and tested where approvals are.
    assert {right for _, right, _ in USE_CASES} == set(Right) - {Right.APPROVE}


def test_what_is_denied_sends_nothing_and_is_written_down(prepared: Prepared) -> None:
    shop = prepared.shop
    before = shop.book.requests_for(prepared.whole.reference)
    sit(shop, CASHIER)
    with pytest.raises(NotAllowed):
        prepared.execute(prepared.whole)

    assert shop.book.requests_for(prepared.whole.reference) == before
    sit(shop, OWNER)
    told = [entry for _, entry in shop.desk.audit.entries() if entry.act is Act.DENIED]
    assert (told[0].who, "refund whole" in told[0].result) == (CASHIER, True)
    assert prepared.whole.reference in told[0].subject


def test_a_role_that_was_taken_away_is_gone_at_once(prepared: Prepared) -> None:
    """Between the press and the lock too: the transaction that arms reads it again."""
    shop = prepared.shop
    manager = sit(shop, MANAGER)
    sit(shop, OWNER)
    shop.desk.operators.change(replace(manager, role=Role.CASHIER))
    sit(shop, MANAGER)

    with pytest.raises(NotAllowed):
        prepared.execute(prepared.whole)


def test_who_no_longer_works_here_is_nobody_though_they_still_sit(prepared: Prepared) -> None:
    shop = prepared.shop
    sit(shop, OWNER)
    other = shop.desk.operators.add("İkinci Sahip", Role.OWNER, "71717171")
    shop.desk.operators.sign_in("İkinci Sahip", "71717171")
    fatma = next(one for one in shop.desk.operators.all() if one.name == OWNER)
    sit(shop, OWNER)
    shop.desk.operators.change(replace(other, active=False))
    assert shop.desk.operators.who().id == fatma.id
    shop.desk.seat.take(other, "")

    with pytest.raises(NotAllowed) as no:
        shop.desk.lookup.in_ledger("")
    assert no.value.why is Denied.ENDED
    assert shop.desk.operators.session is None


def test_nobody_presses_in_another_ones_name(prepared: Prepared) -> None:
    owner = sit(prepared.shop, OWNER)
    sit(prepared.shop, CASHIER)

    for name in (owner, OWNER, "ayşe"):
        with pytest.raises(NotAllowed) as no:
            prepared.shop.desk.reversals.execute(prepared.void, operator=name)
        assert no.value.why is Denied.NOBODY


def test_who_pressed_is_in_the_journal_by_name_and_number(prepared: Prepared) -> None:
    cashier = sit(prepared.shop, CASHIER)
    prepared.execute(prepared.void)

    newest = prepared.shop.desk.lookup.reversals()[0]
    assert (newest.draft.operator, newest.draft.operator_id) == (CASHIER, cashier.id)


def test_a_limit_counts_over_all_lines_of_one_go(shop: Shop) -> None:
    staffed(shop, sits=MANAGER)
    limit(shop, MANAGER, once="120,00")
    order = shop.an_order("100,00", "50,00")

    with pytest.raises(NotAllowed) as no:
        shop.give_back(order, (0, "100,00", "0,00"), (1, "20,01", "0,00"))
    assert (no.value.why, no.value.limit) == (Denied.OVER_REVERSAL_LIMIT, lira("120,00"))
    assert shop.book.requests_for(order.siparis_id) == 0

    done = shop.give_back(order, (0, "100,00", "0,00"), (1, "20,00", "0,00"))
    assert [intent.state for intent in done.intents] == [IntentState.DONE] * 2


def test_a_days_limit_counts_everything_that_may_have_moved(shop: Shop) -> None:
    staffed(shop, sits=CASHIER)
    limit(shop, CASHIER, day="100,00")
    shop.void(shop.a_sale("40,00"))
    lost = shop.an_order("40,00", name="lost")
    shop.simulator.faults.next(Fault.SYSTEM_ERROR, operation=Operation.MOVE)
    (unknown,) = shop.give_back(lost, (0, "40,00", "0,00")).intents
    assert unknown.state is IntentState.OUTCOME_UNKNOWN

    with pytest.raises(NotAllowed) as no:
        shop.void(shop.a_sale("20,01"))
    assert (no.value.why, no.value.limit) == (Denied.OVER_DAY_LIMIT, lira("100,00"))
    shop.void(shop.a_sale("20,00"))


def test_a_days_limit_forgets_what_did_not_move(shop: Shop) -> None:
    staffed(shop, sits=MANAGER)
    limit(shop, MANAGER, day="100,00")
    refused = shop.a_sale("90,00", ago=timedelta(days=2))
    assert shop.look_a_minute_later(*shop.void(refused).intents).state is IntentState.REFUSED

    assert shop.void(shop.a_sale("100,00")).intents[0].state is IntentState.DONE


def test_a_days_limit_begins_anew_with_the_business_day(shop: Shop) -> None:
    staffed(shop, sits=CASHIER)
    limit(shop, CASHIER, day="100,00")
    shop.void(shop.a_sale("100,00"))
    shop.clock.advance(timedelta(hours=11, minutes=59))
    with pytest.raises(NotAllowed):
        shop.void(shop.a_sale("0,01"))

    shop.clock.advance(timedelta(minutes=1))
    shop.void(shop.a_sale("100,00", ago=timedelta()))


def test_a_days_limit_is_each_ones_own(shop: Shop) -> None:
    staffed(shop, sits=CASHIER)
    limit(shop, CASHIER, day="100,00")
    shop.void(shop.a_sale("100,00"))
    sit(shop, MANAGER)

    assert shop.void(shop.a_sale("100,00")).intents[0].draft.operator == MANAGER


def test_without_pins_the_person_there_is_the_owner_and_goes_by_any_name(shop: Shop) -> None:
    plan = replace(plan_void(shop.look(shop.a_sale()), shop.clock.now()), reason="x")

    (intent,) = shop.desk.reversals.execute(plan, operator="Ayşe").intents

    assert (intent.draft.operator, intent.draft.operator_id) == ("Ayşe", 0)
    assert str(shop.desk.operator) == shop.desk.operators.who().name


def test_the_watch_goes_on_while_nobody_is_there(prepared: Prepared) -> None:
    shop = prepared.shop
    sit(shop, OWNER)
    sale = shop.a_sale("12,00")
    shop.look(sale)
    shop.simulator.faults.next(Fault.ANSWER_LOST_AFTER_BOOKING, operation=Operation.MOVE)
    for _ in range(3):
        shop.simulator.faults.next(Fault.NOT_YET_VISIBLE, operation=Operation.ASK)
    (intent,) = shop.void(sale).intents
    shop.simulator.faults.clear()
    shop.desk.operators.sign_out()
    shop.clock.advance(timedelta(hours=1))

    settled = shop.desk.watcher.look_due(shop.clock.now())

    assert [(one.id, one.state) for one in settled] == [(intent.id, IntentState.DONE)]


def test_an_error_of_the_gateways_is_no_denial(prepared: Prepared) -> None:
    sit(prepared.shop, CASHIER)
    prepared.shop.simulator.faults.next(Fault.HTTP_500, operation=Operation.ASK)

    with pytest.raises(ServiceError) as failed:
        prepared.execute(prepared.void)
    assert not isinstance(failed.value, NotAllowed)


def test_everything_takes_a_person_without_any_limit_whatever_was_typed_as_the_orders_amount(
    shop: Shop,
) -> None:
    staffed(shop, sits=OWNER)
    limit(shop, MANAGER, once="500,00")
    order = shop.an_order("1,00")
    sit(shop, MANAGER)
    plan = plan_return(shop.view(order), Everything.ALL_SELLERS, shop.clock.now(), reason="iade")

    with pytest.raises(NotAllowed) as alone:
        shop.desk.reversals.execute(plan, operator=shop.desk.operator)
    assert alone.value.why is Denied.EVERYTHING_OVER_LIMIT
    assert shop.book.requests_for(order.siparis_id) == 0

    approval = shop.desk.operators.approve(plan, OWNER, PINS[OWNER])
    done = shop.desk.reversals.execute(plan, operator=shop.desk.operator, approval=approval.id)
    assert [intent.state for intent in done.intents] == [IntentState.DONE]


def test_who_has_a_limit_of_a_day_alone_agrees_to_everything_for_nobody(shop: Shop) -> None:
    staffed(shop, sits=OWNER)
    second = shop.desk.operators.add("Deniz Ak", Role.MANAGER, "82828282")
    limit(shop, MANAGER, once="500,00")
    limit(shop, second.name, day="9000,00")
    order = shop.an_order("1,00")
    sit(shop, MANAGER)
    plan = plan_return(shop.view(order), Everything.ALL_SELLERS, shop.clock.now(), reason="iade")

    with pytest.raises(NotAllowed) as no:
        shop.desk.operators.approve(plan, second.name, "82828282")
    assert no.value.why is Denied.EVERYTHING_OVER_LIMIT


def test_what_somebody_agreed_to_counts_on_their_own_day_too(shop: Shop) -> None:
    staffed(shop, sits=OWNER)
    limit(shop, CASHIER, once="10,00")
    limit(shop, MANAGER, day="150,00")
    order = shop.an_order("100,00", name="first")
    sit(shop, CASHIER)
    first, second = a_return(shop, order, "100,00"), a_return(shop, shop.an_order("60,00"), "60,00")
    both = [shop.desk.operators.approve(plan, MANAGER, PINS[MANAGER]) for plan in (first, second)]
    shop.desk.reversals.execute(first, operator=shop.desk.operator, approval=both[0].id)

    with pytest.raises(NotAllowed) as again:
        shop.desk.reversals.execute(second, operator=shop.desk.operator, approval=both[1].id)
    assert again.value.why is Denied.OVER_DAY_LIMIT
    with pytest.raises(NotAllowed) as another:
        shop.desk.operators.approve(second, MANAGER, PINS[MANAGER])
    assert another.value.why is Denied.OVER_DAY_LIMIT
    assert shop.book.requests_for(second.reference) == 0
