"""Layer 1: what a page prints around and between the paragraphs of its report gives no claims."""

import pytest

from warledger.claims.text import boilerplate
from warledger.errors import KnowledgeError

LEAD = "A roadside bomb killed two policemen in Quetta on Monday, officials said."
REST = "Police cordoned off the area and searched houses nearby for most of the evening."


def passed_over(text: str) -> list[str]:
    return [text[start:end] for start, end in boilerplate.find_boilerplate(text, 0)]


@pytest.mark.parametrize("line", [
    "By Ahmed Saleh", "By CHRIS WAR and JANE BATTLE", "By Anna Strike in Kharkiv", "(Reporting by Ahmed Saleh; Editing by Ann Raid)",
    "Additional reporting by John Battle", "Associated Press writer Zeina War contributed to this report.",
    "Also read: Taliban attack kills 30 soldiers in Kunduz", "READ MORE: Suicide bomber kills 12 in Kabul",
    "Related: Bombing in Benghazi kills 8", "Watch | Video shows aftermath of the blast in Lahore", "Most popular: Drone strike kills general",
    "Tags: Quetta, bombing, Taliban attack", "Share on Facebook", "Follow @warreporter on Twitter", "3 min read", "Advertisement",
    "Updated 10:32 GMT, 4 February 2020", "We use cookies to improve your experience of the attack.",
])
def test_a_byline_credit_or_link_is_passed_over_wherever_it_stands(line):
    assert passed_over(f"{LEAD}\n\n{line}\n\n{REST}") == [line]


@pytest.mark.parametrize("line", [
    "Smoke rises after an air strike on Donetsk airport in this January 12, 2015 file photo.",
    "FILE PHOTO: A rebel fires a mortar near Luhansk, Ukraine, July 2014. (AP Photo/Vadim Berg)",
    "A woman walks past a building destroyed by shelling in Homs [Omar Haddad/Reuters]",
    "Residents flee the bombing. REUTERS/Maxim Berg", "Photo: Ukrainian troops shell positions near Mariupol.",
])
def test_a_caption_tells_of_another_day_than_its_report(line):
    assert passed_over(f"{LEAD}\n\n{line}\n\n{REST}") == [line]


@pytest.mark.parametrize("sentence", [
    "By Monday, rebels had seized the town of Goma.", "By the time Troops arrived, the town had fallen.",
    "Readers of the leaflet were told to flee.", "Shared command of the army failed.", "Watchmen shot at the convoy.",
    "The photographer was killed by a shell.",
])
def test_a_sentence_that_opens_like_a_byline_or_link_is_part_of_the_report(sentence):
    assert passed_over(f"{LEAD}\n\n{sentence}\n\n{REST}") == []


def test_the_rows_of_a_table_are_passed_over():
    rows = ["Province | Killed | Wounded", "Aleppo | 12 | 30", "Homs\t4\t7"]
    assert passed_over("\n".join([LEAD, *rows, REST])) == rows


def test_a_wrong_expression_is_told_with_file_and_line(tmp_path, monkeypatch):
    path = tmp_path / "boilerplate.yaml"
    path.write_text("- lines: ['cookies']\n- opens: ['(By']\n", encoding="utf-8")
    monkeypatch.setattr(boilerplate, "BOILERPLATE", path)
    boilerplate.patterns.cache_clear()
    try:
        with pytest.raises(KnowledgeError, match=r"boilerplate\.yaml:2: .*opens"):
            boilerplate.find_boilerplate(LEAD, 0)
    finally:
        boilerplate.patterns.cache_clear()


def test_a_tag_may_be_a_name_with_small_words():
    text = "Tags Yemen Taiz Network for Human Rights Missile strikes on schools killed nine people."
    assert [text[start:end] for start, end in boilerplate.tag_lines(text, 0)] == ["Tags Yemen Taiz Network for Human Rights"]
