

def test_the_office_of_a_trailing_speaker_is_his_and_not_the_victims(claim_of):
    claim = claim_of("Planes hit a well in the north of the city killing at least 18 civilians observatory director Ahmed Hassan said.")
    assert [who.name for who in claim.targets] == ["well", "civilians"]
