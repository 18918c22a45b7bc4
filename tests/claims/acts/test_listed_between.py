"""Layer 9: all of a list behind "between" are sides, whatever the parse makes of its commas."""

import pytest


def names(participants):
    return [participant.name for participant in participants]


@pytest.mark.parametrize(("sentence", "type_", "sides"), [
    ("Clashes between the Red Brigade, Ansar al-Sharia and the Dawn Front in Benghazi resulted in the death of 30 people.", "ASSAULT",
     {"Red Brigade", "Ansar al-Sharia", "Dawn Front"}),
    ("Fighting between the army, the Houthis and al-Qaeda killed 12 people.", "ASSAULT", {"army", "Houthis", "al-Qaeda"}),
    ("Clashes between the army, the police, and the Mai-Mai militia left five people dead.", "ASSAULT", {"army", "police", "Mai-Mai militia"}),
    ("A truce between the army, Houthi rebels and southern separatists took effect on Monday.", "AGREE", {"army", "Houthi rebels", "southern separatists"}),
])
def test_all_of_a_list_are_sides(claims_of, sentence, type_, sides):
    claim = next(claim for claim in claims_of(sentence) if claim.type == type_)
    assert set(names(claim.initiators)) == sides


def test_who_speaks_between_commas_is_no_side(claims_of):
    claim = claims_of("Clashes between the army and rebels, the ministry and residents said, killed ten people.")[0]
    assert set(names(claim.initiators)) == {"army", "rebels"}
