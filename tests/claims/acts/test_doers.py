"""Layer 9: who did it, where the act's own clause does not say so."""

import pytest


def names(participants):
    return [participant.name for participant in participants]


def of_type(claims, type_):
    return next(claim for claim in claims if claim.type == type_)


def test_whoever_kills_in_an_attack_did_the_attack_though_a_country_stands_before_it(claims_of):
    claim = of_type(claims_of("Fighters of the Islamic State group killed more than 50 people in central Mali attack."), "ASSAULT")
    assert names(claim.initiators) == ["Fighters of the Islamic State group"]


def test_the_means_of_an_act_leave_its_doer_to_be_told_further_on(claims_of):
    claim = of_type(claims_of("Rockets hit the suburbs of Goma during a bombardment by government forces."), "ASSAULT")
    assert names(claim.initiators) == ["government forces"]


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Troops entered the town on Monday during an offensive aimed at cutting supply lines.", "TERRITORY"),
        ("Troops entered the town on Monday during an offensive aimed at cutting supply lines.", "ASSAULT"),
    ],
)
def test_who_acts_in_the_course_of_an_operation_does_the_operation_and_its_aim(claims_of, sentence, type_):
    assert names(of_type(claims_of(sentence), type_).initiators) == ["Troops"]


def test_who_acts_after_a_strike_did_not_strike(claims_of):
    claim = of_type(claims_of("The rebels cut all roads to the town after the strike, which damaged four buildings."), "ASSAULT")
    assert claim.initiators == ()


@pytest.mark.parametrize(
    ("sentence", "initiators"),
    [
        ("Fellow Kurds are trying to repel the rebel group.", ["Kurds"]),
        ("There was no claim for the attack, which state media said was carried out by Rwandan troops.", ["Rwandan troops"]),
        ("The investigators pointed the finger at the army for at least three chlorine attacks in Goma.", ["army"]),
        ("Nine miners were killed in what they believed were army airstrikes on the town of Sake.", ["army"]),
        ("The explosion was caused by M23 rebels.", ["M23 rebels"]),
    ],
)
def test_the_doer_stands_where_the_sentence_comes_back_to_the_act(claims_of, sentence, initiators):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert names(claim.initiators) == initiators


def test_an_operation_they_had_launched_is_theirs_though_the_parse_parts_them(claims_of):
    text = "The rebels retreated on Monday. Some 60 were wounded in offensive they had vainly launched to break the ring around Goma."
    claim = next(claim for claim in claims_of(text) if claim.type == "ASSAULT")
    assert names(claim.initiators) == ["rebels"]


def test_a_deed_by_which_something_is_reached_is_done_by_who_reaches_it(claims_of):
    claim = next(claim for claim in claims_of("Rwanda strengthens its presence in Goma through the deployment of militias.") if claim.type == "MOBILIZE")
    assert names(claim.initiators) == ["Rwanda"]


def test_an_attempt_by_somebody_is_theirs(claims_of):
    claim = next(claim for claim in claims_of("The army had foiled an attempt by rebels to detonate a truck.") if claim.quote("trigger") == "detonate")
    assert names(claim.initiators) == ["rebels"]


def test_the_subject_behind_a_participle_that_lost_its_comma_acts(claims_of):
    text = "Backed by the decisive support of Rwanda the government has regained control of 40 percent of the province."
    claim = next(claim for claim in claims_of(text) if claim.type == "TERRITORY")
    assert names(claim.initiators) == ["government"]


def test_allies_in_a_headline_are_a_side(claims_of):
    claim = claims_of("The attacks went on for hours.", title="Assad Regime & Allies Intensify Attacks on Damascus")[0]
    assert [name.lower() for name in names(claim.initiators)] == ["assad regime", "allies"]


def test_a_town_taken_after_an_offensive_was_taken_in_the_takers_offensive(claims_of):
    claim = next(claim for claim in claims_of("M23 rebels captured the town after a fierce counteroffensive.") if claim.type == "ASSAULT")
    assert names(claim.initiators) == ["M23 rebels"]


