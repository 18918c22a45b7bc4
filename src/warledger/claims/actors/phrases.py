"""Layer 3, actors in one chunk: listed names, and role nouns with the words before them that tell whose they are.

In: a chunk. Out: drafts of mentions. Decision: a phrase is read from left to right; every name or role noun is a modifier
as long as another one follows it in the chunk, and the last one is the head ("Nusra Front terrorists" are terrorists).
"""

from __future__ import annotations

from dataclasses import replace

from warledger.actors.catalog import ActorList
from warledger.claims.actors.drafts import Draft
from warledger.claims.actors.glued_words import glued, opens_another
from warledger.claims.actors.modifiers import Modifiers, backer, is_backer
from warledger.claims.actors.names import complete_name, named
from warledger.claims.actors.persons import PersonReader
from warledger.claims.actors.piece_pairs import (
    begins_name,
    ends_name,
    lists,
    medium,
    states_listed,
    tells_fate,
    titles,
)
from warledger.claims.clauses.aims import ANTI
from warledger.claims.clauses.noun_phrases import Chunk, Piece, TextWords
from warledger.lexicons.role_lexicon import RoleLexicon, RoleNoun

_AGES = frozenset(("year", "years", "month", "months", "day", "days"))
_MODIFIERS = ("adj", "people", "side", "backing")
# Nouns before a name that say whose it is: "al-Qaeda affiliate al-Shabab" is one group.
_ALLIES = frozenset(("affiliate", "ally", "arm", "backer", "branch", "franchise", "offshoot", "partner", "proxy", "wing"))

# "its ally Chad" is told beside somebody else, whose list it may go on.
_THEIRS = frozenset(("its", "their", "his", "her"))


def is_ally(piece: Piece) -> bool:
    """"rebel ally Chad": one who is told as he stands to others, before his name."""
    return piece.role is not None and piece.role.word in _ALLIES and not piece.possessive and not piece.role.plural


