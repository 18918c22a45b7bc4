"""The command that explains an incident: why.

In: a ledger and the id of an incident. Out: every join and every refusal, in words and weights. Decision: it shows what decided
when the claims were linked, however little it convinces; whoever disagrees decides with `warledger review`.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from warledger.commands import options as given
from warledger.commands.output import STDOUT, write_records, writing

if TYPE_CHECKING:
    from warledger.model import Claim, Incident, Report
    from warledger.model.grounds import Grounds, Pair
    from warledger.settings import Settings
    from warledger.store import Ledger

WHY_HELP = """Show why an incident holds its claims, and not others.

Every join and every refusal at its edge, with the evidence for and against in words, and its weight (natural log-odds). A pair
starts at the prior and is joined where the sum is above even odds. Takes as long as linking.

\\b
Examples:
  warledger why i_0123456789abcdef --ledger war.db
  warledger why i_0123456789abcdef --ledger war.db --refused 50
  warledger why i_0123456789abcdef --ledger war.db --format jsonl
"""

SHOWN = 10  # refusals that are shown where nothing else is asked for: the nearest are the ones to look at
SENTENCE = 110  # characters of a sentence that tell it from others


class Shape(StrEnum):
    """How the grounds are shown."""

    text = "text"
    jsonl = "jsonl"


def add_to(app: typer.Typer) -> None:
    """Puts the command on the command line."""
    app.command("why", help=WHY_HELP)(why)


def why(
    context: typer.Context,
    incident: Annotated[str, typer.Argument(metavar="INCIDENT", help="Its id, also of one that went into another.", show_default=False)],
    ledger: given.LedgerFile = None,
    refused: Annotated[int, typer.Option("--refused", metavar="N", min=0, help="How many refusals to show, the nearest first.")] = SHOWN,
    shape: Annotated[Shape, typer.Option("--format", help="Text for people, or a record with all of it.")] = Shape.text,
) -> None:
    settings = given.settings_of(context)
    path = given.existing_ledger(ledger, settings)
    from warledger.commands.lookup import followed
    from warledger.store import Ledger

    with Ledger.open(path, create=False) as opened, writing(STDOUT) as stream:
        found = followed(opened, incident)
        claims, reports, told = _grounds(opened, found, settings)
        if shape is Shape.jsonl:
            write_records([told], stream)
        else:
            stream.write("".join(f"{line}\n" for line in _lines(found, told, claims, reports, refused)).encode("utf-8", "replace"))


def _grounds(ledger: Ledger, incident: Incident, settings: Settings) -> tuple[dict[str, Claim], dict[str, Report], Grounds]:
    from warledger.weighing import weighing

    found = weighing(ledger, settings)
    return found.claims, found.reports, found.grounds(incident)


def _lines(incident: Incident, told: Grounds, claims: dict[str, Claim], reports: dict[str, Report], most: int) -> Iterator[str]:
    from warledger.products.labels import label

    place = incident.place.name if incident.place else "no place"
    day = (incident.when.start if incident.when else None) or "no date"
    yield f"{incident.id}  {label(incident.type, incident.mode)}, {place}, {day}"
    yield incident.why
    if told.stale:
        yield f"Beware: {told.stale}."
    yield ""
    yield (f"A pair starts at {told.prior:+.1f} and is joined above {told.join:+.1f}; none below {told.floor:+.1f} is ever in one incident "
           "unforced.")
    yield "Between reports one claim speaks for all that its report tells of the happening, filled up with what the others tell."
    yield ""
    names = {name: f"[{number}]" for number, name in enumerate(incident.claims, 1)}
    for name in incident.claims:
        yield f"{names[name]} {_claim(name, claims, reports)}"
    yield ""
    yield "Joined" if told.joined else "Nothing was joined: it has one claim."
    for pair in told.joined:
        yield from _pair(pair, names, "")
    yield ""
    yield f"Refused: {len(told.refused)}" + (f", of which the nearest {most}" if len(told.refused) > most else "") if told.refused else "Nothing else came near enough to be compared."
    for pair in told.refused[:most]:
        yield from _pair(pair, names, _claim(pair.other, claims, reports) + (f" (in {pair.other_incident})" if pair.other_incident else ""))


def _pair(pair: Pair, names: dict[str, str], other: str) -> Iterator[str]:
    one, two = names.get(pair.one, pair.one), names.get(pair.other, other or pair.other)
    score = f"{pair.score:+.1f}" if pair.score is not None else ""
    yield f"  {one} and {two}: " + "; ".join(part for part in (score, pair.why) if part)
    for reason in sorted(pair.reasons, key=lambda reason: -reason.weight):
        share = "" if reason.share == 1 else f" (counted at {reason.share:.0%}: inferred)"
        yield f"      {reason.weight:+5.1f}  {reason.words}{share}"


def _claim(name: str, claims: dict[str, Claim], reports: dict[str, Report]) -> str:
    from warledger.products.terminal import safe
    from warledger.products.wording import chain_words

    claim = claims.get(name)
    if claim is None:
        return name
    report = reports.get(claim.report)
    who = chain_words([speaker.name for speaker in claim.speakers]) if claim.speakers else (report.outlet if report else None) or "a report"
    sentence = " ".join((claim.quote("sentence") or claim.quote("trigger") or "").split())
    short = sentence if len(sentence) <= SENTENCE else sentence[: SENTENCE - 1] + "…"
    return safe(f"{name}  {who}{f', {report.day}' if report and report.day else ''}: “{short}”")
