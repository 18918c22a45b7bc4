"""Layer 8: what the words over an act do to whether it happened."""

import pytest


def told(claims, type_):
    return [(claim.stance, claim.negated) for claim in claims if claim.type == type_]


@pytest.mark.parametrize(
    ("sentence", "type_", "stance"),
    [
        ("Rebels were shot for an attempt to surrender their arms.", "RETREAT", ("asserted", False)),
        ("The villagers crossed the river to escape the shelling.", "DISPLACEMENT", ("asserted", False)),
        ("The army is pressing an offensive in Taiz.", "ASSAULT", ("asserted", False)),
        ("The army began a campaign with the aim of recapturing Taiz.", "TERRITORY", ("planned", False)),
        ("If the port were to be captured by the rebels, aid would stop.", "TERRITORY", ("hypothetical", False)),
        ("The ministry has no confirmation that gas was used against Taiz.", "ASSAULT", ("hypothetical", False)),
        ("If verified, it would be one of the worst air strikes of the year.", "ASSAULT", ("hypothetical", False)),
        ("The army declined to comment on the air strike in Taiz.", "ASSAULT", ("asserted", False)),
        ("Houses burned due to a rocket attack in Taiz.", "ASSAULT", ("asserted", False)),
        ("The rebels broke the deal by abstaining from releasing the prisoners.", "RETREAT", ("asserted", True)),
        ("The court failed to understand that the building was bombed.", "ASSAULT", ("asserted", False)),
        ("The villagers were to be transported to Aden.", "DISPLACEMENT", ("planned", False)),
        ("They tried to cross the river to escape the shelling.", "DISPLACEMENT", ("asserted", False)),
        ("There was no penalty for the regime bombing Taiz.", "ASSAULT", ("asserted", False)),
        ("The drones are capable of hitting ships off Aden.", "ASSAULT", ("hypothetical", False)),
        ("The brigade is able to shell Taiz at any time.", "ASSAULT", ("hypothetical", False)),
        ("The army was able to retake Taiz on Sunday.", "TERRITORY", ("asserted", False)),
        ("He was charged with planning attacks on churches in Aden.", "ASSAULT", ("planned", False)),
        ("The fall of Taiz would be a blow to the rebels.", "TERRITORY", ("hypothetical", False)),
        ("The withdrawal of the fighters would begin on Sunday, the ministry said.", "RETREAT", ("planned", False)),
        ("Negotiations on the evacuation of the fighters broke down in Aden.", "DISPLACEMENT", ("hypothetical", False)),
        ("Cutting the road to Taiz would leave the families hungry.", "TERRITORY", ("hypothetical", False)),
        ("Talks over the release of the nuns went on for weeks.", "RETREAT", ("hypothetical", False)),
        ("The two ministers discussed the ceasefire in Taiz.", "AGREE", ("asserted", False)),
        ("The walls protect the ministry in Aden against car bombs.", "ASSAULT", ("hypothetical", False)),
        ("A wall protected the port of Aden from the rockets that the rebels fired.", "ASSAULT", ("asserted", False)),
        ("The army failed in its attempt to storm the port of Aden.", "ASSAULT", ("asserted", True)),
    ],
)
def test_an_act_is_told_by_the_words_that_govern_it(claims_of, sentence, type_, stance):
    assert stance in told(claims_of(sentence), type_)


def test_who_attempts_is_named_behind_by(claims_of):
    claims = claims_of("Rebel fighters repelled attempts by army forces to overrun Taiz.")
    taken = next(claim for claim in claims if claim.type == "TERRITORY")
    assert [who.name for who in taken.initiators] == ["army forces"]


def test_the_offensive_that_another_follows_is_not_planned(claims_of):
    claims = claims_of("The militia was preparing for an offensive on the northern axis capitalizing on the rebel-led offensive in Taiz.")
    assert ("asserted", False) in told(claims, "ASSAULT")


@pytest.mark.parametrize("sentence", [
    "Gunmen set off a bomb under a lorry in Aden.",
    "Gunmen set off two landmines near Aden.",
])
def test_what_is_set_off_is_no_plan(claim_of, sentence):
    assert claim_of(sentence).stance == "asserted"


@pytest.mark.parametrize("sentence", [
    "The mayor called on the militia to stop air raids on Aden.",
    "The envoys flew to Aden for talks aimed at halting the bloodshed.",
    "The mayor urged the people of Aden to march to protest the bombings.",
])
def test_what_is_to_be_ended_has_been(claim_of, sentence):
    claim = claim_of(sentence)
    assert (claim.stance, claim.negated) == ("asserted", False)


def test_another_raid_that_is_to_be_stopped_has_not_been(claim_of):
    assert claim_of("The mayor called on the militia to stop another raid on Aden.").stance == "demanded"


def test_what_is_told_of_those_to_whom_something_is_not_done_has_been(claim_of):
    claim = claim_of("Convoys could not reach the villagers besieged by the army near Taiz.", "TERRITORY")
    assert (claim.stance, claim.negated) == ("asserted", False)
