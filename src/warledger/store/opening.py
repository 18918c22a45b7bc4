"""Opening a ledger's database: the connection with its settings, its version, its migrations.

In: a path. Out: an SQLAlchemy engine on a database of the present schema. Decision: SQLite in WAL mode, so that reading and
writing do not wait for each other; a ledger of a newer program is refused rather than guessed at.
"""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

from sqlalchemy import Connection, Engine, NullPool, create_engine, event

from warledger.errors import LedgerError
from warledger.store.schema import APPLICATION_ID, HEAD, REVISIONS

MIGRATIONS = Path(__file__).with_name("migrations")
# Seconds between two attempts at a database that is in use.
RETRY_S = 0.01


def connect(path: Path, patience_s: float, read_only: bool) -> Engine:
    """An engine whose connections begin transactions for themselves: a writer's takes the lock at once."""

    def open_file() -> sqlite3.Connection:
        mode = "ro" if read_only else "rwc"
        uri = f"{path.absolute().as_uri()}?mode={mode}"
        connection = sqlite3.connect(uri, uri=True, timeout=patience_s, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            if not read_only:
                _log_ahead(connection, patience_s)
                connection.execute("PRAGMA synchronous = NORMAL")
        except BaseException:
            connection.close()
            raise
        return connection

    engine = create_engine("sqlite://", creator=open_file, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _log_ahead(connection: sqlite3.Connection, patience_s: float) -> None:
    """Puts a new database into WAL mode. SQLite does not wait while another connection does the same, whatever its timeout."""
    until = time.monotonic() + patience_s
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() > until:
                raise
            time.sleep(RETRY_S)


def prepare(engine: Engine, path: Path, read_only: bool) -> None:
    """Brings the database to the present schema.

    Raises LedgerError where it is something else than a ledger, or a ledger of a newer program.
    """
    with engine.begin() as connection:
        version = _version(connection, path)
    if version == HEAD:
        return
    if read_only:
        raise LedgerError(f"{path} was made by an older Warledger (schema {version}) and is read-only: "
                          "make it writable, so that it can be brought up to date")
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if _version(connection, path) != HEAD:  # another process may have been quicker
            _migrate(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def _version(connection: Connection, path: Path) -> str | None:
    """The revision of the schema, None for an empty file."""
    tables = {row[0] for row in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return None
    application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    if "alembic_version" not in tables or application != APPLICATION_ID:
        raise LedgerError(f"{path} is no ledger: it is a database of another program")
    version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one_or_none()
    if version not in REVISIONS:
        raise LedgerError(f"{path} was made by a newer Warledger (schema {version}; this program knows schemas up to "
                          f"{HEAD}): install the newer version to open it")
    return str(version)


def _migrate(connection: Connection) -> None:
    """Runs Alembic's migrations to the head, on this connection and inside its transaction."""
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config)
    with EnvironmentContext(
        config, scripts, fn=lambda revision, _context: scripts._upgrade_revs("head", revision), destination_rev="head"
    ) as environment:
        environment.configure(connection=connection, transactional_ddl=False)
        environment.run_migrations()


def checked_path(path: str | os.PathLike[str], create: bool) -> Path:
    """The path of a ledger that exists or may be made.

    Raises LedgerError where it is missing and must not be made, is a folder, or lies in a folder that is not there.
    """
    if "://" in os.fspath(path):
        raise LedgerError(f"{os.fspath(path)}: this version keeps its ledger in a file; give a path")
    found = Path(path)
    if found.is_dir():
        raise LedgerError(f"{found} is a folder: name a file for the ledger")
    if not found.exists() and not create:
        raise LedgerError(f"there is no ledger at {found}")
    if not found.parent.is_dir():
        raise LedgerError(f"{found} cannot be made: there is no folder {found.parent}")
    return found
