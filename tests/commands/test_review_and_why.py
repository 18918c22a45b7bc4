"""`warledger why` and `warledger review`: what decided, and deciding otherwise, one key each."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

REPORTS = [
    {"id": "1", "outlet": "Arvandu Post", "published": "2020-02-05", "text": "The army shelled Arvandu at noon. The hospital counted 3 killed by evening."},
    {"id": "2", "outlet": "State Radio", "published": "2020-02-05", "text": "Nobody but gunmen was there when our forces shelled Arvandu, with 3 killed among them."},
    {"id": "3", "outlet": "Hill Herald", "published": "2020-03-01", "text": "Somebody shelled Beltash from across the river, a shepherd told this paper."},
]


@pytest.fixture
def ledger(warledger: Run, desk: Path) -> Path:
    (desk / "reports.jsonl").write_text("".join(json.dumps(row) + "\n" for row in REPORTS), encoding="utf-8")
    assert warledger("run", "reports.jsonl", "--ledger", "war.db").returncode == 0
    return desk / "war.db"


@pytest.fixture
def keys(warledger: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A sitting with these keys."""
    def _keys(typed: str, *more: str, who: str = "R. Haddad") -> Any:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        return warledger("review", *more, "--ledger", ledger, "--who", who)
    return _keys


def shown(warledger: Run, ledger: Path, *more: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in warledger("show", "--ledger", ledger, "--format", "jsonl", *more).stdout.splitlines()]


def log(warledger: Run, ledger: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in warledger("review", "--log", "--format", "jsonl", "--ledger", ledger).stdout.splitlines()]


def test_why_shows_every_join_with_its_weights(warledger: Run, ledger: Path) -> None:
    (incident,) = shown(warledger, ledger, "--place", "Arvandu")
    done = warledger("why", incident["id"], "--ledger", ledger)
    assert (done.returncode, done.stderr) == (0, "")
    for part in ("A pair starts at -4.0", "[1] and [2]: +", "+3.0  the same place (Arvandu)", "+2.5  the same day (2020-02-05)"):
        assert part in done.stdout
    record = json.loads(warledger("why", incident["id"], "--ledger", ledger, "--format", "jsonl").stdout)
    assert [pair["verdict"] for pair in record["joined"]] == ["joined"]


def test_why_of_an_unknown_incident_is_a_sentence(warledger: Run, ledger: Path) -> None:
    done = warledger("why", "i_0000000000000000", "--ledger", ledger)
    assert done.returncode == 2
    assert "there is no incident i_0000000000000000, and there never was" in done.stderr


def test_a_key_is_a_decision_with_who_when_and_why_and_claims_are_linked_anew(warledger: Run, ledger: Path, keys: Run) -> None:
    (incident,) = shown(warledger, ledger, "--place", "Beltash")
    done = keys("RA shepherd saw nothing\n", incident["id"])
    assert done.returncode == 0
    assert "1 decision kept" in done.stdout
    assert "2 incidents before, 1 now" in done.stdout
    (made,) = log(warledger, ledger)
    assert (made["act"], made["subjects"], made["who"], made["why"]) == ("reject", [incident["id"]], "R. Haddad", "A shepherd saw nothing")
    assert made["held"] == {incident["id"]: incident["claims"]}
    assert made["at"].endswith("Z")
    assert shown(warledger, ledger, "--place", "Beltash") == []


def test_what_was_decided_holds_through_another_run_and_is_not_asked_again(warledger: Run, ledger: Path, keys: Run, desk: Path) -> None:
    (incident,) = shown(warledger, ledger, "--place", "Beltash")
    keys("r", incident["id"])
    more = {"id": "4", "outlet": "Wire", "published": "2020-02-06", "text": "A day later guns shelled Arvandu once more, and left 2 killed."}
    (desk / "more.jsonl").write_text(json.dumps(more), encoding="utf-8")
    assert warledger("run", "more.jsonl", "--ledger", ledger).returncode == 0
    assert shown(warledger, ledger, "--place", "Beltash") == []
    assert incident["id"] not in warledger("review", "--list", "--ledger", ledger).stdout


def test_undoing_is_a_decision_too_and_brings_back_the_id(warledger: Run, ledger: Path, keys: Run) -> None:
    (incident,) = shown(warledger, ledger, "--place", "Beltash")
    keys("r", incident["id"])
    done = keys("z")
    assert f"undone: reject {incident['id']}" in done.stdout
    assert [one["undoes"] for one in log(warledger, ledger)] == [None, log(warledger, ledger)[0]["id"]]
    (back,) = shown(warledger, ledger, "--place", "Beltash")
    assert back["id"] == incident["id"]
    assert "there is nothing of yours to undo" in keys("z").stdout
    assert "there is nothing of yours to undo" in keys("z", who="somebody else").stdout


def test_a_claim_of_two_is_told_apart_and_a_field_corrected(warledger: Run, ledger: Path, keys: Run) -> None:
    (incident,) = shown(warledger, ledger, "--place", "Arvandu")
    keys("2r", incident["id"])
    (left,) = shown(warledger, ledger, "--place", "Arvandu")
    assert left["claims"] == incident["claims"][:1]
    done = keys("emode=tickle\negrade=contested\n", incident["id"])
    assert "the codebook has no ASSAULT/tickle" in done.stdout
    assert shown(warledger, ledger, "--place", "Arvandu")[0]["grade"] == "contested"


