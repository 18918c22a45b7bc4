"""One pair of claims: every piece of evidence that they are about one happening, with its weight.

In: the traits of two claims. Out: a Comparison, the log-odds with what they are made of. Decision: the hard no's (days,
places, roles, an analyst) are kept apart from the weights, because no amount of likeness outweighs them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from warledger.incidents.evidence import Evidence, Forbidden, total
from warledger.incidents.figures import Figure, gap, overlap
from warledger.incidents.parties import name_key
from warledger.incidents.places import compare_places
from warledger.incidents.shared_matter import about_one_thing, against_likeness, compare_reports
from warledger.incidents.sides import compare_sides
from warledger.incidents.times import compare_times
from warledger.incidents.traits import Traits
from warledger.incidents.weights import Weights

# What two claims of one story must share to be one happening told twice, and what must not stand between them.
TWICE_PLACE = frozenset({"place.same", "place.name", "place.near", "place.same_district", "place.inside_district",
                         "place.of_story", "place.needless"})
WIDE_PLACE = frozenset({"place.same_province", "place.zoom"})
TWICE_DAY = frozenset({"time.same_day", "time.same_span", "time.rival_day", "time.untold", "time.of_story"})
TOLD_APART = frozenset({"type.kin", "mode.different", "tally.other_victims", "initiators.different", "targets.different",
                        "sides.crossed", "sides.different", "weapons.different"})
# What binds two mentions of one story together, beyond place and day, of which its other acts have the same.
BINDING = frozenset({"mode.same", "initiators.same", "initiators.kin", "targets.same", "targets.kin", "sides.same", "sides.one", "targets.person",
                     "tally.exact", "tally.exact_small", "tally.near", "tally.overlap"})
# Figures that one voice does not give of one happening, though two voices may.
ONE_VOICE_APART = frozenset({"tally.rival", "tally.close"})
# A story that tells of the province and of a town in it tells of one place, wide and near.
ZOOMED = frozenset({"place.inside_province"})
# Days that differ where a rule inferred one of them.
OFF_DAY = frozenset({"time.guessed", "time.one_day_off", "time.days_off", "time.far"})
# Figures compared at most, in the order of FIGURE_ORDER: further ones repeat what the first have said.
FIGURES = 2
# Two figures that fit are all but the same up to this ratio (judgement: 30 and 33 are, 30 and 40 are not).
NEAR = 1.15
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
    when, where = compare_times(a, b, weights), compare_places(a, b, weights)
    if isinstance(when, Forbidden) or isinstance(where, Forbidden):
        if not about_one_thing(a, b, weights):
            return Comparison(float("-inf"), forbidden=next(one.reason for one in (when, where) if isinstance(one, Forbidden)))
        when, where = against_likeness(a, b, when, where)
    found += [_in_story(a, b, outcome, weights) for outcome in (when, where)]
    sides = compare_sides(a, b)
    if isinstance(sides, Forbidden):
        return Comparison(float("-inf"), forbidden=sides.reason)
    found.extend(sides)
    found.extend(_compare_figures(a, b, weights))
    found.extend(_compare_weapons(a, b))
    found.extend(_compare_stories(a, b, found, weights))
    return Comparison(weights.limits["prior"] + total(found, weights), tuple(found))


def _compare_types(a: Traits, b: Traits, weights: Weights) -> list[Evidence] | None:
    """The evidence of type and mode, None where the two can be no one happening."""
    one, other = a.claim, b.claim
    if one.type != other.type:
        codes = (f"{one.type}/{one.mode}", f"{other.type}/{other.mode}")
        return [Evidence("type.kin", codes)] if codes in weights.kindred_types else None
    same = [Evidence("type.same")]
    if one.type in weights.seldom_types:
        same.append(Evidence("type.seldom", (one.type,)))
    if one.mode is None or other.mode is None:
        return [*same, Evidence("mode.untold")] if one.mode != other.mode else same
    if one.mode == other.mode:
        return [*same, Evidence("mode.same", (one.mode,))]
    kin = (one.type, one.mode, other.mode) in weights.kindred_modes
    return [*same, Evidence("mode.kin" if kin else "mode.different", (one.mode, other.mode))]


def _compare_figures(a: Traits, b: Traits, weights: Weights) -> Iterator[Evidence]:
    """The evidence of figures: of rival versions in one story, the two that fit best speak."""
    common = [what for what in FIGURE_ORDER if what in a.versions and what in b.versions]
    for what in common[:FIGURES]:
        fits = [fit for one in a.versions[what] for other in b.versions[what]
                if (fit := _fit(what, one, other, weights)) is not None]
        if fits:
            best = max(fits, key=lambda fit: (weights.weights[fit.kind], fit.detail))
            yield best
            if best.kind == "tally.other_victims":
                return


def _fit(what: str, one: Figure, other: Figure, weights: Weights) -> Evidence | None:
    """How two figures of one kind fit; None where they count different parts of the whole."""
    if one.of and other.of and not one.of & other.of:
        return Evidence("tally.other_victims", (", ".join(sorted(one.of | other.of)),))
    if one.partial != other.partial or (one.partial and not one.victims & other.victims):
        return None
    telling = min(one.best, other.best) >= weights.limits["telling_figure"]
    if one.low == other.low and one.high == other.high:
        return Evidence("tally.exact" if telling else "tally.exact_small", (str(one.best), what))
    numbers = " and ".join(str(figure.best) for figure in sorted((one, other), key=lambda f: f.best))
    if overlap(one, other):
        near = telling and (_near(one, other) or _both_narrow(one, other, weights.limits["close_ratio"]))
        return Evidence("tally.near", (numbers, what)) if near else Evidence("tally.overlap", ("", what))
    ratio, difference = gap(one, other)
    close = ratio <= weights.limits["close_ratio"] or difference <= weights.limits["close_difference"]
    return Evidence("tally.close" if close else "tally.rival", (numbers, what))


def _near(one: Figure, other: Figure) -> bool:
    return max(one.best, other.best) <= NEAR * min(one.best, other.best)


def _both_narrow(one: Figure, other: Figure, ratio: float) -> bool:
    """Whether both have an upper end, and all that either allows is within this ratio."""
    if one.high is None or other.high is None:
        return False
    return max(one.high, other.high) <= ratio * min(one.low, other.low)


def _compare_weapons(a: Traits, b: Traits) -> list[Evidence]:
    """The evidence of weapons; that both shelled with artillery is told by the mode already."""
    if not a.weapons or not b.weapons:
        return []
    common = a.weapons & b.weapons
    if common and a.claim.mode == b.claim.mode and a.claim.mode is not None:
        return []
    named = ", ".join(sorted(common or a.weapons | b.weapons))
    return [Evidence("weapons.same" if common else "weapons.different", (named,))]


def _in_story(a: Traits, b: Traits, outcome: Evidence, weights: Weights) -> Evidence:
    """In one story, what lies in a place named there speaks for one happening, and a place left out, or a day of which
    nothing is known but that of publication, does not speak against."""
    if a.story != b.story:
        return outcome
    if outcome.kind in ZOOMED:
        return Evidence("place.zoom", outcome.detail)
    if outcome.kind in OFF_DAY and (a.time_rule in weights.guesses) != (b.time_rule in weights.guesses):
        return Evidence("time.of_story")
    return Evidence("place.of_story") if outcome.kind == "place.untold" else outcome


def _compare_stories(a: Traits, b: Traits, found: list[Evidence], weights: Weights) -> Iterator[Evidence]:
    """What the two reports have in common, or that they are one."""
    same_story = a.story == b.story
    if a.words and a.words == b.words and a.claim.report != b.claim.report:
        yield Evidence("words.same")
    elif same_story and not (a.rival or b.rival):
        yield _same_story(a, b, {item.kind for item in found})
    if a.rival != b.rival:
        yield Evidence("denial.answers")
    if not same_story:
        yield from compare_reports(a, b, weights, any(item.kind in OFF_DAY for item in found))


def _same_story(a: Traits, b: Traits, kinds: set[str]) -> Evidence:
    """Two claims of one story that the coder did not join: told twice only where nothing tells them apart."""
    apart = kinds & TOLD_APART or (kinds & ONE_VOICE_APART and _voice(a) == _voice(b))
    if apart or a.another or b.another or not kinds & TWICE_DAY:
        return Evidence("story.apart")
    if kinds & TWICE_PLACE:
        return Evidence("story.twice" if kinds & BINDING else "story.bare")
    return Evidence("story.wide" if kinds & WIDE_PLACE else "story.apart")


def _voice(one: Traits) -> tuple[str, ...]:
    return tuple(name_key(speaker.name) for speaker in one.claim.speakers[-1:])