class PhraseReader:
    """Reads the drafts of a chunk."""

    def __init__(self, actors: ActorList, roles: RoleLexicon) -> None:
        self.roles = roles
        self.persons = PersonReader(roles)
        self.modifiers = Modifiers(actors)

    def read(self, text: TextWords, chunk: Chunk) -> list[Draft]:
        """The drafts of one chunk, in order."""
        drafts: list[Draft] = []
        pending: list[Piece] = []
        for k, piece in enumerate(chunk.pieces):
            if piece.kind in ("name", "role") and piece.form != "adjective" and not self._leads_on(text, chunk, k):
                drafts += self._head(text, chunk, pending, k)
                pending = []
            elif piece.kind in ("noun", "number"):
                drafts += self._loose(text, pending, chunk, k)
                pending = []
                chunk.determiner = chunk.determiner if piece.kind == "number" else ""
            else:
                pending.append(piece)
        return drafts + self._loose(text, pending, chunk, len(chunk.pieces))

    def _leads_on(self, text: TextWords, chunk: Chunk, k: int) -> bool:
        """Whether the piece is a modifier of a head that follows in the chunk."""
        piece = chunk.pieces[k]
        if opens_another(chunk.pieces, k):
            return False
        if self._opens_people(text, chunk.pieces, k):
            return True
        for other in chunk.pieces[k + 1 :]:
            if other.kind == "role":
                if tells_fate(piece, other) and chunk.determiner != "the":
                    return False
                return not ends_name(piece, other) and not lists(piece, other)
            if other.kind == "backing":
                return True
            if other.kind == "name":
                if other.form in ("adjective", "people"):
                    continue
                return (piece.role is not None and (titles(piece) or (is_ally(piece) and chunk.determiner not in _THEIRS))) or (medium(piece) and medium(other))
            if other.kind in ("proper", "title"):
                return titles(piece) or begins_name(chunk.pieces, k)
            if other.kind not in _MODIFIERS:
                return False
        return False

    def _head(self, text: TextWords, chunk: Chunk, pending: list[Piece], k: int) -> list[Draft]:
        """The drafts of a head and of names before it that are no part of it."""
        piece = chunk.pieces[k]
        after = chunk.pieces[k + 1] if k + 1 < len(chunk.pieces) else None
        before_noun = after is not None and after.kind in ("noun", "proper")
        found: list[Draft] = []
        if piece.kind == "name":
            apart = [one for n, one in enumerate(pending) if one.form == "name" and not is_backer(pending, n)
                     and not (medium(one) and medium(piece)) and not any(other.role is not None and other.role.word in _ALLIES for other in pending[n + 1 :])]
            found = self._loose(text, apart, chunk, k)
            draft = named(text, chunk.determiner, pending, piece)
        else:
            role = piece.role
            assert role is not None
            counted = k > 0 and chunk.pieces[k - 1].kind == "number"
            if role.head_only and before_noun and not piece.possessive:
                return self._loose(text, pending, chunk, k) if role.kind in ("force", "armed") else []  # "Russian jets raids"
            if role.adjectival and (before_noun or not (chunk.determiner == "the" or counted)):
                return []
            while len(pending) > 1 and states_listed(pending[0], pending[1]):  # "Syrian Russian jets": a list that lost its comma
                found.append(self._role(text, chunk, pending[:1], piece, role))
                full = f"{_words(text, pending[0])} {_words(text, piece)}"
                found[-1].last, found[-1].share, found[-1].name = pending[0].last, True, full
                pending = pending[1:]
            if before_noun and not piece.possessive:
                pending = _without_adjectives(pending)
            if cut := glued(text, chunk, pending, piece, self.roles.locative, self.roles.place_nouns):
                found += self._loose(text, [one for one in pending[:cut] if one.form == "name"], chunk, k)
                pending = pending[cut:]
            if (person := self.persons.before_office(text, pending, piece)) is not None:
                found, pending = [*found, person], []
            opposed = [_opposed(text, one) for one in pending if _is_opposed(text, one)]
            if role.name_only and opposed and not text.capital(piece.first):
                return [*found, *opposed]  # "the anti-ISIS campaign" is an act and no body
            draft = self._role(text, chunk, pending, piece, role)
        draft.attributive = after is not None and after.kind == "noun"
        return [*found, draft]

    def _role(self, text: TextWords, chunk: Chunk, pending: list[Piece], piece: Piece, role: RoleNoun) -> Draft:
        """A role noun with what the words before it say."""
        kept = self._kept(text, pending, role)
        draft = Draft(kept[0].first if kept else piece.first, piece.last, role.kind, role, sector=role.sector, victims=role.victims,
                      plural=role.plural, determiner=chunk.determiner, possessive=piece.possessive, noun=piece)
        self.modifiers.tell_all(draft, pending, role)
        complete_name(text, draft, piece, role, kept)
        draft.before = tuple(one for one in pending if one.kind in ("name", "people"))
        alone = len(draft.before) == len(pending) and not role.plural
        draft.lead = piece if piece.side is not None and alone else None
        return draft

    def _kept(self, text: TextWords, pending: list[Piece], role: RoleNoun) -> list[Piece]:
        """The modifiers that belong to the name as we give it: the shortest clear one."""
        kept = list(pending)
        origins = [k for k, piece in enumerate(kept) if piece.kind in ("name", "people") and not is_backer(kept, k)]
        backings = [k for k, piece in enumerate(kept) if piece.kind == "backing"]
        if backings and any(k > backings[-1] for k in origins):
            kept = kept[backings[-1] + 1 :]
        while kept and self._droppable(text, kept[0], role):
            kept = kept[1:]
        return kept

    def _droppable(self, text: TextWords, piece: Piece, role: RoleNoun) -> bool:
        if piece.kind == "adj":
            return text.lower[piece.first] in self.roles.dropped or _ends_age(text, piece)
        if piece.kind == "title" or (piece.kind == "proper" and piece.possessive):
            return True
        return piece.possessive and piece.kind in ("name", "role") and role.kind not in ("state", "force", "armed")

    def _loose(self, text: TextWords, pending: list[Piece], chunk: Chunk, k: int) -> list[Draft]:
        """Modifiers without a head of their own: "Russian airstrikes", "Syrian and ...", "rebel-held"; persons."""
        found: list[Draft] = []
        noun = chunk.pieces[k] if k < len(chunk.pieces) and chunk.pieces[k].kind == "noun" else None
        person = self.persons.read(text, pending)
        if person is not None:
            pending = pending[: person[1]]
            found.append(person[0])
        elif (draft := self._named_by_role(text, chunk, pending)) is not None:
            pending = []
            found.append(draft)
        for n, piece in enumerate(pending):
            behind = text.lower[pending[n + 1].last] if noun is not None and is_backer(pending, n) else ""
            if behind in self.roles.helping or self._opens_people(text, pending, n):
                continue
            leads = behind in self.roles.leading
            draft = self._led(text, chunk, piece, pending[n + 1]) if leads else self._modifier(text, chunk, piece, n == len(pending) - 1, noun)
            if draft is not None:
                if n and self._opens_people(text, pending, n - 1):
                    draft.first, draft.country = pending[n - 1].first, _country(pending[n - 1])
                listed = noun is None and n + 1 < len(pending) and states_listed(piece, pending[n + 1])  # "Lebanese Iranian and Iraqi militias"
                arm = k < len(chunk.pieces) and chunk.pieces[k].kind == "role"  # "killed in US drone strikes": the arm's state, and no place
                draft.attributive = noun is not None or arm or (n < len(pending) - 1 and not listed)
                if piece.form == "adjective" or piece.kind in ("side", "people"):
                    draft.lead = piece
                found.append(draft)
        return found

    def _opens_people(self, text: TextWords, pending: list[Piece], n: int) -> bool:
        """"Iraq Kurds take a town": in a headline a state's plain name before its people is an adjective; "in Iraq Kurds took it" tells where."""
        piece, after = pending[n], pending[n + 1] if n + 1 < len(pending) else None
        people = self.roles.peoples.get(text.lower[after.last]) if after is not None and after.kind == "people" else None
        if people is None or not people.plural or piece.form != "name" or piece.possessive or piece.match is None or _country(piece) is None \
                or piece.match.names[0].actor.kind != "state" or text.gap[piece.last] != " ":
            return False
        before = piece.first - 1
        return n == 0 and (before < 0 or not text.soft(before) or (text.lower[before] not in self.roles.locative and text.tag(before) != "JJ"))

    def _led(self, text: TextWords, chunk: Chunk, piece: Piece, backing: Piece) -> Draft | None:
        """"US-led strikes": those whom a state or group leads or backs, where no noun says who they are; "a jihadist-led raid" is theirs."""
        if text.lower[backing.last] == "led" and piece.kind == "role" and piece.role is not None and piece.role.kind == "armed":
            return self._role(text, chunk, [], piece, piece.role)
        if piece.kind == "people" and text.lower[backing.last] == "led":  # "the Kurdish-led offensive"
            return Draft(piece.first, piece.last, "force", sector="MIL", plural=True, before=(piece,), led=True)
        if piece.match is None or piece.kind != "name" or piece.match_is_person:
            return None
        actor = piece.match.names[0].actor
        sector = actor.sector if actor.kind != "state" else "MIL" if text.lower[backing.last] == "led" else None
        return Draft(piece.first, backing.last, "force", sector=sector, backed_by=(backer(piece),), plural=True, led=True)

    def _modifier(self, text: TextWords, chunk: Chunk, piece: Piece, last: bool, noun: Piece | None) -> Draft | None:
        """The draft of one modifier, None where it stands for nobody."""
        if noun is not None and _is_opposed(text, piece):
            return _opposed(text, piece)
        if piece.kind == "name":
            if noun is not None and text.lower[noun.last] in self.roles.place_nouns:
                return None
            return named(text, chunk.determiner, [], piece)
        if piece.kind == "role" and piece.role is not None and piece.role.kind != "office":
            return self._role(text, chunk, [], piece, piece.role)
        if piece.side is not None and piece.kind == "side" and last and (noun is None or piece.last > piece.first):
            alone = piece.last == piece.first
            return Draft(piece.first, piece.last, "armed", sector=piece.side.sector, victims=piece.side.victims, lone=alone)
        people = self.roles.peoples.get(text.lower[piece.last]) if piece.kind == "people" and last else None
        if people is None:
            return None
        return Draft(piece.first, piece.last, "people", country=people.country, sector="CVL", victims="civilians", plural=True,
                     lone=not people.plural)

    def _named_by_role(self, text: TextWords, chunk: Chunk, pending: list[Piece]) -> Draft | None:
        """"rebel group Fastaqim": an unlisted name behind a noun that says what it is."""
        k = len(pending)
        while k > 0 and pending[k - 1].kind == "proper":
            k -= 1
        role = pending[k - 1].role if 0 < k < len(pending) else None
        if role is None:
            return None
        draft = self._role(text, chunk, pending[: k - 1], pending[k - 1], role)
        if role.kind in ("group", "media", "body") and not role.plural and text.capital(pending[k].first):
            draft.first, draft.last, draft.noun, draft.bare, draft.anonymous = pending[k].first, pending[-1].last, None, False, False
        return draft


