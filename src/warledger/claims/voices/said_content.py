"""Layer 7, contents: what of the parse is what a verb of saying says.

In: a Reading, the clause of the verb and its speakers. Out: tokens. Decision: the clauses and objects that the verb takes;
where the parse lost them, what stands before or behind the verb in its sentence.
"""

from __future__ import annotations

from itertools import takewhile

from warledger.claims.clauses.records import Clause
from warledger.claims.clauses.told_of import told_of_before
from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.claims.voices.demands import demanded
from warledger.claims.voices.lost_subjects import ends_with_speaker
from warledger.claims.voices.passive_sayings import announced_before
from warledger.claims.voices.said_beside import of_another, opens_beside
from warledger.claims.voices.said_edges import (
    before_own_act,
    before_own_intent,
    broken_by,
    fates,
    for_what_need,
    in_which_act,
    reason_behind,
    views_of_others,
    with_what,
)
from warledger.claims.voices.sentence_end import closes_sentence, told_before
from warledger.claims.voices.speakers import own_tokens
from warledger.claims.voices.unclaimed_acts import unclaimed_acts
from warledger.lexicons.speech_lexicon import SpeechLexicon

ASIDE = frozenset(("forward", "up", "down", "out", "on", "off"))
CIRCUMSTANCES = frozenset(("after", "before", "since", "until", "because", "when", "as", "while", "whilst", "amid"))
# Before what somebody speaks, warns or complains of.
OF_WHAT = frozenset(("of", "about", "against"))
# Behind this stands what speaks against what is said.
SPITE = "despite"
# What somebody else asked stands behind one of these.
ASKED = frozenset(("ask", "question", "respond", "reply", "answer"))
# What opens a clause whose subject stands behind its verb.
FRONTED = "among"
# These say a figure only with a noun of a paper: "gave a toll of 44", "raised the toll to 44".
FIGURE_WITH_PAPER = frozenset(("give", "raise", "revise"))
NOTHING = frozenset(("nothing", "little"))
CONTENT_RELATIONS = frozenset(("ccomp", "xcomp", "parataxis"))
EVENTS = frozenset(("dobj",))
FINITE = frozenset(("VBD", "VBZ", "VBP", "VBN"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
PRESENT = frozenset(("VBZ", "VBP"))


def content_of(reading: Reading, clause: Clause, speech: SpeechLexicon, speakers: list[ActorMention]) -> frozenset[int]:
    """The tokens of what a verb of saying says, none where it says nothing; "...; Moscow said nothing" says nothing of what stands before."""
    found, verb = _content_of(reading, clause, speech, speakers), reading.doc[clause.head]
    last = max((token.i for token in reading.doc[verb.sent.start:verb.i] if token.text == ";"), default=None)
    if last is None or not any(child.dep_ == "dobj" and child.lower_ in NOTHING for child in verb.children):
        return found
    return frozenset(i for i in found if i > last)


def _content_of(reading: Reading, clause: Clause, speech: SpeechLexicon, speakers: list[ActorMention]) -> frozenset[int]:
    token = reading.doc[clause.head]
    own = own_tokens(reading, speakers)
    if clause.predicate in speech.demands:
        return demanded(reading, token) - own
    if ends_with_speaker(reading, clause):
        return frozenset(range(token.sent.start, token.i)) - own
    beside = token.tag_ == "VBG" and clause.predicate not in speech.plain  # "..., the monitor said blaming rebels for the raid"
    before = set() if beside else _said_in_passing(reading, token, own) or (_told_at_end(reading, clause, speakers) if closes_sentence(reading, clause) else set())
    onward = {part.i for child in (*_clauses_beside(token), *filter(told_of_before, token.children)) for part in child.subtree} | in_which_act(reading, token) | broken_by(token) | with_what(token)
    if before:
        return frozenset(before | onward | reason_behind(token))
    if clause.predicate in (speech.finite | speech.figure) - frozenset(speech.event) and not any(child.dep_ == "ccomp" for child in token.children):
        return _figure(reading, token, clause, speech) or _onward(token, speech)
    if (shared := announced_before(reading, clause)):
        return shared - own
    content: set[int] = set()
    for child in token.children:
        if _is_content(reading, child, clause, speech):
            content.update(part.i for part in child.subtree)
    content |= _fronted(token) if clause.predicate in speech.plain else set()
    if clause.predicate in speech.plain and not _holds_verb(reading, content):
        content |= _rest_of_sentence(reading, token, own)
    content |= _broken_clause(reading, token, speech) if clause.predicate == "say" else set()
    content |= fates(token) if clause.predicate in speech.plain else set()
    within = clause.mark in CIRCUMSTANCES - {"as"}  # "a day after the president announced it" says nothing of what stands before
    told = CONTENT_RELATIONS | (EVENTS if clause.predicate in speech.event else frozenset())  # "rebels fired rockets as they announced an offensive"
    if clause.predicate in speech.plain and token.dep_ == "advcl" and token.tag_ != "VB" and own and not within and not any(child.dep_ in told for child in token.children):
        content |= {part.i for part in token.sent if part.i < min(own)} if token.head.i < min(own) else set()
    content |= onward | for_what_need(token) | (_accused_of(reading, token) | unclaimed_acts(token) if clause.predicate in speech.accusing else set())
    content -= of_another(reading, content, speech) | (_told_beside(reading, content) if clause.predicate in speech.accusing else set())
    content -= before_own_act(reading, token, speakers) | before_own_intent(token) | views_of_others(reading, token)
    if token.dep_ == "relcl" and content and (act := _act_above(reading, clause, speech)) is not None:
        content.add(act)  # "an attack which the ministry said was carried out by rebels"
    return frozenset(content - own - {token.i})


def _act_above(reading: Reading, clause: Clause, speech: SpeechLexicon) -> int | None:
    """The act that a relative clause of saying tells of; "a gas attack on a western town that France blamed on the army": who blames, blames for an act."""
    token = reading.doc[clause.head]
    blames = clause.predicate in speech.accusing and any(child.tag_ == "WDT" and child.dep_ == "dobj" for child in token.children)
    for noun in takewhile(lambda above: above.pos_ != "VERB", token.ancestors) if blames else [token.head]:
        if noun.i in reading.event_words:
            return noun.i
    return None


def _fronted(token: Token) -> set[int]:
    """"said among those hit in the raid was a school": whom the clause is about stands before it, and the parse hangs him on the verb of saying."""
    fronted = [child for child in token.children if child.lower_ == FRONTED and child.i == token.i + 1]
    inverted = any(child.dep_ == "ccomp" and child.lemma_ == "be" and not any(part.dep_ in ("nsubj", "expl") and part.i < child.i for part in child.children)
                   for child in token.children)
    return {part.i for child in fronted for part in child.subtree} if inverted else set()


def _broken_clause(reading: Reading, token: Token, speech: SpeechLexicon) -> set[int]:
    """"said three of its men, armed with guns, and two cars had hit the port": who only says takes no object, and the clause that begins so goes on."""
    objects = [child for child in token.children if child.dep_ == "dobj" and child.i > token.i and child.pos_ in ("NOUN", "NUM", "PROPN")]
    if not objects or any(child.dep_ in CONTENT_RELATIONS and child.i > token.i for child in token.children):
        return set()
    later = [part for part in token.sent if part.i > objects[0].i and part.i in reading.verbs]
    finite = any(part.tag_ in FINITE and any(child.dep_ in SUBJECTS for child in part.children) for part in later)
    if not finite or any(reading.verbs[part.i].predicate in speech.content for part in later):
        return set()
    return {part.i for part in token.sent if part.i > token.i}


def _told_at_end(reading: Reading, clause: Clause, speakers: list[ActorMention]) -> set[int]:
    """What stands before the speaker right before a verb that closes its sentence."""
    near = max((mention for mention in speakers if mention.end <= reading.doc[clause.head].idx), key=lambda mention: mention.end, default=None)
    return set(told_before(reading, clause, near)) if near is not None else set()


def _told_beside(reading: Reading, content: set[int]) -> set[int]:
    """"blamed the army for strikes on two towns which are held by rebels": what the towns are is no part of the blame."""
    relative = (reading.doc[i] for i in content if reading.doc[i].dep_ == "relcl")
    asides = [verb for verb in relative if verb.head.i not in reading.event_words and verb.head.pos_ in ("NOUN", "PROPN")
              and any(child.lower_ == "which" and child.dep_ == "nsubjpass" for child in verb.children)]
    return {part.i for verb in asides for part in verb.subtree}


def _clauses_beside(token: Token) -> list[Token]:
    """"..., the monitor said, and clashes had broken out": by its tense a clause beside the verb of saying is said as well."""
    said = [(child, [*child.children]) for child in (*token.children, *(token.head.children if token.dep_ in ("parataxis", "ccomp") else ()))
            if child.i > token.i and child.dep_ == "conj" and any(part.dep_ in SUBJECTS for part in child.children)]
    found = [child for child, parts in said if child.tag_ == "VBN" and any(part.dep_ == "aux" and part.lower_ == "had" for part in parts)]
    return found or [child for child, parts in said if token.tag_ in PRESENT and child.head is token and any(_is_that(child) for child in token.children)
                     and any(part.tag_ in PRESENT for part in (child, *parts))]


def _is_that(clause: Token) -> bool:
    """"say that ...": a clause that opens with "that" in the present, as what goes on with it does ("and the town is without power")."""
    return clause.dep_ == "ccomp" and any(child.lower_ == "that" and child.dep_ == "mark" for child in clause.children) \
        and any(part.tag_ in PRESENT for part in (clause, *clause.children))


def _accused_of(reading: Reading, token: Token) -> set[int]:
    """"accused the army of responsibility for the raid", "is criticised by rights groups for raids": the deed that the parse hangs on somebody."""
    nouns = [inner for child in token.children if child.dep_ == "agent" for inner in child.children] \
        + [noun for child in token.children if child.dep_ == "dobj" for noun in (child, *child.conjuncts)]  # "accused the junta and its allies of using mines"
    behind = [{part.i for part in child.subtree} for noun in nouns for child in noun.children if child.lower_ in ("of", "for")]
    return {i for tokens in behind if _holds_verb(reading, tokens) for i in tokens}


def _onward(token: Token, speech: SpeechLexicon) -> frozenset[int]:
    """"went on to state that ...": what the verb behind "to" says."""
    said = (child for child in token.children if child.lemma_ in speech.content and any(part.lower_ == "to" for part in child.children))
    return frozenset(part.i for child in said for inner in child.children if inner.dep_ == "ccomp" for part in inner.subtree)


def _figure(reading: Reading, token: Token, clause: Clause, speech: SpeechLexicon) -> frozenset[int]:
    """"put the toll at 40", "gave a toll of 44 dead": the figure is what is said; without one nothing is."""
    objects = [child for child in token.children if child.dep_ in ("dobj", "prep")]
    counted = {part.i for child in objects for part in child.subtree}
    if any(part.lower_ == "no" for child in objects for part in child.children):
        return frozenset()
    people = {item.head for item in reading.quantities if item.unit == "people"} | set(reading.event_words)
    told = clause.predicate in speech.figure and bool(people & counted | {i for i in counted if reading.doc[i].lower_ == "dead"})
    paper = any(child.lemma_.lower() in speech.papers for child in objects)  # "put the toll from strikes on a market at 40"
    if any(child.dep_ == "prt" or (child.lower_ in ASIDE and not (paper and child.i > token.i) and not (child.i < token.i and token.dep_ == "ROOT")) for child in token.children):
        return frozenset()  # "put forward a plan"
    at = any(part.lower_ == "at" and any(inner.like_num for inner in part.children) for child in objects for part in child.subtree)
    if clause.predicate in ("put", "place") and not at and not paper and all(child.lower_ != "at" for child in objects):
        return frozenset()  # "put an end to the raids"
    named = paper or clause.predicate not in FIGURE_WITH_PAPER
    beside = {part.i for child in token.children if child.dep_ == "advcl" and any(inner.lower_ == "while" for inner in child.children)
              for part in child.subtree}  # "put the toll at five while nine people were injured"
    return frozenset(counted | beside | _second_figure(token)) if told and named else frozenset()


def _second_figure(token: Token) -> set[int]:
    """"gave a toll of 12 dead and 55 wounded": the participle of the second figure, which the parse takes for a verb beside the one of saying."""
    joined = [child for child in token.children if child.dep_ in ("conj", "advcl") and child.tag_ in ("VBN", "VBD") and child.i > token.i]
    return {part.i for child in joined for part in child.subtree if child.nbor(-1).like_num and child.nbor(-1).head is child}


def _is_content(reading: Reading, child: Token, clause: Clause, speech: SpeechLexicon) -> bool:
    """Whether a child of a verb of saying is what is said: a clause, an object, what somebody is accused of, "as saying"."""
    if child.dep_ in CONTENT_RELATIONS:
        return not _tells_of_noun(reading, child, clause) and not _is_of_teller_before(child, clause, speech) and not _is_before_what(child, reading.doc[clause.head])
    if child.dep_ == "oprd":
        return clause.predicate in speech.event  # "termed the raid a massacre"
    if child.dep_ == "dobj":
        return clause.predicate in speech.event or clause.predicate in speech.plain or _holds_event(reading, child)
    if child.dep_ == "prep":
        blamed = child.lower_ in ("for", "over") and clause.predicate in speech.accusing and any(
            inner.i in reading.event_words for inner in child.children)  # "criticised both sides for attacks"
        told_of = child.lower_ in OF_WHAT and any(inner.i in reading.event_words for inner in child.children)  # "warned against new strikes"
        spite = child.lower_ == SPITE  # "reported his death despite the fact that the ministry said he lived"
        owned = child.lower_ == "to" and clause.predicate in speech.content and speech.content[clause.predicate].attribution == "admitted"
        return blamed or told_of or owned or child.lower_ == "as" or (clause.predicate in ("accuse", "blame", "report", "put", "place") and not spite)
    asked = child.i < clause.head and child.lemma_ in ASKED  # "Asked whether jets had struck the town, the minister said ..."
    told = child.dep_ in ("dep", "nsubj") or (child.dep_ == "advcl" and not asked and not _is_circumstance(child, clause, speech))
    return child.dep_ == "nsubjpass" or (told and child.pos_ == "VERB")


def _is_of_teller_before(child: Token, clause: Clause, speech: SpeechLexicon) -> bool:
    """"State media reported that the tanks were hit and a monitor said jets were based there": the first teller's clause is not the second one's, who has his own."""
    verb = child.head
    tells = child.i < verb.i and child.lemma_ in speech.content and any(part.dep_ == "nsubj" for part in child.children)
    told = clause.predicate in speech.plain and any(other.dep_ == "ccomp" and other.i > verb.i for other in verb.children)
    # "A bomb killed two; the group said it was behind it": so is what ends with a semicolon
    return told and (tells or any(token.text == ";" for token in verb.doc[child.i:verb.i]))


def _is_before_what(child: Token, verb: Token) -> bool:
    """"jets struck the port in what the army said was a raid on gunmen": before "what" the report tells what happened."""
    i = verb.i - 1
    while i > child.i and verb.doc[i].pos_ in ("DET", "NOUN", "PROPN", "ADJ", "PUNCT"):
        i -= 1
    return child.i < i and verb.doc[i].lower_ == "what"


def _tells_of_noun(reading: Reading, child: Token, clause: Clause) -> bool:
    """"declared a state in territory it controls": a clause without "that" behind a noun, by its pronoun about the speaker, tells of the noun."""
    first = child.left_edge
    before = reading.doc[first.i - 1]
    has_object = any(part.dep_ in ("dobj", "attr") for part in child.children)
    return clause.predicate == "declare" and first.lower_ in ("it", "they", "he", "she") and first.dep_ == "nsubj" and not has_object \
        and before.pos_ == "NOUN" and before.dep_ in ("pobj", "dobj")


def _is_circumstance(child: Token, clause: Clause, speech: SpeechLexicon) -> bool:
    """"warned of a response after the pilot was killed": when or why it was said, by a verb that takes its content in a clause."""
    marked = any(part.dep_ in ("mark", "advmod") and part.lower_ in CIRCUMSTANCES for part in child.children)
    return marked and clause.predicate not in speech.plain


def _holds_event(reading: Reading, token: Token) -> bool:
    """Whether an object names what happened: "condemned the raid", not "declared a state in the land that it controls"."""
    if any(child.dep_ == "amod" and child.i in reading.event_words for child in token.children):
        return True  # "identified the dead commander as ..."
    heads = [token, *(inner for child in token.children if child.dep_ == "prep" for inner in child.children)]
    return any(head.i in reading.event_words or head.pos_ == "VERB" for head in heads)


def _said_in_passing(reading: Reading, token: Token, own: set[int]) -> set[int]:
    """"..., rescue workers said, hours before ...": all of the sentence before the comma is what they said."""
    first = min([token.i, *own])
    last = max([token.i, *own])
    comma = next((i for i in range(first - 1, max(first - 5, token.sent.start), -1) if reading.doc[i].text == ","), None)
    of_noun = token.dep_ == "relcl" and any(child.tag_ in ("WDT", "WP") and child.dep_ == "nsubj" for child in token.children)
    if comma is None or of_noun or any(reading.doc[i].pos_ in ("VERB", "ADP", "SCONJ", "CCONJ") or reading.doc[i].tag_ in ("WDT", "WP") for i in range(comma + 1, first)):
        return set()
    behind = reading.doc[last + 1] if last + 1 < len(reading.doc) else None
    closes = behind is None or behind.is_punct or behind.is_space or behind.lower_ in ("on", "in", "late", "early") or behind.ent_type_ == "DATE"
    before = set(range(token.sent.start, comma))
    return before if closes and _holds_verb(reading, before) else set()


def _holds_verb(reading: Reading, content: set[int]) -> bool:
    return any(i in reading.verbs or i in reading.event_words for i in content)


def _rest_of_sentence(reading: Reading, token: Token, own: set[int]) -> set[int]:
    """Where the parse gives no content: at the end of a sentence all before the speaker, else all behind the verb."""
    sentence = token.sent
    awaited = token.tag_ == "VB" and any(child.lower_ == "to" for child in token.children)  # "waited for the envoy to report"
    behind = [part.i for part in sentence if part.i > token.i and part.i not in own and not part.is_punct]
    before = [part.i for part in sentence if part.i < min([token.i, *own])]
    if token.dep_ == "relcl" and own and min(own) < token.i:
        return set(behind)  # "people who they say fought in the raid": what stands before is the report's
    said_last = len(behind) <= 4 or all(reading.doc[i].pos_ != "VERB" for i in behind)
    if awaited:
        return set()
    if opens_beside(token):
        return set(behind)  # "Rebels shelled the port, while the minister said the army bore responsibility"
    return set(before) if said_last and len(before) > 3 else set(behind)


def has_clause(reading: Reading, clause: Clause) -> bool:
    """Whether a verb of saying takes a clause."""
    return any(child.dep_ in CONTENT_RELATIONS for child in reading.doc[clause.head].children)
