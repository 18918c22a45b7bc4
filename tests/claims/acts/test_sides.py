"""Layer 9: who stands on which side of a fight, and who fell."""

import pytest


def names(participants):
    return [participant.name for participant in participants]


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("13 M23 rebels were killed in clashes with the army in Goma.", ["army", "M23 rebels"]),
        ("Government forces captured the town of Sake after fierce clashes.", ["Government forces"]),
        ("Government forces took the town of Sake from M23 rebels after fierce clashes.", ["Government forces", "M23 rebels"]),
        ("Twelve government soldiers and nine M23 rebels were killed near Goma on Monday.", ["government soldiers", "M23 rebels"]),
    ],
)
def test_a_side_that_the_act_does_not_name_is_told_by_its_fallen_or_by_who_acted(claims_of, sentence, sides):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert names(claim.initiators) == sides


def test_soldiers_who_fell_alone_did_not_kill_themselves(claim_of):
    assert claim_of("Twelve government soldiers were killed near Goma on Monday.").initiators == ()


def test_a_war_against_somebody_has_them_as_its_target(claim_of):
    claim = claim_of("The coalition launched a war against the Islamic State group last September.")
    assert names(claim.targets) == ["Islamic State group"]
    assert "Islamic State group" not in names(claim.initiators)


@pytest.mark.parametrize(
    "sentence",
    [
        "The battle against the M23 rebels intensified on Monday.",
        "Fierce fighting against the M23 rebels went on near Goma.",
        "Two campaigns are being fought against the M23 rebels.",
        "The advance was made under the pretext of fighting the M23 rebels.",
    ],
)
def test_those_against_whom_nobody_is_told_to_fight_are_its_target(claims_of, sentence):
    claim = next(claim for claim in claims_of(sentence) if claim.mode == "clash")
    assert (names(claim.initiators), names(claim.targets)) == ([], ["M23 rebels"])


@pytest.mark.parametrize("sentence", ["The army is fighting the M23 rebels near Goma.", "The army's battle against the M23 rebels went on."])
def test_those_against_whom_somebody_is_told_to_fight_are_its_other_side(claims_of, sentence):
    claim = next(claim for claim in claims_of(sentence) if claim.mode == "clash")
    assert (names(claim.initiators), names(claim.targets)) == (["army", "M23 rebels"], [])


def test_fighters_who_fell_among_rebel_groups_are_no_third_side(claim_of):
    claim = claim_of("Infighting between Syrian rebel groups has killed dozens of fighters in Idlib.")
    assert names(claim.initiators) == ["Syrian rebel groups"]


def test_fighters_killed_in_clashes_with_other_fighters_are_the_other_side(claims_of):
    claim = claims_of("Twelve jihadist fighters were killed in clashes with Tuareg militants in Kidal.")[0]
    assert sorted(names(claim.initiators)) == ["Tuareg militants", "jihadist fighters"]


def test_soldiers_and_fighters_killed_in_one_attack_are_its_two_sides(claims_of):
    claim = claims_of("Eleven government soldiers and 17 M23 rebels were killed in the attack.")[0]
    assert names(claim.initiators) == ["government soldiers", "M23 rebels"]


def test_a_place_between_a_fight_and_its_act_does_not_hide_who_fought(claims_of):
    claim = next(claim for claim in claims_of("Government forces after hours of bitter clashes captured the town of Sake.") if claim.mode == "clash")
    assert names(claim.initiators) == ["Government forces"]


def test_a_war_that_pits_one_against_another_has_both_as_sides(claims_of):
    claim = claims_of("The war pits the government, supported by Rwanda and Uganda, against a number of rebel factions.")[0]
    assert sorted(names(claim.initiators)) == ["government", "rebel factions"]


def test_both_sides_of_a_fight_are_those_who_were_named(claims_of):
    text = "Rebel forces attacked the army near Goma on Monday. The army has struck back causing bitter fighting that has left scores dead on both sides."
    claim = next(claim for claim in claims_of(text) if claim.quote("trigger") == "fighting")
    assert {name.lower() for name in names(claim.initiators)} == {"rebel forces", "army"}


