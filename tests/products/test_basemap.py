"""The base map: small, cut to the surroundings of the incidents, contested borders apart."""

from __future__ import annotations

import json
from typing import Any

from warledger.products.basemap import Box, base_map, clipped_line, clipped_ring, steps, walked, world


def ends(lines: list[list[int]], unit: float) -> list[tuple[float, float]]:
    return [(x * unit, y * unit) for line in lines for x, y in walked(line)]


def near(level: dict[str, Any], kind: str, lon: float, lat: float, within: float) -> bool:
    return any(abs(x - lon) < within and abs(y - lat) < within for x, y in ends(level[kind], level["unit"]))


def test_the_committed_world_is_well_under_a_megabyte() -> None:
    assert len(json.dumps(world())) < 600_000


def test_crimea_and_western_sahara_are_contested() -> None:
    fine = world()["fine"]
    assert near(fine, "contested", 33.7, 46.2, 0.2)
    assert near(fine, "contested", -8.7, 27.6, 0.2)
    assert not near(fine, "borders", -8.7, 27.4, 0.1)


def test_an_undisputed_border_is_not_contested() -> None:
    fine = world()["fine"]
    assert near(fine, "borders", 36.6, 36.8, 0.4)
    assert not near(fine, "contested", 36.6, 36.8, 0.4)


def test_no_line_runs_across_the_whole_map() -> None:
    for name in ("fine", "coarse"):
        level = world()[name]
        for ring in level["land"]:
            assert max((abs(step) * level["unit"] for step in ring[2::2]), default=0) < 90


def test_only_the_surroundings_are_carried_in_detail() -> None:
    syria = base_map([(36.8, 35.9), (37.2, 36.2)])
    assert len(json.dumps(syria["fine"])) < 60_000
    west, south, east, north = syria["box"]
    assert all(west - 0.01 <= x <= east + 0.01 and south - 0.01 <= y <= north + 0.01 for x, y in ends(syria["fine"]["land"], 0.01))


def test_without_a_place_there_is_only_the_coarse_world() -> None:
    found = base_map([])
    assert found["fine"] is None
    assert found["coarse"]["land"]


def test_steps_and_points_are_the_same_line() -> None:
    line = [10, -4, 3, 3, -1, 0, 7, -9]
    assert steps(walked(line)) == line


def test_a_ring_is_cut_at_the_box() -> None:
    square = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 0.0)]
    cut = clipped_ring(square, Box(5, 5, 20, 20))
    assert {(5, 5), (10, 5), (10, 10), (5, 10)} == set(cut)
    assert clipped_ring(square, Box(20, 20, 30, 30)) == []


def test_a_ring_around_the_box_becomes_the_box() -> None:
    square = [(-50.0, -50.0), (50.0, -50.0), (50.0, 50.0), (-50.0, 50.0), (-50.0, -50.0)]
    assert set(clipped_ring(square, Box(0, 0, 1, 1))) == {(0, 0), (1, 0), (1, 1), (0, 1)}


def test_a_line_that_leaves_the_box_and_comes_back_is_two_pieces() -> None:
    line = [(0.0, 0.0), (5.0, 0.0), (5.0, 20.0), (8.0, 20.0), (8.0, 0.0)]
    pieces = list(clipped_line(line, Box(-1, -1, 9, 10)))
    assert pieces == [[(0, 0), (5, 0), (5, 10)], [(8, 10), (8, 0)]]
