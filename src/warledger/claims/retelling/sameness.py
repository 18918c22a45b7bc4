"""Layer 9: claims of one report that tell of one happening, and those that answer another.

In: the claims of a report in text order. Out: the same claims with same_as and responds_to. Decision: two mentions are one
happening when type, place and day agree and parties do not contradict; a bare outcome ("34 died"), a definite mention ("the
strike"), a victim by name and what has neither place nor day of its own go back to the act told before. Figures contradict
within one voice only: between voices they are rival versions of one thing.
"""

from __future__ import annotations

import functools
import re
from dataclasses import replace

from warledger.claims.reading import Reading
from warledger.claims.retelling.earlier_acts import RULE, is_near
from warledger.claims.retelling.fights import OPERATIONS, is_fight, is_of_two_sides
from warledger.claims.retelling.likeness import (
    WITHIN_A_SIDE,
    alike,
    differ,
    differ_in_side,
    is_guessed,
    is_of_both_sides,
    is_told,
    named_alike,
    no_rival_place,
    one_mode,
    one_side,
    same_days,
    same_place,
    shared_figures,
)
from warledger.claims.retelling.told_apart import is_told_apart
from warledger.claims.triggers import trigger_tokens
from warledger.lexicons.act_name_lexicon import load_act_names
from warledger.lexicons.calendar_lexicon import alternation, load_calendar
from warledger.lexicons.retelling_lexicon import load_retelling
from warledger.model import Claim, Place
from warledger.model.codebook import CORE_TYPES

TOLD = frozenset(("asserted", "denied"))
# Types beside ASSAULT that a report names again by a noun with an article.
NAMED_AGAIN = frozenset(("AGREE", "TERRITORY", "RETREAT", "DISPLACEMENT"))
# Words that may stand between "the" and an event noun, and the characters before the noun in which both stand.
BETWEEN, REACH = 2, 40


def link_within(reading: Reading, claims: list[Claim]) -> list[Claim]:
    """The claims with same_as and responds_to filled where the report tells."""
    told: dict[str, list[Claim]] = {}  # per first mention all that tell it, the happening told last at the end
    linked: list[Claim] = []
    for claim in claims:
        first = _mentioned(reading, claim, told)
        if first is not None:
            claim = _inherited(reading, claim, told[first][0], claims)
        elif (first := _led(reading, claim, linked, told)) is not None:  # the lead knows better than its headline
            claim = replace(claim, same_as=told[first][0].same_as or told[first][0].id)
        answered = _answered(claim, linked) if claim.responds_to is None else None
        if answered is not None:
            claim = replace(claim, responds_to=answered.id)
        linked.append(claim)
        key = first if first is not None else claim.id
        told[key] = [*told.pop(key, []), claim]
    return linked


def _mentioned(reading: Reading, claim: Claim, told: dict[str, list[Claim]]) -> str | None:
    """The happening, by its first mention, that a claim tells again."""
    another = _is_another(reading, claim)
    for first, mentions in told.items():
        if any(_is_reprint(reading, other, claim) for other in mentions):
            return first
        if not another and any(_same(other, claim) or _heads(reading, other, claim) for other in mentions) and _no_rival_scene(claim, mentions):
            return first
    return None if another else _told_before(reading, claim, told)


def _is_reprint(reading: Reading, one: Claim, other: Claim) -> bool:
    """Whether the second stands in the headline as it is printed once more over the text, and the first at the same words of the title."""
    if one.type != other.type or _starts_at(one) >= reading.report.body_start:
        return False
    again = reading.layout.headline_again
    first, second = _starts_at(one), _starts_at(other)
    if again is None or not first < reading.report.body_start <= again[0] <= second < again[1]:
        return False
    title = reading.report.title
    return first - (len(title) - len(title.lstrip())) == second - again[0]


def _no_rival_scene(claim: Claim, mentions: list[Claim]) -> bool:
    return all(no_rival_place(claim, other) and same_days(claim, other) and not _answer_each_other(claim, other) for other in mentions)


def _answer_each_other(one: Claim, other: Claim) -> bool:
    """"shelled the town in retaliation for the ambush": an answer is not what it answers."""
    return one.responds_to == other.id or other.responds_to == one.id


def _same(one: Claim, other: Claim) -> bool:
    """Whether two claims tell one happening by what they say of it, wherever they stand."""
    if one.type != other.type or one.type not in CORE_TYPES or one.negated != other.negated or one.stance != other.stance:
        return False
    if not one_mode(one, other) or not same_days(one, other) or not no_rival_place(one, other):
        return False
    evidence = shared_figures(one, other)
    if evidence is False or differ(one.initiators, other.initiators) or differ(one.targets, other.targets):
        return False
    return evidence is True or (alike(one.initiators, other.initiators) and one.mode == other.mode and same_place(one, other))


