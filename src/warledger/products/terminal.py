"""A table for the terminal: the incidents, and under each the rival claims about it.

In: the records. Out: UTF-8 text of a fixed width. Decision: colour only where the output is a terminal, and no control
character of a report ever reaches it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from warledger.model import Claim, Incident, Report
from warledger.products.arranged import Arranged, arranged, incident_day
from warledger.products.json_lines import utf8
from warledger.products.labels import field_label, label
from warledger.products.matrix import Matrix, matrix, values_of, voice_of
from warledger.products.wording import isolated, place_words, range_words, span_words, visible, words

# Fields that the line of a claim shows under "what", beside the act; figures have a column of their own.
WHAT_FIELDS = ("initiator", "target", "place", "when", "status", "stance")

GRADE_STYLE = {"confirmed": "bold green", "fair": "green", "weak": "dim", "contested": "bold yellow"}


@dataclass(frozen=True)
class TerminalSettings:
    """width in columns, at least 60. colour: always, never, or auto: only where the output is a terminal."""

    width: int = 100
    colour: str = "auto"


class TerminalTable:
    """Writes one block an incident: its heading, the grade with its reason, and a line for each rival claim."""

    NAME = "terminal"
    SETTINGS = TerminalSettings()

    def __init__(self, settings: TerminalSettings = SETTINGS) -> None:
        self.settings = settings

    def write(self, incidents: Sequence[Incident], claims: Sequence[Claim], reports: Sequence[Report],
              out: BinaryIO) -> None:
        """Write the table; an empty ledger says that it is empty."""
        ledger = arranged(incidents, claims, reports)
        coloured = self.settings.colour == "always" or (self.settings.colour == "auto" and out.isatty())
        text = io.StringIO()
        console = Console(file=text, width=max(60, self.settings.width), force_terminal=coloured, no_color=not coloured,
                          color_system="standard" if coloured else None, markup=False, highlight=False, emoji=False,
                          legacy_windows=False, _environ={})  # fmt: skip
        for block in blocks(ledger):
            console.print(block)
        lines = text.getvalue().split("\n")
        out.write(utf8("\n".join(line.rstrip() for line in lines)))


def blocks(ledger: Arranged) -> Iterator[RenderableType]:
    """The heading and one block an incident."""
    if not ledger.incidents:
        yield f"No incidents. Claims: {len(ledger.claims)}; reports: {len(ledger.reports)}."
        return
    yield f"{len(ledger.incidents)} incidents, {len(ledger.claims)} claims, {len(ledger.reports)} reports\n"
    for incident in ledger.incidents:
        yield block(incident, ledger)


def block(incident: Incident, ledger: Arranged) -> RenderableType:
    """One incident with its rival claims."""
    heading = Text(overflow="fold")
    heading.append(incident_day(incident) or "no date", style="bold")
    heading.append("  ")
    heading.append(safe(label(incident.type, incident.mode)), style="bold")
    place = place_words(incident.place.to_dict()) if incident.place else None
    heading.append(f"  {safe(place)}" if place else "  place not known")
    facts = Text(f"{incident.id}  {counts(incident)}", overflow="fold")
    grade = Text.assemble((incident.grade, GRADE_STYLE.get(incident.grade, "")), f": {safe(incident.why)}" if incident.why else "")
    parts: list[RenderableType] = [Rule(style="dim", characters="─"), heading, facts, grade]
    summary = disagreements(matrix(incident, ledger))
    if summary:
        parts.append(Text(summary, style="yellow"))
    claims = ledger.claims_of(incident)
    missing = len(set(incident.claims)) - len(claims)
    if claims:
        parts.append(Padding(rivals(claims, ledger), (0, 0, 0, 2)))
    if missing:
        parts.append(Text(f"  {missing} of its claims {'is' if missing == 1 else 'are'} not in this ledger"))
    return Group(*parts) if claims and not missing else Group(*parts, "")


def counts(incident: Incident) -> str:
    """The counts of an incident in words, with the range of the dead and the best figure in it."""
    killed = incident.fields.get("killed")
    dead = range_words(killed.low, killed.high) if killed else None
    if dead and killed and killed.best is not None and killed.low != killed.high:
        dead += f" (best figure {killed.best:,})"
    numbers = (("claim", len(incident.claims)), ("report", incident.reports), ("speaker", incident.speakers), ("origin", incident.origins))
    said = ", ".join(f"{n} {noun}{'' if n == 1 else 's'}" for noun, n in numbers)
    return f"{said}, killed: {dead}" if dead else said


def disagreements(table: Matrix) -> str:
    """The fields in which the voices contradict each other; those who fight are among the voices of the whole."""
    rival = [row for row in table.rows if row.agreement == "contradict" and not row.field.endswith(":parties")]
    return "contradicted: " + ", ".join(field_label(row.field).lower() for row in rival) if rival else ""


def rivals(claims: Sequence[Claim], ledger: Arranged) -> Table:
    """One line a claim: who says so, what, the figures, and the wording in its outlet."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True, header_style="dim")
    for name, ratio in (("who says", 22), ("what", 30), ("figures", 18), ("in these words", 30)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for claim in claims:
        voice, report = voice_of(claim, ledger), ledger.report_of(claim)
        source = ", ".join(part for part in (voice.outlet if voice.speakers else None, report.day if report else None) if part)
        who = f"{voice.name} (unnamed)" if voice.anonymous else voice.name
        figures = "\n".join(f"{t.what} {range_words(t.low, t.high, t.approximate) or t.wording}"
                            + (" in all" if t.cumulative else "") for t in claim.tallies)
        wording = claim.quote("sentence") or claim.quote("trigger") or ""
        cells = (f"{who}\n{source}" if source else who, said_words(claim), figures, f"“{wording}”" if wording else "")
        table.add_row(*(Text(safe(cell), overflow="fold") for cell in cells))
    return table


def said_words(claim: Claim) -> str:
    """The act of a claim, and below it who, whom, where and when."""
    lines = [label(claim.type, claim.mode)]
    for field, value, _inferred in values_of(claim):
        text = span_words(value.to_dict()) if field == "when" else words(value)
        if field in WHAT_FIELDS and text:
            lines.append(f"{field_label(field).lower()}: {text}")
    return "\n".join(lines)


def safe(text: str | None) -> str:
    """Text of a report as the terminal may have it: no control characters, direction marks closed in."""
    return "\n".join(isolated(line) for line in visible(text or "").expandtabs(1).split("\n"))
