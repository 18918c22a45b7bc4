"""Numbers with their bounds, read from the text alone: "at least 13", "dozens", "between 10 and 15", "nearly one million".

In: a text. Out: NumberSpans in order, with the least, the most and the figure that the words allow. Decision: a bound is part
of the number; "more than 50" has 51 as its least and 50 as its figure, so that both readings of it can be compared.
"""

from __future__ import annotations

import functools
import math
import re
from dataclasses import dataclass

from warledger.lexicons.anchors import anchored
from warledger.lexicons.calendar_lexicon import alternation
from warledger.lexicons.number_lexicon import NumberWords, load_numbers, read_number
from warledger.lexicons.unit_lexicon import load_units

# "around 600" means 550 to 650: about eight percent to each side, as a round margin.
ROUND_SHARE = 0.08
ROUND_BAND = (0.045, 0.11)
# "nearly one million" means the last tenth below it.
NEARLY_SHARE = 0.9
# A figure with so many digits before its noughts is rounded to the last of them: "some 452,700" is no 500,000.
EXACT_DIGITS = 4
# Below this, "nearly" is not rounded: nearly 13 is 12 to 13.
SMALL = 20
# Bounds that give way to any other, the weakest first.
WEAK = ("exactly", "about")


@dataclass(frozen=True)
class NumberSpan:
    """text[start:end] is the number with its bound; number_at is where the number itself begins."""

    start: int
    end: int
    number_at: int
    low: int | None
    high: int | None
    best: int | None
    approximate: bool
    bound: str | None
    form: str


@dataclass(frozen=True)
class _Patterns:
    openings: frozenset[str]
    number: re.Pattern[str]
    alone: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    rise: re.Pattern[str]


def find_numbers(text: str) -> list[NumberSpan]:
    """Every number in words or digits, in order, with its bounds; none overlapping.

    form is range, vague, exact or none ("no casualties").
    """
    patterns, words = _patterns(), load_numbers()
    found: list[NumberSpan] = []
    at = 0
    for start in anchored(text).openings(patterns.openings):
        match = patterns.number.match(text, start) if start >= at else None
        if match is None:
            continue
        at = match.end()
        if match["range"] and _range(match["r1"], match["r2"], dashed="-" in match["range"]) is None:
            # "12 or 3", "2-1": two numbers, or a score; "twenty-six" is one. The first number is read alone.
            match = patterns.alone.match(text, match.start())
            if match is None:
                continue
            at = match.end()
        span = _read(text, match, patterns, words)
        if found and span is not None and found[-1].form == "none" and span.start <= found[-1].start:
            found.pop()  # "no fewer than 30": the "no" is of the bound
        if span is not None and (not found or span.start >= found[-1].end):
            found.append(span)
    return found


@functools.cache
def _patterns() -> _Patterns:
    words = load_numbers()
    plain = words.plain_pattern
    multiplied = alternation(word for word, vague in words.vague.items() if vague.multiplied)
    vague = alternation(word for word in words.vague if word != "tens")
    behind_tens = "|".join(sorted(load_units().states)) + "|were|have been|more"  # "tens killed and wounded"; "in the tens" counts nobody
    big = alternation(words.multipliers)
    number = (
        # a comma put where the text has lost one leaves no blank: "In May 2016,three guards"
        rf"(?<![^\W_])(?<![./-])(?:(?<!\d,)|(?<=\d{{4}},)|(?=[^\W\d]))(?:"
        rf"(?P<between>between\s+(?P<b1>{plain})\s+and\s+(?P<b2>{plain}))"
        rf"|(?P<range>(?P<r1>{plain})(?:\s*[-–—]\s*|\s+to\s+|\s+or\s+)(?P<r2>{plain}))(?![\w-])"
        rf"|(?P<product>(?P<p1>{multiplied})(?:\s+of)?\s+(?P<p2>{big})s?)\b"
        rf"|(?P<vague>{vague}|tens(?=\s+(?:of|{behind_tens})\b))\b"
        rf"|(?P<exact>{alternation(words.exact)})\b"
        rf"|(?P<none>{alternation(words.none)})\b"
        rf"|(?P<plain>{plain})(?![\d])(?!(?:[.,:/]|\u2019)\d)"
        rf")"
    )
    before = rf"(?<![\w-])(?P<bound>{alternation(words.bounds)})\s+(?:the\s+|a\s+further\s+|another\s+|other\s+|an\s+additional\s+)?$"
    behind = rf"(?:\s*(?P<bound>{alternation(words.bounds_behind)}))(?!\w)"
    rise = rf"(?:{alternation(words.rise_verbs)})\s+(?:up\s+)?from\s+$"
    flag = re.IGNORECASE
    groups = "".join(f"(?P<{name}>(?!))?" for name in ("between", "b1", "b2", "range", "product", "vague", "exact", "none"))
    return _Patterns(words.first_words, re.compile(number, flag), re.compile(rf"{groups}(?P<plain>{plain})", flag), re.compile(before, flag), re.compile(behind, flag), re.compile(rise, flag))


def _read(text: str, match: re.Match[str], patterns: _Patterns, words: NumberWords) -> NumberSpan | None:
    start, end = match.span()
    form, values = _values(match, words)
    if values is None:
        return None
    low, high, best, approximate = values
    if form == "range" and patterns.rise.search(text, max(0, start - 30), start):
        # "rose from 40 to 47": the first is the old figure.
        return NumberSpan(match.start("r2"), end, match.start("r2"), high, high, high, False, None, "exact")
    start, kind = _bound_before(text, start, patterns, words) if form != "none" else (start, None)
    if kind is None and form in ("exact", "vague"):
        kind, end = _bound_behind(text, end, patterns, words)
    low, high, best, approximate = _bounded((low, high, best, approximate), kind)
    return NumberSpan(start, end, match.start(), low, high, best, approximate, kind, form)


