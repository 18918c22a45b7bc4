"""Layer 3: a name is neither cut nor does it take in its neighbours: brackets, lost commas and apostrophes, places before it."""

from __future__ import annotations

import pytest


def names_of(layers, sentence: str) -> list[str]:
    return [actor.name for actor in layers(sentence).reading.actors]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Rebels of the Sudan Liberation Army (SLA) fighters captured Tine on Sunday.", "Sudan Liberation Army fighters"),
        ("On Sunday Islamic State (IS) militants shelled Palmyra.", "Islamic State militants"),
        ("Turkish-backed Free Syrian Army (FSA) fighters shelled Palmyra.", "Turkish-backed Free Syrian Army fighters"),
        ("Chadian troops are battling the Islamic State (IS) group near Diffa.", "Islamic State group"),
        ("The Lord's Resistance Army (LRA) group shelled Gulu.", "Lord's Resistance Army group"),
    ],
)
def test_an_acronym_in_brackets_parts_no_fighters_from_their_name(layers_of, sentence, name):
    assert name in names_of(layers_of, sentence)


def test_an_acronym_in_brackets_before_a_verb_stays_outside(claims_of):
    claims = claims_of("The Free Syrian Army (FSA) shelled Palmyra on Sunday.")
    assert [who.name for who in claims[0].initiators] == ["Free Syrian Army"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("In Tell Nadir Kurdish fighters seized two villages from the rebels.", "Kurdish fighters"),
        ("Egypt Libyan troops shelled the port.", "Libyan troops"),
    ],
)
def test_the_place_before_fighters_is_no_part_of_their_name(claims_of, sentence, name):
    assert [who.name for who in claims_of(sentence)[0].initiators] == [name]


def test_the_town_behind_a_word_for_a_place_is_no_part_of_the_name(layers_of):
    assert "government forces" in names_of(layers_of, "West of the capital Tripoli government forces shelled the port.")


def test_a_body_keeps_the_places_that_it_is_called_by(claims_of):
    claims = claims_of("The Western Nile Khartoum Countryside local council said that shells killed nine people.")
    assert [who.name for who in claims[0].speakers] == ["Western Nile Khartoum Countryside local council"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Gunmen killed Omar Haddad head of the medical centre in Tine.", ["Omar Haddad"]),
        ("Gunmen killed the local council head in Tine.", ["local council head"]),
    ],
)
def test_what_a_man_is_is_no_part_of_his_name(claims_of, sentence, names):
    assert [who.name for who in claims_of(sentence)[0].targets] == names


def test_all_first_names_stand_before_a_listed_surname(layers_of):
    assert "Abu Omar al-Julani" in names_of(layers_of, "On Monday Abu Omar al-Julani threatened to shell the villages.")


def test_an_article_before_a_listed_surname_hides_no_first_name(layers_of):
    assert [(actor.name, actor.actor) for actor in layers_of("On Monday Omar al-Assad threatened to shell the villages.").reading.actors] \
        == [("Omar al-Assad", None)]


def test_a_surname_is_told_with_its_first_names_behind_including(layers_of):
    text = "Three commanders including Omar Haddad were killed. Omar Haddad was said to be ill. The army had wounded Haddad in May."
    assert {actor.name for actor in layers_of(text).reading.actors if actor.kind == "person"} == {"Omar Haddad"}


def test_of_two_men_of_one_surname_the_one_named_first_is_meant(claims_of):
    text = "Omar Haddad said that nobody fled. Abdel Karim Salem Haddad said that rebels had fled. Troops killed Haddad on Monday."
    assert [who.name for who in claims_of(text)[-1].targets] == ["Omar Haddad"]


def test_a_longer_name_of_the_same_man_is_the_one_that_he_goes_by(claims_of):
    text = "Haddad said that nobody fled. Karim Salem Haddad said that rebels had fled. Troops killed Haddad on Monday."
    assert [who.name for who in claims_of(text)[-1].targets] == ["Karim Salem Haddad"]


def test_adjectives_of_states_that_lost_their_comma_share_their_noun(claims_of):
    claims = claims_of("Libyan Chadian and Egyptian militias attacked the port on Monday.")
    assert [who.name for who in claims[0].initiators] == ["Libyan militias", "Chadian militias", "Egyptian militias"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Iraq Kurds captured a village on Monday.", ["Iraq Kurds"]),
        ("In Iraq Kurds captured a village on Monday.", ["Kurds"]),
    ],
)
def test_a_states_name_right_before_its_people_is_an_adjective(claims_of, sentence, names):
    assert [who.name for who in claims_of(sentence)[0].initiators] == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Cairos bombing campaign in Libya killed hundreds of civilians.", ["Cairo"]),
        ("Ankaras offensive on Sirte began in August.", ["Ankara"]),
        ("ISISs attack on the port killed nine people.", ["ISIS"]),
    ],
)
def test_a_possessive_that_lost_its_apostrophe_is_a_party_without_its_s(claims_of, sentence, names):
    assert [who.name for who in claims_of(sentence)[0].initiators] == names


