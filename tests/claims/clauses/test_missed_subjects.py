"""Layer 4: who does what a verb tells where the parse gives it another subject or none."""

import pytest


def names(participants):
    return [participant.name for participant in participants]


@pytest.mark.parametrize(
    ("sentence", "type_", "doers"),
    [
        ("Hours after the start of the offensive Ugandan-backed militants seized the town of Goma.", "TERRITORY", ["Ugandan-backed militants"]),
        ("Despite weeks of calm in Goma Congolese regime forces have bombed the market in Sake.", "ASSAULT", ["Congolese regime forces"]),
        ("Al-Qaeda's Syrian arm the Nusra Front clashed with rebels in Idlib.", "ASSAULT", ["Nusra Front", "rebels"]),
        ("The suicide bomber was driving a van carrying flour and detonated near the buses in Goma.", "ASSAULT", ["suicide bomber"]),
        ("Tensions rose in the region after Uganda rushed to send its warships to the lake threatening to bomb Goma.", "THREATEN", ["Uganda"]),
    ],
)
def test_whoever_acts_stands_right_before_the_verb_or_in_the_clause_before(claims_of, sentence, type_, doers):
    claim = next(claim for claim in claims_of(sentence) if claim.type == type_)
    assert names(claim.initiators) == doers


def test_each_of_the_sides_of_a_war_takes_its_ground(claims_of):
    claim = next(claim for claim in claims_of("The revolt turned into a fight among the government rebels extremists and Kurds each carving out lands of its own.")
                 if claim.type == "TERRITORY")
    assert names(claim.initiators) == ["government", "rebels", "extremists", "Kurds"]


def test_who_acts_behind_and_is_no_part_of_the_list_before_it(claims_of):
    claim = next(claim for claim in claims_of("Bunia is one of the main contested towns and government forces took ground near it in June.")
                 if claim.type == "TERRITORY")
    assert names(claim.initiators) == ["government forces"]


def test_a_participle_with_an_object_is_what_those_before_it_did(claim_of):
    claim = claim_of("Activists said planes of the military coalition bombed huts for displaced people in the camp.")
    assert names(claim.initiators) == ["military coalition"]
    assert "military coalition" not in names(claim.targets)


def test_a_second_passive_has_the_subject_that_stands_before_it(claim_of):
    claim = claim_of("Four people were killed including two girls and 12 others were wounded in a grenade attack in Goma.")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 4), ("killed", 2), ("wounded", 12)]


@pytest.mark.parametrize(
    "sentence",
    [
        "On Sunday rebels reportedly killed nine farmers near Goma.",
        '"In the province of Goma rebels shelled a school.',
        "On Sunday rebels near Goma killed nine farmers.",
    ],
)
def test_an_adverb_a_quotation_mark_or_a_place_does_not_hide_who_stands_before_the_verb(claims_of, sentence):
    claim = claims_of(sentence)[0]
    assert [person.name.removeprefix("Goma ") for person in claim.initiators] == ["rebels"]


def test_who_is_believed_to_be_somebody_does_what_the_verb_behind_tells(claims_of):
    claim = next(claim for claim in claims_of("Gunmen suspected to be rebels yesterday attacked some villages in the Goma area.") if claim.type == "ASSAULT")
    assert claim.initiators


@pytest.mark.parametrize(("sentence", "type_", "doers"), [
    ("Two villagers got wounded on Sunday when armed groups allied to the militia fired a mortar shell on the market in Goma.", "ASSAULT", "armed groups"),
    ("Scores of militiamen were killed and wounded as the Congolese army, aided by local fighters, seized several parts of the Birere district of Goma.", "TERRITORY", "Congolese army"),
])
def test_who_suffers_while_others_attack_does_not_attack(claims_of, sentence, type_, doers):
    claim = [claim for claim in claims_of(sentence) if claim.type == type_][-1]
    assert doers in names(claim.initiators)
    assert {"villagers", "militiamen"}.isdisjoint(names(claim.initiators))


@pytest.mark.parametrize(("sentence", "type_", "doers"), [
    ("The insurgents withdrew from the village on Monday after warplanes of the French-led coalition, supporting Malian forces on the ground, bombed their positions.",
     "ASSAULT", ["French-led coalition"]),
    ("Rebels backed by Ugandan special forces besieged Goma's western outskirts, where residents sought shelter.", "TERRITORY", ["Rebels", "Ugandan special forces"]),
    ("Hayat Tahrir al-Sham dominated by al Qaedas former affiliate seized the Bab al-Hawa crossing from the Levant Front with which it had signed a truce on Friday.",
     "TERRITORY", ["Hayat Tahrir al-Sham"]),
])
def test_company_told_between_them_does_not_part_a_verb_from_who_does_it(claims_of, sentence, type_, doers):
    assert names(next(claim for claim in claims_of(sentence) if claim.type == type_).initiators) == doers


