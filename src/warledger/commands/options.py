"""Arguments and options that several commands share, written once, with the words that --help shows.

In: what was typed. Out: types for the parameters of the commands, and checked values. Decision: an option that makes no
sense is refused before anything is read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from warledger.errors import SourceError, UsageError
from warledger.model.codebook import MODES

if TYPE_CHECKING:
    from warledger.reports import ReadOptions
    from warledger.settings import Settings

STDIN = "-"

Sources = Annotated[
    list[str],
    typer.Argument(metavar="SOURCE", help="Files (text, HTML, JSON lines, CSV), folders of them, or - for standard input.", show_default=False),
]
Output = Annotated[
    str, typer.Option("-o", "--output", metavar="FILE", help="Where to write; - is standard output.")
]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="When reports that do not say so were published: 2020-02-05, or an instant. Relative times are resolved against it."),
]
Outlet = Annotated[
    str | None, typer.Option("--outlet", metavar="NAME", help="Who published the reports that do not say so.")
]
Language = Annotated[
    str | None, typer.Option("--language", metavar="CODE", help="The language of reports that do not say so; else it is told from the text.")
]
Mapping = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="FIELD=COLUMN,...", help="Which column or key holds a field, as title=headline,text=body."),
]
Workers = Annotated[
    int | None,
    typer.Option("-j", "--workers", metavar="N", min=1, help="How many processes code at once; 1 is none but this one.", show_default="one per processor, at most 8"),
]
LedgerFile = Annotated[
    str | None,
    typer.Option("--ledger", metavar="FILE", help="The ledger, as war.db.", show_default="the setting ledger"),
]

Since = Annotated[str | None, typer.Option("--since", metavar="DAY", help="On this day or after: 2020-02-01.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="On this day or before.")]
InPlace = Annotated[str | None, typer.Option("--place", metavar="NAME", help="In this place, district, province or country.")]
ByActor = Annotated[str | None, typer.Option("--actor", metavar="NAME", help="With this participant: a name, or an id of the actor list.")]
OfType = Annotated[str | None, typer.Option("--type", metavar="TYPE", help="Of this type, as ASSAULT, or type and mode, as ASSAULT/aerial.")]
BySpeaker = Annotated[str | None, typer.Option("--speaker", metavar="NAME", help="Said by this speaker.")]
WithText = Annotated[str | None, typer.Option("--text", metavar="WORDS", help="With these words.")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="As the ledger had it at the end of this day (UTC), or at an instant.")]
AtMost = Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="At most so many records.")]


def settings_of(context: typer.Context, workers: int | None = None) -> Settings:
    """The settings in force: those that the command began with, and the options that outrank them."""
    from warledger.settings import load

    # cli.main puts the path of --settings here; None is the usual place.
    settings = load(context.obj)
    return settings if workers is None else settings.model_copy(update={"workers": workers})


def read_options(
    published: str | None, outlet: str | None, language: str | None, mapping: Sequence[str] | None
) -> ReadOptions:
    """The options of reading, checked. Raises UsageError where one makes no sense."""
    from warledger.reports import ReadOptions

    return ReadOptions(published=published, outlet=outlet, language=language, map=field_map(mapping or ()))


def field_map(given: Sequence[str]) -> dict[str, str]:
    """title=headline,text=body as a mapping from field to column. Raises UsageError where it is not of that form."""
    found: dict[str, str] = {}
    for pair in (pair for one in given for pair in one.split(",")):
        field, equals, column = (part.strip() for part in pair.partition("="))
        if not (field and equals and column):
            raise UsageError(f"--map takes FIELD=COLUMN, as title=headline, not {pair!r}")
        if found.setdefault(field, column) != column:
            raise UsageError(f"--map gives {field} twice: {found[field]} and {column}")
    return found


def checked(sources: Sequence[str]) -> BinaryIO | None:
    """Standard input where the sources name it.

    Raises UsageError where they name it twice, SourceError where none of them exists: then there is nothing to do.
    """
    absent = missing(sources)
    if len(absent) == len(sources):
        raise SourceError(f"there is no file or folder {', '.join(absent)}")
    if sources.count(STDIN) > 1:
        raise UsageError("- (standard input) can be read only once")
    return sys.stdin.buffer if STDIN in sources else None


def missing(sources: Sequence[str]) -> list[str]:
    """The sources that do not exist."""
    return [source for source in sources if source != STDIN and not os.path.lexists(source)]


def tell_missing(absent: Sequence[str]) -> None:
    """Raises SourceError where sources were missing. To be called last: the rest is done all the same."""
    if absent:
        raise SourceError(f"there is no file or folder {', '.join(absent)}; the rest was done")


def ledger_path(given: str | None, settings: Settings) -> str | Path:
    """The ledger to use. Raises UsageError where neither the option nor the setting names one."""
    path = given or settings.ledger
    if path is None:
        raise UsageError("which ledger? give --ledger FILE, or set ledger in warledger.toml")
    return path


def existing_ledger(given: str | None, settings: Settings) -> str | Path:
    """The ledger to look into. Raises UsageError where it is a file that does not exist: none is made by looking."""
    path = ledger_path(given, settings)
    if "://" not in str(path) and not Path(path).exists():
        raise UsageError(f"there is no ledger {path}; `warledger run SOURCE... --ledger {path}` makes one")
    return path


def type_name(given: str | None) -> str | None:
    """TYPE or TYPE/mode of the codebook, however it was capitalised. Raises UsageError for what the codebook lacks."""
    if given is None:
        return None
    type_, slash, mode = given.partition("/")
    if type_.upper() not in MODES:
        raise UsageError(f"the codebook has no type {type_!r}; it has: {', '.join(MODES)}")
    if slash and mode.lower() not in MODES[type_.upper()]:
        modes = ", ".join(MODES[type_.upper()]) or "none"
        raise UsageError(f"{type_.upper()} has no mode {mode!r} in the codebook; it has: {modes}")
    return f"{type_.upper()}{slash}{mode.lower()}"
