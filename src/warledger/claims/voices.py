"""Layer 7: the chain of speakers of any word of the report, from the outermost to the innermost.

In: a Reading and its attributions. Out: a Voice for a token: its speakers, how they hold it, the stance that saying sets.
Decision: attributions nest by their content; a quotation takes the speaker of the verb of saying that stands beside it,
or of the quotation before; what nobody is said to say is the report's own voice, the empty chain.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from warledger.claims.ascriptions import Ascription, find_ascriptions
from warledger.claims.attribution import Attribution
from warledger.claims.attributions import find_attributions
from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.lexicons.speech_lexicon import Saying, SpeechLexicon

# How many tokens from a closing quotation mark the verb of saying may stand.
BESIDE = 14
# A quotation of fewer words is a word in quotes, not somebody's speech.
LEAST_WORDS = 4
HEDGES = frozenset(("reportedly", "allegedly", "apparently", "purportedly", "supposedly", "suspected", "alleged", "presumable",
                    "presumably", "unconfirmed"))
# From the weakest hold to the strongest denial: the innermost word decides, a hedge weakens it.
ORDER = ("fact", "admitted", "claimed", "suspected", "denied")


@dataclass(frozen=True)
class Voice:
    """Who says a thing. attribution is how it is held; stance what the words of saying set, None where nothing."""

    speakers: tuple[ActorMention, ...] = ()
    attribution: str = "fact"
    stance: str | None = None
    cue: int | None = None


class Voices:
    """The voices of one report."""

    def __init__(self, reading: Reading, speech: SpeechLexicon) -> None:
        self._reading = reading
        self.attributions = find_attributions(reading, speech)
        self._speech = speech
        self.attributions += self._quoted(speech)

    @functools.cached_property
    def ascriptions(self) -> list[Ascription]:
        """What the report ascribes to somebody in the wide sense; read when first asked for, since claims do not need it."""
        return find_ascriptions(self._reading, self._speech)

    def of(self, i: int) -> Voice:
        """The voice of a token."""
        found = [item for item in self.attributions if i in item.content and i != item.cue]
        found.sort(key=lambda item: (-len(item.content), item.cue))
        speakers: list[ActorMention] = []
        for item in found:
            for mention in item.speakers:
                if all(mention.name != other.name for other in speakers):
                    speakers.append(mention)
        # a medium passes on what others say, however the sentence nests it ("X was quoted by AFP as saying")
        speakers.sort(key=lambda mention: mention.kind != "media")
        attribution = "fact"
        for item in found:
            attribution = max(attribution, item.saying.attribution, key=ORDER.index)
        if attribution == "fact" and self._is_hedged(i):
            attribution = "claimed"
        stance = next((item.saying.stance for item in reversed(found) if item.saying.stance), None)
        return Voice(tuple(speakers), attribution, stance, found[-1].cue if found else None)

    def of_any(self, heads: Sequence[int]) -> Voice:
        """The voice of what several words tell together: the longest chain of speakers, the first of equals."""
        return max((self.of(head) for head in heads), key=lambda voice: len(voice.speakers))

    def _is_hedged(self, i: int) -> bool:
        token = self._reading.doc[i]
        around = [*token.children, *(token.head.children if token.dep_ != "ROOT" else ())]
        return any(child.lower_ in HEDGES for child in around)

    def _quoted(self, speech: SpeechLexicon) -> list[Attribution]:
        """Attributions of quotations whose speaker stands beside them."""
        found: list[Attribution] = []
        last: tuple[Attribution, int] | None = None
        for start, end in self._reading.layout.quotations:
            tokens = self._reading.tokens_of(start, end)
            inside = frozenset(i for i in tokens if not self._reading.doc[i].is_punct)
            if len(inside) < LEAST_WORDS or self._reading.layout.is_boilerplate(start):
                continue
            speaker = self._beside(tokens, speech)
            if speaker is None and last is not None and tokens.start - last[1] < 3:
                speaker = last[0].speakers, last[0].cue, last[0].saying
            if speaker is not None:
                item = Attribution(speaker[0], speaker[1], inside, speaker[2])
                found.append(item)
                last = (item, tokens.stop)
        return found

    def _beside(self, tokens: range, speech: SpeechLexicon) -> tuple[tuple[ActorMention, ...], int, Saying] | None:
        """The nearest attribution whose cue stands behind or before the quotation."""
        behind = [item for item in self.attributions if tokens.stop <= item.cue < tokens.stop + BESIDE
                  and self._uninterrupted(tokens.stop, item.cue)]
        before = [item for item in self.attributions if tokens.start - BESIDE <= item.cue < tokens.start
                  and self._uninterrupted(item.cue, tokens.start)]
        for item in [*behind, *reversed(before)]:
            return item.speakers, item.cue, item.saying
        return self._bare_verb(tokens, speech)

    def _uninterrupted(self, first: int, last: int) -> bool:
        doc = self._reading.doc
        return not any(doc[i].text in (".", "!", "?", '"') for i in range(first + 1, last - 1))

    def _bare_verb(self, tokens: range, speech: SpeechLexicon) -> tuple[tuple[ActorMention, ...], int, Saying] | None:
        """A verb of saying beside the quotation that has no content of its own in the parse."""
        doc = self._reading.doc
        for i in [*range(tokens.stop, min(tokens.stop + BESIDE, len(doc))), *range(tokens.start - 1, max(tokens.start - BESIDE, 0), -1)]:
            clause = self._reading.verbs.get(i)
            if clause is None or clause.predicate not in speech.content or not self._clear(i, tokens):
                continue
            mentions = [self._reading.actor_at(head) for head in clause.at("subject")]
            known = tuple(mention for mention in mentions if mention is not None)
            if not known:
                near = [self._reading.actor_at(j) for j in (i - 1, i + 1) if 0 <= j < len(doc)]
                known = tuple(mention for mention in near if mention is not None)[:1]
            if known:
                return known, i, speech.content[clause.predicate]
        return None

    def _clear(self, i: int, tokens: range) -> bool:
        first, last = (tokens.stop, i) if i >= tokens.stop else (i, tokens.start)
        return self._uninterrupted(first, last)
