"""Acts whose parties people corrected, as examples for the model of the second reading.

In: DATA and corrected_roles.jsonl (reports by set and id; for each act its type, the characters of its trigger, of its doers and of its
targets, as readers corrected what this coder had given, and of whom the readers could not agree about; null for doers and targets where
there is no such act; no word of a text). Out: an Act with the part of each of its candidates.
Decision: of several mentions of one party the one that the rules took counts, else the nearest; the others are left open.
"""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from warledger import flow
from warledger.claims.coder import Coded, read_layers
from warledger.claims.knowledge import RuleSettings
from warledger.claims.second_reading.candidates import DOER, PARTS, TARGET, Act, Candidate, acts_of
from warledger.model import Report
from warledger.scoring.annotated import rows_of

CORRECTED = Path(__file__).with_name("corrected_roles.jsonl")
OPEN = -1
CHUNK = 64
# Words after which a passage of a long text ends.
PASSAGE = 350

Span = tuple[int, int]
Example = tuple[Act, str, list[int]]


def examples(data: Path, arbiter: ModuleType) -> Iterator[Example]:
    """An act, the text of its report, and for each candidate its part (see PARTS) or OPEN; all are open where there is no such act."""
    kept = {(one["set"], str(one["id"])): one for one in map(json.loads, CORRECTED.read_text(encoding="utf-8").splitlines())}
    for coded in _read([_row(key, one, sets) for sets in [_sets(data)] for key, one in kept.items() if key[1] in sets[key[0]]]):
        source, id_ = str(coded.reading.report.source_id).split(" ", 1)
        one = kept[source, id_]
        text = coded.reading.report.text
        if hashlib.sha256(text.encode("utf-8")).hexdigest()[:16] != one["sha256"]:
            raise SystemExit(f"report {id_} of {source} is not what was corrected; the corrections do not fit this copy of the set")
        corrected = {(type_, start): parties for type_, start, _, *parties in one["acts"]}
        for act in acts_of(coded.reading, coded.claims):
            parties = corrected.get((act.claim.type, act.trigger_span[0]))
            if parties is not None and parties[0] is None:
                yield act, text, [OPEN] * len(act.candidates)
            elif parties is not None:
                *known, disputed = ([(start, end) for start, end in spans] for spans in parties)
                yield act, text, parts(act, text, known, disputed, arbiter)


def _sets(data: Path) -> dict[str, dict[str, dict[str, Any]]]:
    """The rows of each set by the id that the corrections use: a number of line where a set has no ids of its own."""
    return {"fa-kes": {str(row["id"]): row for row in rows_of(data / "fa-kes" / "articles.jsonl")},
            "event-places": {str(k): row for k, row in enumerate(rows_of(data / "places" / "event_location.jsonl"))},
            "muc": {str(row["id"]): row for row in rows_of(data / "muc" / "dev.jsonl")},
            "wikiwars": {f"{row['id']}.{k}": {**row, "text": text} for row in rows_of(data / "times" / "wikiwars.jsonl")
                         for k, text in enumerate(_passages(row["text"]))}}


def _passages(text: str) -> list[str]:
    """A long text in pieces of some hundred words, cut where a sentence seems to end."""
    found: list[str] = []
    held: list[str] = []
    for sentence in re.split(r"(?<=[.!?]) (?=[A-Z])", re.sub(r"\s+", " ", text).strip()):
        held.append(sentence)
        if sum(len(one.split()) for one in held) >= PASSAGE:
            found.append(" ".join(held))
            held = []
    return [*found, " ".join(held)] if held else found


def _row(key: tuple[str, str], one: Mapping[str, Any], sets: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> dict[str, Any]:
    """What the reader of reports gets: MUC without its date line, and half of the texts without commas and apostrophes, as fa-kes is."""
    row = sets[key[0]][key[1]]
    if key[0] == "fa-kes":
        return {**row, "id": " ".join(key)}
    text = re.sub(r"^.*?\[TEXT\]\s*", "", row["text"], flags=re.S) if key[0] == "muc" else row["text"]
    text = re.sub(r"\s+", " ", text).strip()
    return {"id": " ".join(key), "title": "", "outlet": key[0], "published": None, "text": re.sub(r"[,'’]", "", text) if one.get("stripped") else text}


def _read(rows: Sequence[Mapping[str, Any]]) -> Iterator[Coded]:
    with tempfile.TemporaryDirectory(prefix="warledger-") as room:
        path = Path(room) / "corrected.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        reports = [one for one in flow.read([str(path)]) if isinstance(one, Report)]
    for start in range(0, len(reports), CHUNK):
        yield from read_layers(reports[start:start + CHUNK], RuleSettings(second_reading=False))


def parts(act: Act, text: str, parties: Sequence[Sequence[Span]], disputed: Sequence[Span], arbiter: ModuleType) -> list[int]:
    """The part of each candidate, OPEN for further mentions of a party that has one, for one who fought and fell, and where it is disputed."""
    found = [0] * len(act.candidates)
    further: set[int] = set()
    left_open = {k for k, one in enumerate(act.candidates) for start, end in disputed if one.start < end and start < one.end}
    for role, spans in zip((DOER, TARGET), parties, strict=True):
        for span in spans:
            touched = [k for k, one in enumerate(act.candidates) if one.start < span[1] and span[0] < one.end]
            same = [k for k, one in enumerate(act.candidates) if k in touched or _names(text[span[0]:span[1]], one, arbiter)]
            if not same:
                continue
            exact = [k for k in touched if (act.candidates[k].start, act.candidates[k].end) == span]
            ruled = [k for k in same if act.candidates[k].role == role]
            best = (ruled or exact or touched or sorted(same, key=lambda k: abs(act.candidates[k].distance)))[0]
            if found[best] not in (0, PARTS[role]):
                left_open.add(best)
            found[best] = PARTS[role]
            further.update(k for k in same if k != best)
    return [OPEN if k in left_open or (k in further and part == 0) else part for k, part in enumerate(found)]


def _names(name: str, candidate: Candidate, arbiter: ModuleType) -> bool:
    return bool(arbiter.alike(name, candidate.name) or arbiter.alike(name, candidate.text))
