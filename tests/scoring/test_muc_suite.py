"""Templates of MUC-4: their notation, our templates, and how the two are compared."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from warledger.model import Place, TimeSpan
from warledger.scoring.annotated import Stopwatch, read_rows
from warledger.scoring.measures import Counts
from warledger.scoring.muc import align, judge, measure, same_words, told
from warledger.scoring.muc_filling import fill_event, fill_templates
from warledger.scoring.muc_grouping import ALONE, Filler, group, pair_features
from warledger.scoring.muc_learned import (
    PARTS,
    TYPES,
    Draft,
    Event,
    draft,
    likeliest_type,
    load_models,
    relevance_features,
)
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


RAID = ("PUERTO VIEJO, 7 FEB 90 (RADIO SUR) -- [TEXT] ARMED GUERRILLAS OF THE RIVER FRONT [RF] MURDERED MAYOR ERNESTO QUIJANO IN BOGOTA ON\n"
        "6 FEBRUARY WITH A RIFLE.  THE POLICE SAID TODAY THAT THE GUERRILLAS KILLED TWO FARMERS IN THE SAME ATTACK.\n\n"
        "   MEANWHILE, A CAR BOMB EXPLODED OUTSIDE THE OFFICES OF A BANK IN CALI YESTERDAY, CAUSING DAMAGE.")


@pytest.fixture(scope="module")
def raid() -> Draft:
    ((_, coded),) = read_rows([{"id": "X-3", "text": RAID, "published": "1990-02-07"}], Stopwatch())
    return draft(coded)


def entity_of(one: Draft, folded_: str) -> int:
    return next(i for i, entity in enumerate(one.entities) if folded_ in entity.folded)


def filler(one: Draft, role: str, folded_: str, probability: float = 0.9, type_: str = "ATTACK") -> Filler:
    i = entity_of(one, folded_)
    entity = one.entities[i]
    return Filler(role, i, folded_, probability, tuple(mention.head for mention in entity.mentions), tuple(entity.sentences), ((type_, 1.0),))


def test_a_phrase_has_its_wordings_with_and_without_what_stands_beside_it(raid: Draft) -> None:
    folded_ = raid.entities[entity_of(raid, "armed guerrillas")].folded
    assert {"guerrillas", "armed guerrillas", "armed guerrillas of river front"} <= folded_
    assert not any(one.startswith("the ") for one in folded_)


def test_a_phrase_and_its_shorter_form_are_one_entity_and_others_are_not(raid: Draft) -> None:
    guerrillas = raid.entities[entity_of(raid, "armed guerrillas")]
    assert len(set(guerrillas.sentences)) == 2
    assert entity_of(raid, "two farmers") != entity_of(raid, "guerrillas")


def test_features_tell_the_part_in_a_claim_and_the_kind_of_thing(raid: Draft) -> None:
    features = raid.entities[entity_of(raid, "two farmers")].features
    assert "cr:target:ASSAULT" in features
    assert "h:farmer" in features
    assert "w:explosives" in raid.entities[entity_of(raid, "car bomb")].features


def test_a_sentence_knows_its_paragraph_and_the_words_that_turn_to_another_incident(raid: Draft) -> None:
    last = raid.told.sentences[raid.entities[entity_of(raid, "car bomb")].sentences[0]]
    assert last.paragraph == 1
    assert "meanwhile" in last.cues
    assert "BOMBING" in last.types


def test_who_did_it_goes_to_every_incident_that_it_fits_and_what_was_hit_to_one(raid: Draft) -> None:
    mayor, farmers, bank = filler(raid, "Victim", "ernesto quijano"), filler(raid, "unnamed", "two farmers"), filler(raid, "Target", "offices of bank")
    front = filler(raid, "PerpOrg", "river front")

    def alike(one: Filler, other: Filler) -> float:
        return 0.9 if front in (one, other) or bank not in (one, other) else 0.1

    first, second = group([front, mayor, farmers, bank], alike)
    assert {one.text for one in first} == {"ernesto quijano", "two farmers", "river front"}
    assert {one.text for one in second} == {"offices of bank", "river front"}


def test_an_incident_beside_the_first_needs_something_sure(raid: Draft) -> None:
    mayor, bank = filler(raid, "Victim", "ernesto quijano"), filler(raid, "Target", "offices of bank", ALONE / 2)
    assert group([mayor, bank], lambda one, other: 0.0) == [[mayor]]


def test_a_pair_far_apart_behind_meanwhile_looks_unlike_a_pair_side_by_side(raid: Draft) -> None:
    mayor, farmers, bank = filler(raid, "Victim", "ernesto quijano"), filler(raid, "unnamed", "two farmers"), filler(raid, "Target", "offices of bank", type_="BOMBING")
    near, far = pair_features(mayor, farmers, raid.told), pair_features(mayor, bank, raid.told)
    assert {"pd:0", "same:True"} <= near
    assert {"pd:1", "same:False", "there:meanwhile"} <= far


def test_the_models_read_the_murder_with_its_victim_and_the_bombing_with_its_bomb(raid: Draft) -> None:
    templates = fill_templates(raid, load_models(), load_muc())
    assert {"ATTACK", "BOMBING"} >= {one.type for one in templates} != set()
    victims = [folded(name) for one in templates for name in one.roles["Victim"]]
    assert victims == ["ernesto quijano"]
    murder = next(one for one in templates if one.roles["Victim"])
    assert murder.type == "ATTACK"
    assert "DEATH" in murder.effects
    assert murder.stage == "ACCOMPLISHED"


def test_a_report_without_violence_gives_no_template_by_the_models() -> None:
    text = ("PUERTO VIEJO, 7 FEB 90 (RADIO SUR) -- [TEXT] THE MINISTER OF FINANCE SAID TODAY THAT COFFEE PRICES WILL RISE NEXT YEAR AND THAT THE\n"
            "NEGOTIATIONS ON THE FOREIGN DEBT WITH THE BANKS ARE MAKING PROGRESS.")
    ((_, coded),) = read_rows([{"id": "X-4", "text": text, "published": "1990-02-07"}], Stopwatch())
    assert fill_templates(draft(coded), load_models(), load_muc()) == []


def test_surer_fillers_make_a_report_more_relevant() -> None:
    nothing = dict.fromkeys(PARTS, 0.0)
    assert "surest:Victim>8" in relevance_features([nothing, nothing | {"Victim": 0.85}])
    assert "surest:Victim>1" not in relevance_features([nothing])


def test_the_kind_of_place_in_a_key_is_no_part_of_its_name() -> None:
    ours = Found("BOMBING", place=Place("Puerto Viejo", country="COL", admin1="Valle"))
    theirs = key(location=["COLOMBIA: VALLE (DEPARTMENT): PUERTO VIEJO (CITY)"])
    assert judge_slots([(0, 0)], [ours], [theirs])["location"] == Counts(1, 1, 1)


def test_an_incident_of_which_no_claim_tells_has_the_country_and_the_day_of_its_report() -> None:
    text = "PUERTO VIEJO, 7 FEB 90 (RADIO SUR) -- [TEXT] THE PRICE OF COFFEE ROSE IN THE MARKETS OF MEDELLIN AND BOGOTA AND NOBODY KNOWS WHY."
    ((_, coded),) = read_rows([{"id": "X-5", "text": text, "published": "1990-02-07"}], Stopwatch())
    template = fill_event(draft(coded), Event("ATTACK", ()), load_models(), load_muc())
    assert template.place is not None
    assert (template.place.country, template.place.precision) == ("COL", "country")
    assert judge_slots([(0, 0)], [template], [key("ATTACK", date=["- 07 FEB 90"])])["date"] == Counts(1, 1, 1)


def test_the_type_is_that_of_what_was_hit_and_not_of_who_did_it(raid: Draft) -> None:
    front, bank = filler(raid, "PerpOrg", "river front"), filler(raid, "Target", "offices of bank", type_="BOMBING")
    every = dict.fromkeys(TYPES, 0.0)
    members = [replace(one, types=tuple((every | dict(one.types)).items())) for one in (front, bank)]
    assert likeliest_type(members, every | {"ATTACK": 0.9}) == "BOMBING"
    assert likeliest_type([], every | {"KIDNAPPING": 0.9}) == "KIDNAPPING"


def test_a_blank_is_no_sentence(raid: Draft) -> None:
    doc = raid.coded.reading.doc
    assert all(any(not token.is_space for token in doc[one.start:one.end]) for one in raid.told.sentences)
