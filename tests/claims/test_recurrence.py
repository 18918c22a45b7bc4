"""Layer 8: what is told as a habit, a status or one of several is background; what is told in the present goes on."""

import pytest


def stances(claims, type_="ASSAULT"):
    return {claim.stance for claim in claims if claim.type == type_}


@pytest.mark.parametrize(
    "sentence",
    [
        "The port of Aden has been the scene of heavy fighting between the army and the rebels.",
        "The army has repeatedly shelled the market of Taiz.",
        "Taiz has seen several rounds of heavy fighting.",
        "The group has carried out such bombings before.",
        "The army has used chlorine gas on multiple occasions.",
        "The alliance has repeatedly been accused of killing civilians in Aden.",
        "Since mid-2012 the army has conducted frequent air raids on Taiz.",
        "The car bomb was the latest in a spate of blasts in Aden.",
    ],
)
def test_a_perfect_with_a_word_of_frequency_tells_a_habit(claims_of, sentence):
    assert "historical" in stances(claims_of(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "At least 13 people have been killed in an air strike on Taiz.",
        "The army has been suffering shelling by the rebels in Taiz.",
        "The rebels have repeatedly shelled Taiz since Monday.",
        "The army has always denied that attack on Taiz.",
    ],
)
def test_a_perfect_that_tells_the_news_is_no_background(claims_of, sentence):
    assert "historical" not in stances(claims_of(sentence))


def test_who_lives_where_he_fled_to_fled_before_the_news(claims_of):
    claims = claims_of("The town has become home to thousands of villagers displaced by the fighting.")
    assert stances(claims, "DISPLACEMENT") == {"historical"}


def test_a_ban_beside_a_name_is_a_status(claims_of):
    claims = claims_of("Warplanes hit the Islamic State group (outlawed in Russia) near Taiz on Monday.")
    assert stances(claims, "COERCE") <= {"historical"}
    assert stances(claims) == {"asserted"}


def test_what_somebody_used_to_do_is_background(claims_of):
    assert stances(claims_of("The rebels used to control wide parts of Yemen."), "TERRITORY") == {"historical"}


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Thanks to the intervention in 2015 the army is winning although the rebels are still fighting back.", "ASSAULT"),
        ("Warplanes continue to bomb hospitals in Yemen since September 2015.", "ASSAULT"),
        ("The truce is one of several over recent months.", "AGREE"),
        ("Gunmen beat back an offensive that began on January 10.", "ASSAULT"),
    ],
)
def test_what_goes_on_is_news_whenever_it_began(claims_of, sentence, type_):
    assert stances(claims_of(sentence), type_) == {"asserted"}


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("A bomb killed 18 people in Aden on Tuesday, the latest in a spate of blasts to hit the port.", "blasts"),
        ("Most of Taiz has returned to the hands of the army after two years of bombardment.", "bombardment"),
        ("More than 150,000 people have been killed in the war, which broke out after the junta unleashed a bloody crackdown on students.", "crackdown"),
        ("The port was once almost completely under rebel control.", "control"),
    ],
)
def test_acts_before_the_latest_and_before_the_war_are_background(claims_of, sentence, word):
    assert [claim.stance for claim in claims_of(sentence) if word in claim.quote("trigger")] == ["historical"]
