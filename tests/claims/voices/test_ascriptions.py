"""What is ascribed to whom in the wide sense: said, believed, wanted, praised, asked, and over several sentences."""

import pytest


@pytest.fixture
def ascribed(layers_of):
    """Source, cue and content of each ascription of a text, as words."""

    def found(text):
        coded = layers_of(text)
        doc = coded.reading.doc
        return [(item.source.text if item.source else None, doc[item.cue].text,
                 " ".join(doc[i].text for i in sorted(item.content) if not doc[i].is_punct and not doc[i].is_space))
                for item in coded.voices.ascriptions]

    return found


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("The minister said the bridge was destroyed.", "minister", "said", "the bridge was destroyed"),
        ("The bridge was destroyed, according to the minister.", "minister", "according", "The bridge was destroyed"),
        ("The general believes that the war will end this year.", "general", "believes", "that the war will end this year"),
        ("The senator wants to withdraw the troops.", "senator", "wants", "to withdraw the troops"),
        ("The president criticized the decision of the court.", "president", "criticized", "the decision of the court"),
        ("The mayor vowed to rebuild the old market.", "mayor", "vowed", "to rebuild the old market"),
        ("Residents accused the army of looting their homes.", "Residents", "accused", "the army of looting their homes"),
        ('"We will not leave this town," the mayor said.', "mayor", "said", "We will not leave this town"),
        ('"We will not leave," the mayor said, "and we will not surrender."', "mayor", "said", "We will not leave and we will not surrender"),
    ],
)
def test_a_cue_has_its_source_and_its_content(ascribed, sentence, source, cue, content):
    assert (source, cue, content) in ascribed(sentence)


def test_a_quotation_goes_on_in_the_sentences_behind(ascribed):
    text = '"The road is closed," the mayor said. "Nobody can leave the town. We have no water."'
    (content,) = [content for _, cue, content in ascribed(text) if cue == "said"]
    assert content == "The road is closed Nobody can leave the town We have no water"


def test_a_deed_is_ascribed_to_nobody(ascribed):
    assert ascribed("Jets bombed the airport and tanks entered the town on Monday.") == []


def test_a_source_may_be_left_out(ascribed):
    assert (None, "expected") in [(source, cue) for source, cue, _ in ascribed("The convoy is expected to arrive on Friday.")]


def test_who_wants_a_thing_is_no_speaker_of_a_claim(layers_of):
    coded = layers_of("The president wants to bomb Aleppo. Rebels shelled Taiz.")
    assert [item.source.text for item in coded.voices.ascriptions] == ["president"]
    assert all(not claim.speakers for claim in coded.claims)