def _ends_age(text: TextWords, piece: Piece) -> bool:
    """"a 9-year-old girl", "a 12 year old boy": how old she is belongs to no name."""
    before = [word for word in text.lower[max(0, piece.first - 2) : piece.first] if word != "-"]
    return text.lower[piece.first] == "old" and bool(before) and before[-1] in _AGES


def _without_adjectives(pending: list[Piece]) -> list[Piece]:
    """"huge civilian casualties", "a tight government siege": an adjective that leads is of the noun behind."""
    kept = list(pending)
    while kept and kept[0].kind == "adj":
        kept = kept[1:]
    return kept


def _country(piece: Piece) -> str | None:
    """The country of a listed name."""
    return piece.match.names[0].actor.country if piece.match is not None else None


def _words(text: TextWords, piece: Piece) -> str:
    """The words of a piece as they stand."""
    return text.text[text.items[piece.first].start : text.items[piece.last].end]


def _is_opposed(text: TextWords, piece: Piece) -> bool:
    """Whether a listed name stands behind "anti-"."""
    return piece.match is not None and piece.kind in ("adj", "side") and text.lower[piece.first] == ANTI


def _opposed(text: TextWords, piece: Piece) -> Draft:
    """Whom something before whose noun "anti-X" stands is against."""
    return named(text, "", [], replace(piece, first=piece.first + 1, kind="name"))
