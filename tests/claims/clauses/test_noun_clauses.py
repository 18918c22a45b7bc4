"""Layer 4: event nouns have the arguments of the verbs that they stand for."""

import pytest


def names(participants):
    return [participant.name for participant in participants]


@pytest.mark.parametrize(
    ("sentence", "type_", "initiators", "place"),
    [
        ("The army's shelling of Taiz continued on Tuesday.", "ASSAULT", ["army"], "Taiz"),
        ("Russian bombing of Kharkiv destroyed a school.", "ASSAULT", ["Russian"], "Kharkiv"),
        ("A raid by Israeli forces in Jenin killed two Palestinians.", "ASSAULT", ["Israeli forces"], "Jenin"),
        ("An attack by the rebels on the army in Goma left 12 soldiers dead.", "ASSAULT", ["rebels"], "Goma"),
        ("The Israeli bombardment of Gaza City killed 14 people.", "ASSAULT", ["Israeli"], "Gaza City"),
        ("His killing by security forces sparked protests in Khartoum.", "ASSAULT", ["security forces"], "Khartoum"),
        ("The capture of Taiz by the rebels on Monday surprised the army.", "TERRITORY", ["rebels"], "Taiz"),
        ("The rebels' capture of Taiz surprised the army.", "TERRITORY", ["rebels"], "Taiz"),
    ],
)
def test_whose_act_a_noun_is_and_where(claim_of, sentence, type_, initiators, place):
    claim = claim_of(sentence, type_)
    assert names(claim.initiators) == initiators
    assert claim.place.name == place


@pytest.mark.parametrize(
    ("sentence", "type_", "initiators"),
    [
        ("Houthi rebels carried out an attack on a Saudi base.", "ASSAULT", ["Houthi rebels"]),
        ("The army launched an air strike on Idlib.", "ASSAULT", ["army"]),
        ("Jets conducted raids on Hodeidah.", "ASSAULT", ["Jets"]),
        ("Rebels mounted a raid on a hospital in El Fasher.", "ASSAULT", ["Rebels"]),
        ("The militia committed a massacre in Nyala.", "ASSAULT", ["militia"]),
        ("Russian warplanes carried out air strikes on Kharkiv.", "ASSAULT", ["Russian warplanes"]),
    ],
)
def test_a_light_verb_lends_its_subject_to_the_noun(claim_of, sentence, type_, initiators):
    assert names(claim_of(sentence, type_).initiators) == initiators


def test_who_comes_under_attack_is_its_target(claim_of):
    claim = claim_of("The convoy came under attack near Timbuktu.")
    assert names(claim.targets) == ["convoy"]
    assert claim.initiators == ()


def test_whose_killing_it_was_is_its_target(claim_of):
    claim = claim_of("The killing of a journalist in Gaza drew protests.")
    assert [(p.name, p.sector) for p in claim.targets] == [("journalist", "MED")]


def test_the_two_sides_of_a_nominal_clash_are_its_initiators(claim_of):
    claim = claim_of("Fighting between Turkish and Syrian troops raged near Saraqeb.")
    assert names(claim.initiators) == ["Turkish troops", "Syrian troops"]
    assert [p.country for p in claim.initiators] == ["TUR", "SYR"]


def test_a_light_verb_passes_its_negation_to_the_noun(claim_of):
    claim = claim_of("The army did not carry out an air strike on Kharkiv.")
    assert (claim.stance, claim.negated) == ("asserted", True)


@pytest.mark.parametrize(
    ("sentence", "initiators"),
    [
        ("Kyiv accused Russian troops of the attack on Bucha.", ["Russian troops"]),
        ("The United States blamed Iran for the attack on the tanker.", ["Iran"]),
        ("Residents said the army was responsible for the massacre in Nyala.", ["army"]),
        ("Taiz has been subjected to heavy shelling by Houthi rebels.", ["Houthi rebels"]),
        ("The town fears the militants whose attack on Mopti killed 20 people.", ["militants"]),
    ],
)
def test_who_is_blamed_for_an_act_or_owns_it_is_who_is_said_to_have_done_it(claims_of, sentence, initiators):
    act = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert names(act.initiators) == initiators


def test_a_deal_is_between_those_whom_it_involves(claim_of):
    assert names(claim_of("They left under a deal involving the army and Tuareg rebels.", "AGREE").initiators) == ["army", "Tuareg rebels"]


