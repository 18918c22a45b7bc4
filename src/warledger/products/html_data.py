"""What the HTML report carries: the incidents with their matrices, the claims, the reports once each, and the base map.

In: arranged records. Out: JSON values for the page. Decision: the page gets values that are worked out here and tested
here; its scripts only show them.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from warledger.model import Claim, Incident, Passage, Report, Speaker
from warledger.products.arranged import Arranged, incident_day
from warledger.products.basemap import base_map
from warledger.products.geojson import USUAL_RADIUS, known_radius, on_earth
from warledger.products.labels import field_label, label
from warledger.products.matrix import Entry, matrix, stance_words
from warledger.products.wording import is_area, place_words, range_words, span_words, words

# A link is offered for these schemes only: a report's address comes from strangers.
SAFE_LINK = re.compile(r"https?://[^\s]+\Z", re.IGNORECASE)


def page_data(ledger: Arranged, texts: bool) -> dict[str, Any]:
    """Everything that the page shows. texts: whether the full texts of the reports are carried, or the passages only."""
    claim_at = {claim.id: index for index, claim in enumerate(ledger.claims)}
    report_at = {report.id: index for index, report in enumerate(ledger.reports)}
    names = speaker_names(ledger.claims)
    incidents = [incident_data(incident, ledger, claim_at, names) for incident in ledger.incidents]
    spots = [(item["place"]["lon"], item["place"]["lat"]) for item in incidents
             if item["place"] and item["place"]["lat"] is not None]
    used = {index for item in incidents for index in item["claims"]}
    return {
        "counts": counts(ledger),
        "incidents": incidents,
        "claims": [claim_data(claim, ledger.report_of(claim), report_at, texts) for claim in ledger.claims],
        "loose": [index for index in range(len(ledger.claims)) if index not in used],
        "reports": [report_data(report, texts) for report in ledger.reports],
        "speakers": [names[key] for key in sorted(names)],
        "base": base_map(spots),
    }


def counts(ledger: Arranged) -> dict[str, Any]:
    """The numbers of the page's head. An origin is a story that no other report is a copy of."""
    days = sorted(day for incident in ledger.incidents for day in span_of(incident) if day)
    told = {claim.report for claim in ledger.claims}
    return {
        "incidents": len(ledger.incidents), "claims": len(ledger.claims),
        "origins": len({report.origin or report.id for report in ledger.reports if report.id in told}),
        "reports": len(ledger.reports), "from": days[0] if days else None, "to": days[-1] if days else None,
    }  # fmt: skip


def span_of(incident: Incident) -> tuple[str | None, str | None]:
    """The first and last ISO day of an incident."""
    start = incident_day(incident)
    return start, (incident.when.end if incident.when else None) or start


def speaker_key(speaker: Speaker) -> str:
    """What makes two speakers one in the filter: the actor of our list, else the name."""
    return speaker.actor or speaker.name.casefold()


def speaker_names(claims: tuple[Claim, ...]) -> dict[str, str]:
    """For each speaker the name that most claims use."""
    seen: dict[str, Counter[str]] = {}
    for claim in claims:
        for speaker in claim.speakers:
            seen.setdefault(speaker_key(speaker), Counter())[speaker.name] += 1
    return {key: min(counter, key=lambda name: (-counter[name], name)) for key, counter in seen.items()}


def incident_data(incident: Incident, ledger: Arranged, claim_at: dict[str, int], names: dict[str, str]) -> dict[str, Any]:
    """One incident as the page shows it; claims are numbers into the page's list of claims."""
    claims = ledger.claims_of(incident)
    order = {key: index for index, key in enumerate(sorted(names))}
    start, end = span_of(incident)
    killed = incident.fields.get("killed")
    outlets = {report.outlet for claim in claims if (report := ledger.report_of(claim)) and report.outlet}
    return {
        "id": incident.id, "type": incident.type, "typeLabel": label(incident.type),
        "act": label(incident.type, incident.mode), "code": "/".join(filter(None, (incident.type, incident.mode))),
        "place": place_data(incident), "start": start, "end": end,
        "when": span_words(incident.when.to_dict()) if incident.when else None,
        "grade": incident.grade, "why": incident.why, "revision": incident.revision,
        "rival": incident.grade == "contested" or any(v.agreement == "contradict" for v in incident.fields.values()),
        "killed": {"words": range_words(killed.low, killed.high), "best": killed.best, "agreement": killed.agreement}
        if killed else None,
        "who": [participant.name for participant in incident.participants],
        "origins": incident.origins, "reports": incident.reports, "outlets": incident.outlets, "heard": incident.speakers,
        "claims": [claim_at[claim.id] for claim in claims], "missing": len(set(incident.claims)) - len(claims),
        "speakers": sorted({order[speaker_key(s)] for claim in claims for s in claim.speakers}),
        "outletNames": sorted(outlets),
        "matrix": matrix_data(incident, ledger, claim_at),
    }  # fmt: skip


