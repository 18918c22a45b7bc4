"""Layers 5 to 9: outcomes and words of aim go to the act that they tell of, whole."""

import pytest


def figures(claim):
    return [(tally.what, tally.best) for tally in claim.tallies]


def test_those_wounded_in_an_act_lead_those_killed_beside_them_to_it(claim_of):
    claim = claim_of("The junta committed a massacre in Sagaing where 18 villagers were killed and 30 wounded in a bomb attack that targeted a school.")
    assert figures(claim) == [("killed", 18), ("wounded", 30)]
    assert [who.name for who in claim.initiators] == ["junta"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Airstrikes by the coalition targeting areas near Saada have killed at least 21 civilians.",
        "An air raid by Sudanese army planes targeting a market killed 21 civilians in Nyala.",
    ],
)
def test_a_word_of_aim_on_those_who_act_is_of_their_act(claim_of, sentence):
    assert [tally.low for tally in claim_of(sentence).tallies] == [21]


def test_two_fates_set_side_by_side_are_of_one_act(claim_of):
    claim = claim_of("One farmer was killed while 16 others were injured in rocket attacks by rebels on Goma.")
    assert figures(claim) == [("killed", 1), ("wounded", 16)]


def test_two_fates_each_at_a_place_of_its_own_are_of_two_acts(claims_of):
    claims = claims_of("One farmer was killed in Beni while 16 people were injured in rocket attacks on Goma.")
    assert [figures(claim) for claim in claims] == [[("killed", 1)], [("wounded", 16)]]


def test_deaths_that_somebody_admits_to_are_those_of_his_strikes(claims_of):
    claim = next(claim for claim in claims_of("In May the coalition acknowledged the deaths of 35 civilians in its strikes on Saada.") if claim.type == "ASSAULT")
    assert figures(claim) == [("killed", 35)]
    assert [who.name for who in claim.targets] == ["civilians"]


def test_outcomes_each_with_its_own_act_are_two_happenings(claims_of):
    claims = claims_of("Four soldiers were killed in strikes in Taiz and six civilians died in raids in Aden.")
    assert [(claim.quote("trigger"), figures(claim)) for claim in claims] == [("strikes", [("killed", 4)]), ("raids", [("killed", 6)])]


def test_what_an_act_by_somebody_did_is_not_done_to_him(claim_of):
    claim = claim_of("Airstrikes by the US-led coalition killed at least 34 villagers in and near a base of the group in eastern Syria on Friday.")
    assert [who.name for who in claim.initiators] == ["US-led coalition"]
    assert [who.name for who in claim.targets] == ["villagers"]


def test_deaths_that_somebody_counts_in_raids_are_those_of_the_raids(claim_of):
    claim = claim_of('"We have written down the deaths of at least 31 people... in air strikes on the edge of Taiz" said the monitor.')
    assert (claim.mode, figures(claim)[0][0], claim.tallies[0].low) == ("aerial", "killed", 31)


def test_earlier_that_day_opens_no_other_act(claim_of):
    claim = claim_of("Activists said that the air force carried out heavy shelling of northern Taiz earlier today, leaving dozens of civilian casualties.")
    assert [tally.what for tally in claim.tallies] == ["casualties"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The killing of five people in an air raid on Monday was condemned.",
        "The group has documented the killing of 5 civilians including two women in barrel bombings and air raids on Taiz.",
    ],
)
def test_a_killing_and_the_raid_that_did_it_are_one_whole_claim(claim_of, sentence):
    assert figures(claim_of(sentence))[0] == ("killed", 5)


def test_weapons_used_to_bomb_a_town_are_the_means_of_the_bombing(claim_of):
    claim = claim_of("The army used rockets to bomb Taiz on Monday.")
    assert [who.name for who in claim.initiators] == ["army"]


def test_two_fates_told_side_by_side_are_of_the_act_that_the_last_names(claim_of):
    claim = claim_of("In Goma one nurse was killed and six others injured by mortar shells fired by rebels on the market.")
    assert [who.name for who in claim.initiators] == ["rebels"]
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 1), ("wounded", 6)]


def test_those_left_dead_are_the_victims_of_what_left_them_so(claims_of):
    shells = claims_of("Tank shells were fired in the battle and left nearly 30 gunmen killed.")[0]
    assert shells.quote("trigger") == "shells"
    assert [who.name for who in shells.targets] == ["gunmen"]


@pytest.mark.parametrize("sentence", ["The siege went on and two children died of starvation in Taiz amid the bombing.",
                                      "The fighting blocked the road to the camp where four more people died from lack of food on Sunday."])
def test_hunger_is_no_act_of_arms(claims_of, sentence):
    assert not any(claim.tallies for claim in claims_of(sentence))


def test_an_outcome_with_its_own_doer_is_not_of_the_act_told_beside_it(claims_of):
    claims = claims_of("Activists said that four farmers were killed in shelling of Goma and that rebels killed a teacher in Bukavu.")
    assert [([who.name for who in claim.initiators], figures(claim)) for claim in claims] == [([], [("killed", 4)]), (["rebels"], [("killed", 1)])]


def test_what_came_of_another_act_is_not_of_the_fight_before(claims_of):
    claims = claims_of("Fighting in Goma went on and bombs dropped by the army killed at least nine people over the weekend.")
    found = {claim.passage("trigger").quote: [participant.name for participant in claim.initiators] for claim in claims}
    assert found == {"Fighting": [], "bombs": ["army"]}


@pytest.mark.parametrize(
    "sentence",
    [
        "After the gas attack the Iraqi army bombarded a clinic in the town.",
        "After the attack on the clinic, the Iraqi army shelled the town.",
        "Following the ambush the Iraqi army launched air strikes on the town.",
    ],
)
def test_an_act_that_follows_another_is_not_that_act(claims_of, sentence):
    before, army = [claim for claim in claims_of(sentence) if claim.type == "ASSAULT"]
    assert ([who.name for who in before.initiators], [who.name for who in army.initiators]) == ([], ["Iraqi army"])


@pytest.mark.parametrize("sentence", ["Ten people were killed after an attack on Mosul.", "Ten people died following an air raid on Mosul."])
def test_an_outcome_is_of_the_act_that_it_follows(claim_of, sentence):
    assert figures(claim_of(sentence)) == [("killed", 10)]


def test_two_words_for_what_is_over_are_of_one_act(claim_of):
    assert claim_of("Twelve people were taken to hospital after the explosion of two car bombs in Mosul.").type == "ASSAULT"
