"""Outlets have a country with a clock, and a slip in their file is told with file and line."""

import pytest

from warledger.errors import KnowledgeError
from warledger.lexicons.outlet_lexicon import load_outlets

HEAD = "zones: {SYR: Asia/Damascus}\nmonth_first: []\nsouthern: []\nworldwide: []\nopen_endings: []\n"


def test_the_theatres_of_todays_wars_have_their_clocks():
    zones = load_outlets().zones
    assert (zones["SYR"], zones["UKR"], zones["SDN"]) == ("Asia/Damascus", "Europe/Kyiv", "Africa/Khartoum")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD.replace("Asia/Damascus", "Asia/Nowhere") + "homes: []\n", r":1: 'Asia/Nowhere' is no zone"),
        (HEAD + "homes:\n  - {country: SYR, names: [SANA]}\n  - {country: XYZ, names: [Nobody]}\n", r":8: 'XYZ' has no zone"),
        (HEAD.replace("southern: []", "southern: [AUS]") + "homes: []\n", r":3: 'AUS' has no zone"),
        (HEAD + "homes:\n  - {country: SYR, nam: [SANA]}\n", r":7: unknown key 'nam'"),
    ],
)
def test_a_slip_is_told_with_file_and_line(tmp_path, text, said):
    path = tmp_path / "outlets.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=said):
        load_outlets(path)
