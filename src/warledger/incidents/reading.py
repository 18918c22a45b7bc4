"""What is read of a ledger for a series: some claims, and what must be known of all others.

In: nothing. Out: two plain classes. Decision: a series says what it reads by what the tables of a ledger know of a claim without
opening it, so that a ledger of any size is asked for little; whatever is read beside does no harm.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from warledger.model.actor import Speaker
from warledger.model.place import Place


@dataclass(frozen=True)
class Reading:
    """Claims that fulfil all of this; what is empty or None asks for nothing.

    types, modes and stances: one of them. words: the record has one of these values somewhere. after and until: it begins after
    one ISO day and until another, that one included. near: its place may be near to one of these (incidents/series/telling.near).
    """

    types: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    after: str | None = None
    until: str | None = None
    near: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Background:
    """What must be known of all that was told before it can be told who a claim comes from: everybody who speaks, and the outlets
    that printed each story, by the story's origin. horizon is the last day that any report knows of."""

    speakers: tuple[Speaker, ...]
    printed: Mapping[str, Set[str]]
    horizon: str | None
