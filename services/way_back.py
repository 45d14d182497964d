"""Use case: go back to a copy of the ledger, from the window.

What is in the copy is said first, and what would be forgotten with it. The rest is done without a desk:
the window closes it, `upkeep` puts the copy in the ledger's place, and the window opens what is there
then. Blocking; call on a worker thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from services.audit import Audit
from services.domain.audit import Act
from services.domain.errors import InProgress, LedgerFault, LedgerUnavailable
from services.domain.operator import Right
from services.domain.reversal import IntentState
from services.ledger.copying import Contents, check_copy
from services.ledger.database import Database
from services.ledger.journal import Journal
from services.ledger.owners import owners_of
from services.ledger.settings import SettingsBook
from services.owner_proof import NO_PROOF, OwnerProof, Proof
from services.seat import Guard

_OPEN = tuple(state for state in IntentState if state.is_open)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A checked copy, beside what this computer knows.

    Attributes:
        file: Where it lies.
        contents: What is in it.
        ours: It is a copy of this very ledger; another's says nothing about these accounts.
        here: How many intents the ledger has now.
        remembered: How many the keyring remembers of it; None for nothing.
        open: How many of those here have no certain end. Going back would forget that their orders are
            locked, so it has to wait for them.
    """

    file: Path
    contents: Contents
    ours: bool
    here: int
    remembered: int | None
    open: int

    @property
    def forgotten(self) -> int:
        """How many intents this computer knows of that are not in the copy."""
        known = max(self.here, self.remembered or 0)
        return max(0, known - self.contents.intents) if self.ours else known


class WayBack:
    """Looks at copies, and lets an owner go back to one. Usable from any thread."""

    def __init__(
        self,
        *,
        database: Database,
        journal: Journal,
        settings: SettingsBook,
        audit: Audit,
        guard: Guard,
        owner_proof: OwnerProof,
        demo: bool,
    ) -> None:
        self._owner_proof = owner_proof
        self._database = database
        self._journal = journal
        self._settings = settings
        self._audit = audit
        self._guard = guard
        self._demo = demo

    def look_at(self, file: Path) -> Candidate:
        """Read a copy from end to end. Changes nothing, not even beside it.

        Raises:
            NotAllowed: Only an owner may.
            LedgerUnavailable: It is no copy of a ledger, or damaged, or from a newer version.
            NotConfigured: The keyring is locked, or none: what it remembers can't be told.
        """
        self._guard.require(Right.OPERATORS)
        contents = check_copy(file)
        remembered = self._audit.remembered()
        return Candidate(
            file=file,
            contents=contents,
            ours=contents.ledger == self._settings.ledger(),
            here=self._journal.count(),
            remembered=None if remembered is None else remembered.intents,
            open=len(self._journal.in_state(*_OPEN)),
        )

    def leave_for(self, file: Path, proof: Proof = NO_PROOF) -> str:
        """Write down that the owner goes back to a copy; the desk is to be closed next.

        Returns:
            Who it is, for the audit log of what is put in place.

        Raises:
            NotAllowed: Only an owner may; and where PINs are on, only with one, or the recovery code.
            NotConfigured: PINs are on, and the keyring is locked, or none.
            InProgress: A reversal has no certain end yet: that its order is locked would be forgotten.
            LedgerUnavailable: NOT_OURS: this is the demo. LOCKED: another program holds the ledger. Or it
                can't be written.
        """
        owner = self._guard.require(Right.OPERATORS)
        if self._demo:
            raise LedgerUnavailable(self._database.path, LedgerFault.NOT_OURS)
        if self._database.read_only:
            raise LedgerUnavailable(self._database.path, LedgerFault.LOCKED)
        for intent in self._journal.in_state(*_OPEN):
            raise InProgress(intent)
        here = owners_of(self._database)
        self._owner_proof.require_owner(proof, folder=self._database.path.parent, here=here)
        self._guard.note(Act.RESTORE, file.name, "wanted: the desk is closed for it")
        return owner.name
