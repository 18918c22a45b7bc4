"""The one door for readers, coders, linkers, exporters and engines: entry points of installed packages.

In: the name of a group and of an extension. Out: the class, or an object of it. Decision: the built-ins come in by the
same door (pyproject.toml, [project.entry-points]), so whatever they can do, an extension can do.

An extension is a class with NAME (lower case, unique in its group), SETTINGS (its settings as they are without a word from
the user) and one method, named in METHODS. SETTINGS is a frozen dataclass, and the class is made with one: Mine(settings).
Where there is nothing to set, SETTINGS may be {}, and the class is made with nothing: Mine().

An exporter is given the incidents that are wanted with their claims and reports; where its WHOLE is true, also the claims and
reports that no incident holds.

    [project.entry-points."warledger.coders"]
    mine = "my_package.coder:MyCoder"
"""

from __future__ import annotations

import dataclasses
import difflib
import functools
import importlib.metadata
import re
from collections.abc import Mapping, Sequence
from typing import Any

from warledger.errors import InstallationError, UsageError

# The methods that a class of each group must have. An engine is its two operations.
METHODS: dict[str, tuple[str, ...]] = {
    "readers": ("read",),
    "coders": ("code",),
    "linkers": ("link",),
    "exporters": ("write",),
    "engines": ("map_partitions", "group_by_key"),
}

NAME_FORM = re.compile(r"[a-z][a-z0-9-]*")


def names(group: str) -> list[str]:
    """The names at the door of a group, in alphabetical order."""
    return sorted(_entries(group))


def in_order(group: str, first: Sequence[str]) -> list[str]:
    """The names at the door of a group, those of `first` in their order, then the others in alphabetical order."""
    known = names(group)
    return [name for name in first if name in known] + [name for name in known if name not in first]


def load(group: str, name: str) -> type[Any]:
    """The class of an extension.

    Raises UsageError where the group has no such name, InstallationError where what is registered under it is no
    sound extension; both say what to do.
    """
    entries = _entries(group)
    if name not in entries:
        raise UsageError(_unknown(group, name, sorted(entries)))
    entry = entries[name]
    where = f"the extension {name!r} of {group} ({entry.value}{_package(entry)})"
    try:
        found = entry.load()
    except (ImportError, AttributeError) as error:
        raise InstallationError(f"{where} cannot be imported: {error}") from error
    faults = _faults(group, name, found)
    if faults:
        raise InstallationError(f"{where} is no sound extension: {'; '.join(faults)}")
    loaded: type[Any] = found
    return loaded


def make(group: str, name: str, settings: Mapping[str, Any] | None = None) -> Any:
    """An object of the extension, made with its settings: those given, and its own for the rest.

    Raises as `load` does, and UsageError for a setting that it does not have or a value of the wrong type.
    """
    found = load(group, name)
    chosen = _settings(f"[{group}.{name}]", found.SETTINGS, dict(settings or {}))
    return found() if chosen is None else found(chosen)


def everything() -> dict[str, dict[str, type[Any]]]:
    """Every extension by group and name, all of them loaded: what `warledger check` looks at."""
    return {group: {name: load(group, name) for name in names(group)} for group in METHODS}


def forget() -> None:
    """Looks at the installed packages anew when next asked; for a process that installs or removes one."""
    _entries.cache_clear()


@functools.cache
def _entries(group: str) -> dict[str, importlib.metadata.EntryPoint]:
    if group not in METHODS:
        raise ValueError(f"no group of extensions: {group!r}")
    found: dict[str, importlib.metadata.EntryPoint] = {}
    for entry in importlib.metadata.entry_points(group=f"warledger.{group}"):
        other = found.get(entry.name)
        if other is not None and other.value != entry.value:
            raise InstallationError(
                f"two packages register {entry.name!r} of {group}: {other.value}{_package(other)} and "
                f"{entry.value}{_package(entry)}; remove or rename one"
            )
        found[entry.name] = entry
    return found


def _faults(group: str, name: str, found: Any) -> list[str]:
    """What a registered object lacks, in words; nothing where it is sound."""
    if not isinstance(found, type):
        return ["it is not a class"]
    faults = []
    given = getattr(found, "NAME", None)
    if not isinstance(given, str) or not NAME_FORM.fullmatch(given):
        faults.append("it has no NAME of lower-case letters, digits and hyphens")
    elif given != name:
        faults.append(f"its NAME is {given!r}, but it is registered as {name!r}")
    defaults = getattr(found, "SETTINGS", None)
    if defaults != {} and (not dataclasses.is_dataclass(defaults) or isinstance(defaults, type)):
        faults.append("its SETTINGS is no dataclass object that holds its defaults, nor {}")
    faults += [f"it has no method {method}" for method in METHODS[group] if not callable(getattr(found, method, None))]
    return faults


def _settings(table: str, defaults: Any, given: dict[str, Any]) -> Any:
    """The settings of an extension with what the user gave put in its place; None where it has none."""
    known = [field.name for field in dataclasses.fields(defaults)] if defaults != {} else []
    strangers = [key for key in given if key not in known]
    if strangers:
        listed = ", ".join(repr(key) for key in strangers)
        raise UsageError(f"{table} has no setting {listed}; it has: {', '.join(known) or 'none'}")
    if defaults == {}:
        return None
    if not given:
        return defaults
    from pydantic import TypeAdapter, ValidationError

    values = {key: getattr(defaults, key) for key in known} | given
    try:
        return TypeAdapter(type(defaults)).validate_python(values)
    except ValidationError as error:
        faults = [f"{'.'.join(map(str, fault['loc']))}: {fault['msg'].lower()}" for fault in error.errors()]
        raise UsageError(f"{table}: {'; '.join(faults)}") from None


def _unknown(group: str, name: str, known: list[str]) -> str:
    if not known:
        return f"nothing is registered under {group}: is the package installed? (pip install -e . registers it)"
    near = difflib.get_close_matches(name, known, 1)
    hint = f" (did you mean {near[0]!r}?)" if near else ""
    return f"{group} has no {name!r}{hint}; it has: {', '.join(known)}"


def _package(entry: importlib.metadata.EntryPoint) -> str:
    return f", from {entry.dist.name}" if entry.dist is not None else ""
