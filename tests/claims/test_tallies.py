"""Layer 6: figures count what the frame says, with their bounds; other numbers count nothing."""

import pytest


def figures(claim):
    return [(tally.what, tally.low, tally.high, tally.best) for tally in claim.tallies]


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("At least 13 soldiers were killed in Gao.", ("killed", 13, None, 13)),
        ("Between 10 and 15 rebels were killed in Marib.", ("killed", 10, 15, None)),
        ("Ten to 12 soldiers were killed in Gao.", ("killed", 10, 12, None)),
        ("Up to 40 people were killed in El Geneina.", ("killed", None, 40, 40)),
        ("More than 200 people were wounded in Gaza.", ("wounded", 201, None, 200)),
        ("Fewer than ten soldiers were killed in Gao.", ("killed", None, 9, 9)),
        ("Twenty-two people were killed in Kharkiv.", ("killed", 22, 22, 22)),
        ("A further six people were killed in Rafah.", ("killed", 6, 6, 6)),
        ("A 45-year-old farmer was killed in Gao.", ("killed", 1, 1, 1)),
        ("Shelling killed one woman in Kherson.", ("killed", 1, 1, 1)),
        ("Mortar fire killed a boy in Taiz.", ("killed", 1, 1, 1)),
        ("Gunmen killed Ahmed Saleh, a journalist, in Aden.", ("killed", 1, 1, 1)),
        ("The army said it lost seven soldiers in Marib.", ("killed", 7, 7, 7)),
        ("The strike brought the death toll to 53 in Gaza.", ("killed", 53, 53, 53)),
        ("The death toll rose from 40 to 47 in Nyala.", ("killed", 47, 47, 47)),
        ("The attack cost the lives of six medics in Nyala.", ("killed", 6, 6, 6)),
        ("Militants abducted nine aid workers in Ituri.", ("abducted", 9, 9, 9)),
        ("The shelling caused no casualties in Kharkiv.", ("casualties", 0, 0, 0)),
        ("At least 70 government and rebel fighters were killed in clashes in Taiz.", ("killed", 70, None, 70)),
        ("The army shelled Taiz inflicting more than 20 casualties on the rebels.", ("casualties", 21, None, 20)),
    ],
)
def test_one_figure_with_its_bounds(claim_of, sentence, figure):
    assert figures(claim_of(sentence)) == [figure]


@pytest.mark.parametrize(
    ("sentence", "what", "low", "high"),
    [
        ("Nearly 50 fighters died in Taiz.", "killed", 45, 50),
        ("About 30 people were wounded in Kharkiv.", "wounded", 28, 32),
        ("Dozens of civilians were killed in Nyala.", "killed", 24, 99),
        ("Scores of people were wounded in Khartoum.", "wounded", 40, 99),
    ],
)
def test_a_vague_figure_is_a_range_and_says_that_it_is_approximate(claim_of, sentence, what, low, high):
    tally = claim_of(sentence).tallies[0]
    assert (tally.what, tally.low, tally.high, tally.approximate) == (what, low, high, True)


@pytest.mark.parametrize(
    ("sentence", "classes"),
    [
        ("The strike killed 13 soldiers and 5 others in Kherson.", [(13, "military"), (5, "unknown")]),
        ("Eight policemen and three civilians were killed in Kismayo.", [(8, "police"), (3, "civilians")]),
        ("The strike killed nine people, including four children, in Rafah.", [(9, "unknown"), (4, "children")]),
        ("Jets bombed a school in Taiz, killing 12 children.", [(12, "children")]),
        ("The army shelled Taiz, killing two women.", [(2, "women")]),
        ("The army claimed it killed 30 militants in Mopti.", [(30, "rebels")]),
        ("Militants abducted nine aid workers in Ituri.", [(9, "aid workers")]),
        ("The attack cost the lives of six medics in Nyala.", [(6, "medics")]),
        ("The killing of a journalist in Gaza drew protests.", [(1, "journalists")]),
    ],
)
def test_each_figure_has_the_class_of_its_victims(claim_of, sentence, classes):
    assert [(tally.best, tally.victims) for tally in claim_of(sentence).tallies] == classes


