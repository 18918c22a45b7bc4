"""Layer 9, whom an act of words or of measures is aimed at, where no place of its clause holds somebody.

In: a Reading and a Happening whose target is open. Out: the heads of whom it is aimed at. Decision: such an act goes against
or in favour of somebody through a thing of theirs: a speech of theirs is praised ("Haiti's efforts"), an offer by them is
refused ("a French offer"), a step of theirs is demanded ("that Israel withdraw"), a ban is put on what they sell. So they
are sought beneath what the act is about, the nearest to its predicate first, and never in its time, cause or manner.
"""

from __future__ import annotations

from collections.abc import Iterable

from warledger.claims.acts.happenings import Happening
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token

# Types whose target is somebody that the act is about; those of force have theirs in their own places alone.
AIMED = frozenset(("SUPPORT", "ACCUSE", "REQUEST", "REJECT", "SANCTION", "AID", "CONCEDE", "COOPERATE", "CONSULT", "THREATEN", "AGREE"))
# Of them those for which a country by name is as good as its government, however it hangs on the clause.
REACHING_COUNTRIES = AIMED - {"AGREE", "THREATEN"}
# Kinds of mentions that can be aimed at.
SOMEBODY = frozenset(("state", "office", "body", "force", "group", "armed", "person", "people", "media"))
# How deep beneath the predicate is looked; what hangs lower belongs to another matter.
REACH = 5
# What hangs so tells of time, cause, manner or another act.
APART = frozenset(("advcl", "relcl", "punct", "agent", "npadvmod", "cc", "mark", "aux", "auxpass", "det", "neg", "parataxis", "intj", "appos", "acl"))
APART_PREPOSITIONS = frozenset(
    "after before since during following amid despite because until as under without unless through throughout like via pending within "
    "due upon than unlike except besides".split())
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))


def aimed_at(reading: Reading, happening: Happening, others: Iterable[int]) -> list[int]:
    """The heads of whom a happening is aimed at, in text order; others are the heads that stand in other roles."""
    if happening.main.frame.type not in AIMED or (happening.main.frame.type == "AGREE" and happening.main.clause.kind == "noun"):
        return []  # the parties of a deal are told by its own places
    apart = {reading.doc[i].i for i in others}
    names = {actor.name for i in apart if (actor := reading.actor_at(i)) is not None}
    for starts in _starts(reading, happening, apart):
        level = [token for token in starts if token.i not in apart]
        for _ in range(REACH):
            hit = next((token for token in level if _is_somebody(reading, happening, token, names)), None)
            if hit is not None:
                return _with_conjuncts(reading, happening, hit, names)
            level = [child for token in level for child in _below(token) if child.i not in apart and not _benefits(reading, token, child)]
    return []


def _starts(reading: Reading, happening: Happening, apart: set[int]) -> list[list[Token]]:
    """Where to look: what fills the places of the frame's target, what the act is about, and all else that hangs on it."""
    clause, frame = happening.main.clause, happening.main.frame
    head = reading.doc[clause.head]
    by_slot = [[reading.doc[i] for i in clause.at(slot) if i not in apart] for slot in (*frame.slots("target", clause.kind), *frame.about, "object")
               if slot not in frame.other and slot not in ("subject", "self")]
    below = [child for child in _below(head) if child.dep_ not in SUBJECTS and child.i not in apart
             and not (child.dep_ == "prep" and child.lower_ in (*frame.other, "by"))]
    if clause.relation == "light" and clause.parent is not None:
        below += [child for child in _below(reading.doc[clause.parent]) if child.dep_ == "prep" and child.lower_ != "by"]
    return [starts for starts in (*by_slot, below) if starts]


def _below(token: Token) -> list[Token]:
    return [child for child in token.children if child.dep_ not in APART
            and not (child.dep_ == "prep" and child.lower_ in APART_PREPOSITIONS)]


def _benefits(reading: Reading, token: Token, child: Token) -> bool:
    """"a truce for Syria": what a deal is for is no party to it."""
    return child.lower_ == "for" and "agreement" in reading.word_classes.of(token.lemma_.lower())


def _is_somebody(reading: Reading, happening: Happening, token: Token, names: set[str]) -> bool:
    if token.i in reading.time_tokens or token.i in reading.event_words:
        return False
    actor = reading.actor_at(token.i)
    if actor is not None and actor.kind in SOMEBODY and actor.head == token.i:
        return actor.name not in names and (actor.country is not None or actor.kind not in ("force", "people"))
    return happening.main.frame.type in REACHING_COUNTRIES and is_country(reading, token)


def is_country(reading: Reading, token: Token) -> bool:
    """Whether the token names a country, or a place whose country is known."""
    place = reading.place_at(token.i)
    return place is not None and place.head == token.i and place.place.country is not None


def _with_conjuncts(reading: Reading, happening: Happening, token: Token, names: set[str]) -> list[int]:
    heads = list(reading.beside(token.i))
    heads += [child for head in reading.fillers(token.i) if (child := head) not in heads]
    return [head for head in heads if _is_somebody(reading, happening, reading.doc[head], names)] or [token.i]
