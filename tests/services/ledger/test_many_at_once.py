"""Two at one order: threads, processes, and a process that dies in between."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from services.domain.account import Account
from services.domain.errors import InProgress, LedgerFault, LedgerUnavailable
from services.domain.reversal import IntentState, SettledBy
from services.ledger.accounts import Accounts
from services.ledger.database import Database
from services.ledger.folder import DataFolder
from services.ledger.journal import Journal
from services.ledger.payments import Payments
from tests.services.ledger.making import (
    NOON,
    a_payment,
    a_void,
    after,
    an_esnekpos_account,
    done,
)

ROOT = Path(__file__).parents[3]
THREADS = 8
ORDERS = 12


@contextmanager
def another_process(*what: str) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(  # noqa: S603  our own program
        [sys.executable, "-m", "tests.services.ledger.another_process", *what],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def hear(process: subprocess.Popen[str]) -> dict[str, Any]:
    assert process.stdout is not None
    said: dict[str, Any] = json.loads(process.stdout.readline())
    return said


@pytest.mark.parametrize("ledgers", [1, 2])
def test_of_eight_threads_exactly_one_arms_an_order(
    folder: Path, database: Database, esnekpos: Account, ledgers: int
) -> None:
    others = [Database(DataFolder(folder), read_only=False) for _ in range(ledgers - 1)]
    journals = [Journal(opened) for opened in (database, *others)]
    start = Barrier(THREADS)

    def arm_all(thread: int) -> list[str]:
        journal = journals[thread % ledgers]
        start.wait()
        won = []
        for number in range(ORDERS):
            try:
                journal.arm(a_void(esnekpos, f"r{number}"), at=NOON)
            except InProgress:
                continue
            won.append(f"r{number}")
        return won

    with ThreadPoolExecutor(THREADS) as pool:
        won = Counter(order for orders in pool.map(arm_all, range(THREADS)) for order in orders)
    for opened in others:
        opened.close()

    assert won == Counter(f"r{number}" for number in range(ORDERS))
    assert journals[0].count() == ORDERS


def test_of_two_processes_exactly_one_arms_an_order(folder: Path) -> None:
    with Database.open(folder) as database:
        Accounts(database).add(an_esnekpos_account())

    what = ("race", str(folder), str(ORDERS))
    with another_process(*what) as one, another_process(*what) as other:
        assert hear(one) == hear(other) == {"ready": True}
        for process in (one, other):
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        lines = one.communicate()[0].splitlines() + other.communicate()[0].splitlines()
        assert (one.returncode, other.returncode) == (0, 0)

    assert Counter(json.loads(line)["armed"] for line in lines) == Counter(range(ORDERS))
    with Database.open(folder) as database:
        assert Journal(database).count() == ORDERS


def test_a_process_that_is_killed_leaves_what_it_wrote_and_lets_the_folder_go(folder: Path) -> None:
    with Database.open(folder) as database:
        Accounts(database).add(an_esnekpos_account())

    with another_process("send", str(folder)) as process:
        ids = hear(process)
        with pytest.raises(LedgerUnavailable) as refused:
            Database.open(folder)
        assert refused.value.fault is LedgerFault.LOCKED
        with Database.look(folder) as looking:
            assert Journal(looking).get(ids["sent"]).state is IntentState.SENT
        process.kill()
        process.wait()

    with Database.open(folder) as database:
        journal = Journal(database)
        assert journal.get(ids["sent"]).state is IntentState.SENT
        journal.sweep(at=after(5))
        armed, sent = journal.get(ids["armed"]), journal.get(ids["sent"])
    assert (armed.state, sent.state) == (IntentState.NOT_SENT, IntentState.OUTCOME_UNKNOWN)
    assert sent.settled is not None
    assert sent.settled.by is SettledBy.RESTART


def test_only_one_of_many_outcomes_is_written_down(journal: Journal, esnekpos: Account) -> None:
    intent = journal.arm(a_void(esnekpos), at=NOON)
    journal.sent(intent.id, at=after(1))
    start = Barrier(THREADS)

    def settle(_thread: int) -> bool:
        start.wait()
        try:
            journal.settle(intent.id, done())
        except ValueError:
            return False
        return True

    with ThreadPoolExecutor(THREADS) as pool:
        assert Counter(pool.map(settle, range(THREADS))) == {True: 1, False: THREADS - 1}
    assert len(journal.events(intent.id)) == 3


def test_reading_goes_on_beside_a_write(database: Database, journal: Journal, esnekpos: Account) -> None:
    payments = Payments(database)
    payments.keep(esnekpos.id, a_payment(), body="", taken_at=NOON)

    def look(_standing: object) -> None:
        assert len(payments.search("")) == 1
        assert journal.count() == 0

    journal.arm(a_void(esnekpos), at=NOON, check=look)

    assert journal.count() == 1
