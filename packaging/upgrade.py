"""Whether a shop that upgrades keeps its ledger: filled by an earlier commit, opened by today's program.

    upgrade.py fill FOLDER [COMMIT]        fills FOLDER as the program of COMMIT did
    upgrade.py check FOLDER PROGRAM...     opens FOLDER's window with PROGRAM, and compares

Run by the walks, in an environment with the development dependencies. What the earlier program left is
written to FOLDER.json: a done void, an unknown one whose answer was lost, an order, two accounts.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import project

FIRST = "da0e88e"
"""The last commit with the first version of the ledger, before people, approvals and the audit log."""

_PATIENCE = 120.0
_GLANCE = 0.2

_FILL = """
import sys
from pathlib import Path
from services.simulator.faults import Fault, Operation
from tests.shop import Shop

shop = Shop.open(Path(sys.argv[1]))
order = shop.an_order("100,00", "50,00/45,00")
known, lost = shop.a_sale("250,00"), shop.a_sale("1299,00")
shop.void(known)
shop.simulator.faults.next(Fault.ANSWER_LOST_AFTER_BOOKING, operation=Operation.MOVE)
for _ in range(4):
    shop.simulator.faults.next(Fault.NOT_YET_VISIBLE, operation=Operation.ASK)
shop.void(lost)
shop.desk.close()
shop.simulator.close()
"""

_WHAT_MUST_STAY = {
    "intents": "SELECT id, merchant, reference, verb, amount, state, reason FROM intents ORDER BY id",
    "accounts": "SELECT id, gateway, merchant, name FROM accounts ORDER BY id",
    "snapshots": "SELECT count(*) FROM snapshots",
}


def main() -> int:
    """Fill or check; return 1 if something is lost."""
    parser = argparse.ArgumentParser(prog="upgrade.py", description=(__doc__ or "").partition("\n")[0])
    verbs = parser.add_subparsers(dest="verb", required=True)
    filling = verbs.add_parser("fill")
    filling.add_argument("folder", type=Path)
    filling.add_argument("commit", nargs="?", default=FIRST)
    checking = verbs.add_parser("check")
    checking.add_argument("folder", type=Path)
    checking.add_argument("program", nargs=argparse.REMAINDER)
    asked = parser.parse_args()
    if asked.verb == "fill":
        fill(asked.folder, asked.commit)
        return 0
    open_once(asked.folder, asked.program)
    return 0 if same(asked.folder) else 1


def fill(folder: Path, commit: str) -> None:
    """Fill a folder by the code of an earlier commit, and note what is in it."""
    with tempfile.TemporaryDirectory(prefix="refund-desk-earlier-") as name:
        archived = subprocess.run(
            ["git", "archive", commit], cwd=project.ROOT, check=True, stdout=subprocess.PIPE
        )
        with tarfile.open(fileobj=io.BytesIO(archived.stdout)) as archive:
            archive.extractall(name, filter="data")
        command = [sys.executable, "-c", _FILL, str(folder.resolve())]
        subprocess.run(command, cwd=name, check=True)
    left = contents(folder)
    states = {intent[5] for intent in left["intents"]}
    if not {"done", "unknown"} <= states:
        sys.exit(f"the earlier program left {states}")
    noted(folder).write_text(json.dumps(left), "utf-8")
    print(f"filled by {commit}: {len(left['intents'])} intents, {', '.join(sorted(states))}")


def open_once(folder: Path, program: list[str]) -> None:
    """Open the window on the folder, wait until the desk stands behind it, and close the program."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    mark = folder / "window"
    mark.unlink(missing_ok=True)
    running = subprocess.Popen(program, env=environment, stdin=subprocess.DEVNULL)
    try:
        until = time.monotonic() + _PATIENCE
        while not mark.exists():
            if running.poll() is not None or time.monotonic() > until:
                sys.exit(f"{program[0]} did not open {folder}")
            time.sleep(_GLANCE)
    finally:
        running.terminate()
        running.wait()


def same(folder: Path) -> bool:
    """Whether the ledger holds what the earlier program left in it; say what differs."""
    before, after = json.loads(noted(folder).read_text("utf-8")), contents(folder)
    lost = [name for name in _WHAT_MUST_STAY if json.loads(json.dumps(after[name])) != before[name]]
    for name in lost:
        print(f"{name}: {before[name]} became {after[name]}", file=sys.stderr)
    newer = after["version"] > before["version"]
    print(
        f"ledger {before['version']} became {after['version']}; {len(after['intents'])} intents as they were"
    )
    return not lost and newer


def contents(folder: Path) -> dict[str, Any]:
    """Return what must stay, and the version of the ledger."""
    with closing(sqlite3.connect(folder / "ledger.sqlite3")) as connection:
        found: dict[str, Any] = {
            name: [list(row) for row in connection.execute(query)] for name, query in _WHAT_MUST_STAY.items()
        }
        (found["version"],) = connection.execute("SELECT version FROM schema_version").fetchone()
    return found


def noted(folder: Path) -> Path:
    """Return where it is written what the earlier program left."""
    return folder.with_name(f"{folder.name}.json")


if __name__ == "__main__":
    sys.exit(main())
