"""Layer 5: words and constructions of acts that stand in few reports, and the same words where they tell none."""

import pytest


@pytest.mark.parametrize(("sentence", "type_", "mode"), [
    ("The insurgents put nine captives to death in Bunia.", "ASSAULT", "targeted"),
    ("The militia used forty farmers as human shields near Sirte.", "ASSAULT", "abduct"),
    ("Gunmen took 300 villagers as human shields in Goma.", "ASSAULT", "abduct"),
    ("A helicopter dropped canisters of chlorine gas on the town of Taiz.", "ASSAULT", "unconventional"),
    ("Two drums of toxic gas were dropped on a village near Basra by an army plane.", "ASSAULT", "unconventional"),
    ("Forty people were sickened by the gas in the village, doctors said.", "ASSAULT", "unconventional"),
    ("Soldiers bulldozed 20 houses near Jos.", "ASSAULT", "destroy"),
    ("The coalition knocked out two radar stations near Hodeida.", "ASSAULT", "destroy"),
    ("The militia torched 30 huts in a village near Jos.", "ASSAULT", "destroy"),
    ("Rebels tightened their grip on the town of Goma.", "TERRITORY", "hold"),
    ("The army is consolidating its hold on the port of Hodeida.", "TERRITORY", "hold"),
    ("The insurgents lost their grip on Mosul.", "TERRITORY", "lose"),
    ("The insurgents gained territory near Gao.", "TERRITORY", "enter"),
    ("The town changed hands three times in a week.", "TERRITORY", "contest"),
    ("Insurgents were pinned down in the stadium by army tanks.", "TERRITORY", "encircle"),
    ("The offensive cut off rebel-held districts of Taiz.", "TERRITORY", "encircle"),
    ("The battalion beat a retreat from the hill near Donetsk.", "RETREAT", "withdraw"),
    ("Hundreds of fighters and their relatives were shuttled out of Misrata.", "DISPLACEMENT", "evacuate"),
    ("Some 4,000 people streamed out of the town of Goma.", "DISPLACEMENT", "flee"),
    ("Buses were sent to bring people out of the besieged district of Taiz.", "DISPLACEMENT", "evacuate"),
    ("Rebels stopped people from leaving the town of Taiz.", "COERCE", "restrict"),
    ("The soldiers prevented civilians from fleeing Goma.", "COERCE", "restrict"),
    ("The junta muzzled the press in Bangui.", "COERCE", "censor"),
    ("Iran provides the militia in Aden with weapons.", "MOBILIZE", "weapons"),
    ("The army concentrated its forces on the town of Gao.", "MOBILIZE", "troops"),
    ("The rebels gave the garrison 24 hours to surrender.", "THREATEN", "territory"),
    ("The Ugandan army gave M23 rebels two days to leave Goma.", "THREATEN", "territory"),
    ("Residents were given three days to leave Gao.", "THREATEN", "territory"),
    ("A week-long freeze on fighting, brokered by Qatar, began on Monday.", "AGREE", "ceasefire"),
])
def test_an_act_in_other_words(claims_of, sentence, type_, mode):
    assert (type_, mode) in {(claim.type, claim.mode) for claim in claims_of(sentence)}


@pytest.mark.parametrize(("sentence", "type_"), [
    ("The boss gave the drivers two days to rest.", "THREATEN"),
    ("The storm knocked out power stations in Quito.", "ASSAULT"),
    ("Workers were sickened by gas after a leak at a factory in Pune.", "ASSAULT"),
    ("A plane dropped drums of fuel near Taiz.", "ASSAULT"),
    ("The bank tightened its grip on the market in Lagos.", "TERRITORY"),
    ("The title changed hands in Lima.", "TERRITORY"),
    ("The president consolidated his grip on power in Harare.", "TERRITORY"),
    ("The vote was split between two parties in Lima.", "TERRITORY"),
    ("Military police sealed off the street in Lima during the protest.", "TERRITORY"),
    ("Fans used flags as shields against the rain in Quito.", "ASSAULT"),
])
def test_the_same_words_tell_no_act(claims_of, sentence, type_):
    assert type_ not in {claim.type for claim in claims_of(sentence)}


@pytest.mark.parametrize(("sentence", "sharers"), [
    ("The city has been split between the army-held west and the rebel-held east.", {"army", "rebel"}),
    ("The town is divided between militia and rebel control.", {"militia", "rebel"}),
    ("The district is divided between Houthi fighters and the army.", {"Houthi fighters", "army"}),
])
def test_each_holds_its_part_of_a_divided_place(claims_of, sentence, sharers):
    held = next(claim for claim in claims_of(sentence) if claim.type == "TERRITORY")
    assert {party.name for party in held.initiators} == sharers
