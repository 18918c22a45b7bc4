"""What stands behind a phrase and tells whose it is."""

from __future__ import annotations

import pytest

from warledger.claims.actors.finder import ActorFinder
from warledger.claims.mentions import ActorMention
from warledger.claims.text.parsing import load_language

FINDER = ActorFinder()


def one(text: str, words: str) -> ActorMention:
    return next(mention for mention in FINDER.find(load_language()(text)) if mention.text == words)


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("Forces loyal to President Bashar al-Assad advanced.", "Forces", "SYR", "MIL"),
        ("Fighters from the Nusra Front advanced.", "Fighters", "SYR", "REB"),
        ("Members of the Rapid Support Forces advanced.", "Members", "SDN", "REB"),
        ("A spokesman for the Indian army denied it.", "spokesman", "IND", "MIL"),
        ("Militiamen loyal to Khalifa Haftar advanced.", "Militiamen", "LBY", "REB"),
    ],
)
def test_affiliation_gives_country_and_side(text: str, words: str, country: str, sector: str) -> None:
    mention = one(text, words)
    assert (mention.country, mention.sector) == (country, sector)


def test_loyal_to_belongs_to_the_name() -> None:
    assert one("Fighters loyal to Khalifa Haftar advanced.", "Fighters").name == "Fighters loyal to Khalifa Haftar"


def test_backed_by_gives_a_backer_and_no_country() -> None:
    mention = one("Rebel groups backed by Rwanda advanced.", "Rebel groups")
    assert mention.backed_by == ("RWA",)
    assert mention.country != "RWA"


def test_envoy_for_a_country_keeps_the_one_that_sent_him() -> None:
    assert one("The US special envoy for Yemen said so.", "US special envoy").country == "USA"


def test_soldiers_in_a_country_are_not_of_it() -> None:
    assert one("Soldiers in Mali were wounded.", "Soldiers").country != "MLI"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Gunmen from the Nusra Front advanced.", "Gunmen", "Gunmen from the Nusra Front"),
        ("Aircraft of the Arab League bombed the port.", "Aircraft", "Aircraft of the Arab League"),
        ("Jets thought to belong to the Sudanese army bombed the port.", "Jets", "Sudanese army"),
        ("War jets also believed to be Russian bombed the port.", "War jets", "Russian"),
    ],
)
def test_fighters_and_jets_are_told_with_whose_they_are(text: str, words: str, name: str) -> None:
    assert one(text, words).name == name


def test_a_group_is_told_by_the_name_right_behind_its_description() -> None:
    mention = one("An al-Qaeda affiliate the Islamic State burned the dam.", "al-Qaeda affiliate")
    assert (mention.name, mention.actor) == ("Islamic State", "group.isis")


def test_forces_loyal_to_a_countrys_leader_are_his_by_name(claim_of):
    claim = claim_of("Fighters loyal to Libya's eastern commander Khalifa Haftar attacked the airport on Monday.")
    assert [participant.name for participant in claim.initiators] == ["Fighters loyal to Libya's eastern commander Khalifa Haftar"]


@pytest.mark.parametrize(
    ("sentence", "doers", "losers"),
    [
        ("The district was seized by rebels from government forces.", ["rebels"], ["government forces"]),
        ("The hill was wrested by rebel fighters from Ethiopian troops.", ["rebel fighters"], ["Ethiopian troops"]),
        ("The port was captured by insurgents from the Sudanese army on Monday.", ["insurgents"], ["Sudanese army"]),
        ("The village was seized by fighters from the Lord's Resistance Army.", ["fighters from the Lord's Resistance Army"], []),
        ("The post was taken by soldiers from the Ethiopian army.", ["soldiers from the Ethiopian army"], []),
        ("The town was captured by rebels from the Sudan Liberation Army.", ["rebels from the Sudan Liberation Army"], []),
    ],
)
def test_of_two_foes_behind_a_capture_the_second_lost_the_ground(claims_of, sentence, doers, losers) -> None:
    claim = next(claim for claim in claims_of(sentence) if claim.type == "TERRITORY")
    assert ([one.name for one in claim.initiators], [one.name for one in claim.targets]) == (doers, losers)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Kassala is held by a coalition of Sudanese rebel groups.", "coalition", "coalition of Sudanese rebel groups"),
        ("An alliance of Kurdish and Arab fighters took Sinjar.", "alliance", "alliance of Kurdish and Arab fighters"),
        ("An alliance of rebels, Islamists and jihadists holds Kidal.", "alliance", "alliance of rebels, Islamists and jihadists"),
        ("A coalition of rebel groups and the army agreed a truce.", "coalition", "coalition of rebel groups"),
        ("A coalition of 12 countries bombed Sanaa.", "coalition", "coalition"),
        ("The alliance of tribes shelled Goma.", "alliance", "alliance"),
    ],
)
def test_a_league_is_told_by_all_who_make_it_up(text: str, words: str, name: str) -> None:
    assert one(text, words).name == name


def test_jet_fighters_are_told_with_whose_they_are(claim_of) -> None:
    claim = claim_of("The jet fighters of the Sudanese army attacked villages in Darfur.")
    assert [person.name for person in claim.initiators] == ["jet fighters of the Sudanese army"]


@pytest.mark.parametrize(("text", "words", "name"), [
    ("Troops fought members of the US-backed Somali National Army.", "members", "members of the US-backed Somali National Army"),
    ("Troops fought fighters from the Iran-backed Houthi movement.", "fighters", "fighters from the Iran-backed Houthi movement"),
])
def test_whose_they_are_may_be_told_with_who_backs_them(text: str, words: str, name: str) -> None:
    assert one(text, words).name == name


def test_a_branch_goes_by_the_name_in_apposition() -> None:
    assert one("Troops clashed with the Islamic State's affiliate in Nigeria, Boko Haram, near Maiduguri.", "affiliate").name == "Boko Haram"
    assert one("Troops fought the rebel group in Nigeria and Boko Haram.", "rebel group").name == "rebel group"
