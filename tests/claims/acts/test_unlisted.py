"""Layer 9: somebody whom an act befell is somebody, by whatever word or name; a figure alone names nobody."""

import pytest


def told(claims, type_):
    return [who.name for claim in claims if claim.type == type_ for who in claim.targets]


@pytest.mark.parametrize(
    ("sentence", "type_", "name"),
    [
        ("Maria Gonzales was captured near Goma in May.", "COERCE", "Maria Gonzales"),
        ("Three journalists and Maria Gonzales were captured in Goma.", "COERCE", "Maria Gonzales"),
        ("A motorcyclist was shot in Goma on Monday.", "ASSAULT", "motorcyclist"),
        ("The two complainants were captured by the rebels near Goma.", "COERCE", "complainants"),
        ("Gunmen shot the goldsmith in Goma.", "ASSAULT", "goldsmith"),
        ("Two villagers were killed and several others were abducted in Goma.", "ASSAULT", "several others"),
    ],
)
def test_who_was_shot_caught_or_abducted_is_somebody_by_whatever_word(claims_of, sentence, type_, name):
    assert name in told(claims_of(sentence), type_)


@pytest.mark.parametrize("name", ["three", "two"])
def test_a_number_with_an_article_stands_for_people_told_before(claims_of, name):
    assert told(claims_of(f"The {name} were captured by police near Goma."), "COERCE") == [name]


@pytest.mark.parametrize("sentence", ["Seventeen were killed in Goma.", "Dozens were killed in Goma.", "Air strikes killed 12 in Goma."])
def test_a_bare_number_names_nobody(claims_of, sentence):
    assert told(claims_of(sentence), "ASSAULT") == []


@pytest.mark.parametrize("sentence", ["The blast wounded four and shook houses in Goma.", "The storm killed the mood in Goma."])
def test_a_thing_that_nothing_befalls_as_it_does_somebody_is_nobody(claims_of, sentence):
    assert {"houses", "mood", "four"}.isdisjoint(told(claims_of(sentence), "ASSAULT"))


def test_who_the_dead_were_not_is_nobody(claims_of):
    names = [who.name for claim in claims_of('The raid on the hamlet of Duma killed "at least 12 rebel fighters and leaders most of them non-Iraqis and including a Dane" the '
                                                   'Paris-based monitor said.') for who in claim.targets]
    assert not {"-", "non", "Iraqis"}.intersection(names)


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("Those in the helicopter died near Goma.", ["Those in the helicopter"]),
        ("The strike killed all those inside the car in Goma.", ["those inside the car"]),
        ("The missile killed everyone on board near Goma.", ["everyone on board"]),
        ("The rebels downed a helicopter and killed its crew near Goma.", ["helicopter", "crew"]),
    ],
)
def test_all_who_were_in_it_are_somebody(claims_of, sentence, targets):
    assert [one.name for one in next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT").targets] == targets


def test_those_of_whom_no_place_is_told_name_nobody(claims_of):
    assert all(claim.targets == () for claim in claims_of("The strike killed those who had stayed."))


@pytest.mark.parametrize(("sentence", "targets"), [
    ("Six soldiers were wounded near Kidal, while another one was killed in an ambush.", [["soldiers"], ["soldiers"]]),
    ("Two nurses were killed and another was wounded in shelling in Aden.", [["nurses"]]),
    ("Another was killed by a sniper in Goma.", [[]]),
])
def test_one_more_is_one_of_those_whom_the_clause_before_counted(claims_of, sentence, targets):
    assert [[target.name for target in claim.targets] for claim in claims_of(sentence)] == targets
