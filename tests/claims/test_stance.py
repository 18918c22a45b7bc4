"""Layer 8: what happened, what was denied, threatened, planned, demanded, feared, asked, and what is history."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "type_", "stance", "negated"),
    [
        ("Rebels attacked Taiz on Monday.", "ASSAULT", "asserted", False),
        ("The army did not shell the hospital in Nyala.", "ASSAULT", "asserted", True),
        ("Rebels have not captured Taiz.", "TERRITORY", "asserted", True),
        ("The rebels never entered Taiz.", "TERRITORY", "asserted", True),
        ("The army failed to capture Taiz.", "TERRITORY", "asserted", True),
        ("The army tried to capture Taiz.", "TERRITORY", "asserted", False),
        ("The army denied shelling the hospital in Nyala.", "ASSAULT", "denied", True),
        ("The army denied that its jets bombed the market in Togoga.", "ASSAULT", "denied", True),
        ("Reports of an attack on Taiz are false, the army said.", "ASSAULT", "denied", True),
        ("The army plans to attack Taiz.", "ASSAULT", "planned", False),
        ("Israel will attack Rafah, the prime minister said.", "ASSAULT", "planned", False),
        ("The army was ready to storm Taiz.", "ASSAULT", "planned", False),
        ("The army sent troops to recapture Loikaw.", "TERRITORY", "planned", False),
        ("The army ordered its troops to withdraw from Gao.", "RETREAT", "planned", False),
        ("The UN urged the rebels to withdraw from Goma.", "RETREAT", "demanded", False),
        ("The Security Council demanded that the Rapid Support Forces end the siege of El Fasher.", "TERRITORY",
         "demanded", False),
        ("The rebels could attack Taiz.", "ASSAULT", "hypothetical", False),
        ("If the rebels attack Taiz, thousands will flee.", "ASSAULT", "hypothetical", False),
        ("The city fears an attack by the rebels.", "ASSAULT", "hypothetical", False),
        ("The threat of an attack on Taiz grew.", "ASSAULT", "hypothetical", False),
        ("Did the army shell the hospital?", "ASSAULT", "hypothetical", False),
        ("The group gathered weapons to launch attacks on Taiz.", "ASSAULT", "planned", False),
        ("The envoy warned against new strikes on Taiz.", "ASSAULT", "hypothetical", False),
        ("The city braces for a new bombardment.", "ASSAULT", "hypothetical", False),
        ("A strike could draw the country into the war in Yemen.", "ASSAULT", "hypothetical", False),
        ("The strike could draw the country into the war in Yemen.", "ASSAULT", "asserted", False),
        ("The envoy spoke of possible air strikes on Taiz.", "ASSAULT", "hypothetical", False),
        ("Medics prepared for the expected resumption of attacks on Taiz.", "ASSAULT", "planned", False),
        ("The army declared a pause in air strikes on Taiz.", "ASSAULT", "asserted", True),
        ("The army aims to win by bombing Taiz.", "ASSAULT", "planned", False),
        ("The assault on Taiz has yet to begin.", "ASSAULT", "planned", False),
        ("The envoy spoke of reprisals for any strike on Taiz.", "ASSAULT", "hypothetical", False),
        ("The mayor was not aware of any strike on Taiz.", "ASSAULT", "asserted", True),
        ("The fire in Taiz may be a rebel attack.", "ASSAULT", "hypothetical", False),
        ("It was not clear whether the raid was Russian.", "ASSAULT", "asserted", False),
        ("If these raids were an error, the envoy will say so.", "ASSAULT", "asserted", False),
        ("The rebels must be punished for the attack on Taiz.", "ASSAULT", "asserted", False),
        ("The envoy urged the council to condemn this massacre.", "ASSAULT", "asserted", False),
        ("The rebels were unable to hold the airport of Taiz.", "TERRITORY", "asserted", True),
        ("The sides reached a deal that the fighters would leave the town.", "RETREAT", "planned", False),
        ("The ministry said it would halt fire in Taiz on Monday.", "RETREAT", "planned", False),
        ("The air campaign is aimed at destroying villages near Taiz.", "ASSAULT", "asserted", False),
        ("Troops have yet to enter Taiz.", "TERRITORY", "planned", False),
        ("Rebels are also preparing for an operation to oust army troops from Taiz province.", "TERRITORY", "planned", False),
        ("The judge was the first official to be killed by the rebels.", "ASSAULT", "asserted", False),
        ("The army has been trying for months to surround Taiz.", "TERRITORY", "asserted", False),
        ("The chances of a truce in Taiz are small.", "AGREE", "hypothetical", False),
        ("In 2013, a chemical attack killed hundreds of people near Damascus.", "ASSAULT", "historical", False),
        ("The war has killed more than 380,000 people since 2011.", "ASSAULT", "historical", False),
    ],
)
def test_the_words_around_an_act_tell_its_stance(claim_of, sentence, type_, stance, negated):
    claim = claim_of(sentence, type_)
    assert (claim.stance, claim.negated) == (stance, negated)


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels threatened to attack Taiz.",
        "The rebels vowed to recapture Taiz.",
        "Turkey threatened to strike Syrian forces unless they withdraw from Idlib.",
        "President Erdogan said Turkey would drive back Syrian forces if they did not withdraw by Friday.",
    ],
)
def test_a_threat_of_force_is_a_threat_and_no_event(claims_of, sentence):
    assert {(claim.type, claim.stance) for claim in claims_of(sentence)} == {("THREATEN", "threatened")}


@pytest.mark.parametrize(
    "sentence", ["Nobody was killed in the strike on Kharkiv.", "No one was hurt in the attack on the base in Marib."])
def test_an_attack_that_hurt_nobody_was_an_attack(claim_of, sentence):
    claim = claim_of(sentence)
    assert (claim.stance, claim.negated) == ("asserted", False)
    assert [(tally.low, tally.high) for tally in claim.tallies] == [(0, 0)]


def test_what_is_only_feared_or_planned_is_on_no_day(claim_of):
    assert claim_of("The rebels could attack Taiz.").when is None
    assert claim_of("The army plans to attack Taiz.").when is None


@pytest.mark.parametrize(("sentence", "type_", "stance", "negated"), [
    ("There was no immediate comment from the army on the strike in Daraa.", "ASSAULT", "asserted", False),
    ("The attack on Kobani was called off.", "ASSAULT", "asserted", True),
    ("The army called off the attack on Kobani.", "ASSAULT", "asserted", True),
    ("A meeting between the two presidents is scheduled for next week in Geneva.", "CONSULT", "planned", False),
    ("A prisoner swap between Kyiv and Moscow was postponed.", "AGREE", "planned", False),
    ("Fears are growing that the army will attack Rafah.", "ASSAULT", "hypothetical", False),
    ("The army is preparing a planned offensive on Idlib.", "ASSAULT", "planned", False),
    ("The planned withdrawal of troops from Hodeidah has been delayed.", "RETREAT", "planned", False),
    ("The Houthis' claim to have seized the base in Marib was not confirmed.", "TERRITORY", "asserted", False),
    ("No attack took place in Taiz.", "ASSAULT", "asserted", True),
    ("A planned attack on Kobani was called off.", "ASSAULT", "asserted", True),
])
def test_words_over_and_around_an_event_noun_tell_its_stance(claim_of, sentence, type_, stance, negated):
    claim = claim_of(sentence, type_)
    assert (claim.stance, claim.negated) == (stance, negated)


def test_what_was_done_in_the_end_is_no_part_of_the_plan(claim_of):
    text = "The army had planned to storm the town of Goma but withdrew."
    assert (claim_of(text).stance, claim_of(text, "RETREAT").stance) == ("planned", "asserted")


def test_what_is_said_beside_a_denial_is_not_denied(claims_of):
    text = "The army denied shelling Taiz, saying rebels had attacked the hospital."
    assert [(claim.quote("trigger"), claim.stance) for claim in claims_of(text)] == [("shelling", "denied"), ("attacked", "asserted")]


def test_who_says_what_we_will_do_threatens(claim_of):
    claim = claim_of('"If they attack us, we will destroy their bases," the general said.', "THREATEN")
    assert (claim.condition, [p.sector for p in claim.initiators], [p.name for p in claim.targets]) == ("they attack us", ["MIL"], ["bases"])


@pytest.mark.parametrize("sentence", [
    "The militia is fighting to push the rebels out of Aden.",
    "The militia shelled the hills in order to wear down the rebels and capture Aden.",
    "The militia on Monday began an operation to capture Aden.",
    "The militia pressed on with a campaign launched to capture Aden.",
    "The militia is shelling the hills, hoping to capture Aden.",
])
def test_what_an_act_is_for_is_a_plan(claim_of, sentence):
    assert claim_of(sentence, "TERRITORY").stance == "planned"


def test_who_is_forced_to_leave_leaves(claim_of):
    assert claim_of("The assault forced the rebels to withdraw from Aden.", "RETREAT").stance == "asserted"


@pytest.mark.parametrize("sentence", [
    "Once the rebels have left Taiz the army will enter it.",
    "The families will go home as soon as the rebels have withdrawn from Taiz.",
])
def test_what_must_be_before_something_to_come_has_not_been(claims_of, sentence):
    assert [claim.stance for claim in claims_of(sentence) if claim.type == "RETREAT"] == ["planned"]


def test_what_was_before_something_that_has_been_is_told_as_done(claims_of):
    assert [claim.stance for claim in claims_of("Once the rebels had left Taiz the army entered it.") if claim.type == "RETREAT"] == ["asserted"]


def test_a_blow_that_threatens_a_thing_is_no_threat(claims_of):
    assert [claim.type for claim in claims_of("A deadly convoy attack threatens aid distribution in Yemen.")] == ["ASSAULT"]


def test_an_aid_body_that_suspends_its_work_ceases_no_fire(claims_of):
    assert all(claim.type != "RETREAT" for claim in claims_of("The United Nations suspended its aid operations in Yemen."))
    assert any(claim.type == "RETREAT" for claim in claims_of("The army suspended operations in Taiz for 48 hours."))


def test_who_says_that_he_will_never_do_it_threatens_nothing(claims_of):
    assert all(claim.type != "THREATEN" for claim in claims_of("The rebels said they would never shell the villages of Taiz."))
    assert any(claim.type == "THREATEN" for claim in claims_of("The rebels said they would shell the villages of Taiz."))
