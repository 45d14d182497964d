"""How a ledger file comes to the newest version: Alembic, without an ini file or an env module.

A released version is never edited: a change is a new file in `versions`, and a new last word in
`schema.VERSIONS`. Imported only when a file is not at that version already, for Alembic is slow to load.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def script() -> ScriptDirectory:
    """Return the versions as Alembic reads them: files beside this one, in a wheel or an installer."""
    return ScriptDirectory(str(Path(__file__).parent))


def upgrade(connection: Connection, to: str = "head") -> None:
    """Bring a ledger to the newest version, or up to one, in the transaction that `connection` is in."""
    versions = script()

    def steps(revision: Any, _context: Any) -> Any:
        return versions._upgrade_revs(to, revision)  # noqa: SLF001  as `alembic upgrade` does; no public name

    with EnvironmentContext(Config(), versions, fn=steps) as environment:
        environment.configure(connection=connection)
        environment.run_migrations()
