"""Words of saying and words that set a stance, as typed data.

In: speech.yaml and stance.yaml of this folder. Out: look-ups by lemma. Decision: how a speaker holds a thing sits on the
word of saying, not on the event.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from warledger.lexicons.yaml_source import Entry, read_entries
from warledger.model.codebook import ATTRIBUTIONS, STANCES

HERE = Path(__file__).parent
TAKES = ("content", "event", "demand", "responsibility", "nothing")
# What a verb may need to say anything.
NEEDS = ("finite", "figure", "marked")
# What a verb may be beside what it does.
FLAGS = ("plain", "personal", "accusing")
# Plain lists of words under their own key.
STANCE_LISTS = ("proofs", "factive", "carrying", "achieving", "attempts", "moving", "answering", "ending", "striving", "talking", "shielding")
LISTS = ("papers", "inquiries", "bodies", "spokesmen", "deeds", "falsehoods", "hedges", "plainly", "voicing", "rules", "platforms", "visual")
# Before the name of a platform.
BEFORE_PLATFORM = frozenset(("on", "via", "through", "over"))


@dataclass(frozen=True)
class Saying:
    """What a verb of saying does: how the speaker holds it, the stance that it sets, and what it takes."""

    attribution: str
    stance: str | None = None


@dataclass(frozen=True)
class Sort:
    """Whom a noun may go back to: speakers of some kinds, and of some sectors where any are told."""

    kinds: frozenset[str]
    sectors: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Governing:
    """What a governing word does to the stance of what it governs."""

    stance: str
    negated: bool = False


class SpeechLexicon:
    """Words of saying by lemma.

    content, event, demands, responsibility: verbs with a content clause or quotation, with an event noun as object, with what is to be
    done, with the word "responsibility". speaking: verbs whose subject speaks, though no
    clause of theirs tells what. nouns: nouns of saying that take content. ascribing: all nouns that say or hold. finite, figure: verbs
    that say only with a finite clause, only with that or a figure; marked: those of them that say only with "that". plain: those whose content may be the rest of the
    sentence. personal: those of which only somebody is the subject. accusing: those that tell
    what somebody did wrong. papers speak for who gave them out, inquiries for who made them; bodies speak though no list knows them; spokesmen
    speak for a body behind them; with deeds for
    objects nothing is said; what is called a falsehood is denied; hedges weaken a report. sorts: the kinds and sectors of the speakers that
    a noun may go back to, plainly the words beside it that tell no other; voicing: verbs with which a noun of saying says;
    rules: what a thing is done by, which says nothing; platforms: where it is said;
    visual: papers that show it.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.content: dict[str, Saying] = {}
        self.event: dict[str, Saying] = {}
        self.demands: dict[str, Saying] = {}
        self.responsibility: dict[str, Saying] = {}
        self.nouns: dict[str, Saying] = {}
        self.speaking: frozenset[str] = frozenset()
        self.sorts: dict[str, Sort] = {}
        words: dict[str, set[str]] = {key: set() for key in ("ascribing", *NEEDS, *FLAGS, *LISTS)}
        for entry in entries:
            entry.expect("verbs", "nouns", "attribution", "stance", "takes", "needs", *FLAGS, *LISTS, "sorts", "kinds", "sectors")
            self.sorts.update(dict.fromkeys(entry.texts("sorts"), Sort(frozenset(entry.texts("kinds")), frozenset(entry.texts("sectors")))))
            for key in LISTS:
                words[key].update(entry.texts(key))
            words["ascribing"].update(entry.texts("nouns"))
            for flag in FLAGS:
                words[flag].update(entry.texts("verbs") if entry.value.get(flag) else ())
            needs = entry.value.get("needs")
            if needs is not None:
                if needs not in NEEDS:
                    raise entry.fail(f"needs is one of {', '.join(NEEDS)}", "needs")
                words[needs].update(entry.texts("verbs"))
            self._take(entry)
        self.ascribing, self.finite, self.figure, self.marked, self.plain, self.personal, self.accusing, self.papers, self.inquiries, self.bodies, self.spokesmen, self.deeds, self.falsehoods, self.hedges, self.plainly, self.voicing, self.rules, self.platforms, self.visual = (
            frozenset(words[key]) for key in ("ascribing", *NEEDS, *FLAGS, *LISTS))

    def is_platform(self, before: str, word: str) -> bool:
        """"on Facebook", "via Telegram": whether a word behind another, both in lower case, is where somebody said it, and no name's part."""
        return word in self.platforms and before in BEFORE_PLATFORM

    def _take(self, entry: Entry) -> None:
        """The words of one entry that say something."""
        value = entry.value
        if not (value.get("takes") or value.get("attribution")):
            return
        if value.get("takes") not in TAKES or (value["takes"] != "nothing" and value.get("attribution") not in ATTRIBUTIONS):
            raise entry.fail(f"attribution is one of {', '.join(ATTRIBUTIONS)}; takes one of {', '.join(TAKES)}")
        if value["takes"] == "nothing":
            self.speaking |= frozenset(entry.texts("verbs"))
            return
        saying = Saying(value["attribution"], value.get("stance"))
        table = {"content": self.content, "event": self.event, "demand": self.demands, "responsibility": self.responsibility}[value["takes"]]
        for verb in entry.texts("verbs"):
            table.setdefault(verb, saying)
        for noun in entry.texts("nouns"):
            self.nouns.setdefault(noun, saying)

    @property
    def commenting(self) -> frozenset[str]:
        """Verbs that speak of an event behind a preposition ("comment on the attack")."""
        return (frozenset(self.content) | frozenset(self.demands) | self.speaking) - self.finite - self.figure

    def saying_of(self, words: Iterable[str]) -> Saying | None:
        """What the first of some wordings of a verb does that says anything, None where none does."""
        for word in words:
            saying = self.content.get(word) or self.event.get(word) or self.demands.get(word)
            if saying is not None:
                return saying
        return None


