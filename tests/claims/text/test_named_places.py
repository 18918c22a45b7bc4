""""shelling on the capital Khartoum killed four": the name of a place behind its noun does nothing."""


def test_a_place_is_no_second_subject(claims_of):
    for sentence in ("Air strikes on the suburbs of the capital Sanaa destroyed a hospital.",
                     "A raid by militia fighters on a camp near the city Bangui wounded six people.",
                     "Rebel shelling on the Sudanese capital Khartoum killed four civilians on Sunday."):
        names = [party.name for claim in claims_of(sentence) for party in claim.initiators]
        assert not {"Sanaa", "Bangui", "Khartoum"} & set(names)


def test_who_stands_alone_keeps_his_verb(claims_of):
    claims = claims_of("After the raid on the camp Kenya bombed two villages.")
    assert any(party.name == "Kenya" for claim in claims for party in claim.initiators)
