"""Who acts, suffers and speaks: the entries of the actor list, and participants and speakers as a claim holds them."""

from __future__ import annotations

from dataclasses import dataclass

from warledger.model.record import Record


@dataclass(frozen=True)
class Term(Record):
    """Something that held of an actor for a time: a backer, a side, an alliance. Dates are ISO or None (open)."""

    value: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True)
class Actor(Record):
    """One entry of the actor list.

    id is stable and dotted by kind ("media.reuters", "group.hts", "state.syr", "body.sohr", "force.syr.army").
    country is ISO 3166-1 alpha-3; sector is PLOVER's; kind is state, office, force, group, body, media.
    """

    id: str
    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    aliases: tuple[str, ...] = ()
    sides: tuple[Term, ...] = ()
    backers: tuple[Term, ...] = ()
    media_kind: str | None = None
    parent: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True)
class Participant(Record):
    """Somebody who does or suffers what a claim tells. name is as written; count is their number where it is told.

    inferred names the rule by which somebody was taken from elsewhere in the report, None where the clause says it.
    """

    name: str
    actor: str | None = None
    country: str | None = None
    sector: str | None = None
    backed_by: tuple[str, ...] = ()
    count: int | None = None
    inferred: str | None = None


@dataclass(frozen=True)
class Speaker(Record):
    """One link of the chain of those who say so, outermost first. anonymous: no name was given ("eyewitnesses")."""

    name: str
    actor: str | None = None
    country: str | None = None
    sector: str | None = None
    anonymous: bool = False
