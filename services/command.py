"""``refund-desk audit verify``, ``backup FILE``, ``restore FILE``: a ledger without a window."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from getpass import getpass
from pathlib import Path

from services import upkeep
from services.backup import Restored
from services.credentials import SecretStore
from services.domain.audit import Verified
from services.domain.errors import (
    Denied,
    InProgress,
    InputProblem,
    InvalidInput,
    Missing,
    NotAllowed,
    NotConfigured,
    ServiceError,
)
from services.owner_proof import NO_PROOF, Proof

NAMES = ("audit", "backup", "restore")


def main(argv: Sequence[str], *, folder: Path, credentials: SecretStore | None = None) -> int:
    """Do what the command line says; print one sentence.

    Args:
        argv: From the command's name on.
        folder: The shop's data folder, if none is named.
        credentials: The system's keyring, if not said.

    Returns:
        0 if all is well, 1 if not.

    Raises:
        SystemExit: After ``--help``, or on arguments that make no sense.
    """
    asked = _parser().parse_args(argv)
    where: Path = asked.data_dir or folder
    try:
        if asked.command == "backup":
            written = upkeep.back_up(where, asked.file)
            return _say(f"Written and checked: {written.file}, {written.contents.intents} intents.")
        if asked.command == "restore":
            restored = _restore(asked, where, credentials)
            kept = f" The ledger before is kept: {restored.kept_aside}" if restored.kept_aside else ""
            if not restored.contents.has_checksum:
                kept += (
                    "\nNo checksum lies beside this copy: every row of it was read, which shows most damage"
                    " and not all."
                )
            if restored.locks_unknown:
                kept += (
                    "\nThe ledger before is damaged or lost: which orders it locked can't be told. Look in"
                    " the gateway's panel before every reversal."
                )
            return _say(
                f"Restored and checked: {restored.contents.intents} intents.{kept}\n"
                "What happened after this copy was written is not in it. Nothing is sent until the owner"
                " confirms that."
            )
        return _verify(where, asked.code, credentials)
    except ServiceError as error:
        return _fail(_reason(error))


def _restore(asked: argparse.Namespace, folder: Path, credentials: SecretStore | None) -> Restored:
    """Restore; where an owner has to prove to be one, ask for it, once. Never on the command line itself."""
    proof = Proof(code=getpass("Recovery code: ")) if asked.recovery_code else NO_PROOF
    restore = partial(
        upkeep.restore, folder, asked.file, forget_locks=asked.forget_locks, credentials=credentials
    )
    try:
        return restore(proof=proof)
    except NotAllowed as error:
        if error.why is not Denied.OWNER_PROOF or asked.recovery_code:
            raise
    return restore(proof=Proof(pin=getpass("An owner's PIN: ")))


def _verify(folder: Path, code: str | None, credentials: SecretStore | None) -> int:
    with upkeep.audit_of(folder, credentials=credentials) as audit:
        found = audit.verify()
        known = code is None or audit.holds(code)
    if found.bad is not None and found.why is not None:
        return _fail(f"The audit log is broken at row {found.bad}: {found.why.value}.")
    if found.differing:
        return _fail(f"Changed by another way than this program: {'; '.join(found.differing)}.")
    if not known:
        return _fail(
            f"The audit log has no row with the code {code}: its end was cut off, or it is another's."
        )
    return _say(_whole(found))


def _whole(found: Verified) -> str:
    if not found.rows:
        return "The audit log is empty."
    unchecked = "".join(
        f" Rows {first} to {last} can't be checked: their key is lost." for first, last in found.unchecked
    )
    return f"The audit log is whole: {found.rows} rows, the last one is {found.head}.{unchecked}"


def _reason(error: ServiceError) -> str:
    if isinstance(error, InvalidInput) and error.problem is InputProblem.ALREADY_THERE:
        return "There is a file of that name already; nothing was overwritten."
    if isinstance(error, InProgress):
        return (
            f"The ledger that is there has a reversal without a certain end: {error}. Going back would forget"
            " that its order is locked. Settle it first; or say --forget-locks, and look in the gateway's"
            " panel before every reversal."
        )
    if isinstance(error, NotAllowed) and error.why is Denied.OWNER_PROOF:
        return (
            "PINs are on in this shop: restoring takes an owner's PIN, or the recovery code"
            " (--recovery-code). Nothing was changed."
        )
    if isinstance(error, NotAllowed):
        until = "" if error.until is None else f", until {error.until.astimezone():%H:%M}"
        return f"{error}{until}. Nothing was changed."
    if isinstance(error, NotConfigured) and error.missing is not Missing.AUDIT_KEY:
        return (
            f"The keyring can't be asked: {error}. Unlock it, or sign in to this computer as the person who"
            " uses the window, and try again."
        )
    if isinstance(error, NotConfigured):
        return f"The keyring can't be asked for the log's key: {error}."
    return f"{error}."


def _say(text: str) -> int:
    sys.stdout.write(f"{text}\n")
    return 0


def _fail(text: str) -> int:
    sys.stderr.write(f"{text}\n")
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="refund-desk")
    commands = parser.add_subparsers(dest="command", required=True)
    where = argparse.ArgumentParser(add_help=False)
    where.add_argument("--data-dir", type=Path, metavar="DIR", help="where the ledger is kept")
    audit = commands.add_parser("audit", help="check the audit log", parents=[where])
    audit.add_argument("verb", choices=["verify"], help="check every row, and name the first that is wrong")
    audit.add_argument("--code", help="a short code from a sheet or a slip that must be in it")
    backup = commands.add_parser("backup", help="write a checked copy of the ledger", parents=[where])
    backup.add_argument("file", type=Path, metavar="FILE", help="a file that is not there yet")
    restore = commands.add_parser("restore", help="go on from a copy; the ledger is kept", parents=[where])
    restore.add_argument("file", type=Path, metavar="FILE", help="a copy that `backup` wrote")
    restore.add_argument(
        "--forget-locks",
        action="store_true",
        help="go on although reversals in the ledger that is there have no certain end",
    )
    restore.add_argument(
        "--recovery-code",
        action="store_true",
        help="where PINs are on: ask for the recovery code instead of an owner's PIN",
    )
    return parser
