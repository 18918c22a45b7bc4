"""What words beside a figure tell to have befallen those whom it counts."""

from __future__ import annotations

from warledger.lexicons.fate_lexicon import load_fates
from warledger.model.codebook import TALLY_KINDS


def test_martyrs_behind_a_figure_were_killed_and_the_dead_are_those_who_were() -> None:
    fates = load_fates()
    assert fates.befell["martyrs"] == "killed"
    assert fates.does["wounding"] == "wounded"
    assert fates.those["casualties"] == "casualties"


def test_every_fate_is_a_kind_of_tally() -> None:
    fates = load_fates()
    assert {*fates.befell.values(), *fates.does.values(), *fates.those.values()} <= set(TALLY_KINDS)
