"""The shapes of the API's own answers. Records (Incident, Claim, Report, Decision) are answered as the formats have them.

In: nothing. Out: pydantic models, which are the OpenAPI description. Decision: what a list shows of an incident is small and
worked out here; the whole of it is asked for by its id.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Answer(BaseModel):
    """What every answer is: exactly these fields."""

    model_config = ConfigDict(extra="forbid")


class Spot(Answer):
    """Where an incident is drawn: degrees (WGS 84), radius in kilometres; area: it is one, and no point in it is meant."""

    name: str
    label: str
    lat: float | None
    lon: float | None
    radius_km: float | None
    area: bool
    precision: str
    country: str | None


class Figure(Answer):
    """A figure over all versions; high None is open. agreement as in the data model."""

    words: str | None
    low: int | None
    high: int | None
    best: int | None
    agreement: str


class Summary(Answer):
    """An incident in a list."""

    id: str
    revision: int
    type: str
    mode: str | None
    act: str
    grade: str
    start: str | None
    end: str | None
    when: str | None
    place: Spot | None
    killed: Figure | None
    wounded: Figure | None
    who: list[str]
    claims: int
    reports: int
    outlets: int
    origins: int
    contested: bool


class Grave(Answer):
    """An incident that is no more: the run that ended it, when that run began, and the incident that it is part of now."""

    id: str
    run: int
    at: str
    redirect: str | None = Field(description="Null where it went into no other.")


class Page(Answer):
    """A page of incidents. next is None on the last."""

    items: list[Summary]
    next: str | None
    totals: dict[str, int] = Field(description="Of all that was asked for, not of this page: incidents, claims, reports, origins.")
    run: int = Field(description="The last run that this answer knows: ask with it as modified_since for what came after.")
    ended: list[Grave] | None = Field(None, description="With modified_since: every incident that ended since, whatever the filters.")
    left: list[str] | None = Field(None, description="With modified_since: incidents that changed since and do not fulfil the filters now; some never did.")


class Value(Answer):
    """One value of a facet."""

    key: str
    label: str
    count: int


class Facets(Answer):
    """Values by facet. A facet counts the incidents that fulfil all filters but its own."""

    facets: dict[str, list[Value]]
    totals: dict[str, int]
    run: int


class Day(Answer):
    """The incidents that began on a day, their claims, and their dead by best figure."""

    day: str
    incidents: int
    claims: int
    killed: int


class Days(Answer):
    """The days that have any, in order."""

    days: list[Day]
    run: int


class Records(Answer):
    """A page of records as the formats have them."""

    items: list[dict[str, Any]]
    next: str | None
    run: int


class Whole(Answer):
    """An incident whole: its record, the matrix of who says what, its claims, the reports' heads, and its revisions."""

    incident: dict[str, Any]
    summary: Summary
    matrix: dict[str, Any]
    claims: list[dict[str, Any]]
    reports: list[dict[str, Any]]
    revisions: list[dict[str, Any]]
    asked_for: str = Field(description="The id that was asked for; another than the incident's where that one was merged into it.")


class Mark(Answer):
    """Words of a report that show a value of a claim: code points from the beginning of the text."""

    claim: str
    field: str
    start: int
    end: int


class Read(Answer):
    """A report with its claims and the words that show them. incidents are by claim."""

    report: dict[str, Any]
    claims: list[dict[str, Any]]
    marks: list[Mark]
    incidents: dict[str, str]
    acts: dict[str, str] = Field(description="By claim what happened, in words.")
    graphic: list[str] = Field(description="The words that make it hard to bear; the page shows it behind a shield. Empty for most.")
