"""Layer 3, actors in one chunk: listed names, and role nouns with the words before them that tell whose they are.

In: a chunk. Out: drafts of mentions. Decision: a phrase is read from left to right; every name or role noun is a modifier
as long as another one follows it in the chunk, and the last one is the head ("Nusra Front terrorists" are terrorists).
"""

from __future__ import annotations

from warledger.actors.catalog import ActorList
from warledger.claims.actor_drafts import Draft
from warledger.claims.actor_persons import PersonReader
from warledger.claims.noun_phrases import Chunk, Piece, TextWords
from warledger.lexicons.role_lexicon import RoleLexicon, RoleNoun
from warledger.model import Actor

# Units of armies; with a proper name and without a country they are mostly of armed groups in the wars since 2010.
_UNITS = frozenset(("brigade", "battalion", "front", "regiment", "legion"))
_NAME_LINKS = frozenset(("of", "for", "on", "against"))
_ARMED_KINDS = ("armed", "force", "group")
# What follows a bare adjective of a state and may be said to act or suffer by it.
_MODIFIERS = ("adj", "people", "side", "backing")


class PhraseReader:
    """Reads the drafts of a chunk."""

    def __init__(self, actors: ActorList, roles: RoleLexicon) -> None:
        self.actors = actors
        self.roles = roles
        self.persons = PersonReader(actors, roles)

    def read(self, text: TextWords, chunk: Chunk) -> list[Draft]:
        """The drafts of one chunk, in order; a modifier left over at its end becomes a draft with share set."""
        drafts: list[Draft] = []
        pending: list[Piece] = []
        for k, piece in enumerate(chunk.pieces):
            if piece.kind in ("name", "role") and piece.form != "adjective" and not self._leads_on(text, chunk, k):
                if piece.kind == "name":
                    drafts += self._loose(text, [one for n, one in enumerate(pending) if one.form == "name" and not _is_backer(pending, n)],
                                          chunk, k)
                draft = self._head(text, chunk, pending, piece)
                if draft is not None:
                    draft.attributive = self._before_noun(chunk, k)
                    drafts.append(draft)
                pending = []
            elif piece.kind in ("noun", "number"):
                drafts += self._loose(text, pending, chunk, k)
                pending = []
            else:
                pending.append(piece)
        drafts += self._loose(text, pending, chunk, len(chunk.pieces))
        return drafts

    def _leads_on(self, text: TextWords, chunk: Chunk, k: int) -> bool:
        """Whether the piece is a modifier of a head that follows in the chunk."""
        piece = chunk.pieces[k]
        for other in chunk.pieces[k + 1 :]:
            if other.kind == "role":
                return not self._ends_name(text, piece, other) and not _lists(piece, other)
            if other.kind == "backing":
                return True
            if other.kind == "name":
                if other.form in ("adjective", "people"):
                    continue
                return piece.role is not None and self._titles(text, piece) or piece.form == "adjective"
            if other.kind in ("proper", "title"):
                return self._titles(text, piece) or (piece.kind == "name" and piece.form == "adjective")
            if other.kind not in _MODIFIERS:
                return False
        return False

    def _titles(self, text: TextWords, piece: Piece) -> bool:
        """Whether the piece is a title or a description before a proper name ("President", "news agency")."""
        role = piece.role
        if role is None:
            return piece.form in ("adjective", "name") and not piece.match_is_person
        return not role.plural and (role.kind in ("office", "media", "body", "people", "person", "armed", "group"))

    def _ends_name(self, text: TextWords, piece: Piece, other: Piece) -> bool:
        """"SANA reporters" goes on; a person's name followed by a role noun does not, save for those under him."""
        if not piece.match_is_person or other.role is None:
            return False
        return other.role.kind not in ("state", "force", "armed", "group") or other.role.plural and other.role.kind == "people"

    @staticmethod
    def _before_noun(chunk: Chunk, k: int) -> bool:
        return k + 1 < len(chunk.pieces) and chunk.pieces[k + 1].kind == "noun"

    def _head(self, text: TextWords, chunk: Chunk, pending: list[Piece], piece: Piece) -> Draft | None:
        if piece.kind == "name":
            return self._named(text, chunk, pending, piece)
        role = piece.role
        assert role is not None
        before_noun = piece.last + 1 < len(text) and any(
            other.first == piece.last + 1 and other.kind in ("noun", "proper") for other in chunk.pieces
        )
        if role.head_only and before_noun and not piece.possessive:
            return None
        if role.adjectival and (before_noun or not (chunk.determiner == "the" or _counted(chunk, piece))):
            return None
        draft = self._role(text, chunk, pending, piece, role)
        return draft

    def _named(self, text: TextWords, chunk: Chunk, pending: list[Piece], piece: Piece) -> Draft:
        """A listed name. An article or a first name before it belongs to it."""
        assert piece.match is not None
        name = piece.match.names[0]
        actor = name.actor
        kind = "person" if actor.kind == "office" and actor.id.startswith("office.") else actor.kind
        first = piece.first
        if first > 0 and text.items[first - 1].article and text.hyphened(first - 1):
            first -= 1
        draft = Draft(first, piece.last, kind, listed=actor, actor=actor.id, country=actor.country, sector=actor.sector,
                      form=name.form, determiner=chunk.determiner, possessive=piece.possessive)
        draft.victims = _class_of(actor)
        if actor.kind == "office" and piece.first == piece.last and pending and self._other_person(text, draft, pending[-1]):
            draft.listed, draft.actor, draft.country, draft.sector = None, None, None, None
            draft.first = pending[-1].first
        if name.form == "people":
            draft.kind, draft.plural = "people", True
            collective = chunk.determiner == "the" and not pending
            draft.sector, draft.victims, draft.actor = ("GOV", "unknown", actor.id) if collective else ("CVL", "civilians", None)
        if actor.kind == "group" and actor.sector in ("OPP", "PTY"):
            draft.kind = "group"
        draft.backed_by = tuple(term.value for term in actor.backers if term.until is None)
        said = tuple(_backer(one) for n, one in enumerate(pending) if one.kind == "name" and _is_backer(pending, n))
        draft.backed_by += tuple(who for who in said if who not in draft.backed_by)
        return draft

    def _other_person(self, text: TextWords, draft: Draft, before: Piece) -> bool:
        """Whether a first name stands before a listed surname that the list does not have: somebody else of that name."""
        return before.kind == "proper" and before.last == draft.first - 1 and text.capital(before.first) and not before.possessive

    def _role(self, text: TextWords, chunk: Chunk, pending: list[Piece], piece: Piece, role: RoleNoun) -> Draft:
        """A role noun with what the words before it say."""
        kept = self._kept(text, pending, role)
        first = kept[0].first if kept else piece.first
        draft = Draft(first, piece.last, role.kind, role, sector=role.sector, victims=role.victims, plural=role.plural,
                      determiner=chunk.determiner, possessive=piece.possessive)
        told = False
        for k, before in enumerate(pending):
            if before.kind == "backing":
                continue
            backing = k + 1 < len(pending) and pending[k + 1].kind == "backing"
            told |= self._tell(draft, before, role, backing)
        draft.bare = not told
        draft.anonymous = role.anonymous and draft.actor is None
        if role.name_tail and any(one.kind == "proper" for one in kept):
            self._own_name(text, draft, piece, role)
        if role.name_tail and text.capital(piece.first):
            self._stretch(text, draft, role)
        self._institution(draft)
        draft.noun = piece
        draft.before = tuple(one for one in pending if one.kind in ("name", "people"))
        draft.lead = piece if piece.side is not None and len(draft.before) == len(pending) and not role.plural else None
        return draft

    def _kept(self, text: TextWords, pending: list[Piece], role: RoleNoun) -> list[Piece]:
        """The modifiers that belong to the name as we give it: the shortest clear one."""
        kept = list(pending)
        origin = [k for k, piece in enumerate(kept) if piece.kind in ("name", "people") and not _is_backer(kept, k)]
        backings = [k for k, piece in enumerate(kept) if piece.kind == "backing"]
        if backings and any(k > backings[-1] for k in origin):
            kept = kept[backings[-1] + 1 :]
        while kept and self._droppable(text, kept, role):
            kept = kept[1:]
        return kept

    def _droppable(self, text: TextWords, kept: list[Piece], role: RoleNoun) -> bool:
        piece = kept[0]
        if piece.kind == "adj":
            return text.lower[piece.first] in self.roles.dropped
        if piece.kind in ("title",):
            return True
        return piece.possessive and piece.kind in ("name", "role", "proper") and role.kind not in ("state", "force", "armed")

    def _tell(self, draft: Draft, before: Piece, role: RoleNoun, backing: bool) -> bool:
        """What one modifier tells of the head; returns whether it tells whose it is."""
        if before.match is not None and before.kind == "name":
            actor = before.match.names[0].actor
            if backing or before.pro:
                draft.backed_by += (_backer(before),)
                return True
            self.belong(draft, actor, role)
            return True
        if before.kind == "people":
            return not backing
        side = before.side
        if role.name_only:
            draft.sector = draft.sector or (side.sector if side is not None else before.role.sector if before.role is not None else None)
            return before.role is not None or before.kind == "proper"
        if side is None and before.role is not None:
            ruling = before.role.kind in ("office", "state") and role.kind in ("armed", "force")
            _yield(draft, role, "MIL" if ruling else before.role.sector, "military" if ruling else before.role.victims)
            return before.role.kind in _ARMED_KINDS or before.role.kind in ("state", "body", "media")
        if side is None:
            return before.kind == "proper"
        _yield(draft, role, side.sector, side.victims)
        return True

    def _own_name(self, text: TextWords, draft: Draft, piece: Piece, role: RoleNoun) -> None:
        """"Omar Mukhtar Brigade": an armed unit with a name of its own and no country is a group's, not a state's."""
        if role.word in _UNITS and draft.country is None and draft.actor is None:
            draft.kind, draft.sector, draft.victims = "group", "REB", "rebels"
        draft.anonymous = False

    def _stretch(self, text: TextWords, draft: Draft, role: RoleNoun) -> None:
        """"Ministry of Health", "Center for Policy Research": what stands behind belongs to a name."""
        at = draft.last
        while at + 2 < len(text) and text.gap[at] == " " and text.gap[at + 1] == " " and text.lower[at + 1] in _NAME_LINKS:
            end = at + 2 + (text.lower[at + 2] == "the" and at + 3 < len(text))
            if not text.capital(end) or text.tag(end) not in ("NNP", "NNPS", "NN", "NNS", "JJ"):
                break
            while end + 1 < len(text) and text.gap[end] == " " and text.capital(end + 1) and text.tag(end + 1) in ("NNP", "NNPS", "NN", "NNS"):
                end += 1
            at = end
        if at > draft.last:
            draft.last, draft.bare, draft.anonymous = at, False, False

    def belong(self, draft: Draft, actor: Actor, role: RoleNoun) -> None:
        """The head is of this actor: its country, and its side where the noun yields."""
        draft.country = actor.country or draft.country
        if actor.kind == "state":
            return
        draft.sector = draft.sector or actor.sector
        if actor.kind == "office":
            _yield(draft, role, "MIL" if role.kind in ("force", "armed") else actor.sector, role.victims)
            return
        _yield(draft, role, actor.sector, _class_of(actor))
        if role.kind in _ARMED_KINDS:
            draft.actor = actor.id
            draft.sector = actor.sector or draft.sector
            draft.victims = _class_of(actor)

    def _institution(self, draft: Draft) -> None:
        """A government or an army with a country is one that the list may know."""
        role = draft.role
        if role is None or draft.country is None or draft.actor is not None:
            return
        if role.kind == "state":
            draft.actor = f"state.{draft.country.lower()}"
        elif role.kind == "force" and role.word in ("army", "military") and draft.sector == "MIL":
            actor = f"force.{draft.country.lower()}.army"
            draft.actor = actor if self.actors.by_id(actor) is not None else None

    def _named_by_role(self, text: TextWords, chunk: Chunk, pending: list[Piece]) -> Draft | None:
        """"rebel group Fastaqim": an unlisted name behind a noun that says what it is."""
        k = len(pending)
        while k > 0 and pending[k - 1].kind == "proper":
            k -= 1
        if k == 0 or pending[k - 1].role is None:
            return None
        piece = pending[k - 1]
        role = piece.role
        assert role is not None
        draft = self._role(text, chunk, pending[: k - 1], piece, role)
        if k < len(pending) and role.kind in ("group", "media", "body") and not role.plural and text.capital(pending[k].first):
            draft.first, draft.last, draft.noun, draft.bare, draft.anonymous = pending[k].first, pending[-1].last, None, False, False
        return draft if k < len(pending) else None

    def share(self, text: TextWords, drafts: list[Draft]) -> None:
        """"Syrian and Russian war planes", "30 regime and 39 rebel fighters": the noun is of both."""
        for k in range(len(drafts) - 2, -1, -1):
            draft, after = drafts[k], drafts[k + 1]
            if after.noun is None or draft.lead is None or not self._shares(text, draft, after):
                continue
            role = after.noun.role
            assert role is not None
            full = self._role(text, Chunk(), [*draft.before, draft.lead], after.noun, role)
            full.first, full.last, full.determiner = draft.first, draft.last, draft.determiner
            noun = text.text[text.items[after.noun.first].start : text.items[after.noun.last].end]
            full.name = f"{draft.spoken(text)} {noun}"
            full.lead, full.share, full.plural = draft.lead, True, True
            drafts[k] = full

    def _shares(self, text: TextWords, draft: Draft, after: Draft) -> bool:
        """Whether only "and", a comma or numbers stand between, and the second has a modifier of the same sort."""
        lead, noun = draft.lead, after.noun
        if lead is None or noun is None or (after.first >= noun.first and after.name is None):
            return False
        if lead.kind == "role" and (draft.determiner or noun.role is None or not noun.role.yields):
            return False
        between = [text.lower[i] for i in range(draft.last + 1, after.first)]
        words = [word for word in between if not word.isdigit()]
        joined = words in (["and"], ["or"], ["and", "the"]) or (not words and text.gap[draft.last] == ", ")
        return joined and not draft.attributive

    def _loose(self, text: TextWords, pending: list[Piece], chunk: Chunk, k: int) -> list[Draft]:
        """Modifiers without a head of their own: "Russian airstrikes", "Syrian and ...", "rebel-held"."""
        found = []
        before_noun = k < len(chunk.pieces) and chunk.pieces[k].kind == "noun"
        person = self.persons.read(text, pending)
        if person is not None:
            pending = pending[: person[1]]
            found.append(person[0])
        elif (named := self._named_by_role(text, chunk, pending)) is not None:
            pending = []
            found.append(named)
        for n, piece in enumerate(pending):
            if piece.match is not None and piece.kind == "name":
                if before_noun and text.lower[chunk.pieces[k].last] in self.roles.place_nouns:
                    continue
                draft = self._named(text, chunk, [], piece)
            elif piece.kind == "side" and piece.side is not None and n == len(pending) - 1 and (not before_noun or piece.last > piece.first):
                draft = Draft(piece.first, piece.last, "armed", sector=piece.side.sector, victims=piece.side.victims)
                draft.lone = piece.last == piece.first
            elif piece.kind == "role" and piece.role is not None and piece.role.kind != "office":
                draft = self._role(text, chunk, [], piece, piece.role)
            elif piece.kind == "people" and n == len(pending) - 1 and self.roles.peoples[text.lower[piece.last]].plural:
                people = self.roles.peoples[text.lower[piece.last]]
                draft = Draft(piece.first, piece.last, "people", country=people.country, sector="CVL", victims="civilians", plural=True)
            else:
                continue
            draft.attributive = before_noun or n < len(pending) - 1
            draft.lead = piece if piece.form == "adjective" or piece.kind in ("side", "people") else None
            found.append(draft)
        return found


