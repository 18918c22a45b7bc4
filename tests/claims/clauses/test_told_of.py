"""Layer 4: of whom somebody tells, where the parse hangs him on the verb of telling."""

import pytest


def act(claims, type_="ASSAULT"):
    return next(claim for claim in claims if claim.type == type_)


def figures(claim):
    return {(tally.what, tally.low) for tally in claim.tallies}


@pytest.mark.parametrize(
    ("sentence", "hurt", "figure"),
    [
        ("The office reported three guards, among them a captain, had been wounded in a drone strike.", "guards", ("wounded", 3)),
        ("The survey also reported nine farmers, including two women, were killed on Monday in militia fire on the market.", "farmers", ("killed", 9)),
    ],
)
def test_those_between_the_verb_of_telling_and_a_comma_suffer(claims_of, sentence, hurt, figure):
    claim = act(claims_of(sentence))
    assert hurt in [target.name for target in claim.targets]
    assert figure in figures(claim)


def test_those_told_of_between_commas_act(claims_of):
    claim = act(claims_of("The ministry reported rebels, backed by tanks, seized the town of Gao."), "TERRITORY")
    assert [doer.name for doer in claim.initiators] == ["rebels"]
    assert [speaker.name for speaker in claim.speakers] == ["ministry"]


def test_who_tells_may_act_as_well(claims_of):
    claim = act(claims_of("The army reported heavy fighting, then withdrew from the town of Gao."), "RETREAT")
    assert [doer.name for doer in claim.initiators] == ["army"]


def test_those_killed_are_not_who_says_so(claims_of):
    told = "Rebel fire on the town of Kadugli killed at least 14 members of the Nuba Guards, the Geneva-based International Committee of the Red Cross said."
    claim = act(claims_of(told))
    assert ("killed", 14) in figures(claim)
    assert "members" in [target.name for target in claim.targets]
    assert [speaker.name for speaker in claim.speakers] == ["International Committee of the Red Cross"]


def test_a_spokesman_with_his_name_between_commas_speaks(claims_of):
    claim = act(claims_of("A raid on Kano wounded two guards, a spokesman, Omar Haddad, said."))
    assert [speaker.name for speaker in claim.speakers] == ["Omar Haddad"]
    assert ("wounded", 2) in figures(claim)
