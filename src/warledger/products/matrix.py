"""The matrix of an incident: who says what, one column a voice, one row a field; what the page and the terminal show.

In: an incident with its claims and reports. Out: voices, and per field and voice what was said, when, in which words.
Decision: what the incident's own view holds is shown as it is; fields that it has no view of are read off the claims,
so that nothing that was claimed is missing from the matrix.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from warledger.model import Claim, Incident, Passage, Said
from warledger.products.arranged import Arranged
from warledger.products.labels import label
from warledger.products.wording import OWN_VOICE, words

# The rows in the order in which people ask; any other field follows in the order of its name.
ROW_ORDER = ("type", "act", "initiator", "target", "killed", "wounded", "missing", "abducted", "detained", "displaced", "place",
             "when", "stance")

# Which passages of a claim show the value of a row; every figure is shown by a tally passage.
PASSAGE_OF = {"type": "trigger", "act": "trigger", "status": "trigger", "initiator": "initiator", "target": "target", "place": "place", "when": "when",
              "condition": "condition", "weapons": "weapon", "other": "other", "stance": "trigger"}


@dataclass(frozen=True)
class Voice:
    """A column: a chain of speakers in an outlet, outermost first; anonymous where the innermost has no name."""

    speakers: tuple[str, ...]
    outlet: str | None
    anonymous: bool = False
    published: str | None = None

    @property
    def name(self) -> str:
        """The chain as one line; a report that speaks for itself is named by its outlet."""
        return " ← ".join(self.speakers) or self.outlet or OWN_VOICE


@dataclass(frozen=True)
class Entry:
    """What one voice says of one field: text for people, the claim, its date, its words, and how it was inferred."""

    text: str
    claim: str
    published: str | None
    passages: tuple[Passage, ...] = ()
    inferred: str | None = None


@dataclass(frozen=True)
class Row:
    """A field over the voices: entries holds (column, entry) pairs; agreement is None where the incident has no view."""

    field: str
    agreement: str | None
    summary: str | None
    entries: tuple[tuple[int, Entry], ...]


@dataclass(frozen=True)
class Matrix:
    """Voices in the order in which they spoke, and the rows."""

    voices: tuple[Voice, ...]
    rows: tuple[Row, ...]


def matrix(incident: Incident, ledger: Arranged) -> Matrix:
    """The matrix of an incident. A claim whose report is not in the ledger has a voice without outlet and date."""
    voices: dict[tuple[tuple[str, ...], str | None], Voice] = {}
    column_of: dict[str, int] = {}
    claims = ledger.claims_of(incident)
    for claim in claims:
        voice = voice_of(claim, ledger)
        voices.setdefault((voice.speakers, voice.outlet), voice)
        column_of[claim.id] = list(voices).index((voice.speakers, voice.outlet))
    for said in (said for view in incident.fields.values() for said in view.said):
        if said.claim not in column_of:
            key = (said.speakers, said.outlet)
            voices.setdefault(key, Voice(said.speakers, said.outlet, published=said.published))
            column_of[said.claim] = list(voices).index(key)
    names = {field for claim in claims for field, _value, _inferred in values_of(claim)} | set(incident.fields)
    if "type" in incident.fields:  # the incident's own view of the act
        names.discard("act")
    by_id = {claim.id: claim for claim in claims}
    rows = (_row(field, incident, by_id, column_of, ledger) for field in sorted(names, key=_place_in_order))
    return Matrix(tuple(voices.values()), tuple(row for row in rows if row.entries or row.summary))


def voice_of(claim: Claim, ledger: Arranged) -> Voice:
    """The chain and outlet of a claim."""
    report = ledger.report_of(claim)
    return Voice(
        speakers=tuple(speaker.name for speaker in claim.speakers),
        outlet=report.outlet if report else None,
        anonymous=bool(claim.speakers) and claim.speakers[-1].anonymous,
        published=report.published if report else None,
    )


def values_of(claim: Claim) -> Iterator[tuple[str, Any, str | None]]:
    """What a claim says, as (field, value, rule that inferred it).

    The fields are named as in an incident: a figure by what it counts, a running total as "killed:cumulative".
    """
    yield "act", label(claim.type, claim.mode), None
    for role, people in (("initiator", claim.initiators), ("target", claim.targets), ("other", claim.others)):
        if people:
            yield role, people, None
    for tally in claim.tallies:
        yield f"{tally.what}:cumulative" if tally.cumulative else tally.what, tally, None
    if claim.place:
        yield "place", claim.place, claim.place.inferred
    if claim.when:
        yield "when", claim.when, claim.when.inferred
    if claim.stance != "asserted" or claim.negated or claim.attribution != "fact":
        yield "stance", stance_words(claim), None
    for name, value in (("weapons", claim.weapons), ("condition", claim.condition), ("deadline", claim.deadline),
                        ("status", claim.status)):
        if value:
            yield name, value, None


def stance_words(claim: Claim) -> str:
    """How a claim holds what it tells: asserted as fact, denied, threatened, claimed, suspected."""
    held = claim.stance if claim.stance != "asserted" or claim.attribution == "fact" else claim.attribution
    return f"{held}, that it did not happen" if claim.negated and claim.stance != "denied" else held


def evidence(claim: Claim, field: str, value: Any) -> tuple[Passage, ...]:
    """The passages of a claim that show a value; a figure's own wording goes before other figures of the claim."""
    wanted = PASSAGE_OF.get(field, "tally")
    found = tuple(passage for passage in claim.passages if passage.field == wanted)
    wording = getattr(value, "wording", None) or (value.get("wording") if isinstance(value, dict) else None)
    if wording and wanted == "tally":
        own = tuple(p for p in found if wording in p.quote or p.quote in wording)
        found = own or found
    return found


