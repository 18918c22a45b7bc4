"""Layer 3, the ground of actors: the report cut into chunks of words that may name somebody.

In: a parsed report, the actor list, the role lexicon. Out: chunks of pieces (listed name, role noun, side word, adjective,
proper noun ...). Decision: chunks are cut by surface and part of speech, not by the tree, because the tree breaks where a
report's punctuation was stripped, and that is where names matter most.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from warledger.actors.catalog import ActorList
from warledger.actors.folding import Word, words
from warledger.actors.name_trie import Match
from warledger.claims.clauses.passives import TAKEN_AS
from warledger.claims.text.lettering import are_capitals, end_of_titled_line
from warledger.claims.text.parsing import POSSESSIVE
from warledger.claims.text.tokens import Doc
from warledger.lexicons.role_lexicon import RoleLexicon, RoleNoun, Side

# Between two words of one phrase: nothing, a space, a hyphen.
_SOFT = frozenset(("", " ", "-", "‐", "‑", "–", " -", "- ", "  ", "\xa0"))
_CLOSING = (") ", ")-")
# Kinds of nouns for the people of a name before them; "group" is the name once more.
_OF_NAMED = ("armed", "force", "group", "office", "people")
_HYPHENS = frozenset("-‐‑–")
_NOUN_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS", "FW"))
_ADJECTIVE_TAGS = frozenset(("JJ", "JJR", "JJS", "AFX"))
_DETERMINER_TAGS = frozenset(("DT", "PDT", "PRP$", "WP$"))
# Days and months stand before names in the news and belong to none ("Thursday Syrian troops").
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october "
                  "november december mondays tuesdays wednesdays thursdays fridays saturdays sundays today yesterday earlier".split())
_BACKERS = frozenset(("name", "people", "proper", "role", "side", "adj"))
_BEHIND_PARTICIPLE = frozenset(("in", "at", "near", "on", "along", "from"))  # "fighters based in", "militants trained at"
# The type of a plane or a weapon: letters before the hyphen, number behind it ("MiG-21", "Tu-22M").
_TYPE_LETTERS, _TYPE_NUMBER = 3, re.compile(r"\d{1,3}[A-Z]?\d?")
_WRAPPED_LINE = 50  # letters: a line that long and without a stop was broken by its width


@dataclass(frozen=True)
class Piece:
    """Words first to last (inclusive) of one kind.

    kind: name (match), role (role), side, people, backing, title, adj, noun, proper, number.
    pro: "pro-" stands before it; seat: a backing word that only tells where somebody sits ("-based").
    """

    first: int
    last: int
    kind: str
    match: Match | None = None
    role: RoleNoun | None = None
    side: Side | None = None
    possessive: bool = False
    pro: bool = False
    seat: bool = False

    @property
    def form(self) -> str:
        """The form of the listed name, empty for other pieces."""
        return self.match.names[0].form if self.match is not None else ""

    @property
    def match_is_person(self) -> bool:
        """Whether the listed name is a person's."""
        return self.match is not None and self.match.names[0].actor.kind == "office"


@dataclass
class Chunk:
    """Pieces without a break between them. determiner is the word before in lower case, or empty."""

    pieces: list[Piece] = field(default_factory=list)
    determiner: str = ""


class TextWords:
    """The words of a report with what the parser says of their tokens."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self.items: list[Word] = words(self.text)
        tokens = list(doc)
        self.tags = [token.tag_ for token in tokens]
        # the number of the sentence of every token
        self.starts_sentence = [bool(token.is_sent_start) for token in tokens]
        self.sentences = list(itertools.accumulate(map(int, self.starts_sentence)))
        starts = [token.idx for token in tokens]
        self.token: list[int] = []
        at = 0
        for word in self.items:
            while at + 1 < len(starts) and starts[at + 1] <= word.start:
                at += 1
            self.token.append(at)
        lost = {token.idx + 1 for before, token in itertools.pairwise(tokens) if token.text == "s" and token.lemma_ == POSSESSIVE and not before.whitespace_}
        # how many letters and marks make an owner of a word: "army's", and "armys" that lost its apostrophe
        self.ending = [2 if word.text.lower().endswith(("'s", "’s")) else int(word.end in lost) for word in self.items]
        self.owner = [ending > 0 for ending in self.ending]
        self.lower = [word.text.lower()[:len(word.text) - ending] for word, ending in zip(self.items, self.ending, strict=True)]
        ends = [word.start for word in self.items[1:]]
        self.gap = [self.text[word.end : end] for word, end in zip(self.items, ends, strict=False)] + ["\n"]
        self.in_capitals = are_capitals(self.text)
        self.headline_end = len(self.text) if self.in_capitals else end_of_titled_line(self.text)

    def __len__(self) -> int:
        return len(self.items)

    def tag(self, i: int) -> str:
        """The fine part of speech of a word's token."""
        return self.tags[self.token[i]]

    def soft(self, i: int) -> bool:
        """Whether word i and the next stand in one phrase."""
        gap = self.gap[i]
        return gap in _SOFT or (gap.strip(" ") == "\n" and self._wrapped(i))

    def _wrapped(self, i: int) -> bool:
        """Whether the line that word i ends is a wrapped one: long, and the next opens no sentence."""
        end = self.items[i].end
        opens = i + 1 < len(self.items) and bool(self.doc[self.token[i + 1]].is_sent_start)
        return end - self.text.rfind("\n", 0, end) >= _WRAPPED_LINE and not opens

    def hyphened(self, i: int) -> bool:
        """Whether word i hangs on the next by a hyphen."""
        return self.gap[i] in _HYPHENS

    def capital(self, i: int) -> bool:
        """Whether a capital at the word says that it is a name: not in a headline."""
        return self.items[i].text[0].isupper() and self.items[i].start >= self.headline_end


