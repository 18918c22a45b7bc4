"""Layer 9, whose a thing or a piece of ground is."""

import pytest


def who(participants):
    return [(participant.name, participant.country, participant.sector) for participant in participants]


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("M23 rebels captured four army positions near Goma.", [("army", "COD", "MIL")]),
        ("The army seized the headquarters of Al-Shabaab near Kismayo.", [("Al-Shabaab", "SOM", "REB")]),
        ("Kurdish forces overran a regime checkpoint in Hasakah.", [("regime", "SYR", "GOV")]),
        ("The army advanced on rebel territory in Kachin State.", [("rebel", "MMR", "REB")]),
        ("The army recaptured a village held by the rebels near Loikaw.", [("rebels", "MMR", "REB")]),
        ("Houthi fighters captured a Saudi outpost in Saada.", [("Saudi", "SAU", "MIL")]),
    ],
)
def test_ground_is_taken_from_whoever_held_it(claims_of, sentence, targets):
    claim = next(claim for claim in claims_of(sentence) if claim.mode != "hold")
    assert claim.type == "TERRITORY"
    assert [(name, country) for name, country, _ in who(claim.targets)] == [(name, country) for name, country, _ in targets]


@pytest.mark.parametrize(
    "sentence",
    [
        "The army captured a Syrian town near Aleppo.",  # where it lies, not whose it is
        "The army captured the group's former bastion of Mocimboa da Praia.",
        "The rebels held their own positions in Goma.",
    ],
)
def test_ground_that_nobody_is_told_to_lose_is_taken_from_nobody(claims_of, sentence):
    assert all(claim.targets == () for claim in claims_of(sentence) if claim.type == "TERRITORY")


def test_what_was_hit_is_its_owners(claim_of):
    claim = claim_of("The army shelled rebel positions near Loikaw.")
    assert who(claim.targets) == [("rebel positions", "MMR", "REB")]


def test_who_uses_a_thing_that_was_hit_owns_it(claim_of):
    claim = claim_of("The army destroyed a bridge used by the rebels near Loikaw.")
    assert who(claim.targets) == [("bridge", "MMR", "REB")]


def test_whose_supply_lines_are_cut_is_hit(claim_of):
    claim = claim_of("Government troops cut rebel supply lines near Loikaw.", "TERRITORY")
    assert who(claim.targets) == [("rebel", "MMR", "REB")]


def test_their_convoy_is_not_theirs_who_bombed_it(claim_of):
    claim = claim_of("Ten soldiers were killed when Sudanese aircraft bombed their convoy near El Fasher.")
    assert ("convoy", None, None) in who(claim.targets)


def test_those_whose_positions_were_struck_were_hit(claim_of):
    claim = claim_of("The air force struck gatherings and vehicles of the M23 and the ADF near Goma.")
    assert {"M23", "ADF"} <= {target.name for target in claim.targets}


def test_a_country_loses_ground_that_is_seized_from_it(claim_of):
    claim = claim_of("Iraq seized parts of Khuzestan from neighbouring Iran.", "TERRITORY")
    assert [(who.name, who.country) for who in claim.targets] == [("Iran", "IRN")]


def test_captivity_that_people_flee_is_not_who_flees(claim_of):
    claim = claim_of("Some 18 civilians tried to flee Daesh captivity near Mosul.", "DISPLACEMENT")
    assert [who.name for who in claim.initiators] == ["civilians"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Government forces have wrested nearly the entire valley from M23 control.", ["M23"]),
        ("Two villages near Minova, Sake and Bweremana, were freed from the control of the Congolese militants on Monday.", ["Congolese militants"]),
        ("M23 fighters captured three hills along the road between Goma and the border from rival rebel groups.", ["rival rebel groups"]),
    ],
)
def test_ground_is_taken_from_whoever_stands_behind_from_in_the_clause(claims_of, sentence, names):
    taken = next(claim for claim in claims_of(sentence) if claim.type == "TERRITORY")
    assert [who.name for who in taken.targets] == names


def test_where_the_captors_come_from_is_nobody_who_lost_the_ground(claims_of):
    taken = next(claim for claim in claims_of("Fighters captured a village with help of militants from the M23 on Monday.") if claim.type == "TERRITORY")
    assert "M23" not in [who.name for who in taken.targets]


def test_whose_a_post_is_that_somebody_mans_is_hit_with_it(claim_of):
    claim = claim_of("Turkish warplanes bombed positions held by Kurdish forces near Afrin.")
    assert [who.name for who in claim.targets] == ["positions", "Kurdish forces"]


def test_a_gain_at_somebodys_expense_is_against_him(claim_of):
    claim = claim_of("The army made gains at the expense of the insurgents on several fronts.", "TERRITORY")
    assert [who.name for who in claim.targets] == ["insurgents"]


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("Planes hit an area near the former al-Shabab bastion of Barawe which Kenyan troops captured on Monday.", ["al-Shabab"]),
        ("The rebels on Sunday retook a hill near Goma that fell to army forces on Friday.", ["rebels"]),
        ("The army regained two villages captured by the rebels near Goma.", ["army"]),
    ],
)
def test_who_loses_ground_is_told_by_who_held_it_or_takes_it_back(claims_of, sentence, targets):
    claims = [claim for claim in claims_of(sentence) if claim.passage("trigger").quote in ("captured", "fell to")]
    assert [[name for name, _, _ in who(claim.targets)] for claim in claims] == [targets]


def test_who_surrounds_ground_has_not_taken_it(claims_of):
    claims = claims_of("Army forces seized the road this year besieging rebel-held districts where 2500 people live.")
    assert all(claim.targets == () for claim in claims if claim.mode == "besiege")


def test_what_is_taken_back_is_taken_from_who_had_taken_it(claims_of):
    claim = next(claim for claim in claims_of("The army regained two villages captured by the rebels near Goma.") if claim.mode == "recapture")
    assert [name for name, _, _ in who(claim.targets)] == ["rebels"]


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("The town of Rutshuru, once a government stronghold, was captured by M23 rebels in May.", ["government"]),
        ("M23 rebels captured the town of Rutshuru, a government stronghold, in May.", ["government"]),
        ("The army captured Kismayo, an Al-Shabaab bastion.", ["Al-Shabaab"]),
        ("M23 rebels captured Rutshuru, a former government stronghold.", []),
        ("M23 rebels captured Rutshuru, a market town.", []),
    ],
)
def test_whose_seat_a_town_is_told_behind_its_comma(claims_of, sentence, targets):
    claim = next(claim for claim in claims_of(sentence) if claim.mode != "hold")
    assert [target.name for target in claim.targets] == targets
