"""Layer 10: what the second look changes, and what it leaves to the rules."""

from __future__ import annotations

from dataclasses import replace

import pytest

from warledger.claims.coder import Coded, read_layers
from warledger.claims.knowledge import RuleSettings, knowledge_of
from warledger.claims.second_reading.candidates import DOER, TARGET, Act, acts_of
from warledger.claims.second_reading.second_look import RULE, _without_blamers, decide, look_again
from warledger.model import Report

SURE, HALF_SURE, UNSURE = 0.95, 0.5, 0.4
# Two parties and an act; the rules give the first as doer and nobody as target.
TEXT = "Rebels of the coast shelled the harbour while soldiers watched from the hill."


def doer(share: float) -> tuple[float, float, float]:
    return (1 - share, share, 0.0)


def target(share: float) -> tuple[float, float, float]:
    return (1 - share, 0.0, share)


def nobody(share: float) -> tuple[float, float, float]:
    return (share, (1 - share) / 2, (1 - share) / 2)


def only_read(text: str) -> Coded:
    report = Report(id=Report.make_id("tests", None, None, text, None), text=text, language="en")
    return next(iter(read_layers([report], RuleSettings(second_reading=False))))


def act_of(text: str, trigger: str) -> tuple[Coded, Act]:
    coded = only_read(text)
    return coded, next(act for act in acts_of(coded.reading, coded.claims) if act.trigger.text == trigger)


def number(act: Act, words: str) -> int:
    return next(k for k, one in enumerate(act.candidates) if words in one.text)


def test_somebody_whom_the_model_is_sure_of_becomes_a_target() -> None:
    _, act = act_of(TEXT, "shelled")
    assert act.candidates[number(act, "soldiers")].role == ""
    assert decide(act, {number(act, "soldiers"): target(SURE)})[number(act, "soldiers")] == TARGET


def test_what_names_an_act_is_no_person_who_did_it() -> None:
    coded = only_read("Bomb kills nine soldiers in Taiz.")
    taken_for_a_name = replace(coded.reading.actors[0], start=0, end=4, head=0, text="Bomb", name="Bomb", kind="person")
    coded.reading.actors.append(taken_for_a_name)
    assert "Bomb" not in [one.text for act in acts_of(coded.reading, coded.claims) for one in act.candidates]


def test_the_rules_stand_where_the_model_is_not_sure() -> None:
    _, act = act_of(TEXT, "shelled")
    shares = {number(act, "soldiers"): target(UNSURE), number(act, "Rebels"): nobody(UNSURE)}
    assert decide(act, shares) == [one.role for one in act.candidates]


def test_whom_the_rules_took_for_a_target_becomes_a_doer_where_the_model_is_sure() -> None:
    _, act = act_of("Rebels of the coast shelled soldiers in the harbour.", "shelled")
    soldiers = number(act, "soldiers")
    assert act.candidates[soldiers].role == TARGET
    assert decide(act, {soldiers: doer(SURE)})[soldiers] == DOER
    assert decide(act, {soldiers: doer(HALF_SURE)})[soldiers] == TARGET


def test_a_doer_whom_the_model_finds_wrong_gives_way_to_a_better_one() -> None:
    _, act = act_of(TEXT, "shelled")
    roles = decide(act, {number(act, "Rebels"): nobody(SURE), number(act, "soldiers"): doer(SURE)})
    assert (roles[number(act, "Rebels")], roles[number(act, "soldiers")]) == ("", DOER)


def test_a_doer_is_not_taken_away_where_nobody_takes_the_place() -> None:
    _, act = act_of(TEXT, "shelled")
    assert decide(act, {number(act, "Rebels"): nobody(SURE)})[number(act, "Rebels")] == DOER


def test_who_has_one_part_does_not_get_the_other() -> None:
    _, act = act_of(TEXT, "shelled")
    assert decide(act, {number(act, "Rebels"): target(SURE)})[number(act, "Rebels")] == DOER


def test_nobody_is_added_as_doer_under_the_name_of_those_who_were_hit() -> None:
    _, act = act_of("Soldiers shelled rebels near the dam while rebels watched from the hill.", "shelled")
    hit, other = (k for k, one in enumerate(act.candidates) if one.text == "rebels")
    assert [act.candidates[k].role for k in (hit, other)] == [TARGET, ""]
    assert decide(act, {other: doer(SURE)})[other] == ""


