"""Suite `muc`: terrorist incidents in 200 wire reports in capitals, against the keys of MUC-4.

In: muc/tst1.jsonl and tst2.jsonl. Out: F1 of relevance, of type and five roles per template, and recall and precision per
slot. Decision: type and roles are scored as those who scored the systems of 1992 beside neural ones did (Das and others
2022): templates of one type aligned one to one, a mention right where it is a mention of the key's entity word for word,
victims by name only; template_f1_people counts victims without a name too, template_f1_words takes a shared head word.
The templates are those of the learned reading (muc_learned.py); rules_* are the same figures without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from warledger.scoring.annotated import Row, Stopwatch, read_rows, rows_of, write_lines
from warledger.scoring.measures import Counts, best_pairs
from warledger.scoring.muc_filling import read_templates
from warledger.scoring.muc_notation import ROLES, Entity, Template, dateline_day, folded, parse_template
from warledger.scoring.muc_scheme import load_muc
from warledger.scoring.muc_slots import MATCHES, judge_slots
from warledger.scoring.muc_templates import Found, find_templates
from warledger.scoring.score import Score

FILES = ("tst1", "tst2")
# What the rules give without the models is told beside it.
WITHOUT_MODELS = ("relevance_f1", "template_f1")
Same = Callable[[str, Entity], bool]


def score(data: Path, limit: int | None = None, predictions: Path | None = None) -> Score:
    """All metrics; predictions gets the templates of each document, in the form that others' scorers read."""
    rows = [row for name in FILES for row in rows_of(data / "muc" / f"{name}.jsonl", limit)]
    for row in rows:
        row["published"] = dateline_day(row["text"])
    watch, scheme = Stopwatch(), load_muc()
    judged = []
    for row, coded in read_rows(rows, watch, "muc"):
        key = [parse_template(one) for one in row["templates"]]
        judged.append((row, read_templates(coded, scheme), find_templates(coded, scheme), key))
    write_lines(predictions, (told(row, found) for row, found, _, _ in judged))
    rules = measure([(by_rules, key) for _, _, by_rules, key in judged])
    metrics = measure([(found, key) for _, found, _, key in judged]) | {f"rules_{name}": rules[name] for name in WITHOUT_MODELS}
    return Score("muc", len(rows), watch.seconds, metrics)


def measure(documents: Sequence[tuple[list[Found], list[Template]]]) -> dict[str, float | None]:
    """The metrics over (ours, key) of each document."""
    relevance = Counts(sum(bool(found and key) for found, key in documents), sum(bool(found) for found, _ in documents),
                       sum(bool(key) for _, key in documents))
    metrics: dict[str, float | None] = {"relevance_f1": relevance.f1}
    whole = sum((judge(found, key, same_words) for found, key in documents), Counts())
    people = sum((judge(found, key, same_words, people=True) for found, key in documents), Counts())
    words = sum((judge(found, key, same_head) for found, key in documents), Counts())
    metrics |= {"template_f1": whole.f1, "template_r": whole.recall, "template_p": whole.precision,
                "template_f1_people": people.f1, "template_f1_words": words.f1}
    for role in ROLES:
        metrics[f"{role}_f1"] = sum((judge(found, key, same_words, only=role) for found, key in documents), Counts()).f1
    slots = [judge_slots(align(found, key, same_words), found, key) for found, key in documents]
    for slot in MATCHES:
        counts = sum((one[slot] for one in slots), Counts())
        metrics |= {f"{slot}_r": counts.recall, f"{slot}_p": counts.precision}
    return metrics


def align(found: Sequence[Found], key: Sequence[Template], same: Same, people: bool = False) -> list[tuple[int, int]]:
    """The one-to-one alignment of templates of one type with most fills right."""
    return best_pairs([[float(_right(one, other, same, people)) for other in key] for one in found])


def judge(found: Sequence[Found], key: Sequence[Template], same: Same, people: bool = False, only: str | None = None) -> Counts:
    """Counts of type and roles of one document, or of one role only, over the best alignment."""
    roles = [only] if only else list(ROLES)
    size = 0 if only else 1
    given = sum(size + sum(len(_ours(one, role, people)) for role in roles) for one in found)
    wanted = sum(size + sum(len(_theirs(one, role, people)) for role in roles) for one in key)
    pairs = align(found, key, same, people)
    right = sum(size + sum(_role_right(found[i], key[j], role, same, people) for role in roles) for i, j in pairs)
    return Counts(right, given, wanted)


def _right(one: Found, other: Template, same: Same, people: bool) -> int:
    """Type and fills right, nothing where the types differ."""
    if one.type not in other.types:
        return 0
    return 1 + sum(_role_right(one, other, role, same, people) for role in ROLES)


def _role_right(one: Found, other: Template, role: str, same: Same, people: bool) -> int:
    theirs = _theirs(other, role, people)
    return len(best_pairs([[float(same(mention, entity)) for entity in theirs] for mention in _ours(one, role, people)]))


def _ours(one: Found, role: str, people: bool) -> list[str]:
    return [*one.roles[role], *one.unnamed] if role == "Victim" and people else one.roles[role]


def _theirs(one: Template, role: str, people: bool) -> tuple[Entity, ...]:
    return (*one.roles[role], *one.described) if role == "Victim" and people else one.roles[role]


def same_words(mention: str, entity: Entity) -> bool:
    """Whether the mention is one of the entity's, word for word."""
    return folded(mention) in entity


def same_head(mention: str, entity: Entity) -> bool:
    """Whether the last word of the mention is a word of one of the entity's."""
    words = folded(mention).split()
    return bool(words) and any(words[-1] in one.split() for one in entity)


def told(row: Row, found: Iterable[Found]) -> Row:
    """A document's templates as others' scorers read them: an entity is a list of its mentions, each on one line."""
    return {"docid": row["id"], "templates": [
        {"incident_type": one.type, **{role: [[" ".join(mention.split())] for mention in mentions] for role, mentions in one.roles.items()}}
        for one in found]}
