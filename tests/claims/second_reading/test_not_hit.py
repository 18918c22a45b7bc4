"""Layer 10: whom grammar does not let an act have hit, and whom it leaves to the model."""

import pytest

from warledger.claims.coder import read_layers
from warledger.claims.knowledge import RuleSettings
from warledger.claims.second_reading.candidates import acts_of
from warledger.claims.second_reading.not_hit import is_not_hit
from warledger.model import Report


def is_spared(text, trigger, words):
    report = Report(id=Report.make_id("tests", None, None, text, None), text=text, language="en")
    coded = next(iter(read_layers([report], RuleSettings(second_reading=False))))
    act = next(act for act in acts_of(coded.reading, coded.claims) if act.trigger.text == trigger)
    return is_not_hit(coded.reading, act, next(one for one in act.candidates if words in one.text))


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        ("France has been carrying out airstrikes to support Malian troops since January.", "airstrikes", "Malian troops"),
        ("Ukraine launched an offensive to free the hostages and reach the residents of Kherson.", "offensive", "residents"),
        ("Kenyan jets carried out raids in support of the Somali army.", "raids", "Somali army"),
        ("The Somali army has held its ground with the help of air strikes by Kenya.", "strikes", "Somali army"),
        ("The drone strikes helped the Somali army near Kismayo.", "strikes", "Somali army"),
        ("The army shelled the town to help M23 rebels.", "shelled", "M23 rebels"),
        ("Shells hit a women's prison in Aden.", "Shells", "women"),
        ("Air strikes killed dozens of people in a rebel town near Aden.", "strikes", "rebel"),
        ("Shelling of an M23 village near Goma killed nine.", "Shelling", "M23"),
        ("Bombs killed two Museveni supporters in Kampala.", "Bombs", "Museveni"),
        ("Militants operating against the Nigerian army executed captives in Bama.", "executed", "Nigerian army"),
        ("Rebel shells killed a girl in Taiz while Saudi jets raided the port.", "raided", "girl"),
        ("Shells damaged housing for officers in Aden.", "Shells", "officers"),
        ("Rebels killed eight villagers after seizing the town of Beni.", "seizing", "villagers"),
        ("He said great care was taken in the strikes to avoid civilian deaths.", "strikes", "civilian"),
        ("Kenyan jets flew the raids at night to minimise harm to villagers.", "raids", "villagers"),


        ("The Saudi air strikes were halted for a day to spare villagers in Taiz.", "strikes", "villagers"),
        ("Kenya said efforts were taken before its strikes to avoid civilian deaths.", "strikes", "civilian"),
        ("A Red Cross team was not able to enter Kharkiv due to artillery shelling by Russian forces.", "shelling", "Red Cross team"),
        ("Aid workers could not reach Taiz because of shelling by the coalition.", "shelling", "Aid workers"),
        ("At least 19 people were killed in Sanaa, including six children, just hours after a bomb attack left dozens dead in Aden.", "attack", "children"),
        ("The fighter had opened fire at policemen before being executed with his brother.", "executed", "policemen"),
    ],
)
def test_grammar_leaves_no_place_among_the_targets(text, trigger, words):
    assert is_spared(text, trigger, words)


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        ("France has been carrying out airstrikes against Malian rebels since January.", "airstrikes", "Malian rebels"),
        ("The army shelled the town to drive out M23 rebels.", "shelled", "M23 rebels"),
        ("Ukraine launched an offensive, and the residents of Kherson fled.", "offensive", "residents"),
        ("The Somali army has lost ground in air strikes by Kenya.", "strikes", "Somali army"),
        ("Militants operating against the Nigerian army executed captives in Bama.", "executed", "captives"),
        ("The jets raided the port while the Houthis slept.", "raided", "Houthis"),
        ("Rebels seized the town of Beni from the Congolese army.", "seized", "Congolese army"),
    ],
)
def test_who_may_have_been_hit_is_left_to_the_model(text, trigger, words):
    assert not is_spared(text, trigger, words)