def test_several_more_are_a_figure(claim_of):
    claim = claim_of("The army killed 13 rebels in Marib and wounded several more.")
    assert [(tally.what, tally.low, tally.high) for tally in claim.tallies] == [("killed", 13, 13), ("wounded", 3, 9)]


def test_soldiers_are_of_their_country(claim_of):
    tally = claim_of("Rebels killed two Turkish soldiers in Idlib on Monday.").tallies[0]
    assert (tally.victims, tally.of) == ("military", "TUR")


@pytest.mark.parametrize(
    ("sentence", "what", "low", "high"),
    [
        ("Some 300,000 people fled their homes in North Kivu.", "displaced", 280000, 320000),
        ("The fighting displaced 200,000 people in North Kivu.", "displaced", 200000, 200000),
        ("Thousands of civilians fled from Goma to Bukavu.", "displaced", 2000, 9999),
        ("About 3,000 residents were evacuated from Kherson.", "evacuated", 2800, 3200),
        ("Hundreds of families returned to Kobani.", "returned", 200, 999),
    ],
)
def test_the_displaced_are_counted(claim_of, sentence, what, low, high):
    tally = claim_of(sentence, "DISPLACEMENT").tallies[0]
    assert (tally.what, tally.low, tally.high) == (what, low, high)


def test_a_figure_that_runs_since_a_date_is_cumulative(claim_of):
    tally = claim_of("Some 900,000 people have been displaced since December in Idlib.", "DISPLACEMENT").tallies[0]
    assert (tally.cumulative, tally.as_of) == (True, "2020-02-05")


def test_a_toll_is_cumulative_and_a_count_is_not(claim_of):
    assert claim_of("The strike brought the death toll to 53 in Gaza.").tallies[0].cumulative is True
    assert claim_of("Twenty-two people were killed in Kharkiv.").tallies[0].cumulative is False


def test_calibres_and_distances_count_nobody(claim_of):
    assert claim_of("The army fired 122 mm rockets at Kharkiv from 15 km away.").tallies == ()


def test_troops_sent_are_counted(claim_of):
    tally = claim_of("The army deployed 500 soldiers to Kharkiv.", "MOBILIZE").tallies[0]
    assert (tally.what, tally.best, tally.victims) == ("troops", 500, "military")


@pytest.mark.parametrize(
    "sentence",
    [
        "Between 10 and 15 rebels were killed in Marib.",
        "The strike killed 13 soldiers and 5 others in Kherson.",
        "The death toll rose from 40 to 47 in Nyala.",
    ],
)
def test_every_figure_stands_in_a_passage(claim_of, sentence):
    claim = claim_of(sentence)
    shown = [passage.quote for passage in claim.passages if passage.field == "tally"]
    assert [tally.wording for tally in claim.tallies] == shown
    assert all(passage.quote == sentence[passage.start:passage.end] for passage in claim.passages)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Four people were shot in Atlanta.", [("casualties", 4)]),
        ("Gunmen shot two men in Atlanta.", [("casualties", 2)]),
        ("The shooting of three students in Atlanta shocked the town.", [("casualties", 3)]),
        ("Four people were shot, one fatally, in Atlanta.", [("casualties", 4), ("killed", 1)]),
        ("Two men were shot and killed in Atlanta.", [("killed", 2)]),
        ("A man and two women were shot and wounded in Atlanta.", [("wounded", 1), ("wounded", 2)]),
        ("He fatally shot two neighbours in Atlanta.", [("killed", 2)]),
        ("The fatal shooting of a student in Atlanta shocked the town.", [("killed", 1)]),
    ],
)
def test_whoever_was_shot_was_hit_and_is_dead_or_wounded_only_where_that_is_told(claim_of, sentence, expected):
    assert [(tally.what, tally.best) for tally in claim_of(sentence).tallies] == expected


