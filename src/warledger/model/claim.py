"""One thing that one report says: what happened, who to whom, where, when, how many, and through whose mouth."""

from __future__ import annotations

from dataclasses import dataclass

from warledger.model.actor import Participant, Speaker
from warledger.model.place import Place
from warledger.model.record import Record
from warledger.model.tally import Tally
from warledger.model.time_span import TimeSpan

PASSAGE_FIELDS = ("trigger", "speaker", "initiator", "target", "other", "place", "when", "tally", "deadline", "condition",
                  "weapon", "sentence")

# A headline in capitals has no longer word than this in small letters ("Two Killed in Raid on Bus").
SHORT = 3


@dataclass(frozen=True)
class Passage(Record):
    """The words that show a value. start and end are Unicode code points into Report.text; text[start:end] == quote."""

    field: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True)
class Claim(Record):
    """One claim. speakers run from the outermost to the innermost, empty for the report's own voice.

    source_id is its report's. confidence is 0 to 1. coder names who coded it, with the version. attribution says how
    the innermost speaker or the report holds it: fact, claimed, admitted, suspected, denied.
    """

    id: str
    report: str
    type: str
    source_id: str | None = None
    mode: str | None = None
    stance: str = "asserted"
    negated: bool = False
    speakers: tuple[Speaker, ...] = ()
    initiators: tuple[Participant, ...] = ()
    targets: tuple[Participant, ...] = ()
    others: tuple[Participant, ...] = ()
    place: Place | None = None
    when: TimeSpan | None = None
    deadline: TimeSpan | None = None
    condition: str | None = None
    tallies: tuple[Tally, ...] = ()
    weapons: tuple[str, ...] = ()
    status: str | None = None
    attribution: str = "fact"
    responds_to: str | None = None
    same_as: str | None = None
    passages: tuple[Passage, ...] = ()
    confidence: float = 0.5
    coder: str = ""

    def quote(self, field: str) -> str | None:
        """The words of the first passage of a field, None where it has none."""
        found = self.passage(field)
        return None if found is None else found.quote

    def passage(self, field: str) -> Passage | None:
        """The first passage of a field, None where it has none."""
        return next((passage for passage in self.passages if passage.field == field), None)

    def names_person(self, participant: Participant) -> bool:
        """Whether a participant goes by a person's name: capital letters throughout, in a sentence that is no headline in capitals.

        A single word is one only where nothing says what kind of people they are ("Teen shot" names nobody).
        """
        words = participant.name.split()
        if participant.country is not None or participant.actor is not None or participant.sector not in (None, "CVL"):
            return False
        if not all(word[:1].isupper() for word in words) or (len(words) == 1 and participant.sector is not None):
            return False
        return any(word.islower() and len(word) > SHORT for word in (self.quote("sentence") or "").split())

    def __str__(self) -> str:
        """The claim as one sentence, for people."""
        who = ", ".join(p.name for p in self.initiators) or "somebody"
        whom = ", ".join(p.name for p in self.targets)
        parts = [f"{who} {self.type}" + (f"/{self.mode}" if self.mode else "")]
        if whom:
            parts.append(f"against {whom}" if self.type == "ASSAULT" else f"({whom})")
        if self.place:
            parts.append(f"in {self.place.name}")
        if self.when:
            days = self.when.start or "time not resolved"
            parts.append(f"on {days}" if self.when.start == self.when.end else f"{days} to {self.when.end}")
        for tally in self.tallies:
            parts.append(f"[{tally.what}: {tally.wording}]")
        said = " ← ".join(s.name for s in self.speakers) or "the report itself"
        mark = "NOT " if self.negated else ""
        return f"{mark}{' '.join(parts)} ({self.stance}, says {said})"
