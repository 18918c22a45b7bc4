"""What a verb of saying says: its clauses, and what stands beside it in the sentence."""

import pytest


def _speakers(claims, **fields):
    claim = next(claim for claim in claims if all(getattr(claim, name) == value for name, value in fields.items()))
    return [speaker.name for speaker in claim.speakers]


def test_a_clause_beside_the_saying_in_the_past_perfect_is_said_as_well(claims_of):
    claims = claims_of("Seven farmers were killed in shelling of Aden the Syrian Observatory for Human Rights said "
                       "and heavy clashes had broken out near the port.")
    assert _speakers(claims, mode="clash") == ["Syrian Observatory for Human Rights"]


def test_a_clause_beside_the_saying_in_the_plain_past_is_the_reports_own(claims_of):
    claims = claims_of("Rebels shelled Homs, the army said, and clashes broke out near Hama.")
    assert _speakers(claims, mode="clash") == []


def test_who_places_a_toll_says_it(claims_of):
    assert _speakers(claims_of("The state news agency placed the death toll at 14."), type="ASSAULT") == ["state news agency"]


def test_a_source_that_puts_a_toll_says_what_happened_meanwhile(claims_of):
    claims = claims_of("A district governor put the death toll at 3 farmers while 8 other people were hurt by shelling.")
    assert all(claim.speakers for claim in claims if claim.type == "ASSAULT")


def test_who_is_awaited_to_report_says_nothing(claims_of):
    claims = claims_of("Envoys heard ministers who blamed the raid in Tigray on Eritrea but advised waiting for the African Union monitors "
                       "to report before a vote.")
    assert _speakers(claims, type="ASSAULT") == ["ministers"]


def test_who_considers_strikes_does_not_speak(claims_of):
    claims = claims_of("Nairobi says troops loyal to the general were behind the raid and they are considering air strikes "
                       "to stop the next one.")
    assert "troops" not in " ".join(speaker.name for claim in claims for speaker in claim.speakers)


def test_whom_a_relative_clause_has_blame_does_not_say_the_main_clause(claims_of):
    claims = claims_of("Kenyan President William Ruto said the raid was a response to the alleged market bombing in Garissa on Monday "
                       "which Nairobi blames on Mogadishu.")
    assert _speakers(claims, type="ASSAULT") == ["William Ruto"]


def test_an_agency_quotes_a_ministry_as_saying_what_stands_before(claims_of):
    claims = claims_of("At least 20 people were killed in the raids on Hama TASS news agency quoted the Russian Foreign Ministry as saying.")
    assert _speakers(claims, type="ASSAULT") == ["TASS news agency", "Russian Foreign Ministry"]


def test_a_day_after_behind_a_speaker_ends_what_he_said(claims_of):
    claims = claims_of("Shelling of a school in Daraa on Monday killed nine people a rights group said "
                       "two days after Oman and Iran agreed a truce for Syria.")
    assert _speakers(claims, type="ASSAULT") == ["rights group"]
    assert _speakers(claims, type="AGREE") == []


def test_two_who_spoke_after_talks_speak_together(claims_of):
    claims = claims_of("After two days of talks in Muscat Omani Foreign Minister Badr Albusaidi and Iranian Foreign Minister Abbas Araghchi "
                       "said a ceasefire would start on Friday.")
    assert _speakers(claims, type="AGREE") == ["Badr Albusaidi", "Abbas Araghchi"]


def test_who_announced_something_the_day_before_does_not_say_what_stands_before(claims_of):
    claims = claims_of("Army forces fired mortar rounds into Lyman on Sunday the Ukrinform news agency reported a day after President Omar Haddad "
                       "announced the operation.")
    assert _speakers(claims, mode="heavy-weapons") == ["Ukrinform news agency"]


def test_what_a_state_is_declared_in_is_told_by_the_report(claims_of):
    claims = claims_of("The Islamic State group has declared a \"caliphate\" in territory it controls in Syria and Iraq.")
    assert _speakers(claims, type="TERRITORY") == []


def test_who_updates_a_toll_says_it(claims_of):
    claims = claims_of("The ministry meanwhile updated to 18 its toll of the soldiers killed in an ambush near Loikaw on Monday.")
    assert claims
    assert all(claim.speakers for claim in claims)


def test_what_stands_before_a_clause_that_only_tells_who_somebody_is_is_the_reports(claims_of):
    claims = claims_of("Police have now shot seven men they claim were behind the bombings of 12 shops in Taiz.")
    assert {claim.quote("trigger"): [speaker.name for speaker in claim.speakers] for claim in claims} == {"shot": [], "bombings": ["Police"]}


