"""What a verb of saying says: its clauses, and what stands beside it in the sentence."""


def _speakers(claims, **fields):
    claim = next(claim for claim in claims if all(getattr(claim, name) == value for name, value in fields.items()))
    return [speaker.name for speaker in claim.speakers]


def test_a_clause_beside_the_saying_in_the_past_perfect_is_said_as_well(claims_of):
    claims = claims_of("At least 20 people were killed in shelling of Homs the Syrian Observatory for Human Rights monitoring group said "
                       "and heavy clashes had broken out near the city.")
    assert _speakers(claims, mode="clash") == ["Syrian Observatory for Human Rights"]


def test_a_clause_beside_the_saying_in_the_plain_past_is_the_reports_own(claims_of):
    claims = claims_of("Rebels shelled Homs, the army said, and clashes broke out near Hama.")
    assert _speakers(claims, mode="clash") == []


def test_who_places_a_toll_says_it(claims_of):
    assert _speakers(claims_of("The state news agency placed the death toll at 14."), type="ASSAULT") == ["state news agency"]


def test_a_source_that_puts_a_toll_says_what_happened_meanwhile(claims_of):
    claims = claims_of("An army officer put the death toll at 5 civilians while 9 other people were injured by shelling.")
    assert all(claim.speakers for claim in claims if claim.type == "ASSAULT")


def test_who_is_awaited_to_report_says_nothing(claims_of):
    claims = claims_of("Diplomats met ministers who blamed the attack in Syria on Assad but urged waiting for the U.N. inspectors "
                       "to report before any action.")
    assert _speakers(claims, type="ASSAULT") == ["ministers"]


def test_who_considers_strikes_does_not_speak(claims_of):
    claims = claims_of("Paris says forces loyal to President Bashar al-Assad were behind the attack and they are considering air strikes "
                       "to try to deter him.")
    assert "forces" not in " ".join(speaker.name for claim in claims for speaker in claim.speakers)


def test_whom_a_relative_clause_has_blame_does_not_say_the_main_clause(claims_of):
    claims = claims_of("US President Donald Trump said the attack was a response to the alleged chemical weapon use in Idlib on Tuesday "
                       "which Washington blames on Damascus.")
    assert _speakers(claims, type="ASSAULT") == ["Donald Trump"]


def test_an_agency_quotes_a_ministry_as_saying_what_stands_before(claims_of):
    claims = claims_of("At least 20 people were killed in the raids on Hama TASS news agency quoted the Russian Foreign Ministry as saying.")
    assert _speakers(claims, type="ASSAULT") == ["TASS news agency", "Russian Foreign Ministry"]


def test_a_day_after_behind_a_speaker_ends_what_he_said(claims_of):
    claims = claims_of("Air strikes on a market in the rebel-held northern city of Raqqa Sunday killed 24 people the Syrian Observatory "
                       "for Human Rights said two days after Iran and Turkey agreed a truce for Syria.")
    assert _speakers(claims, type="ASSAULT") == ["Syrian Observatory for Human Rights"]
    assert _speakers(claims, type="AGREE") == []


def test_two_who_spoke_after_talks_speak_together(claims_of):
    claims = claims_of("After marathon talks in Geneva US Secretary of State John Kerry and Russian Foreign Minister Sergei Lavrov "
                       "said a ceasefire would begin Monday.")
    assert _speakers(claims, type="AGREE") == ["John Kerry", "Sergei Lavrov"]
