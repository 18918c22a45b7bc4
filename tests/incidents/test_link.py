"""What becomes one incident and what does not."""

from __future__ import annotations

import dataclasses
import random

from warledger.incidents import link, reconcile
from warledger.model import Incident, TimeSpan
from warledger.model.record import Record


def groups(incidents):
    return sorted(incident.claims for incident in incidents)


def test_one_wire_story_in_five_outlets_is_one_origin(claim, reports_of):
    copies = [claim(f"w{n}", by="army", on="rebels", killed=4, words="Shells hit the market") for n in range(5)]
    reports = reports_of(copies, origins={f"r_w{n}": "o_wire" for n in range(5)})
    (incident,) = link(copies, reports)
    assert (incident.reports, incident.outlets, incident.origins) == (5, 5, 1)
    assert incident.grade == "weak"
    assert "copies of another" in incident.why
    assert incident.fields["killed"].agreement == "single origin"


def test_a_monitor_quoted_by_three_outlets_is_one_origin(claim, reports_of):
    claims = [claim("a", said_by="sohr", killed=7), claim("b", said_by="reuters sohr", killed=7), claim("c", said_by="sohr", killed=7)]
    (incident,) = link(claims, reports_of(claims))
    assert (incident.reports, incident.origins) == (3, 1)


def test_rival_figures_stand_side_by_side_and_are_never_added(claim, reports_of):
    claims = [claim("a", by="army", on="rebels", said_by="reuters sana", killed=3),
              claim("b", by="army", on="rebels", said_by="reuters sohr", killed=12)]
    (incident,) = link(claims, reports_of(claims))
    killed = incident.fields["killed"]
    assert (killed.low, killed.high, killed.best, killed.agreement) == (3, 12, 12, "contradict")  # SANA is the army's state's
    assert [row.speakers[-1] for row in killed.said] == ["SANA", "Syrian Observatory for Human Rights"]
    assert incident.grade == "fair"


def test_the_same_place_on_two_days_is_two_incidents(claim, reports_of):
    claims = [claim("a", by="army", on="rebels", killed=5), claim("b", by="army", on="rebels", killed=5, on_day="2020-02-04")]
    assert len(link(claims, reports_of(claims))) == 2


def test_a_vague_report_does_not_chain_two_days(claim, reports_of):
    claims = [claim("a", by="army", on="rebels"), claim("b", by="army", on="rebels", on_day="2020-02-04"),
              claim("v", by="army", on="rebels", on_day="2020-02-03/2020-02-05")]
    found = link(claims, reports_of(claims))
    assert len(found) == 2
    assert not any({"c_a", "c_b"} <= set(incident.claims) for incident in found)


def test_a_counter_attack_is_an_incident_of_its_own(claim, reports_of, tally):
    shelling = claim("a", by="army", on="turkey", tallies=(tally("killed", 8, victims="military", of="TUR"),))
    reply = claim("b", by="turkey", on="army", tallies=(tally("killed", 13, None, victims="military", of="SYR"),))
    other = claim("c", by="syria", on="turkey", tallies=(tally("killed", 8, victims="military", of="TUR"),))
    claims = [shelling, reply, other]
    assert groups(link(claims, reports_of(claims))) == [("c_a", "c_c"), ("c_b",)]


def test_a_counter_attack_without_its_author_is_told_by_its_victims(claim, reports_of, tally):
    claims = [claim("a", by="army", on="turkey", at="Idlib", on_day="2020-02-03/2020-02-05", killed=8),
              claim("b", at="Idlib", on="army", on_day="2020-02-03/2020-02-05", killed=13)]
    assert len(link(claims, reports_of(claims))) == 2


def test_a_province_and_a_town_in_it_need_more_than_that(claim, reports_of):
    claims = [claim("a", by="army", on="rebels"), claim("b", by="army", on="rebels", at="Idlib")]
    assert len(link(claims, reports_of(claims))) == 2


def test_a_province_and_a_town_in_it_are_one_by_an_exact_figure(claim, reports_of):
    claims = [claim("a", by="army", on="turkey", killed=8), claim("b", by="army", on="turkey", at="Idlib", killed=8)]
    (incident,) = link(claims, reports_of(claims))
    assert incident.place.name == "Saraqeb"
    assert incident.fields["place"].agreement == "range"
    assert "Saraqeb lies in Idlib" in incident.why


def test_a_town_outside_the_province_is_another_place(claim, reports_of):
    claims = [claim("a", by="army", on="turkey", killed=8), claim("b", by="army", on="turkey", at="Aleppo", killed=8)]
    assert len(link(claims, reports_of(claims))) == 2


def test_two_towns_far_apart_are_two_incidents(claim, reports_of):
    claims = [claim("a", by="army", killed=8), claim("b", by="army", killed=8, at="Maarat")]
    assert len(link(claims, reports_of(claims))) == 2


