"""Where the event of a verb was, or that nothing tells."""

from __future__ import annotations

from warledger.scoring.annotated import Stopwatch, read_rows
from warledger.scoring.event_places import Verdict, chosen_place, is_for_training, is_slip, measure


def test_none_is_an_answer_with_a_measure_of_its_own() -> None:
    verdicts = [Verdict((0, 4), ((2, 6),)), Verdict((0, 4), ()), Verdict(None, ()), Verdict(None, ((2, 6),))]
    assert [verdict.is_right for verdict in verdicts] == [True, False, True, False]
    assert measure(verdicts) == {"f1": 0.5, "precision": 0.5, "recall": 0.5, "none_f1": 0.5}


def test_the_place_of_the_verb_is_that_of_its_claim() -> None:
    text = "Shells hit a bakery in Homs on Friday, a doctor in Beirut said."
    row = {"id": "1", "text": text}
    ((_, coded),) = read_rows([row], Stopwatch())
    span = chosen_place(coded, [(text.index("hit"), text.index("hit") + 3)])
    assert span is not None
    assert "Homs" in text[slice(*span)]
    assert chosen_place(coded, [(text.index("said"), text.index("said") + 4)]) is None


def test_a_mark_of_one_letter_is_a_slip_and_no_mark_is_none() -> None:
    assert is_slip({"location": [[7, 8], [9, 9]]})
    assert not is_slip({"location": [[7, 8], [12, 17]]})
    assert not is_slip({"location": []})


def test_a_verb_that_only_carries_an_act_has_the_place_of_that_act() -> None:
    for text, verb in (("The army launched a fresh assault on Saraqeb on Friday.", "launched"),
                       ("Two explosions occurred near Saraqeb on Friday.", "occurred")):
        ((_, coded),) = read_rows([{"id": "1", "text": text}], Stopwatch())
        span = chosen_place(coded, [(text.index(verb), text.index(verb) + len(verb))])
        assert span is not None
        assert "Saraqeb" in text[slice(*span)]


def test_what_was_learned_from_is_not_scored() -> None:
    rows = [{"text": f"Shells hit street {number}."} for number in range(300)]
    assert 50 < sum(map(is_for_training, rows)) < 150
    assert all(is_for_training(row) == is_for_training({"text": f" {row['text']}\n"}) for row in rows)
