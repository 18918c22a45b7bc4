"""Why an incident holds the claims that it holds, and not others: every join and every refusal, in words and weights.

In: what linking weighed, and an incident. Out: Grounds. Decision: claims are grouped once more, by the same function as when they
were linked, and the very comparisons that decided are read out; nothing is explained after the fact.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from warledger.incidents.candidates import candidates
from warledger.incidents.clustering import SPOKESMEN, Comparisons, Groups
from warledger.incidents.comparison import Comparison
from warledger.incidents.evidence import wording
from warledger.incidents.link import Weighed
from warledger.incidents.ties import Pair as Positions
from warledger.incidents.traits import Traits
from warledger.incidents.weights import Weights
from warledger.model import Incident
from warledger.model.grounds import Grounds, Pair, Reason

TOLD = "its report tells them as one happening"
RULED = "an analyst said that they are the same"
ANSWERS = "it answers the other"
NEVER = float("-inf")


def grounds(incident: Incident, weighed: Weighed, home: Mapping[str, str]) -> Grounds:
    """The grounds of an incident. home leads from a claim to the incident that holds it."""
    traits, groups = weighed.traits, weighed.groups
    inside = [position for position, one in enumerate(traits) if one.id in set(incident.claims)]
    heads = sorted({groups.of(position) for position in inside if not traits[position].rival})
    held = {one.id for head in heads for one in _members(head, weighed)}
    limits = groups.comparisons.weights.limits
    stale = None
    if len(heads) != 1 or held != set(incident.claims):
        stale = "it was linked by other rules or decisions than those of today: `warledger run` links anew"
    reader = _Reader(weighed, home)
    return Grounds(incident.id, limits["prior"], limits["join"], limits["floor"], tuple(reader.joined(inside, heads)),
                   tuple(reader.refused(inside, heads)), stale)


def _members(head: int, weighed: Weighed) -> Iterator[Traits]:
    for position in (*weighed.groups.members.get(head, ()), *weighed.denials.get(head, ())):
        yield weighed.traits[position]


class _Reader:
    """Reads joins and refusals out of what was weighed."""

    def __init__(self, weighed: Weighed, home: Mapping[str, str]) -> None:
        self.weighed, self.home = weighed, home
        self.traits: Sequence[Traits] = weighed.traits
        self.groups: Groups = weighed.groups
        self.weights: Weights = weighed.groups.comparisons.weights

    def joined(self, inside: Sequence[int], heads: Sequence[int]) -> Iterator[Pair]:
        """What was tied before any weighing, then what was weighed within reports, then between them, then denials."""
        members, ties = set(inside), self.weighed.ties
        tied: set[Positions] = set()
        for pairs, why in ((ties.told, TOLD), (ties.ruled, RULED)):
            for one, other in pairs:
                if one in members and other in members and (one, other) not in tied:
                    tied.add((one, other))
                    yield Pair(self._id(one), self._id(other), "joined", None, why)
        for head in heads:
            voices = self.groups.voices[head]
            between = set(_pairs(voices[:SPOKESMEN]))
            for told in _by_report(self.groups.members[head], self.traits):
                yield from self._weighed(told, self.groups.within, tied | between)
            yield from self._weighed(voices, self.groups.comparisons, tied)
        yield from self._denials(members, heads)

    def _weighed(self, positions: Sequence[int], comparisons: Comparisons, tied: set[Positions]) -> Iterator[Pair]:
        for one, other in _pairs(positions[:SPOKESMEN]):
            if (one, other) not in tied:
                found = comparisons.of(one, other)
                through = "" if found.score > self.weights.limits["join"] else "brought together by others of the incident"
                yield self._pair(one, other, "joined", found, found.forbidden or through)

    def _denials(self, members: set[int], heads: Sequence[int]) -> Iterator[Pair]:
        """Each denial with what it denies: what it answers, else what it fits best."""
        ties = self.weighed.ties
        for denial in sorted(position for position in members if self.traits[position].rival):
            answered = [(pair, why) for pairs, why in ((ties.answers, ANSWERS), (ties.ruled, RULED), (ties.told, TOLD))
                        for pair in pairs if denial in pair and members.issuperset(pair)]
            if answered:
                (one, other), why = answered[0]
                yield Pair(self._id(denial), self._id(other if one == denial else one), "joined", None, f"a denial: {why}")
                continue
            voices = [voice for head in heads for voice in self.groups.voices[head]][:SPOKESMEN]
            if voices:
                best = max(voices, key=lambda voice: self.groups.comparisons.of(denial, voice).score)
                yield self._pair(denial, best, "joined", self.groups.comparisons.of(denial, best), "a denial of it")

    def refused(self, inside: Sequence[int], heads: Sequence[int]) -> list[Pair]:
        """Each group that was compared and left out, by its best pair, the nearest first."""
        mine, best = set(heads), dict[int, Pair]()
        for one, other, comparisons in self._edges(inside, mine):
            found = comparisons.of(one, other)
            head = self.groups.of(other)
            pair = self._pair(one, other, "refused", found, self._refusal(one, other, found))
            if head not in best or _rank(pair) > _rank(best[head]):
                best[head] = pair
        return sorted(best.values(), key=_rank, reverse=True)

    def _edges(self, inside: Sequence[int], mine: set[int]) -> Iterator[tuple[int, int, Comparisons]]:
        """Compared pairs of which one is in the incident and the other in another group, the inner one first."""
        members, denials = set(inside), {p for found in self.weighed.denials.values() for p in found}
        reports = {self.traits[position].claim.report for position in inside}
        told = [position for position, one in enumerate(self.traits) if one.claim.report in reports]
        within = candidates(self.traits, self.weights, told, within=True)
        for pairs, comparisons in ((within, self.groups.within), (self.weighed.pairs, self.groups.comparisons)):
            for one, other in pairs:
                inner, outer = (one, other) if one in members else (other, one)
                if inner in members and outer not in members and outer not in denials and self.groups.of(outer) not in mine:
                    yield inner, outer, comparisons

    def _refusal(self, one: int, other: int, found: Comparison) -> str:
        """What kept two claims apart."""
        if found.forbidden is not None:
            return f"never: {found.forbidden}"
        if found.score <= self.weights.limits["join"]:
            return "the weights speak against it"
        a, b = self.groups.of(one), self.groups.of(other)
        if self.groups.told_apart(a, b):
            return "they fit, but another claim of theirs is told apart from one of the incident's"
        if self.groups.link(a, b) == NEVER:
            return "they fit, but other claims of theirs tell other days, or speak against it below the floor"
        return "they fit, but taken together their claims do not"

    def _pair(self, one: int, other: int, verdict: str, found: Comparison, why: str) -> Pair:
        reasons = tuple(Reason(item.kind, wording(item, self.weights), round(self.weights.weights[item.kind] * item.share, 3), item.share)
                        for item in found.evidence)
        score = None if found.forbidden is not None or not math.isfinite(found.score) else round(found.score, 3)
        home = self.home.get(self._id(other)) if verdict == "refused" else None
        return Pair(self._id(one), self._id(other), verdict, score, why, reasons, home)

    def _id(self, position: int) -> str:
        return self.traits[position].id


def _by_report(positions: Iterable[int], traits: Sequence[Traits]) -> list[list[int]]:
    """The positions of each report that has several."""
    found: dict[str, list[int]] = {}
    for position in positions:
        found.setdefault(traits[position].claim.report, []).append(position)
    return [told for _report, told in sorted(found.items()) if len(told) > 1]


def _pairs(positions: Sequence[int]) -> Iterator[Positions]:
    ordered = sorted(positions)
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            yield one, other


def _rank(pair: Pair) -> tuple[float, str, str]:
    return (NEVER if pair.score is None else pair.score), pair.one, pair.other
