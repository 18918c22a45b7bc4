"""Suite `reading`: 804 reports on Syria from outlets of every side, each known to be about one governorate.

In: fa-kes/articles.jsonl. Out: the share of reports with a claim in their governorate, the share of claims with place,
time, speaker and figure, problems by kind, seconds. Decision: it measures what is found, not what is right; twenty
reports at random are to be read by hand beside it.
"""

from __future__ import annotations

import functools
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from warledger.gazetteer import Entry, Gazetteer
from warledger.model import Claim, Place
from warledger.scoring.pipeline import Coded, code_file, head
from warledger.scoring.score import Score


@dataclass(frozen=True)
class Governorate:
    """A first-order division as the set labels it: how it may be spelled, and a circle that covers most of it."""

    names: tuple[str, ...]
    lat: float
    lon: float
    radius_km: float


# Spellings as in the set and in GeoNames. Centres and radii were read off a map, to about 10 km; the radius is that of
# the circle of the governorate's area, so a place near a border may count for its neighbour too.
GOVERNORATES = {
    "aleppo": Governorate(("aleppo", "halab"), 36.2, 37.6, 77),
    "damascus": Governorate(("damascus", "dimashq", "rif dimashq", "rural damascus"), 33.6, 36.6, 76),
    "idlib": Governorate(("idlib", "idleb"), 35.8, 36.65, 44),
    "deir ezzor": Governorate(("deir ezzor", "deir ez zor", "dayr az zawr", "deir al zor"), 35.0, 40.4, 103),
    "raqqa": Governorate(("raqqa", "ar raqqah", "raqqah"), 35.95, 38.9, 79),
    "homs": Governorate(("homs", "hims"), 34.4, 38.0, 116),
    "hasakeh": Governorate(("hasakeh", "al hasakah", "hasakah", "hasaka"), 36.5, 40.9, 86),
    "hama": Governorate(("hama", "hamah"), 35.2, 37.0, 57),
    "daraa": Governorate(("daraa", "dar a", "deraa"), 32.8, 36.2, 35),
    "lattakia": Governorate(("lattakia", "latakia", "al ladhiqiyah"), 35.6, 36.0, 27),
    "quneitra": Governorate(("quneitra", "al qunaytirah", "qunaytirah"), 33.0, 35.85, 24),
    "tartous": Governorate(("tartous", "tartus"), 34.95, 36.1, 25),
}

# Every report of the set is about Syria; many name its towns and not it.
SUBJECT = frozenset({"SYR"})
# Words in the name of a country, at most, that are looked for.
LONGEST_NAME = 3
_GENERIC = re.compile(r"\b(?:governorate|province|muhafazat|city|countryside)\b")


def score(data: Path, limit: int | None = None, predictions: Path | None = None) -> Score:
    """Shares found, over reports and over claims; notes count the problems by kind."""
    path = data / "fa-kes" / "articles.jsonl"
    coded = code_file(path, limit=limit)
    coded.write(predictions)
    labels = {str(row["id"]): str(row["place"]) for row in map(json.loads, head(path, limit))}
    return Score("reading", len(coded.reports), coded.seconds, measure(coded, labels), problems_by_kind(coded))


def measure(coded: Coded, labels: dict[str, str]) -> dict[str, float | None]:
    """The metrics. labels leads from a report's source_id to its governorate."""
    located = {claim.source_id for claim in coded.claims if claim.source_id and lies_in(claim.place, labels.get(claim.source_id))}
    with_claims = {claim.report for claim in coded.claims}
    reports, claims = len(coded.reports), coded.claims
    return {
        "reports_in_governorate": _share(len(located), reports),
        "reports_with_claims": _share(len(with_claims), reports),
        "claims_per_report": _share(len(claims), reports),
        "claims_with_place": _share(_count(claims, lambda claim: claim.place is not None), len(claims)),
        "claims_outside_countries": _outside_countries(coded),
        "claims_with_when": _share(_count(claims, lambda claim: claim.when is not None and claim.when.start is not None), len(claims)),
        "claims_with_speaker": _share(_count(claims, lambda claim: bool(claim.speakers)), len(claims)),
        "claims_with_tally": _share(_count(claims, lambda claim: bool(claim.tallies)), len(claims)),
        "problems": len(coded.problems),
    }


def _outside_countries(coded: Coded) -> float | None:
    """The share of claims placed in a country that their report is not about, and names neither by its name nor by its people."""
    gazetteer = Gazetteer.open()
    named = {report.id: countries_named(f"{report.title or ''}\n{report.text}", gazetteer) | SUBJECT for report in coded.reports}
    placed = [(claim.report, claim.place.country) for claim in coded.claims
              if claim.place is not None and claim.place.country is not None and claim.place.lat is not None and claim.report in named]
    return _share(sum(country not in named[report] for report, country in placed), len(placed))


def countries_named(text: str, gazetteer: Gazetteer) -> frozenset[str]:
    """The countries (alpha-3) of the names and peoples in a text, in words of up to three ("United Arab Emirates"), also with a lost apostrophe."""
    words = re.findall(r"[^\W\d_]+", text)
    found: set[str] = set()
    for start, word in enumerate(words):
        for form in (word, word.removesuffix("s")):
            people = gazetteer.demonym(form)
            found |= {people} if people else set()
        for length in range(1, LONGEST_NAME + 1):
            phrase = " ".join(words[start:start + length])
            for name in (phrase, phrase.removesuffix("s")) if word[:1].isupper() else ():
                found |= {entry.country for entry in _lookup(gazetteer, name) if entry.country}
    return frozenset(found)


@functools.lru_cache(maxsize=50_000)
def _lookup(gazetteer: Gazetteer, name: str) -> tuple[Entry, ...]:
    return tuple(entry for entry in gazetteer.candidates(name) if entry.kind == "country" and entry.match == "exact")


def lies_in(place: Place | None, label: str | None) -> bool:
    """Whether the place is the governorate or in it: by its division, by its name, or within the governorate's circle."""
    if place is None or label is None:
        return False
    wanted = GOVERNORATES.get(label.casefold())
    if wanted is None:
        return _folded(label) in (_folded(place.admin1), _folded(place.name))
    if place.country not in (None, "SYR"):
        return False
    if {_folded(place.admin1), _folded(place.name)} & set(wanted.names):
        return True
    if place.admin1 is not None or place.lat is None or place.lon is None or place.precision == "country":
        return False
    return distance_km(place.lat, place.lon, wanted.lat, wanted.lon) <= wanted.radius_km


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres between two points in degrees, on the WGS84 ellipsoid."""
    from geographiclib.geodesic import Geodesic

    metres: float = Geodesic.WGS84.Inverse(lat, lon, other_lat, other_lon)["s12"]
    return metres / 1000


def problems_by_kind(coded: Coded) -> tuple[str, ...]:
    """A line per kind of problem, the most frequent first."""
    kinds = Counter(f"{problem.stage} {problem.kind}" for problem in coded.problems)
    return tuple(f"{count} problems of kind {kind}" for kind, count in sorted(kinds.items(), key=lambda one: (-one[1], one[0])))


def _folded(name: str | None) -> str:
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().casefold()
    words = re.sub(r"[^a-z]+", " ", plain.replace("'", ""))
    return " ".join(_GENERIC.sub(" ", words).split())


def _count(claims: Iterable[Claim], has: Callable[[Claim], bool]) -> int:
    return sum(has(claim) for claim in claims)


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None
