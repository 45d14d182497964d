"""What the shop has chosen, and the ledger's own name, as the ledger keeps them."""

from __future__ import annotations

import json
from dataclasses import asdict

from services.domain.audit import Entry
from services.domain.errors import LedgerFault, LedgerUnavailable
from services.domain.settings import Settings
from services.ledger.audit import Trail
from services.ledger.connection import Connection
from services.ledger.database import Database
from services.ledger.vouching import SETTINGS

_ONE = "SELECT value FROM settings WHERE name = ?"
_PUT = """
INSERT INTO settings (name, value) VALUES (?, ?)
ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""
_INSTANCE = "instance"
_NAMES = frozenset(asdict(Settings()))


class SettingsBook:
    """Keeps settings. Usable from any thread; every method raises LedgerUnavailable when it can't be done."""

    def __init__(self, database: Database, trail: Trail) -> None:
        self._database = database
        self._trail = trail

    def read(self) -> Settings:
        """Return what is chosen; what nobody has chosen is as `Settings` has it."""
        with self._database.reading() as connection:
            return read_settings(connection)

    def change(self, chosen: Settings, note: Entry) -> None:
        """Keep settings, and the row of the audit log that goes with it."""
        with self._database.writing() as connection:
            for name, value in asdict(chosen).items():
                _put(connection, name, json.dumps(value))
            self._trail.write(connection, note, about=SETTINGS)

    def ledger(self) -> str:
        """Return the ledger's own name: the same in every copy of it, and no other ledger's."""
        with self._database.reading() as connection:
            name: str | None = connection.value(_ONE, ["ledger"])
        if name is None:
            raise LedgerUnavailable(self._database.path, LedgerFault.OTHER, "it has lost its name")
        return name

    def instance(self) -> str:
        """Return which of its copies this ledger is; a copy that SQLite wrote has another one."""
        return self.remembers(_INSTANCE) or ""

    def renew_instance(self, instance: str, note: Entry) -> None:
        """Become another instance than every copy, and keep the row of the audit log that says why."""
        with self._database.writing() as connection:
            _put(connection, _INSTANCE, instance)
            self._trail.write(connection, note)

    def remembers(self, name: str) -> str | None:
        """Return a word kept under a name that is no setting of `Settings`."""
        with self._database.reading() as connection:
            kept: str | None = connection.value(_ONE, [name])
        return kept

    def remember(self, name: str, value: str, note: Entry) -> None:
        """Keep such a word, and the row of the audit log that goes with it."""
        if name in _NAMES or name in ("ledger", _INSTANCE):
            raise ValueError(f"{name} is kept otherwise")
        with self._database.writing() as connection:
            _put(connection, name, value)
            self._trail.write(connection, note)


def read_settings(connection: Connection) -> Settings:
    """Return the settings as a transaction sees them."""
    found = connection.rows("SELECT name, value FROM settings")
    kept = {name: value for name, value in found if name in _NAMES}
    return Settings(**{name: json.loads(value) for name, value in kept.items()})


def _put(connection: Connection, name: str, value: str) -> None:
    connection.run(_PUT, [name, value])
