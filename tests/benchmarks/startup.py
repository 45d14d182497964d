"""From the command to the first paint, and on to a search that has been answered; beside a plain window."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from services.domain.account import Account, Environment, GatewayName
from services.ledger.accounts import Accounts
from services.ledger.database import Database
from services.ledger.orders import Orders
from tests.benchmarks.clock import now
from tests.benchmarks.measure import Comparison, in_turn
from tests.benchmarks.programs import said_by
from tests.builders import an_order

ROUNDS = 15
REFERENCE = "SP-1001"
"""What is looked for."""

Seen = dict[str, float]
"""What a program noted, by name: when it was in milliseconds since the start, how much memory in MiB."""


def compare(*, rounds: int = ROUNDS, warm_up: int = 2) -> list[Comparison]:
    """Start whole programs in turn; the warm-up compiles their modules."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _move_in(folder / "data")
        plain, first, again = in_turn(
            partial(_started, folder, "plain_window"),
            partial(_first, folder),
            partial(_started, folder, "real_window", str(folder / "data"), REFERENCE),
            rounds=rounds,
            warm_up=warm_up,
        )
    return [
        _compared("first paint", "ms", "painted", again, plain, limit=1.3),
        _compared("first paint, of a first start", "ms", "painted", first, plain, limit=1.3),
        _compared("search usable", "ms", "searched", again, plain, limit=2.5),
        *_memory(again, plain),
    ]


def _move_in(data: Path) -> None:
    """Lay out a shop as it is every morning after the first: with an account, and what is looked for."""
    with Database.open(data) as database:
        shop = Account(
            gateway=GatewayName.PARAM, environment=Environment.TEST, merchant="10738", name="Çarşı"
        )
        account = Accounts(database).add(shop)
        Orders(database).save(an_order(siparis_id=REFERENCE, account_id=account.id))


def _memory(real: list[Seen], plain: list[Seen]) -> list[Comparison]:
    what = "resident memory at first paint"
    known = all("resident" in seen for seen in (*real, *plain))
    return [_compared(what, "MiB", "resident", real, plain, limit=1.4)] if known else []


def _compared(
    what: str, unit: str, name: str, real: list[Seen], plain: list[Seen], *, limit: float
) -> Comparison:
    beside = "resident" if name == "resident" else "painted"
    return Comparison(
        what=what,
        yardstick="a plain PySide6 window, painted",
        unit=unit,
        ours=[seen[name] for seen in real],
        theirs=[seen[beside] for seen in plain],
        limit=limit,
    )


def _first(folder: Path) -> Seen:
    """Start the real program where there is nothing yet, not even the data folder."""
    with tempfile.TemporaryDirectory(dir=folder) as data:
        return _started(folder, "real_window", str(Path(data) / "data"), "")


def _started(folder: Path, module: str, *arguments: str) -> Seen:
    begun = now()
    told: Seen = said_by(module, *arguments, compiled=folder / "compiled")
    return {name: seen if name == "resident" else (seen - begun) * 1_000 for name, seen in told.items()}
