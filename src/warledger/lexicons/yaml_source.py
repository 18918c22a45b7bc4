"""Reads knowledge files (YAML) and remembers the line of every mapping and item.

In: the path of a YAML file. Out: its data, and entries that know their line. Decision: an expert who edits a file
must be told the file and the line of a mistake, so a loader complains through the entry, never through a bare error.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml.constructor import SafeConstructor

from warledger.errors import KnowledgeError

# A resource is a path on disk; packaged files are read through their module's own folder (Path(__file__).parent).
ResourcePath = str | os.PathLike[str]

# The C parser reads large files about eight times faster; PyYAML has it where libyaml was there at build time.
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """YAML 1.2's booleans: "on", "off", "yes" and "no" are words of news, not truth values."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in _Base.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF"))


@dataclass(frozen=True)
class Entry:
    """One mapping of a knowledge file, with where it stands.

    value is the mapping as plain data; line counts from 1; lines gives the line of each of its keys.
    """

    value: dict[str, Any]
    line: int
    path: str
    lines: dict[str, int] = field(default_factory=dict)

    def fail(self, message: str, key: str | None = None) -> KnowledgeError:
        """The error to raise for this entry, naming file:line (of the key where it is given)."""
        line = self.lines.get(key, self.line) if key is not None else self.line
        return KnowledgeError(f"{self.path}:{line}: {message}")

    def text(self, key: str, default: str | None = None) -> str:
        """The text under the key, or the default.

        Raises KnowledgeError where it is missing without a default, or is no text.
        """
        value = self.value.get(key, default)
        if value is None:
            raise self.fail(f"{key!r} is missing")
        if not isinstance(value, str):
            raise self.fail(f"{key!r} must be text, not {value!r}", key)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts under the key; one text counts as a list of one, a missing key as none.

        Raises KnowledgeError where an item is no text.
        """
        value = self.value.get(key)
        items = [] if value is None else value if isinstance(value, list) else [value]
        for item in items:
            if not isinstance(item, str):
                raise self.fail(f"{key!r} must hold texts only, not {item!r} (quote it?)", key)
        return tuple(items)

    def number(self, key: str, default: int | None = None) -> int | None:
        """The whole number under the key, or the default.

        Raises KnowledgeError where it is no whole number.
        """
        value = self.value.get(key, default)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
            raise self.fail(f"{key!r} must be a whole number, not {value!r}", key)
        return value

    def expect(self, *keys: str) -> None:
        """Raises KnowledgeError where the entry has a key that is not one of these: mostly a slip of spelling."""
        for key in self.value:
            if key not in keys:
                raise self.fail(f"unknown key {key!r}; known are {', '.join(keys)}", key)


def load_yaml(path: ResourcePath) -> Any:
    """The file's data as plain lists, dicts and scalars; None for an empty file.

    Raises KnowledgeError, with file and line, where the file is missing, is no YAML or has a key twice.
    """
    node = _compose(path)
    return None if node is None else _build(node, str(path))


def read_entries(resource_path: ResourcePath, section: str | None = None) -> list[Entry]:
    """The mappings of a file that is a list of mappings; with section, of the list under that top-level key.

    Raises KnowledgeError where the file or the section is no such list.
    """
    path = str(resource_path)
    node = _compose(resource_path)
    if section is not None and node is not None:
        node = _section(node, section, path)
    if node is None:
        return []
    if not isinstance(node, yaml.SequenceNode):
        raise _error(path, node, "a list of mappings was expected")
    return [_entry(item, path) for item in node.value]


def read_mapping(resource_path: ResourcePath, section: str | None = None) -> Entry:
    """The file, or the section under a top-level key, as one entry: a mapping whose keys know their lines.

    Raises KnowledgeError where it is no mapping.
    """
    path = str(resource_path)
    node = _compose(resource_path)
    if node is None:
        raise KnowledgeError(f"{path}:1: the file is empty")
    if section is not None:
        node = _section(node, section, path)
    return _entry(node, path)


def _compose(path: ResourcePath) -> Any:
    try:
        raw = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}:1: cannot be read: {error}") from error
    try:
        return yaml.compose(raw, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else 1
        reason = getattr(error, "problem", None) or str(error)
        raise KnowledgeError(f"{path}:{line}: no valid YAML: {reason}") from error


def _section(node: Any, name: str, path: str) -> Any:
    if not isinstance(node, yaml.MappingNode):
        raise _error(path, node, f"a mapping with the key {name!r} was expected")
    for key, value in node.value:
        if key.value == name:
            return value
    raise _error(path, node, f"the section {name!r} is missing")


def _entry(node: Any, path: str) -> Entry:
    if not isinstance(node, yaml.MappingNode):
        raise _error(path, node, "a mapping was expected")
    value: dict[str, Any] = _build(node, path)
    lines = {str(key.value): key.start_mark.line + 1 for key, _ in node.value}
    return Entry(value, node.start_mark.line + 1, path, lines)


def _build(node: Any, path: str) -> Any:
    if isinstance(node, yaml.MappingNode):
        built: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            key = _scalar(key_node, path)
            if key in built:
                raise _error(path, key_node, f"the key {key!r} stands twice")
            built[key] = _build(value_node, path)
        return built
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, path) for item in node.value]
    return _scalar(node, path)


def _scalar(node: Any, path: str) -> Any:
    if not isinstance(node, yaml.ScalarNode):
        raise _error(path, node, "a key must be one word or number")
    if node.tag == "tag:yaml.org,2002:str":
        return node.value
    try:
        return SafeConstructor().construct_object(node)
    except (yaml.YAMLError, ValueError) as error:
        raise _error(path, node, f"{node.value!r} cannot be read: {error}") from error


def _error(path: str, node: Any, message: str) -> KnowledgeError:
    return KnowledgeError(f"{path}:{node.start_mark.line + 1}: {message}")
