"""Which source tells of which incident: the matrix on which estimates of what nobody told of are made.

In: incidents, claims, reports. Out: an Inclusion. Decision: a source is an origin, and not an outlet, since those who print one
monitor see with his eyes; a denial tells of the incident too, but has not witnessed it, so it does not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from warledger.incidents.origins import Origins, background_of
from warledger.model import Claim, Incident, Report

STORY = "story "  # how incidents/origins.py begins the key of a story without a source that is known
Pattern = tuple[bool, ...]


@dataclass(frozen=True)
class Inclusion:
    """Incidents (ids) by the sources (keys, sorted) that tell of them. names are the sources as people know them."""

    sources: tuple[str, ...]
    names: Mapping[str, str]
    rows: tuple[tuple[str, frozenset[str]], ...]

    def sizes(self) -> dict[str, int]:
        """How many incidents each source tells of, the most first."""
        found = Counter(source for _incident, told in self.rows for source in told)
        return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))

    def frequencies(self) -> dict[int, int]:
        """How many incidents exactly so many sources tell of."""
        return dict(sorted(Counter(len(told) for _incident, told in self.rows).items()))

    def patterns(self, sources: Sequence[str]) -> dict[Pattern, int]:
        """How many incidents each combination of these sources tells of, without those that none of them does."""
        found = Counter(tuple(source in told for source in sources) for _incident, told in self.rows)
        return {pattern: count for pattern, count in sorted(found.items(), reverse=True) if any(pattern)}


def inclusion(incidents: Iterable[Incident], claims: Iterable[Claim], reports: Mapping[str, Report]) -> Inclusion:
    """The matrix of these incidents. claims are at least those that they hold."""
    known = {claim.id: claim for claim in claims}
    origins = Origins(background_of(known.values(), reports), reports)
    names: dict[str, Counter[str]] = {}
    rows = []
    for incident in sorted(incidents, key=lambda one: one.id):
        held = [known[name] for name in sorted(incident.claims) if name in known and not _denies(known[name])]
        keys = origins.of_all(held)
        for key, claim in zip(keys, held, strict=True):
            found = names.setdefault(key, Counter())
            # What a report repeats in its own voice comes from the speaker whom it names, and gives him no name.
            if origins.of(claim) == key:
                found[_name(claim, key, reports)] += 1
        if keys:
            rows.append((incident.id, frozenset(keys)))
    best = {key: min(found, key=lambda name: (-found[name], name), default=key) for key, found in names.items()}
    return Inclusion(tuple(sorted(names)), best, tuple(rows))


def _denies(claim: Claim) -> bool:
    return claim.negated or claim.stance == "denied" or claim.attribution == "denied"


def _name(claim: Claim, key: str, reports: Mapping[str, Report]) -> str:
    """A source by the name of the speaker or outlet that it goes by; the key where it has none."""
    speaker = next((one.name for one in reversed(claim.speakers) if not one.anonymous and one.name), None)
    report = reports.get(claim.report)
    outlet = report.outlet if report else None
    if key.startswith(STORY) and outlet:
        return f"a story that {outlet} and others print"
    return speaker or outlet or key
