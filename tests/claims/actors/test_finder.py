"""Who is named: the mentions of a report, with country, sector and side."""

from __future__ import annotations

import pytest

from warledger.claims.actors.finder import ActorFinder, mention_for, mentions_under
from warledger.claims.mentions import ActorMention
from warledger.claims.text.parsing import load_language

FINDER = ActorFinder()


def found(text: str) -> list[ActorMention]:
    return FINDER.find(load_language()(text))


def one(text: str, words: str) -> ActorMention:
    return next(mention for mention in found(text) if mention.text == words)


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("The Malian army entered the village.", "Malian army", "MLI", "MIL"),
        ("Turkish military personnel were wounded.", "Turkish military personnel", "TUR", "MIL"),
        ("Russian warplanes bombed the town.", "Russian warplanes", "RUS", "MIL"),
        ("Syrian opposition fighters fired rockets.", "Syrian opposition fighters", "SYR", "REB"),
        ("Syrian regime fighters fired rockets.", "Syrian regime fighters", "SYR", "MIL"),
        ("Boko Haram militants burned a school.", "Boko Haram militants", "NGA", "REB"),
        ("Ethiopia's government denied it.", "Ethiopia's government", "ETH", "GOV"),
        ("Yemens government denied it.", "Yemens government", "YEM", "GOV"),
        ("The Kenyan police arrested two men.", "Kenyan police", "KEN", "COP"),
        ("Forces fled.", "Forces", None, "MIL"),
    ],
)
def test_phrase_tells_country_and_sector(text: str, words: str, country: str | None, sector: str) -> None:
    mention = one(text, words)
    assert (mention.country, mention.sector) == (country, sector)


def test_spans_are_the_words_of_the_report() -> None:
    text = "Daeshs fighters and U.S.-backed units met near Hajin, the Observatorys head Rami Abdel Rahman said."
    doc = load_language()(text)
    for mention in FINDER.find(doc):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start <= doc[mention.head].idx < mention.end


def test_no_two_mentions_have_one_head() -> None:
    heads = [mention.head for mention in found("Iranian and Iraqi militias, Hezbollah and the Syrian army took the hill.")]
    assert len(heads) == len(set(heads))


def test_backing_is_no_nationality() -> None:
    mention = one("Turkey-backed insurgent groups took the hill.", "Turkey-backed insurgent groups")
    assert mention.backed_by == ("TUR",)
    assert mention.country is None
    assert mention.sector == "REB"


def test_backer_is_left_out_of_the_name_where_an_origin_stands_behind() -> None:
    mention = one("The Russian backed Syrian army took the hill.", "Syrian army")
    assert mention.country == "SYR"


def test_backers_are_those_of_the_day() -> None:
    doc = load_language()("The Free Syrian Army took the hill.")
    early = FINDER.find(doc, day="2014-05-01")[0]
    late = FINDER.find(doc, day="2021-05-01")[0]
    assert "SAU" in early.backed_by
    assert late.backed_by == ("TUR",)


def test_capital_acts_but_is_no_actor_behind_a_preposition_of_place() -> None:
    assert one("Ankara hit the base.", "Ankara").country == "TUR"
    assert not [mention for mention in found("A bomb went off in Ankara.") if mention.text == "Ankara"]
    assert not [mention for mention in found("Shells fell on a Damascus suburb.") if mention.text == "Damascus"]


def test_state_behind_in_is_a_place() -> None:
    assert not [mention for mention in found("Fighting went on in Syria and Iraq.") if mention.kind == "state"]


def test_unnamed_sources_are_anonymous_and_parties_are_not() -> None:
    assert one("Eyewitnesses said so.", "Eyewitnesses").anonymous
    assert one("A military source told Reuters.", "military source").anonymous
    assert not one("Reuters said so.", "Reuters").anonymous
    assert not one("The Chadian army said so.", "Chadian army").anonymous


def test_victims_have_their_class() -> None:
    mentions = {mention.text: mention.victims for mention in found("Two children, a policeman, soldiers and civilians died.")}
    assert mentions == {"children": "children", "policeman": "police", "soldiers": "military", "civilians": "civilians"}


def test_shared_name_goes_to_the_country_of_the_report() -> None:
    somali = one("In Somalia the Somali president said SNA troops left Mogadishu; Somali officials agreed.", "SNA troops")
    assert somali.sector in ("MIL", "REB")
    doc = load_language()("SNA left the town, and the Somali government and Somali police said so.")
    assert FINDER.find(doc)[0].country == "SOM"


def test_army_is_of_the_theatre_where_the_caller_knows_it() -> None:
    doc = load_language()("The army took the hill.")
    assert FINDER.find(doc, theatre="SDN")[0].country == "SDN"
    assert FINDER.find(doc)[0].country is None


def test_document_counts_only_where_it_says_something() -> None:
    assert [mention.text for mention in found("A video showed the wreck.")] == ["video"]
    assert found("He deleted a video.")[0].text == "He"


def test_conjuncts_are_found_under_one_head() -> None:
    doc = load_language()("The town was hit by Syrian and Russian war planes.")
    mentions = FINDER.find(doc)
    planes = next(token for token in doc if token.text == "planes")
    assert [mention.name for mention in mentions_under(doc, mentions, planes)] == ["Syrian war planes", "Russian war planes"]


def test_mention_is_found_by_any_of_its_words() -> None:
    doc = load_language()("The Free Syrian Army left.")
    mentions = FINDER.find(doc)
    assert all(mention_for(mentions, doc[i]) is mentions[0] for i in (1, 2, 3))
    assert mention_for(mentions, doc[4]) is None


