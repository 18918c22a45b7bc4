"""Builders of claims and reports for the tests of linking."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from warledger.model import Claim, Participant, Passage, Place, Report, Speaker, Tally, TimeSpan

PARTIES = {
    "army": Participant("Syrian army", "force.syr.army", "SYR", "MIL"),
    "syria": Participant("Syria", "state.syr", "SYR", "GOV"),
    "turkey": Participant("Turkish forces", "force.tur.army", "TUR", "MIL"),
    "russia": Participant("Russian warplanes", None, "RUS", "MIL"),
    "rebels": Participant("rebel fighters", None, None, "REB"),
    "hts": Participant("Hayat Tahrir al-Sham", "group.hts", "SYR", "REB"),
    "isis": Participant("Islamic State", "group.isis", None, "REB"),
    "gunmen": Participant("gunmen", None, None, "UAF"),
    "civilians": Participant("civilians", None, "SYR", "CVL"),
}
SPEAKERS = {
    "reuters": Speaker("Reuters", "media.reuters", None, "MED"),
    "sana": Speaker("SANA", "media.sana", "SYR", "MED"),
    "sohr": Speaker("Syrian Observatory for Human Rights", "body.sohr", None, "NGO"),
    "witnesses": Speaker("eyewitnesses", None, None, "CVL", True),
    "army": Speaker("Syrian army", "force.syr.army", "SYR", "MIL"),
    "turkey": Speaker("Turkish defence ministry", "office.tur.defence", "TUR", "GOV"),
    "inquiry": Speaker("UN Commission of Inquiry", None, None, "IGO"),
}
PLACES = {
    "Saraqeb": Place("Saraqeb", 1, 35.864, 36.806, "SYR", "Idlib", radius_km=5.0),
    "Binnish": Place("Binnish", 2, 35.959, 36.712, "SYR", "Idlib", radius_km=5.0),
    "Maarat": Place("Maarat al-Numan", 3, 35.643, 36.668, "SYR", "Idlib", radius_km=5.0),
    "Idlib": Place("Idlib", 4, 35.93, 36.63, "SYR", "Idlib", precision="province", radius_km=50.0),
    "Aleppo": Place("Aleppo province", 5, 36.2, 37.2, "SYR", "Aleppo", precision="province", radius_km=60.0),
}


def _tally(what: str, low: int, high: int | None = -1, victims: str = "unknown", **more: Any) -> Tally:
    top = low if high == -1 else high
    return Tally(what, low, top, more.pop("best", low), victims=victims, wording=more.pop("wording", f"{low} {victims}"), **more)


def _when(days: str | None, inferred: str | None) -> TimeSpan | None:
    if days is None:
        return None
    start, _slash, end = days.partition("/")
    return TimeSpan(start, end or start, "day" if not end else "days", days, inferred)


def _claim(name: str, report: str | None = None, *, type: str = "ASSAULT", mode: str | None = "heavy-weapons",
           by: str = "", on: str = "", at: str | None = "Saraqeb", on_day: str | None = "2020-02-03",
           day_inferred: str | None = None, said_by: str = "", killed: Any = None, tallies: tuple[Tally, ...] = (),
           words: str | None = None, **more: Any) -> Claim:
    """A claim in shorthand: parties, speakers and places by their key above, several parted by a blank."""
    told = tallies or ((_tally("killed", killed),) if isinstance(killed, int) else ())
    passages = (Passage("sentence", 0, len(words), words), Passage("trigger", 0, 1, words[0])) if words else ()
    return Claim(
        id=f"c_{name}", report=report or f"r_{name}", type=type, mode=mode,
        speakers=tuple(SPEAKERS[key] for key in said_by.split()),
        initiators=tuple(PARTIES[key] for key in by.split()), targets=tuple(PARTIES[key] for key in on.split()),
        place=PLACES[at] if at else None, when=_when(on_day, day_inferred), tallies=told, passages=passages, **more)


def _reports(claims: list[Claim], origins: dict[str, str] | None = None, outlets: dict[str, str] | None = None,
             published: dict[str, str] | None = None) -> dict[str, Report]:
    """The reports of the claims, each of an outlet and an origin of its own where nothing else is said."""
    names = sorted({claim.report for claim in claims})
    return {name: Report(name, "text", outlet=(outlets or {}).get(name, f"outlet of {name}"),
                         published=(published or {}).get(name, "2020-02-05"), origin=(origins or {}).get(name, f"o_{name}"))
            for name in names}


@pytest.fixture
def claim() -> Callable[..., Claim]:
    return _claim


@pytest.fixture
def tally() -> Callable[..., Tally]:
    return _tally


@pytest.fixture
def reports_of() -> Callable[..., dict[str, Report]]:
    return _reports