def test_a_fatal_shooting_killed_at_least_one(claim_of):
    tally = claim_of("A fatal shooting shocked the town of Atlanta.").tallies[0]
    assert (tally.what, tally.low, tally.high, tally.best) == ("killed", 1, None, None)


def test_firing_at_somebody_hits_nobody_yet(claim_of):
    assert claim_of("Gunmen opened fire on four policemen in Atlanta.").tallies == ()


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("A woman was pronounced dead at the scene in Atlanta.", ("killed", 1)),
        ("Three men were found dead in Atlanta.", ("killed", 3)),
    ],
)
def test_the_found_dead_are_dead(claim_of, sentence, figure):
    assert [(tally.what, tally.best) for tally in claim_of(sentence).tallies] == [figure]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The raid left 2 dead, 6 injured in Gao.", {("killed", 2), ("wounded", 6)}),
        ("An officer fatally wounded the suspect in Gao.", {("killed", 1)}),
        ("Police found two men with gunshot wounds in Gao.", {("casualties", 2)}),
        ("A woman suffered a gunshot wound to the leg in Gao.", {("casualties", 1)}),
        ("Four people were struck by gunfire in Gao.", {("casualties", 4)}),
        ("A stray bullet hit a boy in Gao.", {("casualties", 1)}),
        ("A woman is dead after a shooting in Gao.", {("killed", 1)}),
        ("An 80yo man was killed in Gao.", {("killed", 1)}),
    ],
)
def test_the_word_beside_a_victim_tells_what_befell_him(claims_of, sentence, expected):
    assert {(tally.what, tally.best) for claim in claims_of(sentence) for tally in claim.tallies} == expected


def test_a_deadly_shooting_killed_at_least_one_and_a_deadly_raid_is_only_a_bad_one(claims_of):
    assert [tally.low for claim in claims_of("A deadly shooting took place in Gao.") for tally in claim.tallies] == [1]
    assert [tally for claim in claims_of("A deadly raid took place in Gao.") for tally in claim.tallies] == []


def test_names_in_a_row_are_as_many_people(claims_of):
    claims = claims_of("Betty Otim, 55, Alexis Otim, 29, and Sam Otim, eight, were killed in Gao.")
    assert [tally.wording for claim in claims for tally in claim.tallies] == ["Betty Otim", "Alexis Otim", "Sam Otim"]


def test_the_day_before_a_verb_of_killing_counts_nobody(claim_of):
    claim = claim_of("The raid on the market on April 3 killed at least nine and wounded dozens.")
    assert [(what, low) for what, low, _, _ in figures(claim)] == [("killed", 9), ("wounded", 24)]


def test_harm_that_is_inflicted_on_people_wounds_them(claim_of):
    claim = claim_of("A gas attack in Taiz claimed the lives of some 60 people and inflicted harm on an additional 150 civilians.")
    assert ("wounded", 150) in [(what, low) for what, low, _, _ in figures(claim)]


def test_other_injured_are_people(claim_of):
    claim = claim_of("In a mortar attack three civilians were killed and eight other injured in Taiz on Monday.")
    assert ("wounded", 8) in [(what, low) for what, low, _, _ in figures(claim)]


def test_a_family_of_five_is_five_people(claim_of):
    claim = claim_of("The strike killed 10 people including a family of five in Taiz.")
    assert [(what, low) for what, low, _, _ in figures(claim)] == [("killed", 10), ("killed", 5)]


def test_what_befell_the_part_told_last_befell_all(claim_of):
    claim = claim_of("Ten civilians some of them women killed in an air strike in Taiz.")
    assert [(tally.what, tally.low, tally.victims) for tally in claim.tallies] == [("killed", 10, "civilians")]


def test_the_number_of_places_attacked_counts_no_dead(claim_of):
    claim = claim_of("The attack on two villages killed 15 farmers and 27 fighters in Ituri.")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 15), ("killed", 27)]


def test_one_figure_of_killed_and_wounded_counts_casualties(claim_of):
    claim = claim_of("Dozens of people were killed and injured in an air strike on a school in Taiz.")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("casualties", 24)]