def test_who_describes_an_attack_tells_of_it(claims_of):
    assert [speaker.name for claim in claims_of("Karim Odeh described fierce fighting in Taiz.") for speaker in claim.speakers] == ["Karim Odeh"]


def test_those_among_whom_somebody_is_are_said_with_the_clause_that_they_open(claims_of):
    claims = claims_of("The Geneva-based watchdog said among the houses hit in the bombardment was a school in Duma.")
    assert _speakers(claims, type="ASSAULT")[-1].endswith("watchdog")


def test_the_reason_that_speakers_give_is_theirs_as_well(claims_of):
    claims = claims_of("Opposition groups met in Hama. The deals are also causing ethnic tensions they say because those who are displaced "
                       "are mostly Kurdish farmers.")
    assert all(claim.speakers for claim in claims if claim.type == "DISPLACEMENT")


def test_what_a_first_teller_told_is_not_said_by_the_second_who_has_his_own_clause(claims_of):
    claims = claims_of("Pro-army media have reported that 9 rebel trucks were destroyed and the Yemen Centre for Human Rights said pickups "
                       "lorries and jeeps were parked there.")
    assert _speakers(claims, type="ASSAULT") == ["Pro-army media"]


def test_who_laments_a_silence_says_what_it_is_about(claims_of):
    claims = claims_of("The bishop lamented the silence of the world which is looking on as the army is bombing Homs.")
    assert _speakers(claims, type="ASSAULT") == ["bishop"]


def test_what_the_towns_are_that_were_hit_is_no_part_of_the_blame(claims_of):
    claims = claims_of("Farmers in the valley blamed the U.S.-led coalition for the raids that struck two towns Duma and Arbin which are "
                       "controlled by rebels activists said.")
    assert _speakers(claims, type="TERRITORY") == ["activists"]
    assert _speakers(claims, type="ASSAULT") == ["activists", "Farmers"]


def test_what_befell_some_of_those_told_of_is_said_as_well(claims_of):
    claims = claims_of("The monitor said another 17 men were kidnapped on Sunday, five found dead the next day and one beheaded near Homs.")
    assert [[speaker.name for speaker in claim.speakers] for claim in claims] == [["monitor"], ["monitor"]]


def test_of_two_who_are_saying_each_says_his_own(claims_of):
    claims = claims_of("They traded blame, with the army saying rebels shelled its posts first and the rebels saying jets had bombed a market.")
    assert [[speaker.name for speaker in claim.speakers] for claim in claims if claim.type == "ASSAULT"] == [["army"], ["rebels"]]


def test_what_somebody_calls_a_thing_in_passing_is_all_he_says(claims_of):
    claims = claims_of("Coalition jets struck the harbour of Homs in what the coalition said Friday was its heaviest raid on gunmen that month.")
    assert [speaker.name for speaker in claims[0].speakers] == []


@pytest.mark.parametrize("opening", ["Asked whether jets had bombed Homs", "When asked about the bombing of Homs"])
def test_what_somebody_is_asked_he_does_not_say(claims_of, opening):
    claims = claims_of(f"{opening} the minister said rebels had shelled a checkpoint in Idlib.")
    assert [[speaker.name for speaker in claim.speakers] for claim in claims] == [[], ["minister"]]


@pytest.mark.parametrize(("sentence", "speakers"), [
    ('France termed the bombings of Goma "war crimes".', ["France"]),
    ('The Valley Monitor has called the raid on Goma a "massacre".', ["Valley Monitor"]),
    ('It was unclear whether army jets carried out what the Valley Monitor called "a new massacre" of nine children.', ["Valley Monitor"]),
])
def test_by_what_name_a_deed_is_called_is_the_word_of_who_calls_it_so(claims_of, sentence, speakers):
    claim = next(claim for claim in reversed(claims_of(sentence)) if claim.type == "ASSAULT")
    assert [speaker.name for speaker in claim.speakers] == speakers


def test_what_was_done_as_somebody_announced_another_thing_is_the_reports_own(claims_of):
    claims = claims_of("Rebels rained rockets on the port on Sunday as they announced their push on Kadugli.")
    assert [[speaker.name for speaker in claim.speakers] for claim in claims if claim.type == "ASSAULT"] == [[], ["Rebels"]]


def test_what_was_done_as_somebody_announced_it_is_his_word(claim_of):
    claim = claim_of("Rebels unleashed a barrage of rockets on the port on Friday, as the ministry announced.")
    assert [speaker.name for speaker in claim.speakers] == ["ministry"]


