"""`import warledger as wl`: these names and no others, each found when it is first used."""

from __future__ import annotations

import subprocess
import sys

import pytest

import warledger as wl

FUNCTIONS = ["code", "link", "read", "series", "to_frame"]
RECORDS = [
    "Actor", "Agreement", "Claim", "Decision", "Displaced", "FieldView", "Held", "Holding", "Incident", "Participant",
    "Passage", "Place", "Problem", "Relative", "Report", "Said", "Siege", "Source", "Speaker", "Step", "Tally", "Term",
    "TimeSpan", "Ultimatum",
]


def test_the_public_names_are_these() -> None:
    assert sorted(wl.__all__) == sorted([*FUNCTIONS, *RECORDS, "Ledger", "WarledgerError"])
    assert dir(wl) == sorted(wl.__all__)


@pytest.mark.parametrize("name", [*FUNCTIONS, *RECORDS, "Ledger", "WarledgerError"])
def test_each_of_them_is_there(name: str) -> None:
    assert callable(getattr(wl, name))


def test_every_record_of_the_model_is_public() -> None:
    from warledger import model

    assert set(model.__all__) <= set(wl.__all__)


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'claims_of'"):
        _ = wl.claims_of


def test_importing_and_asking_for_help_loads_nothing_heavy() -> None:
    script = (
        "import sys, warledger\nfrom warledger.cli import run\ncode = run(['code', '--help'])\n"
        "heavy = {'spacy', 'pandas', 'numpy', 'sqlalchemy', 'trafilatura', 'pydantic_settings', 'rich'} & set(sys.modules)\n"
        "sys.exit(code or ', '.join(sorted(heavy)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=30, check=False)
    assert (done.returncode, done.stderr) == (0, "")
