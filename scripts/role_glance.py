"""Trains the glance of the second reading: what the signs alone say of a party, by which is decided which sentences are read.

In: examples as arrays (train_roles.arrays_of). Out: parameters whose names begin with "glance.". Decision: a small net without words,
since it looks at every party of every act.
"""

from __future__ import annotations

import numpy as np
import torch
from role_examples import OPEN
from role_net import Parameters
from role_variants import Arrays
from torch.nn import functional

from warledger.claims.second_reading.role_signs import BUCKETS

# What a sign holds, what the net holds of a party, rounds, parties at once, how fast it learns, and the share of signs left out.
SIGN, HELD, ROUNDS, TOGETHER, RATE, LEFT_OUT = 8, 64, 5, 128, 1.5e-3, 0.2
SEED = 2


def glance(filled: Arrays) -> Parameters:
    """The part of a party by its signs and those of its act alone."""
    torch.manual_seed(SEED)
    act, party = np.nonzero((filled["here"] > 0) & (filled["parts"] != OPEN))
    columns = torch.from_numpy(np.concatenate([filled["party_columns"][act, party], filled["act_columns"][act]], 1)).long()
    parts = torch.from_numpy(filled["parts"][act, party]).long()
    width = columns.shape[1] * SIGN
    net = {"glance.signs": torch.randn(BUCKETS, SIGN) * 0.1,
           "glance.first.weight": torch.randn(width, HELD) / width ** 0.5, "glance.first.bias": torch.zeros(HELD),
           "glance.part.weight": torch.randn(HELD, 3) / HELD ** 0.5, "glance.part.bias": torch.zeros(3)}
    learned = [value.requires_grad_() for value in net.values()]
    count = len(parts) // TOGETHER * ROUNDS
    steps = torch.optim.AdamW(learned, lr=RATE)
    pace = torch.optim.lr_scheduler.LambdaLR(steps, lambda k: 1 - k / count)
    for _ in range(ROUNDS):
        for some in torch.randperm(len(parts))[:len(parts) // TOGETHER * TOGETHER].view(-1, TOGETHER):
            signs = functional.dropout(net["glance.signs"][columns[some]].reshape(TOGETHER, -1), LEFT_OUT)
            held = functional.gelu(signs @ net["glance.first.weight"] + net["glance.first.bias"], approximate="tanh")
            told = held @ net["glance.part.weight"] + net["glance.part.bias"]
            steps.zero_grad()
            functional.cross_entropy(told, parts[some]).backward()
            steps.step()
            pace.step()
    return net
