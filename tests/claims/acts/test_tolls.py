"""Layer 9, the figure that a sentence gives to a toll."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "low", "victims"),
    [
        ("The toll in the air strikes on Taiz rose to at least 20 civilians.", 20, "civilians"),
        ("The death toll from the shelling of Goma was put at nine soldiers.", 9, "military"),
        ("The death toll in the attack on Kaduna has risen to 31 farmers.", 31, "civilians"),
    ],
)
def test_those_whom_a_toll_counts_are_who_was_hit(claims_of, sentence, low, victims):
    claim = next(claim for claim in claims_of(sentence) if claim.tallies)
    assert [(tally.what, tally.low, tally.victims) for tally in claim.tallies] == [("killed", low, victims)]
    assert claim.targets[-1].name in claim.tallies[0].wording


def test_a_toll_of_a_bare_number_names_nobody(claim_of):
    claim = claim_of("The death toll rose to 112.")
    assert [tally.low for tally in claim.tallies] == [112]
    assert claim.targets == ()


def test_the_figure_to_which_a_toll_rose_counts_beside_another_fate(claim_of):
    claim = claim_of("The death toll from rebel attacks on farms in Goma has risen to 14 and 88 injured, many of them women.")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 14), ("wounded", 88)]


@pytest.mark.parametrize(
    ("sentence", "low"),
    [
        ("The death toll in a bomb attack on buses carrying families evacuated from two besieged towns has risen to 112.", 112),
        ("The death toll from a battle that broke out at dawn between two rival clans near Goma has risen to 17.", 17),
        ("The governor of Goma put the number of deaths in the attack at 6.", 6),
    ],
)
def test_the_figure_to_which_a_toll_has_risen_is_its_own_however_far_off(claims_of, sentence, low):
    assert [(tally.what, tally.low) for claim in claims_of(sentence) for tally in claim.tallies] == [("killed", low)]


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("One charity, however, puts the death toll from the nine-year conflict in Darfur at as high as 280,000.", (None, 280_000)),
        ("Monitors say the toll of the six-year-old war exceeds 90,000.", (90_001, 90_000)),
    ],
)
def test_the_toll_of_a_war_is_told_with_it(claims_of, sentence, figure):
    assert [[(tally.low, tally.best) for tally in claim.tallies] for claim in claims_of(sentence)] == [[figure]]


def test_the_figure_that_the_number_of_those_killed_surpasses_is_theirs(claims_of):
    found = claims_of("The number of people killed in the bombing tops 50, doctors said.")
    assert [(tally.what, tally.low) for claim in found for tally in claim.tallies] == [("killed", 51)]


@pytest.mark.parametrize(
    ("sentence", "low"),
    [
        ("The clinic updated to 18 its toll for rebels killed in the raid near Goma.", 18),
        ("Hospitals have revised to 31 the official toll of the blast in Kabul.", 31),
        ("The monitor raised to 45 its toll of guards killed in the ambush near Kaduna.", 45),
        ("Officials in Kabul updated their toll of the blast to 12.", 12),
    ],
)
def test_the_figure_of_a_toll_may_stand_before_it(claims_of, sentence, low):
    assert [(tally.what, tally.low) for claim in claims_of(sentence) for tally in claim.tallies] == [("killed", low)]


def test_who_went_to_a_place_is_no_toll_of_what_happened_there(claims_of):
    figures = [(tally.what, tally.low) for claim in claims_of("The ministry sent 18 medics to Goma, where the toll of the blast is unknown.") for tally in claim.tallies]
    assert ("killed", 18) not in figures
