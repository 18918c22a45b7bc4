"""What belongs together though it is told differently, and what stays apart though it is told alike."""

from __future__ import annotations

from dataclasses import replace

from warledger.incidents import link
from warledger.incidents.names import rare_names
from warledger.model import Claim, Decision, Participant, Place, Relative, Report, TimeSpan

NEAR_SARAQEB = Place("Saraqeb", 1, 35.864, 36.806, "SYR", "Idlib", precision="district", radius_km=16.5, relative=Relative(None, None, "Saraqeb"))
HOMONYM = Place("Saraqeb", 77, 31.96, 35.45, "PSE", "Jericho", radius_km=5.0)
LEAD, TOLD_BEFORE = "the time of the lead", "the place told before"


def groups(incidents):
    return sorted(incident.claims for incident in incidents)


def at(claim, place, inferred=None):
    return replace(claim, place=replace(place, inferred=inferred))


# A town and its province


def test_shelling_near_a_town_and_in_its_province_is_one_by_both_sides_and_figures(claim, reports_of, tally):
    claims = [at(claim("a", by="army", tallies=(tally("killed", 8, of=None),), on="turkey"), NEAR_SARAQEB),
              claim("b", by="syria", on="turkey", at="Idlib", killed=6)]
    assert len(link(claims, reports_of(claims))) == 1


def test_soldiers_told_as_people_are_no_other_victims(claim, reports_of):
    people = Participant("people", None, "TUR", "CVL")
    claims = [at(replace(claim("a", by="army", killed=8), targets=(people,)), NEAR_SARAQEB),
              claim("b", by="syria", on="turkey", at="Idlib", killed=7)]
    assert len(link(claims, reports_of(claims))) == 1


def test_attacks_of_one_side_on_the_people_of_two_towns_and_the_province_are_not_all_one(claim, reports_of):
    claims = [claim("a", by="army", on="civilians", killed=4), claim("b", by="army", on="civilians", at="Maarat", killed=9),
              claim("c", by="army", on="civilians", at="Idlib", killed=30)]
    assert groups(link(claims, reports_of(claims))) == [("c_a",), ("c_b",), ("c_c",)]


def test_the_province_alone_with_another_mode_is_another_attack(claim, reports_of):
    claims = [claim("a", by="army", on="turkey", mode="aerial"), claim("b", by="army", on="turkey", mode="abduct", at="Idlib")]
    assert len(link(claims, reports_of(claims))) == 2


def test_one_name_read_as_two_places_is_one_happening_of_a_day(claim, reports_of):
    claims = [claim("a", mode="aerial", by="army", on="civilians", killed=10),
              at(claim("b", mode="aerial", by="army", on="civilians", killed=10), HOMONYM)]
    assert len(link(claims, reports_of(claims))) == 1
    elsewhere = replace(HOMONYM, name="Jericho")
    assert len(link([claims[0], at(claims[1], elsewhere)], reports_of(claims))) == 2


def test_dozens_fit_too_much_to_tell_an_attack_by(claim, reports_of, tally):
    vague = claim("b", by="army", on="civilians", at="Idlib", tallies=(tally("killed", 24, 99),))
    claims = [claim("a", by="army", on="civilians", killed=30, weapons=("artillery",)), replace(vague, weapons=("artillery",))]
    assert len(link(claims, reports_of(claims))) == 2


# One story


def test_two_voices_of_one_report_with_rival_figures_tell_of_one_act(claim, reports_of):
    claims = [claim("a", "r", on="turkey", killed=33, said_by="turkey"),
              claim("b", "r", on="turkey", mode=None, killed=39, said_by="sohr", day_inferred=LEAD)]
    (incident,) = link(claims, reports_of(claims))
    assert (incident.fields["killed"].low, incident.fields["killed"].high) == (33, 39)
    assert "2 claims of one report were joined on the same place (Saraqeb)" in incident.why


def test_one_voice_with_two_figures_tells_of_two_acts(claim, reports_of):
    claims = [claim("a", "r", on="turkey", killed=33, said_by="sohr"),
              claim("b", "r", on="turkey", mode=None, killed=39, said_by="sohr", day_inferred=LEAD)]
    assert len(link(claims, reports_of(claims))) == 2


def test_a_headline_names_the_province_and_the_text_a_place_in_it(claim, reports_of):
    title = claim("t", "r", mode="aerial", on="turkey", at="Idlib", killed=33, day_inferred=LEAD)
    bare = at(claim("b", "r", mode=None, on="turkey", killed=34, said_by="sohr", day_inferred=LEAD), NEAR_SARAQEB, TOLD_BEFORE)
    claims = [title, bare]
    assert len(link(claims, reports_of(claims))) == 1


def test_another_strike_of_the_same_story_stays_apart(claim, reports_of):
    claims = [claim("a", "r", mode="aerial", by="russia", words="Jets hit the mill"),
              claim("b", "r", mode="aerial", by="russia", words="Another raid followed at the same spot")]
    assert len(link(claims, reports_of(claims))) == 2


