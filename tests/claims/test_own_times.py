"""Layer 9: whose a time of a sentence is."""


def test_a_time_right_behind_a_relative_clause_is_that_clauses(claims_of):
    claims = claims_of("The attack on the port of Taiz from which the rebels were driven by the army last month prompted an exodus of villagers.")
    assert {claim.type: claim.when.wording for claim in claims} == {"ASSAULT": "", "TERRITORY": "last month", "DISPLACEMENT": ""}


def test_the_year_of_a_war_dates_what_was_done_in_it(claim_of):
    claim = claim_of("Israel took a part of the Golan from neighbouring Syria in the 1967 war.", "TERRITORY")
    assert (claim.when.start, claim.stance) == ("1967-01-01", "historical")


def test_the_day_behind_what_a_deed_is_for_is_the_deeds_and_past(claims_of):
    claims = claims_of("The militia launched a raid to free prisoners in Taiz on December 31.")
    assert [(claim.type, claim.when.start) for claim in claims] == [("ASSAULT", "2019-12-31"), ("RETREAT", "2019-12-31")]


def test_how_long_a_place_was_something_is_not_how_long_its_rebels_attacked(claim_of):
    claim = claim_of("For several years the town has been a base of rebels, who attacked a convoy near Taiz.")
    assert (claim.when.start, claim.stance) == ("2020-02-05", "asserted")


def test_what_was_done_for_years_itself_has_gone_on_so_long(claim_of):
    assert claim_of("Rebels have shelled Taiz for several years.").when.start < "2018"


def test_four_figures_behind_a_date_are_the_hour_and_no_year(layers_of):
    reading = layers_of("The blast struck on 4 Oct 2019 at 1945 and killed three people in Taiz.").reading
    assert [mention.text for mention in reading.times] == ["4 Oct 2019"]
