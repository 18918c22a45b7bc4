"""Layer 4, verbs that the parse hides in a noun phrase: "fighters battling forces", "kept pounding areas", "and displaced millions", "troops,
backed by jets, seized areas".

In: a verb that the parse makes a modifier of the noun behind it. Out: whether the noun is really its object, and who does it.
Decision: only four shapes are read so, each told by the word before the verb; any other participle before a noun modifies it.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token
from warledger.lexicons.grammar_lexicon import load_grammar
from warledger.lexicons.unit_lexicon import load_units

GOING_ON = load_grammar().going_on
COUNTING = load_grammar().counting
HEADLINE_VERBS = load_grammar().headline_verbs
SUFFERED = load_grammar().always_suffered
# Those whom a second loss befell, without their number.
FURTHER = "others"
FINITE = ("VBD", "VBZ", "VBP")
NAMING = ("NOUN", "PROPN")
# What the object of a headline's verb opens with.
OPENING = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "DET"))
# What opens a noun of its own, and how a noun hangs in a sentence whose verb the parse does not see.
OF_NUMBER = frozenset(("det", "nummod", "poss"))
LOOSE = frozenset(("ROOT", "appos", "conj", "dep", "prep"))
# Beside these a plural is a noun: "12 targets", "the rebels' attacks".
OF_A_NOUN = frozenset(("det", "nummod", "poss", "prep", "acl", "relcl"))


def hides_clause(token: Token) -> bool:
    """Whether a participle before a noun is the predicate of which that noun is the object."""
    if token.i == token.sent.start or token.head.i < token.i:
        return False
    return goes_on(token) is not None or doer_before(token) is not None or _is_coordinated(token)


def goes_on(token: Token) -> Token | None:
    """"kept pounding areas": the verb before it that says that it goes on."""
    before = token.nbor(-1)
    return before if token.tag_ == "VBG" and before.pos_ == "VERB" and before.lemma_ in GOING_ON else None


def doer_before(token: Token) -> Token | None:
    """"fighters battling forces": those right before it, whom the parse makes a part of the name of its object; or those before a pair of commas."""
    if token.tag_ in ("VBN", "VBD"):
        return _before_commas(token)
    before = token.nbor(-1)
    named = before.pos_ in NAMING and before.head.i == token.head.i and before.dep_ in ("compound", "nmod")
    return before if token.tag_ == "VBG" and named and before.tag_ in ("NNS", "NNPS") else None


def _before_commas(token: Token) -> Token | None:
    """"Troops, backed by jets, seized areas near the port": those of whom a participle between a pair of commas tells, who have no verb else."""
    done_to = token.head
    if token.i < token.sent.start + 2 or token.nbor(-1).text != "," or done_to.tag_ != "NNS" or done_to.dep_ not in LOOSE or any(child.dep_ in OF_NUMBER for child in done_to.children):
        return None
    before = reversed(token.doc[token.sent.start + 2:token.i])
    told = next((child for child in before if child.dep_ == "acl" and child.tag_ == "VBN" and child.nbor(-1).text == ","), token)
    beside = told.nbor(-2)  # "In the Bay region, troops, backed by jets, ...": the parse hangs the participle on the region
    doer = beside if beside.dep_ == "appos" and told.head.is_ancestor(beside) else told.head
    verbs = any(word.tag_ in (*FINITE, "MD") for word in token.doc[doer.i:token.i])
    return doer if doer.i < token.i and doer.dep_ in LOOSE and doer.pos_ in NAMING and not verbs else None


def verb_beside(token: Token) -> Token | None:
    """"killed thousands and displaced millions": the verb that it is coordinated with."""
    return next((above for above in token.head.ancestors if above.pos_ == "VERB" and above.i < token.i), None)


def headline_object(token: Token) -> Token | None:
    """"Car bomb targets bus": what a headline's verb is done to that the parse takes for a plural noun; None where it is one."""
    if token.lower_ not in HEADLINE_VERBS or token.pos_ not in NAMING or token.i in (token.sent.start, token.sent.end - 1):
        return None
    before, after = token.nbor(-1), token.nbor(1)
    if before.pos_ not in NAMING or after.pos_ not in OPENING or (any(child.dep_ in OF_A_NOUN for child in token.children) and not _has_places(token)):
        return None
    if any(word.tag_ in FINITE for word in token.doc[token.sent.start:token.i]):
        return None
    return _last_of_phrase(after)


def verb_in_name(token: Token) -> Token | None:
    """"40 killed as missile hits fuel convoy": the noun of whose name the parse makes a headline's verb a part; None elsewhere."""
    inside = token.tag_ == "VBZ" and token.lower_ in HEADLINE_VERBS and token.dep_ == "compound"
    return token.head if inside and token.head.i > token.i and token.head.pos_ in NAMING else None


def _has_places(token: Token) -> bool:
    """Whether the parse gives what it takes for a noun a subject and an object."""
    return {"nsubj", "dobj"} <= {child.dep_ for child in token.children}


def _last_of_phrase(token: Token) -> Token | None:
    """The noun in which a phrase that opens with the token ends, None where it is followed by a verb of its own."""
    end = token.sent.end
    last = None
    while token.i < end and token.pos_ in OPENING and (last is None or token.pos_ not in ("NUM", "DET")):
        last = token if token.pos_ in NAMING else last
        if token.i + 1 == end:
            break
        token = token.nbor(1)
    return None if last is None or token.tag_ in (*FINITE, "MD") else last


def only_suffers(token: Token) -> bool:
    """"A child killed 7 people injured in attacks": the first of two losses that lost the comma between them, not a deed of the child."""
    if token.tag_ != "VBD" or token.lemma_ not in SUFFERED or any(child.dep_ in ("aux", "auxpass") for child in token.children):
        return False
    subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
    lost = next((child for child in token.children if child.dep_ == "dobj"), None)
    if subject is None or lost is None or not (_is_counted(subject) and (_is_counted(lost) or lost.lower_ == FURTHER or lost.pos_ == "NUM")) or lost.right_edge.i == lost.i:
        return False
    after = lost.nbor(1)
    return after.tag_ == "VBN" and after.dep_ == "acl" and after.lemma_ in SUFFERED and after.lemma_ != token.lemma_


def _is_counted(noun: Token) -> bool:
    alone = noun.tag_ in ("NN", "NNP") and load_units().unit_of(noun.lower_) == "people" and not any(child.dep_ in ("det", "poss") for child in noun.children)
    return alone or noun.lower_ == "others" or any(child.dep_ == "nummod" or child.lower_ in ("a", "an") for child in noun.children)


def _is_coordinated(token: Token) -> bool:
    if token.tag_ not in ("VBN", "VBD") or token.head.lemma_.lower() not in COUNTING or token.nbor(-1).lower_ not in ("and", ","):
        return False
    beside = verb_beside(token)
    return beside is not None and beside.tag_ in ("VBN", "VBD")
