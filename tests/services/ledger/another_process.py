"""What a test lets another process do with a ledger. It says what it did, a JSON line each."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from services.domain.errors import InProgress
from services.ledger.accounts import Accounts
from services.ledger.database import Database
from services.ledger.folder import DataFolder
from services.ledger.journal import Journal
from tests.services.ledger.making import NOON, a_void, after


def say(**what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def race(folder: Path, orders: int) -> None:
    """Arm many orders, one after another, from the moment a line comes in. Takes no lock on the folder."""
    with Database(DataFolder(folder), read_only=False) as database:
        journal = Journal(database)
        (account,) = Accounts(database).all()
        say(ready=True)
        sys.stdin.readline()
        for number in range(orders):
            try:
                journal.arm(a_void(account, f"r{number}"), at=NOON)
            except InProgress:
                continue
            say(armed=number)


def send_and_hang(folder: Path) -> None:
    """Write down one armed and one sent, and never how they ended."""
    database = Database.open(folder)
    journal = Journal(database)
    (account,) = Accounts(database).all()
    armed = journal.arm(a_void(account, "armed"), at=NOON)
    sent = journal.sent(journal.arm(a_void(account, "sent"), at=NOON).id, at=after(1))
    say(armed=armed.id, sent=sent.id)
    sys.stdin.readline()


if __name__ == "__main__":
    if sys.argv[1] == "race":
        race(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        send_and_hang(Path(sys.argv[2]))
