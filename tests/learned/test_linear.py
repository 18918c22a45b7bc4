"""A learned model is a table of whole numbers: what it says is the sum of what its features say."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from warledger.errors import KnowledgeError
from warledger.learned import linear

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
EXAMPLES = [({f"word={word}", f"length={len(word)}"}, label) for label, words in
            {"weapon": "mortar rifle shell rocket", "food": "bread rice olives milk"}.items() for word in words.split()] * 3


@pytest.fixture(scope="module")
def fitting() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fitting", SCRIPTS / "fitting.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["fitting"] = module
    spec.loader.exec_module(module)
    return module


def test_a_model_learns_what_its_examples_show(fitting: ModuleType) -> None:
    model = fitting.fit(EXAMPLES, ["weapon", "food"], buckets=256, strength=10.0)
    scores = model.scores({"word=mortar", "length=6"})
    assert scores["weapon"] > 0 > scores["food"]
    assert model.probability({"word=bread", "length=5"}) < 0.5 < model.probability({"word=bread", "length=5"}, "food")


def test_training_twice_gives_the_same_bytes(fitting: ModuleType, tmp_path: Path) -> None:
    for name in ("one", "two"):
        fitting.write(fitting.fit(EXAMPLES, ["weapon"], buckets=256), name, "words of this test", len(EXAMPLES), tmp_path)
    assert (tmp_path / "one.npy").read_bytes() == (tmp_path / "two.npy").read_bytes()


def test_a_feature_named_twice_counts_once() -> None:
    model = linear.LinearModel(("yes",), np.array([[500, 0, 250]], dtype=np.int16))
    feature = next(name for name in "abcdef" if linear.bucket_of(name, 2) == 0)
    assert model.scores([feature, feature]) == {"yes": pytest.approx(0.75)}


def test_a_model_whose_files_do_not_fit_is_named_with_its_file(fitting: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fitting.write(fitting.fit(EXAMPLES, ["weapon"], buckets=256), "torn", "words of this test", len(EXAMPLES), tmp_path)
    np.save(tmp_path / "torn.npy", np.zeros((3, 257), dtype=np.int16))
    monkeypatch.setattr(linear, "__file__", str(tmp_path / "linear.py"))
    with pytest.raises(KnowledgeError, match=r"torn\.yaml"):
        linear.load_model("torn")