def test_who_fell_in_battles_with_somebody_is_the_other_side(claim_of):
    claim = claim_of("Several M23 rebels were killed during battles with other armed groups near Goma.")
    assert [person.name for person in claim.initiators] == ["armed groups", "M23 rebels"]


def test_a_list_of_sides_that_lost_its_commas_holds_them_all(claims_of):
    claim = claims_of("It has become a civil war among the army rebels jihadists and Tuaregs.")[0]
    assert names(claim.initiators) == ["army", "rebels", "jihadists", "Tuaregs"]


def test_two_groups_by_name_side_by_side_that_clash_are_two_sides(claims_of):
    claim = claims_of("They fought on.", title="ISIL Nusra Clash Fiercely in Qalamoun")[0]
    assert names(claim.initiators) == ["ISIL", "Nusra"]


def test_all_of_one_sides_fighters_before_a_participle_fight(claims_of):
    claim = claims_of("The rebel groups and militants fighting the army near Goma are many.")[0]
    assert names(claim.initiators) == ["rebel groups", "militants", "army"]


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("M23 rebels were killed in clashes with Kurds near Goma.", ["Kurds", "M23 rebels"]),
        ("Eight M23 rebels were killed fighting Kurds near Goma.", ["M23 rebels", "Kurds"]),
        ("The rebels had provoked the clashes in Goma.", ["rebels"]),
        ("Nusra Front Al-Qaedas Syria affiliate on Saturday drove rebels out of a base in fierce fighting that left dozens dead.", ["Nusra Front", "rebels"]),
    ],
)
def test_a_people_or_whoever_acts_beside_a_fight_is_one_of_its_sides(claims_of, sentence, sides):
    claim = next(claim for claim in claims_of(sentence) if claim.mode == "clash")
    assert names(claim.initiators) == sides


def test_those_who_go_on_to_take_a_hill_are_not_whom_the_fallen_fought(claims_of):
    claim = claims_of("Six M23 rebels were killed in these clashes with the militia forces capturing the strategic lake hill the ministry said.")[0]
    assert claim.initiators == ()


def test_a_group_that_tells_of_a_fight_is_no_side_of_it(claims_of):
    claim = claims_of("The opposition group said that more than 35 rebels were killed during the fighting for the base.")[-1]
    assert claim.initiators == ()


def test_all_of_an_array_of_groups_are_faced(claims_of):
    claim = claims_of("Army units are facing off against an array of rebel and jihadist groups near Goma.")[0]
    assert names(claim.initiators) == ["Army units", "rebel groups", "jihadist groups"]


def test_the_warring_sides_are_not_the_states_that_talk_about_them(claims_of):
    claim = claims_of("Damascus and Washington talked for days. According to the deal the warring sides would stop fighting each other.")[-1]
    assert names(claim.initiators) == ["warring sides"]


def test_countries_that_ban_a_group_do_not_fight_it(claims_of):
    claim = claims_of("The army fought rebel groups such as ISIS which is banned in many countries including Russia and Kenya.")[0]
    assert not {"Russia", "Kenya"} & set(names(claim.initiators))


def test_the_group_that_militants_fight_is_another_than_theirs(claims_of):
    claim = claims_of("Supporters of the Nusra Front blamed rival ISIS militants who have fought the group near Goma.")[-1]
    assert names(claim.initiators) == ["ISIS militants", "Nusra Front"]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The fighting pitted Jaish al-Islam against Fateh al-Sham Al-Qaedas former branch there.", ["Jaish al-Islam", "Fateh al-Sham"]),
        ("Jaish al-Islam said its opponents had provoked the clashes in Douma.", ["Jaish al-Islam", "opponents"]),
        ("M23 fought the army near Goma. The rebels hold a hill near a front with Ugandan forces. In May ten people were killed in a battle between the two sides.",
         ["army", "rebels"]),
    ],
)
def test_the_sides_of_a_fight_are_those_who_are_told_to_fight(claims_of, text, sides):
    claim = [claim for claim in claims_of(text) if claim.mode == "clash"][-1]
    assert names(claim.initiators) == sides


def test_they_in_the_words_of_soldiers_are_not_the_soldiers(claims_of):
    claim = claims_of('One of the soldiers told the paper a truck pulled up. "We stopped the car. When we began doing a search they detonated the car" he said.')[-1]
    assert claim.initiators == ()


