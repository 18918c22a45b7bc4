"""A sitting at the queue: one question after the other, one key each.

In: a ledger, the queue, keys. Out: decisions in the ledger, each written down at once, and lines for people. Decision: a key decides
and goes on; a capital letter asks for the reason first; nothing is ever taken out of the log, a mistake is undone by a decision.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from warledger.model import Claim, Decision, Incident, Place, Report
from warledger.review import PAIR_ACTS, WHOLE_ACTS, Question, decide, objections, standing

if TYPE_CHECKING:
    from warledger.store import Ledger

ACTS = {"s": "same", "d": "different", "u": "unsure", "a": "confirm", "r": "reject", "p": "publish", "e": "correct"}
HELP = """
  s same   d different   u unsure        of two: are they one happening?
  a confirm   r reject   p publish   u unsure   e correct a field        of one: does it stand?
  a number: only this claim   0 the whole again   j next   k previous   z undo   q leave   ? this help
  A capital letter decides as well, and asks for the reason first.
"""
SENTENCE = 300


class Keys(Protocol):
    """Where keys come from: a terminal, or a file of them."""

    def key(self) -> str:
        """One key, "" where there are no more."""

    def line(self, prompt: str) -> str:
        """A line of text."""


class Typed:
    """Keys of a terminal, one at a time; of a file or pipe, its characters, without blanks between them."""

    def key(self) -> str:
        """One key, "" at the end."""
        if sys.stdin.isatty():
            import typer

            return typer.getchar()
        found = sys.stdin.read(1)
        while found and found.isspace():
            found = sys.stdin.read(1)
        return found

    def line(self, prompt: str) -> str:
        """The rest of the line."""
        if sys.stdin.isatty():
            return input(prompt).strip()
        return sys.stdin.readline().strip()


@dataclass
class Session:
    """One sitting. made are the decisions of it, oldest first; focus is the claim that a key is about, None for the whole."""

    ledger: Ledger
    queue: Sequence[Question]
    who: str
    keys: Keys
    out: Callable[[str], None]
    incidents: Mapping[str, Incident]
    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    made: list[Decision] = field(default_factory=list)
    focus: str | None = None

    def run(self) -> list[Decision]:
        """Goes through the queue until it ends or somebody leaves; returns what was decided."""
        position = 0
        while position < len(self.queue) or self._goes_back():
            position = min(position, len(self.queue) - 1)
            self.focus = None
            self.out(f"\n({position + 1} of {len(self.queue)})")
            for line in lines_of(self.queue[position], self):
                self.out(line)
            move = self._answer(self.queue[position])
            if move is None:
                return self.made
            position = max(0, position + move)
        return self.made

    def _goes_back(self) -> bool:
        """Whether somebody goes back from behind the last question; what was decided can still be undone there."""
        self.out("\nThat was the last question. k goes back, z undoes, any other key leaves.")
        key = self.keys.key()
        while key == "z":
            self._undo()
            key = self.keys.key()
        return key == "k"

    def _answer(self, question: Question) -> int | None:
        """How far to move in the queue: 1 or -1; None to leave."""
        while True:
            key = self.keys.key()
            if key in ("", "q", "\x04"):
                return None
            if key == "\x03":
                raise KeyboardInterrupt
            if key in ("j", "k"):
                return 1 if key == "j" else -1
            if key == "z":
                self._undo()
            elif key.isdigit():
                self._look_at(int(key), question)
            elif key.lower() in ACTS:
                if self._act(ACTS[key.lower()], question, key.isupper()):
                    return 1
            else:
                self.out(HELP)

    def _act(self, act: str, question: Question, with_reason: bool) -> bool:
        """Writes the decision down; False where it is none that this question can have."""
        pair = question.kind == "pair" and self.focus is None
        fitting = PAIR_ACTS if pair else WHOLE_ACTS
        if act not in fitting:
            self.out(f"  {act} does not answer this; one of {', '.join(fitting)} does")
            return False
        subjects = question.subjects if self.focus is None else (self.focus,)
        name, value = None, None
        if act == "correct":
            try:
                name, value = self._correction(subjects[0])
            except ValueError as error:
                self.out(f"  {error}")
                return False
        why = self.keys.line("  why? ") if with_reason else None
        return self._write(decide(act, subjects, self.who, now(), field=name, value=value, why=why or None))

    def _correction(self, subject: str) -> tuple[str, object]:
        from warledger.review import correction

        record = self.incidents.get(subject) or self.claims.get(subject)
        if record is None:
            raise ValueError(f"{subject} is no more")
        named = record.claims if isinstance(record, Incident) else (record.id,)
        places: list[Place] = [place for name in named if name in self.claims and (place := self.claims[name].place) is not None]
        return correction(record, self.keys.line("  FIELD=VALUE: "), places)

    def _undo(self) -> None:
        """Takes back the last decision that holds, of this sitting or of an earlier one of the same person."""
        mine = [one.decision for one in standing(self.ledger.decisions())
                if one.holds and one.decision.who == self.who and one.decision.undoes is None]
        if not mine:
            self.out("  there is nothing of yours to undo")
            return
        last = mine[-1]
        if self._write(decide(last.act, (), self.who, now(), undoes=last.id)):
            self.out(f"  undone: {last.act} {' and '.join(last.subjects)}")

    def _look_at(self, number: int, question: Question) -> None:
        named = claims_of(question, self)
        before = named.index(self.focus) + 1 if self.focus in named else 0
        if 0 < before * 10 + number <= len(named) and before:
            number += before * 10  # the second figure of a number: 1, then 2, is the twelfth
        if number > len(named):
            self.out(f"  there are {len(named)} claims")
            return
        self.focus = named[number - 1] if number else None
        self.out(f"  the next key is about {self.focus or 'the whole'}")

    def _write(self, decision: Decision) -> bool:
        wrong = objections(decision, self.ledger.decisions())
        if wrong:
            self.out(f"  {'; '.join(wrong)}")
            return False
        self.ledger.decide([decision])
        self.made.append(decision)
        self.out(f"  {decision.act}" + (f" {decision.field}" if decision.field else ""))
        return True


def now() -> str:
    """The instant, to the microsecond: two keys within a second are two decisions."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def claims_of(question: Question, session: Session) -> list[str]:
    """The claims that a question is about, in the order in which they are shown."""
    names = [name for subject in question.subjects
             for name in (session.incidents[subject].claims if subject in session.incidents else (subject,))]
    return [name for name in dict.fromkeys(names) if name in session.claims]


