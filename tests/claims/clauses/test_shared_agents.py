"""Layer 4: who does what two verbs tell of which only one names them."""

import pytest


def doers(claims, trigger):
    return [person.name for claim in claims if claim.quote("trigger") == trigger for person in claim.initiators]


def test_the_agent_behind_the_last_participle_did_what_the_first_tells_too(claims_of):
    claims = claims_of("Nine teachers were abducted and beaten by rebels near Goma.")
    assert doers(claims, "abducted") == ["rebels"]


def test_the_agent_of_a_contrast_is_only_of_its_own_verb(claims_of):
    claims = claims_of("The hill was captured in 1994 but is claimed by Rwanda.")
    assert doers(claims, "captured") == []


def test_who_shot_a_man_did_not_die_of_his_wounds(claims_of):
    claim = claims_of("The judge was shot by gunmen in Goma and died of his wounds.")[0]
    assert [person.name for person in claim.initiators] == ["gunmen"]
    assert "gunmen" not in [person.name for person in claim.targets]


def test_a_perfect_shares_the_object_of_the_verb_behind_it(claims_of):
    claim = claims_of("This rebel group has killed and wounded many farmers near Goma.")[0]
    assert [person.name for person in claim.initiators] == ["rebel group"]
    assert [person.name for person in claim.targets] == ["farmers"]


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("In addition to seizing the bridge the rebels also shelled the town of Sake.", "seizing"),
        ("The rebels are massing for a second attempt at seizing the town of Sake.", "seizing"),
    ],
)
def test_a_gerund_behind_what_somebody_undertakes_is_his(claims_of, sentence, trigger):
    assert doers(claims_of(sentence), trigger) == ["rebels"]


@pytest.mark.parametrize("hands", ["at the hands of", "on the hands of"])
def test_in_whose_hands_somebody_died_killed_him(claims_of, hands):
    assert doers(claims_of(f"Nine farmers were killed {hands} the rebels near Goma."), "killed") == ["rebels"]


def test_a_killing_at_the_hands_of_somebody_is_his(claims_of):
    assert doers(claims_of("The bishop condemned the killing of nine farmers at the hands of the rebels."), "killing") == ["rebels"]


def test_who_killed_one_man_and_wounded_another_was_not_wounded(claims_of):
    claim = claims_of("Two gunmen shot and killed a policeman and wounded another guarding a shop in Goma.")[0]
    assert [person.name for person in claim.initiators] == ["gunmen"]
    assert "gunmen" not in [person.name for person in claim.targets]


@pytest.mark.parametrize(
    "sentence",
    [
        "The charity said two of the dead were teachers and blamed the rebels for the raid on Goma.",
        "The charity said its school had been hit twice and accused the rebels of shelling it.",
    ],
)
def test_whoever_tells_of_the_harm_holds_another_to_account_for_it(claims_of, sentence):
    assert [[person.name for person in claim.initiators] for claim in claims_of(sentence) if claim.type == "ACCUSE"] == [["charity"]]


@pytest.mark.parametrize("sentence", ["The village was captured by Iraqi troops and allied tribal fighters.", "The village was shelled by Iraqi troops and allied tribal fighters."])
def test_those_allied_with_the_first_acted_beside_them(claims_of, sentence):
    assert [participant.name for participant in claims_of(sentence)[0].initiators] == ["Iraqi troops", "tribal fighters"]


@pytest.mark.parametrize(
    "sentence",
    ["Eight rebels were killed in clashes with the army and allied militias near Goma.", "Rebels clashed on Monday with the army and allied militias near Goma."],
)
def test_allies_behind_those_who_are_fought_fight_too(claims_of, sentence):
    claim = next(claim for claim in claims_of(sentence) if claim.mode == "clash")
    assert {"army"} < {participant.name for participant in claim.initiators}
    assert any("militias" in participant.name for participant in claim.initiators)


@pytest.mark.parametrize(
    ("sentence", "trigger", "names"),
    [
        ("Russia denied accusations of bombing the hospital.", "bombing", ["Russia"]),
        ("Museveni has denied previous accusations of using cluster bombs.", "bombs", ["Museveni"]),
        ("The militia rejected reports of executing prisoners.", "executing", ["militia"]),
        ("The army denied accusations by Amnesty of bombing the hospital.", "bombing", ["army"]),
        # whoever claims something of himself has done it, not who rejects the claim
        ("The army denied claims by the rebels of capturing the airport.", "capturing", []),
        ("Villagers heard of accusations of bombing the hospital.", "bombing", []),
    ],
)
def test_who_rejects_what_he_is_accused_of_is_told_to_have_done_it(claims_of, sentence, trigger, names):
    assert doers(claims_of(sentence), trigger) == names
