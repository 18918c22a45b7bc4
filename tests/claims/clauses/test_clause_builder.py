"""Layer 4: what a parse leaves implicit is filled in once, for all types of event."""

import pytest

from warledger.claims.clauses.clause_builder import build_verbs
from warledger.claims.clauses.records import Clause
from warledger.claims.text.parsing import load_language


def clauses_of(sentence: str) -> dict[str, tuple[Clause, dict[str, list[str]]]]:
    """Each clause by its predicate, with the words that fill its places."""
    doc = load_language()(sentence)
    found = {}
    for clause in build_verbs(doc).values():
        slots = {argument.slot for argument in clause.arguments}
        found[clause.predicate] = (clause, {slot: [doc[i].text for i in clause.at(slot)] for slot in slots})
    return found


@pytest.mark.parametrize(
    ("sentence", "predicate", "slot", "word"),
    [
        ("The army encircled and entered the village.", "encircle", "object", "village"),
        ("The army encircled and entered the village.", "enter", "subject", "army"),
        ("The town was captured by the rebels.", "capture", "subject", "rebels"),
        ("The town was captured by the rebels.", "capture", "object", "town"),
        ("The militia that shelled the market has left.", "shell", "subject", "militia"),
        ("Soldiers killed by the blast were buried.", "kill", "object", "Soldiers"),
        ("The group tried to seize the bridge.", "seize", "subject", "group"),
        ("They forced the villagers to leave.", "leave", "subject", "villagers"),
        ("Jets hit a convoy, killing nine people.", "kill", "subject", "Jets"),
        ("Four people were killed and wounded.", "wound", "object", "people"),
        ("The forces had been trying for months to surround the city.", "surround", "subject", "forces"),
        ("They read a report that the army has used gas against villagers.", "use", "subject", "army"),
        ("They read a report that the army has used gas against villagers.", "use", "against", "villagers"),
    ],
)
def test_an_implied_place_is_filled(sentence: str, predicate: str, slot: str, word: str) -> None:
    assert word in clauses_of(sentence)[predicate][1].get(slot, [])


def test_a_passive_has_its_patient_as_object_and_its_agent_as_subject() -> None:
    clause, places = clauses_of("Three villages were shelled by government forces.")["shell"]
    assert clause.passive
    assert places["object"] == ["villages"]
    assert places["subject"] == ["forces"]


def test_negation_and_modality_stay_on_the_clause() -> None:
    clauses = clauses_of("The army did not enter the town and will not leave the hills.")
    assert clauses["enter"][0].negated
    assert clauses["leave"][0].modal == "will"
    assert clauses["leave"][0].tense == "future"


def test_a_condition_is_marked() -> None:
    assert clauses_of("We will strike unless they withdraw.")["withdraw"][0].mark == "unless"


def test_who_is_believed_to_have_captured_a_town_captured_it(claim_of):
    claim = claim_of("The SDF is believed to have captured the village of Baghouz.", "TERRITORY")
    assert [p.name for p in claim.initiators] == ["SDF"]


def test_who_is_reported_killed_suffered(claim_of):
    assert [t.low for t in claim_of("Four soldiers were reported killed near Goma.").tallies] == [4]


def test_what_a_report_tells_is_no_participle_of_it(claim_of):
    claim = claim_of("The Sudanese army dismissed reports that it had bombed a camp in Darfur.")
    assert [p.name for p in claim.initiators] == ["Sudanese army"]


def test_who_stands_before_the_colon_of_a_headline_does_not_do_what_it_tells() -> None:
    places = clauses_of("Coalition: Assad used chemical weapons in Ghouta.")["use"][1]
    assert places["subject"] == ["Assad"]


def test_the_day_before_the_object_of_a_verb_does_not_hide_it(claims_of):
    claim = claims_of("The sources said that M23 rebels fired on Tuesday afternoon rocket shells at the town of Sake.")[0]
    assert [participant.name for participant in claim.initiators] == ["M23 rebels"]


@pytest.mark.parametrize(
    ("sentence", "initiators"),
    [
        ("He said forces loyal to President Tshisekedi were behind the attack in which 14 people were killed.", ["forces loyal to President Tshisekedi"]),
        ("Activists said that the army and Rwandan forces having finished the campaign carried out intense airstrikes on Goma.",
         ["army", "Rwandan forces"]),
    ],
)
def test_a_verb_parted_from_its_subject_has_that_of_the_clause_beside_it(claims_of, sentence, initiators):
    claim = next(claim for claim in reversed(claims_of(sentence)) if claim.type == "ASSAULT")
    assert [participant.name for participant in claim.initiators] == initiators


@pytest.mark.parametrize(
    "sentence",
    [
        "Juba accuses Uganda Rwanda and Kenya of financing and arming militias.",
        "Juba accuses Uganda, Rwanda and Kenya of training and arming the rebels.",
    ],
)
def test_who_is_accused_of_several_things_is_accused_of_doing_each(claims_of, sentence):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "MOBILIZE")
    assert [participant.name for participant in claim.initiators] == ["Uganda", "Rwanda", "Kenya"]


def test_a_finite_verb_that_the_parse_hangs_on_the_last_owner_before_it_has_not_hit_the_owner(claim_of):
    claim = claim_of("Separate air raids in northern Yemen by government aircraft and warplanes of the Saudi-led military coalition killed at least 12 farmers on Friday.")
    assert [who.name for who in claim.targets] == ["farmers"]


def test_who_is_taken_to_a_place_is_taken_and_not_the_place(claims_of):
    assert [claim.type for claim in claims_of("Relatives waited at the hospital where the wounded were taken.") if claim.type == "TERRITORY"] == []


def test_what_explains_a_name_without_its_comma_is_no_second_object_of_a_passive(claims_of):
    claim = next(claim for claim in claims_of("The suspect was captured in Kpalime a town in the hills of Togo.") if claim.type in ("COERCE", "TERRITORY"))
    assert (claim.type, [target.name for target in claim.targets]) == ("COERCE", ["suspect"])


@pytest.mark.parametrize(("sentence", "type_", "trigger"), [
    ("The militia burned down the village.", "ASSAULT", "burned down"),
    ("Gunmen shot up a bar in Bamenda.", "ASSAULT", "shot up"),
    ("Residents fled down the road.", "DISPLACEMENT", "fled"),
])
def test_a_particle_taken_for_a_preposition_belongs_to_its_verb(claim_of, sentence, type_, trigger):
    assert claim_of(sentence, type_).quote("trigger") == trigger


@pytest.mark.parametrize("sentence", [
    "The governor fled after reports that 40 rebels were killed in a raid on Goma.",
    "Officials denied news that 40 rebels were killed in Goma.",
])
def test_what_reports_say_befell_others_did_not_befall_the_reports(sentence):
    assert clauses_of(sentence)["kill"][1]["object"] == ["rebels"]


def test_whom_a_participle_tells_of_is_its_object():
    assert clauses_of("The rebels killed in the raid were farmers.")["kill"][1]["object"] == ["rebels"]


def test_two_verbs_of_harm_behind_a_place_share_their_object(claims_of):
    claims = claims_of("In the countryside of Darfur, units of the police killed and injured many rebels after targeting their camps near Nyala.")
    assert [[party.name for party in claim.initiators] for claim in claims] == [["units of the police"]]
    assert {party.name for claim in claims for party in claim.targets} == {"camps", "rebels"}
