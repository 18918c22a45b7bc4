"""Layer 6: a figure whose own words tell another fate than the act by which it stands."""


def test_bodies_received_beside_the_wounded_are_no_wounded(claims_of):
    claims = claims_of("The clinic in Taiz received the bodies of 44 people as well as 90 injured.")
    assert ("wounded", 44) not in {(tally.what, tally.low) for claim in claims for tally in claim.tallies}


def test_who_only_tried_to_flee_and_was_executed_is_not_displaced(claims_of):
    claims = claims_of("Gunmen executed 18 villagers who had tried to flee.")
    assert {(tally.what, tally.low) for claim in claims for tally in claim.tallies} == {("killed", 18)}


def test_who_fled_and_was_then_killed_is_both(claims_of):
    claims = claims_of("Gunmen killed 18 villagers who had fled Taiz.")
    assert {(tally.what, tally.low) for claim in claims for tally in claim.tallies} == {("killed", 18), ("displaced", 18)}


def test_people_driven_from_their_homes_by_a_war_that_killed_are_counted(claims_of):
    claims = claims_of("The fighting has killed 3,000 people and driven thousands from their villages.")
    assert "displaced" in {tally.what for claim in claims for tally in claim.tallies}


def test_who_suffers_a_wound_is_wounded_and_who_is_found_with_one_is_a_casualty(claim_of):
    def fates(text):
        return {(tally.what, tally.low) for tally in claim_of(text).tallies}

    assert fates("The officer suffered a head wound in the blast in Taiz.") == {("wounded", 1)}
    assert fates("The clinic in Taiz took in three men with gunshot wounds.") == {("casualties", 3)}
    assert fates("A woman was wounded and later died in the blast in Taiz.") == {("killed", 1)}
