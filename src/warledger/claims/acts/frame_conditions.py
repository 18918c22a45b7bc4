"""Layer 5, the conditions of a frame: whether what fills the places of a clause makes it the act that the frame means.

In: a Reading, a Frame, a clause, and which heads fill the frame's roles. Out: whether all of its `needs` and none of its
`unless` hold. Decision: conditions ask for classes of words, never for words, so that a sense is told in one place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from warledger.claims.acts.senses import causes, handlers, portions
from warledger.claims.clauses.records import Clause
from warledger.claims.reading import Reading
from warledger.lexicons.frame_lexicon import Frame

# So many words of a class in one sentence make it what the sentence is about; one may be there by chance.
NEAR_WORDS = 2
# Classes by which a participant can be one: everything else that fills a place is a thing.
ACTING = frozenset(("armed", "state", "body", "media", "person", "people", "group-name"))
# Topics that a word of attack may belong to, where nobody armed is named.
PLAY = frozenset(("sport", "film"))
# Who attacks and shoots in games and markets, though they are people and bodies.
GAMES = frozenset(("player", "business"))
# In `unless`: whatever it is that fills the place.
ANYTHING = "anything"
# By these a verb governs another whose act it is about ("threatened to close", "insisted that X go").
GOVERNED = frozenset(("xcomp", "ccomp"))
# How the infinitive hangs that says what an act is for.
AIMS = frozenset(("acl", "xcomp", "advcl"))
# The same, where the parse makes a relative clause of it.
PURPOSES = AIMS | {"relcl"}


def holds(reading: Reading, frame: Frame, clause: Clause, roles: Mapping[str, list[int]]) -> bool:
    """Whether the conditions of a frame hold in a clause whose roles are filled so."""
    if not all(_meets(reading, clause, roles, role, wanted) for role, wanted in frame.needs.items()):
        return False
    return not any(_is_barred(reading, clause, roles, role, barred) for role, barred in frame.unless.items())


def governed(reading: Reading, head: int) -> set[int]:
    """The verbs whose act a verb is about, and the event nouns that are it: "offered to release", "promised a release"."""
    said = [child for child in reading.doc[head].children if child.dep_ == "acomp"]  # "is willing to"
    children = [child for over in (reading.doc[head], *said) for child in over.children]
    found = {child.i for child in children if child.dep_ in GOVERNED}
    if not found and all(child.dep_ != "dobj" for child in children):  # "vowed in a speech to retake the town", not "offered money to free him"
        found = {child.i for child in children if child.dep_ == "advcl" and child.tag_ == "VB" and any(inner.lower_ == "to" for inner in child.children)}
    found |= {inner.i for child in children if child.dep_ == "prep" for inner in child.children if inner.dep_ == "pcomp"}
    for first in sorted(found):
        found |= {child.i for child in reading.doc[first].children if child.dep_ == "conj"}
        # "is ready to help defend": who helps to do it does it
        found |= {child.i for child in reading.doc[first].children if child.dep_ in GOVERNED}
    return found


def _meets(reading: Reading, clause: Clause, roles: Mapping[str, list[int]], role: str, wanted: frozenset[str]) -> bool:
    if role == "content":
        return _content_has(reading, clause, wanted)
    asked = ASKED.get(role)
    if asked is not None:
        return "none" in wanted or bool(asked(reading, clause) & wanted)
    heads = roles.get(role)
    if heads is None:
        heads = [filler for head in clause.at(role) for filler in reading.fillers(head)]
    if role in ("place", "initiator"):  # "most of the town", "members of their families"
        heads = [*heads, *portions(reading, heads)]
    if not heads:
        return "none" in wanted
    return any(reading.classes(i) & wanted for i in heads)


def _is_barred(reading: Reading, clause: Clause, roles: Mapping[str, list[int]], role: str, barred: frozenset[str]) -> bool:
    if any("armed" in reading.classes(i) for i in roles["initiator"]):
        barred -= PLAY  # gunmen may shoot a coach or attack a concert
    asked = ASKED.get(role)
    if asked is not None:
        return bool(asked(reading, clause) & barred)
    heads = roles.get(role)
    if heads is None and ANYTHING in barred:
        return any(head not in reading.time_tokens for head in clause.at(role))
    if heads is None:
        return any(reading.classes(i) & barred for head in clause.at(role) for i in reading.fillers(head))
    if role == "initiator" and any(reading.word_classes.of(reading.doc[i].lemma_.lower()) & GAMES for i in heads) and GAMES & barred:
        return True  # a striker is a person, but his shot is none
    things = barred - ACTING
    return any(reading.classes(i) & barred and (not things & reading.classes(i) or not reading.classes(i) & ACTING) for i in heads)


def _done(reading: Reading, clause: Clause) -> frozenset[str]:
    """Classes of what is done: the object of the verb, the verbs that it governs and theirs."""
    heads = [filler for slot in ("object", "to", "on") for head in clause.at(slot) for filler in reading.fillers(head)]
    found: set[str] = set()
    for i in sorted(governed(reading, clause.head)):
        found |= reading.word_classes.of(reading.doc[i].lemma_.lower())
        heads += [child.i for child in reading.doc[i].children if child.dep_ in ("dobj", "nsubjpass")]
    for i in heads:
        found |= reading.word_classes.of(reading.doc[i].lemma_.lower())
        for child in reading.doc[i].children:
            if child.dep_ in ("compound", "amod"):
                found |= reading.word_classes.of(child.lemma_.lower())
    return frozenset(found)


def _content_has(reading: Reading, clause: Clause, wanted: frozenset[str]) -> bool:
    token = reading.doc[clause.head]
    if "clause" in wanted:
        return bool(governed(reading, token.i))
    return any(reading.word_classes.of(inner.lemma_.lower()) & wanted for inner in token.subtree)


def _near(reading: Reading, clause: Clause) -> frozenset[str]:
    """What the sentence is about beside its predicate: a class with two words in it, or the topic of the report."""
    counts: Counter[str] = Counter()
    for word in {lemma for i, lemma in reading.lemmas_around(clause.head) if i != clause.head}:
        counts.update(reading.word_classes.of(word))
    return frozenset(name for name, words in counts.items() if words >= NEAR_WORDS)


def _beside(reading: Reading, clause: Clause) -> frozenset[str]:
    """The classes of the other words of the sentence."""
    return frozenset().union(*(reading.word_classes.of(lemma) for i, lemma in reading.lemmas_around(clause.head) if i != clause.head))


def _kind(reading: Reading, clause: Clause) -> frozenset[str]:
    """The classes of the words before a noun that say of what kind it is: "rescue and relief operations"."""
    before = [child for child in reading.doc[clause.head].children if child.dep_ in ("compound", "amod", "nmod")]
    words = [*before, *(other for child in before for other in child.children if other.dep_ == "conj")]
    return frozenset().union(*(reading.word_classes.of(word.lemma_.lower()) for word in words))


def _aim(reading: Reading, clause: Clause) -> frozenset[str]:
    """The classes of the infinitive that says what an act is for: "a campaign to vaccinate", "fought to save him"."""
    aims = [child for child in reading.doc[clause.head].children if child.dep_ in AIMS and child.tag_ == "VB"]
    return frozenset().union(*(reading.word_classes.of(aim.lemma_.lower()) for aim in aims))


def _purpose_of(reading: Reading, clause: Clause) -> frozenset[str]:
    """The classes of the act that an infinitive says the purpose of: "carried out strikes to bolster the army"."""
    token = reading.doc[clause.head]
    if token.tag_ != "VB" or token.dep_ not in PURPOSES:
        return frozenset()
    acts = [token.head, *(child for child in token.head.children if child.dep_ == "dobj")]
    return frozenset().union(*(reading.word_classes.of(act.lemma_.lower()) for act in acts))


def _numbered(reading: Reading, clause: Clause) -> frozenset[str]:
    """The classes of an object that goes by its number: "the 17th Division", "Regiment 121"."""
    heads = [reading.doc[i] for head in clause.at("object") for i in reading.fillers(head)]
    named = [token for token in heads if any(word.text[:1].isdigit() for word in (*token.children, *token.doc[token.i + 1:token.i + 2]))
             and token.tag_ != "NNS"]
    return frozenset().union(*(reading.word_classes.of(token.lemma_.lower()) for token in named))


# What a condition asks of the grammar, beside what fills a place.
ASKED: dict[str, Callable[[Reading, Clause], frozenset[str]]] = {
    "near": _near, "does": _done, "beside": _beside, "governor": handlers, "aim": _aim, "numbered": _numbered, "cause": causes, "kind": _kind,
    "purpose-of": _purpose_of}
