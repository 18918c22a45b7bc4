""""Rebels shelled the port, while the army reported no losses": what stands before "while" another does not say."""


def _speakers(claims, trigger):
    return [party.name for claim in claims if claim.quote("trigger") == trigger for party in claim.speakers]


def test_who_speaks_behind_while_says_nothing_of_what_stands_before(claims_of):
    claims = claims_of("The president blamed the militia for the massacre, while foreign minister John Banda said the army bore responsibility.")
    assert _speakers(claims, "massacre") == ["president"]
    claims = claims_of("Rebels shelled the port on Monday killing nine people while the army reported no losses.")
    assert _speakers(claims, "shelled") == []


def test_who_speaks_behind_as_at_the_end_says_it(claims_of):
    claims = claims_of("Nine people died in the raid, as the monitor said on Monday.")
    assert _speakers(claims, "raid") == ["monitor"]
