"""Layer 3, words that run into a name though they belong to what stands before it: source lines, headlines, lost commas.

In: the pieces before a role noun. Out: how many of the first of them are no part of the name. Decision: the town of a date
line or of the phrase before ends where a name of its own begins: a state's adjective, a listed group or medium, or a common noun
that a capital opens; where the initials of an acronym behind begin; where a preposition of place leads on to it and the noun behind it
speaks. A group and a state's adjective are two names.
"""

from __future__ import annotations

import re

from warledger.claims.clauses.noun_phrases import Chunk, Piece, TextWords
from warledger.lexicons.role_lexicon import RoleNoun
from warledger.lexicons.speech_lexicon import load_speech

_FORCES = ("armed", "force", "state")
_OF_STATE = ("force", "state")
_PEOPLE = ("armed", "force", "people")
_INITIALS = re.compile(r" \((?P<letters>[A-Z]{2,8})\)")


def glued(text: TextWords, chunk: Chunk, pending: list[Piece], head: Piece, locative: frozenset[str],
         place_nouns: frozenset[str]) -> int:
    """How many of the pieces before a head stand there by chance."""
    role = head.role
    if role is None or not pending:
        return 0
    told = max(_before_teller(text, chunk, pending, head, locative), _before_initials(text, pending, head))
    if role.kind not in _FORCES:
        towns = _before_name(pending, role) if role.kind == "group" and text.lower[head.first] == text.items[head.first].text else 0
        return max(told, _before_medium(pending), towns)
    return max(told, _before_name(pending, role), _before_capital(text, chunk, pending, head, role),
               _before_plain(text, chunk, pending, role, locative, place_nouns))


def opens_another(pieces: list[Piece], k: int) -> bool:
    """"the Iraqi army Kurdish fighters", "fighters Syrian activists", "tribesmen government troops": behind an army or several people the
    adjective of a people, or the word for a state with its forces, opens a name.
    """
    role = pieces[k].role
    medium = "media" in (role.kind if role is not None else "", _kind(pieces[k]) if pieces[k].form == "name" else "")
    if medium and not pieces[k].possessive and k + 1 < len(pieces) and pieces[k].last + 1 == pieces[k + 1].first and _are_fighters(pieces, k + 1):
        return True  # "according to the SUNA news agency militants killed nine"
    army = (role is not None and role.institution and role.kind == "force") or (pieces[k].form == "name" and _kind(pieces[k]) == "force")
    if pieces[k].possessive or k + 2 >= len(pieces) or pieces[k].last + 1 != pieces[k + 1].first:
        return False
    several = role is not None and role.plural and role.kind in _PEOPLE
    behind = next((piece.role for piece in pieces[k + 1 :] if piece.role is not None), None)
    owner = pieces[k + 1].role
    states = several and owner is not None and owner.institution and owner.kind == "state" and behind is owner and _are_fighters(pieces, k + 2)
    named = (several or army) and (pieces[k + 1].form == "adjective" or pieces[k + 1].kind == "people")
    return states or (named and behind is not None and behind.plural)


def _are_fighters(pieces: list[Piece], k: int) -> bool:
    """Whether a plural of those who fight stands at k, behind whose they are."""
    role = pieces[k].role
    return role is not None and role.plural and role.kind in _FORCES


def _before_name(pending: list[Piece], role: RoleNoun) -> int:
    """"Homs Syrian army", "Homs Hezbollah fighters", "Hezbollah Syrian troops": the name or adjective behind begins another."""
    for k in range(len(pending) - 1, 0, -1):
        piece = pending[k]
        if any(before.kind == "backing" for before in pending[: k + 1]):
            continue
        named = piece.form == "adjective" or piece.kind == "people" or (piece.form == "name" and _kind(piece) == "group")
        if not named or piece.possessive:
            continue
        if _is_other_state(pending[k - 1], piece):
            return k
        if all(_is_town(one) or _is_state(one) or one.kind in ("adj", "title", "noun") for one in pending[:k]) and any(_is_town(one) for one in pending[:k]):
            return k
        if k + 1 < len(pending) and pending[k + 1].kind == "backing":
            continue  # "Hezbollah Syrian-backed fighters" may be one
        if piece.form == "adjective" and role.kind in _OF_STATE and pending[k - 1].form == "name" and _kind(pending[k - 1]) in ("group", "body"):
            return k
    return 0


def _before_capital(text: TextWords, chunk: Chunk, pending: list[Piece], head: Piece, role: RoleNoun) -> int:
    """"Homs Army units advanced", "Homs Terrorists shelled": at the start of a sentence behind its date line."""
    first = chunk.pieces[0].first
    if not (first == 0 or text.starts_sentence[text.token[first]] or "\n" in text.gap[first - 1]):
        return 0
    towns = 0
    while towns < len(pending) and _is_town(pending[towns]):
        towns += 1
    rest = [*pending[towns:], head]
    opens = rest[0]
    common = opens.role is not None and opens.role.kind in _FORCES and role.plural
    written = text.items[head.last].text
    named = role.name_tail and written[0].isupper() and not _goes_on(text, head.last)  # "Misrata Brigades"
    return towns if common and text.items[opens.first].text[0].isupper() and not written.isupper() and not named else 0


