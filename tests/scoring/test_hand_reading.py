"""Sheets for readings by hand: what is drawn, and what comes of verdicts, bad lines among them."""

import importlib.util
import json
import random
import sys
from pathlib import Path

import pytest

FILE = Path(__file__).parents[2] / "benchmarks" / "hand_reading.py"


@pytest.fixture(scope="module")
def hand_reading():
    spec = importlib.util.spec_from_file_location("hand_reading", FILE)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def data(tmp_path):
    for name in ("fa-kes", "claims"):
        (tmp_path / name).mkdir()
    texts = {"1": "M23 rebels attacked Goma on Monday, killing four soldiers.", "2": "The army shelled Bukavu.", "3": "Rain fell on Kinshasa."}
    rows = [{"id": name, "title": f"News {name}", "text": text, "outlet": "Example", "published": "2025-01-28"} for name, text in texts.items()]
    (tmp_path / "fa-kes/articles.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    people = {"id": "9", "title": "Uvira", "text": "Rebels took Uvira.", "outlet": "Example", "published": "2025-02-01", "claims": [
        {"id": "a", "type": "TERRITORY", "modes": ["capture"], "quote": "Rebels took Uvira", "trigger": "took", "stance": "asserted", "speakers": [],
         "initiators": [{"name": "Rebels"}], "targets": [], "tallies": []}]}
    (tmp_path / "claims/dev.jsonl").write_text(json.dumps(people) + "\n", encoding="utf-8")
    return tmp_path


def test_sheets_hold_claims_of_the_program_and_of_people_and_do_not_say_whose_they_are(hand_reading, data, tmp_path):
    chance = random.Random(1)
    pages = [*hand_reading.program_pages(hand_reading.drawn(data, 3, set(), chance)), *hand_reading.people_pages(data, chance)]
    hand_reading.write_sheets(pages, tmp_path / "out", 2, chance)
    sheets = "".join((tmp_path / "out" / name).read_text(encoding="utf-8") for name in ("A.txt", "B.txt"))
    assert "BY M23 rebels | TO soldiers | NUMBERS killed 4..4 | SPEAKER -" in sheets
    assert "<<took>>" in sheets
    assert "Kinshasa" not in sheets
    assert "people" not in sheets.lower()
    assert "program" not in sheets.lower()
    assert {one["coder"] for one in json.loads((tmp_path / "out/key.json").read_text(encoding="utf-8")).values()} == {"program", "people"}


def test_the_same_seed_draws_the_same_and_what_is_to_be_left_out_is(hand_reading, data):
    first, again = ([report.source_id for report in hand_reading.drawn(data, 2, set(), random.Random(5))] for _ in range(2))
    assert first == again
    assert [report.source_id for report in hand_reading.drawn(data, 3, {"1", "3"}, random.Random(5))] == ["2"]


def test_verdicts_are_counted_and_lines_without_one_are_named_and_passed_over(hand_reading, data, tmp_path, capsys):
    chance = random.Random(1)
    pages = [*hand_reading.program_pages(hand_reading.drawn(data, 3, set(), chance)), *hand_reading.people_pages(data, chance)]
    hand_reading.write_sheets(pages, tmp_path / "out", 1, chance)
    (tmp_path / "out/A.tsv").write_text("1.1\tright\t\tstance\t\n2.1\twrong\tnumbers, speaker\t\tsome words\n9.1\tright\n7.7\tright\n1.1\tperhaps\n2.1\twrong\t\n", encoding="utf-8")
    found = hand_reading.tally(tmp_path / "out", tmp_path / "verdicts.tsv")
    assert found["program"] == {"judged": 2, "right": 1, "not judged": 0, "wrong": {"numbers": 1, "speaker": 1}}
    assert found["people"] == {"judged": 1, "right": 1, "not judged": 0, "wrong": {}}
    told = capsys.readouterr().err
    assert all(f"A.tsv:{line}: no verdict" in told for line in (4, 5, 6))
    kept = (tmp_path / "verdicts.tsv").read_text(encoding="utf-8").splitlines()
    assert [line.split("\t")[4:] for line in kept[1:]] == [["right", "stance"], ["wrong: numbers,speaker", ""]]
    assert "some words" not in "".join(kept)
