"""Records as rows, and rows as records.

In: a record. Out: the values of its columns; and back. Decision: the columns are read off the record in one place, so that
no search finds something else than what the record says.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Mapping
from typing import Any

from warledger.model import Claim, Decision, FieldView, Incident, Place, Problem, Report, Said, TimeSpan
from warledger.model.record import digest
from warledger.store.filters import folded

REPORT_FIELDS = ("id", "text", "source_id", "url", "outlet", "title", "language", "published", "published_from",
                 "retrieved", "origin", "sha256")
PROBLEM_FIELDS = ("stage", "kind", "message", "source", "line", "report")


_HALF_PAIRS = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Text that a database can keep: half of a surrogate pair is no character, and becomes U+FFFD in its place."""
    return text if text.isascii() else _HALF_PAIRS.sub("\ufffd", text)


def report_row(report: Report) -> dict[str, Any]:
    """The columns of a report."""
    row = {name: getattr(report, name) for name in REPORT_FIELDS}
    return {name: clean(value) if isinstance(value, str) else value for name, value in row.items()} | {"day": report.day}


def report_of(row: Mapping[str, Any]) -> Report:
    """The report of a row."""
    return Report(**{name: row[name] for name in REPORT_FIELDS})


def claim_row(claim: Claim) -> dict[str, Any]:
    """The columns of a claim, without those that the ledger gives it."""
    return {
        "id": claim.id, "position": position_of(claim), "type": claim.type,
        "mode": claim.mode, "stance": claim.stance, "negated": claim.negated, **_located(claim.place, claim.when),
        "coder": claim.coder, "confidence": claim.confidence, "record": clean(claim.to_json()),
    }


def position_of(claim: Claim) -> int:
    """Where in the text of its report a claim begins."""
    return min((passage.start for passage in claim.passages), default=0)


def speaker_rows(claim: Claim, number: int) -> list[dict[str, Any]]:
    """The rows of the chain of speakers."""
    return [{"claim_number": number, "turn": turn, "name": clean(one.name), "name_key": folded(clean(one.name)),
             "actor": one.actor, "country": one.country, "anonymous": one.anonymous}
            for turn, one in enumerate(claim.speakers)]


def participant_rows(claim: Claim, number: int) -> list[dict[str, Any]]:
    """The rows of all who take part."""
    roles = (("initiator", claim.initiators), ("target", claim.targets), ("other", claim.others))
    return [{"claim_number": number, "role": role, "turn": turn, "name": clean(one.name),
             "name_key": folded(clean(one.name)), "actor": one.actor, "country": one.country}
            for role, people in roles for turn, one in enumerate(people)]


def claim_of(record: str) -> Claim:
    """The claim of a record's text."""
    return Claim.from_dict(json.loads(record))


def incident_row(incident: Incident) -> dict[str, Any]:
    """The columns of an incident, without those that the ledger gives it."""
    return {"id": incident.id, "revision": incident.revision, "type": incident.type, "mode": incident.mode,
            "grade": incident.grade, **_located(incident.place, incident.when), "record": clean(incident.to_json())}


def incident_of(record: str) -> Incident:
    """The incident of a record's text."""
    plain = json.loads(record)
    fields = plain.pop("fields")
    return dataclasses.replace(Incident.from_dict(plain), fields={name: _view_of(view) for name, view in fields.items()})


def _view_of(view: Mapping[str, Any]) -> FieldView:
    """A view, whose versions hold any JSON value: they are taken as they are."""
    said = tuple(Said(**{**row, "speakers": tuple(row["speakers"])}) for row in view["said"])
    return FieldView(view["agreement"], said, view["low"], view["high"], view["best"])


def problem_row(problem: Problem) -> dict[str, Any]:
    """The columns of a problem; its id says what it is about, so the same problem is kept once."""
    row = {name: getattr(problem, name) for name in PROBLEM_FIELDS}
    row = {name: clean(value) if isinstance(value, str) else value for name, value in row.items()}
    return row | {"id": digest("p", *row.values())}


def problem_of(row: Mapping[str, Any]) -> Problem:
    """The problem of a row."""
    return Problem(**{name: row[name] for name in PROBLEM_FIELDS})


def decision_row(decision: Decision) -> dict[str, Any]:
    """The columns of a decision."""
    return {"id": decision.id, "act": decision.act, "at": decision.at, "who": decision.who,
            "record": clean(decision.to_json())}


def decision_of(record: str) -> Decision:
    """The decision of a record's text; its value is any JSON value, and taken as it is."""
    plain = json.loads(record)
    value = plain.pop("value")
    return dataclasses.replace(Decision.from_dict(plain), value=value)


def _located(place: Place | None, when: TimeSpan | None) -> dict[str, Any]:
    start = when.start if when else None
    return {
        "country": place.country if place else None,
        "admin1": clean(place.admin1) if place and place.admin1 else None,
        "admin1_key": _key(place.admin1) if place else None,
        "admin2_key": _key(place.admin2) if place else None,
        "place": clean(place.name) if place else None,
        "place_key": _key(place.name) if place else None,
        "lat": place.lat if place else None, "lon": place.lon if place else None,
        "first_day": start, "last_day": (when.end or start) if when else None,
    }


def _key(name: str | None) -> str | None:
    return folded(clean(name)) if name else None
