"""Who speaks at the end of a sentence in text that lost its commas."""

import pytest


def chain(claim):
    return [speaker.name for speaker in claim.speakers]


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("At least nine villagers were killed by rockets fired by the rebels in the outskirts of Idlib in northern Syria Al Manar TV channel reported "
         "on Sunday.", ["Al Manar TV channel"]),
        ("Turkish air strikes killed at least six shepherds as they were crossing the river near the rebel-held town of Sinjar in northern Iraq "
         "the Syrian Observatory for Human Rights (SOHR) announced on Friday.", ["Syrian Observatory for Human Rights"]),
        ("Army forces backed by Russian jets repel a rebel attack on the southern fringes of Hama on Monday killing 30 gunmen Russias defence "
         "ministry said.", ["defence ministry"]),
        ("The raid killed nine guards as they were leaving Yemen the Geneva-based Observatory said updating an earlier toll.", ["Observatory"]),
    ],
)
def test_whoever_stands_right_before_the_verb_that_closes_a_sentence_speaks(claims_of, sentence, speakers):
    assert chain(claims_of(sentence)[0])[-1:] == speakers or chain(claims_of(sentence)[0])[-1].endswith(speakers[0])


def test_what_stands_before_the_speaker_is_said_though_an_adverb_follows_him(claims_of):
    text = "U.N. envoy Omar Haddad spoke in Geneva. Explosions in Aden killed 20 people and houses were burnt in Taiz Haddad said again without " \
           "saying who was to blame."
    assert [chain(claim) for claim in claims_of(text) if claim.type == "ASSAULT"] == [["Omar Haddad"]]


def test_a_clause_behind_the_verb_is_what_is_said_and_not_the_time_before_it(claims_of):
    text = "Hours after the ambush in Aden, Omar Haddad said gunmen shelled Taiz."
    shelled = next(claim for claim in claims_of(text) if "shelled" in claim.quote("trigger"))
    assert chain(shelled) == ["Omar Haddad"]


@pytest.mark.parametrize(("sentence", "speakers"), [
    ("Ukraine has massed tanks on its border with Belarus and is shelling farms there day by day monitors and sources on the ground said.",
     ["monitors", "sources"]),
    ("Army jets bombed a clinic in the town of Lyman on Sunday killing nine members of its staff activists in the town reported.", ["activists"]),
    ("Army jets bombed a market in the district of Lyman on Sunday killing nine people the Syrian Observatory for Human Rights reported.",
     ["Syrian Observatory for Human Rights"]),
])
def test_a_speaker_may_be_two_or_tell_where_he_is(claims_of, sentence, speakers):
    claims = claims_of(sentence)
    assert claims
    assert all(chain(claim) == speakers for claim in claims)
    assert not {target.name for claim in claims for target in claim.targets} & set(speakers)


@pytest.mark.parametrize(("sentence", "speakers"), [
    ("At least nine farmers have been killed in air strikes on the countrys eastern Lyman province says a UK-based monitoring group.",
     ["UK-based monitoring group"]),
    ("Two shells killed a guard as farmers sought to cross the Donets River opposition activists former residents and a war monitor said on Friday.",
     ["residents", "war monitor"]),
    ("Two shells killed a guard near the eastern town of Lyman Colonel General Ivan Haddad said at a news briefing held in the capital on Friday.",
     ["Ivan Haddad"]),
    ("Gunmen go on with attacks on farms around Lyman the national centre for aid to the victims of the war in Ukraine said in its daily bulletin.",
     ["national centre"]),
])
def test_a_speaker_is_found_however_long_his_phrase_or_his_paper(claims_of, sentence, speakers):
    assert [name.split()[-1] for name in chain(claims_of(sentence)[0])] == [name.split()[-1] for name in speakers]


@pytest.mark.parametrize(("sentence", "speakers"), [
    ("Gunmen killed nine people in an ambush near the town of Lyman AFP news agency reports.", ["AFP news agency"]),
    ("Army jets pounded rebel posts in Ukraine repelling an offensive on northern Lyman Russian sources reported.", ["Russian sources"]),
    ("Nine farmers were killed in a bombardment of Lyman and the fields around it at night the Syrian Observatory for Human Rights "
     "monitoring group said and clashes had begun anew in the west of the town.",
     ["Syrian Observatory for Human Rights"]),
])
def test_the_speaker_goes_by_his_own_name_and_not_by_the_words_around_it(claims_of, sentence, speakers):
    assert [name.removesuffix(" monitoring group") for name in chain(claims_of(sentence)[0])] == speakers


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("A bomber driving a van packed with explosives killed 50 people and wounded 150 in Hilla, police and medical sources said.",
         ["police", "medical sources"]),
        ("A patrol captured the guard in Kandahar, Khalid Pashtun, a spokesman for the governor, told Reuters.", ["Reuters", "Khalid Pashtun"]),
    ],
)
def test_whoever_stands_between_a_comma_and_the_last_verb_speaks(claims_of, sentence, speakers):
    assert chain(claims_of(sentence)[0]) == speakers


def test_one_told_by_whose_he_is_speaks_and_not_they(claims_of):
    sentence = "Gunmen killed nine villagers and shelled the market Omar Haddad brother of the victim said."
    assert chain(claims_of(sentence)[0]) == ["Omar Haddad"]


