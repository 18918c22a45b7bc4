""""a hospital treating victims": the hospital is hit; the parse may have "hospital-treating" victims with the article of one."""


def test_the_noun_with_the_article_is_hit(claims_of):
    for sentence in ("Jets carried out a strike hours later on a hospital treating victims.",
                     "Drones hit the market in Sanaa, and there was a strike in the days afterwards on a clinic treating victims."):
        assert any("hospital" in party.name or "clinic" in party.name for claim in claims_of(sentence) for party in claim.targets), sentence
        assert not any(party.name == "victims" for claim in claims_of(sentence) if claim.type == "ASSAULT" for party in claim.targets), sentence


def test_a_plural_without_that_article_stays(claims_of):
    claims = claims_of("Gunmen near Juba killed a herder and four fleeing women.")
    assert any("women" in party.name for claim in claims for party in claim.targets)