def test_a_clause_that_a_lost_comma_broke_is_said_to_its_end(claim_of):
    claim = claim_of("M23 said three of its men, carrying rifles knives, and explosives had targeted the depot.")
    assert [speaker.name for speaker in claim.speakers] == ["M23"]


@pytest.mark.parametrize(("sentence", "speakers"), [
    ("The US launched missiles at an air base in response to a deadly gas attack in the hills of the west that Washington blamed on the government.",
     ["Washington"]),
    ("Rebels took the hill after a gas attack on the village that the army holds.", []),
])
def test_whoever_blames_somebody_for_an_act_says_that_it_was_done(claims_of, sentence, speakers):
    claim = next(claim for claim in claims_of(sentence) if "gas attack" in claim.quote("trigger"))
    assert [speaker.name for speaker in claim.speakers] == speakers


@pytest.mark.parametrize(("sentence", "trigger", "speakers"), [
    ("A bomb killed two officers; al Shabaab said it was behind the attack.", "bomb", []),
    ("A bomb killed two officers; al Shabaab said it was behind the attack.", "attack", ["al Shabaab"]),
    ("The mayor was abducted by armed men, officials said; Russia said nothing about his whereabouts.", "abducted", ["officials"]),
])
def test_who_speaks_behind_a_semicolon_does_not_say_what_stands_before_it(claims_of, sentence, trigger, speakers):
    claim = next(claim for claim in claims_of(sentence) if claim.quote("trigger") == trigger)
    assert [speaker.name for speaker in claim.speakers] == speakers


@pytest.mark.parametrize(("sentence", "speakers"), [
    ("No group claimed responsibility for the bombing but officials blamed the Taliban.", ["officials"]),
    ("There was no claim of responsibility for the bombing but police blamed Boko Haram.", ["police"]),
    ("Nobody claimed responsibility for the bombing and the army blamed the floods for its delay.", []),
    ("The rebels claimed responsibility for the bombing but officials blamed the Taliban.", ["rebels"]),
])
def test_who_blames_somebody_for_what_nobody_claimed_tells_of_that(claims_of, sentence, speakers):
    claim = next(claim for claim in claims_of(sentence) if claim.quote("trigger") == "bombing")
    assert [speaker.name for speaker in claim.speakers] == speakers


def test_the_number_of_those_killed_is_put_at_a_figure_wherever_the_parse_hangs_it(claims_of):
    claim = next(claim for claim in claims_of("Amnesty puts the number of people killed in the raid on Mocha at 40.") if claim.tallies)
    assert [speaker.name for speaker in claim.speakers] == ["Amnesty"]


@pytest.mark.parametrize(("sentence", "speakers"), [
    ("Activists say that the camp is nearly empty, and the group is used as an excuse for Ethiopia to bomb its villages.", ["Activists"]),
    ("Activists say that the camp is nearly empty and the group is used as an excuse for Ethiopia to bomb its villages.", ["Activists"]),
    ("Activists say the camp was empty, and Ethiopia bombed civilian areas.", []),
])
def test_a_clause_in_the_present_beside_one_with_that_is_said_as_well(claims_of, sentence, speakers):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert [speaker.name for speaker in claim.speakers] == speakers


def test_a_group_and_its_allies_are_accused_of_one_deed(claims_of):
    claims = claims_of("Doctors Without Borders accused the junta and its allies of using cluster bombs in their bombardment of Mopti on March 25.")
    assert _speakers(claims, type="ASSAULT") == ["Doctors Without Borders"]


@pytest.mark.parametrize(("sentence", "speakers"), [
    ("The ministry gave a toll of 12 dead and 55 wounded.", [["ministry"]]),
    ("The army gave a figure of nine dead and 30 wounded.", [["army"]]),
    ("The ministry put the toll at 12 dead and 55 wounded.", [["ministry"]]),
    ("The ministry on Tuesday raised the death toll from the bombing to 33.", [["ministry"]]),
    ("The ministry raised the death toll from drone strikes on a harbour in Mocha to 61.", [["ministry"]]),
    ("Police revised the toll of the bombing down to 33.", [["Police"]]),
    ("The raids raised the death toll in Mocha to 61.", [[]]),
])
def test_who_gives_or_raises_a_toll_says_all_of_its_figures(claims_of, sentence, speakers):
    told = [claim for claim in claims_of(sentence) if claim.type == "ASSAULT"]
    assert [[party.name for party in claim.speakers] for claim in told] == speakers
    assert not any(party.name in ("ministry", "army") for claim in told for party in claim.targets)