def _ends_dateline(text: TextWords, piece: Piece) -> bool:
    """"Nairobi- Warplanes released gas": a town before a dash, where the report begins."""
    opens = piece.last + 1 < len(text) and text.items[piece.last + 1].text[0].isupper()
    return opens and text.gap[piece.last] == "- " and piece.kind in ("proper", "name") and not text.items[piece.last].article


class Chunker:
    """Cuts reports into chunks."""

    def __init__(self, actors: ActorList, roles: RoleLexicon) -> None:
        self.actors = actors
        self.roles = roles

    def chunks(self, text: TextWords, learned: Mapping[str, Match]) -> list[Chunk]:
        """The chunks of a report in order. learned holds the acronyms that the report itself defines, by folded word."""
        found: list[Chunk] = []
        chunk = Chunk()
        i = 0
        while i < len(text):
            if chunk.pieces and text.starts_sentence[text.token[i]]:  # a headline that ends without a stop
                found.append(chunk)
                chunk = Chunk()
            becomes = chunk.pieces and text.lower[i] in TAKEN_AS and text.tag(chunk.pieces[-1].last) in ("NNS", "NNPS")
            piece = self._piece(text, i, chunk, learned) if not becomes else None  # "took 31 passengers hostage"
            if piece is None:
                found.append(chunk)
                chunk = Chunk(determiner=text.lower[i] if text.tag(i) in _DETERMINER_TAGS and text.soft(i) else "")
                i += 1
                continue
            chunk.pieces.append(piece)
            i = piece.last + 1
            if (not text.soft(piece.last) or _ends_dateline(text, piece)) and not self._abbreviation(text, piece):
                if self._before_acronym(text, piece, learned):
                    i += 1
                    continue
                found.append(chunk)
                chunk = Chunk()
        found.append(chunk)
        return [chunk for chunk in found if chunk.pieces]

    def _abbreviation(self, text: TextWords, piece: Piece) -> bool:
        """"Lt. Gen. X", "Dr. X": the point ends no phrase."""
        return text.gap[piece.last] == ". " and text.lower[piece.last] in self.roles.titles and len(text.lower[piece.last]) < 6

    def _before_acronym(self, text: TextWords, piece: Piece, learned: Mapping[str, Match]) -> bool:
        """"Sudan Liberation Army (SLA) fighters": a listed name whose own acronym in brackets parts it from the noun for its people."""
        at = piece.last + 1
        if piece.match is None or piece.possessive or at + 1 >= len(text) or text.gap[piece.last] != " (" or text.gap[at] not in _CLOSING:
            return False
        short, noun = self._name(text, at, learned), self._role(text, at + 1)
        same = short is not None and short.match is not None and short.match.names[0].actor == piece.match.names[0].actor
        initials = "".join(text.lower[i][0] for i in range(piece.first, piece.last + 1))
        same = same or (short is not None and len(text.lower[at]) > 1 and initials.endswith(text.lower[at]))
        return same and noun is not None and noun.role is not None and noun.role.kind in _OF_NAMED and not noun.role.speaks_only

    def _piece(self, text: TextWords, i: int, chunk: Chunk, learned: Mapping[str, Match]) -> Piece | None:
        return (
            self._prefixed(text, i)
            or self._name(text, i, learned)
            or self._backing(text, i, chunk)
            or self._role(text, i)
            or self._plain(text, i, chunk)
        )

    def _prefixed(self, text: TextWords, i: int) -> Piece | None:
        """"pro-government", "anti-Assad", "pro-Iranian": whose side, or against whom."""
        word = text.lower[i]
        if word not in ("pro", "anti", "non") or i + 1 >= len(text) or not text.hyphened(i):
            return None
        match = self.actors.match(text.items, i + 1)
        last = match.last if match is not None else i + 1
        side = self.roles.sides.get(f"{word}-{text.lower[i + 1]}")
        if side is None and match is not None and word == "pro":
            return Piece(i, last, "name", match, pro=True)
        return Piece(i, last, "side" if side else "adj", match, None, side)

    def _name(self, text: TextWords, i: int, learned: Mapping[str, Match]) -> Piece | None:
        word = text.items[i]
        known = learned.get(word.folded) if word.text[:2].isupper() else None
        if known is not None:
            return Piece(i, i, "name", known, possessive=text.owner[i])
        match = self.actors.match(text.items, i)
        if match is None or not all(text.soft(k) or text.gap[k] in (". ", "/", " (", ", ") for k in range(i, match.last)):
            return None
        return Piece(i, match.last, "name", match, possessive=match.possessive or text.owner[match.last])

    def _backing(self, text: TextWords, i: int, chunk: Chunk) -> Piece | None:
        """"-backed" behind whoever backs, with or without its hyphen."""
        before = chunk.pieces[-1] if chunk.pieces else None
        if text.lower[i] not in self.roles.backing or before is None or before.last != i - 1 or before.kind not in _BACKERS:
            return None
        behind = text.lower[i + 1] if i + 1 < len(text) else ""
        if behind == "by" or (behind in _BEHIND_PARTICIPLE and not text.hyphened(i - 1)):
            return None  # "Emirati warplanes based in Eritrea"
        hit = self.roles.match(text.lower, i)
        if hit is not None and hit[0] > i and not text.hyphened(i - 1):
            return None  # "ISIL armed groups"
        if text.hyphened(i - 1) or (text.tag(i) in ("VBN", "JJ") and text.soft(i)) or before.form == "adjective":
            return Piece(i, i, "backing", seat=text.lower[i] in self.roles.seated)
        return None

    def _role(self, text: TextWords, i: int) -> Piece | None:
        hit = self.roles.match(text.lower, i)
        owner = False
        if hit is None and text.lower[i].endswith("s") and len(text.lower[i]) > 4:
            noun = self.roles.noun(text.lower[i][:-1]) or self.roles.noun(text.lower[i][:-2])
            hit, owner = ((i, noun), True) if noun is not None and noun.plural != (text.lower[i][-2] != "s") else (None, False)
        while hit is not None and not all(text.soft(k) for k in range(i, hit[0])):
            hit = self.roles.match(text.lower[: hit[0]], i)
        if hit is None:
            return self._side(text, i)
        last, noun = hit
        if last == i and not noun.adjectival and text.tag(i)[:2] in ("VB", "MD", "RB", "IN") and text.lower[i] in self.roles.verb_like \
                and text.doc[text.token[i]].dep_ not in ("amod", "compound"):
            return None
        if last == i and text.tag(i) == "RB" and text.doc[text.token[i]].dep_ == "oprd":
            return None  # "took nine soldiers captive"
        if last == i and text.tag(i) == "JJ" and text.lower[i] in self.roles.verb_like and noun.kind not in ("armed", "force"):
            return self._side(text, i)
        if noun.adjectival and text.tag(i).startswith("VB") and (text.tag(i) == "VBD" or i == 0 or text.lower[i - 1] != "the"):
            return None
        side = self.roles.sides.get(text.lower[i]) if last == i else None
        return Piece(i, last, "role", None, noun, side, owner or text.owner[last])

    def _side(self, text: TextWords, i: int) -> Piece | None:
        side = self.roles.sides.get(text.lower[i])
        return Piece(i, i, "side", side=side) if side is not None else None

    def _plain(self, text: TextWords, i: int, chunk: Chunk) -> Piece | None:
        word, tag = text.items[i], text.tag(i)
        if text.lower[i] in self.roles.peoples and word.text[0].isupper():
            return Piece(i, i, "people", possessive=text.owner[i])
        if tag in _DETERMINER_TAGS:
            return None
        if len(word.text) <= _TYPE_LETTERS and word.text[0].isupper() and text.hyphened(i) and _TYPE_NUMBER.fullmatch(text.items[i + 1].text):
            return Piece(i, i + 1, "adj")  # "a Syrian MiG-21 warplane"
        if word.text[0].isdigit() and chunk.pieces and chunk.pieces[-1].kind == "proper" and chunk.pieces[-1].last == i - 1 and text.hyphened(i - 1):
            return Piece(i, i, "adj")  # "Tupolev-22 bombers"
        if word.text[0].isdigit() or tag == "CD" or text.lower[i] in _DAYS:
            return Piece(i, i, "number")
        if text.lower[i] in self.roles.titles and word.text[0].isupper():
            return Piece(i, i, "title")
        if word.article and text.capital(i + 1):
            return Piece(i, i, "proper")
        if tag in ("NNP", "NNPS") and word.text[0].isupper():
            return Piece(i, i, "proper", possessive=text.owner[i])
        if tag in _NOUN_TAGS:
            capital = tag == "FW" and word.text[0].isupper()
            return Piece(i, i, "proper" if capital else "noun", possessive=text.owner[i])
        if tag in _ADJECTIVE_TAGS:
            return Piece(i, i, "adj")
        linked = (i > 0 and text.hyphened(i - 1) and bool(chunk.pieces)) or text.hyphened(i)
        return Piece(i, i, "adj") if linked and text.soft(i) and tag != "IN" else None
