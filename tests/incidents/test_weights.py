"""The file of weights: complete, explained, and refused with its line where it is wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from warledger.errors import KnowledgeError
from warledger.incidents.candidates import candidates
from warledger.incidents.comparison import compare
from warledger.incidents.traits import read_traits
from warledger.incidents.weights import EVIDENCE, FILE, load_weights
from warledger.model import Place

RAQQA = Place("Raqqa", 9, 35.95, 39.01, "SYR", "Raqqa", radius_km=5.0)


def test_every_piece_of_evidence_has_a_weight_and_words():
    weights = load_weights()
    assert set(weights.weights) == set(weights.says) == set(EVIDENCE)


@pytest.mark.parametrize(("before", "after", "complaint"), [
    ("weight: 3.0, says", "weight: much, says", "weight must be a number"),
    ("  place.near:", "  place.nearby:", "no entry called 'place.nearby'"),
    ("evidence:\n", "evidences:\n", "evidence is missing"),
    ('prior: {value: -4.0, from: "', 'prior: {value: -4.0, because: "', "from is missing"),
    ("[clash, firearms]", "[clash, fireworks]", "ASSAULT has no mode fireworks"),
])
def test_a_wrong_file_is_refused_with_file_and_line(tmp_path, before, after, complaint):
    text = FILE.read_text(encoding="utf-8")
    assert before in text
    path = tmp_path / "weights.yaml"
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=complaint) as caught:
        load_weights(path)
    assert f"{path}:" in str(caught.value)


def test_comparison_is_the_same_both_ways(claim):
    weights = load_weights()
    made = [claim("a", by="army", on="rebels", killed=8), claim("b", by="rebels", at="Idlib", killed=3),
            claim("c", mode="clash", by="army rebels", on_day="2020-02-01/2020-02-05"), claim("d", at=None, on="army"),
            claim("e", type="TERRITORY", mode="lose", by="rebels"), claim("f", type="TERRITORY", mode="capture", by="army")]
    traits = [read_traits(one, None, False, 7) for one in made]
    for one in traits:
        for other in traits:
            assert compare(one, other, weights).score == compare(other, one, weights).score


def test_claims_far_apart_in_time_or_place_are_never_compared(claim):
    made = [claim("a", by="army"), claim("b", by="army", on_day="2020-05-03"), replace(claim("c", by="army"), place=RAQQA),
            claim("d", by="army", type="TERRITORY", mode="enter"), claim("e", by="army")]
    traits = [read_traits(one, None, False, 7) for one in made]
    assert candidates(traits, load_weights()) == [(0, 4)]


def test_the_number_of_pairs_grows_with_the_claims_and_not_with_their_square(claim):
    made = [claim(f"{n:04d}", by="army", killed=n) for n in range(1000)]
    pairs = candidates([read_traits(one, None, False, 7) for one in made], load_weights())
    assert len(pairs) < 1000 * 200
