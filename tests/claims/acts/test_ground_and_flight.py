"""Layer 5, ground and flight: which wordings tell that ground is taken, held or lost, that people leave, and that forces move."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "type_", "mode"),
    [
        ("Rebel fighters infiltrated the village of Harasta at night.", "TERRITORY", "enter"),
        ("The army has been pushing towards the town of Bara.", "TERRITORY", "enter"),
        ("Jihadists swept across the north of the province.", "TERRITORY", "enter"),
        ("The border town is still in rebel hands.", "TERRITORY", "hold"),
        ("The valley has been under Houthi control since March.", "TERRITORY", "hold"),
        ("Most of the port is now back under regime control.", "TERRITORY", "hold"),
        ("The port is divided between rebel control in the north and government control in the south.", "TERRITORY", "hold"),
        ("The town of Bara fell into insurgent hands.", "TERRITORY", "capture"),
        ("The militia assumed control over the oilfields in Marib.", "TERRITORY", "capture"),
        ("The town was quiet until the rebels seized it.", "TERRITORY", "capture"),
        ("Regime forces retook the town of Bara.", "TERRITORY", "recapture"),
        ("The army fought through the night to restore control.", "TERRITORY", "recapture"),
        ("The offensive drove government forces from the province.", "TERRITORY", "capture"),
        ("The border district has been out of army control since May.", "TERRITORY", "lose"),
        ("The jihadists are closing in on the town of Bara.", "TERRITORY", "enter"),
        ("Rebels have moved closer to the town of Bara.", "TERRITORY", "enter"),
        ("Three million people have become refugees.", "DISPLACEMENT", "flee"),
        ("Foreign jihadists streamed into the country.", "MOBILIZE", "troops"),
        ("Fighters pulled the last of their men back from the ridge.", "RETREAT", "withdraw"),
        ("The government turned over its chemical weapons in Taiz.", "RETREAT", "disarm"),
        ("The council ordered the lifting of the siege.", "RETREAT", "access"),
        ("Ninety gunmen and their relatives were granted safe passage out of Daraya.", "DISPLACEMENT", "evacuate"),
        ("Gunmen will be allowed to leave with their wives.", "DISPLACEMENT", "evacuate"),
        ("Buses carrying civilians out of the valley were stopped.", "DISPLACEMENT", "evacuate"),
        ("Thousands were forced to flee the city.", "DISPLACEMENT", "flee"),
        ("The bombardment forced the villagers out of their homes.", "DISPLACEMENT", "flee"),
        ("Those who were displaced came from the north.", "DISPLACEMENT", "flee"),
        ("The opposition spoke of forced displacement of its supporters.", "DISPLACEMENT", "flee"),
        ("Hundreds of Chechen fighters arrived in Raqqa.", "MOBILIZE", "troops"),
        ("The garrison was bolstered by the arrival of peshmerga forces.", "MOBILIZE", "troops"),
        ("Critics called Russia's military intervention a mistake.", "MOBILIZE", "troops"),
        ("Residents were not allowed to leave.", "COERCE", "restrict"),
        ("The road to Goma remains closed.", "COERCE", "restrict"),
        ("Two villages remain besieged.", "TERRITORY", "besiege"),
    ],
)
def test_ground_and_flight_are_told_in_many_words(claims_of, sentence, type_, mode):
    assert (type_, mode) in [(claim.type, claim.mode) for claim in claims_of(sentence)]


def test_what_was_refused_to_those_who_wanted_to_leave_was_done_to_them(claim_of):
    claim = claim_of("Residents were not allowed to leave.", "COERCE")
    assert not claim.negated
    assert claim.stance == "asserted"


@pytest.mark.parametrize("sentence", [
    "The road runs towards the town of Bara.",
    "The minister moved on to the next question.",
    "Tourists arrived in Raqqa.",
    "Ambulances were transporting people.",
    "The situation is under control.",
])
def test_who_is_not_armed_takes_no_ground_and_deploys_nothing(claims_of, sentence):
    assert not {claim.type for claim in claims_of(sentence)} & {"TERRITORY", "MOBILIZE", "DISPLACEMENT"}


def test_a_town_that_is_kept_from_harm_is_not_taken(claims_of):
    assert "TERRITORY" not in [claim.type for claim in claims_of("The army secured the town of Taiz from rocket attacks.")]
    assert "TERRITORY" in [claim.type for claim in claims_of("The army secured the town of Taiz on Monday.")]


def test_who_leaves_with_unarmed_people_is_on_the_way_out_and_not_on_a_retreat(claims_of):
    types = [claim.type for claim in claims_of("Militants and members of their families left the city for the north.")]
    assert "DISPLACEMENT" in types
    assert "RETREAT" not in types


def test_fighters_under_an_evacuation_deal_do_not_deploy_where_they_arrive(claims_of):
    assert "MOBILIZE" not in [claim.type for claim in claims_of("Rebel fighters and their families arrived in Idlib under the evacuation deal.")]


def test_who_displaces_people_does_it_to_them(claim_of):
    claim = claim_of("The militia displaced 300 villagers in Masisi.", "DISPLACEMENT")
    assert [who.name for who in claim.initiators] == ["militia"]
    assert [who.name for who in claim.targets] == ["villagers"]
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("displaced", 300)]


def test_abductees_who_are_transferred_are_those_moved(claim_of):
    claim = claim_of("Several abductees were transferred to a prison near Kalemie.", "DISPLACEMENT")
    assert [who.name for who in claim.targets] == ["abductees"]


@pytest.mark.parametrize("sentence", ["Army units restored security and stability to the town of Palmyra.", "The army restored stability to the town of Palmyra after it had eliminated the gunmen."])
def test_who_restores_security_to_a_town_has_retaken_it(claim_of, sentence):
    claim = claim_of(sentence, "TERRITORY")
    assert (claim.mode, claim.place.name) == ("recapture", "Palmyra")


def test_out_of_whose_control_a_district_is_lost_it(claims_of):
    for claim in claims_of("The west of the province has fallen out of government control since the spring."):
        assert not claim.initiators
        assert [participant.name for participant in claim.targets] == ["government"]


@pytest.mark.parametrize("sentence", ["The militants lost the town to Iraqi forces on Monday.", "The militants have been losing ground to Iraqi forces in Anbar."])
def test_to_whom_ground_is_lost_gains_it(claim_of, sentence):
    claim = claim_of(sentence, "TERRITORY")
    assert ([who.name for who in claim.initiators], [who.name for who in claim.targets], claim.mode) == (["militants"], ["Iraqi forces"], "lose")


def test_ground_lost_to_no_force_has_no_gainer(claim_of):
    assert not claim_of("The militants lost the town to two floods.", "TERRITORY").targets


@pytest.mark.parametrize("sentence", [
    "Rebels trapped 40 soldiers in an area near Goma.",
    "About 300 people trapped in the town of Sake have no water.",
    "Two hundred families remain trapped in the town of Sake.",
    "Civilians are still trapped inside the besieged town.",
])
def test_those_trapped_in_a_place_are_besieged(claims_of, sentence):
    assert ("TERRITORY", "besiege") in [(claim.type, claim.mode) for claim in claims_of(sentence)]


@pytest.mark.parametrize("sentence", [
    "Two miners were trapped in the rubble in Lviv.",
    "Hundreds of villagers are trapped in the town by a flood.",
    "Fifty tourists remain trapped in the town after the earthquake.",
])
def test_those_trapped_by_a_mishap_are_not_besieged(claims_of, sentence):
    assert "TERRITORY" not in [claim.type for claim in claims_of(sentence)]


@pytest.mark.parametrize("sentence", [
    "Rebel gains in Kivu alarmed the capital.",
    "The report follows M23 gains against the army near Goma.",
    "The progress made by the army in Kherson has been slow.",
])
def test_gains_of_an_armed_side_are_ground_taken(claims_of, sentence):
    assert "TERRITORY" in [claim.type for claim in claims_of(sentence)]


@pytest.mark.parametrize("sentence", [
    "Labour gains in the north surprised the pollsters.",
    "The progress of the talks in Geneva has been slow.",
    "The company reported gains in the third quarter.",
])
def test_gains_of_others_are_no_ground(claims_of, sentence):
    assert "TERRITORY" not in [claim.type for claim in claims_of(sentence)]


@pytest.mark.parametrize(("text", "low", "high"), [
    ("At least 90 soldiers of the brigade entered Somalia in May.", 90, None),
    ("Two hundred and six marines entered the town of Marawi on Monday.", 206, 206),
])
def test_how_many_entered_is_how_many_troops_there_were(claim_of, text, low, high):
    claim = claim_of(text, "TERRITORY")
    assert [(tally.what, tally.low, tally.high) for tally in claim.tallies] == [("troops", low, high)]


def test_whom_an_advance_killed_are_no_troops(claims_of):
    found = claims_of("The army advances near Marawi, 15 gunmen killed.")
    assert all(tally.what != "troops" for claim in found for tally in claim.tallies)
