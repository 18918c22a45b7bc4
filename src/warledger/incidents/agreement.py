"""How far the versions of one incident agree: a view per field of who says what.

In: the claims of one incident with their reports and origins. Out: FieldViews by name, in a fixed order. Decision: versions
are counted by origin and not by outlet; rival figures are never added or averaged into a number that nobody gave; the figures of those
who fight are shown apart, and the best figure is that of the others wherever they give one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from warledger.incidents.figures import Figure, class_figure, figures, gap, overlap
from warledger.incidents.parties import DIFFERENT, KIN, OPEN, RANK, SAME, Party, side_relation
from warledger.incidents.partisans import partisan_origins
from warledger.incidents.places import compare_places
from warledger.incidents.tolls import DEAD, HIT, HURT, Told, latest, survivors
from warledger.incidents.traits import Traits
from warledger.incidents.weights import Weights
from warledger.model import Claim, FieldView, Report, Said
from warledger.model.codebook import TALLY_KINDS

AGREE, RANGE, CONTRADICT, SINGLE = "agree", "range", "contradict", "single origin"
# Classes of victims with a view of their own beside the whole: casualty recorders and both exchange formats ask for them.
FIGHTING = "parties"
CLASSES = ("civilians", "military", "rebels", "police", "children", "women")


@dataclass(frozen=True)
class Version:
    """One claim's version: its traits, its origin, and its report where that is known."""

    traits: Traits
    origin: str
    report: Report | None

    @property
    def claim(self) -> Claim:
        return self.traits.claim

    @property
    def order(self) -> tuple[str, str]:
        """Earliest published first; those without a date first of all, so that they are never the latest word."""
        return self.traits.published, self.traits.id

    def said(self, value: Any) -> Said:
        """The row of a view."""
        claim = self.traits.claim
        return Said(value, tuple(speaker.name for speaker in claim.speakers),
                    self.report.outlet if self.report else None, claim.id, self.report.published if self.report else None)


def views(versions: Sequence[Version], weights: Weights) -> dict[str, FieldView]:
    """The views of an incident. Fields that no version tells are absent."""
    ordered = sorted(versions, key=lambda version: version.order)
    holding = [version for version in ordered if not version.traits.rival]
    found = {
        "type": _act(ordered),
        "place": _view(holding, _place, lambda a, b: _places_agree(a, b, weights)),
        "when": _view(holding, _when, _times_agree),
        "initiator": _view(holding, lambda v: _names(v.traits.initiators),
                           lambda a, b: _sides_agree(a.traits.initiators, b.traits.initiators)),
        "target": _view(holding, lambda v: [p.name for p in v.traits.claim.targets] or None,
                        lambda a, b: _sides_agree(a.traits.targets, b.traits.targets)),
        "status": _view(holding, lambda v: v.traits.claim.status,
                        lambda a, b: AGREE if a.traits.claim.status == b.traits.claim.status else CONTRADICT),
    }
    found.update(_tallies(holding, weights))
    return {name: view for name, view in found.items() if view is not None}


def _view(versions: Sequence[Version], read: Callable[[Version], Any],
          agree: Callable[[Version, Version], str]) -> FieldView | None:
    """A view of a field that is no figure: the latest version of each origin is held against the others'."""
    told = [(version, read(version)) for version in versions]
    rows = [(version, value) for version, value in told if value is not None]
    if not rows:
        return None
    latest = list({version.origin: version for version, _value in rows}.values())
    verdicts = [agree(one, other) for index, one in enumerate(latest) for other in latest[index + 1 :]]
    return FieldView(_verdict(verdicts), tuple(version.said(value) for version, value in rows))


def _verdict(verdicts: Sequence[str]) -> str:
    """The worst verdict of any two origins; with one origin there are none."""
    return next((verdict for verdict in (CONTRADICT, RANGE, AGREE) if verdict in verdicts), SINGLE)


def _act(versions: Sequence[Version]) -> FieldView:
    """The act itself: rivals say that it did not happen, others name it by type and mode."""
    def name(version: Version) -> str:
        claim = version.traits.claim
        return ("not " if version.traits.rival else "") + claim.type + (f"/{claim.mode}" if claim.mode else "")

    def agree(one: Version, other: Version) -> str:
        if one.traits.rival != other.traits.rival:
            return CONTRADICT
        a, b = one.traits.claim, other.traits.claim
        return AGREE if a.type == b.type and (a.mode == b.mode or None in (a.mode, b.mode)) else RANGE

    latest = {(version.origin, version.traits.rival): version for version in versions}
    people = list(latest.values())
    verdicts = [agree(one, other) for index, one in enumerate(people) for other in people[index + 1 :]]
    return FieldView(_verdict(verdicts), tuple(version.said(name(version)) for version in versions))


def _place(version: Version) -> dict[str, Any] | None:
    place = version.traits.place
    if place is None:
        return None
    return {"name": place.name, "lat": place.lat, "lon": place.lon, "precision": place.precision,
            "inferred": place.inferred}


def _places_agree(one: Version, other: Version, weights: Weights) -> str:
    found = compare_places(one.traits, other.traits, weights)
    kind = getattr(found, "kind", "forbidden")
    if kind in ("place.same", "place.name") or kind.startswith("place.same_"):
        return AGREE
    return RANGE if kind == "place.near" or kind.startswith("place.inside_") else CONTRADICT


def _when(version: Version) -> dict[str, Any] | None:
    when = version.traits.claim.when
    if when is None or when.start is None:
        return None
    return {"start": when.start, "end": when.end, "wording": when.wording, "inferred": when.inferred}