def test_a_key_that_answers_another_question_decides_nothing(warledger: Run, ledger: Path, keys: Run) -> None:
    (incident,) = shown(warledger, ledger, "--place", "Beltash")
    done = keys("s?9jkq", incident["id"])
    assert "same does not answer this" in done.stdout
    assert "0 decisions kept; nothing has changed" in done.stdout
    assert log(warledger, ledger) == []


def test_a_report_that_is_coded_anew_reopens_what_was_confirmed(warledger: Run, ledger: Path, keys: Run) -> None:
    from dataclasses import replace

    from warledger.store import Ledger, RunInfo

    (incident,) = shown(warledger, ledger, "--place", "Beltash")
    keys("a", incident["id"])
    assert "open again" not in warledger("review", "--list", "--ledger", ledger).stdout
    with Ledger.open(ledger) as opened:
        (claim,) = [one for one in opened.claims() if one.id in incident["claims"]]
        opened.add([], [replace(claim, mode="aerial")], run=RunInfo())
    done = keys("q")
    assert "Decided by R. Haddad on" in done.stdout
    assert f"open again: {claim.id} says something else now" in done.stdout
    keys("a")
    assert "open again" not in warledger("review", "--list", "--ledger", ledger).stdout


def test_the_log_tells_what_became_of_each_decision(warledger: Run, ledger: Path, keys: Run) -> None:
    (incident,) = shown(warledger, ledger, "--place", "Beltash")
    keys("pz", incident["id"])
    table = warledger("review", "--log", "--ledger", ledger).stdout
    assert "publish" in table
    assert "undone" in table


def test_two_figures_are_the_number_of_one_claim() -> None:
    """The twelfth of twelve is 1, then 2; of five, 1 and then 2 is the second."""
    from warledger.commands.review_session import Session
    from warledger.model import Claim
    from warledger.review import Question

    for many, wanted in ((12, "c_12"), (5, "c_2")):
        claims = {f"c_{number}": Claim(f"c_{number}", "r_1", "ASSAULT") for number in range(1, many + 1)}
        question = Question("pair", tuple(claims), 1.0, "joined by little")
        session = Session(None, [question], "R. Haddad", None, lambda line: None, {}, claims, {})  # type: ignore[arg-type]
        session._look_at(1, question)
        session._look_at(2, question)
        assert session.focus == wanted


def test_the_queue_is_narrowed_by_place_and_day(warledger: Run, ledger: Path) -> None:
    whole = warledger("review", "--list", "--ledger", ledger).stdout
    part = warledger("review", "--list", "--ledger", ledger, "--place", "Beltash").stdout
    (incident,) = shown(warledger, ledger, "--place", "Beltash")
    assert whole.count("does it stand?") == 2
    assert part.count("does it stand?") == 1
    assert incident["id"] in part
    assert "0 shown" in warledger("review", "--list", "--ledger", ledger, "--until", "2019-01-01").stdout


def test_an_export_of_what_was_published_leaves_out_what_has_changed_since(warledger: Run, ledger: Path, keys: Run, desk: Path) -> None:
    (incident,) = shown(warledger, ledger, "--place", "Arvandu")

    def published() -> list[str]:
        done = warledger("export", "--format", "jsonl", "--decided", "publish", "--ledger", ledger)
        return [json.loads(line)["id"] for line in done.stdout.splitlines()]

    assert published() == []
    keys("p", incident["id"])
    assert published() == [incident["id"]]
    more = {"id": "4", "outlet": "Wire", "published": "2020-02-05", "text": "In the evening the count was up: guns shelled Arvandu and left 3 killed."}
    (desk / "more.jsonl").write_text(json.dumps(more), encoding="utf-8")
    warledger("run", "more.jsonl", "--ledger", ledger)
    assert len(shown(warledger, ledger, "--place", "Arvandu")[0]["claims"]) == 3
    assert published() == []
    done = warledger("export", "--format", "jsonl", "--decided", "publish", "--as-of", "2020-01-01", "--ledger", ledger)
    assert done.returncode == 2


def test_a_sitting_that_is_cut_short_keeps_what_was_decided_and_the_next_run_links(warledger: Run, ledger: Path, keys: Run) -> None:
    (incident,) = shown(warledger, ledger, "--place", "Beltash")
    at = next(turn for turn, line in enumerate(warledger("review", "--list", "--ledger", ledger).stdout.splitlines()) if incident["id"] in line)
    before = warledger("review", "--list", "--ledger", ledger).stdout.splitlines()[:at]
    done = keys("j" * sum("?" in line for line in before) + "r" + chr(3))
    assert done.returncode == 130
    assert "1 decision kept; the next `warledger run` or `warledger review` links claims anew" in done.stdout
    assert len(shown(warledger, ledger, "--place", "Beltash")) == 1
    assert warledger("run", "reports.jsonl", "--ledger", ledger).returncode == 0
    assert shown(warledger, ledger, "--place", "Beltash") == []
