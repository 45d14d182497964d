"""The world that the machine plays in: a desk that may lose its power or its disk, and the truth about it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from services.domain.clock import BusinessDays
from services.domain.errors import LedgerFault, LedgerUnavailable, ServiceError
from services.domain.evidence import Finding
from services.domain.money import ZERO, Money
from services.domain.reversal import CERTAIN_AFTER, TRANSITIONS, Everything, Intent, IntentState, SettledBy
from services.plans import LineReturn, Plan, plan_return
from services.simulator.entries import GiveBack, Movement, Status, Verb
from services.simulator.server import Simulator
from tests.campaigns.crew import Crew, hire
from tests.campaigns.mishaps import PowerCut, around, cut_the_power
from tests.campaigns.till import Flow, Sold, enter, intents_of, open_desk, plan, press, sell, set_up
from tests.campaigns.witness import Witness
from tests.shop import NOON, MovedClock


@dataclass
class World:
    """What outlives one example: the simulator, the clock, and an empty shop's ledger to copy."""

    folder: Path
    clock: MovedClock = field(default_factory=MovedClock)
    book: Witness = field(default_factory=Witness)
    examples: int = 0

    def __post_init__(self) -> None:
        self.simulator = Simulator(self.clock, book=self.book)
        self.simulator.faults.slow_for = self.simulator.faults.drip_every = 0.0
        empty = self.folder / "empty"
        set_up(empty, self.simulator.start(), self.clock)
        desk = open_desk(empty, self.clock)
        hire(desk)
        desk.close()

    def close(self) -> None:
        self.simulator.close()


