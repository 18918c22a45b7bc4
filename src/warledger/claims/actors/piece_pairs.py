"""Layer 3, what a piece of a chunk is to the one behind it: its title, the end of its name, another of a list.

In: pieces of a chunk. Out: yes or no. Decision: kinds and forms of the two pieces decide, never their words.
"""

from __future__ import annotations

from warledger.claims.clauses.noun_phrases import Piece

TITLE_KINDS = ("office", "media", "body", "people", "person", "armed", "group")


def states_listed(one: Piece, two: Piece) -> bool:
    """Whether two adjectives of different states stand side by side."""
    if one.form != "adjective" or two.form != "adjective" or one.match is None or two.match is None or one.last + 1 != two.first:
        return False
    countries = {piece.match.names[0].actor.country for piece in (one, two) if piece.match is not None}
    return len(countries) > 1 and None not in countries


def medium(piece: Piece) -> bool:
    """"Syrian state TV SANA": of two media the second is the name."""
    return piece.match is not None and piece.match.names[0].actor.kind == "media"


def titles(piece: Piece) -> bool:
    """Whether the piece is a title or a description before a proper name ("President", "news agency")."""
    if piece.role is None:
        return piece.form == "name" and not piece.match_is_person
    return not piece.role.plural and piece.role.kind in TITLE_KINDS


def begins_name(pieces: list[Piece], k: int) -> bool:
    """"the Cairo Countryside local council": a capital before a name that goes on to a body's or a unit's noun."""
    at = k + 1
    while at < len(pieces) and pieces[at].kind == "proper" and not pieces[at].possessive and pieces[at].first == pieces[at - 1].last + 1:
        at += 1
    role = pieces[at].role if k + 1 < at < len(pieces) else None
    return pieces[k].form == "capital" and not pieces[k].possessive and role is not None and role.name_tail and role.kind in ("body", "force")


def ends_name(piece: Piece, other: Piece) -> bool:
    """A person's name followed by a role noun ends, save where the noun is for those under him ("Assad regime")."""
    if not piece.match_is_person or other.role is None:
        return False
    return other.role.kind not in ("state", "force", "armed", "group")


def lists(piece: Piece, other: Piece) -> bool:
    """Two nouns of a list whose commas were stripped: "the government rebels extremists"."""
    one, two = piece.role, other.role
    if one is None or two is None or piece.last + 1 != other.first:
        return False
    if one.plural and two.plural and two.kind in ("armed", "people") and one.kind in ("armed", "people"):
        return True
    return one.institution and two.sector == "REB" and not two.yields


def tells_fate(piece: Piece, other: Piece) -> bool:
    """"left a guard dead": what befell the one before it; "the army dead" are those of the army."""
    return piece.kind == "role" and piece.role is not None and piece.role.kind in ("people", "armed") and other.role is not None and other.role.adjectival