@pytest.mark.parametrize(("sentence", "speakers"), [
    ("Shells on rebel-held towns in southern Yemen killed at least 12 people local activists and the militant group said.",
     ["activists", "militant group"]),
    ("Government jets bombed the town of Saraqib on Monday targeting a depot a monitor and a doctor in the town said.", ["monitor", "doctor"]),
    ("A deal to move families from two villages near Hama halted on Friday a medical charity and residents said.", ["medical charity", "residents"]),
])
def test_two_who_close_a_sentence_speak_together_each_with_an_article(claims_of, sentence, speakers):
    told = chain(claims_of(sentence)[0])
    assert len(told) == 2
    assert all(name.endswith(end) for name, end in zip(told, speakers, strict=True))


def test_those_who_are_counted_before_the_speaker_do_not_speak_with_him(claims_of):
    claims = claims_of("Jets bombed a market in Hama on Monday killing dozens of villagers and the army command in the town said.")
    assert all("villagers" not in name for claim in claims for name in chain(claim))


def test_who_tells_that_ground_is_held_does_not_hold_it(claims_of):
    claims = claims_of("Jets bombed the town of Duma on Monday shelling hills held by Yemeni forces a monitor and a nurse in the town said.")
    held = next(claim for claim in claims if claim.type == "TERRITORY")
    assert [party.name for party in held.initiators] == ["Yemeni forces"]


def test_both_who_were_reached_by_phone_speak(claim_of):
    claim = claim_of("Gunmen shot dead the deputy governor outside his home in Homs activists and rebel commanders reached by phone said.")
    assert [speaker.name for speaker in claim.speakers] == ["activists", "rebel commanders"]


def test_an_extremist_group_speaks_beside_activists(claims_of):
    claims = claims_of("Air raids near Homs left nine farmers dead on Sunday while battles went on between gunmen and Turkish-backed fighters "
                       "Yemeni rights activists and the extremist group said.")
    assert [speaker.name for speaker in claims[0].speakers] == ["Yemeni rights activists", "extremist group"]


@pytest.mark.parametrize("told", [
    "The strikes killed 31 people in Homs, including eight children, the head of the Cham Observatory for Rights, Omar Haddad, told AFP.",
    "The strikes killed 31 people in Homs, the director of the Cham Centre for Justice, Omar Haddad, told AFP on Monday.",
])
def test_the_name_set_apart_behind_an_office_speaks(claims_of, told):
    assert [speaker.name for speaker in claims_of(told)[0].speakers] == ["AFP", "Omar Haddad"]


@pytest.mark.parametrize(("sentence", "speakers"), [
    ("The evacuation of farmers from two besieged villages resumed on Friday state media and residents said hours after a blast killed nine guards.",
     ["state media", "residents"]),
    ("Jets shelled the port of Taiz on Monday wounding nine farmers a war monitor activists and rescue workers said.",
     ["war monitor", "activists", "rescue workers"]),
    ("Jets pounded the hills around Taiz on Monday killing at least nine people a war monitor doctors and aid workers said.",
     ["war monitor", "doctors", "aid workers"]),
    ("A gas bomb was dropped on the town of Tamra on Monday a clinic and a rescue group said.", ["clinic", "rescue group"]),
])
def test_all_who_close_a_sentence_speak(claims_of, sentence, speakers):
    assert chain(claims_of(sentence)[0]) == speakers


def test_of_whom_a_sentence_tells_right_before_its_speaker_does_not_say_it(claims_of):
    claims = claims_of("Heavy army shelling of a rebel-held port has killed 43 people among them children and hospital staff a rights group said "
                       "Friday in a new toll.")
    assert chain(claims[0]) == ["rights group"]


def test_those_who_are_killed_do_not_speak_beside_a_list(claims_of):
    claims = claims_of("Jets pounded the hills around Taiz on Monday killing nine villagers medics and rescue workers said.")
    assert all("villagers" not in name for claim in claims for name in chain(claim))


@pytest.mark.parametrize(("sentence", "speakers"), [
    ("A suspected gas attack killed some 40 villagers with nine infants among them in the province of Kivu on Sunday a war monitor and medical workers "
     "in the rebel-held area said.", ["war monitor", "medical workers"]),
    ("Air strikes pounded the port in a second day of bombing that has killed some 40 dockers a war monitor medics and rescue workers said.",
     ["war monitor", "medics", "rescue workers"]),
    ("Air strikes on a village killed nine shepherds on Monday despite a truce in place there a monitor said.", ["monitor"]),
    ("The officer who withheld his name because he may not speak to the media said rebels shelled the port.", ["officer"]),
])
def test_who_speaks_at_the_end_is_neither_the_victims_nor_the_blow_nor_the_audience(claims_of, sentence, speakers):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert [speaker.name for speaker in claim.speakers] == speakers


@pytest.mark.parametrize(("sentence", "speakers"), [
    ("Air strikes killed at least 20 Taliban fighters in Helmand near the border with Pakistan an organisation monitoring the war said on Friday.",
     ["organisation"]),
    ("Rebels took the town of Bunia diplomats familiar with the talks said.", ["diplomats"]),
    ("Rebels took the port of Sirte sources close to the Wagner group told Reuters.", ["Reuters", "sources"]),
])
def test_who_speaks_at_the_end_may_be_described_there(claims_of, sentence, speakers):
    assert [speaker.name for speaker in claims_of(sentence)[0].speakers] == speakers
