"""Suite `wikievents`: triggers and arguments of conflict and of life and death in twenty news documents (WikiEvents).

In: events/wikievents_dev.jsonl. Out: F1 of triggers and of arguments. Decision: the set gives words and no offsets, so a
trigger is right where document, type and word agree, each as often as the set has it; types are judged to their second
level, which is as far as our codebook meets theirs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from warledger.claims.acts.frames import Match
from warledger.claims.acts.happenings import Happening
from warledger.claims.coder import Coded
from warledger.scoring.annotated import Row, Stopwatch, read_rows, rows_of, write_lines
from warledger.scoring.measures import Counts
from warledger.scoring.schemes import Kind, Scheme, load_scheme
from warledger.scoring.score import Score

T = TypeVar("T")
Trigger = tuple[str, str]
Argument = tuple[str, str, str, str]


def score(data: Path, limit: int | None = None, predictions: Path | None = None) -> Score:
    """trigger_f1 and argument_f1; predictions gets what is wrong."""
    rows, watch, scheme = rows_of(data / "events" / "wikievents_dev.jsonl", limit), Stopwatch(), load_scheme("wikievents")
    triggers, arguments, mistakes = Counts(), Counts(), []
    for row, coded in read_rows(rows, watch, "wikievents"):
        found, wanted = found_events(coded, scheme), wanted_events(row, scheme)
        triggers += compared(found[0], wanted[0])
        arguments += compared(found[1], wanted[1])
        mistakes.append({"id": row["id"], "missed": sorted((wanted[0] - found[0]).elements()), "added": sorted((found[0] - wanted[0]).elements()),
                         "missed_arguments": sorted((wanted[1] - found[1]).elements()), "added_arguments": sorted((found[1] - wanted[1]).elements())})
    write_lines(predictions, mistakes)
    return Score("wikievents", len(rows), watch.seconds, {"trigger_f1": triggers.f1, "argument_f1": arguments.f1})


def compared(found: Counter[T], wanted: Counter[T]) -> Counts:
    """Counts of two bags."""
    right = (found & wanted).total()
    return Counts(right, sum(found.values()), sum(wanted.values()))


def wanted_events(row: Row, scheme: Scheme) -> tuple[Counter[Trigger], Counter[Argument]]:
    """The set's triggers of the types that the scheme has, and their arguments in the roles that it has."""
    triggers: Counter[Trigger] = Counter()
    arguments: Counter[Argument] = Counter()
    for event in row["events"]:
        kind = scheme.named(".".join(event["type"].split(".")[:2]))
        if kind is None:
            continue
        triggers[kind.name, event["trigger"].lower()] += 1
        arguments.update((kind.name, event["trigger"].lower(), role, words.lower()) for role, words in event["args"] if role in kind.roles)
    return triggers, arguments


def found_events(coded: Coded, scheme: Scheme) -> tuple[Counter[Trigger], Counter[Argument]]:
    """Ours: every predicate that a frame reads is a trigger of its own there, an outcome apart from its act."""
    triggers: Counter[Trigger] = Counter()
    arguments: Counter[Argument] = Counter()
    for happening in coded.happenings:
        for match in happening.matches:
            kind = _kind(match, scheme)
            if kind is not None:
                word = coded.reading.doc[match.head].lower_
                triggers[kind.name, word] += 1
                arguments.update((kind.name, word, role, name) for role, name in _arguments(coded, happening, match, kind))
    return triggers, arguments


def _kind(match: Match, scheme: Scheme) -> Kind | None:
    counted = frozenset(match.frame.tally.values()) if match.frame.type == "ASSAULT" else frozenset()
    return scheme.covering(match.frame.type, match.frame.mode, counted)


def _arguments(coded: Coded, happening: Happening, match: Match, kind: Kind) -> Iterator[tuple[str, str]]:
    """Theirs are the heads of phrases, and names in full."""
    for role, ours in kind.roles.items():
        if ours == "place":
            yield from ((role, words) for words in _place(coded, happening))
            continue
        for head in match.roles.get(ours, ()):
            token, actor = coded.reading.doc[head], coded.reading.actor_at(head)
            named = actor is not None and token.pos_ == "PROPN"
            yield role, actor.text.lower() if named and actor is not None else token.lower_


def _place(coded: Coded, happening: Happening) -> Iterator[str]:
    """The words that show where a happening was, where its own clause tells it."""
    at = coded.reading.doc[happening.main.head].idx
    for claim in coded.claims:
        if claim.place is not None and claim.place.inferred is None and any(p.field == "trigger" and p.start <= at < p.end for p in claim.passages):
            yield from (p.quote.lower() for p in claim.passages if p.field == "place")
            return
