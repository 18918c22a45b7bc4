"""The file of saved searches: a name with filters, the key of its feed, and where its alerts go. It lies beside the ledger.

In: names, filters, addresses. Out: Search and Alert. Decision: it is a sidecar (store/sidecar.py): what one analyst watches is nobody
else's and no part of the data; the key of a feed is kept as a digest, a webhook's secret as it is, since signing needs it.
"""

from __future__ import annotations

import dataclasses
import hmac
import json
import secrets
import sqlite3
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlencode

from warledger.api.passwords import key_of
from warledger.errors import UsageError
from warledger.store.sidecar import Sidecar, digest_of
from warledger.store.survey import Wanted

ENDING = ".searches"
# Nobody watches so many; who does fills a disk.
MOST_OF_ONE = 200
MOST_ALERTS = 20
SCHEMA = """
CREATE TABLE IF NOT EXISTS searches (id TEXT PRIMARY KEY, name TEXT NOT NULL, owner TEXT NOT NULL, wanted TEXT NOT NULL, made INTEGER NOT NULL, feed TEXT,
 UNIQUE (owner, name));
CREATE TABLE IF NOT EXISTS alerts (id TEXT PRIMARY KEY, search TEXT NOT NULL REFERENCES searches(id) ON DELETE CASCADE, kind TEXT NOT NULL, target TEXT NOT NULL,
 secret TEXT NOT NULL, run INTEGER NOT NULL, UNIQUE (search, kind, target));
CREATE TABLE IF NOT EXISTS deliveries (id TEXT PRIMARY KEY, alert TEXT NOT NULL REFERENCES alerts(id) ON DELETE CASCADE, run INTEGER NOT NULL, turn INTEGER NOT NULL,
 body TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL, due INTEGER NOT NULL, failure TEXT);
CREATE INDEX IF NOT EXISTS due_deliveries ON deliveries (state, due);
"""
Kind = Literal["webhook", "mail"]


@dataclass(frozen=True)
class Search:
    """A saved search. made is seconds since 1970; key: its feed was given a key."""

    id: str
    name: str
    owner: str
    wanted: Wanted
    made: int
    key: bool


@dataclass(frozen=True)
class Alert:
    """Where the alerts of a search go. run is the last whose changes were put into deliveries."""

    id: str
    search: str
    kind: Kind
    target: str
    secret: str
    run: int
    waiting: int = 0
    failure: str | None = None


def beside(ledger: Path) -> Path:
    """Where the saved searches of a ledger are."""
    return ledger.with_name(ledger.name + ENDING)


