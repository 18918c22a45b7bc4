"""Stage 2: from reports to claims. Every layer is called here once, in order; this is the page to read first.

In: reports. Out: claims in text order, and Problems for reports that cannot be coded. Decision: one report is coded alone,
so that the same report gives the same claims in any batch, order or process.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from warledger.actors.catalog import load_actors
from warledger.claims.actors.finder import ActorFinder
from warledger.claims.actors.given_names import with_given_names
from warledger.claims.acts.frames import Match, absorbed_nouns, event_words, match_frames
from warledger.claims.acts.happenings import Happening, find_happenings
from warledger.claims.acts.named_only import is_only_named
from warledger.claims.acts.obligations import find_obligations
from warledger.claims.acts.one_act import join_acts
from warledger.claims.acts.own_side import without_own_side
from warledger.claims.acts.phrases import find_phrases
from warledger.claims.acts.told_dead import find_told_dead
from warledger.claims.assembly import assemble
from warledger.claims.clauses.clause_builder import build_verbs
from warledger.claims.clauses.noun_clauses import build_nouns
from warledger.claims.confidence import with_confidence
from warledger.claims.knowledge import NAME, VERSION, Knowledge, RuleSettings, knowledge_of
from warledger.claims.mentions import PlaceMention
from warledger.claims.names import is_surely_no_place, unify_names, without_datelines, without_places
from warledger.claims.quantities.finder import find_quantities
from warledger.claims.reading import Reading
from warledger.claims.retelling.answers import link_answers
from warledger.claims.retelling.earlier_acts import tell_doers
from warledger.claims.retelling.sameness import link_within
from warledger.claims.second_reading.second_look import look_again
from warledger.claims.second_reading.shared_figures import with_shared_figures
from warledger.claims.stance import StanceReader
from warledger.claims.text.layout import lay_out, parser_text, sentence_starts
from warledger.claims.text.lemmas import mend_lemmas
from warledger.claims.text.parsing import (
    ForParser,
    keep_names,
    keep_whole,
    parse,
    split_at_commas,
    split_owners,
    split_possessives,
)
from warledger.claims.text.tokens import Doc, read_tokens
from warledger.claims.text.topics import topic_of
from warledger.claims.times.finder import find_times
from warledger.claims.times.publication import home_of, is_southern, writes_day_first
from warledger.claims.voices.chains import Voices
from warledger.claims.voices.hedging import doubted
from warledger.claims.voices.statements import find_statements
from warledger.claims.where import theatre_of
from warledger.lexicons.frame_lexicon import load_frames, load_light_verbs, load_word_classes
from warledger.lexicons.speech_lexicon import load_speech, load_stance
from warledger.lexicons.topic_lexicon import load_topics
from warledger.model import Claim, Problem, Report

__all__ = ["VERSION", "Coded", "RuleCoder", "read_layers"]


@dataclass(frozen=True)
class Coded:
    """One report with its layers and claims, for the coder and for `explain`."""

    reading: Reading
    matches: list[Match]
    happenings: list[Happening]
    voices: Voices
    claims: list[Claim]


class RuleCoder:
    """The coder of this project: rules over a parse, knowledge in YAML."""

    NAME = NAME
    SETTINGS = RuleSettings()

    def __init__(self, settings: RuleSettings | None = None) -> None:
        self.settings = settings or self.SETTINGS

    def code(self, reports: Sequence[Report]) -> list[Claim | Problem]:
        """The claims of some reports, report by report in the order given, with a Problem for each that has none to give."""
        found: list[Claim | Problem] = []
        usable = []
        for report in reports:
            problem = _unfit(report)
            if problem is not None:
                found.append(problem)
            else:
                usable.append(report)
        for coded in read_layers(usable, self.settings):
            found.extend(coded.claims)
        return found


def read_layers(reports: Sequence[Report], settings: RuleSettings | None = None) -> Iterator[Coded]:
    """Each report with all its layers."""
    _prepare_tokenizer()
    knowledge = knowledge_of(settings)
    restored = [parser_text(report, _is_known_word) for report in reports]
    texts = [ForParser(one.text, sentence_starts(report), one.owners) for report, one in zip(reports, restored, strict=True)]
    for report, parsed in zip(reports, parse(texts), strict=True):
        yield _read(report, read_tokens(parsed), knowledge)


def _unfit(report: Report) -> Problem | None:
    if report.language not in (None, "en"):
        return Problem("code", "language", f"the report is in {report.language!r}; only English is coded", report=report.id)
    if not report.text.strip():
        return Problem("code", "empty", "the report has no text", report=report.id)
    return None


def _read(report: Report, doc: Doc, knowledge: Knowledge) -> Coded:
    frames, light, speech = load_frames(), load_light_verbs(), load_speech()
    mend_lemmas(doc)
    reading = Reading(report, doc, lay_out(report), load_word_classes())
    named = _actor_finder().read(doc)
    actors = _actor_finder().resolve(named)
    taken = [(mention.start, mention.end) for mention in actors if is_surely_no_place(mention)]
    reading.places = knowledge.places.find(doc, taken, knowledge.hints)
    # whose army "the army" is, is told by where the report is; a name does not run over the end of a line
    reading.theatre = theatre_of(_told_places(reading))
    actors = _actor_finder().resolve(named, reading.theatre, report.day)
    told = [actor for actor in without_places(actors, reading.places) if reading.layout.tells_place(actor.start)]
    reading.actors = with_given_names(unify_names(without_datelines(told, report.text), report.text), report.text)
    reading.times = find_times(doc, writes_day_first(report), is_southern(reading.theatre or home_of(report)))
    reading.quantities = find_quantities(doc, reading.times)
    reading.topic = topic_of(doc, load_topics())
    reading.index()
    reading.verbs = build_verbs(doc)
    reading.event_words = event_words(reading, frames)
    reading.absorbed = absorbed_nouns(reading)
    reading.nouns = build_nouns(doc, reading.verbs, lambda token: token.i in reading.event_words,
                                lambda i: reading.actor_at(i) is not None, light)
    wordings = chain(find_phrases(reading, frames), find_told_dead(reading, frames), find_obligations(reading, frames, frozenset(speech.content)))
    matches = [match for match in match_frames(reading, frames, wordings)
               if not reading.layout.is_boilerplate(doc[match.head].idx) and not is_only_named(reading, match)]
    reading.acts = {head: match.frame for match in matches for head in (match.carrier, match.head)}
    happenings = find_happenings(reading, matches)
    voices = Voices(reading, speech)
    stances = StanceReader(reading, speech, load_stance())
    if knowledge.joins_acts:
        happenings = join_acts(reading, happenings, voices, stances)
    claims = assemble(reading, happenings, voices, stances, knowledge.coder)
    claims += find_statements(reading, voices, claims, knowledge.coder)
    claims = doubted(reading, claims)
    if knowledge.second_reading:
        claims = with_shared_figures(without_own_side(look_again(reading, claims)))
    claims = tell_doers(reading, link_answers(reading, sorted(claims, key=_by_trigger)))
    claims = with_confidence(reading, link_within(reading, claims))
    return Coded(reading, matches, happenings, voices, claims)


def _told_places(reading: Reading) -> list[PlaceMention]:
    """The places that the report tells of: without those of its date line and of what is printed around it, where there are others."""
    return [mention for mention in reading.places if reading.layout.tells_place(mention.start)] or reading.places


def _by_trigger(claim: Claim) -> tuple[int, str]:
    return (min((p.start for p in claim.passages if p.field == "trigger"), default=0), claim.id)


@functools.cache
def _actor_finder() -> ActorFinder:
    return ActorFinder()


@functools.cache
def _known_words() -> frozenset[str]:
    """Ordinary words of our knowledge, by which a headline in title case is read."""
    words = set(load_word_classes().words())
    for frame in load_frames().frames:
        for wording in (*frame.verbs, *frame.nouns, *frame.phrases):
            words.update(wording.replace("-", " ").split())
    for verb in (*load_speech().content, *load_speech().event):
        words.update(verb.split())
    return frozenset(words)


def _is_known_word(word: str) -> bool:
    known = _known_words()
    stems = [word, word.removesuffix("s"), word.removesuffix("ed"), word.removesuffix("d"), word.removesuffix("es"),
             word.removesuffix("ing")]
    return any(stem in known for stem in stems)


@functools.cache
def _prepare_tokenizer() -> None:
    split_at_commas()
    names = {word for actor in load_actors() if actor.kind in ("state", "group", "media", "office")
             for word in (actor.name, *actor.aliases) if " " not in word and not (actor.kind == "office" and word.isupper())}  # "PMs" are many
    split_possessives(sorted(names | load_actors().capitals))
    split_owners()
    frames = load_frames().frames
    groups = {word for actor in load_actors() if actor.kind in ("group", "body") for word in (actor.name, *actor.aliases) if word.isupper()}
    keep_names(sorted(groups))
    keep_whole(sorted({word for frame in frames for word in (*frame.nouns, *frame.verbs) if "-" in word and " " not in word}))
