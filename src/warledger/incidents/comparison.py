"""One pair of claims: every piece of evidence that they are about one happening, with its weight.

In: the traits of two claims. Out: a Comparison, the log-odds with what they are made of. Decision: the hard no's (days,
places, roles, an analyst) are kept apart from the weights, because no amount of likeness outweighs them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from warledger.incidents.evidence import Evidence, Forbidden, total
from warledger.incidents.figures import Figure, gap, overlap
from warledger.incidents.places import compare_places
from warledger.incidents.sides import compare_sides
from warledger.incidents.times import compare_times
from warledger.incidents.traits import Traits
from warledger.incidents.weights import Weights

# What two claims of one story must share to be one happening told twice, and what must not stand between them.
TWICE = frozenset({"type.same", "place.same"})
TWICE_DAY = frozenset({"time.same_day", "time.same_span"})
TOLD_APART = frozenset({"tally.rival", "tally.close", "tally.other_victims", "initiators.different", "targets.different",
                        "sides.crossed", "sides.different", "weapons.different"})
# Figures compared at most, in the order of FIGURE_ORDER: further ones repeat what the first have said.
FIGURES = 2
FIGURE_ORDER = ("killed", "wounded", "casualties", "abducted", "detained", "arrested", "displaced", "evacuated")


@dataclass(frozen=True, slots=True)
class Comparison:
    """score is in log-odds with the prior in it; forbidden says why the two can never be one, None where they may."""

    score: float
    evidence: tuple[Evidence, ...] = ()
    forbidden: str | None = None


def compare(a: Traits, b: Traits, weights: Weights) -> Comparison:
    """How far two claims are about one happening. compare(a, b) and compare(b, a) have the same score."""
    kinds = _compare_types(a, b, weights)
    if kinds is None:
        return Comparison(float("-inf"), forbidden=f"{a.claim.type} and {b.claim.type} are different kinds of act")
    found: list[Evidence] = kinds
    for compare_one in (compare_times, compare_places):
        outcome = compare_one(a, b, weights)
        if isinstance(outcome, Forbidden):
            return Comparison(float("-inf"), forbidden=outcome.reason)
        found.append(outcome)
    sides = compare_sides(a, b)
    if isinstance(sides, Forbidden):
        return Comparison(float("-inf"), forbidden=sides.reason)
    found.extend(sides)
    found.extend(_compare_figures(a, b, weights))
    found.extend(_compare_weapons(a, b))
    same_words = bool(a.words) and a.words == b.words and a.claim.report != b.claim.report
    if same_words:
        found.append(Evidence("words.same"))
    elif a.story == b.story and not (a.rival or b.rival):
        found.append(_same_story(found))
    return Comparison(weights.limits["prior"] + total(found, weights), tuple(found))


def _compare_types(a: Traits, b: Traits, weights: Weights) -> list[Evidence] | None:
    """The evidence of type and mode, None where the two can be no one happening."""
    one, other = a.claim, b.claim
    if one.type != other.type:
        codes = (f"{one.type}/{one.mode}", f"{other.type}/{other.mode}")
        return [Evidence("type.kin", codes)] if codes in weights.kindred_types else None
    same = Evidence("type.same")
    if one.mode is None or other.mode is None:
        return [same, Evidence("mode.untold")] if one.mode != other.mode else [same]
    if one.mode == other.mode:
        return [same, Evidence("mode.same", (one.mode,))]
    kin = (one.type, one.mode, other.mode) in weights.kindred_modes
    return [same, Evidence("mode.kin" if kin else "mode.different", (one.mode, other.mode))]


def _compare_figures(a: Traits, b: Traits, weights: Weights) -> Iterator[Evidence]:
    common = [what for what in FIGURE_ORDER if what in a.figures and what in b.figures]
    for what in common[:FIGURES]:
        one, other = a.figures[what], b.figures[what]
        if one.of and other.of and not one.of & other.of:
            yield Evidence("tally.other_victims", (", ".join(sorted(one.of | other.of)),))
            return
        if one.partial == other.partial and (not one.partial or one.victims & other.victims):
            yield _fit(what, one, other, weights)


def _fit(what: str, one: Figure, other: Figure, weights: Weights) -> Evidence:
    if one.low == other.low and one.high == other.high:
        telling = one.best >= weights.limits["telling_figure"]
        return Evidence("tally.exact" if telling else "tally.exact_small", (str(one.best), what))
    if overlap(one, other):
        return Evidence("tally.overlap", ("", what))
    ratio, difference = gap(one, other)
    close = ratio <= weights.limits["close_ratio"] or difference <= weights.limits["close_difference"]
    numbers = " and ".join(str(figure.best) for figure in sorted((one, other), key=lambda f: f.best))
    return Evidence("tally.close" if close else "tally.rival", (numbers, what))


def _compare_weapons(a: Traits, b: Traits) -> list[Evidence]:
    if not a.weapons or not b.weapons:
        return []
    common = a.weapons & b.weapons
    named = ", ".join(sorted(common or a.weapons | b.weapons))
    return [Evidence("weapons.same" if common else "weapons.different", (named,))]


def _same_story(found: list[Evidence]) -> Evidence:
    """Two claims of one story that the coder did not join: told twice only where nothing tells them apart."""
    kinds = {item.kind for item in found}
    twice = kinds >= TWICE and kinds & TWICE_DAY and not kinds & TOLD_APART
    return Evidence("story.twice" if twice else "story.apart")
