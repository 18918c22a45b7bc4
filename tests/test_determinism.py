"""The same input in another order, in one process or two, gives the same bytes: claims, incidents, ledger and exports."""

from __future__ import annotations

import io
import json
import random
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pytest

from warledger import flow
from warledger.extensions import names
from warledger.model import Claim, Problem, Report
from warledger.settings import Settings
from warledger.store import Ledger

pytestmark = pytest.mark.slow

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "reports"
ONE = Settings(workers=1, engine="serial")
TWO = Settings(workers=2, engine="processes", serial_below=0)


@dataclass(frozen=True)
class Outcome:
    """What a run left: lines of JSON, the digest of the ledger's content, every export."""

    claims: list[str]
    incidents: list[str]
    digest: str
    exports: dict[str, bytes]


def outcome(sources: list[str], ledger: Path, settings: Settings) -> Outcome:
    with Ledger.open(ledger) as opened:
        for _ in flow.run(sources, opened, settings=settings):
            pass
        reports, claims, incidents = list(opened.reports()), list(opened.claims()), list(opened.incidents())
        exports = {}
        for name in names("exporters"):
            out = io.BytesIO()
            flow.export(name, out, incidents, claims, reports, settings)
            exports[name] = out.getvalue()
        return Outcome([one.to_json() for one in claims], [one.to_json() for one in incidents], opened.content_digest(), exports)


def assert_same(first: Outcome, second: Outcome) -> None:
    assert first.claims
    assert first.incidents
    assert first.claims == second.claims
    assert first.incidents == second.incidents
    assert first.digest == second.digest
    assert first.exports == second.exports


def test_the_examples_in_another_order_and_in_two_processes(tmp_path: Path) -> None:
    sources = sorted(str(path) for path in EXAMPLES.rglob("*") if path.is_file())
    assert_same(outcome(sources, tmp_path / "one.db", ONE), outcome(sources[::-1], tmp_path / "two.db", TWO))


@pytest.fixture
def sixty(shared_data: Path, tmp_path: Path) -> tuple[str, str]:
    """Sixty real reports in their order, and shuffled."""
    with (shared_data / "fa-kes" / "articles.jsonl").open(encoding="utf-8") as stream:
        rows = [json.loads(line) for line in islice(stream, 0, None, 13)][:60]
    paths = []
    for name in ("ordered", "shuffled"):
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        paths.append(str(tmp_path / f"{name}.jsonl"))
        random.Random(7).shuffle(rows)
    return paths[0], paths[1]


@pytest.mark.data
def test_sixty_real_reports_in_another_order_and_in_two_processes(sixty: tuple[str, str], tmp_path: Path) -> None:
    ordered, shuffled = (outcome([path], tmp_path / f"{number}.db", settings)
                         for number, (path, settings) in enumerate(zip(sixty, (ONE, TWO), strict=True)))
    # A problem names the line on which it was met, and the lines have changed places.
    assert ordered.claims == shuffled.claims
    assert ordered.incidents == shuffled.incidents
    assert ordered.exports == shuffled.exports


@pytest.mark.data
def test_reports_coded_in_other_partitions_give_the_same_claims(sixty: tuple[str, str]) -> None:
    coded = []
    for path, partition in zip(sixty, (25, 7), strict=True):
        reports = [one for one in flow.read([path]) if isinstance(one, Report)]
        found = list(flow.code(reports, ONE.model_copy(update={"partition": partition})))
        assert not [one for one in found if isinstance(one, Problem)]
        coded.append(sorted(one.to_json() for one in found if isinstance(one, Claim)))
    assert coded[0] == coded[1]
