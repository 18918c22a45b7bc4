"""Which source tells of which incident: by origin, and not by outlet."""

from __future__ import annotations

import pytest

from warledger.incidents import link
from warledger.incidents.overlap import inclusion


@pytest.fixture
def matrix(claim, reports_of):
    claims = [claim("a", said_by="sohr"), claim("b", said_by="reuters"), claim("c", said_by="sohr", stance="denied", negated=True, by="army"),
              claim("d", at="Binnish", said_by="sohr"), claim("e", at="Binnish")]
    reports = reports_of(claims, outlets=dict.fromkeys(("r_a", "r_b", "r_d", "r_e"), "The Post"))
    return inclusion(link(claims, reports), claims, reports)


def test_a_source_is_who_an_incident_comes_from_in_the_end(matrix):
    assert matrix.names == {"actor body.sohr": "Syrian Observatory for Human Rights", "actor media.reuters": "Reuters", "name post": "The Post"}
    assert sorted(sorted(told) for _incident, told in matrix.rows) == [
        ["actor body.sohr", "actor media.reuters"], ["actor body.sohr", "name post"]]


def test_sizes_and_overlaps_are_counted_by_incident(matrix):
    assert matrix.sizes() == {"actor body.sohr": 2, "actor media.reuters": 1, "name post": 1}
    assert matrix.frequencies() == {2: 2}
    assert matrix.patterns(("actor body.sohr", "actor media.reuters")) == {(True, True): 1, (True, False): 1}
