"""Layer 9, "we" in a speech: who speaks, and those whom he speaks for.

In: the participants of a happening by role, its heads and its voice. Out: the same, with the side of the innermost speaker for "we" and "us"
where a role has nobody else. Decision: a group, a force or a state that speaks is "we" itself; a spokesman's "we" is the body that his role
is told of, an official's his state; whoever speaks for nobody stays "we" as it is written, for a speech does not tell who else is meant.
"""

from __future__ import annotations

from collections.abc import Mapping

from warledger.actors.catalog import load_actors
from warledger.claims.acts.happenings import Happening
from warledger.claims.acts.participant import Filled
from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.voices.chains import Voice
from warledger.lexicons.role_lexicon import load_roles
from warledger.lexicons.speech_lexicon import load_speech
from warledger.model import Participant

SPEAKING = frozenset(("we", "us"))
ROLES = ("initiator", "target")
# Kinds that are a side themselves; whose spokesman somebody is, and what stands between the two.
SIDES = ("group", "force", "state", "body")
TOLD_SIDES = (*SIDES, "armed")
OF_SIDE = frozenset(("for", "of", "from", "with"))
WITHIN = ("compound", "nmod", "poss", "amod")
# Who speaks for a state; who speaks for nobody though a name stands behind him ("a resident of Goma", "a witness from the village").
OFFICIAL = ("GOV", "MIL")
PRIVATE = frozenset(("resident", "witness", "eyewitness"))


def with_speaking_side(reading: Reading, happening: Happening, filled: Mapping[str, list[Filled]], voice: Voice) -> dict[str, list[Filled]]:
    """The participants of each role; a medium that passes on a speech speaks for nobody."""
    found = dict(filled)
    speaker = voice.speakers[-1] if voice.speakers else None
    if speaker is None or speaker.sector == "MED":
        return found
    for role in ROLES:
        head = next((head for head in happening.role(role) if reading.doc[head].lower_ in SPEAKING), None)
        if head is not None and not found[role]:
            token = reading.doc[head]
            side = _side(reading, speaker) or Participant(token.text, country=speaker.country, sector=speaker.sector)
            found[role] = [Filled(side, token.idx, token.idx + len(token), head)]
    return found


def _side(reading: Reading, speaker: ActorMention) -> Participant | None:
    """Whose side a speaker is, None where nothing tells it."""
    if speaker.kind in SIDES and not speaker.anonymous:
        return speaker.participant()
    roles = [speaker, *(one for one in reading.actors if one.kind in ("office", "people", "person") and speaker.name in (one.name, one.text))]
    side = next((side for role in roles if (side := _told_side(reading, role, speaker.sector in OFFICIAL)) is not None), None)
    if side is not None:
        return side.participant()
    *body, role_word = speaker.text.split()
    noun = load_roles().noun(body[-1].lower()) if len(body) > 1 and role_word.lower() in load_speech().spokesmen else None
    if noun is not None and noun.kind in SIDES:  # "a Malian army source": the army
        return Participant(" ".join(body), country=speaker.country, sector=speaker.sector)
    state = load_actors().state(speaker.country) if speaker.country is not None and speaker.sector in OFFICIAL and _is_in_office(reading, speaker) else None
    return Participant(state.name, state.id, speaker.country, speaker.sector) if state is not None else None


def _told_side(reading: Reading, role: ActorMention, official: bool) -> ActorMention | None:
    """"a spokesman for the Badr Front", "Badr Front commander Omar Haddad": the side that is told of a role; only an official's is a state."""
    token = reading.doc[role.head]
    words = [token, *(child for child in token.children if child.dep_ in WITHIN and child.i < token.i)]
    named = [word for word in words if word.lemma_.lower() in load_speech().spokesmen - PRIVATE]
    behind = [inner.i for word in named for link in word.children if link.dep_ == "prep" and link.lower_ in OF_SIDE for inner in link.children if inner.dep_ == "pobj"]
    within = [child.i for child in token.subtree if child.dep_ in WITHIN and child.i < token.i] if named else []
    sides = (reading.actor_at(i) for i in (*behind, *within))
    return next((side for side in sides if side is not None and side.kind in TOLD_SIDES and side.head != role.head and not side.anonymous
                 and (official or side.kind != "state")), None)


def _is_in_office(reading: Reading, speaker: ActorMention) -> bool:
    """Whether somebody whom the list knows by a later or earlier office holds it on the day of the report."""
    holder = load_actors().by_id(speaker.actor) if speaker.actor is not None else None
    day = reading.report.day
    return holder is None or day is None or ((holder.since is None or holder.since <= day) and (holder.until is None or day <= holder.until))