def test_the_displaced_are_not_among_the_dead(claims_of):
    claim = next(claim for claim in claims_of("The war has killed hundreds of thousands and displaced millions.") if claim.tallies)
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 200_000)]


def test_what_is_told_in_addition_is_of_the_same_act(claim_of):
    claim = claim_of("Rebels shelled the market in Goma, leaving 14 people dead in addition to 50 others injured.")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 14), ("wounded", 50)]


def test_the_displaced_are_not_the_number_of_the_dead(claims_of):
    claims = claims_of("At least 130000 people have been killed in Ethiopia and millions displaced.")
    displaced = next(claim for claim in claims if claim.type == "DISPLACEMENT")
    assert [(tally.what, tally.low) for tally in displaced.tallies] == [("displaced", 2_000_000)]


def test_who_says_so_behind_the_number_of_the_dead_is_not_counted(claim_of):
    claim = claim_of("Airstrikes in northern Yemen kill 20 civilians activists.")
    assert [(tally.what, tally.low, tally.victims) for tally in claim.tallies] == [("killed", 20, "civilians")]


def test_a_figure_that_two_outcomes_of_an_act_tell_is_entered_once(claim_of):
    claim = claim_of("Twenty-six villagers were killed when jets pounded a village near Nyala, killing 26 villagers.")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 26)]


def test_many_more_wounded_are_not_those_killed_before_them(claim_of):
    claim = claim_of("Seven nurses were killed and many more wounded in an attack on a clinic in Nyala.")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 7)]


def test_deaths_in_the_plural_are_not_one(claim_of):
    assert claim_of("The other rebel deaths came in clashes west of Goma.").tallies == ()


def test_the_dead_before_a_number_of_wounded_are_not_wounded(claim_of):
    claim = claim_of("The death toll from attacks on farms in Nyala has risen to 14 and 88 injured, many of them women.")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 14), ("wounded", 88)]


def test_part_of_those_killed_is_counted_by_its_own_noun(claim_of):
    claim = claim_of("Air strikes killed 25 civilians, six of them children, in Nyala.")
    assert [(tally.low, tally.victims) for tally in claim.tallies] == [(25, "civilians"), (6, "children")]
    assert [who.name for who in claim.targets] == ["civilians", "children"]


def test_one_figure_for_dead_and_wounded_counts_casualties(claim_of):
    for sentence in ("Attacks on Nyala resulted in hundreds of deaths and injuries.", "The attack left 200 people dead or wounded."):
        assert [(tally.what, tally.low) for tally in claim_of(sentence).tallies] == [("casualties", 200)]


def test_dozens_killed_injured_are_casualties(claim_of):
    claim = claim_of("Shops were closed.", title="Dozens Killed Injured in Militia Rocket Attack on Taiz Clinic")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("casualties", 24)]


def test_several_in_the_killing_or_wounding_of_whom_it_ended_are_casualties(claim_of):
    claim = claim_of("The raid on Taiz resulted in the killing or wounding of nineteen gunmen.")
    assert [tally.what for tally in claim.tallies] == ["casualties"]


def test_25_other_were_injured_counts_people(claim_of):
    claim = claim_of("Four nurses were killed and 25 other were injured in a car bomb attack in Taiz.")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 4), ("wounded", 25)]


def test_shells_that_claim_nine_villagers_kill_them(claim_of):
    claim = claim_of("Mortar shells claimed nine villagers in Taiz.")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 9)]


def test_whom_somebody_says_to_have_caught_he_does_not_kill_by_claiming_them(claims_of):
    assert not [claim for claim in claims_of("The party claims nine thousand villagers as its members.") if claim.tallies]


