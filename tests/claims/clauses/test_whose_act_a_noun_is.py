"""Layer 4: whose act a noun names, by what counts, begins, denies, answers for or shows it."""

import pytest


def doers(claims):
    return [one.name for one in next(claim for claim in claims if claim.type == "ASSAULT").initiators]


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("The army has flown a total of 14 air strikes over the hills of Masisi this week.", ["army"]),
        ("M23 rebels announced the start of an offensive in the hills of Masisi.", ["M23 rebels"]),
        ("The raid on the market was believed to have been flown by Ugandan jets.", ["Ugandan jets"]),
        ("The Ugandan army bears primary responsibility for the attack on the market.", ["Ugandan army"]),
        ("The deaths come as the M23 rebels press on with an assault meant to cut the road to Goma.", ["M23 rebels"]),
        ("The United Nations said the attack in Goma came from Ugandan forces.", ["Ugandan forces"]),
        ("Uganda and its Rwandan partner have scaled back air raids on Goma.", ["Uganda", "Rwandan partner"]),
        ("The M23 rebels have been locked in battle near the airport for a month.", ["M23 rebels"]),
    ],
)
def test_what_is_counted_begun_reduced_or_answered_for_is_its_doers(claims_of, sentence, named):
    assert doers(claims_of(sentence)) == named


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Ugandan troops were accused of involvement in the attack on Goma.", ["Ugandan troops"]),
        ("Uganda denied any involvement in the raids on Goma.", ["Uganda"]),
        ("Uganda has denied responsibility for the attack.", ["Uganda"]),
        ("Uganda denies the use of chemical weapons.", ["Uganda"]),
        ("Monitors said that Uganda was behind at least three attacks.", ["Uganda"]),
        ("A shell belonging to M23 forces struck a school in Goma.", ["M23 forces"]),
        ("One offensive against the M23 rebels is by the Ugandan army.", ["Ugandan army"]),
        ("The M23 group released a video showing the execution of nine villagers.", ["M23 group"]),
        ("Activists posted a video showing the killing of nine villagers.", []),
    ],
)
def test_an_act_is_of_those_who_have_or_deny_a_part_in_it_or_boast_of_it(claims_of, sentence, named):
    assert doers(claims_of(sentence)) == named


def test_whoever_a_headline_holds_responsible_did_it(claims_of):
    headline = "Ugandan forces responsible for chemical attack in Goma: monitors"
    assert doers(claims_of("Nothing else is known.", title=headline)) == ["Ugandan forces"]


def test_a_conflict_that_pits_two_parties_against_each_other_has_both(claims_of):
    sentence = "More than 900 people died in the conflict which pits M23 rebels against the Congolese government."
    assert sorted(doers(claims_of(sentence))) == ["Congolese government", "M23 rebels"]


def test_clashes_that_the_parse_takes_into_the_name_of_a_day_keep_their_sides(claims_of):
    sentence = "On Friday clashes erupted for the first time between Ugandan forces and M23 rebels in the town of Sake."
    assert doers(claims_of(sentence)) == ["Ugandan forces", "M23 rebels"]


def test_whoever_is_believed_to_have_sent_a_raid_is_not_killed_by_it(claims_of):
    raid = next(claim for claim in claims_of("The raid thought to have been carried out by Ugandan aircraft killed at least 18 people.") if claim.type == "ASSAULT")
    assert [one.name for one in raid.initiators] == ["Ugandan aircraft"]
    assert [one.name for one in raid.targets] == ["people"]


@pytest.mark.parametrize("sentence", [
    "UN Condemns Attack on Hospital in Aden.",
    "Government Denounces Raid on Aid Convoy.",
])
def test_whoever_condemns_an_act_in_a_headline_does_not_own_it(claims_of, sentence):
    found = claims_of(sentence)
    assert [claim.initiators for claim in found if claim.type == "ASSAULT"] == [()]
    assert [claim.mode for claim in found if claim.type == "ACCUSE"] == ["disapprove"]