def _times_agree(one: Version, other: Version) -> str:
    a, b = one.traits, other.traits
    if (a.first, a.last) == (b.first, b.last):
        return AGREE
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return RANGE
    return RANGE if a.first <= b.last and b.first <= a.last else CONTRADICT


def _names(parties: Sequence[Party]) -> list[str] | None:
    return [party.name for party in parties] or None


def _sides_agree(one: Sequence[Party], other: Sequence[Party]) -> str:
    how = side_relation(one, other)
    if how == DIFFERENT:
        return CONTRADICT
    return AGREE if how == SAME else RANGE if RANK.get(how, 0) in (RANK[KIN], RANK[OPEN]) else AGREE


def _tallies(versions: Sequence[Version], weights: Weights) -> dict[str, FieldView | None]:
    """Views of figures: each kind, its classes behind a colon, what those who fight say, and what is cumulative apart from all."""
    found: dict[str, FieldView | None] = {}
    fighting = partisan_origins(versions) if any(version.claim.tallies for version in versions) else frozenset[str]()
    kinds = {tally.what for version in versions for tally in version.traits.claim.tallies}
    if HIT in kinds:
        kinds.add(HURT)
    for what in [*(kind for kind in TALLY_KINDS if kind in kinds), *sorted(kinds - set(TALLY_KINDS))]:
        rows = _rows(versions, what)
        found[what] = _figure_view(versions, rows, weights, what, fighting)
        for victims in CLASSES:
            told = [class_figure(v.traits.claim.tallies, what, victims) for v in versions]
            view = _figure_view(versions, told, weights, what, fighting)
            if view is not None and victims == "civilians" and _status_disputed(versions, what):
                view = FieldView(CONTRADICT, view.said, 0, view.high, view.best)
            found[f"{what}:{victims}"] = view
        apart = [figure if version.origin in fighting else None for version, figure in zip(versions, rows, strict=True)]
        if apart != rows:
            found[f"{what}:{FIGHTING}"] = _figure_view(versions, apart, weights, what)
        tolls = [figures(v.traits.claim.tallies, cumulative=True).get(what) for v in versions]
        found[f"{what}:cumulative"] = _figure_view(versions, tolls, weights, what, fighting)
    return found


def _rows(versions: Sequence[Version], what: str) -> list[Figure | None]:
    """Each version's figure of a kind; of the wounded also those who were hit and did not die."""
    told = [version.traits.figures.get(what) for version in versions]
    if what != HURT:
        return told
    left = {row.traits.id: row.figure for row in survivors(_told(versions, HIT), _told(versions, DEAD))}
    return [_fuller(figure, left.get(version.traits.id)) for version, figure in zip(versions, told, strict=True)]


def _told(versions: Sequence[Version], what: str) -> list[Told]:
    return [Told(version.traits, version.origin, figure) for version in versions
            if (figure := version.traits.figures.get(what)) is not None]


def _fuller(one: Figure | None, other: Figure | None) -> Figure | None:
    if one is None or other is None:
        return one or other
    return other if other.best > one.best else one


def _status_disputed(versions: Sequence[Version], what: str) -> bool:
    """Whether another version counts the same dead, but no civilian among them (CODEBOOK: the minimum is then 0)."""
    told = [(version.origin, version.traits.figures[what].victims) for version in versions
            if what in version.traits.figures]
    with_them = {origin for origin, victims in told if "civilians" in victims}
    fighters = {"military", "rebels", "police"}
    return any(origin not in with_them and victims and victims <= fighters for origin, victims in told)


def _figure_view(versions: Sequence[Version], told: Sequence[Figure | None], weights: Weights, what: str,
                 fighting: frozenset[str] = frozenset()) -> FieldView | None:
    """The view of one kind of figure, told by each version or not (None).

    best is the lower median, over origins, of the latest figure of each: a number that somebody gave, and the lower
    where two stand level (ACLED's practice is the most conservative); of the origins that fight only where no other tells one.
    low and high span the latest figures of all; high is None where one of them is open.
    """
    rows = [(version, figure) for version, figure in zip(versions, told, strict=True) if figure is not None]
    if not rows:
        return None
    most = max((figure.best for _version, figure in rows if not figure.partial), default=0)
    # more of a part than of the whole: it is no part
    whole = [row for row in rows if not row[1].partial or row[1].best > most] or rows
    last = latest([Told(version.traits, version.origin, figure) for version, figure in whole], what)
    verdicts = [_figures_agree(a, b, weights) for index, a in enumerate(last) for b in last[index + 1 :]]
    highs = [figure.high for figure in last]
    others = [row for row in whole if row[0].origin not in fighting]
    counted = latest([Told(version.traits, version.origin, figure) for version, figure in others], what) if others else last
    bests = sorted(figure.best for figure in counted)
    said = tuple(version.said({"low": f.low, "high": f.high, "best": f.best, "wording": f.words}) for version, f in rows)
    return FieldView(_verdict(verdicts), said, min(figure.low for figure in last),
                     None if None in highs else max(high for high in highs if high is not None),
                     bests[(len(bests) - 1) // 2])


def _figures_agree(one: Figure, other: Figure, weights: Weights) -> str:
    if overlap(one, other):
        return AGREE if one.best == other.best else RANGE
    ratio, difference = gap(one, other)
    limits = weights.limits
    return RANGE if ratio <= limits["close_ratio"] or difference <= limits["close_difference"] else CONTRADICT
