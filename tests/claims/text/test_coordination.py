"""What a verb of saying is coordinated with: who denies a thing goes on to speak himself, and who has a subject of his own speaks for himself."""

import pytest


def told(claims, word):
    return next(([speaker.name for speaker in claim.speakers], claim.stance) for claim in claims
                if any(word in passage.quote for passage in claim.passages if passage.field == "trigger"))


def test_who_denies_a_raid_accuses_others_himself(claims_of):
    claims = claims_of("The foreign ministry denied that Russian jets bombed the clinic and blamed rebels for the massacre.")
    assert told(claims, "bombed") == (["foreign ministry"], "denied")
    assert told(claims, "massacre") == (["foreign ministry"], "asserted")


def test_who_says_that_a_thing_did_not_happen_accuses_others_himself(claims_of):
    claims = claims_of("The general said that the air force did not strike the clinic and accused rebels of shelling it.")
    assert told(claims, "shelling") == (["general"], "asserted")


@pytest.mark.parametrize("text", [
    "The army said it had struck three bases and activists reported that the raids killed seven children in Idlib.",
    "The ministry said its jets hit a depot in Homs and residents say the raids killed seven children.",
])
def test_who_reports_the_deaths_behind_and_speaks_for_himself(claims_of, text):
    speakers, _ = told(claims_of(text), "raids")
    assert speakers in (["activists"], ["residents"])


def test_a_second_clause_with_that_is_still_said_by_the_first(claims_of):
    claims = claims_of("The minister said the army had besieged Idlib and that rebels had captured a village.")
    assert told(claims, "captured")[0] == ["minister"]


def test_whom_somebody_tells_of_may_accuse(claims_of):
    claims = claims_of("The witness said soldiers had seized his son and accused him of bombing a checkpoint in Homs.")
    assert "soldiers" in told(claims, "bombing")[0]


@pytest.mark.parametrize(("sentence", "kind", "doer"), [
    ("Kenya asked Rwanda to withdraw its troops and condemned the shelling of Goma.", "ACCUSE", "Kenya"),
    ("Kenya urges Chad to free the hostages and condemns the raid on Goma.", "ACCUSE", "Kenya"),
    ("France told Chad to free the hostages and sent 200 soldiers to the border.", "MOBILIZE", "France"),
    ("Rwanda was asked to withdraw its troops and rejected the demand.", "REJECT", "Rwanda"),
    ("Kenya urged Chad to free the hostages and withdraw from Goma.", "RETREAT", "Chad"),
    ("The council urged Chad to leave Goma and shut the border.", "RETREAT", "Chad"),
])
def test_a_finite_verb_is_of_the_finite_verb_over_an_infinitive(claims_of, sentence, kind, doer):
    claim = [claim for claim in claims_of(sentence) if claim.type == kind][-1]
    assert [who.name for who in claim.initiators] == [doer]