def place_data(incident: Incident) -> dict[str, Any] | None:
    """Where an incident is drawn: lat and lon are None where it has no place on the map."""
    place = incident.place
    if place is None:
        return None
    area = is_area(place.precision)
    radius = known_radius(place)
    here = on_earth(place)
    return {
        "name": place.name, "label": place_words(place.to_dict()), "spot": place.relative.of if place.relative else place.name,
        "lat": place.lat if here else None, "lon": place.lon if here else None, "area": area,
        "radius": USUAL_RADIUS[place.precision] if area and radius is None else radius,
        "precision": place.precision, "admin1": place.admin1, "country": place.country, "inferred": place.inferred,
    }  # fmt: skip


def matrix_data(incident: Incident, ledger: Arranged, claim_at: dict[str, int]) -> dict[str, Any]:
    """The matrix as columns and rows; an entry's passages are numbers into the passages of its claim."""
    table = matrix(incident, ledger)

    def entry_data(column: int, entry: Entry) -> list[Any]:
        claim = ledger.claim_by_id.get(entry.claim)
        shown = [claim.passages.index(passage) for passage in entry.passages] if claim else []
        return [column, entry.text, claim_at.get(entry.claim), entry.published, shown, entry.inferred]

    return {
        "voices": [{"chain": v.speakers, "outlet": v.outlet, "unnamed": v.anonymous} for v in table.voices],
        "rows": [{"field": row.field, "label": field_label(row.field), "agreement": row.agreement, "summary": row.summary,
                  "entries": [entry_data(column, entry) for column, entry in row.entries]} for row in table.rows],
        "figures": figure_bars(incident),
    }


def figure_bars(incident: Incident) -> list[list[Any]]:
    """The figures for the dead as [who, low, high, published], for the strip of ranges; high None is open."""
    view = incident.fields.get("killed")
    bars = []
    for said in view.said if view else ():
        value = said.value if isinstance(said.value, dict) else getattr(said.value, "to_dict", lambda v=said.value: v)()
        if isinstance(value, dict):
            low, high = value.get("low"), value.get("high")
        else:
            low = high = value if isinstance(value, int) and not isinstance(value, bool) else None
        if low is not None or high is not None:
            bars.append([" ← ".join(said.speakers) or said.outlet or "the report itself", low, high, said.published])
    return sorted(bars, key=lambda bar: (bar[3] or "", bar[0], bar[1] or 0))


def claim_data(claim: Claim, report: Report | None, report_at: dict[str, int], texts: bool) -> dict[str, Any]:
    """One claim: what it says in words, its report's number, and its passages."""
    own = texts and report is not None
    return {
        "id": claim.id, "report": report_at.get(claim.report), "act": label(claim.type, claim.mode),
        "stance": stance_words(claim), "chain": [speaker.name for speaker in claim.speakers],
        "who": words(claim.initiators), "whom": words(claim.targets),
        "place": place_words(claim.place.to_dict()) if claim.place else None,
        "when": span_words(claim.when.to_dict()) if claim.when else None,
        "passages": [passage_data(passage, report.text if own and report else None) for passage in claim.passages],
    }  # fmt: skip


def passage_data(passage: Passage, text: str | None) -> list[Any]:
    """[field, start, end] where the page holds the text, else [field, start, end, quote]."""
    where: list[Any] = [passage.field, passage.start, passage.end]
    return where if text is not None and text[passage.start:passage.end] == passage.quote else [*where, passage.quote]


def report_data(report: Report, texts: bool) -> dict[str, Any]:
    """One report; its address only where it is one that a browser may open."""
    return {
        "id": report.id, "outlet": report.outlet, "title": report.title, "published": report.published,
        "language": report.language, "url": report.url if report.url and SAFE_LINK.match(report.url) else None,
        "text": report.text if texts else None, "body": report.body_start,
    }  # fmt: skip
