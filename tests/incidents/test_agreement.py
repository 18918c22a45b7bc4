"""How versions are held against one another: figures, classes of victims, origins, grades."""

from __future__ import annotations

import pytest

from warledger.incidents import link
from warledger.incidents.figures import figures
from warledger.model import Tally


def killed(*told):
    return figures([Tally("killed", low, high, low, victims=victims) for low, high, victims in told])["killed"]


def test_children_among_the_civilians_are_not_added():
    assert killed((12, 12, "civilians"), (4, 4, "children")).best == 12


def test_children_among_the_dead_are_not_added():
    assert killed((12, 12, "unknown"), (4, 4, "children"), (3, 3, "women")).best == 12


def test_soldiers_and_civilians_are_added():
    figure = killed((5, 5, "military"), (3, None, "civilians"))
    assert (figure.low, figure.high, figure.best) == (8, None, 8)


def test_children_beside_soldiers_raise_only_the_upper_end():
    figure = killed((5, 5, "military"), (2, 2, "children"))
    assert (figure.low, figure.high, figure.best) == (5, 7, 5)


def test_the_same_class_told_twice_is_counted_once():
    assert killed((5, 5, "military"), (5, 5, "military")).best == 5


def test_the_soldiers_of_two_sides_are_added():
    told = [Tally("killed", 8, 8, 8, victims="military", of="TUR"), Tally("killed", 13, 13, 13, victims="military", of="SYR")]
    assert figures(told)["killed"].best == 21


def test_cumulative_figures_are_apart():
    told = [Tally("killed", 400, 400, 400, cumulative=True), Tally("killed", 6, 6, 6)]
    assert figures(told)["killed"].best == 6
    assert figures(told, cumulative=True)["killed"].best == 400


@pytest.fixture
def incident(claim, reports_of):
    """One incident of claims with (speaker, killed, day of publication)."""

    def made(*rows):
        claims = [claim(f"{n}", by="army", on="civilians", said_by=who, killed=dead) for n, (who, dead, _day) in enumerate(rows)]
        published = {f"r_{n}": day for n, (_who, _dead, day) in enumerate(rows)}
        (found,) = link(claims, reports_of(claims, published=published))
        return found

    return made


def test_the_latest_figure_of_a_speaker_replaces_his_earlier_one(incident):
    found = incident(("sohr", 4, "2020-02-03"), ("sohr", 9, "2020-02-04")).fields["killed"]
    assert (found.low, found.best, found.agreement, len(found.said)) == (9, 9, "single origin", 2)


def test_best_is_the_median_over_origins_and_not_over_reports(incident):
    rows = [("sohr", 9, "2020-02-04")] * 4 + [("sana", 5, "2020-02-04"), ("reuters", 6, "2020-02-04")]
    assert incident(*rows).fields["killed"].best == 6


def test_of_two_origins_the_lower_figure_is_best(incident):
    assert incident(("sohr", 9, "2020-02-04"), ("reuters", 6, "2020-02-04")).fields["killed"].best == 6


def test_the_figures_of_those_who_fight_are_shown_apart_and_best_is_that_of_the_others(incident):
    fields = incident(("sohr", 9, "2020-02-04"), ("sana", 2, "2020-02-04"), ("army", 1, "2020-02-04")).fields
    assert (fields["killed"].low, fields["killed"].high, fields["killed"].best, len(fields["killed"].said)) == (1, 9, 9, 3)
    apart = fields["killed:parties"]
    assert (apart.low, apart.high, apart.best, len(apart.said)) == (1, 2, 1, 2)


def test_where_only_those_who_fight_give_a_figure_best_is_theirs(incident):
    fields = incident(("sana", 2, "2020-02-04"), ("army", 4, "2020-02-04")).fields
    assert fields["killed"].best == 2
    assert "killed:parties" not in fields


@pytest.mark.parametrize(("speaker", "fights"), [("army", True), ("sana", True), ("turkey", False), ("sohr", False), ("reuters", False), ("witnesses", False)])
def test_a_state_fights_through_its_forces_and_its_media_and_a_third_state_does_not(claim, reports_of, speaker, fights):
    claims = [claim("a", by="army", on="rebels", said_by=speaker, killed=3), claim("b", by="army", on="rebels", said_by="inquiry", killed=4)]
    (found,) = link(claims, reports_of(claims))
    assert ("killed:parties" in found.fields) == fights


def test_the_state_agencys_own_voice_is_that_of_its_state(claim, reports_of):
    claims = [claim("a", by="army", on="rebels", said_by="sana", killed=3), claim("b", by="army", on="rebels", killed=5),
              claim("c", by="army", on="rebels", said_by="sohr", killed=7)]
    (found,) = link(claims, reports_of(claims, outlets={"r_b": "SANA"}))
    assert {said.claim for said in found.fields["killed:parties"].said} == {"c_a", "c_b"}
    assert found.fields["killed"].best == 7


def test_children_are_so_many_civilians_at_least(claim, reports_of, tally):
    (found,) = link([claim("a", by="army", tallies=(tally("killed", 20), tally("killed", 9, victims="children")))])
    civilians = found.fields["killed:civilians"]
    assert (civilians.low, civilians.high, civilians.best) == (9, None, 9)
    (whole,) = link([claim("a", by="army", tallies=(tally("killed", 12, victims="civilians"), tally("killed", 9, victims="children")))])
    assert whole.fields["killed:civilians"].best == 12


