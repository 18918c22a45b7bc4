"""The commands about the gazetteer: build one of one's own, and ask why a name is the place that it is.

In: files of places, or a name. Out: an index, or candidates with reasons. Decision: a line that is no place is told with
file and line, and the rest goes in.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warledger.commands import options as given
from warledger.commands.screen import Screen, say
from warledger.errors import UsageError

if TYPE_CHECKING:
    from warledger.claims.places.finding import Candidate

HELP = "Places: build a gazetteer of your own, or ask why a name is the place that it is."

BUILD_HELP = """Build a gazetteer of your own: the common one, and the places of files that you have.

GeoNames publishes its places by country (SY.zip) and whole (allCountries.zip); with them come villages below 500 people, hills,
camps and bases. A CSV needs the columns name, lat and lon; aliases (between |), country, admin1, admin2, kind, population
and radius_km are read where they are there. A place that is known already gets the new names and stays where it is.

\b
Examples:
  warledger gazetteer build --geonames SY.zip -o places.sqlite
  warledger gazetteer build --geonames allCountries.zip --countries SY,IQ,UA -o places.sqlite
  warledger gazetteer build --csv villages.csv --map name=NAME_EN,lat=Y,lon=X -o places.sqlite

\b
Then, in warledger.toml:
  [coders.rules]
  gazetteer = "places.sqlite"
"""

FIND_HELP = """Show which places a name may be, and why one wins.

What else a report names decides with: --beside, --in and --country stand for it.

\b
Examples:
  warledger gazetteer find Saraqeb
  warledger gazetteer find Tripoli --beside Beirut
  warledger gazetteer find "al-Bab" --in Aleppo --json
"""

app = typer.Typer(name="gazetteer", help=HELP, no_args_is_help=True, rich_markup_mode=None,
                  context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})


def add_to(parent: typer.Typer) -> None:
    """Puts the commands of this family on the command line."""
    app.command("build", help=BUILD_HELP)(build)
    app.command("find", help=FIND_HELP)(find)
    parent.add_typer(app)


def build(
    context: typer.Context,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="Where to write the gazetteer.", show_default=False)],
    geonames: Annotated[list[Path] | None, typer.Option("--geonames", metavar="FILE", help="A file of GeoNames, as .zip or .txt; may be given again.")] = None,
    lists: Annotated[list[Path] | None, typer.Option("--csv", metavar="FILE", help="A list of places; may be given again.")] = None,
    countries: Annotated[str | None, typer.Option("--countries", metavar="CODES", help="Only these countries of the GeoNames files: SY,IQ,UA.")] = None,
    mapping: Annotated[list[str] | None, typer.Option("--map", metavar="FIELD=COLUMN,...", help="Which column of the list holds a field, as name=NAME_EN,lat=Y.")] = None,
) -> None:
    settings = given.settings_of(context)
    if not geonames and not lists:
        raise UsageError("name at least one file: --geonames FILE or --csv FILE")
    from warledger.gazetteer.extend import Sources, extend

    wanted = [code.strip() for code in (countries or "").split(",") if code.strip()]
    sources = Sources(geonames or [], lists or [], wanted, given.field_map(mapping or ()))
    with Screen(settings.problems_shown) as screen:
        done = extend(output, sources, lambda stage, share: screen.progress(f"{stage} (percent)", round(100 * share), 100))
        for problem in done.problems:
            screen.problem(problem)
    say(f"{output}: {done.new:,} new places, {done.known:,} that were known and got names"
        + (f"; {len(done.problems):,} lines were no place" if done.problems else ""))
    say(f'to use it, write in warledger.toml:  [coders.rules]  gazetteer = "{output}"')


def find(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, in any spelling or script.", show_default=False)],
    beside: Annotated[list[str] | None, typer.Option("--beside", metavar="NAME", help="Another place of the report; may be given again.")] = None,
    inside: Annotated[str | None, typer.Option("--in", metavar="NAME", help="A place that it is said to lie in.")] = None,
    country: Annotated[list[str] | None, typer.Option("--country", metavar="CODE", help="A country that the report is about: SYR; may be given again.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="A JSON object per candidate.")] = False,
) -> None:
    settings = given.settings_of(context)
    from warledger.claims.knowledge import knowledge_of
    from warledger.claims.places.finding import find as candidates
    from warledger.extensions import make

    rules = make("coders", "rules", settings.of("coders", "rules")).settings
    gazetteer = knowledge_of(rules).places.gazetteer
    found = candidates(gazetteer, name, beside or [], inside, [code.upper() for code in country or rules.countries])
    if as_json:
        for one in found:
            print(json.dumps(asdict(one) | {"score": round(one.score, 2)}, ensure_ascii=False))
        return
    if not found:
        print(f"{name}: the gazetteer knows no such place; a claim keeps the name, without coordinates")
    elif not found[0].wins:
        print(f"{name}: none of these is likely enough on its own; a claim keeps the name, without coordinates")
    for one in found:
        print(_told(one))


def _told(one: Candidate) -> str:
    """A candidate in two lines: what it is, and what speaks for it."""
    entry = one.entry
    where = ", ".join(part for part in (entry.admin2, entry.admin1, entry.country) if part)
    people = f", {entry.population:,} people" if entry.population else ""
    number = f", GeoNames {entry.geonames}" if entry.geonames is not None else ""
    why = f"not weighed: {one.refused}" if one.refused else " ".join(f"{points:+.1f} {reason};" for reason, points in one.reasons).rstrip(";")
    return (f"{'->' if one.wins else '  '} {entry.name} ({entry.kind}; {where}{people}{number}) {entry.lat:.4f} {entry.lon:.4f} ±{entry.radius_km:g} km\n"
            f"     {'' if one.refused else f'{one.score:.1f}: '}{why}")
