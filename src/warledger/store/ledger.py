"""The ledger as the rest of the program sees it: open, add, replace, ask, check.

In: records. Out: records. Decision: a change is one transaction, kept whole or not at all, whatever ends the program; and
nothing is deleted: what no longer holds is superseded and can still be asked for.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from sqlalchemy import Connection, Engine, select

from warledger.errors import LedgerError
from warledger.model import Claim, Decision, Incident, Problem, Report
from warledger.review import grounded
from warledger.store import changes, checking, lineage, opening, reading, schema, series_reading, writing
from warledger.store.changes import Changed, Ended
from warledger.store.failures import in_words
from warledger.store.filters import Filter
from warledger.store.lineage import Tombstone
from warledger.store.reading import LedgerSummary
from warledger.store.runs import Run, RunInfo
from warledger.store.survey import Survey

if TYPE_CHECKING:
    from warledger.incidents.reading import Background

T = TypeVar("T")
PATIENCE_S = 5.0  # how long another process's write is waited for
EVERYTHING = Filter()


class Ledger:
    """An open ledger; a context manager that closes it. Made by Ledger.open."""

    def __init__(self, path: Path, engine: Engine, read_only: bool) -> None:
        self.path = path
        self.engine = engine
        self.read_only = read_only
        self._writing: tuple[Connection, Run] | None = None

    @classmethod
    def open(cls, path: str | os.PathLike[str], create: bool = True, *, read_only: bool = False,
             patience_s: float = PATIENCE_S) -> Ledger:
        """The ledger in a file, made where it is missing and brought to the present schema.

        A file that may not be written is opened for reading. Raises LedgerError where it is no ledger, is missing and
        must not be made, is of a newer version, or cannot be opened.
        """
        found = opening.checked_path(path, create and not read_only)
        locked = read_only or (found.exists() and not os.access(found, os.W_OK))
        engine = opening.connect(found, patience_s, locked)
        with in_words(str(found)):
            opening.prepare(engine, found, locked)
        return cls(found, engine, locked)

    def close(self) -> None:
        """Closes what is open. A transaction under way is not kept."""
        if self._writing is not None:
            self._writing[0].close()
            self._writing = None
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @contextlib.contextmanager
    def transaction(self, run: RunInfo | None = None) -> Iterator[Run]:
        """What is written within is kept as a whole, or, where anything at all interrupts it, not at all.

        Gives the run, which says whether anything was changed. One within another is part of the outer one. Raises
        LedgerError where the ledger cannot be written.
        """
        if self._writing is not None:
            yield self._writing[1]
            return
        if self.read_only:
            raise LedgerError(f"{self.path} cannot be written: it is read-only")
        with in_words(str(self.path)), self._writer() as connection:
            under_way = Run(run or RunInfo())
            self._writing = connection, under_way
            try:
                yield under_way
                under_way.close(connection)
            finally:
                self._writing = None

    @contextlib.contextmanager
    def _writer(self) -> Iterator[Connection]:
        """A connection with a transaction that holds the lock for writing from its beginning."""
        with self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection

    def _write(self, work: Callable[[Connection, Run], None], info: RunInfo | None) -> None:
        with self.transaction(info):
            if self._writing is None:
                raise RuntimeError("a transaction is open here")
            connection, run = self._writing
            if info is not None and run.number is None:
                run.info = info
            work(connection, run)

    def add(self, reports: Iterable[Report] = (), claims: Iterable[Claim] = (), problems: Iterable[Problem] = (), *,
            run: RunInfo) -> None:
        """Adds what is not there yet. run is noted only where something was.

        Claims must come report by report; a report coded anew by another coder supersedes all its claims.
        """

        def work(connection: Connection, under_way: Run) -> None:
            writing.add_reports(connection, under_way, reports)
            writing.add_claims(connection, under_way, claims)
            writing.add_problems(connection, under_way, problems)

        self._write(work, run)

    def replace_incidents(self, incidents: Iterable[Incident], *, run: RunInfo | None = None, among: Collection[str] | None = None) -> None:
        """Makes these the current incidents; earlier revisions stay, ended incidents get a tombstone with redirect.

        With `among` only these can end; all others stay as they are.
        """
        self._write(lambda connection, under_way: writing.replace_incidents(connection, under_way, incidents, among), run)

    def decide(self, decisions: Iterable[Decision], *, run: RunInfo | None = None) -> None:
        """Appends decisions, with the claims that their incidents hold; what is there already is left alone."""

        def work(connection: Connection, under_way: Run) -> None:
            made = [grounded(one, lambda name: lineage.last_known(connection, name)) for one in decisions]
            writing.add_decisions(connection, under_way, made)

        self._write(work, run)

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Connection]:
        """The connection of the transaction under way, else one of its own that sees one state throughout."""
        if self._writing is not None:
            with in_words(str(self.path)):
                yield self._writing[0]
            return
        with in_words(str(self.path)), self.engine.connect() as connection, connection.begin():
            yield connection

    def _stream(self, read: Callable[[Connection], Iterator[T]]) -> Iterator[T]:
        with self._reading() as connection:
            yield from read(connection)

    def known_report_ids(self) -> set[str]:
        """The ids of all reports."""
        with self._reading() as connection:
            return set(connection.execute(select(schema.reports.c.id)).scalars())

    def reports(self, wanted: Filter = EVERYTHING, *, run: int | None = None) -> Iterator[Report]:
        """Reports by day and id; with run, those that were there when it had ended."""
        return self._stream(lambda connection: reading.read_reports(connection, wanted, run))

    def claims(self, wanted: Filter = EVERYTHING, *, run: int | None = None) -> Iterator[Claim]:
        """Current claims in the order of reports and text; with run, those of that time."""
        return self._stream(lambda connection: reading.read_claims(connection, wanted, run))

    def incidents(self, wanted: Filter = EVERYTHING, *, run: int | None = None) -> Iterator[Incident]:
        """Current incidents by day and id; with run, those of that time."""
        return self._stream(lambda connection: reading.read_incidents(connection, wanted, run))

    def background(self, types: tuple[str, ...] | None, as_of: str | None = None) -> Background:
        """What must be known of all speakers and reports before a series can be told: those of claims of these types, of any where it is None."""
        with self._reading() as connection:
            return series_reading.read_background(connection, types, None if as_of is None else lineage.run_at(connection, as_of))

    def problems(self, wanted: Filter = EVERYTHING) -> Iterator[Problem]:
        """Problems by stage, kind, source and line; of a filter only report and limit concern them."""
        return self._stream(lambda connection: reading.read_problems(connection, wanted))

    def decisions(self) -> Iterator[Decision]:
        """The log of decisions, oldest first."""
        return self._stream(reading.read_decisions)

    def incident(self, name: str, as_of: str | None = None) -> Incident | None:
        """The incident of an id, followed through merges; None where there is none, or it ended without an heir.

        as_of is an ISO day or instant: the incident as the ledger held it then.
        """
        with self._reading() as connection:
            run = None if as_of is None else lineage.run_at(connection, as_of)
            return lineage.read_incident(connection, name, run)

    def revisions(self, name: str) -> list[Incident]:
        """Every revision of an incident, oldest first."""
        with self._reading() as connection:
            return lineage.read_revisions(connection, name)

    def revised(self, name: str) -> dict[int, int]:
        """Per revision of an incident the run that made it."""
        with self._reading() as connection:
            return lineage.read_revised(connection, name)

    def moved(self, run: int) -> tuple[set[str], tuple[str, ...], bool]:
        """Since a run had ended: all current incidents, those of them that changed (ids), and whether any claim did."""
        with self._reading() as connection:
            return lineage.read_moved(connection, run)

    def last_run(self) -> int:
        """The number of the last run that changed something, 0 before the first."""
        with self._reading() as connection:
            return reading.last_run(connection)

    def changed_since(self, run: int) -> list[Changed]:
        """Current incidents whose revision came after a run, the last changed first."""
        with self._reading() as connection:
            return changes.read_changed(connection, run)

    def ended_since(self, run: int) -> list[Ended]:
        """Incidents that ended after a run, the last first, with where each leads now."""
        with self._reading() as connection:
            return changes.read_ended_since(connection, run)

    def run_before(self, moment: str) -> int:
        """The last run that was surely over at an ISO instant or the beginning of an ISO day; 0 where there was none."""
        with self._reading() as connection:
            return changes.run_before(connection, moment)

    def run_at(self, moment: str) -> int:
        """The last run that had begun by an ISO instant or the end of an ISO day; 0 where there was none."""
        with self._reading() as connection:
            return lineage.run_at(connection, moment)

    def tombstones(self, name: str) -> list[Tombstone]:
        """When an incident ended and what it went into, oldest first; empty for one that never did."""
        with self._reading() as connection:
            return lineage.read_tombstones(connection, name)

    def ended(self) -> list[Incident]:
        """The last revision of every incident that is no more."""
        with self._reading() as connection:
            return lineage.read_ended(connection)

    def begun(self) -> str | None:
        """The instant of the first run, None for an empty ledger."""
        with self._reading() as connection:
            return lineage.first_run(connection)

    def decided(self) -> dict[str, int]:
        """Per id of a decision the run that wrote it down: the analyst saw what the run before it had left."""
        with self._reading() as connection:
            return lineage.read_decided(connection)

    def last_linked(self) -> int:
        """The number of the last run in which an incident came, changed or ended; 0 where there is none."""
        with self._reading() as connection:
            return lineage.read_last_linked(connection)

    def holders(self, claims: Iterable[str]) -> dict[str, frozenset[str]]:
        """The current incidents that hold one of these claims, each with all claims that it holds."""
        with self._reading() as connection:
            return lineage.read_holders(connection, claims)

    def survey(self, known: Survey | None = None) -> Survey:
        """The current incidents as columns; `known` where no run has changed the ledger since, and read on from it where one has."""
        with self._reading() as connection:
            return known if known is not None and known.run == reading.last_run(connection) else Survey.read(connection, known)

    def survey_at(self, run: int) -> Survey:
        """The incidents as columns, as they were when a run had ended."""
        with self._reading() as connection:
            return Survey.read(connection, upto=run)

    def asking(self) -> contextlib.AbstractContextManager[Connection]:
        """A connection that sees one state throughout, for the questions of a Survey."""
        return self._reading()

    def summary(self) -> LedgerSummary:
        """Counts of what the ledger holds."""
        with self._reading() as connection:
            return reading.summarise(connection)

    def content_digest(self) -> str:
        """A SHA-256 of all records: the same for the same content, however and whenever it came in."""
        with self._reading() as connection:
            return reading.digest_content(connection)

    def check(self) -> list[str]:
        """What is unsound, in sentences; empty for a sound ledger."""
        if self.read_only:
            with self._reading() as connection:
                return checking.faults(connection, read_only=True)
        with in_words(str(self.path)), self._writer() as connection:
            return checking.faults(connection, read_only=False)
