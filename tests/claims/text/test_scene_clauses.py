""""jets struck the port as a reporter in Gondar said", "when jets believed to be X struck": clauses that tell when, whose verb the parse hangs elsewhere."""


def _parties(claims, trigger):
    claim = next(claim for claim in claims if claim.quote("trigger") == trigger)
    return [party.name for party in claim.initiators], [party.name for party in claim.speakers]


def test_who_speaks_behind_as_says_what_follows_alone(claims_of):
    claims = claims_of("The agency said drones targeted barracks in the port as a local reporter in Gondar said heavy gunfire could be heard.")
    assert _parties(claims, "targeted") == (["drones"], ["agency"])
    assert _parties(claims, "gunfire") == ([], ["local reporter"])


def test_a_verb_does_not_take_the_object_before_as_for_its_subject(claims_of):
    claims = claims_of("The army said jets targeted depots in the town as a Reuters correspondent in Goma reported heavy shelling.")
    targeted = next(claim for claim in claims if claim.quote("trigger") == "targeted")
    assert [party.name for party in targeted.targets] == ["depots"]
    assert "depots" not in _parties(claims, "shelling")[1]


def test_a_participle_is_not_the_verb_of_the_clause(claims_of):
    for sentence in ("Nine villagers were killed when warplanes, believed to be Sudanese, struck a market in Darfur.",
                     "Nine villagers were killed when warplanes believed to be Sudanese struck a market in Darfur."):
        claim = next(claim for claim in claims_of(sentence) if claim.quote("trigger") == "struck")
        assert claim.initiators
        assert [tally.low for tally in claim.tallies] == [9]


def test_who_is_wounded_by_missiles_beside_is_not_shot_by_the_rebels(claims_of):
    claims = claims_of("The rebels shot dead a policeman while missiles fired by the army at the camp wounded six people.")
    shot = next(claim for claim in claims if claim.quote("trigger") == "shot dead")
    missiles = next(claim for claim in claims if claim.quote("trigger") == "missiles")
    assert [tally.low for tally in shot.tallies] == [1]
    assert [party.name for party in missiles.initiators] == ["army"]
    assert [tally.low for tally in missiles.tallies] == [6]


def test_behind_that_a_participle_leaves_the_verb_its_subject(claims_of):
    claims = claims_of("Police told the agency by phone that gunmen positioned in the hills targeted the farms in the valley with rockets.")
    assert [party.name for party in claims[0].initiators] == ["gunmen"]
    assert [party.name for party in claims[0].targets] == ["farms"]


def test_two_who_fight_behind_as_fight_both(claims_of):
    claims = claims_of("The station reported heavy fighting as rebels and allied militias battled for control of the port.")
    assert _parties(claims, "battled") == (["rebels", "militias"], ["station"])


def test_and_keeps_the_subject_of_the_first_verb(claims_of):
    claims = claims_of("The rebels left the town after the battle and attacked a convoy.")
    assert _parties(claims, "attacked")[0] == ["rebels"]
    claims = claims_of("The soldiers who fled after the attack said rebels had killed nine of them.")
    assert all(party.name == "soldiers" for claim in claims for party in claim.speakers)


def test_behind_a_comma_another_speaks(claims_of):
    claims = claims_of("On Friday, as aid groups still in shock came to terms with the raid in Bria, the Union of Chadian Doctors reported that two nurses had been killed.")
    speakers = [party.name for claim in claims for party in claim.speakers]
    assert all("aid groups" not in name for name in speakers)
