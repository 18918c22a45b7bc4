"""What lives longer than an incident: who holds a place, agreements, ultimatums, displacement, sieges."""

from __future__ import annotations

import sys

import pytest

from warledger.incidents.series import series
from warledger.model import TimeSpan


@pytest.fixture
def made(reports_of):
    """Makes a series of claims; every report appeared on the day that is given, else on 2020-02-05."""
    def _made(kind, claims, published=None, outlets=None, origins=None):
        return series(kind, claims, reports_of(claims, published=published, outlets=outlets, origins=origins))
    return _made


@pytest.fixture
def taken(claim):
    """A capture of Saraqeb in shorthand."""
    def _taken(name, by, day, mode="capture", **more):
        return claim(name, type="TERRITORY", mode=mode, by=by, on_day=day, **more)
    return _taken


def holders(holding):
    return [([person.name for person in one.parties], one.lost) for one in holding.held]


def test_a_place_is_held_from_its_capture_until_the_day_before_the_next(made, taken):
    found = made("control", [taken("a", "army", "2020-02-05"), taken("b", "hts", "2020-02-27", "recapture"), taken("c", "army", "2020-03-02")])
    assert [(one.since, one.until, holders(one), one.contested) for one in found] == [
        ("2020-02-05", "2020-02-26", [(["Syrian army"], False)], False),
        ("2020-02-27", "2020-03-01", [(["Hayat Tahrir al-Sham"], False)], False),
        ("2020-03-02", None, [(["Syrian army"], False)], False)]


def test_every_holder_is_shown_with_who_says_so(made, taken):
    (found,) = made("control", [taken("a", "army", "2020-02-05", said_by="sana"), taken("b", "syria", "2020-02-06", said_by="reuters witnesses")])
    assert (found.since, found.last, found.held[0].origins) == ("2020-02-05", "2020-02-06", 2)
    assert [(one.claim, one.speakers, one.says, one.outlet) for one in found.held[0].sources] == [
        ("c_a", ("SANA",), "took it", "outlet of r_a"), ("c_b", ("Reuters", "eyewitnesses"), "took it", "outlet of r_b")]


def test_two_sides_that_took_a_place_on_one_day_stand_side_by_side(made, taken):
    (found,) = made("control", [taken("a", "army", "2020-02-05", said_by="sana"), taken("b", "hts", "2020-02-05", said_by="sohr")])
    assert found.contested
    assert found.why == "two sides are said to have taken it on one day"
    assert holders(found) == [(["Syrian army"], False), (["Hayat Tahrir al-Sham"], False)]


def test_a_denied_capture_makes_a_place_contested_and_a_later_one_of_another_does_not(made, taken):
    claims = [taken("a", "army", "2020-02-05"), taken("b", "army", "2020-02-06", stance="denied", negated=True, said_by="turkey")]
    before, after = made("control", claims)
    assert (before.contested, before.until) == (False, "2020-02-05")
    assert (after.contested, after.why) == (True, "that they took it is denied")
    assert holders(after) == [(["Syrian army"], False), (["Syrian army"], True)]
    late = taken("b", "army", "2020-02-20", stance="denied", negated=True)
    assert len(made("control", [claims[0], late])) == 1


def test_that_another_holds_it_contests_and_changes_no_hands(made, taken):
    _first, second = made("control", [taken("a", "army", "2020-02-05"), taken("b", "hts", "2020-02-09", "hold")])
    assert (second.since, second.contested, second.why) == ("2020-02-09", True, "more than one side is said to hold it")


def test_the_rebel_held_town_that_the_army_took_was_held_before(made, taken):
    (found,) = made("control", [taken("a", "army", "2020-02-05", report="r"), taken("b", "rebels", "2020-02-05", "hold", report="r")])
    assert holders(found) == [(["Syrian army"], False)]


def test_who_withdrew_holds_it_no_more_and_speaks_for_who_took_it(made, taken, claim):
    left = claim("b", type="RETREAT", mode="withdraw", by="rebels", on_day="2020-02-05")
    (alone,) = made("control", [left])
    assert holders(alone) == [(["rebel fighters"], True)]
    (both,) = made("control", [left, taken("a", "army", "2020-02-05")])
    assert holders(both) == [(["Syrian army"], False)]
    assert [source.says for source in both.held[0].sources] == ["took it", "left it"]


def test_what_was_taken_by_nobody_knows_whom_is_lost_by_its_holder(made, taken):
    _first, second = made("control", [taken("a", "army", "2020-02-05"), taken("b", "", "2020-02-27", "recapture")])
    assert (second.since, holders(second)) == ("2020-02-27", [(["Syrian army"], True)])
    assert made("control", [taken("b", "", "2020-02-27", "recapture")]) == []


