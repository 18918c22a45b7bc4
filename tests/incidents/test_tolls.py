"""What one report tells of one figure: whole and in parts, by name, and who was hit without dying."""

from __future__ import annotations

from dataclasses import replace

import pytest

from warledger.incidents import link
from warledger.model import Participant, Tally


@pytest.fixture
def told(claim, reports_of):
    """The fields of one incident that one report tells in several sentences: per sentence its tallies and victims by name."""

    def made(*sentences, speakers=()):
        claims = []
        for n, (tallies, *names) in enumerate(sentences):
            one = claim(f"{n}", "r", tallies=tuple(Tally(what, best, best, best, wording=words) for what, best, words in tallies),
                        same_as="c_0" if n else None, words=f"This is what sentence {n} tells.", said_by=speakers[n] if speakers else "")
            claims.append(replace(one, targets=tuple(Participant(name) for name in names)))
        (found,) = link(claims, reports_of(claims))
        return found.fields

    return made


def test_the_fullest_figure_of_a_report_stands_for_it_in_whatever_order(told):
    parts = [([("killed", 5, "five people")],), ([("killed", 2, "two men")],), ([("killed", 1, "a boy")],)]
    for order in (parts, parts[::-1]):
        assert (told(*order)["killed"].low, told(*order)["killed"].high) == (5, 5)


def test_victims_by_name_are_counted_each_once(told):
    fields = told(([("killed", 1, "James Okello")], "James Okello"), ([("killed", 1, "Mary Auma")], "Mary Auma"),
                  ([("killed", 1, "Okello")], "Okello"))
    assert fields["killed"].best == 2


def test_two_victims_without_a_name_may_be_one(told):
    assert told(([("killed", 1, "a man")],), ([("killed", 1, "a teacher")],))["killed"].best == 1


def test_one_victim_of_another_voice_is_one_of_the_larger_figure(told):
    fields = told(([("killed", 4, "four people")],), ([("killed", 1, "a boy")],), speakers=("sana", "sohr"))
    assert (fields["killed"].low, fields["killed"].best) == (4, 4)


def test_those_who_were_hit_and_did_not_die_were_wounded(told):
    fields = told(([("casualties", 5, "five people")],), ([("killed", 1, "one")],))
    assert (fields["wounded"].low, fields["wounded"].high, fields["wounded"].best) == (4, 4, 4)


def test_the_others_who_were_hit_were_hit_beside_the_dead(told):
    fields = told(([("killed", 1, "a man")],), ([("casualties", 3, "three others")],))
    assert fields["wounded"].best == 3


def test_who_was_hit_and_died_leaves_nobody_wounded(told):
    fields = told(([("casualties", 1, "James Okello")], "James Okello"), ([("killed", 1, "Okello")], "Okello"))
    assert "wounded" not in fields
