"""Sources without a verb: papers and who gave them out, nouns of saying, "according to"."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "speakers", "attribution"),
    [
        ("According to a February report by the United Nations, shelling killed 40 people in Taiz.", ["United Nations"], "fact"),
        ("Shelling killed 40 people in Taiz, according to Pentagon estimates.", ["Pentagon"], "fact"),
        ("Shelling killed 40 people in Taiz, according to a toll released on Monday by the Observatory.", ["Observatory"], "fact"),
        ("Shelling killed 40 people in Taiz, according to a first toll from the crisis centre.", ["crisis centre"], "fact"),
        ("Reports from eyewitnesses said that the militia killed 40 people in Taiz.", ["eyewitnesses"], "fact"),
        ("A statement attributed to the Libyan army said that jets shelled Sirte.", ["Libyan army"], "fact"),
        ("Doctor Omar Diallo counted the bodies. His figures say that 40 civilians died in the shelling.", ["Omar Diallo"], "fact"),
        ("Inspectors studied allegations that the rebels shelled Taiz.", ["allegations"], "claimed"),
        ("Inspectors studied the army's claim that the rebels shelled Taiz.", ["army"], "claimed"),
    ],
)
def test_a_paper_speaks_for_who_gave_it_out(claims_of, sentence, speakers, attribution):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert ([speaker.name for speaker in claim.speakers], claim.attribution) == (speakers, attribution)


def test_an_attack_that_claims_lives_says_nothing(claims_of):
    assert all(not claim.speakers for claim in claims_of("Cross-border fire from Iraq has claimed 21 lives in Kilis."))


def test_who_gives_a_toll_says_it_and_who_gives_none_does_not(claims_of):
    given = claims_of("State media gave a toll of 12 dead in the shelling which struck the old harbour of Aden.")
    kept = claims_of("State media gave no figure for those killed in the clashes in Aden.")
    assert {speaker.name for claim in given for speaker in claim.speakers} == {"State media"}
    assert all(not claim.speakers for claim in kept)


@pytest.mark.parametrize(
    "sentence",
    [
        "Iraq called the claims that its pilots had used chemical weapons baseless.",
    ],
)
def test_who_calls_a_report_false_denies_what_it_tells(claims_of, sentence):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert ([speaker.name for speaker in claim.speakers], claim.stance) == (["Iraq"], "denied")


def test_who_claims_a_deed_behind_another_is_who_did_it(layers_of):
    coded = layers_of("Turkish forces shelled northern Syria claiming to have hit militants in Afrin.")
    assert [item.speakers[-1].name for item in coded.voices.attributions] == ["Turkish forces"]


def test_what_a_medium_says_of_an_attack_is_said_of_the_attack(claims_of):
    text = "The convoy was bombed in an attack which state media said was carried out by a lone bomber."
    assert [speaker.name for speaker in claims_of(text)[0].speakers] == ["state media"]


def test_who_refuses_to_take_responsibility_admits_nothing(claims_of):
    claims = claims_of("The group refused to take responsibility for the bombing in Mopti.")
    assert all(claim.attribution != "admitted" for claim in claims)


def test_what_was_not_reported_has_no_speaker(claims_of):
    assert all(not claim.speakers for claim in claims_of("No Casualties Reported Amid Shelling of Homs."))


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("The center went on to state that three towns were captured by rebels in Homs.", {"center"}),
        ("The capture of Idlib was announced by the Kurdish militia and confirmed by the Observatory.", {"Kurdish militia", "Observatory"}),
        ("Valley television quoted Interior Minister Karim Haddad as telling lawmakers that the army had shelled Homs.",
         {"Valley television", "Karim Haddad"}),
        ("France put forward a resolution to impose sanctions over chemical attacks in Homs.", set()),
    ],
)
def test_who_says_by_other_words_than_say(claims_of, sentence, speakers):
    assert {speaker.name for claim in claims_of(sentence) for speaker in claim.speakers} == speakers


def test_a_claim_speaks_for_the_group_that_made_it(claims_of):
    text = "The brigade said that its men had fired on soldiers near Homs. The claim said 40 people had been killed in Idlib."
    assert [speaker.name for speaker in claims_of(text)[-1].speakers] == ["brigade"]


def test_who_declares_a_state_does_not_say_that_he_holds_it(claims_of):
    claims = claims_of("Islamic State declared a caliphate in the territory it controls.")
    assert all(not claim.speakers for claim in claims)


def test_the_medium_that_carried_the_statement_stands_outside(claim_of):
    claim = claim_of("The ministry said in a written statement carried by state television that rebels shelled Homs.")
    assert [speaker.name for speaker in claim.speakers] == ["state television", "ministry"]


def test_a_charity_that_quotes_villagers_passes_on_what_they_say(claim_of):
    claim = claim_of("The Red Cross quoted villagers saying that gunmen shot two men in Homs.")
    assert [speaker.name for speaker in claim.speakers] == ["Red Cross", "villagers"]


def test_a_source_named_within_a_clause_tells_no_other_clause(claims_of):
    text = "The truce came after hundreds of people - up to 900, according to a Yemeni report - were killed in shelling in Aden."
    assert [claim.speakers for claim in claims_of(text) if claim.type == "AGREE"] == [()]


def test_who_voices_alarm_says_what_alarms_him(claims_of):
    claims = claims_of("The Red Cross voiced alarm that fighting was going on in the suburbs of Aden.")
    assert [speaker.name for speaker in claims[0].speakers] == ["Red Cross"]


def test_the_medium_speaks_and_not_whose_it_is(claims_of):
    for owner in ("Hezbollah's official television station", "Hezballahs official television station"):
        claim = claims_of(f"According to {owner} al-Manar two guards were killed in an air strike on Homs.")[0]
        assert [one.name for one in claim.speakers] == ["al-Manar"]


@pytest.mark.parametrize(("sentence", "speakers"), [
    ("According to the petitioner, two herders were arrested by police in Aden.", ["petitioner"]),
    ("According to the Nour hospital, four people died in shelling of Taiz.", ["hospital"]),
    ("According to the ceasefire agreement, both armies stopped shelling Taiz.", []),
])
def test_whoever_stands_behind_according_to_speaks_but_no_plan(claims_of, sentence, speakers):
    assert next([speaker.name.split()[-1] for speaker in claim.speakers] for claim in claims_of(sentence) if claim.type != "AGREE") == speakers


def test_according_to_covers_the_sentence_that_it_closes_with_all_that_tells_of_the_source(claims_of):
    text = "A guard was shot in Aden and gunmen stormed the station, according to Yemeni commanders based in the district capital."
    assert [claim.type for claim in claims_of(text)] == ["ASSAULT"]


def test_two_who_voice_a_fear_both_speak(claims_of):
    sentence = "Rebels and opposition officials voiced fears that the army had shelled Idlib."
    assert [speaker.name for speaker in claims_of(sentence)[0].speakers] == ["Rebels", "opposition officials"]


def test_a_body_that_the_parse_joins_to_the_place_of_the_first_source_is_a_source_too(claims_of):
    claims = claims_of("Guards from the tribe in Homs had tried to resist the rebels this month according to residents near the area "
                       "and the Syrian Observatory for Human Rights a Britain-based monitoring group.")
    assert [speaker.name for speaker in claims[0].speakers] == ["residents", "Syrian Observatory for Human Rights"]


def test_what_jets_are_told_apart_by_is_no_source(claims_of):
    claims = claims_of("The Syrian Observatory for Human Rights - which watches the war and determines which jets carry out raids according to "
                       "their type flight patterns and the bombs involved - said strikes on Homs were carried out by army jets.")
    assert {speaker.name for claim in claims for speaker in claim.speakers} <= {"Syrian Observatory for Human Rights"}


def test_who_rejects_the_claim_that_a_town_was_shelled_denies_it(claim_of):
    claim = claim_of("Ankara rejected the claim that Turkish guns had shelled a village near Idlib.")
    assert ([speaker.name for speaker in claim.speakers], claim.stance) == (["Ankara"], "denied")


def test_who_rejects_a_demand_denies_nothing(claims_of):
    claims = claims_of("The rebels rejected the demand that the army shell the village near Idlib.")
    assert all(claim.stance != "denied" for claim in claims)


def test_who_a_source_is_the_report_tells(claims_of):
    claims = claims_of("On Sunday rebels shelled the west of Homs according to the Cham Front one of the militias fighting there.")
    assert [[speaker.name for speaker in claim.speakers] for claim in claims] == [["Cham Front"], []]


def test_what_stands_behind_a_source_that_opens_a_sentence_is_said(claims_of):
    claims = claims_of("According to the Al Masdar media outlet army jets bombed a village near Homs.")
    assert claims[0].speakers


@pytest.mark.parametrize("source", ["the SUNA news agency", "SUNA"])
def test_a_medium_speaks_and_not_the_militants_behind_it_of_whom_it_tells(claim_of, source):
    claim = claim_of(f"According to {source} militants killed nine people in Goma.")
    assert [one.name for one in claim.speakers] == [source.removeprefix("the ")]
    assert [one.name for one in claim.initiators] == ["militants"]


@pytest.mark.parametrize(("sentence", "speakers"), [
    ("Rebels shelled the market killing according to the latest toll 44 civilians.", []),
    ("According to report M23 has killed around 300 people in the town.", ["report"]),
])
def test_a_paper_without_an_owner_is_not_those_it_tells_of(claim_of, sentence, speakers):
    assert [speaker.name for speaker in claim_of(sentence).speakers] == speakers


@pytest.mark.parametrize(("sentence", "speakers"), [
    ("The army looks into reports that some 40 farmers died in air strikes near Goma.", ["reports"]),
    ("Reports emerged on Saturday that rebels had shelled the port.", ["Reports"]),
    ("The army denied reports that it had bombed the market.", ["army"]),
    ("The minister said he was concerned by reports that hundreds of people had been killed in air strikes.", ["minister"]),
])
def test_reports_without_an_owner_speak_where_nobody_tells_of_them(claim_of, sentence, speakers):
    assert [speaker.name for speaker in claim_of(sentence).speakers] == speakers


def _of(claims, trigger):
    return next([speaker.name for speaker in claim.speakers] for claim in claims if claim.quote("trigger") == trigger)


@pytest.mark.parametrize(("sentence", "trigger", "speakers"), [
    ("Qatar voiced concern over the shelling of clinics in Taiz.", "shelling", ["Qatar"]),
    ("The UN expressed outrage at attacks on clinics in Taiz.", "attacks", ["UN"]),
    ("President Ramos offered condolences over the deaths of five guards in Marawi.", "deaths", ["Ramos"]),
    ("Iran has raised concerns for the farmers of Taiz who were besieged by rebels.", "besieged", []),
    ("Rebels expressed anger and the shelling of Taiz went on.", "shelling", []),
])
def test_who_tells_what_he_feels_over_an_act_tells_the_act(claims_of, sentence, trigger, speakers):
    assert _of(claims_of(sentence), trigger) == speakers


@pytest.mark.parametrize(("sentence", "trigger", "speakers"), [
    ("Egypt rejected calls by opposition leaders to halt the bombing of Derna.", "bombing", ["opposition leaders"]),
    ("The army ignored an appeal from the bishop to stop the shelling of Juba.", "shelling", ["bishop"]),
    ("Calls to stop the shelling of Juba went unheard.", "shelling", []),
])
def test_whose_demand_a_noun_is_says_what_is_to_stop(claims_of, sentence, trigger, speakers):
    assert _of(claims_of(sentence), trigger) == speakers


@pytest.mark.parametrize(("sentence", "speakers"), [
    ("A probe by the United Nations blamed the army for the bombing of the market in Togoga.", ["United Nations"]),
    ("The mayor said the war went on. The international inquiry found that the army had bombed the market in Togoga.", ["international inquiry"]),
])
def test_an_inquiry_speaks_for_who_made_it_and_goes_back_to_nobody(claims_of, sentence, speakers):
    claim = [claim for claim in claims_of(sentence) if claim.type == "ASSAULT"][-1]
    assert [speaker.name for speaker in claim.speakers] == speakers


@pytest.mark.parametrize(("sentence", "speakers"), [
    ("A previous toll said nine people had been killed in the blast.", []),
    ("An earlier death toll from the raid on the rebel bastion of Kidal reported 15 people were killed but three others died of their injuries.", []),
    ("A previous toll by the health ministry said nine people had been killed in the blast.", ["health ministry"]),
    ("The Observatory's tally said nine people had been killed in the raid.", ["Observatory"]),
])
def test_a_toll_that_nobody_named_gave_out_is_no_speaker(claims_of, sentence, speakers):
    assert [[speaker.name for speaker in claim.speakers] for claim in claims_of(sentence)] == [speakers]


@pytest.mark.parametrize(("text", "speakers"), [
    ("Nine rebels were killed in a raid near Goma a local newspaper claims.", ["newspaper"]),
    ("At least 16 militants died in Turkish shelling and US airstrikes near Mosul, a Turkish broadcaster claims.", ["Turkish broadcaster"]),
    ("Fighting near the school was heavy in spite of a ministry claims.", []),
])
def test_a_medium_that_claims_at_the_end_of_a_sentence(claims_of, text, speakers):
    claims = [claim for claim in claims_of(text) if claim.type == "ASSAULT"]
    assert claims
    assert all([speaker.name.split()[-1] for speaker in claim.speakers] == [name.split()[-1] for name in speakers] for claim in claims)


def test_the_sign_of_an_agency_behind_the_last_point_hides_no_speaker(claims_of):
    claims = claims_of("The fighters were killed trying to reopen the road which army forces cut on Thursday the Yemeni Observatory for Human Rights monitor said.--AFP")
    assert {speaker.name for claim in claims for speaker in claim.speakers} == {"Yemeni Observatory for Human Rights"}


@pytest.mark.parametrize(("text", "speakers"), [
    ("Shelling killed four people in Donetsk, according to the Observatory for Peace and the mayor.", ["Observatory for Peace", "mayor"]),
    ("Air strikes hit the town of Kassala, according to the Sudanese Centre for Human Rights and the Red Cross.", ["Sudanese Centre for Human Rights", "Red Cross"]),
    ("Shells hit the port of Aden, according to the Ministry of Health and Population.", ["Ministry of Health"]),
])
def test_according_to_two_of_whom_the_parse_joins_the_second_to_the_name_of_the_first(claims_of, text, speakers):
    assert [speaker.name for speaker in claims_of(text)[0].speakers] == speakers


@pytest.mark.parametrize(("text", "speakers"), [
    ("A statement attributed to the commander of the Houthi forces said Saudi jets had bombed the port of Hodeidah.", ["commander"]),
    ("Pictures posted on state television showed the aftermath of the explosion in Mogadishu.", ["state television"]),
    ("Photos posted on Facebook showed the aftermath of the explosion in Mogadishu.", ["Photos"]),
    ("The reality on the ground confirms that the army has bombed the town of Taiz.", []),
    ("The capture of Bakhmut was announced by the Wagner group and confirmed by the Kyiv Observatory, which watches the war.", ["Wagner group", "Kyiv Observatory"]),
    ("Television had shown footage of guards holding the base on Monday, who had said it was safe from rebel raids.", ["Television"]),
])
def test_who_gave_it_out_speaks_and_no_day_and_no_thing(claims_of, text, speakers):
    assert [speaker.name for speaker in claims_of(text)[-1].speakers] == speakers


@pytest.mark.parametrize(("text", "word", "speakers"), [
    ("The army and the rebels have been trading accusations of truce violations.", "violations", ["army", "rebels"]),
    ("Moscow and Kyiv exchanged blame for the shelling of the plant.", "shelling", ["Moscow", "Kyiv"]),
    ("The two sides did not trade accusations over the shelling of Khartoum.", "shelling", []),
    ("The army and the rebels traded fire over the shelling of the plant.", "shelling", []),
])
def test_those_who_trade_accusations_make_them(claims_of, text, word, speakers):
    claim = next(claim for claim in claims_of(text) if word in claim.quote("trigger"))
    assert [speaker.name for speaker in claim.speakers] == speakers


@pytest.mark.parametrize("sentence", [
    "The grim reality confirms that the army shelled civilians in Taiz.",
    "Recent developments show that the militia attacked the convoy in Taiz.",
])
def test_how_things_are_is_nobody_who_speaks(claims_of, sentence):
    assert not next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT").speakers


@pytest.mark.parametrize(("sentence", "speakers"), [
    ("According to information provided by a source in the Odessa police, five people were killed when shells hit the market.", ["source"]),
    ("According to initial information given by the regional council, two villagers died in the raid.", ["regional council"]),
    ("According to details released by the army, its troops killed nine gunmen.", ["army"]),
    ("According to information handed over to the UN mission by the council of Loikaw, the village suffered an air attack.", ["council"]),
])
def test_who_provided_information_speaks(claims_of, sentence, speakers):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert [party.name for party in claim.speakers] == speakers


def test_how_information_came_to_be_known_its_giver_does_not_say(claims_of):
    claims = claims_of("According to information handed over to the UN mission by the council of Loikaw, the village suffered an air attack.")
    assert all(not claim.speakers for claim in claims if claim.quote("trigger") == "handed over")


@pytest.mark.parametrize("feeling", ["outrage at", "deep concern over"])
def test_who_issues_a_statement_of_what_he_feels_tells_what_happened(claims_of, feeling):
    claims = claims_of(f"Kenya and the African Union issued a joint statement expressing {feeling} the shelling of clinics in Omdurman.")
    assert [[speaker.name for speaker in claim.speakers] for claim in claims if claim.type == "ASSAULT"] == [["Kenya", "African Union"]]


@pytest.mark.parametrize(("text", "speakers"), [
    ("Kenya has reached the preliminary conclusion that rebel jets bombed a convoy.", ["Kenya"]),
    ("Asked about a report that a drone carried out the strike, the spokesman said the place was too far away.", ["report"]),
    ("The report that a drone carried out the strike was read out.", []),
])
def test_who_draws_a_conclusion_and_a_report_that_is_nobodys(claims_of, text, speakers):
    assert [[speaker.name for speaker in claim.speakers] for claim in claims_of(text) if claim.type == "ASSAULT"] == [speakers]


def test_a_figure_behind_a_medium_counts_others(claims_of):
    claims = claims_of("According to the private Radio Okapi 12 M23 fighters were killed in Goma.")
    assert [[speaker.name for speaker in claim.speakers] for claim in claims] == [["Radio Okapi"]]
