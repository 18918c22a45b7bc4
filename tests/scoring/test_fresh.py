"""Claims coded by hand are kept as characters, and become words only beside the set that they were coded from."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from warledger.errors import SourceError
from warledger.model import Claim, Passage
from warledger.scoring.fresh import CODED, in_words, is_judged, score_aside, score_unseen

ROW = {"id": "7", "title": "Shells hit Kirsa", "text": "The army shelled Kirsa, residents said.", "outlet": "The Valley Post"}
TEXT = f"{ROW['title']}\n\n{ROW['text']}"


def span(words: str) -> list[int]:
    start = TEXT.index(words, len(ROW["title"]) + 2)
    return [start, start + len(words)]


def coded() -> dict:
    claim = {"id": 1, "type": "ASSAULT", "stance": "asserted", "quote": span("The army shelled Kirsa"), "trigger": span("shelled"),
             "speakers": [span("residents")], "speakers_alt": [[]], "initiators": [{"name": span("army"), "country": None, "sector": "MIL"}],
             "targets": [], "place": {"name": span("Kirsa"), "country": None, "admin1": None, "precision": "town"}, "when": None, "tallies": []}
    return {"report": "7", "published": "2020-02-05", "sha256": hashlib.sha256(TEXT.encode()).hexdigest(), "claims": [claim]}


def test_a_coded_claim_says_its_words_beside_its_report() -> None:
    (claim,) = in_words(coded(), {"7": ROW})["claims"]
    assert (claim["quote"], claim["trigger"], claim["speakers"]) == ("The army shelled Kirsa", "shelled", ["residents"])
    assert (claim["initiators"][0]["name"], claim["place"]["name"], claim["negated"]) == ("army", "Kirsa", False)


@pytest.mark.parametrize("rows", [{}, {"7": {**ROW, "text": "The army shelled Kirsa."}}])
def test_another_copy_of_the_set_is_refused(rows: dict) -> None:
    with pytest.raises(SourceError, match="report 7 is not in fa-kes as it was coded"):
        in_words(coded(), rows)


@pytest.mark.parametrize("suite", CODED)
def test_the_coding_holds_no_words_of_its_reports(suite: str) -> None:
    kept = json.loads(CODED[suite].read_text(encoding="utf-8"))["reports"]
    names = [one["name"] for report in kept for claim in report["claims"] for role in ("initiators", "targets") for one in claim[role]]
    spans = [claim[field] for report in kept for claim in report["claims"] for field in ("quote", "trigger")] + names
    assert spans
    assert all(len(one) == 2 and all(isinstance(number, int) for number in one) for one in spans)


def test_no_report_is_both_read_for_wrong_cases_and_kept_from_it() -> None:
    kept = {name: {one["report"] for one in json.loads(path.read_text(encoding="utf-8"))["reports"]} for name, path in CODED.items()}
    assert {name: len(reports) for name, reports in kept.items()} == {"fresh": 64, "coded": 489, "unseen": 20, "judged": 199, "aside": 80}
    assert not (kept["fresh"] | kept["coded"] | kept["judged"]) & (kept["unseen"] | kept["aside"])


def claim_at(word: str, report: str = "7") -> Claim:
    start, end = span(word)
    return Claim(id="c", report="r", type="ASSAULT", source_id=report, passages=(Passage("trigger", start, end, word),))


def test_a_claim_is_judged_where_one_that_was_given_stood() -> None:
    judged = [coded()]
    assert is_judged(claim_at("shelled"), judged, {"7": ROW})
    assert not is_judged(claim_at("said"), judged, {"7": ROW})
    assert not is_judged(claim_at("shelled", report="8"), judged, {"7": ROW})


def test_a_claim_where_there_is_no_act_is_judged_too() -> None:
    judged = [{**coded(), "claims": [], "none": [span("said")]}]
    assert is_judged(claim_at("said"), judged, {"7": ROW})
    assert not is_judged(claim_at("shelled"), judged, {"7": ROW})


def test_a_passage_that_counts_without_the_title_is_found() -> None:
    start, end = (place - len(ROW["title"]) - 2 for place in span("shelled"))
    claim = Claim(id="c", report="r", type="ASSAULT", source_id="7", passages=(Passage("trigger", start, end, "shelled"),))
    assert is_judged(claim, [coded()], {"7": ROW})


@pytest.mark.data
def test_of_unseen_reports_only_totals_are_told(shared_data: Path) -> None:
    score = score_unseen(shared_data, limit=1)
    assert score.suite == "unseen"
    assert score.notes == ()
    assert score.metrics["f1_core"] is not None


@pytest.mark.data
def test_of_judged_reports_kept_aside_only_totals_are_told(shared_data: Path) -> None:
    score = score_aside(shared_data, limit=1)
    assert score.notes == ()
    assert score.metrics["signed_precision"] is not None
