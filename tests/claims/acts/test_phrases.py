"""Layer 5: fixed wordings are read as one trigger, with other words between them."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "type_", "trigger"),
    [
        ("The rebels won control of Taiz.", "TERRITORY", "won control of"),
        ("Government troops lost control of Taiz.", "TERRITORY", "lost control of"),
        ("The rebels have taken full control of Taiz.", "TERRITORY", "taken full control of"),
        ("The town of Myawaddy is under rebel control.", "TERRITORY", "under rebel control"),
        ("Gunmen opened fire on a market in Kaduna.", "ASSAULT", "opened fire"),
        ("The Syrian army exchanged fire with Turkish troops.", "ASSAULT", "exchanged fire"),
    ],
)
def test_a_fixed_wording_is_one_trigger(claim_of, sentence, type_, trigger):
    assert claim_of(sentence, type_).quote("trigger") == trigger


def test_who_controls_stands_within_the_wording(claim_of):
    claim = claim_of("The town of Myawaddy is under rebel control.", "TERRITORY")
    assert [(p.name, p.sector) for p in claim.initiators] == [("rebel", "REB")]
    assert claim.place.name == "Myawaddy"


def test_a_number_before_dead_is_a_tally(claim_of):
    tally = claim_of("Shops were closed on Tuesday.", title="At Least 20 Dead in Kharkiv Blast: Officials").tallies[0]
    assert (tally.what, tally.low, tally.high) == ("killed", 20, None)


@pytest.mark.parametrize(
    ("title", "doers"),
    [
        ("Two Soldiers Killed by Rebels in Goma", ["rebels"]),
        ("12 villagers wounded by militiamen near Bunia", ["militiamen"]),
    ],
)
def test_a_headline_that_counts_the_dead_tells_by_whom_they_fell(claim_of, title, doers):
    assert [participant.name for participant in claim_of("Shops were closed on Tuesday.", title=title).initiators] == doers


@pytest.mark.parametrize(
    "sentence",
    [
        "The army on Tuesday entered the village of Sake, leaving dozens of rebels dead and wounded.",
        "The army left dozens of rebels dead and injured in the hills.",
    ],
)
def test_who_leaves_many_dead_and_wounded_harmed_them_both_ways(claims_of, sentence):
    harmed = [claim for claim in claims_of(sentence) if claim.type == "ASSAULT"]
    assert {(tuple(p.name for p in claim.initiators), tuple(p.name for p in claim.targets)) for claim in harmed} == {(("army",), ("rebels",))}


def test_the_country_that_opens_a_headline_is_no_victim(claims_of):
    claim = claims_of("Nothing else is known.", title="Mali 12 Civilians Killed Scores Injured in Militia Attacks in Gao")[0]
    assert [target.name for target in claim.targets] == ["civilians"]
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 12), ("wounded", 40)]


def test_some_of_them_may_be_left_dead(claim_of):
    claim = claim_of("An explosive device went off in a bus carrying workers in Goma, leaving three of them dead.")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 3)]
    assert [who.name for who in claim.targets] == ["workers", "bus"]


def test_to_leave_many_of_them_dead_is_no_retreat(claims_of):
    claims = claims_of("An army unit carried out operations against the militants in Goma leaving many of them dead and others injured.")
    assert [claim.type for claim in claims] == ["ASSAULT"]
    assert [who.name for who in claims[0].initiators] == ["army unit"]


def test_soldiers_taken_prisoner_are_counted(claim_of):
    claim = claim_of("Fighters from the group took 27 soldiers prisoner when they overran the base.", "COERCE")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("detained", 27)]


def test_by_whom_a_town_is_held_under_siege_may_hang_on_the_verb(claim_of):
    claim = claim_of("Taiz has been under siege by government forces for two years.", "TERRITORY")
    assert [who.name for who in claim.initiators] == ["government forces"]
    assert [who.inferred for who in claim.initiators] == [None]


def test_allies_hold_what_is_under_the_control_of_both(claims_of):
    claim = claims_of("The town remains under control of government forces and allied tribal fighters.")[0]
    assert [who.name for who in claim.initiators] == ["government forces", "tribal fighters"]


def test_a_part_of_those_left_dead_is_counted_beside_them(claims_of):
    for text, low in (("The blast in Mosul has left 25 militants of the group, including one of its leaders dead.", 25),
                      ("A raid in Sirte left 12 fighters including two of their commanders dead.", 12)):
        figures = [(tally.what, tally.low) for claim in claims_of(text) for tally in claim.tallies]
        assert ("killed", low) in figures


def test_one_of_several_left_dead_is_one(claims_of):
    assert [tally.low for claim in claims_of("A raid in Sirte left one of the commanders dead.") for tally in claim.tallies] == [1]


def test_a_bare_number_before_a_wording_counts_those_under_it(claims_of):
    claim = next(claim for claim in claims_of("Some 300,000 under siege in Taiz.") if claim.type == "TERRITORY")
    assert [(tally.what, tally.best) for tally in claim.tallies] == [("trapped", 300000)]


def test_a_year_before_a_wording_counts_nobody(claims_of):
    assert [tally for claim in claims_of("The port was in 2014 under siege by the Malian army.") for tally in claim.tallies] == []
