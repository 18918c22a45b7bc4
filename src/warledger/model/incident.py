"""The claims that are about one happening, with a view per field of who says what and how far they agree."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from warledger.model.actor import Participant
from warledger.model.place import Place
from warledger.model.record import Record
from warledger.model.time_span import TimeSpan

GRADES = ("confirmed", "fair", "weak", "contested")
AGREEMENTS = ("agree", "range", "contradict", "single origin")


@dataclass(frozen=True)
class Said(Record):
    """One version of a field: the value, through whom, in which outlet, by which claim, published when."""

    value: Any
    speakers: tuple[str, ...]
    outlet: str | None
    claim: str
    published: str | None


@dataclass(frozen=True)
class FieldView(Record):
    """What is said of one field. low, high and best are for figures only; agreement is one of AGREEMENTS."""

    agreement: str
    said: tuple[Said, ...] = ()
    low: int | None = None
    high: int | None = None
    best: int | None = None


@dataclass(frozen=True)
class Incident(Record):
    """One happening. reports, origins, outlets and speakers are counts; why says which claims were joined and on what evidence.

    supersedes are the incidents that went into it, split_from those that live on and that it was once a part of.
    """

    id: str
    type: str
    mode: str | None
    place: Place | None
    when: TimeSpan | None
    participants: tuple[Participant, ...]
    claims: tuple[str, ...]
    reports: int
    origins: int
    outlets: int
    fields: dict[str, FieldView] = field(default_factory=dict)
    grade: str = "weak"
    why: str = ""
    revision: int = 1
    supersedes: tuple[str, ...] = ()
    split_from: tuple[str, ...] = ()
    speakers: int = 0
