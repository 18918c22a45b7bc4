"""How the nets learn: batch by batch, each step by the surprise at what is known, faster at first and slower to the end.

In: parameters in groups with a rate each, and batches. Out: nothing; the parameters are changed. Decision: one way of learning for all nets
(AdamW; Loshchilov and Hutter 2019), its rates rising over the first share of the batches and then falling to nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
import torch

Batch = TypeVar("Batch")

DECAY, CLIP, KEPT = 0.01, 1.0, (0.9, 0.98)


def descend(learned: Sequence[torch.Tensor], groups: Sequence[Sequence[torch.Tensor]], rates: Sequence[float], batches: Sequence[Batch],
            surprise: Callable[[Batch], torch.Tensor], warming: float, told_every: int) -> None:
    """Go through the batches once; groups hold what is learned, each with its rate; warming is the share of batches over which the rates rise, and progress is told every so many."""
    torch.use_deterministic_algorithms(True)  # else two threads add up a gather's gradients in any order, and no two runs give the same bytes
    steps = torch.optim.AdamW([{"params": list(some), "lr": rate} for some, rate in zip(groups, rates, strict=True)], betas=KEPT, weight_decay=DECAY)
    started, surprises = time.monotonic(), []
    for k, batch in enumerate(batches):
        pace = min(k / (warming * len(batches)), (1 - k / len(batches)) / (1 - warming))
        for group, rate in zip(steps.param_groups, rates, strict=True):
            group["lr"] = rate * pace
        value = surprise(batch)
        steps.zero_grad()
        value.backward()
        torch.nn.utils.clip_grad_norm_(learned, CLIP)
        steps.step()
        surprises.append(value.item())
        if (k + 1) % told_every == 0:
            print(f"{k + 1} of {len(batches)} steps, surprise {np.mean(surprises[-told_every:]):.4f}, {time.monotonic() - started:.0f} s", flush=True)
