"""Layer 9, who did it by what the sentence tells beside the act: "took the hill in a raid", "were killed when gunmen stormed the hall".

In: a Reading whose acts are known, and a happening whose own clauses name nobody. Out: the heads of those who did it. Decision: an act
told only as the frame of another deed is theirs who do the deed; whoever attacks while somebody is harmed or taken harmed or took him,
unless those who fell are of his own side.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from warledger.claims.acts.happenings import Happening
from warledger.claims.acts.holders import CAPTURING, holders
from warledger.claims.acts.sides import MOVING
from warledger.claims.clauses.records import Clause
from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token

# Prepositions behind which a deed tells the act that it was part of.
WITHIN = frozenset(("in", "during", "amid"))
# A siege that ends with the fall of the town, and the like, lies before its deed.
BEFORE = frozenset(("after", "following"))
# Types of deeds in whose frame another act is told; police who arrest for an attack did not commit it.
DEEDS = frozenset(("ASSAULT", "TERRITORY", "RETREAT"))
TAKEN = "capture-people"
CUT = "cut-supply-way"  # "the road was cut when the army took the hills"
RAIDS = frozenset(("raid", "operation", "crackdown", "sweep", "campaign", "push", "ambush", "clash", "battle", "fighting", "shootout", "firefight", "offensive"))
# How a clause opens that tells when, and the types of its acts by which somebody is harmed.
THEN = frozenset(("when", "as"))
# So a clause opens that tells of which operation a raid or a fight was a part.
PART_OF = frozenset(("when", "as", "after", "since"))
OPERATIONS = frozenset(("offensive", "assault", "campaign", "operation", "push", "onslaught", "attack", "counter-offensive", "counteroffensive"))
# Modes of acts by which somebody gains ground.
GAINING = CAPTURING | {"enter"}
# Places of such an act's noun that hold whose it is.
WHOSE = ("mod", "poss", "by")
HARMING = frozenset(("ASSAULT", "TERRITORY", "COERCE", "MOBILIZE"))
# What fighters do while somebody is harmed by others, or tell of it.
HARMLESS = frozenset(("say", "report", "claim", "announce", "be", "find", "discover", "free", "rescue", "lose", "flee", "withdraw", "retreat", "leave",
                      "surrender", "defend", "protect", "respond", "come", "escort", "return", "abandon", "know", "see", "refuse", "mourn", "celebrate",
                      "converge", "gather", "mass", "assemble", "amass", "prepare", "wait", "watch", "negotiate", "meet", "struggle", "rush"))
FIGHTING = frozenset(("force", "group", "armed"))
# Kinds of those who attack.
ATTACKING = frozenset(("force", "group", "armed", "state", "people"))


def doers_of_deed(reading: Reading, happening: Happening) -> list[int]:
    """"soldiers caught the men in a raid": who does the deed that an act is the frame of."""
    act = reading.doc[happening.main.head]
    while act.dep_ == "pobj" and act.head.lower_ == "of" and act.head.head.pos_ in ("NOUN", "PROPN"):
        act = act.head.head  # "in a series of raids"
    siege = happening.main.frame.type == "TERRITORY"
    if act.dep_ != "pobj" or act.head.lower_ not in (WITHIN | BEFORE if siege else WITHIN):
        return []
    verb = act.head.head
    while verb.pos_ in ("NOUN", "PROPN", "ADP") and verb.dep_ in ("pobj", "dobj", "prep") and verb.i not in reading.nouns:
        verb = verb.head  # "captured the town of X in an assault": the parse hangs the assault on the town
    clause, frame = reading.verbs.get(verb.i), reading.acts.get(verb.i)
    if clause is None or frame is None or "subject" in frame.slots("target", clause.kind):
        return []  # "fighters including a leader died in an explosion": none of them did it
    raid = happening.main.clause.predicate in RAIDS
    if not (frame.type in DEEDS or (frame.name == TAKEN) or (raid and frame.type == "COERCE")):
        return []
    return _acting(reading, clause)


def doers_then(reading: Reading, happening: Happening) -> list[int]:
    """"six villagers were killed when gunmen attacked": who attacks in the clause that tells when somebody was harmed."""
    main = happening.main
    harmed = main.clause.passive or main.frame.result
    ground = main.frame.type == "TERRITORY" and main.clause.passive and (main.frame.mode in CAPTURING or main.frame.name == CUT)
    if not harmed or main.clause.negated or main.clause.kind == "noun" or not (main.frame.type == "ASSAULT" or main.frame.name == TAKEN or ground):
        return []
    fallen = [actor for head in happening.role("target") if (actor := reading.actor_at(head)) is not None]
    fallen += holders(reading, happening.role("place")) if ground else []
    beside = _clauses_with(reading, reading.doc[main.head]) if ground else []
    for clause in chain(_clauses_then(reading, reading.doc[main.head]), beside):
        acting = [(i, actor) for i in _acting(reading, clause) if (actor := reading.actor_at(i)) is not None]
        armed = bool(acting) and clause.predicate not in HARMLESS and all(actor.kind in FIGHTING for _, actor in acting)
        takes = armed and _takes_ground(reading, clause) if ground else armed or _harms(reading, reading.doc[clause.head])
        if takes and not clause.passive:
            return [i for i, actor in acting if not any(_alike(actor, one) for one in fallen)]
    return []


def doers_of_advance(reading: Reading, happening: Happening) -> list[int]:
    """"40 soldiers killed in a rebel advance": who takes ground meanwhile, unless those who fell are of his own side."""
    main = happening.main
    if main.frame.type != "ASSAULT" or main.clause.negated or main.clause.kind == "noun" or not (main.frame.result or main.clause.passive):
        return []
    fallen = [actor for head in happening.role("target") if (actor := reading.actor_at(head)) is not None]
    found: list[int] = []
    for preposition in (child for child in reading.doc[main.head].children if child.dep_ == "prep" and child.lower_ in WITHIN):
        for noun in (child for child in preposition.children if child.dep_ == "pobj" and child.i in reading.nouns):
            frame = reading.acts.get(noun.i)
            if frame is not None and frame.type == "TERRITORY" and frame.mode in GAINING:
                heads = [i for slot in WHOSE for head in reading.nouns[noun.i].at(slot) for i in reading.fillers(head)]
                found += [i for i in heads if (actor := reading.actor_at(i)) is not None and actor.kind in ATTACKING and not any(_alike(actor, one) for one in fallen)]
    return found


def doers_of_launched(reading: Reading, happening: Happening) -> list[int]:
    """"the fourth day of air raids since the army launched an offensive": who began the operation in whose course an act is told."""
    act = reading.doc[happening.main.head]
    verb = next((above for above in act.ancestors if above.i in reading.verbs), None)
    if verb is None or happening.main.frame.type != "ASSAULT" or happening.main.frame.both_sides:
        return []
    fallen = [actor for head in happening.role("target") if (actor := reading.actor_at(head)) is not None]
    for clause in _clauses_then(reading, verb, PART_OF):
        frame = reading.acts.get(clause.head)
        launched = any(i in reading.nouns and reading.doc[i].lemma_.lower() in OPERATIONS for i in clause.at("object"))
        if frame is None or frame.type != "ASSAULT" or not launched or act.i in range(clause.head, reading.doc[clause.head].right_edge.i):
            continue
        acting = [i for i in _acting(reading, clause) if (actor := reading.actor_at(i)) is not None]
        return [i for i in acting if (actor := reading.actor_at(i)) is not None and not any(_alike(actor, one) for one in fallen)]
    return []


def _acting(reading: Reading, clause: Clause) -> list[int]:
    """Those who act in a clause, by name or by agent."""
    subjects = [argument.head for argument in clause.arguments if argument.slot == "subject" and not (clause.passive and argument.implied)]
    return [i for head in subjects for i in reading.fillers(head) if (actor := reading.actor_at(i)) is not None and actor.kind in (*ATTACKING, "person")]


def _clauses_then(reading: Reading, verb: Token, marks: frozenset[str] = THEN) -> Iterator[Clause]:
    """The clauses that tell when, of a verb or of those coordinated with it."""
    first = verb
    while first.dep_ == "conj" and first.head.pos_ == "VERB":
        first = first.head
    queue = [first]
    while queue:
        over = queue.pop(0)
        for child in over.children:
            if child.dep_ == "conj" and child.pos_ == "VERB":
                queue.append(child)
            if child.dep_ == "advcl" and child.i in reading.verbs and reading.verbs[child.i].mark in marks:
                yield reading.verbs[child.i]
            if child.dep_ in ("npadvmod", "prep"):  # "last week when", "on Monday, when"
                days = [child] if child.dep_ == "npadvmod" else [inner for inner in child.children if inner.dep_ == "pobj"]
                yield from (reading.verbs[inner.i] for day in days for inner in day.children if inner.dep_ == "relcl" and inner.i in reading.verbs
                            and reading.verbs[inner.i].mark == "when")


def _clauses_with(reading: Reading, verb: Token) -> list[Clause]:
    """"was beaten back, with army troops retaking the airport": the clauses behind "with" that tell how."""
    return [reading.verbs[child.i] for preposition in verb.children if preposition.dep_ == "prep" and preposition.lower_ == "with" and preposition.i > verb.i
            for child in preposition.children if child.dep_ == "pcomp" and child.i in reading.verbs]


def _harms(reading: Reading, verb: Token) -> bool:
    """Whether a verb, one coordinated with it or what it began harms: by its act, or by what is thrown or set off."""
    for token in (verb, *(child for child in verb.children if child.dep_ in ("conj", "xcomp"))):
        thrown = [child for child in token.children if child.dep_ == "dobj" and "munition" in reading.word_classes.of(child.lemma_.lower())]
        if thrown or (token.i in reading.acts and reading.acts[token.i].type in HARMING):
            return True
    return False


def _takes_ground(reading: Reading, clause: Clause) -> bool:
    """"was captured as troops pushed into the town": who moves on or attacks; who fights back or shells from afar may be those who lose it."""
    frame = reading.acts.get(clause.head)
    return clause.predicate in MOVING or (frame is not None and frame.type in ("ASSAULT", "TERRITORY") and not frame.both_sides)


def _alike(one: ActorMention, other: ActorMention) -> bool:
    """Whether two may be of one side: the same by name, or fighters of one sector."""
    armed = one.sector == other.sector and one.sector not in (None, "CVL", "UAF")
    return one.name == other.name or (armed and (one.country == other.country or None in (one.country, other.country)))
