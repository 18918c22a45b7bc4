"""Layer 4, verbs of telling whose subject the parse hangs on "as", or ends behind "however".

In: a verb. Out: who is its subject. Decision: what stands right before a finite verb that has a clause or an object of its own and no other subject is its
subject, and no object of "as", but behind verbs that take "as" for what somebody is; "however" between two verbs leaves them one subject.
"""

from __future__ import annotations

from warledger.claims.clauses.finite_verbs import FINITE, begins
from warledger.claims.text.tokens import Token
from warledger.lexicons.speech_lexicon import load_speech

# Behind these verbs "as" tells what somebody is.
WHAT_ONE_IS = frozenset("work serve act live pose describe identify name know regard see treat view use portray depict quote cite dress train operate appear emerge "
                        "disguise brand label cast hail dismiss denounce condemn refer".split())
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
CONTENTS = frozenset(("ccomp", "dobj"))
NAMING = ("NOUN", "PROPN")
YET = frozenset(("however", "nevertheless", "nonetheless"))


def subject_behind_as(verb: Token) -> Token | None:
    """"The ministry said jets hit the depot as a reporter in Aden said blasts could be heard": whom the parse makes the object of "as"."""
    if verb.tag_ not in FINITE or verb.dep_ not in ("ccomp", "conj", "advcl", "ROOT") or verb.lemma_ not in load_speech().plain or _has_subject(verb):
        return None
    last = verb.doc[begins(verb) - 1]
    noun = next((word for word in (last, *last.ancestors) if word.dep_ == "pobj" and word.head.lower_ == "as" and word.head.i < word.i), None)
    if noun is None or noun.pos_ not in NAMING or noun.right_edge.i != last.i or noun.left_edge.i - 1 != noun.head.i:
        return None
    above = noun.head.head
    told = [child for child in verb.children if child.dep_ in CONTENTS and child.i > verb.i]
    own = any(child.dep_ == "ccomp" or verb.lemma_ != "say" for child in told)  # not "worked as a driver said a medic"
    return noun if own and above.pos_ in ("VERB", "AUX") and above.lemma_ not in WHAT_ONE_IS and above is not verb else None


def subject_before_however(verb: Token) -> Token | None:
    """"The source did not tell how many were among the victims, however noted that ...": he notes, not the victims right before."""
    before = verb.doc[begins(verb) - 1]
    if verb.tag_ not in FINITE or before.lower_ not in YET or verb.doc[before.i - 1].text != "," or _has_subject(verb):
        return None
    above = verb.head if verb.dep_ in ("dep", "parataxis", "conj") and verb.head.i < before.i else None
    first = next((child for child in verb.children if child.dep_ in ("ccomp", "parataxis") and child.i < before.i), above)
    return next((child for child in first.children if child.dep_ in SUBJECTS and child.i < first.i), None) if first is not None else None


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)
