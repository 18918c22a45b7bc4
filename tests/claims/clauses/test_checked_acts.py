"""An act that somebody is fought to stop is the foe's."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "type_", "doers"),
    [
        ("Kenya has launched air raids against al-Shabaab in an attempt to stop their advance.", "TERRITORY", ["al-Shabaab"]),
        ("The army fought Houthis in a bid to halt their advance on Marib.", "TERRITORY", ["Houthis"]),
        ("Rebels have destroyed bridges to stop the army's advance.", "TERRITORY", ["army"]),
        ("The army stopped the rebels' advance on Bangui.", "TERRITORY", ["rebels"]),
        ("Russia halted its advance.", "TERRITORY", ["Russia"]),
        ("Kenya suspended its raids on al-Shabaab.", "ASSAULT", ["Kenya"]),
    ],
)
def test_whose_act_is_stopped(claim_of, sentence, type_, doers):
    assert [party.name for party in claim_of(sentence, type_).initiators] == doers
