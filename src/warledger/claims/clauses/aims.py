"""Layer 4, whom an act by its noun is aimed at, by other words than "on" and "against".

In: the token of an event noun and its clause. Out: arguments of the slot "against". Decision: a participle or a verb of aim names
them behind "at" ("strikes aimed at the militants", "the operation was directed at X"), and so does "anti-" before the noun.
"""

from __future__ import annotations

from warledger.claims.clauses.records import Argument, Clause
from warledger.claims.text.tokens import Token

# Prepositions before whom an act hits.
AGAINST = frozenset(("on", "against"))
# Verbs of fighting for something against somebody.
CONTENDING = frozenset(("fight", "battle", "struggle", "vie", "contend"))
# Words that tell what an act is for: "strikes aimed at the militants", "an offensive aimed at driving out X".
AIMING = frozenset(("aim", "direct"))
# Verbs behind which those stand for whom an act is: "aimed at protecting villagers", "strikes to support the army".
HELPING = frozenset(("back", "support", "bolster", "help", "assist", "aid", "protect", "defend", "free", "rescue", "save", "relieve", "secure", "shield", "strengthen", "prop"))
# Gerunds of what is done to ground, roads or a siege and to nobody: "aimed at reopening the supply lines".
OPENING = frozenset(("open", "reopen", "cut", "sever", "clear", "break", "lift", "end", "stop", "prevent", "link", "reach", "create", "establish", "restore",
                     "capture", "recapture", "take", "retake", "seize", "regain", "recover"))
ANTI = "anti"


def add_aims(token: Token, clause: Clause) -> None:
    """Whom a participle behind the noun, or the verb over it, is aimed at; where the noun names them itself they stand there."""
    over = [token.head] if token.dep_ in ("nsubj", "nsubjpass") else []
    for word in (*(child for child in token.children if child.dep_ == "acl"), *over):
        if word.lemma_.lower() in AIMING and not any(clause.at(slot) for slot in AGAINST):
            clause.arguments.extend(Argument("against", head, implied=True) for head in _aims(word))


def _aims(word: Token) -> list[int]:
    """Whom a word of aim names behind "at", or behind the gerund there."""
    behind = [inner for child in word.children if child.lower_ == "at" for inner in child.children]
    behind = [inner for inner in behind if inner.lemma_.lower() not in HELPING | OPENING]
    return [one.i for inner in behind for one in ([inner] if inner.dep_ == "pobj" else inner.children) if one.dep_ in ("pobj", "dobj")]


def opposed_by(part: Token) -> bool:
    """Whether a name stands behind "anti-": "the anti-rebel campaign" is one against them."""
    before = part.doc[max(0, part.i - 2):part.i]
    return len(before) == 2 and before[1].text == "-" and before[0].lower_ == ANTI
