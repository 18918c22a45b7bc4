"""Layer 8: terms: the condition and the deadline of an ultimatum, the last day of what is due.

In: the Stance of a claim. Out: deadline, condition and their passages. Decision: a deadline is the last day that the words
leave; the condition is the clause in its own words. What is planned or demanded has a deadline too, where its own words set one.
"""

from __future__ import annotations

from warledger.claims.own_times import is_term
from warledger.claims.reading import Reading
from warledger.claims.stance import Stance
from warledger.claims.times.resolution import resolve
from warledger.claims.when import published_day
from warledger.model import Passage, TimeSpan

# What is so said is still to be done.
DUE = frozenset(("planned", "demanded"))


def deadline_of(reading: Reading, stance: Stance, head: int) -> tuple[TimeSpan | None, str | None, list[Passage]]:
    """Deadline and condition of a threat whose predicate is at head, None each where the text has none."""
    if stance.condition is None and stance.stance in DUE:
        deadline, passages = _own_term(reading, head)
        return deadline, None, passages
    if stance.condition is None and stance.stance != "threatened":
        return None, None, []
    words = list(reading.doc[stance.condition if stance.condition is not None else head].subtree)
    sentence = reading.doc[head].sent
    inside = [mention for mention in reading.times if words[0].idx <= mention.start < words[-1].idx + len(words[-1].text)]
    inside += [mention for mention in reading.times if sentence.start_char <= mention.start < sentence.end_char
               and dict(mention.parts).get("bound") in ("until", "by", "till") and mention not in inside]
    passages = []
    deadline = None
    for mention in inside:
        span = resolve(mention, published_day(reading), "future")
        if span is not None:
            deadline = span
            passages.append(Passage("deadline", mention.start, mention.end, reading.quote(mention.start, mention.end)))
            break
    if stance.condition is None:
        return deadline, None, passages
    kept = [token for token in words if token.dep_ != "mark" and not token.is_punct
            and not any(mention.start <= token.idx < mention.end for mention in inside)]
    while kept and kept[-1].pos_ == "ADP":
        kept.pop()
    if not kept:
        return deadline, None, passages
    start, end = kept[0].idx, kept[-1].idx + len(kept[-1].text)
    passages.append(Passage("condition", start, end, reading.quote(start, end)))
    return deadline, reading.quote(start, end), passages


def _own_term(reading: Reading, head: int) -> tuple[TimeSpan | None, list[Passage]]:
    """"will withdraw by the end of the month": the last day that the words of the deed itself leave it."""
    day = published_day(reading)
    inside = {token.i for token in reading.doc[head].subtree}
    for mention in reading.times:
        if mention.head in inside and is_term(mention):
            span = resolve(mention, day, "future")
            if span is not None and span.end is not None and (day is None or span.end >= day.isoformat()):
                return span, [Passage("deadline", mention.start, mention.end, reading.quote(mention.start, mention.end))]
    return None, []
