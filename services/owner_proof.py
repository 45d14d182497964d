"""The proof that an owner is there, for what decides which ledger is believed: a PIN, or the recovery code.

Going back to a backup, or on with an older ledger, would make an owner of anybody where the other ledger is
from before PINs: so a ledger's word on PINs is not enough. That they are on, and the hashes of the owners'
PINs, are kept in the keyring under the ledger's name, and which ledger a folder had. Never a PIN.
Blocking, and may wait for a person to unlock the keyring: call on a worker thread.
"""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

from services.audit_keys import AuditKeys
from services.credentials import Vault
from services.domain.audit import AuditKey
from services.domain.clock import Clock
from services.domain.errors import Denied, NotAllowed, NotConfigured
from services.ledger.owners import Owners
from services.pins import LONGEST_PIN

MOST_WRONG = 5
LOCKED_FOR = timedelta(minutes=5)
"""How many wrong PINs lock, and for how long; at the sign-in as well."""

_MOST_KEPT = 8
"""Owners: some keyrings take no more than 2,560 bytes in one entry."""

_MOST_SEGMENTS = 32
"""So many keys of a log are looked for: one more each time that a key was lost."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What a person typed. Safe to log: it is not in its repr.

    Attributes:
        pin: An owner's; empty for none.
        code: The recovery code; empty for none.
    """

    pin: str = field(default="", repr=False)
    code: str = field(default="", repr=False)

    @classmethod
    def typed(cls, text: str) -> Self:
        """Read what may be either: a PIN is digits, and shorter than any code."""
        text = text.strip()
        is_pin = text.isascii() and text.isdigit() and len(text) <= LONGEST_PIN
        return cls(pin=text) if is_pin else cls(code=text)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not (self.pin or self.code)


NO_PROOF = Proof()


class OwnerProof:
    """Keeps what proves an owner, and asks for it. Usable from any thread.

    Args:
        vault: The keyring.
        clock: For the lock after wrong PINs.
    """

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock

    def require_keyring(self) -> None:
        """Let pass where the keyring can be asked: what is changed next must be kept there too.

        Raises:
            NotConfigured: It is locked, or there is none.
        """
        self._vault.recall("owners")

    def keep(self, folder: Path, owners: Owners) -> None:
        """Keep who the owners of a ledger are, and that the folder has it.

        Raises:
            NotConfigured: There is no keyring fit to hold it.
        """
        said = {"pins": owners.pins, "hashes": list(owners.hashes[:_MOST_KEPT])}
        self._vault.keep(f"ledger/{owners.ledger}/owners", json.dumps(said))
        self._vault.keep(_of_folder(folder), owners.ledger)

    def require_owner(
        self,
        proof: Proof,
        *,
        folder: Path | None = None,
        here: Owners | None = None,
        copy: Owners | None = None,
    ) -> None:
        """Let an owner pass; anybody, where no PINs were ever switched on.

        What the keyring keeps counts before what a ledger says of itself, and the ledger in place before a
        copy: a file can be made up.

        Args:
            proof: What was typed.
            folder: The data folder; the keyring may know which ledger it had.
            here: What the ledger in place says; None where it can't be read.
            copy: What the copy says that is to take its place.

        Raises:
            NotAllowed: OWNER_PROOF: neither was typed; WRONG_PIN, WRONG_CODE; LOCKED_OUT, with `until`.
            NotConfigured: The keyring is locked, or none, and PINs are on.
        """
        try:
            owners = self._kept(folder, here, copy)
        except NotConfigured:
            if any(one is not None and one.pins for one in (here, copy)):
                raise
            return
        if owners is None and here is not None and here.pins:
            owners = here  # from before the keyring was told
        if owners is None:
            return  # on a new computer there is nothing to guard; a copy with PINs asks for them by itself
        if proof.is_empty:
            raise NotAllowed(Denied.OWNER_PROOF)
        if proof.code:
            self._require_code(proof.code, owners.ledger)
        else:
            self._require_pin(proof.pin, owners)

    def _kept(self, folder: Path | None, *said: Owners | None) -> Owners | None:
        """Return the first of the ledgers that are spoken of whose PINs are on, as the keyring has it."""
        here, *others = (None if one is None else one.ledger for one in said)
        known = None if folder is None else self._vault.recall(_of_folder(folder))
        for ledger in (here, known, *others):
            if ledger is None:
                continue
            try:
                kept = json.loads(self._vault.recall(f"ledger/{ledger}/owners") or "{}")
                if kept.get("pins"):
                    return Owners(ledger, pins=True, hashes=tuple(map(str, kept.get("hashes", ()))))
            except (ValueError, TypeError, AttributeError):
                return Owners(ledger, pins=True, hashes=())  # unreadable: it was something
        return None

    def _require_code(self, code: str, ledger: str) -> None:
        """Compare a recovery code with the keys in the keyring; it is too long to be guessed, or counted."""
        try:
            typed = AuditKey.from_code(code)
        except ValueError:
            raise NotAllowed(Denied.WRONG_CODE) from None
        for key in AuditKeys(self._vault, ledger).up_to(_MOST_SEGMENTS).values():
            if hmac.compare_digest(key.secret, typed.secret):
                return
        raise NotAllowed(Denied.WRONG_CODE)

    def _require_pin(self, pin: str, owners: Owners) -> None:
        """Try a PIN, once it is counted that it was tried: starting again forgives none."""
        from argon2 import PasswordHasher  # noqa: PLC0415  loaded with the first PIN: a shop may have none
        from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415  likewise

        name, now = f"ledger/{owners.ledger}/owner tries", self._clock.now()
        wrong, until = _tries(self._vault.recall(name))
        if until is not None and now < until:
            # No lock lasts longer: one that ends later was begun by a clock that was ahead then.
            until = min(until, now + LOCKED_FOR)
            self._vault.keep(name, _told(wrong, until))
            raise NotAllowed(Denied.LOCKED_OUT, until=until)
        locks = wrong + 1 >= MOST_WRONG
        until = now + LOCKED_FOR if locks else None
        self._vault.keep(name, _told(0 if locks else wrong + 1, until))
        for hashed in owners.hashes:
            try:
                PasswordHasher().verify(hashed, pin)  # by what the hash itself says of how it was made
            except (VerificationError, InvalidHashError):
                continue
            self._vault.keep(name, _told(0, None))
            return
        if until is not None:
            raise NotAllowed(Denied.LOCKED_OUT, until=until)
        raise NotAllowed(Denied.WRONG_PIN)


def _of_folder(folder: Path) -> str:
    return f"folder/{folder.resolve()}/ledger"


def _told(wrong: int, until: datetime | None) -> str:
    return json.dumps({"wrong": wrong, "until": None if until is None else until.isoformat()})


def _tries(kept: str | None) -> tuple[int, datetime | None]:
    if kept is None:
        return 0, None
    try:
        said = json.loads(kept)
        until = None if said["until"] is None else datetime.fromisoformat(said["until"])
        return int(said["wrong"]), None if until is None else until.astimezone(UTC)
    except (ValueError, TypeError, KeyError):
        return MOST_WRONG - 1, None  # unreadable: one more is tried, and then it locks
