"""Layer 7: the speaker behind a headline, and the site behind it that is none."""

import pytest

BODY = "Shops were closed on Tuesday."


@pytest.mark.parametrize(
    ("headline", "speakers"),
    [
        ("Car Bomb Kills 15 in Homs: Monitor", ["Monitor"]),
        ("Car bomb kills 15 in Homs: monitor", ["monitor"]),
        ("Russian Strikes Kill 9 Civilians in Idlib, Monitor Says", ["Monitor"]),
        ("At Least 20 Dead in Kharkiv Blast: Officials", ["officials"]),
        ("Ukraine Says Russia Shelled Kherson Hospital", ["Ukraine"]),
        ("Army Denies Shelling Hospital in Darfur", ["Army"]),
        ("Israeli Strike Kills Three in Gaza", []),
        ("Israeli Strike Kills Three in Gaza - The Daily Star", []),
        ("Israeli strike kills three in Gaza", []),
    ],
)
def test_who_says_the_headline(claim_of, headline, speakers):
    assert [speaker.name for speaker in claim_of(BODY, title=headline).speakers] == speakers


@pytest.mark.parametrize(
    ("headline", "type_", "mode", "place", "killed"),
    [
        ("Car Bomb Kills 15 in Homs: Monitor", "ASSAULT", "explosives", "Homs", [15]),
        ("Russian Strikes Kill 9 Civilians in Idlib, Monitor Says", "ASSAULT", None, "Idlib", [9]),
        ("Two Soldiers Killed in Mali Ambush", "ASSAULT", None, "Mali", [2]),
        ("Suicide bomber kills 12 in Mogadishu", "ASSAULT", "suicide-attack", "Mogadishu", [12]),
        ("Rebels Seize Goma Airport", "TERRITORY", "capture", "Goma airport", []),
        ("Rebels capture Goma", "TERRITORY", "capture", "Goma", []),
    ],
)
def test_a_headline_is_read_in_any_case(claim_of, headline, type_, mode, place, killed):
    claim = claim_of(BODY, type_, title=headline)
    assert (claim.mode, claim.place.name) == (mode, place)
    assert [tally.best for tally in claim.tallies] == killed
