"""What a verb of saying says beyond its clause, and what within it is the report's own."""

import pytest


def speakers_of(claims, word):
    return next([speaker.name for speaker in claim.speakers] for claim in claims if word in claim.quote("trigger"))


@pytest.mark.parametrize(("text", "word", "speakers"), [
    ("Rockets killed 7 people in Aden, a rescue group said in the third big bombardment by the Houthis this month.", "bombardment", ["rescue group"]),
    ("Nine soldiers died near Goma, the Congolese army said, in an ambush by militants on their convoy.", "ambush", ["Congolese army"]),
])
def test_in_which_act_people_died_is_said_as_well(claims_of, text, word, speakers):
    assert speakers_of(claims_of(text), word) == speakers


def test_what_a_need_is_for_is_said_by_who_stresses_it(claims_of):
    claims = claims_of("The Donbass Observatory condemned the raid. It stressed the need for putting pressure on Kiev in order to stop the shelling of Luhansk.")
    assert speakers_of(claims, "shelling") == ["Donbass Observatory"]


@pytest.mark.parametrize(("text", "word", "speakers"), [
    ("In early May the army announced an operation to retake Sirte after the end of a brief truce.", "truce", []),
    ("The junta announced a ceasefire following the shelling of the port.", "shelling", []),
    ("In early May the army announced an operation to retake Sirte after the end of a brief truce.", "retake", ["army"]),
    ("The monitor announced that nine had died after shelling of the port.", "shelling", ["monitor"]),
])
def test_after_what_somebody_announces_his_own_act_the_report_tells(claims_of, text, word, speakers):
    assert speakers_of(claims_of(text), word) == speakers


def test_how_another_state_looks_at_somebody_is_not_said(claims_of):
    claims = claims_of("The official said the fighters are criminals but Kenya sees them as a partner in Somalia operations.")
    assert speakers_of(claims, "operations") == []


@pytest.mark.parametrize(("text", "word", "speakers"), [
    ("President Traore blamed jihadists for the attack while the head of the African Union, Moussa Faki, said the junta bore responsibility.", "attack", ["Traore"]),
    ("The Observatory said the raid in Darfur killed nine. On Monday it had given a toll of six dead.", "toll", ["Observatory"]),
    ("The militia is concluding its own operations against Boko Haram in the north.", "operations", []),
    ("The UN panel concluded that the army had bombed the school in Mekelle.", "bombed", ["UN panel"]),
])
def test_the_clause_of_one_is_no_word_of_the_other(claims_of, text, word, speakers):
    assert speakers_of(claims_of(text), word) == speakers


@pytest.mark.parametrize(("text", "word", "speakers"), [
    ("The Sudanese army and its allies have vowed to continue the fight against rebels despite fears of new US raids following the gas attack.", "gas attack", []),
    ("The Libyan army threatened last week to shoot down any foreign plane after drones bombed villages near Sirte.", "bombed", []),
    ("Mali threatened to shoot down any plane that enters its air space after French jets raided villages in the north.", "raided", []),
    ("The junta pledged to hold the port despite the shelling of its barracks.", "shelling", []),
    ("The Sudanese army and its allies have vowed to continue the fight against rebels despite fears of new US raids following the gas attack.", "fight", ["Sudanese army", "allies"]),
    ("The Sudanese army said its men held the port despite the shelling of its barracks.", "shelling", ["Sudanese army"]),
])
def test_in_spite_of_what_somebody_vows_a_thing_the_report_tells(claims_of, text, word, speakers):
    assert speakers_of(claims_of(text), word) == speakers


@pytest.mark.parametrize("text", [
    "The opposition says the raids go on. The deals are causing change, they say, because mostly farmers are displaced.",
    "The opposition says the raids go on. The deals are causing change they say because mostly farmers are displaced.",
])
def test_the_reason_behind_they_say_is_said(claims_of, text):
    assert speakers_of(claims_of(text), "displaced") == ["opposition"]


@pytest.mark.parametrize(("text", "word", "speakers"), [
    ("The junta, a monitor said, has captured Lashio.", "captured", ["monitor"]),
    ("Later raids, the activist said, brought heavy shelling from tanks.", "shelling", ["activist"]),
    ("The ambush, the army told Reuters, led to clashes between rebels and troops.", "clashes", ["Reuters", "army"]),
    ("The rebels, who the mayor said had fled to Kenya, shelled Goma on Friday.", "shelled", []),
])
def test_a_clause_broken_by_its_speaker_is_his_as_a_whole(claims_of, text, word, speakers):
    assert speakers_of(claims_of(text), word) == speakers


@pytest.mark.parametrize(("text", "word", "speakers"), [
    ("Nine guards died in Bunia, the charity said, with three nurses killed in earlier shelling.", "shelling", ["charity"]),
    ("Rebels have entered Bunia, the army said, with clashes going on in Goma.", "clashes", ["army"]),
    ("Rebels have entered Bunia, the army said with its troops shelling Goma.", "shelling", []),
    ("Nine guards died in Bunia, the charity said, with footage showing an air strike on Goma.", "strike", ["footage"]),
])
def test_what_befell_whom_behind_with_is_said_as_well(claims_of, text, word, speakers):
    assert speakers_of(claims_of(text), word) == speakers
