"""Layer 1: the comma that a text lost between two outcomes is put back, so that each figure keeps its own fate."""

import pytest

from warledger.claims.text.outcome_commas import outcome_blanks


def parted(text: str) -> str:
    marks = set(outcome_blanks(text))
    return "".join("|" if i in marks else character for i, character in enumerate(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A woman killed 9 people injured in shelling of Tamra", "A woman killed|9 people injured in shelling of Tamra"),
        ("Militia raids kill 12 injure dozens in Tamra", "Militia raids kill 12|injure dozens in Tamra"),
        ("Army kills 30 Red Dawn gunmen captured 8 in Tamra", "Army kills 30 Red Dawn gunmen|captured 8 in Tamra"),
        ("Senior Commander 20 fighters killed in clashes", "Senior Commander|20 fighters killed in clashes"),
        ("Car bomb hits Tamra market kills nine", "Car bomb hits Tamra market|kills nine"),
        ("Mortar attack targets Tamra school claims 11 children", "Mortar attack targets Tamra school|claims 11 children"),
        ("Rebels Fire Rocket Shells at Tamra Kills 4", "Rebels Fire Rocket Shells at Tamra|Kills 4"),
        ("Five nurses killed scores injured in shelling of Tamra", "Five nurses killed scores injured in shelling of Tamra"),
        ("Five civilians killed scores injured in shelling of Tamra", "Five civilians killed|scores injured in shelling of Tamra"),
        ("Mine kills shepherd boy wounds 3 in Tamra", "Mine kills shepherd boy|wounds 3 in Tamra"),
        ("Grenade kills soldier injures two others", "Grenade kills soldier|injures two others"),
        ("Army Foils Rebel Attack on Tamra Kills 14", "Army Foils Rebel Attack on Tamra|Kills 14"),
        ("Troops repel assault wound several gunmen", "Troops repel assault|wound several gunmen"),
        ("wounding 31 most of them children", "wounding 31|most of them children"),
        ("six people two of them women were hurt", "six people|two of them women|were hurt"),
    ],
)
def test_a_comma_stood_between_a_count_with_its_fate_and_the_next(text: str, expected: str) -> None:
    assert parted(text) == expected


@pytest.mark.parametrize("text", ["A bomb killed 9 people in Tamra", "Gunmen killed 4 and injured 9 in Tamra", "He was killed 10 days after",
                                  "A man killed 7 injured prisoners in Tamra", "Missile strike on Tamra kills nine", "A blast hit a shop and killed 4",
                                  "The bomb that hit a shop in Tamra could kill 10",
                                  "The mine kills a boy and wounds 3", "Troops repel an attack and kill 14", "Troops repelled the attack that killed 14",
                                  "The army foiled an attack to kill 14 guards"])
def test_where_one_fate_is_told_no_comma_stood(text: str) -> None:
    assert parted(text) == text


def test_a_number_right_behind_a_comma_that_was_put_back_is_a_figure(claim_of):
    claim = claim_of("The village was quiet by noon.", title="A woman killed 9 people injured in militia attack on Tamra")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 1), ("wounded", 9)]
    assert [target.name for target in claim.targets] == ["woman", "people"]


def test_each_fate_of_a_headline_has_its_own_figure(claim_of):
    claim = claim_of("The village was quiet by noon.", title="Rebel attacks kill 12 injure dozens in Tamra")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 12), ("wounded", 24)]


def test_killing_and_wounding_several_tells_casualties_of_both_kinds(claim_of):
    claim = claim_of("Troops shelled a gathering of rebels near the town of Taiz killing and wounding several commanders.")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("casualties", 3)]


def test_what_a_headline_tells_to_be_hit_is_no_doer_of_the_killing(claim_of):
    claim = claim_of("Suicide bomber targets army convoy near Gao kills six soldiers")
    assert ([one.name for one in claim.initiators], [one.name for one in claim.targets]) == (["Suicide bomber"], ["army convoy", "soldiers"])


def test_who_foils_an_attack_kills_those_who_are_counted_behind_it(claim_of):
    claim = claim_of("The village was quiet by noon.", title="Malian Army Foils Terrorist Attack on Tamra Kills 14 Terrorists")
    assert [initiator.name for initiator in claim.initiators] == ["Malian army"]
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 14)]
    assert all("terrorist" in target.name for target in claim.targets)


def test_a_noun_without_article_is_counted_in_a_headline(claim_of):
    claim = claim_of("The village was quiet by noon.", title="Mine kills woman wounds 3 in Tamra")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 1), ("wounded", 3)]


@pytest.mark.parametrize(("title", "told"), [
    ("Bandits kill 8 kidnap 21 in Tamra", [("abducted", 21), ("killed", 8)]),
    ("Rebels Fire Rocket Shells at Tamra Kills 4 Wounds 12", [("killed", 4), ("wounded", 12)]),
])
def test_behind_a_figure_a_verb_keeps_its_own(claims_of, title, told):
    claims = claims_of("The village was quiet by noon.", title=title)
    assert sorted((tally.what, tally.low) for claim in claims for tally in claim.tallies) == told
