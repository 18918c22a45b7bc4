"""Layer 7: quoted positions that are no act: what somebody is quoted as saying where nothing happens in it.

In: a Reading with its voices and the claims that its happenings gave. Out: STATEMENT claims. Decision: one statement per
quotation or content clause of a named speaker that no other claim covers; requests within it ("needs to change") are coded
by their own frames before.
"""

from __future__ import annotations

from warledger.claims.news_day import report_time
from warledger.claims.reading import Reading
from warledger.claims.times.resolution import resolve
from warledger.claims.voices.attribution import Attribution
from warledger.claims.voices.chains import Voices
from warledger.claims.when import published_day
from warledger.model import Claim, Passage, TimeSpan
from warledger.model.record import digest

# A statement of fewer words is a fragment.
LEAST_WORDS = 5
# Kinds that take a position, as speaker or as party to what is said.
SPEAKS = frozenset(("person", "state", "office", "body", "force", "group"))


def find_statements(reading: Reading, voices: Voices, claims: list[Claim], coder: str) -> list[Claim]:
    """The statements of a report, one per act of saying that no claim stands in."""
    triggers = [p.start for claim in claims for p in claim.passages if p.field == "trigger"]
    found: list[Claim] = []
    covered: set[int] = set()
    for item in sorted(voices.attributions, key=lambda item: (-len(item.content), item.cue)):
        spoken = sorted(item.content)
        if len(spoken) < LEAST_WORDS or item.speakers[-1].kind not in SPEAKS or covered & item.content:
            continue
        start, end = _span(reading, spoken)
        if any(start <= trigger < end for trigger in triggers) or reading.doc[item.cue].idx in triggers or reading.layout.is_boilerplate(start):
            continue
        covered |= item.content
        found.append(_statement(reading, item, start, end, coder))
    return found


def _span(reading: Reading, tokens: list[int]) -> tuple[int, int]:
    words = [i for i in tokens if not reading.doc[i].is_punct and not reading.doc[i].is_space] or tokens
    first, last = reading.doc[words[0]], reading.doc[words[-1]]
    return first.idx, last.idx + len(last.text)


def _statement(reading: Reading, item: Attribution, start: int, end: int, coder: str) -> Claim:
    sentence = reading.doc[item.cue].sent
    time, span = _time(reading, sentence.start_char, sentence.end_char)
    first = reading.doc[min(item.content)].sent.start_char
    passages = [Passage("trigger", start, end, reading.quote(start, end))]
    passages += [Passage("speaker", m.start, m.end, reading.quote(m.start, m.end)) for m in item.speakers]
    inside = [mention for mention in reading.actors if start <= mention.start < end and mention.kind in SPEAKS]
    speaker = item.speakers[-1]
    initiators = [mention for mention in inside if reading.doc[mention.head].dep_ in ("nsubj", "nsubjpass")][:1]
    targets = [mention for mention in inside if mention not in initiators and mention.name != speaker.name]
    named = initiators or [speaker]
    passages += [Passage("initiator", m.start, m.end, reading.quote(m.start, m.end)) for m in named]
    passages += [Passage("target", m.start, m.end, reading.quote(m.start, m.end)) for m in targets]
    passages += [Passage("when", *time, reading.quote(*time))] if time else []
    passages.append(Passage("sentence", first, max(end, first + 1), reading.quote(first, max(end, first + 1))))
    return Claim(
        id=digest("c", reading.report.id, start, end, "STATEMENT"), report=reading.report.id, type="STATEMENT",
        source_id=reading.report.source_id, stance="asserted", speakers=tuple(m.speaker() for m in item.speakers),
        initiators=tuple(m.participant() for m in named), targets=tuple(m.participant() for m in targets),
        when=span or report_time(reading, "asserted"), attribution=item.saying.attribution, passages=tuple(passages), coder=coder)


def _time(reading: Reading, start: int, end: int) -> tuple[tuple[int, int] | None, TimeSpan | None]:
    """The time of the saying, told in its sentence."""
    for mention in reading.times:
        if start <= mention.start < end:
            span = resolve(mention, published_day(reading), "past")
            if span is not None and span.start is not None:
                return (mention.start, mention.end), span
    return None, None
