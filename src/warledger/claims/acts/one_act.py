"""Layer 5 to 9, learned: which acts of a sentence are one that it only tells in two words.

In: a Reading, its Happenings, their voices and stances. Out: the Happenings, those joined that tell one act: "four were killed after
jets shelled the town" is one attack with its dead, as people code it, though two clauses tell it. Decision: what happenings.py ties by
the parse stays tied; of what it leaves apart, two of one type in one sentence are joined where a model holds it for likely, an outcome
and what brought it about sooner than two acts. Never joined: what is told otherwise (by somebody else, as a threat, as background), acts
of two doers, abducting and killing, an outcome with one of several acts that it may come from. one_act_signs.py says what is seen,
scripts/train_one_act.py how it was learned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from warledger.claims.acts.happenings import Happening, is_told_first, joined
from warledger.claims.acts.one_act_signs import fates_of, names_of, one_act_signs
from warledger.claims.acts.ties import is_followed
from warledger.claims.acts.told_apart import is_delayed, is_timed_by
from warledger.claims.background import is_history
from warledger.claims.reading import Reading
from warledger.claims.retelling.answers import answer_over
from warledger.claims.stance import StanceReader
from warledger.claims.voices.chains import Voices
from warledger.learned.linear import load_model
from warledger.model.codebook import CORE_TYPES

MODEL = "one-act"
# By ten-fold trial on the reports trained on, where of the pairs from here on nine in ten (an outcome and another) and four in five
# (two acts) were coded as one.
LIKELY_OUTCOME, LIKELY_ACTS = 0.55, 0.7
# From where an outcome and an act with doers of two names are of one side.
CERTAIN = 0.9
# What an outcome may come from as well, so that none of several is taken.
POSSIBLE = 0.4
# What opens a part of those counted, and what leads to a place.
PARTS, WHERE = frozenset(("including", "among")), frozenset(("in", "on", "at", "near"))
# What tells that an act is one just told.
KNOWN = frozenset(("the", "this", "that", "same"))
# Fates by which somebody is taken, and by which somebody is hurt.
TAKEN, HARMED = frozenset(("abducted", "detained")), frozenset(("killed", "wounded", "casualties"))


@dataclass(frozen=True)
class Pair:
    """Two happenings of one sentence in text order with the probability that they are one act, and who did each in so many words; apart
    where no probability makes them one."""

    first: Happening
    second: Happening
    likely: float
    doers: tuple[frozenset[str], frozenset[str]]
    apart: bool

    @property
    def tells_outcome(self) -> bool:
        """Whether one of the two is what came of an act."""
        return self.first.main.frame.result or self.second.main.frame.result

    @property
    def is_one(self) -> bool:
        """Whether the two are told as one act, other pairs of the sentence aside."""
        if self.apart:
            return False
        if self.doers[0] and self.doers[1] and not self.doers[0] & self.doers[1]:
            return self.tells_outcome and self.likely >= CERTAIN  # "the army", "its jets": one side by two names
        return self.likely >= (LIKELY_OUTCOME if self.tells_outcome else LIKELY_ACTS)


def join_acts(reading: Reading, happenings: Sequence[Happening], voices: Voices, stances: StanceReader) -> list[Happening]:
    """The happenings in text order, two that tell one act as one."""
    pairs = sorted(_judged(reading, happenings, voices, stances), key=lambda pair: (-pair.likely, pair.first.main.head, pair.second.main.head))
    home = {id(happening): [happening] for happening in happenings}
    for pair in pairs:
        one, two = home[id(pair.first)], home[id(pair.second)]
        if one is not two and pair.is_one and not _is_of_several(pair, pairs):
            one.extend(two)
            home.update((id(happening), one) for happening in two)
    groups = {id(group): group for group in home.values()}
    return sorted((joined(group) for group in groups.values()), key=lambda happening: happening.main.head)


def _is_of_several(pair: Pair, pairs: Sequence[Pair]) -> bool:
    """"four were killed after rebels shelled the market and jets bombed the port": which of the two killed them is not told."""
    outcome = next((one for one in (pair.first, pair.second) if one.main.frame.result), None)
    if outcome is None:
        return False
    rivals = [doers for other in pairs if other.likely >= POSSIBLE and outcome in (other.first, other.second)
              for doers, one in zip(other.doers, (other.first, other.second), strict=True) if one is not outcome and doers]
    return any(not one & two for one, two in combinations(rivals, 2))


def _judged(reading: Reading, happenings: Sequence[Happening], voices: Voices, stances: StanceReader) -> Iterator[Pair]:
    model = load_model(MODEL)
    for first, second, beside in pairs_of(reading, happenings, voices, stances):
        likely = model.probability(one_act_signs(reading, first, second, beside))
        yield Pair(first, second, likely, (names_of(reading, first, "initiator"), names_of(reading, second, "initiator")),
                   are_two(reading, first, second))


def pairs_of(reading: Reading, happenings: Sequence[Happening], voices: Voices, stances: StanceReader) -> Iterator[tuple[Happening, Happening, int]]:
    """Every two core acts of one type in one sentence that are told alike, with how many of that type it tells.

    Wars are left out, which are no one act.
    """
    inside: dict[tuple[int, str], list[Happening]] = {}
    for happening in happenings:
        frame = happening.main.frame
        if frame.type in CORE_TYPES and frame.stance != "historical":
            inside.setdefault((reading.doc[happening.main.head].sent.start, frame.type), []).append(happening)
    for alike in inside.values():
        told = {id(one): _told(reading, one, voices, stances) for one in alike} if len(alike) > 1 else {}
        for first, second in combinations(alike, 2):
            if told[id(first)] == told[id(second)]:
                yield first, second, len(alike)


def are_two(reading: Reading, first: Happening, second: Happening) -> bool:
    """What no likelihood outweighs: an abduction beside a killing, time that went by, an outcome told before another act of its doer, a part, two places."""
    if _is_taking(first, second) or _is_taking(second, first) or _is_part(reading, second) or _is_of_further(reading, first, second):
        return True
    if is_delayed(reading, first.main) != is_delayed(reading, second.main):
        return True  # "hours after the raid two men were shot"
    if any(is_told_first(reading, one, other) for one in first.matches for other in second.matches):
        return True  # "killed hundreds of tribesmen and attacked a church"
    acts = not first.main.frame.result and not second.main.frame.result
    if acts and any(apart(reading, one.main, two.main) for apart in (is_followed, is_timed_by) for one, two in ((first, second), (second, first))):
        return True  # "after the attack on the clinic, jets shelled the town"
    places = [_own_places(reading, one) for one in (first, second)]
    return bool(places[0] and places[1] and not places[0] & places[1])


def _is_part(reading: Reading, happening: Happening) -> bool:
    """"killed 41 people, including 12 in a car bombing": the act of some of those counted before."""
    above = reading.doc[happening.main.head].ancestors
    return any(token.dep_ == "pobj" and token.head.lower_ in PARTS and reading.quantities_at(token.i) for token in above)


def _is_of_further(reading: Reading, first: Happening, second: Happening) -> bool:
    """"30 were executed, another 12 were killed in a car bombing": those told to be further than the others fell in an act of their own."""
    counted = [{quantity.further for match in one.matches for head in match.roles.get("target", ()) for quantity in reading.quantities_at(head)}
               for one in (first, second)]
    own = any(match.frame.result for match in second.matches) and any(
        not match.frame.result and match.clause.kind == "noun" and all(child.lower_ not in KNOWN and child.dep_ != "poss" for child in reading.doc[match.head].children)
        for match in second.matches)
    return own and False in counted[0] and True in counted[1] and not first.main.frame.result


def _own_places(reading: Reading, happening: Happening) -> set[str]:
    """Names of where its own words say that it was: "killed in Beni while 16 were hurt in attacks on Goma"."""
    words = [reading.doc[match.head] for match in happening.matches]
    return {inner.text for word in words for child in word.children if child.lower_ in WHERE for inner in child.children if inner.pos_ == "PROPN"}


def _told(reading: Reading, happening: Happening, voices: Voices, stances: StanceReader) -> tuple[object, ...]:
    """How an act is told: as what, whether it came about, whether as background, and by whom (the one who says it first)."""
    voice = voices.of_any([match.head for match in happening.matches])
    stance = stances.read(happening, voice)
    background = is_history(reading, happening, None, [])
    answered = answer_over(reading, happening.main.head)  # "in revenge for the death of five pilots"
    return stance.stance, stance.negated, stance.is_condition, background, answered, tuple(speaker.name for speaker in voice.speakers[-1:])


def _is_taking(one: Happening, other: Happening) -> bool:
    """"17 men were kidnapped and one beheaded": who is taken and who is harmed are of two acts."""
    return bool(fates_of(one) & TAKEN) and bool(fates_of(other) & HARMED) and not fates_of(one) & HARMED