def test_bare_mentions_with_nothing_in_common_but_a_guessed_place_stay_apart(claim, reports_of):
    shelling = at(claim("a", "r", by="turkey", day_inferred=LEAD), NEAR_SARAQEB, TOLD_BEFORE)
    strike = at(claim("b", "r", mode=None, day_inferred=LEAD), NEAR_SARAQEB, TOLD_BEFORE)
    assert len(link([shelling, strike], reports_of([shelling]))) == 2


def test_a_report_is_read_to_its_end_before_others_are_compared(claim, reports_of):
    first = claim("a", "r", mode="aerial", by="army", said_by="sohr", killed=18)
    second = claim("b", "r", mode="aerial", by="army", killed=18, day_inferred=LEAD)
    other = claim("z", mode="aerial", by="army", killed=18)
    (incident,) = link([first, second, other], reports_of([first, other]))
    assert incident.reports == 2


# Rival days


def test_rival_days_of_one_capture_are_versions_of_it(claim, reports_of):
    claims = [claim("a", type="TERRITORY", mode="capture", by="army"), claim("b", type="TERRITORY", mode="capture", by="army", on_day="2020-02-04")]
    (incident,) = link(claims, reports_of(claims))
    assert incident.fields["when"].agreement == "contradict"
    assert "rival days" in incident.why


def test_a_town_captured_lost_and_captured_again_was_captured_twice(claim, reports_of):
    claims = [claim("a", type="TERRITORY", mode="capture", by="army"),
              claim("b", type="TERRITORY", mode="capture", by="hts", on_day="2020-02-04"),
              claim("c", type="TERRITORY", mode="capture", by="army", on_day="2020-02-05")]
    assert len(link(claims, reports_of(claims))) == 3


def test_captures_a_week_apart_are_two(claim, reports_of):
    claims = [claim("a", type="TERRITORY", mode="capture", by="army"), claim("b", type="TERRITORY", mode="capture", by="army", on_day="2020-02-10")]
    assert len(link(claims, reports_of(claims))) == 2


def test_entering_a_town_on_one_day_is_not_its_capture_on_the_next(claim, reports_of):
    claims = [claim("a", type="TERRITORY", mode="enter", by="army"), claim("b", type="TERRITORY", mode="capture", by="army", on_day="2020-02-04")]
    assert len(link(claims, reports_of(claims))) == 2


def test_attacks_on_one_town_on_days_in_a_row_are_as_many_attacks(claim, reports_of):
    claims = [claim(f"{n}", by="army", on="civilians", killed=n, on_day=f"2020-02-0{n}", day_inferred=rule)
              for n, rule in ((3, LEAD), (4, None), (5, LEAD), (6, "the day of publication"))]
    assert len(link(claims, reports_of(claims))) == 4


# Denials and answers


def test_a_denial_dated_by_its_own_day_joins_what_happened_the_day_before(claim, reports_of):
    act = claim("a", mode="aerial", by="russia", on="civilians", killed=9)
    denial = claim("d", mode="explosives", by="russia", on_day="2020-02-04", said_by="sana", stance="denied")
    (incident,) = link([act, denial], reports_of([act, denial]))
    assert (incident.claims, incident.grade) == (("c_a", "c_d"), "contested")


def test_a_denial_does_not_speak_of_what_came_after_it_nor_of_another_town(claim, reports_of):
    act = claim("a", mode="aerial", by="russia", on="civilians", killed=9)
    early = claim("e", mode="aerial", by="russia", on_day="2020-02-02", negated=True)
    far = claim("f", mode="aerial", by="russia", at="Maarat", negated=True)
    (incident,) = link([act, early, far], reports_of([act, early, far]))
    assert incident.claims == ("c_a",)


def test_the_answer_to_an_attack_is_no_part_of_it(claim, reports_of):
    attack = claim("a", "r", on="turkey", killed=8)
    answer = claim("b", "r", on="", killed=8, responds_to="c_a")
    assert len(link([attack, answer], reports_of([attack]))) == 2
    told = [Decision(id="d_1", act="same", subjects=("c_a", "c_b"), who="analyst", at="2020-03-01T00:00:00Z")]
    assert len(link([attack, answer], reports_of([attack]), decisions=told)) == 1


# Deals


def test_a_deal_is_one_where_it_was_signed_and_where_it_is_to_hold(claim, reports_of):
    moscow = Place("Moscow", 8, 55.75, 37.62, "RUS", "Moscow", radius_km=20.0)
    claims = [at(claim("a", type="AGREE", mode="ceasefire", by="turkey russia"), moscow),
              claim("b", type="AGREE", mode="ceasefire", by="turkey russia", at="Idlib")]
    assert len(link(claims, reports_of(claims))) == 1


# Names