def test_those_in_which_somebody_was_killed_are_not_killed(claims_of):
    text = "The governor condemned the massacre carried out by Rwandan warplanes in which 35 civilians were killed."
    claim = next(claim for claim in claims_of(text) if claim.type == "ASSAULT")
    assert (names(claim.initiators), names(claim.targets)) == (["Rwandan warplanes"], ["civilians"])


def test_millions_that_fled_are_who_was_displaced(claims_of):
    claim = next(claim for claim in claims_of("Thousands died and millions have been forced to flee.") if claim.type == "DISPLACEMENT")
    assert names(claim.initiators) == ["millions"]

def test_a_president_who_announced_the_operation_does_not_carry_it_out(claims_of):
    claim = claims_of("Ugandan troops crossed the border. A minister said President Yoweri Museveni had announced the operation.")[-1]
    assert claim.quote("trigger") == "operation"
    assert claim.initiators == ()


def test_artillery_that_nobody_is_said_to_own_is_a_weapon_and_no_doer(claims_of):
    claim = claims_of("The town is targeted by air strikes and artillery.")[0]
    assert claim.initiators == ()


def test_whoever_owns_the_suburbs_that_were_hit_did_not_hit_them(claim_of):
    claim = claim_of("Bombardment by regime forces on rebel-held Homs and its suburbs continues.")
    assert names(claim.initiators) == ["regime forces"]


def test_the_supporters_of_a_state_are_not_that_state(claims_of):
    claim = claims_of("The raid was to open the way for their Western supporters to attack Syria.")[-1]
    assert names(claim.initiators) == ["Western supporters"]


def test_people_who_fled_are_not_those_who_then_hit_the_clinic(claims_of):
    claim = claims_of("Residents fled the town of Goma. They put the clinic out of service.")[-1]
    assert (claim.type, claim.initiators) == ("ASSAULT", ())


def test_a_government_before_its_air_raids_is_no_country_by_its_name(claims_of):
    claim = claims_of("Government air raids killed 27 people in Homs.", title="Raids in Syria")[-1]
    assert names(claim.initiators) == ["Government"]


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("The truce was brokered by Russia Turkey and Iran in May.", ["Russia", "Turkey", "Iran"]),
        ("The village has often been bombed by both Syrian and allied Russian jets.", ["Syrian jets", "Russian jets"]),
    ],
)
def test_none_of_a_list_of_doers_is_dropped(claims_of, sentence, doers):
    assert names(claims_of(sentence)[0].initiators) == doers


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("A Ugandan jet targeted us with cluster bombs near Goma.", ["Ugandan jet"]),
        ("Nusra Front and a number of militant groups were involved in the attack on Goma.", ["Nusra Front", "militant groups"]),
        ("As doctors worked a Ugandan warplane circled overhead striking the clinic in Goma.", ["Ugandan warplane"]),
        ("Air strikes by the Ugandan army killed at least 34 villagers in and near a base of the rebels in Goma a monitor said.", ["Ugandan army"]),
        ("Nine villagers were killed by a Congolese army barrel bomb attack and rebel rocket fire in Goma.", ["Congolese army", "rebel"]),
    ],
)
def test_whoever_acts_with_a_weapon_takes_part_or_stands_beside_does_it(claims_of, sentence, doers):
    assert names(claims_of(sentence)[0].initiators) == doers


def test_a_jet_that_was_shot_down_did_not_kill_those_on_board(claim_of):
    claim = claim_of("A Ugandan jet was shot down near Goma on Monday killing all five people on board.")
    assert claim.initiators == ()
    assert names(claim.targets) == ["Ugandan jet", "people"]


def test_a_medium_before_a_headline_does_not_do_what_it_tells(claim_of):
    assert claim_of("The state news agency Blasts in Goma killed 18.").initiators == ()