@pytest.mark.parametrize(
    ("sentence", "tallies"),
    [
        ("At least two guards were killed and a dozen more wounded amid clashes in Goma.", [("killed", 2), ("wounded", 12)]),
        ("At least 22 guards were killed in the raid on Goma, and dozens more wounded.", [("killed", 22), ("wounded", 24)]),
        ("Five raids killed at least 16 villagers in Goma and injured dozens more.", [("killed", 16), ("wounded", 24)]),
    ],
)
def test_those_told_as_more_have_a_fate_of_their_own(claims_of, sentence, tallies):
    assert sorted((tally.what, tally.low) for claim in claims_of(sentence) for tally in claim.tallies) == sorted(tallies)


@pytest.mark.parametrize(
    "sentence",
    [
        "Mines have killed and maimed 60 villagers near Goma.",
        "The raid on Goma ended in killing and injuring 60 villagers.",
    ],
)
def test_two_verbs_of_harm_before_one_figure_count_casualties(claims_of, sentence):
    assert [(tally.what, tally.low) for claim in claims_of(sentence) for tally in claim.tallies] == [("casualties", 60)]


@pytest.mark.parametrize(
    ("sentence", "low"),
    [
        ("Seven traders were hacked to death in Goma on Monday.", 7),
        ("At least 90 traders were shot or stabbed to death in Goma on Monday.", 90),
    ],
)
def test_whoever_is_hacked_to_death_is_killed(claims_of, sentence, low):
    assert {(tally.what, tally.low) for claim in claims_of(sentence) for tally in claim.tallies} == {("killed", low)}


def test_a_number_counts_the_people_whose_name_is_on_no_list_of_nouns(claim_of):
    assert [(tally.what, tally.low) for tally in claim_of("More than 30 Yezidis were killed by gunmen in Sinjar.").tallies] == [("killed", 31)]


def test_bombers_who_killed_two_are_not_the_dead(claims_of):
    claim = claims_of("On Monday three suicide bombers killed at least two guards near the bank in Kabul in an attack claimed by Boko Haram.")[0]
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 2)]


def test_whoever_tells_of_the_wounded_is_none_of_them(claims_of):
    claims = claims_of("A bomber struck a wedding in Goma killing 19 guests and wounding dozens a nurse and witnesses said.")
    assert [(tally.what, tally.low) for tally in claims[0].tallies] == [("killed", 19), ("wounded", 24)]
    assert [speaker.name for speaker in claims[0].speakers] == ["nurse", "witnesses"]


def test_whoever_is_taken_along_with_somebody_is_taken_too(claim_of):
    claim = claim_of("The driver was captured along with seven others near Goma.", "COERCE")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("detained", 1), ("detained", 7)]


def test_whoever_is_killed_with_his_driver_is_not_killed_alone(claim_of):
    claim = claim_of("The governor was killed with his driver in an attack in Goma.")
    assert sorted(target.name for target in claim.targets) == ["driver", "governor"]


def test_those_killed_with_others_behind_a_part_of_them_are_all_counted(claim_of):
    claim = claim_of("Clashes rocked Taiz leaving 20 villagers - including seven children - and 14 fighters dead.")
    assert [tally.low for tally in claim.tallies] == [20, 7, 14]


def test_rebels_who_evacuate_a_town_are_counted(claim_of):
    assert figures(claim_of("Some 500 rebels evacuated the town of Sabir.", "RETREAT"))[0][0] == "evacuated"


@pytest.mark.parametrize(
    "sentence",
    [
        "A bomb struck a minibus near Sanaa, killing 12 of the 15 passengers on board.",
        "Twelve of the 17 people in the house were killed in the shelling.",
        "The raid killed 12 of the group's 60 fighters in Marib.",
    ],
)
def test_of_a_whole_only_the_part_was_killed(claim_of, sentence):
    assert figures(claim_of(sentence)) == [("killed", 12, 12, 12)]


def test_of_those_killed_some_are_a_part(claim_of):
    claim = claim_of("Sixteen of the 43 people killed in the strike in Taiz were children.")
    assert {tally.low for tally in claim.tallies} == {16, 43}


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("The army has lost 11 men in the battle for Taiz.", ("killed", 11, 11, 11)),
        ("The rebels had lost two of their own in the battle for Taiz.", ("killed", 2, 2, 2)),
    ],
)
def test_those_whom_a_side_loses_in_a_fight_fell(claim_of, sentence, figure):
    assert figure in figures(claim_of(sentence))