def _heads(reading: Reading, one: Claim, other: Claim) -> bool:
    """Whether the first is a headline that gives the figure of the second: a headline names the province or nothing, the text
    the street."""
    if one.type != other.type or one.type not in CORE_TYPES or one.negated != other.negated:
        return False
    return _starts_at(one) < reading.report.body_start <= _starts_at(other) and one_mode(one, other) and same_days(one, other) and shared_figures(one, other) is True \
        and not differ_in_side(one.targets, other.targets)


def _led(reading: Reading, claim: Claim, earlier: list[Claim], told: dict[str, list[Claim]]) -> str | None:
    """The headline's act that the first sentence of the text tells again: nothing in it contradicts, and none there did before."""
    body = reading.report.body_start
    lead = next((one.quote("sentence") for one in [*earlier, claim] if _starts_at(one) >= body and not _is_headline(reading, one)), None)
    if claim.type not in CORE_TYPES or claim.stance not in TOLD or lead is None or claim.quote("sentence") != lead or _is_headline(reading, claim):
        return None
    for first, mentions in told.items():
        head = mentions[0]
        again = any(one.quote("sentence") == lead for one in mentions)
        alone = head.type == claim.type and head.negated == claim.negated and head.stance in TOLD and _starts_at(head) < body and not again
        if alone and _is_shown(head, claim) and all(_may_be_one(claim, other) for other in mentions):
            return first
    return None


def _is_shown(head: Claim, claim: Claim) -> bool:
    """Whether something that both tell speaks for one act: a figure, who did it, how."""
    return shared_figures(head, claim) is True or alike(head.initiators, claim.initiators) or head.mode == claim.mode is not None


def _is_headline(reading: Reading, claim: Claim) -> bool:
    """Whether a claim stands in the headline or in its second print over the text."""
    again, at = reading.layout.headline_again, _starts_at(claim)
    return at < reading.report.body_start or (again is not None and again[0] <= at < again[1])


def _starts_at(claim: Claim) -> int:
    return next((p.start for p in claim.passages if p.field == "trigger"), 0)


def _told_before(reading: Reading, claim: Claim, told: dict[str, list[Claim]]) -> str | None:
    """The act that a mention without a scene of its own, a definite one or a victim by name goes back to: the last that fits."""
    if claim.type in NAMED_AGAIN and claim.stance in TOLD:
        return _named_before(reading, claim, told)
    if claim.type != "ASSAULT" or claim.stance not in TOLD:
        return None
    acts = [(first, mentions) for first, mentions in reversed(told.items())
            if mentions[0].type == "ASSAULT" and mentions[0].stance == "asserted" and not mentions[0].negated
            and not any(_answer_each_other(claim, other) for other in mentions)]
    for first, mentions in acts:
        if any(named_alike(claim, other) and one_mode(claim, other) for other in mentions):
            return first
    definite = _is_definite(reading, claim)
    if not definite and (_patterns()["onward"].search(claim.quote("sentence") or "") or _has_scene(claim)):
        return None
    for first, mentions in acts:
        if all(_may_be_one(claim, other) for other in mentions):
            return first
        if not definite:
            return None  # only the last act told, or the last of its kind: what lies before it is another story
    return None


def _named_before(reading: Reading, claim: Claim, told: dict[str, list[Claim]]) -> str | None:
    """"the deal", "that agreement", "the siege", "the withdrawal": the one of its sort told last that fits."""
    word = reading.doc[reading.tokens_of(_starts_at(claim), _starts_at(claim) + 1).start]
    if word.pos_ not in ("NOUN", "PROPN") or not _is_definite(reading, claim):
        return None
    alike_told = [(first, mentions) for first, mentions in reversed(told.items()) if mentions[0].type == claim.type and not mentions[0].negated
                  and (claim.type == "AGREE" or claim.mode in {one.mode for one in mentions})]
    fits = (first for first, mentions in alike_told if all(
        not differ(claim.initiators, one.initiators) and same_days(claim, one) and (claim.type == "AGREE" or no_rival_place(claim, one)) for one in mentions))
    return next(fits, None)


def _may_be_one(claim: Claim, other: Claim) -> bool:
    """Whether nothing that the two tell in so many words contradicts."""
    fits = not differ(claim.initiators, other.initiators) and not differ_in_side(claim.targets, other.targets)
    return fits and one_mode(claim, other) and no_rival_place(claim, other) and same_days(claim, other) \
        and shared_figures(other, claim) is not False


def _has_scene(claim: Claim) -> bool:
    """A place or a day of its own, told in so many words."""
    return (claim.place is not None and claim.place.inferred is None) or is_told(claim.when)


def _is_definite(reading: Reading, claim: Claim) -> bool:
    """"the attack", "this shooting", "Monday's strike": an event noun that the reader knows already."""
    start = _starts_at(claim)
    found = _patterns()["known"].search(reading.report.text, max(0, start - REACH), start)
    if found is None:
        opening = (claim.quote("sentence") or "").split(claim.quote("trigger") or " ")[0].strip().lower()
        return opening.removesuffix("s").removesuffix("'") in load_calendar().weekdays  # "Wednesday shelling comes a day after ..."
    return not _patterns()["other"].search(found.group())


