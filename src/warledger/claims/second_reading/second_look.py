"""Layer 10, the second look: parties that the model finds, and parties that it finds wrong.

In: the Claims of a Reading, and the model's odds. Out: the same claims, with some parties added or taken away. Decision: the rules
stand unless the model is sure; how sure it must be is stated here for each kind of change, chosen on reports that it was not trained
on (docs/quality.md). Whoever is added has the words of the sentence as passage, and `inferred` says that the model read them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from warledger.claims.acts.sides import FIGHTING
from warledger.claims.acts.unlisted import BEFALLS
from warledger.claims.acts.victims import ON_BODIES
from warledger.claims.assembly import ordered
from warledger.claims.counting_words import is_partitive
from warledger.claims.reading import Reading
from warledger.claims.retelling.fights import is_fight
from warledger.claims.second_reading.candidates import DOER, TARGET, Act, Candidate, acts_of
from warledger.claims.second_reading.not_hit import is_not_hit
from warledger.claims.second_reading.role_model import odds
from warledger.claims.second_reading.ruled_out import with_ruled_out
from warledger.lexicons.frame_lexicon import load_frames
from warledger.model import Claim, Participant, Passage

RULE = "second-reading"
# How sure the model must be to add a target, to take one away, to add a doer where the rules have none, to add one to theirs, and to put
# one in the place of another: where most acts of reports kept aside come out right. Two judges who did not know which was which then held
# what the lower bars add for right four times as often as wrong for a first doer, twice for a target (docs/quality.md).
ADD_TARGET, DROP_TARGET = 0.4, 0.55
# What was hit and is nobody ("the bridge") may stand among the targets or not: it goes only where the model is surest.
DROP_THING = 0.9
FIRST_DOER, FURTHER_DOER, OTHER_DOER = 0.65, 0.9, 0.6
# How sure it must be that whom the rules took for a target did it.
TURNED = 0.6

# The type of claims by which somebody blames another.
BLAMING = "ACCUSE"
ASSAULT = "ASSAULT"
# The status of an agreement whose doer, to the model, is whoever broke it.
BROKEN = "violated"

# Pronouns for one person.
ALONE = frozenset(("he", "she"))
# Kinds of those who can stand on a side of a fight.
FIGHTERS = FIGHTING | {"state"}
# Participles behind a hyphen by which a place is told by whose it is.
HELD = frozenset(("held", "controlled", "run", "occupied", "ruled"))

Odds = dict[int, tuple[float, float, float]]
NO_PART, IS_DOER, IS_TARGET = 0, 1, 2


def look_again(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of a report, in their order, each of the core types read once more."""
    acts = [act for act in acts_of(reading, claims) if act.claim.status != BROKEN]
    blaming = {(item.start, item.end) for claim in claims if claim.type == BLAMING for item in claim.passages if item.field == DOER}
    changed = {act.claim.id: _changed(reading, act, _without_spared(reading, act, with_ruled_out(act, _without_blamers(act, shares, blaming))))
               for act, shares in zip(acts, odds(acts, reading.report.text), strict=True)}
    return [changed.get(claim.id, claim) for claim in claims]


def _without_blamers(act: Act, shares: Odds, blaming: Collection[tuple[int, int]]) -> Odds:
    """"The union condemned the raid": whoever accuses or condemns, and did nothing by the rules, did not do it."""
    blamers = {k for k, one in enumerate(act.candidates) if not one.role and (one.start, one.end) in blaming}
    return {k: (share[NO_PART] + share[IS_DOER], 0.0, share[IS_TARGET]) if k in blamers else share for k, share in shares.items()}


def _without_spared(reading: Reading, act: Act, shares: Odds) -> Odds:
    """The odds with no part as target where grammar leaves none to whom the rules give none."""
    spared = {k for k, one in enumerate(act.candidates) if not one.role and is_not_hit(reading, act, one)}
    return {k: (share[NO_PART] + share[IS_TARGET], share[IS_DOER], 0.0) if k in spared else share for k, share in shares.items()}


def _changed(reading: Reading, act: Act, shares: Odds) -> Claim:
    roles = decide(act, shares)
    claim = act.claim
    for k, candidate in enumerate(act.candidates):
        if roles[k] == candidate.role:
            continue
        left = _without(claim, candidate) if candidate.role else claim
        if candidate.role and left is claim:
            continue  # held by another name than its words: nobody to take away
        claim = _with(reading, left, candidate, roles[k]) if roles[k] else left
    return claim


