"""The shapes of what the API asks and answers about analysts' decisions.

In: nothing. Out: pydantic models, which are the OpenAPI description. Decision: a decision is answered as the formats have it, beside
what became of it.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from warledger.api.answers import Answer, Summary

Act = Literal["same", "different", "unsure", "correct", "confirm", "reject", "publish", "note"]
Subject = Annotated[str, Field(pattern=r"^[ic]_[0-9a-f]{4,32}$")]
# One decision about more than this is none that somebody has looked at.
MOST_SUBJECTS = 200
LONGEST_WHY = 2_000


class Wish(Answer):
    """What somebody decides. on says which revision of each incident they looked at, and run the newest change that they have seen."""

    act: Act | None = Field(None, description="Not needed where `undoes` is given.")
    subjects: list[Subject] = Field([], max_length=MOST_SUBJECTS, description="Incidents or claims. `different` of one incident and some of its claims parts those from it.")
    field: str | None = Field(None, max_length=40, description="Of a correction.")
    value: Any = Field(None, description="Of a correction: a value as the record has it, or words: a day (2020-02-03, 2020-02-03/2020-02-05), a type with its mode (ASSAULT/aerial, AGREE/none), a place that one of its claims tells. Any other place is given as /places has it, with `why`.")
    why: str | None = Field(None, max_length=LONGEST_WHY)
    undoes: str | None = Field(None, pattern=r"^d_[0-9a-f]{4,32}$", description="The decision that this takes back.")
    on: dict[Subject, Annotated[int, Field(ge=1, le=10**9)]] = Field({}, max_length=MOST_SUBJECTS, description="The revision that was looked at, of every incident that is decided on or shown beside.")
    run: Annotated[int, Field(ge=0, le=10**9)] | None = Field(None, description="`run` of the log that was shown: what others decided since is told too.")


class Logged(Answer):
    """A decision and what became of it: by is the decision that took it back (undone) or replaced it."""

    decision: dict[str, Any]
    holds: bool
    undone: bool
    by: str | None
    by_who: str | None


class Log(Answer):
    """A page of decisions, newest first. names says in words what each subject is: what happened, where and when."""

    items: list[Logged]
    names: dict[str, str]
    next: str | None
    total: int
    run: int


class Made(Answer):
    """A decision that was written down. linked: claims were linked anew; now is where each incident leads to, null where it is no more."""

    decision: dict[str, Any]
    linked: bool
    problems: list[str]
    now: dict[str, str | None]
    run: int


class Agreed(Answer):
    """Two analysts on their common subjects. kappa is null where `why` says why; low and high hold it with 95 per cent."""

    one: str
    other: str
    subjects: int
    observed: float | None
    expected: float | None
    kappa: float | None
    low: float | None
    high: float | None
    why: str | None
    table: list[tuple[str, str, int]]


class Agreement(Answer):
    """Cohen's kappa of every two analysts that decided about common subjects; why says why there is none at all."""

    pairs: list[Agreed]
    analysts: dict[str, int] = Field(description="How many subjects each has decided about.")
    fewest: int
    why: str | None
    run: int


class Told(Answer):
    """A claim as a question shows it."""

    id: str
    incident: str | None
    speakers: list[str]
    outlet: str | None
    day: str | None
    sentence: str
    act: str
    place: str | None
    when: str | None
    figures: list[str]
    report: str


class Asked(Answer):
    """A question: of a pair whether it is one happening, of one subject whether it stands. nearest are the claims on which a pair stands."""

    kind: Literal["pair", "whole"]
    subjects: list[str]
    uncertainty: float
    stakes: int = Field(description="The people killed by best figure, and the claims: what rides on the answer.")
    why: str
    decided: dict[str, Any] | None
    nearest: list[Told]
    incidents: list[Summary]


class Queue(Answer):
    """The first questions of an order. weighing: pairs are still being weighed, and more questions come."""

    items: list[Asked]
    total: int
    weighing: bool
    run: int
