"""Layer 3, whom a pronoun cannot stand for: who does to "them" what its clause tells is somebody else.

In: a pronoun in the parse. Out: the verbs and the doer that bind it. Decision: an object is not its own subject, also where the verb is an
infinitive or a participle whose subject stands above it; of what an act is for, the doer is that of the act.
"""

from __future__ import annotations

from warledger.claims.clauses.passing_scenes import act_over_scene
from warledger.claims.text.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass")
OBJECTS = ("dobj", "dative")
RELATIVE_TAGS = ("WP", "WDT")


def verbs_over(token: Token) -> list[int]:
    """A pronoun's own verb, then those whose subject that verb shares."""
    verb = token.head
    if verb.lower_ == "of" and token.dep_ == "pobj" and verb.head.dep_ in OBJECTS:
        verb = verb.head.head  # "freed three of them"
    found = [verb.i]
    while token.dep_ not in SUBJECTS and verb.dep_ == "conj" and not any(child.dep_ in SUBJECTS for child in verb.children):
        verb = verb.head
        found.append(verb.i)
    return found


def is_bound(token: Token, verbs: list[int]) -> bool:
    """"The rebels took 12 hostages and freed three of them": those freed are not the rebels."""
    return (token.head.i == verbs[0] and token.dep_ != "poss") or (token.head.i in verbs[1:] and token.dep_ in SUBJECTS)


def doer_over(pronoun: Token) -> int | None:
    """The subject of the verb whose object a pronoun is, who is somebody else: "the army went on, inflicting losses upon them"."""
    if pronoun.tag_ != "PRP" or pronoun.dep_ not in ("dobj", "pobj"):
        return None
    verb = pronoun.head
    if verb.pos_ == "VERB" and verb.i and verb.nbor(-1).tag_ == "NNS" and verb.tag_ in ("VBP", "VBD") and not any(child.dep_ in (*SUBJECTS, "aux") for child in verb.children):
        return verb.i - 1  # "after which masked gunmen shoot them", of which the parse makes them an object
    for above in pronoun.ancestors:
        if (act := act_over_scene(above)) is not None:  # "Guards fired when inmates fled, killing nine of them": whoever fired killed them
            return next((child.i for child in act.children if child.dep_ in SUBJECTS), None)
        subject = next((child.i for child in above.children if child.dep_ in SUBJECTS), None)
        if subject is not None and above.pos_ in ("VERB", "AUX"):
            if above.dep_ == "relcl" and above.i != pronoun.head.i and pronoun.doc[subject].tag_ in RELATIVE_TAGS and above.head.dep_ == "dobj":
                continue  # "caught the men who had entered the town, killing many of them": whoever caught them killed them
            return subject
        if above.dep_ == "acl" and above.head.pos_ == "NOUN" and (agent := _agent_of(above.head)) is not None:
            return agent  # "attacked despite raids by the army to drive them back": whose raids they are drives back
        if above.dep_ in ("relcl", "ROOT") or (above.dep_ == "ccomp" and above.pos_ != "ADJ"):  # "leaving many of them dead"
            return None
    return None


def _agent_of(act: Token) -> int | None:
    """"raids by the army", "the army's raids": whose act a noun tells."""
    owner = next((child.i for child in act.children if child.dep_ == "poss"), None)
    behind = (below.i for child in act.children if child.lower_ == "by" for below in child.children if below.dep_ == "pobj")
    return owner if owner is not None else next(behind, None)
