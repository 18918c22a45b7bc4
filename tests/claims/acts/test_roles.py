"""Layer 9: who did it to whom."""

import pytest


def who(participants):
    return [(participant.name, participant.country, participant.sector) for participant in participants]


@pytest.mark.parametrize(
    ("sentence", "initiators", "targets"),
    [
        ("Ten civilians were killed by government forces in Sagaing.",
         [("government forces", "MMR", "MIL")], [("civilians", "MMR", "CVL")]),
        ("Gunmen shot a farmer near Bamako.", [("Gunmen", None, "UAF")], [("farmer", "MLI", "CVL")]),
        ("Militants abducted nine aid workers in Ituri.", [("Militants", None, "REB")], [("aid workers", None, "NGO")]),
        ("Ukrainian drones hit an oil depot in Belgorod.",
         [("Ukrainian drones", "UKR", "MIL")], [("oil depot", None, None)]),
        ("Israeli tanks shelled Khan Younis.", [("Israeli tanks", "ISR", "MIL")], []),
        ("US forces struck Houthi positions in Yemen.",
         [("US forces", "USA", "MIL")], [("Houthi positions", "YEM", "REB")]),
        ("Eight policemen and three civilians were killed in Kismayo.", [],
         [("policemen", "SOM", "COP"), ("civilians", "SOM", "CVL")]),
        ("Jets bombed a school in Taiz, killing 12 children and wounding 30.", [("Jets", None, "MIL")],
         [("school", None, None), ("children", "YEM", "CVL")]),
        ("The bridge was destroyed in an air strike on Kharkiv.", [], [("bridge", None, None)]),
        ("Gunmen opened fire on worshippers in Kaduna.",
         [("Gunmen", None, "UAF")], [("worshippers", "NGA", "CVL")]),
        ("Houthi rebels carried out an attack on a Saudi base.",
         [("Houthi rebels", "YEM", "REB")], [("Saudi base", None, None)]),
        ("Three villages were shelled by the army near Loikaw.",
         [("army", "MMR", "MIL")], [("villages", None, None)]),
        ("Gunmen killed Ahmed Saleh, a journalist, in Aden.",
         [("Gunmen", None, "UAF")], [("Ahmed Saleh", None, "MED")]),
        ("Houthi missiles struck a cargo ship in the Gulf of Aden.",
         [("Houthi", "YEM", "REB")], [("cargo ship", None, None)]),
    ],
)
def test_the_initiator_acts_and_the_target_suffers(claim_of, sentence, initiators, targets):
    claim = claim_of(sentence)
    assert who(claim.initiators) == initiators
    assert who(claim.targets) == targets


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("Clashes between the army and the rebels killed 20 people in Goma.", ["army", "rebels"]),
        ("The army clashed with the Rapid Support Forces in Omdurman.", ["army", "Rapid Support Forces"]),
        ("Government troops battled M23 rebels near Goma.", ["Government troops", "M23 rebels"]),
        ("The army and the Rapid Support Forces fought in Khartoum on Monday.", ["army", "Rapid Support Forces"]),
        ("Fighting between Turkish and Syrian troops raged near Saraqeb.", ["Turkish troops", "Syrian troops"]),
    ],
)
def test_a_clash_has_both_sides_as_initiators(claim_of, sentence, sides):
    assert [p.name for p in claim_of(sentence).initiators] == sides


def test_the_fallen_of_a_clash_are_no_side_of_it(claim_of):
    claim = claim_of("Clashes between the army and the rebels killed 20 people in Goma.")
    assert [p.name for p in claim.targets] == ["people"]


def test_a_backer_goes_with_the_force_and_does_not_act(claim_of):
    claim = claim_of("M23 rebels, backed by Rwanda, captured the town of Masisi.", "TERRITORY")
    assert [p.name for p in claim.initiators] == ["M23 rebels"]


