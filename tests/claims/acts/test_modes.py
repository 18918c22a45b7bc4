"""Layer 5: the finer name of an act, its weapons, and what became of an agreement."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "mode", "weapons"),
    [
        ("Troops fired mortars at Taiz.", "heavy-weapons", ("mortar",)),
        ("Mortar shells killed two girls in Taiz.", "heavy-weapons", ("mortar",)),
        ("Hamas fired rockets at Ashkelon.", "heavy-weapons", ("rockets",)),
        ("Russia launched missiles at Kharkiv.", "heavy-weapons", ("missiles",)),
        ("A suicide bomber killed nine soldiers at a checkpoint in Mogadishu.", "suicide-attack", ("suicide bomb",)),
        ("A suicide car bombing killed eight soldiers in Gao.", "suicide-attack", ("suicide bomb",)),
        ("Jets conducted raids on Hodeidah.", "aerial", ("aircraft",)),
        ("State media reported that Israeli jets struck Damascus.", "aerial", ("aircraft",)),
        ("Ukrainian drones hit an oil depot in Belgorod.", "drone", ("drone",)),
        ("A roadside bomb exploded in Kismayo.", "explosives", ("explosives",)),
        ("The army shelled Taiz.", "heavy-weapons", ("artillery",)),
        ("Gunmen opened fire on a market in Kaduna.", "firearms", ("firearms",)),
        ("Soldiers fired several shots at a car in Taiz.", "firearms", ()),
        ("A rifle went off in a house in Taiz.", "firearms", ("firearms",)),
        ("A bomb went off in a house in Taiz.", "explosives", ("explosives",)),
        ("Rebels attacked Taiz on Monday.", None, ()),
        ("Jets bombed the town of Taiz.", "aerial", ("aircraft", "explosives")),
        ("Warplanes pounded Taiz.", "aerial", ("aircraft",)),
        ("Helicopters dropped explosive barrels on Taiz.", "aerial", ("aircraft",)),
        ("The army bombed the suburbs of Taiz with heavy artillery.", "heavy-weapons", ("explosives", "artillery")),
        ("Tanks pounded Taiz.", "heavy-weapons", ("artillery",)),
        ("Rebels bombed the station in Taiz.", "explosives", ("explosives",)),
        ("A bomber on a scooter killed five people in Taiz.", "explosives", ("explosives",)),
        ("Four Russian bombers struck Taiz on Monday.", "aerial", ("aircraft",)),
    ],
)
def test_mode_and_weapons(claim_of, sentence, mode, weapons):
    claim = claim_of(sentence)
    assert (claim.mode, claim.weapons) == (mode, weapons)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The ceasefire collapsed on Monday.", "failed"),
        ("The truce failed to hold in Hodeidah.", "failed"),
        ("The ceasefire did not last.", "failed"),
        ("The army violated the ceasefire in Hodeidah.", "violated"),
        ("Both sides breached the truce.", "violated"),
        ("The ceasefire came into force on Monday.", "in force"),
        ("The ceasefire is holding in Gaza.", "in force"),
        ("A humanitarian truce was announced in Khartoum.", "announced"),
        ("The government and the rebels signed a ceasefire that will enter into force on Thursday.", "announced"),
        ("A truce between Israel and Hamas took effect on Sunday morning.", "in force"),
        ("A ceasefire has been in place in Idlib since March.", "in force"),
        ("The ceasefire in Tripoli was extended by 48 hours.", "extended"),
        ("Hamas and Israel renewed their truce for two days.", "extended"),
        ("The rebels broke the ceasefire in Taiz.", "violated"),
        ("The truce broke down in Taiz.", "failed"),
        ("The rebels suspended the peace agreement.", "failed"),
        ("The truce ended the suffering in Gaza.", None),
        ("The junta declared the week-old ceasefire over.", "failed"),
        ("The junta announced an end to its truce.", "failed"),
        ("Villagers in Loikaw spoke of the collapsing truce.", "failed"),
        ("The sides announced a truce over the weekend.", "announced"),
    ],
)
def test_what_became_of_an_agreement(claim_of, sentence, status):
    assert claim_of(sentence, "AGREE").status == status


def test_a_deal_by_two_nouns_is_one_agreement(claims_of):
    claims = [claim for claim in claims_of("The rebels tore up the armistice accord in Juba.") if claim.type == "AGREE"]
    assert [claim.status for claim in claims] == ["failed"]


def test_only_an_agreement_has_a_status(claim_of):
    assert claim_of("The army's attack on Taiz collapsed on Monday.").status is None


def test_parties_of_an_agreement_are_its_initiators(claims_of):
    claim = claims_of("The government and the rebels reached a peace deal in Juba.")[0]
    assert (claim.type, [p.name for p in claim.initiators]) == ("AGREE", ["government", "rebels"])
