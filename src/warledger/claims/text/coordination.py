"""Layer 2, mended: what a verb of saying is coordinated with: "X denied that jets struck the town and accused Y", "X said it hit a base and Y said a raid killed six".

In: a verb of the parse. Out: the same, hung on the verb of saying before it where the parse hangs it on what is said there, or
on the finite verb over an infinitive ("asked Y to leave and condemned Z"). Decision: who denies a
thing says what stands behind "and" as well, and what he denies does not speak; who has his own subject and says a thing speaks for himself.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token
from warledger.lexicons.speech_lexicon import load_speech

PASTS = frozenset(("VBD", "VBN"))
PRESENTS = frozenset(("VBZ", "VBP"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
JOINING = frozenset(("and", "but"))
# What is said hangs so on the verb of saying, or on the noun that is its object ("rejected the claim that ...").
SAID, OF_NOUN = "ccomp", "acl"
NOUNS = frozenset(("NOUN", "PROPN"))
# Verbs by which one turns down what others say, beside those that deny it.
TURNING_DOWN = "reject"


def hang_on_teller(verb: Token) -> None:
    """Hang a verb of saying on the one before it with which it is coordinated."""
    if verb.dep_ not in ("conj", SAID) or verb.tag_ not in PASTS | PRESENTS or any(child.dep_ in ("mark", "aux", "auxpass") for child in verb.children):
        return
    first = verb.first_of_list
    if first is verb:
        first = next((child for child in verb.head.children if child.dep_ == SAID and verb.head.i < child.i < verb.i), verb)
    teller = _teller(first)
    if teller is None or first is verb or teller.i > verb.i:
        return
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS and child.i < verb.i), None)
    timed = verb.tag_ in PASTS if teller.tag_ in PASTS else verb.tag_ in PRESENTS
    if subject is None and verb.dep_ == "conj" and timed and _is_denied(first, teller) and _speaks_on(verb):
        verb.hang_on(teller, "conj")
    elif verb.lemma_ in load_speech().plain and any(child.dep_ == SAID and child.i > verb.i for child in verb.children):
        own = subject or _lost_in_list(verb)
        if own is not None and own.doc[own.left_edge.i - 1].lower_ in JOINING and own.i > first.i:
            if subject is None:
                own.hang_on(verb, "nsubj")
            verb.hang_on(teller, "conj")


def hang_on_finite(verb: Token) -> None:
    """"asked Chad to pull back and condemned the raid": a finite verb is no other half of an infinitive, but of the finite verb over that."""
    first = verb.first_of_list
    bare = verb.lower_ == verb.lemma_  # "seeking to take the hill and cut the road"
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBZ") or bare or first.tag_ != "VB" or first.i > verb.i \
            or any(child.dep_ in (*SUBJECTS, "mark", "aux", "auxpass") for child in verb.children):
        return
    if not any(child.dep_ == "aux" and child.lower_ == "to" for child in first.children):
        return
    over = next((above for above in first.ancestors if above.tag_ in (*PASTS, *PRESENTS) and above.i < first.i), None)
    if over is None or over.first_of_list is verb:
        return
    past = over.tag_ in PASTS
    own = any(child.dep_ in SUBJECTS for child in over.first_of_list.children)
    if own and past == (verb.tag_ == "VBD"):
        verb.hang_on(over, "conj")


def _teller(clause: Token) -> Token | None:
    """The verb of saying, with a subject of its own, whose content a clause is."""
    above = clause.head if clause.dep_ == SAID else clause.head.head if clause.dep_ == OF_NOUN and clause.head.dep_ == "dobj" else None
    if above is None or above.pos_ != "VERB" or above.lemma_ not in {*load_speech().content, *load_speech().event, TURNING_DOWN}:
        return None
    return above if any(child.dep_ in SUBJECTS for child in above.children) else None


def _is_denied(clause: Token, teller: Token) -> bool:
    """Whether what is said is that a thing did not happen."""
    saying = load_speech().saying_of((teller.lemma_,))
    return teller.lemma_ == TURNING_DOWN or (saying is not None and saying.stance == "denied") or any(child.dep_ == "neg" for child in clause.children)


def _speaks_on(verb: Token) -> bool:
    speech = load_speech()
    return verb.lemma_ in speech.accusing | speech.plain or verb.lemma_ in speech.demands


def _lost_in_list(verb: Token) -> Token | None:
    """"struck a base and activists reported that ...": the subject that the parse, for a lost comma, makes one more of a list before it."""
    last = verb.nbor(-1)
    while last.dep_ == "advmod" and last.i > verb.sent.start:
        last = last.nbor(-1)
    joined = [noun for noun in (last, last.head, last.head.head) if noun.dep_ == "conj" and noun.pos_ in NOUNS and noun.head.pos_ in NOUNS and noun.right_edge.i == last.i]
    return joined[-1] if joined and verb.head.i < joined[-1].head.i else None
