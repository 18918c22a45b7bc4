"""A text in capitals is read as its writer would have cased it, offset for offset."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warledger.claims.text.layout import parser_text
from warledger.claims.text.truecasing import is_in_capitals, truecased
from warledger.model import Report

PADDING = "  THE ROAD WAS CLOSED FOR THE REST OF THE DAY AND NOBODY WAS LET THROUGH."


def cased(text: str) -> str:
    done = truecased(text + PADDING)
    assert len(done) == len(text + PADDING)
    return done[:len(text)]


@pytest.mark.parametrize(
    ("capitals", "expected"),
    [
        ("THE ARMY SHELLED A VILLAGE ON FRIDAY.", "The army shelled a village on Friday."),
        ("POLICE IN SAN SALVADOR ARRESTED JAIME CRISTIANI.", "Police in San Salvador arrested Jaime Cristiani."),
        ("A BOMB WENT OFF IN LIMA, PERU.", "A bomb went off in Lima, Peru."),
        ("COLOMBIAN TROOPS MAY LEAVE IN MARCH 1990.", "Colombian troops may leave in March 1990."),
        ("THE RIVER DEFENCE FRONT [RDF] DENIED IT.  THE RDF IS SMALL.", "The River Defence Front [RDF] denied it.  The RDF is small."),
        ("HE SAID THAT MAYOR ERNESTO QUIJANO DIED NEAR LAS PALOMAS.", "He said that Mayor Ernesto Quijano died near Las Palomas."),
        ("U.S. MARINES FIRED AN M-16 RIFLE.", "U.S. Marines fired an M-16 rifle."),
        ("REBELS OF FARC AND ELN MET.", "Rebels of FARC and ELN met."),
        ("IT IS A FACT THAT A COLOMBIAN PLANE FELL.", "It is a fact that a Colombian plane fell."),
        ("THEY ASKED US TO WAIT AT LAS PALOMAS.", "They asked us to wait at Las Palomas."),
        ("OFFICER WILLIAM WALKER MET CARLOS REYES.", "Officer William Walker met Carlos Reyes."),
        ("MEMBERS OF COLINA [REPUBLICAN ACCORD] LEFT.", "Members of Colina [Republican Accord] left."),
        ("THE FLN [ARMY OF NATIONAL FREEDOM] LEFT.", "The FLN [Army of National Freedom] left."),
    ],
)
def test_names_have_capitals_and_words_have_none(capitals: str, expected: str) -> None:
    assert cased(capitals) == expected


def test_notes_of_a_transcriber_are_blanks_and_a_wrapped_line_goes_on() -> None:
    done = cased("BOGOTA, 7 FEB 90 (EFE) -- [TEXT] THE POLICE\nFOUND [WORDS INDISTINCT] TWO RIFLES.")
    assert "TEXT" not in done.upper()
    assert "INDISTINCT" not in done.upper()
    assert "The police found" in done
    assert done.startswith("Bogota, 7 Feb 90 (EFE) .")


def test_a_text_in_plain_case_is_left_alone() -> None:
    assert not is_in_capitals("The NATO and UN missions met in Geneva, and the talks went on for the whole of the day.")
    assert not is_in_capitals("SYRIA")
    plain = "Talks between Ankara and Moscow went on for the whole of Tuesday, officials of both sides said."
    assert parser_text(Report("r_1", plain), lambda word: False).text == plain


def test_the_parser_gets_a_report_in_capitals_truecased() -> None:
    text = "GUERRILLAS KIDNAPPED TWO ENGINEERS NEAR BOGOTA ON MONDAY, POLICE SAID." + PADDING
    assert "kidnapped two engineers near Bogota on Monday" in parser_text(Report("r_1", text), lambda word: False).text


@given(st.text(alphabet="ABC DE\n.[]()\"'-ÀÉßİ0", min_size=0, max_size=80))
def test_no_text_changes_its_length(text: str) -> None:
    assert len(truecased(text)) == len(text)
