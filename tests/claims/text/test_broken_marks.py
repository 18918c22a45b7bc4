"""Layer 1: marks that a wrong encoding broke."""

import pytest

from warledger.claims.text.broken_marks import with_marks


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("Maliï¿½_s army", "Mali's    army"),
        ("kills 18 ï¿½_ monitor", "kills 18    - monitor"),
        ("the ï¿½_truceï¿½_ fails", "the    \"truce\"    fails"),
        ("Mali\ufffds army", "Mali's army"),
        ("people didnï¿½ï¿½t know", "people didn'     t know"),
        ("no broken mark", "no broken mark"),
    ],
)
def test_the_mark_that_stood_there_is_put_back_at_the_same_length(broken, mended):
    assert with_marks(broken) == mended
    assert len(mended) == len(broken)


def test_a_figure_before_a_broken_dash_counts_the_dead(claim_of):
    claim = claim_of("The army is yet to comment.", title="Army air strikes kill at least 39 ï¿½_ monitor")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 39)]
