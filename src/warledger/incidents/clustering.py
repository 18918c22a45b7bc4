"""Claims become groups: deterministic agglomeration, with pairs that must and must not meet.

In: traits sorted by claim id, candidate pairs, must-links and cannot-links. Out: groups of positions. Decision: two groups
join where their claims agree halfway between their average and their best, as a thin claim contradicts nobody, and where no
pair of them can never be one, so a vague report never chains two clear ones together.
"""

from __future__ import annotations

import dataclasses
import heapq
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from warledger.incidents.comparison import Comparison, compare
from warledger.incidents.times import gains
from warledger.incidents.traits import Traits, composed, fullness, signature
from warledger.incidents.weights import Weights

# Members of a group that are compared with those of another: with more, the average moves by little and the work
# grows with the square.
SPOKESMEN = 12


@dataclass
class Comparisons:
    """Comparisons of one run, each made once. forced holds cannot-links by position, with the reason."""

    traits: list[Traits]
    weights: Weights
    forced: Mapping[tuple[int, int], str] = field(default_factory=dict)
    made: dict[tuple[int, int], Comparison] = field(default_factory=dict)

    def of(self, one: int, other: int) -> Comparison:
        """The comparison of two positions; the smaller always comes first, so either order gives the same."""
        key = (one, other) if one < other else (other, one)
        found = self.made.get(key)
        if found is None:
            found = self._make(key)
            self.made[key] = found
        return found

    def _make(self, key: tuple[int, int]) -> Comparison:
        if key in self.forced:
            return Comparison(float("-inf"), forbidden=self.forced[key])
        return compare(self.traits[key[0]], self.traits[key[1]], self.weights)


