"""The golden incidents of examples/, through the real pipeline: each is one incident, with its reports and rival figures.

examples/incidents.yaml was written by eye from the reports; its head says what each entry demands.
"""

from __future__ import annotations

import datetime
import importlib.util
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from geographiclib.geodesic import Geodesic

from warledger.model import Claim, Incident, Report

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
GOLDEN: dict[str, Any] = yaml.safe_load((EXAMPLES / "incidents.yaml").read_text(encoding="utf-8"))
SOURCES = sorted(path for path in (EXAMPLES / "reports").rglob("*") if path.is_file())

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("warledger.claims.coder") is None, reason="the coder (warledger.claims.coder) is not there yet"
)


@dataclass(frozen=True)
class Run:
    """What the pipeline made of the examples. keys leads from a report's id to the name that incidents.yaml calls it by."""

    reports: tuple[Report, ...]
    claims: dict[str, Claim]
    incidents: tuple[Incident, ...]
    keys: dict[str, str]

    def members(self, incident: Incident) -> list[Claim]:
        return [self.claims[one] for one in incident.claims]

    def told_by(self, incident: Incident) -> dict[str, list[Claim]]:
        found = defaultdict(list)
        for claim in self.members(incident):
            found[self.keys[claim.report]].append(claim)
        return found


@cache
def examples() -> Run:
    import warledger as wl

    keys = {report.id: report.source_id or path.stem for path in SOURCES for report in wl.read(path)}
    reports = wl.read(EXAMPLES / "reports")
    claims = wl.code(reports)
    return Run(tuple(reports), {claim.id: claim for claim in claims}, tuple(wl.link(claims, reports)), keys)


@cache
def misses(golden_id: str) -> tuple[str, ...]:
    """Nothing where an incident meets the golden entry, else what the nearest candidates lack."""
    golden = next(entry for entry in GOLDEN["incidents"] if entry["id"] == golden_id)
    run = examples()
    near = [incident for incident in run.incidents if is_near(incident, golden)]
    if not near:
        return ("no incident of this type lies at this place on these days",)
    lacks = [tuple(lacking(run, incident, golden)) for incident in near]
    return min(lacks, key=len)


def is_near(incident: Incident, golden: dict[str, Any]) -> bool:
    types = golden["type"] if isinstance(golden["type"], list) else [golden["type"]]
    if incident.type not in types:
        return False
    first, last = (str(day) for day in golden["days"])
    if incident.when is None or incident.when.start is None or incident.when.end is None:
        return False
    if incident.when.start > last or incident.when.end < first or is_vague(incident.when.start, incident.when.end, first, last):
        return False
    place, wanted = incident.place, golden["place"]
    if place is None or place.lat is None or place.lon is None:
        return False
    metres = Geodesic.WGS84.Inverse(place.lat, place.lon, wanted["lat"], wanted["lon"])["s12"]
    return bool(metres <= wanted["within_km"] * 1000)


def is_vague(start: str, end: str, first: str, last: str) -> bool:
    """Whether the span is more than a week wider than the golden days: it would then be near anything."""
    def days(a: str, b: str) -> int:
        return (datetime.date.fromisoformat(b) - datetime.date.fromisoformat(a)).days

    return days(start, end) > days(first, last) + 7


def lacking(run: Run, incident: Incident, golden: dict[str, Any]) -> list[str]:
    told = run.told_by(incident)
    lacks = [f"no claim of {key}" for key in golden["reports"] if not told.get(key)]
    lacks += [
        f"no denial of {key}" for key in golden.get("denied", [])
        if not any(claim.stance == "denied" or claim.negated for claim in told.get(key, []))
    ]
    lacks += [f"no figure {figure}" for figure in golden.get("figures", []) if not any(gives(claim, figure) for claim in told.get(figure["report"], []))]
    if "origins" in golden and incident.origins != golden["origins"]:
        lacks.append(f"{incident.origins} origins instead of {golden['origins']}")
    return lacks


def gives(claim: Claim, figure: dict[str, Any]) -> bool:
    """Whether the claim holds the figure through the speakers; none are wanted: the report says it in its own voice."""
    names = [speaker.name.casefold() for speaker in claim.speakers]
    wanted = [name.casefold() for name in figure["speakers"]]
    spoken = all(any(word in name or name in word for name in names) for word in wanted) and (bool(wanted) or not names)
    return spoken and any(tally.what == figure["what"] and figure["number"] in (tally.low, tally.best) for tally in claim.tallies)


@pytest.mark.parametrize("golden_id", [entry["id"] for entry in GOLDEN["incidents"]])
def test_the_examples_give_the_golden_incident(golden_id: str, request: pytest.FixtureRequest) -> None:
    golden = next(entry for entry in GOLDEN["incidents"] if entry["id"] == golden_id)
    if "not_yet" in golden:
        request.applymarker(pytest.mark.xfail(reason=golden["not_yet"], strict=True))
    assert not misses(golden_id)


@pytest.mark.parametrize(
    ("golden", "report"), [(golden, report) for golden in GOLDEN["claims"] for report in golden["reports"]],
    ids=lambda one: one if isinstance(one, str) else one["id"],
)
def test_the_ultimatum_is_a_threat_with_its_deadline_and_no_incident(golden: dict[str, Any], report: str) -> None:
    run = examples()
    threats = [claim for claim in run.claims.values() if run.keys[claim.report] == report and claim.type == golden["type"]]
    assert [
        claim for claim in threats
        if claim.stance == golden["stance"]
        and claim.deadline is not None
        and claim.deadline.end == str(golden["deadline"])
        # who sets a deadline is its speaker where he says so, and its initiator where the report tells that he set it
        and any(golden["speaker"] in one.name for one in (*claim.speakers, *claim.initiators))
    ], "\n".join(map(str, threats))
    assert not {claim.id for claim in threats} & {one for incident in run.incidents for one in incident.claims}


def test_reports_about_other_things_give_no_incident() -> None:
    run = examples()
    found = [
        f"{key}: {claim}" for incident in run.incidents for key, claims in run.told_by(incident).items()
        if key in GOLDEN["nothing"] for claim in claims
    ]
    assert not found, "\n".join(found)


def test_no_passage_quotes_what_is_not_of_the_story() -> None:
    quotes = [passage.quote.casefold() for claim in examples().claims.values() for passage in claim.passages]
    assert not [words for words in GOLDEN["never_quoted"] for quote in quotes if words.casefold() in quote]


def test_every_value_shows_its_words() -> None:
    run = examples()
    texts = {report.id: report.text for report in run.reports}
    assert run.claims
    for claim in run.claims.values():
        for passage in claim.passages:
            assert texts[claim.report][passage.start : passage.end] == passage.quote


def test_every_report_has_a_date_and_the_three_reprints_share_an_origin() -> None:
    run = examples()
    assert not [run.keys[report.id] for report in run.reports if report.published is None]
    wire = {report.origin for report in run.reports if run.keys[report.id] in ("lw-0130", "re-harbour", "re-eastfield", "re-coastline")}
    assert len(wire) == 1


def test_the_golden_incidents_name_reports_that_exist() -> None:
    known = set(examples().keys.values())
    named = {key for entry in GOLDEN["incidents"] for key in [*entry["reports"], *entry.get("denied", []), *(figure["report"] for figure in entry.get("figures", []))]}
    assert named | set(GOLDEN["nothing"]) <= known
