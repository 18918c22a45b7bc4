"""A convoy of relief is no force, nor is "the convoy" behind it."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "An aid convoy waited at the gates of Kutum. The convoy entered the town on Monday.",
        "A Red Cross humanitarian convoy set out from Goma. The convoy left Goma at dawn, officials said.",
        "Trucks of a relief convoy were searched before they entered Taiz.",
        "Humanitarian convoys waited for days, and this convoy is travelling to Kutum, aid workers said.",
    ],
)
def test_a_way_of_relief_tells_of_no_troops(claims_of, text):
    assert [claim for claim in claims_of(text) if claim.type in ("TERRITORY", "MOBILIZE", "RETREAT")] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A military convoy entered Kutum. The convoy left on Monday.", "RETREAT"),
        ("An aid convoy reached Goma. An army convoy entered Taiz later, and the convoy left Taiz on Monday.", "RETREAT"),
    ],
)
def test_a_convoy_of_arms_stays_a_force(claims_of, text, kind):
    assert kind in [claim.type for claim in claims_of(text)]
