"""Sheets for a reading by hand, and what the readers' verdicts come to.

    python benchmarks/hand_reading.py draw DATA FOLDER [--reports 20] [--seed 1] [--sheets 4] [--skip FILE]
    python benchmarks/hand_reading.py tally FOLDER [--verdicts FILE.tsv]

draw: in DATA the reports of fa-kes and the claims that people coded; out FOLDER/A.txt and so on, each report with its claims of the core
types, people's claims of six reports among them, and FOLDER/key.json, which readers do not see. tally: in FOLDER/A.tsv and so on as
docs/quality/judging.md has it; out counts, and the verdicts without the readers' words. Decision: drawn are reports that no learned part
was trained on; FILE names more that are left out, one id a line. A line that cannot be read is named with its file and number and passed over.
"""

from __future__ import annotations

import argparse
import collections
import importlib.resources
import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from warledger import flow
from warledger.claims.coder import read_layers
from warledger.model import Claim, Report
from warledger.model.codebook import CORE_TYPES

REPORTS, PEOPLE = "fa-kes/articles.jsonl", "claims/dev.jsonl"
# Suites whose reports something was trained or mended on, and the one whose cases nobody is to read.
HELD = ("fresh", "judged", "coded", "unseen")
PEOPLES = 6
AROUND = 45
FIELDS = ("participants", "numbers", "speaker", "type")


@dataclass(frozen=True)
class Asked:
    """A claim on a sheet: whose it is, and where it stands in its report."""

    report: str
    type: str
    trigger: str
    offset: int
    coder: str


@dataclass(frozen=True)
class Page:
    """A report as readers see it, with its claims by their ids."""

    text: str
    asked: dict[str, Asked]


