"""Layer 7: who demands an act says what is to be done and what has happened that it is about; whom he asks the report tells."""

import pytest


def _speakers(claims, trigger):
    claim = next(claim for claim in claims if claim.quote("trigger") == trigger)
    return [mention.name for mention in claim.speakers]


@pytest.mark.parametrize(
    ("sentence", "trigger", "speakers"),
    [
        ("The governor asked the general to authorise air strikes on Marib.", "air strikes", ["governor"]),
        ("Amnesty International called on the army to stop its raids on Marib.", "raids", ["Amnesty International"]),
        ("Aid groups have often called for a halt to attacks on clinics in Marib.", "attacks", ["Aid groups"]),
        ("Hundreds of women marched through Aden to demand the release of prisoners.", "release", ["women"]),
        ("The ministry called the bombing of Marib a grave crime.", "bombing", ["ministry"]),
    ],
)
def test_who_demands_an_act_or_its_end_or_names_it_speaks(claims_of, sentence, trigger, speakers):
    assert _speakers(claims_of(sentence), trigger) == speakers


@pytest.mark.parametrize(
    ("sentence", "trigger", "speakers"),
    [
        ("France urged the council to open an inquiry into the attack on Marib.", "attack", ["France"]),
        ("Ukraine called for an investigation into the shelling of the school in Mariupol.", "shelling", ["Ukraine"]),
        ("The mayor called for an emergency session about the bombing of the market.", "bombing", ["mayor"]),
        ("Amnesty International called upon the council to act to save farmers caught in fighting between rebels and the army.", "fighting", ["Amnesty International"]),
        ("The governor urged residents to give blood for the victims of the bombing.", "bombing", ["governor"]),
    ],
)
def test_who_demands_something_about_an_act_speaks(claims_of, sentence, trigger, speakers):
    assert _speakers(claims_of(sentence), trigger) == speakers


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("Amnesty International urged the army to stop its bombardment following the strikes on Marib.", "strikes"),
        ("Sudan urged the army and the rebels fighting it in Darfur to talk.", "fighting"),
        ("The council called on the army to leave after the rebels shelled Marib.", "shelled"),
        ("My brother asked what I thought the attack on Marib was for.", "attack"),
    ],
)
def test_when_somebody_demands_and_whom_he_asks_the_report_tells(claims_of, sentence, trigger):
    assert _speakers(claims_of(sentence), trigger) == []


def test_who_puts_an_end_to_raids_tells_no_figure_of_them(claims_of):
    assert _speakers(claims_of("The generals put an end to air raids on Marib."), "air raids") == []


def test_who_is_asked_for_a_statement_that_condemns_a_raid_has_not_spoken(claims_of):
    claims = claims_of("The spokeswoman took a swipe at London on Monday calling on the Foreign Office to release statements "
                       '"strongly condemning raids on clinics and the murder of farmers in Marib".')
    assert all(mention.name != "Foreign Office" for claim in claims if claim.type == "ASSAULT" for mention in claim.speakers)


def test_a_demand_whose_verb_alone_stands_in_quotes_is_made_all_the_same(claims_of):
    claims = claims_of('On Monday Amnesty International released a statement "demanding" that the army stop its bombing campaign in Marib.')
    assert _speakers(claims, "bombing campaign") == ["Amnesty International"]


def test_who_asks_for_a_truce_to_let_aid_in_demands_it(claims_of):
    claims = claims_of("The UN asked both sides for a cease-fire to allow aid into Nyala.")
    assert [[speaker.name for speaker in claim.speakers] for claim in claims if claim.type == "AGREE"] == [["UN"]]