class Groups:
    """Groups of positions that only ever grow. Each is named by its smallest position.

    voices are the members that speak for a group in comparisons: one per report that tells the happening more than once.
    within holds the comparisons of the mentions of such reports, mentions who was compared.
    """

    def __init__(self, comparisons: Comparisons, size: int) -> None:
        self.comparisons = self.within = comparisons
        self.mentions: dict[int, list[int]] = {}
        self.head = list(range(size))
        self.members: dict[int, list[int]] = {position: [position] for position in range(size)}
        self.voices: dict[int, list[int]] = {position: [position] for position in range(size)}
        self.days: dict[int, frozenset[int | None]] = {}
        self.foes: dict[int, set[int]] = {}
        for one, other in comparisons.forced:
            self.foes.setdefault(one, set()).add(other)
            self.foes.setdefault(other, set()).add(one)

    def of(self, position: int) -> int:
        """The group that a position is in."""
        while self.head[position] != position:
            self.head[position] = self.head[self.head[position]]
            position = self.head[position]
        return position

    def told_apart(self, one: int, other: int) -> bool:
        """Whether a cannot-link stands between somebody in one group and somebody in the other."""
        if not self.foes:
            return False
        small, large = sorted((self.members[one], self.members[other]), key=len)
        inside = set(large)
        return any(not inside.isdisjoint(self.foes.get(position, ())) for position in small)

    def join(self, one: int, other: int) -> int:
        """Two groups made one; returns its name."""
        head, tail = min(one, other), max(one, other)
        self.head[tail] = head
        self.members[head] = sorted(self.members[head] + self.members.pop(tail))
        self.voices[head] = sorted(self.voices[head] + self.voices.pop(tail))
        self.days.pop(head, None)
        self.days.pop(tail, None)
        return head

    def speak_as_one(self) -> None:
        """Lets the fullest member of each group speak for it, filled up with what only the others tell."""
        self.within, self.mentions = self.comparisons, {head: list(voices) for head, voices in self.voices.items()}
        traits = list(self.within.traits)
        for head, voices in sorted(self.voices.items()):
            if len(voices) > 1:
                mentions = sorted((traits[p] for p in voices), key=lambda one: (-fullness(one), one.id))
                voice = next(p for p in voices if traits[p].id == mentions[0].id)
                traits[voice] = composed(mentions)
                self.voices[head] = [voice]
        for voice in self._leads(traits):
            traits[voice] = dataclasses.replace(traits[voice], lead=True)
        self.comparisons = Comparisons(traits, self.within.weights, self.within.forced)
        self.days.clear()

    def _leads(self, traits: Sequence[Traits]) -> list[int]:
        """Of each report the voice of what it tells most often, the first told of several."""
        leads: dict[str, tuple[int, int, int]] = {}
        for head, voices in self.voices.items():
            members = [traits[p] for p in self.members[head]]
            rank = (-len(members), min(one.told_at for one in members), voices[0])
            report = traits[voices[0]].claim.report
            if not traits[voices[0]].rival and rank < leads.get(report, (1, 0, 0)):
                leads[report] = rank
        return [voice for _often, _where, voice in leads.values()]

    def keep(self, positions: Collection[int]) -> None:
        """Leaves only the groups of which one of these is a member."""
        wanted = {self.of(position) for position in positions}
        for head in [head for head in self.members if head not in wanted]:
            del self.members[head], self.voices[head]

    def force(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Joins what must be joined, in the order given, where no cannot-link stands against it."""
        for one, other in pairs:
            a, b = self.of(one), self.of(other)
            if a != b and a in self.members and b in self.members and not self.told_apart(a, b):
                self.join(a, b)

    def link(self, one: int, other: int) -> float:
        """The log-odds between two groups, halfway from the average of their pairs to the best: a thin claim tells nothing
        against, and one that was misread no more than the floor. -inf where a pair of them can never be one."""
        if self.told_apart(one, other) or self._dated_apart(one, other):
            return float("-inf")
        floor = self.comparisons.weights.limits["floor"]
        scores = []
        for a in self.voices[one][:SPOKESMEN]:
            for b in self.voices[other][:SPOKESMEN]:
                score = self.comparisons.of(a, b).score
                if score == float("-inf"):
                    return score
                scores.append(max(score, floor))
        return (sum(scores) / len(scores) + max(scores)) / 2

    def _dated_apart(self, one: int, other: int) -> bool:
        """Whether both tell their days and share none: spokesmen may be the ones that tell none."""
        if max(len(self.voices[one]), len(self.voices[other])) <= SPOKESMEN:
            return False
        ours, theirs = self._days_of(one), self._days_of(other)
        return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)

    def _days_of(self, group: int) -> frozenset[int | None]:
        found = self.days.get(group)
        if found is None:
            told = (self.comparisons.traits[position] for position in self.voices[group])
            found = self.days[group] = frozenset(one.first for one in told if one.dated and not gains(one))
        return found


def join_copies(groups: Groups, positions: Iterable[int]) -> None:
    """Joins claims that comparison cannot tell apart, copies above all, by one comparison each."""
    join_at = groups.comparisons.weights.limits["join"]
    first: dict[tuple[object, ...], int] = {}
    for position in positions:
        lead = first.setdefault(signature(groups.comparisons.traits[position]), position)
        if lead == position:
            continue
        a, b = groups.of(lead), groups.of(position)
        if a != b and groups.comparisons.of(lead, position).score > join_at and not groups.told_apart(a, b):
            groups.join(a, b)


def agglomerate(groups: Groups, pairs: Iterable[tuple[int, int]]) -> None:
    """Joins the two nearest groups again and again, until no two are near enough."""
    join_at = groups.comparisons.weights.limits["join"]
    near: dict[int, set[int]] = {head: set() for head in groups.members}
    for one, other in pairs:
        a, b = groups.of(one), groups.of(other)
        if a != b and (b in near[a] or groups.comparisons.of(one, other).score > join_at):
            near[a].add(b)
            near[b].add(a)
    queue: list[tuple[float, int, int, int, int]] = []
    version = dict.fromkeys(groups.members, 0)
    for a in sorted(near):
        for b in sorted(near[a]):
            if a < b:
                _offer(queue, groups, version, a, b)
    while queue:
        _score, a, b, of_a, of_b = heapq.heappop(queue)
        if version.get(a) != of_a or version.get(b) != of_b:
            continue
        head = groups.join(a, b)
        gone = max(a, b)
        near[head] = (near[head] | near.pop(gone)) - {head, gone}
        version[head] += 1
        del version[gone]
        for c in sorted(near[head]):
            near[c].discard(gone)
            near[c].add(head)
            _offer(queue, groups, version, min(head, c), max(head, c))


def _offer(queue: list[tuple[float, int, int, int, int]], groups: Groups, version: dict[int, int], a: int, b: int) -> None:
    score = groups.link(a, b)
    if score > groups.comparisons.weights.limits["join"]:
        heapq.heappush(queue, (-score, a, b, version[a], version[b]))
