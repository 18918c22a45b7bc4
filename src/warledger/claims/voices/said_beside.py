"""Layer 7, what somebody else says in the same sentence: "X said ... while Y said ...".

In: the tokens of what one says, or a verb of saying. Out: those of them that another says, whether a verb of saying opens beside what is told.
Decision: told by the word that opens the clause; behind "as" only somebody who says a thing of his own, behind "but" only somebody who accuses.
"""

from __future__ import annotations

from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.speech_lexicon import SpeechLexicon

BESIDE = frozenset(("while", "whilst", "whereas", "although", "though"))
# Who denies or confirms behind "while" may speak of what stands before it; these tell something of their own.
TELLING = frozenset(("say", "report", "add", "tell", "state"))


def opens_beside(token: Token) -> bool:
    """"..., while the minister said": a verb of saying that says nothing of what stands before its "while"."""
    return token.lemma_ in TELLING and token.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ in BESIDE and child.i < token.i for child in token.children)


def of_another(reading: Reading, content: set[int], speech: SpeechLexicon) -> set[int]:
    """"X said ... while Y said ...": what another says beside is not within what the first one says."""
    found: set[int] = set()
    for i in content:
        clause, token = reading.verbs.get(i), reading.doc[i]
        if clause is not None and token.dep_ in ("advcl", "ccomp") and clause.predicate in speech.content \
                and (clause.mark in BESIDE or (token.dep_ == "advcl" and _says_beside(token))) \
                and any(reading.doc[head].pos_ != "PRON" for head in clause.at("subject")):
            found.update(part.i for part in token.subtree)
        elif clause is not None and token.tag_ == "VBG" and token.dep_ == "conj" and clause.predicate in speech.plain \
                and any(child.dep_ == "nsubj" for child in token.children):
            found.update(part.i for part in token.subtree)  # "with the army saying ... and the rebels saying ..."
        elif clause is not None and clause.predicate in speech.accusing and _accuses_instead(token):
            found.update(part.i for part in token.subtree)
    return found


def _says_beside(token: Token) -> bool:
    """"X said jets hit the port as a reporter said shots were heard": behind "as" somebody who says a thing of his own."""
    told = any(child.dep_ in ("ccomp", "dobj") and child.i > token.i for child in token.children)
    return token.lemma_ in ("say", "report") and told and any(child.lower_ == "as" and child.dep_ == "mark" for child in token.children)


def _accuses_instead(token: Token) -> bool:
    """"The army said rebels had used mortars but villagers accused its troops of the attack": who accuses others instead speaks for himself."""
    turned = any(child.dep_ == "cc" and child.lower_ == "but" and child.i < token.i for child in token.head.children)
    named = any(child.dep_ == "nsubj" and child.pos_ != "PRON" for child in token.children)
    bare = not any(child.dep_ in ("aux", "auxpass", "mark") for child in token.children)
    return token.dep_ == "conj" and token.tag_ == "VBD" and turned and named and bare
