"""Layer 9: a definite act without anybody who did it is the last such act told, and theirs."""

import pytest

from warledger.claims.coder import read_layers
from warledger.claims.knowledge import RuleSettings
from warledger.claims.retelling.earlier_acts import RULE
from warledger.model import Report


def doers(claims, trigger):
    claim = next(claim for claim in claims if claim.quote("trigger") == trigger)
    return [(person.name, person.inferred) for person in claim.initiators]


@pytest.mark.parametrize(
    ("text", "trigger", "doer"),
    [
        ("Ethiopian jets bombed Mekelle on Monday. Ten people died in the raids.", "raids", "Ethiopian jets"),
        ("The army shelled a market in Nyala. The bombardment lasted for hours.", "bombardment", "army"),
        ("Fighters of al-Shabaab attacked a hotel in Kismayo on Sunday. The attack went on into the night.", "attack", "Fighters of al-Shabaab"),
        ("M23 rebels captured the town of Bunagana. The capture of the town cut the road to Uganda.", "capture", "M23 rebels"),
        ("M23 rebels attacked Goma on Tuesday. Tuesday's attack sent thousands fleeing.", "attack", "M23 rebels"),
    ],
)
def test_a_definite_act_takes_over_who_did_the_one_told_before(claims_of, text, trigger, doer):
    assert (doer, RULE) in doers(claims_of(text), trigger)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Ethiopian jets bombed Mekelle on Monday. Ten people died in raids on Adigrat.", "raids"),
        ("The army shelled a market in Nyala. An earlier attack there killed nine.", "attack"),
        ("The army shelled a market in Nyala. A blast hit a bus in Nyala. The blast killed nine.", "blast"),
        ("Rebels attacked Goma. The second attack killed nine people.", "attack"),
        ("The army shelled a market in Nyala. The gas attack of last month killed nine.", "gas attack"),
        ("The army shelled a market in Nyala. Talks go on in Jeddah. The bombardment killed nine.", "bombardment"),
    ],
)
def test_another_act_has_its_own_doers(claims_of, text, trigger):
    claims = claims_of(text)
    assert [person for claim in claims if claim.quote("trigger") == trigger for person in claim.initiators if person.inferred] == []


def test_whom_an_act_hit_did_not_do_it(claims_of):
    claims = claims_of("M23 rebels attacked the town of Sake. The attack killed three M23 rebels.")
    assert doers(claims[1:], "attack") == []


def test_the_passage_of_who_did_it_stands_in_the_earlier_sentence(claims_of):
    claim = claims_of("Ethiopian jets bombed Mekelle on Monday. Ten people died in the raids.")[1]
    passage = next(passage for passage in claim.passages if passage.field == "initiator")
    assert (passage.quote, passage.start) == ("Ethiopian jets", 0)


def test_a_fight_comes_back_with_both_sides(claims_of):
    claims = claims_of("The army clashed with the Rapid Support Forces in Omdurman. The fighting spread to Bahri.")
    assert [name for name, _ in doers(claims, "fighting")] == ["army", "Rapid Support Forces"]


def test_a_counter_attack_is_against_who_attacked(claims_of):
    claims = claims_of("M23 rebels attacked Goma on Monday. Troops launched a counter-attack on Tuesday.")
    answer = next(claim for claim in claims if claim.quote("trigger") == "counter-attack")
    assert [person.name for person in answer.targets] == ["M23 rebels"]


def test_what_was_hit_in_the_strikes_was_hit_by_who_struck(claims_of):
    claims = claims_of("Turkish jets carried out air strikes on a camp in Dohuk. Ten posts were hit in the strikes.")
    assert ("Turkish jets", RULE) in doers(claims[1:], claims[1].quote("trigger"))


def test_rebels_who_fell_in_a_shelling_do_not_make_another_act_of_it(claims_of):
    claims = claims_of("Turkish forces shelled a village near Dohuk. At least 14 militants were killed during the shelling.")
    assert doers(claims, "shelling") == [("Turkish forces", RULE)]


def test_whom_one_source_names_as_the_doer_no_other_source_names(claims_of):
    text = "The opposition said government jets carried out the raid on Taiz on Monday. The attack killed nine people, the Red Cross said."
    assert doers(claims_of(text), "attack") == []