def test_a_party_that_loses_members_in_a_vote_has_no_dead(claims_of):
    assert claims_of("The party lost 12 members of parliament in the vote in Sanaa.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Thirty people are being killed every day in the besieged district of Taiz, the doctor said.",
        "The air raids are killing dozens of people a day in Taiz the mayor said.",
        "Each day some 20 civilians are killed by snipers in Taiz.",
    ],
)
def test_so_many_a_day_is_no_toll(claim_of, sentence):
    assert figures(claim_of(sentence)) == []


def test_a_day_after_is_no_rate(claims_of):
    assert figures(claims_of("A bomb killed 12 people a day after a raid on the same town.")[0]) == [("killed", 12, 12, 12)]


def test_two_families_are_not_two_dead(claim_of):
    assert figures(claim_of("The bombardment of Taiz killed two families and wounded nine people.")) == [("wounded", 9, 9, 9)]


def test_a_name_behind_a_number_may_share_the_fighters(claim_of):
    assert [tally.low for tally in claim_of("Turkish forces killed 104 Islamic State and 28 Kurdish fighters near Afrin.").tallies] == [104, 28]


@pytest.mark.parametrize(("sentence", "figures"), [
    ("Rebels have besieged about 200000 people in Taiz for two years.", [("trapped", 180_000)]),
    ("More than 5000 people are living under siege in Taiz.", [("trapped", 5001)]),
    ("The army besieged 4000 villagers near Taiz.", [("trapped", 4000)]),
    ("The army besieged two villages near Taiz.", []),
    ("The army besieged the man in a school in Taiz.", []),
])
def test_the_besieged_are_counted_as_trapped(claims_of, sentence, figures):
    found = [claim for claim in claims_of(sentence) if claim.type == "TERRITORY"]
    assert [(tally.what, tally.low) for claim in found for tally in claim.tallies] == figures


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("Mortars were used in the raid which left at least 30 villagers killed and over 70 wounded, a doctor in Taiz said.", [("killed", 30), ("wounded", 71)]),
        ("The gunmen fired ten shells on the harbour leaving a young porter killed and 7 other people injured and sinking two boats.",
         [("killed", 1), ("wounded", 7)]),
    ],
)
def test_the_word_of_harm_behind_a_figure_is_its_own_whatever_is_told_of_others(claims_of, sentence, figures):
    assert [(tally.what, tally.low) for claim in claims_of(sentence) for tally in claim.tallies] == figures


@pytest.mark.parametrize(
    "sentence",
    [
        "Twin blasts hit a checkpoint near Baghdad claiming 4 martyrs and 13 injured.",
        "The blast claimed 4 martyrs and 13 injured in Baghdad.",
        "An attack rocked the market of Sanaa leaving 4 martyrs and 13 others wounded.",
    ],
)
def test_martyrs_are_told_to_be_dead_whatever_befell_those_told_with_them(claim_of, sentence):
    assert [figure[:3] for figure in figures(claim_of(sentence))] == [("killed", 4, 4), ("wounded", 13, 13)]


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("A raid wounded 12 brothers of martyrs in Sanaa.", ("wounded", 12, 12)),
        ("Gunmen injured 12 people at Martyrs Square in Sanaa.", ("wounded", 12, 12)),
    ],
)
def test_a_martyr_named_beside_those_counted_changes_nothing(claim_of, sentence, figure):
    assert [told[:3] for told in figures(claim_of(sentence))] == [figure]


@pytest.mark.parametrize(
    "sentence",
    [
        "The attack killed 32 rebels in Gao, the monitor said, updating an earlier toll of 15.",
        "The blast killed 32 people in Gao, the ministry said, raising an initial toll of 15 dead.",
        "In the raid on Gao 32 people were killed, up from a previous toll of 15.",
    ],
)
def test_a_toll_that_another_takes_the_place_of_counts_nobody(claim_of, sentence):
    assert [told[:3] for told in figures(claim_of(sentence))] == [("killed", 32, 32)]