def test_the_country_of_the_war_before_a_word_in_quotation_marks_is_where_it_was(claim_of):
    assert claim_of('Outrage as Syria "chemical attack" kills dozens in Idlib.').initiators == ()


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("Washington considered how it could respond to a gas attack on Homs by the Syrian government.", ["Syrian government"]),
        ("Some 45 gunmen were killed in an army push and a jihadist-led counterattack in Goma.", ["army", "jihadist"]),
        ("A jihadist-led offensive began in Goma.", ["jihadist"]),
        ("MOSCOW (Sputnik) Syrian Democratic Forces (SDF) eliminated 12 militants near Tabqa.", ["Syrian Democratic Forces"]),
        ("Congolese troops backed by Ugandan air support repel a rebel advance near Goma on Friday.", ["Congolese troops"]),
        ("Ugandan aircraft ferried troops behind the lines near Goma to spearhead a major assault.", ["troops"]),
    ],
)
def test_who_leads_or_is_backed_or_is_carried_to_the_front_does_it(claims_of, sentence, doers):
    assert names(claims_of(sentence)[0].initiators) == doers


def test_those_whose_guns_shell_the_towns_are_named_right_before(claims_of):
    shelling = claims_of("The army has not used gas even against the rebels that shell towns with their mortar rounds he said.")[-1]
    assert names(shelling.initiators) == ["rebels"]


def test_those_who_seize_a_district_drive_out_who_held_it(claims_of):
    claim = claims_of("They said M23 rebels had come. They seized the Sake district driving out the soldiers.")[-1]
    assert names(claim.initiators) == ["M23 rebels"]


@pytest.mark.parametrize(
    ("sentence", "type_", "doers"),
    [
        ("The shelling of Goma came along with ground assaults by regime troops seeking to encircle the town and cut the highway.", "TERRITORY", ["regime troops"]),
        ("The town of Goma is under continued shelling by the Nusra Front.", "ASSAULT", ["Nusra Front"]),
        ("The Syrian government its ally Iran and a French-led coalition have all flown air raids against ISIS in Hama.", "ASSAULT",
         ["Syrian government", "Iran", "French-led coalition"]),
        ("The monitor said these raids appeared to have been flown by the coalition.", "ASSAULT", ["coalition"]),
        ("Meanwhile in the port of Goma not far from the western part of the Kivu border Congolese forces have destroyed warehouses.", "ASSAULT",
         ["Congolese forces"]),
        ("A separate Ugandan-backed offensive by government forces targeting the town of Goma suffered a reverse.", "ASSAULT", ["government forces"]),
        ("M23 has been pushed out and pro-government forces have renewed an offensive around Goma the largest city under its control.", "TERRITORY", ["M23"]),
    ],
)
def test_who_did_it_far_from_the_act_or_behind_words_that_hide_it(claims_of, sentence, type_, doers):
    claim = next(claim for claim in reversed(claims_of(sentence)) if claim.type == type_)
    assert names(claim.initiators) == doers


def test_the_toll_of_a_headline_does_not_fly_the_airstrikes(claims_of):
    claims = claims_of("Nine farmers were killed in Homs.", title="Nine Farmers Killed in Regime Airstrikes on Rural Homs")
    assert names(claims[0].initiators) == ["Regime"]


