"""Names of speakers: who speaks by his role or as a sort of body goes by the name that stands beside it."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ('"Nine fighters were killed in the raids on Aden" the director of the White Helmets Raed al-Saleh said.',
         ["Raed al-Saleh"]),
        ('"Dozens of civilians were killed in the attack on Homs" said Jan Haller HRW deputy director.', ["Jan Haller"]),
        ('Nine militants were killed in Homs according to the opposition "Orient" TV network.', ["Orient TV network"]),
        ('"Strikes killed 12 people near Hama" the rescue organisation known as the White Helmets said.', ["White Helmets"]),
        ("A teacher there who uses the name Abu Layth said on Friday that the raid on the village of Kirsa came before dawn.",
         ["Abu Layth"]),
        ("The Civil Defense another activist group said 12 people were wounded in the shelling of Homs.", ["Civil Defense"]),
    ],
)
def test_a_speaker_goes_by_the_name_beside_his_role(claims_of, sentence, speakers):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert [speaker.name for speaker in claim.speakers] == speakers


def test_a_role_after_the_object_of_a_deed_is_nobodys_other_name(claims_of):
    claims = claims_of("Rebels shelled Homs on Tuesday, and another activist group said 12 people were wounded in the shelling of Hama.")
    assert [speaker.name for speaker in next(claim for claim in claims if claim.tallies).speakers] == ["activist group"]


def test_data_without_an_owner_are_his_who_cites_them(claims_of):
    claims = claims_of('"According to preliminary data nine men were killed in the raid on Homs" the mayor of Homs said.')
    assert [[speaker.name for speaker in claim.speakers] for claim in claims if claim.type == "ASSAULT"] == [["mayor"]]


def test_no_name_runs_out_of_a_quotation(claims_of):
    claim = claims_of('"Clashes go on in the outskirts of Tal Halaf" Havidar told AFP.')[0]
    assert [speaker.name for speaker in claim.speakers] == ["AFP", "Havidar"]


def test_the_member_of_a_council_speaks_by_his_name(claims_of):
    claim = claims_of("February 4 2020 2037 A total of 90 people have fallen victims of the chemical attack in Taiz member of the Yemeni "
                      "National Council Omar Haddad said.")[0]
    assert [speaker.name for speaker in claim.speakers] == ["Omar Haddad"]


def test_who_identifies_the_dead_says_that_they_died(claims_of):
    claim = claims_of("A police source in Taiz spoke to reporters. The source identified the dead commander as Omar Haddad.")[-1]
    assert claim.speakers[-1].name.endswith("source")


def test_what_describes_a_body_behind_an_aside_is_no_second_speaker(claims_of):
    claim = claims_of("The Yemeni Centre for Policy Research however a London-based NGO has put the death toll from the conflict at more than 4000.")[0]
    assert [speaker.name for speaker in claim.speakers] == ["Yemeni Centre for Policy Research"]


def test_a_name_that_nobody_knows_behind_the_body_is_who_speaks(claim_of):
    claim = claim_of("The head of the Syrian Coalition Qabbani al-Zubayri said that rebels shelled the town.")
    assert [speaker.name for speaker in claim.speakers] == ["Qabbani al-Zubayri"]


def test_an_article_before_a_hyphen_is_no_speaker_of_its_own(claims_of):
    claims = claims_of('"Medics are looking for the wounded following the raid" al-Faris said.')
    assert all(speaker.name != "al" for claim in claims for speaker in claim.speakers)


def test_the_name_before_a_role_is_told_apart_from_it(claim_of):
    claim = claim_of("Dr. Nabil Sabbagh head of the relief office in Jordan described the raid on the clinic as a crime.")
    assert claim.speakers[-1].name .removeprefix("Dr. ") == "Nabil Sabbagh"


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("Another activist group the London-based Sudan Doctors Network said nine people were killed in the raid.", ["Sudan Doctors Network"]),
        ("A network of doctors the Sudan Doctors Union said 22 people were killed in the raids.", ["Sudan Doctors Union"]),
        ("The militant group of Boko Haram claimed responsibility for the bombing.", ["Boko Haram"]),
        ("The Islamic State (ISIS ISIL) militant group claimed a suicide bombing that killed 30 soldiers.", ["Islamic State"]),
        ("A shell struck a school in Goma the Congo Observatory for Human Rights (COHR) monitoring group said.",
         ["Congo Observatory for Human Rights"]),
        ("A group of Boko Haram fighters said the army shelled the village.", ["group"]),
    ],
)
def test_a_sort_of_body_speaks_by_the_name_told_beside_it(claim_of, sentence, speakers):
    assert [speaker.name for speaker in claim_of(sentence).speakers] == speakers


@pytest.mark.parametrize(("sentence", "speakers"), [
    ("The governor of Kharkiv region Oleh Syniehubov told AP a bomb had hit a bus.", ["AP", "Oleh Syniehubov"]),
    ("The UN Resident Representative in Congo Ali Zaatari said that the office in Goma was shelled by tanks.", ["Ali Zaatari"]),
    ("The governor of Kharkiv region told AP a bomb had hit a bus.", ["AP", "governor"]),
])
def test_whose_place_is_told_before_his_name_speaks_by_the_name(claim_of, sentence, speakers):
    assert [speaker.name for speaker in claim_of(sentence).speakers] == speakers


@pytest.mark.parametrize(("who", "speaker"), [("The staunch Bashir ally", "Bashir ally"), ("Putin allies", "Putin allies"), ("President Musa Diallo", "Musa Diallo")])
def test_whose_ally_somebody_is_does_not_speak(claims_of, who, speaker):
    claims = claims_of(f"{who} said the rebels had shelled Nyala.")
    assert [[one.name for one in claim.speakers] for claim in claims if claim.type == "ASSAULT"] == [[speaker]]


@pytest.mark.parametrize(("text", "speaker"), [
    ("Nine were killed in raids near the cities of Nyala and Zalingei local media reported on Monday.", "local media"),
    ("Nine were killed in raids on the Somali port. Mogadishu local media reported nine deaths in an air strike on Monday.", "Mogadishu local media"),
])
def test_the_town_of_a_raid_is_no_part_of_local_speakers(claims_of, text, speaker):
    assert [[one.name for one in claim.speakers] for claim in claims_of(text) if claim.type == "ASSAULT"][-1] == [speaker]


def test_an_ambassador_to_a_body_speaks_himself(claims_of):
    claims = claims_of("Chlorine was used in the attack on Nyala the ambassador to the United Nations told reporters.")
    assert [[one.name for one in claim.speakers] for claim in claims if claim.type == "ASSAULT"] == [["ambassador"]]