def test_a_cumulative_toll_does_not_mix_with_new_figures(claim, reports_of, tally):
    toll = claim("b", by="army", on="civilians", tallies=(tally("killed", 400, victims="civilians", cumulative=True),))
    claims = [claim("a", by="army", on="civilians", killed=6), toll]
    (incident,) = link(claims, reports_of(claims))
    assert incident.fields["killed"].best == 6
    assert incident.fields["killed:cumulative"].best == 400


def test_a_denial_joins_as_a_rival_and_founds_nothing(claim, reports_of):
    denial = claim("d", by="army", on="civilians", said_by="sana army", stance="denied")
    claims = [claim("a", by="army", on="civilians", killed=6), denial]
    (incident,) = link(claims, reports_of(claims))
    assert incident.claims == ("c_a", "c_d")
    assert incident.grade == "contested"
    assert incident.fields["type"].agreement == "contradict"
    assert link([denial], reports_of([denial])) == []


def test_a_denial_without_place_and_time_joins_only_what_it_answers(claim, reports_of):
    bare = claim("d", "r_a", by="army", on="civilians", at=None, on_day=None, negated=True)
    act = claim("a", by="army", on="civilians", killed=6)
    (alone,) = link([act, bare], reports_of([act]))
    assert alone.claims == ("c_a",)
    (joined,) = link([act, dataclasses.replace(bare, responds_to="c_a")], reports_of([act]))
    assert joined.claims == ("c_a", "c_d")


def test_threats_plans_and_hypotheses_are_no_incidents(claim):
    stances = ("threatened", "planned", "demanded", "hypothetical")
    assert link([claim(stance, stance=stance) for stance in stances]) == []
    assert link([claim("t", type="THREATEN", mode="violence"), claim("s", type="STATEMENT", mode=None)]) == []


def test_history_with_its_own_day_and_place_is_an_incident_marked_so(claim):
    (incident,) = link([claim("h", stance="historical", on_day="2012-05-25")])
    assert "history only" in incident.why
    assert link([claim("i", stance="historical", on_day="2012-05-25", day_inferred="report")]) == []


def test_a_claim_with_neither_place_nor_time_stays_unlinked_unless_told_the_same(claim, reports_of):
    title = claim("t", "r_a", at=None, on_day=None, killed=8)
    lead = claim("a", by="army", on="turkey")
    assert groups(link([title, lead])) == [("c_a",)]
    (incident,) = link([dataclasses.replace(title, same_as="c_a"), lead], reports_of([lead]))
    assert incident.claims == ("c_a", "c_t")


def test_headline_and_lead_together_find_the_other_report(claim, reports_of):
    title = claim("t", "r_a", at=None, on_day=None, killed=8, same_as="c_a")
    lead = claim("a", by="army", on="turkey")
    other = claim("z", by="army", on="turkey", at="Idlib", killed=8)
    claims = [title, lead, other]
    assert groups(link(claims, reports_of(claims))) == [("c_a", "c_t", "c_z")]


def test_two_acts_of_one_report_are_not_joined_for_being_alike(claim, reports_of):
    first = claim("a", "r", mode="aerial", by="russia", killed=5)
    second = claim("b", "r", mode="aerial", by="russia", killed=3)
    third = claim("c", "r", mode="aerial", by="russia", on_day="2020-02-03/2020-02-05")
    assert len(link([first, second, third], reports_of([first]))) == 3


def test_one_act_told_twice_in_one_report_is_joined_on_strong_evidence(claim, reports_of):
    claims = [claim("a", "r", by="army", on="rebels", killed=5), claim("b", "r", by="army", on="rebels", killed=5)]
    assert len(link(claims, reports_of(claims))) == 1


def test_rival_claims_about_who_did_it_are_contested(claim, reports_of):
    claims = [claim("a", by="army", on="civilians", said_by="sohr", killed=9),
              claim("b", by="isis", on="civilians", said_by="sana", killed=9)]
    (incident,) = link(claims, reports_of(claims))
    assert incident.grade == "contested"
    assert "Syrian army (says Syrian Observatory for Human Rights)" in incident.why


def test_nameless_gunmen_rival_nobody(claim, reports_of):
    claims = [claim("a", mode="firearms", by="isis", killed=9), claim("b", mode="firearms", by="gunmen", killed=9)]
    (incident,) = link(claims, reports_of(claims))
    assert incident.grade == "fair"


def test_what_one_side_captured_the_other_lost(claim, reports_of):
    claims = [claim("a", type="TERRITORY", mode="capture", by="army", on="rebels", said_by="sana"),
              claim("b", type="TERRITORY", mode="lose", by="rebels", on="army", said_by="sohr")]
    assert len(link(claims, reports_of(claims))) == 1


