"""A page that was stored without its commas reads as if it had them, and offsets stay true."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from warledger.claims.text import lost_marks
from warledger.claims.text.lost_marks import lost_its_commas, with_lost_marks
from warledger.claims.text.mark_odds import LONGEST, odds, stretches
from warledger.model import Claim

STRIPPED = ("The governor of the province Adel Nasser said on Tuesday that four villagers had been wounded including two nurses when shells hit the market killing "
            "a shopkeeper according to the civil defence. However the ministry which runs the hospitals gave no figure.")


def test_a_text_without_any_comma_lost_them() -> None:
    assert lost_its_commas(STRIPPED)
    assert not lost_its_commas(STRIPPED.replace("However", "However,"))
    assert not lost_its_commas("Shells hit the market.")


@pytest.mark.parametrize("words", ["wounded,including two nurses", "shopkeeper,according to", "However,the ministry"])
def test_a_comma_comes_back_where_a_clause_is_set_off(words: str) -> None:
    assert words in with_lost_marks(STRIPPED).text


def test_a_figure_before_a_restored_comma_is_still_a_number(claims_of: Callable[..., list[Claim]]) -> None:
    claims = claims_of("Shells killed 12 soldiers and wounded 55 according to the health ministry which gave no other figure on Tuesday "
                       "though it runs all of the hospitals of the province.")
    assert {("killed", 12), ("wounded", 55)} <= {(tally.what, tally.low) for claim in claims for tally in claim.tallies}
    assert {speaker.name for claim in claims if claim.tallies for speaker in claim.speakers} == {"health ministry"}


def test_the_text_keeps_its_length_and_changes_only_blanks() -> None:
    restored = with_lost_marks(STRIPPED).text
    assert len(restored) == len(STRIPPED)
    assert {(one, other) for one, other in zip(STRIPPED, restored, strict=True) if one != other} == {(" ", ",")}


def test_no_comma_parts_the_numbers_of_a_date() -> None:
    assert "3 2016" in with_lost_marks("Published June 3 2016 by the news desk of the northern provinces after a long night of shelling there").text


@pytest.mark.parametrize("opening", ["In December 2016 three guards of the ministry", "In September 2014 most of its leaders"])
def test_no_comma_parts_a_month_from_its_year(opening: str) -> None:
    told = f"{opening} were wounded when a woman walked into the station of the quarter wearing a vest that was set off from afar and nobody took the blame."
    month, year = opening.split()[1:3]
    assert f"{month} {year}" in with_lost_marks(told).text


@given(st.lists(st.sampled_from(["the", "army", "said", "Homs", "12", "killed.", '"We', 'left"', "(SANA)", "\n", "2016"]), min_size=1, max_size=60))
def test_any_text_keeps_its_length(words: list[str]) -> None:
    text = " ".join(words)
    restored = with_lost_marks(text).text
    assert len(restored) == len(text)
    assert restored.replace(",", " ") == text


def test_each_word_has_odds_that_do_not_depend_on_other_sentences() -> None:
    one, other = "Shells hit the market killing two men .".split(), "The army left .".split()
    ends = [False] * (len(one) - 1) + [True]
    together = odds(one + other, [*ends, False, False, False, True])
    assert np.allclose(odds(one, ends), together[: len(one)])


def test_a_sentence_longer_than_is_read_at_once_is_read_in_stretches() -> None:
    words = ["villagers", "shopkeepers", "and"] * LONGEST
    told = odds(words, [False] * (len(words) - 1) + [True])
    assert np.isfinite(told[:-1]).all()
    assert all(len(stretch.numbers) <= LONGEST for stretch in stretches(words))


@pytest.mark.parametrize(
    ("opening", "expected"),
    [(-1.0, "Fighters,backed by tanks,had fled."), (-9.0, "Fighters backed by tanks had fled.")],
)
def test_a_comma_before_the_verb_of_a_clause_closes_what_another_opens(monkeypatch: pytest.MonkeyPatch, opening: float, expected: str) -> None:
    def told(words: list[str], ends: list[bool]) -> NDArray[np.float64]:
        found = np.full((len(words), 2), -10.0)
        found[0, 0], found[3, 0] = opening, 3.0
        return found

    monkeypatch.setattr(lost_marks, "odds", told)
    assert with_lost_marks("Fighters backed by tanks had fled.").text == expected


def test_a_listed_name_of_several_words_is_not_parted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lost_marks, "odds", lambda words, ends: np.where(np.array(ends)[:, None], -np.inf, np.full((len(words), 2), 5.0)))
    restored = with_lost_marks("Boko Haram left Maiduguri today.").text
    assert "Boko Haram," in restored


def test_whoever_lost_his_apostrophe_owns_what_follows(claims_of: Callable[..., list[Claim]]) -> None:
    told = "The countrys president said on Monday that the governments shelling of the village killed nine people while the groups leader said that it killed eleven."
    restored = with_lost_marks(told)
    assert {told[:end].split()[-1] for end in restored.owners} >= {"countrys", "governments", "groups"}
    assert {who.name for claim in claims_of(told) for who in claim.initiators} == {"government"}


@pytest.mark.parametrize("counted", ["On Sunday 31 villagers", "The monitor said 41 people were hurt and 17 were wounded", "another 24 were killed"])
def test_no_comma_parts_a_number_from_those_whom_it_counts(counted: str) -> None:
    told = f"{counted} and the governor of the province said that more might die since the hospitals of the town which lies near the front have neither light nor water."
    assert not any(f"{number}," in with_lost_marks(told).text for number in ("31", "17", "24"))


def test_the_comma_before_a_second_verb_of_harm_is_not_set_behind_it() -> None:
    told = "The blast in the market of the old town has killed nine people injured twelve others and left most of its stalls in ruins on the eve of the long feast."
    assert "people,injured twelve others" in with_lost_marks(told).text


def test_the_name_of_a_body_keeps_whose_it_is() -> None:
    told = with_lost_marks("The hospital was shelled on Monday the United Nations International Childrens Emergency Fund said in a statement on the armys attack on the port.")
    assert not any(told.text[:end].endswith("Childrens") for end in told.owners)
    assert any(told.text[:end].endswith("armys") for end in told.owners)


def test_no_comma_parts_the_name_of_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def sure(words: list[str], ends: list[bool]) -> NDArray[np.float64]:
        return np.array([[5.0, -9.0]] * (len(words) - 1) + [[-np.inf, -np.inf]])

    monkeypatch.setattr(lost_marks, "odds", sure)
    assert "Addis Ababa,Ethiopia" in with_lost_marks("Shells hit Addis Ababa Ethiopia").text


def test_no_comma_parts_a_headlines_toll_from_its_verb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lost_marks, "odds", lambda words, ends: np.where(np.array(ends)[:, None], -np.inf, np.full((len(words), 2), 5.0)))
    assert "kill 31, including" in with_lost_marks("raids kill 31 including women today").text.replace(",", ", ")


def test_a_listed_name_that_ends_so_owns_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lost_marks, "odds", lambda words, ends: np.where(np.array(ends)[:, None], -np.inf, np.full((len(words), 2), 5.0)))
    told = "the United Nations base and the Boko Harams camp burned down"
    assert {told[:end].split()[-1] for end in with_lost_marks(told).owners} == {"Harams"}


@pytest.mark.parametrize(("told", "expected"), [
    ("Troops backed by the Lebanese Shiite group Hezbollah captured the hill", "group Hezbollah,captured"),
    ("Government forces backed by the Sudanese militia group Janjaweed seized areas outside Nyala", "group Janjaweed,seized"),
])
def test_the_comma_of_those_who_are_backed_by_a_group_stands_behind_its_name(told: str, expected: str) -> None:
    aside = " on Sunday. The governor of the province said that more might die since the hospitals of the town which lies near the front have no light."
    assert expected in with_lost_marks(told + aside).text


def test_a_listed_name_owns_nothing_by_the_apostrophe_within_it(claims_of: Callable[..., list[Claim]]) -> None:
    told = "Shelling killed 31 children on Saturday in a crowded town in eastern Sudan the United Nations childrens agency (UNICEF) told reporters while the talks go on in the capital."
    assert not with_lost_marks(told).owners
    assert [who.actor for claim in claims_of(told) for who in claim.speakers] == ["body.unicef"]


def test_a_clause_that_opens_with_whom_it_counts_is_set_off(claims_of: Callable[..., list[Claim]]) -> None:
    told = ("According to the monitor thousands of villagers have died in the war mostly by the hands of the junta and its strong allies and millions have been displaced "
            "both inside and outside of Sudan. The talks go on in the capital.")
    assert "allies,and millions have" in with_lost_marks(told).text
    assert {who.name for claim in claims_of(told) if claim.type == "DISPLACEMENT" for who in claim.initiators} == {"millions"}
    assert "raid and 25" in with_lost_marks("Nine people were killed in the raid and 25 were wounded.").text
