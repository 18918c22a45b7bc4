"""Layer 9, who suffered with somebody: parts of the victims, and those who are told beside them."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "targets", "killed"),
    [
        ("The farmer was shot dead together with his two sons near Bamako.", ["farmer", "sons"], [1, 2]),
        ("A teacher alongside nine of her pupils were killed in Sagaing.", ["teacher", "pupils"], [1, 9]),
        ("Rebels executed the mayor along with his family in Masisi.", ["mayor", "family"], [1]),
        ("The raid killed 15 civilians including women and children in Taiz.", ["civilians", "women", "children"], [15]),
    ],
)
def test_who_is_told_beside_a_victim_is_a_victim(claim_of, sentence, targets, killed):
    claim = claim_of(sentence)
    assert [target.name for target in claim.targets] == targets
    assert [tally.low for tally in claim.tallies if tally.what == "killed"] == killed


def test_who_fights_beside_somebody_is_no_victim(claim_of):
    claim = claim_of("The army attacked the village along with Wagner fighters.")
    assert [person.name for person in claim.initiators] == ["army", "Wagner fighters"]
    assert "Wagner fighters" not in [target.name for target in claim.targets]


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("Five women were among at least 12 people killed in air strikes on Taiz.", [5, 12]),
        ("Three boys and two women were among the nine dead in the shelling of Taiz.", [3, 2, 9]),
        ("Two women among nine killed in raid on Taiz.", [2, 9]),
    ],
)
def test_who_is_told_to_be_among_the_dead_is_part_of_them(claim_of, sentence, killed):
    assert [tally.low for tally in claim_of(sentence).tallies if tally.what == "killed"] == killed


def test_those_wounded_in_addition_to_others_are_victims_too(claim_of):
    claim = claim_of("Rebels shelled a clinic in Goma, injuring three nurses in addition to five patients including a woman.")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("wounded", 3), ("wounded", 5)]
    assert [who.name for who in claim.targets] == ["clinic", "nurses", "patients", "woman"]


def test_a_list_of_two_numbers_that_lost_its_and(claim_of):
    claim = claim_of("Raids on Raqqa killed 14 jihadists 5 civilians.")
    assert [(tally.low, tally.victims) for tally in claim.tallies] == [(14, "rebels"), (5, "civilians")]


def test_a_part_told_behind_the_verb_is_counted_and_named(claim_of):
    claim = claim_of("17 people were killed in Goma, two of them ambulance crew.")
    assert [tally.low for tally in claim.tallies] == [17, 2]
    assert [who.name for who in claim.targets] == ["people", "ambulance crew"]


def test_a_part_without_a_number_is_named(claim_of):
    claim = claim_of("Shelling on Friday killed at least 26 people, more than half of them villagers, near Taiz, a monitor said.")
    assert [who.name for who in claim.targets] == ["people", "villagers"]


def test_among_those_killed_was_somebody(claim_of):
    claim = claim_of("Among the villagers killed in Nyala was a child.")
    assert [who.name for who in claim.targets] == ["villagers", "child"]
    assert [(tally.low, tally.victims) for tally in claim.tallies] == [(1, "children")]


def test_some_of_them_are_nobody_else(claims_of):
    claims = claims_of('Shells killed six children in Goma. "Dozens more were wounded, some of them critically," the hospital said.')
    assert "children" not in [who.name for who in claims[1].targets]


def test_states_in_which_somebody_is_banned_fight_nobody(claims_of):
    claim = claims_of("Government forces are fighting the group, which is banned in many countries including Russia and the United States.")[0]
    assert [who.name for who in claim.initiators + claim.targets if who.name in ("Russia", "United States")] == []


def test_others_who_were_only_injured_are_not_killed(claim_of):
    claim = claim_of("One person killed, 16 others injured in rebel rocket attacks in Goma.")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 1), ("wounded", 16)]


def test_kin_in_a_list_that_lost_its_comma_are_victims(claim_of):
    claim = claim_of("Militants killed a policeman his wife and two children in Goma.")
    assert [who.name for who in claim.targets] == ["policeman", "wife", "children"]
    assert [tally.low for tally in claim.tallies] == [1, 1, 2]


def test_what_most_of_the_dead_are_is_told(claim_of):
    claim = claim_of("At least 60 people, mostly civilians, were killed in the strikes on Nyala.")
    assert [who.name for who in claim.targets] == ["people", "civilians"]


def test_those_among_the_killed_are_not_the_wounded_told_behind_them(claim_of):
    claim = claim_of("An official of the district said that six farmers were killed among them a child and two nurses and eight others were injured due to a "
                     "rebel rocket attack on the same quarter.")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 6), ("killed", 1), ("killed", 2), ("wounded", 8)]


def test_of_many_told_by_a_counting_word_all_were_hit_and_their_part(claim_of):
    claim = claim_of("Scores of villagers, including women, were killed in army shelling on Friday.")
    assert [who.name for who in claim.targets] == ["villagers", "women"]


def test_what_most_of_the_dead_were_is_told_of_all_who_are_named_so(claim_of):
    claim = claim_of("A raid killed 14 villagers, mostly women and children, in Taiz.")
    assert [target.name for target in claim.targets] == ["villagers", "women", "children"]


def test_those_killed_along_with_others_keep_their_own_number(claim_of):
    claim = claim_of("At least 20 fighters from the French-armed Ango movement were killed along with six Al-Shabab Front gunmen according to the monitor.")
    assert claim.targets[-1].name == "Al-Shabab Front gunmen"
    assert [tally.low for tally in claim.tallies] == [20, 6]


def test_of_two_counted_side_by_side_without_a_comma_both_were_killed(claim_of):
    claim = claim_of("A drone hit a truck outside Goma killing two men 7 national army forces in the town.")
    assert sorted(tally.low for tally in claim.tallies) == [2, 7]


@pytest.mark.parametrize("sentence", ["Two teachers, a doctor and five students were killed in the raid on Goma.",
                                      "The raid on Goma killed two teachers a doctor and five students in Goma."])
def test_all_of_a_list_were_killed(claim_of, sentence):
    claim = claim_of(sentence)
    assert sorted(target.name for target in claim.targets) == ["doctor", "students", "teachers"]
    assert sorted(tally.low for tally in claim.tallies) == [1, 2, 5]


def test_what_somebody_was_is_nobody_else(claim_of):
    claim = claim_of("A shepherd, a father of two and a volunteer with the council, was killed by a mine near Goma.")
    assert [target.name for target in claim.targets] == ["shepherd"]


def test_a_headline_tells_of_one_among_the_dead_by_his_nationality(claim_of):
    assert "American" in [who.name for who in claim_of("American among 14 militants killed in raid in Mali").targets]


def test_staff_are_victims_beside_others(claim_of):
    assert [one.name for one in claim_of("The blast wounded patients and staff in Goma.").targets] == ["patients", "staff"]
    assert [one.name for one in claim_of("The raid killed two guards and a staff member in Goma.").targets] == ["guards", "staff member"]


def test_a_chief_of_staff_is_one_office(layers_of):
    assert [one.name for one in layers_of("The army chief of staff ordered an attack in Goma.").reading.actors] == ["army chief of staff"]


def test_a_part_of_those_whom_somebody_fights_is_none_of_his(claims_of):
    claim = next(claim for claim in claims_of("The hill is held by rebels killing guards including three officers.") if claim.type == "TERRITORY")
    assert [who.name for who in claim.initiators] == ["rebels"]


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("Juma Okello, the head of a clan linked to the M23 and three of his aides were killed in a bomb blast near Goma.", [1, 3]),
        ("Gunmen shot dead Juma Okello, the leader of a militia in Bor and two of his guards.", [1, 2]),
        ("A man with his two daughters was killed in shelling of Donetsk.", [1, 2]),
        ("Gunmen killed a colonel with his rifle in Bor.", [1]),
        ("Juma Okello, the leader of a militia and its founder, was killed near Bor.", [1]),
    ],
)
def test_those_by_whose_they_are_are_counted_beside_him(claims_of, sentence, killed):
    assert [tally.low for claim in claims_of(sentence) for tally in claim.tallies if tally.what == "killed"] == killed


def test_who_is_trapped_beside_others_has_a_figure_too(claim_of):
    claim = claim_of("Some 5,000 people are trapped in Taiz alongside 300 fighters.", "TERRITORY")
    assert [(tally.what, tally.best) for tally in claim.tallies] == [("trapped", 5000), ("trapped", 300)]