def test_whoever_is_added_has_words_and_the_name_of_the_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    coded, act = act_of(TEXT, "shelled")
    k = number(act, "soldiers")
    monkeypatch.setattr("warledger.claims.second_reading.second_look.odds",
                        lambda acts, text: [{k: target(SURE)} if one.trigger.text == "shelled" else {} for one in acts])
    claim = next(one for one in look_again(coded.reading, coded.claims) if one.id == act.claim.id)
    (added,) = [party for party in claim.targets if party.inferred == RULE]
    shown = next(item for item in claim.passages if item.field == "target" and item.quote == act.candidates[k].text)
    assert added.name == "soldiers"
    assert coded.reading.report.text[shown.start:shown.end] == shown.quote


def test_whoever_is_taken_away_takes_the_passage_along(monkeypatch: pytest.MonkeyPatch) -> None:
    coded, act = act_of("Rebels shelled soldiers near the harbour.", "shelled")
    k = number(act, "soldiers")
    assert act.candidates[k].role == TARGET
    monkeypatch.setattr("warledger.claims.second_reading.second_look.odds", lambda acts, text: [{k: nobody(SURE)} for _ in acts])
    (claim,) = look_again(coded.reading, coded.claims)
    assert claim.targets == ()
    assert all(item.field != "target" for item in claim.passages)


def test_without_the_second_reading_no_party_is_the_models_and_the_coder_has_another_name() -> None:
    coded = only_read(TEXT)
    assert all(party.inferred != RULE for claim in coded.claims for party in (*claim.initiators, *claim.targets))
    assert coded.claims[0].coder == knowledge_of(RuleSettings(second_reading=False)).coder != knowledge_of(None).coder


def test_a_report_reads_the_same_beside_another() -> None:
    texts = ("The village was hit hours after jets of the coalition had taken off and eleven villagers died.", TEXT)
    reports = [Report(id=Report.make_id("tests", None, None, text, None), text=text, language="en") for text in texts]
    together = [coded.claims for coded in read_layers(reports)]
    assert together == [next(iter(read_layers([report]))).claims for report in reports]


def test_a_thing_that_was_hit_right_before_the_act_does_not_become_its_doer() -> None:
    _, act = act_of("Officials said a mosque strike killed nine people in Aden.", "strike")
    mosque = number(act, "mosque")
    assert act.candidates[mosque].role == TARGET
    assert decide(act, {mosque: doer(SURE)})[mosque] == TARGET


def test_whoever_condemns_an_act_did_not_do_it() -> None:
    text = "The village council condemned the raid on the clinic."
    coded, act = act_of(text, "raid")
    council = number(act, "council")
    assert any(claim.type == "ACCUSE" and claim.quote("initiator") == act.candidates[council].text for claim in coded.claims)
    span = (act.candidates[council].start, act.candidates[council].end)
    assert _without_blamers(act, {council: doer(SURE)}, {span})[council][1] == 0
    assert _without_blamers(act, {council: doer(SURE)}, set())[council] == doer(SURE)


@pytest.mark.parametrize(("text", "trigger", "pronoun"), [
    ("Taliban fighters rounded up villagers near Kunduz and executed them.", "executed", "them"),
    ("The militia encircled the rebels near the dam, killing scores of them.", "killing", "them"),
    ("Gunmen stopped the engineers at a bridge and kidnapped them.", "kidnapped", "them"),
])
def test_whom_a_pronoun_tells_to_have_been_harmed_stays_a_target(text: str, trigger: str, pronoun: str) -> None:
    _, act = act_of(text, trigger)
    k = number(act, pronoun)
    assert act.candidates[k].role == TARGET
    assert decide(act, {k: nobody(SURE)})[k] == TARGET


@pytest.mark.parametrize(("text", "trigger", "words"), [
    ("Rebels seized drones of the militia and destroyed them.", "destroyed", "them"),  # the drones were destroyed, not the militia
    ("Rebels of the coast killed soldiers near the dam.", "killed", "soldiers"),
])
def test_a_pronoun_that_may_stand_for_things_and_a_noun_are_left_to_the_model(text: str, trigger: str, words: str) -> None:
    _, act = act_of(text, trigger)
    k = number(act, words)
    assert decide(act, {k: nobody(SURE)})[k] == ""


