"""How records become JSON and come back: one rule for all of them.

In: a frozen dataclass, or the mapping that JSON gave. Out: the other. Decision: field names are the contract of
the formats, so the dataclasses are the only place where they are written; nothing here knows a field by name.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import types
import typing
from collections.abc import Mapping
from typing import Any, Self

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str)


def digest(prefix: str, *parts: object) -> str:
    """An id that is the same wherever the same parts are: prefix, underscore, 16 hex digits of a SHA-256."""
    raw = _ENCODER.encode(parts)
    return f"{prefix}_{hashlib.sha256(raw.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


class Record:
    """Mixin of every record: to_dict, to_json, from_dict. Unknown keys are ignored, missing ones take the default."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain JSON values, keys in the order of the declaration."""
        return {name: _plain(getattr(self, name)) for name in _field_types(type(self))}

    def to_json(self) -> str:
        """One line of JSON; the same record always gives the same text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, separators=(", ", ": "))

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Self:
        """The record that the mapping holds.

        Raises ValueError, naming the field, where a value has the wrong shape or a required field is missing.
        """
        known = _field_types(cls)
        given = {}
        for name, wanted in known.items():
            if name in value:
                given[name] = _typed(value[name], wanted, f"{cls.__name__}.{name}")
        try:
            return cls(**given)
        except TypeError as error:
            raise ValueError(f"{cls.__name__}: {error}") from None


_HINTS: dict[type, dict[str, Any]] = {}


def _field_types(cls: Any) -> dict[str, Any]:
    """The fields of a record with their types; looked up once per class, since a ledger holds many records."""
    if cls not in _HINTS:
        hints = typing.get_type_hints(cls)
        _HINTS[cls] = {field.name: hints[field.name] for field in dataclasses.fields(cls)}
    return _HINTS[cls]


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return value.to_dict()
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _typed(value: Any, wanted: Any, where: str) -> Any:
    if wanted is Any:
        return value
    origin = typing.get_origin(wanted)
    if origin in (typing.Union, types.UnionType):
        return _one_of(value, typing.get_args(wanted), where)
    if origin is tuple:
        if not isinstance(value, (list, tuple)):
            raise ValueError(f"{where}: a list was expected, not {value!r}")
        (inner, *_rest) = typing.get_args(wanted)
        return tuple(_typed(item, inner, where) for item in value)
    if origin is dict:
        if not isinstance(value, Mapping):
            raise ValueError(f"{where}: an object was expected, not {value!r}")
        inner = typing.get_args(wanted)[1]
        return {str(key): _typed(item, inner, where) for key, item in value.items()}
    if isinstance(wanted, type) and issubclass(wanted, Record):
        if not isinstance(value, Mapping):
            raise ValueError(f"{where}: an object was expected, not {value!r}")
        return wanted.from_dict(value)
    if wanted is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(wanted, type) and not isinstance(value, wanted):
        raise ValueError(f"{where}: {wanted.__name__} was expected, not {value!r}")
    return value


def _one_of(value: Any, options: tuple[Any, ...], where: str) -> Any:
    if value is None and type(None) in options:
        return None
    failures = []
    for option in options:
        if option is type(None):
            continue
        try:
            return _typed(value, option, where)
        except ValueError as error:
            failures.append(str(error))
    raise ValueError(failures[0] if failures else f"{where}: {value!r} is not allowed")
