"""What it costs to write a reversal down before it is sent, and how it ended."""

from __future__ import annotations

import os
import tempfile
from itertools import count
from pathlib import Path

from services.domain.account import Account, Environment, GatewayName
from services.domain.audit import AuditKey
from services.domain.clock import SystemClock
from services.domain.money import ZERO, Money
from services.domain.reversal import (
    Confirmation,
    Draft,
    IntentState,
    OrderKey,
    SettledBy,
    Settlement,
    Verb,
    VoidRequest,
)
from services.ledger.accounts import Accounts
from services.ledger.audit import Trail
from services.ledger.database import Database
from services.ledger.journal import Journal
from tests.benchmarks.measure import BLOCK, Comparison, in_blocks, timed

ROUNDS = 15
FOLDER = Path(__file__).resolve().parents[2] / ".benchmarks"
"""On a real disk: the system's own folder for temporary files may be in memory."""

ANSWER = '{"ORDER_REF_NUMBER":"x","STATUS":"SUCCESS","RETURN_CODE":"0","RETURN_MESSAGE":null,"REFNO":"10000"}'


def compare(*, rounds: int = ROUNDS, size: int = BLOCK) -> list[Comparison]:
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
        return [entry(Path(folder), rounds=rounds, size=size)]


def entry(folder: Path, *, rounds: int, size: int) -> Comparison:
    """Arm, send, settle, each with its row of the audit log; beside two lines appended to a file.

    Each line is on the disk before the next.
    """
    clock = SystemClock()
    database = Database.open(folder / "ledger")
    account = Accounts(database).add(
        Account(
            gateway=GatewayName.ESNEKPOS, environment=Environment.TEST, merchant="TEST1234", name="Merkez"
        )
    )
    trail = Trail(database)
    trail.begin(AuditKey.make(), who="ayse", at=clock.now())
    journal = Journal(database, trail)
    numbers = count()

    def journalled() -> None:
        intent = journal.arm(_draft(account, f"SALE-{next(numbers)}"), at=clock.now())
        journal.sent(intent.id, at=clock.now())
        settled = Settlement(
            state=IntentState.DONE,
            by=SettledBy.ANSWER,
            at=clock.now(),
            code="0",
            evidence=ANSWER,
            confirmation=Confirmation.PENDING,
        )
        journal.settle(intent.id, settled)

    to_disk = getattr(os, "fdatasync", os.fsync)  # macOS and Windows have no other
    line = f"{ANSWER}{ANSWER}\n".encode()
    file = os.open(folder / "lines", os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def appended() -> None:
        for _ in range(2):
            os.write(file, line)
            to_disk(file)

    ours, theirs = in_blocks(timed(journalled), timed(appended), rounds=rounds, size=size)
    os.close(file)
    database.close()
    return Comparison(
        what="a journal entry: arm, send, settle",
        yardstick="two appends with fdatasync",
        unit="ms",
        ours=ours,
        theirs=theirs,
        limit=10,
    )


def _draft(account: Account, reference: str) -> Draft:
    amount = Money(250_00)
    return Draft(
        order=OrderKey(account.gateway, account.environment, account.merchant, reference),
        account_id=account.id,
        batch=reference,
        position=0,
        request=VoidRequest(reference),
        verb=Verb.VOID,
        amount=amount,
        sold=amount,
        returned_there=ZERO,
        seen_snapshot=None,
        reason="müşteri vazgeçti",
        operator="ayse",
        till="kasa-1",
        process="a run",
    )