@pytest.mark.parametrize(
    ("sentence", "type_", "doers"),
    [
        ("On Thursday the Ugandan Foreign Ministry condemned coalition airstrikes in Goma that left 18 civilians dead.", "ASSAULT", ["coalition"]),
        ("According to a report ISIS has executed some 240 captives in the town.", "ASSAULT", ["ISIS"]),
        ("South of the lake the army backed by its Lebanese ally Hezbollah bombed the village of Sarmin.", "ASSAULT", ["army", "Hezbollah"]),
        ("The village was the scene of battles between rebels and ISIS militants who took control of the hill.", "TERRITORY", ["ISIS militants"]),
        ("Three gunmen from the Islamic State of Iraq and the Levant had blown up a barracks.", "ASSAULT",
         ["gunmen from the Islamic State of Iraq and the Levant"]),
        ("A ceasefire between government forces and rebels brokered by the United States and Russia has been violated.", "AGREE",
         ["government forces", "rebels"]),
        # who stands right before the verb whose subject the parse lost does it
        ("More than 40 rebels were killed in fighting in Kivu province as the Islamic State overran a town a monitor said.", "TERRITORY", ["Islamic State"]),
        ("The president said that in Raqqa rebels and jihadist fighters banned in Russia are trying to take over the camp.", "TERRITORY",
         ["Raqqa rebels", "jihadist fighters"]),
        ("Army kills 12 rebels, captured nine in rural Homs", "COERCE", ["Army"]),
        ("A gunman fired at a convoy of buses carrying civilians near Taiz.", "DISPLACEMENT", []),
        ("Libya's war has killed 20,000 people and displaced millions since 2014.", "DISPLACEMENT", []),
        ("The population swap deal reached by the army and rebel groups in May collapsed.", "AGREE", ["army", "rebel groups"]),
        ("Many Casualties in Yemen's Taiz Bomb Blast", "ASSAULT", []),
        ("Two armed groups arrived in Goma along with a tank.", "MOBILIZE", ["armed groups"]),
        ("The Tuareg militia was involved in a French-backed assault on the gunmen.", "ASSAULT", ["Tuareg militia"]),
        ("The minister reminded all states of their duty towards stopping such attacks.", "ASSAULT", []),
        ("ISIS continues to displace villagers near Raqqa.", "DISPLACEMENT", ["ISIS"]),
        ("Homs has seen some of Syria's worst violence since the outbreak of the revolt.", "ASSAULT", []),
    ],
)
def test_neither_who_tells_nor_who_brokers_nor_half_a_name_is_a_doer(claims_of, sentence, type_, doers):
    claim = next(claim for claim in claims_of(sentence) if claim.type == type_)
    assert names(claim.initiators) == doers


def test_who_shells_in_a_headline_stands_behind_its_toll(claims_of):
    claims = claims_of("At least 43 people died in Goma.", title="43 killed in Congolese army shelling of rebel town")
    assert names(claims[0].initiators) == ["Congolese army"]


def test_who_acts_to_stop_an_onslaught_does_not_commit_it(claims_of):
    claims = claims_of("The Yemeni Coalition condemned the crime since the UN had taken no step to shield villagers or to stop the onslaught on Taiz.")
    assert all(claim.initiators == () for claim in claims if claim.type == "ASSAULT")


def test_who_declares_something_amid_an_operation_does_not_carry_it_out(claims_of):
    claims = claims_of("The Houthis declared an emergency in Taiz during the offensive.")
    assert all(claim.initiators == () for claim in claims if claim.type == "ASSAULT")


@pytest.mark.parametrize(
    ("sentence", "type_", "doer"),
    [
        ("Aid convoys were blocked from reaching the towns by armed groups operating around the lake.", "COERCE", "armed groups"),
        ("Nine villagers were killed, including two children by the militiamen.", "ASSAULT", "militiamen"),
    ],
)
def test_an_agent_behind_the_last_noun_of_a_passive_did_what_it_tells(claims_of, sentence, type_, doer):
    assert names(of_type(claims_of(sentence), type_).initiators) == [doer]


def test_who_stormed_a_stronghold_killed_those_in_it(claims_of):
    claims = [claim for claim in claims_of("Soldiers stormed M23 strongholds in Sake killing a field commander and eight gunmen.") if claim.type == "ASSAULT"]
    assert [names(claim.initiators) for claim in claims] == [["Soldiers"]]


def test_the_second_act_of_a_headline_is_not_done_by_the_victims_of_its_first(claims_of):
    claims = claims_of("Three farmers killed in raid in Taiz Houthis attacks Aden city with mortars and bombs.")
    assert names(claims[0].initiators) == ["Houthis"]


def test_a_bomb_that_was_his_is_not_that_of_the_police_who_killed_him(claims_of):
    claims = claims_of("The guards said police killed the bomber causing his bomb to explode.")
    assert names(claims[-1].initiators) == ["bomber"]


