"""Layer 9: whom an act of words or measures is aimed at, by way of the thing of theirs that it is about."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "type_", "countries"),
    [
        ("Canada praised Peru's efforts to protect its forests.", "SUPPORT", ["PER"]),
        ("Peru rejected a Chilean offer.", "REJECT", ["CHL"]),
        ("Peru rejected calls by Chile's government for talks.", "REJECT", ["CHL"]),
        ("Poland demanded that Russia open its archives.", "REQUEST", ["RUS"]),
        ("Archbishop Antonio Rossi called for sanctions against Belarus.", "REQUEST", ["BLR"]),
        ("Denmark complained to the United Nations over two Swedish decrees.", "ACCUSE", ["SWE"]),
        ("Iran threatened to cut off electricity to Iraq.", "THREATEN", ["IRQ"]),
        ("Denmark cancelled aid to Uganda and Kenya.", "SANCTION", ["KEN", "UGA"]),
        ("The Iraqi minister arrived in Amman for a visit.", "CONSULT", ["JOR"]),
    ],
)
def test_the_target_of_words_is_whose_the_thing_is(claim_of, sentence, type_, countries) -> None:
    assert sorted(one.country for one in claim_of(sentence, type_).targets) == countries


def test_what_came_before_is_nobody_that_an_act_is_aimed_at(claim_of) -> None:
    assert claim_of("Denmark expressed regret after the visit of the Swedish king.", "SUPPORT").targets == ()


def test_a_state_before_its_offer_is_a_government_and_no_army(claim_of) -> None:
    assert [one.sector for one in claim_of("Peru rejected a Chilean offer.", "REJECT").targets] == ["GOV"]


def test_an_attack_takes_no_target_from_beneath_its_words(claim_of) -> None:
    assert claim_of("The army stepped up its attacks because of pressure from Russia.").targets == ()