def lines_of(question: Question, session: Session) -> Iterator[str]:
    """A question in words: what is asked, why, and the claims with who says so."""
    again = question.decided
    if again is not None:
        yield f"Decided by {again.who} on {again.at[:10]} ({again.act}{f': {again.why}' if again.why else ''}), and open again: {question.why}"
    asked = "Are these one happening?" if question.kind == "pair" else "Does this stand?"
    yield asked + ("" if again is not None else f" ({question.why})")
    if any(subject in session.incidents for subject in question.subjects) and question.nearest:
        yield "The claims with a * are the nearest."
    number = 0
    for subject in question.subjects:
        incident = session.incidents.get(subject)
        if incident is not None:
            yield _incident(incident)
        named = incident.claims if incident is not None else (subject,)
        for name in named:
            if name in session.claims:
                number += 1
                mark = "*" if name in question.nearest else " "
                yield f" {mark}{number} {_claim(session.claims[name], session.reports)}"
            else:
                yield f"  - {name} is no more"


def _incident(incident: Incident) -> str:
    from warledger.products.labels import label
    from warledger.products.terminal import counts, safe

    place = incident.place.name if incident.place else "no place"
    day = (incident.when.start if incident.when else None) or "no date"
    return safe(f"{incident.id}  {day}  {label(incident.type, incident.mode)}  {place}; {counts(incident)}; {incident.grade}")


def _claim(claim: Claim, reports: Mapping[str, Report]) -> str:
    from warledger.products.terminal import safe
    from warledger.products.wording import chain_words

    report = reports.get(claim.report)
    who = chain_words([speaker.name for speaker in claim.speakers]) if claim.speakers else (report.outlet if report else None) or "a report"
    published = f", {report.day}" if report and report.day else ""
    sentence = " ".join((claim.quote("sentence") or claim.quote("trigger") or "").split())
    return safe(f"{who}{published}: “{sentence[:SENTENCE]}”\n      read as: {claim}")