def main() -> None:
    """Draws or tallies."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = arguments.add_subparsers(dest="verb", required=True)
    draw = verbs.add_parser("draw")
    draw.add_argument("data", type=Path)
    draw.add_argument("folder", type=Path)
    for name, usual in (("--reports", 20), ("--seed", 1), ("--sheets", 4)):
        draw.add_argument(name, type=int, default=usual)
    draw.add_argument("--skip", type=Path, default=None)
    tallied = verbs.add_parser("tally")
    tallied.add_argument("folder", type=Path)
    tallied.add_argument("--verdicts", type=Path, default=None)
    given = arguments.parse_args()
    if given.verb == "draw":
        skipped = set(given.skip.read_text(encoding="utf-8").split()) if given.skip else set()
        chance = random.Random(given.seed)
        pages = [*program_pages(drawn(given.data, given.reports, skipped, chance)), *people_pages(given.data, chance)]
        write_sheets(pages, given.folder, given.sheets, chance)
    else:
        print(json.dumps(tally(given.folder, given.verdicts), indent=2))


def drawn(data: Path, count: int, skipped: set[str], chance: random.Random) -> list[Report]:
    """So many reports that nothing was trained on, in the order of the draw."""
    coded = importlib.resources.files("warledger.scoring")
    held = {str(row["report"]) for name in HELD for row in json.loads((coded / f"{name}_claims.json").read_text(encoding="utf-8"))["reports"]}
    held |= skipped | {str(json.loads(line)["id"]) for line in (data / PEOPLE).read_text(encoding="utf-8").splitlines()}
    reports = {str(item.source_id): item for item in flow.read([str(data / REPORTS)]) if isinstance(item, Report) and str(item.source_id) not in held}
    names = sorted(reports)
    chance.shuffle(names)
    return [reports[name] for name in names[:count]]


def program_pages(reports: Sequence[Report]) -> Iterator[Page]:
    """Each report with what the program reads in it; one without a claim of the core types has no page."""
    for coded in read_layers(list(reports)):
        report = coded.reading.report
        claims = [claim for claim in coded.claims if claim.type in CORE_TYPES]
        asked, lines = {}, []
        for number, claim in enumerate(claims, 1):
            trigger = claim.passage("trigger")
            assert trigger is not None
            asked[f"{report.source_id}.{number}"] = Asked(str(report.source_id), claim.type, trigger.quote, trigger.start, "program")
            lines.append(_line(f"{report.source_id}.{number}", report.text, (trigger.start, trigger.end), _of_program(claim)))
        if asked:
            yield Page(f"##### REPORT {report.source_id} ({report.outlet}, {report.published})\n{report.text}\n\n" + "\n".join(lines), asked)


def people_pages(data: Path, chance: random.Random) -> Iterator[Page]:
    """Reports with what people coded in them, as a measure of the readers."""
    rows = [json.loads(line) for line in (data / PEOPLE).read_text(encoding="utf-8").splitlines()]
    chance.shuffle(rows)
    for row in rows[:PEOPLES]:
        text = f"{row['title']}\n\n{row['text']}"
        claims = sorted((claim for claim in row["claims"] if claim["type"] in CORE_TYPES), key=lambda claim: text.find(claim["quote"]))
        asked, lines = {}, []
        for number, claim in enumerate(claims, 1):
            start = text.find(claim["quote"]) + max(0, claim["quote"].find(claim["trigger"]))
            asked[f"{row['id']}.{number}"] = Asked(str(row["id"]), claim["type"], claim["trigger"], start, "people")
            lines.append(_line(f"{row['id']}.{number}", text, (start, start + len(claim["trigger"])), _of_people(claim)))
        yield Page(f"##### REPORT {row['id']} ({row.get('outlet')}, {row.get('published')})\n{text}\n\n" + "\n".join(lines), asked)


def _of_program(claim: Claim) -> tuple[str, list[str], list[str], list[str], list[str]]:
    numbers = [f"{one.what} {one.low}..{'' if one.high is None else one.high}" for one in claim.tallies]
    return (f"{claim.type}/{claim.mode or '-'} {claim.stance}", [one.name for one in claim.initiators], [one.name for one in claim.targets],
            numbers, [one.name for one in claim.speakers])


def _of_people(claim: dict[str, Any]) -> tuple[str, list[str], list[str], list[str], list[str]]:
    numbers = [f"{one['what']} {one['low']}..{'' if one['high'] is None else one['high']}" for one in claim["tallies"]]
    return (f"{claim['type']}/{(claim.get('modes') or ['-'])[0]} {claim['stance']}", [one["name"] for one in claim["initiators"]],
            [one["name"] for one in claim["targets"]], numbers, [str(one) for one in claim["speakers"]])


def _line(name: str, text: str, span: tuple[int, int], told: tuple[str, list[str], list[str], list[str], list[str]]) -> str:
    start, end = span
    shown = f"{text[max(0, start - AROUND):start]}<<{text[start:end]}>>{text[end:end + AROUND]}".replace("\n", " ")
    fields = " | ".join(f"{field} {'; '.join(values) or '-'}" for field, values in zip(("BY", "TO", "NUMBERS", "SPEAKER"), told[1:], strict=True))
    return f"{name} {told[0]} …{shown}…\n    {fields}"


def write_sheets(pages: Sequence[Page], folder: Path, count: int, chance: random.Random) -> None:
    """Sheets of like length, the longest reports shared out first, and the key."""
    folder.mkdir(parents=True, exist_ok=True)
    sheets: list[list[Page]] = [[] for _ in range(count)]
    for page in sorted(pages, key=lambda one: -len(one.asked)):
        min(sheets, key=lambda sheet: sum(len(one.asked) for one in sheet)).append(page)
    for number, sheet in enumerate(sheets):
        chance.shuffle(sheet)
        (folder / f"{chr(ord('A') + number)}.txt").write_text("\n\n".join(page.text for page in sheet) + "\n", encoding="utf-8")
    key = {name: asdict(one) for page in pages for name, one in page.asked.items()}
    (folder / "key.json").write_text(json.dumps(key, indent=1) + "\n", encoding="utf-8")


def tally(folder: Path, to: Path | None) -> dict[str, Any]:
    """What was held for right, of the program's claims and of people's, and which fields were wrong."""
    key = {name: Asked(**one) for name, one in json.loads((folder / "key.json").read_text(encoding="utf-8")).items()}
    verdicts = {name: (right, fields, marks) for name, right, fields, marks in _verdicts(folder, key)}
    found: dict[str, Any] = {}
    for coder in ("program", "people"):
        judged = [verdicts[name] for name, one in key.items() if one.coder == coder and name in verdicts]
        wrong = collections.Counter(field for _, fields, _ in judged for field in fields)
        found[coder] = {"judged": len(judged), "right": sum(right for right, _, _ in judged), "not judged": sum(one.coder == coder for one in key.values()) - len(judged),
                        "wrong": dict(sorted(wrong.items()))}
    if to is not None:
        rows = sorted((one.report, one.offset, one.type, one.trigger, *verdicts[name]) for name, one in key.items() if one.coder == "program" and name in verdicts)
        lines = ["report\ttype\ttrigger\toffset\tverdict\tmarks",
                 *(f"{report}\t{kind}\t{trigger}\t{at}\t{'right' if right else 'wrong: ' + ','.join(fields)}\t{marks}" for report, at, kind, trigger, right, fields, marks in rows)]
        to.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return found


def _verdicts(folder: Path, key: dict[str, Asked]) -> Iterator[tuple[str, bool, tuple[str, ...], str]]:
    """Each verdict that can be read; what cannot is named on standard error."""
    for path in sorted(folder.glob("?.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            name, verdict, fields, marks = ([part.strip() for part in line.split("\t")] + [""] * 4)[:4]
            wrong = tuple(field for field in (part.strip() for part in fields.split(",")) if field in FIELDS)
            if name not in key or verdict.lower() not in ("right", "wrong") or (verdict.lower() == "wrong") != bool(wrong):
                print(f"{path}:{number}: no verdict on a claim of these sheets: {line[:80]!r}", file=sys.stderr)
                continue
            yield name, verdict.lower() == "right", wrong, marks if marks == "stance" else ""


if __name__ == "__main__":
    main()
