"""Layer 8: a war as a whole is background, and its outset is a date."""

import pytest


def _told(claims):
    return [(claim.type, claim.stance, claim.when.start if claim.when else None, claim.place.name if claim.place else None)
            for claim in claims]


def test_what_was_suffered_since_a_war_began_is_history_from_there_to_the_report(claims_of):
    text = "More than 90,000 villagers have been killed and millions displaced since the war in Sudan broke out in April 2018."
    told = _told(claims_of(text, "2020-02-05"))
    assert told == [("ASSAULT", "historical", "2018-04-01", "Sudan"), ("DISPLACEMENT", "historical", "2018-04-01", "Sudan")]


@pytest.mark.parametrize(
    "sentence",
    ["Since the conflict began, four towns have been destroyed in Sudan.", "Sudan's conflict has displaced thousands.",
     "The war, now in its third year, has killed thousands in Sudan."],
)
def test_what_a_whole_war_did_is_history(claims_of, sentence):
    assert {claim.stance for claim in claims_of(sentence)} == {"historical"}


def test_the_outset_of_a_war_is_a_date_and_no_act(claims_of):
    triggers = [claim.quote("trigger") for claim in claims_of("Rebels captured Nyala on Monday for the first time since the war began.")]
    assert triggers == ["captured"]


def test_the_loss_of_a_war_is_in_the_country_of_the_report(claims_of):
    text = "Shells hit a market in Nyala, Sudan, on Monday. The civil war has killed thousands."
    assert [(claim.place.name, claim.place.inferred) for claim in claims_of(text)][-1] == ("Sudan", "the country of the war")


def test_a_war_of_so_many_years_goes_back_so_many_years(claim_of):
    claim = claim_of("The five-year war in Sudan has killed thousands.")
    assert (claim.when.start, claim.when.end, claim.when.wording) == ("2015-02-05", "2020-02-05", "five-year")


@pytest.mark.parametrize("sentence", [
    "More than 70 villagers have been killed in Sudan since the start of the offensive in January 2019.",
    "The raids have killed 70 villagers since the beginning of the campaign in January 2019.",
    "The conflict has killed 90,000 people and displaced millions since beginning with protests in January 2019.",
])
def test_what_began_an_act_in_some_month_dates_it_from_there_to_the_report(claims_of, sentence):
    assert {(claim.when.start, claim.when.end) for claim in claims_of(sentence)
            if claim.type in ("ASSAULT", "DISPLACEMENT")} == {("2019-01-01", "2020-02-05")}


def test_since_then_counts_from_where_the_time_told_before_begins(claims_of):
    text = "The army launched a crackdown in Sudan in early 2017. Since then thousands have been killed."
    claim = claims_of(text)[-1]
    assert (claim.stance, claim.when.start[:4], claim.when.end) == ("historical", "2017", "2020-02-05")


def test_an_act_within_a_dated_act_is_of_its_date(claims_of):
    text = "The unrest began when the army launched a crackdown on protests in Sudan in 2011."
    assert {claim.when.start for claim in claims_of(text)} == {"2011-01-01"}


@pytest.mark.parametrize(
    "sentence",
    [
        "It was the worst fighting in Sudan since the battle for Heglig in 2012.",
        "The raid on Nyala was one of the deadliest attacks since the start of the war in 2013.",
    ],
)
def test_since_when_an_act_is_the_worst_dates_nothing(claims_of, sentence):
    claim = claims_of(sentence)[0]
    assert (claim.stance, claim.when.start) == ("asserted", "2020-02-05")


def test_what_the_worst_fighting_is_measured_by_is_not_where_it_is(claims_of):
    text = "Shells hit Nyala in Sudan on Monday. The worst violence since the fall of Heglig killed nine people."
    assert "Heglig" not in {claim.place.name for claim in claims_of(text) if claim.type == "ASSAULT"}


@pytest.mark.parametrize("sentence", [
    "The country has been locked in a bitter civil war.",
    "The Syrian conflict began when the government cracked down on protests.",
    "Fighters of many countries took part in the six-year-old conflict.",
    "The unrest morphed into a civil war.",
])
def test_a_war_whose_course_is_told_is_told_of(claims_of, sentence):
    assert ("ASSAULT", "historical") in [(claim.type, claim.stance) for claim in claims_of(sentence)]


def test_a_war_that_is_only_named_is_no_act(claims_of):
    assert claims_of("The monitor tracks violence in the war.") == [] or all(
        trigger.quote != "war" for claim in claims_of("The monitor tracks violence in the war.") for trigger in claim.passages if trigger.field == "trigger")
