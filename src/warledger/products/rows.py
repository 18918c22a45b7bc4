"""Records as flat rows, one row a record: the columns of the CSV table and of the data frame.

In: a claim, an incident or a report. Out: a dict whose keys are the columns, in order. Decision: lists become one cell
joined by "; ", a figure becomes low, high and best beside each other, and nothing is added up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from warledger.model import Claim, FieldView, Incident, Participant, Place, Report, Tally, TimeSpan
from warledger.products.wording import CHAIN, is_area, tally_words, words

# The figures that have columns of their own; the others stand in the column `tallies` of a claim.
FIGURES = ("killed", "wounded", "missing", "detained", "abducted", "displaced")

# The figures of an incident that have columns, by the name of its field: the classes stand behind a colon there.
FIGURE_VIEWS = {**{what: what for what in FIGURES}, "killed:civilians": "killed_civilians"}

# The fields of an incident, other than figures, whose agreement and versions have columns.
ASPECTS = ("place", "when", "initiator", "target")

LIST_JOIN = "; "

PLACE_COLUMNS = ("place", "geonames", "lat", "lon", "country", "admin1", "admin2", "precision", "radius_km", "area",
                 "place_inferred")
TIME_COLUMNS = ("start", "end", "time_precision", "time_wording", "time_inferred")

CLAIM_COLUMNS = (
    "id", "report", "source_id", "outlet", "published", "url", "origin", "type", "mode", "stance", "negated",
    "attribution", "status", "speakers", "speaker_actors", "speaker_sectors", "anonymous", "initiators",
    "initiator_actors", "initiator_countries", "targets", "target_actors", "target_countries", "others",
    *PLACE_COLUMNS, *TIME_COLUMNS, "deadline", "condition",
    *(f"{what}_{bound}" for what in FIGURES for bound in ("low", "high", "best")),
    "tallies", "weapons", "trigger", "sentence", "responds_to", "same_as", "confidence", "coder",
)  # fmt: skip

INCIDENT_COLUMNS = (
    "id", "type", "mode", "grade", *PLACE_COLUMNS, *TIME_COLUMNS, "participants", "participant_actors",
    *(f"{column}_{part}" for column in FIGURE_VIEWS.values() for part in ("low", "high", "best", "agreement")),
    *(f"{what}_{part}" for what in ASPECTS for part in ("versions", "agreement")),
    "claims", "reports", "origins", "outlets", "speakers_named", "why", "revision", "supersedes", "claim_ids",
)  # fmt: skip

REPORT_COLUMNS = ("id", "source_id", "outlet", "title", "language", "published", "published_from", "retrieved", "url",
                  "origin", "sha256", "characters", "text")


def claim_row(claim: Claim, report: Report | None = None) -> dict[str, Any]:
    """A claim as one row of CLAIM_COLUMNS; the columns of its report are None where the report is not known."""
    row: dict[str, Any] = {
        "id": claim.id, "report": claim.report, "source_id": claim.source_id,
        "outlet": report.outlet if report else None, "published": report.published if report else None,
        "url": report.url if report else None, "origin": report.origin if report else None,
        "type": claim.type, "mode": claim.mode, "stance": claim.stance, "negated": claim.negated,
        "attribution": claim.attribution, "status": claim.status,
        "speakers": CHAIN.join(s.name for s in claim.speakers) or None,
        "speaker_actors": joined(s.actor for s in claim.speakers),
        "speaker_sectors": joined(s.sector for s in claim.speakers),
        "anonymous": claim.speakers[-1].anonymous if claim.speakers else None,
        **parties("initiator", claim.initiators), **parties("target", claim.targets),
        "others": joined(p.name for p in claim.others),
        **place_cells(claim.place), **time_cells(claim.when),
        "deadline": words(claim.deadline), "condition": claim.condition,
    }  # fmt: skip
    for what in FIGURES:
        tally = leading_tally(claim.tallies, what)
        row |= {f"{what}_{bound}": getattr(tally, bound) if tally else None for bound in ("low", "high", "best")}
    return row | {
        "tallies": joined(f"{t.what}: {tally_words(t.to_dict()) or t.wording}" for t in claim.tallies),
        "weapons": joined(claim.weapons), "trigger": claim.quote("trigger"), "sentence": claim.quote("sentence"),
        "responds_to": claim.responds_to, "same_as": claim.same_as, "confidence": claim.confidence,
        "coder": claim.coder or None,
    }  # fmt: skip


def incident_row(incident: Incident) -> dict[str, Any]:
    """An incident as one row of INCIDENT_COLUMNS."""
    row: dict[str, Any] = {
        "id": incident.id, "type": incident.type, "mode": incident.mode, "grade": incident.grade,
        **place_cells(incident.place), **time_cells(incident.when),
        "participants": joined(p.name for p in incident.participants),
        "participant_actors": joined(p.actor for p in incident.participants),
    }  # fmt: skip
    for name, column in FIGURE_VIEWS.items():
        view = incident.fields.get(name)
        row |= {f"{column}_{part}": getattr(view, part) if view else None for part in ("low", "high", "best", "agreement")}
    for what in ASPECTS:
        view = incident.fields.get(what)
        row |= {f"{what}_versions": versions(view), f"{what}_agreement": view.agreement if view else None}
    return row | {
        "claims": len(incident.claims), "reports": incident.reports, "origins": incident.origins,
        "outlets": incident.outlets, "speakers_named": incident.speakers, "why": incident.why or None, "revision": incident.revision,
        "supersedes": joined(incident.supersedes), "claim_ids": joined(incident.claims),
    }  # fmt: skip


def report_row(report: Report) -> dict[str, Any]:
    """A report as one row of REPORT_COLUMNS; characters counts the code points of its text."""
    row = report.to_dict() | {"characters": len(report.text)}
    return {column: row[column] for column in REPORT_COLUMNS}


def place_cells(place: Place | None) -> dict[str, Any]:
    """The columns of a place; area says that the coordinates are the middle of one and no point."""
    if place is None:
        return dict.fromkeys(PLACE_COLUMNS)
    return {
        "place": place.name or None, "geonames": place.geonames, "lat": place.lat, "lon": place.lon,
        "country": place.country, "admin1": place.admin1, "admin2": place.admin2, "precision": place.precision,
        "radius_km": place.radius_km, "area": is_area(place.precision), "place_inferred": place.inferred,
    }  # fmt: skip


def time_cells(span: TimeSpan | None) -> dict[str, Any]:
    """The columns of a time; start is None where the wording was not resolved."""
    if span is None:
        return dict.fromkeys(TIME_COLUMNS)
    return {"start": span.start, "end": span.end, "time_precision": span.precision,
            "time_wording": span.wording or None, "time_inferred": span.inferred}  # fmt: skip


def parties(role: str, people: Sequence[Participant]) -> dict[str, str | None]:
    """Names, ids of our actor list and countries of the participants in one role."""
    return {
        f"{role}s": joined(p.name for p in people),
        f"{role}_actors": joined(p.actor for p in people),
        f"{role}_countries": joined(p.country for p in people),
    }


def leading_tally(tallies: Sequence[Tally], what: str) -> Tally | None:
    """The figure of a claim that gets the columns: the largest new one, a running total only where there is no other."""
    own = [tally for tally in tallies if tally.what == what]
    return max(own, key=lambda t: (not t.cumulative, t.best or t.low or 0), default=None)


def versions(view: FieldView | None) -> str | None:
    """The different values that are said of a field, in the order in which they are said."""
    if view is None:
        return None
    said = dict.fromkeys(text for text in (words(version.value) for version in view.said) if text)
    return joined(said)


def joined(values: Iterable[str | None]) -> str | None:
    """The values in one cell, None where there is none."""
    return LIST_JOIN.join(value for value in values if value) or None
