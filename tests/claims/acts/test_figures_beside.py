"""A figure right beside a verb of harm that the parse gives to another word."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        # the speaker, or who else is harmed, stands behind a number without its comma
        ("Mortar fire killed 6 people in Taiz on Sunday and wounded at least 40 a relief group said in the second heavy shelling by the militia in a week.",
         [("killed", 6), ("wounded", 40)]),
        ("Shells hit a market killing three nurses 7 civil defence volunteers.", [("killed", 3), ("killed", 7)]),
        ("The militia fired a number of mortar shells at the market in Taiz city killing 4 shopkeepers including 2 boys injuring 19 others and causing damage to shops.",
         [("killed", 4), ("killed", 2), ("wounded", 19)]),
        # the parse adds those who were injured to the part of those killed
        ("Later in the day the reporter said that 6 nurses were killed including 2 trainees and 31 others were injured in mortar shells fired by the militia on Taiz.",
         [("killed", 6), ("killed", 2), ("wounded", 31)]),
        # the number of those killed
        ("The agency reported the raid putting the number of nurses killed at 17.", [("killed", 17)]),
        ("The number of nurses killed in raids on Taiz has risen to 29.", [("killed", 29)]),
    ],
)
def test_who_stands_right_beside_the_verb_is_counted(claims_of, sentence, figures):
    assert [(tally.what, tally.low) for claim in claims_of(sentence) for tally in claim.tallies] == figures


def test_a_number_that_counts_no_people_is_not_the_verbs(claim_of):
    assert claim_of("Shelling of Taiz wounded 40 percent of the herd a farmer said.").tallies == ()


@pytest.mark.parametrize(("sentence", "figures"), [
    ("The blast led to the martyrdom of six nurses and the injury of two others in Taiz.", [("killed", 6), ("wounded", 2)]),
    ("The clashes in Taiz resulted in the death of five gunmen and the injury of nine.", [("killed", 5), ("wounded", 9)]),
])
def test_a_noun_of_harm_counts_those_of_whom_it_is_told_and_never_itself(claims_of, sentence, figures):
    assert [(tally.what, tally.low) for claim in claims_of(sentence) for tally in claim.tallies] == figures


@pytest.mark.parametrize("sentence", ["One soldier and four nurses, one of them a child, were killed by shells in Taiz.", "Shells killed a soldier and four nurses one of them a boy in Taiz."])
def test_one_of_them_and_who_it_is_are_one_figure(claims_of, sentence):
    assert sorted(tally.low for claim in claims_of(sentence) for tally in claim.tallies) == [1, 1, 4]


def test_a_number_of_killed_and_of_injured_are_each_told_behind_its_at(claims_of):
    text = "The radio quoted Mayor Grace Okello as putting the number of killed in the raid at six and the number of injured at 28."
    assert [(tally.what, tally.low) for claim in claims_of(text) for tally in claim.tallies] == [("killed", 6), ("wounded", 28)]


@pytest.mark.parametrize(("sentence", "figures"), [
    ("More than 5000 people left Goma and about 2200 left Bunia on Friday.", [5001, 2000]),
    ("Nine people left Goma and 12 soldiers left Bunia.", [9]),
])
def test_a_bare_number_before_the_second_verb_counts_others(claims_of, sentence, figures):
    assert [tally.low for claim in claims_of(sentence) for tally in claim.tallies] == figures
