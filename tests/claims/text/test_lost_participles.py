""""nine were injured by a helicopter bomb dropped on the village": the weapon is dropped, those who were hurt drop nothing."""


def test_who_was_hurt_drops_no_bomb(claims_of):
    for sentence in ("Three farmers died and six others were injured by a helicopter bomb dropped on the village.",
                     "A girl was killed and her brother was hurt by a mortar shell fired at a school."):
        assert all(not claim.initiators for claim in claims_of(sentence))


def test_who_drops_bombs_behind_and_does_it(claims_of):
    claims = claims_of("Rebels shelled a base, killed two soldiers and dropped bombs on a bridge.")
    dropped = next(claim for claim in claims if claim.quote("trigger") == "dropped")
    assert [party.name for party in dropped.initiators] == ["Rebels"]
