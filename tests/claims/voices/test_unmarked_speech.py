"""Speech that lost its quotation marks."""


def speakers(claims, word):
    return [[speaker.name for speaker in claim.speakers] for claim in claims if word in claim.quote("trigger")]


def test_a_sentence_in_the_first_person_is_of_whoever_speaks_at_the_end_of_the_next(claims_of):
    text = "Jets flew over Aden. We heard explosions this morning. We ran to the cellar and saw our neighbours dead there, resident Omar Haddad said."
    assert speakers(claims_of(text), "explosions") == [["Omar Haddad"]]


def test_a_sentence_in_the_first_person_goes_on_with_what_the_one_before_it_told(claims_of):
    text = "We have lost all that we had, Omar Haddad said. We see heavy fighting around our village. The war began in 2015."
    assert speakers(claims_of(text), "fighting") == [["Omar Haddad"]]


def test_a_sentence_that_says_he_is_not_of_the_speaker_before_it(claims_of):
    text = "We have lost all that we had, Omar Haddad said. Gunmen shelled his village on Monday."
    assert speakers(claims_of(text), "shelled") == [[]]


def test_the_us_is_nobody_who_says_we(claims_of):
    text = "Our town is empty, Omar Haddad said. The US bombed Aden on Monday."
    assert speakers(claims_of(text), "bombed") == [[]]


def test_from_a_mark_that_nothing_closes_all_is_said_by_who_speaks_at_the_end(claims_of):
    text = "Rescuers reached Taiz at noon. \"The shelling began before dawn. Mortar bombs struck the market. Nobody knows the toll, nurse Omar Haddad said."
    assert speakers(claims_of(text), "shelling") == [["Omar Haddad"]]
    assert speakers(claims_of(text), "bombs") == [["Omar Haddad"]]


def test_a_mark_that_nothing_closes_goes_on_with_who_spoke_before_it(claims_of):
    text = "\"They burned the shops and left\" said Omar Haddad. \"Those villagers who could walk have fled to the hills. Clashes broke out in Aden on Monday."
    assert speakers(claims_of(text), "fled") == [["Omar Haddad"]]
    assert speakers(claims_of(text), "Clashes") == [[]]


def test_what_stands_between_two_sentences_of_one_speaker_is_his(claims_of):
    text = ("The guards hasnt let us see any of it said Omar Haddad a nurse in Aden. When it is over they will start the bombardment again. "
            "Weve seen it all before. The army launched an offensive on Taiz.")
    assert speakers(claims_of(text), "bombardment") == [["Omar Haddad"]]
    assert speakers(claims_of(text), "offensive") == [[]]


def test_short_forms_of_speech_are_whoevers_spoke_before_them(claims_of):
    text = "The jets wont stop for a moment Omar Haddad a baker in Aden told Reuters. Today the bombing doesnt end. The army bombed Taiz."
    assert speakers(claims_of(text), "bombing") == [["Reuters", "Omar Haddad"]]
    assert speakers(claims_of(text), "bombed") == [[]]


def test_short_forms_in_a_text_that_keeps_its_quotation_marks_are_the_reports(claims_of):
    text = '"The jets never stop at all in this place" Omar Haddad told Reuters. It isnt clear who began the shelling of Taiz.'
    assert speakers(claims_of(text), "shelling") == [[]]