def test_a_place_by_its_name_is_where_it_was_and_no_target(claim_of):
    claim = claim_of("Hamas fired rockets at Ashkelon.")
    assert claim.targets == ()
    assert claim.place.name == "Ashkelon"


def test_a_pronoun_acts_under_the_name_that_it_stands_for(claim_of):
    claim = claim_of("The Houthis announced that they had attacked a tanker in the Red Sea.")
    assert [(p.name, p.country) for p in claim.initiators] == [("Houthis", "YEM")]


def test_a_repelled_attack_is_a_blow_at_those_who_attacked(claim_of):
    claim = claim_of("The army repelled an M23 attack on Sake.")
    assert ("M23", "COD", "REB") in who(claim.targets)


def test_what_is_taken_from_somebodys_control_is_taken_from_them(claim_of):
    assert who(claim_of("Rebels captured three villages from government control.", "TERRITORY").targets) == [("government", None, "GOV")]


def test_a_country_right_before_a_fight_is_where_it_is(claim_of):
    assert claim_of("Yemen fighting worst since 2018.").initiators == ()


def test_us_led_strikes_are_those_of_the_coalition_that_the_report_names(claims_of):
    first, second = claims_of("US-led strikes killed nine people in Mosul. The US-led coalition carried out air strikes on Raqqa.")
    assert who(first.initiators) == who(second.initiators) == [("US-led coalition", None, "MIL")]


def test_a_list_that_lost_its_comma_keeps_its_parties(claim_of):
    claim = claim_of("The offensive by the Assad regime Russia and the Afghan militias has failed.")
    assert [person.name for person in claim.initiators] == ["Assad regime", "Russia", "Afghan militias"]


def test_forces_loyal_to_one_and_another_group_are_two_parties(claim_of):
    claim = claim_of("Fighting between forces loyal to Khalifa Haftar and opposition factions killed nine people in Sirte.")
    assert [person.name for person in claim.initiators] == ["forces loyal to Khalifa Haftar", "opposition factions"]


def test_a_quarter_of_a_million_people_are_people(claim_of):
    assert who(claim_of("A quarter of a million people were killed.").targets) == [("people", None, "CVL")]


def test_the_group_is_named_as_the_clause_writes_it(claims_of):
    claims = claims_of("Islamic State militants took Sirte. IS fighters attacked a base.")
    assert "IS fighters" in [person.name for claim in claims for person in claim.initiators]


def test_a_medium_named_beside_an_act_was_not_hit(claim_of):
    claim = claim_of("A bomb killed six people in Taiz on Wednesday SANA news agency reported.")
    assert all(person.sector != "MED" for person in claim.targets)


def test_a_convoy_attack_is_no_attack_by_a_convoy(claim_of):
    assert claim_of("Tuesday's convoy attack killed 126 people in Goma.").initiators == ()


def test_a_crackdown_on_protests_hits_those_who_protest(claim_of):
    claim = claim_of("The government cracked down on pro-democracy protests in Yangon.", "COERCE")
    assert who(claim.targets) == [("pro-democracy protests", None, "CVL")]


def test_a_number_of_displaced_is_people(claim_of):
    assert who(claim_of("Around 2 million have been displaced.", "DISPLACEMENT").initiators) == [("Around 2 million people", None, "CVL")]


def test_who_attacked_did_not_repel_the_attack_that_nobody_is_said_to_have_repelled(claim_of):
    assert claim_of("The attack of the rebels on Sake was repelled.").initiators == ()


def test_who_repels_an_attack_acts_against_who_attacked(claim_of):
    claim = claim_of("Troops repelled an attack by the rebels.")
    assert ([person.name for person in claim.initiators], [person.name for person in claim.targets]) == (["Troops"], ["rebels"])


def test_two_states_before_one_noun_are_two_forces_where_the_comma_was_lost(claim_of):
    claim = claim_of("Syrian Russian jets bombed a market in Idlib.")
    assert who(claim.initiators) == [("Syrian jets", "SYR", "MIL"), ("Russian jets", "RUS", "MIL")]


