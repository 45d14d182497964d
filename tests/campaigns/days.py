"""`uv run python -m tests.campaigns.days [--days N] [--seed N]`: every day's sheet against two other books.

A shop voids and refunds at both gateways, loses answers, settles them days later, and closes its days, some
of them early. What was seen to happen is noted here as it happens; the gateways' own book knows what really
went back. Every sheet must say the former, all sheets together the latter, to the kuruş, and a closed one
must never change.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from random import Random

from services.domain.account import Environment
from services.domain.clock import ISTANBUL
from services.domain.day_sheet import DaySheet, Fate
from services.domain.money import Money
from services.domain.reversal import Intent, IntentState, Verb
from services.domain.reversal import Testimony as Statement
from services.simulator.faults import Fault, Operation
from tests.campaigns.report import Report, drawn
from tests.shop import NOON, Shop

_DAY = timedelta(days=1)
_LOST = (Fault.ANSWER_LOST_BEFORE_BOOKING, Fault.ANSWER_LOST_AFTER_BOOKING)
_MOST_A_DAY = 4


class _Season:
    """One shop over many days, and what was seen to happen in it."""

    def __init__(self, shop: Shop, report: Report, chance: Random) -> None:
        self._shop = shop
        self._report = report
        self._chance = chance
        self._seen: dict[tuple[date, Verb], int] = defaultdict(int)
        self._acted: dict[date, list[str]] = defaultdict(list)
        self._open: dict[int, Intent] = {}
        self._closed: dict[date, DaySheet] = {}
        self._orders = 0

    @property
    def today(self) -> date:
        return self._shop.clock.now().astimezone(ISTANBUL).date()

    def a_day(self) -> None:
        """Work through a day; close it at its end, or too early, or not at all."""
        chance, day = self._chance, self.today
        early = chance.random() < 0.2
        for _ in range(chance.randrange(_MOST_A_DAY)):
            self._shop.clock.advance(timedelta(minutes=chance.randrange(1, 90)))
            self._reverse()
            if early:
                early = False
                self._close(day)
        for intent in list(self._open.values()):
            if chance.random() < 0.3:
                self._settle(intent)
        if chance.random() < 0.6:
            self._close(day)
        self._report.count("days")
        self._shop.clock.move_to(NOON + (day - NOON.astimezone(ISTANBUL).date() + _DAY))

    def finish(self) -> None:
        """Settle what is left, then hold every sheet to what was seen, and all of them to the gateways."""
        for intent in list(self._open.values()):
            self._settle(intent)
        self._shop.clock.advance(_DAY)
        first = NOON.astimezone(ISTANBUL).date()
        days = [first + number * _DAY for number in range((self.today - first).days + 1)]
        belongs: dict[date, int] = defaultdict(int)
        for day in days:
            sheet = self._shop.desk.office().day_ends.sheet(day)
            self._hold_to_what_was_seen(day, sheet)
            for line in sheet.lines:
                if line.fate is Fate.DONE:
                    belongs[line.subject.belongs_to] += line.subject.amount.kurus
        for day in days:
            booked = sum(self._shop.book.returned(order).kurus for order in self._acted[day])
            self._report.count("kuruş given back", booked)
            self._report.hold(belongs[day] == booked, f"{day}: {belongs[day]} on sheets, {booked} booked")
        left = self._shop.desk.office().day_ends.sheet(days[-1]).open
        self._report.hold(not left, f"{len(left)} left open at the end")

    def _hold_to_what_was_seen(self, day: date, sheet: DaySheet) -> None:
        sums = sheet.sums(Environment.DEMO)
        for verb, told in ((Verb.VOID, sums.voided), (Verb.REFUND, sums.refunded)):
            seen = self._seen[day, verb]
            self._report.hold(told.kurus == seen, f"{day}: {verb.value} {told.kurus} told, {seen} seen")
        if day in self._closed:
            self._report.hold(sheet == self._closed[day], f"{day}: a closed sheet changed")
        elif any(line.subject.belongs_to < day for line in sheet.lines):
            self._report.count("open days with a late line")

    def _reverse(self) -> None:
        shop, chance = self._shop, self._chance
        amount = Money(chance.randrange(1, 500_000))
        if chance.random() < 0.3:
            shop.simulator.faults.next(chance.choice(_LOST), operation=Operation.MOVE)
        if chance.random() < 0.5:
            sale = shop.book.a_sale(amount, paid_at=shop.clock.now() - timedelta(minutes=1))
            reference, done = sale.reference, shop.void(sale)
        else:
            self._orders += 1
            reference = f"order-{self._orders}"
            ago = chance.choice((timedelta(minutes=5), timedelta(days=3)))
            text = f"{amount.kurus // 100},{amount.kurus % 100:02}"
            order = shop.an_order(text, name=reference, ago=ago)
            done = shop.give_back(order, (0, text, "0,00"))
        shop.simulator.faults.clear()
        self._acted[self.today].append(reference)
        for intent in done.intents:
            self._report.count("reversals")
            self._note(intent)

    def _settle(self, intent: Intent) -> None:
        """Look where there is somebody to ask; where that says nothing, a person says what is true."""
        shop = self._shop
        shop.clock.advance(timedelta(seconds=30))
        if shop.desk.resolver.can_look(intent):
            looked = shop.desk.resolver.look(intent.id)
            if not looked.state.is_open:
                self._note(looked)
                return
        me = shop.desk.operator
        said = Statement(person=me.name, reason="panel", reference=f"P-{intent.id}", approver=None)
        paid = bool(shop.book.returned(intent.draft.order.reference))
        self._note(shop.desk.settling.by_person(intent.id, paid=paid, said=said, operator=me))

    def _note(self, intent: Intent) -> None:
        """Write down what was seen to become of one, on the day whose sheet is still open."""
        if intent.state.is_open:
            if intent.id not in self._open:
                self._report.count("unknown at first")
            self._open[intent.id] = intent
            return
        self._open.pop(intent.id, None)
        if intent.state is IntentState.DONE:
            day = self.today + (_DAY if self.today in self._closed else timedelta())
            self._seen[day, intent.draft.verb] += intent.draft.amount.kurus

    def _close(self, day: date) -> None:
        if day not in self._closed:
            self._closed[day] = self._shop.desk.office().day_ends.close(day)
            self._report.count("days closed")


def run(days: int, *, seed: int = 0) -> Report:
    report = Report("days")
    with tempfile.TemporaryDirectory() as folder:
        shop = Shop.open(Path(folder) / "ledger")
        try:
            season = _Season(shop, report, drawn("days", seed))
            for _ in range(days):
                season.a_day()
            season.finish()
        finally:
            shop.close()
    return report


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.campaigns.days", description=__doc__)
    parser.add_argument("--days", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    return run(chosen.days, seed=chosen.seed).close()


if __name__ == "__main__":
    sys.exit(main())
