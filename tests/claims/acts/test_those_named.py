"""Who did it and who suffered where the wording hides it: each sentence with those whom it names."""

import pytest


def names(participants):
    return [participant.name for participant in participants]


@pytest.mark.parametrize(
    ("sentence", "trigger", "doers", "hit"),
    [
        # a missile's killing is the missile's, and so those who fired it did it
        ("A missile fired by rebel forces killed at least nine civilians on Monday in the old quarter of Goma.", "missile", ["rebel forces"], ["civilians"]),
        # what somebody "came under" is the doing of those behind "of"
        ("The rebel positions near the river came under the bombardments of the Syrian army aircraft.", "bombardments", ["Syrian army aircraft"], ["rebel positions"]),
        # to suffer a toll is to be who was hit
        ("The jihadist brigade suffered a high death toll during Monday's air raids.", "air raids", [], ["jihadist brigade"]),
        ("The ambush brought the toll for Russian soldiers to 18.", "ambush", [], ["Russian soldiers"]),
        # a sniper who shot on a crowd left the dead that the clause tells of
        ("A sniper positioned in the tower shot on the residents of the quarter leaving two civilians dead.", "shot", ["sniper"], ["residents", "civilians"]),
        # those who were among the killed were killed
        ("Ten children and four rebels were among 30 people executed by government forces in the village.", "executed", ["government forces"],
         ["people", "children", "rebels"]),
        # suffocation is what an attack with gas does to people
        ("Seven civilians suffered suffocation cases due to a gas attack by ISIS on the city of Mare.", "gas attack", ["ISIS"], ["civilians"]),
        # what is injured counts and is hit
        ("Shells fired by the militants fell on the market causing the injury of three of the shoppers.", "Shells", ["militants"], ["market", "shoppers"]),
        # outrage at an attack is no part in it
        ("The African Union voiced its outrage at attacks targeting nurses in Yemen.", "attacks", [], ["nurses"]),
        # an attack beaten back by somebody's defense is beaten back by them
        ("The rebel offensive was repelled by the stubborn defense of government troops and tribal forces.", "repelled",
         ["government troops", "tribal forces"], ["rebel"]),
        ("The rebel groups organized eleven operations against Daish in the north.", "operations", ["rebel groups"], ["Daish"]),
        # what is named is the operation that the sentence tells
        ("They took the area in the operation called Operation Eagle that was started by rebel groups.", "operation", ["rebel groups"], []),
    ],
)
def test_who_did_it_and_who_was_hit_are_those_whom_the_sentence_names(claims_of, sentence, trigger, doers, hit):
    claims = [claim for claim in claims_of(sentence) if claim.type == "ASSAULT"]
    assert [claim.quote("trigger") for claim in claims] == [trigger]
    assert names(claims[0].initiators) == doers
    assert names(claims[0].targets) == hit


def test_a_child_killed_before_other_losses_killed_nobody(claim_of):
    claim = claim_of("A child killed 7 people injured in rebel attacks in Goma on Monday.")
    assert names(claim.initiators) == ["rebel"]
    assert names(claim.targets) == ["child", "people"]
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 1), ("wounded", 7)]


def test_a_soldier_who_killed_people_did_it(claim_of):
    claim = claim_of("A soldier killed 7 people in Goma on Monday.")
    assert names(claim.initiators) == ["soldier"]


def test_civilians_hurt_in_clashes_hurt_nobody(claim_of):
    claim = claim_of("Turkish forces did not allow the civilians hurt during clashes with terror groups.")
    assert names(claim.initiators) == ["Turkish forces", "terror groups"]
    assert names(claim.targets) == ["civilians"]


def test_those_who_are_pushed_back_in_a_battle_are_its_other_side(claims_of):
    claim = next(claim for claim in claims_of("The SDF in several hours of battle pushed ISIS back from the town of Manbij.") if claim.mode == "clash")
    assert names(claim.initiators) == ["SDF", "ISIS"]


def test_fighters_of_two_countries_who_fell_in_a_battle_fought_each_other(claim_of):
    claim = claim_of("The Syrian army stood by. The battle for Qusayr has cost the lives of 47 Syrian rebels and 16 Hezbollah fighters.")
    assert names(claim.initiators) == ["Syrian rebels", "Hezbollah fighters"]


def test_a_town_liberated_from_somebody_was_lost_by_them(claim_of):
    claim = claim_of("Rebel groups launched an operation to liberate the towns from the terrorists.", "TERRITORY")
    assert names(claim.targets) == ["terrorists"]


def test_a_coalition_of_many_countries_is_not_the_coalition_of_one(claims_of):
    text = "The Syrian National Coalition met on Sunday. The shelling carried out by the international coalition killed nine civilians."
    claim = next(claim for claim in claims_of(text) if claim.type == "ASSAULT")
    assert names(claim.initiators) == ["international coalition"]


