"""Layer 9: who has a part in an act by standing beside those who do it, and whose own means he has."""


def doers(claims):
    return [one.name for one in next(claim for claim in claims if claim.type == "ASSAULT").initiators]


def test_tanks_that_back_a_side_are_its_own(claims_of):
    sentence = "On Monday clashes broke out near the lake between Ugandan forces backed by tanks and M23 rebels."
    assert doers(claims_of(sentence)) == ["Ugandan forces", "M23 rebels"]


def test_an_ally_by_nationality_is_a_party(claims_of):
    assert doers(claims_of("The villages were shelled by the Congolese army and its Ugandan ally.")) == ["Congolese army", "Ugandan ally"]


def test_the_other_side_of_a_fight_may_hang_on_the_name_of_the_first(claims_of):
    assert "M23" in doers(claims_of("Fierce clashes broke out between militants from the Army of Islam and M23 near Goma."))


def test_whoever_advances_in_an_offensive_carries_it_out(claims_of):
    assert doers(claims_of("Rebels advanced towards Goma in an offensive.")) == ["Rebels"]


def test_it_is_whoever_announces_what_it_did_though_the_sentence_is_about_an_act(claims_of):
    strikes = claims_of("The raid came as the Ugandan army announced that it had stepped up air strikes.")[-1]
    assert [one.name for one in strikes.initiators] == ["Ugandan army"]
