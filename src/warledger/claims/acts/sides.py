"""Layer 9, who stands on which side: the parties of a fight, and those who fell.

In: the participants of a happening by role, as its clauses have them. Out: the same, each on the side on which it was. Decision:
those who fight each other are all initiators; the fallen stay victims too; who fell in an act did not do it.
"""

from __future__ import annotations

from collections.abc import Mapping

from warledger.claims.acts.companions import shared_noun
from warledger.claims.acts.fallen_parts import among_fallen
from warledger.claims.acts.fallen_sides import fallen_sides
from warledger.claims.acts.happenings import Happening
from warledger.claims.acts.participant import Filled
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.model import Participant

ARMED = ("MIL", "REB", "GOV", "UAF")
# Prepositions by which a clause tells in or behind which fight its subject acted.
DURING = frozenset(("in", "during", "after", "following", "amid"))
# Verbs of moving over ground, which fighters do in an operation of theirs.
MOVING = frozenset(("advance", "push", "move", "enter", "close", "sweep", "pour", "march", "reach", "gain", "progress", "surge", "drive", "rush"))
ACTING = frozenset(("armed", "state", "group-name"))
# Words for somebody by whom he fights.
RIVALS = frozenset(("opponent", "rival", "enemy", "foe", "adversary"))
# Words for those who fight beside somebody, behind his name.
ALLIES = frozenset(("ally", "backer"))
# Verbs whose object are men of their subject.
LOSING = frozenset(("lose", "sacrifice"))
# The places of a fight's clause in which its other side stands.
OPPOSING = ("with", "against", "between", "among")
# Types of acts of those who fight.
DEEDS = frozenset(("ASSAULT", "TERRITORY"))
# By these a clause is one that is said.
TOLD = frozenset(("mark", "aux", "auxpass"))
# What is wrecked in a fight and does not fight.
THINGS = frozenset(("vehicle", "aircraft", "weapon", "building"))
# Kinds of mentions of those who fight themselves.
FIGHTING = frozenset(("force", "group", "armed"))


def settle_sides(reading: Reading, happening: Happening, filled: Mapping[str, list[Filled]],
                 own_subject: list[Filled]) -> dict[str, list[Filled]]:
    """The participants, each on its side. own_subject: those who act in the clause in which a fight is told ("took it after clashes")."""
    initiators, targets = list(filled["initiator"]), list(filled["target"])
    suffered = _fallen(happening)
    things = {item.participant.name for item in targets if item.head in suffered and _is_thing(reading, item.head)}
    if happening.main.frame.both_sides:
        besides = {item.head for item in targets if _only_speaks(reading, item.head) or (suffered and _only_goes_on(reading, item.head))}
        among = among_fallen(reading, happening, [item.head for item in targets])
        parts = [item for item in targets if item.head in among]
        targets = [item for item in targets if item.head not in besides | among]
        if "with" in (happening.main.frame.target or ()):  # "a war against X" is one side's against another
            initiators, targets = _both_sides(initiators, targets, suffered, _fought_with(reading, happening))
            fell = {actor.name for head in suffered if reading.doc[head].tag_ == "PRP" and (actor := reading.actor_at(head)) is not None}
            targets = [*targets, *(item for item in initiators if item.participant.name in fell and item not in targets)]  # "clashed with gunmen, killing two of them"
            opposed = not happening.main.roles.get("initiator") and bool(initiators)
            own = [item for item in own_subject if not any(_is_one(item.participant, other.participant) for other in initiators)]
            initiators = _with_fallen([*own, *initiators] if opposed else initiators or own_subject, targets, opposed)
            initiators = [*initiators, *_slain(happening, initiators, targets)]
            if initiators and {item.head for item in initiators} <= _fought_against(reading, happening):
                initiators, targets = [], [*initiators, *targets]  # "the battle against the militia goes on"
        return {**filled, "initiator": [item for item in initiators if item.participant.name not in things], "target": [*targets, *parts]}
    victims = {item.participant.name for item in targets if item.head in suffered}
    # "policemen were killed when their vehicle struck a bomb": who fell did not do it by what was theirs
    initiators = [item for item in initiators if item.participant.name not in victims]
    named = {item.head for item in initiators}
    targets = [item for item in targets if item.head not in named]
    if not initiators and (happening.main.frame.result or happening.main.frame.general):
        # "12 soldiers and nine rebels were killed": they killed each other; two rebel groups in strikes did not, nor rebels with a leader of theirs
        lost = [item for item in targets if item.head in suffered and item.participant.name not in things
                and (actor := reading.actor_at(item.head)) is not None and actor.kind in FIGHTING]
        initiators = _with_fallen([], lost) if _are_two_sides(lost) else []
    return {**filled, "initiator": initiators, "target": targets}


