"""Layer 8: background is not news."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("A strike killed six people in Rafah on Monday.", "asserted"),
        ("A strike killed six people in Rafah last week.", "asserted"),
        ("In 2013, a chemical attack killed hundreds of people near Damascus.", "historical"),
        ("Rebels captured Taiz in March 2015.", "historical"),
        ("The advance of the rebels has slowed in the past month.", "asserted"),
        ("The war has killed more than 380,000 people since 2011.", "historical"),
        ("The group has carried out dozens of attacks in Mali since 2012.", "historical"),
    ],
)
def test_what_ended_weeks_ago_or_spans_the_war_is_history(claims_of, sentence, stance):
    assert [claim.stance for claim in claims_of(sentence)] == [stance]


def test_without_a_publication_day_a_year_does_not_make_history(claim_of):
    assert claim_of("Rebels captured Taiz in March 2015.", "TERRITORY", published=None).stance == "asserted"


@pytest.mark.parametrize(
    "sentence",
    ["The rebels had previously shelled the market of Taiz.", "Previous gas attacks on Taiz went unpunished.",
     "The army had bombed Taiz in the past.", "The militia carried out previous raids on Taiz."],
)
def test_what_is_told_as_previous_is_history(claims_of, sentence):
    assert {claim.stance for claim in claims_of(sentence) if claim.type == "ASSAULT"} == {"historical"}


def test_what_was_done_previously_on_a_day_of_the_news_is_news(claim_of):
    assert claim_of("Rebels had previously shelled Taiz on Monday.").stance == "asserted"


@pytest.mark.parametrize(
    ("sentence", "type_", "stance"),
    [
        ("In recent months the army has captured four towns near Taiz.", "TERRITORY", "historical"),
        ("The rebels have signed truces in recent months.", "AGREE", "historical"),
        ("Shelling has killed dozens of people in Taiz in recent months.", "ASSAULT", "asserted"),
    ],
)
def test_gains_of_recent_months_led_up_to_the_news_and_losses_are_the_campaign(claims_of, sentence, type_, stance):
    assert {claim.stance for claim in claims_of(sentence) if claim.type == type_} == {stance}


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("In mid-January gunmen shelled the mill in Aden.", "historical"),
        ("The bombing of Aden has gone on for over a month.", "asserted"),
        ("Gunmen shelled the mill in Aden this week.", "asserted"),
        ("The army has captured wide parts of Yemen over the past two years.", "historical"),
        ("Under areas of siege 300 people were killed in the past year.", "historical"),
    ],
)
def test_a_month_is_over_by_its_middle_and_a_year_is_no_news(claims_of, sentence, stance):
    assert {claim.stance for claim in claims_of(sentence)} == {stance}


@pytest.mark.parametrize("sentence", [
    "More than six million Yemenis have been displaced.",
    "Nearly half of Yemens population has fled their homes.",
    "The army has used chlorine before.",
])
def test_the_flight_of_a_people_and_what_was_done_before_are_background(claims_of, sentence):
    assert {claim.stance for claim in claims_of(sentence)} == {"historical"}


def test_the_population_of_a_town_flees_in_the_news(claims_of):
    assert {claim.stance for claim in claims_of("Half of the population of Taiz fled on Tuesday.")} == {"asserted"}


def test_what_happened_hours_before_the_news_is_no_background(claims_of):
    claims = claims_of("The two presidents agreed on a ceasefire on Thursday. Hours before, an air strike on the town of Taiz killed 15 people.", title="Ceasefire")
    assert {claim.stance for claim in claims if claim.type == "ASSAULT"} == {"asserted"}
