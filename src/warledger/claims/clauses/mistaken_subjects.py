"""Layer 4, verbs, what the parse makes a subject that does nothing: a toll, a stretch of time, whoever backs or blames those who do it.

In: a token that the parse makes the subject of a verb. Out: who does it instead, or whether the token does not. Decision: each shape is
told by the words around the subject; where none is found, the parse stands.
"""

from __future__ import annotations

from warledger.claims.clauses.finite_verbs import begins
from warledger.claims.clauses.missed_subjects import NAMING
from warledger.claims.clauses.told_of import speaker_behind_object
from warledger.claims.text.tokens import Token

# Verbs whose object is an act and behind whose "on" stands who did it.
BLAMING = frozenset(("blame", "pin"))
# Stretches of time after which something is told to have happened, and the prepositions of that.
SPELLS = frozenset(("minute", "hour", "day", "week", "month", "year", "moment"))
DELAYS = frozenset(("after", "before", "following", "into"))


def is_headline_toll(subject: Token) -> bool:
    """"Nine civilians killed in army airstrikes": of a headline's toll the parse makes the subject of the act."""
    return subject.dep_ == "nsubj" and subject.right_edge.i + 1 == subject.head.i and any(child.dep_ == "acl" and child.tag_ == "VBN" for child in subject.children)


def told_apart(subject: Token) -> list[Token] | None:
    """Who does it where what the parse makes the subject is the toll of a headline, a stretch of time, who backs those who do it, or who blames.

    "43 killed in army shelling of the town", "the army backed by its ally X shelled the town".
    """
    last = subject.right_edge
    if blame_before(subject) is not None:
        return [subject.head.head]
    if is_headline_toll(subject) and subject.head.tag_ == "VBG" and last.dep_ == "pobj" and last.pos_ in NAMING:
        return [last]
    if (speaker := speaker_behind_object(subject)) is not None:
        return [speaker]
    if (late := _subject_behind_delay(subject)) is not None:
        return [late]
    beside = subject.head.nbor(-1) if subject.head.i else subject
    if subject.head.tag_ == "VBZ" and beside.i > subject.i and beside.dep_ == "compound" and beside.head.i == subject.head.i:
        return [beside]  # "Three killed in raid in Goma M23 attacks Sake": a compound of a verb is its subject
    before = subject.doc[subject.left_edge.i - 1] if subject.left_edge.i > subject.sent.start else subject
    backed = before.head.head
    if subject.pos_ != "PROPN" or before.dep_ != "pobj" or before.head.dep_ != "agent" or backed.tag_ != "VBN" or backed.dep_ not in ("acl", "relcl"):
        return None
    doer = next((child for child in backed.children if child.dep_ == "nsubj"), backed.head)
    return [doer, subject] if doer.pos_ in NAMING else None


def blame_before(subject: Token) -> Token | None:
    """"the raids, which an official blamed on X, hit a camp": the verb of blaming that the parse makes a participle of who blames."""
    before = subject.left_edge.i - 1
    relative = subject.dep_ == "nsubj" and subject.head.dep_ == "relcl" and before > 0 and subject.doc[before].lower_ in ("which", "that")
    return next((child for child in subject.children if relative and child.dep_ == "acl" and child.lemma_ in BLAMING
                 and any(part.lower_ == "on" for part in child.children)), None)


def only_describes(subject: Token) -> bool:
    """"Al-Qaeda's Syrian arm the Nusra Front clashed": of two subjects side by side the common noun tells who the name is."""
    if subject.tag_ != "NN" or subject.i + 1 >= len(subject.doc) or subject.right_edge.i != subject.i:
        return False
    return any(other.dep_ == "nsubj" and other.pos_ == "PROPN" and other.left_edge.i == subject.i + 1 for other in subject.head.children)


def _subject_behind_delay(subject: Token) -> Token | None:
    """"Hours after the start of the offensive rebels seized the town": hours seize nothing, whoever stands right before the verb does."""
    if subject.lemma_.lower() not in SPELLS or not any(child.lower_ in DELAYS for child in subject.children):
        return None
    before = subject.doc[begins(subject.head, subject.i) - 1]
    return before if before.pos_ in NAMING and before.dep_ == "pobj" and subject.right_edge.i == before.i else None
