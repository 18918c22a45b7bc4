"""The comma that a text lost behind the source that opens a sentence."""

import pytest

from warledger.claims.text.punctuation import with_commas


@pytest.mark.parametrize(("told", "clause"), [
    ("According to the army rebels shelled the port of Kisumu.", "rebels"),
    ("According to police gunmen killed nine people in Goma.", "gunmen"),
    ("According to a local official militants killed nine villagers.", "militants"),
    ("According to the Sudan Observatory for Human Rights RSF fighters shelled the market.", "RSF"),
    ("According to the latest UN report rebels shelled the market.", "rebels"),
    ("According to reports by medics M23 has killed nine people.", "M23"),
    ("According to residents of Goma rebels shelled the market.", "rebels"),
    ("According to the Ukrainian military Russian forces shelled Kherson.", "Russian"),
    ("According to independent monitors hundreds of civilians have been killed.", "hundreds"),
])
def test_a_clause_behind_its_source_is_parted_from_it(told, clause):
    at = told.index(f" {clause}")
    assert with_commas(told) == f"{told[:at]},{told[at + 1:]}"


@pytest.mark.parametrize("told", [
    "According to government troops the town fell.",
    "According to the governor Omar Haddad the town fell.",
    "According to the truce terms rebels must leave the town.",
    "Nine people were killed according to police.",
])
def test_a_source_keeps_its_own_men_and_its_name(told):
    assert "," not in with_commas(told)


def test_who_did_it_is_no_part_of_the_source(claim_of):
    claim = claim_of("According to the ministry rebels shelled the town of Kadugli.")
    assert ([who.name for who in claim.initiators], [who.name for who in claim.speakers]) == (["rebels"], ["ministry"])