def test_the_strikes_that_killed_a_states_soldiers_were_not_that_states(claims_of):
    claims = claims_of("Three farmers were killed by Ethiopian shelling near Adwa. Eritrean jets struck Ethiopian army positions on Monday in response. "
                       "The minister said the strikes killed 35 Ethiopian soldiers.")
    assert "ETH" not in {party.country for party in claims[-1].initiators}
    assert claims[-1].same_as == next(claim.id for claim in claims if "Eritrean jets" in {party.name for party in claim.initiators})


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels fired rockets at an army base near Goma after the air strikes.", "air strikes"),
        ("Rebels attacked the town of Sake with mortars. The air strikes destroyed a school.", "air strikes"),
        ("Rebels attacked Goma. In another raid nine people were killed.", "raid"),
        ("Ethiopian jets bombed Mekelle. A truce saved the town from the bombing of other towns.", "bombing"),
    ],
)
def test_an_act_is_not_laid_on_who_cannot_be_known_to_have_done_it(claims_of, text, trigger):
    claims = claims_of(text)
    assert [person for claim in claims if claim.quote("trigger") == trigger for person in claim.initiators if person.inferred] == []


def test_the_attack_in_which_people_were_hurt_is_that_of_the_one_told_before(claims_of):
    claims = claims_of("A suicide bomber attacked a bus in Goma. Four people hurt in the attack were treated.")
    assert doers(claims, "attack") == [("suicide bomber", RULE)]


def test_a_report_goes_on_in_its_own_voice_about_whom_a_source_named(claims_of):
    claims = claims_of("The medics said two people were killed in army airstrikes on Sake. The airstrikes also left scores of people injured.")
    assert ("army", RULE) in doers(claims[1:], "airstrikes")


def test_a_fight_told_beside_an_attack_is_between_who_attacked_and_who_was_attacked(claims_of):
    claims = claims_of("Fighting raged in the town of Sake on Saturday after M23 rebels launched a new assault on government troops.")
    assert doers(claims, "Fighting") == [("M23 rebels", RULE), ("government troops", RULE)]


def test_a_strike_that_may_be_the_armys_or_the_rebels_is_nobodys(claims_of):
    claim = claims_of("Nine villagers were killed by a Congolese army barrel bomb attack and rebel rocket fire in Goma. "
                      "Four of the dead came in the bomb strike on a market.")[-1]
    assert claim.initiators == ()


@pytest.mark.parametrize(
    ("sentence", "fate", "doer"),
    [
        ("Four people were killed after rebels shelled the market.", "killed", "rebels"),
        ("A man and his son were killed after militiamen shelled the centre of Goma, while six other people were wounded.", "wounded", "militiamen"),
        ("One teacher was killed others were wounded and great damage was done to shops due to rocket shells fired by rebels on the town.", "killed", "rebels"),
    ],
)
@pytest.mark.parametrize("joins_acts", [True, False])
def test_an_outcome_is_of_who_did_the_only_act_that_its_sentence_tells(sentence, fate, doer, joins_acts):
    report = Report("r_1", sentence, published="2020-01-01", published_from="given", language="en")
    (coded,) = read_layers([report], RuleSettings(second_reading=False, joins_acts=joins_acts))
    claim = next(claim for claim in coded.claims if fate in {tally.what for tally in claim.tallies})
    assert [person.name for person in claim.initiators] == [doer]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The raids were carried out by the army in revenge for the death of five pilots killed when their jet crashed.", "death"),
        ("Four people were killed after rebels shelled the market and army jets bombed the port.", "killed"),
        ("Nine rebels were killed. Rebels shelled the town.", "killed"),
        ("Nobody was hurt after the rebels shelled the town.", "hurt"),
    ],
)
def test_an_outcome_is_not_laid_on_who_answered_it_or_on_one_of_several(claims_of, text, trigger):
    assert doers(claims_of(text), trigger) == []


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("Troops repelled an attack by M23 rebels on Sake. The attack began at dawn.", "attack", ["M23 rebels"]),
        ("The army beat back an assault by M23 rebels on Sake. The assault began at dawn.", "assault", ["M23 rebels"]),
        ("The army clashed with the Rapid Support Forces in Omdurman. The infighting spread to Bahri.", "infighting", []),
        ("M23 rebels were in battle with the army for Goma. Nine jets came since the operation to take Goma began.", "operation", []),
    ],
)
def test_what_was_beaten_back_is_theirs_who_attacked_and_infighting_no_fight_of_two(claims_of, text, trigger, names):
    claim = next(claim for claim in claims_of(text) if claim.quote("trigger") == trigger)
    assert [person.name for person in claim.initiators] == names


@pytest.mark.parametrize(
    ("sentence", "doers_told"),
    [
        ("Just days after a deadly Russian missile attack, a man was killed and four others were wounded in Kharkiv on Monday.", []),
        ("Hours after a Russian missile strike on Odesa, two farmers were killed in Kyiv.", []),
        ("Two farmers were killed after Ukrainian jets shelled the village.", ["Ukrainian jets"]),
    ],
)
def test_an_outcome_long_after_an_attack_is_not_by_those_who_attacked(claims_of, sentence, doers_told):
    harm = next(claim for claim in claims_of(sentence) if claim.tallies)
    assert [person.name for person in harm.initiators] == doers_told