def subject_of_fight(reading: Reading, token: Token, prepositions: frozenset[str] = DURING, moves: bool = False) -> list[int]:
    """Who acts in the clause that tells of a fight beside its act: "captured the town after fierce clashes".

    moves: an act without an object will do too ("advanced in an offensive").
    """
    above = token
    while above.dep_ == "pobj" and above.head.lower_ == "of" and above.head.head.pos_ in ("NOUN", "PROPN"):
        above = above.head.head  # "after hours of clashes"
    preposition = above.head
    if above.dep_ != "pobj" or preposition.lower_ not in prepositions:
        return []
    head = preposition.head
    while _only_stands_between(reading, head):
        head = head.head  # "drove them out of a base in fierce fighting": the parse hangs the fight on the base
    clause = reading.verbs.get(head.i)
    if clause is None and head.dep_ in ("nsubj", "nsubjpass"):  # "government forces after hours of clashes captured"
        return [head.i] if reading.classes(head.i) & ACTING and reading.actor_at(head.i) is not None else []
    if clause is None or not (clause.at("object") or (moves and clause.predicate in MOVING)):
        return []
    # of a passive only the agent by its own words: "was captured by rebels in a battle"
    subjects = [argument.head for argument in clause.arguments if argument.slot == "subject" and not (clause.passive and argument.implied)]
    return [i for subject in subjects for i in reading.fillers(subject)
            if (actor := reading.actor_at(i)) is not None and (reading.classes(i) & ACTING or (actor.kind == "person" and _is_deed(reading, head.i)))]


def _is_deed(reading: Reading, verb: int) -> bool:
    """Whether a verb tells of taking or attacking, by which a person stands for those who fight under him."""
    return verb in reading.acts and reading.acts[verb].type in DEEDS


def _only_stands_between(reading: Reading, token: Token) -> bool:
    """Whether a token is a place or thing, or its preposition, between a fight and the verb in whose clause it is told."""
    if token.pos_ == "ADP":
        return token.dep_ == "prep"
    ground = token.dep_ in ("pobj", "dobj") and token.pos_ in ("NOUN", "PROPN") and token.i not in reading.nouns
    return ground and reading.actor_at(token.i) is None


def fighting_above(reading: Reading, token: Token) -> list[int]:
    """"the militia took care to spare houses during clashes with rebels": the fighters of whom the nearest clause above a fight tells."""
    for above in token.ancestors:
        told = (child for child in above.children if child.dep_ == "ccomp" and child.is_ancestor(token))
        if any(child.i < above.i or any(word.dep_ in TOLD for word in child.children) for child in told):
            return []  # "the group said ten were killed during the fighting", "fighting killed ten, the army said": they told of the fight
        clause = reading.verbs.get(above.i)
        subjects = [i for subject in clause.at("subject") for i in reading.fillers(subject)] if clause is not None and not clause.passive else []
        fighters = [i for i in subjects if (actor := reading.actor_at(i)) is not None and actor.kind in FIGHTING]
        if fighters:
            return fighters
    return []


def driven_in_fight(reading: Reading, token: Token) -> list[int]:
    """"pushed the militia back in hours of battle", "took the hill from the militia after": whom the subject of a fight's clause drove,
    took from or killed, where they fight, are the other side.
    """
    verb = next((above for above in token.ancestors if above.i in reading.verbs and above.dep_ != "prep"), None)
    clause = reading.verbs[verb.i] if verb is not None and verb.lemma_ not in LOSING else None
    objects = [*clause.at("object"), *(clause.at("from") if clause.at("object") else ())] if clause is not None else []
    return [i for head in objects for i in reading.fillers(head) if (actor := reading.actor_at(i)) is not None and actor.kind in FIGHTING]


def sides_named(reading: Reading, token: Token) -> list[int]:
    """"fighting that left dozens dead on both sides": those whom a word for the sides stands for, in what is said of the fight."""
    return [i for part in token.sent if part.i > token.i and token.is_ancestor(part)
            and (mention := reading.actor_by_head.get(part.i)) is not None for i in mention.members]


