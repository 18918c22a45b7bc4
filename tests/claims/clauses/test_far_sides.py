"""Layer 4, event nouns: whom they are against where the parse hangs it elsewhere."""

import pytest


def names(participants):
    return [participant.name for participant in participants]


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("An offensive by fighters led by Boko Haram launched against army-held villages in Borno began on Monday.", ["army-held villages"]),
        ("The raids were the first of the year on the rebel-held camp.", ["rebel-held camp"]),
    ],
)
def test_whom_an_act_hit_stands_behind_its_doers_or_its_rank(claims_of, sentence, targets):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert names(claim.targets) == targets


def test_another_act_behind_the_first_has_its_own_target(claims_of):
    claim = claims_of("An offensive by fighters followed a raid launched against the camp near Goma.")[0]
    assert claim.passage("trigger").quote == "offensive"
    assert names(claim.targets) == []


def test_a_rank_by_day_names_nobody(claims_of):
    claim = next(claim for claim in claims_of("The raids by the army were the last on Monday.") if claim.type == "ASSAULT")
    assert names(claim.targets) == []
