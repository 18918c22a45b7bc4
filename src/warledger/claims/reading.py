"""What the coder knows of one report while it reads it: the layers 1 to 4 with their look-ups.

In: a Report, its parse and the finders' mentions. Out: a Reading, which frames, voices, stance and claims ask. Decision:
one object holds the layers so that `explain` shows exactly what the coder saw.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from warledger.claims.apposed import explained_by, names_behind, only_names
from warledger.claims.captives import is_captive, is_ground
from warledger.claims.clauses.clause_builder import conjuncts
from warledger.claims.clauses.records import Clause
from warledger.claims.counting_words import counted_first, is_partitive
from warledger.claims.mentions import ActorMention, Mention, PlaceMention, QuantityMention, TimeMention
from warledger.claims.possessors import WARRING, possessor
from warledger.claims.text.layout import Layout
from warledger.claims.text.tokens import Doc, Token
from warledger.claims.text.topics import Topic
from warledger.claims.told_once import by_token
from warledger.lexicons.frame_lexicon import Frame, WordClasses
from warledger.lexicons.grammar_lexicon import load_grammar
from warledger.lexicons.unit_lexicon import singular
from warledger.model import Report

WAR_TOPIC = Topic()
# What stands between coordinated names: "F-16", "Su-24", a type before the noun of a means; "former al-Qaeda affiliate": whose it is that the name behind tells.
COORDINATION = re.compile(r"\s*(?=[^\n]*(?:,|and|or|&|as well as))(?:,|and|or|&|as well as|both|allied|other|the|its|their|[A-Z][A-Za-z]{0,2}-\d+|\d+| )+"
                          r"(?:(?:(?:former|government|rebel|regime|al-\w+|[A-Z][\w'-]*) ){1,3}(?:affiliate|ally|branch|franchise|offshoot|proxy) )?\s*")
OWNED = re.compile(r"\b(?:its|their)\b")
LEANING = frozenset(("compound", "amod", "nmod", "poss", "appos", "det", "dep"))
THIRD_PERSONS = load_grammar().third_persons
KIND_CLASSES = {
    "force": ("armed",), "group": ("armed", "group-name"), "armed": ("armed",), "state": ("state",),
    "office": ("state", "person"), "body": ("body",), "media": ("media",), "person": ("person", "people"),
    "people": ("people",), "unknown": (),
}
# "a group of fighters": the word for several of them alone tells of nobody.
BARE_GROUPS = frozenset(("group", "groups"))


@dataclass
class Reading:
    """One report as the coder reads it."""

    report: Report
    doc: Doc
    layout: Layout
    word_classes: WordClasses
    actors: list[ActorMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
    quantities: list[QuantityMention] = field(default_factory=list)
    verbs: dict[int, Clause] = field(default_factory=dict)
    nouns: dict[int, Clause] = field(default_factory=dict)
    event_words: dict[int, tuple[int, int]] = field(default_factory=dict)
    absorbed: dict[int, int] = field(default_factory=dict)
    acts: dict[int, Frame] = field(default_factory=dict)  # by the head of the act, and by that of the verb that carries its noun
    topic: Topic = WAR_TOPIC
    theatre: str | None = None  # alpha-3 of the country in which most of what is told lies
    told: dict[str, dict[int, Any]] = field(default_factory=dict, repr=False)

    def index(self) -> None:
        """Make the look-ups by token; call once the mentions are in."""
        self.told = {}
        self.lower = [token.lower_ for token in self.doc]
        self.lemma = [token.lemma_.lower() for token in self.doc]
        self.words = frozenset(self.lower)
        self._lemmas: dict[int, list[tuple[int, str]]] = {}
        self._order: dict[ActorMention, int] = {}
        for k, mention in enumerate(self.actors):
            self._order.setdefault(mention, k)
        self.actor_by_head = {mention.head: mention for mention in self.actors}
        self.place_by_head = {mention.head: mention for mention in self.places}
        self.quantity_by_head: dict[int, list[QuantityMention]] = {}
        self.actor_by_token = self._covering(self.actors)
        self.time_tokens = {i for mention in self.times for i in self.tokens_of(mention.start, mention.end)}
        self.place_by_token = self._covering(self.places)
        for quantity in self.quantities:
            counted = self.actor_by_token.get(quantity.head)
            head = counted.head if counted is not None else quantity.head
            self.quantity_by_head.setdefault(head, []).append(quantity)

    def _covering(self, mentions: list[ActorMention] | list[PlaceMention]) -> dict[int, Mention]:
        covered: dict[int, Mention] = {}
        for mention in mentions:
            for i in self.tokens_of(mention.start, mention.end):
                covered.setdefault(i, mention)
        return covered

    def tokens_of(self, start: int, end: int) -> range:
        """The tokens that a span of characters touches."""
        span = self.doc.char_span(start, end, alignment_mode="expand") if end > start else None
        return range(span.start, span.end) if span is not None else range(0)

    def lemmas_around(self, i: int) -> list[tuple[int, str]]:
        """The tokens of the sentence of a token, each with its lemma in lower case."""
        sentence = self.doc[i].sent
        if sentence.start not in self._lemmas:
            self._lemmas[sentence.start] = [(k, self.lemma[k]) for k in range(sentence.start, sentence.end)]
        return self._lemmas[sentence.start]

    def actor_at(self, i: int) -> ActorMention | None:
        """Who a token heads or stands in."""
        found = self.actor_by_head.get(i) or self.actor_by_token.get(i)
        if found is None and self.doc[i].tag_ == "PRP$":
            return possessor(self.doc, self.actors, i)
        return found if isinstance(found, ActorMention) else None

    def place_at(self, i: int) -> PlaceMention | None:
        """The place that a token heads or stands in."""
        found = self.place_by_head.get(i) or self.place_by_token.get(i)
        return found if isinstance(found, PlaceMention) else None

    @by_token
    def fillers(self, i: int) -> tuple[int, ...]:
        """The heads that really fill a place: conjuncts apart, "dozens of civilians" read as civilians."""
        found: list[int] = []
        for token in self._listed(i):
            event = self.absorbed.get(token.i)
            inner = [event] if event is not None else self._named_among(self._behind_of(token)) or self._members(token) or counted_first(token)
            named = [child.i for child in names_behind(token) if child.i in self.actor_by_head
                     and (self.actor_by_head[child.i].kind != "media" or token.i in self.actor_by_head)][:1] or self._right_behind(token)
            mention = self.actor_by_head.get(token.i)
            if not inner and named and (mention is None or self._is_named_by(mention, named[0])):  # "its ally Russia": the name behind
                inner = [item for i in named for item in self.fillers(i)]
            found.extend(item for item in (inner or self.beside(token.i)) if item not in found)
            found.extend(i for i in self._behind_tail(token) if i not in found)
            for i in named:  # "the regime Russia and the militias": a list that lost its comma
                if self._is_listed(token, self.doc[i]):
                    found.extend(item for item in self.fillers(i) if item not in found)
        return tuple(found)

    def _named_among(self, heads: list[int]) -> list[int]:
        """"those of its ally Russia": of a word for a side, the name right behind it."""
        return [i for head in heads for i in self._right_behind(self.doc[head]) or self.beside(head)]

    def _behind_tail(self, token: Token) -> list[int]:
        """"forces loyal to X and Y": those who stand coordinated behind what only tells whose the first are."""
        mention = self.actor_by_head.get(token.i)
        if mention is None:
            return []
        tail = len(mention.name) > len(mention.text) and not mention.definite
        end = mention.start + len(mention.name) if tail else mention.end
        if tail and self.report.text[mention.start:end] != mention.name:
            return []
        found = []
        for other in self.actors[self._order[mention] + 1:]:
            if other.start >= end:
                gap = self.report.text[end:other.start]
                theirs = OWNED.search(gap) is not None and self.doc[other.head].dep_ == "conj"
                if not (theirs or (tail and other.kind in (*WARRING, "people"))) or not COORDINATION.fullmatch(gap):
                    break
                found.extend(self._right_behind(self.doc[other.head]) or [other.head])  # "or its ally X"
                end = other.end
        return found

    def _is_named_by(self, mention: ActorMention, after: int) -> bool:
        """"a rival group - the X Front -": a description of one, whose name stands in apposition."""
        name = self.actor_by_head[after]
        described = not mention.plural and mention.kind in WARRING and name.kind in WARRING and mention.end + 1 < name.start
        return mention.kind == "unknown" or (mention.actor is None and name.actor is not None and described)

    def _right_behind(self, token: Token) -> list[int]:
        """"opposition backer Turkey": the name that stands right behind a word for a side, whatever the parse makes of it."""
        mention = self.actor_by_head.get(token.i)
        if mention is None or mention.kind != "unknown" or token.i + 1 >= len(self.doc):
            return []
        after = self.actor_by_token.get(token.i + 1)
        return [after.head] if isinstance(after, ActorMention) and after.kind in WARRING and after.start == mention.end + 1 else []

    def _is_listed(self, token: Token, after: Token) -> bool:
        """Whether two names right beside each other, the second with conjuncts, are two of a list that lost its comma."""
        one, two = self.actor_by_head.get(token.i), self.actor_by_head.get(after.i)
        if one is None or two is None or (one.actor and one.actor == two.actor):
            return False
        ally = two.kind == "unknown" and any(child.tag_ == "PRP$" for child in after.children) and after.left_edge.i - 1 == token.i
        if one.kind in WARRING and ally:  # "the government its ally Russia and the coalition"
            return True
        if not {one.kind, two.kind} <= WARRING:
            return False
        return one.end + 1 == two.start and any(child.dep_ == "conj" for child in after.children)

    def _members(self, token: Token) -> list[int]:
        """"the two sides", "both parties", "their": the heads of those who were named."""
        mention = self.actor_at(token.i) if token.tag_ == "PRP$" else self.actor_by_head.get(token.i)
        return list(mention.members) if mention is not None else []

    def _listed(self, i: int) -> list[Token]:
        """The conjuncts of a head; "Ann Otim, 55, Joy Otim, 29, and Sam Otim": a name behind a name is of another person."""
        found = [token for token in conjuncts(self.doc[i]) if token.i == i or not self._ends_name(token)]
        for token in list(found):
            if token.ent_type_ == "PERSON":
                names = [child for child in token.children if child.dep_ == "appos" and child.ent_type_ == "PERSON" and child.pos_ == "PROPN"]
                found.extend(name for child in names for name in conjuncts(child) if name not in found)
        return found

    def _ends_name(self, token: Token) -> bool:
        """"fighters from the Islamic State of Iraq and the Levant": what the parse coordinates is the end of a name."""
        mention = self.actor_by_token.get(token.i)
        return mention is not None and any(self.doc[k].dep_ == "cc" and self.doc[k].head.i == token.head.i and k < token.i
                                           for k in self.tokens_of(mention.start, mention.end))

    @by_token
    def beside(self, i: int) -> tuple[int, ...]:
        """A head with those that stand coordinated before it ("UN and Red Crescent teams"), in text order."""
        mention = self.actor_at(i)
        found = [i]
        while mention is not None and (at := self._order.get(mention)) is not None:
            before = self.actors[at - 1] if at else None
            if before is None or not self._coordinated(before, mention):
                break
            one, two = self.doc[before.head], self.doc[mention.head]
            # "rebel groups and militants fighting the army": what hangs on the last of one side's fighters is said of all
            alike = two.dep_ == "conj" and two.head.i == one.i and before.sector == mention.sector == "REB" and one.head.lower_ != "between"
            theirs = two.i - before.head > 1 and any(child.tag_ == "PRP$" for child in two.children)  # "the group and its allies taking the town"
            if only_names(one, two) or (one.dep_ not in LEANING and not alike and not theirs and not two.is_ancestor(one)):
                break
            found.insert(0, before.head)
            mention = before
        return tuple(found)

    def _coordinated(self, before: ActorMention, mention: ActorMention) -> bool:
        """Whether two mentions stand in one list, its comma lost between two groups ("between the X Y and the army")."""
        gap = self.report.text[before.end:mention.start]
        alike = {before.kind, mention.kind} <= WARRING or (before.kind == mention.kind == "people" and mention.plural)
        if gap == " " and self._heads_list(self.doc[mention.head]) and alike:
            # "the government rebels extremists and Kurds": plurals side by side at the head of a list, or a state beside its rebels
            rivals = before.kind in ("state", "force") and mention.sector == "REB"
            states = before.kind == mention.kind == "state" and {self.doc[i].tag_ for i in (before.head, mention.head)} == {"NNP"}
            if rivals or states or self.doc[before.head].tag_ in ("NNS", "NNPS"):
                return True
        groups = before.kind == mention.kind == "group" and before.actor is not None and mention.actor not in (None, before.actor)
        listed = groups and gap == " " and any(child.dep_ == "conj" for child in self.doc[mention.head].children)
        listed |= gap == " " and before.name != before.text and before.name.split()[-1] == mention.name.split()[-1]  # "Syrian Russian jets"
        return listed or COORDINATION.fullmatch(gap) is not None

    def _heads_list(self, token: Token) -> bool:
        """Whether others are coordinated with a token, or with what it leans on."""
        listing = [token, token.head] if token.dep_ in LEANING else [token]
        return any(child.dep_ == "conj" for head in listing for child in head.children)

    def _behind_of(self, token: Token) -> list[int]:
        if not is_partitive(token):
            return []
        mention = self.actor_by_head.get(token.i)
        if mention is not None and mention.text.lower() not in BARE_GROUPS:
            return []
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                below = [part for inner in child.children for part in (inner, *(inner.children if inner.dep_ == "pcomp" else ()))]
                parts = [part.i for inner in below if inner.dep_ in ("pobj", "dobj") for part in conjuncts(inner)]  # "scores of fleeing civilians"
                parts = [deeper for part in parts for deeper in self._behind_of(self.doc[part]) or [part]]  # "a quarter of a million of"
                named = mention is None or all(self.doc[part].tag_ == "NNS" and self.actor_at(part) is not None for part in parts)
                return parts if named and not any(self.place_at(part) is not None for part in parts) else []
        return []

    @by_token
    def classes(self, i: int) -> frozenset[str]:
        """What kind of thing a token names, by our own knowledge."""
        token, lemma = self.doc[i], self.lemma[i]
        names = set(self.word_classes.of(lemma) or (self.word_classes.of(singular(lemma)) if token.tag_ == "NNPS" else ()))
        actor = self.actor_at(i)
        if actor is not None and (actor.head == i or i not in self.event_words):
            names.update(KIND_CLASSES.get(actor.kind, ()))
        if self.place_at(i) is not None or self._is_told_place(token):
            names.add("place")
        if i in self.event_words:
            names.add("event")
        if not names and (token.ent_type_ == "PERSON" or (token.pos_ == "PROPN" and is_captive(token))):
            names.add("place" if is_ground(token) else "called-person")  # "captured Moreno": by the shape of the name, whom nobody introduced
        if token.pos_ == "NUM" and not names:
            names.add("unknown-people")
        if not names and any(quantity.unit == "people" and quantity.head == i for quantity in self.quantity_by_head.get(i, ())):
            names.update(("people", "unknown-people"))  # "thousands fled"
        if not names and token.pos_ == "PRON" and token.lower_ in THIRD_PERSONS:
            names.add("pronoun")  # "seized it", "those who fled": what it stands for is told by the verb
        return frozenset(names)

    def _is_told_place(self, token: Token) -> bool:
        """"most of the province", "60 percent of the city": a measure of a place is a place; so is "Tamrat, an area south of Mosul"."""
        if not is_partitive(token):
            return self.actor_at(token.i) is None and any("area" in self.word_classes.of(word.lemma_.lower()) for word in explained_by(token))
        return any(self.place_at(inner.i) is not None or "area" in self.word_classes.of(inner.lemma_.lower())
                   for child in token.children if child.lower_ == "of" for inner in child.children if inner.dep_ == "pobj")

    def quantities_at(self, i: int) -> list[QuantityMention]:
        """The numbers that count what a token heads, or that the token is part of."""
        token = self.doc[i]
        end = token.idx + len(token.text)
        inside = [quantity for quantity in self.quantities if quantity.start <= token.idx and end <= quantity.end]
        counted = self.quantity_by_head.get(i, [])
        return [*counted, *(quantity for quantity in inside if quantity not in counted)]

    def quote(self, start: int, end: int) -> str:
        """The report's own words, as written."""
        return self.report.text[start:end]