def decide(act: Act, shares: Odds) -> list[str]:
    """The role of each candidate after the second look."""
    roles = [one.role for one in act.candidates]
    for k, share in shares.items():
        candidate = act.candidates[k]
        limit = DROP_TARGET if candidate.mention is not None else DROP_THING
        told = candidate.text[0].isdigit() or _is_struck(candidate) or _is_harmed_by_pronoun(act, candidate) or _is_one_of_both(act, candidate)
        if roles[k] == TARGET and share[NO_PART] > limit and not told:
            roles[k] = ""
        if roles[k] == TARGET and share[IS_DOER] > TURNED and not (_is_struck(candidate) or _is_one_of_both(act, candidate) or _was_killed(act, candidate)):
            roles[k] = ""
            roles[k] = DOER if _is_free(act, roles, k, DOER) else TARGET
    for k in _by_share(shares, IS_TARGET):
        if shares[k][IS_TARGET] > ADD_TARGET and _is_free(act, roles, k, TARGET) and not _only_holds(act, act.candidates[k]):
            roles[k] = DOER if _fights_back(act, act.candidates[k]) and _is_free(act, roles, k, DOER) else TARGET
    _doers(act, shares, roles)
    return roles


def _is_harmed_by_pronoun(act: Act, candidate: Candidate) -> bool:
    """"rounded up villagers and executed them", "killing scores of them", "X was treated after she was shot": the model sees the pronoun and not for
    whom it stands.

    One that stands for those who did it or for others of theirs was ill resolved, and is left to the model.
    """
    token = act.trigger.doc[candidate.head]
    counting = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" and is_partitive(token.head.head) else token
    suffers = counting.dep_ == "dobj" or (token.lower_ in ALONE and token.dep_ == "nsubjpass" and _is_named_before(act, candidate))
    if token.tag_ != "PRP" or not suffers or any(_are_one_side(candidate, doer) for doer in act.claim.initiators):
        return False
    frames = load_frames().by_verb.get(counting.head.lemma_, ())
    harming = [frame for frame in frames if frame.name in ON_BODIES or BEFALLS.intersection(frame.tally.values())]
    # "destroyed them" may be things, "lost them" are one's own
    return bool(harming) and all(frame.initiator != () and (frame in harming or frame.type != ASSAULT) for frame in frames)


def _was_killed(act: Act, candidate: Candidate) -> bool:
    """"40 rebels were killed in an offensive they had launched": the dead may have begun it, and are whom it hit all the same."""
    token = act.trigger.doc[candidate.head]
    top = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" and is_partitive(token.head.head) else token
    return top.dep_ == "nsubjpass" and any(BEFALLS.intersection(frame.tally.values()) for frame in load_frames().by_verb.get(top.head.lemma_, ()))


def _is_named_before(act: Act, candidate: Candidate) -> bool:
    """Whether whoever a pronoun stands for is named before it in the sentence, and does not speak there."""
    return not candidate.speaks and any(one.start < candidate.start and one.key == candidate.key and not one.speaks for one in act.candidates)


def _is_one_of_both(act: Act, candidate: Candidate) -> bool:
    """"The army fights rebels, and both sides are under attack from X": the model sees either where it was named, and not for whom the sides stand."""
    targets = {one.head for one in act.candidates if one.role == TARGET}
    pairs = (one.mention.members for one in act.candidates if one.mention is not None)
    return any(candidate.head in members and targets.issuperset(members) for members in pairs)


def _only_holds(act: Act, candidate: Candidate) -> bool:
    """"air strikes on the rebel-held town": whoever holds a place that was hit is told of to say where that is; who loses one, lost it."""
    doc = act.trigger.doc
    behind = "".join(token.text for token in doc[candidate.head + 1:candidate.head + 3])
    return act.claim.type == ASSAULT and behind.lower().removeprefix("-") in HELD and behind.startswith("-")


def _fights_back(act: Act, candidate: Candidate) -> bool:
    """"is fighting for its survival against the army": whom a fight without victims is read to be against is its other side, as by the rules."""
    fighter = candidate.mention is not None and candidate.mention.kind in FIGHTERS
    return fighter and is_fight(act.claim, act.trigger) and bool(act.claim.initiators) and not act.claim.tallies


