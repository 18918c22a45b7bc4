"""Layer 5: which type of event a predicate with these arguments means, and when it means none."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "type_", "mode"),
    [
        ("The army shelled the market in Taiz.", "ASSAULT", "heavy-weapons"),
        ("A rocket hit the market in Taiz, killing six people.", "ASSAULT", "heavy-weapons"),
        ("Troops fired mortars at Taiz.", "ASSAULT", "heavy-weapons"),
        ("Hamas fired rockets at Ashkelon.", "ASSAULT", "heavy-weapons"),
        ("Russia launched missiles at Kharkiv.", "ASSAULT", "heavy-weapons"),
        ("Gunmen shot a farmer near Bamako.", "ASSAULT", "firearms"),
        ("Soldiers fired tear gas at protesters in Khartoum.", "ASSAULT", "crowd-control"),
        ("Police dispersed protesters with tear gas in Khartoum.", "ASSAULT", "crowd-control"),
        ("Jets bombed a school in Taiz, killing 12 children and wounding 30.", "ASSAULT", "aerial"),
        ("A roadside bomb exploded in Kismayo.", "ASSAULT", "explosives"),
        ("A suicide car bombing killed eight soldiers in Gao.", "ASSAULT", "suicide-attack"),
        ("A drone strike killed two commanders in Marib.", "ASSAULT", "drone"),
        ("Militants abducted nine aid workers in Ituri.", "ASSAULT", "abduct"),
        ("Rebels executed three prisoners in Goma.", "ASSAULT", "targeted"),
        ("Security forces tortured detainees in Sednaya prison.", "ASSAULT", "torture"),
        ("The air force shot down a drone over Hodeidah.", "ASSAULT", "destroy"),
        ("The army destroyed two tanks near Kharkiv.", "ASSAULT", "destroy"),
        ("A chemical attack killed dozens of people in Khan Sheikhoun.", "ASSAULT", "unconventional"),
        ("The rebels used chlorine gas against the village.", "ASSAULT", "unconventional"),
        ("The army clashed with the Rapid Support Forces in Omdurman.", "ASSAULT", "clash"),
        ("The army took Taiz on Monday.", "TERRITORY", "capture"),
        ("Troops seized the town of Loikaw.", "TERRITORY", "capture"),
        ("The rebels won control of Taiz.", "TERRITORY", "capture"),
        ("The army entered Omdurman on Monday.", "TERRITORY", "enter"),
        ("Government forces encircled the town of Saraqeb.", "TERRITORY", "encircle"),
        ("The Rapid Support Forces besieged El Fasher.", "TERRITORY", "besiege"),
        ("Rebels recaptured Kobani from the jihadists.", "TERRITORY", "recapture"),
        ("The rebels hold Taiz.", "TERRITORY", "hold"),
        ("Government troops lost control of Taiz.", "TERRITORY", "lose"),
        ("The army has full control of Taiz.", "TERRITORY", "hold"),
        ("The rebels control most of the province of Taiz.", "TERRITORY", "hold"),
        ("Rebels maintain a presence in Taiz.", "TERRITORY", "hold"),
        ("Troops took parts of the road near Taiz.", "TERRITORY", "capture"),
        ("Government forces freed the town of Loikaw from the rebels.", "TERRITORY", "capture"),
        ("Rebels gained ground near Taiz.", "TERRITORY", "enter"),
        ("State media reported advances in Kharkiv.", "TERRITORY", "enter"),
        ("Troops tightened the encirclement of the east of Aleppo.", "TERRITORY", "encircle"),
        ("The army severed the supply route to Goma.", "TERRITORY", None),
        ("The army defeated the rebels near Goma.", "ASSAULT", "clash"),
        ("Troops invaded the north of Mali.", "TERRITORY", "enter"),
        ("Rebels launched a counter-attack against the western edge of Taiz.", "ASSAULT", None),
        ("The rebels turned themselves in near Daraa.", "RETREAT", "disarm"),
        ("Kurdish fighters evicted the army from Hasakah.", "TERRITORY", "capture"),
        ("Rebels abandoned their positions near Taiz.", "RETREAT", "withdraw"),
        ("Hundreds were released in Borno.", "RETREAT", "release"),
        ("Thousands fled El Geneina.", "DISPLACEMENT", "flee"),
        ("The United States keeps 900 troops in Syria.", "MOBILIZE", "troops"),
        ("Russia stepped up its presence near Kharkiv.", "MOBILIZE", "troops"),
        ("Troops withdrew from Kherson.", "RETREAT", "withdraw"),
        ("Ukrainian forces drove Russian troops out of Kupiansk.", "TERRITORY", "capture"),
        ("Rebel fighters pulled out of Taiz.", "RETREAT", "withdraw"),
        ("The rebels surrendered in Daraa.", "RETREAT", "disarm"),
        ("The army freed 40 hostages in Borno.", "RETREAT", "release"),
        ("More than 50,000 people fled El Geneina.", "DISPLACEMENT", "flee"),
        ("About 3,000 residents were evacuated from Kherson.", "DISPLACEMENT", "evacuate"),
        ("Hundreds of families returned to Kobani.", "DISPLACEMENT", "return"),
        ("Soldiers arrested 12 activists in Yangon.", "COERCE", "arrest"),
        ("The army imposed a curfew in Goma.", "COERCE", "curfew"),
        ("The army blockaded the port of Hodeidah.", "COERCE", "restrict"),
        ("Turkey sent reinforcements to Idlib.", "MOBILIZE", "troops"),
        ("Russia massed troops near Kharkiv.", "MOBILIZE", "troops"),
        ("Thousands of people protested in Khartoum.", "PROTEST", "demo"),
        ("The government and the rebels reached a peace deal in Juba.", "AGREE", "deal"),
        ("A humanitarian truce was announced in Khartoum.", "AGREE", "truce"),
        ("Iran backs the Houthis.", "RELATION", None),
        ("The United States imposed sanctions on two generals in Myanmar.", "SANCTION", None),
    ],
)
def test_a_predicate_with_its_arguments_means_a_type_and_a_mode(claim_of, sentence, type_, mode):
    assert claim_of(sentence, type_).mode == mode


@pytest.mark.parametrize(
    "sentence",
    [
        "The director shot a film in Aleppo.",
        "The club fired the coach after the defeat.",
        "The company fired the engineer.",
        "The envoy fired off a letter to the council.",
        "Kobani beat Qamishli to reach the cup final.",
        "The striker fired a late winner past the goalkeeper.",
        "The driver killed the engine.",
        "The committee killed the bill.",
        "Grandmother shelled peas in the yard.",
        "The minister's attack on the bill surprised lawmakers.",
        "Opposition lawmakers launched an attack on the budget.",
        "The hacker's attack on the server lasted an hour.",
        "Shares of the bank crashed after the attack on its currency.",
        "Firefighters battled the blaze in Aleppo.",
        "The government sent ambulances and buses to Taiz.",
        "Residents took shelter in a school in Taiz.",
        "The minister renewed his push for lower taxes.",
        "The report concluded that the water was clean.",
        "The area surrounding the stadium in Taiz is quiet.",
        "The chief stepped up aid distributions in Taiz.",
        "The plane took off from Sanaa.",
        "The party won the election in Mali.",
    ],
)
def test_the_same_word_in_another_sense_is_no_event(claims_of, sentence):
    assert claims_of(sentence) == []


@pytest.mark.parametrize("sentence", [
    "Yemen has been hit by a violent unrest since early 2011.",
    "The country was hit by a severe drought last year.",
    "The army launched an operation to free citizens from terrorist threats.",
    "The coalition came under fire from Amnesty International over its report.",
    "Dozens of villagers paid the price.",
])
def test_turmoil_critics_and_prices_paid_are_no_attack_release_or_threat(claims_of, sentence):
    assert {claim.type for claim in claims_of(sentence)} & {"ASSAULT", "RETREAT", "THREATEN"} <= ({"ASSAULT"} if "operation" in sentence else set())


def test_who_comes_under_fire_from_gunmen_is_attacked(claims_of):
    assert [claim.type for claim in claims_of("A convoy came under fire from gunmen in Marib.")] == ["ASSAULT"]


def test_taking_part_in_talks_takes_no_place(claims_of):
    assert [claim.type for claim in claims_of("The minister took part in talks in Geneva.")] == ["CONSULT"]


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("A suicide car bombing killed eight soldiers in Gao.", "suicide car bombing"),
        ("Soldiers fired tear gas at protesters in Khartoum.", "fired tear gas"),
        ("Ukrainian forces drove Russian troops out of Kupiansk.", "drove Russian troops out"),
        ("A chemical attack killed dozens of people in Khan Sheikhoun.", "chemical attack"),
    ],
)
def test_the_longest_wording_is_the_trigger(claims_of, sentence, trigger):
    assert [claim.quote("trigger") for claim in claims_of(sentence)] == [trigger]


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        ("He was charged with murder in Gao.", 0),
        ("She faces two counts of assault in Gao.", 0),
        ("He was charged with the murder of a farmer in Gao.", 1),
    ],
)
def test_the_name_of_a_charge_is_no_act_unless_it_says_of_whom(claims_of, sentence, acts):
    assert len([claim for claim in claims_of(sentence) if claim.type == "ASSAULT"]) == acts


@pytest.mark.parametrize(("sentence", "type_", "mode"), [
    ("Teachers staged a strike in Beirut.", "PROTEST", "strike"),
    ("Workers went on strike in Tunis over unpaid wages.", "PROTEST", "strike"),
    ("The city of Goma fell to M23 rebels on Monday.", "TERRITORY", "capture"),
    ("Ethiopian troops invaded Somalia in 2006.", "TERRITORY", "enter"),
    ("Russia moved missiles to Kaliningrad.", "MOBILIZE", "weapons"),
    ("Reinforcements arrived in Goma on Saturday.", "MOBILIZE", "troops"),
    ("Refugees from Tigray crossed into Sudan.", "DISPLACEMENT", "flee"),
    ("The governor survived an assassination attempt in Kandahar.", "ASSAULT", "targeted"),
])
def test_what_newspapers_use_for_long_lived_things(claim_of, sentence, type_, mode):
    assert claim_of(sentence, type_).mode == mode


def test_whose_drones_struck_stands_before_the_strike(claim_of):
    claim = claim_of("A Russian drone strike killed four militants in Marib.")
    assert [(p.country, p.sector) for p in claim.initiators] == [("RUS", "MIL")]


def test_the_missing_and_the_surrendered_are_counted(claim_of):
    assert [(t.what, t.low) for t in claim_of("Four aid workers went missing in Tigray.").tallies] == [("missing", 4)]
    assert [(t.what, t.low) for t in claim_of("About 300 fighters surrendered in Baghouz.", "RETREAT").tallies] == [("surrendered", 280)]


@pytest.mark.parametrize("sentence", ["The siege of Deir ez-Zor was lifted on Monday.", "The army broke the siege of Menagh air base on Monday.", "Fighters breached the siege of Marib on Monday."])
def test_a_siege_that_ends_is_no_siege_beside_its_end(claim_of, sentence):
    assert claim_of(sentence, "TERRITORY").mode == "contest"


def test_dead_and_wounded_is_one_fate_and_not_that_of_the_doers(claim_of):
    claim = claim_of("The army pounded Goma leaving scores of militants dead and wounded.")
    assert [who.name for who in claim.initiators] == ["army"]
    assert [who.name for who in claim.targets] == ["militants"]
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("casualties", 40)]


def test_for_whom_somebody_fights_is_whose_he_is(claims_of):
    claims = claims_of("Militants fighting for al-Shabab were also killed in Barawe.")
    assert [(claim.passage("trigger").quote, claim.initiators) for claim in claims] == [("killed", ())]


def test_for_what_one_fights_one_fights(claims_of):
    assert [claim.passage("trigger").quote for claim in claims_of("Militants are fighting for the town of Barawe.")] == ["fighting"]


def test_the_words_of_an_act_are_no_party_of_it(claims_of):
    claims = claims_of("The bombing delayed the population transfer from Zabid.")
    assert all(claim.initiators == () for claim in claims if claim.type == "DISPLACEMENT")


@pytest.mark.parametrize(("sentence", "type_", "initiators", "targets"), [
    ("Militants hurled a grenade at a checkpoint.", "ASSAULT", ["Militants"], ["checkpoint"]),
    ("Fire from an Israeli tank killed a Lebanese sergeant.", "ASSAULT", ["Israeli tank"], ["Lebanese sergeant"]),
    ("Twelve people are feared dead after an army airstrike on a village.", "ASSAULT", ["army"], ["people"]),
    ("The helicopter gunship was brought down by rebels.", "ASSAULT", ["rebels"], ["helicopter gunship"]),
    ("Soldiers confiscated phones and cameras from journalists.", "COERCE", ["Soldiers"], ["journalists"]),
    ("Fighters are advancing on Hodeidah's port.", "TERRITORY", ["Fighters"], []),
])
def test_plain_words_of_any_newsroom(claim_of, sentence, type_, initiators, targets):
    claim = claim_of(sentence, type_)
    assert [party.name for party in claim.initiators] == initiators
    assert [party.name for party in claim.targets] == targets


def test_a_blaze_that_somebody_causes_is_no_fire_of_his(claim_of):
    assert claim_of("Bombs dropped by army helicopters hit a mosque, causing a huge fire inside it.").quote("trigger") == "Bombs"
