"""Layer 7: who says it, in each grammar of saying."""

import pytest


def chain(claim):
    return [speaker.name for speaker in claim.speakers]


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("The army said rebels killed four soldiers in Marib.", ["army"]),
        ("Rebels killed four soldiers in Marib, the army said.", ["army"]),
        ("Rebels killed four soldiers in Marib, according to the army.", ["army"]),
        ("According to residents, the army shelled two villages near Nyala.", ["residents"]),
        ("Activists said jets bombed a hospital in Idlib.", ["Activists"]),
        ("Ankara said two soldiers were killed in Idlib.", ["Ankara"]),
        ("State media reported that Israeli jets struck Damascus.", ["State media"]),
        ("The United Nations said on Monday that 50 people were killed in El Fasher.", ["United Nations"]),
        ("The rebels confirmed that their commander was killed in Marib.", ["rebels"]),
        ("Two people were killed in Kherson, Governor Oleksandr Prokudin said on Telegram.", ["Oleksandr Prokudin"]),
        ("A security official, speaking on condition of anonymity, said militants killed nine soldiers in Mopti.",
         ["security official"]),
        ("Speaking in Geneva, the envoy said a blast killed six people in Aden.", ["envoy"]),
        ("The Berlin-based Syrian Observatory for Human Rights said jets bombed a school in Idlib.",
         ["Syrian Observatory for Human Rights"]),
    ],
)
def test_a_claim_has_the_speaker_that_the_sentence_gives_it(claim_of, sentence, speakers):
    assert chain(claim_of(sentence)) == speakers


@pytest.mark.parametrize(
    ("sentence", "type_", "speakers"),
    [
        ("A military source told SANA that rebels shelled Aleppo.", "ASSAULT", ["SANA", "military source"]),
        ("SANA quoted a military source as saying that rebels shelled Aleppo.", "ASSAULT", ["SANA", "military source"]),
        ("Interfax cited the defence ministry as saying that a drone hit Belgorod.", "ASSAULT",
         ["Interfax", "defence ministry"]),
        ("The foreign minister told Reuters that Turkey had sent troops to Idlib.", "MOBILIZE",
         ["Reuters", "foreign minister"]),
        ("An army spokesman was quoted by Al Jazeera as saying troops entered Bahri.", "TERRITORY",
         ["Al Jazeera", "army spokesman"]),
    ],
)
def test_a_medium_stands_before_the_official_that_it_quotes(claim_of, sentence, type_, speakers):
    assert chain(claim_of(sentence, type_)) == speakers


@pytest.mark.parametrize(
    ("sentence", "anonymous"),
    [
        ("Activists said jets bombed a hospital in Idlib.", True),
        ("A security official, speaking on condition of anonymity, said militants killed nine soldiers in Mopti.", True),
        ("Ankara said two soldiers were killed in Idlib.", False),
        ("The United Nations said on Monday that 50 people were killed in El Fasher.", False),
    ],
)
def test_sources_without_a_name_are_anonymous(claim_of, sentence, anonymous):
    assert claim_of(sentence).speakers[-1].anonymous is anonymous


def test_what_nobody_is_said_to_say_is_the_reports_own(claim_of):
    claim = claim_of("Russian forces shelled Kherson on Monday.")
    assert (claim.speakers, claim.attribution) == ((), "fact")


@pytest.mark.parametrize("pronoun", ["He", "She"])
def test_a_pronoun_that_speaks_is_who_spoke_last(claims_of, pronoun):
    text = f"The governor said shelling killed two people in Kherson. {pronoun} added that six people were wounded."
    assert [chain(claim) for claim in claims_of(text)] == [["governor"], ["governor"]]


@pytest.mark.parametrize("sentence", [
    "The attack, claimed by Boko Haram, killed 12 people in Maiduguri.", "The bombing in Maiduguri was claimed by Boko Haram.",
    "Boko Haram took credit for the attack in Maiduguri.",
])
def test_who_claims_an_attack_admits_it(claim_of, sentence):
    claim = claim_of(sentence)
    assert ([s.name for s in claim.speakers], claim.attribution) == (["Boko Haram"], "admitted")


def test_what_is_neither_confirmed_nor_denied_is_not_denied(claim_of):
    assert claim_of("Israel neither confirmed nor denied the strike on the depot near Damascus.").stance == "asserted"
