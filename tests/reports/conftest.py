"""What the tests of reading share: a source written to a file and read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from warledger.model import Problem, Report
from warledger.reports import ReadOptions, read

Result = tuple[list[Report], list[Problem]]


def sorted_out(results: list[Report | Problem]) -> Result:
    return [one for one in results if isinstance(one, Report)], [one for one in results if isinstance(one, Problem)]


@pytest.fixture
def read_file(tmp_path: Path) -> Callable[..., Result]:
    """read_file(name, text or bytes, **options) gives the reports and the problems."""

    def reading(name: str, content: str | bytes, **options: Any) -> Result:
        path = tmp_path / name
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return sorted_out(list(read([path], ReadOptions(**options))))

    return reading