def test_fighters_of_two_groups_who_fell_in_strikes_did_not_fly_them(claims_of):
    claim = claims_of("Nine fighters of the Nusra Front and six Ahrar al-Sham fighters were killed in strikes on Idlib.")[0]
    assert claim.initiators == ()


def test_fighters_whom_a_side_killed_in_a_fight_are_the_other_side(claims_of):
    claim = next(claim for claim in claims_of("During the clashes near Goma the Katangan forces killed at least 30 government soldiers.") if claim.mode == "clash")
    assert names(claim.initiators) == ["Katangan forces", "government soldiers"]


def test_who_fell_by_name_in_fighting_with_somebody_fought_him(claims_of):
    claim = next(claim for claim in claims_of("Okello was killed last year in fighting with the Ugandan government.") if claim.mode == "clash")
    assert names(claim.initiators) == ["Ugandan government", "Okello"]


def test_civilians_who_fell_do_not_hide_the_side_that_was_tackled(claims_of):
    text = "Two civilians were killed in Goma on Tuesday, where Congolese policemen tackled insurgents in clashes near the market."
    claim = next(claim for claim in claims_of(text) if claim.mode == "clash")
    assert names(claim.initiators) == ["Congolese policemen", "insurgents"]


@pytest.mark.parametrize("sentence", [
    "At least 15 soldiers were killed in the clashes with M23 rebels, and two tanks were destroyed.",
    "The strikes killed many M23 rebels while destroying two tanks and four armoured vehicles near Goma.",
])
def test_what_is_wrecked_in_a_fight_is_none_of_its_sides(claims_of, sentence):
    doers = [name for claim in claims_of(sentence) for name in names(claim.initiators)]
    assert not any("tank" in name or "vehicle" in name for name in doers)


@pytest.mark.parametrize("sentence", ["Infighting among militants in Idlib left 12 dead.", "Infighting between militants in Daraa killed 12."])
def test_infighting_is_a_fight_of_those_among_whom_it_is(claim_of, sentence):
    assert [who.name for who in claim_of(sentence).initiators] == ["militants"]


@pytest.mark.parametrize("name", ["PKK/YPG", "YPG/PKK", "PYD/PKK"])
def test_two_names_of_a_group_beside_a_stroke_are_one_party(claim_of, name):
    claim = claim_of(f"Turkish jets neutralized 12 {name} terrorists in Afrin.")
    assert [who.name for who in claim.targets] == [f"{name} terrorists"]


def test_a_truce_has_both_parties_though_one_is_told_of_at_length(claim_of):
    claim = claim_of("A truce between the Sudanese army, acting for Khartoum, and the Justice and Equality Movement, which holds the hills, began on Monday.",
                     "AGREE")
    assert {participant.name for participant in claim.initiators} == {"Sudanese army", "Justice and Equality Movement"}


def test_those_who_exchange_fire_are_both_sides(claim_of):
    claim = claim_of("Congolese soldiers exchanged fire with gunmen near Goma on Monday.")
    assert [participant.name for participant in claim.initiators] == ["Congolese soldiers", "gunmen"]


def test_a_side_of_which_some_fell_is_hit_too(claim_of):
    claim = claim_of("Congolese soldiers clashed with gunmen near Goma, wounding two of them.")
    assert [participant.name for participant in claim.targets] == ["gunmen"]


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("The government has accused Chad and Libya of orchestrating the conflict.", []),
        ("The envoy blamed Chad for triggering the conflict.", []),
        ("M23 rebels provoked clashes with the army near Goma.", ["M23 rebels", "army"]),
    ],
)
def test_who_brings_about_a_fight_is_a_side_only_where_the_other_is_told(claims_of, sentence, sides):
    assert [name for claim in claims_of(sentence) if claim.type == "ASSAULT" for name in names(claim.initiators)] == sides