def _place_in_order(field: str) -> tuple[int, str]:
    kind = field.split(":")[0]
    return (ROW_ORDER.index(kind) if kind in ROW_ORDER else len(ROW_ORDER), field)


def _row(field: str, incident: Incident, claims: dict[str, Claim], column_of: dict[str, int], ledger: Arranged) -> Row:
    view = incident.fields.get(field)
    if view is not None and view.said:
        found = [(column_of[said.claim], _from_said(field, said, claims.get(said.claim))) for said in view.said]
    else:
        found = [(column_of[claim.id], _from_claim(field, claim, value, inferred, ledger))
                 for claim in claims.values() for name, value, inferred in values_of(claim) if name == field]
    kept: dict[tuple[int, str], Entry] = {}
    for column, entry in sorted(found, key=lambda pair: (pair[0], pair[1].published or "", pair[1].claim)):
        if entry is not None:
            kept.setdefault((column, entry.text), entry)
    figures = {"low": view.low, "high": view.high} if view else {}
    summary = words(figures) if any(bound is not None for bound in figures.values()) else None
    return Row(field, view.agreement if view else None, summary, tuple((column, e) for (column, _t), e in kept.items()))


def _from_said(field: str, said: Said, claim: Claim | None) -> Entry:
    inferred = next((rule for name, _value, rule in values_of(claim) if name == field), None) if claim else None
    shown = evidence(claim, field, said.value) if claim else ()
    text = code_words(said.value) if field == "type" else words(said.value)
    return Entry(text or "not known", said.claim, said.published, shown, inferred)


def code_words(value: Any) -> str | None:
    """An act as its label: "not ASSAULT/aerial" is "Not: air strike"."""
    if not isinstance(value, str):
        return words(value)
    code = value.removeprefix("not ")
    type_, _slash, mode = code.partition("/")
    text = label(type_, mode or None)
    return text if code == value else f"Not: {text.lower()}"


def _from_claim(field: str, claim: Claim, value: Any, inferred: str | None, ledger: Arranged) -> Entry:
    report = ledger.report_of(claim)
    text = words(value) or getattr(value, "wording", "") or "not known"
    return Entry(text, claim.id, report.published if report else None, evidence(claim, field, value), inferred)
