"""Layer 9, whom an operation or a fight is against, by what it is for: "an operation to oust the militants from the town".

In: a Reading and a Happening told by a noun for an operation, or by a verb of fighting, that names nobody whom it is against. Out: the
heads of the armed whom its purpose drives out, kills or takes ground from, of rulers whom a fight is to bring down, and of those whose attack it is to meet. Decision: only
those under arms or in power and by their own words; whom it frees or protects is not whom it is against.
"""

from __future__ import annotations

from collections.abc import Iterator

from warledger.claims.acts.doers import OPERATION
from warledger.claims.acts.doers_beside import WHOSE
from warledger.claims.acts.happenings import Happening
from warledger.claims.acts.participant import Filled
from warledger.claims.acts.sides import FIGHTING, OPPOSING
from warledger.claims.clauses.aims import HELPING
from warledger.claims.clauses.records import Clause
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token

# Places of a clause of purpose in which those stand who are driven out or lose ground.
DRIVEN = ("object", "of", "from")
# Verbs by whose object a fight is against those in power, and kinds of those who are.
TOPPLING = frozenset(("topple", "oust", "unseat", "overthrow", "depose", "remove", "dislodge", "defeat"))
IN_POWER = frozenset(("state", "office", "person"))
# How the parse hangs on a verb of helping what somebody is helped to do.
HELPED_TO = frozenset(("ccomp", "xcomp"))
PURPOSES = frozenset(("acl", "relcl", "advcl", "xcomp"))
# Verbs by which an attack is met.
MEETING = frozenset(("repel", "repulse", "push back", "beat back", "drive back", "fight off", "fend off", "beat off", "halt", "stop", "stem", "counter",
                     "thwart", "foil", "resist", "blunt", "block"))


def opposed_by_purpose(reading: Reading, happening: Happening) -> list[int]:
    """The heads of those against whom an operation is by its purpose."""
    clause = happening.main.clause
    fight = happening.main.frame.both_sides and (clause.kind == "verb" or clause.relation == "light")  # "waged a battle to oust X"
    if not fight and (happening.main.frame.name != OPERATION or clause.kind != "noun"):
        return []
    doers = set(happening.role("initiator"))
    for verb in _purposes(reading.doc[happening.main.head]):
        aim = reading.verbs.get(verb.i)
        found = [] if aim is None else [
            i for slot in DRIVEN for head in aim.at(slot) for i in reading.fillers(head)
            if i not in doers and reading.doc[i].pos_ != "PRON" and (actor := reading.actor_at(i)) is not None
            and (actor.kind in FIGHTING or (fight and verb.lemma_ in TOPPLING and actor.kind in IN_POWER))]
        if aim is not None and fight and not found:
            found = [i for i in _attacking(reading, aim) if i not in doers]
        if found:
            return found
    return []


def tells_one_side(happening: Happening, initiators: list[Filled]) -> bool:
    """"The troops and the tribesmen battled to oust the militia": those who fight are one side where they are one row and nobody is told to be against them."""
    own = set(happening.main.roles.get("initiator", ()))
    opposed = any(match.clause.at(slot) for match in happening.matches if match.frame.both_sides for slot in (*OPPOSING, "object"))
    return len(initiators) == 1 or (bool(initiators) and not opposed and own.issuperset(item.head for item in initiators))


def _attacking(reading: Reading, aim: Clause) -> list[int]:
    """"battling to push back army advances": whose attack it is that a fight is to meet."""
    if not MEETING.intersection((aim.predicate, *aim.variants)):
        return []
    return [i for event in aim.at("object") if event in reading.nouns for slot in WHOSE for head in reading.nouns[event].at(slot)
            for i in reading.fillers(head) if (actor := reading.actor_at(i)) is not None and actor.kind in (*FIGHTING, "state")]


def _purposes(noun: Token) -> Iterator[Token]:
    """The infinitives that tell what an act is for, on the noun or on the verb whose object it is."""
    over = [child for child in noun.head.children if child.i > noun.i] if noun.dep_ == "dobj" else []
    for child in (*noun.children, *over):
        if child.dep_ in PURPOSES and child.tag_ == "VB" and any(word.lower_ == "to" for word in child.children):
            helped = (other for other in child.children if other.dep_ == "conj" or (child.lemma_ in HELPING and other.dep_ in HELPED_TO))
            yield from (verb for verb in (child, *helped) if verb.lemma_ not in HELPING)