Values = tuple[int | None, int | None, int | None, bool]


def _values(match: re.Match[str], words: NumberWords) -> tuple[str, Values | None]:
    part = match.groupdict()
    if part["between"] or part["range"]:
        return "range", _range(part["b1"] or part["r1"], part["b2"] or part["r2"], "-" in (part["range"] or ""))
    if part["product"]:
        vague = words.vague[_plain(part["p1"])]
        factor = words.multipliers[part["p2"].lower().removesuffix("s")] if part["p2"] else 1
        exact = vague.low == vague.high
        high = vague.low * factor if exact else (vague.high or 9) * factor + (factor - 1 if factor >= 100 else 0)
        return "vague", (vague.low * factor, high, vague.low * factor if exact else None, True)
    if part["vague"]:
        vague = words.vague[_plain(part["vague"])]
        return "vague", (vague.low, vague.high, vague.best, vague.best is None)
    if part["exact"]:
        value = words.exact[_plain(part["exact"])]
        return "exact", (value, value, value, False)
    if part["none"]:
        return "none", (0, 0, 0, False)
    number = read_number(part["plain"], words)
    if number is None or number > 1e12:
        return "exact", None
    value = round(number)
    return "exact", (value, value, value, number != value)


def _range(first: str, second: str, dashed: bool) -> Values | None:
    low, high = read_number(first), read_number(second)
    if low is None or high is None:
        return None
    scale = re.search(r"(?i)\b(?:hundred|thousand|million|billion)$", second)
    if scale and not re.search(r"(?i)(?:hundred|thousand|million|billion)", first) and low < high / 1000 * 1000 and low < 1000:
        low *= load_numbers().multipliers[scale.group().lower()]
    if low >= high or (dashed and high > 20 * max(low, 1)):
        return None
    return round(low), round(high), None, False


def _bound_behind(text: str, end: int, patterns: _Patterns, words: NumberWords) -> tuple[str | None, int]:
    match = patterns.behind.match(text, end)
    if match is None:
        return None, end
    word = _plain(match["bound"])
    if word in words.bounds_last and re.match(r"\s*\w", text[match.end() : match.end() + 4]):
        return None, end
    return words.bounds_behind[word], match.end()


def _bound_before(text: str, start: int, patterns: _Patterns, words: NumberWords) -> tuple[int, str | None]:
    """The bound that ends where the number begins; of two in a row ("at least some 200") the stronger counts."""
    kind = None
    while True:
        match = patterns.before.search(text, max(0, start - 40), start)
        if match is None:
            return start, kind
        word = _plain(match["bound"])
        if word in ("over", "under", "above", "below", "near", "all", "only", "just", "some") and _is_no_bound(text, match):
            return start, kind
        outer = words.bounds[word]
        kind = outer if kind is None or (kind in WEAK and outer not in WEAK[: WEAK.index(kind) + 1]) else kind
        start = match.start("bound")


def _is_no_bound(text: str, match: re.Match[str]) -> bool:
    """A preposition and no bound: "control over 12 villages", "flew over 3 towns" cannot be told apart by words alone."""
    before = text[max(0, match.start() - 14) : match.start()].lower()
    return bool(re.search(r"\b(?:control|power|authority|sovereignty|flying|flew|fly|flown|spread|took|take|taken|hand|handed|all)\s+$", before))


def _bounded(values: Values, kind: str | None) -> Values:
    low, high, best, approximate = values
    if kind is None or low is None:
        return values
    single = best if best is not None else None
    if kind == "at least":
        return low, None, single, approximate
    if kind == "at most":
        return None, high, high if single is None else single, approximate
    if kind == "over":
        return (low + 1, None, low, approximate) if single is not None else (low, None, None, True)
    if kind == "under":
        return None, (high or low) - 1, (high or low) - 1, approximate
    if single is None:
        return low, high, best, True if kind in ("about", "nearly") else approximate
    if kind == "nearly":
        low = _round_up(single * NEARLY_SHARE)
        return low if low < single else math.floor(single * NEARLY_SHARE), single, single, True
    if kind == "about":
        margin = round_margin(single)
        return single - margin, single + margin, single, True
    return values


def _round_up(value: float) -> int:
    step = 10 ** (len(str(int(value))) - 1) // 2 if value >= SMALL else 1
    return math.ceil(value / step) * step


def round_margin(value: int) -> int:
    """The round margin of "about value": near to eight percent, a five with noughts where that is near enough; of an exact figure one in its last digit."""
    if value < 5:
        return 1 if value > 2 else 0
    told = len(str(value).rstrip("0"))
    if told >= EXACT_DIGITS:
        return int(10 ** (len(str(value)) - told))
    wanted = value * ROUND_SHARE
    power = 10 ** math.floor(math.log10(max(wanted, 1)))
    fives = [five for five in (5 * power // 10, 5 * power) if five and ROUND_BAND[0] <= five / value <= ROUND_BAND[1]]
    if fives:
        return int(fives[-1])
    nice = [step * power for step in (1, 2, 5, 10)]
    return int(min(nice, key=lambda margin: (abs(math.log(margin / wanted)), margin)))


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).lower()