@pytest.mark.parametrize(("sentence", "doer"), [
    ("The air strikes, which a rebel official blamed on Ethiopia, hit a camp for displaced people near Goma.", "Ethiopia"),
    ("The blast, which police blamed on the Taliban, wounded nine shoppers.", "Taliban"),
    ("The shelling that activists blamed on government forces killed six children in Goma.", "government forces"),
])
def test_who_lays_an_act_to_another_did_not_do_it(claims_of, sentence, doer):
    assert names(next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT").initiators) == [doer]


def test_whom_an_army_battles_where_a_raid_hit_killed_nobody(claims_of):
    found = {claim.quote("trigger"): [who.name for who in claim.initiators]
             for claim in claims_of("A raid on the town where US-backed fighters are battling the Boko Haram group killed two women.")}
    assert found["raid"] == []
    assert found["battling"] == ["US-backed fighters", "Boko Haram group"]


def test_those_who_gain_by_an_act_do_it(claims_of):
    def doers(sentence):
        return [who.name for claim in claims_of(sentence) if claim.type == "TERRITORY" for who in claim.initiators]

    assert doers("Capturing the town would be a major prize for the Nigerian army.") == ["Nigerian army"]
    assert doers("Capturing the town would be a major blow for the Nigerian army.") == []


def test_with_whom_it_was_bad_does_the_shelling(claims_of):
    claim = claims_of("It was pretty bad again this morning with jets, tanks and mortars shelling our village.")[0]
    assert names(claim.initiators)[:2] == ["jets", "tanks"]


def test_a_weapon_that_somebody_used_does_nothing_itself(claims_of):
    claim = claims_of("The militia attacked the convoy on Monday with mortars and rockets killing nine guards.")[0]
    assert names(claim.initiators) == ["militia"]


@pytest.mark.parametrize(
    ("sentence", "hit"),
    [
        ("It was terrible with gunboats, cannon and troops pounding our district.", "troops"),
        ("Residents fled from jets and tanks pounding their district.", "tanks"),
    ],
)
def test_who_pounds_a_district_does_not_own_it(claims_of, sentence, hit):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert hit in names(claim.initiators)
    assert hit not in names(claim.targets)


def test_the_rest_are_not_the_one_who_died_before(claims_of):
    claims = claims_of("One gunman blew himself up at the gate with the rest then opening fire, the police said.")
    assert [names(claim.initiators) for claim in claims] == [["gunman"], []]


@pytest.mark.parametrize("told", [
    "On Tuesday in northern Mali, an airstrike on the village of Bara killed 10 people and wounded several more, activists said.",
    "On Friday in eastern Congo, a mortar attack on the town of Sake killed six people and injured nine, a doctor said.",
])
def test_an_attack_told_behind_its_region_kills_and_the_place_that_it_hit_does_not(claims_of, told):
    claim = claims_of(told)[0]
    assert claim.initiators == ()
    assert [tally.what for tally in claim.tallies] == ["killed", "wounded"]


def test_a_town_explained_behind_a_comma_does_nothing(claims_of):
    assert names(claims_of("On Tuesday in Goma, a town in eastern Congo, gunmen killed nine people.")[0].initiators) == ["gunmen"]


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("Troops near the town Kismayo attacked the militia.", ["Troops"]),
        ("Gunmen loyal to a warlord in the capital Mogadishu attacked the port.", ["Gunmen"]),
        ("A push by the army to take the last stronghold near the capital Khartoum killed 23 people.", ["army"]),
        ("Khartoum killed nine rebels in the raid.", ["Khartoum"]),
    ],
)
def test_the_name_of_the_capital_near_which_it_was_did_nothing(claims_of, sentence, doers):
    assert [one.name for one in next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT").initiators] == doers


@pytest.mark.parametrize(
    "text",
    [
        "The ministry cited a security source that the Sudanese army had killed 12 rebels in Kadugli.",
        "Diplomats repeated their assertions that the Sudanese army has killed 12 rebels in Kadugli.",
    ],
)
def test_what_a_source_says_another_did_he_did_not_do(claims_of, text):
    assert [[party.name for party in claim.initiators] for claim in claims_of(text) if claim.type == "ASSAULT"] == [["Sudanese army"]]
