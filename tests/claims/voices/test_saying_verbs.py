"""The chain at one verb of saying."""

import pytest

from warledger.claims.coder import read_layers
from warledger.model import Report


def chains(claims, type_="ASSAULT"):
    return [[speaker.name for speaker in claim.speakers] for claim in claims if claim.type == type_]


def test_what_somebody_has_not_acknowledged_is_not_what_he_says(claims_of):
    claims = claims_of("The ministry has not acknowledged any deaths in its raids on Aden.")
    assert [chain for chain in chains(claims) if chain] == []


def test_a_gerund_that_is_somebodys_says_nothing(claims_of):
    claims = claims_of("The ministry praised the centre's reporting on the air strikes in Aden.")
    assert [chain for chain in chains(claims) if chain] == []


def test_who_issues_a_statement_speaks_and_not_where_he_published_it(claims_of):
    claims = claims_of("The Islamic State in a statement posted on Telegram and the video service YouTube said two gunmen attacked the port of Aden.")
    assert chains(claims)[0] == ["Islamic State"]


def test_whom_a_video_shows_announcing_a_thing_announces_it(claims_of):
    claims = claims_of("A video posted on the web showed Col. Omar Haddad, a member of the council, announcing that the rebels shelled Aden.")
    assert chains(claims) == [["Omar Haddad"]]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The state media said the helicopter had a fault while the rebel faction Ahrar al-Sham said its men had shot down the helicopter.", "Ahrar al-Sham"),
        ("The Syrian Observatory for Human Rights, a London-based war monitor, also reported air strikes on the road.",
         "Syrian Observatory for Human Rights"),
        ("Gunmen shelled the eastern Homs province says a UK-based monitoring group.", "UK-based monitoring group"),
        ("Air strikes hit a school and a mill in Homs tweeted the Syrian Network for Human Rights.", "Syrian Network for Human Rights"),
        ("Aden resident Omar Haddad a writer told reporters that gunmen shelled the port.", "Omar Haddad"),
    ],
)
def test_a_speaker_is_named_once_and_by_his_name(claims_of, sentence, speaker):
    assert chains(claims_of(sentence))[-1] == [speaker]


def test_when_it_was_warned_is_not_what_was_warned_of(claims_of):
    claims = claims_of("The army had warned of a response after rebels attacked the airport of Aden.")
    assert [] in chains(claims)


@pytest.mark.parametrize(("sentence", "speaker"), [
    ("The army is accused by rights groups of indiscriminately killing civilians in Lyman.", "rights groups"),
    ("The army's general staff warned against new missile strikes on Lyman.", "general staff"),
    ("ISs statement said that the attack in Mosul left nine soldiers dead.", "IS"),
])
def test_who_accuses_warns_or_gave_out_the_paper_speaks(claims_of, sentence, speaker):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert [one.name for one in claim.speakers][-1].endswith(speaker)


def test_the_medium_that_was_told_is_the_outer_speaker_also_of_its_own_report():
    report = Report("r_1", "A source in Taiz told SANA that rebels shelled the market.", outlet="SANA", published="2020-02-05", language="en")
    assert chains(next(iter(read_layers([report]))).claims) == [["SANA", "source"]]


@pytest.mark.parametrize("belief", ["suspected", "believed"])
def test_gunmen_suspected_to_be_herders_are_told_of_by_nobody(claims_of, belief):
    claims = claims_of(f"Gunmen {belief} to be cattle herders killed 19 people in Benue.")
    assert [list(claim.speakers) for claim in claims if claim.type == "ASSAULT"] == [[]]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The bulletin also noted that eight rebels were killed near Goma.", "bulletin"),
        ("The Al-Masdar news outlet reported on Monday that the rebels shelled Homs.", "Al-Masdar news outlet"),
        ("The rebels detonated a mine at Manigram some 200 km west of Goma said the police in a statement.", "police"),
    ],
)
def test_papers_outlets_and_whoever_stands_behind_the_verb_speak(claims_of, sentence, speaker):
    assert [one.name for one in claims_of(sentence)[0].speakers] == [speaker]


