"""Layer 9, lists of more than two sides: "clashes between the Red Brigade, Ansar al-Sharia and the army".

In: a Reading and a happening. Out: those who stand in a list behind its "between", where the parse hangs some of them elsewhere. Decision: the
words tell a list, whatever the parse makes of its commas: somebody, a comma, somebody, and so on up to one behind "and".
"""

from __future__ import annotations

from warledger.claims.acts.happenings import Happening
from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading

COMMA, LAST = ",", "and"
PASSED = frozenset(("the", "a", "an"))
PARTIES = frozenset(("force", "group", "armed", "state", "body", "people"))


def listed_between(reading: Reading, happening: Happening) -> list[int]:
    """The heads of all in a list of three or more behind "between", in text order; none where the words are no such list."""
    for match in happening.matches:
        for head in match.clause.at("between"):
            first = reading.actor_at(head)
            listed = _list_from(reading, first) if first is not None else []
            if len(listed) > 2:
                return [mention.head for mention in listed]
    return []


def _list_from(reading: Reading, first: ActorMention) -> list[ActorMention]:
    """The list that somebody opens; nobody where no "and" ends it."""
    listed = [first]
    for mention in reading.actors:
        if mention.start < listed[-1].end:
            continue
        joint = _joint(reading, listed[-1], mention)
        if not joint or mention.kind not in PARTIES:
            return []
        listed.append(mention)
        if LAST in joint:
            return listed
    return []


def _joint(reading: Reading, one: ActorMention, other: ActorMention) -> list[str]:
    """What joins two of a list, empty where anything else stands between them."""
    words = [token.lower_ for token in reading.doc[reading.tokens_of(one.start, one.end).stop:reading.tokens_of(other.start, other.end).start]]
    joint = [word for word in words if word not in PASSED]
    return joint if joint in ([COMMA], [LAST], [COMMA, LAST]) else []
