"""Layer 5: words of armed acts in senses that tell none, and the same words where they tell one."""

import pytest

from warledger.model.codebook import CORE_TYPES


@pytest.mark.parametrize("sentence", [
    "Two policemen were captured on camera in Lima.",
    "Television cameras captured the prince in tears.",
    "Her picture of the harbour captured the Pulitzer for photography.",
    "The home side captured three wickets before lunch in Galle.",
    "Grain prices shot up in Khartoum on Sunday.",
    "The singer shot to fame after a concert in Dakar.",
    "A row over the new tax exploded in Nairobi on Sunday.",
    "\"We owe you nothing,\" the minister shot back.",
    "The two candidates clashed over the budget in Quito.",
    "Rangers shot an elephant near Tsavo.",
    "Sappers detonated two mines near Kupiansk.",
    "Police detonated a hand grenade near the station in Lyon.",
    "Troops detonated a car bomb safely on the edge of Cali.",
    "The mayor takes office in Lagos on Monday.",
    "Lifeguards patrolled the beach in Durban.",
    "Soldiers patrolled the dikes along the Mekong.",
    "Dozens of villagers returned from a wedding in Gao.",
    "The governor escaped unharmed.",
    "The suspect escaped justice in Lima.",
    "Firefighters freed a girl from the rubble in Antakya.",
    "As they worked to free him from the debris they gave him water.",
    "Villagers were crossing the road with difficulty.",
    "Their hands were cut off on the grounds that they had stolen.",
    "Electricity supplies have been cut in Aden.",
    "London hit out at the envoy on Sunday.",
    "The agency could no longer offer medical care to 300 villagers near Aden.",
    "Salaries offered by the militia are one of few sources of income.",
    "Four patients were carried out of the cellar in a long operation by rescue workers.",
    "The militia kept a mortar shells depot in the village.",
    "Heavy guns and new rockets moved into range of Aden.",
    "The agency - which follows the war and determines which planes carry out raids according to their type flight patterns and arms - has four workers.",
])
def test_the_word_tells_no_act(claims_of, sentence):
    assert [claim.type for claim in claims_of(sentence) if claim.type in CORE_TYPES] == []


@pytest.mark.parametrize(("sentence", "type_"), [
    ("Rebels captured four soldiers near Goma.", "COERCE"),
    ("Militants filmed themselves and captured the town of Sake.", "TERRITORY"),
    ("Gunmen shot up a cafe in Quetta.", "ASSAULT"),
    ("The militia freed four prisoners near Antakya.", "RETREAT"),
    ("Villagers crossed into Jordan at night.", "DISPLACEMENT"),
    ("The army cut electricity supplies to Aden.", "COERCE"),
    ("The army hit back at the rebels in Aden.", "ASSAULT"),
    ("The rebels offered a truce to the army in Aden.", "AGREE"),
    ("New rockets hit Aden on Monday.", "ASSAULT"),
    ("The advance on Aden was slowed by landmines planted by the rebels.", "ASSAULT"),
    ("The soldier was shot to death in Quetta.", "ASSAULT"),
    ("A fuel tanker exploded at a checkpoint in Kabul.", "ASSAULT"),
    ("Rebel fighters shot back.", "ASSAULT"),
    ("Farmers and herders clashed over land near Jos.", "ASSAULT"),
    ("Rangers shot a poacher near Tsavo.", "ASSAULT"),
    ("Militants detonated two mines near Kupiansk.", "ASSAULT"),
    ("Gunmen attempted to murder a judge in Lima.", "ASSAULT"),
    ("Soldiers patrolled the streets of Durban.", "MOBILIZE"),
    ("Thousands of villagers returned from Chad.", "DISPLACEMENT"),
    ("Hundreds of people escaped from Bama.", "DISPLACEMENT"),
    ("The army took the office of the mayor in Taiz.", "TERRITORY"),
])
def test_the_same_word_tells_one_where_its_clause_is_another(claims_of, sentence, type_):
    assert type_ in {claim.type for claim in claims_of(sentence)}