def test_another_who_speaks_is_one_more_speaker(claims_of):
    claims = claims_of("One man said soldiers shot at the crowd in Homs. Another said that gunmen had kidnapped his two sons.")
    assert [[speaker.name for speaker in claim.speakers] for claim in claims][-1] == ["Another"]


def test_where_a_statement_is_posted_is_no_part_of_the_name(claims_of):
    claims = claims_of("In a statement on Facebook Jaish Rahman said it had captured a village near Idlib.")
    assert claims[0].speakers[-1].name == "Jaish Rahman"


@pytest.mark.parametrize("word", ["responsible", "accountable"])
def test_who_holds_somebody_responsible_says_that_he_did_it(claims_of, word):
    assert chains(claims_of(f"Relatives hold the army {word} for the massacre of 12 farmers in Homs."))[-1] == ["Relatives"]


def test_who_is_held_responsible_blames_nobody(claims_of):
    claims = claims_of("A guard was shot dead in Homs by men loyal to Omar Haddad, a militant held responsible for bombings.")
    assert all(chain == [] for chain in chains(claims))


@pytest.mark.parametrize("text", [
    "The al-Rafid website reported that the army had broken the siege of the air base in Homs, citing a field commander.",
    "Citing a field commander in the town, the al-Rafid website said the army captured a village in Homs.",
])
def test_whom_a_medium_cites_far_from_its_verb_speaks_too(claims_of, text):
    assert claims_of(text)[0].speakers[-1].name == "field commander"


def test_a_body_with_the_name_of_a_place_speaks_behind_its_noun(claims_of):
    claims = claims_of("Prices rose.\n\nThe aid group Mercy Bridge says one of its trucks was hit in the strike near Homs.", title="News of the day")
    assert claims[0].speakers[-1].name.endswith("Mercy Bridge")


def test_who_pledges_that_a_thing_will_be_says_it(claims_of):
    claim = next(one for one in claims_of("On Friday the army pledged that the raid on its barracks would be answered.") if one.type == "ASSAULT")
    assert chains([claim]) == [["army"]]


def test_who_pledges_to_do_a_thing_tells_nothing(claims_of):
    assert all(chain == [] for chain in chains(claims_of("The army pledged to withdraw from Homs after the shelling of the port.")))


@pytest.mark.parametrize("text", ["The rebel group admitted to killing 30 farmers in Homs.", "The draft calls for a ceasefire by all sides in Homs."])
def test_who_owns_up_to_a_deed_and_what_demands_one_speak(claims_of, text):
    assert len(claims_of(text)[0].speakers) == 1


def test_who_gave_out_a_letter_demands_what_it_demands(claims_of):
    claims = claims_of("The letter signed jointly by 12 rebel factions called on the army to halt its air strikes on Idlib.")
    assert ["rebel factions"] in chains(claims)


def test_what_speaks_against_a_report_is_no_part_of_it(claims_of):
    claims = claims_of("The army reported the death of the commander despite the fact that the ministry said gunmen had killed him in May.")
    assert ["ministry"] in chains(claims)


def test_a_statement_on_social_media_is_passed_on_by_no_medium(claims_of):
    claims = claims_of("Jaish Homs claimed the blast. In a message shared on social media it said a bomber had struck the port.")
    assert all("social media" not in chain for chain in chains(claims))


def test_the_office_of_a_named_speaker_is_not_one_more(claims_of):
    claims = claims_of("President of the Syrian Coalition Omar al-Haddad said that the army continues to commit massacres in Homs.")
    assert chains(claims) == [["Omar al-Haddad"]]


def test_whoever_speaks_to_a_medium_tells_it(claims_of):
    claims = claims_of("Speaking to Anadolu Agency Walid Qadri said that jets bombed the port of Homs on Monday.")
    assert chains(claims) == [["Anadolu Agency", "Walid Qadri"]]


@pytest.mark.parametrize(("sentence", "speakers"), [
    ("Doctors cautioned that the militia had killed 30 villagers.", ["Doctors"]),
    ("Investigators deduced that the army shelled the market in Taiz.", ["Investigators"]),
    ("Investigators want to determine whether the army shelled the market in Taiz.", []),
])
def test_who_cautions_or_deduces_that_it_was_so_speaks_and_who_seeks_whether_it_was_does_not(claims_of, sentence, speakers):
    assert chains(claims_of(sentence))[0] == speakers


