"""How records become JSON and come back: one rule for all of them.

In: a frozen dataclass, or the mapping that JSON gave. Out: the other. Decision: field names are the contract of
the formats, so the dataclasses are the only place where they are written; nothing here knows a field by name.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import types
import typing
from collections.abc import Callable, Mapping
from typing import Any, Self

Reader = Callable[[Any], Any]
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
        given = {name: read(value[name]) for name, read in _field_readers(cls).items() if name in value}
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


_READERS: dict[type, dict[str, Reader]] = {}


def _field_readers(cls: Any) -> dict[str, Reader]:
    """How each field is read. A type is taken apart once per class and not once per value: a ledger holds many records."""
    if cls not in _READERS:
        _READERS[cls] = {name: _reader(wanted, f"{cls.__name__}.{name}") for name, wanted in _field_types(cls).items()}
    return _READERS[cls]


def _reader(wanted: Any, where: str) -> Reader:
    """Reads a value of a type, or raises ValueError."""
    origin = typing.get_origin(wanted)
    if wanted is Any:
        return lambda value: value
    if origin in (typing.Union, types.UnionType):
        return _one_of(typing.get_args(wanted), where)
    if origin is tuple:
        return _tuple_of(typing.get_args(wanted)[0], where)
    if origin is dict:
        return _object_of(typing.get_args(wanted)[1], where)
    if isinstance(wanted, type) and issubclass(wanted, Record):
        return _record_of(wanted, where)
    return _plain_of(wanted, where)


def _tuple_of(inner: Any, where: str) -> Reader:
    read = _reader(inner, where)

    def tuple_of(value: Any) -> Any:
        if not isinstance(value, (list, tuple)):
            raise ValueError(f"{where}: a list was expected, not {value!r}")
        return tuple([read(item) for item in value])

    return tuple_of


def _object_of(inner: Any, where: str) -> Reader:
    read = _reader(inner, where)

    def object_of(value: Any) -> Any:
        if not isinstance(value, Mapping):
            raise ValueError(f"{where}: an object was expected, not {value!r}")
        return {str(key): read(item) for key, item in value.items()}

    return object_of


def _record_of(wanted: type[Record], where: str) -> Reader:
    def record_of(value: Any) -> Any:
        if not isinstance(value, Mapping):
            raise ValueError(f"{where}: an object was expected, not {value!r}")
        return wanted.from_dict(value)

    return record_of


def _plain_of(wanted: Any, where: str) -> Reader:
    if not isinstance(wanted, type):
        return lambda value: value

    def plain_of(value: Any) -> Any:
        if isinstance(value, wanted):
            return value
        if wanted is float and isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        raise ValueError(f"{where}: {wanted.__name__} was expected, not {value!r}")

    return plain_of


def _one_of(options: tuple[Any, ...], where: str) -> Reader:
    """The first that can read a value; what none can read is told as the first tells it."""
    first, *others = [_reader(option, where) for option in options if option is not type(None)]

    def one_of(value: Any) -> Any:
        try:
            return first(value)
        except ValueError:
            for read in others:
                with contextlib.suppress(ValueError):
                    return read(value)
            raise

    def maybe(value: Any) -> Any:
        return None if value is None else reads(value)

    reads = one_of if others else first
    return maybe if type(None) in options else reads
