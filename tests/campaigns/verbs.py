"""`uv run python -m tests.campaigns.verbs [--instants N] [--seed N]`: void or refund, by a hand-made clock.

The oracle knows no time zone database. It adds the hours that Istanbul was ahead of Greenwich, from a
table copied out of the Turkish government's decisions, and compares what the wall shows with the cut-off.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time as clocks
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from services.domain.account import Account
from services.domain.errors import VerbNow
from services.domain.payment import TransactionStatus
from services.domain.reversal import Verb
from services.policy import sale_day, verb_at
from tests.builders import a_movement, a_param_account, a_payment, an_esnekpos_account
from tests.campaigns.report import Report, drawn

_TURNS = (
    # Each at 01:00 of Greenwich: the hours Istanbul is ahead from then on.
    (date(2013, 10, 27), 2),
    (date(2014, 3, 31), 3),  # a day late, for an exam's sake
    (date(2014, 10, 26), 2),
    (date(2015, 3, 29), 3),
    (date(2015, 11, 8), 2),  # two weeks late, for an election's
    (date(2016, 3, 27), 3),  # and never back again
)
_TURNED_AT = [datetime(day.year, day.month, day.day, 1, tzinfo=UTC) for day, _ in _TURNS]
_FIRST, _LAST = datetime(2014, 1, 1, tzinfo=UTC), datetime(2036, 1, 1, tzinfo=UTC)

_MACHINES = ("UTC", "Europe/Istanbul", "Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kolkata")
_WRITTEN_IN = (UTC, timezone(timedelta(hours=-11)), timezone(timedelta(hours=14)), ZoneInfo("Europe/London"))
_CUTOFFS = (None, time(0, 30), time(3, 0), time(3, 30), time(17, 0), time(21, 30), time(23, 59, 59))
_NEAR = (-86_400, -3_601, -60, -1, 0, 1, 59, 3_600, 86_400)


def wall(at: datetime) -> datetime:
    """Return what a clock on an Istanbul wall showed, without a zone."""
    hours = _TURNS[bisect_right(_TURNED_AT, at) - 1][1]
    return (at + timedelta(hours=hours)).replace(tzinfo=None)


def closing(day: date, cutoff: time) -> datetime:
    """Return when a bank closes a day: at the first time the wall shows its hour.

    An hour that the wall left out in spring comes as if it had not: by the hours of before.
    """
    shown = datetime.combine(day, cutoff, UTC)
    summer, winter = shown - timedelta(hours=3), shown - timedelta(hours=2)
    return summer if wall(summer) == shown.replace(tzinfo=None) else winter


def bank_day(at: datetime, cutoff: time | None) -> date:
    """Return the day a bank counts an instant to: the next one, once it has closed."""
    day = wall(at).date()
    return day if cutoff is None or at < closing(day, cutoff) else day + timedelta(days=1)


def run(instants: int, *, seed: int = 0) -> Report:
    """Hold the verb to the oracle, a share of the instants on a machine in each of several zones."""
    report = Report("verbs")
    for machine in _MACHINES:
        with _a_machine_in(machine):
            chance = drawn("verbs", seed, machine)
            for _ in range(instants // len(_MACHINES)):
                _hold(chance, report)
        report.count("zones the machine stood in")
    return report


def _hold(chance: random.Random, report: Report) -> None:
    cutoff = chance.choice(_CUTOFFS)
    sold, now = _instant(chance, cutoff), _instant(chance, cutoff)
    if chance.random() < 0.7:
        now = _near(chance, sold, cutoff)
    written = now.astimezone(chance.choice(_WRITTEN_IN))
    day, today = bank_day(sold, cutoff), bank_day(now, cutoff)
    late = day != today
    for account in (a_param_account(cutoff=cutoff), an_esnekpos_account(cutoff=cutoff)):
        refund = late and account.gateway.value == "param"
        wanted = VerbNow(Verb.REFUND if refund else Verb.VOID, late=late)
        told = verb_at(account, account.days.day_of(sold), written)
        report.count("verbs")
        report.count("of a later day", int(late))
        report.hold(told == wanted, f"{_words(account, sold, now)}: {told}, not {wanted}")
    _hold_the_countdown(account, now, cutoff, report)
    _hold_the_sale_day(chance, account, sold, report)


def _hold_the_countdown(account: Account, now: datetime, cutoff: time | None, report: Report) -> None:
    """At the instant the countdown ends the verb is another's, and a microsecond before it is not."""
    until = account.days.end_of(now)
    report.count("countdowns")
    least = timedelta(microseconds=1)
    days = [bank_day(until - least, cutoff), bank_day(until, cutoff)]
    today = bank_day(now, cutoff)
    right = until > now and days == [today, today + timedelta(days=1)]
    report.hold(right, f"{_words(account, now, until)}: the countdown ends at the wrong instant")


def _hold_the_sale_day(chance: random.Random, account: Account, sold: datetime, report: Report) -> None:
    """Where the answer has two instants that fall on two days, no day is proposed."""
    booked = sold + timedelta(seconds=chance.choice((0, 1, 61, 3_600)))
    texts = [wall(at).strftime("%d.%m.%Y %H:%M") for at in (sold, booked)]
    payment = a_payment(a_movement(TransactionStatus.PAID, moved_at=texts[1]), paid_at=texts[0])
    read = [payment.paid_at, payment.movements[0].at]
    days = {bank_day(one.at, account.cutoff) for one in read if one is not None}
    report.count("sale days")
    wanted = days.pop() if len(days) == 1 else None
    report.hold(sale_day(account, payment) == wanted, f"{_words(account, sold, booked)}: another sale day")


def _instant(chance: random.Random, cutoff: time | None) -> datetime:
    """Draw an instant: anywhere, at a turn of the clock, or by a day's end; to the microsecond."""
    span = int((_LAST - _FIRST).total_seconds())
    anywhere = _FIRST + timedelta(seconds=chance.randrange(span), microseconds=chance.randrange(1_000_000))
    kind = chance.random()
    if kind < 0.1:
        return anywhere
    if kind < 0.3:
        return chance.choice(_TURNED_AT[1:]) + timedelta(seconds=chance.randrange(-90_000, 90_000))
    return _near(chance, anywhere, cutoff)


def _near(chance: random.Random, at: datetime, cutoff: time | None) -> datetime:
    """Draw an instant by the midnight, or the closing, next to another."""
    day = wall(at).date() + timedelta(days=chance.choice((0, 0, 1)))
    end = closing(day, time() if cutoff is None or chance.random() < 0.3 else cutoff)
    return end + timedelta(seconds=chance.choice(_NEAR), microseconds=chance.choice((-1, 0, 1)))


def _words(account: Account, one: datetime, other: datetime) -> str:
    return f"{account.gateway.value} until {account.cutoff}, {one.isoformat()} and {other.isoformat()}"


@contextmanager
def _a_machine_in(zone: str) -> Iterator[None]:
    """Let this process believe that it stands elsewhere."""
    before = os.environ.get("TZ")
    _stand_in(zone)
    try:
        yield
    finally:
        _stand_in(before)


def _stand_in(zone: str | None) -> None:
    if zone is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = zone
    if hasattr(clocks, "tzset"):  # Windows has none, and no zone of a process
        clocks.tzset()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.campaigns.verbs", description=__doc__)
    parser.add_argument("--instants", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    return run(chosen.instants, seed=chosen.seed).close()


if __name__ == "__main__":
    sys.exit(main())
