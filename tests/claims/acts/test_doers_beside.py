"""Layer 9: who did it by what the sentence tells beside the act."""

import pytest


def doers(claims, trigger):
    return [person.name for claim in claims if claim.quote("trigger") == trigger for person in claim.initiators]


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("Government troops captured nine gunmen in a raid near Goma on Friday.", "raid"),
        ("Nine gunmen were captured by government troops during a raid near Goma.", "raid"),
        ("Government troops seized the village of Sake in a surprise attack.", "attack"),
        ("Government troops freed two teachers in a series of night raids.", "raids"),
    ],
)
def test_an_act_in_the_frame_of_a_deed_is_theirs_who_do_the_deed(claims_of, sentence, trigger):
    assert [name.lower() for name in doers(claims_of(sentence), trigger)] == ["government troops"]


def test_a_siege_that_ends_with_the_fall_of_the_town_is_theirs_who_took_it(claims_of):
    claims = claims_of("Goma was captured by rebels after a two-month siege.")
    assert doers(claims, "siege") == ["rebels"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Police arrested nine men in the attack on the market of Goma.",
        "The minister laid a wreath in Goma during an attack on the harbour.",
        "Five members of al-Shabaab including a commander died in an attack on a mosque in Kismayo.",
    ],
)
def test_an_act_beside_an_arrest_or_another_matter_is_not_theirs_who_did_that(claims_of, sentence):
    assert doers(claims_of(sentence), "attack") == []


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("Nine farmers were shot dead last week when militiamen raided their village near Goma.", "shot dead"),
        ("Two nurses were captured as militiamen overran the town of Sake.", "captured"),
        ("Six shoppers were killed and 11 wounded when militiamen threw a grenade into a market in Goma.", "threw"),
    ],
)
def test_whoever_attacks_while_somebody_is_harmed_harmed_them(claims_of, sentence, trigger):
    assert doers(claims_of(sentence), trigger) == ["militiamen"]


def test_fighters_who_fell_when_their_own_side_attacked_did_not_kill_each_other(claims_of):
    claims = claims_of("Nine rebels were killed when insurgents attacked a police post in Goma.")
    assert doers(claims, "killed") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Nine farmers were killed when troops closed in on the camp near Goma.", ["troops"]),
        ("Nine farmers were killed when troops withdrew from the camp near Goma.", []),
    ],
)
def test_armed_men_whose_move_is_told_with_the_harm_did_it_unless_they_left(claims_of, sentence, expected):
    assert doers(claims_of(sentence), "killed") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Monday was the third day of heavy air raids on Mekelle after the army launched a new offensive to retake the town.", ["army"]),
        ("Monday was the third day of heavy air raids on Mekelle after the army opened a school in the town.", []),
    ],
)
def test_whoever_launched_an_operation_makes_the_raids_in_its_course(claims_of, sentence, expected):
    assert doers(claims_of(sentence), "air raids") == expected


@pytest.mark.parametrize("deed", ["converge on Goma", "gather near Goma"])
def test_forces_that_only_draw_near_while_somebody_is_killed_did_not_do_it(claims_of, deed):
    claim = next(claim for claim in claims_of(f"Some 40 farmers have been killed as foreign armies {deed}.") if claim.type == "ASSAULT")
    assert claim.initiators == ()


def test_company_of_those_who_hope_to_act_acts_too(claims_of):
    claims = claims_of("Hema fighters, along with a group of Lendu militias, are hoping to encircle the M23 forces.")
    claim = next(claim for claim in claims if claim.type == "TERRITORY")
    assert [who.name for who in claim.initiators] == ["Hema fighters", "Lendu militias"]


def test_with_whom_forces_cooperate_are_others(claims_of):
    claim = next(claim for claim in claims_of("Army forces in cooperation with the tribal forces encircled insurgents near Taiz.") if claim.type == "TERRITORY")
    assert [who.name for who in claim.initiators] == ["Army forces", "tribal forces"]


@pytest.mark.parametrize(("sentence", "doers"), [
    ("The headquarters of the rebels in Mekelle was captured as Ethiopian troops pushed into the city.", ["Ethiopian troops"]),
    ("Two villages were seized as M23 fighters advanced towards Goma.", ["M23 fighters"]),
    ("The bridge was taken as army units stormed the district.", ["army units"]),
    ("The town was captured as government troops withdrew.", []),
    ("The base was captured as Ethiopian soldiers fought back.", []),
    ("The rebel base was captured as rebels attacked another town.", []),
])
def test_ground_falls_to_those_who_move_on_it(claims_of, sentence, doers):
    claim = next(claim for claim in claims_of(sentence) if claim.mode in ("capture", "recapture"))
    assert [who.name for who in claim.initiators] == doers


@pytest.mark.parametrize(("sentence", "doers"), [
    ("The supply route was severed on Monday as rebels took the hills.", ["rebels"]),
    ("The supply route was cut when a bomb went off.", []),
])
def test_a_way_is_cut_by_those_who_take_ground_meanwhile(claims_of, sentence, doers):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "TERRITORY")
    assert [who.name for who in claim.initiators] == doers


@pytest.mark.parametrize(("sentence", "doers"), [
    ("Al-Shabaab has been beaten back from Kismayo, with Kenyan troops seizing the port.", ["Kenyan troops"]),
    ("The rebels were driven out of Goma, with Congolese troops advancing into the city.", ["Congolese troops"]),
    ("The rebels were driven out of Goma, with their fighters entering the hills.", []),
    ("The airport was captured on Monday, with government troops retreating south.", []),
])
def test_ground_falls_to_those_told_of_behind_with(claims_of, sentence, doers):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "TERRITORY")
    assert [who.name for who in claim.initiators] == doers


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Thirty Malian soldiers killed in jihadist advance", ["jihadist"]),
        ("Nine soldiers were killed in a rebel advance near Goma.", ["rebel"]),
        ("Nine soldiers were killed during an advance by M23 near Goma.", ["M23"]),
        ("Nine Ugandan soldiers were killed in a Ugandan advance near Goma.", []),
    ],
)
def test_those_who_fall_in_an_advance_fall_to_those_who_make_it(claims_of, sentence, expected):
    assert next([person.name for person in claim.initiators] for claim in claims_of(sentence) if claim.type == "ASSAULT") == expected


@pytest.mark.parametrize(("sentence", "doers"), [
    ("Forty Malian soldiers were killed in a jihadist advance near Gao.", ["jihadist"]),
    ("Scores of Ukrainian troops died during the Russian advance on Bakhmut.", ["Russian"]),
    ("Six people were killed in the Libyan army's capture of Sirte.", ["Libyan army"]),
    ("Dozens of rebels were killed in a rebel advance near Goma.", []),
    ("Nine soldiers were killed amid the retreat of the rebels from Goma.", []),
])
def test_who_takes_ground_killed_those_who_fell_unless_they_were_his_own(claims_of, sentence, doers):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert [initiator.name for initiator in claim.initiators] == doers
