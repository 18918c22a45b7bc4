"""Weights learnt from one's own data: from decisions and from labels, and what they change."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from warledger import extensions, flow
from warledger.errors import KnowledgeError, UsageError
from warledger.incidents.trained import load_trained, written
from warledger.incidents.weights import load_weights
from warledger.model import Claim, Decision, Participant, Passage, Place, Report, TimeSpan
from warledger.settings import Settings
from warledger.store import Ledger, RunInfo
from warledger.training import Labels, merged, read_labels, train

TOWN = Place("Kafr Varn", 1, 35.86, 36.8, "SYR", "Idlib", radius_km=4.0)
ARMY = Participant("Syrian army", "force.syr.army", "SYR", "MIL")
DAYS = 120


def _told(number: int, turn: int, mode: str) -> tuple[Report, Claim]:
    """What a report tells of one day: the army struck the town, in some way."""
    day = (date(2020, 1, 1) + timedelta(3 * number)).isoformat()
    name = f"{number:012x}{turn:04x}"
    report = Report(f"r_{name}", f"Report {number} {turn}.", source_id=f"{number}-{turn}", published=day, published_from="given", origin=f"o_{name}")
    claim = Claim(f"c_{name}", report.id, "ASSAULT", mode=mode, initiators=(ARMY,), place=TOWN, when=TimeSpan(day, day, "day", "on that day"),
                  passages=(Passage("trigger", 0, 6, "Report"),))
    return report, claim


@pytest.fixture
def ledger(tmp_path: Path):
    """A hundred and twenty days, each told of by three reports: an air strike, shots, and an air strike again."""
    told = [_told(number, turn, mode) for number in range(DAYS) for turn, mode in enumerate(("aerial", "firearms", "aerial"))]
    with Ledger.open(tmp_path / "war.db") as opened:
        opened.add([report for report, _claim in told], [claim for _report, claim in told], run=RunInfo())
        flow.relink(opened)
        yield opened


def _name(number: int, turn: int) -> str:
    return f"c_{number:012x}{turn:04x}"


def _answers() -> list[tuple[str, str, bool]]:
    """In this war what differs in mode is one act, and what has one mode is two."""
    return [pair for number in range(DAYS) for pair in ((_name(number, 0), _name(number, 1), True), (_name(number, 0), _name(number, 2), False))]


def test_what_analysts_decided_moves_the_weights_of_what_they_saw(ledger: Ledger) -> None:
    decisions = [Decision(f"d_{turn}", "same" if same else "different", (one, other), "R. Haddad", f"2020-06-01T00:00:{turn % 60:02d}Z")
                 for turn, (one, other, same) in enumerate(_answers())]
    list(flow.decide(decisions, ledger))
    ours, found = load_weights(), train(ledger, Labels(), load_weights())
    assert (found.same, found.different, found.unknown) == (DAYS, DAYS, 0)
    assert found.weights.weights["mode.different"] > ours.weights["mode.different"]
    assert found.weights.weights["mode.same"] < ours.weights["mode.same"]
    assert found.weights.weights["weapons.same"] == ours.weights["weapons.same"]
    assert found.after.f1 > found.before.f1


def test_labelled_pairs_teach_the_same_as_decisions_and_always_the_same(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text("one,other,same\n" + "".join(f"{a},{b},{'yes' if same else 'no'}\n" for a, b, same in _answers()), encoding="utf-8")
    labels = read_labels(tmp_path / "pairs.csv")
    texts = {written(train(ledger, labels, load_weights()).weights, {}) for _turn in range(2)}
    assert len(texts) == 1
    turned = Labels(list(reversed(labels.pairs)))
    assert {written(train(ledger, turned, load_weights()).weights, {})} == texts


def test_labelled_reports_teach_by_all_their_pairs(ledger: Ledger, tmp_path: Path) -> None:
    rows = [f"{number}-{turn},{number}{'b' if turn == 2 else 'a'}\n" for number in range(DAYS) for turn in range(3)]
    (tmp_path / "reports.csv").write_text("report,incident\n" + "".join(rows) + "never-read,1a\n", encoding="utf-8")
    found = train(ledger, merged([read_labels(tmp_path / "reports.csv")]), load_weights())
    assert (found.same, found.different, found.unknown) == (DAYS, 2 * DAYS, 1)
    assert found.weights.weights["mode.same"] < load_weights().weights["mode.same"]


def test_too_few_pairs_teach_nothing_and_say_so(ledger: Ledger) -> None:
    few = Labels(_answers()[:20])
    with pytest.raises(UsageError, match="too few pairs to learn from: 10 of one happening and 10 of two; at least 30 of each are needed"):
        train(ledger, few, load_weights())


@pytest.mark.parametrize(("text", "complaint"), [
    ("first,second\na,b\n", "labels.csv:1: the columns one, other and same"),
    ("one,other,same\na,b,yes\nc,d,perhaps\n", "labels.csv:3: same must be yes or no, not 'perhaps'"),
])
def test_a_wrong_file_of_labels_is_refused_with_its_line(tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / "labels.csv").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=complaint):
        read_labels(tmp_path / "labels.csv")


def test_the_weights_of_a_file_link_a_ledger_otherwise(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    strict = Labels([(one, other, not same) for one, other, same in _answers()])
    path.write_text(written(train(ledger, strict, load_weights()).weights, {"same": DAYS}), encoding="utf-8")
    before = {one.claims for one in ledger.incidents()}
    flow.relink(ledger, settings=Settings(linkers={"evidence": {"weights": str(path)}}))
    after = {one.claims for one in ledger.incidents()}
    assert (_name(0, 0), _name(0, 1), _name(0, 2)) in before
    assert (_name(0, 0), _name(0, 2)) in after
    assert load_trained(path).weights["mode.different"] < load_weights().weights["mode.different"]


@pytest.mark.parametrize(("content", "complaint"), [
    ("nothing", "cannot be read"),
    ('{"weights": {}}', "no file of weights"),
    ('{"made_by": "warledger link train", "limits": {}, "weights": {"mode.sam": 1}}', "weights has no entry called 'mode.sam'"),
    ('{"made_by": "warledger link train", "limits": {}, "weights": {"mode.same": "1"}}', "must be a number"),
])
def test_a_file_that_holds_no_weights_is_refused(tmp_path: Path, content: str, complaint: str) -> None:
    path = tmp_path / "weights.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=complaint):
        _ = extensions.make("linkers", "evidence", {"weights": str(path)}).weights


def test_the_file_says_what_it_was_learnt_from(ledger: Ledger) -> None:
    found = train(ledger, Labels(_answers()), load_weights())
    content = json.loads(written(found.weights, found.told()))
    assert content["same"] == content["different"] == DAYS
    assert content["f1_on_other_pairs"]["after"] > content["f1_on_other_pairs"]["before"]
    assert "weapons.same" not in content["weights"]
