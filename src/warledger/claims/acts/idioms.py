"""Layer 5, wordings whose verb means nothing by itself: "took part", "held them responsible", "brought to justice".

In: a Reading and the clause of a verb. Out: whether it is an idiom. Decision: the words stand together in `idioms` of grammar.yaml, and in
`idioms_apart` those between whose halves other words may stand; a noun with an "of" of its own makes none.
"""

from __future__ import annotations

from warledger.claims.clauses.records import Clause
from warledger.claims.reading import Reading
from warledger.lexicons.grammar_lexicon import load_grammar

IDIOMS = load_grammar().idioms
APART = load_grammar().idioms_apart
PARTED_VERBS = frozenset(words.split()[0] for words in APART)
# Words within which the second half of an idiom follows its verb.
REACH = 8


def is_idiom(reading: Reading, clause: Clause) -> bool:
    """Whether the verb of a clause is half of an idiom and no act by itself."""
    return bool(IDIOMS & set(clause.variants) and not _has_its_own(reading, clause)) or _is_parted(reading, clause)


def _has_its_own(reading: Reading, clause: Clause) -> bool:
    """"took parts of the road": a noun with an "of" of its own makes no idiom of the verb."""
    return any(child.lower_ == "of" for head in clause.at("object") for child in reading.doc[head].children)


def _is_parted(reading: Reading, clause: Clause) -> bool:
    """"holds Russia directly and fully responsible", "are brought to justice": the words of an idiom that others part."""
    if clause.predicate not in PARTED_VERBS:
        return False
    head = reading.doc[clause.head]
    return any(f"{clause.predicate} {word.lemma_.lower()}" in APART and head.is_ancestor(word)
               for word in reading.doc[clause.head + 1:clause.head + 1 + REACH])
