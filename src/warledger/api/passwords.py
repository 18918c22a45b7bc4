"""Passwords and names: what may be one, and what is kept of a password.

In: what somebody typed. Out: an argon2id digest, or why it may not be. Decision: length is asked for and nothing else, since rules about
digits and capitals make passwords worse; a digest takes memory, so only a few are worked out at a time.
"""

from __future__ import annotations

import functools
import secrets
import threading
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from warledger.errors import UsageError

SHORTEST = 12
# Longer ones are no password but an attack on the server's time.
LONGEST = 1_000
LONGEST_NAME = 64
# Each digest takes 64 MiB; more than this at a time could be made to fill the memory of the server.
AT_A_TIME = 2
PATIENCE_S = 10.0
# What a name may have beside letters and digits.
IN_NAMES = "._-@ "

_HASHER = PasswordHasher()
_PLACES = threading.BoundedSemaphore(AT_A_TIME)


class BusyError(Exception):
    """Too many passwords are being looked at just now."""


def checked_name(given: str) -> str:
    """A name in its one form. Raises UsageError for one that could be taken for another: with signs that are not seen, or that turn text round."""
    name = unicodedata.normalize("NFKC", given).strip()
    if not name or len(name) > LONGEST_NAME:
        raise UsageError(f"a name has 1 to {LONGEST_NAME} characters")
    wrong = next((sign for sign in name if not (sign.isalnum() or sign in IN_NAMES or unicodedata.category(sign) in ("Mn", "Mc"))), None)
    if wrong is not None or not name[0].isalnum():
        raise UsageError(f"a name begins with a letter or digit, and has letters, digits and . _ - @ and spaces: not {wrong or name[0]!a}")
    return name


def key_of(name: str) -> str:
    """What two names have in common that are one: case is no difference."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def digest_of(password: str, name: str) -> str:
    """What is kept of a password. Raises UsageError for one that is too easy to guess."""
    plain = _plain(password)
    if len(plain) < SHORTEST:
        raise UsageError(f"a password has at least {SHORTEST} characters; four words that have nothing to do with each other are a good one")
    if len(plain) > LONGEST:
        raise UsageError(f"a password has at most {LONGEST} characters")
    rest = plain.casefold().replace(key_of(name), "")
    if len(rest) < SHORTEST // 2 or len(set(rest)) < SHORTEST // 3:
        raise UsageError("this password is too easy to guess")
    return _HASHER.hash(plain)


def fits(digest: str | None, password: str) -> bool:
    """Whether it is the password. It takes as long for somebody who has none. Raises BusyError where too many are waiting."""
    if len(password) > LONGEST:
        return False
    if not _PLACES.acquire(timeout=PATIENCE_S):
        raise BusyError
    try:
        return _HASHER.verify(digest or _nobodys(), _plain(password)) and digest is not None
    except (VerificationError, InvalidHashError):
        return False
    finally:
        _PLACES.release()


def _plain(password: str) -> str:
    """One form for what keyboards write in two."""
    return unicodedata.normalize("NFC", password)


@functools.cache
def _nobodys() -> str:
    """A digest that no password has, of the same cost as every other."""
    return _HASHER.hash(secrets.token_urlsafe(SHORTEST))
