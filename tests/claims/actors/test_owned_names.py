"""Layer 3: a body whose name opens with whose it is goes by all of it."""

import pytest


@pytest.mark.parametrize(("text", "name"), [
    ("The Women's Defence Front shelled the port.", "Women's Defence Front"),
    ("The Workers' Liberation Army shelled the port.", "Workers' Liberation Army"),
])
def test_a_body_goes_by_its_whole_name(claim_of, text, name):
    assert [party.name for party in claim_of(text).initiators] == [name]


def test_the_childrens_fund_goes_by_its_old_name_too(claim_of):
    claim = claim_of("According to the United Nations International Children's Emergency Fund, 12 children were killed in the attack.")
    assert [speaker.actor for speaker in claim.speakers] == ["body.unicef"]


def test_those_of_farmers_are_written_small(claim_of):
    assert [party.name for party in claim_of("The farmers' militia shelled the port.").initiators] == ["militia"]
