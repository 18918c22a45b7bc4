"""Plain English for the codebook's types and modes and for the fields of an incident, from labels.yaml.

In: codes. Out: what a reader without the codebook understands. Decision: a code that has no label is shown as it is,
so that a new type is never hidden.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml

from warledger.errors import KnowledgeError

LABELS_FILE = "labels.yaml"
PARTS = {"cumulative": ", running total", "parties": " (by those who fight)"}
SECTIONS = ("types", "modes", "fields")


def label(type_: str, mode: str | None = None) -> str:
    """A type, or with a mode what the two are called together: ("ASSAULT", "heavy-weapons") is "Shelling"."""
    known = labels()
    if mode is None:
        return known["types"].get(type_, type_)
    return known["modes"].get(f"{type_}/{mode}", f"{known['types'].get(type_, type_)}, {mode}")


def field_label(field: str) -> str:
    """The name of a row of the matrix; "killed:civilians" is a class of the dead, "killed:cumulative" a running total.

    "killed:parties" is what those say who take part in the fight.
    """
    kind, _colon, part = field.partition(":")
    name = labels()["fields"].get(kind, kind.replace("_", " ").capitalize())
    if part:
        name += PARTS.get(part, f", {part}")
    return name


@cache
def labels() -> dict[str, dict[str, str]]:
    """All labels by section, checked."""
    file = resources.files("warledger.products") / LABELS_FILE
    return checked(file.read_text(encoding="utf-8"), LABELS_FILE)


def checked(text: str, name: str) -> dict[str, dict[str, str]]:
    """The labels in a YAML text; raises KnowledgeError with file and line where they have the wrong shape."""
    try:
        node = yaml.compose(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise KnowledgeError(f"{name}:{line}: {error.problem}") from None
    if not isinstance(node, yaml.MappingNode):
        raise KnowledgeError(f"{name}:1: sections {', '.join(SECTIONS)} were expected")
    found: dict[str, dict[str, str]] = {section: {} for section in SECTIONS}
    for key, section in node.value:
        if key.value not in SECTIONS or not isinstance(section, yaml.MappingNode):
            raise KnowledgeError(f"{name}:{key.start_mark.line + 1}: no section {key.value!r} of labels is known")
        for code, text_node in section.value:
            if not isinstance(text_node, yaml.ScalarNode) or not text_node.value:
                raise KnowledgeError(f"{name}:{code.start_mark.line + 1}: the label of {code.value!r} is not a text")
            found[key.value][code.value] = text_node.value
    return found