def test_those_who_died_since_are_added_to_an_earlier_toll(claim_of):
    claim = claim_of("The monitor updated its earlier toll of 15 for the strike on Gao, saying three more people had died.")
    assert [told[:3] for told in figures(claim)] == [("killed", 15, 15), ("killed", 3, 3)]


def test_an_earlier_toll_told_alone_counts(claim_of):
    assert [told[:3] for told in figures(claim_of("The previous death toll in Gao was 20."))] == [("killed", 20, 20)]


@pytest.mark.parametrize(
    ("sentence", "what", "low"),
    [
        ("Nine cases of suffocation were reported after the gas attack on Taiz.", "wounded", 9),
        ("In Taiz 35 people suffered suffocation after the gas attack.", "wounded", 35),
        ("Some 400 fighters withdrew from Goma.", "troops", 350),
        ("At least 200 rebels arrived in Goma from Bukavu.", "troops", 200),
    ],
)
def test_cases_of_what_gas_does_and_fighters_on_the_move_are_counted(claims_of, sentence, what, low):
    assert [(tally.what, tally.low) for claim in claims_of(sentence) for tally in claim.tallies] == [(what, low)]


def test_cases_of_something_else_are_no_figure(claims_of):
    assert all(not claim.tallies for claim in claims_of("The ministry handled three cases of fraud after the attack on Goma."))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The strike on Taiz left 35 people including 22 children dead.", [("killed", 35, 35), ("killed", 22, 22)]),
        ("The war has left at least 9000 people dead and displaced half the population of Taiz.", [("killed", 9000, None)]),
        ("The death toll could be as high as 200 after the raid on Taiz.", [("killed", None, 200)]),
    ],
)
def test_who_was_left_dead_and_how_many_it_may_be(claims_of, sentence, expected):
    found = [claim for claim in claims_of(sentence) if claim.type == "ASSAULT"]
    assert [(tally.what, tally.low, tally.high) for claim in found for tally in claim.tallies] == expected


@pytest.mark.parametrize("sentence", ["A shell killed a 12 year old boy in Goma.", "A 9-year-old boy was killed by a shell in Goma."])
def test_an_age_is_no_part_of_a_name(claim_of, sentence):
    assert [who.name for who in claim_of(sentence).targets] == ["boy"]


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("More than 400 men have been tortured to death by the junta.", ("killed", 401)),
        ("Soldiers beat three men to death in Goma.", ("killed", 3)),
        ("Tens killed and wounded in a truck bomb explosion near the border.", ("casualties", 20)),
        ("Tens were injured in the shelling of Taiz.", ("wounded", 20)),
        ("Hundreds of dead and injured people were taken to three clinics.", ("casualties", 200)),
        ("The number of victims is at least 70.", ("killed", 70)),
        ("The number of civilians who were killed by the shelling of Taiz has become 40.", ("killed", 40)),
        ("The number of civilians killed by the shelling of Taiz is 40.", ("killed", 40)),
        ("Two killed others injured in rebel attacks with mortars in Taiz.", ("killed", 2)),
        ("Those killed include three girls aged from two to 12.", ("killed", 3)),
    ],
)
def test_each_wording_of_harm_has_its_figure_and_no_other(claims_of, sentence, figure):
    assert [(tally.what, tally.low) for claim in claims_of(sentence) for tally in claim.tallies] == [figure]


