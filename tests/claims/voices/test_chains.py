"""Layer 7: quotations before, behind, around and across their speaker; hedges and denials."""

import pytest


@pytest.mark.parametrize(
    "sentence",
    [
        '"Our forces captured the town of Kupiansk," the defence ministry said.',
        'The defence ministry said: "Our forces captured the town of Kupiansk."',
        '"Our forces," the defence ministry said, "captured the town of Kupiansk."',
        "“Our forces captured the town of Kupiansk,” the defence ministry said.",
        '"Our forces captured the town of Kupiansk," said the defence ministry.',
    ],
)
def test_a_quotation_has_the_speaker_beside_it(claim_of, sentence):
    assert [speaker.name for speaker in claim_of(sentence, "TERRITORY").speakers] == ["defence ministry"]


def test_a_quotation_goes_on_in_the_voice_of_the_one_before(claims_of):
    text = '"Our forces captured Kupiansk," the defence ministry said. "They also destroyed three tanks near Kharkiv."'
    assert [[s.name for s in claim.speakers] for claim in claims_of(text)] == [["defence ministry"]] * 2


@pytest.mark.parametrize(
    ("sentence", "attribution"),
    [
        ("The army said rebels killed four soldiers in Marib.", "fact"),
        ("The rebels confirmed that their commander was killed in Marib.", "fact"),
        ("The army claimed it killed 30 militants in Mopti.", "claimed"),
        ("Russian forces reportedly shelled Kherson.", "claimed"),
        ("The rebels allegedly executed ten prisoners in Goma.", "claimed"),
        ("The group claimed responsibility for an attack that killed five people in Mopti.", "admitted"),
        ("Islamic State claimed responsibility for the bombing in Kabul.", "admitted"),
        ("The army admitted that its troops shelled the market in Taiz.", "admitted"),
        ("Officials believe that rebels shelled the market in Taiz.", "suspected"),
        ("The army denied shelling the hospital in Nyala.", "denied"),
        ("Russia denied bombing the theatre in Mariupol.", "denied"),
    ],
)
def test_how_the_speaker_holds_it(claim_of, sentence, attribution):
    assert claim_of(sentence).attribution == attribution


def test_a_hedge_makes_nobody_a_speaker(claim_of):
    assert claim_of("Russian forces reportedly shelled Kherson.").speakers == ()


def test_each_of_two_speakers_has_a_claim(claims_of):
    text = "The army said the strike in Idlib killed four people. Activists said the strike in Idlib killed 12 people."
    said = [([s.name for s in claim.speakers], claim.tallies[0].best) for claim in claims_of(text)]
    assert said == [(["army"], 4), (["Activists"], 12)]


def test_who_denies_the_claims_of_others_says_so_alone(claim_of):
    claim = claim_of("The ministry denied claims by the opposition that the army had shelled Homs.")
    assert ([speaker.name for speaker in claim.speakers], claim.stance) == (["ministry"], "denied")
