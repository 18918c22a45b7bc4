"""Asking an arbiter: its answer, good or bad, is an answer; its death is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from warledger.errors import SourceError
from warledger.scoring.pipeline import ask_arbiter, head


def arbiter(folder: Path, source: str) -> Path:
    script = folder / "arbiter.py"
    script.write_text(source, encoding="utf-8")
    return script


def test_the_arbiter_gets_the_claims_and_may_find_them_bad(tmp_path: Path) -> None:
    script = arbiter(tmp_path, "import sys\nprint(len(sys.stdin.read()), sys.argv[1])\nsys.exit(1)\n")
    assert ask_arbiter(script, ["strict"], "{}\n").stdout == "3 strict\n"


def test_an_arbiter_that_dies_is_an_error_with_its_last_words(tmp_path: Path) -> None:
    script = arbiter(tmp_path, "raise ValueError('no such report')\n")
    with pytest.raises(SourceError, match="ValueError: no such report"):
        ask_arbiter(script, [], "")


def test_a_limit_counts_documents_not_empty_lines(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("{}\n\n{}\n{}\n", encoding="utf-8")
    assert len(head(path, 2)) == 2
    assert len(head(path, None)) == 3
