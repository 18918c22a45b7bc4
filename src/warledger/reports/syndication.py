"""Which reports are copies of one story, so that forty reprints of an agency do not count as forty witnesses.

In: reports. Out: the same reports, each with its origin.
Decision: copies share most of their text; a shortened reprint in another outlet stands nearly whole in the longer one; two
texts that an agency signs need less. The same outlet's texts share its boilerplate and background, so there only near
identity counts. A text too short to compare is a copy only of its equal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from warledger.lexicons.wire_services import signing_agencies
from warledger.model import Report
from warledger.model.record import digest
from warledger.reports.near_copies import overlap, proposed_pairs, shingles_of, sketch, words_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from warledger.reports.near_copies import Shingles

# Shares of 5-word shingles. 804 reports of 15 outlets on one war, pairs read by eye: from 0.5 on in common all pairs were
# one story; of pairs in different outlets those that share 0.6 of the shorter were reprints, those of one agency from 0.4.
SAME_STORY = 0.5
REPRINT = 0.6
SIGNED_REPRINT = 0.4
# Below it, shingles are too few to tell a copy from a template.
FEWEST_WORDS = 30
# A body with fewer words ("Read more", "More to follow") is equal to others by chance: then the title counts too.
FEWEST_OWN_WORDS = 10
# Three standard deviations of an estimate from 128 hashes: sqrt(0.3 * 0.7 / 128) * 3.
ESTIMATE_ERROR = 0.12


@dataclass(frozen=True)
class _Text:
    """One report as it is compared: exact is its whole wording, shingles is empty where it is too short."""

    id: str
    outlet: str | None
    body: str
    exact: str
    shingles: Shingles

    @property
    def agencies(self) -> frozenset[str]:
        return signing_agencies(self.body)


@dataclass
class _Groups:
    """Union-find over positions; the smallest is the root."""

    parents: list[int] = field(default_factory=list)

    def root(self, one: int) -> int:
        while self.parents[one] != one:
            self.parents[one] = one = self.parents[self.parents[one]]
        return one

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.root(one), self.root(other)))
        self.parents[high] = low


def assign_origins(reports: Iterable[Report], known: Iterable[Report] = ()) -> list[Report]:
    """The reports in their order, each with the origin that it shares with its copies.

    A group that copies a known report (with its origin set, never changed) takes that one's origin, of several the one
    with the smallest id; any other takes its own smallest id's. The order of the reports makes no difference.
    """
    given = list(reports)
    new = sorted({report.id: report for report in given}.values(), key=lambda report: report.id)
    held = sorted((report for report in known if report.origin), key=lambda report: report.id)
    texts = [_text(report) for report in (*new, *held)]
    groups = _Groups(list(range(len(new))))
    anchors: dict[int, list[int]] = defaultdict(list)
    for one, other in _copies(texts, len(new)):
        if other < len(new):
            groups.join(one, other)
        else:
            anchors[one].append(other)
    origins = _origins(new, held, groups, anchors)
    return [replace(report, origin=origins[report.id]) for report in given]


def _origins(new: Sequence[Report], held: Sequence[Report], groups: _Groups,
             anchors: dict[int, list[int]]) -> dict[str, str]:
    first_anchor: dict[int, int] = {}
    for one, others in anchors.items():
        root = groups.root(one)
        first_anchor[root] = min(min(others), first_anchor.get(root, len(new) + len(held)))
    origins = {}
    for one, report in enumerate(new):
        root = groups.root(one)
        anchor = first_anchor.get(root)
        kept = held[anchor - len(new)].origin if anchor is not None else None
        origins[report.id] = kept or digest("o", new[root].id)
    return origins


def _text(report: Report) -> _Text:
    body = report.text[report.body_start:]
    words = words_of(body)
    exact = words if len(words) >= FEWEST_OWN_WORDS else words_of(report.text)
    shingles = shingles_of(words if len(words) >= FEWEST_WORDS else ())
    return _Text(report.id, report.outlet.casefold() if report.outlet else None, body, digest("w", *exact), shingles)


def _copies(texts: Sequence[_Text], new: int) -> Iterator[tuple[int, int]]:
    """The pairs (i, j), i < j and i < new, that are copies; of several equal texts the first stands for all."""
    equal: dict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        equal[text.exact].append(at)
        equal[text.id].append(at)
    for same in equal.values():
        yield from ((same[0], other) for other in same[1:] if same[0] < new)
    long = [at for at, text in enumerate(texts) if text.shingles.size and equal[text.exact][0] == at]
    if len(long) < 2 or long[0] >= new:
        return
    chosen = [texts[at] for at in long]
    wanted = _Wanted(chosen)
    for one, other in proposed_pairs(sketch([text.shingles for text in chosen]), sum(at < new for at in long), wanted):
        if _is_copy(chosen[one], chosen[other]):
            yield long[one], long[other]


class _Wanted:
    """From which estimated Jaccard on a pair is worth an exact comparison: what the mildest rule for it asks, less the error."""

    def __init__(self, texts: Sequence[_Text]) -> None:
        self._sizes = np.array([text.shingles.size for text in texts], dtype=np.float64)
        codes = {outlet: at for at, outlet in enumerate(sorted({text.outlet for text in texts if text.outlet}))}
        self._outlets = np.array([codes[text.outlet] if text.outlet else -1 for text in texts])

    def __call__(self, one: int, others: NDArray[np.intp]) -> NDArray[np.float64]:
        smaller = SIGNED_REPRINT * np.minimum(self._sizes[one], self._sizes[others])
        in_common = smaller / (self._sizes[one] + self._sizes[others] - smaller)
        same_outlet = (self._outlets[others] == self._outlets[one]) & (self._outlets[one] >= 0)
        return np.asarray(np.where(same_outlet, SAME_STORY, np.minimum(in_common, SAME_STORY)) - ESTIMATE_ERROR)


def _is_copy(one: _Text, other: _Text) -> bool:
    in_common, of_shorter = overlap(one.shingles, other.shingles)
    if in_common >= SAME_STORY:
        return True
    if one.outlet and one.outlet == other.outlet:
        return False
    if of_shorter >= REPRINT and one.outlet and other.outlet:
        return True
    return of_shorter >= SIGNED_REPRINT and bool(one.agencies & other.agencies)
