"""Templates of MUC-4: their notation, our templates, and how the two are compared."""

from __future__ import annotations

import json
from typing import Any

import pytest

from warledger.model import Place, TimeSpan
from warledger.scoring.annotated import Stopwatch, read_rows
from warledger.scoring.measures import Counts
from warledger.scoring.muc import align, judge, measure, same_words, told
from warledger.scoring.muc_notation import (
    Template,
    alternatives,
    dateline_day,
    folded,
    parse_template,
    read_days,
)
from warledger.scoring.muc_scheme import load_muc
from warledger.scoring.muc_slots import judge_slots
from warledger.scoring.muc_templates import Found, find_templates


def key(type_: str = "BOMBING", template: str = "1", **slots: list[str]) -> Template:
    names = {"ind": "PERP: INDIVIDUAL ID", "org": "PERP: ORGANIZATION ID", "target": "PHYS TGT: ID", "victim": "HUM TGT: NAME",
             "described": "HUM TGT: DESCRIPTION", "weapon": "INCIDENT: INSTRUMENT ID", "date": "INCIDENT: DATE",
             "location": "INCIDENT: LOCATION", "number": "HUM TGT: NUMBER", "stage": "INCIDENT: STAGE OF EXECUTION"}
    raw: dict[str, Any] = {names[name]: fills for name, fills in slots.items()}
    return parse_template({"MESSAGE: TEMPLATE": [template], "INCIDENT: TYPE": [type_], **raw})


def test_alternatives_are_one_entity_and_a_described_name_is_a_name() -> None:
    template = key(org=['"RIVER FRONT" / "RF"'], described=['"BAKER": "ANA LOPEZ"', '? "TWO FARMERS"'], victim=['"ANA LOPEZ"'], weapon=["-"])
    assert template.roles["PerpOrg"] == (frozenset(("river front", "rf")),)
    assert template.described == (frozenset(("two farmers",)),)
    assert template.roles["Weapon"] == ()


def test_a_type_may_be_either_of_two_and_a_template_optional() -> None:
    template = key("BOMBING / ATTACK", "2 (OPTIONAL)")
    assert template.types == ("BOMBING", "ATTACK")
    assert template.optional


@pytest.mark.parametrize(
    ("written", "days"),
    [("03 JAN 90", ("1990-01-03", "1990-01-03")), ("- 04 MAR 90", (None, "1990-03-04")), ("29 MAR 89 - 30 MAR 89", ("1989-03-29", "1989-03-30")), ("-", None)],
)
def test_dates_of_the_notation(written: str, days: tuple[str | None, str] | None) -> None:
    assert read_days(written) == days


def test_a_dateline_tells_the_day_and_a_text_without_one_does_not() -> None:
    assert dateline_day("PUERTO VIEJO, 7 FEB 90 (RADIO SUR) -- [TEXT] ON 3 JAN 89 THE ROAD") == "1990-02-07"
    assert dateline_day("PUERTO VIEJO, NO DATE -- ON 3 JAN 89") is None


def test_fills_are_read_before_their_colon() -> None:
    assert alternatives('SUSPECTED OR ACCUSED / POSSIBLE: "RF"') == ("SUSPECTED OR ACCUSED", "POSSIBLE")
    assert folded("The  U.S. Embassy's\ncar") == "u s embassy s car"


def test_a_template_of_another_type_is_no_partner() -> None:
    ours, theirs = Found("ATTACK"), key("BOMBING", weapon=['"BOMB"'])
    assert align([ours], [theirs], same_words) == []
    assert judge([ours], [theirs], same_words) == Counts(0, 1, 2)


def test_templates_go_to_those_with_which_they_share_most() -> None:
    ours = [Found("BOMBING"), Found("BOMBING")]
    ours[0].add("Weapon", "car bomb")
    ours[1].add("Victim", "Ana Lopez")
    ours[1].add("unnamed", "farmers")
    theirs = [key(victim=['"ANA LOPEZ"'], described=['"FARMERS"']), key(weapon=['"CAR BOMB" / "BOMB"'])]
    assert align(ours, theirs, same_words) == [(0, 1), (1, 0)]
    assert judge(ours, theirs, same_words) == Counts(4, 4, 4)
    assert judge(ours, theirs, same_words, people=True) == Counts(5, 5, 5)
    assert judge(ours, theirs, same_words, only="Weapon") == Counts(1, 1, 1)


def test_slots_give_half_for_what_is_near_and_forgive_what_is_optional() -> None:
    ours = Found("BOMBING", place=Place("Puerto Viejo", country="COL"), when=TimeSpan("1990-02-06", "1990-02-06", "day", "Tuesday"),
                 numbers=["3"], stage="ACCOMPLISHED")
    near = key(date=["06 FEB 90 - 07 FEB 90"], location=["COLOMBIA: SANTA RITA (TOWN)"], number=['3: "FARMERS"'], stage=["ACCOMPLISHED"])
    missed = key("ATTACK", "2 (OPTIONAL)", date=["01 JAN 89"])
    counts = judge_slots([(0, 0)], [ours], [near, missed])
    assert (counts["date"], counts["location"], counts["number"], counts["stage"]) == (Counts(0.5, 1, 1), Counts(0.5, 1, 1), Counts(1, 1, 1), Counts(1, 1, 1))


def test_a_day_that_only_the_report_has_is_on_or_before() -> None:
    ours = Found("BOMBING", when=TimeSpan("1990-02-07", "1990-02-07", "day", "", "the day of publication"))
    assert judge_slots([(0, 0)], [ours], [key(date=["- 07 FEB 90"])])["date"] == Counts(1, 1, 1)


def test_relevance_is_of_documents_and_needs_no_right_template() -> None:
    metrics = measure([([Found("ATTACK")], [key()]), ([], []), ([Found("ATTACK")], [])])
    assert metrics["relevance_f1"] == pytest.approx(0.667)
    assert metrics["template_f1"] == 0.0


def test_a_report_in_capitals_gives_its_template() -> None:
    text = ("PUERTO VIEJO, 7 FEB 90 (RADIO SUR) -- [TEXT] GUERRILLAS KIDNAPPED MAYOR ERNESTO QUIJANO IN BOGOTA ON 6 FEBRUARY.\n\n"
            "   THE POLICE SAID THAT THEY HAD NO NEWS OF HIM.")
    ((row, coded),) = read_rows([{"id": "X-1", "text": text, "published": "1990-02-07"}], Stopwatch())
    (template,) = find_templates(coded, load_muc())
    assert template.type == "KIDNAPPING"
    assert [folded(one) for one in template.roles["PerpInd"]] == ["guerrillas"]
    assert [folded(one).split()[-1] for one in template.roles["Victim"]] == ["quijano"]
    line = json.loads(json.dumps(told(row, [template])))
    assert line["docid"] == "X-1"
    assert set(line["templates"][0]) == {"incident_type", "PerpInd", "PerpOrg", "Target", "Victim", "Weapon"}
    assert line["templates"][0]["PerpInd"] == [[template.roles["PerpInd"][0]]]


def test_a_clash_between_armed_sides_is_no_terrorism() -> None:
    text = "Soldiers clashed with rebels near Bogota on Tuesday."
    ((_, coded),) = read_rows([{"id": "X-2", "text": text, "published": "1990-02-07"}], Stopwatch())
    assert find_templates(coded, load_muc()) == []
