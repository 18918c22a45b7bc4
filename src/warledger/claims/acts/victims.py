"""Layer 9, whom it hit: the heads of those whom an act of arms harmed, and of the things that it struck.

In: a Reading and a Happening. Out: their heads, in the order in which they are told. Decision: they stand in the places of the
clauses, in a toll, beside the victims or as parts of them; whoever did an act that was beaten back is whom it was beaten back from.
"""

from __future__ import annotations

from warledger.claims.acts.aboard import aboard
from warledger.claims.acts.company_of_victims import is_with_object
from warledger.claims.acts.doers import REPEL
from warledger.claims.acts.fellow_victims import beside, parts
from warledger.claims.acts.frames import Match
from warledger.claims.acts.happenings import Happening
from warledger.claims.acts.holders import BEFORE, owners_behind
from warledger.claims.acts.lone_victims import HARMED
from warledger.claims.acts.mines import ran_onto
from warledger.claims.acts.passers import passers
from warledger.claims.acts.sides import FIGHTING
from warledger.claims.acts.sites import is_road, is_site_of_act, set_off_beside, struck_within
from warledger.claims.acts.tellers import without_tellers
from warledger.claims.acts.things import (
    GROUND,
    behind_its_entrance,
    included,
    listed_before,
    listed_behind,
    struck_before,
)
from warledger.claims.acts.tolls import fallen
from warledger.claims.acts.unlisted import BEFALLS, may_be_somebody
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.unit_lexicon import load_units

# Sectors of bodies that tell of acts of war: they neither commit nor suffer them.
WATCHING = frozenset(("MED", "NGO"))
# Verbs of which the object with a possessive is the means.
SETTING_OFF = frozenset(("detonate", "explode", "ignite", "trigger"))

# What befalls somebody in whose company others are who suffer it too.
SUFFERED = BEFALLS | {"trapped"}
# Words behind "not" by which more is told than was thought.
ONLY = frozenset(("only", "just", "merely", "least", "all", "far", "long"))
# Words for those whom an act harmed.
HARMED_ONES = frozenset(("fatality", "casualty", "victim", "dead", "deceased"))
# Frames of what befalls a body, and prepositions behind which then stands where it was.
ON_BODIES = frozenset(("shoot", "murder", "execute"))
# Nouns of acts before which the thing may stand that they hit ("a market bombing").
STRIKING = frozenset(("attack", "strike", "airstrike", "raid", "bombing", "shelling", "bombardment", "blast", "explosion", "massacre", "shooting", "assault", "siege"))
# Classes of the sides from which it is done.
SIDES = frozenset(("area", "edge"))
WHERE = frozenset(("on", "at", "against"))


def hit(reading: Reading, happening: Happening) -> list[int]:
    """The heads of whoever was hit: by the places of the clauses, by a toll, beside the victims and as parts of them."""
    heads = [doer for head in happening.role("target") for doer in _doers(reading, happening, head) or [head]]
    heads = [head for head in heads if not _was_spared(reading, happening, head) and not (len(heads) > 1 and _is_denied(reading.doc[head]))]
    heads = [head for head in heads if len(heads) < 2 or not _is_part_of_all(reading, happening, head)]
    heads = [head for head in heads if not _is_scene(reading, happening, head)]
    heads = [head for head in heads if not _is_set_off(reading, happening, head) and not _only_tells(reading, happening, head)
             and not is_road(reading, happening, head) and not is_site_of_act(reading, head)]
    heads += [head for found in (fallen(reading, happening), passers(reading, happening), ran_onto(reading, happening)) for head in found if head not in heads]
    heads = heads or _told_as(reading, happening)
    heads += [head for match in happening.matches if _strikes(match) for head in struck_before(reading, match.trigger[0]) if head not in heads]
    if happening.main.frame.type == "ASSAULT":
        heads = [behind_its_entrance(reading, head, heads) for head in heads]
        heads = [one for head in heads for one in (*listed_before(reading, head), head, *listed_behind(reading, head), *included(reading, head),
                                                   *owners_behind(reading, head), *aboard(reading, head)) if not _is_half_of_name(reading.doc[one])]
        heads += [head for found in (set_off_beside(reading, happening), struck_within(reading, happening)) for head in found if head not in heads]
    within = parts(reading, happening.role("initiator"), [])  # "held by an alliance including X"
    harmed = SUFFERED.intersection(what for match in happening.matches for what in match.frame.tally.values())
    if not harmed:
        heads += [head for head in beside(reading, heads, happening.matches) if head not in heads and any(
            is_with_object(reading, reading.doc[match.head], reading.doc[head]) for match in happening.matches if match.clause.kind == "verb")]
    for more in (beside, parts) if harmed else (parts,):
        heads += [head for head in more(reading, heads, happening.matches) if head not in [*heads, *within]]
    return without_tellers(reading, heads)


def _strikes(match: Match) -> bool:
    """Whether a match names an act by a noun before which what it hit may stand."""
    return match.clause.kind == "noun" and match.frame.type == "ASSAULT" and match.clause.predicate in STRIKING


