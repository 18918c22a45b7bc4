"""Layer 9: whom an act hit, in the order told."""

import pytest


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


@pytest.mark.parametrize("sentence", ["The bomber detonated his explosives near the mosque in Kano.",
                                      "Two attackers detonated their vests in Kano."])
def test_what_somebody_sets_off_makes_him_no_target(claim_of, sentence):
    claim = claim_of(sentence)
    assert {who.name for who in claim.initiators}.isdisjoint(who.name for who in claim.targets)


def test_of_a_group_of_fighters_the_fighters_were_hit(claim_of):
    claim = claim_of("Troops ambushed a group of insurgents near Maiduguri.")
    assert [who.name for who in claim.targets] == ["insurgents"]


def test_others_without_a_number_were_hit_too_and_nothing_is_known_of_them(claim_of):
    claim = claim_of("A grenade killed a farmer and wounded others in Goma.")
    assert [(who.name, who.sector) for who in claim.targets] == [("farmer", "CVL"), ("others", None)]


def test_an_attack_that_claims_people_killed_them(claim_of):
    claim = claim_of("A mortar attack claimed six villagers in Masisi.")
    assert [who.name for who in claim.targets] == ["villagers"]
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 6)]


def test_a_claim_to_an_attack_kills_nobody(claims_of):
    assert not any(claim.tallies for claim in claims_of("The group claimed two attacks in Masisi."))


def test_a_body_that_watches_tells_of_the_dead_and_is_not_among_them(claim_of):
    claim = claim_of("Air strikes carried out by army jets killed more than 20 people in the northern town of Gao on Sunday "
                     "monitoring group the Sahel Observatory for Human Rights reported.")
    assert [who.name for who in claim.targets] == ["people"]


def test_a_number_of_other_people_needs_no_plural(claim_of):
    claim = claim_of("Seven traders were killed and 25 other were injured in a bomb attack in Jos.")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 7), ("wounded", 25)]


def test_a_part_told_behind_among_which_is_part_of_the_whole(claim_of):
    claim = claim_of("The newest figures of the bombing came up to 130 people killed among which 60 girls.")
    assert [(who.name, who.count) for who in claim.targets] == [("people", 130), ("girls", None)]


def test_whose_the_convoy_was_and_most_of_whom_fell(claim_of):
    claim = claim_of("The army ambushed a convoy of rebels near Goma killing most of them.")
    assert [who.name for who in claim.targets] == ["convoy", "rebels"]


def test_who_rams_a_car_into_a_post_attacks_the_post(claim_of):
    claim = claim_of("A suicide attacker rammed his car into an army checkpoint in Kano, killing nine soldiers.")
    assert "army checkpoint" in [who.name for who in claim.targets]
    assert [tally.low for tally in claim.tallies] == [9]


def test_a_victim_by_a_trade_is_a_person(claim_of):
    claim = claim_of("Islamic State beheaded the archaeologist in Palmyra.")
    assert [(who.name, who.sector) for who in claim.targets] == [("archaeologist", "CVL")]


@pytest.mark.parametrize(
    ("sentence", "victims"),
    [
        ("Gunmen shot two traders at a market in Jos.", ["traders"]),
        ("A teacher was murdered at her house in Jos.", ["teacher"]),
        ("Gunmen shot at a police post in Jos.", ["police post"]),
    ],
)
def test_where_somebody_was_shot_was_not_hit(claims_of, sentence, victims):
    assert [who.name for who in claims_of(sentence)[0].targets] == victims


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The mayor of Jos was killed along with two of his escorts.", ["mayor", "escorts"]),
        ("Police arrested the mayor along with two alleged hit men in Jos.", ["mayor", "men"]),
    ],
)
def test_who_is_told_beside_somebody_shares_what_befell_him(claims_of, sentence, names):
    assert [who.name for who in claims_of(sentence)[0].targets] == names


def test_the_ground_of_an_attack_that_was_beaten_back_was_not_hit(claim_of):
    claim = claim_of("The army repelled an attack by Boko Haram on a strategic area near Maiduguri.")
    assert [who.name for who in claim.targets] == ["Boko Haram"]


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("The other fatalities were soldiers who were at the site of the bombing in Mosul.", ["soldiers"]),
        ("Most of the casualties in the shelling were schoolchildren.", ["schoolchildren"]),
    ],
)
def test_who_the_fatalities_of_an_act_were_is_told_by_a_copula(claim_of, sentence, targets):
    assert [who.name for who in claim_of(sentence).targets] == targets


def test_those_whose_attempts_were_foiled_were_beaten_back(claims_of):
    claim = claims_of("The army foiled rebel infiltration attempts near Goma.")[0]
    assert [participant.name for participant in claim.targets] == ["rebel"]


@pytest.mark.parametrize(
    ("sentence", "hit"),
    [
        ("The jets bombed residential areas not military sites in Taiz.", ["residential areas"]),
        ("The militants attacked civilians but not soldiers in Gao.", ["civilians"]),
        ("The militants attacked not only soldiers but also farmers in Gao.", ["soldiers", "farmers"]),
        ("It is not the only hospital to be targeted by warplanes in Taiz.", ["only hospital"]),
        ("The army destroyed an armored personnel carrier near Goma.", ["armored personnel carrier"]),
        ("Troops destroyed a weapons and ammunition depot near Goma.", ["ammunition depot"]),
        ("Troops destroyed weapons and an ammunition depot near Goma.", ["weapons", "ammunition depot"]),
        ("Gunmen attacked two bases run by the Malian army near Gao.", ["bases", "Malian army"]),
    ],
)
def test_what_is_told_to_have_been_hit(claims_of, sentence, hit):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert [one.name for one in claim.targets] == hit


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("The Somali army repelled an attack on its posts near Kismayo, killing ten militants.", ["militants"]),
        ("The army foiled an attack by al-Shabab on military posts in Jubaland.", ["al-Shabab"]),
        ("Somali troops repelled al-Shabab's attacks from three flanks, killing ten militants.", ["al-Shabab", "militants"]),
        ("Al-Shabab attacked military posts in Jubaland.", ["military posts"]),
    ],
)
def test_what_was_defended_is_not_whom_an_attack_was_beaten_back_from(claim_of, text, targets):
    assert [who.name for who in claim_of(text).targets] == targets
