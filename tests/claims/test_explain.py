"""`warledger explain`: the layers of each sentence, as the coder saw them."""

import pytest
from rich.console import Console

from warledger.claims.explain import clause_line, explain

TEXT = "On Monday rebels shelled Taiz, killing four soldiers, the army said. Shops were closed."


def printed(renderable):
    console = Console(width=200, force_terminal=False, color_system=None)
    with console.capture() as capture:
        console.print(renderable)
    return capture.get()


@pytest.mark.parametrize(
    ("layer", "words"),
    [
        ("mentions", "rebels · armed"),
        ("mentions", "Taiz · town · YEM"),
        ("mentions", "Monday · weekday"),
        ("mentions", "four · 4..4 best 4 · people of soldiers"),
        ("clauses", "shell(subject=rebels, object=Taiz"),
        ("clauses", "kill(object=soldiers, subject=rebels*)"),
        ("frames", "shell + kill → ASSAULT"),
        ("voices", "army said:"),
        ("ascribed", "army said: On Monday rebels shelled Taiz"),
        ("frames", "by “shelled | killing”"),
        ("claims", "held as fact; confidence"),
        ("claims", "weapons artillery"),
        ("claims", "rebels ASSAULT/heavy-weapons against soldiers in Taiz on 2020-02-03 [killed: four soldiers] "
                   "(asserted, says army)"),
    ],
)
def test_each_layer_is_printed_under_its_name(report_of, layer, words):
    lines = printed(explain(report_of(TEXT), 1)).splitlines()
    start = next(n for n, line in enumerate(lines) if line.split()[:1] == [layer])
    below = [lines[start]]
    for line in lines[start + 1:]:
        if not line.startswith(" " * 12):
            break
        below.append(line)
    assert words in "\n".join(below)


def test_all_sentences_are_printed_where_none_is_asked_for(report_of):
    shown = printed(explain(report_of(TEXT)))
    assert "1. On Monday rebels" in shown
    assert "2. Shops were closed." in shown


def test_one_sentence_is_printed_where_it_is_asked_for(report_of):
    shown = printed(explain(report_of(TEXT), 2))
    assert "2. Shops were closed." in shown
    assert "rebels" not in shown


@pytest.mark.parametrize("number", [0, -1, 3])
def test_a_wrong_sentence_number_is_an_error_that_tells_how_many_there_are(report_of, number):
    with pytest.raises(ValueError, match=f"2 sentences; there is no number {number}"):
        explain(report_of(TEXT), number)


def test_what_is_passed_over_says_so(report_of):
    shown = printed(explain(report_of("The army shelled Taiz.\n\nSign up to our newsletter.")))
    assert "Sign up to our newsletter. [passed over]" in shown


def test_a_clause_line_marks_what_was_filled_in(layers_of):
    coded = layers_of("Rebels never tried to enter Taiz.")
    lines = {clause.predicate: clause_line(coded.reading, clause) for clause in coded.reading.verbs.values()}
    assert lines["try"] == "try(subject=Rebels) past not"
    assert "subject=Rebels*" in lines["enter"]


def test_the_terms_of_a_threat_and_the_rule_of_an_inferred_place_are_printed(report_of):
    shown = printed(explain(report_of("Rebels threatened to attack Bangui unless the government releases prisoners.")))
    assert "if “the government releases prisoners”" in shown
    shown = printed(explain(report_of("Strikes hit Kharkiv on Monday. Israel bombed Gaza in response to rocket fire."), 2))
    assert "answers “rocket fire”" in shown


def test_a_headline_is_marked(report_of):
    assert "[headline]" in printed(explain(report_of(TEXT, title="Rebels shell Taiz")))