def _backer(piece: Piece) -> str:
    """Who stands behind: a state by its country, others by their id."""
    assert piece.match is not None
    actor = piece.match.names[0].actor
    return actor.country if actor.kind == "state" and actor.country else actor.id


def _lists(piece: Piece, other: Piece) -> bool:
    """Two nouns of a list whose commas were stripped: "the government rebels extremists"."""
    one, two = piece.role, other.role
    if one is None or two is None or piece.last + 1 != other.first:
        return False
    if one.plural and two.plural and two.kind in ("armed", "people") and one.kind in ("armed", "people"):
        return True
    return one.institution and two.sector == "REB" and not two.yields


def _is_backer(pieces: list[Piece], k: int) -> bool:
    return k + 1 < len(pieces) and pieces[k + 1].kind == "backing"


def _counted(chunk: Chunk, piece: Piece) -> bool:
    k = chunk.pieces.index(piece)
    return k > 0 and chunk.pieces[k - 1].kind == "number"


def _yield(draft: Draft, role: RoleNoun, sector: str | None, victims: str) -> None:
    """Lets the words before the noun decide, where the noun yields."""
    if not role.yields or sector is None:
        return
    draft.sector = sector
    if role.kind in ("armed", "force", "group", "unknown", "office"):
        draft.victims = victims


def _class_of(actor: Actor) -> str:
    """The class of victims that an actor's people are."""
    by_sector = {"MIL": "military", "REB": "rebels", "UAF": "rebels", "COP": "police", "MED": "journalists", "SPY": "military"}
    return by_sector.get(actor.sector or "", "unknown")
