"""Layer 9, lost doers: who acted where the parse hangs the act on a place or a thing.

In: a Reading and a happening without an initiator. Out: the heads of those who act in the clause above. Decision: a participle
behind a place or a thing goes on with what the sentence's subject does ("captured the village laying siege to the town");
behind somebody who acts it is theirs.
"""

from __future__ import annotations

from warledger.claims.acts.frame_conditions import ACTING
from warledger.claims.acts.happenings import Happening
from warledger.claims.clauses.records import Clause
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.denial_lexicon import load_denials

SUBJECTS = ("nsubj", "nsubjpass")


def trailing_subject(reading: Reading, happening: Happening) -> list[int]:
    """Who acts in the verb over the noun that a participle hangs on by mistake."""
    clause = happening.main.clause
    verb = reading.doc[clause.parent if clause.relation == "light" and clause.parent is not None else clause.head]
    named = verb.dep_ == "pcomp" and verb.head.lower_ == "of" and verb.head.head.lemma_.lower() not in load_denials().tellings  # "the village of X laying siege": the name taken for its subject
    noun = verb.head.head if named else verb.head
    while verb.dep_ in ("xcomp", "conj") and verb.head.i in reading.verbs and verb.tag_ != "VBG" and not any(child.dep_ in SUBJECTS for child in verb.children):
        verb = verb.head  # "attacks by forces seeking to encircle the town and cut the road"
    while verb.dep_ == "conj" and verb.tag_ == verb.head.tag_ == "VBG" and verb.head.i in reading.verbs:
        verb, noun = verb.head, verb.head.head  # "destroying tunnels and taking hold of the blocks"
    if any(child.dep_ in ("aux", "auxpass") for child in verb.children) and verb.tag_ != "VB":
        return []
    if verb.tag_ == "VBG" and verb.dep_ == "ccomp" and verb.head.i in reading.verbs:  # "seized the district driving out the rebels"
        return _acting(reading, reading.verbs[verb.head.i])
    if verb.tag_ == "VBG" and verb.dep_ == "advcl":
        return _nearer_subject(reading, verb)
    if noun.i in reading.nouns and "post" not in reading.word_classes.of(noun.lemma_.lower()):
        return []  # "outrage at attacks targeting civilians": the participle is the act's
    if verb.tag_ != "VBG" or not (named or verb.dep_ == "acl") or noun.pos_ not in ("NOUN", "PROPN") or (_acts(reading, noun.i) and noun.i not in hit_themselves(reading, happening)):
        return []
    pronoun = any(reading.doc[head].tag_ == "PRP" for head in happening.role("target"))
    above = next((reading.verbs[token.i] for token in noun.ancestors if token.i in reading.verbs and not (pronoun and _tells_of_object(token))), None)
    return _acting(reading, above) if above is not None and noun.i > above.head else []


def _tells_of_object(verb: Token) -> bool:
    """"caught the men who had entered the town, killing many of them": a clause about those to whom the one above it does something."""
    return verb.dep_ == "relcl" and verb.head.dep_ == "dobj" and any(child.dep_ == "nsubj" and child.tag_ in ("WP", "WDT") for child in verb.children)


def hit_themselves(reading: Reading, happening: Happening) -> set[int]:
    """"went after the militia inflicting losses upon them": whom a pronoun behind the act stands for, it was done to; they did not do it."""
    pronouns = [head for head in happening.role("target") if reading.doc[head].tag_ == "PRP" and reading.doc[head].head.lower_ != "of"]
    hit = {actor.name for head in pronouns if (actor := reading.actor_at(head)) is not None}
    return {head for head in happening.role("initiator") if (actor := reading.actor_at(head)) is not None and actor.name in hit}


def _acting(reading: Reading, clause: Clause) -> list[int]:
    """Who acts in a clause, nobody where it only tells what was suffered."""
    return [] if clause.passive else [i for head in clause.at("subject") for i in reading.fillers(head) if _acts(reading, i)]


def _nearer_subject(reading: Reading, verb: Token) -> list[int]:
    """"tensions rose after the state sent ships, threatening to attack": tensions threaten nobody, the subject of the clause before does."""
    above = reading.verbs.get(verb.head.i)
    if above is None or any(_acts(reading, i) for head in above.at("subject") for i in reading.fillers(head)):
        return []
    last = next((word for word in reversed(list(verb.doc[verb.sent.start:verb.i])) if not word.is_punct), verb)
    if last.dep_ == "pobj" and last.head.lower_ == "by" and _acts(reading, last.i):
        return list(reading.fillers(last.i))
    before = [child for child in verb.head.children if child.dep_ == "advcl" and verb.head.i < child.i < verb.i and child.i in reading.verbs]
    return _acting(reading, reading.verbs[before[-1].i]) if before else []


def _acts(reading: Reading, head: int) -> bool:
    return reading.actor_at(head) is not None and bool(reading.classes(head) & ACTING)
