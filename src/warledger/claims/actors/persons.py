"""Layer 3, persons who are on no list: by title, by grammar, by the parser's span.

In: the pieces before a break of a chunk. Out: a draft of a person, or None. Decision: a label of the parser alone makes
nobody a person; a title, a description before the name, or a verb that people do must stand with it.
"""

from __future__ import annotations

from warledger.claims.actors.drafts import Draft
from warledger.claims.actors.listed_places import is_listed_place
from warledger.claims.captives import is_ground
from warledger.claims.clauses.noun_phrases import Piece, TextWords
from warledger.claims.text.tokens import Token
from warledger.lexicons.act_name_lexicon import load_act_names
from warledger.lexicons.grammar_lexicon import load_grammar
from warledger.lexicons.number_lexicon import load_numbers
from warledger.lexicons.role_lexicon import RoleLexicon
from warledger.lexicons.speech_lexicon import load_speech

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "appos", "conj", "dobj", "poss", "agent")
_PERSON_PREPOSITIONS = ("by", "with", "against", "between", "for", "than", "like")
_TAKING = load_grammar().taking_ground | {"seize"}
_CATCHERS = load_grammar().catchers
_SEATS = frozenset(("capital", "city", "town", "village"))
_LONGEST = 5  # words of a person's name
_TAGS = frozenset(("urgent", "breaking", "exclusive", "updated", "update"))  # of a headline: "URGENT 12 killed in raid"