def _are_one_side(candidate: Candidate, doer: Participant) -> bool:
    mention = candidate.mention
    if mention is None or candidate.name.casefold() == doer.name.casefold():
        return mention is not None
    known = mention.sector is not None and mention.country is not None
    return known and (mention.country, mention.sector) == (doer.country, doer.sector)


def _is_struck(candidate: Candidate) -> bool:
    """"a school bombing": a thing right before the act that hit it, where whoever acts may stand too."""
    return candidate.mention is None and candidate.distance < 0 and candidate.path.endswith("compound")


def _doers(act: Act, shares: Odds, roles: list[str]) -> None:
    """Another doer in the place of those that the model finds wrong, or one more where it is surer."""
    theirs = [k for k, one in enumerate(act.candidates) if one.role == DOER]
    wrong = [k for k in theirs if k in shares and shares[k][NO_PART] > OTHER_DOER]
    better = [k for k in _by_share(shares, IS_DOER) if shares[k][IS_DOER] > OTHER_DOER and _is_free(act, roles, k, DOER)]
    if better and theirs and wrong == theirs and len(theirs) == len(act.claim.initiators):
        for k in wrong:
            roles[k] = ""
        limit = OTHER_DOER
    else:
        limit = FURTHER_DOER if act.claim.initiators else FIRST_DOER
    for k in better:
        if shares[k][IS_DOER] > limit and _is_free(act, roles, k, DOER):
            roles[k] = DOER


def _by_share(shares: Odds, part: int) -> list[int]:
    return sorted(shares, key=lambda k: (-shares[k][part], k))


def _is_free(act: Act, roles: Sequence[str], k: int, role: str) -> bool:
    """Whether a candidate has no part yet, nor its words or the party that it names."""
    candidate = act.candidates[k]
    if roles[k] or (candidate.speaks and role == TARGET) or (candidate.mention is not None and candidate.mention.members):
        return False  # "the two sides" are who they are, not one more
    for other, given in zip(act.candidates, roles, strict=True):
        overlaps = other.start < candidate.end and candidate.start < other.end
        # Nobody is added to one side under the very name that stands on the other ("the terrorists", of whom scores were killed).
        if given and (overlaps or candidate.name.casefold() == other.name.casefold() or (given == role and _is_same(candidate, other))):
            return False
    held = act.claim.initiators if role == DOER else act.claim.targets
    return not any(party.name.casefold() == candidate.name.casefold() for party in held)


def _is_same(one: Candidate, other: Candidate) -> bool:
    if one.key == other.key:
        return True
    a, b = one.mention, other.mention
    return a is not None and b is not None and a.country is not None and a.sector is not None and (a.country, a.sector) == (b.country, b.sector)


def _without(claim: Claim, candidate: Candidate) -> Claim:
    held = {DOER: claim.initiators, TARGET: claim.targets}.get(candidate.role, claim.others)
    if not any(party.name.casefold() == candidate.name.casefold() for party in held):
        return claim
    passages = tuple(item for item in claim.passages
                     if item.field != candidate.role or (item.start, item.end) != (candidate.start, candidate.end))
    wanted = candidate.name.casefold()

    def rest(people: tuple[Participant, ...]) -> tuple[Participant, ...]:
        return tuple(party for party in people if party.name.casefold() != wanted)

    if candidate.role == DOER:
        return replace(claim, initiators=rest(claim.initiators), passages=passages)
    if candidate.role == TARGET:
        return replace(claim, targets=rest(claim.targets), passages=passages)
    return replace(claim, others=rest(claim.others), passages=passages)


def _with(reading: Reading, claim: Claim, candidate: Candidate, role: str) -> Claim:
    party = candidate.mention.participant() if candidate.mention is not None else Participant(candidate.text)
    party = replace(party, inferred=RULE)
    passage = Passage(role, candidate.start, candidate.end, reading.quote(candidate.start, candidate.end))
    passages = tuple(ordered((*claim.passages, passage)))
    if role == DOER:
        return replace(claim, initiators=(*claim.initiators, party), passages=passages)
    return replace(claim, targets=(*claim.targets, party), passages=passages)
