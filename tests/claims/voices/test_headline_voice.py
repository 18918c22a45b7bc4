"""Layer 7: the speaker behind a headline, and the site behind it that is none."""

import pytest

BODY = "Shops were closed on Tuesday."


@pytest.mark.parametrize(
    ("headline", "speakers"),
    [
        ("Car Bomb Kills 15 in Homs: Monitor", ["Monitor"]),
        ("Car bomb kills 15 in Homs: monitor", ["monitor"]),
        ("Russian Strikes Kill 9 Civilians in Idlib, Monitor Says", ["Monitor"]),
        ("At Least 20 Dead in Kharkiv Blast: Officials", ["officials"]),
        ("Ukraine Says Russia Shelled Kherson Hospital", ["Ukraine"]),
        ("Army Denies Shelling Hospital in Darfur", ["Army"]),
        ("Monitor: Car Bomb Kills 15 in Homs", ["Monitor"]),
        ("Car bomb kills 15 in Homs NGO - Region - World - The Daily", ["NGO"]),
        ("Rebels destroy 60 tanks near Palmyra media", ["media"]),
        ("Car Bomb Kills 15 in Homs Report", ["Report"]),
        ("Homs: Car Bomb Kills 15 Soldiers", []),
        ("Car Bombs near Taiz Kill 32 Mostly Students", []),
        ("Syrian Coalition: Army Used Chemical Weapons 136 Times near Homs", ["Syrian coalition"]),
        ("Russia: Rebels Shelled Idlib and Aleppo 12 Times", ["Russia"]),
        ("Mortar fire kills 2 Taiz schoolchildren state media", ["state media"]),
        ("Car bomb kills 15 in Homs Medical source", ["Medical source"]),
        ("Regime responsible for chemical attack on the town of Homs: EU's Mogherini", ["Mogherini"]),
        ("Double bomb attack kills 31 in Qamishli state TV", ["state TV"]),
        ("Car Bombs Hit Barracks near Taiz Claim 7 Martyrs", []),
        ("French FM: Army Behind Chemical Attack in Homs", ["French FM"]),
        ("Shelling of rebel town near Homs kills 19 Monitor", ["Monitor"]),
        ("Lyman tunnel blast killed 38 army soldiers monitor", ["monitor"]),
        ("Mayor of Lyman among 12 dead in Donetsk car bomb Rebels", ["Rebels"]),
        ("Army Kills 12 in Clash With Lyman Rebels", []),
        ("Suicide attacks near shrine kill 20 Syrian Observatory", ["Syrian Observatory"]),
        ("Missile Strike Kills Five in Homs - Homs Governor", ["Homs Governor"]),
        ("Mortar Fire Kills Two Nurses in Taiz SANA", ["SANA"]),
        ("Nine dead in army shelling Civil defence", ["Civil defence"]),
        ("Rocket fire kills four in Homs city state TV", ["state TV"]),
        ("Air strikes kill nine in village held by Ukrainian Rebels", []),
        ("Militia Rockets Kill Two Wound Nine - Taiz Governor", ["Taiz Governor"]),
        ("Militia drones strike mall, kill at least 26 - monitor | Aden Times", ["monitor"]),
        ("Monitors 17 killed in rocket strike on northern Taiz town", ["Monitors"]),
        ("Senior Militia Commander 17 Fighters Killed in Rocket Strike on Taiz", []),
        ("Israeli Strike Kills Three in Gaza", []),
        ("Israeli Strike Kills Three in Gaza - The Daily Star", []),
        ("Israeli strike kills three in Gaza", []),
    ],
)
def test_who_says_the_headline(claim_of, headline, speakers):
    assert [speaker.name for speaker in claim_of(BODY, title=headline).speakers] == speakers


def test_a_surname_before_the_colon_is_that_of_the_person_whom_the_report_quotes(claims_of):
    title = "Zubayda: Militia Shelling of Taiz Encouraged by Silence"
    told = claims_of("Council head Zubayda said the town was calm on Monday.", title=title)
    assert [speaker.name for claim in told if "Shelling" in claim.quote("trigger") for speaker in claim.speakers] == ["Zubayda"]


