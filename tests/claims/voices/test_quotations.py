"""Whose words stand in quotation marks: beside the verb, over sentences, over paragraphs, and where a full stop parts them."""


def speakers(claims):
    return [[speaker.name for speaker in claim.speakers] for claim in claims]


def test_a_full_stop_within_the_marks_parts_a_quotation_from_the_next_speaker(claims_of):
    text = 'The mayor said: "Jets bombed the market in Homs." State television said rebels shelled Idlib.'
    assert speakers(claims_of(text)) == [["mayor"], ["State television"]]


def test_the_next_speaker_has_nothing_of_the_quotation_before(claims_of):
    text = 'State television said "the army foiled an attack in Homs". The governor said planes bombed Idlib.'
    assert speakers(claims_of(text)) == [["State television"], ["governor"]]


def test_a_speech_that_opens_each_paragraph_with_a_mark_has_one_speaker(claims_of):
    text = '"Jets bombed the market in Homs.\n\n"They killed two soldiers in Idlib," the mayor said.'
    assert speakers(claims_of(text)) == [["mayor"], ["mayor"]]


def test_a_speech_that_lacks_its_closing_mark_goes_on_in_the_next(claims_of):
    text = '"I saw a man in Homs" a witness said. "There was an enormous explosion in the hall. "I saw a raid on Idlib as well."'
    assert speakers(claims_of(text)) == [["witness"], ["witness"]]


def test_a_closing_mark_without_its_opening_one_opens_nothing(layers_of):
    text = 'There is no other way out of the war". The governor said on Monday that rebels "totally destroyed" a bridge in Homs.'
    quoted = [text[start:end] for start, end in layers_of(text).reading.layout.quotations]
    assert quoted == ['"totally destroyed"']


def test_the_subject_of_a_quotation_is_not_its_speaker(claim_of):
    text = '"The brigade attacked at dawn the base near Azaz in the north" the Observatory said.'
    assert speakers([claim_of(text)])[0][-1] == "Observatory"


def test_a_name_behind_a_dash_signs_the_quotation(claims_of):
    text = '"They shelled our street all night and killed two children." - Walid Najjar, baker in Homs'
    assert speakers(claims_of(text)) == [["Walid Najjar"]]


def test_a_name_alone_behind_a_quotation_signs_it(claims_of):
    text = '"A sniper killed my cousin while he was queuing for bread." Umm Nabil, mother of four in Homs.'
    assert speakers(claims_of(text)) == [["Umm Nabil"]]


def test_a_sentence_behind_a_quotation_signs_nothing(claims_of):
    text = '"A sniper killed my cousin while he was queuing for bread." Walid Najjar left Homs last year.'
    assert speakers(claims_of(text))[0] == []


def test_a_speaker_within_a_speech_that_nothing_closes_says_the_next_one(claims_of):
    text = ('"The night was calm said Omar Haddad a baker in a suburb of Homs told The New Arab. "Then at dawn jets were shelling our street. Nine people died."')
    assert speakers(claims_of(text))[-2:] == [["The New Arab", "Omar Haddad"]] * 2
