"""Layer 9: what the report tells without a time is of the day of its news, if of any."""

import pytest

from warledger.claims import news_day


def _when(claims, trigger):
    when = next(claim for claim in claims if claim.quote("trigger") == trigger).when
    return when.start if when is not None else None


@pytest.mark.parametrize("text", [
    "A blast tore through the market of Aden, doctors said on Tuesday. The blast hit the fish stalls on Monday. Four people were wounded.",
    "The ministry said on Tuesday that it knew the culprits. Monday's blast hit the fish stalls of Aden. Four people were wounded.",
])
def test_the_day_of_an_act_goes_before_the_day_on_which_it_was_spoken_of(claims_of, text):
    assert _when(claims_of(text), "wounded") == "2020-02-03"


def test_an_act_that_is_spoken_of_in_the_lead_is_of_the_day_that_the_lead_tells_of_it(claims_of):
    claims = claims_of("Rebels on Tuesday claimed responsibility for a bombing that killed four sailors. The blast hit Aden on Monday night.")
    assert _when(claims, "bombing") == "2020-02-03"


def test_the_month_in_which_somebody_spoke_of_an_act_stays_with_it(claims_of):
    claims = claims_of("Gunmen shelled Aden on Monday. The envoy in March 2019 condemned air strikes on Taiz.")
    assert _when(claims, "air strikes") == "2019-03-01"


def test_what_is_only_spoken_of_is_of_the_day_that_is_told_first(claims_of):
    claims = claims_of("The mayor of Aden spoke on Tuesday. Gunmen shelled Aden on Monday. The mayor condemned the killers.")
    assert next(claim for claim in claims if claim.type == "ACCUSE").when.start == "2020-02-04"


@pytest.mark.parametrize("sentence", [
    "Most of Aden is controlled by rebels.", "Rebels besiege Aden from the hills.", "Rebels who lost Taiz in 2015 still hold much of Aden.",
])
def test_what_goes_on_is_of_the_day_of_the_report(claims_of, sentence):
    claims = claims_of(f"Gunmen shelled the harbour on Sunday. {sentence}")
    standing = [claim for claim in claims if claim.quote("sentence") == sentence][-1]
    assert (standing.when.start, standing.when.inferred) == ("2020-02-05", "the day of publication")


@pytest.mark.parametrize(("sentence", "trigger"), [
    ("Buses left Aden under a deal.", "deal"),
    ("Planes of the coalition fighting the rebels shelled Aden.", "fighting"),
    ("The army shelled villages that have been seized by the rebels.", "seized"),
])
def test_what_is_named_in_passing_is_of_no_day(claims_of, sentence, trigger):
    assert _when(claims_of(sentence), trigger) is None


def test_those_killed_are_of_the_day_of_the_news(claims_of):
    assert _when(claims_of("The six people killed in Aden were sailors."), "killed") == "2020-02-05"


def test_an_aim_is_not_of_the_time_at_which_it_was_set_out_for(claims_of):
    claims = claims_of("The army recently launched an offensive aimed at capturing the port of Aden.")
    assert _when(claims, "capturing") is None


@pytest.mark.parametrize("caption", [
    "A picture taken on February 1 2020 shows the harbour of Aden.", "A boy walks past the ruins of the harbour of Aden on Saturday. (AFP photo)",
])
def test_the_day_of_a_picture_is_not_the_day_of_the_news(claims_of, caption):
    claims = claims_of(f"{caption} Gunmen shelled the harbour and killed four sailors.")
    assert {claim.when.start for claim in claims if claim.type == "ASSAULT"} == {"2020-02-05"}


def test_the_days_of_the_lead_are_read_once_for_all_claims_of_a_report(layers_of, monkeypatch):
    read = []
    tell = news_day._days_of_news
    monkeypatch.setattr(news_day, "_days_of_news", lambda reading, day, end: read.append(end) or tell(reading, day, end))
    claims = layers_of("Rebels attacked Taiz on Monday. The army shelled Aden. Rebels shelled Marib.").claims
    assert {claim.when.start for claim in claims} == {"2020-02-03"}
    assert len(claims) == 3
    assert len(read) == 1


def test_a_day_that_lies_before_the_news_is_not_the_day_of_the_news(claims_of):
    claims = claims_of("Gunmen shelled the port of Aden, the harbour master said on Tuesday. The shelling broke a truce that had begun on 31 January.")
    assert _when(claims, "shelled") == "2020-02-04"
