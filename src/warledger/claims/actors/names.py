"""Layer 3, proper names of actors: those of the list, and those that a noun makes known ("Omar Mukhtar Brigade").

In: pieces of a chunk. Out: drafts. Decision: a listed name is taken whole; an unlisted one is only taken where a noun for
a unit, a body or a medium ends it or stands before it.
"""

from __future__ import annotations

from warledger.actors.name_trie import Name
from warledger.claims.actors.drafts import Draft
from warledger.claims.actors.modifiers import backer, class_of, is_backer
from warledger.claims.clauses.noun_phrases import Piece, TextWords
from warledger.lexicons.calendar_lexicon import load_calendar
from warledger.lexicons.role_lexicon import RoleNoun

# Units of armies; with a proper name and without a country they are mostly of armed groups in the wars since 2010.
_UNITS = frozenset(("brigade", "battalion", "front", "regiment", "legion"))
_FIRST_NAMES = 3  # of one man
_NAME_LINKS = frozenset(("of", "for", "on", "against"))
_DAYS = frozenset((*load_calendar().weekdays, *load_calendar().months))  # "the Ministry on Friday"
_NAME_TAGS = ("NNP", "NNPS", "NN", "NNS")


def named(text: TextWords, determiner: str, pending: list[Piece], piece: Piece) -> Draft:
    """The draft of a listed name. An Arabic article or a first name before it belongs to it."""
    assert piece.match is not None
    first = piece.first
    if first > 0 and text.items[first - 1].article and text.hyphened(first - 1):
        first -= 1
    draft = Draft(first, piece.last, "unknown", determiner=determiner, possessive=piece.possessive)
    draft.others = piece.match.names[1:]
    fill(draft, piece.match.names[0])
    surname = sum(not text.items[i].article for i in range(piece.first, piece.last + 1)) == 1
    before_it = [one for one in pending if one.last < draft.first]  # the article was taken in
    if draft.kind == "person" and surname and before_it and _other_person(text, draft, before_it[-1]):
        draft.listed = draft.actor = draft.country = draft.sector = None
        draft.first = _first_names(text, before_it)
    if draft.form == "people":
        collective = determiner == "the" and not pending
        draft.kind, draft.plural = "people", True
        draft.actor = draft.actor if collective else None
        draft.sector, draft.victims = ("GOV", "unknown") if collective else ("CVL", "civilians")
        before = pending[-1].match if pending and pending[-1].form == "adjective" else None
        if before is not None and before.names[0].actor.country is not None:  # "Bosnian Serbs"
            draft.country = before.names[0].actor.country
    said = tuple(backer(one) for n, one in enumerate(pending) if one.kind == "name" and is_backer(pending, n) and not pending[n + 1].seat)
    draft.backed_by += tuple(who for who in said if who not in draft.backed_by)
    return draft


def fill(draft: Draft, name: Name) -> None:
    """What the list knows of a name."""
    actor = name.actor
    draft.kind = "person" if actor.kind == "office" else actor.kind
    draft.listed, draft.actor, draft.form = actor, actor.id or None, name.form
    draft.country, draft.sector, draft.victims = actor.country, actor.sector, class_of(actor)
    draft.backed_by = tuple(term.value for term in actor.backers if term.until is None)


def _other_person(text: TextWords, draft: Draft, before: Piece) -> bool:
    """Whether a first name stands before a listed surname that the list does not have: somebody else of that name."""
    return _is_first_name(text, before, draft.first)


def _is_first_name(text: TextWords, before: Piece, at: int) -> bool:
    """Whether a piece may be a first name of the name that begins behind it."""
    return before.kind == "proper" and before.last == at - 1 and text.capital(before.first) and not before.possessive


def _first_names(text: TextWords, pending: list[Piece]) -> int:
    """Where the first names before a surname begin: "Abu Omar al-Masri"."""
    k = len(pending) - 1
    while k > 0 and _is_first_name(text, pending[k - 1], pending[k].first) and len(pending) - k < _FIRST_NAMES:
        k -= 1
    return pending[k].first


def complete_name(text: TextWords, draft: Draft, piece: Piece, role: RoleNoun, kept: list[Piece]) -> None:
    """Makes a role noun that ends a proper name into that name ("al-Omari brigade", "Ministry of Health")."""
    if not role.name_tail:
        return
    if any(one.kind == "proper" for one in kept):
        draft.anonymous = False
        if role.word in _UNITS and draft.country is None and draft.actor is None:
            draft.kind, draft.sector, draft.victims = "group", "REB", "rebels"
    if text.capital(piece.first):
        _stretch(text, draft)


def _stretch(text: TextWords, draft: Draft) -> None:
    """Takes in what stands behind: "of Health", "for Policy Research"; "an attack by the Group on Kurdish posts" is on them."""
    links = _NAME_LINKS if draft.kind == "body" else _NAME_LINKS - {"on"}
    at = draft.last
    while at + 2 < len(text) and text.gap[at] == " " and text.gap[at + 1] == " " and text.lower[at + 1] in links:
        end = at + 2 + (text.lower[at + 2] == "the" and at + 3 < len(text))
        if not text.capital(end) or text.tag(end) not in (*_NAME_TAGS, "JJ") or text.lower[end] in _DAYS:
            break
        while end + 1 < len(text) and text.gap[end] == " " and text.capital(end + 1) and text.tag(end + 1) in _NAME_TAGS:
            end += 1
        if text.tag(end) == "JJ" and text.soft(end) and end + 1 < len(text) and text.tag(end + 1) in _NAME_TAGS:
            break  # "Units of the Syrian army": the adjective is the next noun's
        at = end
    if at > draft.last:
        draft.last, draft.bare, draft.anonymous = at, False, False