def _goes_on(text: TextWords, i: int) -> bool:
    """"Units of the army": what follows the noun tells whose it is."""
    return text.lower[i + 1 : i + 3] == ["of", "the"]


def _before_medium(pending: list[Piece]) -> int:
    """"in New Homs SANA reporter said": the name of a medium begins another."""
    named = (k for k in range(len(pending) - 1, 0, -1) if pending[k].form == "name" and _kind(pending[k]) == "media" and not pending[k].possessive)
    return next((k for k in named if _tells_place(pending[:k])), 0)


def _before_teller(text: TextWords, chunk: Chunk, pending: list[Piece], head: Piece, locative: frozenset[str]) -> int:
    """"in eastern Yemen state media said": the country or town that a preposition governs is no part of whoever speaks."""
    before, behind = pending[0].first - 1, head.last + 1
    if before < 0 or chunk.determiner or not text.soft(before) or text.lower[before] not in locative or behind >= len(text) or not text.soft(head.last):
        return 0
    if text.doc[text.token[behind]].lemma_.lower() not in load_speech().plain:
        return 0
    return next((k for k in range(len(pending), 0, -1) if pending[k - 1].kind != "adj" and _tells_place(pending[:k])), 0)


def _before_initials(text: TextWords, pending: list[Piece], head: Piece) -> int:
    """"in a suburb of Homs Cham Live Network (CLN)": the name begins where the initials of its acronym do."""
    bracket = _INITIALS.match(text.text, text.items[head.last].end)
    first = head.last + 1 - len(bracket["letters"]) if bracket is not None else -1
    starts = [piece.first for piece in pending]
    if bracket is None or first not in starts or any(piece.possessive for piece in pending):
        return 0
    initials = "".join(text.items[i].text[0] for i in range(first, head.last + 1))
    return starts.index(first) if initials == bracket["letters"] else 0


def _tells_place(pieces: list[Piece]) -> bool:
    """Whether some pieces are a town or a state, with adjectives beside it."""
    places = [_is_town(one) or _is_state(one) for one in pieces]
    return any(places) and all(place or one.kind == "adj" for place, one in zip(places, pieces, strict=True))


def _before_plain(text: TextWords, chunk: Chunk, pending: list[Piece], role: RoleNoun, locative: frozenset[str],
                  place_nouns: frozenset[str]) -> int:
    """"near Homs government forces advanced": the town is the preposition's."""
    before = pending[0].first - 1
    if before < 0 or chunk.determiner or not text.soft(before) or not (role.plural or role.kind == "armed") \
            or not (text.lower[before] in locative or _ends_place(text, before, place_nouns)):
        return 0
    if not role.plural:  # "in western Goma rebel shelling killed two"; the town may be an adjective to the parse
        adjective = all(one.kind == "adj" for one in pending) and text.items[pending[-1].first].text[0].isupper()
        return len(pending) if adjective or _tells_place(pending) else 0
    towns = 0
    while towns < len(pending) and (_is_town(pending[towns]) or (pending[towns].kind == "adj" and text.capital(pending[towns].first))):
        towns += 1
    owned = towns < len(pending) and pending[towns].kind in ("role", "side")
    return towns if owned and not pending[towns - 1].possessive else 0


def _ends_place(text: TextWords, at: int, place_nouns: frozenset[str]) -> bool:
    """"the capital Benghazi ...", "the hills of Benghazi ...", "west of Benghazi ...": the word before a town's name is that of a place."""
    return text.lower[at - (text.lower[at] == "of")] in place_nouns and at > 0


def _is_other_state(before: Piece, adjective: Piece) -> bool:
    """"Egypt Libyan troops", in a list of a page's tags: the name of one state and the adjective of another are two parties."""
    if before.pro or not _is_state(before) or adjective.form != "adjective" or before.match is None or adjective.match is None:
        return False
    one, two = before.match.names[0].actor.country, adjective.match.names[0].actor.country
    return None not in (one, two) and one != two


def _is_town(piece: Piece) -> bool:
    """Whether a piece can be the name of a town: a capital, or a name that stands on no list."""
    return not piece.possessive and (piece.kind == "proper" or (piece.kind == "name" and piece.form == "capital"))


def _is_state(piece: Piece) -> bool:
    """Whether a piece is the plain name of a state, as in a list of a page's tags."""
    return piece.form == "name" and _kind(piece) == "state" and not piece.possessive and not piece.pro


def _kind(piece: Piece) -> str:
    return piece.match.names[0].actor.kind if piece.match is not None else ""
