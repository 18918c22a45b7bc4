"""Trains the model that puts commas back into text that lost them (warledger.claims.text.lost_commas).

    python scripts/train_commas.py DATA

Text that kept its commas (articles on shootings, attributions' training part, MUC's development part in sentence case) is
stripped as such pages are: of commas, apostrophes and colons. Every gap behind a word is an example. A tenth of the
documents is kept aside first to print how well a model of the others does.
"""

from __future__ import annotations

import json
import re
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from fitting import write
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from warledger.claims.text.layout import PLAIN
from warledger.claims.text.lost_commas import LEAST_ODDS, ends_sentence, features
from warledger.claims.text.truecasing import is_in_capitals, truecased
from warledger.learned.linear import UNIT, LinearModel

SETS = ("incidents/articles.jsonl", "attribution/polnear_train.jsonl", "muc/dev.jsonl")
# Features told apart: 2^20 columns of two bytes are 2 MiB; 2^18 cost three hundredths of F1.
BUCKETS = 1 << 20
# Penalty and rounds of averaged descent: the best of three and a few tried on the tenth that is kept aside.
PENALTY, ROUNDS = 4e-6, 8
ASIDE = 10
WRAPPED = re.compile(r"[ \t]*\n(?!\s*\n)[ \t]*")
SHORTEST = 5

Document = tuple[list[str], list[bool], list[bool]]


def documents(data: Path) -> Iterator[tuple[str, Document]]:
    """Each document by its id: stripped words, whether a sentence ends behind each, whether a comma stood there."""
    for name in SETS:
        with (data / name).open(encoding="utf-8") as stream:
            for row in map(json.loads, stream):
                text = row["text"].translate(PLAIN)
                if is_in_capitals(text):
                    text = truecased(WRAPPED.sub(" ", text))
                words, ends, commas = stripped(text)
                if words:
                    yield str(row["id"]), (words, ends, commas)


def stripped(text: str) -> Document:
    """The words of a text as a page shows them that lost its commas, and where those stood."""
    words: list[str] = []
    ends: list[bool] = []
    commas: list[bool] = []
    for line in re.split(r"\n+", text):
        parts = line.split()
        if len(parts) < SHORTEST:
            continue
        for number, part in enumerate(parts):
            comma = part.endswith((",", ",'", ',"', '",'))
            word = part.replace(",", "").replace("'", "").replace(":", "")
            if not word:
                if commas and comma:
                    commas[-1] = True
                continue
            words.append(word)
            commas.append(comma)
            ends.append(ends_sentence(word) or number == len(parts) - 1)
        if ends:
            ends[-1] = True
    return words, ends, commas


def examples(chosen: list[Document]) -> tuple[csr_matrix, NDArray[np.bool_]]:
    """Columns and answers of every gap inside a sentence."""
    columns, answers = [], []
    for words, ends, commas in chosen:
        inside = ~np.array(ends)
        columns.append(features(words, ends, BUCKETS)[inside])
        answers.append(np.array(commas)[inside])
    flat = np.sort(np.concatenate(columns), axis=1)
    rows = csr_matrix((np.ones(flat.size, dtype=np.float32), flat.ravel(), np.arange(0, flat.size + 1, flat.shape[1])),
                      shape=(len(flat), BUCKETS))
    return rows, np.concatenate(answers)


def trained(chosen: list[Document]) -> tuple[LinearModel, int]:
    """The model of some documents, and how many gaps it has seen."""
    rows, answers = examples(chosen)
    model = SGDClassifier(loss="log_loss", alpha=PENALTY, max_iter=ROUNDS, tol=None, random_state=0, average=True).fit(rows, answers)
    weights = np.append(model.coef_[0], model.intercept_[0])
    return LinearModel(("comma",), np.rint(weights / UNIT).astype(np.int16)[np.newaxis, :]), len(answers)


def main(data: Path) -> None:
    """Prints how the model does on documents kept aside, then writes the one of all documents."""
    all_documents = list(documents(data))
    aside = [document for name, document in all_documents if zlib.crc32(name.encode()) % ASIDE == 0]
    others = [document for name, document in all_documents if zlib.crc32(name.encode()) % ASIDE]
    model, _ = trained(others)
    given = right = there = 0
    for words, ends, commas in aside:
        inside = ~np.array(ends)
        set_ = (model.totals(features(words, ends, BUCKETS)) > LEAST_ODDS) & inside
        stood = np.array(commas) & inside
        given, right, there = given + int(set_.sum()), right + int((set_ & stood).sum()), there + int(stood.sum())
    print(f"commas: precision {right / given:.3f}, recall {right / there:.3f} on {len(aside)} documents kept aside")
    model, gaps = trained([document for _, document in all_documents])
    write(model, "commas", "gaps between words of " + ", ".join(SETS), gaps)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
