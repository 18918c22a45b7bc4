"""Layer 9: those who act beside somebody act too; a state that only backs does not."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "type_", "initiators"),
    [
        ("The Malian army along with Wagner fighters captured Kidal.", "TERRITORY", ["Malian army", "Wagner fighters"]),
        ("Ethiopian troops backed by Eritrean soldiers attacked Adwa.", "ASSAULT", ["Ethiopian troops", "Eritrean soldiers"]),
        ("The rebels are fighting alongside the Arakan Army in Sittwe.", "ASSAULT", ["rebels", "Arakan Army"]),
        ("The army captured the town with the support of Ugandan helicopters.", "TERRITORY", ["army", "Ugandan helicopters"]),
    ],
)
def test_company_takes_part(claim_of, sentence, type_, initiators):
    assert [person.name for person in claim_of(sentence, type_).initiators] == initiators


@pytest.mark.parametrize(
    ("sentence", "type_", "initiators"),
    [
        ("Army units with cover from the Chadian air force shelled the post.", "ASSAULT", ["Army units", "Chadian air force"]),
        ("The army with help from Russian mercenaries captured Kidal.", "TERRITORY", ["army", "Russian mercenaries"]),
        ("Backed by French warplanes the Malian army captured Kidal.", "TERRITORY", ["Malian army", "French warplanes"]),
        ("The Malian army alongside a volunteer militia captured Kidal.", "TERRITORY", ["Malian army", "volunteer militia"]),
        ("Backed by tanks the Malian army captured Kidal.", "TERRITORY", ["Malian army"]),
        ("Hundreds of villagers fled Kidal helped by French soldiers.", "DISPLACEMENT", ["villagers"]),
    ],
)
def test_who_covers_or_helps_those_who_act_takes_part(claim_of, sentence, type_, initiators):
    assert [person.name for person in claim_of(sentence, type_).initiators] == initiators


def test_a_state_that_backs_somebody_takes_no_part(claims_of):
    claims = claims_of("Rebels backed by Rwanda captured Masisi on Monday.")
    capture = next(claim for claim in claims if claim.type == "TERRITORY")
    assert [person.country for person in capture.initiators] != ["COD", "RWA"]
    assert all(person.name != "Rwanda" for person in capture.initiators)


def test_who_acts_in_cooperation_with_somebody_acts_beside_them(claims_of):
    claim = claims_of("Hezbollah captured the plain in cooperation with the Syrian army.")[0]
    assert [participant.name for participant in claim.initiators] == ["Hezbollah", "Syrian army"]


def test_company_told_behind_the_ground_that_was_taken_is_that_of_who_took_it(claim_of):
    claim = claim_of("The army said it had taken control of the hill and the main road in cooperation with the Ugandan army.", "TERRITORY")
    assert [participant.name for participant in claim.initiators] == ["army", "Ugandan army"]


@pytest.mark.parametrize(
    ("sentence", "type_", "initiators"),
    [
        ("The town is regularly shelled by the government and its Rwandan ally.", "ASSAULT", ["government", "Rwandan ally"]),
        ("Goma was bombed this week by the air forces of Rwanda and its Ugandan ally.", "ASSAULT", ["air forces of Rwanda", "Ugandan ally"]),
        ("The villages are controlled by the rebels, and their allied militia.", "TERRITORY", ["rebels", "allied militia"]),
        ("The battle ended with M23 and its allies taking control of two villages.", "TERRITORY", ["M23", "allies"]),
        ("Rebels and their families who agreed to leave Goma have headed for Uganda.", "DISPLACEMENT", ["Rebels", "families"]),
        ("The Ugandan side still sends weapons to the militia.", "MOBILIZE", ["Ugandan side"]),
    ],
)
def test_somebodys_own_allies_act_with_him(claim_of, sentence, type_, initiators):
    assert [participant.name for participant in claim_of(sentence, type_).initiators] == initiators


def test_an_army_right_before_the_fighters_of_others_fights_too(claims_of):
    claim = claims_of("M23 fought the Congolese army Rwandan militias and tribal fighters.")[0]
    assert [person.name for person in claim.initiators][:3] == ["M23", "Congolese army", "Rwandan militias"]


def test_whom_somebody_joins_in_an_act_does_it_beside_him(claim_of):
    claim = claim_of("The Lowland militia joined the Congolese army in shelling the ridge on Monday.")
    assert [participant.name for participant in claim.initiators] == ["Lowland militia", "Congolese army"]


def test_company_set_apart_by_commas_acts_too(claim_of):
    claim = claim_of("The Congolese army, with the Coastal Brigade, stormed the ridge on Monday.")
    assert [participant.name for participant in claim.initiators] == ["Congolese army", "Coastal Brigade"]


def test_of_two_whose_jets_they_may_be_both_are_told(claims_of):
    claim = claims_of("Jets believed to be Kenyan or Ugandan also hit a cattle market near Goma.")[0]
    assert [participant.name for participant in claim.initiators] == ["Kenyan", "Ugandan"]


def test_the_members_of_a_coalition_stand_beside_it(claim_of):
    claim = claim_of("The offensive in Idlib is by a coalition between Ahrar al-Sham and the Nusra Front.")
    assert [participant.name for participant in claim.initiators] == ["coalition", "Ahrar al-Sham", "Nusra Front"]


def test_behind_a_fronted_place_those_act_who_cooperate_with_others(claims_of):
    claim = claims_of("In Borno army units in cooperation with the village guards foiled an attack launched by Boko Haram against a number of posts.")[0]
    assert [participant.name for participant in claim.initiators] == ["army units", "guards"]


@pytest.mark.parametrize(
    ("sentence", "type_", "names"),
    [
        ("The town is the target of a large operation led by the Somali army and backed by militias.", "ASSAULT", ["Somali army", "militias"]),
        ("The army's advance was backed by fighters from the Janjaweed.", "TERRITORY", ["army", "fighters from the Janjaweed"]),
        ("The hill is controlled by fighters from the valley backed by Rwandan forces.", "TERRITORY", ["fighters", "Rwandan forces"]),
        ("The advance achieved by the army along with the allied militias stopped the convoys.", "TERRITORY", ["army", "militias"]),
        # a state that only backs is no party
        ("The government advance was backed by Rwanda.", "TERRITORY", ["government"]),
        ("The hill is controlled by fighters from Chad backed by France.", "TERRITORY", ["fighters from Chad"]),
    ],
)
def test_who_backs_an_act_with_his_own_men_takes_part(claims_of, sentence, type_, names):
    claim = next(claim for claim in claims_of(sentence) if claim.type == type_)
    assert [who.name for who in claim.initiators] == names


@pytest.mark.parametrize(("sentence", "doers"), [
    ("Kenya, its Arab and European allies launch raids on al-Shabaab near Kismayo.", ["Kenya", "Arab allies", "European allies"]),
    ("Kenyan and Ugandan allies attacked al-Shabaab.", ["Kenyan allies", "Ugandan allies"]),
])
def test_allies_of_two_nations_are_two(claims_of, sentence, doers):
    assert [who.name for who in claims_of(sentence)[0].initiators] == doers


@pytest.mark.parametrize("sentence", [
    "The area was captured by government forces in a large offensive assisted by Chadian militias and Russian jets.",
    "Government forces captured the area in an offensive assisted by Chadian militias and Russian jets.",
])
def test_who_helps_in_the_operation_takes_part_in_its_deed(claims_of, sentence):
    names = [who.name for who in claims_of(sentence)[0].initiators]
    assert [name.lower() for name in names] == ["government forces", "chadian militias", "russian jets"]
