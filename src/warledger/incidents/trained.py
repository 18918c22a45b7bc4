"""Weights that were learnt from somebody's own data, as a file: they stand in the place of ours.

In: a file as `warledger link train` writes it. Out: Weights. Decision: the file holds figures only; what they mean, and what was not
learnt, stays in weights.yaml, so a file of an older version is read as long as it names no evidence that is gone.
"""

from __future__ import annotations

import dataclasses
import functools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from warledger.errors import KnowledgeError
from warledger.incidents.weights import Weights, load_weights

MADE_BY = "warledger link train"


def written(weights: Weights, told: Mapping[str, Any]) -> str:
    """The text of a file: the figures that are not ours, and what is told of how they came about."""
    ours = load_weights()
    moved = {name: value for name, value in sorted(weights.weights.items()) if value != ours.weights[name]}
    limits = {name: value for name, value in sorted(weights.limits.items()) if value != ours.limits[name]}
    return json.dumps({"made_by": MADE_BY, **told, "limits": limits, "weights": moved}, indent=2) + "\n"


@functools.cache
def load_trained(path: Path) -> Weights:
    """Our weights with those of the file in their place.

    Raises KnowledgeError where the file cannot be read, or holds what is no weight of ours.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise KnowledgeError(f"{path}: cannot be read: {error}") from None
    if not isinstance(content, dict) or content.get("made_by") != MADE_BY:
        raise KnowledgeError(f"{path}: no file of weights as `{MADE_BY}` writes it")
    ours = load_weights()
    return dataclasses.replace(ours, weights=_over(path, ours.weights, content, "weights"), limits=_over(path, ours.limits, content, "limits"))


def _over(path: Path, ours: Mapping[str, float], content: Mapping[str, Any], section: str) -> dict[str, float]:
    given = content.get(section)
    if not isinstance(given, dict):
        raise KnowledgeError(f"{path}: the section {section} is missing")
    for name, value in given.items():
        if name not in ours:
            raise KnowledgeError(f"{path}: {section} has no entry called {name!r}")
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise KnowledgeError(f"{path}: {section}.{name} must be a number, not {value!r}")
    return {**ours, **{name: float(value) for name, value in given.items()}}