def test_a_ceasefire_without_a_place_is_found_by_its_parties(claim, reports_of):
    claims = [claim("a", type="AGREE", mode="ceasefire", at=None, by="turkey russia", on_day="2020-01-12"),
              claim("b", type="AGREE", mode="ceasefire", at=None, by="turkey russia", on_day="2020-01-12", status="failed")]
    (incident,) = link(claims, reports_of(claims))
    assert incident.fields["status"].said[0].value == "failed"


def test_of_two_inferred_days_that_of_the_sentence_stands_before_that_of_the_lead(claim, reports_of):
    claims = [claim("c1", "r1", type="TERRITORY", mode="capture", by="army", on_day="2020-02-03", day_inferred="the sentence's time"),
              *(claim(f"c{number}", f"r{number}", type="TERRITORY", mode="capture", by="army", on_day="2020-02-04", day_inferred="the time of the lead")
                for number in (2, 3))]
    (incident,) = link(claims, reports_of(claims))
    assert incident.when.start == "2020-02-03"


def test_an_agreement_is_where_most_say_that_it_holds_and_not_where_it_was_signed(claim, reports_of):
    claims = [claim("c1", "r1", type="AGREE", mode=None, by="turkey army", at="Idlib"), claim("c2", "r2", type="AGREE", mode=None, by="turkey army", at="Idlib"),
              claim("c3", "r3", type="AGREE", mode=None, by="turkey army", at="Binnish")]
    assert [one.place.name for one in link(claims, reports_of(claims))] == ["Idlib"]


def test_an_incident_of_a_month_is_not_a_day_of_it(claim, reports_of):
    claims = [claim("a", by="army", on="rebels", at="Idlib", on_day="2019-11-01/2020-02-05"),
              claim("b", by="army", on="rebels", at="Idlib", on_day="2020-02-03")]
    assert len(link(claims, reports_of(claims))) == 2


def _many(claim) -> list:
    rnd = random.Random(7)
    made = []
    for number in range(120):
        made.append(claim(
            f"{number:03d}", f"r_{number // 2}", by=rnd.choice(["army", "rebels", "russia", ""]), on=rnd.choice(["rebels", "civilians", ""]),
            at=rnd.choice(["Saraqeb", "Binnish", "Idlib", None]), on_day=rnd.choice(["2020-02-03", "2020-02-04", "2020-02-03/2020-02-05", None]),
            day_inferred=rnd.choice([None, "report"]), killed=rnd.choice([None, 3, 8, 20]), mode=rnd.choice(["aerial", "heavy-weapons", None]),
            said_by=rnd.choice(["", "sana", "sohr", "reuters witnesses"]), stance=rnd.choice(["asserted"] * 5 + ["denied"])))
    return made


def test_the_order_of_input_makes_no_difference(claim, reports_of):
    claims = _many(claim)
    reports = reports_of(claims)
    first = [incident.to_json() for incident in link(claims, reports)]
    for seed in range(3):
        random.Random(seed).shuffle(claims)
        assert [incident.to_json() for incident in link(claims, reports)] == first


def test_every_holding_claim_is_in_one_incident_and_counts_are_bounded(claim, reports_of):
    claims = _many(claim)
    incidents = link(claims, reports_of(claims))
    held = [name for incident in incidents for name in incident.claims]
    assert len(held) == len(set(held))
    placed = {one.id for one in claims if one.stance == "asserted" and (one.place or one.when)}
    assert placed <= set(held)
    assert all(incident.origins <= incident.reports and incident.outlets <= incident.reports for incident in incidents)


def test_linking_again_changes_nothing(claim, reports_of):
    claims = _many(claim)
    reports = reports_of(claims)
    once = link(claims, reports)
    assert link(claims, reports, once) == once


def test_a_time_that_could_not_be_resolved_does_not_stop_linking(claim, reports_of):
    open_time = dataclasses.replace(claim("a", by="army"), when=TimeSpan(None, None, "day", "on Tuesday", "no date"))
    (incident,) = link([open_time], reports_of([open_time]))
    assert incident.when.start is None
    assert "when" not in incident.fields


def test_incidents_are_plain_json(claim, reports_of):
    claims = _many(claim)
    for incident in link(claims, reports_of(claims)):
        assert isinstance(incident, Incident)
        assert not any(isinstance(row.value, Record) for view in incident.fields.values() for row in view.said)


def test_without_reports_nothing_is_made_up_about_outlets(claim):
    (incident,) = link([claim("a", by="army")])
    assert (incident.reports, incident.outlets, incident.origins) == (1, 0, 1)


def test_nothing_in_nothing_out():
    assert reconcile([]).incidents == []
