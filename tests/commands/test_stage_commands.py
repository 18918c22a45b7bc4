"""read, code and link on the command line: records to standard output, everything else to standard error."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]

FIRST = "The army shelled Arvandu on Monday. Medics counted 3 killed."
SECOND = "Rebels shelled Beltash, a market town in the hills, in the night."


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_report_becomes_a_line_and_its_claims_become_lines(warledger: Run, desk: Path) -> None:
    (desk / "one.txt").write_text(FIRST, encoding="utf-8")
    read = warledger("read", "one.txt", "--published", "2020-02-05", "--outlet", "Arvandu Post")
    assert read.returncode == 0
    (report,) = lines(read.stdout)
    assert (report["outlet"], report["published"]) == ("Arvandu Post", "2020-02-05")
    assert report["origin"]
    code = warledger("code", "one.txt", "--published", "2020-02-05", "--outlet", "Arvandu Post")
    (claim,) = lines(code.stdout)
    assert (claim["report"], claim["when"]["start"]) == (report["id"], "2020-02-05")
    assert code.stderr == ""


def test_coding_what_read_wrote_is_coding_the_source(warledger: Run, desk: Path) -> None:
    (desk / "in").mkdir()
    (desk / "in" / "one.txt").write_text(FIRST, encoding="utf-8")
    (desk / "in" / "two.txt").write_text(SECOND, encoding="utf-8")
    assert warledger("read", "in", "-o", "reports.jsonl").stdout == ""
    assert warledger("code", "reports.jsonl").stdout == warledger("code", "in").stdout != ""


def test_commands_chain_by_pipes(shell: Run, desk: Path) -> None:
    (desk / "one.txt").write_text(FIRST, encoding="utf-8")
    done = shell("$W read one.txt --published 2020-02-05 | $W code - | $W link - | wc -l; echo ${PIPESTATUS[@]}")
    assert done.stderr == ""
    assert done.stdout.split() == ["1", "0", "0", "0", "0"]


def test_columns_are_mapped(warledger: Run, desk: Path) -> None:
    (desk / "t.csv").write_text(f"kop,inhoud\nMarket hit,{FIRST}\n", encoding="utf-8")
    (report,) = lines(warledger("read", "t.csv", "--map", "title=kop,text=inhoud").stdout)
    assert report["title"] == "Market hit"
    assert FIRST in report["text"]


def test_a_broken_line_is_told_with_its_place_and_the_rest_is_read(warledger: Run, desk: Path) -> None:
    (desk / "r.jsonl").write_text(json.dumps({"text": FIRST}) + "\n{broken\n" + json.dumps({"text": SECOND}) + "\n", encoding="utf-8")
    done = warledger("read", "r.jsonl")
    assert done.returncode == 0
    assert len(lines(done.stdout)) == 2
    assert done.stderr.startswith("r.jsonl:2: ")


def test_many_problems_are_capped_and_counted(warledger: Run, desk: Path) -> None:
    (desk / "warledger.toml").write_text("problems_shown = 2", encoding="utf-8")
    (desk / "r.jsonl").write_text("{broken\n" * 5 + json.dumps({"text": FIRST}), encoding="utf-8")
    told = warledger("read", "r.jsonl").stderr.splitlines()
    assert len(told) == 3
    assert told[-1] == "… and 3 more problems; in all: 5 broken-json"


def test_a_broken_line_of_claims_costs_that_claim_only(warledger: Run, desk: Path) -> None:
    (desk / "one.txt").write_text(FIRST, encoding="utf-8")
    warledger("code", "one.txt", "--published", "2020-02-05", "-o", "claims.jsonl")
    with (desk / "claims.jsonl").open("a", encoding="utf-8") as stream:
        stream.write('{"id": "c_1"}\n[1]\nnonsense\n')
    done = warledger("link", "claims.jsonl")
    assert [incident["type"] for incident in lines(done.stdout)] == ["ASSAULT"]
    assert [line.split(": ")[0] for line in done.stderr.splitlines()] == [f"claims.jsonl:{n}" for n in (2, 3, 4)]


def test_the_number_of_workers_changes_no_byte(warledger: Run, desk: Path) -> None:
    rows = [{"id": str(n), "text": f"Report {n}: guns shelled Beltash again, and {n} killed.", "published": "2020-02-05"} for n in range(60)]
    rows[17]["text"] = "This is to crash the coder, all of it."
    rows[31]["text"] = "This is to kill the process, with all its hands."
    (desk / "r.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    several = warledger("code", "r.jsonl", "-j", "2")
    assert [claim["source_id"] for claim in lines(several.stdout)] == [str(n) for n in range(60) if n not in (17, 31)]
    assert "ZeroDivisionError: by design at shelling_coder.py" in several.stderr
    assert "the process that worked on it died" in several.stderr
    rows.pop(31)
    (desk / "r.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert warledger("code", "r.jsonl", "-j", "1").stdout == several.stdout


def test_a_lone_surrogate_in_a_record_survives(warledger: Run, desk: Path) -> None:
    from warledger.commands.output import write_records, writing
    from warledger.model import Report

    with writing("r.jsonl") as stream:
        write_records([Report("r_1", "torn \ud83d apart")], stream)
    (back,) = lines((desk / "r.jsonl").read_text(encoding="utf-8"))
    assert back["text"] == "torn \ud83d apart"
