"""Layer 9: when it was: its own time, or a day that a stated rule inferred, and none where nothing tells."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("Rebels attacked Taiz on Monday.", "2020-02-03", "2020-02-03"),
        ("Rebels attacked Taiz yesterday.", "2020-02-04", "2020-02-04"),
        ("Rebels attacked Taiz on 3 February.", "2020-02-03", "2020-02-03"),
        ("Rebels attacked Taiz early on Tuesday.", "2020-02-04", "2020-02-04"),
        ("Rebels attacked Taiz on Wednesday.", "2020-02-05", "2020-02-05"),
        ("On Sunday, a strike killed six people in Rafah.", "2020-02-02", "2020-02-02"),
        ("In 2013, a chemical attack killed hundreds of people near Damascus.", "2013-01-01", "2013-12-31"),
        ("The army said on Tuesday that rebels attacked Taiz on Sunday.", "2020-02-02", "2020-02-02"),
    ],
)
def test_its_own_time_is_resolved_against_the_day_of_publication(claim_of, sentence, start, end):
    when = claim_of(sentence).when
    assert (when.start, when.end, when.inferred) == (start, end, None)


def test_its_own_time_has_its_passage(claim_of):
    assert "Monday" in claim_of("Rebels attacked Taiz on Monday.").quote("when")


@pytest.mark.parametrize("sentence", ["The army said on Tuesday that rebels had shelled Taiz.", "Rebels had shelled Taiz, the army said on Tuesday."])
def test_a_time_of_the_sentence_that_hangs_on_another_verb_says_that_it_is_the_sentences(claim_of, sentence):
    claim = claim_of(sentence)
    assert (claim.when.start, claim.when.inferred) == ("2020-02-04", "the sentence's time")
    assert "Tuesday" in claim.quote("when")


def test_the_time_of_a_verb_that_only_carries_the_act_is_the_acts_own(claim_of):
    assert claim_of("Rebels launched an attack on Taiz on Tuesday.").when.inferred is None


def test_without_a_time_it_was_on_the_day_of_publication_and_says_so(claim_of):
    when = claim_of("Rebels attacked Taiz.").when
    assert (when.start, when.end, when.inferred) == ("2020-02-05", "2020-02-05", "the day of publication")


def test_the_time_of_the_lead_holds_for_what_follows(claims_of):
    text = "A car bomb exploded in Mogadishu on Monday. A separate bomb exploded in Kismayo."
    when = claims_of(text)[1].when
    assert (when.start, when.inferred) == ("2020-02-03", "the time of the lead")


def test_without_a_publication_day_no_relative_time_is_resolved(claim_of):
    when = claim_of("Rebels attacked Taiz on Monday.", published=None).when
    assert (when.start, when.end) == (None, None)


def test_without_a_publication_day_a_full_date_still_stands(claim_of):
    when = claim_of("Rebels attacked Taiz on 3 February 2020.", published=None).when
    assert (when.start, when.end) == ("2020-02-03", "2020-02-03")


def test_without_publication_day_and_time_there_is_none(claim_of):
    assert claim_of("Rebels attacked Taiz.", published=None).when is None


def test_a_weekday_of_what_is_due_lies_ahead(claim_of):
    claim = claim_of("Putin and Erdogan are due to meet in Sochi on Saturday.", "CONSULT")
    assert (claim.when.start, claim.stance) == ("2020-02-08", "planned")


def test_the_time_of_what_somebody_reports_is_not_that_of_the_act_beside(claims_of):
    text = "The raid on Taiz came as a monitor reported that troops had executed nine people earlier this week."
    raid = next(claim for claim in claims_of(text) if claim.quote("trigger") == "raid")
    assert raid.when.wording == ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Gunmen fired for ten seconds in Gao on Monday, killing two men.", "2020-02-03"),
        ("Two men were killed in Gao on Monday. Just minutes later a boy was shot in Gao.", "2020-02-03"),
        ("Three arrests have now been made in the shooting of two men in Gao on Monday.", "2020-02-03"),
        ("Two men were killed in Gao after 1 p.m. Monday.", "2020-02-03"),
        ("Two men were killed in Gao on Monday. (Published Tuesday, February 4, 2020) A boy was shot in Gao.", "2020-02-03"),
    ],
)
def test_a_stretch_below_a_day_and_the_day_of_a_page_date_no_act(claims_of, text, day):
    days = [(claim.when.start, claim.when.end) for claim in claims_of(text) if claim.type == "ASSAULT"]
    assert days
    assert set(days) == {(day, day)}


def test_an_amount_is_no_year(claim_of):
    when = claim_of("The army carried out the raid in which more than 1900 are thought to have died in Taiz.").when
    assert when.start == "2020-02-05"


def test_the_day_of_a_past_verb_lies_before_the_report_whatever_was_planned_with_it(claims_of):
    days = {claim.when.start for claim in claims_of("On April 22 helicopters flew troops to Taiz to spearhead a major assault.") if claim.when}
    assert days == {"2019-04-22"}


def test_the_past_24_hours_are_a_span_of_their_own(claim_of):
    when = claim_of("Shelling killed ten people in Taiz in the past 24 hours.").when
    assert (when.start, when.end, when.wording, when.inferred) == ("2020-02-04", "2020-02-05", "the past 24 hours", None)


def test_a_year_that_opens_a_sentence_is_no_number_of_those_who_act(claim_of):
    when = claim_of("In 2013 rebels captured Taiz.", "TERRITORY").when
    assert (when.start, when.end) == ("2013-01-01", "2013-12-31")


def test_the_day_by_which_prisoners_must_be_free_is_not_the_day_of_the_agreement(claims_of):
    agreed, release = claims_of("The factions agreed to release 40 prisoners by Friday.")
    assert agreed.when.wording != "by Friday"
    assert (release.when.end, release.deadline.end) == ("2020-02-07", "2020-02-07")


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("The war in Yemen, which began in 2014, has killed more than 100,000 people.", "2014-01-01"),
        ("The conflict in Yemen, which has lasted six years, has killed more than 100,000 people.", "2014-02-05"),
        ("Since mid-2015 the army has carried out frequent air raids on Taiz.", "2015-05-01"),
    ],
)
def test_what_a_war_has_done_runs_from_its_beginning_to_the_report(claims_of, sentence, start):
    assert (start, "2020-02-05") in [(claim.when.start, claim.when.end) for claim in claims_of(sentence) if claim.when]


def test_what_a_war_has_done_since_its_beginning_is_background(claims_of):
    claims = claims_of("The conflict in Yemen, which has lasted six years, has killed more than 8,000 people.")
    assert {claim.stance for claim in claims} == {"historical"}
