"""Reading the audit log and checking it: the part of `audit` that keeps no key and compares no ledger.

Blocking, and may wait for a person to unlock the keyring: call on a worker thread.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from threading import RLock

from services.audit_keys import AuditKeys
from services.domain.audit import (
    Act,
    AuditKey,
    Entry,
    Remembered,
    Verified,
    fits,
    head_code,
    read_head_code,
    verify,
)
from services.domain.clock import Clock
from services.domain.errors import InputProblem, InvalidInput, NotConfigured
from services.domain.operator import Right
from services.ledger.audit import Trail
from services.seat import Seat
from services.tables.progress import Progress
from services.trust import Trust
from services.watermark import Watermark


class AuditReader(ABC):
    """Shows the rows of the audit log, and checks them and what they vouch for. Usable from any thread."""

    def __init__(
        self, *, trail: Trail, seat: Seat, keys: AuditKeys, watermark: Watermark, clock: Clock
    ) -> None:
        self._trail = trail
        self._seat = seat
        self._keys = keys
        self._watermark = watermark
        self._clock = clock
        self._guard = RLock()

    @abstractmethod
    def trust(self) -> Trust:
        """Take the key, so that what waited for it joins the log."""

    def head_code(self) -> str:
        """Return the short code of the newest row, for sheets and slips; empty while there is none."""
        head = self._trail.head()
        return "" if head is None else head.code

    def holds(self, code: str) -> bool:
        """Whether a short code from a sheet or a slip is a row of this log.

        Raises:
            InvalidInput: ``code``: WRONG_CODE: it is no short code.
        """
        try:
            seq, whole = read_head_code(code)
        except ValueError:
            raise InvalidInput("code", InputProblem.WRONG_CODE) from None
        found = self._trail.at(seq)
        return found is not None and head_code(seq, found.mac) == whole

    def entries(
        self, *, limit: int = 200, before: int | None = None, fits: Callable[[Entry], bool] | None = None
    ) -> list[tuple[int, Entry]]:
        """Return rows with their numbers, newest first; see `Trail.newest`.

        Raises:
            NotAllowed: Only who may see to operators sees what all of them did.
        """
        self._seat.require(Right.OPERATORS)
        with suppress(NotConfigured):
            self.trust()  # what waited for the key is in the log then
        return self._trail.newest(limit=limit, before=before, fits=fits)

    def verify(self, progress: Progress | None = None) -> Verified:
        """Check every row, and the end against what is remembered. Seconds for a million rows.

        Raises:
            Stopped: A person ended it.
            NotConfigured: The keyring is locked, or none.
            LedgerUnavailable: The ledger can't be read.
        """
        with self._guard:
            remembered = self._watermark.recall()
            keys = self._keys.up_to(self._segment())
            head = self._trail.head()
        progress = progress or Progress()
        progress.begin(0 if head is None else head.seq)
        with self._trail.rows() as rows:
            found = verify(progress.counted(rows), keys, remembered)
        return found if found.bad is not None else replace(found, differing=self.differing())

    def differing(self) -> tuple[str, ...]:
        """Return what does not stand as the log says; money for it waits. Reads every intent and person.

        What waited for the key in this run is in the log by then, or is taken as what it says.

        Raises:
            LedgerUnavailable: The ledger can't be read.
        """
        with suppress(NotConfigured):
            self.trust()
        return self._trail.differing()

    def vouch(self, about: str, reason: str) -> None:
        """The owner lets something stand as it stands, whatever the log says; that and why is its newest row.

        Args:
            about: What differs, as `differing` names it.
            reason: Why it may stand.

        Raises:
            NotAllowed: Only an owner may.
            InvalidInput: ``reason``: EMPTY; ``about``: NOT_CONFIRMED: it does not differ.
            NotConfigured: AUDIT_KEY.
            LedgerUnavailable: It can't be written.
        """
        self._seat.require(Right.OPERATORS)
        if not reason.strip():
            raise InvalidInput("reason", InputProblem.EMPTY)
        self._trail.require_key()
        if about not in self._trail.differing():
            raise InvalidInput("about", InputProblem.NOT_CONFIRMED)
        entry = self._seat.entry(Act.VOUCHED, about, f"as it stands: {reason.strip()}")
        self._trail.vouch(about, entry)

    def note(self, who: str, act: Act, subject: str, result: str) -> None:
        """Write a row in a person's name.

        Raises:
            LedgerUnavailable: It can't be written.
        """
        self._trail.note(Entry(at=self._clock.now(), who=who, act=act, subject=subject, result=result))

    def remembered(self) -> Remembered | None:
        """Return how far the keyring says this ledger had come; None for nothing.

        Raises:
            NotConfigured: The keyring is locked, or none.
        """
        return self._watermark.recall()

    def _segment(self) -> int:
        head = self._trail.head()
        return 0 if head is None else head.segment

    def _segment_of(self, key: AuditKey) -> int | None:
        """Return the segment that a key fits, the newest first; None when it is another log's."""
        found: int | None = None
        before = b""
        with self._trail.rows() as rows:
            for row in rows:
                if row.segment != found and fits(row, key, before=before):
                    found = row.segment
                before = row.mac
        return found
