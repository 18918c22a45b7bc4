"""Layer 9, who did it where another clause or sentence told it: "the raids", "the fighting", "were killed after rebels shelled the town".

In: the claims of a report in text order. Out: the same, each act by a definite noun and without anybody who did it taking
them over from the last act that the noun can come back to, each bare outcome from the act beside it. Decision: only that nearest
act is asked, and only in the same sentence or the one before; where it names nobody, or acts of several stand beside an outcome, nobody is named here. What tells the two acts apart
(an ordinal, another day, whose victims the doers would be) stops it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from warledger.claims.acts.doers import REPEL
from warledger.claims.reading import Reading
from warledger.claims.retelling.fights import is_fight, is_of_two_sides, with_attacked
from warledger.claims.retelling.likeness import STATE, WITHIN_A_SIDE, is_of_both_sides, is_told
from warledger.claims.retelling.told_apart import are_alike, is_told_apart
from warledger.claims.text.tokens import Token
from warledger.claims.triggers import trigger_tokens
from warledger.lexicons.act_name_lexicon import ActName, load_act_names
from warledger.lexicons.frame_lexicon import load_frames
from warledger.lexicons.retelling_lexicon import load_retelling
from warledger.model import Claim, Participant, Place, TimeSpan

RULE = "the act as told before"
ANSWERED = "who did the act that it answers"
COUNTER = "counter"
DEFINITE = frozenset(("the", "this", "that", "these", "those", "both"))
# Words before a noun that make another act of it.
ANOTHER = frozenset("first second third fourth fifth sixth another other previous earlier past former similar separate new renewed further such next "
                    "alleged suspected reported future any no every each".split())
OTHER = re.compile(r"(?:an)?other\b", re.IGNORECASE)
DAYS = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|yesterday")
# Prepositions that put an act before what the sentence tells.
LATER = frozenset(("after", "following", "before", "since"))
SPELLS = frozenset(("minute", "hour", "day", "week", "month", "year"))
TOLD = frozenset(("asserted", "denied", "historical"))
# Behind an accusation or a guess nobody is known to have done it.
HELD = frozenset(("fact", "admitted", "claimed"))
# Means that a general word for an act does not stand for: "the gas attack" is not the assault told before.
ALONE = frozenset(("unconventional", "suicide-attack", "abduct", "sexual", "torture"))
ARMED = frozenset(("MIL", "REB", "UAF", "GOV", "COP"))
# Those who have no aircraft, and acts from the air.
GROUNDED = frozenset(("REB", "UAF", "CVL"))
FROM_AIR = frozenset(("aerial",))


def tell_doers(reading: Reading, claims: list[Claim]) -> list[Claim]:
    """The claims, in the order given, with who did the acts that a definite noun takes up again."""
    told: list[Claim] = []
    for claim in claims:
        head = _trigger(reading, claim)
        noun = _definite_noun(reading, claim)
        name = _name_of(noun) if noun is not None else None
        if noun is not None and name is not None and not claim.initiators and claim.type == name.type:
            others = (_as_attack(reading, other, noun) for other in reversed(told) if is_near(reading, noun, other) and not _follows(reading, noun, other))
            earlier = next((other for other in others if _may_be(reading, other, noun, name, claim.mode)), None)
            if earlier is not None and _is_same_act(claim, earlier) and not _is_apart(reading, claim, noun, earlier, claims):
                claim = _inherited(claim, earlier)
        if noun is None and head is not None and claim.mode == "clash" and (fight := _name_of(head)) is not None and fight.sides:
            claim = with_attacked(reading, claim, head, claims)
        if head is not None and _is_bare_outcome(claim, head):
            claim = _brought_about(reading, claim, head, claims)
        if head is not None and head.lower_.startswith(COUNTER) and not claim.targets:
            claim = _answering(claim, told)
        told.append(claim)
    return told


def _as_attack(reading: Reading, other: Claim, noun: Token) -> Claim:
    """"troops repelled an attack by rebels. The attack ...": what was beaten back is told again, and was theirs from whom."""
    token = _trigger(reading, other)
    if token is None or all(frame.name != REPEL for frame in load_frames().by_verb.get(token.lemma_.lower(), ())) or not any(
            child.dep_ == "dobj" and child.lemma_.lower() == noun.lemma_.lower() for child in token.children):
        return other
    attackers = tuple(person for person in other.targets if person.sector in ARMED)
    shown = tuple(replace(item, field="initiator") if item.field == "target" else item for item in other.passages if item.field != "initiator")
    return replace(other, initiators=attackers, targets=(), passages=shown, mode=None)


def _is_bare_outcome(claim: Claim, head: Token) -> bool:
    """Whether a claim tells whom an act harmed and nothing of the act."""
    untold = claim.type == "ASSAULT" and claim.mode is None and not claim.initiators and not claim.negated
    return untold and (bool(claim.tallies) or any(frame.result for frame in load_frames().by_verb.get(head.lemma_.lower(), ())))


def _brought_about(reading: Reading, claim: Claim, head: Token, claims: list[Claim]) -> Claim:
    """"four people were killed after rebels shelled the town": who did the only armed act that the sentence tells beside an outcome."""
    acts = [other for other in claims if other.type == "ASSAULT" and other.stance == claim.stance and other.initiators and not other.negated
            and (token := _trigger(reading, other)) is not None and token.sent == head.sent and not _lies_apart(token)]
    if len({tuple(person.name for person in act.initiators) for act in acts}) != 1 or (head.dep_ == "pobj" and head.head.lower_ in LATER):
        return claim  # none, or acts of several; "fired rockets since the massacre": an outcome that lies before the act
    if any(act.mode == "clash" or act.responds_to == claim.id for act in acts):
        return claim
    if any(are_alike(one, other) or _of_one_state(one, other) for one in claim.targets for other in acts[0].initiators):
        return claim
    return _inherited(claim, acts[0])


def _lies_apart(act: Token) -> bool:
    """"hours after a raid by X, a man was killed": what lies a stretch of time before an outcome did not bring it about."""
    after = act.head
    return act.dep_ == "pobj" and after.lower_ in LATER and any(word.lemma_.lower() in SPELLS for word in (*after.children, after.head))


def _answering(claim: Claim, told: list[Claim]) -> Claim:
    """A counter-attack is against those who did the last armed act told before it."""
    for other in reversed(told):
        foes = tuple(person for person in other.initiators if person.sector in ARMED and not any(are_alike(person, own) for own in claim.initiators))
        if other.type in ("ASSAULT", "TERRITORY") and other.stance in TOLD and not other.negated and foes and claim.initiators:
            shown = tuple(replace(item, field="target") for item in other.passages if item.field == "initiator")
            return replace(claim, targets=tuple(replace(foe, inferred=ANSWERED) for foe in foes), passages=(*claim.passages, *shown))
    return claim


def _trigger(reading: Reading, claim: Claim) -> Token | None:
    """The token that heads the claim's trigger."""
    tokens = trigger_tokens(reading, claim)
    return tokens[-1] if tokens is not None else None


