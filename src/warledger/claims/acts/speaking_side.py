"""Layer 9, "we" in a speech: who speaks, and those whom he speaks for.

In: the participants of a happening by role, its heads and its voice. Out: the same, with "we" and "us" where a role has
nobody else. Decision: the name stays as it is written; country and sector are the innermost speaker's, for a speech does
not tell who else is meant.
"""

from __future__ import annotations

from collections.abc import Mapping

from warledger.claims.acts.happenings import Happening
from warledger.claims.acts.participant import Filled
from warledger.claims.reading import Reading
from warledger.claims.voices.chains import Voice
from warledger.model import Participant

SPEAKING = frozenset(("we", "us"))
ROLES = ("initiator", "target")


def with_speaking_side(reading: Reading, happening: Happening, filled: Mapping[str, list[Filled]], voice: Voice) -> dict[str, list[Filled]]:
    """The participants of each role; a medium that passes on a speech speaks for nobody."""
    found = dict(filled)
    speaker = voice.speakers[-1].speaker() if voice.speakers else None
    if speaker is None or speaker.sector == "MED":
        return found
    for role in ROLES:
        head = next((head for head in happening.role(role) if reading.doc[head].lower_ in SPEAKING), None)
        if head is not None and not found[role]:
            token = reading.doc[head]
            found[role] = [Filled(Participant(token.text, country=speaker.country, sector=speaker.sector), token.idx, token.idx + len(token), head)]
    return found