class ShopFloor:
    """One shop, from its first sale to the end of an example; asserts what must always be so."""

    def __init__(self, world: World) -> None:
        world.examples += 1
        self._world = world
        self._folder = world.folder / f"shop-{world.examples}"
        shutil.copytree(world.folder / "empty", self._folder)
        world.clock.move_to(NOON)
        world.simulator.faults.clear()
        world.book.wrong.clear()
        world.book.misled.clear()
        world.book.habits = type(world.book.habits)()
        self.book, self.clock, self.faults = world.book, world.clock, world.simulator.faults
        self.desk = open_desk(self._folder, self.clock)
        self.sold: list[Sold] = []
        self._arrived: dict[int, tuple[str, int]] = {}
        self._disk_full = False
        self._owed = False
        self._was_owed = False
        self._mistaken: set[int] = set()
        self.crew = Crew(self)

    # What people do

    def sell(self, flow: Flow, kurus: int) -> Sold:
        self.crew.somebody_sits()
        name = f"{self._world.examples}-{len(self.sold)}"
        sold = sell(self.book, flow, name, self.clock.now(), kurus)
        enter(self.desk, sold)
        self.sold.append(sold)
        return sold

    def plan(self, sold: Sold, *, two_lines: bool = False) -> Plan | None:
        """Plan what was sold to go back, or a part of both of its lines; None if it can't be planned."""
        try:
            if two_lines and sold.lines:
                return self._plan_two_lines(sold)
            return plan(self.desk, sold)
        except ServiceError:
            return None

    def press(
        self, planned: Plan, *, cut: tuple[str, bool] | None = None, approval: int | None = None
    ) -> str:
        """Press a plan, perhaps with the power going before or after one of the `CUTS`."""
        sold = next(one for one in self.sold if one.reference == planned.reference)
        known = {intent.id for intent in self._intents(sold)}
        was_open = any(intent.state.is_open for intent in self._intents(sold))
        arrivals = len(self.book.moves(sold.reference))
        sat, given = self.crew.sits, self.crew.given_today(planned)
        told = self._pressed(planned, cut, approval)
        new = [intent for intent in self._intents(sold) if intent.id not in known]
        came = len(self.book.moves(sold.reference)) - arrivals
        assert came <= len(new) <= len(planned.steps), f"{came} requests for {len(new)} intents"
        for number, intent in enumerate(new[:came]):
            self._arrived[intent.id] = sold.reference, arrivals + number
        if was_open:
            assert not new, "an open order let another in"
            assert told in ("InProgress", "LedgerUnavailable", "Changed", "NotAllowed"), told
        if self.crew.sits == sat:  # after a power cut they may be locked out
            self.crew.hold(planned, new, given, approval)
        return told

    def look(self, sold: Sold) -> None:
        """Look again at what is unknown or not confirmed."""
        for intent in self._intents(sold):
            if self.desk.resolver.can_look(intent):
                try:
                    self.desk.resolver.look(intent.id)
                except ServiceError:
                    return
        self._hold_reopened(sold)

    def restart(self) -> None:
        self.desk.close()
        self.desk = open_desk(self._folder, self.clock)
        self._owed = self._was_owed = self._disk_full = False
        self.crew.come_back()

    def disk(self, *, full: bool) -> None:
        """Let the ledger take no settlement any more, or take them again."""
        self._disk_full = full
        around("settle", self.desk.reversals._journal, before=self._write if full else None)

    def moves_the_cutoff(self, flow: Flow, cutoff: Any) -> None:
        if not self.crew.owner_sits():
            return
        account = next(one for one in self.desk.accounts.all() if one.gateway is flow.gateway)
        self.desk.accounts.change(replace(account, cutoff=cutoff), None)

    def bank_moves_its_cutoff(self, cutoff: Any) -> None:
        self.book.habits.days = BusinessDays(cutoff)

    def is_open(self, sold: Sold) -> bool:
        """Whether how it ended is not known."""
        return any(intent.state.is_open for intent in self._intents(sold))

    def say(self, sold: Sold, *, second: str, lies: bool = False) -> str:
        """Have a person look into the panel and say how what is unknown ended; or mistake it for not paid."""
        unknown = [one for one in self._intents(sold) if one.state is IntentState.OUTCOME_UNKNOWN]
        if not unknown:
            return ""
        (intent,) = unknown
        paid = self._panel_shows(sold, intent)
        lies = lies and paid and intent.id not in self._mistaken
        told = self.crew.say(intent, paid=paid and not lies, second=second)
        if lies and told == IntentState.REFUSED.value:
            self._mistaken.add(intent.id)
            self.book.misled.add(sold.reference)
        return told

    def is_doubted(self, sold: Sold) -> bool:
        """Whether what a person was mistaken about is open again."""
        return any(one.id in self._mistaken and one.state.is_open for one in self._intents(sold))

    # What happens without us

    def panel_gives_back(self, sold: Sold) -> None:
        """Void it by hand, or give a part of an order's first line back."""
        now = self.clock.now()
        if sold.flow is Flow.VOID:
            self.book.panel_voids(sold.reference, now)
            return
        for verb in Verb:
            line = sold.lines[0]
            asked = GiveBack(sold.reference, line.guid, verb, sold.part, line.payable)
            if self.book.panel_gives_back(asked, now) == 1:
                return

    def panel_refunds(self, sold: Sold, status: Status, share: int) -> None:
        """Book a refund or a failed void by hand, where the bank would: at EsnekPOS' own panel."""
        sale = self.book.sale(sold.reference)
        if sale is None or sale.voided or sale.returned:
            return
        amount = Money(max(sale.amount.kurus // share, 1))
        number = 9_000_000 + len(sale.movements)
        movement = Movement(id=number, status=status, amount=amount, at=self.clock.now())
        self.book.add(replace(sale, movements=(*sale.movements, movement)))

    def a_lost_request_arrives_late(self, sold: Sold) -> None:
        """Let a request that nobody answered be booked after all, while its outcome is unknown."""
        if sold.flow is not Flow.VOID:
            return
        for intent in self._intents(sold):
            lost = intent.id in self._arrived and not self._moved_by(intent)
            if intent.state is IntentState.OUTCOME_UNKNOWN and lost and self._is_last(intent):
                self.book.void(sold.reference, self.clock.now())

    @contextmanager
    def between_look_and_request(self, do: Callable[[], None]) -> Iterator[None]:
        """Have something done once, after the last look and before the request leaves."""
        journal = self.desk.reversals._journal
        around("arm", journal, before=do)
        yield
        journal.__dict__.pop("arm", None)

    # What must be so

    def hold(self) -> None:
        """Assert the whole truth."""
        assert not self.book.wrong, self.book.wrong
        for sold in self.sold:
            intents = self._intents(sold)
            assert self.book.returned(sold.reference) <= sold.amount, "more went back than was sold"
            sent = [intent for intent in intents if intent.sent_at is not None]
            assert self.book.requests_for(sold.reference) <= len(sent), "a request that nobody wrote down"
            assert sum(intent.state.is_open for intent in intents) <= 1, "two open intents of one order"
            for intent in intents:
                self._hold(sold, intent)
            if not self._was_owed:  # else a doubt may wait for the next start
                self._hold_doubts(intents)

    def close(self) -> None:
        self.desk.close()
        self.faults.clear()
        shutil.rmtree(self._folder)

    def _hold(self, sold: Sold, intent: Intent) -> None:
        steps = self.desk.reversals._journal.events(intent.id)
        for before, after in pairwise(steps):
            known = (
                after.state in TRANSITIONS[before.state] or after.state is before.state is IntentState.DONE
            )
            assert known, f"{before.state} -> {after.state}"
        moved = self._moved_by(intent)
        match intent.state:
            case IntentState.DONE:
                assert intent.settled is not None
                everything = isinstance(getattr(intent.draft.request, "amount", None), Everything)
                ours = ZERO < moved <= intent.draft.amount if everything else moved == intent.draft.amount
                # A hand at the panel may have given it back; then a query showed that, and it is back.
                shown = intent.settled.by is not SettledBy.ANSWER and sold.flow is Flow.VOID
                assert ours or (shown and self.book.returned(sold.reference) == sold.amount), "not done"
            case IntentState.REFUSED:
                if moved and self._was_hidden(intent):
                    # Only a gateway that hides what it booked for over a minute gets this far.
                    self.book.misled.add(sold.reference)
                else:
                    assert not moved or intent.id in self._mistaken, "refused, and it was booked"
            case IntentState.NOT_SENT:
                assert intent.id not in self._arrived, "not sent, and it arrived"
            case IntentState.ARMED | IntentState.SENT:
                assert self._owed, f"left {intent.state.value}"
            case IntentState.OUTCOME_UNKNOWN:
                pass  # never wrong; that it stays locked is asserted by pressing

    def _was_hidden(self, intent: Intent) -> bool:
        """Whether two looks, the second a minute after the answer, did not show what was booked."""
        settled, journal = intent.settled, self.desk.reversals._journal
        if settled is None or settled.by is not SettledBy.QUERY:
            return False
        answered = [step.at for step in journal.events(intent.id) if step.by is SettledBy.ANSWER]
        looks = [look for look in journal.looks(intent.id) if look.finding is Finding.NOTHING_NEW]
        return len(looks) > 1 and looks[-1].begun_at >= answered[-1] + CERTAIN_AFTER

    def _hold_reopened(self, sold: Sold) -> None:
        """Assert that an honest look within the day opens again what was booked after all."""
        intents = self._intents(sold)
        if self.faults.coming or any(intent.state.is_open for intent in intents):
            return
        for intent in intents:
            if self.desk.resolver.can_look(intent) and intent.state is IntentState.REFUSED:
                others = [one for one in intents if one.id != intent.id]
                explained = any(one.state is IntentState.DONE for one in others)
                assert explained or not self._moved_by(intent), "refused, booked, and seen"

    def _hold_doubts(self, intents: tuple[Intent, ...]) -> None:
        """Assert that what a person called not paid is open again once Param said that it was."""
        for intent in intents:
            if intent.id in self._mistaken and intent.state is IntentState.REFUSED:
                for later in intents:
                    said = later.settled
                    already = said and said.by is SettledBy.ANSWER and said.code in ("-211", "-212")
                    assert not (already and later.id > intent.id), "called not paid, and it was"

    def _panel_shows(self, sold: Sold, intent: Intent) -> bool:
        """Whether what an intent asked for has gone back, as the gateway's own panel shows it."""
        if sold.flow is Flow.VOID:
            return self.book.returned(sold.reference) == sold.amount
        return self._moved_by(intent) > ZERO

    def all_intents(self) -> list[Intent]:
        """Return all that was ever written down in this example."""
        return [intent for sold in self.sold for intent in self._intents(sold)]

    def _intents(self, sold: Sold) -> tuple[Intent, ...]:
        return intents_of(self.desk, sold)

    def _plan_two_lines(self, sold: Sold) -> Plan:
        hits = self.desk.lookup.in_ledger(sold.reference)
        (hit,) = [hit for hit in hits if hit.reference == sold.reference]
        view = self.desk.lookup.order(hit.order_id or 0)
        part = Money(max(sold.part.kurus // 2, 1))
        what = tuple(LineReturn(line=line.guid, amount=part, payable=ZERO) for line in sold.lines)
        return plan_return(view, what, self.clock.now(), accepts_literal_rule=True)

    def _pressed(self, planned: Plan, cut: tuple[str, bool] | None, approval: int | None) -> str:
        desk = self.desk
        if cut is not None:
            cut_the_power(desk, *cut)
        try:
            executed = press(desk, planned, operator=self.crew.presser, approval=approval)
        except ServiceError as error:
            return type(error).__name__
        except PowerCut:
            self.restart()
            return "power cut"
        finally:
            if cut is not None and desk is self.desk:
                self.restart()  # it was never come to; the desk is whole again
        self._owed = self._owed and self._disk_full
        if executed.not_recorded is not None:
            self._owed = self._was_owed = True
        return ", ".join(intent.state.value for intent in executed.intents)

    def _write(self) -> None:
        raise LedgerUnavailable(self._folder, LedgerFault.DISK_FULL)

    def _moved_by(self, intent: Intent) -> Money:
        if intent.id not in self._arrived:
            return ZERO
        reference, number = self._arrived[intent.id]
        return self.book.moves(reference)[number]

    def _is_last(self, intent: Intent) -> bool:
        reference, number = self._arrived[intent.id]
        return number == len(self.book.moves(reference)) - 1


def tomorrow_at(clock: MovedClock, hours: float) -> timedelta:
    """Return how long it is to so many hours from the next Istanbul midnight."""
    return BusinessDays().end_of(clock.now()) - clock.now() + timedelta(hours=hours)