class Saved:
    """The saved searches of a ledger. Any number of threads and processes may use one file."""

    def __init__(self, path: Path) -> None:
        """Makes the file where there is none. Raises LedgerError where it cannot be used, or others can read it."""
        self.file = Sidecar(path, SCHEMA, "the file of saved searches")

    def alone(self) -> AbstractContextManager[bool]:
        """Whether this process alone sends alerts, for the length of a `with`."""
        return self.file.alone()

    @contextmanager
    def connection(self) -> Iterator[sqlite3.Connection]:
        """A connection in a transaction."""
        with self.file.connection() as connection:
            yield connection

    def save(self, name: str, owner: str, wanted: Wanted) -> Search:
        """A new search. Raises UsageError where its owner has one of that name, or too many."""
        made = Search("s_" + secrets.token_hex(8), name, owner, wanted, int(time.time()), False)
        with self.connection() as connection:
            if connection.execute("SELECT count(*) FROM searches WHERE owner = ?", (owner,)).fetchone()[0] >= MOST_OF_ONE:
                raise UsageError(f"{owner} has {MOST_OF_ONE} saved searches, and no more are kept: delete some")
            _check_free(connection, owner, name)
            connection.execute("INSERT INTO searches VALUES (?, ?, ?, ?, ?, NULL)", (made.id, name, owner, json.dumps(dataclasses.asdict(wanted)), made.made))
        return made

    def rename(self, search: Search, name: str) -> Search:
        """The search under another name. Raises UsageError where its owner has another of that name."""
        with self.connection() as connection:
            if name != search.name:
                _check_free(connection, search.owner, name)
            connection.execute("UPDATE searches SET name = ? WHERE id = ?", (name, search.id))
        return dataclasses.replace(search, name=name)

    def delete(self, search: Search) -> None:
        """Ends a search with its feed and its alerts."""
        with self.connection() as connection:
            connection.execute("DELETE FROM searches WHERE id = ?", (search.id,))

    def all(self, owner: str | None = None) -> list[Search]:
        """The searches of somebody, or of everybody, by name."""
        return self._read("owner = coalesce(?, owner)", owner)

    def one(self, name: str) -> Search | None:
        """The search of an id."""
        return next(iter(self._read("id = ?", name)), None)

    def _read(self, condition: str, value: str | None) -> list[Search]:
        """The searches for which a condition of ours holds, by name."""
        query = f"SELECT id, name, owner, wanted, made, feed IS NOT NULL FROM searches WHERE {condition} ORDER BY name, id"
        with self.connection() as connection:
            rows = connection.execute(query, (value,)).fetchall()
        return [Search(id_, name, whose, wanted_of(wanted), made, bool(key)) for id_, name, whose, wanted, made, key in rows]

    def new_key(self, search: Search) -> str:
        """A key that opens the feed of a search and nothing else; it is told this once, and the one before it ends."""
        key = secrets.token_urlsafe(24)
        with self.connection() as connection:
            connection.execute("UPDATE searches SET feed = ? WHERE id = ?", (digest_of(key), search.id))
        return key

    def opens(self, search: Search, key: str) -> bool:
        """Whether a key opens the feed of a search."""
        with self.connection() as connection:
            row = connection.execute("SELECT feed FROM searches WHERE id = ?", (search.id,)).fetchone()
        return bool(row and row[0]) and hmac.compare_digest(row[0], digest_of(key))

    def alert(self, search: Search, kind: Kind, target: str, run: int) -> Alert:
        """Alerts of what changes after a run, to a target. Raises UsageError where there are some, or too many."""
        made = Alert("a_" + secrets.token_hex(8), search.id, kind, target, secrets.token_urlsafe(32), run)
        with self.connection() as connection:
            if connection.execute("SELECT count(*) FROM alerts WHERE search = ?", (search.id,)).fetchone()[0] >= MOST_ALERTS:
                raise UsageError(f"a search has at most {MOST_ALERTS} alerts")
            if connection.execute("SELECT 1 FROM alerts WHERE search = ? AND kind = ? AND target = ?", (search.id, kind, target)).fetchone():
                raise UsageError(f"alerts of this search go to {target} already")
            connection.execute("INSERT INTO alerts VALUES (?, ?, ?, ?, ?, ?)", (made.id, search.id, kind, target, made.secret, run))
        return made

    def alerts(self, search: str | None = None) -> list[Alert]:
        """The alerts of a search, or of all, with how many deliveries wait and why the last one failed."""
        query = ("SELECT id, search, kind, target, secret, run, (SELECT count(*) FROM deliveries d WHERE d.alert = a.id AND d.state = 'waiting'),"
                 " (SELECT failure FROM deliveries d WHERE d.alert = a.id AND d.state != 'done' AND failure IS NOT NULL ORDER BY run DESC, turn DESC LIMIT 1)"
                 " FROM alerts a WHERE search = coalesce(?, search) ORDER BY kind, target, id")
        with self.connection() as connection:
            return [Alert(*row) for row in connection.execute(query, (search,))]

    def end_of(self, owner: str) -> bool:
        """Ends the keys of somebody's feeds and their alerts; whether there were any. The searches stay."""
        own = [one.id for one in self.all() if key_of(one.owner) == key_of(owner)]
        with self.connection() as connection:
            ended = [connection.execute(statement, (name,)).rowcount for name in own for statement in (
                "UPDATE searches SET feed = NULL WHERE id = ? AND feed IS NOT NULL", "DELETE FROM alerts WHERE search = ?")]
        return any(ended)

    def drop_alert(self, search: Search, name: str) -> bool:
        """Ends alerts; whether there were any of that id."""
        with self.connection() as connection:
            return bool(connection.execute("DELETE FROM alerts WHERE search = ? AND id = ?", (search.id, name)).rowcount)


def wanted_of(text: str) -> Wanted:
    """The filters of a saved search."""
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in json.loads(text).items()}
    return Wanted(**values)


def query_of(wanted: Wanted) -> str:
    """The filters as the query of an address, as asking.wanted reads it."""
    pairs: list[tuple[str, str]] = []
    for name, value in dataclasses.asdict(wanted).items():
        if name == "box" and value:
            pairs.append((name, ",".join(map(str, value))))
        elif isinstance(value, tuple):
            pairs += [(name, one) for one in value]
        elif value is not None:
            pairs.append((name, str(value).lower() if isinstance(value, bool) else value))
    return urlencode(pairs)


def _check_free(connection: sqlite3.Connection, owner: str, name: str) -> None:
    if connection.execute("SELECT 1 FROM searches WHERE owner = ? AND name = ?", (owner, name)).fetchone():
        raise UsageError(f"there is a saved search {name!r} already")
