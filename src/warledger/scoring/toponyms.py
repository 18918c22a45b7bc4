"""Suite `places`: the toponyms of local news (LGL) and of news on epidemics (GeoVirus), found and placed on the map.

In: places/lgl.jsonl, places/geovirus.jsonl. Out, per file: F1 of the spans, the share of found toponyms within 161 km
(100 miles, the field's measure), F1 of both at once, and the median error. Decision: a span is found where it touches the
annotated one; a toponym without coordinates in the set is none to place, one that we leave without is placed wrong.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from warledger.claims.mentions import PlaceMention
from warledger.model import Place
from warledger.scoring.annotated import Row, Stopwatch, read_rows, rows_of, write_lines
from warledger.scoring.measures import Counts, rounded, share
from warledger.scoring.reading import distance_km
from warledger.scoring.score import Score
from warledger.scoring.spans import pairs_by_touch

FILES = ("lgl", "geovirus")
# 100 miles: the radius by which the field counts a toponym as resolved (Leidner 2007; Gritta and others 2018).
NEAR_KM = 161.0


@dataclass(frozen=True)
class Placed:
    """What one document gives: counts of spans, and the error in km of each found toponym, None where it is unplaced."""

    spans: Counts
    errors: tuple[float | None, ...]


def score(data: Path, limit: int | None = None, predictions: Path | None = None) -> Score:
    """The metrics of both files; limit takes the first so many documents of each. predictions gets what is wrong."""
    metrics: dict[str, float | None] = {}
    watch, documents, mistakes = Stopwatch(), 0, []
    for name in FILES:
        rows = rows_of(data / "places" / f"{name}.jsonl", limit)
        placed = []
        for row, coded in read_rows(rows, watch, f"places {name}"):
            placed.append(judge(coded.reading.places, row))
            mistakes.append({"file": name, "id": row["id"], "wrong": wrong(coded.reading.places, row)})
        documents += len(rows)
        metrics |= {f"{name}.{metric}": value for metric, value in measure(placed).items()}
    write_lines(predictions, mistakes)
    return Score("places", documents, watch.seconds, metrics)


def judge(found: list[PlaceMention], row: Row) -> Placed:
    """One document: found mentions against the toponyms of the row."""
    mentions = [mention for mention in found if not mention.definite]
    toponyms = row["toponyms"]
    spans = [(mention.start, mention.end) for mention in mentions]
    pairs = pairs_by_touch(spans, [(toponym["start"], toponym["end"]) for toponym in toponyms])
    errors = tuple(_errors(mentions, toponyms, pairs))
    return Placed(Counts(len(pairs), len(mentions), len(toponyms)), errors)


def _errors(mentions: list[PlaceMention], toponyms: list[Row], pairs: list[tuple[int, int]]) -> Iterator[float | None]:
    for i, j in pairs:
        if toponyms[j]["lat"] is not None and toponyms[j]["lon"] is not None:
            yield error_km(mentions[i].place, toponyms[j])


def error_km(place: Place, toponym: Row) -> float | None:
    """Kilometres from where we put it to where it is, None where we put it nowhere."""
    if place.lat is None or place.lon is None:
        return None
    return distance_km(place.lat, place.lon, toponym["lat"], toponym["lon"])


def measure(placed: list[Placed]) -> dict[str, float | None]:
    """The metrics of one file."""
    spans = sum((one.spans for one in placed), Counts())
    errors = [error for one in placed for error in one.errors]
    known = [error for error in errors if error is not None]
    near = sum(error <= NEAR_KM for error in known)
    return {
        "span_f1": spans.f1,
        "accuracy_161km": share(near, len(errors)),
        "end_to_end_f1_161km": Counts(near, spans.given, spans.wanted).f1,
        "median_km": rounded(statistics.median(known)) if known else None,
    }


def wrong(found: list[PlaceMention], row: Row) -> list[str]:
    """For people: each toponym that is missed, added or placed far off, as one line."""
    mentions = [mention for mention in found if not mention.definite]
    toponyms = row["toponyms"]
    pairs = pairs_by_touch([(m.start, m.end) for m in mentions], [(t["start"], t["end"]) for t in toponyms])
    lines = [f"added {m.text!r} {m.place.precision}" for i, m in enumerate(mentions) if i not in {a for a, _ in pairs}]
    lines += [f"missed {t['surface']!r}" for j, t in enumerate(toponyms) if j not in {b for _, b in pairs}]
    for i, j in pairs:
        off = error_km(mentions[i].place, toponyms[j]) if toponyms[j]["lat"] is not None else 0.0
        if off is None or off > NEAR_KM:
            lines.append(f"far {mentions[i].text!r} is {off and round(off)} km off: {mentions[i].place.country} {mentions[i].place.admin1}")
    return lines
