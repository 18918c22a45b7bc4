"""The comma that a text lost before the speaker at a sentence's end, or between two outcomes."""

import pytest

from warledger.claims.text.punctuation import with_commas


def test_the_office_of_a_trailing_speaker_is_his_and_not_the_victims(claim_of):
    claim = claim_of("Planes hit a well in the north of the city killing at least 18 civilians observatory director Ahmed Hassan said.")
    assert [who.name for who in claim.targets] == ["well", "civilians"]


@pytest.mark.parametrize("verb", ["mentioned", "specified", "explained", "clarified", "affirmed", "revealed"])
def test_what_an_agency_mentioned_at_the_end_is_its_word(claim_of, verb):
    claim = claim_of(f"Militia shells destroyed two houses and burned their gardens near Taiz the Saba news agency {verb}.")
    assert [speaker.name for speaker in claim.speakers] == ["Saba news agency"]


@pytest.mark.parametrize(("told", "speaker"), [
    ("Two officers were killed near Homs the source added on condition of anonymity.", "the source"),
    ("My wife was killed by a shell Walid Najjar told Reuters by phone from Homs.", "Walid Najjar"),
    ("Three villages fell to the rebels an official said without giving details.", "an official"),
    ("Gunmen shot dead five men in the square activists and residents reached by phone said.", "activists"),
    ("Jets hit the refugee camp twice on Monday aid workers who visited the site said.", "aid workers"),
])
def test_a_speaker_told_with_how_he_spoke_gets_his_comma_back(told, speaker):
    at = told.index(speaker) - 1
    assert with_commas(told) == f"{told[:at]},{told[at + 1:]}"


def test_what_is_said_by_phone_opens_no_speaker():
    text = "A baker in the old town said by phone that soldiers shot his son."
    assert with_commas(text) == text


def test_a_regimes_television_is_a_speaker_at_the_end_of_a_sentence() -> None:
    assert with_commas("A shell fell when crowds came to help the wounded Libyan regime television said.") \
        == "A shell fell when crowds came to help the wounded,Libyan regime television said."


@pytest.mark.parametrize(("told", "speaker"), [
    ("A shell struck a school in Goma the Congo Observatory for Human Rights (COHR) monitoring group said.", "the Congo"),
    ("A raid killed nine rebels near the port the Times of Malta newspaper reported.", "the Times"),
    ("Commanders were killed during fierce fighting in the hills Lebanon's al-Manar TV channel reported.", "Lebanon's"),
    ("Rebels shelled the town of Al Tamra local media reported.", "local media"),
    ("The guards killed Omar al-Haddad state television reported.", "state television"),
])
def test_a_medium_keeps_its_name_and_a_place_stays_out_of_it(told, speaker):
    at = told.index(speaker) - 1
    assert with_commas(told) == f"{told[:at]},{told[at + 1:]}"


@pytest.mark.parametrize("text", ["Militants in Mali admit killing 30 soldiers.", "The army denied wounding dozens of herders."])
def test_what_somebody_admits_having_done_is_no_outcome(text):
    assert with_commas(text) == text
