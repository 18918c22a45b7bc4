"""Layer 7: the chain of speakers of any word of the report, from the outermost to the innermost.

In: a Reading and its attributions. Out: a Voice for a token: its speakers, how they hold it, the stance that saying sets.
Decision: attributions nest by their content, the one that holds the cue of another outside it; what nobody is said to say
is the report's own voice, the empty chain.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.voices.ascriptions import Ascription, find_ascriptions
from warledger.claims.voices.attribution import Attribution
from warledger.claims.voices.attributions import find_attributions
from warledger.claims.voices.hedging import hedge_of
from warledger.lexicons.speech_lexicon import SpeechLexicon

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

    @functools.cached_property
    def ascriptions(self) -> list[Ascription]:
        """What the report ascribes to somebody in the wide sense; read when first asked for, since claims do not need it."""
        return find_ascriptions(self._reading, self._speech)

    def of(self, i: int) -> Voice:
        """The voice of a token."""
        found = [item for item in self.attributions if i in item.content and i != item.cue]
        depth = {item.cue: sum(item.cue in other.content for other in found) for item in found}
        found.sort(key=lambda item: (depth[item.cue], -len(item.content), item.cue))
        speakers: list[ActorMention] = []
        denied = bool(found) and found[0].saying.stance == "denied"  # "X denied the claims of Y that ..." is the word of X
        several = len({item.speakers for item in found}) > 1  # a quotation and its verb have the same
        for item in found:
            alleged = item.speakers[-1].head == item.cue or (denied and self._reading.doc[item.cue].pos_ == "NOUN")
            if speakers and depth[item.cue] and (item.saying.attribution == "suspected" or alleged):
                continue  # whose thoughts somebody tells does not speak himself, nor do the allegations that he denies
            for mention in item.speakers:
                if several and mention.anonymous and mention.kind == "unknown" and self._is_paper(mention):
                    continue  # "'According to preliminary data nine died,' the mayor said": the data are his
                if all(mention.name != other.name for other in speakers):
                    speakers.append(mention)
        # a medium passes on what others say, however the sentence nests it ("X was quoted by AFP as saying")
        speakers.sort(key=lambda mention: mention.kind != "media")
        attribution = "fact"
        for item in found:
            attribution = max(attribution, item.saying.attribution, key=ORDER.index)
        if attribution == "fact":
            attribution = self._hedge(speakers) or hedge_of(self._reading, i) or "fact"
        stance = self._stance(found)
        return Voice(tuple(speakers), attribution, stance, found[-1].cue if found else None)

    def _is_paper(self, mention: ActorMention) -> bool:
        return self._reading.doc[mention.head].lemma_.lower() in self._speech.papers

    def _stance(self, found: Sequence[Attribution]) -> str | None:
        """What the words of saying set, from the innermost out to where somebody adds a saying ("denied it, saying that ...")."""
        for item in reversed(found):
            if item.saying.stance:
                return item.saying.stance
            if self._reading.doc[item.cue].dep_ == "advcl":
                break
        return None

    def of_any(self, heads: Sequence[int]) -> Voice:
        """The voice of what several words tell together: the longest chain of speakers, the first of equals."""
        return max((self.of(head) for head in heads), key=lambda voice: len(voice.speakers))

    def _hedge(self, speakers: list[ActorMention]) -> str | None:
        """"Unconfirmed reports said": what is said by nobody firm is claimed."""
        words = {word.lower() for mention in speakers for word in mention.text.split()}
        return "claimed" if words & self._speech.hedges else None
