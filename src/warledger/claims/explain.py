"""How the coder read a report, layer by layer: the tool to read wrong cases with.

In: a Report. Out: a rich renderable per sentence: mentions, clauses, frames, voices, claims. Decision: it prints the very
objects that the coder used; nothing is computed anew for show.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from warledger.claims.clauses.records import Clause
from warledger.claims.coder import Coded, read_layers
from warledger.claims.knowledge import RuleSettings
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Span
from warledger.model import Claim, Report

COLOURS = {"actor": "cyan", "place": "green", "time": "magenta", "number": "yellow"}


def explain(report: Report, sentence: int | None = None, settings: RuleSettings | None = None) -> RenderableType:
    """The layers of every sentence of a report, or of the one with that number (from 1).

    Raises ValueError where there is no sentence of that number.
    """
    coded = next(iter(read_layers([report], settings)))
    sentences = [span for span in coded.reading.doc.sents if span.text.strip()]
    if sentence is not None and not 1 <= sentence <= len(sentences):
        raise ValueError(f"the report has {len(sentences)} sentences; there is no number {sentence}")
    chosen = range(len(sentences)) if sentence is None else [sentence - 1]
    return Group(*(line for i in chosen for line in _sentence(coded, i + 1, sentences[i])))


def _sentence(coded: Coded, number: int, span: Span) -> Iterator[RenderableType]:
    reading = coded.reading
    headline = " [headline]" if span.start_char < reading.layout.body_start else ""
    passed = " [passed over]" if reading.layout.is_boilerplate(span.start_char) else headline
    yield Text(f"\n{number}. ", style="bold") + _marked(reading, span) + Text(passed, style="dim")
    for label, lines in (("mentions", _mentions(reading, span)), ("clauses", _clauses(reading, span)),
                         ("frames", _frames(coded, span)), ("voices", _voices(coded, span)), ("ascribed", _ascribed(coded, span)), ("claims", _claims(coded, span))):
        for line in lines:
            yield Text(f"   {label:9} ", style="dim") + line
            label = ""


def _marked(reading: Reading, span: Span) -> Text:
    text = Text(reading.quote(span.start_char, span.end_char))
    for kind, mentions in (("actor", reading.actors), ("place", reading.places), ("time", reading.times),
                           ("number", reading.quantities)):
        for mention in mentions:
            if span.start_char <= mention.start < span.end_char:
                text.stylize(COLOURS[kind], mention.start - span.start_char, mention.end - span.start_char)
    return text


def _mentions(reading: Reading, span: Span) -> Iterator[Text]:
    def inside(start: int) -> bool:
        return span.start_char <= start < span.end_char

    for actor in reading.actors:
        if inside(actor.start):
            told = f" = {actor.name}" if actor.name != actor.text else ""
            yield Text(f"{actor.text}{told} · {actor.kind} · {actor.actor or actor.country or '?'} {actor.sector or ''}",
                       style=COLOURS["actor"])
    for place in reading.places:
        if inside(place.start):
            at = place.place
            yield Text(f"{place.text} · {at.precision} · {at.country or '?'} {at.admin1 or ''} {at.lat} {at.lon} ±{at.radius_km} km",
                       style=COLOURS["place"])
    for time in reading.times:
        if inside(time.start):
            yield Text(f"{time.text} · {time.kind} · {time.rule}", style=COLOURS["time"])
    for number in reading.quantities:
        if inside(number.start):
            yield Text(f"{number.text} · {number.low}..{number.high} best {number.best} · {number.unit} of "
                       f"{reading.doc[number.head].text}", style=COLOURS["number"])


def _clauses(reading: Reading, span: Span) -> Iterator[Text]:
    for clause in [*reading.verbs.values(), *reading.nouns.values()]:
        if span.start <= clause.head < span.end:
            line = clause_line(reading, clause)
            told = Text(line)
            told.stylize("bold blue", 0, len(clause.predicate))
            told.stylize("dim", line.rindex(")") + 1)
            yield told


def clause_line(reading: Reading, clause: Clause) -> str:
    """A clause as one line: predicate(slot=word, ...) with voice, tense, negation and modality."""
    doc = reading.doc
    arguments = ", ".join(f"{argument.slot}={doc[argument.head].text}{'*' if argument.implied else ''}"
                          for argument in clause.arguments)
    marks = [clause.tense if clause.tense != "none" else "", "passive" if clause.passive else "",
             "not" if clause.negated else "", clause.modal or "", clause.mark or ""]
    return f"{clause.predicate}({arguments}) {' '.join(mark for mark in marks if mark)}".rstrip()


def _frames(coded: Coded, span: Span) -> Iterator[Text]:
    doc = coded.reading.doc
    for happening in coded.happenings:
        if span.start <= happening.main.head < span.end:
            names = " + ".join(match.frame.name for match in happening.matches)
            roles = "; ".join(f"{role}: {', '.join(doc[i].text for i in happening.role(role))}"
                              for role in ("initiator", "target", "other", "place") if happening.role(role))
            told = Text(f"{names} → {happening.main.frame.type}  {roles}", style="bold")
            triggers = " | ".join(" ".join(doc[i].text for i in match.trigger) for match in happening.matches)
            yield told + Text(f"  by “{triggers}”", style="dim")


def _voices(coded: Coded, span: Span) -> Iterator[Text]:
    doc = coded.reading.doc
    for item in coded.voices.attributions:
        if span.start <= item.cue < span.end:
            content = sorted(item.content)
            words = f"{doc[content[0]].text} … {doc[content[-1]].text}" if content else ""
            chain = " ← ".join(mention.name for mention in item.speakers)
            yield Text(f"{chain} {doc[item.cue].text}: {words} ({item.saying.attribution})")


def _ascribed(coded: Coded, span: Span) -> Iterator[Text]:
    doc = coded.reading.doc
    for item in coded.voices.ascriptions:
        if span.start <= item.cue < span.end:
            words = " ".join(doc[i].text for i in sorted(item.content) if not doc[i].is_space)
            yield Text(f"{item.source.text if item.source else '(nobody named)'} {doc[item.cue].text}: {words} ({item.likelihood:.2f})", style="dim")


def _claims(coded: Coded, span: Span) -> Iterator[Text]:
    for claim in coded.claims:
        if _in_span(claim, span):
            yield Text(str(claim), style="bold green" if claim.stance == "asserted" and not claim.negated else "bold yellow")
            yield Text(f"  {_beside(coded, claim)}", style="dim")


def _beside(coded: Coded, claim: Claim) -> str:
    """What a claim holds beside its sentence for people: how it is held, its terms, what was inferred, which claims it goes back to."""
    said = [f"held as {claim.attribution}", f"confidence {claim.confidence}"]
    said += [f"status {claim.status}"] if claim.status else []
    said += [f"with {', '.join(other.name for other in claim.others)}"] if claim.others else []
    said += [f"weapons {', '.join(claim.weapons)}"] if claim.weapons else []
    said += [f"if “{claim.condition}”"] if claim.condition else []
    said += [f"until {claim.deadline.end}"] if claim.deadline and claim.deadline.end else []
    said += [f"place by {claim.place.inferred}"] if claim.place and claim.place.inferred else []
    said += [f"time by {claim.when.inferred}"] if claim.when and claim.when.inferred else []
    said += [f"{who.name} by {who.inferred}" for who in (*claim.initiators, *claim.targets) if who.inferred]
    triggers = {other.id: other.quote("trigger") for other in coded.claims}
    said += [f"tells “{triggers.get(claim.same_as)}” again"] if claim.same_as else []
    said += [f"answers “{triggers.get(claim.responds_to)}”"] if claim.responds_to else []
    return "; ".join(said)


def _in_span(claim: Claim, span: Span) -> bool:
    return any(p.field == "trigger" and span.start_char <= p.start < span.end_char for p in claim.passages)