def test_neither_of_two_that_blame_nobody_speaks(claim_of):
    assert claim_of("Neither the army nor the militia blamed any group for the blast in Goma.").speakers == ()


def test_a_body_right_before_the_verb_that_closes_a_sentence_speaks_and_not_the_doer(claims_of):
    claims = claims_of("Army jets bombed aid trucks near Goma late on Monday after a fragile ceasefire ended the Sudan Doctors Network also reported.")
    assert [[speaker.name for speaker in claim.speakers] for claim in claims if claim.type == "ASSAULT"] == [["Sudan Doctors Network"]]


def test_whose_part_somebody_is_does_not_speak_for_him(claims_of):
    claims = claims_of("The raids came as the Noor Brigade part of the rebel alliance said it had launched an offensive on the port.")
    assert [[speaker.name for speaker in claim.speakers] for claim in claims if claim.quote("trigger") == "offensive"] == [["Noor Brigade"]]


@pytest.mark.parametrize("owner", ["SUNA's", "SUNAs"])
def test_whose_reporter_was_told_is_told(claim_of, owner):
    claim = claim_of(f"A source at the police command told {owner} correspondent that rebels fired rockets at the market.")
    assert [speaker.name for speaker in claim.speakers] == ["SUNA", "source"]


def test_whoever_estimates_says_it(claims_of):
    claim = next(claim for claim in claims_of("Analysts estimate that around 40000 people have been killed since the war began in 2011.") if claim.tallies)
    assert [speaker.name for speaker in claim.speakers] == ["Analysts"]


@pytest.mark.parametrize(("sentence", "speakers"), [
    ("As reported by Amnesty, Russian jets struck the port of Odesa.", ["Amnesty"]),
    ("As reported on Monday, Russian jets struck the port of Odesa.", []),
    ("The monitoring mission registered 604 attacks by separatists since Friday.", ["monitoring mission"]),
    ("The rights group Amnesty listed nine raids on the town of Taiz.", ["Amnesty"]),
    ("The governor attributed the attack in Baidoa to al-Shabaab.", ["governor"]),
    ("The killing of nine farmers was attributed by officials to Boko Haram.", ["officials"]),
    ("The killing of nine farmers was attributed to Boko Haram.", []),
    ("Investigators determined that the army shelled the market in Taiz.", ["Investigators"]),
])
def test_who_registers_attributes_or_has_reported_an_act_says_it(claims_of, sentence, speakers):
    assert chains(claims_of(sentence))[0] == speakers


@pytest.mark.parametrize(("text", "stance", "speakers"), [
    ("A rebel source did not deny that air strikes had hit Nyala.", "asserted", ["rebel source"]),
    ("The army has never denied that its jets bombed Nyala.", "asserted", ["army"]),
    ("The army denied that its jets bombed Nyala.", "denied", ["army"]),
    ("The army neither confirmed nor denied that its jets bombed Nyala.", "asserted", []),
    ("SUNA said nine farmers had died in Zalingei, whilst a rebel source did not deny that air strikes had hit the port.", "asserted", ["rebel source"]),
    ("The minister reminded the council that rebels had shelled the port.", "asserted", ["minister"]),
])
def test_what_somebody_does_not_deny_he_tells(claims_of, text, stance, speakers):
    claim = [claim for claim in claims_of(text) if claim.type == "ASSAULT"][-1]
    assert (claim.stance, [speaker.name for speaker in claim.speakers]) == (stance, speakers)


def test_whom_somebody_may_not_speak_to_does_not_speak(claims_of):
    claims = claims_of("The man who is not authorized to speak to the press said rebels had shelled Nyala.")
    assert [[speaker.name for speaker in claim.speakers] for claim in claims if claim.type == "ASSAULT"] == [["man"]]


def test_the_medium_of_separate_comments_is_the_one_that_was_told(claims_of):
    claims = claims_of("Speaking to SUNA, governor Musa Diallo said jets had bombed Nyala. In separate comments to Radio Okapi, he said the shelling of Zalingei would go on.")
    assert [speaker.name for speaker in claims[-1].speakers] == ["Radio Okapi", "Musa Diallo"]
