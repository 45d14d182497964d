"""The file beside the ledger that carries what was owed at closing over to the next start.

It holds what the ledger would hold, so no secret; it is keyed with the audit log's key and names its ledger.
What another hand wrote, or what fits no reversal here, is kept aside under another name and never believed.
"""

from __future__ import annotations

import json
import logging
import os
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from typing import Any

from services.domain.errors import NotConfigured, NotRecorded
from services.domain.reversal import Confirmation, Intent, IntentState, SettledBy, Settlement
from services.ledger.audit import Trail
from services.ledger.journal import Journal

_log = logging.getLogger(__name__)

_LONGEST = 32 * 1024 * 1024
"""Bytes of the longest file that is read: an answer has 1 MiB at most, and few are owed at once."""

_NAMES = "owed-*.json"

_HALVES = "owed-*.half"
"""Not written to its end: it says nothing, and what it told of is unknown."""


class OwedFile:
    """Leaves what is owed in a data folder, and reads in what lies there.

    Args:
        folder: The ledger's own.
        ledger: Its id.
        trail: Holds the key.
        journal: Takes what is read in.
    """

    def __init__(self, folder: Path, *, ledger: str, trail: Trail, journal: Journal) -> None:
        self._folder = folder
        self._ledger = ledger
        self._trail = trail
        self._journal = journal

    def lies_there(self) -> bool:
        """Whether an earlier run left anything."""
        return any(self._folder.glob(_NAMES)) or any(self._folder.glob(_HALVES))

    def leave(self, owed: tuple[NotRecorded, ...]) -> None:
        """Write down what is owed, readable for this user alone. Never raises: the program is closing."""
        said = json.dumps({"ledger": self._ledger, "ends": [_written(one) for one in owed]})
        file = self._folder / f"owed-{token_hex(8)}.json"
        half = file.with_suffix(".half")
        try:
            whole = json.dumps({"said": said, "mac": self._trail.seal(said.encode())})
            handle = os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as out:
                out.write(whole)
                out.flush()
                os.fsync(out.fileno())
            half.replace(file)
        except (OSError, NotConfigured) as error:
            _log.error("what is owed could not be left beside the ledger: %s", type(error).__name__)

    def read_in(self) -> tuple[Path, ...]:
        """Write into the ledger what an earlier run left; the key is held. Before the sweep.

        Returns:
            The files that are not believed, or not wholly, where they are kept now.

        Raises:
            LedgerUnavailable: The ledger can't be written; the files stay for the next start.
        """
        for half in self._folder.glob(_HALVES):
            half.unlink()
        aside = []
        for file in sorted(self._folder.glob(_NAMES)):
            if self._take(file):
                file.unlink()
            else:
                kept = file.with_suffix(".unbelieved")
                file.replace(kept)
                aside.append(kept)
                _log.warning("what was left beside the ledger is not believed: %s", kept.name)
        return tuple(aside)

    def _take(self, file: Path) -> bool:
        ends = self._read(file)
        if ends is None:
            return False
        return all([self._settle(one) for one in ends])  # noqa: C419  each is tried, whatever another is

    def _read(self, file: Path) -> list[dict[str, Any]] | None:
        """Return what a file says; None where this ledger did not write it."""
        try:
            if file.is_symlink() or not file.is_file() or file.stat().st_size > _LONGEST:
                return None
            whole = json.loads(file.read_bytes())
            said, mac = str(whole["said"]), str(whole["mac"])
            if not self._trail.is_sealed(said.encode(), mac):
                return None
            read = json.loads(said)
            ends: list[dict[str, Any]] = read["ends"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        return ends if read["ledger"] == self._ledger else None

    def _settle(self, end: dict[str, Any]) -> bool:
        """Write one end down, unless the ledger has got an end of it by other means."""
        try:
            intent = self._journal.get(int(end["intent"]))
        except KeyError:
            return False
        if _names(intent) != end["names"]:
            return False
        settlement = _settlement(end)
        if intent.state is settlement.state and intent.settled == settlement:
            return True  # closed between the last try and the file
        if intent.state is IntentState.ARMED and settlement.state is not IntentState.NOT_SENT:
            self._journal.sent(intent.id, at=intent.armed_at)
        elif not _is_without_end(intent):
            return False
        try:
            self._journal.settle(intent.id, settlement)
        except ValueError:  # swept meanwhile, and this says no more: it is kept aside
            return False
        return True


def _is_without_end(intent: Intent) -> bool:
    if intent.state in (IntentState.ARMED, IntentState.SENT):
        return True
    settled = intent.settled
    swept = settled is not None and settled.by is SettledBy.RESTART
    return intent.state is IntentState.OUTCOME_UNKNOWN and swept


def _names(intent: Intent) -> list[str]:
    """What tells an intent from that of the same number in another line of this ledger's life."""
    draft = intent.draft
    return [draft.process, draft.batch, str(draft.position), draft.order.reference]


def _written(owed: NotRecorded) -> dict[str, object]:
    settlement = owed.settlement
    return {
        "intent": owed.intent.id,
        "names": _names(owed.intent),
        "state": settlement.state.value,
        "by": settlement.by.value,
        "at": settlement.at.isoformat(),
        "code": settlement.code,
        "text": settlement.text,
        "absence_settles": settlement.absence_settles,
        "evidence": settlement.evidence,
        "confirmation": settlement.confirmation.value if settlement.confirmation else None,
        "server_date": settlement.server_date.isoformat() if settlement.server_date else None,
    }


def _settlement(end: dict[str, Any]) -> Settlement:
    return Settlement(
        state=IntentState(end["state"]),
        by=SettledBy(end["by"]),
        at=datetime.fromisoformat(end["at"]),
        code=end["code"],
        text=end["text"],
        absence_settles=bool(end["absence_settles"]),
        evidence=end["evidence"],
        confirmation=Confirmation(end["confirmation"]) if end["confirmation"] else None,
        server_date=datetime.fromisoformat(end["server_date"]) if end["server_date"] else None,
    )