@pytest.mark.parametrize("more", [{"stance": "planned"}, {"stance": "threatened"}, {"stance": "hypothetical"}, {"on_day": None}, {"at": None}])
def test_what_is_planned_or_is_nowhere_or_never_holds_no_place(made, claim, more):
    assert made("control", [claim("a", **{"type": "TERRITORY", "mode": "capture", "by": "army", **more})]) == []


def test_the_order_of_the_claims_makes_no_difference(made, taken):
    claims = [taken("a", "army", "2020-02-05"), taken("b", "hts", "2020-02-05"), taken("c", "army", "2020-03-02"), taken("d", "hts", "2020-02-27")]
    assert made("control", claims) == made("control", claims[::-1])


def agreed(claim, name, day, status=None, by="turkey russia", **more):
    return claim(name, **{"type": "AGREE", "mode": "ceasefire", "by": by, "on_day": day, "status": status, "at": "Idlib", **more})


def test_an_agreement_has_its_status_over_time_and_the_last_one_stands(made, claim):
    (found,) = made("agreements", [agreed(claim, "a", "2020-01-10", "announced"), agreed(claim, "b", "2020-01-12", "in force"),
                                   agreed(claim, "c", "2020-01-15", "violated", by=""), agreed(claim, "d", "2020-01-20", by="turkey")])
    assert [(step.day, step.status) for step in found.steps] == [
        ("2020-01-10", "announced"), ("2020-01-12", "in force"), ("2020-01-15", "violated"), ("2020-01-20", "told of")]
    assert (found.kind, found.since, found.last, found.status) == ("ceasefire", "2020-01-10", "2020-01-20", "violated")
    assert [person.name for person in found.parties] == ["Turkish forces", "Russian warplanes"]


def test_an_agreement_announced_after_the_last_was_in_force_is_another(made, claim):
    found = made("agreements", [agreed(claim, "a", "2020-01-12", "in force"), agreed(claim, "b", "2020-02-05", "announced")])
    assert [one.status for one in found] == ["in force", "announced"]


@pytest.mark.parametrize("more", [{"mode": "exchange"}, {"by": "hts isis"}, {"on_day": "2020-03-20"}, {"at": "Aleppo", "by": ""}, {"at": "Aleppo"}])
def test_another_kind_or_party_or_place_or_season_is_another_agreement(made, claim, more):
    first = agreed(claim, "a", "2020-01-12", "in force")
    other = agreed(claim, "b", **{"day": more.get("on_day", "2020-01-13"), **{key: value for key, value in more.items() if key != "on_day"}})
    assert len(made("agreements", [first, other])) == 2


def test_a_demand_and_a_denial_are_steps_and_no_agreement_in_force(made, claim):
    (found,) = made("agreements", [agreed(claim, "a", "2020-01-12", stance="demanded"), agreed(claim, "b", "2020-01-13", negated=True)])
    assert [step.status for step in found.steps] == ["demanded", "denied"]


def test_what_was_told_of_a_truce_before_is_not_read_again_with_each_telling(made, claim, monkeypatch):
    agreements = sys.modules["warledger.incidents.series.agreements"]  # the package names its function so
    read, status = [], agreements._status
    monkeypatch.setattr(agreements, "_status", lambda one: read.append(one) or status(one))
    told = [agreed(claim, f"a{number}", "2020-01-12", "announced") for number in range(60)]
    (found,) = made("agreements", told)
    assert len(found.steps[0].sources) == 60
    assert len(read) <= 4 * len(told)


def test_who_calls_for_a_truce_that_is_broken_does_not_undo_its_breaking(made, claim):
    (found,) = made("agreements", [agreed(claim, "a", "2020-01-12", "violated"), agreed(claim, "b", "2020-01-20", stance="demanded")])
    assert found.status == "violated"


def warned(claim, name="a", day="2020-02-05", until="2020-02-29", **more):
    deadline = TimeSpan(day, until, "days", "by the end of February") if until else None
    return claim(name, **{"type": "THREATEN", "mode": "violence", "stance": "threatened", "by": "turkey", "on": "army", "at": "Idlib", "on_day": day,
                          "deadline": deadline, **more})


def test_an_ultimatum_whose_deadline_passed_with_neither_has_expired(made, claim):
    claims = [warned(claim)]
    (waiting,) = made("ultimatums", claims, published={"r_a": "2020-02-05"})
    assert (waiting.outcome, waiting.why) == ("open", "the deadline had not passed by the last report")
    (found,) = made("ultimatums", [*claims, claim("z", at="Aleppo")], published={"r_a": "2020-02-05", "r_z": "2020-03-10"})
    assert (found.outcome, found.ended, found.outcome_sources) == ("expired", "2020-02-29", ())


