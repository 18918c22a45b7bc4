"""Suite `plover`: 322 sentences of the manuals, each with one event of PLOVER's draft and its actors.

In: events/plover_gsr.jsonl. Out: F1 of types, and F1 of the countries of source and target. Decision: a sentence gives one
event, so one claim answers for it: the one whose trigger stands highest in the parse, which is what the sentence tells;
what it only recalls answers where it tells nothing. Types are the sixteen of PLOVER 1.0; the draft's labels are read as ours.
"""

from __future__ import annotations

from pathlib import Path

from warledger.claims.coder import Coded
from warledger.model import Claim, Participant
from warledger.scoring.annotated import Row, Stopwatch, read_rows, rows_of, write_lines
from warledger.scoring.measures import Counts
from warledger.scoring.schemes import Scheme, load_scheme
from warledger.scoring.score import Score

# Labels of the draft that PLOVER 1.0 has under another name, as our codebook gives them.
RENAMED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
# Codes of the set that are not ISO 3166-1 alpha-3.
SPELT = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM"}
# Codes of the set that stand for no country: bodies between states, unarmed and armed groups without one.
OF_NO_COUNTRY = frozenset(("IGO", "NGO", "MNC"))
NO_COUNTRY = frozenset(("IGO", "NGO", "IMG", "ISM", "UAF", "MNC"))


def score(data: Path, limit: int | None = None, predictions: Path | None = None) -> Score:
    """type_f1 and country_f1; predictions gets what is wrong."""
    rows, watch, scheme = rows_of(data / "events" / "plover_gsr.jsonl", limit), Stopwatch(), load_scheme("plover")
    types, countries, mistakes = Counts(), Counts(), []
    for row, coded in read_rows(rows, watch, "plover"):
        claim = chosen_claim(coded, scheme)
        kind = scheme.of_claim(claim) if claim is not None else None
        found, wanted = claim_countries(claim), row_countries(row)
        right = RENAMED.get(row["event"], row["event"])
        types += Counts(kind is not None and kind.name == right, kind is not None, 1)
        countries += Counts(len(found & wanted), len(found), len(wanted))
        if kind is None or kind.name != right or found != wanted:
            mistakes.append({"id": row["id"], "text": row["text"], "right": right, "found": kind and kind.name,
                             "right_countries": sorted(wanted), "countries": sorted(found), "claims": [str(one) for one in coded.claims]})
    write_lines(predictions, mistakes)
    return Score("plover", len(rows), watch.seconds, {"type_f1": types.f1, "country_f1": countries.f1})


def chosen_claim(coded: Coded, scheme: Scheme) -> Claim | None:
    """The claim that tells what the sentence tells, of those that the scheme has a type for."""
    known = [claim for claim in coded.claims if scheme.of_claim(claim) is not None]
    return min(known, key=lambda claim: (claim.stance == "historical", depth(coded, claim), claim.id), default=None)


def depth(coded: Coded, claim: Claim) -> tuple[int, int]:
    """How far below the root of its sentence a claim's trigger stands, and where."""
    trigger = next(p for p in claim.passages if p.field == "trigger")
    tokens = coded.reading.tokens_of(trigger.start, trigger.end)
    return min((sum(1 for _ in coded.reading.doc[i].ancestors) for i in tokens), default=0), trigger.start


def claim_countries(claim: Claim | None) -> set[tuple[str, str]]:
    """(role, country) of a claim's parties; those who are of no country that is named are of the one that the act is in."""
    if claim is None:
        return set()
    found: set[tuple[str, str]] = set()
    place = claim.place.country if claim.place is not None else None
    sides: tuple[tuple[str, tuple[Participant, ...]], ...] = (("source", claim.initiators), ("target", claim.targets or claim.others))
    for role, people in sides:
        named = {(role, one.country) for one in people if one.country}
        is_local = all(one.sector not in OF_NO_COUNTRY for one in people) and (role == "target" or people or claim.type == "ASSAULT")
        found |= named or ({(role, place)} if place and is_local else set())
    return found


def row_countries(row: Row) -> set[tuple[str, str]]:
    """(role, country) of a sentence's actors; a side that the set leaves open is empty."""
    found: set[tuple[str, str]] = set()
    for role in ("source", "target"):
        for one in row.get(role) or ():
            code = one.get("code") if isinstance(one, dict) else None
            if code and code not in NO_COUNTRY:
                found.add((role, SPELT.get(str(code), str(code))))
    return found