@pytest.mark.parametrize("noun", ["a range", "a patchwork", "a mixture"])
def test_a_noun_that_gathers_fighters_hides_no_side(claims_of, noun):
    claim = claims_of(f"Clashes raged between government forces and {noun} of insurgents.")[0]
    assert names(claim.initiators) == ["government forces", "insurgents"]


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("Ten M23 rebels were killed in clashes and Kenyan air strikes near Goma.", []),
        ("Clashes between the army and the rebels and shelling killed ten people.", ["army", "rebels"]),
    ],
)
def test_who_strikes_beside_a_fight_is_no_side_of_it(claims_of, sentence, sides):
    assert names(next(claim for claim in claims_of(sentence) if claim.mode == "clash").initiators) == sides


def test_the_fallen_of_two_rebel_groups_did_not_kill_each_other(claims_of):
    claim = claims_of("Fighters from Ansar Dine and al-Qaeda affiliate al-Shabab were killed near the road.")[0]
    assert names(claim.initiators) == []
    assert names(claim.targets) == ["Fighters from Ansar Dine", "al-Shabab"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenyan soldiers died fighting the militia.",
        "Ten Kenyan soldiers were killed while fighting the militia.",
    ],
)
def test_whom_soldiers_died_fighting_are_not_themselves(claims_of, sentence):
    claim = next(claim for claim in claims_of(sentence) if claim.mode == "clash")
    assert names(claim.initiators) == ["Kenyan soldiers", "militia"]


def test_the_militia_that_somebody_else_fights_is_the_one_named_before(claims_of):
    claims = claims_of("The Badr militia fled the port. Kenyan soldiers died fighting the militia.")
    assert names(claims[-1].initiators) == ["Kenyan soldiers", "Badr militia"]


@pytest.mark.parametrize("sentence", [
    "Fighting killed 12 people in Bunia, police said.",
    "Twelve people died in fighting in Bunia, the army said.",
])
def test_who_tells_of_a_fight_at_the_end_is_none_of_its_sides(claim_of, sentence):
    assert claim_of(sentence).initiators == ()


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("The group is fighting for survival against Nigerian forces and their allies.", ["group", "Nigerian forces", "allies"]),
        ("The rebels battled for the airport against army units and tribesmen.", ["rebels", "army units", "tribesmen"]),
        ("The rebels fought Malian troops and their allies near Kidal.", ["rebels", "Malian troops", "allies"]),
        ("The rebels are fighting Malian troops and their Russian and Chadian allies.", ["rebels", "Malian troops", "Russian allies", "Chadian allies"]),
        ("The activists fought for a law against torture.", ["activists"]),
    ],
)
def test_against_whom_one_fights_for_something_and_the_allies_of_those_are_the_other_side(claims_of, sentence, sides):
    claim = claims_of(sentence)[0]
    assert ([who.name for who in claim.initiators], claim.targets) == (sides, ())


@pytest.mark.parametrize(
    ("sentence", "doers", "targets"),
    [
        ("The junta and its allies vowed on Sunday to continue the fight against the rebels.", ["junta", "allies"], ["rebels"]),
        ("The M23 vowed to keep fighting the Congolese army.", ["M23"], ["Congolese army"]),
        ("The M23 vowed to keep fighting.", ["M23"], []),
    ],
)
def test_whom_somebody_vows_to_fight_does_not_threaten_beside_him(claim_of, sentence, doers, targets):
    claim = claim_of(sentence, "THREATEN")
    assert ([who.name for who in claim.initiators], [who.name for who in claim.targets]) == (doers, targets)


@pytest.mark.parametrize(("sentence", "sides", "fallen"), [
    ("Heavy fighting near Gao claimed the lives of 20 soldiers and 15 rebels, including a rebel commander.", ["soldiers", "rebels"],
     ["soldiers", "rebels", "rebel commander"]),
    ("Nine M23 fighters including two commanders were killed in clashes with the army.", ["army", "M23 fighters"], ["M23 fighters", "commanders"]),
    ("Fighting near Goma killed 40 people, including 30 soldiers and ten rebels.", ["soldiers", "rebels"], ["people", "soldiers", "rebels"]),
])
def test_who_is_one_of_the_fighters_that_fell_is_no_side_besides_them(claim_of, sentence, sides, fallen):
    claim = claim_of(sentence)
    assert names(claim.initiators) == sides
    assert names(claim.targets) == fallen
