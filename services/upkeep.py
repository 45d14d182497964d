"""What is done to a shop's ledger without a desk: copies of it, and a look at its audit log.

Joins the ledger and the keyring, and no gateway: for the command line, and for a window that has closed
its desk to go on from a copy.
"""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from services import backup
from services.audit import Audit
from services.backup import Backup, Backups, Restored
from services.credentials import KeyringStore, Vault
from services.domain.clock import SystemClock
from services.domain.errors import LedgerFault, LedgerUnavailable
from services.domain.operator import Right
from services.instance import Instance
from services.ledger.accounts import Accounts
from services.ledger.audit import Trail
from services.ledger.database import Database
from services.ledger.operators import Register
from services.ledger.owners import Owners
from services.ledger.settings import SettingsBook
from services.merchants import Merchants
from services.owner_proof import NO_PROOF, OwnerProof, Proof
from services.seat import Program, Seat


def back_up(folder: Path, file: Path) -> Backup:
    """Write a checked copy of a shop's ledger, whether a window has it open or not.

    Raises:
        InvalidInput, LedgerUnavailable: See `Backups.write`; there is no ledger, or it can't be read.
    """
    clock = SystemClock()
    with _look_or_hold(folder) as database:
        terminal = Program(Trail(database), clock, name=_at_the_terminal(), right=Right.EXPORT)
        return Backups(database=database, guard=terminal, clock=clock).write(file)


def restore(
    folder: Path,
    file: Path,
    *,
    who: str | None = None,
    forget_locks: bool = False,
    proof: Proof = NO_PROOF,
    is_proven: bool = False,
    credentials: Vault | None = None,
) -> Restored:
    """Put a copy in the place of a shop's ledger; no desk may have it open.

    Args:
        folder: The shop's.
        file: The copy.
        who: For the audit log; the user at the command line, if not said.
        forget_locks: See `backup.restore`.
        proof: An owner's PIN or the recovery code, where PINs are on.
        is_proven: An owner was asked already, at the desk that was closed for it (`WayBack.leave_for`).
        credentials: The system's keyring, if not said.

    Raises:
        NotAllowed, NotConfigured: See `OwnerProof.require_owner`. Nothing was changed.
        LedgerUnavailable, InProgress: See `backup.restore`.
    """
    clock = SystemClock()
    owner_proof = OwnerProof(credentials or KeyringStore(), clock)

    def require(here: Owners | None, copy: Owners | None) -> None:
        if not is_proven:
            owner_proof.require_owner(proof, folder=folder, here=here, copy=copy)

    who = who or _at_the_terminal()
    return backup.restore(folder, file, clock=clock, who=who, forget_locks=forget_locks, require=require)


@contextmanager
def audit_of(folder: Path, *, credentials: Vault | None = None) -> Iterator[Audit]:
    """Give the audit log of a shop's ledger, for looking only.

    Raises:
        LedgerUnavailable: There is none, or it can't be read.
    """
    clock = SystemClock()
    with Database.look(folder) as database:
        trail = Trail(database)
        settings = SettingsBook(database, trail)
        register = Register(database, trail)
        vault = credentials or KeyringStore()
        yield Audit(
            owner_proof=OwnerProof(vault, clock),
            database=database,
            trail=trail,
            settings=settings,
            seat=Seat(
                register=register, settings=settings, trail=trail, clock=clock, alone=getpass.getuser()
            ),
            vault=vault,
            instance=Instance(vault, settings, folder),
            accounts=Accounts(database),
            merchants=Merchants(vault, settings.ledger(), database.path, None),
            clock=clock,
        )


def _look_or_hold(folder: Path) -> Database:
    """Open a ledger that is there: to write the copy down in its log, or if it is held, to look."""
    Database.look(folder).close()  # one that is not there is not made
    try:
        return Database.open(folder)
    except LedgerUnavailable as error:
        if error.fault is not LedgerFault.LOCKED:
            raise
        return Database.look(folder)


def _at_the_terminal() -> str:
    return f"{getpass.getuser()} (command line)"
