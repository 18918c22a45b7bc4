"""Layer 4: verbs that the parse hides in a noun phrase keep their object and who does it."""

import pytest

from warledger.claims.clauses.clause_builder import build_verbs
from warledger.claims.text.parsing import load_language


def places_of(sentence: str, verb: str) -> tuple[list[str], list[str]]:
    """The subjects and the objects of a verb of a sentence."""
    doc = load_language()(sentence)
    clause = next(clause for clause in build_verbs(doc).values() if doc[clause.head].text == verb)
    return [doc[i].text for i in clause.at("subject")], [doc[i].text for i in clause.at("object")]


def test_who_kept_pounding_an_area_pounded_it():
    assert places_of("Jets kept pounding rebel districts of Taiz.", "pounding") == (["Jets"], ["districts"])


def test_a_war_that_killed_thousands_and_displaced_millions_did_both():
    subjects, objects = places_of("The war has already killed hundreds of thousands and displaced millions.", "displaced")
    assert subjects == ["war"]
    assert objects == ["millions"]


def test_a_participle_before_its_noun_is_else_no_clause():
    doc = load_language()("The remaining areas and a besieged town were quiet.")
    assert {doc[i].text for i in build_verbs(doc)} == {"were"}


def test_who_was_hit_while_fleeing_fled(claim_of):
    claim = claim_of("The villagers were hit by airstrikes while fleeing the valley.", "DISPLACEMENT")
    assert [p.name for p in claim.initiators] == ["villagers"]


def test_who_attempts_to_advance_advances(claim_of):
    claim = claim_of("Fighting broke out amid attempts by regime troops to advance on the port of Mokha.", "TERRITORY")
    assert [p.name for p in claim.initiators] == ["regime troops"]


def test_a_headline_that_targets_a_bus_is_no_name_of_a_bus(claims_of):
    claim = claims_of("The town was quiet.", title="Suicide bomber targets bus in Taiz")[0]
    assert [p.name for p in claim.targets] == ["bus"]


def test_targets_that_are_counted_or_owned_are_things(claims_of):
    assert claims_of("The pilots described 12 military targets in Taiz.") == []


def test_over_seventy_killed_are_the_object_of_the_killing(claim_of):
    claim = claim_of("The Syrian army eliminates over 70 militants near Daraa.")
    assert [(t.low, t.high) for t in claim.tallies] == [(71, None)]


def test_a_battle_of_over_ten_days_has_no_days_as_object():
    subjects, objects = places_of("The rebels fought over ten days.", "fought")
    assert subjects == ["rebels"]
    assert objects == []


def test_a_missile_fired_by_troops_kills_and_the_troops_are_not_its_victims():
    sentence = "A missile fired by Ethiopian troops killed at least 23 civilians on Friday in a crowded suburb of the northern capital, a monitor said."
    assert places_of(sentence, "killed") == (["missile"], ["civilians"])


def test_a_raid_behind_after_is_what_killed():
    sentence = "The flights to Taiz were suspended after a heavy raid on Monday killed 12 aid workers."
    assert places_of(sentence, "killed") == (["raid"], ["workers"])


def test_a_headline_that_pounds_positions_tells_of_no_sums_of_money(claims_of):
    claim = claims_of("The hills were quiet.", title="Yemeni army pounds militia positions near Marib")[0]
    assert claim.quote("trigger") == "pounds"
    assert [party.name for party in claim.initiators] == ["Yemeni army"]


def test_one_killed_and_others_injured_are_two_losses_of_a_headline(claims_of):
    claim = claims_of("Nothing else is known.", title="Farmer killed others injured in mortar attack")[0]
    assert claim.initiators == ()
    assert [target.name for target in claim.targets] == ["Farmer", "others"]


def test_what_a_bomb_hits_in_a_headline_is_hit_whatever_name_the_parse_makes_of_it(claims_of):
    claim, = claims_of("At least 40 killed after missile hits fuel convoy in Sudan")
    assert ([person.name for person in claim.targets], [tally.low for tally in claim.tallies]) == (["fuel convoy"], [40])


def test_a_civilian_killed_before_a_bare_number_of_injured_killed_nobody(claims_of):
    claim, = claims_of("Civilian killed 3 injured in shelling of Goma")
    assert claim.initiators == ()
    assert [(tally.what, tally.low) for tally in claim.tallies if tally.what == "wounded"] == [("wounded", 3)]


@pytest.mark.parametrize("told", [
    "Government forces, backed by the Lebanese group Hezbollah, seized areas outside Baidoa.",
    "In the Bay region, west of Mogadishu, government forces, backed by the regional group Amisom, seized areas outside Baidoa.",
    "In the Bay region, west of the capital Mogadishu, government forces, backed by the Lebanese group Hezbollah, seized areas outside Baidoa.",
])
def test_who_is_told_of_between_commas_does_what_the_verb_behind_them_tells(told):
    assert places_of(told, "seized") == (["forces"], ["areas"])


@pytest.mark.parametrize("told", [
    "Clashes raged between the army and rebels, backed by Kenya, armed gangs and thieves.",
    "The army attacked fighters, backed by militias, besieged villagers and refugees.",
])
def test_a_participle_in_a_list_behind_a_comma_is_no_verb(told):
    doc = load_language()(told)
    assert not {"armed", "besieged"} & {doc[i].text for i in build_verbs(doc)}
