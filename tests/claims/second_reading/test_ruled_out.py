"""Layer 10: parts that grammar leaves to nobody, whatever the model reads."""

import pytest

from warledger.claims.coder import read_layers
from warledger.claims.knowledge import RuleSettings
from warledger.claims.second_reading.candidates import acts_of
from warledger.claims.second_reading.ruled_out import with_ruled_out
from warledger.model import Report

IS_DOER, IS_TARGET = (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)


def read(text, trigger, words, share):
    report = Report(id=Report.make_id("tests", None, None, text, None), text=text, language="en")
    coded = next(iter(read_layers([report], RuleSettings(second_reading=False))))
    act = next(act for act in acts_of(coded.reading, coded.claims) if act.trigger.text == trigger)
    k = next(k for k, one in enumerate(act.candidates) if words in one.text)
    return with_ruled_out(act, {k: share})[k]


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        ("The president ordered military action against the Eritrean army, launching missiles at an air base near Massawa.", "launching", "Eritrean army"),
        ("The deal excludes the M23 rebels and the FDLR.", "deal", "M23 rebels"),
        ("The deal excludes the M23 rebels and the FDLR.", "deal", "FDLR"),
        ("The truce does not include the FDLR.", "truce", "FDLR"),
        ("The Kenyan army said it hit posts near Kismayo in retaliation for mortar fire on the border town of Mandera.", "fire", "Kenyan army"),
        ("A truce agreed by Egypt and Qatar has been violated near Gaza.", "violated", "Egypt"),
        ("A truce agreed by Egypt and Qatar has been violated near Gaza.", "violated", "Qatar"),
        ("The Kenyan army struck a depot used by the M23 rebels.", "struck", "M23 rebels"),
        ("The M23 rebels captured a hill from which attacks were launched on Goma.", "attacks", "M23 rebels"),
        ("The Kenyan army seized a camp from which rockets had been fired.", "rockets", "Kenyan army"),
        ("The minister said the strike was a response to a raid by the M23 rebels.", "strike", "M23 rebels"),
        ("The minister said the strike was in retaliation for a raid by the M23 rebels.", "strike", "M23 rebels"),
        ("The Kenyan army has foiled an attempt by militants to storm the prison from three sides with car bomb attacks.", "attacks", "Kenyan army"),
        ("A commander was hanged for crimes committed by M23 against the villagers.", "hanged", "M23"),
        ("The Houthis entered the city, where control is divided between southern and government forces, seizing a bridge.", "seizing", "government forces"),
        ("One gunman blew himself up at the gate with the rest then opening fire, the police said.", "opening", "gunman"),
        ("The junta exploits the international anti-Taliban campaign.", "campaign", "Taliban"),
        ("President Macron asked parliament to approve air strikes in Mali.", "strikes", "parliament"),
        ("The offensive will end the Eritrean army's occupation of the valley and break the siege.", "offensive", "Eritrean army"),
        ("The offensive will end the Eritrean army's occupation of the valley and break the siege.", "break", "Eritrean army"),


        ("The fighter had opened fire at policemen before being executed with his brother.", "executed", "fighter"),
    ],
)
def test_who_cannot_have_done_it_is_no_doer(text, trigger, words):
    assert read(text, trigger, words, IS_DOER)[1] == 0


@pytest.mark.parametrize(
    ("text", "trigger", "words"),
    [
        ("The deal includes the M23 rebels and the FDLR.", "deal", "M23 rebels"),
        ("Fighting went on as the army sent tanks against the M23 rebels in Sake.", "Fighting", "M23 rebels"),
        ("The Kenyan army hit posts near Kismayo with mortar fire.", "fire", "Kenyan army"),
        ("The minister warned the Ethiopian army to expect reprisals for any strike on Asmara.", "strike", "Ethiopian army"),
        ("The Kenyan army set up a base from which attacks were launched on Kismayo.", "attacks", "Kenyan army"),
        ("A miner was killed for gold in an attack carried out by M23.", "attack", "M23"),
        ("Fighting broke out between the Kenyan army and M23 near Sake.", "Fighting", "Kenyan army"),
        ("The strike carried out by the Kenyan army hit a market.", "strike", "Kenyan army"),
        ("The Kenyan army foiled a plot near Lamu and carried out air strikes.", "strikes", "Kenyan army"),
        ("President Macron asked the Malian army to carry out air strikes.", "strikes", "Malian army"),
        ("The raid killed two aides of the Kenyan army.", "raid", "Kenyan army"),
    ],
)
def test_who_may_have_done_it_is_left_to_the_model(text, trigger, words):
    assert read(text, trigger, words, IS_DOER) == IS_DOER


def test_the_kin_of_rebels_were_hit_and_not_the_rebels():
    assert read("The army executed six families of M23 rebels in Sake.", "executed", "M23 rebels", IS_TARGET)[2] == 0