def _definite_noun(reading: Reading, claim: Claim) -> Token | None:
    """The event noun of the claim where it comes back to something told: definite, and not told apart by its own words."""
    token = _trigger(reading, claim)
    if token is not None and token.i in reading.verbs:  # "ten posts were hit in the strikes"
        token = next((inner for child in token.children if child.lower_ in ("in", "during", "by") for inner in child.children
                      if inner.dep_ == "pobj" and inner.i in reading.nouns), None)
    if token is None or token.i not in reading.nouns:
        return None
    before = [child for child in token.children if child.i < token.i]
    if any(child.lower_ in ANOTHER or child.dep_ == "nummod" or child.tag_ in ("JJS", "JJR") for child in before):
        return None
    dated = [child for child in before if child.i in reading.time_tokens]
    if any(not DAYS.fullmatch(child.lower_) for child in dated):
        return None  # "the October 13 attack" is told apart by its date
    return token if dated or any(child.lower_ in DEFINITE for child in before) else None


def is_near(reading: Reading, token: Token, other: Claim) -> bool:
    """Whether an act was told in the word's own sentence or in that right before it: "the attack" of a later one is too often another."""
    before = _trigger(reading, other)
    return before is not None and (before.sent == token.sent or before.sent.end == token.sent.start)


def _follows(reading: Reading, noun: Token, other: Claim) -> bool:
    """"the rebels fired rockets after the raids": what is done after an act is not that act."""
    token = _trigger(reading, other)
    return noun.dep_ == "pobj" and noun.head.lower_ in LATER and token is not None and token.sent == noun.sent


def _name_of(token: Token) -> ActName | None:
    names = load_act_names()
    return names.get(token.lemma_.lower()) or names.get(token.lower_) or names.get(token.lower_.removesuffix("s"))


