"""Layer 9: whom an act hit, in the order told."""


def test_an_attack_beaten_back_is_beaten_back_from_those_who_made_it(claim_of):
    claim = claim_of("Army troops repelled an attack by the rebels near Goma.")
    assert [who.name for who in claim.initiators] == ["Army troops"]
    assert [who.name for who in claim.targets] == ["rebels"]


def test_those_beside_the_victims_and_parts_of_them_are_hit_too(claim_of):
    claim = claim_of("A shell killed a teacher along with three pupils, and wounded 12 people including two nurses, in Goma.")
    assert [who.name for who in claim.targets] == ["teacher", "people", "pupils", "nurses"]


def test_those_who_flee_are_who_was_killed(claim_of):
    assert [who.name for who in claim_of("An air strike killed scores of fleeing civilians in Nyala.").targets] == ["civilians"]


def test_whose_the_vehicles_are_that_were_hit(claim_of):
    claim = claim_of("Army jets destroyed tanks and military vehicles used by M23 fighters.")
    assert [who.name for who in claim.targets] == ["tanks", "military vehicles", "M23 fighters"]


def test_what_was_struck_killed_nobody(claim_of):
    claim = claim_of("The bombing targeted a funeral killing the governor and five of his guards.")
    assert claim.initiators == ()