def test_a_town_falls_to_those_who_take_it(claim_of):
    assert [person.name for person in claim_of("The town of Sake fell to the rebels on Monday.", "TERRITORY").initiators] == ["rebels"]


def test_the_sides_of_a_fight_are_found_behind_its_time(claim_of):
    claim = claim_of("Heavy fighting broke out in the early morning between army units and tribesmen in the port of Aden.")
    assert [party.name for party in claim.initiators] == ["army units", "tribesmen"]


def test_the_country_of_the_war_before_an_attack_is_where_it_was_and_another_s_who_did_it(claims_of):
    told = "Dozens of people were hurt in the town of Douma near Damascus, in Homs and in Aleppo, medics said."
    (first, *_) = claims_of(told, title="Syria gas attack kills dozens")
    assert first.initiators == ()
    (first, *_) = claims_of(told, title="Russia air strikes kill dozens")
    assert [party.country for party in first.initiators] == ["RUS"]


def test_the_country_of_the_war_before_gas_did_not_release_it(claims_of):
    headline = claims_of("Rockets hit a market in Taiz on Monday. Clashes broke out in Aden.", title="Yemen gas kills hundreds")[0]
    assert (headline.type, headline.initiators) == ("ASSAULT", ())


def test_a_part_of_those_who_acted_acted_too(claim_of):
    claim = claim_of("Taiz was attacked by armed groups including Hezbollah on Monday.")
    assert ([one.name for one in claim.initiators], claim.targets) == (["armed groups", "Hezbollah"], ())


def test_who_suffered_burns_in_an_attack_is_whom_it_harmed(claim_of):
    claim = claim_of("At least nine residents suffered burns in a mortar attack on Taiz.")
    assert ([one.name for one in claim.targets], [(tally.what, tally.low) for tally in claim.tallies]) == (["residents"], [("wounded", 9)])


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("Militiamen carried out executions against civilians in Goma.", ["civilians"]),
        ("The junta is accused of torture against detainees in Yangon.", ["detainees"]),
        ("The war began with the repression of student demonstrations in Sagaing.", ["student demonstrations"]),
        ("The junta unleashed a crackdown on dissent in Yangon.", ["dissent"]),
        ("Bombardment by the army and militias on rebel trenches continued near Loikaw.", ["rebel trenches"]),
        ("Drones carried out air strikes aimed at driving out M23 fighters near Goma.", ["M23 fighters"]),
    ],
)
def test_an_act_by_a_noun_hits_whom_it_is_against(claims_of, sentence, targets):
    claim = next(claim for claim in claims_of(sentence) if claim.type in ("ASSAULT", "COERCE") and claim.targets)
    assert [target.name for target in claim.targets] == targets


def test_protests_that_are_repressed_stand_for_those_who_protest(claim_of):
    claim = claim_of("Police repressed peaceful protests in Khartoum.", "COERCE")
    assert who(claim.targets) == [("peaceful protests", None, "CVL")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The army shelled the towns of Loikaw and Demoso with artillery.",
        "Warplanes struck Goma on a daily basis.",
    ],
)
def test_towns_by_name_and_a_manner_are_no_targets(claim_of, sentence):
    assert claim_of(sentence).targets == ()


@pytest.mark.parametrize(
    ("sentence", "initiators"),
    [
        ("Jets of the coalition bombed a school in Raqqa.", ["coalition"]),
        ("The raids were carried out by Ethiopian warplanes or those of its ally Eritrea.", ["Ethiopian warplanes", "Eritrea"]),
        ("The raids were carried out by jets of the Ethiopian government or its ally Eritrea.", ["jets of the Ethiopian government", "Eritrea"]),
    ],
)
def test_means_and_allies_are_those_whose_they_are(claim_of, sentence, initiators):
    assert [participant.name for participant in claim_of(sentence).initiators] == initiators


