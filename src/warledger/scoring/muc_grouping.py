"""Which fillers of MUC-4 slots belong to one incident: pairs of fillers judged by a model, and groups made of the pairs.

In: fillers of one report with where they stand. Out: groups of fillers, one per incident. Decision: incidents are told
apart by what was hit (targets and victims, else all fillers); who did it and with what goes to every incident that it fits,
because reports name an organisation once for many deeds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from warledger.scoring.muc_notation import UNNAMED
from warledger.scoring.muc_sentences import Sentence, Told

CORE = ("Target", "Victim", UNNAMED)
# Two groups of what was hit are one incident when their pairs are so likely on average.
JOIN = 0.6
# An incident beside the first needs something hit that is so sure.
ALONE = 0.3
# Who did it goes to a further incident when it fits so well.
SHARE = 0.7
# Distances in sentences, paragraphs and words (doubling) are told apart up to these.
SENTENCES, PARAGRAPHS, DOUBLINGS, INCIDENTS, LENGTH = 6, 4, 7, 4, 8
# Sentences of a report, in steps.
STEP = 4


@dataclass(frozen=True)
class Filler:
    """What may fill a slot: its wording, how sure, where its entity stands, and the likeliest incident type of it."""

    role: str
    entity: int
    text: str
    probability: float
    heads: tuple[int, ...]
    sentences: tuple[int, ...]
    types: tuple[tuple[str, float], ...]

    @property
    def type(self) -> str:
        """The likeliest type."""
        return max(self.types, key=lambda one: one[1])[0]


Alike = Callable[[Filler, Filler], float]


def group(fillers: Sequence[Filler], alike: Alike) -> list[list[Filler]]:
    """The incidents, by their surest thing hit; one without fillers where there are none."""
    core = [one for one in fillers if one.role in CORE] or list(fillers)
    groups = _joined(core, alike)
    groups.sort(key=lambda members: -_sureness(members))
    kept = [members for place, members in enumerate(groups) if place == 0 or _sureness(members) >= ALONE] or [[]]
    named = [list(members) for members in kept]
    for filler in (one for one in fillers if one not in core):
        fits = [sum(alike(filler, one) for one in members) / len(members) if members else 1.0 for members in kept]
        best = max(range(len(fits)), key=lambda i: (fits[i], -i))
        for i, fit in enumerate(fits):
            if i == best or fit >= SHARE:
                named[i].append(filler)
    return named


def _sureness(members: Sequence[Filler]) -> float:
    return max((one.probability for one in members), default=0.0)


def _joined(fillers: Sequence[Filler], alike: Alike) -> list[list[Filler]]:
    """Groups joined from the likeliest pair on, while the pairs between two groups are likely enough on average."""
    groups = [[one] for one in fillers]
    scores = {(i, j): alike(fillers[i], fillers[j]) for i in range(len(fillers)) for j in range(i)}
    places = [[i] for i in range(len(fillers))]
    while len(groups) > 1:
        links = [(sum(scores[max(x, y), min(x, y)] for x in places[i] for y in places[j]) / (len(places[i]) * len(places[j])), -j, -i)
                 for i in range(len(groups)) for j in range(i)]
        likeliest, first, second = max(links)
        if likeliest < JOIN:
            break
        groups[-first] += groups.pop(-second)
        places[-first] += places.pop(-second)
    return groups


def pair_features(one: Filler, other: Filler, told: Told) -> set[str]:
    """What tells whether two fillers are of one incident."""
    apart, x, y = min((abs(x - y), min(x, y), max(x, y)) for x in one.heads for y in other.heads)
    first, last = told.sentence_at[x], told.sentence_at[y]
    sentences, far = told.sentences, last - first
    paragraphs = sentences[last].paragraph - sentences[first].paragraph
    roles = "-".join(sorted((one.role, other.role)))
    between = sentences[first + 1:last + 1]
    found = {f"sd:{min(far, SENTENCES)}", f"pd:{min(paragraphs, PARAGRAPHS)}", f"rr:{roles}", f"rs:{roles}:{min(far, PARAGRAPHS)}",
             f"rp:{roles}:{min(paragraphs, 2)}", f"td:{min(DOUBLINGS, (1 + apart).bit_length())}",
             f"shared:{min(2, len(set(one.sentences) & set(other.sentences)))}",
             f"times:{min(len(one.sentences), 3)}:{min(len(other.sentences), 3)}",
             f"types:{min(INCIDENTS, len({type_ for sentence in sentences for type_ in sentence.types}))}",
             f"length:{min(LENGTH, len(sentences) // STEP)}", f"same:{one.type == other.type}", f"both:{'+'.join(sorted((one.type, other.type)))}"}
    if y in told.coordinated.get(x, ()):
        found.add("coordinated")
    for sentence in between:
        found |= {f"cue:{word}" for word in sentence.cues} | {f"opens:{word}" for word in sentence.opening[:1]}
    if between:
        found |= {f"there:{word}" for word in (*between[-1].cues, *between[-1].opening)}
    ours, theirs = [sentences[i] for i in one.sentences], [sentences[i] for i in other.sentences]
    for name, here, there in ((name, _of(ours, name), _of(theirs, name)) for name in ("types", "deeds", "places", "times")):
        meeting = "none" if not here and not there else "one" if not here or not there else "same" if here & there else "other"
        found |= {f"{name}:{meeting}", f"{name}:{meeting}:{min(far, PARAGRAPHS)}"}
        new = _of(between, name) - here
        found.add(f"{name}>{'new' if new else 'old' if _of(between, name) else 'none'}")
    return found


def _of(sentences: Sequence[Sentence], name: str) -> set[str]:
    return {value for sentence in sentences for value in getattr(sentence, name)}
