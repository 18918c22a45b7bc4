"""Layer 5, what a frame's conditions ask of the grammar: who handles a thing, to what an outcome is laid, of what a part is.

In: a Reading and a clause. Out: classes of words. Decision: a bomb that is found or defused is not used, and who dies in an
earthquake dies by no act; the verbs and the mishaps are classes of word_classes.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable

from warledger.claims.clauses.records import Clause
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.grammar_lexicon import load_grammar

# How many steps from a weapon up to what is found: "two rifles and a cache of rockets".
CACHES = 3
# How the second of a list without commas hangs on the first.
LISTED = frozenset(("dobj", "appos"))
OBJECTS = frozenset(("dobj", "nsubjpass"))
WIELDING = load_grammar().wielding
# Nouns for the hold on a place.
HOLDS = frozenset(("control", "possession", "outskirt"))
ARMS = frozenset(("munition", "ordnance"))
# How what befell a thing hangs on it.
TOLD_OF = frozenset(("acl", "relcl"))
# Before "of", by which somebody has no more of a thing.
GONE = frozenset(("out", "short"))
# What is found, moved or made safe is not used.
HANDLED = frozenset(("handling",))
MISHAP = frozenset(("mishap",))
# How a wreck hangs on what it did, or that on it.
BESIDE = frozenset(("advcl", "conj", "xcomp", "ccomp"))
DYING = frozenset(("die", "perish"))
CARRIERS = frozenset(("aircraft", "vehicle"))
# Where the cause of an outcome may stand.
CAUSES = ("subject", "in", "from", "by", "of", "after", "during", "due", "to", "when", "because")


def handlers(reading: Reading, clause: Clause) -> frozenset[str]:
    """The classes of the verb whose object a noun is ("defused a bomb", "a cache of rockets was found")."""
    token = reading.doc[clause.head]
    if token.i + 1 < len(token.doc) and "storing" in reading.word_classes.of(token.nbor(1).lower_):
        return HANDLED  # "a depot", whatever the parse makes of it: "a tank shells depot"
    arms = bool(reading.word_classes.of(token.lemma_.lower()) & ARMS)
    for _ in range(CACHES):
        if arms and _is_at_rest(reading, token):
            return HANDLED
        listed = token.dep_ in LISTED and token.head.dep_ in OBJECTS  # "destroyed six positions three vehicles and two bombs"
        if listed or (token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN")):
            token = token.head
        elif token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.i not in reading.event_words:
            token = token.head.head
        elif arms and (whole := _whole_of(token)) is not None and whole.i not in reading.event_words:
            if whole.dep_ in OBJECTS and whole.head.lemma_ not in WIELDING:
                return HANDLED  # "destroyed 12 positions including rockets"
            token = whole
    if token.dep_ == "pobj" and token.head.lower_ == "with" and "lading" in reading.word_classes.of(token.head.head.lemma_.lower()):
        return HANDLED  # "a truck loaded with rockets", "supplies them with missiles"
    verb = reading.verbs.get(token.head.i) if token.dep_ in ("dobj", "nsubjpass") or _moves(reading, token) else None
    if verb is None:
        participles = [reading.verbs[child.i] for child in token.children if child.dep_ == "acl" and child.i in reading.verbs]
        verb = next((inner for inner in participles if inner.passive), None)
    if verb is None or any(child.dep_ == "prt" for child in reading.doc[verb.head].children):
        return frozenset()
    wiped_out = arms and "wiping-out" in reading.word_classes.of(verb.predicate)  # "destroyed two truck bombs", "a mortar and a car were destroyed"
    return HANDLED if wiped_out or _is_made_safe(reading, verb) else reading.word_classes.of(verb.predicate)


def _whole_of(token: Token) -> Token | None:
    """"weapons including rockets": that of which something behind "including" is told to be a part."""
    if token.dep_ != "pobj" or token.head.lower_ != "including":
        return None
    over = token.head.head
    if over.pos_ not in ("VERB", "AUX"):
        return over
    return next((child for child in over.children if child.dep_ in OBJECTS and child.i < token.head.i), None)


def _is_at_rest(reading: Reading, token: Token) -> bool:
    """What tells nothing done with arms: "photographed rockets", "relies on mortars", "ran out of shells", "barrel bombs are drums"."""
    over = token.head
    if any(child.dep_ in TOLD_OF for child in token.children) or any(child.dep_ == "ccomp" and child.i > token.i for child in over.children):
        return False  # "footage showed two bombs being dropped"
    if token.dep_ == "nsubj" and over.lemma_ == "be":
        return over.tag_ in ("VBP", "VBZ") and any(child.dep_ == "attr" for child in over.children) and not any(
            child.dep_ in ("det", "nummod", "poss") for child in token.children)
    if token.dep_ == "pobj" and over.lower_ in ("of", "from"):
        left = [over.head, *(child for child in over.head.children if child.dep_ == "dobj" and child.i < over.i)]
        if any("remnant" in reading.word_classes.of(one.lemma_.lower()) and one.dep_ not in ("nsubj", "ROOT") for one in left):
            return True  # "found pieces of a rocket"; not "fragments of a rocket killed two"
    if token.dep_ == "pobj" and over.lower_ in ("of", "on", "over"):
        gone = over.head.lower_ in GONE
        over = over.head.head if gone else over.head
        return "arms-traffic" in reading.word_classes.of(over.lemma_.lower()) or "having" in reading.word_classes.of(over.lemma_.lower()) or (gone and over.pos_ in ("VERB", "AUX"))
    return token.dep_ in ("dobj", "nsubjpass") and "having" in reading.word_classes.of(over.lemma_.lower())


def _moves(reading: Reading, token: Token) -> bool:
    """"new rockets moved into range": what is moved, in a clause that names nobody who moves it; a bomb that explodes is not."""
    alone = token.dep_ == "nsubj" and all(child.dep_ not in ("dobj", "prt") for child in token.head.children)
    return alone and "handling" in reading.word_classes.of(token.head.lemma_.lower()) and "setting-off" not in reading.word_classes.of(token.head.lemma_.lower())


def _is_made_safe(reading: Reading, verb: Clause) -> bool:
    """"the bomb was detonated by police", "experts blew up the device": who sets off what others have laid makes it safe."""
    if "setting-off" not in reading.word_classes.of(verb.predicate):
        return False
    doers = (i for head in verb.at("subject") for i in reading.fillers(head))
    return any("making-safe" in reading.classes(i) for i in doers) or any(
        "clearing" in reading.word_classes.of(lemma) for _, lemma in reading.lemmas_around(verb.head))


def causes(reading: Reading, clause: Clause) -> frozenset[str]:
    """The classes of what an outcome is laid to: the subject or cause of its clause and of the verb that carries it."""
    clauses = [clause]
    if clause.kind != "verb" and clause.parent in reading.verbs:
        clauses.append(reading.verbs[clause.parent])
    heads = [argument.head for one in clauses for argument in one.arguments if argument.slot in CAUSES]
    heads += _causes_beside(reading.doc[clause.head])
    found = frozenset().union(*(_compound_classes(reading, i) for i in heads))
    return found | MISHAP if _is_in_crash(reading, clause.head) or any(_is_blaze(reading, i) for i in heads) else found


def _causes_beside(token: Token) -> list[int]:
    """"others have died, particularly children, from hunger": a cause that the parse hangs on those named last before it."""
    if token.lemma_ not in DYING:
        return []
    last = [child for child in token.children if child.i > token.i and child.dep_ in ("dobj", "npadvmod", "appos")]
    return [inner.i for child in last for cause in child.children if cause.lower_ in ("from", "of") for inner in cause.children if inner.dep_ == "pobj"]


def _is_in_crash(reading: Reading, head: int) -> bool:
    """"five died when their bus overturned", "a jet crashed into a market, killing nine": what befell by a wreck that nobody brought about."""
    token = reading.doc[head]
    token = (token.head if token.dep_ == "oprd" else token).first_of_list  # "leaving ten dead", "destroying a house and killing nine"
    beside = [child for child in token.children if child.dep_ in BESIDE]
    beside += [token.head] if token.dep_ in BESIDE else []
    wrecks = [verb for verb in beside if "wrecking" in reading.word_classes.of(verb.lemma_.lower()) and verb.i in reading.verbs]
    return any(reading.classes(i) & CARRIERS for verb in wrecks for i in reading.verbs[verb.i].at("subject")) and not any(
        "wilful" in reading.word_classes.of(lemma) for _, lemma in reading.lemmas_around(head))


def _is_blaze(reading: Reading, i: int) -> bool:
    """"the house was destroyed by fire": a fire that is nobody's ("rebel fire") and comes from nowhere ("fire from tanks")."""
    token = reading.doc[i]
    return token.lower_ == "fire" and token.pos_ == "NOUN" and all(
        child.dep_ in ("det", "punct") or (child.dep_ == "prep" and child.lower_ not in ("from", "of", "between")) for child in token.children)


def _compound_classes(reading: Reading, i: int) -> frozenset[str]:
    """The classes of a noun, with or without the noun before it ("crash", "car crash")."""
    token = reading.doc[i]
    lemma = token.lemma_.lower()
    pairs = [f"{child.lemma_.lower()} {lemma}" for child in token.children if child.dep_ in ("compound", "amod")]
    return reading.word_classes.of(lemma).union(*(reading.word_classes.of(pair) for pair in pairs))


def portions(reading: Reading, heads: Iterable[int]) -> list[int]:
    """What a word of measure or of hold is of: "most of the town", "control of the town"."""
    words = load_grammar().partitives | HOLDS
    return [inner.i for i in heads if reading.doc[i].lemma_.lower() in words for child in reading.doc[i].children
            if child.lower_ == "of" for inner in child.children if inner.dep_ == "pobj"]
