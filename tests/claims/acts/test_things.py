"""Layer 9, things that were hit, by their own words."""

import pytest


def names(claim):
    return [target.name for target in claim.targets]


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("Jets bombed a residential area of Goma.", ["residential area"]),
        ("Jets pounded M23 strongholds near Goma.", ["M23 strongholds"]),
        ("The army has shelled hospitals marketplaces and civilian areas in Taiz.", ["hospitals", "marketplaces", "civilian areas"]),
        ("The junta launched a violent crackdown against a protest movement.", ["protest movement"]),
    ],
)
def test_a_thing_goes_by_its_noun_with_what_tells_it_apart(claims_of, sentence, targets):
    assert names(next(claim for claim in claims_of(sentence) if claim.targets)) == targets


@pytest.mark.parametrize(
    "sentence",
    [
        "Jets bombed several locations in Kachin State.",
        "Mortar fire hit the northern part of Goma.",
        "Rebels took Goma. On Monday the army shelled the town.",
    ],
)
def test_ground_of_which_nothing_is_told_is_where_it_was(claims_of, sentence):
    assert all(claim.targets == () for claim in claims_of(sentence) if claim.type == "ASSAULT")


def test_what_a_group_holds_keeps_the_groups_name_and_no_adverb(claims_of):
    found = [who.name for claim in claims_of("Jets bombed mainly rebel-held villages. Coalition raids targeting mainly IS-held areas in the east have killed ten men.")
             for who in claim.targets]
    assert "rebel-held villages" in found
    assert "IS-held areas" in found


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("Dozens killed in Goma market air strikes", ["market"]),
        ("An aid convoy attack shocked Aden on Monday.", ["aid convoy"]),
        ("Nearly 200 shells fired by the rebels hit western army-held neighborhoods of Taiz.", ["western army-held neighborhoods"]),
        ("The blasts damaged the upper floors of the building in Goma.", ["building"]),
        ("The rebels inflicted heavy damage to the Kovel power station.", ["Kovel power station"]),
    ],
)
def test_a_thing_that_was_hit_is_told_before_its_act_or_as_some_of_a_town(claims_of, sentence, targets):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert [participant.name for participant in claim.targets] == targets


@pytest.mark.parametrize("sentence", ["A car bombing shook Aden on Monday.", "A tunnel bombing shook Aden on Monday.", "Shells hit the district of Crater in Aden."])
def test_means_and_places_by_name_before_or_behind_an_act_were_not_hit(claims_of, sentence):
    assert all(claim.targets == () for claim in claims_of(sentence))


