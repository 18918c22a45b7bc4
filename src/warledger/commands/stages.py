"""The commands that turn one kind of record into the next: read, code.

In: sources or records. Out: records as JSON lines. Decision: nothing but records is ever written to the output, so the
commands chain with pipes.
"""

from __future__ import annotations

from collections.abc import Iterator

import typer

from warledger.commands import options as given
from warledger.commands.output import STDOUT, write_records, writing
from warledger.commands.screen import Screen
from warledger.model import Report

READ_HELP = """Read sources; write a report per line.

Copies of one story get the same origin. What cannot be read is told on standard error, and the rest is read.

\b
Examples:
  warledger read reports/ -o reports.jsonl
  warledger read page.html --published 2020-02-05 --outlet Reuters
  warledger read archive.csv --map title=headline,text=body
  zcat archive.jsonl.gz | warledger read -
"""

CODE_HELP = """Code the claims in reports; write a claim per line.

A source is what `warledger read` wrote, or anything that it reads.

\b
Examples:
  warledger code report.txt --published 2020-02-05
  warledger code reports.jsonl -o claims.jsonl -j 4
  warledger read reports/ | warledger code -
"""

def add_to(app: typer.Typer) -> None:
    """Puts the commands of this family on the command line."""
    app.command("read", help=READ_HELP)(read)
    app.command("code", help=CODE_HELP)(code)


def read(
    context: typer.Context,
    sources: given.Sources,
    output: given.Output = STDOUT,
    published: given.Published = None,
    outlet: given.Outlet = None,
    language: given.Language = None,
    mapping: given.Mapping = None,
) -> None:
    settings = given.settings_of(context)
    from warledger import flow

    options = given.read_options(published, outlet, language, mapping)
    stdin, absent = given.checked(sources), given.missing(sources)
    with Screen(settings.problems_shown) as screen, writing(output) as stream:
        found = screen.aside(flow.read(sources, options, stdin, settings))
        reports = list(flow.counted("read", found, screen.progress))
        screen.refuse_nothing()
        write_records(flow.with_origins(reports), stream)
    given.tell_missing(absent)


def code(
    context: typer.Context,
    sources: given.Sources,
    output: given.Output = STDOUT,
    published: given.Published = None,
    outlet: given.Outlet = None,
    language: given.Language = None,
    mapping: given.Mapping = None,
    workers: given.Workers = None,
) -> None:
    settings = given.settings_of(context, workers)
    from warledger import flow

    options = given.read_options(published, outlet, language, mapping)
    stdin, absent = given.checked(sources), given.missing(sources)
    with Screen(settings.problems_shown) as screen, writing(output) as stream:
        reports: Iterator[Report] = screen.aside(flow.read(sources, options, stdin, settings))
        results = flow.code(flow.counted("code", reports, screen.progress), settings)
        write_records(screen.aside(results), stream)
        screen.refuse_nothing()
    given.tell_missing(absent)