def test_text_in_capitals_is_read() -> None:
    mentions = found("COLOMBIAN PRESIDENT VIRGILIO BARCO SAID THAT TERRORISTS KILLED THREE PEASANTS AND A SOLDIER.")
    assert {"VIRGILIO BARCO", "TERRORISTS", "PEASANTS", "SOLDIER"} <= {mention.text for mention in mentions}


def test_empty_text_has_nobody() -> None:
    assert found("") == []


def test_seat_of_a_group_is_no_nationality() -> None:
    mention = one("A UK-based monitoring group said so.", "UK-based monitoring group")
    assert mention.country is None
    assert mention.backed_by == ()


def test_noun_that_describes_a_listed_body_leaves_it_itself() -> None:
    assert one("The SANA news agency said so.", "SANA news agency").actor == "media.sana"
    assert one("The White Helmets rescue service said so.", "White Helmets rescue service").actor == "body.white-helmets"
    assert one("A SANA reporter said so.", "SANA reporter").actor is None


def test_a_state_under_sanctions_is_whom_they_aim_at(claim_of):
    claim = claim_of("The EU extended sanctions on Belarus for a year.", "SANCTION")
    assert [(p.country, p.sector) for p in claim.targets] == [("BLR", "GOV")]


def test_the_same_phrases_may_be_resolved_for_one_theatre_after_another() -> None:
    named = FINDER.read(load_language()("The army shelled the town, and rebels answered with mortars."))
    assert [FINDER.resolve(named, theatre)[0].country for theatre in ("YEM", "SDN", "YEM")] == ["YEM", "SDN", "YEM"]
    assert FINDER.resolve(named) == FINDER.resolve(named)


def test_an_adjective_before_a_modifier_is_of_the_noun_behind() -> None:
    assert [mention.text for mention in found("The raid caused huge civilian casualties.")] == ["civilian"]


@pytest.mark.parametrize("text", ["Beirut Congolese government air strikes killed 39 people in Goma.", "Calm held in Goma Congolese government forces said."])
def test_the_town_before_whose_government_it_is_belongs_to_no_name(text):
    assert any(mention.name.startswith("Congolese government") for mention in FINDER.find(load_language()(text)))


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The deal was brokered by Cairo Amman and Rabat.", ["Cairo", "Amman", "Rabat"]),
        ("The truce was agreed by the Iraqi government Cairo and Amman.", ["Iraqi government", "Cairo", "Amman"]),
    ],
)
def test_capitals_in_a_list_without_its_commas_all_act(claims_of, sentence, names):
    deal = next(claim for claim in claims_of(sentence) if claim.type == "AGREE")
    assert [who.name for who in deal.initiators] == names


def test_people_in_a_list_without_its_commas_are_all_hit(claims_of):
    assert [who.name for who in claims_of("Air strikes killed women children and nurses in Goma.")[0].targets] == ["women", "children", "nurses"]


@pytest.mark.parametrize(
    ("sentence", "name", "country"),
    [
        ("The Khmer Rouge captured the town on Monday.", "Khmer Rouge", "KHM"),
        ("The KLA attacked a police station on Monday.", "KLA", "XKX"),
        ("The popular defence groups attacked a police station on Monday.", "popular defence groups", None),
        ("Two Blackhawks fired on the gunmen on Monday.", "Blackhawks", None),
    ],
)
def test_those_who_fight_by_names_of_their_own(claims_of, sentence, name, country):
    who = claims_of(sentence)[0].initiators[0]
    assert (who.name, who.country) == (name, country)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Nine villagers were killed in US drone strikes on Friday.", ["US"]),
        ("Nine villagers were killed in US warplanes bombardments on Friday.", ["US"]),
        ("Nine villagers were killed in Somalia on Friday.", []),
    ],
)
def test_a_state_before_its_arms_is_no_place(claims_of, sentence, names):
    assert [who.name for who in claims_of(sentence)[0].initiators] == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("A ceasefire brokered by Kampala and rebel leaders collapsed.", ["Kampala", "rebel leaders"]),
        ("Kinshasa and rebel forces agreed to a truce.", ["Kinshasa", "rebel forces"]),
        ("The opposition mulled over a Kenya-Uganda truce deal.", ["Kenya", "Uganda"]),
    ],
)
def test_a_government_by_its_capital_or_its_country_is_a_party_beside_others(claims_of, sentence, names):
    deal = next(claim for claim in claims_of(sentence) if claim.type == "AGREE")
    assert [who.name for who in deal.initiators] == names


def test_a_capital_beside_positions_is_a_place(claims_of):
    claim = next(claim for claim in claims_of("The army shelled Kampala and rebel positions.") if claim.type == "ASSAULT")
    assert "Kampala" not in [who.name for who in claim.targets]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Ten people were killed in the US latest airstrike in Somalia.", ["US"]),
        ("Ten people were killed in the US in an airstrike.", []),
        # a name in the plural is no possessive that lost its apostrophe
        ("The Houthis attacked a tanker.", ["Houthis"]),
    ],
)
def test_whose_raid_it_was_where_no_apostrophe_tells(claims_of, sentence, names):
    claim = next(claim for claim in claims_of(sentence) if claim.type == "ASSAULT")
    assert [who.name for who in claim.initiators] == names


def test_the_movements_of_fighters_are_no_group(claim_of):
    claim = claim_of("The jets carried out strikes on positions and movements of M23 fighters near Goma.")
    assert [party.name for party in claim.targets] == ["positions", "M23 fighters"]
