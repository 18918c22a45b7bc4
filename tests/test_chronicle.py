"""A series of a ledger reads little of it, and is what all of it would give."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from warledger import chronicle
from warledger.incidents.series import KINDS, series
from warledger.model import Claim, Participant, Passage, Place, Report, Speaker, Tally, TimeSpan
from warledger.store import Filter, Ledger, RunInfo

SEED = 7
RUN = RunInfo("2020-06-01T00:00:00Z", "test")
# Some places are known by their names only, some lie in no known province or country, and two are one by their id.
PLACES = (
    None, Place("Beltash", 1, 35.0, 36.0, "SYR", "Idlib"), Place("Beltash", None, None, None, "SYR", "Idlib"), Place("The Beltash", None, country="SYR"),
    Place("Old Beltash", 1, 35.0, 36.0, "TUR", "Hatay"), Place("Ardena", 2, 36.0, 37.0, "SYR", "Aleppo"), Place("Syria", 3, 35.0, 38.0, "SYR", None, precision="country"),
    Place("Syria", 3, 35.0, 38.0, "SYR", "Homs", precision="country"), Place("Idlib", 4, 35.5, 36.5, "SYR", "Idlib", precision="province"), Place("the front"))
PEOPLE = (Participant("the army", "force.syr.army", "SYR", "MIL"), Participant("rebels", None, None, "REB"), Participant("Hayat", "group.hts", "SYR", "REB"),
          Participant("Turkish forces", "force.tur.army", "TUR", "MIL"), Participant("gunmen", None, None, "UAF"))
SPEAKERS = (Speaker("Reuters"), Speaker("Reuters", "media.reuters"), Speaker("SANA", "media.sana"), Speaker("eyewitnesses", anonymous=True))
ACTS = (("THREATEN", "violence", "threatened"), ("REQUEST", "yield", "asserted"), ("RETREAT", "withdraw", "asserted"), ("RETREAT", "ceasefire", "asserted"),
        ("AGREE", "ceasefire", "asserted"), ("AGREE", "deal", "hypothetical"), ("CONCEDE", None, "asserted"), ("ASSAULT", "firearms", "asserted"),
        ("ASSAULT", "aerial", "threatened"), ("TERRITORY", "capture", "asserted"), ("TERRITORY", "besiege", "asserted"), ("TERRITORY", "contest", "historical"),
        ("DISPLACEMENT", "flee", "asserted"), ("STATEMENT", None, "asserted"))


def drawn(draw: random.Random, number: int) -> Claim:
    """A claim of a war in which nothing fits together, so that everything may."""
    type_, mode, stance = draw.choice(ACTS)
    day = f"2020-0{draw.randrange(1, 4)}-{draw.randrange(1, 29):02d}"
    made = type_ in ("THREATEN", "REQUEST") or stance == "threatened"
    deadline = TimeSpan(None, f"2020-0{draw.randrange(2, 5)}-{draw.randrange(1, 29):02d}", "day", "by then") if made and draw.random() < 0.7 else None
    words = "The siege was broken" if mode == "contest" else "so it was said"
    return Claim(
        f"c_{number:016x}", f"r_{draw.randrange(60):016x}", type_, mode=mode, stance=stance, negated=draw.random() < 0.1,
        speakers=tuple(draw.sample(SPEAKERS, draw.randrange(2))), initiators=tuple(draw.sample(PEOPLE, draw.randrange(3))), targets=tuple(draw.sample(PEOPLE, draw.randrange(3))),
        place=draw.choice(PLACES), when=TimeSpan(day, day, "day", "then") if draw.random() < 0.9 else None, deadline=deadline,
        condition="unless they leave" if made and deadline is None else None, tallies=(Tally("displaced", 40, 40, 40, wording="40"),) if type_ == "DISPLACEMENT" else (),
        passages=(Passage("sentence", 0, len(words), words),), coder="test", confidence=0.5)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    draw = random.Random(SEED)
    reports = [Report(f"r_{k:016x}", f"Report {k}", outlet=("The Post", "The Herald", None)[k % 3], published=f"2020-03-{k % 28 + 1:02d}", origin=f"r_{k // 2:016x}" if k % 5 else None)
               for k in range(60)]
    claims = sorted((drawn(draw, number) for number in range(700)), key=lambda one: one.report)
    with Ledger.open(tmp_path_factory.mktemp("chronicle") / "war.db") as made:
        made.add(reports[:40], [one for one in claims if one.report < reports[40].id], run=RunInfo("2020-05-01T00:00:00Z", "test"))
        made.add(reports[40:], [one for one in claims if one.report >= reports[40].id], run=RUN)
        yield made


def of_all(ledger: Ledger, kind: str, as_of: str | None = None) -> list[Any]:
    """The series over every claim of the types that tell of it, and every report."""
    types = KINDS[kind].types
    claims = [claim for claim in ledger.claims(Filter(as_of=as_of)) if types is None or claim.type in types]
    return series(kind, claims, {report.id: report for report in ledger.reports(Filter(as_of=as_of))})


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("as_of", [None, "2020-05-02"])
def test_a_series_is_what_all_claims_would_give(ledger: Ledger, kind: str, as_of: str | None) -> None:
    found = chronicle.whole(ledger, kind, as_of)
    assert found == of_all(ledger, kind, as_of)
    assert found


@pytest.mark.parametrize("kind", KINDS)
def test_so_it_is_of_the_examples(example_ledger: Path, kind: str) -> None:
    with Ledger.open(example_ledger, read_only=True) as examples:
        assert chronicle.whole(examples, kind) == of_all(examples, kind)


def test_what_becomes_of_ultimatums_is_told_of_some_in_every_way(ledger: Ledger) -> None:
    assert {one.outcome for one in chronicle.whole(ledger, "ultimatums")} >= {"met", "kept", "open"}


def test_of_acts_only_those_are_read_that_may_answer_an_ultimatum(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Claim] = []
    claims = ledger.claims
    monkeypatch.setattr(ledger, "claims", lambda wanted: (read.append(one) or one for one in claims(wanted)))  # type: ignore[func-returns-value]
    demand = next(one for one in chronicle.whole(ledger, "ultimatums") if one.place is not None and one.place.precision != "country")
    read.clear()
    monkeypatch.setattr("warledger.incidents.series.ultimatums._demands", _only(demand.sources[0].claim))
    chronicle.whole(ledger, "ultimatums")
    acts = [one for one in read if one.stance != "threatened" and one.type != "REQUEST"]
    assert 0 < len(acts) < len(list(claims())) / 3
    assert len({one.id for one in read}) == len(read)


def _only(claim: str) -> Any:
    """The demands, but for all that others tell of."""
    from warledger.incidents.series import ultimatums

    every = ultimatums._demands
    return lambda tellings: [one for one in every(tellings) if one.lead.claim.id == claim]


def test_an_entry_may_be_shown_without_its_sources(ledger: Ledger) -> None:
    for kind in KINDS:
        for entry in chronicle.whole(ledger, kind):
            bare = chronicle.without_sources(entry)
            assert not list(chronicle.sources_of(bare))
            assert {name: value for name, value in bare.to_dict().items() if "sources" not in str(value) and "sources" not in name} == {
                name: value for name, value in entry.to_dict().items() if "sources" not in str(value) and "sources" not in name}
