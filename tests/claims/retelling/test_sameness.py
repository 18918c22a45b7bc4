"""Layer 9: two mentions of one happening, two happenings of one kind, and answers."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Strikes hit Kharkiv. Three people were killed.",
        "The army shelled Taiz. The shelling killed two women.",
        "Shelling killed four soldiers in Goma on Monday. Nine other soldiers were wounded.",
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
        "Police said on Monday that a bomb had killed a man in Kismayo. Police said on Wednesday that a bomb had killed a man in Kismayo.",
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


def same(claims):
    """Which claim each one goes back to, by its number."""
    number = {claim.id: index for index, claim in enumerate(claims)}
    return [number.get(claim.same_as) for claim in claims]


def test_a_headline_and_the_lead_with_its_figure_are_one_though_only_the_lead_names_the_town(claims_of):
    claims = claims_of("At least 15 shoppers were killed in a car bomb blast in Kismayo on Tuesday.", title="Car bomb kills at least 15 in Somalia")
    assert same(claims) == [None, 0]


def test_a_victim_told_again_by_surname_is_told_again(claims_of):
    claims = claims_of("James Okello, a teacher, was shot in Kitgum on Monday. Rebels shelled Gulu on Tuesday. Okello died on Wednesday.")
    assert same(claims) == [None, None, 0]


def test_who_dies_in_a_hospital_was_hit_where_it_was_told(claims_of):
    claims = claims_of("A bomb wounded a farmer in Kismayo on Monday. He died at the Central Hospital.")
    assert same(claims) == [None, 0]


def test_a_definite_mention_may_have_a_day_of_its_own(claims_of):
    claims = claims_of("Gunmen shot three people in Kitgum. The shooting happened on Monday night.")
    assert same(claims) == [None, 0]


def test_the_earlier_attack_is_not_the_one_just_told(claims_of):
    claims = claims_of("Gunmen shot three people in Kitgum on Monday. The earlier shooting was in Gulu on Sunday.")
    assert same(claims) == [None, None]


def test_one_victim_told_beside_several_is_one_of_them(claims_of):
    claims = claims_of("Five people were shot in Kitgum on Monday. A woman died.")
    assert same(claims) == [None, 0]


def test_the_happening_told_last_is_the_one_gone_back_to(claims_of):
    claims = claims_of("Shells hit Kherson on Monday. Jets bombed Kharkiv on Tuesday, killing nine people. "
                       "The shelling of Kherson on Monday wrecked a school. Four people were wounded.")
    assert same(claims)[-1] == 0


def test_dozens_and_a_number_that_they_hold_do_not_contradict_and_are_not_told_twice(claims_of):
    claims = claims_of("Dozens of soldiers were killed in Kitgum on Monday. Rebels killed 30 soldiers in Gulu on Tuesday.")
    assert same(claims) == [None, None]


def test_the_town_of_the_text_is_not_given_up_for_the_country_of_the_headline(claims_of):
    text = "Aid workers in Taiz buried their dead. Nine people were killed in the shelling."
    claim = claims_of(text, title="Shelling in Yemen kills nine")[-1]
    assert (claim.same_as is not None, claim.place.name) == (True, "Taiz")


def test_another_town_named_in_its_sentence_makes_it_another_happening(claims_of):
    text = "Rebels shelled Taiz on Monday, killing four civilians. Two civilians were injured in a shelling as rebels drove through Aden."
    last = claims_of(text)[-1]
    assert (last.same_as, last.place.name) == (None, "Aden")


def test_a_headline_printed_again_over_the_text_tells_nothing_new(claims_of):
    title = "Nine women among 12 dead in shelling of Taiz"
    first, again = [claim for claim in claims_of(f"{title}. The town was calm by noon.", title=title) if claim.type == "ASSAULT"]
    assert again.same_as == first.id


def test_the_lead_tells_the_headline_again_though_the_headline_names_the_country_alone(claims_of):
    headline, lead = claims_of("A car bomb hit a fish market in the port of Mokha on Tuesday.", title="Car bomb in Yemen kills dozens")
    assert lead.same_as == headline.id


def test_a_lead_of_another_act_is_not_the_headline(claims_of):
    headline, lead = claims_of("Rebels ambushed a patrol near Taiz on Tuesday.", title="Army shelling kills nine in Aden")
    assert (headline.type, lead.type, lead.same_as) == ("ASSAULT", "ASSAULT", None)


def test_the_deal_is_the_one_told_before(claims_of):
    claims = [claim for claim in claims_of("The army and the rebels agreed to a truce in Taiz on Monday. The deal came into force at dawn.")
              if claim.type == "AGREE"]
    assert [claim.same_as for claim in claims[1:]] == [claims[0].id] * (len(claims) - 1)
    assert len(claims) > 1


def test_an_act_by_its_weekday_at_the_head_of_a_sentence_is_known(claims_of):
    first, second, *_ = claims_of("Insurgents shelled the Salah quarter of Taiz on Tuesday. Tuesday shelling comes after weeks of calm.")
    assert second.same_as == first.id


def test_nearly_forty_may_be_thirty_eight(claims_of):
    first, second = claims_of("Nearly 40 soldiers were killed when rebels blew up a tunnel in Taiz on Tuesday. "
                              "The ministry said that 38 soldiers were killed in the blast.")
    assert second.same_as == first.id


def test_who_is_named_in_a_line_of_tags_did_not_do_it(claims_of):
    claim, = claims_of("Tags Yemen Taiz Houthi Air strikes on a village in the north killed nine people on Tuesday.")
    assert claim.initiators == ()


@pytest.mark.parametrize("text", [
    "Army forces besieged the town of Taiz on Monday. The siege has left the town without food.",
    "Army forces captured Taiz on Monday. The capture of the town by the army ended a year of rebel rule.",
])
def test_a_siege_or_a_capture_by_its_noun_is_the_one_told_before(claims_of, text):
    first, second, *_ = [claim for claim in claims_of(text) if claim.type == "TERRITORY"]
    assert second.same_as == first.id


def test_who_agrees_again_agrees_to_another_thing(claims_of):
    claims = claims_of("The army and the rebels signed a truce in Aden on Monday. The rebels agreed to a truce in Taiz.")
    assert [claim.same_as for claim in claims if claim.type == "AGREE"] == [None, None]


def test_a_mention_far_behind_says_no_more_who_did_it(claims_of):
    between = "The minister spoke of schools and bread. " * 45
    first, *_, last = claims_of(f"Soldiers killed 34 people in Taiz on Monday. {between}In Taiz 34 people were killed on Monday.")
    assert [p.name for p in first.initiators] == ["Soldiers"]
    assert (last.same_as, last.initiators) == (first.id, ())
