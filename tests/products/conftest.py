"""A small ledger for the tests of the products: three incidents with rival claims, one of them hostile, one of a province."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import pytest

from warledger.model import (
    Claim,
    FieldView,
    Incident,
    Participant,
    Passage,
    Place,
    Report,
    Said,
    Speaker,
    Tally,
    TimeSpan,
)

HOSTILE = '</script><script>alert(1)</script><img src=x onerror=alert(2)> \u2028 \u202eexe.txt & "quoted" \x1b[31m'
ARABIC = "قصف على البلدة"

TOWN = Place("Dayr Qamar", 7, 35.864, 36.806, "SYR", "Idlib", None, "town", 3.0)
PROVINCE = Place("Idlib", None, 35.93, 36.63, "SYR", "Idlib", None, "province", 55.0)
MONDAY = TimeSpan("2020-02-03", "2020-02-03", "day", "on Monday")

MONITOR = Speaker("North Monitor", "body.north", "GBR", "NGO")
WIRE = Speaker("Wire", "media.wire", None, "MED")
RESIDENTS = Speaker("residents", None, None, "CVL", True)


def report(id_: str, text: str, outlet: str | None, published: str | None, **more: str) -> Report:
    return Report(id_, text, outlet=outlet, title=text.split("\n\n")[0], published=published, **more)


def passage(field: str, text: str, quote: str) -> Passage:
    start = text.index(quote)
    return Passage(field, start, start + len(quote), quote)


FIRST = "Guns at dawn\n\nThe army shelled Dayr Qamar on Monday, killing at least 13 soldiers, the North Monitor said."
SECOND = f"Shells fall\n\nInsurgents shelled Dayr Qamar on Monday, Wire quoted residents as saying. {HOSTILE}"
THIRD = f"{ARABIC}\n\nFighting went on in Idlib. 👩‍🚒 Four people died there, a figure of last week."

REPORTS = (
    report("r_1", FIRST, "Harbour Post", "2020-02-04", url="https://harbour.example/1", origin="o_1"),
    report("r_2", SECOND, "=Wire", "2020-02-04T10:00:00Z", url="javascript:alert(3)", origin="o_2"),
    report("r_3", THIRD, ARABIC, None, origin="o_3"),
)

SHELLED = Claim(
    "c_1", "r_1", "ASSAULT", mode="heavy-weapons", speakers=(MONITOR,), initiators=(Participant("army", "force.army", "SYR", "MIL"),),
    targets=(Participant("soldiers"),), place=TOWN, when=MONDAY,
    tallies=(Tally("killed", 13, None, 13, victims="military", of="SYR", wording="at least 13 soldiers"),),
    passages=(passage("trigger", FIRST, "shelled"), passage("initiator", FIRST, "The army"), passage("place", FIRST, "Dayr Qamar"),
              passage("tally", FIRST, "at least 13 soldiers"), passage("sentence", FIRST, FIRST.split("\n\n")[1])),
    confidence=0.75, coder="rules/1",
)  # fmt: skip
RIVAL = Claim(
    "c_2", "r_2", "ASSAULT", mode="heavy-weapons", speakers=(WIRE, RESIDENTS), initiators=(Participant("=cmd|' /C calc'!A0"),),
    place=TOWN, when=MONDAY, passages=(passage("trigger", SECOND, "shelled"), passage("initiator", SECOND, "Insurgents"),
                                       passage("other", SECOND, HOSTILE)), attribution="claimed",
)  # fmt: skip
PROVINCIAL = Claim(
    "c_3", "r_3", "ASSAULT", mode="clash", place=PROVINCE,
    tallies=(Tally("killed", 4, 4, 4, cumulative=True, as_of="2020-02-01", wording="Four people"),),
    passages=(passage("trigger", THIRD, "Fighting"), passage("tally", THIRD, "Four people")),
)  # fmt: skip
ORPHAN = Claim("c_4", "r_lost", "ASSAULT", passages=(Passage("sentence", 0, 5, "Bombs"),))
THREAT = Claim("c_5", "r_1", "THREATEN", stance="threatened", speakers=(MONITOR,), condition="unless they leave")
CLAIMS = (SHELLED, RIVAL, PROVINCIAL, ORPHAN, THREAT)


def said(value: object, claim: Claim, outlet: str | None, published: str | None) -> Said:
    return Said(value, tuple(s.name for s in claim.speakers), outlet, claim.id, published)


CONTESTED = Incident(
    "i_1", "ASSAULT", "heavy-weapons", TOWN, MONDAY, (Participant("army", "force.army"),), ("c_1", "c_2"), 2, 2, 2,
    {
        "killed": FieldView("single origin", (said({"low": 13, "high": None, "best": 13, "wording": "at least 13 soldiers"}, SHELLED, "Harbour Post", "2020-02-04"),), 13, None, 13),
        "initiator": FieldView("contradict", (said(["army"], SHELLED, "Harbour Post", "2020-02-04"), said(["=cmd|' /C calc'!A0"], RIVAL, "=Wire", "2020-02-04T10:00:00Z"))),
    },
    "contested", f"rival claims about who did it {HOSTILE}",
)  # fmt: skip
AREA = Incident("i_2", "ASSAULT", "clash", PROVINCE, None, (), ("c_3",), 1, 1, 1, {}, "weak", "one origin only")
NOWHERE = Incident("i_3", "ASSAULT", None, None, TimeSpan(None, None, "week", "last week"), (), ("c_4", "c_gone"), 1, 1, 0)
INCIDENTS = (CONTESTED, AREA, NOWHERE)


@dataclass(frozen=True)
class Sample:
    """The ledger, with the texts that must not break out of it; write gives the bytes of a product."""

    incidents: tuple[Incident, ...] = INCIDENTS
    claims: tuple[Claim, ...] = CLAIMS
    reports: tuple[Report, ...] = REPORTS
    hostile: str = HOSTILE
    arabic: str = ARABIC

    def write(self, exporter: Any) -> bytes:
        out = io.BytesIO()
        exporter.write(self.incidents, self.claims, self.reports, out)
        return out.getvalue()

    def turned(self) -> Sample:
        """The same records in another order."""
        return Sample(self.incidents[::-1], self.claims[::-1], self.reports[::-1])


@pytest.fixture
def sample() -> Sample:
    return Sample()


@pytest.fixture
def empty() -> Sample:
    return Sample((), (), ())
