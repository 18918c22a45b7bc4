"""What lives longer than an incident: who holds a place, agreements, ultimatums, displacement, sieges; each with its sources.

Every entry says what is said, by whom; none is a finding of fact.
"""

from __future__ import annotations

from dataclasses import dataclass

from warledger.model.actor import Participant
from warledger.model.place import Place
from warledger.model.record import Record
from warledger.model.time_span import TimeSpan

# What can become of an ultimatum, by what is reported afterwards.
OUTCOMES = ("met", "kept", "expired", "open")


@dataclass(frozen=True)
class Source(Record):
    """One claim that an entry stands on: what it says in one word, of which day, through whom, in which outlet.

    speakers run from the outermost to the innermost; origin is the key of who it comes from in the end; equal keys are one
    origin. quote is the sentence.
    """

    claim: str
    report: str
    says: str
    day: str | None
    speakers: tuple[str, ...]
    outlet: str | None
    published: str | None
    origin: str
    quote: str | None


@dataclass(frozen=True)
class Held(Record):
    """Whom somebody says to hold a place; lost: who is said to hold it no more. origins counts independent ones."""

    parties: tuple[Participant, ...]
    lost: bool
    origins: int
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Holding(Record):
    """Who is said to hold a place from a day until the day before it changes (None: nothing else is told, last on day `last`).

    contested: more than one version stands, or one is denied; why says so in words.
    """

    place: Place
    since: str
    until: str | None
    last: str
    held: tuple[Held, ...]
    contested: bool
    why: str


@dataclass(frozen=True)
class Step(Record):
    """What is told of an agreement on a day: a status of the codebook, planned, demanded, denied, or told of."""

    day: str
    status: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Agreement(Record):
    """An agreement with its status over time; status is the last that was told, None where only its existence was."""

    kind: str
    parties: tuple[Participant, ...]
    place: Place | None
    since: str
    last: str
    status: str | None
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Ultimatum(Record):
    """A threat or demand with a deadline or a condition, and what is reported to have come of it.

    outcome is one of OUTCOMES: met (those addressed did what was asked), kept (those who threatened acted), expired (the
    deadline passed, and neither is reported), open. ended is the day of it, by these outcome_sources; why says it in words.
    """

    by: tuple[Participant, ...]
    to: tuple[Participant, ...]
    place: Place | None
    made: str
    deadline: TimeSpan | None
    condition: str | None
    outcome: str
    ended: str | None
    why: str
    sources: tuple[Source, ...]
    outcome_sources: tuple[Source, ...]


@dataclass(frozen=True)
class Displaced(Record):
    """One figure of people who fled, were evacuated or returned. cumulative: a running total until day, never to be added.

    place is where from, where that is told; to is where they went.
    """

    what: str
    place: Place | None
    to: tuple[Participant, ...]
    day: str | None
    cumulative: bool
    low: int | None
    high: int | None
    best: int | None
    wording: str
    origins: int
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Siege(Record):
    """A place that is said to be besieged or surrounded, since when at the latest, and until when it was last told.

    ended is the day on which it is said to have ended, how says by what: taken, left or broken.
    """

    place: Place
    besiegers: tuple[Participant, ...]
    besieged: tuple[Participant, ...]
    since: str
    last: str
    ended: str | None
    how: str | None
    sources: tuple[Source, ...]
    end_sources: tuple[Source, ...]