class PersonReader:
    """Reads names of persons out of runs of proper nouns."""

    def __init__(self, roles: RoleLexicon) -> None:
        self.roles = roles
        self.verbs = roles.person_verbs | set(load_speech().content)

    def surnames(self, text: TextWords, drafts: list[Draft]) -> list[Draft]:
        """The words that are but the surname of a person whom the report names in full, in order, with the drafts."""
        known = {text.items[draft.last].folded: draft for draft in drafts if draft.kind == "person" and draft.last > draft.first}
        taken = {i for draft in drafts for i in range(draft.first, draft.last + 1)}
        found = list(drafts)
        for i, word in enumerate(text.items):
            if i in taken or not word.text[0].isupper() or not text.tag(i).startswith("NNP"):
                continue
            if word.folded in known or (word.folded.endswith("s") and word.folded[:-1] in known):
                found.append(Draft(_whole_name(text, taken, i, self.roles.locative), i, "person", possessive=word.folded not in known or text.owner[i]))
        return sorted(found, key=lambda draft: draft.first)

    def before_office(self, text: TextWords, pending: list[Piece], office: Piece) -> Draft | None:
        """"killed Omar Haddad head of the council": a name before the noun for what the man is, the comma between them lost."""
        role = office.role
        if role is None or role.plural or role.kind not in ("office", "people") or text.lower[office.last + 1 : office.last + 2] not in (["of"], ["at"]) \
                or text.items[office.first].text[0].isupper() or not text.soft(office.last):
            return None
        name = [piece for piece in pending if piece.kind == "proper"]
        words = sum(not text.items[piece.first].article for piece in name)
        if name != pending or not 1 < words <= _LONGEST or any(piece.possessive for piece in name) or text.tag(name[-1].last) == "NNPS":
            return None
        return Draft(name[0].first, name[-1].last, "person", sector=role.sector, victims=role.victims)

    def read(self, text: TextWords, pieces: list[Piece]) -> tuple[Draft, int] | None:
        """The person at the end of the pieces and the index of the first piece of name, title or description."""
        k = len(pieces)
        while k > 0 and pieces[k - 1].kind == "proper":
            k -= 1
        name = pieces[k:]
        while name and len(name) > _LONGEST:
            name = name[1:]
            k += 1
        if name and load_speech().is_platform(text.lower[name[0].first - 1], text.lower[name[0].last]):
            name, k = name[1:], k + 1  # "in a statement on Facebook Omar Haddad said"
        while name and text.items[name[0].first].text.isupper() and text.lower[name[0].last] in _TAGS:
            name, k = name[1:], k + 1
        if not name:
            return None
        titled = k
        while titled > 0 and self._title(text, pieces[titled - 1]):
            titled -= 1
        last = text.lower[name[-1].last]
        if text.tag(name[-1].last) == "NNPS" or last in self.roles.place_nouns or last in load_numbers().vague:
            return None  # "Tens killed" names nobody
        if (titled == k or not self._firm(text, pieces[titled:k], name)) and not self._grammar(text, name):
            return None
        by_title = text.in_capitals and any(piece.kind == "title" or text.lower[piece.last] in self.roles.titles
                                            for piece in pieces[titled:k])
        if not text.capital(name[0].first) and not by_title and text.doc[text.token[name[-1].last]].ent_type_ != "PERSON":
            return None
        draft = Draft(name[0].first, name[-1].last, "person", possessive=name[-1].possessive)
        start = self._described(text, draft, pieces, titled, k)
        return draft, start

    def _firm(self, text: TextWords, titles: list[Piece], name: list[Piece]) -> bool:
        """A title proper makes a person; a mere description ("activist", "militant") does so of two words or with the parser."""
        if any(piece.kind == "title" or text.lower[piece.last] in self.roles.titles for piece in titles):
            return True
        return len(name) > 1 or text.doc[text.token[name[-1].last]].ent_type_ == "PERSON"

    def _title(self, text: TextWords, piece: Piece) -> bool:
        if piece.kind == "title":
            return True
        role = piece.role
        if piece.kind != "role" or role is None or role.plural or piece.possessive:
            return False
        return role.kind in ("office", "people", "armed", "person") and (not role.head_only or text.lower[piece.last] in self.roles.titles)

    def _described(self, text: TextWords, draft: Draft, pieces: list[Piece], titled: int, named: int) -> int:
        """Country and sector from the titles and what stands before them ("Turkish Foreign Minister X")."""
        for piece in pieces[titled:named]:
            if text.lower[piece.last] in self.roles.military_titles:
                draft.sector, draft.victims = "MIL", "military"
            if piece.role is not None:
                draft.sector = piece.role.sector or draft.sector
                draft.victims = piece.role.victims
        start = titled
        while start > 0 and pieces[start - 1].kind in ("name", "role", "side", "people", "adj", "title"):
            start -= 1
        for piece in pieces[start:titled]:
            if piece.match is not None and piece.kind == "name":
                actor = piece.match.names[0].actor
                draft.country = actor.country or draft.country
                draft.sector = actor.sector if actor.kind != "state" else draft.sector
            elif piece.side is not None:
                draft.sector = piece.side.sector or draft.sector
            elif piece.role is not None and piece.role.sector is not None:
                draft.sector = piece.role.sector
        if draft.country is not None and draft.sector is None:
            draft.sector = "GOV"
        return start

    def _grammar(self, text: TextWords, name: list[Piece]) -> bool:
        """Without a title: the parser's person, or the subject of what people do, and then of two words at least."""
        last = text.token[name[-1].last]
        token = text.doc[last]
        if not text.capital(name[0].first) or is_ground(token) or _is_taken(text, name, token) or is_listed_place(text, name[0].first, name[-1].last):
            return False
        person = token.ent_type_ == "PERSON"
        root = token
        first = text.token[name[0].first]
        while first <= root.head.i <= last and root.head.i != root.i:
            root = root.head
        speaks = root.dep_ in ("nsubj", "nsubjpass") and root.head.lemma_.lower() in self.verbs
        before = name[0].first - 1
        if before >= 0 and len(name) == 1 and text.gap[before] == " " and text.lower[before] in _SEATS:
            return False  # "a camp near the capital Sanaa": a town by its name
        if speaks and len(name) == 1 and text.lower[name[0].first] in load_act_names():
            return False  # "Raid kills nine"
        if speaks and (person or len(name) > 1 or (token.ent_type_ in ("ORG", "") and abs(root.head.i - last) <= 2)):
            return True
        if not person or len(name) == 1:
            return False
        return root.dep_ in _SUBJECTS or (root.dep_ == "pobj" and root.head.lower_ in _PERSON_PREPOSITIONS)


def _is_taken(text: TextWords, name: list[Piece], token: Token) -> bool:
    """"trying to seize Al Nadir", "encircled Al Nadir": nothing but the verb tells that it is ground that is taken."""
    verb = token.head
    single = sum(not text.items[i].article for i in range(name[0].first, name[-1].last + 1)) == 1
    return single and token.dep_ == "dobj" and verb.lemma_.lower() in _TAKING and not any(child.dep_ == "nsubj" and child.lemma_ in _CATCHERS for child in verb.children)


def _whole_name(text: TextWords, taken: set[int], i: int, locative: frozenset[str]) -> int:
    """Where the name begins that a surname ends: "... among them Omar Haddad", of whom nothing else tells that he is a person."""
    first = i
    while first > 0 and i - first < _LONGEST and first - 1 not in taken and text.gap[first - 1] in (" ", "-") and _one_person(text, first):
        first -= 1
    in_place = first > 0 and text.lower[first - 1] in locative  # "houses burnt in Taiz Haddad said"
    return first if text.items[first].text[0].isupper() and not in_place else i


def _one_person(text: TextWords, i: int) -> bool:
    """Whether the parser takes a word and the one before it for one person's name."""
    token = text.doc[text.token[i]]
    return token.ent_type_ == "PERSON" and token.ent_iob_ == "I"
