""""Rebels shelled the port, while the army reported no losses": what stands before "while" another does not say."""

import pytest


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


@pytest.mark.parametrize(("text", "word", "speakers"), [
    ("SUNA said army planes struck depots in the town's west as an AFP reporter in Khartoum said heavy gunfire could be heard.", "gunfire", ["AFP reporter"]),
    ("SUNA said army planes struck depots in the town's west as an AFP reporter in Khartoum said heavy gunfire could be heard.", "struck", ["SUNA"]),
    ("The ministry said the rebels shelled the port as a Reuters correspondent in Aden reported loud explosions near the airport.", "explosions", ["Reuters correspondent"]),
    ("The army said it had taken the bridge as residents in the town said shelling was still going on.", "shelling", ["residents"]),
    ("The dead man had worked as a driver said a medic who saw the shelling.", "shelling", ["medic"]),
])
def test_who_tells_behind_as_speaks_alone(claims_of, text, word, speakers):
    assert next([who.name for who in claim.speakers] for claim in claims_of(text) if word in claim.quote("trigger")) == speakers


@pytest.mark.parametrize(("text", "word", "speakers"), [
    ("The army said rebels had shelled the port but residents blamed the troops for the attack.", "attack", ["residents"]),
    ("The UN said the talks had failed but Armenia accused Azerbaijan of shelling the town.", "shelling", ["Armenia"]),
    ("The monitor said the truce held but it accused the army of a raid.", "raid", ["monitor"]),
    ("The army said rebels had shelled the port but residents blamed the troops for the attack.", "shelled", ["army"]),
])
def test_who_accuses_behind_but_speaks_for_himself(claims_of, text, word, speakers):
    assert next([who.name for who in claim.speakers] for claim in claims_of(text) if word in claim.quote("trigger")) == speakers
