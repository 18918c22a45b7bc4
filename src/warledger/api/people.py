"""The file of people: users with the digests of their passwords, tokens and sessions. It lies beside the ledger and is none of it.

In: names, passwords, tokens. Out: a Known user, or nothing. Decision: a ledger is data that is handed around, so who may use a server is
never in it; the file is for its owner alone (store/sidecar.py), and of tokens and sessions it holds digests only, so that who reads it can
use none of them.
"""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from pathlib import Path

from warledger.api import passwords
from warledger.errors import UsageError
from warledger.settings import Settings
from warledger.store.sidecar import Sidecar, digest_of

ROLES = ("viewer", "analyst", "admin")
ENDING = ".users"
# So that a token that lies around is known for what it is.
TOKEN_BEGINS = "wl_"
HOUR_S = 3_600
# A session ends when it was not used for so long, or is so old.
IDLE_S = 12 * HOUR_S
OLDEST_S = 7 * 24 * HOUR_S
# How often the use of a session is noted; not each time, since that is a write.
NOTED_S = 300
SCHEMA = """
CREATE TABLE IF NOT EXISTS users (key TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, password TEXT, added INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS tokens (digest TEXT PRIMARY KEY, user TEXT NOT NULL REFERENCES users(key) ON DELETE CASCADE, label TEXT NOT NULL, added INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS sessions (digest TEXT PRIMARY KEY, user TEXT NOT NULL REFERENCES users(key) ON DELETE CASCADE, csrf TEXT NOT NULL,
 begun INTEGER NOT NULL, used INTEGER NOT NULL);
"""


@dataclass(frozen=True)
class Known:
    """A user. csrf is what changes in their session must carry; None where they came with a token."""

    name: str
    role: str
    csrf: str | None = None


@dataclass(frozen=True)
class Listed:
    """A user in a list, with how many tokens they have."""

    name: str
    role: str
    has_password: bool
    tokens: tuple[str, ...]


def beside(ledger: Path) -> Path:
    """Where the people of a ledger are."""
    return ledger.with_name(ledger.name + ENDING)


def people_of(ledger: Path, settings: Settings) -> People | None:
    """The users of a ledger's server, None where there are none. A file that is not there is not made."""
    file = settings.serve.users or beside(ledger)
    people = People(file) if file.exists() else None
    return people or None


