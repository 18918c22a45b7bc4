"""Layer 4: whom an act by its noun is against, by words of aim and by "anti-"."""

from warledger.claims.clauses.aims import opposed_by
from warledger.claims.text.parsing import ForParser, parse


def test_a_name_behind_anti_is_opposed_and_one_behind_pro_is_not():
    for sentence, opposed in (("The anti-Houthi campaign went on.", True), ("The pro-Houthi campaign went on.", False)):
        doc = next(iter(parse([ForParser(sentence)])))
        assert [opposed_by(token) for token in doc if token.text == "Houthi"] == [opposed]


def test_whoever_lost_ground_in_a_liberation_did_not_liberate_it(claim_of):
    claim = claim_of("The army announced the liberation of villages near Goma from the militants.", "TERRITORY")
    assert "militants" not in [who.name for who in claim.initiators]
    assert [who.name for who in claim.targets] == ["militants"]


def test_whom_an_act_is_to_help_it_is_not_aimed_at(claims_of):
    for sentence in ("The air campaign aimed at bolstering army positions began in May.", "The offensive aimed at protecting villagers began in May."):
        assert claims_of(sentence)[0].targets == ()


def test_what_an_offensive_is_to_open_or_cut_was_not_hit(claims_of):
    for sentence in ("Fighters announced an offensive aimed at reopening vital supply lines.", "Troops began an offensive aimed at cutting the road to Gao."):
        assert [one.name for claim in claims_of(sentence) if claim.type == "ASSAULT" for one in claim.targets] == []


def test_whom_an_offensive_is_to_drive_out_it_is_against(claims_of):
    claim = next(claim for claim in claims_of("Troops began an offensive aimed at driving out the M23 rebels.") if claim.type == "ASSAULT")
    assert [one.name for one in claim.targets] == ["M23 rebels"]