@pytest.mark.parametrize(("sentence", "hit"), [
    ("Five people died when a blast ripped through a bus in Taiz on Sunday.", ["bus"]),
    ("A bomb tore through a market in Taiz.", ["market"]),
    ("A car bomb tore through Taiz on Monday.", []),
    ("Two boys were hurt in a booby-trapped car detonated by rebels in Taiz.", []),
    ("Rebels detonated a motorcycle at a checkpoint in Taiz.", ["checkpoint"]),
])
def test_what_a_blast_goes_through_is_hit_and_what_is_detonated_is_not(claims_of, sentence, hit):
    acts = [claim for claim in claims_of(sentence) if claim.type == "ASSAULT" and claim.mode == "explosives"]
    assert [[party.name for party in act.targets if party.sector is None] for act in acts] == [hit]


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("Eight killed by rocket attacks on Nyala City", []),
        ("A fierce bombardment of the country's largest city went on.", []),
        ("Jets bombed a Kurdish village.", ["Kurdish village"]),
        ("Twin attacks hit Darfur eastern countryside.", []),
        ("The army launched an assault on the city.", []),
        ("Jets bombed a rebel-held village and a residential neighbourhood in Taiz.", ["rebel-held village", "residential neighbourhood"]),
    ],
)
def test_a_town_is_no_party_though_no_gazetteer_knows_it(claims_of, sentence, targets):
    assert [person.name for person in claims_of(sentence)[0].targets] == targets


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("A rocket slammed into a hospital in northern Yemen on Tuesday.", ["hospital"]),
        ("Shells landed on a school in Taiz.", ["school"]),
        ("Jets destroyed Kandor Bridge last Thursday.", ["Kandor Bridge"]),
        ("The junta struck Kawlin hospital on Monday.", ["Kawlin hospital"]),
        ("Gunmen attacked the Dadaab refugee camp.", ["Dadaab refugee camp"]),
        ("An attacker blew himself up in front of a pharmacy in Taiz.", ["pharmacy"]),
        ("A bomb hidden inside the Omar Mosque went off at noon.", ["Omar Mosque"]),
        ("Witnesses stood at the site of an explosion in Taiz.", []),
        ("The raids destroyed three clinics, a water tower, a bakery and a church.", ["clinics", "water tower", "bakery", "church"]),
        ("The clinic was completely ruined by the attack.", ["clinic"]),
        ("A bomb exploded aboard a bus near Taiz.", ["bus"]),
        ("Nine armoured vehicles were smashed in the raid.", ["armoured vehicles"]),
        ("Nurses were killed on Sunday following army air raids on a bus depot near Taiz.", ["bus depot", "Nurses"]),
    ],
)
def test_what_was_built_is_hit_by_its_name_and_by_where_a_charge_was_set_off(claims_of, sentence, targets):
    assert [person.name for person in claims_of(sentence)[0].targets] == targets


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("The rebels attacked court buildings and police stations in Goma.", ["court buildings", "police stations"]),
        ("A police station was destroyed by shelling in Goma.", ["police station"]),
        ("An air strike hit a busy market place in Sirte.", ["busy market place"]),
        ("The town hall of Taiz was hit by shelling.", ["town hall"]),
        ("Shells hit two classrooms and the library in Goma.", ["classrooms", "library"]),
    ],
)
def test_a_police_station_is_a_building_and_a_market_place_is_one_by_its_market(claims_of, sentence, targets):
    assert names(next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")) == targets


def test_a_radio_station_is_a_medium_still(layers_of):
    assert next(actor.kind for actor in layers_of("Radio Okapi station said rebels shelled Goma.").reading.actors) == "media"


def test_a_place_of_which_nothing_is_told_was_not_hit(claims_of):
    assert all(claim.targets == () for claim in claims_of("Shells hit the same place in Goma."))


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("Three strikes hit crowded areas including a mosque in Taiz.", ["crowded areas", "mosque"]),
        ("The assault destroyed infrastructure including hospitals and a dam in Taiz.", ["infrastructure", "hospitals", "dam"]),
        ("The raids hit army positions in the north, including an air base.", ["army positions", "air base"]),
        ("Shells hit the entrance of a hospital in Goma.", ["hospital"]),
        ("Rebels shelled the main gate of the university in Goma.", ["university"]),
    ],
)
def test_things_told_among_those_hit_are_hit_and_an_entrance_stands_for_its_building(claims_of, sentence, targets):
    assert names(next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")) == targets


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("The strikes killed ten guards in areas including a farm in Goma.", ["guards"]),  # where they were killed
        ("Shells hit a checkpoint at the entrance to a barracks in Goma.", ["checkpoint"]),
    ],
)
def test_what_only_tells_where_it_was_is_not_among_those_hit(claims_of, sentence, targets):
    assert names(next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")) == targets


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("The raids destroyed four clinics a power station a bakery and a church in Goma.", ["clinics", "power station", "bakery", "church"]),
        ("The strikes destroyed a tank a truck and two arms caches in Goma.", ["tank", "truck", "arms caches"]),
        ("Jets hit a bridge used by the rebels and an oil depot in Goma.", ["bridge", "oil depot"]),
        ("Drones attacked the port of Odessa and grain silos.", ["port", "grain silos"]),
        ("Shells hit a camp for displaced people and a clinic in Goma.", ["camp", "clinic"]),
        ("A roadside bomb hit a bus carrying pilgrims in Goma.", ["bus", "pilgrims"]),
    ],
)
def test_things_of_a_list_are_hit_wherever_the_parse_hangs_them(claims_of, sentence, targets):
    assert names(next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")) == targets


def test_what_a_thing_holds_is_no_further_thing(claim_of):
    assert names(claim_of("The army destroyed a depot of weapons and ammunition in Goma.")) == ["depot"]


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("The hospital in Goma went out of service after it was bombed.", ["hospital"]),
        ("The ship was sailing to Aden when it was hit by a missile.", ["ship"]),
    ],
)
def test_it_stands_for_the_building_or_vehicle_that_the_sentence_is_about(claims_of, sentence, targets):
    assert names(next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")) == targets


def test_it_stands_for_no_town_as_a_thing(claims_of):
    assert all(claim.targets == () for claim in claims_of("Goma was quiet when it was shelled."))


@pytest.mark.parametrize(
    ("sentence", "things"),
    [
        ("Airstrikes by regime warplanes kill 4 in Yemen's Taiz destroy mosque in Hodeida", ["mosque"]),
        ("The rebels destroyed two attack helicopters at the base.", ["attack helicopters"]),
    ],
)
def test_a_verb_of_a_headline_is_no_part_of_what_was_hit(claims_of, sentence, things):
    assert [one.name for one in claims_of(sentence)[0].targets] == things


@pytest.mark.parametrize(("sentence", "targets"), [
    ("The shelling resulted in the destruction of a bakery and a number of schools and churches.", ["bakery", "schools", "churches"]),
    ("The raids led to the destruction of a mill and two mosques.", ["mill", "mosques"]),
    ("The shelling of a school and a number of clashes were reported.", ["school"]),
    ("The bombing of a hospital and several arrests angered the town.", ["hospital"]),
    ("The strikes destroyed a tank, four mortar positions, a building used as barracks and nine vehicles.",
     ["tank", "mortar positions", "building", "vehicles"]),
    ("Jets hit a bridge, a fuel depot, a bakery.", ["bridge", "fuel depot", "bakery"]),
    ("Among the areas hit in the shelling was a market in Sanaa.", ["market"]),
    ("Among the places struck by the raids were two schools and a clinic.", ["schools", "clinic"]),
    ("A house used as a base and a school were hit.", ["house", "school"]),
])
def test_all_of_a_list_of_things_are_hit_where_an_act_or_a_use_stands_between(claims_of, sentence, targets):
    assert names(claims_of(sentence)[0]) == targets


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("A suicide attack on a crowded taxi rank in Kano killed six people.", ["crowded taxi rank", "people"]),
        ("A bomb attack on a bus stop in Quetta killed five people.", ["bus stop", "people"]),
        ("Planes destroyed three artillery pieces and a truck near Marib.", ["artillery pieces", "truck"]),
        ("The army destroyed a mortar and a bulldozer.", ["mortar", "bulldozer"]),
        ("The army destroyed two villages with mortars.", ["villages"]),
    ],
)
def test_a_stand_is_hit_as_what_stands_there_and_a_weapon_that_was_wrecked_is_no_act(claims_of, sentence, targets):
    assert names(next(claim for claim in claims_of(sentence) if claim.targets)) == targets


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("Four crowded neighbourhoods of Aden were targeted by rebels.", ["crowded neighbourhoods"]),
        ("Two residential districts of Taiz were shelled by the army.", ["residential districts"]),
        ("Rebels shelled the northern districts of Taiz.", []),
        ("The army shelled the districts of Aden and Lahj.", []),
    ],
)
def test_some_districts_of_a_town_are_hit_where_their_number_is_told(claim_of, sentence, targets):
    assert names(claim_of(sentence)) == targets


def test_what_is_damaged_may_be_equipment(claim_of):
    assert names(claim_of("The raid caused heavy damage to the equipment of the clinic.")) == ["equipment"]


@pytest.mark.parametrize("sentence", ["Two people died when mortars struck central Kabul.", "Two people died when mortars struck Kabul."])
def test_a_part_of_a_capital_that_was_hit_is_no_government(claim_of, sentence):
    assert names(claim_of(sentence)) == ["people"]


@pytest.mark.parametrize(("sentence", "targets"), [
    ("Saudi airstrikes disrupted the last ambulance service in Sanaa.", ["last ambulance service"]),
    ("Russian strikes knocked out a power station in Kharkiv.", ["power station"]),
    ("The shelling has rendered the clinic inoperable.", ["clinic"]),
])
def test_what_an_act_put_out_of_work_was_hit_by_it(claim_of, sentence, targets):
    assert names(claim_of(sentence)) == targets


@pytest.mark.parametrize("sentence", ["Protesters disrupted the power supply in Basra.", "The storm disrupted the ambulance service in Aden."])
def test_to_disrupt_is_no_attack_by_itself(claims_of, sentence):
    assert claims_of(sentence) == []