@pytest.mark.parametrize(
    ("sentence", "trigger", "initiators"),
    [
        ("Nine people died in drone attacks and airstrikes by Ethiopian forces.", "drone attacks", ["Ethiopian forces"]),
        ("A series of strikes in Yemen by the Saudi-led coalition killed nine people.", "strikes", ["Saudi-led coalition"]),
        ("Nine people died in airstrikes thought to be carried out by the Ethiopian air force.", "airstrikes", ["Ethiopian air force"]),
        ("The base came under the heavy airstrikes of the Ethiopian warplanes.", "airstrikes", ["Ethiopian warplanes"]),
        ("The Ethiopian air force has used cluster munitions in attacks on villages.", "attacks", ["Ethiopian air force"]),
        ("The raid was in retaliation for airstrikes by forces loyal to Khalifa Haftar.", "airstrikes", ["forces loyal to Khalifa Haftar"]),
        ("Rebels set off a bomb in a warehouse near Taiz.", "bomb", ["Rebels"]),
        ("A woman was killed by sniper fire of Houthi rebels in Taiz.", "sniper fire", ["Houthi rebels"]),
    ],
)
def test_the_doer_of_an_act_may_hang_on_the_words_around_it(claims_of, sentence, trigger, initiators):
    act = next(claim for claim in claims_of(sentence) if claim.quote("trigger") == trigger)
    assert names(act.initiators) == initiators


def test_the_shelling_of_an_army_is_what_it_suffers(claim_of):
    assert names(claim_of("The shelling of Ukrainian troops near Bakhmut went on.").targets) == ["Ukrainian troops"]


def test_who_breaks_a_siege_does_not_lay_it(claims_of):
    claims = claims_of("The rebels managed to break the siege of Taiz.")
    assert all(claim.initiators == () for claim in claims if claim.quote("trigger") == "siege")


@pytest.mark.parametrize(
    ("sentence", "initiators"),
    [
        ("The Russian army delivered a series of strikes on Raqqa.", ["Russian army"]),
        ("Government forces finished the bombing campaign on eastern Aleppo.", ["Government forces"]),
        ("French minister: all indications Syria behind chemical attack", ["Syria"]),
        ("The monitor blamed the attack on forces loyal to the president.", ["forces"]),
        ("The death toll from the terrorist groups missile attacks on Goma rose to 8 civilians.", ["terrorist groups"]),
        ("They expanded their hold despite the bombing of several places by Rwandan jets.", ["Rwandan jets"]),
        ("Ten people were killed in mutual shelling between government forces and M23 rebels.", ["government forces", "M23 rebels"]),
        ("Army aircraft were believed responsible for the raids on the valley.", ["Army aircraft"]),
        ("The M23 group was preparing for a large offensive on the road.", ["M23 group"]),
        ("A boy was killed due to rocket shells fired by M23 rebels on the town.", ["M23 rebels"]),
        ("The monitor has accused the government of wreaking havoc with its air strikes on the valley.", ["government"]),
    ],
)
def test_who_does_an_act_stands_around_its_noun_in_many_ways(claims_of, sentence, initiators):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert [participant.name for participant in claim.initiators] == initiators


def test_whom_an_injury_befell_stands_right_behind_it(claim_of):
    claim = claim_of("Gunmen fired mortars at a market in Goma, causing the death of one vendor and injury of nine others.")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 1), ("wounded", 9)]


def test_the_victims_of_an_attack_named_before_them_are_its_targets(claim_of):
    assert [who.name for who in claim_of("Doctors treated gas attack victims in Halabja.").targets] == ["victims"]


@pytest.mark.parametrize("sentence", ["The council urged the mission to protect villagers from these raids.",
                                      "The council urged the mission to defend villagers against raids by the militia."])
def test_who_is_to_be_protected_against_an_act_is_whom_it_hits(claims_of, sentence):
    raids = [claim for claim in claims_of(sentence) if claim.type == "ASSAULT"]
    assert [who.name for who in raids[0].targets] == ["villagers"]


def test_who_receives_strikes_is_hit_by_them(claim_of):
    assert [who.name for who in claim_of("The militia is receiving more strikes by the air force.").targets] == ["militia"]


def test_what_is_met_with_an_act_is_what_it_hit(claims_of):
    claims = claims_of("The unrest began with student protests that were met with an army crackdown.")
    claim = next(claim for claim in claims if claim.passage("trigger").quote == "crackdown")
    assert ([one.name for one in claim.initiators], [one.name for one in claim.targets]) == (["army"], ["student protests"])


@pytest.mark.parametrize(
    ("sentence", "trigger", "doers"),
    [
        ("The fighters held the town, backed by French air strikes and an influx of Chadian troops.", "influx", ["Chadian troops"]),
        ("The villagers fled French air strikes and shelling.", "air strikes", ["French"]),
        ("The villagers fled rocket attacks and a raid by M23.", "rocket attacks", ["M23"]),
    ],
)
def test_who_stands_before_one_act_is_not_before_the_article_of_another(claims_of, sentence, trigger, doers):
    assert [person.name for claim in claims_of(sentence) if claim.quote("trigger") == trigger for person in claim.initiators] == doers


def test_a_ministry_that_condemns_a_strike_did_not_fly_it(claims_of):
    claims = claims_of("On Friday the Kenyan Foreign Ministry condemned coalition airstrikes in Kismayo that left nine civilians dead.")
    assert next([person.name for person in claim.initiators] for claim in claims if claim.type == "ASSAULT") == ["coalition"]
