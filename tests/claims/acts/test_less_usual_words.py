"""Layer 5: acts told in less usual words, and the same words where they tell none of them."""

import pytest


@pytest.mark.parametrize(("sentence", "type_", "mode"), [
    ("A sniper picked off two policemen in Donetsk.", "ASSAULT", "firearms"),
    ("The army pulverized rebel bunkers near Sirte.", "ASSAULT", "destroy"),
    ("Gunmen sprayed a bus with bullets in Mandera.", "ASSAULT", "firearms"),
    ("The raiders slit the throats of four herders in Mopti.", "ASSAULT", "primitive"),
    ("The militia put the village to the torch in Ituri.", "ASSAULT", "destroy"),
    ("Police clubbed protesters in Harare.", "ASSAULT", "beat"),
    ("Pirates hijacked a tanker off Somalia.", "ASSAULT", "abduct"),
    ("Insurgent fighters rampaged through the town of Baga.", "ASSAULT", None),
    ("Fighters hoisted their flag over the city hall in Mosul.", "TERRITORY", "capture"),
    ("The rebels made inroads in the south of Yemen.", "TERRITORY", "enter"),
    ("The troops punched through the defences of Kidal.", "TERRITORY", "enter"),
    ("The militia tightened the noose around Kunduz.", "TERRITORY", "encircle"),
    ("The army reasserted control of Bangui.", "TERRITORY", "recapture"),
    ("The rebels handed over the town of Goma to the army.", "TERRITORY", "lose"),
    ("Army units fell back from the outskirts of Tikrit.", "RETREAT", "withdraw"),
    ("The fighters melted away from the town of Barawe.", "RETREAT", "withdraw"),
    ("The garrison of Bunia capitulated on Friday.", "RETREAT", "disarm"),
    ("The villagers abandoned their homes in Diffa.", "DISPLACEMENT", "flee"),
    ("Buses ferried 600 civilians out of Taiz.", "DISPLACEMENT", "evacuate"),
    ("Security forces took five suspects into custody in Peshawar.", "COERCE", "arrest"),
    ("Guards turned back aid trucks at the gate of Taiz.", "COERCE", "withhold"),
    ("The regime cut the internet in Khartoum.", "COERCE", "censor"),
    ("Kenya poured troops into Somalia.", "MOBILIZE", "troops"),
    ("The army called up 10,000 reservists in Ukraine.", "MOBILIZE", "troops"),
    ("Egypt moved armoured vehicles into Sinai.", "MOBILIZE", "weapons"),
    ("Saudi Arabia airlifted weapons to the army in Aden.", "MOBILIZE", "weapons"),
])
def test_an_act_in_less_usual_words(claims_of, sentence, type_, mode):
    assert (type_, mode) in {(claim.type, claim.mode) for claim in claims_of(sentence)}


@pytest.mark.parametrize(("sentence", "type_"), [
    ("The forester cut down ten trees in Gabon.", "ASSAULT"),
    ("Farmers sprayed the field with water in Gabon.", "ASSAULT"),
    ("Children raised a flag over the school in Gao.", "TERRITORY"),
    ("Prices fell back in Kenya.", "RETREAT"),
    ("The manager abandoned the plan in Gabon.", "DISPLACEMENT"),
    ("The minister turned back to the crowd in Gao.", "COERCE"),
    ("The gardener cut the grass in Gao.", "COERCE"),
    ("The chairman called up his brother in Lagos.", "MOBILIZE"),
    ("The king flew to Rabat on Monday.", "MOBILIZE"),
    ("Two air force pilots were flying a helicopter near Gao.", "MOBILIZE"),
    ("Moscow shipped missiles to the separatists in Donetsk.", "ASSAULT"),
    ("Students rampaged through the streets of Jakarta.", "ASSAULT"),
])
def test_the_same_word_where_no_such_act_is_meant(claims_of, sentence, type_):
    assert type_ not in {claim.type for claim in claims_of(sentence)}
