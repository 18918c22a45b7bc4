"""Layer 8, wars as a whole: "since the war began in March 2011", "the conflict has displaced millions".

In: a Reading and a happening. Out: the tokens that say since when it goes on, and whether it is a whole war's doing. Decision: such a stretch dates what it hangs on and what is coordinated with that; the war in
it is a date there, no act that the report tells.
"""

from __future__ import annotations

from collections.abc import Iterable

from warledger.claims.acts.happenings import Happening
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token

# Relations by which a predicate shares the time of the one that it hangs on.
SHARING = frozenset(("conj", "xcomp", "ccomp", "relcl", "acl", "light"))
# Types whose coordinated mentions share one "since".
LOSSES = frozenset(("ASSAULT", "DISPLACEMENT"))
# Prepositions and nouns by which a war is named only to say when.
ANCHORING = frozenset(("since", "before", "until"))
SUPERLATIVES = frozenset(("JJS", "RBS"))
# Words before "since" among which a superlative stands that it measures.
MEASURED_WITHIN = 8
# A war in itself is named so often that it is an act of the report only where its course is told: how long, that it began, whom it grips.
COURSE_TIMES = frozenset(("year", "month"))
COURSE_VERBS = frozenset("begin start erupt evolve morph spiral escalate rage drag continue enter spill spread".split())
GRIPPED = frozenset("lock mire embroil engulf grip ravage descend plunge morph evolve spiral turn".split())
COURSE_NOUNS = frozenset("start beginning outbreak outset onset year month week day anniversary course eruption".split())


def is_measure(reading: Reading, token: Token) -> bool:
    """"the worst fighting since X", "the deadliest attack since X": the stretch that "since" opens measures, and dates nothing."""
    if "since" not in reading.words:
        return False
    opener = next((word for word in (token, *token.ancestors) if word.lower_ in ("since", "with")
                   or any(child.dep_ == "mark" and child.lower_ == "since" for child in word.children)), None)
    if opener is None or opener.lower_ == "with":  # "the worst fighting since X, with strikes": the strikes are the news
        return False
    start = opener.i if opener.lower_ == "since" else opener.left_edge.i
    before = reading.doc[max(opener.sent.start, start - MEASURED_WITHIN):start]
    return any(word.tag_ in SUPERLATIVES or word.lower_ == "first" for word in before)


def measures_for(reading: Reading, happening: Happening, i: int) -> bool:
    """Whether a word stands in a measuring stretch that the happening stands before."""
    return is_measure(reading, reading.doc[i]) and not is_measure(reading, reading.doc[happening.main.head])


def since_part(reading: Reading, heads: Iterable[int], shares: bool) -> range | None:
    """The tokens of the stretch behind "since" that dates a happening, None where none does.

    shares: what is coordinated with the happening shares its time ("killed 300 and displaced millions since ...").
    """
    if "since" not in reading.words:
        return None
    own = set(heads)
    for token in _sharing(reading, own, shares):
        for child in token.children:
            part = _opened(child)
            if part is not None and not own <= set(part) and not is_measure(reading, reading.doc[part.start]):
                return part
    return None


def since_of(reading: Reading, happening: Happening) -> range | None:
    """The stretch behind "since" that dates a happening; losses share theirs with the losses told beside them."""
    return since_part(reading, [match.head for match in happening.matches], happening.main.frame.type in LOSSES)


def is_of_war(reading: Reading, happening: Happening) -> bool:
    """Whether a whole war's doing is told: "the conflict has displaced millions", "killed since the war began"."""
    if happening.main.frame.stance == "historical":
        return True
    part = since_of(reading, happening)
    if part is not None and names_war(reading, part):
        return True
    doers = [head for match in happening.matches for head in match.clause.at("subject")]
    return any("war" in reading.classes(head) for head in doers)


def names_war(reading: Reading, part: range) -> bool:
    """Whether a stretch names a war: what is told since then is the war's."""
    return any("war" in reading.classes(i) for i in part)


def is_anchor(reading: Reading, head: int) -> bool:
    """Whether a war is named only to say when ("since the conflict began", "the start of the war")."""
    token = reading.doc[head]
    if token.dep_ in ("nsubj", "nsubjpass") and any(child.lower_ in ANCHORING and child.dep_ == "mark" for child in token.head.children):
        return True
    if token.dep_ != "pobj":
        return False
    governor = token.head
    return governor.lower_ in ANCHORING or (governor.lower_ == "of" and governor.head.lemma_.lower() in COURSE_NOUNS)


def is_told_of(reading: Reading, head: int) -> bool:
    """Whether a war named without parties is told of: how long it has gone on, or that it began, goes on or grips a country."""
    token = reading.doc[head]
    if any(word.lemma_.lower() in COURSE_TIMES for word in _of_how_long(token)):
        return True
    verb = token.head
    if token.dep_ in ("nsubj", "nsubjpass") and verb.lemma_.lower() in COURSE_VERBS:
        return True
    return token.dep_ == "pobj" and verb.head.lemma_.lower() in GRIPPED and verb.lower_ in ("in", "into", "by")


def _of_how_long(token: Token) -> list[Token]:
    """"six-year-old conflict", "two years of war": the words that may say how long a war has gone on."""
    measured = [word for child in token.children if child.i < token.i for word in child.subtree]
    return measured + ([token.head.head] if token.dep_ == "pobj" and token.head.lower_ == "of" else [])


def _opened(token: Token) -> range | None:
    """The stretch that a dependent opens, where it opens with "since"."""
    if token.dep_ == "prep" and token.lower_ == "since":
        return range(token.left_edge.i, token.right_edge.i + 1)
    if token.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ == "since" for child in token.children):
        return range(token.left_edge.i, token.right_edge.i + 1)
    return None


def _sharing(reading: Reading, heads: set[int], shares: bool) -> list[Token]:
    """The predicates whose time is the happening's: its own, those that they hang on, and what is coordinated with them."""
    found: list[Token] = []
    for head in sorted(heads):
        token = reading.doc[head]
        if token.i not in reading.verbs:  # an event noun shares the time of the verb that it is an argument of
            token = next((above for above in token.ancestors if above.i in reading.verbs), token)
        while token not in found:
            found.append(token)
            if token.dep_ not in SHARING or token.head.i == token.i or (token.dep_ == "conj" and not shares):
                break
            token = token.head if token.head.i in reading.verbs else token
    coordinated = [child for token in found for child in token.children
                   if shares and child.dep_ == "conj" and child.i in reading.verbs]
    return [*found, *(child for child in coordinated if child not in found)]