def _is_another(reading: Reading, claim: Claim) -> bool:
    """"the second attack", "another raid", "the bombing of other towns": told apart from the acts before."""
    start = _starts_at(claim)
    noun = reading.doc[reading.tokens_of(start, start + 1).start].pos_ in ("NOUN", "PROPN")  # "nine other soldiers were wounded" in the same act
    told_apart = noun and _patterns()["apart"].search(reading.report.text, max(0, start - REACH), start) is not None
    ground = [person.name.lower() for person in claim.targets if person.sector is None and not claim.tallies]
    return told_apart or any(name.split(" ")[0] in load_retelling().apart for name in ground)


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = load_retelling()
    raw = {"onward": rf"\b(?:{alternation(words.onward)})\b", "other": rf"\b(?:{alternation(words.other)})\b",
           "apart": rf"\b(?:{alternation(words.apart)})\s+(?:[\w-]+\s+){{0,{BETWEEN}}}$",
           "known": rf"(?:\b|(?<=\w))(?:{alternation(words.known)})\s+(?:[\w-]+\s+){{0,{BETWEEN}}}$"}
    return {name: re.compile(text, re.IGNORECASE) for name, text in raw.items()}


def _inherited(reading: Reading, claim: Claim, earlier: Claim, claims: list[Claim]) -> Claim:
    """The claim pointing to the earlier mention; within one voice it takes over who did it, with the passage that says so."""
    claim = replace(claim, same_as=earlier.same_as or earlier.id)
    if claim.place is None or _gives_way(claim.place, earlier.place):
        claim = _placed(claim, earlier)
    one_voice = [s.name for s in claim.speakers] == [s.name for s in earlier.speakers]
    if claim.initiators or not earlier.initiators or is_of_both_sides(earlier) or not one_voice or alike(claim.targets, earlier.initiators):
        return claim  # whom the act hit did not do it
    if _is_of_foes(reading, claim, earlier, claims):
        return claim
    tokens = trigger_tokens(reading, claim)
    if tokens is None or not is_near(reading, tokens[-1], earlier):
        return claim
    shown = tuple(p for p in earlier.passages if p.field == "initiator")
    taken = tuple(replace(person, inferred=person.inferred or RULE) for person in earlier.initiators)
    return replace(claim, initiators=taken, passages=(*claim.passages, *shown))


def _is_of_foes(reading: Reading, claim: Claim, earlier: Claim, claims: list[Claim]) -> bool:
    """"the operation to take the town", "the raid" behind a battle of two: the foes do not do it together. Of a fight both sides are wanted."""
    tokens, told = trigger_tokens(reading, claim), trigger_tokens(reading, earlier)
    if tokens is None or told is None:
        return False
    word, before = tokens[-1], told[-1]
    if is_told_apart(claim, word, earlier, before, claims):
        return True
    two = is_of_two_sides(earlier, before)
    if is_fight(claim, word):
        return not two if word.lower_ != WITHIN_A_SIDE else before.lower_ != WITHIN_A_SIDE
    one_sided = is_fight(earlier, before) and claim.mode != "clash"  # "the rebels fought back. The offensive ..." is theirs
    return (two and word.lower_ in OPERATIONS) or ((two or one_sided) and word.lemma_.lower() in load_act_names())


def _gives_way(place: Place, earlier: Place | None) -> bool:
    """Whether a place is only guessed where the earlier mention tells it better."""
    return earlier is not None and is_guessed(place, earlier) and not _is_inside(place, earlier)


def _is_inside(place: Place, outer: Place) -> bool:
    """Whether a country was told before and now a place in it: the headline names the country, the text the town."""
    return outer.precision == "country" and place.precision != "country" and place.country == outer.country


def _placed(claim: Claim, earlier: Claim) -> Claim:
    """The claim at the place, and where it has no day of its own on the day, of the earlier mention."""
    rule = "the same happening told before"
    place = None if earlier.place is None else replace(earlier.place, inferred=rule)
    kept = tuple(p for p in claim.passages if p.field != "place")
    shown = tuple(p for p in earlier.passages if p.field == "place")
    when = claim.when
    if not is_told(when) and earlier.when is not None:
        # a time that stays open keeps its reason
        when = earlier.when if earlier.when.start is None else replace(earlier.when, inferred=rule)
    return replace(claim, place=place, when=when, passages=(*kept, *shown))


def _answered(claim: Claim, earlier: list[Claim]) -> Claim | None:
    """The claim that this one says it answers: the last before it in which its initiator's side suffered."""
    if claim.type != "ASSAULT":
        return None
    words = (claim.quote("sentence") or "").lower()
    if not any(answer in words for answer in load_retelling().answers):
        return None
    for other in reversed(earlier):
        at_home = other.place is not None and other.place.country in {p.country for p in claim.initiators if p.sector in ("GOV", "MIL")}
        hit_at_home = at_home and not one_side(claim.initiators, other.initiators)
        if other.type == "ASSAULT" and (one_side(claim.initiators, other.targets) or hit_at_home):
            return other
    return None
