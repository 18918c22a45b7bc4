"""Layer 4, verbs: those right before a participle whom it befell."""

import pytest


def names(participants):
    return [participant.name for participant in participants]


def test_the_dead_of_a_war_are_not_those_whom_it_displaced(claims_of):
    claims = claims_of("The conflict has left at least 21000 people dead and displaced nearly a third of the people.")
    assert [names(claim.initiators) for claim in claims if claim.type == "DISPLACEMENT"] == [["people"]]


def test_a_second_fate_of_the_same_is_theirs(claims_of):
    claims = claims_of("The raid left dozens of villagers dead and wounded.")
    assert {tally.what for claim in claims for tally in claim.tallies} == {"casualties"}


def test_those_counted_right_before_a_second_fate_suffered_it(claims_of):
    claims = claims_of("In Kivu 280,000 people were killed and millions displaced by the war.")
    assert any(claim.type == "DISPLACEMENT" for claim in claims)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("More than 30,000 villagers have died in the Darfur war and more than 2 million displaced, according to the UN.", ("displaced", 2000001)),
        ("Thousands left the port along with 2,200 evacuated from rebel-held Goma on Friday.", ("evacuated", 2200)),
        ("Some 900 people were killed in the Malian war and at least 70,000 displaced.", ("displaced", 70000)),
    ],
)
def test_a_bare_number_joined_before_a_participle_is_whom_it_befell(claims_of, text, told):
    claim = next(claim for claim in claims_of(text) if claim.type == "DISPLACEMENT" and any(tally.what == told[0] for tally in claim.tallies)
                 and claim.quote("trigger") != "left")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [told]


def test_a_year_before_a_participle_counts_nobody(claims_of):
    figures = [tally.low for claim in claims_of("The rebels left Goma in May and in 2014 evacuated the port.") for tally in claim.tallies]
    assert 2014 not in figures


@pytest.mark.parametrize(
    "text",
    [
        "An army unit shelled rebel hideouts near Bentiu, leaving many rebels dead and injured and destroying their ammunition in addition to "
        "eliminating a number of rebels in Malakal.",
        "An army unit shelled the camp, leaving nine rebels killed and wounded and destroying two trucks.",
    ],
)
def test_a_gerund_behind_a_fate_goes_on_with_the_gerund_before_it(claims_of, text):
    assert {tuple(names(claim.initiators)) for claim in claims_of(text)} == {("army unit",)}
