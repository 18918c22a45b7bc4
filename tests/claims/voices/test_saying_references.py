"""Who "he", "it", "they", "the source" and "the statement" are that speak."""

import pytest


def chains(claims):
    return [[speaker.name for speaker in claim.speakers] for claim in claims]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The governor told Reuters that jets bombed Homs. He added that four people were killed in shelling.",
         [["Reuters", "governor"]] * 2),
        ("A source at the police command said in a written statement to SANA that rebels shelled Homs. "
         "The source said four civilians were wounded by a mortar round.", [["SANA", "source"]] * 2),
        ("The army said in a statement that its forces killed 23 militants in Homs. "
         "According to the statement missiles destroyed two tanks.", [["army"]] * 2),
        ("State television said the army was regrouping near Homs after fierce battles. "
         "Citing a military source it said the army shelled Idlib.",
         [["State television"], ["State television", "military source"]]),
    ],
)
def test_a_reference_is_who_spoke_before(claims_of, text, speakers):
    assert chains(claims_of(text)) == speakers


def test_the_one_quoted_about_does_not_speak(claims_of):
    text = 'One of the guards told AFP that gunmen shot a driver in Homs. "They blew up the car and killed my friends," he said.'
    assert chains(claims_of(text))[-1] == ["AFP", "guards"]


def test_what_somebody_thinks_does_not_make_him_the_speaker(claim_of):
    text = "The spokesman said the president believed that rebels shelled Homs."
    claim = claim_of(text)
    assert (chains([claim]), claim.attribution) == ([["spokesman"]], "suspected")


def test_he_who_goes_on_is_the_one_who_spoke_and_not_the_one_he_spoke_of(layers_of):
    text = ('Spokesman Omar Haddad said the president thought it was necessary to bomb Homs. '
            '"We will go on with the raids on the town," he added.')
    last = layers_of(text).voices.attributions[-1]
    assert last.speakers[-1].name == "Omar Haddad"


def test_he_whom_nobody_named_is_who_spoke_last(claims_of):
    text = 'The Observatory said shelling killed four people in Homs. He said two people had been killed in air raids on Idlib.'
    assert chains(claims_of(text)) == [["Observatory"]] * 2


def test_he_is_whom_the_sentence_before_names_though_no_list_knows_him(claims_of):
    text = ('The Observatory said shelling killed four people in Homs. Ziad suffered a head injury in a strike on his way home. '
            '"I had just left the bakery when a rocket hit a market in Homs" he told AFP.')
    assert chains(claims_of(text))[-1] == ["AFP", "Ziad"]


def test_another_source_by_another_word_is_not_the_source_before(claims_of):
    text = "Medical sources said shelling killed two people in Homs. The military source denied that the army shelled Homs."
    assert chains(claims_of(text))[-1] == ["military source"]


def test_the_monitor_and_the_group_that_speak_are_the_monitor_that_spoke(claims_of):
    text = ("A raid killed nine people in Homs the Syrian Observatory for Human Rights said. Now the Islamic State group holds the town. "
            "The group has reported scores of villagers killed in air strikes on Homs. The monitor said a jet bombed the mill.")
    told = [[speaker.name for speaker in claim.speakers] for claim in claims_of(text) if claim.quote("trigger") in ("air strikes", "bombed")]
    assert told == [["Syrian Observatory for Human Rights"]] * 2


def test_the_general_who_goes_on_is_the_one_who_spoke(claims_of):
    text = "Gunmen hold the port, Lt. Gen. Omar Haddad said on Monday. The general reiterated that rebels shelled Aden."
    assert [speaker.name for speaker in claims_of(text)[-1].speakers] == ["Omar Haddad"]


def test_a_body_by_its_long_name_is_no_other_body_of_its_sort(claims_of):
    claims = claims_of("The World Health Organization said that three nurses were killed in Taiz. The Organisation for the Prohibition of Chemical "
                       "Weapons (OPCW) said that sarin gas was used in Aden.")
    assert claims[-1].speakers[0].name == "Organisation for the Prohibition of Chemical Weapons"


def test_the_observatory_by_its_name_is_not_another_monitor_who_spoke_before(claims_of):
    text = ("The Syrian Observatory for Human Rights said jets bombed Homs on Monday. The Violations Documentation Center said shells hit Idlib. "
            "The Observatory later said that 21 people were killed in the raid.")
    assert chains(claims_of(text))[-1] == ["Syrian Observatory for Human Rights"]


def test_it_does_not_go_back_to_the_speaker_of_the_headline(claims_of):
    title = "Shelling of Taiz clinic wounds two - watchdog"
    told = claims_of(f"{title}. Shells hit a clinic on Monday said the Observatory. Two nurses were wounded in the shelling by militia fighting Hadi it said.",
                     title=title)
    assert chains(told)[-1] == ["Observatory"]


