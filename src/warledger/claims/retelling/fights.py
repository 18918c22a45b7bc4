"""Layer 9, the sides of a fight: those of an attack that led to it ("X stormed Y's posts; this resulted in clashes"), and whether both are told.

In: a claim of a fight, the token that heads it, and the claims of its report. Out: the claim with the parties of the attack as its
sides; of a claim, whether it tells of a fight and of both its sides. Decision: an offensive is one side's, however many march in it; a fight of which no side is told is between those of an attack beside it; one side of which is told takes over
the attacker only where the sentence says that the attack led to the fight, or that side is the one attacked. Whoever holds the posts that were attacked was attacked.
"""

from __future__ import annotations

from dataclasses import replace

from warledger.claims.acts.doers import REPEL
from warledger.claims.acts.holders import holder, owners_behind
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.claims.triggers import trigger_tokens
from warledger.lexicons.act_name_lexicon import load_act_names
from warledger.lexicons.frame_lexicon import load_frames
from warledger.model import Claim, Participant, Passage

RULE = "the act as told before"
ARMED = frozenset(("MIL", "REB", "UAF", "GOV", "COP"))
# Verbs by which one act leads to another.
LEADING = frozenset(("result", "lead", "prompt", "spark", "trigger", "ignite", "provoke", "cause", "start", "ensue", "follow", "erupt"))

# Words for what one side does in a battle.
OPERATIONS = frozenset(("operation", "offensive", "counteroffensive", "counter-offensive", "campaign", "push", "onslaught", "action"))
# Verbs of a fight, beside the nouns that act_names.yaml has for it.
FIGHTING = frozenset(("fight", "battle", "clash", "combat", "skirmish", "war", "conflict", "violence"))


def is_fight(claim: Claim, head: Token) -> bool:
    """"were fighting", "the clashes", "the war": where two sides meet, not what one of them does to the other."""
    name = load_act_names().get(head.lemma_.lower()) or load_act_names().get(head.lower_)
    return claim.mode == "clash" and (head.lemma_.lower() in FIGHTING or (name is not None and name.sides))


def is_of_two_sides(claim: Claim, head: Token) -> bool:
    """Whether a fight is told with both its sides: an offensive of rebels and their allies, or an attack beaten back by several, is not."""
    lemma = head.lemma_.lower()
    one_sided = lemma in OPERATIONS or any(frame.name == REPEL for frame in load_frames().by_verb.get(lemma, ()))
    apart = any(not _is_one(one, other) for k, one in enumerate(claim.initiators) for other in claim.initiators[k + 1:])
    return claim.mode == "clash" and apart and not one_sided


def with_attacked(reading: Reading, claim: Claim, head: Token, claims: list[Claim]) -> Claim:
    """The fight between the parties of the first attack that its sentence tells beside it."""
    if len(claim.initiators) > 1 or claim.negated or claim.stance != "asserted":
        return claim
    for other in claims:
        tokens = trigger_tokens(reading, other)
        if other.type != "ASSAULT" or other.mode == "clash" or other.stance != "asserted" or other.negated or other.tallies \
                or tokens is None or tokens[-1].sent != head.sent:
            continue
        attacked = tuple(person for person in _attacked(reading, other) if person.sector in ARMED)
        sides = (*other.initiators, *attacked)
        if not other.initiators or any(person.sector not in ARMED for person in sides):
            continue
        if claim.initiators and not _leads_to(claim, attacked, tokens[-1], head):
            continue
        if not attacked and not claim.initiators and not _is_outcome(tokens[-1], head):
            continue
        return _between(claim, other, sides)
    return claim


def _leads_to(claim: Claim, attacked: tuple[Participant, ...], attack: Token, fight: Token) -> bool:
    """Whether the one side told is whom the attack was against, or the fight is told as what came of the attack."""
    if any(_is_one(one, other) for one in claim.initiators for other in attacked):
        return True
    verb = next((above for above in fight.ancestors if above.pos_ == "VERB"), None)
    return verb is not None and verb.lemma_ in LEADING and attack.i < verb.i


def _is_outcome(attack: Token, fight: Token) -> bool:
    """"stormed military posts, triggering clashes": whoever attacked is one side, though nobody says whose the posts are."""
    verb = fight.head
    return verb.tag_ == "VBG" and verb.lemma_ in LEADING and attack.i < verb.i


def _between(claim: Claim, attack: Claim, sides: tuple[Participant, ...]) -> Claim:
    own = list(claim.initiators)
    own += [replace(side, inferred=side.inferred or RULE, count=None) for side in sides if not any(_is_one(side, other) for other in claim.initiators)]
    targets = tuple(one for one in claim.targets if not any(one.name == side.name for side in own))
    shown = tuple(replace(item, field="initiator") if item.field == "target" else item for item in attack.passages if item.field in ("initiator", "target"))
    return replace(claim, initiators=tuple(own), targets=targets, passages=(*claim.passages, *(item for item in shown if item not in claim.passages)))


def _attacked(reading: Reading, attack: Claim) -> tuple[Participant, ...]:
    """Whom an attack was against: its targets, and whoever holds or owns those of them that are things."""
    found: dict[str, Participant] = {}
    shown = [item for item in attack.passages if item.field == "target"]
    for target in attack.targets:
        heads = [head for item in shown if item.quote == target.name and (head := _head(reading, item)) is not None]
        owners = [owner for head in heads if reading.actor_at(head) is None
                  and (owner := holder(reading, head) or next((reading.actor_at(i) for i in owners_behind(reading, head)), None)) is not None]
        for one in [owner.participant() for owner in owners] or [target]:
            found.setdefault(one.name, one)
    return tuple(found.values())


def _head(reading: Reading, passage: Passage) -> int | None:
    span = reading.doc.char_span(passage.start, passage.end, alignment_mode="expand")
    return None if span is None else span.root.i


def _is_one(one: Participant, other: Participant) -> bool:
    same_state = one.sector is not None and one.country is not None and (one.country, one.sector) == (other.country, other.sector)
    return one.name.lower() == other.name.lower() or (one.actor is not None and one.actor == other.actor) or (one.actor is None is other.actor and same_state)
