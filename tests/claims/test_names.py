"""Layer 3: one actor has one name in a report, the fullest that the report writes."""


def test_a_short_form_takes_the_long_name_of_the_same_report(claims_of):
    text = ("The Syrian Observatory for Human Rights said one strike killed nine civilians in Idlib on Monday. "
            "The SOHR said rebels shelled Aleppo.")
    assert [[s.name for s in claim.speakers] for claim in claims_of(text)] == [["Syrian Observatory for Human Rights"]] * 2


def test_the_monitor_is_the_one_that_the_report_names(claims_of):
    text = ("The Syrian Observatory for Human Rights said one strike killed nine civilians in Idlib on Monday. "
            "The monitor said rebels shelled Aleppo.")
    assert [claim.speakers[-1].name for claim in claims_of(text)] == ["Syrian Observatory for Human Rights"] * 2


def test_a_monitor_alone_keeps_its_words(claim_of):
    assert claim_of("A monitor said a strike killed five people in Idlib.").speakers[-1].name == "monitor"


def test_two_actors_keep_two_names(claim_of):
    claim = claim_of("The army clashed with the Rapid Support Forces in Omdurman.")
    assert [p.name for p in claim.initiators] == ["army", "Rapid Support Forces"]


def test_a_monitoring_group_with_a_name_of_its_own_is_not_the_one_that_the_report_names(claims_of):
    text = ("The Homs 48 monitoring group said jets bombed a school on Monday. "
            "The Syrian Observatory for Human Rights said nine villagers were killed in the raid.")
    assert [claim.speakers[0].name for claim in claims_of(text)] == ["monitoring group", "Syrian Observatory for Human Rights"]


def test_a_row_of_towns_that_lost_its_commas_is_nobody(claims_of):
    text = ("The army shelled Nyala on Monday. It bombed Kassala and Atbara on Tuesday. "
            "Four people were killed in attacks in Khartoum, its countryside Kassala Atbara Nyala and Juba.")
    assert [one.name for one in claims_of(text)[-1].targets] == ["people"]