def test_a_state_right_before_a_mans_name_is_no_party(layers_of):
    names = names_of(layers_of, "The port was a gain for Syrias Bashar al-Assad.")
    assert names == ["Bashar al-Assad"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The army and the rebels agreed on a UN-sponsored deal.", []),
        ("A US-led raid on the port killed nine people.", ["US-led"]),
    ],
)
def test_who_only_sponsors_a_deal_is_no_party_to_it(layers_of, sentence, names):
    assert [name for name in names_of(layers_of, sentence) if name.startswith("U")] == names


def test_members_of_a_people_are_told_with_it(claim_of):
    claim = claim_of("Gunmen attacked members of the Druze community on Monday.")
    assert [(who.name, who.sector) for who in claim.targets] == [("members of the Druze community", "CVL")]


def test_members_of_a_group_stay_its_own(claim_of):
    claim = claim_of("Gunmen attacked members of Hezbollah on Monday.")
    assert [who.actor for who in claim.targets] == ["group.hezbollah"]


def test_the_terrorist_group_is_the_listed_one_named_in_the_sentence_before(claims_of):
    claims = claims_of("A raid destroyed a depot of Daesh on Sunday. The terrorist group shelled the port on Monday.")
    assert [(who.name, who.actor) for who in claims[-1].initiators] == [("terrorist group", "group.isis")]


@pytest.mark.parametrize("name", ["Lebanese terrorist group", "Badr militant group"])
def test_a_terrorist_group_by_its_country_or_name_is_its_own(claims_of, name):
    claims = claims_of(f"A raid destroyed a depot of Daesh on Sunday. The {name} shelled the port on Monday.")
    assert [(who.name, who.actor) for who in claims[-1].initiators] == [(name, None)]


def test_the_group_goes_on_for_the_terrorist_group_before_it(claims_of):
    claims = claims_of("Rebels fought the Lebanese group Hezbollah. A raid destroyed a depot of Daesh. The terrorist group shelled the port. The group seized it.")
    assert [who.actor for who in claims[-1].initiators] == ["group.isis"]


@pytest.mark.parametrize("sentence", ["Nobody left Sirte on Monday.", "No one fled Sirte on Monday."])
def test_no_one_is_no_party(claims_of, sentence):
    assert [who.name for claim in claims_of(sentence) for who in claim.initiators] == []


def test_an_arm_before_the_noun_of_an_act_is_nobodys_force(layers_of):
    names = names_of(layers_of, "The Iraqi army stepped up its artillery and missile bombardment against the old city.")
    assert names == ["Iraqi army"]


def test_ground_that_is_to_be_seized_commands_no_forces(claims_of):
    text = "President Bashar Assad tried for weeks to seize Al Nashabiyah. His forces have shelled the town for months."
    assert [who.name for who in claims_of(text)[-1].initiators] == ["forces of Bashar Assad"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("A Libyan MiG-21 warplane bombed the port.", "Libyan MiG-21 warplane"),
        ("An Egyptian Mi-8 military transport helicopter bombed the port.", "Egyptian Mi-8 military transport helicopter"),
    ],
)
def test_the_type_of_a_plane_parts_it_from_no_state(claims_of, sentence, name):
    assert [who.name for who in claims_of(sentence)[0].initiators] == [name]


def test_the_defenders_of_a_post_are_a_side(claim_of):
    claim = claim_of("Fighting erupted between the defenders of the posts and rebel fighters.")
    assert {who.name for who in claim.initiators} == {"defenders", "rebel fighters"}


def test_units_behind_a_town_and_beside_their_company_do_what_the_clause_tells(claim_of):
    claim = claim_of("In Taiz army units in cooperation with local defense groups shelled the port.")
    assert "army units" in [who.name for who in claim.initiators]


def test_a_noun_that_owns_keeps_no_s_in_the_name_of_a_party(claims_of):
    claims = claims_of("The Iraqi armys bombardment of the port killed nine people. The citys north was struck by rockets.")
    assert [who.name for who in claims[0].initiators] == ["Iraqi army"]
    assert "citys" not in [who.name for claim in claims for who in claim.targets]


def test_movements_are_no_doers_of_what_stands_behind_them(claims_of):
    claims = claims_of("Warplanes that flew on ISIS group movements in east Homs shelled a port.")
    assert "ISIS group movements" not in [who.name for claim in claims for who in claim.initiators]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Al-Qaeda affiliate al-Shabab shelled the port.", ["al-Shabab"]),
        ("Al-Qaeda and al-Shabab shelled the port.", ["Al-Qaeda", "al-Shabab"]),
    ],
)
def test_whose_affiliate_or_ally_a_group_is_is_no_party_beside_it(layers_of, sentence, names):
    assert [name for name in names_of(layers_of, sentence) if name != "port"] == names