def sides_told(reading: Reading, happening: Happening, opposed: list[Filled]) -> list[int]:
    """The sides of a fight that its own words name none of, or only those against whom it is, from the sentence about it."""
    fight = reading.doc[happening.main.head]
    if sides := fallen_sides(reading, fight):
        return sides
    acting, fallen = subject_of_fight(reading, fight), _fallen(happening)
    if acting and all(item.head in fallen for item in opposed):
        return [*acting, *(head for head in driven_in_fight(reading, fight) if head not in acting)]
    return sides_named(reading, fight) or acting or (fighting_above(reading, fight) if opposed else [])


def _fallen(happening: Happening) -> set[int]:
    return {head for match in happening.matches if match.frame.result for head in match.roles.get("target", ())}


def beside_in_fight(reading: Reading, head: int) -> list[int]:
    """"M23 FDLR clash in Rutshuru": of two groups by name side by side the first is the other side, its comma lost; whose rivals fight fights too."""
    if (other := _other_side(reading, reading.doc[head])) is not None:
        return [other]
    if reading.doc[head].lemma_.lower() in RIVALS:
        return [child.i for child in reading.doc[head].children if child.tag_ == "PRP$" and reading.actor_at(child.i) is not None]
    mention = reading.actor_by_head.get(head)
    if mention is None or mention.kind != "group" or mention.actor is None:
        return []
    return [other.head for other in reading.actors if other.end + 1 == mention.start and other.kind == "group"
            and other.actor not in (None, mention.actor)]


def _other_side(reading: Reading, one: Token) -> int | None:
    """"between rebels and the army has raged", "between rebels backed by tanks and the army": behind the "and" that the parse gives to another word."""
    if one.dep_ != "pobj" or one.head.lower_ != "between" or any(child.dep_ == "conj" for child in one.children):
        return None
    around = one.head.head.subtree if one.head.dep_ == "prep" else ()  # "between the army, acting for Russia, and the group, which"
    joint = next((part for part in (*reversed(one.subtree), *reversed(around)) if part.dep_ == "cc" and part.lower_ == "and" and part.i > one.i
                  and part.i not in reading.actor_by_token), None)
    mention = next((actor for actor in reading.actors if joint is not None and joint.idx < actor.start), None)
    if joint is None or mention is None or mention.kind not in FIGHTING | {"state"}:
        return None
    between = reading.doc[joint.i + 1:mention.head]
    naming = ("DET", "ADJ", "NOUN", "PROPN", "PUNCT", "NUM")
    return mention.head if all(word.pos_ in naming or reading.actor_by_token.get(word.i) is mention for word in between) else None


def _fought_against(reading: Reading, happening: Happening) -> set[int]:
    """"the battle against the militia", "a choice between fighting the militia and fleeing": those against whom a fight is told to be."""
    return {i for match in happening.matches if match.frame.both_sides for argument in match.clause.arguments
            if argument.slot == "against" or (argument.slot == "object" and match.clause.kind == "verb" and not match.clause.passive)
            for i in reading.fillers(argument.head)}


def threatened_side(reading: Reading, happening: Happening, filled: dict[str, list[Filled]]) -> dict[str, list[Filled]]:
    """"vowed to keep up the fight against the rebels": a threat is one side's, and whom it would fight is whom it threatens."""
    met = _fought_against(reading, happening)
    against = [item for item in filled["initiator"] if item.head in met] if happening.main.frame.both_sides else []
    rest = [item for item in filled["initiator"] if item not in against]
    return {**filled, "initiator": rest, "target": [*filled["target"], *against]} if rest else filled


def _only_goes_on(reading: Reading, head: int) -> bool:
    """"four fighters fell in those clashes, with the army capturing the hill": "with" and a deed open another clause, no other side."""
    token = reading.doc[head]
    fight = token.head.head
    told = token.dep_ == "pobj" and token.head.lower_ == "with" and any(child.lower_ in ("those", "these") for child in fight.children)
    return told and any(child.dep_ == "acl" and child.tag_ == "VBG" and child.i in reading.verbs and reading.verbs[child.i].at("object")
                        for child in token.children)


def _only_speaks(reading: Reading, head: int) -> bool:
    """"the council met on the fighting, with France and Italy demanding that it stop": who says something behind "with" is no side."""
    named = reading.doc[head]
    first = (named.head if named.dep_ in ("compound", "nmod") else named).first_of_list
    listed = {part.i for part in first.subtree}
    return first.dep_ == "pobj" and first.head.lower_ == "with" and any(
        part.tag_ == "VBG" and part.i - 1 in listed and any(child.dep_ == "ccomp" for child in part.children) for part in reading.doc[head + 1:first.sent.end])


