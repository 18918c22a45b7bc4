"""What holds of any report at all, however it is written: no crash, exact passages, values of the codebook, no guessed time.

The reports are made of our own sentences and then spoilt: odd Unicode, other scripts, capitals, no punctuation, no title, great length.
"""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from warledger import flow
from warledger.model import Claim, Incident, Problem, Report
from warledger.model.codebook import ATTRIBUTIONS, STANCES, TALLY_KINDS, VICTIM_CLASSES, is_valid
from warledger.settings import Settings

SENTENCES = (
    "The army shelled Saraqeb on Monday, killing at least four villagers, the Syrian Observatory for Human Rights said.",
    "Rebels took the village on Tuesday night and lost it again two days later.",
    "“We did not bomb the hospital,” the Russian defence ministry told Interfax.",
    "Turkey will hit back unless government forces leave Idlib by the end of the month, President Erdogan warned.",
    "According to SANA, terrorists fired rockets at Aleppo yesterday; three children were wounded.",
    "Some 4,000 people have fled north since last week, the United Nations says.",
    "A car bomb killed a judge near the court in Homs this morning.",
    "Both sides agreed on a truce of 48 hours, which did not last.",
    "Government forces withdrew from two hills earlier this week, a commander said, and the rebels denied it.",
    "The ministers met in Ankara on Wednesday.",
    "In the film, soldiers storm a fort and 200 extras die.",
    "No shells fell on Sunday.",
    "It was the third raid in a month, witnesses said.",
    "Clashes broke out 15 km east of Idlib city between the army and Turkey-backed fighters.",
)
ODD = (
    "", " ", "\n\n", "\t", "…", "—", "‘", "»", "\u200b", "\u202e", "\u2066", "\ufeff", "e\u0301", "ﬁ", "Ａ", "İ", "ß", "\U0001f4a3", "👩‍👩‍👧", "𝔰𝔥𝔢𝔩𝔩",
    "قصفت القوات مدينة سراقب يوم الاثنين.", "Обстрел города, трое убитых.", "炮击造成三人死亡。", "\x00", "\x0b", "\x85", "\u2028", "&amp;", "<b>", "***",
    "1,000,000,000,000", "3.5.7", "²", "Ⅻ", "٣", "(", ")))", "http://a.example/b?c=d", "@x #y", "\ud83d", "’s", "U.S.", "No. 5",
)
SPOILT = (
    str, str.upper, str.lower, str.title,
    lambda text: text.replace(".", "").replace(",", ""),
    lambda text: text.replace(" ", "\u00a0"),
    lambda text: text.replace("e", "e\u0301"),
    lambda text: text.replace(" ", "\n"),
    lambda text: text * 12,
    lambda text: text[: len(text) // 2],
    lambda text: text.replace(" ", "  "),
)

QUICK = settings(max_examples=120, deadline=None, derandomize=True)

parts = st.lists(st.one_of(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES), st.sampled_from(ODD), st.text(max_size=30)), min_size=1, max_size=6)
bodies = st.builds(lambda pieces, glue, spoil: spoil(glue.join(pieces)), parts, st.sampled_from([" ", "\n", "\n\n", ""]), st.sampled_from(SPOILT))
titles = st.one_of(st.just(""), st.sampled_from(SENTENCES), st.text(max_size=40))
rows = st.fixed_dictionaries({
    "title": titles, "text": bodies, "published": st.sampled_from(["2020-02-05", None]), "language": st.just("en"),
    "outlet": st.sampled_from(["SANA", "Hill Herald", "", None]),
})


def read(records: Sequence[dict[str, Any]]) -> list[Report]:
    lines = "".join(json.dumps(record) + "\n" for record in records).encode()
    return [one for one in flow.read(["-"], stdin=io.BytesIO(lines)) if isinstance(one, Report)]


def coded(reports: Sequence[Report]) -> list[Claim]:
    """The claims; a report on which the coder fails is no report that it may fail on."""
    found = list(flow.code(reports, Settings(workers=1)))
    crashes = [one.message for one in found if isinstance(one, Problem) and one.kind == "crash"]
    assert not crashes, crashes
    return [one for one in found if isinstance(one, Claim)]


@QUICK
@given(rows)
def test_a_passage_quotes_the_text_and_the_text_holds_title_and_body(record: dict[str, Any]) -> None:
    for report in read([record]):
        assert report.text.startswith(f"{report.title}\n\n") or not report.title
        for claim in coded([report]):
            assert claim.report == report.id
            assert claim.passages
            for passage in claim.passages:
                assert report.text[passage.start : passage.end] == passage.quote
                assert passage.quote.strip()


@QUICK
@given(rows)
def test_a_claim_keeps_to_the_codebook(record: dict[str, Any]) -> None:
    reports = read([record])
    claims = coded(reports)
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        assert is_valid(claim.type, claim.mode)
        assert claim.stance in STANCES
        assert claim.attribution in ATTRIBUTIONS
        assert 0 <= claim.confidence <= 1
        for span in filter(None, (claim.when, claim.deadline)):
            assert (span.start is None and span.end is None) or (span.start or "") <= (span.end or "")
        if claim.place is not None and claim.place.lat is not None:
            assert -90 <= claim.place.lat <= 90
            assert -180 <= (claim.place.lon or 0) <= 180
        for tally in claim.tallies:
            assert tally.what in TALLY_KINDS
            assert tally.victims in VICTIM_CLASSES
            assert (tally.low or 0) <= (tally.high if tally.high is not None else float("inf"))
        assert Claim.from_dict(json.loads(claim.to_json())) == claim


# Why a time stays open; "two days later" counts from a day that the text has to tell.
UNRESOLVED = ("no publication date", "no day told before it")
RELATIVE = [sentence for sentence in SENTENCES if any(word in sentence for word in ("day", "week", "month", "morning"))]


@QUICK
@given(st.lists(st.sampled_from(RELATIVE), min_size=1, max_size=5))
def test_without_a_date_of_publication_no_relative_time_is_resolved_and_the_claim_says_so(sentences: list[str]) -> None:
    for claim in coded(read([{"text": " ".join(sentences)}])):
        for span in filter(None, (claim.when, claim.deadline)):
            assert (span.start, span.end) == (None, None), f"{span} of {claim}"
            assert span.wording
            assert span.inferred in UNRESOLVED, f"{span} of {claim}"


@QUICK
@given(st.lists(st.sampled_from(RELATIVE), min_size=1, max_size=5))
def test_with_a_date_of_publication_no_time_stays_open_for_want_of_one(sentences: list[str]) -> None:
    for claim in coded(read([{"text": " ".join(sentences), "published": "2020-02-05"}])):
        for span in filter(None, (claim.when, claim.deadline)):
            assert span.inferred != "no publication date"


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.lists(rows, min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_a_report_gives_the_same_claims_in_any_company_and_they_the_same_incidents(records: list[dict[str, Any]], chance: Any) -> None:
    reports = flow.with_origins(read(records))
    together = coded(reports)
    alone = [claim for report in reports for claim in coded([report])]
    assert [claim.to_json() for claim in together] == [claim.to_json() for claim in alone]
    shuffled, others = together[:], reports[:]
    chance.shuffle(shuffled)
    chance.shuffle(others)
    incidents = [one.to_json() for one in flow.link(together, reports)]
    assert incidents == [one.to_json() for one in flow.link(shuffled, others)]
    held = {claim.id for claim in together}
    assert all(set(Incident.from_dict(json.loads(one) | {"fields": {}}).claims) <= held for one in incidents)
