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
    "Children played in the burnt shell of a bus in Goma.",
    "A girl was transferred to a hospital in Goma.",
    "Nine men were transferred to another clinic for treatment.",
    "The patients arrived at a clinic in Goma on Monday.",
    "The militia released the footage of the prisoners.",
    "Divers resumed recovery operations off Bata on Monday.",
    "Soldiers began retrieval operations for the victims near Beira.",
    "Firefighters ended their search and recovery operations in Beira.",
    "At least two infants are reported to have died from malnourishment in Maradi.",
    "The widows came to terms with the loss of their homes.",
    "The town was slowly coming to terms with its grief.",
    "Three humanitarian convoys entered the city of Mekelle.",
    "A relief convoy left Khartoum on Monday.",
    "An aid convoy left Gondar for Mekelle.",
    "Drivers took the flour out of humanitarian convoys before they entered Mekelle.",
    "A deadline to destroy its chemical weapons passed in June.",
    "The coalition takes all measures to avoid civilian casualties.",
    "The new rules should limit civilian deaths.",
    "Their hands were cut off on the grounds that they had stolen.",
    "Electricity supplies have been cut in Aden.",
    "London hit out at the envoy on Sunday.",
    "The agency could no longer offer medical care to 300 villagers near Aden.",
    "Salaries offered by the militia are one of few sources of income.",
    "Four patients were carried out of the cellar in a long operation by rescue workers.",
    "The militia kept a mortar shells depot in the village.",
    "Heavy guns and new rockets moved into range of Aden.",
    "Four convicts escaped from a jail near Gao.",
    "The hostages escaped their captors in Mali.",
    "Snow closed the road to Kabul on Monday.",
    "The highway to Aden was cut by floods.",
    "Rescuers freed two girls from under a collapsed building in Antakya.",
    "The agency began a campaign to feed 400 families near Gao.",
    "Surgeons in Aden fought to save a boy.",
    "The government launched a battle against poverty in Niger.",
    "Customs men photographed nine rockets in the port of Aden.",
    "The rebels have run short of rockets near Aden.",
    "The militia relies on homemade rockets in Aden.",
    "Barrel bombs are drums packed with scrap.",
    "The magazine is a weekly offering its subscribers reports from the Sahel.",
    "The weekly offers analysis and commentary to its readers in Nairobi.",
    "The inspectors want the rebels to offer access to the mine.",
    "A parliament committee approved a resolution on the mine in Katanga.",
    "The chancellor shook hands with the king in Rabat before dinner.",
    "Police told the drivers to clear the road so that fire engines could pass.",
    "Engineers restored the water supply in Luhansk.",
    "The envoy hopes to secure a political settlement in Juba.",
    "The ministry announced the mobilization of all hospitals and doctors in Goma.",
    "Clinics in Taiz reported a mass influx of wounded people in July.",
    "The build-up to the invasion of Grenada lasted months.",
    "The old general died of the plague in Tunis.",
    "A trade war between Beijing and Canberra began in May.",
    "The war of words between the two presidents goes on.",
    "Both parties should engage seriously in the peace process in Juba.",
    "The minister is fighting for his political survival in Harare.",
    "Reporters bombarded the mayor with questions.",
    "Critics attacked the president for his trip to Oslo.",
    "The army held a parade in Pyongyang on Monday.",
    "The government held elections in Mogadishu.",
    "The candidate withdrew from the presidential race in Kenya.",
    "The rocket carried a satellite into orbit.",
    "A boiler explosion woke the people of Lagos.",
    "Mustard gas burns the skin and injures the lungs.",
    "The chemicals can be used to make bombs.",
    "Libya's declared weapons were destroyed, an inspector said.",
    "The state keeps control over its missiles.",
    "Rescue and fire-fighting operations went on for hours at the base in Mombasa.",
    "Panic seized the garrison of Gao.",
    "The cholera outbreak struck the camp in Goma.",
    "Villagers fled the volcano in Bali.",
    "Thousands of people were displaced by floods in Mozambique.",
    "A transformer exploded in Lagos.",
    "The road was closed for repairs in Kampala.",
    "Bombing a school is a war crime, the lawyer said.",
    "Taiz fell silent after the funeral.",
    "The rebels have entered the last phase of the talks in Aden.",
    "The sale of the missiles to Niger worried the lawmakers.",
    "Both pilots died because of a technical fault near Aden.",
    "The agency - which follows the war and determines which planes carry out raids according to their type flight patterns and arms - has four workers.",
])
def test_the_word_tells_no_act(claims_of, sentence):
    assert [claim.type for claim in claims_of(sentence) if claim.type in CORE_TYPES] == []


