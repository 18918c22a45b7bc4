"""Layer 1: the comma that a text lost between two outcomes ("A man killed 7 people injured in shelling").

In: the parser's text. Out: the characters of the blanks where such a comma stood. Decision: a comma is set only between
a count with what befell those and the next count with another, so that the parser does not take the first for the doer of
the second; and before a part told of a count ("22 most of them women").
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from warledger.lexicons.word_lists import load_word_lists

# Words that may stand between a count and what befell those.
BETWEEN = r"(?:[^\W\d][\w'-]* ){0,4}?"


def outcome_blanks(text: str) -> Iterator[int]:
    """The blanks between two outcomes, in no order; a caller sets a comma there."""
    low = text.lower()
    low = low if len(low) == len(text) else text  # a few letters grow when they are lowered
    for pattern in _patterns():
        for match in pattern.finditer(low):
            yield match.start("blank")


@functools.cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = {name: "|".join(words) for name, words in load_word_lists("outcome_pairs.yaml", "outcome").items()}
    count = rf"(?:(?:(?:{words['counts']}) ){{0,2}}\d+|(?:{words['counts']}))"
    befell, does, second = words["befell"], words["does"], words["second"]
    part = rf"{count} of (?:them|whom) (?:an? )?(?:[\w-]+ )?(?:{words['persons']}|{words['plurals']})"
    passive = " (?:were|was|have been|had been) "
    opening = r"(?:^|(?<=[.!?:;,] )|(?<=\n))"
    return tuple(re.compile(one, re.MULTILINE) for one in (
        # "A man killed _ 7 people injured in shelling", "20 civilians killed _ scores injured"
        rf"{opening}(?:(?:an?|one) (?:[\w-]+ ){{0,2}}(?:{words['persons']})|{count} (?:[\w-]+ ){{0,2}}(?:{words['plurals']})) (?:{befell})(?P<blank> )(?={count} {BETWEEN}(?:{befell})(?: (?:in|by|as|after|when|on|at|near|during|amid|from|due|following|over|across)\b|[.,;:!?\n]|\s*$))",
        # "leaves 4 dead _ 12 hurt"
        rf"\b(?:leave|leaves|left|leaving) {count} (?:[\w-]+ ){{0,2}}?(?:{befell})(?P<blank> )(?={count} {BETWEEN}(?:{befell})\b)",
        # "attacks kill 10 _ injure scores", "killing 3 civilians _ injuring 15"
        rf"\b(?:{does}) {count}(?: [^\W\d][\w'-]*){{0,5}}?(?P<blank> )(?=(?:{second}) {count}\b)(?<!and )(?<!or )",
        # "Car bomb hits Goma market _ kills nine"; "a missile strike on Goma kills nine" has one verb
        rf"\b(?:{words['acts']}) (?:{words['hits']}) (?!(?:on|in|at|near|by|against|from|of) )(?:[\w'-]+ ){{0,5}}?[\w'-]+(?P<blank> )(?=(?:{words['kills']}) {count}\b)(?<!and )(?<!or )(?<!to )(?<!that )",
        # "Bomb kills woman _ wounds 25"
        rf"\b(?:{words['kills']}) (?:[\w-]+ )?(?:{words['persons']})(?P<blank> )(?=(?:{words['kills']}) {count}\b)",
        # "Army foils attack on Kunduz _ kills 10"
        rf"\b(?:{words['stops']}) (?:[\w'-]+ ){{0,3}}?(?:{words['acts']}|assault|offensive|ambush)(?: [\w'-]+){{0,4}}?(?P<blank> )(?=(?:{words['kills']}) {count}\b)(?<!and )(?<!or )(?<!to )(?<!that )",
        # "Rebels fire rocket shells at Goma _ kills four"
        rf"\b(?:fires?|launch|launches|lobs?|drops?) (?:[\w-]+ ){{0,2}}?(?:{words['acts']}|mortars|grenades) (?:at|on|into) (?:[\w'-]+ ){{0,3}}?[\w'-]+(?P<blank> )(?=(?:{words['kills']}) {count}\b)(?<!and )(?<!to )(?<!that )",
        # "kill 14 fighters _ 5 civilians"
        rf"\b(?:{does}) {count} (?:[^\W\d][\w'-]* ){{0,3}}?(?:{words['plurals']})(?P<blank> )(?={count} (?:[^\W\d][\w'-]* ){{0,3}}?(?:{words['plurals']})\b)",
        # "a senior commander _ 34 fighters killed"
        rf"(?P<blank> )(?=\d+ {BETWEEN}(?:{befell})\b)(?:{_behind(words['ranks'])})",
        # "six died _ among them a boy and two nurses _ and eight others were hurt"
        rf"\b(?:{befell})(?P<blank> )(?=among them\b)",
        rf"\bamong them (?:[\w-]+ ){{1,8}}?(?:[\w-]+)(?P<blank> )(?=and {count} (?:others? )?(?:were |was )?(?:{befell})\b)",
        # "four people _ one of them a child _ were killed"
        rf"(?P<blank> )(?={part}{passive})(?:{_behind(words['plurals'])})",
        rf"\b{part}(?P<blank> )(?={passive.lstrip()})",
        # "2 killed _ others injured"; "three men killed others" did it
        rf"\b{count} {BETWEEN}(?:were |was )?(?:{befell})(?P<blank> )(?=others? (?:were |was )?(?:{befell})\b)",
        # "injuring 22 _ most of them women"
        rf"(?P<blank> )(?=(?:most|many|some|all|half) of (?:them|whom)\b)(?:(?<=\d )|{_behind('people|others|persons|civilians')})",
    ))


def _behind(words: str) -> str:
    """A pattern of a place right behind one of some words and a blank."""
    return "|".join(rf"(?<=\b{word} )" for word in words.split("|"))
