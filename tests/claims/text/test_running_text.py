"""Layer 1: what a page prints around a report whose text runs on in one line gives no claims and opens no sentence."""

import pytest

from warledger.claims.text.boilerplate import tag_lines
from warledger.claims.text.running_text import heading_ends, page_pieces

REPORT = "Two shells killed a farmer near Donetsk on Sunday, doctors said."
MORE = ("The village was hit twice in the night and its school burnt down. Doctors at the hospital of the district said that "
        "nobody else had been brought in, and that roads were open again.")


def passed_over(text: str) -> list[str]:
    return [text[start:end] for start, end in page_pieces(text, 0)]


def sentence_openings(text: str) -> list[str]:
    return [text[at:].split()[0] for at in sorted(heading_ends(text, 0))]


@pytest.mark.parametrize(("caption", "credit"), [
    ("A woman walks past a house hit by a rocket in Gorlovka Ukraine May 3 2015.", " (Reuters)"),
    ("A tank after an ambush on the road to Kunduz April 2016", " (AFP Photo)"),
    ("A lorry that was hit by an air strike near Marib", " [AFP]"),
    ("Jets drop bombs on Marib at dawn", " - YouTube"),
])
def test_a_caption_or_film_title_is_a_sentence_for_itself_and_its_credit_nobody(caption, credit):
    text = f"{REPORT} {caption}{credit} {MORE}"
    assert passed_over(text) == [credit]
    assert {text.index(caption), text.index(MORE)} <= heading_ends(text, 0)


@pytest.mark.parametrize("piece", [
    "Topic Missile Strike on Kabul Airport (154)",
    "Get short URL 0 38",
    "AP Photo Omar Haddad Rebels Attack Convoy Near Benghazi",
])
def test_topics_marks_and_links_between_two_sentences_are_passed_over(piece):
    assert passed_over(f"{REPORT} {piece} {MORE}") == [piece]


def test_a_link_ends_where_a_sentence_opens_with_a_capital_preposition():
    link = "AP Photo Omar Haddad Rebels Attack Convoy Near Benghazi Port"
    assert passed_over(f"{REPORT} {link} On Monday troops left the town. {MORE}") == [link]


def test_the_foot_of_a_page_ends_the_report_wherever_it_stands():
    foot = "Source AA and agencies Related News Bombing kills nine in Lahore " + "Follow the news " * 90
    assert passed_over(f"{REPORT} {foot.strip()}") == [foot.strip()]


@pytest.mark.parametrize("sentence", [
    "He added that nine others had died of their wounds in 2016. (Reuters)",
    "Nine others died of their wounds. (AFP)",
])
def test_a_sentence_with_its_speaker_or_without_a_year_is_no_caption(sentence):
    assert passed_over(f"{REPORT} {sentence} {MORE}") == []


def test_a_figure_behind_the_marks_of_a_page_is_not_theirs():
    assert passed_over(f"Get short URL 0 85 12 soldiers were killed in Taiz. {MORE}") == ["Get short URL 0 85"]


def test_a_text_with_paragraphs_has_lines_for_its_captions():
    assert passed_over(f"{REPORT}\n\nA tank in Kunduz April 2016. (Reuters) {MORE}") == []


@pytest.mark.parametrize(("text", "openings"), [
    ("One farmer killed in attack on Marib In the same context a shell hit a school.", ["In"]),
    ("Two children hurt by shells in the old town Terrorists targeted the market at noon.", ["Terrorists"]),
    ("Kunduz shelled after four quiet years The army has been accused of the raid.", ["The"]),
    ("The strike was told to The Associated Press by a doctor.", []),
    ("Army Kills 7 Gunmen in Taiz.", []),
])
def test_a_sentence_opens_behind_a_heading_that_has_no_full_stop(text, openings):
    assert sentence_openings(text) == openings


def test_tags_are_common_nouns_too_and_end_before_the_subject_of_the_first_sentence():
    text = "Tags Yemen Marib airstrike truce rebels aid convoy Saudi jets and drones pounded Marib."
    assert [text[start:end] for start, end in tag_lines(text, 0)] == ["Tags Yemen Marib airstrike truce rebels aid convoy"]


@pytest.mark.parametrize("sentence", [
    "Four miners were wounded in a rocket attack on the town.",
    "Nearly 40 Ukrainian soldiers were killed in the night.",
    "More than 300 houses burnt down.",
    "Dozens died on the road.",
])
def test_how_many_were_hit_opens_the_sentence_under_a_heading(sentence):
    assert sentence.split()[0] in sentence_openings(f"{REPORT} Miners wounded by rockets in Donetsk {sentence}")


@pytest.mark.parametrize("headline", ["Ukraine 20 Miners Killed Scores Injured in Rocket Attacks", "Army Denies Killing Dozens of Civilians in Raids"])
def test_a_number_in_a_title_opens_no_sentence(headline):
    assert sentence_openings(headline) == []


def test_titles_of_other_reports_between_the_headline_and_the_text_are_passed_over():
    menu = "Print Tweet Views 1430 Related Mayor says truce holds 43 dead in shelling of Donetsk"
    text = f"Tunnel blast kills 38 in Lyman {menu} Nearly 40 soldiers were killed in a blast in Lyman. {MORE}"
    assert passed_over(text) == [menu]


def test_fighters_of_a_country_who_did_something_open_the_text_behind_titles_of_other_reports():
    menu = "Print Tweet Views 1430 Related Mayor says truce holds Envoy demands probe into school fire"
    text = f"Siege broken in Lyman {menu} Ukrainian troops in town got help on Monday. {MORE}"
    assert passed_over(text) == []
    text = f"Siege broken in Lyman {menu} Ukrainian troops launched an attack on Monday to reach the town. {MORE}"
    assert passed_over(text) == [menu]


def test_a_count_of_comments_and_related_titles_end_the_report():
    foot = "... 285 Related Army Kills 40 in Lyman Rebels Leave Donetsk Tags Ukraine"
    assert [piece.strip() for piece in passed_over(f"{REPORT} {foot}")] == [foot]


def test_fighters_open_the_sentence_under_a_heading():
    assert "Suicide" in sentence_openings(f"{REPORT} Six candidates stand for mayor Suicide bombers blew up a bus in Kabul.")


def test_a_heading_in_capitals_between_two_sentences_is_one_for_itself():
    text = "Talks went on in the town on Monday. NOBODY WILL YIELD Cairo and Tripoli announced a truce on Sunday. It held for a day."
    assert sentence_openings(text) == ["NOBODY", "Cairo"]


def test_acronyms_that_open_a_sentence_are_no_heading():
    assert sentence_openings("Talks went on in the town on Monday. WHO UN Women and others met on Sunday. It held for a day.") == []