def test_an_ultimatum_is_met_where_those_addressed_give_way_in_time(made, claim):
    left = claim("b", type="RETREAT", mode="withdraw", by="army", on_day="2020-02-20")
    (found,) = made("ultimatums", [warned(claim), left])
    assert (found.outcome, found.ended, [one.claim for one in found.outcome_sources]) == ("met", "2020-02-20", ["c_b"])


def test_who_goes_on_taking_ground_has_not_given_way(made, claim):
    left = claim("b", type="RETREAT", mode="withdraw", by="army", on_day="2020-02-20")
    took = claim("c", type="TERRITORY", mode="capture", by="army", on_day="2020-02-25")
    (found,) = made("ultimatums", [warned(claim), left, took], published={"r_c": "2020-03-10"})
    assert found.outcome == "expired"


def test_an_ultimatum_is_kept_where_those_who_threatened_act_once_it_has_passed(made, claim):
    early = claim("b", by="turkey", on="army", on_day="2020-02-10")
    late = claim("c", by="turkey", on="army", on_day="2020-03-01")
    (found,) = made("ultimatums", [warned(claim), early, late])
    assert (found.outcome, found.ended, [one.claim for one in found.outcome_sources]) == ("kept", "2020-03-01", ["c_c"])


def test_an_ultimatum_told_twice_is_one_and_a_later_deadline_another(made, claim):
    again, later = warned(claim, "b", until=None, condition="they withdraw"), warned(claim, "c", until="2020-03-31")
    first, second = made("ultimatums", [warned(claim), again, later])
    assert ([one.claim for one in first.sources], first.condition) == (["c_a", "c_b"], "they withdraw")
    assert second.deadline.end == "2020-03-31"


@pytest.mark.parametrize("more", [{"until": None}, {"until": "2020-02-05"}, {"stance": "hypothetical"}, {"negated": True}])
def test_a_threat_without_a_later_deadline_or_condition_is_no_ultimatum(made, claim, more):
    assert made("ultimatums", [warned(claim, **more)]) == []


def fled(claim, tally, name, low, day="2020-02-13", **more):
    return claim(name, type="DISPLACEMENT", mode="flee", on_day=day, tallies=(tally("displaced", low, **more),))


def test_running_totals_and_new_figures_of_the_displaced_are_never_added(made, claim, tally):
    found = made("displacement", [fled(claim, tally, "a", 142_000), fled(claim, tally, "b", 800_000, cumulative=True, as_of="2020-02-12"),
                                  fled(claim, tally, "c", 900_000, "2020-02-18", cumulative=True, as_of="2020-02-18")])
    assert [(one.cumulative, one.day, one.best) for one in found] == [
        (False, "2020-02-13", 142_000), (True, "2020-02-12", 800_000), (True, "2020-02-18", 900_000)]


def test_one_figure_told_by_many_is_one_entry_with_its_origins(made, claim, tally):
    claims = [fled(claim, tally, name, 142_000) for name in "abc"]
    (found,) = made("displacement", claims, outlets={"r_a": "Post", "r_b": "Post", "r_c": "Wire"})
    assert (len(found.sources), found.origins) == (3, 2)


def ringed(claim, name, day, mode="besiege", by="army", **more):
    return claim(name, type="TERRITORY", mode=mode, by=by, on="hts", on_day=day, **more)


def test_a_siege_lasts_from_its_first_word_to_the_fall_of_the_place(made, claim):
    claims = [ringed(claim, "a", "2020-01-01", "encircle"), ringed(claim, "b", "2020-02-01"), ringed(claim, "c", "2020-02-20", "capture")]
    (found,) = made("sieges", claims)
    assert (found.since, found.last, found.ended, found.how) == ("2020-01-01", "2020-02-01", "2020-02-20", "taken")
    assert ([one.claim for one in found.sources], [one.claim for one in found.end_sources]) == (["c_a", "c_b"], ["c_c"])


def test_a_siege_that_nobody_tells_of_for_a_season_is_another_when_it_is_told_again(made, claim):
    found = made("sieges", [ringed(claim, "a", "2020-01-01"), ringed(claim, "b", "2020-06-01")])
    assert [(one.since, one.ended) for one in found] == [("2020-01-01", None), ("2020-06-01", None)]


def test_a_siege_is_left_by_the_besiegers_and_not_by_the_besieged(made, claim):
    left = {name: claim("b", type="RETREAT", mode="withdraw", by=name, on_day="2020-02-03") for name in ("army", "hts")}
    assert [made("sieges", [ringed(claim, "a", "2020-02-01"), left[name]])[0].how for name in ("army", "hts")] == ["left", None]