def _may_be(reading: Reading, other: Claim, noun: Token, name: ActName, mode: str | None) -> bool:
    """Whether the noun, of an act of that mode, may come back to this claim, somebody named in it or not."""
    if other.type != name.type or other.stance not in TOLD or other.negated:
        return False
    token = _trigger(reading, other)
    if token is None or (other.mode is None and not other.initiators):
        return False  # a bare outcome ("four died") is no act of its own
    if any(child.lower_ == "back" for child in token.children) or any(answer in (other.quote("sentence") or "") for answer in load_retelling().answers):
        return False  # what was struck back at, or answered, is the act that the report is about
    if other.mode == "clash" and not other.initiators and not name.sides:
        return False  # a war or fight that nobody is named in is no attack
    if name.sides:
        if noun.lower_ == WITHIN_A_SIDE and token.lower_ != noun.lower_:
            return False
        return other.mode == "clash" and len(other.initiators) > 1
    if token.lemma_.lower() == noun.lemma_.lower():
        return mode == other.mode or None in (mode, other.mode)
    if is_of_two_sides(other, token) or (is_fight(other, token) and "clash" not in name.modes):
        return False  # "many of them were fighting. The killings ...": no attack, whoever is told of the fight
    return other.mode == mode or (other.mode in name.modes if name.modes else None in (mode, other.mode) and mode not in ALONE)


def _is_apart(reading: Reading, claim: Claim, noun: Token, earlier: Claim, claims: list[Claim]) -> bool:
    """Whether the earlier act is told apart by its parties, or is not of both sides where the noun is."""
    before = _trigger(reading, earlier)
    if before is None or is_told_apart(claim, noun, earlier, before, claims):
        return True
    name = _name_of(noun)
    return name is not None and name.sides and not is_of_two_sides(earlier, before)


def _is_same_act(claim: Claim, earlier: Claim) -> bool:
    """Whether nothing that both say tells them apart."""
    if not earlier.initiators or earlier.attribution not in HELD or all(map(_is_anybody, earlier.initiators)):
        return False
    if is_of_both_sides(earlier):
        return False
    if claim.mode in FROM_AIR and all(one.sector in GROUNDED for one in earlier.initiators):
        return False
    if (earlier.stance == "historical") != (claim.stance == "historical"):
        return False
    if earlier.speakers and claim.speakers and not {one.name for one in earlier.speakers} & {one.name for one in claim.speakers}:
        return False  # whom one source names as the doer, no other is said to name
    if any(are_alike(one, other) or _of_one_state(one, other) for one in claim.targets for other in earlier.initiators):
        return False
    if any(OTHER.match(person.name) for person in claim.targets[:1]):
        return False
    armed = [person for person in claim.targets if person.sector in ARMED and not claim.tallies]
    if armed and not any(are_alike(one, other) for one in armed for other in earlier.targets):
        return False  # "the campaign against X" is told apart by whom it is against
    return _same_days(claim.when, earlier.when) and _same_place(claim.place, earlier.place)


def _is_anybody(one: Participant) -> bool:
    """"a suicide bomber", "gunmen": somebody of whom only the deed is known, which tells nothing of another mention of it."""
    return one.sector == "UAF" and one.actor is None and one.country is None


def _of_one_state(one: Participant, other: Participant) -> bool:
    """Whether both are of one state's government or forces, which do not attack each other."""
    return one.country is not None and one.country == other.country and {one.sector, other.sector} <= STATE


def _same_days(one: TimeSpan | None, other: TimeSpan | None) -> bool:
    """Whether two days that the clauses tell themselves, or their sentences, can be one."""
    if one is None or other is None or not (is_told(one) and is_told(other)) or one.start is None or other.start is None:
        return True
    return one.start <= (other.end or other.start) and other.start <= (one.end or one.start)


def _same_place(one: Place | None, other: Place | None) -> bool:
    """Whether two places that the clauses tell themselves can be one."""
    if one is None or other is None or one.inferred or other.inferred:
        return True
    return one.admin1 == other.admin1 or None in (one.admin1, other.admin1)


def _inherited(claim: Claim, earlier: Claim) -> Claim:
    """The claim with who did the earlier act, the passages that show them, and the rule."""
    doers = tuple(replace(person, inferred=person.inferred or RULE) for person in earlier.initiators)
    shown = tuple(item for item in earlier.passages if item.field == "initiator")
    return replace(claim, initiators=doers, passages=(*claim.passages, *(item for item in shown if item not in claim.passages)))
