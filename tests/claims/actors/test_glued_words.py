"""Layer 3: a date line, a headline or the phrase before runs into a name where its comma was lost, and is no part of it."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Tartus Army units destroyed three vehicles on Monday.", "Army units"),
        ("Tartus Units of the army destroyed three vehicles on Monday.", "Units of the army"),
        ("In the northern city of Kirkuk Hezbollah suicide bombers attacked a police station.", "Hezbollah suicide bombers"),
        ("On Monday near Benghazi government forces shelled the port.", "government forces"),
        ("Tartus Suspected Turkish warplanes bombed the port.", "Turkish warplanes"),
        ("Zabadani Syrian-backed fighters shelled the port.", "Syrian-backed fighters"),
        ("In western Goma rebel shelling killed two people on Wednesday.", "rebel"),
        ("In the city of Goma rebel shelling killed two people.", "rebel"),
    ],
)
def test_the_town_before_a_name_is_no_part_of_it(claims_of, sentence, name):
    assert [who.name for who in claims_of(sentence)[0].initiators] == [name]


def test_a_pages_tags_are_no_part_of_the_name_behind_them(claims_of):
    claims = claims_of("Tags Syria Northern Hama Morek Syrian regime Four people were killed in the town on Tuesday. The regime shelled the market.")
    assert [who.name for claim in claims for who in claim.initiators] == ["Syrian regime"]


def test_a_group_before_a_states_army_is_a_party_of_its_own(layers_of):
    names = [actor.name for actor in layers_of("Hezbollah Egyptian troops clash near the border.").reading.actors]
    assert names == ["Hezbollah", "Egyptian troops"]


def test_a_brigade_keeps_the_town_that_it_is_called_by(claims_of):
    assert [who.name for who in claims_of("Misrata Brigades attacked the airport on Monday.")[0].initiators] == ["Misrata Brigades"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Jihadists fought the Iraqi army Kurdish militias and tribal fighters for months.", ["Iraqi army", "Kurdish militias", "tribal fighters"]),
        ("Clashes broke out between guards and fighters Turkish troops and Kurdish rebels near the border.",
         ["fighters", "Turkish troops", "Kurdish rebels"]),
        ("According to the SUNA news agency militants killed nine people in Goma.", ["SUNA news agency", "militants"]),
        ("Militants government troops and rebels clash in the hills of Taiz.", ["Militants", "government troops", "rebels"]),
    ],
)
def test_the_adjective_of_a_people_behind_several_people_opens_the_next_of_a_list(layers_of, sentence, names):
    found = [actor.name for actor in layers_of(sentence).reading.actors]
    assert set(names) <= set(found)


def test_an_acronym_that_lost_its_last_point_stands_whole_before_its_hyphen(layers_of):
    assert [actor.text for actor in layers_of("U.S-backed fighters entered the town on Monday.").reading.actors] == ["U.S-backed fighters"]


@pytest.mark.parametrize("sentence", ["The captives were shot or their heads were cut off.", "A guard was hit and his head was cut off by the bandits."])
def test_a_part_of_a_body_is_no_office(layers_of, sentence):
    assert not [actor.text for actor in layers_of(sentence).reading.actors if actor.text.startswith("head")]


def test_the_head_of_an_office_is_somebody(layers_of):
    assert any(actor.text.startswith("head") for actor in layers_of("Gunmen abducted the head of the council in Goma.").reading.actors)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Six farmers were killed by mortar shells in New Tartus SANA reporter said on Monday.", "SANA reporter"),
        ("Egyptian troops have seized farms in eastern Yemen state media said on Sunday part of a push they began in May.", "state media"),
        ("Gunmen were reportedly preparing to shell Basra from eastern Syria Iraqi military Claimed.", "Iraqi military"),
        ("Raids killed nine farmers in the old quarter of Tartus Yemen News Network (YNN) reported.", "Yemen News Network"),
    ],
)
def test_the_place_before_a_speaker_is_no_part_of_his_name(claims_of, sentence, name):
    assert claims_of(sentence)[0].speakers[-1].name == name


def test_a_body_that_is_called_by_its_town_keeps_it(layers_of):
    names = [actor.name for actor in layers_of("The head of the Tartus Media Centre said shells hit the market on Monday.").reading.actors]
    assert "Tartus Media Centre" in names


def test_a_regime_is_not_called_by_those_who_hold_with_it(claims_of):
    claims = claims_of("Farmers fled the pro-regime villages on Monday. Nobody admitted the bombing, for which the regime condemned the rebels.")
    assert all(who.name != "pro-regime" for claim in claims for who in (*claim.speakers, *claim.initiators) if claim.type != "DISPLACEMENT")


def test_the_byname_of_somebody_whose_surname_is_listed_is_his(layers_of):
    names = [actor.name for actor in layers_of("On Monday Abu Hamza al-Golani threatened to shell the harbour.").reading.actors]
    assert "Abu Hamza al-Golani" in names


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("In western Zawiya rebel shelling wounded nine shopkeepers.", ["rebel"]),
        ("Atbara Sudanese rebel groups shelled the army.", ["Sudanese rebel groups"]),
        ("Popular Sudanese opposition groups shelled the army.", ["Popular Sudanese opposition groups"]),
        ("The Jebel Sudanese Movement shelled the army.", ["Jebel Sudanese Movement"]),
        ("Lagos London- Warplanes releasing toxic gas killed dozens of people.", ["Warplanes"]),
        ("Nairobi- Rebels attacked the town on Monday, killing ten people.", ["Rebels"]),
    ],
)
def test_a_town_before_another_name_is_no_part_of_it(claims_of, sentence, doers):
    assert [one.name for one in claims_of(sentence)[0].initiators] == doers
