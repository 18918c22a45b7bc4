"""Weights of linking learnt from a user's own data: what analysts decided, and labelled files.

In: a ledger, and labels. Out: Trained: weights, with what they were learnt from and how well they do. Decision: pairs are compared as they
are between reports when everything is linked, but without the answers that are to be learnt; weights that do no better than the former
ones on pairs that they were not learnt from are told to be so.
"""

from __future__ import annotations

import csv
import itertools
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warledger.errors import SourceError, UsageError

if TYPE_CHECKING:
    from warledger.incidents.link import Weighed
    from warledger.incidents.training import Example, Judged
    from warledger.incidents.weights import Weights
    from warledger.store import Ledger

# What a column `same` may say.
YES, NO = frozenset(("1", "yes", "true", "same")), frozenset(("0", "no", "false", "different"))
OF_PAIRS, OF_REPORTS = {"one", "other", "same"}, {"report", "incident"}


@dataclass
class Labels:
    """pairs of ids with the answer; incidents holds the label of each report, by its id or the id that its source gave it."""

    pairs: list[tuple[str, str, bool]] = field(default_factory=list)
    incidents: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Trained:
    """The weights; how many examples there were, how many pairs were told apart by more than weights, how many names were not found;
    and how the former and the new weights answer pairs that the new were not learnt from."""

    weights: Weights
    same: int
    different: int
    barred: int
    unknown: int
    before: Judged
    after: Judged

    def told(self) -> dict[str, Any]:
        """What stands in the file beside the figures."""
        return {"same": self.same, "different": self.different,
                "f1_on_other_pairs": {"before": round(self.before.f1, 3), "after": round(self.after.f1, 3)}}


def read_labels(path: Path) -> Labels:
    """The labels of a CSV with the columns one, other and same, or report and incident.

    Raises SourceError where it is not there, UsageError with file and line where it is neither.
    """
    labels = Labels()
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            columns = set(rows.fieldnames or ())
            if not (columns >= OF_PAIRS or columns >= OF_REPORTS):
                raise UsageError(f"{path}:1: the columns one, other and same, or report and incident, were expected")
            for row in rows:
                _read_row(row, labels, f"{path}:{rows.line_num}", columns >= OF_PAIRS)
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror}") from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{path}: cannot be read as CSV: {error}") from None
    return labels


def _read_row(row: Mapping[str, str | None], labels: Labels, where: str, of_pairs: bool) -> None:
    if not of_pairs:
        report, incident = (row["report"] or "").strip(), (row["incident"] or "").strip()
        if report and incident:
            labels.incidents[report] = incident
        return
    said = (row["same"] or "").strip().casefold()
    if said not in YES | NO:
        raise UsageError(f"{where}: same must be yes or no, not {row['same']!r}")
    labels.pairs.append(((row["one"] or "").strip(), (row["other"] or "").strip(), said in YES))


def merged(several: Iterable[Labels]) -> Labels:
    """All labels together; of a report labelled twice the last label counts."""
    found = Labels()
    for one in several:
        found.pairs.extend(one.pairs)
        found.incidents.update(one.incidents)
    return found


def train(ledger: Ledger, labels: Labels, weights: Weights) -> Trained:
    """The weights learnt from the decisions in a ledger and from labels, beginning with these.

    Raises UsageError where there are too few examples of either kind.
    """
    from warledger.incidents.link import weigh
    from warledger.incidents.training import FEWEST, cross_judged, enough, judged, learnt

    reports = {report.id: report for report in ledger.reports()}
    taught = _Teaching(weigh(list(ledger.claims()), reports, weights=weights), weights)
    incidents = {one.id: one.claims for one in (*ledger.ended(), *ledger.incidents())}
    taught.take(_of_decisions(ledger), incidents)
    taught.take(labels.pairs, incidents)
    names = {name: one.id for one in reports.values() for name in (one.id, one.source_id) if name}
    taught.unknown += sum(name not in names for name in labels.incidents)
    taught.take_reports({names[name]: label for name, label in sorted(labels.incidents.items()) if name in names})
    examples = taught.examples()
    same = sum(one.same for one in examples)
    if not enough(examples):
        raise UsageError(f"too few pairs to learn from: {same} of one happening and {len(examples) - same} of two; at least {FEWEST} of each are "
                         f"needed ({taught.barred} more are kept apart by days, places or roles that cannot be one, and {taught.unknown} names were not found)")
    return Trained(learnt(examples, weights), same, len(examples) - same, taught.barred, taught.unknown,
                   judged(examples, weights), cross_judged(examples, weights))


def _of_decisions(ledger: Ledger) -> Iterator[tuple[str, str, bool]]:
    """The pairs of claims on which analysts have decided, with their last word."""
    from warledger.incidents.rulings import replay

    rulings = replay(ledger.decisions(), [*ledger.ended(), *ledger.incidents()])
    yield from ((one, other, True) for one, other in sorted(rulings.same))
    yield from ((one, other, False) for one, other in sorted(rulings.different))


class _Teaching:
    """Pairs of voices with the answer: what each report tells of one happening is one voice."""

    def __init__(self, weighed: Weighed, weights: Weights) -> None:
        self.weights, self.pairs = weights, weighed.pairs
        self.traits = weighed.groups.comparisons.traits
        self.voice: dict[str, int] = {}
        self.leads: dict[str, int] = {}
        self.answers: dict[tuple[int, int], bool] = {}
        self.barred = self.unknown = 0
        for head, voices in sorted(weighed.groups.voices.items()):
            by_report = {self.traits[position].claim.report: position for position in reversed(voices)}
            self.voice.update((self.traits[member].id, by_report[self.traits[member].claim.report])
                              for member in weighed.groups.members[head] if self.traits[member].claim.report in by_report)
            self.leads.update((self.traits[position].claim.report, position) for position in voices if self.traits[position].lead)

    def take(self, pairs: Iterable[tuple[str, str, bool]], incidents: Mapping[str, Sequence[str]]) -> None:
        """Pairs of claims or incidents; the last answer on a pair counts."""
        for one, other, same in pairs:
            ours, theirs = self._voices(one, incidents), self._voices(other, incidents)
            self.unknown += (not ours) + (not theirs)
            self.answers.update(((min(a, b), max(a, b)), same) for a in ours for b in theirs if a != b)

    def _voices(self, name: str, incidents: Mapping[str, Sequence[str]]) -> list[int]:
        return sorted({self.voice[claim] for claim in incidents.get(name, (name,)) if claim in self.voice})

    def take_reports(self, incidents: Mapping[str, str]) -> None:
        """What labelled reports tell most: all pairs of one incident, and of two those that linking compares."""
        leads = {self.leads[report]: label for report, label in sorted(incidents.items()) if report in self.leads}
        known: dict[str, list[int]] = {}
        for position, label in sorted(leads.items()):
            known.setdefault(label, []).append(position)
        self.answers.update((pair, True) for told in known.values() for pair in itertools.combinations(told, 2))
        self.answers.update(((a, b), False) for a, b in self.pairs if a in leads and b in leads and leads[a] != leads[b])

    def examples(self) -> list[Example]:
        """What the pairs teach."""
        from warledger.incidents.comparison import compare
        from warledger.incidents.training import example

        found = []
        for (a, b), same in sorted(self.answers.items()):
            one, other = self.traits[a], self.traits[b]
            made = example(compare(one, other, self.weights), same, zlib.crc32(f"{one.claim.report} {other.claim.report}".encode()))
            self.barred += made is None
            found.append(made)
        return [made for made in found if made is not None]