def test_it_right_behind_a_person_is_not_that_person(claims_of):
    text = "The Red Cross said shells hit a clinic. The raid was carried out by rebels fighting Bashar al-Assad it said."
    assert chains(claims_of(text))[-1] == ["Red Cross"]


def test_a_group_that_reports_on_a_war_does_not_report_what_another_said(claims_of):
    text = "Two shells hit a clinic in Taiz, said the Relief Agency, a London-based group which reports on Yemen using a network of sources."
    assert chains(claims_of(text)) == [["Relief Agency"]]


def test_of_whom_somebody_tells_is_not_he_who_tells_it(claims_of):
    text = "Six guards were killed when the attacker rammed a gate as part of a city-wide operation he said."
    assert chains(claims_of(text))[-1] == ["he"]


def test_a_word_of_a_sort_goes_back_to_who_has_it_in_his_name(claims_of):
    text = ("The Syrian Observatory for Human Rights said rebels took the village of Hass on Friday. The White Helmets said shelling killed nine people in Homs. "
            "The observatory also said on Saturday that gunmen captured the village of Binnish.")
    captured = next(claim for claim in claims_of(text) if claim.quote("trigger") == "captured")
    assert [speaker.name for speaker in captured.speakers] == ["Syrian Observatory for Human Rights"]


def test_a_source_told_by_where_he_works_is_no_bare_source_before(claims_of):
    text = "A source said jets bombed Homs. The hospital source said rebels shelled Idlib."
    assert chains(claims_of(text)) == [["source"], ["hospital source"]]


def test_a_report_that_cites_somebody_is_whoevers_it_is(claims_of):
    text = ("The Cham Centre for Justice said in a report that jets bombed Homs. The report said that rebels shelled Idlib, citing medics in the town.")
    assert chains(claims_of(text))[1] == ["Cham Centre for Justice", "medics"]


def test_a_spokesman_told_by_whom_he_speaks_for_is_nobody_who_spoke_before(claims_of):
    text = "Omar Haddad the head of the Observatory said jets bombed Homs. The spokesman for the coalition said rebels shelled Idlib."
    assert chains(claims_of(text))[1][-1] != "Omar Haddad"


def test_a_source_goes_on_as_it_and_not_as_the_group_of_whom_it_told(claims_of):
    claims = claims_of("A source in Goma told the SUNA agency that militants affiliated to the M23 fired two shells on houses in Goma. "
                       "It added that a woman was killed in the attack.")
    assert [speaker.name for speaker in claims[-1].speakers] == ["SUNA agency", "source"]


def test_no_act_says_a_thing(claims_of):
    claims = claims_of("A car bomb killed nine people in Goma, the Congo Press agency reported. It said the bombing shook the market.")
    assert [speaker.name for speaker in claims[-1].speakers] == ["Congo Press agency"]


def test_a_paper_that_closes_a_quotation_speaks_once(claims_of):
    claims = claims_of('"There were 43 attacks on clinics in Sudan in July" - more than one a day" a SAMS statement said.')
    assert len(claims[0].speakers) == 1


def test_no_shell_is_he_who_speaks_next(claims_of):
    claims = claims_of("Rockets fell on the depot for an hour. He said the explosions shook the town.")
    assert all(speaker.name != "Rockets" for claim in claims for speaker in claim.speakers)


@pytest.mark.parametrize(("text", "speakers"), [
    ("Diplomats said inspectors would go. Britain and France have sent evidence to the UN on the gas attacks, which they say were carried out by the army.",
     ["Britain", "France"]),
    ("Omar Haddad told Reuters that the army shelled Marib. His figures allege that 40 fighters died while 100 were left wounded.", ["Omar Haddad"]),
    ("The ministry said the army shelled Marib. Its figures show that 40 fighters died.", ["ministry"]),
    ("Omar Haddad said the army shelled Marib. A record of the clinic says 40 fighters died there.", ["record"]),
])
def test_they_are_the_several_of_the_sentence_and_his_figures_are_his_word(claims_of, text, speakers):
    claim = next(claim for claim in reversed(claims_of(text)) if claim.type == "ASSAULT")
    assert [speaker.name for speaker in claim.speakers] == speakers


@pytest.mark.parametrize(("text", "speakers"), [
    ("Jets bombed Nyala, killing nine, the Sudan Observatory said. Rebels fired rockets on Zalingei, the same source added.", ["Sudan Observatory"]),
    ("A priest told SUNA that jets had bombed Nyala. Rebels shelled Zalingei, according to the same source.", ["SUNA", "priest"]),
    ("Troops backed by the Congolese rebel group M23 seized Goma. \"The city of Beni is under siege by our fighters,\" the rebel group said.", ["M23"]),
    ("The Sudan Observatory said nine died. The rebel group JEM shelled Nyala. Ten soldiers died in the shelling, the militant group said.",
     ["militant group"]),
])
def test_the_same_source_spoke_last_and_a_group_is_known_by_what_described_it(claims_of, text, speakers):
    assert [speaker.name for speaker in claims_of(text)[-1].speakers] == speakers
