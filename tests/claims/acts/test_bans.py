"""A ban told in brackets beside a name: whom it is on and which country put it."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "hit"),
    [
        ("The Islamic State group (outlawed in Russia) attacked the town.", ["Islamic State group"]),
        ("Nusra Front and Islamic State groups (both outlawed in Russia) attacked the town.", ["Nusra Front", "Islamic State groups"]),
    ],
)
def test_a_ban_in_brackets_is_on_the_names_before_it_by_the_country_behind_it(claim_of, sentence, hit):
    claim = claim_of(sentence, "COERCE")
    assert [(doer.country, doer.sector) for doer in claim.initiators] == [("RUS", "GOV")]
    assert [participant.name for participant in claim.targets] == hit


def test_a_ban_that_is_news_has_who_banned_it_as_doer(claim_of):
    claim = claim_of("The government banned the group in Egypt.", "COERCE")
    assert [participant.name for participant in claim.initiators] == ["government"]


def test_a_ban_that_only_tells_what_a_group_is_is_nobodys_word(claims_of):
    claims = claims_of("The army killed nine militants of the Northern Front (outlawed in Russia) near Homs, a military source said.")
    assert [[one.name for one in claim.speakers] for claim in claims if claim.type == "COERCE"] == [[]]


@pytest.mark.parametrize(
    ("sentence", "countries"),
    [
        ("The Lord's Resistance Army is outlawed in Uganda and Kenya.", ["UGA", "KEN"]),
        ("The attack was claimed by a militant group banned in Uganda.", ["UGA"]),
    ],
)
def test_somebody_banned_in_a_country_is_banned_by_its_government(claim_of, sentence, countries):
    assert [(doer.country, doer.sector) for doer in claim_of(sentence, "COERCE").initiators] == [(country, "GOV") for country in countries]
