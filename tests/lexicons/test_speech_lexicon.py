"""Words of saying: what each kind of entry makes of its words, and what is refused."""

import pytest

from warledger.errors import KnowledgeError
from warledger.lexicons.speech_lexicon import SpeechLexicon, load_speech
from warledger.lexicons.yaml_source import Entry


def lexicon(**value):
    return SpeechLexicon([Entry(value, 7, "speech.yaml")])


def test_denying_sets_the_stance_and_wanting_says_nothing():
    speech = load_speech()
    assert speech.saying_of(["deny"]).stance == "denied"
    assert speech.saying_of(["want"]) is None


def test_a_noun_of_saying_holds_as_its_verb_does():
    speech = load_speech()
    assert (speech.nouns["claim"].attribution, speech.nouns["denial"].stance) == ("claimed", "denied")


def test_support_is_ascribed_but_says_nothing():
    speech = load_speech()
    assert "support" in speech.ascribing
    assert "support" not in speech.nouns


def test_finding_says_only_with_a_clause_and_putting_only_with_a_figure():
    speech = load_speech()
    assert ("find" in speech.finite, "put" in speech.figure, "say" in speech.plain) == (True, True, True)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"verbs": ["say"], "attribution": "true", "takes": "content"}, "attribution is one of"),
        ({"verbs": ["say"], "attribution": "fact", "takes": "clauses"}, "takes one of"),
        ({"verbs": ["find"], "attribution": "fact", "takes": "content", "needs": "verb"}, "needs is one of"),
        ({"verb": ["say"]}, "unknown key 'verb'"),
    ],
)
def test_a_slip_is_named_with_its_line(value, message):
    with pytest.raises(KnowledgeError, match=f"speech.yaml:7: .*{message}"):
        lexicon(**value)