class People:
    """The users of a server. Any number of threads and processes may use one file."""

    def __init__(self, path: Path) -> None:
        """Makes the file where there is none. Raises LedgerError where it cannot be used, or others can read it."""
        self.path = path
        self.file = Sidecar(path, SCHEMA, "the file of users", holds="the digests of passwords")

    def __bool__(self) -> bool:
        with self.file.connection() as connection:
            return connection.execute("SELECT 1 FROM users LIMIT 1").fetchone() is not None

    def add(self, name: str, role: str, password: str | None) -> str:
        """Adds a user, or gives one who is there another role and password; what they had open ends. Returns the name in its one form."""
        if role not in ROLES:
            raise UsageError(f"{role!r} is no role: it is one of {', '.join(ROLES)}")
        name = passwords.checked_name(name)
        digest = None if password is None else passwords.digest_of(password, name)
        key = passwords.key_of(name)
        with self.file.connection() as connection:
            connection.execute("INSERT INTO users VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET role = excluded.role, password = excluded.password",
                               (key, name, role, digest, _now()))
            connection.execute("DELETE FROM sessions WHERE user = ?", (key,))
        return name

    def remove(self, name: str) -> None:
        """Removes a user with tokens and sessions. Raises UsageError where there is none."""
        with self.file.connection() as connection:
            if not connection.execute("DELETE FROM users WHERE key = ?", (passwords.key_of(name),)).rowcount:
                raise UsageError(f"there is no user {name}")

    def all(self) -> list[Listed]:
        """The users by name."""
        with self.file.connection() as connection:
            users = connection.execute("SELECT key, name, role, password IS NOT NULL FROM users ORDER BY key").fetchall()
            tokens = connection.execute("SELECT user, label FROM tokens ORDER BY added, label").fetchall()
        return [Listed(name, role, bool(password), tuple(label for user, label in tokens if user == key)) for key, name, role, password in users]

    def new_token(self, name: str, label: str) -> str:
        """A token of a user, which is told this once. One of the same label is replaced. Raises UsageError where there is no such user."""
        token = TOKEN_BEGINS + secrets.token_urlsafe(32)
        key, label = passwords.key_of(name), passwords.checked_name(label)
        with self.file.connection() as connection:
            if connection.execute("SELECT 1 FROM users WHERE key = ?", (key,)).fetchone() is None:
                raise UsageError(f"there is no user {name}")
            connection.execute("DELETE FROM tokens WHERE user = ? AND label = ?", (key, label))
            connection.execute("INSERT INTO tokens VALUES (?, ?, ?, ?)", (digest_of(token), key, label, _now()))
        return token

    def drop_token(self, name: str, label: str) -> None:
        """Ends a token. Raises UsageError where there is none."""
        with self.file.connection() as connection:
            if not connection.execute("DELETE FROM tokens WHERE user = ? AND label = ?", (passwords.key_of(name), label)).rowcount:
                raise UsageError(f"{name} has no token {label}")

    def by_name(self, name: str) -> Known | None:
        """The user of a name."""
        with self.file.connection() as connection:
            row = connection.execute("SELECT name, role FROM users WHERE key = ?", (passwords.key_of(name),)).fetchone()
        return Known(*row) if row else None

    def by_token(self, token: str) -> Known | None:
        """Whose token it is."""
        with self.file.connection() as connection:
            row = connection.execute("SELECT u.name, u.role FROM tokens t JOIN users u ON u.key = t.user WHERE t.digest = ?", (digest_of(token),)).fetchone()
        return Known(*row) if row else None

    def by_password(self, name: str, password: str) -> Known | None:
        """The user of a name and a password; it takes as long where there is none. Raises passwords.BusyError."""
        with self.file.connection() as connection:
            row = connection.execute("SELECT name, role, password FROM users WHERE key = ?", (passwords.key_of(name),)).fetchone()
        right = passwords.fits(row[2] if row else None, password)
        return Known(row[0], row[1]) if row and right else None

    def open_session(self, name: str) -> tuple[str, str]:
        """A session that begins now: what the cookie holds, and what changes must carry. Old ones are thrown away by the way."""
        session, csrf, now = secrets.token_urlsafe(32), secrets.token_urlsafe(24), _now()
        with self.file.connection() as connection:
            connection.execute("DELETE FROM sessions WHERE used < ? OR begun < ?", (now - IDLE_S, now - OLDEST_S))
            connection.execute("INSERT INTO sessions VALUES (?, ?, ?, ?, ?)", (digest_of(session), passwords.key_of(name), csrf, now, now))
        return session, csrf

    def by_session(self, session: str) -> Known | None:
        """Whose session it is, and that it was used."""
        now, digest = _now(), digest_of(session)
        with self.file.connection() as connection:
            row = connection.execute("SELECT u.name, u.role, s.csrf, s.used FROM sessions s JOIN users u ON u.key = s.user"
                                     " WHERE s.digest = ? AND s.used >= ? AND s.begun >= ?", (digest, now - IDLE_S, now - OLDEST_S)).fetchone()
            if row and row[3] < now - NOTED_S:
                connection.execute("UPDATE sessions SET used = ? WHERE digest = ?", (now, digest))
        return Known(*row[:3]) if row else None

    def end_session(self, session: str) -> None:
        """Ends a session, for whoever has kept its cookie too."""
        with self.file.connection() as connection:
            connection.execute("DELETE FROM sessions WHERE digest = ?", (digest_of(session),))



def _now() -> int:
    return int(time.time())