def test_a_pronoun_that_was_taken_for_those_who_did_it_is_left_to_the_model() -> None:
    _, act = act_of("Taliban fighters rounded up villagers near Kunduz and executed them.", "executed")
    k = number(act, "them")
    fighters = next(one.mention for one in act.candidates if one.role == DOER)
    ill = replace(act, candidates=tuple(replace(one, mention=fighters) if i == k else one for i, one in enumerate(act.candidates)))
    assert decide(ill, {k: nobody(SURE)})[k] == ""


def test_the_thing_right_before_an_act_stays_its_target() -> None:
    _, act = act_of("Nine killed in Goma school bombing.", "bombing")
    k = number(act, "school")
    assert act.candidates[k].role == TARGET
    assert decide(act, {k: nobody(SURE)})[k] == TARGET


@pytest.mark.parametrize(
    ("text", "trigger", "given"),
    [
        ("Air strikes hit the rebel-held town of Ariha.", "strikes", ""),
        ("The army retook the rebel-held town of Ariha.", "retook", TARGET),
    ],
)
def test_whoever_holds_a_place_that_was_hit_was_not_hit_but_may_lose_it(text: str, trigger: str, given: str) -> None:
    _, act = act_of(text, trigger)
    rebels = number(act, "rebel")
    decided = decide(act, {rebels: target(SURE)})[rebels]
    assert decided == given


def test_two_armed_parties_of_no_known_country_are_not_one_side() -> None:
    _, act = act_of("The militia rounded up hundreds of tribesmen near Goma and executed them.", "executed")
    k = number(act, "them")
    assert decide(act, {k: nobody(SURE)})[k] == TARGET


def test_of_both_sides_neither_is_taken_away() -> None:
    _, act = act_of("The army is fighting an alliance of rebel groups, and both sides are now under attack by al-Shabaab.", "attack")
    rebels = number(act, "rebel groups")
    assert decide(act, {rebels: nobody(SURE)})[rebels] == TARGET
    _, alone = act_of("Al-Shabaab shelled rebel groups near Goma.", "shelled")
    rebels = number(alone, "rebel groups")
    assert decide(alone, {rebels: nobody(SURE)})[rebels] == ""


@pytest.mark.parametrize(("text", "kept"), [
    ("Amina Yusuf was treated after she was shot by an army sniper near the market in Taiz.", ["Amina Yusuf"]),
    ("The union said Amina Yusuf told it that she was shot by a sniper in Taiz.", []),
])
def test_who_was_shot_by_a_pronoun_stays_where_the_sentence_names_her(text, kept):
    act = act_of(text, "shot")[1]
    shares = {k: nobody(SURE) for k, one in enumerate(act.candidates) if one.role == TARGET}
    assert [one.name for one, role in zip(act.candidates, decide(act, shares), strict=True) if role == TARGET] == kept


def test_those_killed_in_an_offensive_that_they_began_stay_whom_it_hit():
    _, act = act_of("Nearly 40 M23 rebels were killed in an offensive they had launched near Goma.", "offensive")
    shares = {k: doer(SURE) for k, one in enumerate(act.candidates) if one.role == TARGET}
    assert shares
    assert not {k for k in shares if decide(act, shares)[k] != TARGET}


@pytest.mark.parametrize(
    ("text", "trigger", "given"),
    [
        ("The rebels are fighting in the hills where the soldiers hold out.", "fighting", DOER),
        ("The rebels launched an offensive in the hills where the soldiers hold out.", "offensive", TARGET),
        ("Twelve were killed as the rebels were fighting in the hills where the soldiers hold out.", "fighting", TARGET),
    ],
)
def test_whom_a_fight_without_victims_is_read_to_be_against_is_its_other_side(text: str, trigger: str, given: str) -> None:
    act = act_of(text, trigger)[1]
    soldiers = number(act, "soldiers")
    assert decide(act, {soldiers: target(SURE)})[soldiers] == given
