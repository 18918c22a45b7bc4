"""Who "the group", "the army" and a bare surname are within one report."""

from __future__ import annotations

import pytest

from warledger.claims.actors.finder import ActorFinder
from warledger.claims.mentions import ActorMention
from warledger.claims.text.parsing import load_language

FINDER = ActorFinder()


def last(text: str, words: str) -> ActorMention:
    return [mention for mention in FINDER.find(load_language()(text)) if mention.text == words][-1]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Nigerian army left. The army burned the bridge.", "army", "Nigerian army"),
        ("The Syrian Observatory for Human Rights said so. The Observatory added more.", "Observatory",
         "Syrian Observatory for Human Rights"),
        ("Ahrar al-Sham took the hill. The group said so on Monday.", "group", "Ahrar al-Sham"),
        ("Bola Adeyemi arrived. Later Adeyemi said he was tired.", "Adeyemi", "Bola Adeyemi"),
        ("The Assad regime bombed the town. The regime denied it.", "regime", "Assad regime"),
        ("French President Emmanuel Macron arrived. The president said so.", "president", "Emmanuel Macron"),
    ],
)
def test_short_form_takes_the_full_name(text: str, words: str, name: str) -> None:
    assert last(text, words).name == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Arakan Army said its raid answered an offensive by the army on Paletwa.", "army", "army"),
        ("The Lord's Resistance Army left the village. The army entered it on Monday.", "army", "army"),
        ("The Arakan Army took Paletwa. The Army said it would hold it.", "Army", "Arakan Army"),
    ],
)
def test_a_group_that_calls_itself_an_army_is_not_the_army(text: str, words: str, name: str) -> None:
    assert last(text, words).name == name


@pytest.mark.parametrize("text", ["Isis fighters left Sirte.", "ISIS fighters left Sirte.", "Isil fighters left Sirte."])
def test_an_acronym_may_be_written_as_a_name(text: str) -> None:
    assert last(text, text.removesuffix(" left Sirte.")).actor == "group.isis"


def test_definite_description_shows_its_antecedent() -> None:
    doc = load_language()("The Nigerian army left. The army burned the bridge.")
    first, second = FINDER.find(doc)
    assert second.definite
    assert second.antecedent == first.head
    assert (second.actor, second.country) == (first.actor, "NGA")


def test_two_countries_are_the_two_named_last() -> None:
    mention = last("Sudan and Chad met again. Talks between the two countries failed.", "countries")
    assert mention.name == "Sudan and Chad"


def test_government_without_a_country_is_that_of_the_report() -> None:
    mention = last("Iraqi officials and the Iraqi army met. Government troops took the bridge.", "Government troops")
    assert mention.country == "IRQ"


def test_what_nothing_answers_keeps_its_words() -> None:
    mention = last("The group left the town.", "group")
    assert mention.name == "group"
    assert mention.antecedent is None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Assad regime spoke. Now regime and Russian jets bombed the town. The regime denied it.", "regime", "Assad regime"),
        ("The Libyan army met envoys. Then army and rebel troops left the base. The army said so.", "army", "Libyan army"),
    ],
)
def test_a_modifier_that_shares_its_noun_is_not_what_it_stands_before(text: str, words: str, name: str) -> None:
    assert last(text, words).name == name


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Boko Haram held the hills until July when the extremist group lost the town.", True),
        ("It was a blow to al-Shabaab after the militant group seized Barawe.", True),
        ("Nigerian troops hit Boko Haram and soldiers left after the extremist group lost the town.", False),
    ],
)
def test_a_described_group_is_the_armed_group_named_right_before(text: str, same: bool) -> None:
    found = FINDER.find(load_language()(text))
    named = next(mention.actor for mention in found if mention.kind == "group" and mention.actor is not None)
    assert (found[-1].actor == named) is same


def test_heads_of_those_who_own_them_lead_nobody() -> None:
    assert [mention.text for mention in FINDER.find(load_language()("The rebels were shot and their heads were shown."))] == ["rebels"]
    assert "head" in [mention.text for mention in FINDER.find(load_language()("The office and its head of mission left."))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They fought the Iraqi army Kurdish militias and Turkish soldiers.", ["They", "Iraqi army", "Kurdish militias", "Turkish soldiers"]),
        ("They met soldiers Libyan activists said.", ["soldiers", "Libyan activists"]),
    ],
)
def test_a_nationality_behind_fighters_opens_the_next_of_a_list(text: str, names: list[str]) -> None:
    assert [mention.name for mention in FINDER.find(load_language()(text))][-len(names):][: len(names)] == names


def test_those_led_by_one_people_are_not_those_backed_by_others(claims_of):
    claims = claims_of("Clashes raged between Hutu-led fighters and Uganda-backed forces in Goma. The Hutu-led forces shelled the village.")
    shelled = next(claim for claim in claims if claim.quote("trigger") == "shelled")
    assert [who.name for who in shelled.initiators] == ["Hutu-led forces"]


@pytest.mark.parametrize("text", [
    "The Kivu monitoring group said M23 had attacked the camp but that the group had failed to enter the town.",
    "The Kivu watchdog said M23 had attacked the camp but that the group had failed to enter the town.",
])
def test_the_group_in_what_somebody_says_is_the_one_named_there_and_not_the_speaker(claims_of, text):
    entered = next(claim for claim in claims_of(text) if claim.type == "TERRITORY")
    assert [who.name for who in entered.initiators] == ["M23"]


def test_whoever_is_fought_is_no_monitoring_group(claims_of):
    text = "The Kivu monitoring group said nine were killed. Supporters of the front blamed rival M23 militants who have fought the group."
    fought = next(claim for claim in claims_of(text) if claim.quote("trigger") == "fought")
    assert not any("monitoring" in who.name for who in fought.initiators)


def test_the_force_of_a_blast_is_nobodys(claims_of):
    assert [claim.initiators for claim in claims_of("The windows of a hotel were shattered by the force of the blast.")] == [()]
    assert [who.name for who in claims_of("A force of 200 men attacked the town.")[0].initiators] == ["force"]


def test_with_whom_somebody_works_is_another_also_in_the_middle_of_the_clause(claim_of):
    claim = claim_of("The Chadian army forces, in cooperation with the friendly forces, encircled the militants.", "TERRITORY")
    assert [person.name for person in claim.initiators] == ["Chadian army forces", "friendly forces"]


@pytest.mark.parametrize(("text", "words", "name"), [
    ("Boko Haram took the town. Fighters from the group left on Sunday.", "Fighters", "Fighters from Boko Haram"),
    ("Ansar Dine took the town. Troops killed nine fighters of the group in Gao.", "fighters", "fighters of Ansar Dine"),
    ("Fighters from the group left on Sunday.", "Fighters", "Fighters from the group"),
])
def test_whose_fighters_they_are_is_told_by_the_name_of_the_group(text: str, words: str, name: str) -> None:
    assert last(text, words).name == name
