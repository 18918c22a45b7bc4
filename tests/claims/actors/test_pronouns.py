"""Pronouns: he, they, it and the possessives."""

from __future__ import annotations

import pytest

from warledger.claims.actors.finder import ActorFinder
from warledger.claims.mentions import ActorMention
from warledger.claims.text.parsing import load_language

FINDER = ActorFinder()


def last(text: str, words: str) -> ActorMention:
    return [mention for mention in FINDER.find(load_language()(text)) if mention.text == words][-1]


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("President Salva Kiir met the generals. He said the war was over.", "He", "Salva Kiir"),
        ("Rebels took the bridge. They burned it.", "They", "Rebels"),
        ("Ethiopian soldiers entered the town. Residents said they burned houses.", "they", "Ethiopian soldiers"),
        ("Rebels abducted 12 villagers and freed three of them.", "them", "villagers"),
        ("Soldiers surrounded the villagers and shot them.", "them", "villagers"),
        ("Gunmen fired on a group of villagers as they were leaving the town.", "they", "villagers"),
        ("Reuters published a report. It said the road was shut.", "It", "Reuters"),
    ],
)
def test_pronoun_stands_for(text: str, pronoun: str, name: str) -> None:
    mention = last(text, pronoun)
    assert mention.name == name
    assert mention.definite


def test_empty_it_stands_for_nobody() -> None:
    mentions = FINDER.find(load_language()("The army left. It was raining."))
    assert [mention.text for mention in mentions] == ["army"]


def test_his_forces_are_of_his_country() -> None:
    mention = last("Bashar al-Assad spoke on Monday. His forces took two villages.", "forces")
    assert mention.country == "SYR"


def test_pronoun_that_nothing_answers_keeps_its_word() -> None:
    mention = last("They left at dawn.", "They")
    assert mention.name == "They"
    assert mention.antecedent is None


def test_it_that_was_behind_an_attack_is_somebody(claim_of):
    claim = claim_of("Al-Shabaab said it was behind the attack on the hotel in Mogadishu.")
    assert [p.name for p in claim.initiators] == ["Al-Shabaab"]


def test_it_had_taken_control_is_said_of_an_organisation_and_it_took_hours_of_nobody(claims_of):
    claim = next(claim for claim in claims_of("The Hezbollah said it had taken control of the plain outside the city.") if claim.type == "TERRITORY")
    assert [participant.name for participant in claim.initiators] == ["Hezbollah"]
    assert not any("Hezbollah" in str(claim.initiators) for claim in claims_of("The Hezbollah said it took hours to reach the plain.")
                   if claim.type == "TERRITORY")


@pytest.mark.parametrize(("sentence", "holders"), [
    ("The rebels expelled the soldiers from a base they had taken.", ["soldiers"]),
    ("The army struck back near Gao forcing Tuareg fighters to retreat from positions they seized a day earlier.", ["Tuareg fighters"]),
    ("The soldiers withdrew from the hills they had captured.", ["soldiers"]),
])
def test_who_has_to_leave_a_place_has_held_it(claims_of, sentence, holders):
    claim = [claim for claim in claims_of(sentence) if claim.type == "TERRITORY"][-1]
    assert [participant.name for participant in claim.initiators] == holders


def test_them_behind_a_participle_are_not_who_does_it(claims_of):
    claim = claims_of("The Syrian military continued its operations against terrorists in several areas inflicting heavy losses upon them.")[0]
    assert [participant.name for participant in claim.initiators] == ["Syrian military"]
    assert "Syrian military" not in [participant.name for participant in claim.targets]


@pytest.mark.parametrize(
    "text",
    [
        "M23 rebels took Goma. The bombing on Monday was deadly because it struck a cattle market.",
        "The war began when the army fired on a crowd in Goma. It has cost the lives of thousands.",
    ],
)
def test_it_behind_an_act_that_heads_the_sentence_is_nobody(text):
    assert not [mention for mention in FINDER.find(load_language()(text)) if mention.text.lower() == "it"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Al-Shabaab said one of its fighters attacked the bank.", "fighters", "fighters of Al-Shabaab"),
        ("President Salva Kiir spoke. His forces entered the town.", "forces", "forces of Salva Kiir"),
        # whose name nobody knows gives none
        ("The group executed ten of its fighters.", "fighters", "fighters"),
    ],
)
def test_somebodys_fighters_are_told_by_his_name(text: str, words: str, name: str) -> None:
    assert last(text, words).name == name


def test_a_bomber_is_a_he() -> None:
    assert last("The bomber was on a bicycle when he attacked a crowd.", "he").name == "bomber"


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The Rwandan army and its Congolese allies say they shelled only the depot near Goma.", ["Rwandan army", "Congolese allies"]),
        ("The Ethiopian army and Amhara militia besieged the town of Lalibela. They captured two villages on Sunday.",
         ["Ethiopian army", "Amhara militia"]),
        ("The Ethiopian army besieged the town of Lalibela. Its soldiers captured two villages on Sunday.", ["soldiers of Ethiopian army"]),
    ],
)
def test_they_are_all_who_acted_together(claims_of, text, doers):
    assert [who.name for who in claims_of(text)[-1].initiators] == doers


