"""Who speaks in text that lost its commas."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("Four civilians were killed in Homs in a blast caused by a bomber driving a car said the Observatory adding that it was loud.",
         ["Observatory"]),
        ("The Berlin based Syrian Observatory for Human Rights which counts the dead of the war said a blast killed six people in Aden.",
         ["Syrian Observatory for Human Rights"]),
        ("More than 100 civilians have been killed in shelling in Homs local authorities told reporters on Saturday.",
         ["local authorities"]),
        ("In an essay printed on the website Jonas Weber of the Nordic Peace Centre said rebels shelled Homs.",
         ["Jonas Weber"]),
        ("Warplanes bombed Idlib at dawn said Omar Haddad head of the health office adding that it was cold.", ["Omar Haddad"]),
    ],
)
def test_the_speaker_is_found_beside_the_verb(claims_of, sentence, speakers):
    assert claims_of(sentence)[0].speakers[-1].name.endswith(speakers[0])


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Gunmen blew up a well near a hospital in Homs causing damage to the building a source at Homs Police Command told SANA.", "source"),
        ("In a written statement to SANA a source at Homs Police Command said that gunmen fired six mortar shells on the camp in Homs.", "source"),
        ("The toll of a rocket strike on a column outside Aden reached at least 61 villagers the Syrian Observatory for Human Rights said.",
         "Syrian Observatory for Human Rights"),
    ],
)
def test_who_speaks_for_a_body_is_not_the_body_and_not_the_victims(claims_of, sentence, speaker):
    assert claims_of(sentence)[0].speakers[-1].name.endswith(speaker)


def test_the_wounded_before_an_inverted_verb_do_not_speak(claims_of):
    text = "The shelling of the port of Aden also wounded more than 30 people said the Observatory a rights group."
    assert [speaker.name for speaker in claims_of(text)[0].speakers] == ["Observatory"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("A rocket attack on the town hall of Aden killed four people on Monday state media reported as army units went on with an offensive.",
         "state media"),
        ("Mortar fire also wounded three people in Homs SANA said blaming the attacks on terrorists.", "SANA"),
        ("A bomber blew himself up in Aden killing at least nine policemen and guards of the governor and wounding a driver "
         "the Syrian Observatory for Human Rights (SOHR) announced.", "Syrian Observatory for Human Rights"),
    ],
)
def test_a_sentence_may_go_on_behind_its_speaker(claims_of, sentence, speaker):
    assert [mention.name for mention in claims_of(sentence)[0].speakers] == [speaker]


def test_who_cries_says_nothing(claims_of):
    claims = claims_of("A woman cries as she stands in the ruins after a rocket hit a mill in Aden.")
    assert all(not claim.speakers for claim in claims)


def test_a_day_speaks_for_nobody(claims_of):
    text = "At least 70 fighters have been killed in battle in Homs province the Observatory said Thursday."
    assert ["Thursday"] not in [[speaker.name for speaker in claim.speakers] for claim in claims_of(text)]


def test_reporters_who_are_told_do_not_speak(claims_of):
    text = "The doctor told reporters that militants shelled the market in Homs."
    assert [[speaker.name for speaker in claim.speakers] for claim in claims_of(text)] == [["doctor"]]


def test_who_opens_by_reporting_one_act_speaks_of_the_next(claims_of):
    text = "Reporting the bombing of areas held by the rebels on Sunday, the Yemeni Monitoring Centre, further said army jets struck a market in Taiz."
    assert {tuple(speaker.name for speaker in claim.speakers) for claim in claims_of(text)} == {("Yemeni Monitoring Centre",)}


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The army shelled farms near Taiz while battles went on in Aden said the Observatory which has people on the ground.", "Observatory"),
        ("The farm was hit by shelling but the number of dead was not yet clear said the Observatory a local monitor with a web of sources.", "Observatory"),
        ("The number of villagers killed in air strikes on Taiz rose to 89 this week said the Observatory.", "Observatory"),
    ],
)
def test_whoever_fills_all_that_stands_behind_said_speaks(claims_of, sentence, speaker):
    acts = [claim for claim in claims_of(sentence) if claim.type == "ASSAULT"]
    assert acts
    assert all([mention.name for mention in claim.speakers] == [speaker] for claim in acts)


def test_words_for_a_part_of_the_dead_are_not_who_speaks(claims_of):
    claims = claims_of("Shelling of Taiz killed nine farmers Monday the Observatory said most of them near the port.")
    assert all([mention.name for mention in claim.speakers] != ["farmers"] for claim in claims)


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("Rebels shelled a market in Goma and killed two farmers, a resident, Jean Mbala, told Reuters.", ["Reuters", "Jean Mbala"]),
        ("The bomber killed 30 people in Goma, a police spokesman, Paul Kasongo, told Reuters.", ["Reuters", "Paul Kasongo"]),
    ],
)
def test_a_name_set_apart_behind_its_role_speaks(claims_of, sentence, speakers):
    assert [speaker.name for speaker in claims_of(sentence)[0].speakers] == speakers


def test_the_chief_speaks_and_not_the_body_before_his_role(claims_of):
    sentence = "Jets bombed Homs, said Syrian Observatory for Human Rights chief Rami Abdel Rahman."
    assert [speaker.name for speaker in claims_of(sentence)[0].speakers] == ["Rami Abdel Rahman"]


def test_the_name_behind_a_body_speaks_where_the_parse_makes_one_name_of_both(claims_of):
    claims = claims_of("Speaking to Anadolu Agency Walid Qadri said that jets bombed the port of Homs on Monday.")
    assert claims[0].speakers[-1].name == "Walid Qadri"


@pytest.mark.parametrize("means", [", using sources on the ground", ""])
def test_who_closes_a_sentence_says_all_of_it_however_he_knows(claims_of, means):
    claims = claims_of(f"The army took the hills of Kidal, while clashes raged in Gao and Mopti said the Observatory, which watches the war{means}.")
    assert {claim.type: [speaker.name for speaker in claim.speakers] for claim in claims} == {"TERRITORY": ["Observatory"], "ASSAULT": ["Observatory"]}


def test_who_acts_behind_a_verb_of_saying_does_not_speak(claims_of):
    claims = claims_of("Offensive tightens grip on Karsov State media says Georgian forces, backed by Ossetian fighters, have entered a rebel-held town.")
    assert [[mention.name for mention in claim.speakers] for claim in claims if claim.type == "TERRITORY"] == [["State media"]]
