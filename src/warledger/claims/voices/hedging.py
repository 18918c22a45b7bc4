"""Layer 7: how firmly a thing is held where no speaker tells: hedges, passives without agent, and what could not be verified.

In: a Reading, a token or the claims. Out: an attribution, or the claims with theirs. Decision: a thing that nobody could verify is
claimed by whoever said it; a thing that "is believed" is suspected, whoever believes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Span, Token
from warledger.lexicons.hedge_lexicon import load_hedges
from warledger.lexicons.speech_lexicon import load_speech
from warledger.model import Claim

# How many verbs above an act may pass it on.
REACH = 3
# How many sentences before the one that doubts it a claim may stand.
BACK = 2
# What denies that a check was made.
DENYING = frozenset(("not", "n't", "never", "no", "unable", "impossible", "without", "cannot", "neither", "nor", "yet"))


def hedge_of(reading: Reading, i: int) -> str | None:
    """How an act is held by the words beside it and the passives over it: suspected, claimed, or None where nothing hedges it."""
    token = reading.doc[i]
    around = [*token.children, *(token.head.children if token.dep_ != "ROOT" else ())]
    around += [inner for child in token.children if child.dep_ == "nsubj" for inner in child.children]  # "suspected rebels killed"
    words = {child.lower_ for child in around}
    hedges = load_hedges()
    if words & hedges.suspected:
        return "suspected"
    if words & load_speech().hedges:
        return "claimed"
    return _passed_on(reading, token)


def _passed_on(reading: Reading, token: Token) -> str | None:
    """"is believed to have captured", "is suspected of carrying out", "has been blamed for the raid"."""
    for above in [head for head in token.ancestors if head.i in reading.verbs][:REACH]:
        clause = reading.verbs[above.i]
        if clause.passive and clause.predicate in load_hedges().passives and not clause.at("subject") and not clause.negated:
            return load_hedges().passives[clause.predicate]
    return None


def doubted(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, those that the report says it could not verify held as claimed."""
    sentences = list(reading.doc.sents)
    found = {claim.id: claim for claim in claims}
    for n, sentence in enumerate(sentences):
        if not _doubts(sentence):
            continue
        for before in (sentence, *reversed(sentences[max(0, n - BACK):n])):
            inside = [claim for claim in claims if claim.attribution == "fact" and claim.speakers and _stands_in(claim, before)]
            if inside:
                found.update((claim.id, replace(claim, attribution="claimed")) for claim in inside)
                break
    return [found[claim.id] for claim in claims]


def _doubts(sentence: Span) -> bool:
    """"The claim could not be independently verified", "Reuters was unable to verify the report"."""
    hedges = load_hedges()
    for token in sentence:
        if token.lemma_.lower() not in hedges.verifying:
            continue
        near = {token.lower_, *(child.lower_ for child in token.children)}
        above = token
        for _ in range(REACH):
            if above.dep_ not in ("xcomp", "attr", "conj", "acl", "relcl", "dobj", "advcl", "nsubj"):
                break
            above = above.head
            near |= {above.lower_, *(child.lower_ for child in above.children)}
        if near & DENYING and any(word.lemma_.lower() in hedges.checked or word.lower_ in hedges.checked for word in sentence):
            return True
    return False


def _stands_in(claim: Claim, sentence: Span) -> bool:
    return any(p.field == "trigger" and sentence.start_char <= p.start < sentence.end_char for p in claim.passages)