def _ledger(names_of_two: str) -> dict[str, Report]:
    texts = [f"The inquiry into case number {n} went on before Judge Common in the town hall." for n in range(300)]
    texts[0] = f"A fire was set at the home of {names_of_two} by unknown men."
    texts[1] = f"Police named the owner as {names_of_two} and gave no motive."
    return {f"r_{n}": Report(f"r_{n}", text, published="2020-02-05") for n, text in enumerate(texts)}


def _talkative(names_of_two: str) -> dict[str, Report]:
    """The same, with reports that say much else, each with words of another one."""
    ledger = _ledger(names_of_two)
    lots = ("ladder bucket kitten orchard lantern saddle thimble walnut pebble ribbon kettle meadow acorn basil cedar daisy "
            "elder ferns grape hazel iris juniper kale lilac",
            "anchor barrel copper dagger engine feather gravel hammer island jacket kernel locket mallet nozzle oven "
            "pliers quiver rudder spindle tongs urn vase winch yoke")
    for number in range(4):
        one = ledger[f"r_{number}"]
        ledger[one.id] = replace(one, text=f"{one.text} It told of {lots[number % 2]}.")
    return ledger


def test_names_that_few_stories_have_are_rare_and_others_are_not():
    found = rare_names([], _ledger("Orlan Tesk"), 0.01)
    assert set(found["r_0"]) == set(found["r_1"]) == {"orlan", "tesk"}
    assert found["r_0"]["tesk"] > 4
    assert not found["r_7"]


def test_in_a_small_ledger_no_name_is_known_to_be_rare():
    few = dict(list(_ledger("Orlan Tesk").items())[:50])
    assert rare_names([], few, 0.01) == {}


def test_rare_names_join_reports_that_date_an_act_differently(claim):
    day = "the day of publication"
    one = claim("a", "r_0", mode="destroy")
    other = replace(claim("b", "r_1", mode="destroy"), when=TimeSpan("2020-02-05", "2020-02-05", "day", "", day))
    assert len(link([one, other], _ledger("Orlan Tesk"))) == 1
    one, other = replace(one, report="r_7"), replace(other, report="r_8")
    assert len(link([one, other], _ledger("Orlan Tesk"))) == 2


def _named(claim, name: str, report: str, day: str, victim: str = "Orlan Tesk") -> Claim:
    made = claim(name, report, mode="firearms", on_day=day, words=f"{victim} was shot dead at his home by unknown men.")
    return replace(made, targets=(Participant(victim, None, None, "CVL"),))


def test_a_victim_named_in_both_reports_outweighs_a_day_that_was_misread(claim):
    ledger = _talkative("Orlan Tesk of Varn Grove")
    assert len(link([_named(claim, "a", "r_0", "2020-02-03"), _named(claim, "b", "r_1", "2020-02-04")], ledger)) == 1
    others = [_named(claim, "a", "r_0", "2020-02-03", "a man"), _named(claim, "b", "r_1", "2020-02-04", "a man")]
    assert len(link(others, ledger)) == 2


def test_reports_that_share_names_and_most_of_their_words_are_of_one_act_whatever_their_days(claim):
    told = [_named(claim, "a", "r_0", "2020-02-03", "a man"), _named(claim, "b", "r_1", "2020-02-04", "a man")]
    assert len(link(told, _ledger("Orlan Tesk of Varn Grove"))) == 1


def test_the_night_from_monday_to_tuesday_is_one_time(claim, reports_of):
    night, early, later = (replace(claim(name, by="army", on="rebels", killed=6), when=TimeSpan(day, day, "day", words))
                           for name, day, words in (("a", "2020-02-03", "late on Monday night"), ("b", "2020-02-04", "early on Tuesday"),
                                                    ("c", "2020-02-04", "on Tuesday afternoon")))
    assert len(link([night, early], reports_of([night, early]))) == 1
    assert len(link([night, later], reports_of([night, later]))) == 2


def test_what_a_story_tells_most_of_stands_for_its_day(claim, reports_of):
    told = [claim(f"a{n}", "r", by="army", on="rebels", killed=6, day_inferred="the same happening told before" if n else None,
                  same_as="c_a0" if n else None) for n in range(4)]
    slip = claim("z", "r", by="army", on="rebels", killed=6, on_day="2020-01-20", same_as="c_a0")
    other = claim("o", by="army", on="rebels", killed=6)
    (incident,) = link([*told, slip, other], reports_of([*told, slip, other]))
    assert "c_o" in incident.claims


def test_a_street_without_coordinates_may_lie_in_any_town(claim, reports_of):
    street = replace(claim("a", killed=6), place=Place("Baghdad Street", None, None, None, "SYR"))
    village = replace(street, place=Place("Kafr Nowhere", None, None, None, "SYR"))
    town = claim("b", killed=6)
    assert len(link([street, town], reports_of([street, town]))) == 1
    assert len(link([village, town], reports_of([village, town]))) == 2
