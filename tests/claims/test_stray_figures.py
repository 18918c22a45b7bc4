"""Layer 6: figures that the parse ties to nothing go by the word of harm beside them; what is counted already stays where it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from warledger.model import Claim


def figures(claims: list[Claim]) -> set[tuple[str, int | None, int | None]]:
    return {(tally.what, tally.low, tally.high) for claim in claims for tally in claim.tallies}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Truck Bombing Claims 7 in Yemens Taiz.", {("killed", 7, 7)}),
        ("Roadside bomb near the market claims 4 martyrs.", {("killed", 4, 4)}),
        ("A car bomb blast hit the bus station in Hodeida city leaving 9 martyrs.", {("killed", 9, 9)}),
        ("Suspected nerve gas attack on Yemens rebel-held Taiz kills at least 31.", {("killed", 31, None)}),
        ("At least 14 die in drone attacks by Saudi coalition jets", {("killed", 14, None)}),
        ("Rocket fire in Aden kills 6 wounds 40 State radio", {("killed", 6, 6), ("wounded", 40, 40)}),
        ("The monitor said nine pupils were among the victims of the raid on the school in Taiz.", {("killed", 9, 9)}),
        ("A monitor said the dead in the raid on Taiz included 11 pupils and three teachers.", {("killed", 11, 11), ("killed", 3, 3)}),
        ("Houthi forces killed a rebel commander as well as four of his entourage.", {("killed", 1, 1), ("killed", 4, 4)}),
        ("The bombs killed 33 civilians in and around Taiz and 12 in neighbouring Ibb.", {("killed", 33, 33), ("killed", 12, 12)}),
    ],
)
def test_the_word_of_harm_beside_a_stray_figure_tells_whom_the_attack_harmed(
        claims_of: Callable[..., list[Claim]], text: str, told: set[tuple[str, int, int | None]]) -> None:
    assert told <= figures(claims_of(text))


def test_the_number_of_those_who_kill_is_no_toll(claims_of: Callable[..., list[Claim]]) -> None:
    assert figures(claims_of("On Friday three gunmen killed eight guards in an attack on the depot in Taiz.")) == {("killed", 8, 8)}


def test_a_part_of_the_wounded_in_critical_condition_is_no_other_toll(claims_of: Callable[..., list[Claim]]) -> None:
    claims = claims_of("The blast in Taiz wounded 30 people, a nurse said, adding that six of the wounded were in critical condition.")
    assert figures(claims) == {("wounded", 30, 30)}


@pytest.mark.parametrize("text", ["URGENT 23 Killed and Injured in Aden Market Attack", "Yemen 23 Martyred Injured in Taiz Attack",
                                  "Landmines killed wounded 23 in Taiz, a monitor says"])
def test_one_figure_of_the_killed_and_the_injured_counts_casualties(claims_of: Callable[..., list[Claim]], text: str) -> None:
    assert figures(claims_of(text)) == {("casualties", 23, 23)}


def test_those_killed_are_not_those_displaced(claims_of: Callable[..., list[Claim]]) -> None:
    told = figures(claims_of("The fighting has left more than 800 dead and displaced some 300000 in Yemen."))
    assert ("displaced", 801, None) not in told
    assert any(what == "displaced" and low is not None and low > 200_000 for what, low, _ in told)


def test_people_who_were_killed_as_they_fled_were_displaced(claims_of: Callable[..., list[Claim]]) -> None:
    assert {("killed", 25, 25), ("displaced", 25, 25)} <= figures(claims_of("Gunmen killed 25 people who fled the town of Marib."))


def test_a_family_is_not_one_victim(claims_of: Callable[..., list[Claim]]) -> None:
    assert figures(claims_of("The raid on Taiz killed a Yemeni family.")) == set()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nine fighters from the coast and six from Al-Mokha were killed in the assault as well as 14 soldiers.", [9, 6, 14]),
        ("The raid on the barracks in Taiz left 11 guards and four of the gunmen dead.", [11, 4]),
        ("Ten people were killed in the town of Ibb, seven in Taiz and four in the port of Aden, medics said.", [10, 7, 4]),
        ("The shelling killed nine people in Aden 14 in Taiz and six in Ibb the group said.", [9, 14, 6]),
    ],
)
def test_a_list_of_those_killed_is_counted_to_its_last_member(claims_of: Callable[..., list[Claim]], text: str, told: list[int]) -> None:
    assert sorted(tally.low for claim in claims_of(text) for tally in claim.tallies) == sorted(told)


def test_each_of_the_attacks_of_a_day_has_its_own_dead(claims_of: Callable[..., list[Claim]]) -> None:
    text = "Violence across the country killed 41 people on Sunday, including 12 in a car bombing in Aden and nine in clashes in Taiz."
    assert [[tally.low for tally in claim.tallies] for claim in claims_of(text)] == [[41], [12], [9]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rebels fired rockets at Taiz, killing eight people, two of them pupils on their way home from school, state television said.", {8, 2}),
        ("Raids by government jets in Taiz claimed the lives of nine people among whom were three brothers.", {9, 3}),
    ],
)
def test_a_part_of_those_killed_is_counted_beside_them(claims_of: Callable[..., list[Claim]], text: str, told: set[int]) -> None:
    assert {tally.low for claim in claims_of(text) for tally in claim.tallies} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Another pupil was killed in Taiz, the mayor said, adding that two firemen were among Friday's victims.", {("killed", 1, 1), ("killed", 2, 2)}),
        ("Three teachers were among last week's dead in the shelling of Donetsk.", {("killed", 3, 3)}),
        ("At least 8 of the dead, a nurse said, came in raids near the market of Kandahar.", {("killed", 8, None)}),
        ("Twelve of the dead were in a strike on Aden's harbour.", {("killed", 12, 12)}),
        ("The raids on Kunduz killed 20 villagers on Monday, including eight when their truck was hit, the governor said.", {("killed", 20, 20), ("killed", 8, 8)}),
        ("There were at least 12 dead in the ranks of the M23 and 30 among its enemies, the monitor said.", {("killed", 12, None), ("killed", 30, 30)}),
        ("The raid on Kunduz killed 14 villagers, including three girls fleeing across the river.", {("killed", 14, 14), ("killed", 3, 3), ("displaced", 14, 14), ("displaced", 3, 3)}),
        ("Rebels wounded at least 30 soldiers, and no casualties were reported among the guests.", {("wounded", 30, None), ("casualties", 0, 0)}),
    ],
)
def test_a_figure_goes_to_the_act_that_its_own_words_give_it(
        claims_of: Callable[..., list[Claim]], text: str, told: set[tuple[str, int, int | None]]) -> None:
    assert figures(claims_of(text)) == told


def test_some_of_the_dead_of_whom_something_else_is_told_are_no_other_toll(claims_of: Callable[..., list[Claim]]) -> None:
    assert figures(claims_of("The raid on Aden killed 20 people. Six of the dead were buried in the rain.")) == {("killed", 20, 20)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Houthi forces have lost 310 fighters since Monday and the army has lost at least 74.", {("killed", 310, 310), ("killed", 74, None)}),
        ("The rebels lost 40 soldiers and the army lost 12.", {("killed", 40, 40), ("killed", 12, 12)}),
        ("Saudi warplanes have stepped up strikes on Sanaa killings scores of civilians.", {("killed", 40, 99)}),
        ("The party accused the army of gassing hundreds of villagers.", {("casualties", 200, 999)}),
        ("Thousands of farmers were gassed by the Sudanese army in 2016.", {("casualties", 2000, 9999)}),
    ],
)
def test_a_bare_figure_goes_on_under_the_verb_of_harm(claims_of: Callable[..., list[Claim]], text: str, told: set[tuple[str, int, int | None]]) -> None:
    assert figures(claims_of(text)) == told


def test_what_else_somebody_lost_counts_no_dead(claims_of: Callable[..., list[Claim]]) -> None:
    assert ("killed", 12, 12) not in figures(claims_of("The rebels lost 40 soldiers and the party lost 12 seats."))