def _fought_with(reading: Reading, happening: Happening) -> tuple[set[int], set[int]]:
    """"clashes with Kurds", "killed fighting Kurds": a people behind "with", or a named one that is fought; "against the army and its allies"."""
    found: dict[str, set[int]] = {"with": set(), "object": set(), "against": set()}
    for match in happening.matches:
        for slot, heads in found.items():
            fought = match.clause.at(slot) if match.frame.both_sides else []
            named = [(i, actor) for head in fought for i in reading.fillers(head) if (actor := reading.actor_at(i)) is not None]
            heads.update(i for i, actor in named if actor.kind == "people" and (slot == "with" or (slot == "object" and reading.doc[i].pos_ == "PROPN")))
            nouns = [(i, shared_noun(reading.doc[i], actor)) for i, actor in named]  # "Russian and Iranian allies"
            found["with"].update(i for i, noun in nouns if noun.lemma_ in ALLIES and noun.dep_ == "conj")
    return found["with"], found["object"]


def _both_sides(initiators: list[Filled], targets: list[Filled], fallen: set[int],
                peoples: tuple[set[int], set[int]]) -> tuple[list[Filled], list[Filled]]:
    """A clash has two sides and no victim by name: those who are fought stand with those who fight, the fallen do not."""
    heads = {item.head for item in initiators}
    met, fought = peoples
    peopled = met | fought if initiators or fallen else met
    sides = [item for item in targets if item.head not in heads | fallen
             and (item.participant.sector not in ("CVL", None) or item.head in peopled)]
    rest = [item for item in targets if item not in sides and item.head not in heads]
    return [*initiators, *sides], rest


def _with_fallen(initiators: list[Filled], targets: list[Filled], opposed: bool = False) -> list[Filled]:
    """Where a side of a fight is not named, the fighters who fell in it are that side; alone they are none.

    opposed: the fight is told as one with or against the initiators, so that whoever fell in it stood against them.
    """
    if len(initiators) > 1 and not opposed:
        return initiators
    alike = _is_one if opposed else _may_be_one_side
    lone = opposed and len(initiators) == 1  # "the warlord was killed in fighting with the army": whoever fell by name fought it
    armed = [item for item in targets if (item.participant.sector in ARMED or (lone and item.participant.sector is None and not item.participant.count
                                                                              and item.participant.name[:1].isupper()))
             and not any(alike(item.participant, other.participant) for other in initiators)]
    if initiators:
        return [*initiators, *armed]
    return armed if any(not _may_be_one_side(one.participant, other.participant) for one in armed for other in armed) else []


def _slain(happening: Happening, initiators: list[Filled], targets: list[Filled]) -> list[Filled]:
    """"the army killed ten fighters in clashes": fighters whom a side of the fight is told to have killed are the other side."""
    if any(match.clause.at(slot) for match in happening.matches if match.frame.both_sides for slot in OPPOSING):
        return []  # who the other side is, the fight tells itself
    killers, named = {item.head for item in initiators}, {item.participant.name for item in initiators}
    slain = {head for match in happening.matches if match.frame.result and killers & set(match.roles.get("initiator", ()))
             for head in match.roles.get("target", ())}
    return [item for item in targets if item.head in slain and item.participant.sector in ARMED and item.participant.name not in named
            and not any(item.participant.actor is not None and item.participant.actor == other.participant.actor for other in initiators)]


def _is_thing(reading: Reading, head: int) -> bool:
    """"two tanks were destroyed in the clashes": what was wrecked in a fight is none of its sides."""
    return not THINGS.isdisjoint(reading.word_classes.of(reading.doc[head].lemma_.lower()))


def _are_two_sides(fallen: list[Filled]) -> bool:
    """Whether some of those who fell fought for a state and others against it."""
    return len({"MIL" if item.participant.sector == "GOV" else item.participant.sector for item in fallen if item.participant.sector in ARMED}) > 1


def _is_one(one: Participant, other: Participant) -> bool:
    """Whether two parties are the same by name, or of one state."""
    states = one.sector == other.sector == "MIL" and one.country == other.country
    return states or one.name.lower() == other.name.lower() or (one.actor is not None and one.actor == other.actor)


def _may_be_one_side(one: Participant, other: Participant) -> bool:
    """Whether nothing tells two parties apart: neither sector nor country nor who they are."""
    sectors = {"MIL" if who.sector == "GOV" else who.sector for who in (one, other)}
    if len(sectors) > 1:
        return False
    if one.actor is not None and other.actor is not None and one.actor != other.actor:
        return False
    return one.country == other.country or None in (one.country, other.country)
