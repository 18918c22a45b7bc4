"""Who enters a war or intervenes in it sends forces; what is only being prepared, a line that is crossed and ground that is cleared."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("Rwanda intervened in the war in 2012.", ["Rwanda"]),
        ("Kenyan forces entered the conflict last year.", ["Kenyan forces"]),
        ("Eritrea joined the war on the side of the government.", ["Eritrea"]),
    ],
)
def test_who_enters_a_war_mobilizes(claims_of, sentence, doers):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "MOBILIZE")
    assert [who.name for who in claim.initiators] == doers


@pytest.mark.parametrize("sentence", ["The police intervened to stop the brawl.", "The court intervened in the dispute.", "The striker entered the match late."])
def test_other_interventions_are_none(claims_of, sentence):
    assert "MOBILIZE" not in [claim.type for claim in claims_of(sentence)]


@pytest.mark.parametrize("sentence", ["The militants were preparing to stage a large attack on Goma.", "The army is preparing to storm Taiz."])
def test_an_attack_in_preparation_is_the_one_claim(claims_of, sentence):
    assert [(claim.type, claim.stance) for claim in claims_of(sentence)] == [("ASSAULT", "planned")]


def test_a_line_that_was_crossed_is_no_threat(claims_of):
    assert "THREATEN" not in [claim.type for claim in claims_of("The president said the army crossed a red line.")]


@pytest.mark.parametrize("sentence", ["Mines killed dozens in a district recently freed of the militants.", "The town of Gao was cleared of militants on Monday."])
def test_from_whom_ground_is_freed_is_not_freed(claims_of, sentence):
    claims = claims_of(sentence)
    claim = next(claim for claim in claims if claim.type == "TERRITORY")
    assert (claim.mode, [who.name for who in claim.targets]) == ("capture", ["militants"])
    assert "RETREAT" not in [one.type for one in claims]


@pytest.mark.parametrize(
    ("sentence", "doers", "targets"),
    [
        ("The militia drove thousands of villagers from their homes in Ituri.", ["militia"], ["villagers"]),
        ("The rebels forced out hundreds of families near Goma.", ["rebels"], ["families"]),
    ],
)
def test_who_drives_people_out_displaces_them(claims_of, sentence, doers, targets):
    claims = [claim for claim in claims_of(sentence) if claim.type in ("DISPLACEMENT", "COERCE")]
    assert [(claim.type, [who.name for who in claim.initiators], [who.name for who in claim.targets]) for claim in claims] == [("DISPLACEMENT", doers, targets)]


def test_who_is_outlawed_in_a_country_is_banned_there(claims_of):
    claims = claims_of("The Northern Front is a group that controls land in Mali and it outlawed in Kenya and many other nations.")
    claim = next(claim for claim in claims if claim.type == "COERCE")
    assert ([who.name for who in claim.initiators], [who.name for who in claim.targets]) == (["Kenya"], ["Northern Front"])