class StanceLexicon:
    """Governing words by lemma, and the lists of stance.yaml, whose comments say what each is for."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._words: dict[str, Governing] = {}
        self._events: dict[str, Governing] = {}
        words: dict[str, set[str]] = {key: set() for key in STANCE_LISTS}
        for entry in entries:
            entry.expect("words", "stance", "negated", "events", *STANCE_LISTS)
            for key in STANCE_LISTS:
                words[key].update(entry.texts(key))
            if not any(entry.value.get(key) for key in ("words", "events")):
                continue
            if entry.value.get("stance") not in STANCES:
                raise entry.fail(f"stance is one of {', '.join(STANCES)}")
            governing = Governing(entry.value["stance"], bool(entry.value.get("negated")))
            self._words.update(dict.fromkeys(entry.texts("words"), governing))
            self._events.update(dict.fromkeys(entry.texts("events"), governing))
        self.proofs, self.factive, self.carrying, self.achieving, self.attempts, self.moving, self.answering, self.ending, self.striving, \
            self.talking, self.shielding = (
            frozenset(words[key]) for key in STANCE_LISTS)

    def of(self, *words: str | None) -> Governing | None:
        """What the first known of some words does, None where none is known."""
        return next((self._words[word] for word in words if word in self._words), None)


    def of_event(self, *words: str) -> Governing | None:
        """What the first known of some words does to an event that it is said of, None where none is known."""
        return next((self._events[word] for word in words if word in self._events), None)


@functools.cache
def load_speech() -> SpeechLexicon:
    """The words of saying; KnowledgeError with file and line where an entry is wrong."""
    return SpeechLexicon(read_entries(HERE / "speech.yaml"))


@functools.cache
def load_stance() -> StanceLexicon:
    """The words that set a stance; KnowledgeError with file and line where an entry is wrong."""
    return StanceLexicon(read_entries(HERE / "stance.yaml"))
