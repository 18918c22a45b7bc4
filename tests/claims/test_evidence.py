"""Every value of a claim shows its words: a passage quotes the text, a figure stands in its wording, its wording in a passage.

The numbers of a wording are read here by a small reader of its own, not by the coder's. A person who is named as the one who was
killed counts one: the name is the wording then.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warledger import flow
from warledger.model import Claim, Problem, Report, Tally
from warledger.settings import Settings

UNITS = {word: number for number, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split())}
TENS = {word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
OTHERS = {"no": 0, "none": 0, "nobody": 0, "without": 0, "a": 1, "an": 1, "another": 1, "single": 1, "both": 2, "couple": 2, "pair": 2}
NUMBERS = UNITS | TENS | OTHERS
FRACTIONS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
MULTIPLIERS = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
TOKEN = re.compile(r"\d+(?:[,.  ]\d{3})+(?!\d)|\d+\.\d+|\d+|[a-z]+")
# Words that give a range and no figure; the table of the codebook says which.
AGE = re.compile(r"\b\w+[- ](?:year|month|week|day)s?[- ]old\b")  # "a 17-year-old" is one person of an age
VAGUE = re.compile(r"\b(?:several|few|handful|dozens|scores|tens|hundreds|thousands|millions|small number)\b", re.IGNORECASE)
# "around 20" may be 15 to 25: a round number is right to half of its last round place, at most a quarter of it.
ROUNDING = 0.25


def numbers_in(wording: str) -> set[int]:
    """Every number that the wording writes, in figures or words; of "two hundred" also two and a hundred."""
    tokens = TOKEN.findall(re.sub(r"[-–—‑]", " - ", wording.casefold()))
    return {number for start in range(len(tokens)) for number in _from(tokens[start:])}


def _from(tokens: list[str]) -> Iterator[int]:
    """The numbers that begin with the first token, the longer behind the shorter."""
    total = current = 0.0
    for place, token in enumerate(tokens):
        before = tokens[place - 1] if place else ""
        if token in MULTIPLIERS and MULTIPLIERS[token] <= 100:
            current = (current or 1) * MULTIPLIERS[token]
        elif token in MULTIPLIERS:
            total, current = total + (current or 1) * MULTIPLIERS[token], 0
        elif token in NUMBERS and (place == 0 or token not in OTHERS):
            current += NUMBERS[token]
        elif token[0].isdigit():
            grouped = re.fullmatch(r"\d+(?:[,.  ]\d{3})+", token)
            current += int(re.sub(r"\D", "", token)) if grouped else float(token)
        elif token in FRACTIONS:
            current += FRACTIONS[token]
        elif not ((token == "and" and place) or (token in ("a", "of") and before in (*FRACTIONS, "and", "of"))):
            return
        if total + current >= 1 or not current % 1:
            yield round(total + current)


def unshown(report: Report, claims: Iterable[Claim]) -> list[str]:
    """What the claims of a report say without showing it, in sentences."""
    found = []
    for claim in claims:
        found += [
            f"{passage.field} {passage.quote!r} is {report.text[passage.start:passage.end]!r} in the text"
            for passage in claim.passages if report.text[passage.start:passage.end] != passage.quote
        ]
        quotes = [passage.quote for passage in claim.passages if passage.field == "tally"]
        for tally in claim.tallies:
            if not tally.wording or not any(tally.wording in quote for quote in quotes):
                found.append(f"{tally} stands in none of {quotes}")
            found += [f"the {name} of {tally} is not in its wording" for name in ("low", "high", "best") if not is_written(tally, name)]
    return found


def is_written(tally: Tally, name: str) -> bool:
    """Whether a bound stands in the wording: as it is, one off ("more than 50" is 51), rounded, or as a vague word."""
    value = getattr(tally, name)
    written = numbers_in(AGE.sub("", tally.wording))
    if value is None or value in written:
        return True
    if not written and tally.low == 1 and {tally.high, tally.best} <= {1, None}:
        return True  # somebody by name, or at least one ("a fatal shooting")
    if name == "best":
        return value == tally.high and value + 1 in written  # "fewer than ten": nine, as docs/codebook.md has it
    near = any(abs(value - number) <= max(1, ROUNDING * number if tally.approximate else 1) for number in written)
    return near or VAGUE.search(tally.wording) is not None


def read_and_coded(rows: Iterable[dict[str, Any]]) -> Iterator[tuple[Report, list[Claim]]]:
    lines = "".join(json.dumps(row) + "\n" for row in rows).encode()
    reports = [one for one in flow.read(["-"], stdin=io.BytesIO(lines)) if isinstance(one, Report)]
    claims: dict[str, list[Claim]] = {report.id: [] for report in reports}
    for one in flow.code(reports, Settings(workers=1)):
        if isinstance(one, Problem):
            assert one.kind != "crash", one.message
        else:
            claims[one.report].append(one)
    for report in reports:
        yield report, claims[report.id]


@pytest.mark.parametrize(("wording", "numbers"), [
    ("at least 13 soldiers", {13}),
    ("1,200 people", {1200}),
    ("twenty-two", {20, 22, 2}),
    ("three hundred and five", {3, 5, 300, 305}),
    ("two to three", {2, 3}),
    ("some 245,000-415,000", {245_000, 415_000}),
    ("1.5 million", {2, 1_500_000, 1_000_000}),
    ("a dozen men", {1, 12}),
    ("more than a quarter of a million", {250_000}),
    ("one and a half million", {1, 1_500_000}),
    ("the governor", set()),
])
def test_the_reader_of_these_tests_reads_numbers(wording: str, numbers: set[int]) -> None:
    assert numbers_in(wording) >= numbers
    assert numbers or not numbers_in(wording)


@pytest.mark.parametrize(("tally", "name"), [
    (Tally("killed", 15, 15, 15, wording="13 soldiers"), "best"),
    (Tally("killed", 1, 20, 13, wording="13 soldiers"), "low"),
    (Tally("killed", 24, 99, 50, wording="dozens"), "best"),
    (Tally("killed", 900, None, 600, approximate=True, wording="around 600"), "low"),
])
def test_these_tests_would_see_a_number_that_is_not_there(tally: Tally, name: str) -> None:
    assert not is_written(tally, name)


def test_these_tests_would_see_words_that_are_not_there() -> None:
    claim = Claim.from_dict({
        "id": "c_1", "report": "r_1", "type": "ASSAULT", "passages": [{"field": "trigger", "start": 0, "end": 2, "quote": "It"}],
        "tallies": [{"what": "killed", "low": 2, "high": 2, "best": 2, "wording": "two men"}],
    })
    assert len(unshown(Report("r_1", "At night two men died."), [claim])) == 2


COUNTS = st.one_of(
    st.integers(1, 3_000_000).map(str),
    st.integers(1_000, 999_999).map(lambda number: f"{number:,}"),
    st.sampled_from([*list(UNITS)[1:], *TENS, "twenty-three", "a hundred", "two hundred", "a dozen", "two dozen", "one and a half million",
                     "1.2 million", "three thousand", "a couple of", "both", "no"]),
)
BOUNDS = st.sampled_from([
    "", "", "at least ", "more than ", "fewer than ", "up to ", "around ", "nearly ", "some ", "an estimated ", "as many as ",
    "exactly ", "no fewer than ", "another ", "between 3 and ",
])
VAGUE_COUNTS = st.sampled_from(["dozens of ", "hundreds of ", "several ", "a few ", "scores of ", "tens of thousands of ", "several dozen "])
PEOPLE = st.sampled_from(["civilians", "soldiers", "Syrian troops", "children", "women and children", "rebels", "people", "journalists",
                          "members of one family", "policemen"])
TOLD = st.sampled_from([
    "Shells killed {} in Saraqeb on Monday, residents said.",
    "{} were killed and {} wounded when jets bombed a market in Aleppo.",
    "The army said {} died in clashes near Maarat al-Numan; the rebels put the number at {}.",
    "A car bomb went off at a checkpoint in Homs, leaving {} dead, including {}.",
    "{} fled the town of Ariha after the shelling, the United Nations said.",
    "The death toll rose to {} by evening.",
    "Clashes 15 km east of Idlib killed {} within 12 hours on the 9th of May 2017.",
    "Gunmen abducted {} on Highway 5, the Syrian Observatory for Human Rights said, and {} are still missing.",
    "{} DEAD IN AIR STRIKE ON HAMA",
    "General Salim Haddad was killed together with {} in Deraa.",
])


@st.composite
def tolls(draw: st.DrawFn) -> dict[str, Any]:
    """A report of one to four sentences with figures in them."""
    sentences = []
    for told in draw(st.lists(TOLD, min_size=1, max_size=4)):
        figures = []
        for _ in range(told.count("{}")):
            vague = draw(st.booleans()) and draw(st.booleans())
            count = draw(VAGUE_COUNTS) if vague else f"{draw(BOUNDS)}{draw(COUNTS)} ".replace("fewer than 1 ", "1 ")
            figures.append(count + draw(PEOPLE))
        sentence = told.format(*figures)
        sentences.append(sentence[0].upper() + sentence[1:])
    title = draw(st.sampled_from(["", "Shelling goes on in the north", sentences[0]]))
    return {"title": title, "text": " ".join(sentences), "published": draw(st.sampled_from(["2020-02-05", None]))}


@settings(max_examples=150, deadline=None, derandomize=True)
@given(tolls())
def test_every_figure_of_a_made_report_is_shown(row: dict[str, Any]) -> None:
    for report, claims in read_and_coded([row]):
        assert not unshown(report, claims), row


def test_made_reports_do_give_figures() -> None:
    row = {"text": "At least 13 soldiers were killed and dozens of civilians wounded when jets bombed a market in Aleppo."}
    ((_, claims),) = read_and_coded([row])
    assert {(tally.what, tally.low, tally.high) for claim in claims for tally in claim.tallies} == {("killed", 13, None), ("wounded", 24, 99)}


# Every so many reports of each set: all of them take minutes.
SETS = [("claims/dev", 1), ("fa-kes/articles", 9), ("muc/tst1", 3), ("events/wikievents_dev", 1), ("incidents/articles", 80),
        ("places/event_location", 60), ("linking/ecbplus_dev", 60), ("times/wikiwars", 9)]


@pytest.mark.slow
@pytest.mark.data
@pytest.mark.parametrize(("name", "every"), SETS)
def test_every_figure_of_a_real_report_is_shown(name: str, every: int, shared_data: Path) -> None:
    path = shared_data / f"{name}.jsonl"
    if not path.exists():
        pytest.skip(f"{path} is not there")
    with path.open(encoding="utf-8") as stream:
        rows = [json.loads(line) for line in islice(stream, 0, None, every)]
    kept = [{field: row.get(field) for field in ("id", "title", "text", "published")} for row in rows]
    coded = list(read_and_coded(kept))
    assert sum(len(claims) for _, claims in coded) >= len(coded) // 2, "there is too little to look at"
    found = [fault for report, claims in coded for fault in unshown(report, claims)]
    assert not found, "\n".join(found[:20])