@pytest.mark.parametrize("sentence", ["Soldiers tortured 40 men in Goma.", "The children aged from five to 12 and women were wounded by jets in Goma."])
def test_who_did_not_die_of_it_and_ages_are_no_figures_of_the_dead(claims_of, sentence):
    assert [tally.what for claim in claims_of(sentence) for tally in claim.tallies] == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Five civilians were killed in the town of Beni and one in the town of Goma.", [("killed", 5), ("killed", 1)]),
        ("Twelve were wounded in Goma and one in five of the houses was hit.", [("wounded", 12)]),
        ("There are 46 dead including 12 children and dozens more wounded including four in intensive care said Omar Hassan.",
         [("killed", 46), ("killed", 12), ("wounded", 24)]),
        ("The life of a man and the lives of two women were lost in the attack on Goma.", [("killed", 1), ("killed", 2)]),
    ],
)
def test_a_figure_goes_on_and_a_part_has_the_fate_of_its_whole(claims_of, sentence, expected):
    assert [(tally.what, tally.low) for claim in claims_of(sentence) for tally in claim.tallies] == expected


@pytest.mark.parametrize(
    ("sentence", "type_", "low"),
    [
        ("150 rebels infiltrated Uganda from Rwanda.", "TERRITORY", 150),
        ("Since March the militia has recruited 3000 new fighters including teenagers.", "MOBILIZE", 3000),
    ],
)
def test_who_slipped_in_or_was_recruited_is_counted(claim_of, sentence, type_, low):
    assert [(tally.what, tally.low) for tally in claim_of(sentence, type_).tallies] == [("troops", low)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Mine blast kills two soldiers, wounds three in Mali.", [("killed", 2), ("wounded", 3)]),
        ("Mine blast kills two soldiers and wounds three.", [("killed", 2), ("wounded", 3)]),
        ("Rocket kills a girl and wounds her two brothers in Goma.", [("killed", 1), ("wounded", 2)]),
        ("Shelling in Donetsk leaves 4 dead 12 hurt.", [("killed", 4), ("wounded", 12)]),
        ("Dozens feared dead after Mogadishu blast.", [("killed", 24)]),
        ("At least 30 people are feared dead after the blast in Mogadishu.", [("killed", 30)]),
        ("The hospital in Taiz received 12 bodies and 40 wounded after the strike.", [("killed", 12), ("wounded", 40)]),
        ("Fourteen bodies were recovered from the rubble after the air strike on Taiz.", [("killed", 14)]),
        ("The coalition deployed 300 soldiers and 20 tanks to Marib.", [("troops", 300)]),
        ("Rebels took 31 bus passengers hostage on the Goma road.", [("abducted", 31)]),
        ("Rebels took 31 people hostage.", [("abducted", 31)]),
    ],
)
def test_the_figures_of_headlines_of_bodies_and_of_hostages(claims_of, sentence, expected):
    assert [(tally.what, tally.low) for claim in claims_of(sentence) for tally in claim.tallies] == expected


def test_what_somebody_is_taken_as_is_no_part_of_his_name(claim_of):
    assert [who.name for who in claim_of("Rebels took 31 people hostage.").targets] == ["people"]


@pytest.mark.parametrize("sentence", ["He was treated for wounds two days after the war.", "The villagers feared dead relatives would not be found."])
def test_wounds_and_fears_that_count_nobody(claims_of, sentence):
    assert not [tally for claim in claims_of(sentence) for tally in claim.tallies if (tally.low or 0) > 1 or tally.what == "killed"]


@pytest.mark.parametrize(("sentence", "figure"), [
    ("Exactly 3,000 soldiers have massed on the border with Mali.", 3000),
    ("The tribes massed 400 fighters outside Sanaa.", 400),
    ("A hundred paratroopers were deployed in Juba.", 100),
])
def test_troops_that_mass_are_counted_whoever_brought_them(claim_of, sentence, figure):
    assert figures(claim_of(sentence, "MOBILIZE")) == [("troops", figure, figure, figure)]


@pytest.mark.parametrize(("sentence", "told"), [
    ("Nine villagers fell martyrs in the shelling of Bor.", [("killed", 9, 9, 9)]),
    ("Twenty-one people fell as martyrs and 60 others were wounded after two car bombs exploded in Kabul.", [("killed", 21, 21, 21), ("wounded", 60, 60, 60)]),
])
def test_who_fell_as_a_martyr_was_killed(claim_of, sentence, told):
    assert figures(claim_of(sentence)) == told
