"""Layer 3, whose "its" and "their" is: whoever attacks something does not own it."""

import pytest


@pytest.mark.parametrize(("sentence", "doers"), [
    ("The army ambushed an armed group near Goma and killed all its members.", ["army"]),
    ("The group said it had shot down an army helicopter over Goma, killing its crew of four.", ["group"]),
])
def test_who_attacks_does_not_own_what_is_attacked(claim_of, sentence, doers):
    claim = claim_of(sentence)
    assert [who.name for who in claim.initiators] == doers
    assert {who.name for who in claim.targets}.isdisjoint(doers)


@pytest.mark.parametrize(("sentence", "mode", "doers"), [
    ("The main Congolese opposition group had urged the Ugandan army to suspend its bombardments.", "heavy-weapons", ["Ugandan army"]),
    ("The opposition accused the army of using banned shells in its battle against the militia in Goma.", "clash", ["army", "militia"]),
])
def test_whose_act_it_is_who_was_asked_or_accused_tells(claims_of, sentence, mode, doers):
    claim = next(claim for claim in claims_of(sentence) if claim.mode == mode)
    assert [who.name for who in claim.initiators] == doers


@pytest.mark.parametrize(("sentence", "mode", "holders"), [
    ("Last week the army dealt a heavy blow to the militia by seizing its last stronghold in Ituri.", "hold", ["militia"]),
    ("Army units eliminated a number of militiamen during their attempt to infiltrate into Goma.", "enter", ["militiamen"]),
])
def test_what_is_seized_or_tried_is_theirs_who_are_struck(claims_of, sentence, mode, holders):
    claim = next(claim for claim in claims_of(sentence) if claim.mode == mode)
    assert [who.name for who in claim.initiators] == holders


def test_who_leaves_others_dead_does_not_own_them(claim_of):
    claim = claim_of("A patrol of the army engaged a militia near Goma, leaving seven of its members dead.")
    assert "patrol of the army" not in {who.name for who in claim.targets}
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 7)]


def test_areas_that_are_struck_are_not_under_the_control_of_who_strikes_them(claims_of):
    text = "The junta stepped up its campaign against the jihadists, carrying out daily air strikes on areas under their control."
    assert [[who.name for who in claim.initiators] for claim in claims_of(text) if claim.type == "TERRITORY"] == [["jihadists"]]
    text = "The militants took 900 villagers hostage in areas under their control."
    assert [[who.name for who in claim.initiators] for claim in claims_of(text) if claim.type == "TERRITORY"] == [["militants"]]


@pytest.mark.parametrize(
    ("sentence", "holders"),
    [
        ("The regime bombed the jihadists in towns under their control.", ["jihadists"]),
        ("The government fights the militants in areas they hold.", ["militants"]),
        ("The army said the rebels fled areas under its control.", ["army"]),
    ],
)
def test_ground_under_their_control_is_that_of_many(claims_of, sentence, holders):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "TERRITORY")
    assert [who.name for who in claim.initiators] == holders


@pytest.mark.parametrize(("sentence", "mode", "doers"), [
    ("Moscow and Minsk say their offensive near Kharkiv will go on.", "clash", ["Moscow", "Minsk"]),
    ("The army and the militia lost ground in their offensive near Goma.", "clash", ["army", "militia"]),
    ("Riyadh and Abu Dhabi say that their pause in bombing the port will end on Friday.", "explosives", ["Riyadh", "Abu Dhabi"]),
    ("The army fought the rebels, who said their offensive would go on.", "clash", ["army", "rebels"]),
])
def test_what_is_theirs_is_that_of_all_who_are_one_subject(claims_of, sentence, mode, doers):
    claim = next(claim for claim in claims_of(sentence) if claim.mode == mode)
    assert [who.name for who in claim.initiators] == doers


@pytest.mark.parametrize(("text", "mode", "doers"), [
    ("The Taliban hit the bazaar in Kunduz. Their attack left nine people dead.", None, ["Taliban"]),
    ("The Houthi militants moved on Marib. Their offensive has killed dozens of soldiers.", "clash", ["Houthi militants"]),
    ("Riyadh struck the port again. Its offensive has killed dozens of fishermen.", "clash", ["Riyadh"]),
    ("Villagers buried the dead in Kunduz. Their attack left nine people wounded.", None, []),
])
def test_whose_a_subject_is_that_opens_a_sentence_is_told_by_the_subject_before(claims_of, text, mode, doers):
    claim = [claim for claim in claims_of(text) if claim.type == "ASSAULT" and claim.mode == mode][-1]
    assert [who.name for who in claim.initiators] == doers


@pytest.mark.parametrize(("sentence", "doer"), [
    ("Kenya warned Rwanda over its latest attacks in Goma.", "Rwanda"),
    ("Germany criticised Ethiopia for its shelling of the plant.", "Ethiopia"),
    ("Britain imposed sanctions on Iran over its attacks on shipping.", "Iran"),
    ("Uganda warned Rwanda about its support for the rebels and its attacks in Goma.", "Rwanda"),
    ("Pakistan called on India to stop its shelling of the border.", "India"),
    ("Pakistan urged India to pull back and end its shelling of the border.", "India"),
    ("The militia was warned by the army over its raids on the villages.", "militia"),
    ("Uganda apologised to Kenya for its raid on the village.", "Uganda"),
    ("Turkey told Iraq about its offensive in the north.", "Turkey"),
    ("Kenya briefed Uganda on its operation in Goma.", "Kenya"),
    ("Rwanda defended its attacks in Goma.", "Rwanda"),
])
def test_an_act_that_somebody_is_faulted_for_is_his(claims_of, sentence, doer):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert [who.name for who in claim.initiators] == [doer]
