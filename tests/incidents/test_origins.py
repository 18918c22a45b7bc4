"""Who a figure comes from in the end: reports, outlets, speakers and independent origins are four different numbers."""

from __future__ import annotations

from dataclasses import replace

from warledger.incidents import link
from warledger.model import Report, Speaker
from warledger.reports import assign_origins

STORY = ("Shells fell on the market of Saraqeb on Monday morning while people were buying bread, and five of them were killed. Rescue workers "
         "carried the wounded to a field hospital in the next village. The fire lasted for an hour, and the road to the north was closed until noon.")


def copies(count: int) -> list[Report]:
    """One agency story in so many outlets, each with a headline and a last line of its own."""
    return [Report(f"r_{n}", f"Headline {n}\n\nSARAQEB (Reuters) - {STORY} Edited by desk {n}.", title=f"Headline {n}", outlet=f"Paper {n}",
                   published="2020-02-03") for n in range(count)]


def told_in(reports: list[Report], claim, **more):
    return [claim(f"{report.id}", report.id, by="army", on="civilians", killed=5, **more) for report in reports]


def test_a_hundred_reprints_are_one_origin(claim):
    reports = assign_origins(copies(100))
    (incident,) = link(told_in(reports, claim), {one.id: one for one in reports})
    assert (incident.reports, incident.outlets, incident.origins, incident.speakers) == (100, 100, 1, 0)


def test_an_independent_report_beside_the_reprints_is_a_second_origin(claim):
    own = Report("r_own", "The army fired at Saraqeb's market on Monday, our correspondent saw; five civilians died in it. He counted eleven "
                 "craters between the stalls and spoke with the owner of a shop that burned down.", outlet="The Witness", published="2020-02-04")
    reports = assign_origins([*copies(12), own])
    (incident,) = link(told_in(reports, claim), {one.id: one for one in reports})
    assert (incident.reports, incident.outlets, incident.origins) == (13, 13, 2)


def test_what_one_agency_signs_is_the_agencys_though_it_was_read_in_one_paper_only(claim):
    signed, own = copies(1)[0], Report("r_own", "Reuters had it on Monday. " + STORY.replace("Shells", "Rockets"), outlet="Reuters", published="2020-02-03")
    claims = told_in([signed, own], claim)
    (incident,) = link(claims, {one.id: one for one in (signed, own)})
    assert (incident.reports, incident.outlets, incident.origins) == (2, 2, 1)


def test_what_two_agencies_sign_is_its_papers_own(claim):
    first, second = (replace(one, id=f"r_{outlet}", outlet=outlet, text=one.text.replace("(Reuters)", "(Reuters/AFP)"))
                     for one, outlet in zip(copies(2), ("Morning", "Evening"), strict=True))
    (incident,) = link(told_in([first, second], claim), {one.id: one for one in (first, second)})
    assert incident.origins == 2


def test_a_hundred_outlets_that_quote_one_monitor_are_one_origin_for_it(claim, reports_of):
    claims = [claim(f"{n}", by="army", on="civilians", killed=5, said_by="sohr") for n in range(100)]
    (incident,) = link(claims, reports_of(claims))
    assert (incident.reports, incident.outlets, incident.speakers, incident.origins) == (100, 100, 1, 1)
    assert incident.fields["killed"].agreement == "single origin"


def test_the_same_words_in_quotation_marks_come_from_one_mouth(claim, reports_of):
    quoted = '"We carried nine people out of the rubble," {} said of the shelling.'
    one = replace(claim("a", by="army", on="civilians", words=quoted.format("Omar Dalil")), speakers=(Speaker("Omar Dalil"),))
    other = replace(claim("b", by="army", on="civilians", words=quoted.format("the head of the rescue team")), speakers=(Speaker("the head of the rescue team"),))
    (incident,) = link([one, other], reports_of([one, other]))
    assert (incident.reports, incident.speakers, incident.origins) == (2, 2, 1)
    short = [replace(one, passages=(replace(one.passages[0], quote='"A massacre," he said.'), *one.passages[1:])),
             replace(other, passages=(replace(other.passages[0], quote='"A massacre," he said.'), *other.passages[1:]))]
    (apart,) = link(short, reports_of(short))
    assert apart.origins == 2
