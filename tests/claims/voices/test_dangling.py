"""Participles of saying whose sentence has nobody who could say it."""


def chains(claims):
    return [[speaker.name for speaker in claim.speakers] for claim in claims]


def test_whoever_spoke_before_goes_on_in_a_dangling_participle(claims_of):
    claims = claims_of("Nine farmers were killed when gunmen fired shells on a village near Homs a police source said on Monday. "
                       "The raids also wounded 20 farmers and set houses on fire noting that gunmen in Idlib had fired the rockets.")
    assert chains(claims) == [["police source"]] * len(claims)


def test_a_participle_behind_somebody_who_can_say_it_is_his(claims_of):
    claims = claims_of("Nine farmers were killed in Homs a police source said on Monday. The army shelled Idlib adding that gunmen had fled.")
    assert ["army"] in chains(claims)


def test_without_a_speaker_before_nobody_speaks(claims_of):
    claims = claims_of("Nine farmers were killed in Homs. The raids also set houses on fire noting that gunmen had fired the rockets.")
    assert all(chain == [] for chain in chains(claims))
