"""What the owner of a saved search may see while a feed is read or an alert is sent, which is when nobody signs in.

In: the users of a server, the name of an owner. Out: a Sight. Decision: it is asked each time anew, so that whoever is removed, or may see
less than they might, is told no more by what they once set up.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from warledger.api.people import People, people_of
from warledger.settings import Settings

Sight = Literal["whole", "published", "nothing"]
Sees = Callable[[str], Sight]


def everything(_owner: str) -> Sight:
    """On a server of one person, who sees the whole ledger."""
    return "whole"


def seen_by(people: People | None, published_only: bool) -> Sees:
    """What each owner may see. published_only: viewers see what was published alone."""

    def sees(owner: str) -> Sight:
        known = people.by_name(owner) if people is not None else None
        if known is None:
            return "nothing"
        return "published" if published_only and known.role == "viewer" else "whole"

    return everything if people is None else sees


def sees_of(ledger: Path, settings: Settings) -> Sees:
    """What the owners of a ledger's saved searches may see, by its file of users as it is now."""
    return seen_by(people_of(ledger, settings), settings.publish.required)
