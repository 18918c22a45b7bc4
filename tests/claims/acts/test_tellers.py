"""Layer 5: who stands behind the victims and tells of them is none of them."""

import pytest


def targets(claim):
    return [who.name for who in claim.targets]


@pytest.mark.parametrize(
    ("sentence", "victims"),
    [
        ("The blast in Jos killed seven traders and wounded two guards, police and a local nurse said.", ["traders", "guards"]),
        ("Raiders in Gao killed two councillors and a former mayor, police and the army said on Friday.", ["councillors", "mayor"]),
        ("A shell in Gao killed four shepherds including children the Sahel Observatory for Human Rights said.", ["shepherds", "children"]),
    ],
)
def test_who_says_it_behind_the_victims_was_not_hit(claim_of, sentence, victims):
    assert targets(claim_of(sentence)) == victims


def test_who_says_it_is_no_figure_of_the_toll(claim_of):
    claim = claim_of("The blast in Jos killed seven traders and wounded two guards, police and a local nurse said.")
    assert [(tally.what, tally.low) for tally in claim.tallies] == [("killed", 7), ("wounded", 2)]


def test_an_official_of_a_court_speaks_and_the_court_was_not_hit(claim_of):
    assert "Islamic court" not in targets(claim_of("The gunmen wounded 16 others an Islamic court official said on Monday."))


def test_those_of_whom_something_is_said_were_hit(claim_of):
    assert targets(claim_of("The raid killed two farmers and three militants said to be foreigners near Gao.")) == ["farmers", "militants"]
@pytest.mark.parametrize("ending", [", said the governor", " said the governor", ", said the head of the civil defence", ""])
def test_the_last_of_a_list_was_hit_where_the_speaker_stands_behind_the_verb(claim_of, ending):
    assert targets(claim_of(f"The blast in Jos killed a nurse, a bank employee and two soldiers{ending}.")) == ["nurse", "bank employee", "soldiers"]


@pytest.mark.parametrize(("title", "source"), [("Rocket fire kills three in Marib: governor", "governor"), ("Mortar fire kills 9 in Donetsk: minister", "minister")])
def test_who_closes_a_headline_behind_a_colon_did_nothing(claims_of, title, source):
    claim = claims_of("Markets were closed.", title=title)[0]
    assert [speaker.name for speaker in claim.speakers] == [source]
    assert claim.initiators == ()
