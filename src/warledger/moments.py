"""Days and instants as people write them, as the ledger compares them.

In: words, and the name of what they were given for. Out: an ISO day, or an instant in UTC to the second. Decision: the command line and
the API read them in one place; what is neither is refused, since a month would silently lose days.
"""

from __future__ import annotations

import datetime

from warledger.errors import UsageError

DAY = len("2020-02-05")


def day(given: str | None, name: str) -> str | None:
    """The ISO day that is given. Raises UsageError where it is none."""
    if given is None:
        return None
    try:
        return datetime.date.fromisoformat(given).isoformat()
    except ValueError:
        raise UsageError(f"{name}: {given!r} is no day; write it as 2020-02-05") from None


def moment(given: str | None, name: str) -> str | None:
    """The ISO day, or instant in UTC to the second, that is given. Raises UsageError where it is neither."""
    if given is None:
        return None
    try:
        if len(given) == DAY:
            return datetime.date.fromisoformat(given).isoformat()
        instant = datetime.datetime.fromisoformat(given)
    except ValueError:
        raise UsageError(f"{name}: {given!r} is no day; write it as 2020-02-05, or as 2020-02-05T14:00Z") from None
    utc = instant.replace(tzinfo=datetime.UTC) if instant.tzinfo is None else instant.astimezone(datetime.UTC)
    return utc.strftime("%Y-%m-%dT%H:%M:%SZ")
