"""Who works in the machine's shop, and what each may by the page that the shop reads.

What is allowed is written here a second time, by hand: the program is not held to its own matrix.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from services.desk import Desk
from services.domain.errors import Denied, NotAllowed, ServiceError
from services.domain.money import Money
from services.domain.operator import Limits, Operator, Role
from services.domain.reversal import Everything, Intent, IntentState, MoneyRequest, Verb, VoidRequest
from services.domain.reversal import Testimony as Words  # a class named Test... is taken for one
from services.domain.settings import Settings
from services.plans import Plan
from tests.shop import QUICK_HASHES

if TYPE_CHECKING:
    from tests.campaigns.shopfloor import ShopFloor

OWNER, MANAGER, CASHIER = "Fatma", "Ayşe", "Can"
NAMES = (OWNER, MANAGER, CASHIER)
_PINS = {OWNER: "471199", MANAGER: "258047", CASHIER: "903318"}
_ROLES = {OWNER: Role.OWNER, MANAGER: Role.MANAGER, CASHIER: Role.CASHIER}
_CASHIER_MAY = frozenset({"void a sale of today"})

_NOTHING_MOVED = (IntentState.REFUSED, IntentState.NOT_SENT)
_TEN_MINUTES = timedelta(minutes=10)
_FIVE_MINUTES = timedelta(minutes=5)


def hire(desk: Desk) -> None:
    """Let three people work here, whom nobody asks for a PIN yet."""
    desk.operators._pins._hashes = QUICK_HASHES
    for name in NAMES:
        desk.operators.add(name, _ROLES[name], _PINS[name])


@dataclass(frozen=True, slots=True)
class Agreed:
    """A second person's yes."""

    by: str
    requests: tuple[MoneyRequest, ...]
    at: datetime