@pytest.mark.parametrize(
    ("sentence", "doer"),
    [
        ("Human Rights Watch accused Chad of torture and said its soldiers had killed nine herders.", "soldiers of Chad"),
        ("The United Nations criticised Eritrea, saying its troops had shot dead three students.", "troops of Eritrea"),
    ],
)
def test_soldiers_are_of_the_state_that_is_accused_and_not_of_those_who_accuse_it(claims_of, sentence, doer):
    killing = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT" and claim.tallies)
    assert [participant.name for participant in killing.initiators] == [doer]


@pytest.mark.parametrize(("sentence", "who", "whom"), [
    ("Guards opened fire when inmates tried to escape, killing 13 of them.", "Guards", "inmates"),
    ("Police opened fire as protesters approached the palace, wounding nine of them.", "Police", "protesters"),
])
def test_those_of_whom_some_were_hit_are_not_those_who_fired(claim_of, sentence, who, whom):
    claim = claim_of(sentence)
    assert [party.name for party in claim.initiators] == [who]
    assert [party.name for party in claim.targets] == [whom]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Houthi fighters tied the men to a wall and then gunmen shot them.", "men"),
        ("The rebels captured six soldiers. Fighters later executed them near Kidal.", "soldiers"),
        ("Masked gunmen led the students to a hill and then the gunmen shot them.", "students"),
        ("Six men were arrested in Kano. Guards beat them for days.", "men"),
        ("The rebels attacked the town on Monday. The army killed nine of them.", "rebels"),
    ],
)
def test_what_is_done_to_them_is_done_to_those_who_were_taken_and_never_to_whoever_does_it(claims_of, text, hit):
    claim = [claim for claim in claims_of(text) if claim.type == "ASSAULT"][-1]
    assert [one.name for one in claim.targets] == [hit]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Police said one of the gunmen shot a guard before he blew himself up.", ["gunmen"]),
        ("A gunman shot a guard before he blew himself up.", ["gunman"]),
        ("The army said they had shelled the town.", ["army"]),
    ],
)
def test_one_of_some_is_he(claims_of, sentence, names):
    assert [who.name for who in claims_of(sentence)[-1].initiators] == names


def test_whoever_stands_before_and_owns_what_follows(claims_of):
    claims = claims_of("Al Shabaab attacked the port on Monday. President Hassan Sheikh Mohamud and his forces fought the attackers.")
    fight = next(claim for claim in claims if claim.quote("trigger") == "fought")
    assert not any("Shabaab" in who.name for who in fight.initiators if "forces" in who.name)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The Malian army has been defeated by JNIM, which in June declared an emirate in the territory it controls.", ["JNIM"]),
        ("Tuareg rebels were defeated by the army, which in June set up courts in the territory it controls.", ["army"]),
        ("The Malian army, which was defeated by JNIM in June, still fights for the territory it controls.", ["Malian army"]),
    ],
)
def test_whom_a_clause_with_which_is_about_is_it(claims_of, sentence, names):
    claim = next(claim for claim in claims_of(sentence) if claim.quote("trigger") == "controls")
    assert [who.name for who in claim.initiators] == names


@pytest.mark.parametrize(("sentence", "doers"), [
    ("Kenya and Uganda said they shelled the camp near Kismayo.", ["Kenya", "Uganda"]),
    ("The army and the militia said they had taken the hill near Goma.", ["army", "militia"]),
    ("Kenya and Uganda chased al-Shabaab fighters, who said they had shot down a jet.", ["al-Shabaab fighters"]),
])
def test_two_that_are_one_subject_are_they(claims_of, sentence: str, doers: list[str]) -> None:
    assert [who.name for who in claims_of(sentence)[-1].initiators] == doers


def test_fighters_of_a_group_are_its_own_where_a_pronoun_stands_for_them(claims_of):
    text = "The M23 seized the airport on Sunday. Its forces took the road on Monday. They shelled a market on Tuesday."
    assert [[one.name for one in claim.initiators] for claim in claims_of(text)][1:] == [["forces of M23"], ["forces of M23"]]


def test_who_is_meant_by_them_is_not_the_group_whose_fighters_act(claims_of):
    claims = claims_of("The M23 shelled a base near Goma on Sunday. M23 fighters have retaken two bases days after losing them.")
    assert [claim for claim in claims if any(party.actor == "m23" or party.name == "M23" for party in claim.targets)] == []


def test_what_an_act_is_for_is_done_by_whose_act_it_is(claim_of):
    claim = claim_of("The M23 attacked Goma despite strikes by the army to drive them back.", "TERRITORY")
    assert ([party.name for party in claim.initiators], [party.name for party in claim.targets]) == (["army"], ["M23"])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The M23 is also under attack in Rwanda. It has been driven out of most of its bastion Goma.", ["M23"]),
        ("Al-Shabaab held the port for years. It was pushed back from the town on Monday by Kenyan troops.", ["Al-Shabaab"]),
        ("A truck stood in the road. It was pushed off the bridge by the crowd.", []),
    ],
)
def test_what_is_driven_out_is_somebody(layers_of, text, who):
    assert [mention.name for mention in layers_of(text).reading.actors if mention.text == "It"] == who
