"""Layer 10: a sentence as pieces of words."""

from __future__ import annotations

from warledger.learned.word_pieces import FILE, LAST, pieces_of

WORDS = FILE.read_text(encoding="utf-8").splitlines()
MANY = 64


def spelt(text: str, most: int = MANY) -> list[str]:
    return [WORDS[number] for number in pieces_of(text, most)[0]]


def test_a_common_word_is_one_piece_in_small_letters() -> None:
    assert spelt("Rebels attacked") == ["[CLS]", "rebels", "attacked", "[SEP]"]


def test_a_rare_word_is_taken_apart_and_each_piece_has_the_whole_words_characters() -> None:
    numbers, places = pieces_of("near Kafranbel.", MANY)
    pieces = [WORDS[number] for number in numbers]
    own = [k for k, place in enumerate(places) if place == (5, 14)]
    assert len(own) > 1
    assert "".join(pieces[k].removeprefix("##") for k in own) == "kafranbel"


def test_accents_are_no_part_of_a_word() -> None:
    assert spelt("Café") == spelt("cafe")


def test_marks_stand_alone() -> None:
    assert spelt("U.S.-backed")[1:-1] == ["u", ".", "s", ".", "-", "backed"]


def test_a_long_sentence_is_cut_and_still_ends() -> None:
    pieces = spelt("war " * 100, 10)
    assert len(pieces) == 10
    assert pieces[-1] == LAST


def test_a_sign_that_no_piece_has_is_unknown_and_not_lost() -> None:
    assert spelt("\U00010348") == ["[CLS]", "[UNK]", "[SEP]"]
