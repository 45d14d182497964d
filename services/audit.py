"""Use case: keep the audit log's key, check the log, and know an older ledger by what is remembered.

The key lies in the keyring, under the ledger's own name. Where it is lost, looking goes on and money
waits, until the owner enters the recovery code or begins a new segment; nothing is replaced in silence.
Blocking, and may wait for a person to unlock the keyring: call on a worker thread.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock, RLock

from services.audit_keys import AuditKeys
from services.credentials import Vault
from services.domain.audit import (
    PROGRAM,
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
from services.domain.errors import (
    InputProblem,
    InvalidInput,
    LedgerFault,
    LedgerUnavailable,
    Missing,
    NotConfigured,
)
from services.domain.operator import Right
from services.ledger.audit import Trail
from services.ledger.journal import Journal
from services.ledger.settings import SettingsBook
from services.seat import Seat
from services.tables.progress import Progress
from services.trust import Older, Trust
from services.watermark import Watermark

_PUT_AWAY = "recovery code put away"
"""Of which segment the owner has said so."""


class Audit:
    """The audit log of one ledger, its key, and the memory of how far it came. Usable from any thread."""

    def __init__(
        self,
        *,
        path: Path,
        trail: Trail,
        journal: Journal,
        settings: SettingsBook,
        seat: Seat,
        vault: Vault,
        clock: Clock,
        read_only: bool,
    ) -> None:
        self._path = path
        self._trail = trail
        self._journal = journal
        self._settings = settings
        self._seat = seat
        self._clock = clock
        self._read_only = read_only
        self._ledger = settings.ledger()
        self._keys = AuditKeys(vault, self._ledger)
        self._watermark = Watermark(vault, f"ledger/{self._ledger}/remembered")
        self._guard = RLock()
        self._turn = Lock()
        """Of those who read how far the ledger has come, compare it and keep it; never held for a person."""
        self._remembered: Remembered | None = None
        self._older: Older | None = None
        self._compared = False

    def trust(self) -> Trust:
        """Take the key, make one for a new log, and compare the ledger with what is remembered of it.

        Raises:
            NotConfigured: The keyring is locked, or none. Nothing is known then, and money waits.
            LedgerUnavailable: The ledger can't be read or written.
        """
        with self._guard:
            self._compare()
            self._take_key()
            return Trust(
                key_lost=not self._trail.is_held,
                older=self._older,
                code_untaken=self._settings.remembers(_PUT_AWAY) != str(self._segment()),
                waiting=self._trail.waiting(),
            )

    def require_trust(self) -> None:
        """Let money pass.

        Raises:
            NotConfigured: AUDIT_KEY: it is lost; or the keyring is locked, or none.
            LedgerUnavailable: OLDER; or it can't be read or written.
        """
        if not (self._compared and self._trail.is_held):
            self.trust()
        self._trail.require_key()
        if self._older is not None:
            raise LedgerUnavailable(self._path, LedgerFault.OLDER)

    def accept_older(self) -> None:
        """The owner has looked, and goes on with this ledger.

        Raises:
            NotAllowed: Only an owner may.
            NotConfigured, LedgerUnavailable: As for `trust`; nothing was changed.
        """
        self._seat.require(Right.OPERATORS)
        with self._guard:
            self.trust()
            if self._older is None:
                return
            then, here = self._older.remembered, self._older.here
            result = f"goes on with {here.intents} intents instead of {then.intents}"
            self._seat.note(Act.OLDER, self._ledger, result)
            reached, _ = self._trail.reach(0)
            self._watermark.put(reached)
            with self._turn:
                self._remembered, self._older = reached, None

    def recovery_code(self) -> str:
        """Return the recovery code, to be put away elsewhere; it is not logged, only that it was shown.

        Raises:
            NotAllowed: Only an owner may.
            NotConfigured: The key is lost, or the keyring is locked, or none.
        """
        self._seat.require(Right.OPERATORS)
        with self._guard:
            self.trust()
            self._trail.require_key()
            key = self._keys.recall(self._segment())
            if key is None:
                raise NotConfigured(Missing.AUDIT_KEY)
            self._seat.note(Act.KEY, f"segment {self._segment()}", "recovery code shown")
            return key.code

    def put_code_away(self) -> None:
        """The owner says that the newest key's recovery code lies elsewhere now: it is offered no more.

        Raises:
            NotAllowed: Only an owner may.
            NotConfigured: The key is lost, or the keyring is locked, or none.
        """
        self._seat.require(Right.OPERATORS)
        with self._guard:
            self.trust()
            self._trail.require_key()
            self._remember_put_away(self._segment(), "recovery code put away")

    def restore_key(self, code: str) -> Trust:
        """Take the key back from a recovery code.

        Raises:
            NotAllowed: Only an owner may.
            InvalidInput: ``recovery_code``: WRONG_CODE: it has a slip in it, or is another log's.
            NotConfigured: The keyring can't hold it.
        """
        self._seat.require(Right.OPERATORS)
        try:
            key = AuditKey.from_code(code)
        except ValueError:
            raise InvalidInput("recovery_code", InputProblem.WRONG_CODE) from None
        with self._guard:
            segment = self._segment_of(key)
            if segment is None:
                raise InvalidInput("recovery_code", InputProblem.WRONG_CODE)
            self._keys.keep(segment, key)
            self.trust()
            said = "restored from its recovery code"
            if segment == self._segment():
                self._remember_put_away(segment, said)
            else:
                self._seat.note(Act.KEY, f"segment {segment}", said)
            return self.trust()

    def begin_segment(self) -> Trust:
        """The owner goes on without the lost key: a new segment begins, and names the old one's end.

        Raises:
            NotAllowed: Only an owner may.
            InvalidInput: ``segment``: ALREADY_THERE: the key is not lost.
            NotConfigured: The keyring can't hold a new one.
        """
        owner = self._seat.require(Right.OPERATORS)
        with self._guard:
            if not self.trust().key_lost:
                raise InvalidInput("segment", InputProblem.ALREADY_THERE)
            self._begin(self._segment() + 1, who=owner.name)
            return self.trust()

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
            return verify(progress.counted(rows), keys, remembered)

    def note(self, who: str, act: Act, subject: str, result: str) -> None:
        """Write a row in somebody's name.

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

    def remember(self) -> bool:
        """Remember how far the ledger has come, for as long as money can wait for it. Never raises.

        Returns:
            Whether it is remembered; if not, it will be as soon as the keyring answers.
        """
        # Not behind the guard: whoever has it may be waiting for a person to unlock the keyring.
        if not (self._compared and self._trail.is_held) or self._read_only:
            return False
        try:
            with self._turn:
                if not self._continues():
                    return False
                assert self._remembered is not None  # `_continues` has read it
                self._watermark.raise_to(self._remembered)
        except LedgerUnavailable:
            return False
        return self._watermark.wait()

    def _remember_put_away(self, segment: int, said: str) -> None:
        note = self._seat.entry(Act.KEY, f"segment {segment}", said)
        self._settings.remember(_PUT_AWAY, str(segment), note)

    def _compare(self) -> None:
        """Ask the keyring once in a run: later on it is this program that makes the ledger grow."""
        if self._compared:
            return
        kept = self._watermark.recall()
        with self._turn:
            self._remembered = kept
            self._continues()
        self._compared = True

    def _continues(self) -> bool:
        """Whether the ledger is what is remembered and perhaps more; if not, money waits from now on.

        Only whose turn it is comes here: a reading that was overtaken would look like an older ledger.
        """
        if self._older is not None:
            return False
        then = self._remembered
        here, mac = self._trail.reach(0 if then is None else then.rows)
        if then is not None and (here.intents < then.intents or (then.rows > 0 and mac != then.head)):
            self._older = Older(remembered=then, here=here)
            return False
        self._remembered = here
        return True

    def _take_key(self) -> None:
        if self._trail.is_held:
            return
        segment = self._segment()
        key = self._keys.recall(max(segment, 1))
        if segment == 0 and not self._read_only:
            self._begin(1, who=PROGRAM, key=key)
        elif key is not None:
            self._trail.hold(segment, key)

    def _begin(self, segment: int, *, who: str, key: AuditKey | None = None) -> None:
        key = key or AuditKey.make()
        self._keys.keep(segment, key)  # first: a row whose key is nowhere could never be checked
        self._trail.begin(key, who=who, at=self._clock.now())

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
