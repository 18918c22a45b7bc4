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
