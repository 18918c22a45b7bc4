"""The whole of Warledger on one page: reports -> claims -> incidents -> products.

In: sources. Out: records of each stage, or a ledger that holds them. Decision: a stage is a function of the records
before it; what cannot be read or coded comes out among the records as a Problem, and the rest goes on. This page says
what happens in which order; how, is in reports/, claims/, incidents/, products/, store/ and engines/.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

from warledger import settings as setting
from warledger.engines.choice import engine_for
from warledger.engines.coding import CRASH, CodePartition, lost
from warledger.extensions import in_order, make
from warledger.model import Claim, Decision, Incident, Problem, Report
from warledger.settings import Settings
from warledger.summary import Summary, summarised

if TYPE_CHECKING:
    from warledger.reports import ReadOptions
    from warledger.store import Ledger

T = TypeVar("T")

# Called with the stage, how many of it are done, and of how many where that is known.
Progress = Callable[[str, int, int | None], None]


def read(
    sources: Iterable[str],
    options: ReadOptions | None = None,
    stdin: BinaryIO | None = None,
    settings: Settings | None = None,
) -> Iterator[Report | Problem]:
    """Sources -> reports. A source is a file, a folder, or "-" for stdin. Streams."""
    from warledger.reports import BUILT_IN_READERS, ReadOptions
    from warledger.reports import read as read_sources

    chosen = settings or setting.load()
    built_in = [reader.NAME for reader in BUILT_IN_READERS]
    readers = [make("readers", name, chosen.of("readers", name)) for name in in_order("readers", built_in)]
    return read_sources(list(sources), options or ReadOptions(), stdin, readers)


def with_origins(reports: Sequence[Report], known: Sequence[Report] = ()) -> list[Report]:
    """The reports with their origins: copies of one story share one, also with reports that are known already."""
    from warledger.reports import assign_origins

    return assign_origins(reports, known=known)


def code(reports: Iterable[Report], settings: Settings | None = None) -> Iterator[Claim | Problem]:
    """Reports -> claims, in the order of the reports. Streams, on as many processes as the settings say."""
    chosen = settings or setting.load()
    engine, reports = engine_for(reports, chosen)
    work = CodePartition.of(chosen.coder, chosen.of("coders", chosen.coder))
    return engine.map_partitions(work, reports, chosen.partition, lost)


def link(
    claims: Iterable[Claim],
    reports: Iterable[Report] | None = None,
    previous: Iterable[Incident] = (),
    decisions: Iterable[Decision] = (),
    settings: Settings | None = None,
) -> Iterator[Incident | Problem]:
    """Claims -> incidents. previous incidents keep their ids where they live on; decisions of analysts are obeyed."""
    chosen = settings or setting.load()
    linker = make("linkers", chosen.linker, chosen.of("linkers", chosen.linker))
    known = None if reports is None else {report.id: report for report in reports}
    yield from linker.link(list(claims), known, list(previous), list(decisions))


def run(
    sources: Iterable[str],
    ledger: Ledger,
    options: ReadOptions | None = None,
    stdin: BinaryIO | None = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> Iterator[Problem | Summary]:
    """Sources -> a ledger: only reports that it does not hold are coded; then all of its claims are linked anew.

    Yields problems as they are met, and the Summary last. The ledger changes in one transaction, or not at all; a run
    that meets nothing new changes nothing, but for what analysts decided since claims were last linked.
    """
    known = ledger.known_report_ids()
    problems: list[Problem] = []
    reports = yield from _aside(counted("read", read(sources, options, stdin, settings), progress), problems)
    # By id, so that the partitions, and with them every rounding of the language model, are those of any order of input.
    new = sorted((report for report in reports if report.id not in known), key=lambda report: report.id)
    claims: list[Claim] = []
    if new:
        new = with_origins(new, list(ledger.reports()))
        claims = yield from _aside(code(counted("code", new, progress, len(new)), settings), problems)
    # What the coder failed on is not kept, only its problem, so that the next run tries it again.
    failed = {problem.report for problem in problems if problem.kind == CRASH}
    new = [report for report in new if report.id not in failed]
    told = len(problems)
    changed = _keep(ledger, new, claims, problems, settings)
    yield from problems[told:]
    yield summarised(ledger, changed, len(reports), new, claims, problems)


def decide(decisions: Iterable[Decision], ledger: Ledger, settings: Settings | None = None) -> Iterator[Problem]:
    """Decisions -> a ledger: they are appended and its claims linked anew, all or nothing.

    Yields a problem for each decision that could not be carried out.
    """
    with ledger.transaction():
        ledger.decide(decisions)
        unlinked = relink(ledger, (), settings)
    yield from unlinked


def relink(ledger: Ledger, new: Collection[str] | None = None, settings: Settings | None = None) -> list[Problem]:
    """Links the claims of a ledger; returns what could not be linked as it was asked.

    new are the ids of the claims that came in since they were last linked: only what is near to them, or was decided on, is
    linked anew. None, or much that is new, links everything.
    """
    from warledger.linked import linked_anew

    chosen = settings or setting.load()
    with ledger.transaction():
        return linked_anew(ledger, new, make("linkers", chosen.linker, chosen.of("linkers", chosen.linker)))


def export(
    name: str,
    out: BinaryIO,
    incidents: Sequence[Incident],
    claims: Sequence[Claim],
    reports: Sequence[Report],
    settings: Settings | None = None,
    own: Mapping[str, Any] | None = None,
) -> None:
    """Records -> a product: what the exporter of this name writes. own outranks what the settings say of it."""
    chosen = settings or setting.load()
    make("exporters", name, chosen.of("exporters", name) | dict(own or {})).write(incidents, claims, reports, out)


def counted(stage: str, items: Iterable[T], progress: Progress | None, total: int | None = None) -> Iterator[T]:
    """The items, telling progress how many went by."""
    for number, item in enumerate(items, 1):
        yield item
        if progress is not None:
            progress(stage, number, total)


def _aside(found: Iterable[T | Problem], problems: list[Problem]) -> Generator[Problem, None, list[T]]:
    """The records of a stage; its problems are yielded, and kept in `problems` too."""
    records: list[T] = []
    for one in found:
        if isinstance(one, Problem):
            problems.append(one)
            yield one
        else:
            records.append(one)
    return records


def _keep(
    ledger: Ledger, reports: list[Report], claims: list[Claim], problems: list[Problem], settings: Settings | None
) -> bool:
    """Adds what is new and links all claims anew, all or nothing; returns whether anything was new.

    Linking is within the transaction, so that the claims of another run at the same time are not left out.
    """
    from warledger.store import RunInfo

    held = set(ledger.problems())
    fresh = [problem for problem in problems if problem not in held]
    decided = any(True for _ in ledger.decisions())
    if not (reports or fresh or decided):
        return False
    with ledger.transaction() as under_way:
        ledger.add(reports, claims, fresh, run=RunInfo())
        if reports or decided:
            problems.extend(relink(ledger, [claim.id for claim in claims], settings))
    return under_way.has_changed
