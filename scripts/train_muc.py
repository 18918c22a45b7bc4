"""Trains the models by which reports are read for MUC-4 templates, from muc/dev.jsonl; tst1 and tst2 are never read.

In: the folder of the annotated sets. Out: the models muc-* in
src/warledger/learned. With --folds: no files, but the figures of a cross-check, in which each tenth of dev.jsonl is read by
models trained on the rest.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fitting import Example, fit, fit_each, write

from warledger.learned.linear import LinearModel
from warledger.scoring import muc
from warledger.scoring.annotated import Row, Stopwatch, read_rows, rows_of
from warledger.scoring.muc_entities import Entity
from warledger.scoring.muc_filling import fill_templates
from warledger.scoring.muc_grouping import Filler, pair_features
from warledger.scoring.muc_learned import (
    EFFECTS,
    PARTS,
    RELEVANT,
    RIGHT,
    SAME,
    TYPES,
    Draft,
    Models,
    asked_wording,
    draft,
    relevance_features,
)
from warledger.scoring.muc_notation import UNNAMED, Template, dateline_day, folded, parse_template
from warledger.scoring.muc_scheme import load_muc

WRONG = "wrong"
EFFECT_SLOT = "EFFECT OF INCIDENT"
STRING = re.compile(r'"([^"]+)"')
# Blocks of neighbouring reports, dealt out to the folds in turn: reports on one incident lie beside each other.
FOLDS, BLOCKS = 5, 4
# What a report's fillers look like to models that have not seen it is found in so many parts.
PARTS_UNSEEN = 3
# Columns and strengths of the models: roles have most features; a model over documents has few examples.
SIZES = {"roles": 1 << 16, "wordings": 1 << 15, "types": 1 << 15, "effects": 1 << 15, "relevance": 1 << 15, "pairs": 1 << 13}
STRENGTHS = {"roles": 0.15, "wordings": 0.3, "types": 0.2, "effects": 0.2, "relevance": 0.04, "pairs": 0.1}
# Roles have a hundred thousand examples: a looser end of the fitting costs nothing that a cross-check could see.
ROLES_TOLERANCE = 1e-3


@dataclass
class Case:
    """A report of dev.jsonl with its key and its fold."""

    row: Row
    key: list[Template]
    draft: Draft
    fold: int


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("data", type=Path)
    arguments.add_argument("--folds", action="store_true", help="print the figures of a cross-check and write nothing")
    given = arguments.parse_args()
    cases = read_cases(given.data / "muc" / "dev.jsonl")
    if given.folds:
        print(cross_check(cases))
        return
    models = train(cases)
    for name, model in models.held.items():
        write(model, f"muc-{name}", "muc/dev.jsonl (MUC-4, 1,300 reports with templates)", len(cases))


def read_cases(path: Path) -> list[Case]:
    """The reports of a file through the coder."""
    rows = rows_of(path)
    for row in rows:
        row["published"] = dateline_day(row["text"])
    size = -(-len(rows) // (FOLDS * BLOCKS))
    return [Case(row, [parse_template(one) for one in row["templates"]], draft(coded), place // size % FOLDS)
            for place, (row, coded) in enumerate(read_rows(rows, Stopwatch(), "train"))]


def cross_check(cases: Sequence[Case]) -> dict[str, float | None]:
    """The suite's metrics over all reports, each read by models that have not seen it."""
    judged = []
    for fold in range(FOLDS):
        models = train([case for case in cases if case.fold != fold])
        judged += [(fill_templates(case.draft, models, load_muc()), case.key) for case in cases if case.fold == fold]
    return muc.measure(judged)


def train(cases: Sequence[Case]) -> Models:
    """The models. Relevance is trained on what models that have not seen a report think of its fillers."""
    unseen: dict[int, set[str]] = {}
    for part in range(PARTS_UNSEEN):
        roles = Models({"roles": train_roles([case for place, case in enumerate(cases) if _part(place, cases) != part])})
        for place, case in enumerate(cases):
            if _part(place, cases) == part:
                unseen[place] = relevance_features(roles.scores("roles", entity.features) for entity in case.draft.entities)
    relevance = [case.draft.features | unseen[place] for place, case in enumerate(cases)]
    truth = {RELEVANT: [bool(case.key) for case in cases]}
    truth |= {type_: [any(type_ in one.types for one in case.key) for case in cases] for type_ in TYPES}
    return Models({
        "roles": train_roles(cases), "wordings": train_wordings(cases), "types": train_types(cases), "effects": train_effects(cases),
        "pairs": train_pairs(cases),
        "relevance": fit_each(relevance, truth, SIZES["relevance"], STRENGTHS["relevance"]),
    })


