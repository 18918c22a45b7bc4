"""One victim without a numeral: by name, by pronoun, by age, by a word that makes a noun one; and who is no figure."""

import pytest


def only(claim):
    return [(tally.what, tally.best, tally.wording) for tally in claim.tallies]


@pytest.mark.parametrize(
    ("sentence", "wording"),
    [
        ("A soldier was killed in Gao.", "A soldier"),
        ("The teenager was killed in Gao.", "teenager"),
        ("A 17-year-old was killed in Gao.", "17-year-old"),
        ("Her girlfriend was killed in Gao.", "girlfriend"),
        ("Okello was killed in Gao.", "Okello"),
        ("James Okello was killed in Gao.", "James Okello"),
        ("The suspect was killed in Gao.", "suspect"),
    ],
)
def test_one_person_is_one_by_whatever_word(claim_of, sentence, wording):
    assert only(claim_of(sentence)) == [("killed", 1, wording)]


def test_a_pronoun_in_the_singular_is_one(claims_of):
    told = [tally for claim in claims_of("A farmer was shot in Gao on Monday. He died on Tuesday.") for tally in claim.tallies]
    assert [(tally.what, tally.best, tally.wording) for tally in told] == [("casualties", 1, "A farmer"), ("killed", 1, "He")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The family was killed in Gao.",
        "Soldiers were killed in Gao.",
        "They were killed in Gao.",
        "Rebels shot up Gao.",
    ],
)
def test_a_plural_or_a_collective_without_a_number_is_no_figure(claims_of, sentence):
    assert [tally for claim in claims_of(sentence) for tally in claim.tallies] == []


@pytest.mark.parametrize(("age", "victims"), [("17-year-old", "children"), ("8-month-old", "children"), ("38-year-old", "unknown")])
def test_a_person_by_age_is_a_child_below_eighteen(claim_of, age, victims):
    assert claim_of(f"A {age} was killed in Gao.").tallies[0].victims == victims


def test_one_by_a_bare_noun_is_one_in_the_second_print_of_the_headline_too(claims_of):
    title = "Militia Blast Kills Great Mosque Imam in Taiz"
    first, second, *_ = claims_of(f"{title}. Shops were closed on Tuesday.", title=title)
    assert [tally.low for claim in (first, second) for tally in claim.tallies] == [1, 1]


def test_a_tribe_is_not_one_victim(claims_of):
    assert not [tally for claim in claims_of("Gunmen executed the Banu Salim tribe in Taiz.") for tally in claim.tallies]


@pytest.mark.parametrize(
    ("sentence", "what", "wording"),
    [
        ("A Kenyan was shot dead in a hostel in Goma.", "killed", "A Kenyan"),
        ("A motorcyclist was shot and wounded in Goma.", "wounded", "A motorcyclist"),
        ("A realtor was found murdered in Goma.", "killed", "A realtor"),
        ("Barundi was shot and killed on the third day.", "killed", "Barundi"),
        ("An Afghan motorist passing through the Khyber Pass was killed Sunday.", "killed", "An Afghan motorist"),
    ],
)
def test_whom_a_body_is_harmed_of_is_one_though_no_list_of_people_has_the_word(claims_of, sentence, what, wording):
    assert [(tally.what, tally.low, tally.wording) for claim in claims_of(sentence) for tally in claim.tallies] == [(what, 1, wording)]


def test_who_was_captured_is_counted_by_a_name_on_no_list(claim_of):
    assert [(tally.what, tally.low) for tally in claim_of("Kasinski was captured last May in his cabin.", "COERCE").tallies] == [("detained", 1)]


@pytest.mark.parametrize(
    ("sentence", "tallies"),
    [
        ("One ranger was killed and another wounded when a mine went off under their jeep in Goma.", [("killed", 1), ("wounded", 1)]),
        ("Police in Goma shot dead four gunmen on Monday and wounded a fifth.", [("killed", 4), ("wounded", 1)]),
    ],
)
def test_one_more_is_one_by_his_place_in_a_row(claims_of, sentence, tallies):
    assert [(tally.what, tally.low) for claim in claims_of(sentence) for tally in claim.tallies] == tallies


def test_what_is_shot_down_is_no_casualty(claims_of):
    assert not [tally for claim in claims_of("A Black Hawk was shot down by insurgents near Goma on Monday.") for tally in claim.tallies]


def test_of_a_number_nobody_is_one(claims_of):
    for text in ("An army unit eliminated a number of terrorist and destroyed a truck near Mosul.",
                 "A report gave the number of terrorist killed and injured during the Malian offensive."):
        assert [tally for claim in claims_of(text) for tally in claim.tallies] == []