def test_a_civilian_killed_before_others_who_were_injured_killed_nobody(claim_of):
    claim = claim_of("Syria Civilian Killed Others Injured in Bomb Attack")
    assert claim.initiators == ()


def test_who_stands_behind_with_retook_it_and_not_who_was_beaten(claims_of):
    claims = claims_of("Al-Shabaab has been beaten back with Somali troops aided by air strikes having retaken the town of Barawe.")
    retaken = next(claim for claim in claims if claim.quote("trigger") == "retaken")
    assert [person.name for person in retaken.initiators] == ["Somali troops"]


def test_an_offensive_that_a_people_leads_is_theirs(claims_of):
    claim = next(claim for claim in claims_of("Thousands fled the Kurdish-led offensive in Sinjar.") if claim.quote("trigger") == "offensive")
    assert [person.name for person in claim.initiators] == ["Kurdish"]


@pytest.mark.parametrize(
    ("sentence", "doer"),
    [
        ("Villagers left their homes after an assault that the ministry says rebels staged.", "rebels"),
        ("Nine people died in a raid that witnesses said Ethiopian planes carried out.", "Ethiopian planes"),
    ],
)
def test_who_is_said_to_have_done_it_in_the_clause_behind_the_act_did_it(claims_of, sentence, doer):
    assert names(of_type(claims_of(sentence), "ASSAULT").initiators) == [doer]


def test_whose_operation_it_is_acts_beside_those_who_take_part_in_it(claim_of):
    claim = claim_of("The Coastal Brigade takes part in the offensive which the Libyan army launched on Sunday.")
    assert names(claim.initiators) == ["Coastal Brigade", "Libyan army"]


def test_who_acts_under_a_deal_made_it(claims_of):
    claim = next(claim for claim in claims_of("The rebels released 20 soldiers under a deal with the government.") if claim.type == "AGREE")
    assert {who.name for who in claim.initiators} == {"rebels", "government"}


def test_who_is_let_leave_under_a_deal_did_not_make_it(claims_of):
    claims = claims_of("The army allowed 200 fighters to leave the town under a deal with the rebels.")
    assert [[who.name for who in claim.initiators] for claim in claims if claim.type == "AGREE"] == [["rebels"]]


@pytest.mark.parametrize(
    ("sentence", "trigger", "doers"),
    [
        ("Government troops captured two hills in preparation for an assault on Goma.", "assault", ["Government troops"]),
        ("The army announced an operation to clear villages in preparation for the liberation of the port.", "liberation", ["army"]),
        ("The rebels have massed fighters in preparation for an offensive against Goma.", "offensive", ["rebels"]),
        ("The soldiers dug trenches in preparation for an attack.", "attack", []),
        ("The army evacuated the base in preparation for an attack.", "attack", []),
        ("Residents fled in preparation for an attack by the rebels.", "attack", ["rebels"]),
    ],
)
def test_fighters_who_prepare_an_act_of_war_mean_to_do_it_and_those_who_expect_one_do_not(claims_of, sentence, trigger, doers):
    claim = next(claim for claim in claims_of(sentence) if claim.quote("trigger") == trigger)
    assert [who.name for who in claim.initiators] == doers


@pytest.mark.parametrize(
    ("text", "doers", "driven"),
    [
        ("Government forces launched an assault against rebels in Taiz but were repelled.", ["rebels"], ["Government forces"]),
        ("The rebels launched a surprise attack on Kenyan soldiers near Lamu but were repelled.", ["Kenyan soldiers"], ["rebels"]),
        ("Gunmen attacked civilians in the market but were repelled.", [], None),
    ],
)
def test_whom_somebody_attacked_in_vain_beat_him_back(claims_of, text, doers, driven):
    claim = next(claim for claim in claims_of(text) if claim.mode == "clash")
    assert [party.name for party in claim.initiators] == doers
    assert driven is None or [party.name for party in claim.targets] == driven
