"""How an older ledger comes to the newest version: Alembic, without an ini file or an env module.

A released version is never edited: a change is a new file in `versions`, a new last word in
`inspection.VERSIONS`, and the same in `schema.sql`, which makes a new ledger. Imported only for an older
one, for Alembic is slow to load.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import NullPool


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


def bring_up(connect: Callable[[], sqlite3.Connection]) -> None:
    """Bring a ledger to the newest version, all the way or not at all.

    Args:
        connect: Opens a connection that begins no transaction by itself.

    Raises:
        sqlite3.Error: It can't be done.
    """
    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool, hide_parameters=True)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    try:
        with engine.begin() as connection:
            upgrade(connection)
    except SQLAlchemyError as error:
        said = error.orig if isinstance(error, DBAPIError) else None
        raise said if isinstance(said, sqlite3.Error) else sqlite3.Error(type(error).__name__) from error
