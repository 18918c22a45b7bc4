"""Suite `incidents`: 2,736 articles on shootings in the United States, with what is known of each incident.

In: incidents/articles.jsonl. Out, per article: date, city within 25 km, killed and injured exact and inside the range told;
across articles: pairwise and B-cubed F1 of the incidents that linking makes. Decision: an article is about the incident
that most of its claims are in; where no figure is told of it, nobody is taken to have been killed or injured.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from warledger import flow
from warledger.model import Claim, FieldView, Incident, Place, Problem, Report, TimeSpan
from warledger.scoring.annotated import Row, rows_of, write_lines
from warledger.scoring.clusters import b_cubed_f1, pairwise_f1
from warledger.scoring.measures import share
from warledger.scoring.pipeline import Coded, code_file, told
from warledger.scoring.reading import distance_km
from warledger.scoring.score import Score

# As BENCHMARKS and the gun violence archive's practice have it: a city and its suburbs.
CITY_KM = 25.0
# What a shooting is among our types.
TYPES = ("ASSAULT",)
# The figure of the record, and the field of an incident's view that tells it.
FIGURES = {"killed": "killed", "injured": "wounded"}
DATE = "%B %d, %Y"


@dataclass(frozen=True)
class Account:
    """What one article tells of its incident; figures are (best, low, high), high None for open."""

    place: Place | None
    when: TimeSpan | None
    figures: Mapping[str, tuple[int, int, int | None]]


def score(data: Path, limit: int | None = None, predictions: Path | None = None) -> Score:
    """All metrics; predictions gets, per article, what is wrong."""
    path = data / "incidents" / "articles.jsonl"
    coded = code_file(path, limit=limit, label="incidents")
    rows = {str(row["id"]): row for row in rows_of(path, limit)}
    accounts = told_alone(coded)
    judged = {name: judge(accounts.get(name), row) for name, row in rows.items()}
    write_lines(predictions, ({"id": name, **verdicts, "account": repr(accounts.get(name)), "right": rows[name]["gold"]}
                              for name, verdicts in judged.items()))
    found = told_together(coded, rows)
    true = {name: str(row["incident"]) for name, row in rows.items()}
    metrics = measure(judged.values()) | {"pairwise_f1": pairwise_f1(found, true), "b_cubed_f1": b_cubed_f1(found, true)}
    return Score("incidents", len(rows), coded.seconds, metrics)


def told_alone(coded: Coded) -> dict[str, Account]:
    """Per article (its source_id) the account of the incident that it is about, each article linked by itself."""
    by_report: dict[str, list[Claim]] = {}
    for claim in coded.claims:
        by_report.setdefault(claim.report, []).append(claim)
    accounts = {}
    for number, report in enumerate(coded.reports, 1):
        incident = main_incident(_linked(by_report.get(report.id, []), [report]))
        if incident is not None and report.source_id is not None:
            accounts[report.source_id] = account_of(incident)
        told(number, len(coded.reports), "incidents, article by article")
    return accounts


def told_together(coded: Coded, rows: Iterable[str]) -> dict[str, str]:
    """Per article the incident that most of its claims are in when all articles are linked; its own id where none is."""
    incidents = [one for one in _linked(coded.claims, flow.with_origins(coded.reports)) if one.type in TYPES]
    of_claim = {claim: incident.id for incident in incidents for claim in incident.claims}
    votes: dict[str, Counter[str]] = {}
    for claim in coded.claims:
        if claim.id in of_claim and claim.source_id is not None:
            votes.setdefault(claim.source_id, Counter())[of_claim[claim.id]] += 1
    return {name: min(votes[name], key=lambda one: (-votes[name][one], one)) if name in votes else name for name in rows}


def _linked(claims: Sequence[Claim], reports: Sequence[Report]) -> list[Incident]:
    return [one for one in flow.link(claims, reports) if not isinstance(one, Problem)]


def main_incident(incidents: Sequence[Incident]) -> Incident | None:
    """The shooting with most claims; of several the one with more figures, then by id."""
    shootings = [one for one in incidents if one.type in TYPES]
    return min(shootings, key=lambda one: (-len(one.claims), -sum(name in one.fields for name in FIGURES.values()), one.id), default=None)


def account_of(incident: Incident) -> Account:
    """What an incident's view says: place, time and the best figures with their ranges."""
    return Account(incident.place, incident.when, {name: _figure(incident.fields.get(field)) for name, field in FIGURES.items()})


def _figure(view: FieldView | None) -> tuple[int, int, int | None]:
    if view is None or (view.best is None and view.low is None):
        return 0, 0, 0
    low = view.low if view.low is not None else 0
    best = view.best if view.best is not None else low
    return best, low, view.high


def judge(account: Account | None, row: Row) -> dict[str, bool | None]:
    """Right or wrong per field, None where the record does not tell; an article without incident is wrong in all."""
    gold = row["gold"]
    verdicts: dict[str, bool | None] = {"date_exact": _date(account, gold["date"]), "city_25km": _city(account, gold["latlon"])}
    for name in FIGURES:
        best, low, high = account.figures[name] if account is not None else (-1, -1, -1)
        verdicts[f"{name}_exact"] = best == gold[name]
        verdicts[f"{name}_inside"] = low <= gold[name] and (high is None or gold[name] <= high)
    return verdicts


def _date(account: Account | None, date: str) -> bool:
    day = datetime.datetime.strptime(date, DATE).date().isoformat()
    when = account.when if account is not None else None
    return when is not None and when.start == when.end == day


def _city(account: Account | None, latlon: Sequence[float] | None) -> bool | None:
    if not latlon:
        return None
    place = account.place if account is not None else None
    if place is None or place.lat is None or place.lon is None:
        return False
    return distance_km(place.lat, place.lon, latlon[0], latlon[1]) <= CITY_KM


def measure(judged: Iterable[Mapping[str, bool | None]]) -> dict[str, float | None]:
    """The share of articles in which each field is right, of those whose record tells it."""
    right: Counter[str] = Counter()
    known: Counter[str] = Counter()
    names: dict[str, None] = {}
    for verdicts in judged:
        for name, verdict in verdicts.items():
            names[name] = None
            known[name] += verdict is not None
            right[name] += verdict is True
    return {name: share(right[name], known[name]) for name in names}
