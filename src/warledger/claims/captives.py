"""Layer 3, who is captured and not what: "Karim, 30, was captured in Nairobi and jailed" tells of a person, whatever Karim may be elsewhere.

In: the last word of a name that is the object of a capture. Out: whether the sentence tells it of a person. Decision: by what else is said of the
one captured (an age, a clause with "who", a trial, what he was doing), by who captures, and by where; a name alone decides nothing, save that it
begins as names of places do.
"""

from __future__ import annotations

from warledger.claims.clauses.clause_filling import AT_THE_TIME
from warledger.claims.text.tokens import Token
from warledger.lexicons.grammar_lexicon import load_grammar

CATCHING = frozenset(("capture", "recapture"))
# Behind these words stands where somebody was captured; ground is captured nowhere.
WHERE = frozenset(("in", "at", "near", "inside", "outside"))
PLACES = frozenset(("GPE", "LOC", "FAC"))
# Beside these in one capture, who is named before them is one more.
TOGETHER = frozenset(("along", "alongside", "together"))
# By these words a clause tells more of a thing or a place, never of a person.
THINGS = frozenset(("which", "where"))
# The ages of those who are captured, in years.
AGES = range(10, 100)
# Words between a name and its age: "Karim, now 30,".
AGE_WITHIN = 3


def is_captured(token: Token) -> bool:
    """Whether a word is the object of a capture, or coordinated with it."""
    first = token.head if token.dep_ == "conj" else token
    return first.dep_ in ("nsubjpass", "dobj") and first.head.pos_ == "VERB" and first.head.lemma_.lower() in CATCHING


def is_captive(token: Token) -> bool:
    """Whether a name that is captured is said to be a person's by more than the capture."""
    if not is_captured(token):
        return False
    first = token.head if token.dep_ == "conj" else token
    verb = first.head
    return (_is_described(token) or _is_tried(verb) or _is_doing(verb) or _is_caught(verb)
            or (token.ent_type_ not in PLACES and first.dep_ == "nsubjpass" and _is_somewhere(verb)))


def is_ground(token: Token) -> bool:
    """"captured Tal Nadir and Burayda", "Burayda, which it captured", "stormed and captured Burayda", "captured Burayda from the rebels": a place on no map."""
    first = token.head if token.dep_ == "conj" else token
    if any(child.dep_ == "relcl" and any(word.lower_ in THINGS for word in child.children) for child in first.children):
        return True
    if any(_is_toponym(name) for name in (first, *(child for child in first.children if child.dep_ == "conj"))):
        return True
    if not is_captured(token) or first.dep_ != "dobj":
        return False
    verb = first.head
    beside = [child for child in verb.children if child.dep_ == "conj"] + ([verb.head] if verb.dep_ == "conj" else [])
    lost = any(child.lower_ == "from" and any(inner.tag_ in ("NNS", "NNPS") for inner in child.children) for child in (*verb.children, *token.children))
    return lost or any(word.lemma_.lower() in load_grammar().taking_ground for word in beside)


def _is_toponym(name: Token) -> bool:
    """"Tal Nadir", "Wadi al-Nadir": what a place is called by hill, valley, spring or house."""
    words = [name, *(child for child in name.children if child.dep_ == "compound" and child.i < name.i)]
    return min(words, key=lambda word: word.i).lower_ in load_grammar().toponyms and len(words) > 1


def _is_described(token: Token) -> bool:
    """"Karim, 30,", "the 30-year-old Karim", "Karim, who grew up in Lagos"."""
    behind = token.doc[token.i + 1:token.i + 1 + AGE_WITHIN]
    if any(word.text.isdigit() and int(word.text) in AGES and word.head.i == token.i for word in behind):
        return True
    return any((child.dep_ == "relcl" and any(word.lower_ == "who" for word in child.children)) or child.lower_.endswith("-old")
               or (child.dep_ == "amod" and child.lower_ == "old") for child in token.children)


def _is_tried(verb: Token) -> bool:
    """"was captured in May and jailed", "captured Karim and brought him home": what happens to persons only."""
    fates = [child for child in verb.children if child.dep_ == "conj"]
    done = [fate for fate in fates if fate.lemma_.lower() in load_grammar().captives_fates]
    if any(child.dep_ == "nsubjpass" for child in verb.children):
        return bool(done)
    return any(child.dep_ == "dobj" and child.lower_ in ("him", "her") for fate in fates for child in fate.children)


def _is_doing(verb: Token) -> bool:
    """"was captured while fighting", "as he dined", "after being wounded": what the one captured was doing."""
    for child in verb.children:
        marks = [word.lower_ for word in child.children if word.dep_ in ("mark", "advmod")]
        if child.dep_ == "advcl" and AT_THE_TIME & set(marks) and child.tag_ == "VBG":
            return True
        if child.dep_ == "advcl" and any(word.dep_ in ("nsubj", "nsubjpass") and word.lower_ in ("he", "she") for word in child.children):
            return True
    return False


def _is_caught(verb: Token) -> bool:
    """"police captured Karim", "captured Karim along with three men": who captures people, and who is captured beside."""
    agents = [inner for child in verb.children if child.dep_ == "agent" for inner in child.children]
    catchers = [*agents, *(child for child in verb.children if child.dep_ == "nsubj")]
    return any(word.lemma_.lower() in load_grammar().catchers for word in catchers) or any(
        child.dep_ == "prep" and child.lower_ in TOGETHER and any(inner.tag_ == "NNS" for inner in child.subtree) for child in verb.children)


def _is_somewhere(verb: Token) -> bool:
    """"was captured in Kenya", "at a roadblock in Kano"."""
    spots = [inner for child in verb.children if child.dep_ == "prep" and child.lower_ in WHERE for inner in child.children]
    spots += [inner for spot in spots for child in spot.children if child.lower_ in WHERE for inner in child.children]
    return any(spot.ent_type_ in PLACES for spot in spots)