def test_who_admits_a_deed_settles_it_against_whoever_denies_it(claim, reports_of):
    claims = [claim("a", "r", by="turkey", on="army", said_by="turkey", attribution="admitted"),
              claim("b", "r", by="turkey", on="army", said_by="sana", stance="denied", negated=True, responds_to="c_a")]
    (found,) = link(claims, reports_of(claims))
    assert found.grade == "confirmed"
    assert "Turkish defence ministry admitted it, though SANA denied it" in found.why


def test_who_denies_his_own_deed_disputes_who_did_it(claim, reports_of):
    claims = [claim("a", "r", by="turkey", on="army", said_by="sohr"),
              claim("b", "r", by="turkey", on="army", said_by="turkey", stance="denied", negated=True, responds_to="c_a")]
    (found,) = link(claims, reports_of(claims))
    assert found.grade == "contested"
    assert "who did it is disputed: Turkish defence ministry denied having done it" in found.why


def test_close_tolls_are_a_range(incident):
    found = incident(("sohr", 14, "2020-02-04"), ("sana", 12, "2020-02-04")).fields["killed"]
    assert (found.low, found.high, found.agreement) == (12, 14, "range")


def test_disputed_civilian_status_gives_a_minimum_of_no_civilians(claim, reports_of, tally):
    claims = [claim("a", by="army", tallies=(tally("killed", 7, victims="civilians"),)),
              claim("b", by="army", tallies=(tally("killed", 7, victims="rebels"),))]
    (found,) = link(claims, reports_of(claims))
    civilians = found.fields["killed:civilians"]
    assert (civilians.low, civilians.high, civilians.agreement) == (0, 7, "contradict")


def test_the_party_held_responsible_confirms_by_saying_so_too(claim, reports_of):
    claims = [claim("a", by="turkey", on="army", said_by="sohr"), claim("b", by="turkey", on="army", said_by="turkey")]
    (found,) = link(claims, reports_of(claims))
    assert found.grade == "confirmed"


def test_a_boast_alone_confirms_nothing(claim, reports_of):
    claims = [claim("b", by="turkey", on="army", said_by="turkey")]
    (found,) = link(claims, reports_of(claims))
    assert found.grade == "weak"


def test_a_captor_saying_so_confirms_no_capture(claim, reports_of):
    claims = [claim("a", type="TERRITORY", mode="capture", by="army", said_by="army"),
              claim("b", type="TERRITORY", mode="capture", by="army", said_by="sohr")]
    (found,) = link(claims, reports_of(claims))
    assert found.grade == "fair"


def test_an_admission_confirms(claim, reports_of):
    claims = [claim("a", by="army", on="turkey", said_by="army", attribution="admitted")]
    (found,) = link(claims, reports_of(claims))
    assert found.grade == "confirmed"


def test_an_independent_investigation_confirms(claim, reports_of):
    (found,) = link([claim("a", by="army", said_by="inquiry")])
    assert found.grade == "confirmed"


def test_eyewitnesses_through_an_agency_are_the_agencys_origin(claim, reports_of):
    claims = [claim("a", by="army", said_by="reuters witnesses"), claim("b", by="army")]
    (found,) = link(claims, reports_of(claims, outlets={"r_b": "Reuters"}))
    assert found.origins == 1


def test_the_stories_of_one_outlet_are_one_origin(claim, reports_of):
    claims = [claim("a", by="army"), claim("b", by="army")]
    (found,) = link(claims, reports_of(claims, outlets={"r_a": "The Post", "r_b": "The Post"}))
    assert (found.reports, found.outlets, found.origins) == (2, 1, 1)


def test_the_state_and_its_army_are_one_side(claim, reports_of):
    claims = [claim("a", by="army"), claim("b", by="syria")]
    (found,) = link(claims, reports_of(claims))
    assert found.fields["initiator"].agreement == "agree"
    assert found.grade == "fair"


def test_a_headline_is_no_second_witness_beside_the_monitor_it_rests_on(claim, reports_of):
    claims = [claim("a", "r", by="army", on="rebels", killed=5), claim("b", "r", by="army", on="rebels", said_by="sohr", killed=5, same_as="c_a")]
    (found,) = link(claims, reports_of(claims))
    assert (found.origins, found.grade) == (1, "weak")
    other = claim("c", by="army", on="rebels", said_by="sohr", killed=5)
    (wider,) = link([*claims, other], reports_of([*claims, other]))
    assert (wider.reports, wider.origins) == (2, 1)


def test_who_killed_himself_is_one_more_than_those_whom_he_killed():
    told = [Tally("killed", 2, 2, 2, victims="children"), Tally("killed", 1, 1, 1, wording="himself")]
    assert figures(told)["killed"].best == 3
    assert figures(told[1:])["killed"].best == 1


def test_more_of_a_part_than_of_the_whole_is_no_part(claim, reports_of, tally):
    claims = [claim("a", "r", tallies=(tally("killed", 2),)),
              claim("b", "r", tallies=(tally("killed", 1, victims="men"), tally("killed", 2, victims="children")), same_as="c_a")]
    (found,) = link(claims, reports_of(claims))
    assert found.fields["killed"].best == 3


def test_an_army_and_its_states_media_are_one_witness_and_two_sides_are_two(claim, reports_of):
    def graded(*speakers):
        claims = [claim(f"{n}", by="turkey", on="army", said_by=who) for n, who in enumerate(speakers)]
        (found,) = link(claims, reports_of(claims))
        return found.grade, found.why

    grade, why = graded("army", "sana")
    assert grade == "weak"
    assert "one side of the fight only: Syrian army, SANA" in why
    assert graded("army", "sohr")[0] == "fair"
    assert graded("sohr", "reuters")[0] == "fair"
