"""The parse by look-up: sentences, quotations, the way between two tokens."""

from warledger.claims.voices.parse_view import ParseView, size


def view_of(coded):
    return ParseView(coded.reading.doc, coded.reading.layout.quotations)


def word(coded, text):
    return next(token for token in coded.reading.doc if token.text == text)


def test_the_way_between_two_words_goes_up_and_down_the_tree(layers_of):
    coded = layers_of("The army said rebels shelled Taiz.")
    view = view_of(coded)
    assert view.path(view.ancestors(word(coded, "shelled")), word(coded, "army")) == (["ccomp"], ["nsubj"])


def test_a_token_knows_the_quotation_that_it_stands_in(layers_of):
    coded = layers_of('The mayor said "we stay" and then "we fight" again.')
    view = view_of(coded)
    assert [view.quoted[word(coded, text).i] for text in ("said", "stay", "then", "fight")] == [0, 1, 0, 2]


def test_a_blank_line_is_no_sentence(layers_of):
    assert len(view_of(layers_of("Rebels shelled Taiz.\n\nTwo people died.")).sentences) == 2


def test_only_small_numbers_are_told_apart():
    assert [size(n) for n in (1, 3, 5, 6, 9, 40)] == ["1", "3", "4-6", "4-6", "7-12", "13-"]
