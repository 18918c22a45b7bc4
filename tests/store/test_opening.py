"""Opening a ledger, and what is said when it cannot be opened or written."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import threading

import pytest
from sqlalchemy import event

from warledger.errors import LedgerError
from warledger.store import Ledger, RunInfo, opening
from warledger.store.opening import MIGRATIONS
from warledger.store.schema import HEAD, REVISIONS, metadata

RUN = RunInfo("2020-02-06T00:00:00Z", "0.1")


def test_a_file_that_is_no_database_is_refused(path):
    path.write_text("reports of the war, as I remember it\n" * 100)
    with pytest.raises(LedgerError, match="is no ledger: it is not a database"):
        Ledger.open(path)
    assert path.read_text().startswith("reports of the war")


def test_a_database_of_another_program_is_refused_and_left_alone(path):
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE songs (name TEXT)")
    other.close()
    with pytest.raises(LedgerError, match="another program"):
        Ledger.open(path)


def test_a_ledger_of_a_newer_program_is_refused_by_name(path):
    Ledger.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(LedgerError, match=r"newer Warledger \(schema 9999"):
        Ledger.open(path)


def test_a_missing_ledger_is_made_only_where_that_is_wanted(path, tmp_path):
    with pytest.raises(LedgerError, match="there is no ledger"):
        Ledger.open(path, create=False)
    assert not path.exists()
    with pytest.raises(LedgerError, match="there is no folder"):
        Ledger.open(tmp_path / "nowhere" / "war.db")
    with pytest.raises(LedgerError, match="is a folder"):
        Ledger.open(tmp_path)


def test_an_empty_file_becomes_a_ledger(path):
    path.touch()
    with Ledger.open(path) as ledger:
        assert ledger.check() == []


def test_a_name_with_odd_characters_is_a_name(tmp_path):
    with Ledger.open(tmp_path / "war 100% ?#&.db") as ledger:
        assert ledger.check() == []
    assert (tmp_path / "war 100% ?#&.db").exists()


def test_a_read_only_ledger_can_be_read_and_checked_but_not_written(filled, path, report):
    with Ledger.open(path, read_only=True) as ledger:
        assert len(list(ledger.claims())) == 3
        assert ledger.check() == []
        with pytest.raises(LedgerError, match="read-only"):
            ledger.add([report("d")], run=RUN)


def test_a_full_disk_is_said_and_nothing_of_the_run_is_kept(filled, report):
    @event.listens_for(filled.engine, "connect")
    def shrink(connection, _record):
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 5}")

    digest = filled.content_digest()
    with pytest.raises(LedgerError, match="the disk is full"):
        filled.add([report("d", "long " * 50_000)], run=RUN)
    assert filled.content_digest() == digest
    assert filled.check() == []


def test_a_ledger_in_use_is_waited_for_and_then_said(filled, path, report):
    with Ledger.open(path, patience_s=0.05) as other, filled.transaction():
        filled.add([report("d")], run=RUN)
        with pytest.raises(LedgerError, match="in use by another process"):
            other.add([report("e")], run=RUN)
        assert "r_d" not in other.known_report_ids()


def test_a_ledger_can_be_read_while_it_is_written(filled, path, report):
    with Ledger.open(path) as other, filled.transaction():
        filled.add([report("d")], run=RUN)
        assert len(list(other.reports())) == 3


def test_two_that_make_the_same_ledger_at_once_both_succeed(path):
    failures = []

    def make():
        try:
            Ledger.open(path).close()
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


class Busy:
    """A connection to a database that another puts into WAL mode meanwhile: so often it is told to come again."""

    def __init__(self, refusals: int, name: str = "SQLITE_BUSY") -> None:
        self.refusals, self.name, self.asked = refusals, name, 0

    def execute(self, _statement: str) -> None:
        self.asked += 1
        if self.asked <= self.refusals:
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorname = self.name
            raise error


def test_a_database_that_another_makes_ready_is_asked_again():
    busy = Busy(2)
    opening._log_ahead(busy, patience_s=5)
    assert busy.asked == 3


@pytest.mark.parametrize(("busy", "patience_s"), [(Busy(2, "SQLITE_IOERR"), 5), (Busy(1000), 0)])
def test_patience_ends_and_is_for_busy_databases_alone(busy, patience_s):
    with pytest.raises(sqlite3.OperationalError):
        opening._log_ahead(busy, patience_s)
    assert busy.asked <= 2


KILLED = """
import sys, time
from warledger.model import Report
from warledger.store import Ledger, RunInfo, opening
with Ledger.open(sys.argv[1]) as ledger, ledger.transaction():
    ledger.add([Report(f"r_{n}", "word " * 1000) for n in range(2000)], run=RunInfo())
    print("half-way", flush=True)
    time.sleep(60)
"""


def test_a_kill_in_the_middle_leaves_nothing_half_written(filled, path):
    digest = filled.content_digest()
    with subprocess.Popen([sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "half-way\n"
        process.send_signal(signal.SIGKILL)
    with Ledger.open(path) as again:
        assert again.content_digest() == digest
        assert again.check() == []


def test_the_migrations_give_the_schema(ledger):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    def ours(_object, name, kind, _reflected, _compared):
        return kind != "table" or not str(name).startswith(("report_search", "alembic"))

    with ledger.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_the_revisions_are_those_that_ship():
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    shipped = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(shipped)) == REVISIONS
    assert shipped[0] == HEAD


def test_a_check_finds_a_search_index_out_of_step(filled, path):
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE reports SET text = 'other words' WHERE id = 'r_a'")
    connection.close()
    assert filled.check() == ["the search index is not in step with the reports"]


def test_a_check_finds_a_reference_that_leads_nowhere(filled, path):
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE claims SET report_number = 99 WHERE id = 'c_a'")
    connection.close()
    assert any("refers to a row of reports" in fault for fault in filled.check())


def test_a_damaged_file_is_called_damaged(filled, path):
    filled.add([], [], run=RUN)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    raw = bytearray(path.read_bytes())
    raw[4096:] = b"\x5a" * (len(raw) - 4096)
    path.write_bytes(bytes(raw))
    with pytest.raises(LedgerError, match=r"damaged|no ledger"), Ledger.open(path) as again:
        list(again.claims())