def test_a_commander_told_before_a_number_of_killed_was_killed_too(claim_of):
    claim = claim_of("The town was quiet.", title="Senior ISIS Commander 17 Terrorists Killed in Clashes")
    assert names(claim.targets) == ["Senior ISIS Commander", "terrorists"]


@pytest.mark.parametrize(
    ("title", "doers", "hit"),
    [
        ("Bomb Kills 18 in Goma Suburb", [], []),
        ("Girl child killed two others injured in rebel rocket attack on Goma", ["rebel"], ["Girl child", "two others"]),
        ("22 children 6 teachers killed in Russian airstrikes near Goma", ["Russian"], ["children", "teachers"]),
        ("Syrian Air Force Targets ISIS in Raqqa 25 Terrorists Killed", ["Syrian Air Force"], ["ISIS", "terrorists"]),
    ],
)
def test_a_headline_names_all_who_were_hit_and_no_weapon_as_doer(claims_of, title, doers, hit):
    claims = [claim for claim in claims_of("The town was quiet.", title=title) if claim.type == "ASSAULT"]
    assert [names(claim.initiators) for claim in claims] == [doers]
    assert [names(claim.targets) for claim in claims] == [hit]


def test_a_barrage_of_strikes_is_the_strikes(claim_of):
    claim = claim_of("A barrage of air strikes on Thursday near a school killed at least six civilians.")
    assert (claim.quote("trigger"), names(claim.targets)) == ("air strikes", ["civilians"])


def test_fighters_before_other_groups_fight_with_them(claims_of):
    claim = claims_of("The jihadist militants and other insurgent groups fighting against the Syrian government met on Monday.")[0]
    assert names(claim.initiators) == ["jihadist militants", "insurgent groups", "Syrian government"]


def test_those_who_took_part_are_named_behind_members_too(claims_of):
    text = "There was fighting between regime forces and rebels including members of the Nusra Front in Homs and fighters from the Free Syrian Army."
    assert "fighters from the Free Syrian Army" in names(claims_of(text)[0].initiators)


def test_a_militia_that_mainly_comprises_others_is_who_acts(claim_of):
    claim = claim_of("The SDF mainly comprising of Kurdish men repelled ISIS offensives near Manbij.")
    assert names(claim.initiators) == ["SDF"]


def test_of_what_is_no_thing_those_whose_it_is_are_hit(claim_of):
    claim = claim_of("The Syrian army pounded the group's moves and ISIS's moves near Palmyra.")
    assert "ISIS" in names(claim.targets)


def test_a_war_against_terrorism_is_against_those_who_commit_it(claims_of):
    claim = next(claim for claim in claims_of("The army in its war against Takfiri terrorism took the town.") if claim.type == "ASSAULT")
    assert names(claim.targets) == ["Takfiri"]


def test_victims_by_a_noun_on_no_list_were_hit(claim_of):
    claim = claim_of("Three staff of the charity were killed when an airstrike struck a clinic near Hama.")
    assert names(claim.targets) == ["clinic", "staff"]


def test_whom_somebody_spoke_with_and_agreed_is_a_party(claim_of):
    claim = claim_of("Obama spoke with David Cameron about the crisis and agreed to consult on a response.", "AGREE")
    assert [participant.country for participant in claim.initiators] == ["USA", "GBR"]


def test_the_ceasefire_of_a_country_has_it_as_its_ground(claim_of):
    assert claim_of("The strike dealt a blow to Syria's fragile ceasefire.", "AGREE").initiators == ()


def test_those_forced_to_leave_suffered_it(claim_of):
    claim = claim_of("Some villagers felt that they were being forced to leave.", "DISPLACEMENT")
    assert (names(claim.initiators), names(claim.targets)) == ([], ["villagers"])


def test_a_number_displaced_beside_the_dead_is_who_fled(claim_of):
    claim = claim_of("At least 2,000 people have been killed in Sudan and millions displaced.", "DISPLACEMENT")
    assert names(claim.initiators) == ["millions"]


def test_a_monitor_that_tells_of_an_attack_did_not_do_it(claims_of):
    claims = claims_of("The town was quiet.", title="State news agency Blasts in Homs kill 18")
    assert all(claim.initiators == () for claim in claims)


def test_a_helicopter_shot_down_shot_nobody(claims_of):
    claims = [claim for claim in claims_of("The town was quiet.", title="Six Killed as Russian Military Chopper Shot down near Idlib") if claim.type == "ASSAULT"]
    assert [names(claim.initiators) for claim in claims] == [[]]
    assert "Russian military chopper" in names(claims[0].targets)


def test_a_toll_that_is_not_given_for_somebody_hits_nobody(claim_of):
    claim = claim_of("The battle has cost the lives of 47 rebels according to the monitor which has not yet given any toll for the army.")
    assert names(claim.targets) == ["rebels"]
