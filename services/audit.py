"""Use case: keep the audit log's key, check the log, and know an older ledger by what is remembered.

The key lies in the keyring, under the ledger's own name. Where it is lost, looking goes on and money
waits, until the owner enters the recovery code or begins a new segment; nothing is replaced in silence.
Blocking, and may wait for a person to unlock the keyring: call on a worker thread.
"""

from __future__ import annotations

import logging
from threading import Lock

from services.audit_keys import AuditKeys
from services.audit_reader import AuditReader
from services.credentials import Vault
from services.domain.account import Account
from services.domain.audit import (
    PROGRAM,
    Act,
    AuditKey,
    Remembered,
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
from services.instance import Instance
from services.ledger.accounts import Accounts
from services.ledger.audit import Trail
from services.ledger.database import Database
from services.ledger.owners import owners_of
from services.ledger.settings import SettingsBook
from services.merchants import Merchants, of_merchants
from services.owner_proof import NO_PROOF, OwnerProof, Proof
from services.seat import Seat
from services.trust import Older, Trust
from services.watermark import Watermark

_log = logging.getLogger(__name__)

_PUT_AWAY = "recovery code put away"
"""Of which segment the owner has said so."""


class Audit(AuditReader):
    """The audit log of one ledger, its key, and the memory of how far it came. Usable from any thread."""

    def __init__(
        self,
        *,
        database: Database,
        trail: Trail,
        settings: SettingsBook,
        seat: Seat,
        vault: Vault,
        instance: Instance,
        accounts: Accounts,
        merchants: Merchants,
        owner_proof: OwnerProof,
        clock: Clock,
    ) -> None:
        self._owner_proof = owner_proof
        self._database = database
        self._path = database.path
        self._settings = settings
        self._accounts = accounts
        self._merchants = merchants
        self._read_only = database.read_only
        self._ledger = settings.ledger()
        self._instance = instance
        super().__init__(
            trail=trail,
            seat=seat,
            keys=AuditKeys(vault, self._ledger),
            watermark=Watermark(vault, f"ledger/{self._ledger}/remembered", instance.is_named),
            clock=clock,
        )
        self._turn = Lock()  # to read how far the ledger has come, compare and keep it; for no person
        self._remembered: Remembered | None = None
        self._older: Older | None = None
        self._copied = False
        self._compared = False

    def trust(self) -> Trust:
        """Take the key, make one for a new log, and compare the ledger with what is remembered of it.

        Raises:
            NotConfigured: The keyring is locked, or none. Nothing is known then, and money waits.
            LedgerUnavailable: The ledger can't be read or written.
        """
        with self._guard:
            if not self._compared:
                self._compare()
            self._take_key()
            out = self._kept_out()
            return Trust(
                key_lost=not self._trail.is_held,
                older=self._older,
                copied=self._copied,
                elsewhere=_names(out, LedgerFault.ELSEWHERE),
                crowded=_names(out, LedgerFault.CROWDED),
                code_untaken=self._settings.remembers(_PUT_AWAY) != str(self._segment()),
                waiting=self._trail.waiting(),
            )

    def require_trust(self) -> None:
        """Let money pass, by what is known already.

        Raises:
            NotConfigured: AUDIT_KEY: it is lost; or the keyring is locked, or none.
            LedgerUnavailable: OLDER or COPIED; or it can't be read or written.
        """
        if not (self._compared and self._trail.is_held):
            self.trust()
        self._trail.require_key()
        if self._older is not None:
            raise LedgerUnavailable(self._path, LedgerFault.OLDER)
        if self._copied:
            raise LedgerUnavailable(self._path, LedgerFault.COPIED)

    def compare(self, account: Account) -> None:
        """Let money pass while the ledger is the one that the keyring names, and has come as far.

        Asked before anything is recorded; whatever keeps it from being told apart keeps money back.

        Raises:
            NotConfigured: The keyring is locked, or none.
            LedgerUnavailable: OLDER, COPIED, REPLACED, ELSEWHERE, CROWDED; or it can't be read.
        """
        with self._guard:
            self._compare()
        self.require_trust()
        self._database.require_in_place()
        self._merchants.require(account)

    def is_proven(self) -> bool:
        """Whether the ledger is surely the one that the keyring names. Never raises."""
        try:
            with self._guard:
                self._compare()
        except (NotConfigured, LedgerUnavailable) as error:
            _log.info("the ledger could not be compared with the keyring: %s", error)
            return False
        return not self._copied and self._older is None

    def accept_older(self, proof: Proof = NO_PROOF) -> None:
        """The owner has looked, and goes on with this ledger: older, a copy, or another than before.

        The one way in which what the keyring remembers is ever lowered, or names another instance.

        Raises:
            NotAllowed: Only an owner may; and where PINs are on, by what the keyring knows, only with a PIN
                that it knows of, or the recovery code.
            NotConfigured, LedgerUnavailable: As for `trust`. What was begun is begun again.
        """
        self._require_owner(proof)
        with self._guard:
            self.trust()
            if self._older is not None:
                then, here = self._older.remembered, self._older.here
                self._go_on(f"goes on with {here.intents} intents instead of {then.intents}")
            elif self._copied:
                self._go_on("goes on with this copy")
            for account, fault in self._kept_out():
                if fault is LedgerFault.ELSEWHERE:
                    before = self._merchants.take_over(account)
                    subject = f"{account.gateway.value}/{account.environment.value}/{account.merchant}"
                    self._seat.note(Act.OLDER, subject, f"goes on here instead of in ledger {before}")

    def _go_on(self, result: str) -> None:
        self._instance.renew(self._seat.entry(Act.OLDER, self._ledger, result))
        reached, _ = self._trail.reach(0)
        self._watermark.put(reached)
        with self._turn:
            self._remembered, self._older, self._copied = reached, None, False

    def _kept_out(self) -> list[tuple[Account, LedgerFault]]:
        """Return the accounts whose merchants this ledger may not move money for, and why."""
        if self._read_only or self._copied or self._older is not None:
            return []  # none at all: which ledger is named for a merchant is not asked, nor is this one
        asked = [(one, self._merchants.fault(one)) for one in of_merchants(self._accounts.all())]
        return [(account, fault) for account, fault in asked if fault is not None]

    def _require_owner(self, proof: Proof) -> None:
        """Guard what says which ledger is believed: an older one may be from before PINs.

        Raises:
            NotAllowed: Only an owner may, who proves it where PINs are on.
        """
        self._seat.require(Right.OPERATORS)
        self._owner_proof.require_owner(proof, folder=self._path.parent, here=owners_of(self._database))

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

    def advance(self) -> None:
        """Remember how far the ledger has come, for as long as money can wait for it.

        What the keyring could not take in time it takes as soon as it answers.

        Raises:
            LedgerUnavailable: OLDER or REPLACED: it is not the one that it was; or it can't be read.
        """
        # Not behind the guard: whoever has it may be waiting for a person to unlock the keyring.
        if not (self._compared and self._trail.is_held) or self._read_only:
            return
        self._database.require_in_place()
        with self._turn:
            reached = self._continues()
            if reached is None:
                raise LedgerUnavailable(self._path, LedgerFault.OLDER)
            if self._copied:
                raise LedgerUnavailable(self._path, LedgerFault.COPIED)
            self._watermark.raise_to(reached)
        self._watermark.wait()

    def _remember_put_away(self, segment: int, said: str) -> None:
        note = self._seat.entry(Act.KEY, f"segment {segment}", said)
        self._settings.remember(_PUT_AWAY, str(segment), note)

    def _compare(self) -> None:
        """Compare the ledger with what the keyring says of it, now.

        The keyring is asked first: what others have it remember meanwhile is in the ledger by then.
        """
        kept = self._watermark.recall()
        named = self._instance.is_named()
        reached, _ = self._trail.reach(0)
        if not named and kept is None and not (reached.rows or reached.intents):
            if not self._read_only:
                self._instance.be_named()  # a new one, of which there can be no copy that says more
            named = True
        with self._turn:
            self._copied = self._copied or not named
            self._continues(kept)
        self._compared = True

    def _continues(self, kept: Remembered | None = None) -> Remembered | None:
        """Return how far the ledger has come, if that is all that is remembered and perhaps more.

        If not, money waits from now on. Only whose turn it is comes here: a reading that was overtaken
        would look like an older ledger.
        """
        if self._older is not None:
            return None
        here, _ = self._trail.reach(0)
        for then in (kept, self._remembered):
            if then is None:
                continue
            here, mac = self._trail.reach(then.rows)
            if here.intents < then.intents or (then.rows > 0 and mac != then.head):
                self._older = Older(remembered=then, here=here)
                return None
        self._remembered = here
        return here

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
        without = [path.name for path in self._database.earlier] if segment == 1 else []
        self._trail.begin(key, who=who, at=self._clock.now(), without=without)


def _names(kept_out: list[tuple[Account, LedgerFault]], why: LedgerFault) -> tuple[str, ...]:
    return tuple(account.name for account, fault in kept_out if fault is why)