class Crew:
    """The people of one example, as they ought to be; `floor` has the desk they stand at."""

    def __init__(self, floor: ShopFloor) -> None:
        self._floor = floor
        self.pins = False
        self.sits: str | None = None
        self.agreed: dict[int, Agreed] = {}
        self._used: dict[int, str] = {}
        self._limits = dict.fromkeys(NAMES, Limits())
        self._mistyped = dict.fromkeys(NAMES, 0)
        self._locked_until: dict[str, datetime] = {}

    @property
    def presser(self) -> Operator | str:
        """Whoever sits at the desk; a name where nobody does, or nobody need."""
        session = self._desk.operators.session
        return "ayşe" if session is None else session.operator

    def sit(self, name: str, *, mistypes: bool = False) -> bool:
        """Sign in, perhaps with a slip; return whether they sit now. Five slips lock, nothing else does."""
        if not self.pins:
            return False
        may = self._may_try(name)
        told = self._try_pin(name, "0000" if mistypes else _PINS[name])
        if not may:
            assert told is Denied.LOCKED_OUT, f"{name} is locked out, and was told {told}"
        elif mistypes:
            assert told in (Denied.WRONG_PIN, Denied.LOCKED_OUT), f"{name} was let in with another PIN"
            self._mistypes(name)
        else:
            assert told is None, f"{name} was not let in: {told}"
            self._mistyped[name] = 0
            self.sits = name
        return told is None

    def somebody_sits(self) -> None:
        """Have whoever can be there at the desk, if it is empty and must not be."""
        while self.pins and self.sits is None:
            if not any(self.sit(name) for name in NAMES):
                self._floor.clock.advance(_FIVE_MINUTES)

    def leave(self, *, idle: bool) -> None:
        self._desk.operators.sign_out(idle=idle)
        self.sits = None

    def come_back(self) -> None:
        """Sit down again after the program was restarted: it has forgotten who sat there."""
        before, self.sits = self.sits, None
        if before is not None:
            self.sit(before)

    def switch_pins(self, *, on: bool) -> None:
        if on is not self.pins and self.owner_sits():
            self._desk.operators.change_settings(Settings(pins=on))
            self.pins, self.sits = on, None

    def owner_sits(self) -> bool:
        """Have the owner at the desk; False if they are locked out. Where nobody signs in they always are."""
        return not self.pins or self.sits == OWNER or self.sit(OWNER)

    def limit(self, name: str, limits: Limits) -> None:
        if self.owner_sits():
            found = next(one for one in self._desk.operators.all() if one.name == name)
            self._desk.operators.change(replace(found, limits=limits))
            self._limits[name] = limits

    def agree(self, plan: Plan, name: str) -> int | None:
        """Have somebody agree to a plan in place; return the number of their yes."""
        if not self.pins or self.sits is None or not self._may_try(name):
            return None
        requests = tuple(step.request for step in plan.steps)
        try:
            given = self._desk.operators.approve(plan, name, _PINS[name])
        except ServiceError:
            return None
        self._mistyped[name] = 0
        assert name != self.sits, "somebody approved their own"
        assert name != CASHIER, "a cashier approved"
        most = self._limits[name].per_reversal
        assert most is None or plan.amount <= most, "somebody approved more than they may themselves"
        self.agreed[given.id] = Agreed(name, requests, self._floor.clock.now())
        return given.id

    def say(self, intent: Intent, *, paid: bool, second: str) -> str:
        """Have whoever sits here say how an unknown one ended, and with PINs on a second person agree."""
        desk = self._desk
        try:
            who = desk.operators.who()
            approver = second if self.pins else None
            said = Words(person=who.name, reason="panelde öyle", reference="PNL-77", approver=approver)
            outcome = IntentState.DONE if paid else IntentState.REFUSED
            yes = None
            if approver is not None and self._may_try(approver):
                yes = desk.operators.approve_statement(intent, outcome, said, _PINS[approver]).id
                self._mistyped[approver] = 0
            desk.settling.by_person(intent.id, paid=paid, said=said, operator=who, approval=yes)
        except ServiceError as error:
            return type(error).__name__
        if self.pins:
            assert self.sits in (OWNER, MANAGER), f"{self.sits} settled what nobody knew"
            assert second in (OWNER, MANAGER), f"{second} agreed to an outcome"
            assert second != self.sits, "settled by one person alone"
            assert yes is not None, "settled without a second person's yes"
        return outcome.value

    def given_today(self, plan: Plan) -> dict[int, Money]:
        """Return what whoever sits here gave back on this business day, intent by intent."""
        since = plan.account.days.start_of(self._floor.clock.now())
        return {
            intent.id: intent.draft.amount
            for intent in self._floor.all_intents()
            if intent.draft.operator == self.sits
            and intent.armed_at >= since
            and intent.state not in _NOTHING_MOVED
        }

    def hold(
        self, plan: Plan, new: Sequence[Intent], given_before: dict[int, Money], approval: int | None
    ) -> None:
        """Assert that those who armed these were allowed to, by everything that limits them."""
        if not new or not self.pins:
            return
        assert self.sits is not None, "nobody had signed in, and money was asked for"
        for intent in new:
            assert intent.draft.operator == self.sits, (
                f"{self.sits} pressed in {intent.draft.operator}'s name"
            )
            assert intent.draft.approval == approval, "armed with another approval"
            if self.sits == CASHIER:
                assert _takes(plan, intent) in _CASHIER_MAY, f"a cashier did it: {_takes(plan, intent)}"
        if approval is not None:
            self._hold_agreed(plan, new, approval)
            return
        now = self.given_today(plan)
        batch = {intent.id for intent in new}
        given = [amount.kurus for number, amount in given_before.items() if number in now.keys() - batch]
        limits = self._limits[self.sits]
        once, day = limits.per_reversal, limits.per_day
        assert once is None or plan.amount <= once, "above what they may in one go, and nobody agreed"
        assert day is None or Money(sum(given)) + plan.amount <= day, "above their day, and nobody agreed"

    def _hold_agreed(self, plan: Plan, new: Sequence[Intent], approval: int) -> None:
        yes = self.agreed[approval]
        assert yes.by != self.sits, "their own approval"
        assert yes.requests == tuple(step.request for step in plan.steps), "an approval of something else"
        assert self._used.setdefault(approval, new[0].draft.batch) == new[0].draft.batch, "used up before"
        assert new[0].armed_at - yes.at <= _TEN_MINUTES, "an approval of long ago"

    def _try_pin(self, name: str, pin: str) -> Denied | None:
        try:
            self._desk.operators.sign_in(name, pin)
        except NotAllowed as denied:
            return denied.why
        return None

    def _may_try(self, name: str) -> bool:
        until = self._locked_until.get(name)
        return until is None or self._floor.clock.now() >= until

    def _mistypes(self, name: str) -> None:
        self._mistyped[name] += 1
        if self._mistyped[name] == 5:
            self._mistyped[name] = 0
            self._locked_until[name] = self._floor.clock.now() + _FIVE_MINUTES

    @property
    def _desk(self) -> Desk:
        return self._floor.desk


def _takes(plan: Plan, intent: Intent) -> str:
    """Return what a request is, in the words of the page."""
    request = intent.draft.request
    if isinstance(request, VoidRequest):
        late = plan.sale_day != plan.account.days.day_of(intent.armed_at)
        return "void late" if late else "void a sale of today"
    if isinstance(request.amount, Everything):
        return "all sellers at once"
    return "void a sale of today" if request.verb is Verb.VOID else "refund"
