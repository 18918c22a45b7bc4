"""Layer 9, whose company somebody is: of those who were hit, or of those who hit."""

import pytest


@pytest.fixture
def parties(claims_of):
    def of(sentence):
        claim = next(claim for claim in claims_of(sentence) if claim.type in ("ASSAULT", "TERRITORY"))
        return [one.name for one in claim.initiators], [one.name for one in claim.targets]

    return of


@pytest.mark.parametrize(
    ("sentence", "doers", "hit"),
    [
        ("The army destroyed a vehicle along with the militants inside it near Goma.", ["army"], ["vehicle", "militants"]),
        ("A truck was destroyed along with the smugglers inside it near Goma.", [], ["truck", "smugglers"]),
        ("Jets hit a bus along with the guards in it.", ["Jets"], ["bus", "guards"]),
        ("The army killed the commander along with three fighters near Goma.", ["army"], ["commander", "fighters"]),
        ("About 9000 civilians are trapped in Taiz alongside several hundred fighters.", [], ["civilians", "fighters"]),
    ],
)
def test_company_behind_what_was_hit_was_hit_too(parties, sentence, doers, hit):
    assert parties(sentence) == (doers, hit)


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("The army destroyed two trucks along with Kenyan troops.", ["army", "Kenyan troops"]),
        ("The army stormed the town along with militias.", ["army", "militias"]),
        ("Soldiers destroyed the camp together with allied militias.", ["Soldiers", "militias"]),
        ("The army along with militias burned the village.", ["army", "militias"]),
    ],
)
def test_company_of_those_who_did_it_did_it_too(parties, sentence, doers):
    assert parties(sentence)[0] == doers
