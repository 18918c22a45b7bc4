"""Every engine keeps the one contract: the same results in the same order, whatever dies on the way."""

from __future__ import annotations

import importlib
import sys
import textwrap
from pathlib import Path
from types import ModuleType

import pytest

from warledger.engines import Engine, cut
from warledger.engines.processes import Processes, ProcessesSettings
from warledger.engines.serial import Serial
from warledger.errors import InstallationError, UsageError

# Work that can be sent to another process: it must stand in a module there.
WORK = """
import os

def squares(numbers):
    return [number * number for number in numbers]

def twice_and_size(numbers):
    for number in numbers:
        yield number, len(numbers)
        yield number, len(numbers)

def complain(numbers):
    raise ValueError(f"cannot work on {numbers[0]}")

def die_on_seven(numbers):
    if 7 in numbers:
        os._exit(9)
    return squares(numbers)

def give_up(number, reason):
    return (number, "died" in reason)
"""

ENGINES = [Serial(), Processes(ProcessesSettings(workers=2))]


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    (tmp_path / "work_of_a_test.py").write_text(textwrap.dedent(WORK), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "work_of_a_test", raising=False)
    return importlib.import_module("work_of_a_test")


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.NAME)
class TestEveryEngine:
    def test_results_come_in_the_order_of_the_items(self, engine: Engine, work: ModuleType) -> None:
        assert list(engine.map_partitions(work.squares, range(23), 3)) == [n * n for n in range(23)]

    def test_partitions_are_cut_at_the_same_places(self, engine: Engine, work: ModuleType) -> None:
        sizes = dict(engine.map_partitions(work.twice_and_size, range(7), 3))
        assert sizes == {0: 3, 1: 3, 2: 3, 3: 3, 4: 3, 5: 3, 6: 1}

    def test_a_fault_of_the_function_comes_out(self, engine: Engine, work: ModuleType) -> None:
        with pytest.raises(ValueError, match="cannot work on 0"):
            list(engine.map_partitions(work.complain, range(3), 2))

    def test_nothing_gives_nothing(self, engine: Engine, work: ModuleType) -> None:
        assert list(engine.map_partitions(work.squares, [], 5)) == []

    def test_groups_come_by_ascending_key_with_values_in_order(self, engine: Engine) -> None:
        pairs = [("b", 2), ("a", 9), ("b", 1), ("a", 3)]
        assert list(engine.group_by_key(pairs)) == [("a", [9, 3]), ("b", [2, 1])]


class TestAWorkerThatDies:
    def test_costs_only_the_item_that_killed_it(self, work: ModuleType) -> None:
        engine = Processes(ProcessesSettings(workers=2))
        results = list(engine.map_partitions(work.die_on_seven, range(10), 2, work.give_up))
        assert results == [0, 1, 4, 9, 16, 25, 36, (7, True), 64, 81]

    def test_is_an_error_where_nothing_can_stand_in_for_the_item(self, work: ModuleType) -> None:
        with pytest.raises(InstallationError, match="died"):
            list(Processes(ProcessesSettings(workers=1)).map_partitions(work.die_on_seven, [7], 1))


def test_items_are_taken_only_as_they_are_needed(work: ModuleType) -> None:
    taken: list[int] = []

    def endless() -> object:
        for number in range(10_000):
            taken.append(number)
            yield number

    results = Processes(ProcessesSettings(workers=1)).map_partitions(work.squares, endless(), 2)  # type: ignore[arg-type]
    assert [next(results) for _ in range(2)] == [0, 1]
    results.close()  # type: ignore[attr-defined]
    assert len(taken) <= 6


def test_no_engine_has_fewer_than_one_worker() -> None:
    with pytest.raises(UsageError, match="at least 1"):
        ProcessesSettings(workers=0)


def test_a_partition_holds_at_least_one_item() -> None:
    assert list(cut("abcde", 2)) == [["a", "b"], ["c", "d"], ["e"]]
    with pytest.raises(ValueError, match="at least one"):
        list(cut("abc", 0))
