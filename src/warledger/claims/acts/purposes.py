"""Layer 9, whom an operation or a fight is against, by what it is for: "an operation to oust the militants from the town".

In: a Reading and a Happening told by a noun for an operation, or by a verb of fighting, that names nobody whom it is against. Out: the
heads of the armed whom its purpose drives out, kills or takes ground from, and of rulers whom a fight is to bring down. Decision: only
those under arms or in power and by their own words; whom it frees or protects is not whom it is against.
"""

from __future__ import annotations

from collections.abc import Iterator

from warledger.claims.acts.doers import OPERATION
from warledger.claims.acts.happenings import Happening
from warledger.claims.acts.sides import FIGHTING
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.company_lexicon import load_company

# Places of a clause of purpose in which those stand who are driven out or lose ground.
DRIVEN = ("object", "of", "from")
# Verbs by whose object a fight is against those in power, and kinds of those who are.
TOPPLING = frozenset(("topple", "oust", "unseat", "overthrow", "depose", "remove", "dislodge", "defeat"))
IN_POWER = frozenset(("state", "office", "person"))
# Verbs by whose object a fight is for somebody, and how the parse hangs what he is helped to do.
HELPING = load_company().backed | {"bolster", "protect", "defend", "prop", "rescue", "relieve", "strengthen", "free", "save", "shield"}
HELPED_TO = frozenset(("ccomp", "xcomp"))
PURPOSES = frozenset(("acl", "relcl", "advcl", "xcomp"))


def opposed_by_purpose(reading: Reading, happening: Happening) -> list[int]:
    """The heads of those against whom an operation is by its purpose."""
    clause = happening.main.clause
    fight = happening.main.frame.both_sides and (clause.kind == "verb" or clause.relation == "light")  # "waged a battle to oust X"
    if not fight and (happening.main.frame.name != OPERATION or clause.kind != "noun"):
        return []
    doers = set(happening.role("initiator"))
    for verb in _purposes(reading.doc[happening.main.head]):
        aim = reading.verbs.get(verb.i)
        found = [] if aim is None or verb.lemma_ in HELPING else [
            i for slot in DRIVEN for head in aim.at(slot) for i in reading.fillers(head)
            if i not in doers and reading.doc[i].pos_ != "PRON" and (actor := reading.actor_at(i)) is not None
            and (actor.kind in FIGHTING or (fight and verb.lemma_ in TOPPLING and actor.kind in IN_POWER))]
        if found:
            return found
    return []


def _purposes(noun: Token) -> Iterator[Token]:
    """The infinitives that tell what an act is for, on the noun or on the verb whose object it is."""
    over = [child for child in noun.head.children if child.i > noun.i] if noun.dep_ == "dobj" else []
    for child in (*noun.children, *over):
        if child.dep_ in PURPOSES and child.tag_ == "VB" and any(word.lower_ == "to" for word in child.children):
            yield child
            yield from (other for other in child.children if other.dep_ == "conj" or (child.lemma_ in HELPING and other.dep_ in HELPED_TO))
