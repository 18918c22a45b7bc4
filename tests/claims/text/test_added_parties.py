"""Layer 2: who is added by "as well as" behind an agent acts with him; anything else that is added stays where the parse hangs it."""

import pytest


@pytest.mark.parametrize(("sentence", "doers"), [
    ("The camp was targeted in strikes by the army, as well as Emirati warplanes.", ["army", "Emirati warplanes"]),
    ("Villages were hit in raids by the junta, as well as Russian mercenaries, on Sunday.", ["junta", "Russian mercenaries"]),
    ("The hospital was bombed by Ethiopian jets, as well as Eritrean artillery.", ["Ethiopian jets", "Eritrean artillery"]),
    ("The hospital was bombed by Ethiopian jets, as well as a school nearby.", ["Ethiopian jets"]),
])
def test_who_is_added_behind_an_agent_acts_too(claims_of, sentence, doers):
    assert [who.name for who in claims_of(sentence)[0].initiators] == doers
