"""`uv run python -m tests.campaigns.evidence`: pairs of trees, drawn, and what each proves of a void.

A tree is drawn as its movements: ``a3 b5:40`` is a paid movement of the whole amount, 100 lira, and under
it a void of 40. A letter is an id, the digit a STATUS_ID (S 001): 3 paid, 5 voided, 6 void failed,
7 refunded, 8 refund failed. Each pair is put to the desk, its ledger and the simulator in four situations.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from services.desk import Desk
from services.domain.errors import Changed, ServiceError
from services.domain.evidence import Finding
from services.domain.money import Money
from services.domain.reversal import CERTAIN_AFTER, Confirmation, Intent, IntentState
from services.simulator.entries import Movement, Sale, Share, Status
from services.simulator.faults import Fault, Operation
from services.simulator.server import Simulator
from tests.campaigns.report import Report
from tests.campaigns.till import Flow, Sold, intents_of, open_desk, plan, press, set_up
from tests.campaigns.witness import Witness
from tests.shop import NOON, MovedClock

WHOLE = 10_000
_MOVEMENT = re.compile(
    r"(?P<id>[a-z])(?P<status>[1-8])(?::(?P<lira>-?[0-9]+))?(?:\((?P<sellers>[a-z0-9=+]+)\))?"
)

GIVEN_BACK, FAILED, NOTHING_NEW, FOR_A_PERSON = Finding

PAIRS: tuple[tuple[str, str, Finding], ...] = (
    # One movement gave it back: a new one, or the old one turned
    ("a3", "a3 b5", GIVEN_BACK),
    ("a3", "b5 a3", GIVEN_BACK),
    ("a3", "a5", GIVEN_BACK),
    ("a3", "b5", GIVEN_BACK),
    ("a3", "a3 b5:-100", GIVEN_BACK),
    ("a3", "a3 b7", GIVEN_BACK),
    ("a3", "a7", GIVEN_BACK),
    ("a3", "a3 b5 c6", GIVEN_BACK),
    ("a3", "a3 b6 c5", GIVEN_BACK),
    ("a3", "a5 b6", GIVEN_BACK),
    ("a3", "a3 b5 b5", FOR_A_PERSON),
    ("a3(x=60+y=40)", "a3(x=60+y=40) b5", GIVEN_BACK),
    ("a3(x=60+y=40)", "a3(x=60+y=40) b5(x=60+y=40)", GIVEN_BACK),
    ("a3 b6", "a3 b6 c5", GIVEN_BACK),
    ("a3 b6", "a3 b5", GIVEN_BACK),
    ("a3 b6", "a5 b6", GIVEN_BACK),
    ("a3 b8", "a3 b8 c7", GIVEN_BACK),
    ("a3 b8", "a3 b7", GIVEN_BACK),
    # A new movement says that it failed
    ("a3", "a3 b6", FAILED),
    ("a3", "a3 b6:-100", FAILED),
    ("a3", "a3 b6:40", FAILED),
    ("a3", "a6", FAILED),
    ("a3", "a3 b8", FAILED),
    ("a3 b6", "a3 b6 c6", FAILED),
    ("a3 b6", "a3 b8", FAILED),
    ("a3 b8", "a3 b8 c6", FAILED),
    # Nothing is new
    ("a3", "a3", NOTHING_NEW),
    ("a3", "a3:-100", NOTHING_NEW),
    ("a3", "a3 a3", NOTHING_NEW),
    ("a3 b6", "a3 b6", NOTHING_NEW),
    ("a3 b6", "b6 a3", NOTHING_NEW),
    ("a3 b8", "a3 b8 b8", NOTHING_NEW),
    ("a3(x=60+y=40)", "a3(y=40+x=60)", NOTHING_NEW),
    # A part, two candidates, a contradiction, or something nobody can read: a person looks
    ("a3", "a3 b5:40", FOR_A_PERSON),
    ("a3", "a3 b7:40", FOR_A_PERSON),
    ("a3", "a3 b5:101", FOR_A_PERSON),
    ("a3", "a3 b7:60 c7:40", FOR_A_PERSON),
    ("a3", "a3 b5 c5", FOR_A_PERSON),
    ("a3", "a3 b5 c7", FOR_A_PERSON),
    ("a3", "a5 b5", FOR_A_PERSON),
    ("a3", "a3 b6 c6", FOR_A_PERSON),
    ("a3", "a3 b6 c8", FOR_A_PERSON),
    ("a3", "a3 b7:40 c6", FOR_A_PERSON),
    ("a3", "a3 b1", FOR_A_PERSON),
    ("a3", "a3 b2", FOR_A_PERSON),
    ("a3", "a3 b3", FOR_A_PERSON),
    ("a3", "a3 b4", FOR_A_PERSON),
    ("a3", "b3", FOR_A_PERSON),
    ("a3", "a1", FOR_A_PERSON),
    ("a3", "a4", FOR_A_PERSON),
    ("a3", "a3:60", FOR_A_PERSON),
    ("a3", "", FOR_A_PERSON),
    ("a3", "cancelled", FOR_A_PERSON),
    ("a3 b6", "a3", FOR_A_PERSON),
    ("a3 b6", "b6", FOR_A_PERSON),
    ("a3(x=60+y=40)", "a3(x=60+y=39)", FOR_A_PERSON),
    ("a3(x=60+y=40)", "a3", FOR_A_PERSON),
)
"""Before, after, and what that proves: the table of `services.domain.evidence.find`, row by row."""

UNKNOWN, DONE, REFUSED = IntentState.OUTCOME_UNKNOWN, IntentState.DONE, IntentState.REFUSED

AFTER_A_LOST_ANSWER = {GIVEN_BACK: DONE, FAILED: REFUSED, NOTHING_NEW: UNKNOWN, FOR_A_PERSON: UNKNOWN}
AFTER_A_NO = {GIVEN_BACK: DONE, FAILED: REFUSED, NOTHING_NEW: UNKNOWN, FOR_A_PERSON: UNKNOWN}
A_MINUTE_AFTER_A_NO = AFTER_A_NO | {NOTHING_NEW: REFUSED}
AFTER_A_YES = {GIVEN_BACK: DONE, FAILED: UNKNOWN, NOTHING_NEW: DONE, FOR_A_PERSON: UNKNOWN}


def run() -> Report:
    """Put every pair to the desk in every situation."""
    report = Report("evidence")
    clock, book = MovedClock(NOON), Witness()
    with tempfile.TemporaryDirectory() as folder, Simulator(clock, book=book) as simulator:
        ledger = Path(folder) / "ledger"
        set_up(ledger, simulator.start(), clock)
        desk = open_desk(ledger, clock)
        for number, (before, after, finding) in enumerate(PAIRS):
            report.count("pairs of trees")
            report.count(finding.value)
            table = _Table(desk, clock, simulator, report, f"P{number}", before, after)
            table.hold_a_look("lost", Fault.ANSWER_LOST_BEFORE_BOOKING, AFTER_A_LOST_ANSWER[finding])
            no, a_minute_later = AFTER_A_NO[finding], A_MINUTE_AFTER_A_NO[finding]
            table.hold_a_look("no", Fault.CANCEL_ERROR, no, a_minute_later)
            confirmed = finding is GIVEN_BACK
            table.hold_a_look("yes", None, AFTER_A_YES[finding], confirmed=confirmed)
            table.hold_the_last_look()
        desk.close()
    return report


class _Table:
    """One pair of trees before a desk."""

    def __init__(
        self,
        desk: Desk,
        clock: MovedClock,
        simulator: Simulator,
        report: Report,
        name: str,
        before: str,
        after: str,
    ) -> None:
        self._desk = desk
        self._clock = clock
        self._faults = simulator.faults
        self._book = simulator.book
        self._report = report
        self._name = name
        self._before = before
        self._after = after

    def hold_a_look(
        self,
        how: str,
        answer: Fault | None,
        wanted: IntentState,
        a_minute_later: IntentState | None = None,
        *,
        confirmed: bool | None = None,
    ) -> None:
        """Press on the first tree, with this answer and no look after it; then look at the second, twice."""
        sold = self._sold(how)
        planned = plan(self._desk, sold)
        if answer is not None:
            self._faults.next(answer, operation=Operation.MOVE)
        self._faults.next(Fault.NOT_YET_VISIBLE, operation=Operation.ASK)  # the last look: as it was
        self._faults.next(Fault.HTTP_500, operation=Operation.ASK)  # the one after it
        (intent,) = press(self._desk, planned).intents
        self._faults.clear()
        self._book.add(self._tree(sold, self._after))
        # A second look at the same tree proves no more than the first, but for silence after a no.
        for look, state in (("first", wanted), ("second", a_minute_later or wanted)):
            intent = self._look(intent)
            self._report.count("looks")
            if intent.state is not state:
                self._say(f"after a {how} answer the {look} look says {intent.state.value}")
            self._clock.advance(CERTAIN_AFTER)
        seen = intent.settled is not None and intent.settled.confirmation is Confirmation.SEEN
        if confirmed is not None and intent.state is DONE and seen is not confirmed:
            self._say("confirmed" if seen else "not confirmed")

    def hold_the_last_look(self) -> None:
        """Plan on the first tree and press on the second: any difference stops it."""
        sold = self._sold("press")
        planned = plan(self._desk, sold)
        self._book.add(self._tree(sold, self._after))
        try:
            press(self._desk, planned)
            stopped = False
        except Changed:
            stopped = True
        except ServiceError as error:
            self._say(f"the last look said {type(error).__name__}")
            return
        self._report.count("last looks that stopped it", int(stopped))
        same = _counted(self._before) == _counted(self._after)
        if stopped is same:
            self._say("the last look stopped what had not changed" if same else "the last look let it pass")
        if stopped and (intents_of(self._desk, sold) or self._book.requests_for(sold.reference)):
            self._say("stopped, and yet something was begun")

    def _look(self, intent: Intent) -> Intent:
        if self._desk.resolver.can_look(intent):
            return self._desk.resolver.look(intent.id)
        return intent

    def _sold(self, how: str) -> Sold:
        amount = Money(WHOLE)
        sold_at = NOON - timedelta(hours=1)
        sold = Sold(flow=Flow.VOID, reference=f"{self._name}-{how}", sold_at=sold_at, amount=amount)
        self._book.add(self._tree(sold, self._before))
        return sold

    def _tree(self, sold: Sold, drawn: str) -> Sale:
        sale = Sale(reference=sold.reference, amount=sold.amount, paid_at=sold.sold_at, movements=())
        if drawn == "cancelled":
            return replace(sale, silent=True)
        movements = tuple(_movement(one, sold) for one in _read(drawn))
        return replace(sale, movements=movements)

    def _say(self, what: str) -> None:
        self._report.violation(f"[{self._before}] then [{self._after}]: {what}")


def _read(drawn: str) -> list[re.Match[str]]:
    found = [_MOVEMENT.fullmatch(one) for one in drawn.split()]
    return [one for one in found if one is not None]


def _movement(drawn: re.Match[str], sold: Sold) -> Movement:
    lira = int(drawn["lira"] or WHOLE // 100)
    shares = [one.split("=") for one in (drawn["sellers"] or "").split("+") if one]
    return Movement(
        id=ord(drawn["id"]),
        status=Status(int(drawn["status"])),
        amount=Money(lira * 100),
        at=sold.sold_at,
        shares=tuple(Share(name, Money(int(due) * 100), sold.sold_at) for name, due in shares),
    )


def _counted(drawn: str) -> list[tuple[str, ...]]:
    """Return what counts of a tree, the order of ids apart: the sign and the sellers' order do not."""
    return sorted(
        (
            one["id"],
            one["status"],
            (one["lira"] or "100").lstrip("-"),
            *sorted((one["sellers"] or "").split("+")),
        )
        for one in _read(drawn)
    )


def main() -> int:
    argparse.ArgumentParser(prog="python -m tests.campaigns.evidence", description=__doc__).parse_args()
    return run().close()


if __name__ == "__main__":
    sys.exit(main())
