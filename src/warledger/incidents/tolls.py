"""What one report tells of one kind of figure of an incident, in all its sentences.

In: the rows of a kind, each a claim's traits with its origin and its figure. Out: the latest figures, one per origin and
report. Decision: a report tells a toll whole and in parts, so its figure is its fullest one and no sum of its sentences;
victims by name are counted, each once; one victim told beside a larger figure is one of those; where a report tells how
many were hit and how many of them died, the others were wounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from warledger.incidents.figures import Figure
from warledger.incidents.parties import name_key
from warledger.incidents.traits import Traits

HIT, DEAD, HURT = "casualties", "killed", "wounded"
# Words by which a figure leaves out those just told: "four others were shot" were hit beside the dead.
OTHERS = frozenset(("other", "others", "another", "more"))


@dataclass(frozen=True)
class Told:
    """One claim's figure of a kind, with its origin."""

    traits: Traits
    origin: str
    figure: Figure


def latest(rows: Sequence[Told], what: str) -> list[Figure]:
    """The figure that counts of each origin; rows are in the order of publication.

    An origin's later report replaces its earlier one; within one report its fullest figure stands for all.
    """
    last = {row.origin: row.traits.claim.report for row in rows}
    of_report: dict[str, list[Told]] = {}
    for row in rows:
        if last[row.origin] == row.traits.claim.report:
            of_report.setdefault(row.traits.claim.report, []).append(row)
    return [figure for told in of_report.values() for figure in _of_report(told, what)]


def _of_report(rows: Sequence[Told], what: str) -> list[Figure]:
    """One figure per origin that a report lets speak, without those that are but one victim of a larger figure."""
    origins: dict[str, list[Told]] = {}
    for row in rows:
        origins.setdefault(row.origin, []).append(row)
    fullest = [_fullest([row.figure for row in told]) for told in origins.values()]
    named = len(victims_by_name((row.traits for row in rows), what))
    if named > max(figure.best for figure in fullest):
        return [replace(_fullest(fullest), low=named, high=named, best=named)]
    several = [figure for figure in fullest if figure.best > 1]
    return several or fullest


def _fullest(figures: Sequence[Figure]) -> Figure:
    """The largest figure; of two alike the one that is narrower."""
    return max(figures, key=lambda figure: (figure.best, figure.high is not None, figure.low))


def victims_by_name(traits: Iterable[Traits], what: str) -> list[str]:
    """The people whom claims name as having suffered this, each once: "Okello" is "James Okello" told again."""
    names = {name_key(target.name) for one in traits for target in one.claim.targets if one.claim.names_person(target)
             and any(t.what == what and t.best == 1 and _names(t.wording, target.name) for t in one.claim.tallies)}
    kept: list[str] = []
    for name in sorted(names, key=lambda name: (-len(name.split()), name)):
        if not any(set(name.split()) <= set(other.split()) for other in kept):
            kept.append(name)
    return kept


def _names(wording: str, name: str) -> bool:
    """Whether the words of a tally are those of a name, or end it ("Okello" for "James Okello")."""
    return bool(wording) and (name.endswith(wording) or name in wording)


def survivors(rows: Iterable[Told], dead: Iterable[Told]) -> list[Told]:
    """Per claim that tells how many were hit, how many of those were wounded: all but the dead that its report tells."""
    killed: dict[str, Figure] = {}
    fallen: dict[str, list[Traits]] = {}
    for row in dead:
        report = row.traits.claim.report
        fallen.setdefault(report, []).append(row.traits)
        killed[report] = _fullest([row.figure, killed.get(report, row.figure)])
    hit: dict[str, list[Told]] = {}
    for row in rows:
        hit.setdefault(row.traits.claim.report, []).append(row)
    return [left for report, told in hit.items() if (left := _left(told, killed.get(report), fallen.get(report, []))) is not None]


def _left(told: Sequence[Told], killed: Figure | None, fallen: Sequence[Traits]) -> Told | None:
    """The wounded among those whom one report tells to have been hit, None where none is left."""
    whole = _fullest([row.figure for row in told])
    row = next(row for row in told if row.figure == whole)
    names = victims_by_name((row.traits for row in told), HIT)
    if len(names) > whole.best:
        whole = replace(whole, low=len(names), high=len(names), best=len(names))
    if killed is not None and not OTHERS & set(name_key(whole.words).split()):
        dead_names = victims_by_name(fallen, DEAD)
        dead = max(killed.best, len(dead_names))
        whole = replace(whole, low=max(0, whole.low - dead), high=None if whole.high is None else max(0, whole.high - dead),
                        best=max(0, whole.best - dead))
    return replace(row, figure=whole) if whole.best > 0 else None
