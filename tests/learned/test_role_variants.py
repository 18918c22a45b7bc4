"""What the larger net is asked beside real sentences: the same acts without commas, or with another party of the kind in its place."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.append(str(Path(__file__).parents[2] / "scripts"))
from role_variants import ENOUGH, KIND, SECTOR, Arrays, renamed, without_commas

COMMA, START, END = 9, 1, 2
LENGTH, PARTIES, SIGNS = 16, 2, 5


def _acts(rows: list[list[int]], trigger: tuple[int, int], parties: list[tuple[int, int]], kinds: list[int]) -> Arrays:
    count = len(rows)
    given: Arrays = {"numbers": np.zeros((count, LENGTH), np.int32), "mask": np.zeros((count, LENGTH), np.float32),
                     "trigger": np.array([trigger] * count, np.int32), "parties": np.zeros((count, PARTIES, 2), np.int32),
                     "here": np.zeros((count, PARTIES), np.float32), "party_columns": np.zeros((count, PARTIES, SIGNS), np.int32)}
    for k, row in enumerate(rows):
        given["numbers"][k, :len(row)], given["mask"][k, :len(row)] = row, 1
        given["parties"][k, :len(parties)], given["here"][k, :len(parties)] = parties, 1
        given["party_columns"][k, :len(kinds), KIND] = kinds
        given["party_columns"][k, :len(kinds), SECTOR] = kinds
    return given


def test_without_its_commas_a_sentence_still_has_its_act_and_parties_where_they_stand() -> None:
    given = _acts([[START, 20, 21, COMMA, 30, COMMA, 40, 41, END], [START, 20, 21, 22, 30, 23, 40, 41, END]], (4, 5), [(1, 3), (6, 8)], [1, 2])
    found = without_commas(given, COMMA)
    assert len(found["mask"]) == 1  # the other has none to lose
    assert found["numbers"][0, :7].tolist() == [START, 20, 21, 30, 40, 41, END]
    assert found["mask"][0].sum() == 7
    assert found["trigger"][0].tolist() == [3, 4]
    assert found["parties"][0].tolist() == [[1, 3], [4, 6]]


def test_a_party_gives_way_to_one_of_its_own_kind_only() -> None:
    given = _acts([[START, 100 + k, 30, 200 + k, 201 + k, END] for k in range(2 * ENOUGH)], (2, 3), [(1, 2), (3, 5)], [1, 2])
    found = renamed(given, COMMA, 1)
    assert 0 < len(found["mask"]) <= 2 * ENOUGH
    changed = 0
    for row, mask, trigger, parties in zip(found["numbers"], found["mask"], found["trigger"], found["parties"], strict=True):
        first, second = (row[start:end] for start, end in parties)
        assert row[trigger[0]] == 30
        assert mask.sum() == 6
        assert 100 <= first[0] < 100 + 2 * ENOUGH
        assert second[0] >= 200
        changed += first[0] - 100 != second[0] - 200
    assert changed


def test_a_kind_with_few_names_keeps_them() -> None:
    given = _acts([[START, 100, 30, 200, END]] * (ENOUGH - 1), (2, 3), [(1, 2), (3, 4)], [1, 2])
    assert len(renamed(given, COMMA, 1)["mask"]) == 0


@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_seed_gives_the_same_variants(seed: int) -> None:
    given = _acts([[START, 100 + k, 30, COMMA, 200 + k, END] for k in range(2 * ENOUGH)], (2, 3), [(1, 2), (4, 5)], [1, 2])
    one, other = renamed(given, COMMA, seed), renamed(given, COMMA, seed)
    assert all((one[name] == other[name]).all() for name in one)
