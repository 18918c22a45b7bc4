"""Layer 3, the name that a text gives to somebody in the same breath: "an alliance of rebels known as the Northern Front".

In: the actor mentions of a report with its text. Out: the same mentions, a description of one body under the name behind it.
Decision: only words of naming join the two, and only a name of a body counts; "a leader known as Abu Omar" and "the groups known
as X and Y" stay as they are, since one name does not stand for several.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from warledger.claims.mentions import ActorMention

DESCRIBED = frozenset(("group", "force", "armed"))
NAMED = frozenset(("group", "force", "body"))
# What stands between the two: "a coalition of rebel groups called the Army of the North", "a militia, known as X".
GIVEN = re.compile(r"(?: of [a-z][a-z -]*)?,? (?:also |better |formerly )?(?:known as|called|dubbed|named|calling itself)(?: the)? [\"“]?")


def with_given_names(mentions: list[ActorMention], text: str) -> list[ActorMention]:
    """The mentions in text order, each description that a name follows under that name."""
    # what a body consists of stands between it and its name: "an alliance of rebel groups known as"
    within = {two for one, two in pairwise(mentions) if text[one.end:two.start] == " of " and two.plural and _is_description(two)}
    outer = [mention for mention in mentions if mention not in within]
    names = {one: two for one, two in pairwise(outer) if _is_named(one, two, text)}
    return [_under(mention, names[mention]) if mention in names else mention for mention in mentions]


def _is_named(one: ActorMention, two: ActorMention, text: str) -> bool:
    described = _is_description(one) and not one.plural and not one.definite
    name = two.kind in NAMED and not two.definite and two.text[0].isupper() and not _is_description(two)
    return described and name and GIVEN.fullmatch(text, one.end, two.start) is not None


def _is_description(mention: ActorMention) -> bool:
    """"an Iraqi militia": its noun is written small and it is nobody whom we list."""
    return mention.kind in DESCRIBED and mention.actor is None and mention.text.split()[-1].islower()


def _under(mention: ActorMention, name: ActorMention) -> ActorMention:
    return replace(mention, name=name.name, actor=name.actor, kind=name.kind, country=name.country or mention.country,
                   sector=name.sector or mention.sector, backed_by=name.backed_by or mention.backed_by)
