"""Layer 1: parts of a text are told apart and offsets stay true."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warledger.claims.text.layout import lay_out, parser_text
from warledger.model import Report


def report(body: str, title: str = "") -> Report:
    text = f"{title}\n\n{body}" if title else body
    return Report(id="r_1", text=text, title=title)


BODY = ("Shells fell on the northern suburb on Monday, residents said.\n\nNobody claimed the attack.\n\n"
        "The ministry promised an inquiry.")


def passed_over(item: Report) -> str:
    return "|".join(item.text[start:end] for start, end in lay_out(item).boilerplate)


def test_a_link_to_another_report_at_the_foot_is_no_part_of_the_report() -> None:
    item = report(f"{BODY}\n\nCouncil worried by border clashes\n\nYou might also like\n\nTen recipes for winter")
    assert "You might also like" in passed_over(item)
    assert "Council worried" in passed_over(item)
    assert "inquiry" not in passed_over(item)


def test_a_cookie_notice_is_passed_over_and_the_next_paragraph_is_not() -> None:
    item = report(f"This website uses cookies to improve your visit.\n\n{BODY}")
    assert "cookies" in passed_over(item)
    assert "Shells" not in passed_over(item)


def test_a_text_without_noise_loses_nothing() -> None:
    assert passed_over(report(BODY, "Shells fall on suburb")) == ""


def test_a_quotation_without_its_closing_mark_does_not_swallow_the_report() -> None:
    assert lay_out(report('"We held the line. ' + "Then more was said. " * 120)).quotations == ()


def test_typographic_quotation_marks_are_found() -> None:
    item = report("“They came at dawn,” said a farmer.")
    (start, end), = lay_out(item).quotations
    assert item.text[start:end] == "“They came at dawn,”"


def test_a_headline_in_title_case_is_read_in_sentence_case() -> None:
    item = report("A rocket hit the market in Tamra.", "Rocket Hits Market In Tamra")
    assert parser_text(item, lambda word: word in {"hits", "in"}).text.startswith("Rocket hits market in Tamra")


@pytest.mark.parametrize(("body", "where"), [
    ("SANAA (Reuters) - Rebels attacked a post near Taiz.", "SANAA (Reuters) -"),
    ("DAMASCUS, Feb. 4 (Xinhua) -- Ten people were killed.", "DAMASCUS, Feb. 4 (Xinhua) --"),
    ("BEIRUT, Lebanon (AP) — The army captured Palmyra.", "BEIRUT, Lebanon (AP) —"),
    ("By Ahmed Saleh\n\nGENEVA - Talks opened on Monday.", "GENEVA - "),
    ("BEIRUT Reuters Government forces captured Palmyra.", "BEIRUT Reuters "), ("DAMASCUS Syria AP Rebels left Homs.", "DAMASCUS Syria AP "),
    ("Last updated at Feb 022020 Beirut Syrian troops captured Palmyra.", "Beirut "),
    ("Last updated at Feb 022020 JISR ASHAM Syria Rebels left the town.", "JISR ASHAM Syria "),
    ("AFP Sunday 2 Feb 2020 Rebels left Homs.", "AFP "), ("ISIL Fighters left Homs.", ""), ("Aleppo Governor Omar Haddad spoke on Sunday.", ""),
    ("The army captured Palmyra on Sunday.", ""), ("Kobani (Ayn al-Arab) fell on Sunday.", ""), ("The Arab League (AL) condemned the attack.", ""),
])
def test_the_date_line_is_told_from_the_report(body, where):
    item = report(body)
    start, end = lay_out(item).dateline
    assert item.text[start:end] == where


def test_the_items_of_a_list_are_sentences_of_their_own(claims_of):
    text = ("Security incidents:\n- Aleppo: two civilians killed by shelling\n- Homs: army recaptured the village of Jubb al-Jarrah\n"
            "2. Gunmen killed a police officer in Sirte.")
    claims = claims_of(text)
    assert [(claim.type, [p.name for p in claim.initiators]) for claim in claims] == \
        [("ASSAULT", []), ("TERRITORY", ["army"]), ("ASSAULT", ["Gunmen"])]


def test_a_wrapped_line_goes_on_in_the_next(claims_of):
    text = "Gunmen on motorcycles opened fire on a bus that was carrying students and\nTeachers to a school in Minya, killing four of them."
    claim, = claims_of(text)
    assert [tally.low for tally in claim.tallies] == [4]


def test_a_note_in_square_brackets_does_not_end_a_sentence_for_the_parser() -> None:
    item = report("Fighters of the RDF [River Defence Front] left the town [near the dam] at dawn.\n\n[Mayor] We are safe.")
    read = parser_text(item, lambda word: False).text
    assert "the RDF (River Defence Front) left the town (near the dam) at dawn" in read
    assert "[Mayor] We are safe" in read  # at the head of a paragraph it names who speaks


@settings(deadline=None)  # the first example loads the lexicons
@given(st.text(max_size=400), st.text(max_size=60))
def test_the_parsers_text_has_the_length_of_the_report(body: str, title: str) -> None:
    item = report(body, title)
    assert len(parser_text(item, lambda word: True).text) == len(item.text)
    layout = lay_out(item)
    assert all(0 <= start <= end <= len(item.text) for start, end in (*layout.boilerplate, *layout.quotations))


def test_nobody_in_the_date_line_acts(claims_of):
    claim, = claims_of("KHARTOUM (AFP) - Sudan's army shelled the town of Kutum on Monday.")
    assert [p.name for p in claim.initiators] == ["Sudan's army"]


def test_a_dateline_behind_a_lead_is_no_part_of_either_sentence(claims_of):
    first, second = claims_of("A blast has killed six in Goma. NAIROBI (Sputnik) Six people were wounded in a shelling of the port a medic told the agency.")
    assert "NAIROBI" not in [p.name for p in second.targets]
    assert second.quote("sentence").startswith("Six people")
    assert first.quote("sentence") == "A blast has killed six in Goma."


def test_a_dateline_without_marks_is_no_part_of_the_name_behind_it(claims_of):
    claim, = claims_of("Last updated at Feb 022020 Beirut Syrian government forces shelled Homs on Sunday.")
    assert [p.name for p in claim.initiators] == ["Syrian government forces"]


def test_a_first_sentence_that_is_printed_twice_is_two_sentences(claims_of):
    lead = "Gunmen attacked a mainly Druze town in the north killing nine people two of them medics"
    claims = claims_of(f"{lead} {lead} a watchdog said on Saturday.")
    assert {claim.quote("sentence") for claim in claims} == {lead, f"{lead} a watchdog said on Saturday."}


def test_a_listed_name_of_several_words_keeps_its_capitals_in_a_headline() -> None:
    text = parser_text(report("The market of Jilib was hit.", "Dozens Dead as Islamic State Storms Market in Jilib"), {"state", "dead", "storms", "market"}.__contains__).text
    assert text.startswith("Dozens dead as Islamic State storms market in Jilib")
