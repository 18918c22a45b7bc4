"""Layer 9: two mentions of one happening, two happenings of one kind, and answers."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Strikes hit Kharkiv. Three people were killed.",
        "The army shelled Taiz. The shelling killed two women.",
        "A car bomb exploded in Mogadishu on Monday. The explosion killed nine people.",
        "Rebels attacked the city of Taiz on Monday, killing six soldiers. The attack killed six soldiers, the army said.",
    ],
)
def test_the_second_mention_points_to_the_first(claims_of, text):
    first, second = claims_of(text)
    assert (first.same_as, second.same_as) == (None, first.id)


@pytest.mark.parametrize(
    "text",
    [
        "A car bomb exploded in Mogadishu on Monday. A separate bomb exploded in Kismayo.",
        "Shelling killed four people in Kherson on Monday. Shelling killed seven people in Kharkiv on Monday.",
        "The army shelled Taiz on Monday, killing four soldiers. Jets bombed Aden on Tuesday, killing nine civilians.",
    ],
)
def test_two_places_or_another_one_are_two_happenings(claims_of, text):
    assert [claim.same_as for claim in claims_of(text)] == [None, None]


def test_a_later_mention_takes_over_who_did_it(claims_of):
    second = claims_of("The army shelled Taiz. The shelling killed two women.")[1]
    assert [p.name for p in second.initiators] == ["army"]
    assert (second.place.name, second.place.inferred) == ("Taiz", "the same happening told before")


@pytest.mark.parametrize(
    "text",
    [
        "Israel struck Damascus on Monday. Syria fired missiles at the Golan Heights in response.",
        "Syrian forces killed eight Turkish soldiers in Idlib on Monday. "
        "Turkish forces killed 35 Syrian soldiers in retaliation.",
    ],
)
def test_an_answer_responds_to_what_its_side_suffered(claims_of, text):
    first, second = claims_of(text)
    assert (first.responds_to, second.responds_to) == (None, first.id)


def test_an_act_without_a_word_of_answering_answers_nothing(claims_of):
    text = ("Syrian forces killed eight Turkish soldiers in Idlib on Monday. "
            "Turkish forces killed 35 Syrian soldiers in Aleppo on Tuesday.")
    assert [claim.responds_to for claim in claims_of(text)] == [None, None]
