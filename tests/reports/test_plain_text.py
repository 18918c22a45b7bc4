"""A text file is one report."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from warledger.model import Report
from warledger.reports.cleaning import clean
from warledger.reports.plain_text import TITLE_LIMIT, split_title

TITLE = "Militia takes hill above Tarhuna"
BODY = "Fighters of the militia took the hill on Sunday, residents said.\n\nTwo of them were killed."


def test_the_first_line_is_the_title_where_a_blank_line_follows(read_file) -> None:
    (report,), problems = read_file("hill.txt", f"{TITLE}\n\n{BODY}")
    assert report.title == TITLE
    assert report.text == f"{TITLE}\n\n{BODY}"
    assert report.text[report.body_start:] == BODY
    assert problems == []


def test_a_first_line_with_a_full_stop_is_no_title(read_file) -> None:
    (report,), _ = read_file("hill.txt", BODY)
    assert report.title == ""
    assert report.text == BODY


def test_a_first_line_that_ends_with_a_quoted_sentence_is_no_title() -> None:
    assert split_title("He said: “We hold the hill.”\n\nNobody else was there.")[0] is None


def test_a_first_line_without_a_blank_line_behind_it_is_no_title() -> None:
    assert split_title("Militia takes hill\nFighters took it.") == (None, "Militia takes hill\nFighters took it.")


def test_a_long_first_line_is_no_title() -> None:
    assert split_title("a" * (TITLE_LIMIT + 1) + "\n\nbody")[0] is None


def test_a_title_without_a_body_is_the_body(read_file) -> None:
    (report,), _ = read_file("one.txt", "Militia takes hill\n\n")
    assert report.title == ""
    assert report.text == "Militia takes hill\n\n"


def test_the_title_that_the_body_repeats_stays(read_file) -> None:
    (report,), _ = read_file("hill.txt", f"{TITLE}\n\n{TITLE}\n{BODY}")
    assert report.text == f"{TITLE}\n\n{TITLE}\n{BODY}"


def test_line_ends_of_other_systems_become_line_feeds(read_file) -> None:
    (windows,), _ = read_file("windows.txt", f"{TITLE}\n\n{BODY}".replace("\n", "\r\n"))
    (mac,), _ = read_file("mac.txt", f"{TITLE}\n\n{BODY}".replace("\n", "\r"))
    assert windows.text == mac.text == f"{TITLE}\n\n{BODY}"


def test_the_sha256_is_of_the_raw_bytes(read_file) -> None:
    raw = BODY.replace("\n", "\r\n").encode()
    (report,), _ = read_file("hill.txt", raw)
    assert report.sha256 == hashlib.sha256(raw).hexdigest()


def test_the_id_comes_from_the_content_not_from_the_file(read_file) -> None:
    (one,), _ = read_file("one.txt", BODY)
    (other,), _ = read_file("other.txt", BODY)
    assert one.id == other.id == Report.make_id(None, None, None, BODY, None)


def test_the_options_fill_what_a_text_cannot_say(read_file) -> None:
    (report,), _ = read_file("hill.txt", BODY, published="2024-05-19", outlet="Hill Radio", language="en-GB",
                             retrieved="2024-06-01T10:00:00+02:00")
    assert (report.published, report.published_from) == ("2024-05-19", "given")
    assert (report.outlet, report.language, report.retrieved) == ("Hill Radio", "en", "2024-06-01T08:00:00Z")


@given(st.text())
def test_no_letter_of_a_text_is_lost_or_changed(text: str) -> None:
    cleaned = clean(text)
    title, body = split_title(cleaned)
    assert cleaned.endswith(body)
    assert cleaned.split() == ((title or "").split() + body.split())


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    clean(text).encode("utf-8")
