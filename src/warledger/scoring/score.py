"""What a suite gives, and the floors that it must not fall under.

In: metrics, and benchmarks/floors.toml. Out: JSON for machines, lines for people, and whether it holds. Decision: floors
are data beside the code, so that raising one is a change that a reviewer sees.
"""

from __future__ import annotations

import dataclasses
import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from warledger.errors import KnowledgeError

# In a checkout: src/warledger/scoring/score.py, four folders under the root. An installed copy has no floors.
FLOORS = Path(__file__).resolve().parents[3] / "benchmarks" / "floors.toml"


@dataclass(frozen=True)
class Floor:
    """A bound on one metric: at_least, or for metrics where less is better at_most."""

    metric: str
    at_least: float | None = None
    at_most: float | None = None

    def holds(self, value: float | None) -> bool:
        """Whether the value keeps to the bound; a metric that was not measured does not."""
        if value is None:
            return False
        return (self.at_least is None or value >= self.at_least) and (self.at_most is None or value <= self.at_most)

    def __str__(self) -> str:
        """The bound in words."""
        return f"floor {self.at_least:g}" if self.at_least is not None else f"at most {self.at_most:g}"


@dataclass(frozen=True)
class Score:
    """n documents, seconds of the pipeline, metrics by name (None: there was nothing to measure), notes for people."""

    suite: str
    n: int
    seconds: float
    metrics: Mapping[str, float | None]
    notes: tuple[str, ...] = ()
    floors: tuple[Floor, ...] = ()

    def held_to(self, floors: Iterable[Floor]) -> Score:
        """The same score with floors."""
        return dataclasses.replace(self, floors=tuple(floors))

    @property
    def under(self) -> tuple[str, ...]:
        """A sentence for each metric that is under its floor."""
        return tuple(
            f"{self.suite}: {floor.metric} is {_shown(self.metrics.get(floor.metric))}, {floor}"
            for floor in self.floors
            if not floor.holds(self.metrics.get(floor.metric))
        )

    @property
    def ok(self) -> bool:
        """Whether every floor holds; the command leaves with 1 where not."""
        return not self.under

    def to_dict(self) -> dict[str, Any]:
        """suite, n, seconds and metrics: what --json prints."""
        return {"suite": self.suite, "n": self.n, "seconds": round(self.seconds, 2), "metrics": dict(self.metrics)}

    def to_json(self) -> str:
        """One JSON object on one line."""
        return json.dumps(self.to_dict(), ensure_ascii=False)

    def __str__(self) -> str:
        """A table for people: metrics with their floors, then the notes."""
        floors = {floor.metric: f"   ({floor})" for floor in self.floors}
        width = max((len(name) for name in self.metrics), default=0)
        lines = [f"{self.suite}: {self.n} documents, {self.seconds:.1f} s"]
        lines += [f"  {name:{width}}  {_shown(value)}{floors.get(name, '')}" for name, value in self.metrics.items()]
        lines += [f"  {note}" for note in self.notes]
        return "\n".join(lines)


def load_floors(path: Path | None = None) -> dict[str, tuple[Floor, ...]]:
    """The floors by suite; none where there is no file and none was named.

    A value is the least that is allowed, or a table with at_most. Raises KnowledgeError where the file is missing though
    named, is not TOML or holds something else.
    """
    where = path or FLOORS
    if path is None and not where.is_file():
        return {}
    try:
        raw = tomllib.loads(where.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"{where}: {error}") from None
    return {suite: tuple(_floor(where, suite, name, value) for name, value in bounds.items()) for suite, bounds in raw.items()}


def _floor(where: Path, suite: str, metric: str, value: Any) -> Floor:
    if _is_number(value):
        return Floor(metric, at_least=value)
    if isinstance(value, dict) and list(value) == ["at_most"] and _is_number(value["at_most"]):
        return Floor(metric, at_most=value["at_most"])
    raise KnowledgeError(f"{where}: [{suite}] {metric} is a number or {{at_most = number}}, not {value!r}")


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _shown(value: float | None) -> str:
    if value is None:
        return "–"
    return str(value) if isinstance(value, int) else f"{value:.3f}"
