"""Layer 4, verbs: those right before a participle whom it befell."""


def names(participants):
    return [participant.name for participant in participants]


def test_the_dead_of_a_war_are_not_those_whom_it_displaced(claims_of):
    claims = claims_of("The conflict has left at least 21000 people dead and displaced nearly a third of the people.")
    assert [names(claim.initiators) for claim in claims if claim.type == "DISPLACEMENT"] == [["people"]]


def test_a_second_fate_of_the_same_is_theirs(claims_of):
    claims = claims_of("The raid left dozens of villagers dead and wounded.")
    assert {tally.what for claim in claims for tally in claim.tallies} == {"casualties"}


def test_those_counted_right_before_a_second_fate_suffered_it(claims_of):
    claims = claims_of("In Kivu 280,000 people were killed and millions displaced by the war.")
    assert any(claim.type == "DISPLACEMENT" for claim in claims)
