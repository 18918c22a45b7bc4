"""Layer 5, acts that are not fighting: what states, parties and people do to each other with words and with measures."""

import pytest


def said(claims, types=None):
    return {(claim.type, claim.stance, claim.negated) for claim in claims if claim.type != "STATEMENT"}


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Peru promised to reform its courts.", "AGREE"),
        ("Norway is willing to join the European Union.", "AGREE"),
        ("Chile expressed readiness to settle its border dispute with Peru.", "AGREE"),
        ("Bolivia accepted a Peruvian proposal on water rights.", "AGREE"),
        ("The Kenyan president visited Uganda on Monday.", "CONSULT"),
        ("The Finnish foreign minister telephoned his Swedish counterpart.", "CONSULT"),
        ("Ghana hosted the Togolese president in Accra.", "CONSULT"),
        ("Qatar launched a mediation effort between Chad and Sudan.", "CONSULT"),
        ("Canada praised Peru's efforts to protect its forests.", "SUPPORT"),
        ("Iceland expressed solidarity with Estonia.", "SUPPORT"),
        ("Argentina apologized to Brazil.", "SUPPORT"),
        ("Cuba and Spain restored diplomatic relations.", "SUPPORT"),
        ("Brazil and Chile signed a treaty of friendship.", "SUPPORT"),
        ("The Zambian government accepted demands by miners for higher pay.", "CONCEDE"),
        ("Malawi's president pardoned two editors.", "CONCEDE"),
        ("The teachers' union called off a strike on Friday.", "CONCEDE"),
        ("Zambia lifted a curfew in Lusaka.", "CONCEDE"),
        ("Kenya extradited a suspected militant to France.", "COOPERATE"),
        ("Israel shared intelligence with Cyprus.", "COOPERATE"),
        ("India and Japan held joint naval exercises.", "COOPERATE"),
        ("Japan gave Nepal a grant of five million dollars.", "AID"),
        ("Ecuador granted asylum to a Chilean officer.", "AID"),
        ("Turkey lifted an embargo on Armenia.", "RETREAT"),
        ("Jordan reopened its border with Iraq.", "RETREAT"),
        ("Libya paid compensation to French families.", "RETREAT"),
        ("Greece called on Turkey to open its archives.", "REQUEST"),
        ("Angola requested food aid from Brazil.", "REQUEST"),
        ("Ghana sued a Swiss bank.", "ACCUSE"),
        ("Sweden voiced concern over the arrest of a Belarusian poet.", "ACCUSE"),
        ("Prosecutors in Chile opened an investigation into the bank.", "ACCUSE"),
        ("Peru turned down an offer from Ecuador.", "REJECT"),
        ("Russia vetoed a resolution of the Security Council.", "REJECT"),
        ("Chad reneged on its promise to Cameroon.", "REJECT"),
        ("Egypt threatened to suspend trade with Sudan.", "THREATEN"),
        ("Thousands of farmers blocked roads in Bolivia.", "PROTEST"),
        ("Nurses went on strike in Harare.", "PROTEST"),
        ("Students took to the streets in Tirana.", "PROTEST"),
        ("Denmark cancelled aid to Uganda.", "SANCTION"),
        ("Panama broke off relations with Taiwan.", "SANCTION"),
        ("Ukraine expelled two Hungarian diplomats.", "SANCTION"),
        ("Germany recalled its ambassador from Ankara.", "SANCTION"),
        ("Greece put its army on alert.", "MOBILIZE"),
        ("Belarus outlawed the largest opposition party.", "COERCE"),
        ("Thailand dissolved its parliament.", "COERCE"),
    ],
)
def test_an_act_of_peace_is_read_by_its_words(claims_of, sentence, type_) -> None:
    assert type_ in {claim.type for claim in claims_of(sentence)}, [str(claim) for claim in claims_of(sentence)]


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        ("The union called off a four-day strike over pay.", "ASSAULT"),
        ("Rebels promised to release the hostages.", "AGREE"),
        ("Serbia rejected a truce.", "AGREE"),
        ("The army defended the town of Taiz.", "SUPPORT"),
        ("Zambia lifted a curfew in Lusaka.", "COERCE"),
        ("Crimes committed by Croat forces were investigated.", "AGREE"),
        ("Ministers reviewed the defended title of the champion team in the league.", "SUPPORT"),
    ],
)
def test_an_act_of_peace_is_not_read_into_other_words(claims_of, sentence, never) -> None:
    assert never not in {claim.type for claim in claims_of(sentence)}, [str(claim) for claim in claims_of(sentence)]


def test_what_is_promised_is_planned(claim_of) -> None:
    assert claim_of("Rebels promised to release 20 hostages.", "RETREAT").stance == "planned"


def test_a_shelling_that_is_condemned_has_happened(claims_of) -> None:
    assert {"ACCUSE", "ASSAULT"} <= {claim.type for claim in claims_of("Norway condemned the shelling of Taiz.")}


def test_a_promise_to_let_hostages_go_is_no_threat(claims_of) -> None:
    found = claims_of("The rebels said they would release two hostages on Sunday.")
    assert {claim.type for claim in found} == {"RETREAT"}
