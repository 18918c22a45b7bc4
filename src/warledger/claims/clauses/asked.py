"""Layer 4, verbs, whom somebody wants to do what an infinitive tells: "called on X to stop the raids", "waited for X to take the hill".

In: an infinitive. Out: the token behind "on" that is asked, or behind "for" whose the infinitive is. Decision: whoever calls, presses or
waits does not do what he calls or waits for, nor who gives time or leave to do it; a finite verb between the asking and the infinitive parts the two.
"""

from __future__ import annotations

from warledger.claims.text.tokens import Token

# Verbs and nouns of asking whose "on" stands before who is asked.
ASKING = frozenset(("call", "pressure", "prevail", "lean"))
# Nouns of wanting whose "for" stands before who is to act; "preparations for a raid to take it" are no such.
WANTING = ASKING | {"demand", "plea", "appeal", "request", "need", "time", "plan", "wait", "chance", "opportunity", "permission", "pretext", "excuse"}
# Verbs and nouns of asking whose "to" or "with" stands before who is asked: "appealed to the rebels to halt the shelling", "pleaded with them to leave".
PLEADING = frozenset(("appeal", "plead", "plea"))
ON = frozenset(("on", "upon"))
# Verbs of giving, and what one gives to somebody so that he can do a thing.
GIVING = frozenset(("give", "offer", "grant", "promise", "guarantee"))
GIVEN = frozenset(("passage", "chance", "opportunity", "time", "permission", "right", "day", "hour", "week", "deadline", "ultimatum", "option", "choice"))
RECEIVERS = frozenset(("dative", "dobj", "nsubjpass", "appos"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
# What the model calls a time is nobody: "fought for years to take it".
TIMES = frozenset(("DATE", "TIME"))
# How far before its infinitive somebody is asked, in words.
REACH = 15


def asked_before(infinitive: Token) -> Token | None:
    """Who is asked to do what an infinitive tells, None where nobody is."""
    if infinitive.tag_ != "VB" or not any(child.lower_ == "to" and child.dep_ == "aux" for child in infinitive.children):
        return None
    opener = next(child.i for child in infinitive.children if child.lower_ == "to" and child.dep_ == "aux")
    if (given := _given_leave(infinitive, infinitive.doc[opener - 1])) is not None:
        return given
    for word in reversed(infinitive.doc[max(infinitive.sent.start, infinitive.i - REACH):infinitive.i]):
        if word.tag_ in FINITE and word.lemma_ not in ASKING:
            return None
        asking = word.head.lemma_.lower() in ASKING or (word.i and word.nbor(-1).lemma_.lower() in ASKING)  # "put pressure on X": hung on the verb
        pleading = word.lower_ in ("to", "with") and word.dep_ == "prep" and word.head.lemma_.lower() in PLEADING
        if (word.lower_ in ON and asking) or pleading:
            return next((child for child in word.children if child.dep_ == "pobj"), None)
        if word.lower_ == "for" and word.dep_ == "prep" and (word.head.pos_ != "NOUN" or word.head.lemma_.lower() in WANTING):  # "calls for X to leave": whoever stands right before the infinitive
            meant = next((child for child in word.children if child.dep_ == "pobj" and child.ent_type_ not in TIMES), None)
            return meant if meant is not None and meant.right_edge.i == opener - 1 else None
    return None


def _given_leave(infinitive: Token, noun: Token) -> Token | None:
    """"gave the rebels two days to leave", "were offered safe passage to leave": to whom time or leave is given."""
    if noun.lemma_.lower() not in GIVEN or noun.pos_ != "NOUN":
        return None
    verb = next((above for above in (*noun.ancestors, *infinitive.ancestors) if above.lemma_ in GIVING and above.pos_ == "VERB"), None)
    if verb is None or verb.i > noun.i:
        return None
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    found = [child for child in verb.children if child.dep_ in RECEIVERS and child.pos_ in ("NOUN", "PROPN", "PRON", "NUM") and (child.i < verb.i) == passive]
    return next((child for child in found if child.left_edge.i < noun.i and child is not noun and not child.is_ancestor(noun)), None)
