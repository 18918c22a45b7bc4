"""Layer 6, one whom a word before the noun tells to have been harmed: "an injured child is carried away after a raid".

In: a Reading and its happenings. Out: the tally of such a victim with the index of the act that it goes to. Decision: only one by an article, in a
sentence that names one act of arms behind a preposition, and only whom no other word of it tells something of: what else befell him has its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from warledger.claims.acts.happenings import Happening
from warledger.claims.reading import Reading
from warledger.claims.standing_figures import Counted
from warledger.claims.tallies import single_of
from warledger.claims.text.tokens import Token
from warledger.lexicons.fate_lexicon import load_fates

SINGULAR = frozenset(("a", "an"))
# By these words a caption names what harmed whom it shows.
CAUSED = frozenset(("after", "following", "in", "during", "amid", "by", "from"))
WOUNDED = "wounded"


def described(reading: Reading, happenings: Sequence[Happening]) -> list[tuple[int, Counted]]:
    """The tallies of those whom a participle before the noun tells to be wounded."""
    found = []
    for token in reading.doc if WOUNDED in reading.words or "injured" in reading.words else ():
        if load_fates().those.get(token.lower_) != WOUNDED or not _is_one(token):
            continue
        act = _act_of(reading, happenings, token.head)
        item = single_of(reading, token.head.i, WOUNDED) if act is not None else None
        if act is not None and item is not None:
            found.append((act, item))
    return found


def _is_one(participle: Token) -> bool:
    """"an injured child"."""
    noun = participle.head
    return participle.dep_ == "amod" and noun.tag_ == "NN" and any(child.lower_ in SINGULAR and child.i < participle.i for child in noun.children)


def _act_of(reading: Reading, happenings: Sequence[Happening], victim: Token) -> int | None:
    """The only act of arms of the sentence, where it stands behind the victim and nothing else of it is told of him."""
    here = [i for i, one in enumerate(happenings) if victim.sent.start <= one.main.head < victim.sent.end and one.main.frame.type == "ASSAULT"]
    if len(here) != 1 or happenings[here[0]].main.frame.stance is not None:
        return None
    main = happenings[here[0]].main
    told = {head for match in happenings[here[0]].matches for heads in match.roles.values() for head in heads}
    caused = any(above.lower_ in CAUSED for above in reading.doc[main.head].ancestors)
    return here[0] if main.clause.kind == "noun" and main.head > victim.i and victim.i not in told and caused else None