def _told_as(reading: Reading, happening: Happening) -> list[int]:
    """"most of the casualties of the raid were porters", "the fatalities were guards at the site of the blast": who those are that an act harmed."""
    act = reading.doc[happening.main.head]
    over = next((above for above in act.ancestors if above.lemma_ == "be" and any(child.dep_ == "attr" for child in above.children)), None)
    if over is None or happening.main.frame.type != "ASSAULT" or happening.main.clause.kind != "noun":
        return []
    counted = [word for child in over.children if child.dep_ == "nsubj" for word in child.subtree if word.lemma_.lower() in HARMED_ONES]
    told = [i for child in over.children if child.dep_ == "attr" for i in reading.fillers(child.i)]
    return [i for i in told if counted and (reading.actor_at(i) is not None or reading.quantity_by_head.get(i))]


def _is_denied(token: Token) -> bool:
    """"bombed houses, not barracks", "attacked farmers but not soldiers": what was not hit; "not only farmers" were."""
    first = token.left_edge
    denial = first if first.lower_ == "not" or not first.i else first.nbor(-1)
    return denial.lower_ == "not" and denial.nbor(1).lower_ not in ONLY and token.dep_ != "nsubj"


def _is_half_of_name(token: Token) -> bool:
    """"a weapons and ammunition depot": a plural behind "a" belongs to the noun behind "and"."""
    single = any(child.lower_ in ("a", "an") and child.i < token.i for child in token.children)
    return token.tag_ == "NNS" and single and any(child.dep_ == "conj" and child.tag_ == "NN" for child in token.children) \
        and not any(child.dep_ == "nummod" for child in token.children)


def _was_spared(reading: Reading, happening: Happening, head: int) -> bool:
    """"repelled an attack on its posts": the things on which an attack was beaten back are not whom it was beaten back from."""
    of_attack = any(head in match.roles.get("target", ()) for match in happening.parts if match.frame.name != REPEL and match.clause.kind == "noun")
    return happening.main.frame.name == REPEL and of_attack and (reading.actor_at(head) is None or reading.doc[head].lemma_.lower() in GROUND)


def _is_set_off(reading: Reading, happening: Happening, head: int) -> bool:
    """"detonated his explosives", "detonated a mine": what somebody sets off is what he acts with, and whose it is was not hit."""
    main, token = happening.main.clause, reading.doc[head]
    arm = load_units().unit_of(token.lower_) == "weapon" or any(child.tag_ == "PRP$" for child in token.children)
    return main.predicate in SETTING_OFF and head in main.at("object") and arm


def _is_scene(reading: Reading, happening: Happening, head: int) -> bool:
    """"shot two men at a market", "was stabbed on a bus": where somebody by the verb's object was hit, behind a preposition stands where."""
    taken = [match for match in happening.matches if head in match.roles.get("target", ())]
    return bool(taken) and all(match.clause.kind == "verb" and match.frame.name in ON_BODIES and _has_body(reading, match) and any(
        argument.head == head or head in reading.fillers(argument.head) for argument in match.clause.arguments if argument.slot in WHERE)
        for match in taken)


def _has_body(reading: Reading, match: Match) -> bool:
    """Whether the object of a verb is somebody: "shot their guns at the camp" has none."""
    return any(reading.actor_at(i) is not None or may_be_somebody(reading, reading.doc[i])
               for head in match.clause.at("object") for i in reading.fillers(head))


def _only_tells(reading: Reading, happening: Happening, head: int) -> bool:
    """"killed 20 people on Sunday, a monitoring group": a body that watches is not killed or wounded, it tells of those who were."""
    actor = reading.actor_at(head)
    if actor is None or actor.kind != "body" or actor.sector not in WATCHING or actor.plural or reading.quantity_by_head.get(head):
        return False
    return all(match.frame.result and HARMED.intersection(match.frame.tally.values())
               for match in happening.matches if head in match.roles.get("target", ()))


def _is_part_of_all(reading: Reading, happening: Happening, head: int) -> bool:
    """"dozens were wounded, some of them critically": the others of the clause once more; not "hit the convoy, killing most of them"."""
    token, actor = reading.doc[head], reading.actor_at(head)
    doers = {doer.name for one in happening.role("initiator") if (doer := reading.actor_at(one)) is not None}
    told_with = any(len(match.roles["target"]) > 1 for match in happening.matches if head in match.roles.get("target", ()))
    if actor is not None and actor.kind in FIGHTING and actor.name not in doers and not told_with:
        return False
    return token.lower_ == "them" and token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.dep_ in ("dobj", "npadvmod", "dep", "appos")


def _doers(reading: Reading, happening: Happening, head: int) -> list[int]:
    """"repelled an attack by the rebels": against an act is against those who did it."""
    if not any(head in match.roles.get("target", ()) for match in happening.matches if match.frame.name == REPEL):
        return []
    act = next((match for match in happening.matches if match.head == head and match is not happening.main), None)
    own = happening.main.roles.get("initiator", ())
    if act is None:  # "repelled attempts by army troops to overrun the hill", "foiled rebel infiltration attempts"
        trying = [child.i for child in reading.doc[head].subtree if child.i < head and child.dep_ in BEFORE and (actor := reading.actor_at(child.i)) is not None
                  and actor.kind in FIGHTING and actor.head == child.i and child.i not in own]
        return [inner.i for child in reading.doc[head].children if child.lower_ == "by" for inner in child.children if inner.dep_ == "pobj"] or trying
    return [doer for doer in act.roles.get("initiator", ()) if doer not in own and not _is_side(reading, doer)]


def _is_side(reading: Reading, head: int) -> bool:
    """"attacks from three flanks": from where it was done, not by whom."""
    return reading.actor_at(head) is None and bool(reading.word_classes.of(reading.doc[head].lemma_.lower()) & SIDES)