@pytest.mark.parametrize(("sentence", "type_"), [
    ("Rebels captured four soldiers near Goma.", "COERCE"),
    ("The rebels captured the 93rd Brigade near Raqqa.", "TERRITORY"),
    ("The army lost four checkpoints near Raqqa.", "TERRITORY"),
    ("The militants gave up the airport near Raqqa.", "TERRITORY"),
    ("Gunmen seized a priest near Homs.", "ASSAULT"),
    ("Police seized two men at the airport in Lyon.", "COERCE"),
    ("Mali sent 400 more men to its base in Gao.", "MOBILIZE"),
    ("Families escaped from the fighting in Gao.", "DISPLACEMENT"),
    ("Activists filmed the shelling of Aden.", "ASSAULT"),
    ("Pictures showing two barrel bombs being dropped over the market were shared in Aden.", "ASSAULT"),
    ("Targeting the children in their school is an act of cowardice.", "ASSAULT"),
    ("The militia fought to keep the port of Aden.", "ASSAULT"),
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
    ("Sixty families were transferred to a camp near Goma.", "DISPLACEMENT"),
    ("The militia released the prisoners.", "RETREAT"),
    ("A shell of the rebels hit a bus in Goma.", "ASSAULT"),
    ("Army convoys entered the city of Mekelle.", "TERRITORY"),
    ("A strike destroyed a chemical weapons depot near Tripoli.", "ASSAULT"),
    ("The two sides shook hands on a ceasefire in Juba.", "AGREE"),
    ("The two sides approved the peace plan in Juba.", "AGREE"),
    ("Troops cleared the road to Benghazi.", "TERRITORY"),
    ("The army restored control over the town of Bangui.", "TERRITORY"),
    ("The army mobilized its troops in Mali.", "MOBILIZE"),
    ("The build-up of troops to the north of Kiev goes on.", "MOBILIZE"),
    ("France sent 200 soldiers to bolster Malian forces.", "MOBILIZE"),
    ("Soldiers fled the town of Baga.", "RETREAT"),
    ("Niger borders Mali and civilians have fled into the region.", "DISPLACEMENT"),
    ("A rain of shells killed ten people in Donetsk.", "ASSAULT"),
    ("The gunmen fought off an attack on the base of Gao.", "ASSAULT"),
    ("The rebels bombarded the town of Taiz with rockets.", "ASSAULT"),
    ("The army stormed the militants near Sirte.", "ASSAULT"),
    ("A mortar destroyed a house near Sirte.", "ASSAULT"),
    ("The government used gas to attack the town of Bama.", "ASSAULT"),
    ("Rebels hold a bridge near Gao.", "TERRITORY"),
    ("Thousands of people were displaced by fighting in Mozambique.", "DISPLACEMENT"),
    ("The army closed the road to Taiz for a week.", "TERRITORY"),
    ("The police failed to prevent the deaths of ten civilians in Goma.", "ASSAULT"),
])
def test_the_same_word_tells_one_where_its_clause_is_another(claims_of, sentence, type_):
    assert type_ in {claim.type for claim in claims_of(sentence)}


def test_strikes_that_strengthen_an_army_send_no_troops(claims_of):
    types = [claim.type for claim in claims_of("France has been carrying out airstrikes to bolster Malian forces since January.")]
    assert types == ["ASSAULT"]


@pytest.mark.parametrize("sentence", [
    "A plume of smoke and dust was seen shooting into the air near Taiz.",
    "There was celebratory gunfire in the streets of Tripoli.",
    "The group's push to reshape the region alarmed Kenya.",
    "A bus was transporting Kenyan pilgrims from the shrine of Lalibela to Gondar.",
    "People were crossing with difficulty, but nobody stays.",
    "Acts of aggression are prohibited in the zones.",
    "Others have died, particularly children, from hunger and cold.",
    "The UN High Representative for Disarmament Affairs went to Khartoum.",
    "The special representative for the evacuation of Taiz spoke.",
    "The minister said the president did not agree.",
    "Omar Haddad, operations chief of the Northern Front, spoke in Taiz.",
])
def test_what_names_or_resembles_an_act_is_none(claims_of, sentence):
    assert not {claim.type for claim in claims_of(sentence)} & set(CORE_TYPES)


@pytest.mark.parametrize(("sentence", "type_"), [
    ("Soldiers shot a farmer dead in Tripoli.", "ASSAULT"),
    ("The rebels' push to take the region alarmed Kenya.", "ASSAULT"),
    ("Buses were transporting civilians from the besieged town of Taiz to Aden.", "DISPLACEMENT"),
    ("Refugees were crossing in boats near Goma.", "DISPLACEMENT"),
    ("Acts of aggression by the militia killed nine people in Goma.", "ASSAULT"),
    ("Others have died, particularly children, from shelling.", "ASSAULT"),
    ("The junta did not agree to a ceasefire.", "AGREE"),
    ("The fall of the town would threaten the army's siege of Taiz.", "TERRITORY"),
    ("The fighters fled, heading to Kidal.", "RETREAT"),
])
def test_where_they_tell_an_act(claims_of, sentence, type_):
    assert type_ in {claim.type for claim in claims_of(sentence)}


def test_the_road_leads_there_and_not_whoever_blocks_it(claims_of):
    claims = claims_of("Bandits blocked the road heading to Kidal on Monday.")
    assert {claim.type for claim in claims} == {"TERRITORY"}


def test_what_is_endangered_is_not_threatened(claims_of):
    claims = claims_of("The fall of the town would threaten the army's siege of Taiz.")
    assert "THREATEN" not in {claim.type for claim in claims}
