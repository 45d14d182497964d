"""Who owns a ledger, as it says itself: whether PINs are on, and the hashes of the owners' PINs."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field

from services.domain.operator import Role
from services.ledger.database import Database

_HASHES = "SELECT pin FROM operators WHERE active AND role = ? ORDER BY id"
_SETTING = "SELECT value FROM settings WHERE name = ?"


@dataclass(frozen=True, slots=True)
class Owners:
    """What a ledger says of its owners. Safe to log: no hash is in its repr.

    Attributes:
        ledger: The ledger's own name.
        pins: People sign in with PINs.
        hashes: Of the PINs of the owners who work there.
    """

    ledger: str
    pins: bool
    hashes: tuple[str, ...] = field(repr=False)


def owners_of(database: Database) -> Owners:
    """Read it from an open ledger.

    Raises:
        LedgerUnavailable: It can't be read.
    """
    with database.reading() as connection:
        return Owners(
            connection.value(_SETTING, ["ledger"]) or "",
            pins=connection.value(_SETTING, ["pins"]) == "true",
            hashes=tuple(row["pin"] for row in connection.rows(_HASHES, [Role.OWNER])),
        )


def owners_in(connection: sqlite3.Connection) -> Owners:
    """Read it from a copy; raises sqlite3.Error, and ValueError where what is there is no text."""

    def one(name: str) -> str:
        (found,) = connection.execute(_SETTING, [name]).fetchone() or ("",)
        return str(found)

    hashes = tuple(str(pin) for (pin,) in connection.execute(_HASHES, [Role.OWNER.value]))
    return Owners(one("ledger"), pins=one("pins") == "true", hashes=hashes)