def test_a_country_before_the_victims_of_an_attack_is_where_it_was(claims_of):
    claims = claims_of("Kenya says tests on Somalia attack victims point to chlorine. The attack in Somalia killed 40 people in Kismayo and Baidoa.")
    claim = next(claim for claim in claims if claim.type == "ASSAULT")
    assert claim.initiators == ()


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("The rebels struck a local truce with the army.", ["rebels", "army"]),
        ("The army agreed a ceasefire with M23 rebels.", ["army", "M23 rebels"]),
        ("Egypt and the US agreed a truce for Sudan.", ["Egypt", "US"]),
    ],
)
def test_a_deal_has_its_parties_and_no_target(claim_of, sentence, parties):
    claim = claim_of(sentence, "AGREE")
    assert [party.name for party in claim.initiators] == parties
    assert claim.targets == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The outskirts of Loikaw came under rocket fire.",
        "The army repelled a militia offensive on the western fringes of Goma.",
        "Shells hit Deraa province. The province is regularly bombed.",
    ],
)
def test_an_edge_and_a_province_are_where_it_was(claims_of, sentence):
    assert all(target.sector is not None for claim in claims_of(sentence) for target in claim.targets)


def test_raids_that_focus_on_somebody_hit_them(claim_of):
    claim = claim_of("The raids in Syria have focused on the Islamic State group.")
    assert [target.name for target in claim.targets] == ["Islamic State group"]


def test_victims_of_an_attack_are_whom_it_hit(claims_of):
    claim = next(claim for claim in claims_of("Victims of a suspected chemical attack in Idlib showed symptoms.") if claim.type == "ASSAULT")
    assert [target.name for target in claim.targets] == ["Victims"]


def test_whoever_tried_to_advance_is_whom_it_was_repelled_from(claims_of):
    claims = claims_of("Rebel fighters repelled attempts by government troops to enter Goma.")
    assert [target.name for target in claims[0].targets] == ["government troops"]


def test_others_who_were_killed_are_victims_by_their_number(claim_of):
    claim = claim_of("Six others were killed in a hamlet near Goma.")
    assert [target.name for target in claim.targets] == ["Six others"]


def test_a_country_behind_a_place_is_where_that_is(claim_of):
    assert claim_of("Smoke rose after a US airstrike on western Raqqa, Syria on Monday.").targets == ()


def test_fighters_taken_out_are_killed(claim_of):
    claim = claim_of("Jets took out seven militants near Taiz.")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 7)]


def test_a_weapon_told_beside_an_act_did_not_do_it(claim_of):
    assert claim_of("Kharkiv was targeted on Monday by air strikes and artillery.").initiators == ()


def test_the_entrance_of_a_town_is_where_it_was(claim_of):
    assert [who.name for who in claim_of("A drone targeted a car at the entrance of Goma.").targets] == ["car"]


def test_victims_of_raids_and_of_a_second_act_beside_them_did_neither(claim_of, claims_of):
    claims = claims_of("At least 40 civilians including six children were killed in air raids and shelling attacks on Monday in Sirte.")
    assert "civilians" not in {who.name for claim in claims for who in claim.initiators}


@pytest.mark.parametrize(
    ("sentence", "trigger", "doer"),
    [
        ("Police looked for villagers who torched two buses near Goma.", "torched", "villagers"),
        ("A farmer was held in Goma for murdering his wife.", "murdering", "farmer"),
    ],
)
def test_civilians_do_what_a_clause_hung_on_them_tells_with_its_object(claims_of, sentence, trigger, doer):
    claim = next(claim for claim in claims_of(sentence) if claim.quote("trigger") == trigger)
    assert [person.name for person in claim.initiators] == [doer]


def test_jets_beside_an_armys_guns_are_a_party_of_their_own(claim_of):
    claim = claim_of("Turkish artillery and F-16 jets struck Syrian government positions on Monday.")
    assert [person.name for person in claim.initiators] == ["Turkish artillery", "F-16 jets"]