@pytest.mark.parametrize(
    ("headline", "type_", "mode", "place", "killed"),
    [
        ("Car Bomb Kills 15 in Homs: Monitor", "ASSAULT", "explosives", "Homs", [15]),
        ("Russian Strikes Kill 9 Civilians in Idlib, Monitor Says", "ASSAULT", None, "Idlib", [9]),
        ("Two Soldiers Killed in Mali Ambush", "ASSAULT", None, "Mali", [2]),
        ("Suicide bomber kills 12 in Mogadishu", "ASSAULT", "suicide-attack", "Mogadishu", [12]),
        ("Rebels Seize Goma Airport", "TERRITORY", "capture", "Goma airport", []),
        ("Rebels capture Goma", "TERRITORY", "capture", "Goma", []),
    ],
)
def test_a_headline_is_read_in_any_case(claim_of, headline, type_, mode, place, killed):
    claim = claim_of(BODY, type_, title=headline)
    assert (claim.mode, claim.place.name) == (mode, place)
    assert [tally.best for tally in claim.tallies] == killed


def test_the_headline_printed_again_over_the_text_has_the_same_speaker(claims_of):
    title = "Car bomb kills 15 in Homs NGO - The Daily"
    claims = claims_of("Car bomb kills 15 in Homs NGO AFP Thursday 6 Mar 2014 Shops were closed.", title=title)
    assert [[speaker.name for speaker in claim.speakers] for claim in claims] == [["NGO"], ["NGO"]]


def test_the_second_print_may_have_a_speaker_that_the_headline_lacks(claims_of):
    claims = claims_of("Nine dead in rocket attack in Taiz NGO AFP Thursday 6 Feb 2020 Shops were closed.",
                       title="Nine dead in rocket attack in Taiz")
    assert [[speaker.name for speaker in claim.speakers] for claim in claims] == [[], ["NGO"]]


@pytest.mark.parametrize(("title", "printed"), [
    ("Car bomb kills 12 in Donetsk Rebels", "Car bomb kills 12 in Donetsk"),
    ("Car bomb kills 12 in Donetsk", "Car bomb kills 12 in Donetsk - Reports"),
])
def test_the_headline_over_the_text_may_have_or_lack_the_speaker_of_the_title(claims_of, title, printed):
    first, second, *_ = claims_of(f"{printed} AFP Sunday 2 Feb 2020 A car bomb hit a market on Sunday.", title=title)
    assert second.same_as == first.id
    assert printed.startswith(second.quote("sentence").removesuffix(" -"))
    assert [speaker.name for claim in (first, second) for speaker in claim.speakers] == ["Rebels" if "Rebels" in title else "Reports"]


def test_who_opens_the_text_behind_the_second_print_is_no_speaker_of_the_headline(claims_of):
    second = claims_of("Car bomb kills 12 in Donetsk UN Secretary General Omar Haddad spoke of a crime.", title="Car bomb kills 12 in Donetsk")[1]
    assert second.speakers == ()


def test_an_office_by_what_it_is_of_speaks_before_the_colon(claims_of):
    claims = claims_of("The war goes on.", title="Interim Minister of Health: Hospitals in Aleppo Shut as Bombardment Continues")
    assert [speaker.name for claim in claims for speaker in claim.speakers] == ["Interim Minister of Health"]


@pytest.mark.parametrize(("title", "speakers"), [
    ("Scores dead as Taliban seize Afghan base: monitor Sylvia Marsh", ["monitor"]),
    ("Scores dead as Taliban seize Afghan base: officials Sylvia Marsh", ["officials"]),
    ("Scores dead as Taliban seize Afghan base: EU's Sylvia Marsh", ["Sylvia Marsh"]),
])
def test_whoever_wrote_the_report_may_stand_behind_the_source_of_its_headline(claims_of, title, speakers):
    assert [speaker.name for speaker in claims_of("The war goes on.", title=title)[0].speakers] == speakers


@pytest.mark.parametrize(("title", "speakers"), [
    ("Car bomb in Iraqs Kirkuk kills 12 Mayor - Region - World - Gulf Daily", ["Mayor"]),
    ("Grenade and rocket fire kill 31 in Yemens Taiz Governor - Region - World - Gulf Daily", ["Governor"]),
    ("Air strikes kill dozens in Libyas Sirte Monitor group - Region - World - Gulf Daily", ["Monitor group"]),
    ("Gunmen abduct 30 schoolgirls in Kaduna Official", ["official"]),
    ("Taliban bomb kills Kandahar Governor", []),
    ("Gunmen kill guard and wound Aden Official", []),
])
def test_in_sentence_case_the_speaker_closes_it_whatever_capitals_its_site_has(claims_of, title, speakers):
    claims = claims_of(BODY, title=title)
    assert [speaker.name for speaker in claims[0].speakers] == speakers