def _part(place: int, cases: Sequence[Case]) -> int:
    return place * PARTS_UNSEEN // len(cases)


def train_roles(cases: Sequence[Case]) -> LinearModel:
    """Whether an entity fills a role in one of the report's templates."""
    entities = [(entity, case) for case in cases for entity in case.draft.entities]
    truth = {role: [fills(entity, case.key, role) for entity, case in entities] for role in PARTS}
    return fit_each([entity.features for entity, _ in entities], truth, SIZES["roles"], STRENGTHS["roles"], ROLES_TOLERANCE)


def train_wordings(cases: Sequence[Case]) -> LinearModel:
    """Which wording of an entity that fills a role is the key's."""
    examples: list[Example] = []
    for case, entity, role in _fillers(cases):
        written = {one for template in case.key for other in filled(template, role) for one in other}
        for mention in entity.mentions:
            examples += [(asked_wording(case.draft, mention, wording, role), RIGHT if wording.folded in written else WRONG)
                         for wording in mention.wordings]
    return fit(examples, [RIGHT], SIZES["wordings"], STRENGTHS["wordings"])


def train_types(cases: Sequence[Case]) -> LinearModel:
    """Of which type the incident is whose slot an entity fills."""
    examples: list[Example] = []
    for case, entity, role in _fillers(cases):
        template = next(one for one in case.key if any(entity.folded & other for other in filled(one, role)))
        examples.append((entity.features, template.types[0]))
    return fit(examples, TYPES, SIZES["types"], STRENGTHS["types"])


def train_effects(cases: Sequence[Case]) -> LinearModel:
    """What became of an entity that was hit: the key says it with the entity's words."""
    examples: list[Example] = []
    for case, entity, _ in _fillers(cases):
        written = [fill for template in case.row["templates"] for slot, fills_ in template.items() if slot.endswith(EFFECT_SLOT) for fill in fills_]
        for fill in written:
            effect, _, words = fill.partition(": ")
            if entity.folded & {folded(one) for one in STRING.findall(words)}:
                examples.append((entity.features, effect.split(" / ")[0].strip("? ")))
                break
        else:
            examples.append((entity.features, WRONG))
    return fit(examples, EFFECTS, SIZES["effects"], STRENGTHS["effects"])


def train_pairs(cases: Sequence[Case]) -> LinearModel:
    """Whether two entities fill slots of one template."""
    types, examples = Models({"types": train_types(cases)}), []
    for case in cases:
        fillers = [(_filler(entity, role, types), _templates(entity, case.key, role)) for _, entity, role in _fillers([case])]
        for place, (one, its) in enumerate(fillers):
            examples += [(pair_features(other, one, case.draft.told), SAME if its & theirs else WRONG)
                         for other, theirs in fillers[:place] if other.heads != one.heads]
    return fit(examples, [SAME], SIZES["pairs"], STRENGTHS["pairs"])


def fills(entity: Entity, key: Sequence[Template], role: str) -> bool:
    """Whether an entity fills a role in one of the templates."""
    return bool(_templates(entity, key, role))


def filled(template: Template, role: str) -> tuple[frozenset[str], ...]:
    """The entities of a role; victims without a name stand apart in a template."""
    return template.described if role == UNNAMED else template.roles[role]


def _templates(entity: Entity, key: Sequence[Template], role: str) -> set[int]:
    folded = entity.folded
    return {i for i, template in enumerate(key) if any(folded & other for other in filled(template, role))}


def _fillers(cases: Sequence[Case]) -> Iterator[tuple[Case, Entity, str]]:
    for case in cases:
        for entity in case.draft.entities if case.key else ():
            for role in PARTS:
                if fills(entity, case.key, role):
                    yield case, entity, role


def _filler(entity: Entity, role: str, types: Models) -> Filler:
    return Filler(role, 0, "", 1.0, tuple(one.head for one in entity.mentions), tuple(entity.sentences),
                  tuple(types.scores("types", entity.features).items()))


if __name__ == "__main__":
    main()
