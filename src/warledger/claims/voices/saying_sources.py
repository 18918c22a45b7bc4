"""Layer 7, sources that need no verb: "according to", and nouns of saying: "the army's claim that ...".

In: a Reading. Out: Attributions. Decision: "according to" covers the clause that it hangs on; a noun of saying
needs a clause with "that", and speaks itself where nobody is named and it only claims ("allegations that ...").
"""

from __future__ import annotations

from collections.abc import Iterator

from warledger.claims.mentions import ActorMention
from warledger.claims.reading import Reading
from warledger.claims.text.coordination import TURNING_DOWN
from warledger.claims.text.tokens import Token
from warledger.claims.voices.attribution import Attribution
from warledger.claims.voices.demands import demanded
from warledger.claims.voices.participles import sayer_above
from warledger.claims.voices.speakers import PROVIDED, any_noun, givers, own_tokens, phrase, speakers_at
from warledger.lexicons.speech_lexicon import Saying, SpeechLexicon, load_speech

# Words between an owner and the name of his medium: "'s official television station".
LONGEST_SORT = 5
SORTS = frozenset(("station", "arm", "service"))
# Those who are a source beside another one.
JOINED = frozenset(("body", "media", "people", "office", "person", "state", "unknown"))
WHERE = frozenset(("in", "near", "at", "from", "outside", "inside", "around"))
OWNERS = frozenset(("'s", "’s"))
EMERGING = frozenset(("emerge", "surface", "appear", "spread", "circulate", "arise"))
# What somebody says that he feels over what has happened, the verbs by which he does, and before what he feels it over.
FEELINGS = frozenset(("concern", "alarm", "outrage", "regret", "dismay", "horror", "shock", "sorrow", "sadness", "grief", "anger", "indignation", "condolence",
                      "sympathy", "condemnation"))
VOICING = frozenset(("offer", "extend", "convey", "send", "present"))
OVER = frozenset(("over", "at", "about", "of", "on", "regarding"))
# Verbs at the end of a sentence that the parse takes for nouns, and how who speaks holds it.
TAKEN_FOR_NOUNS = {"reports": "fact", "claims": "claimed"}
# What two sides give each other in words, and by which verbs.
TRADED = frozenset(("accusation", "allegation", "blame", "charge"))
TRADING = frozenset(("trade", "exchange", "swap"))
# Nouns of a demand.
DEMANDS = frozenset(("call", "appeal", "plea", "demand", "request"))
# Who rejects what others claim or suspect denies it; a demand or a plan that somebody rejects is another thing.
HELD_BY_OTHERS = frozenset(("claimed", "suspected"))


def according_to(reading: Reading) -> Iterator[Attribution]:
    """The attributions by "according to"."""
    doc = reading.doc
    for token in doc:
        if token.lower_ != "according" or token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "to":
            continue
        speakers = _medium_of(reading, _behind(reading, doc[token.i + 1]))
        if speakers:
            yield Attribution(tuple(speakers), token.i, _scope(reading, token, speakers), Saying("fact"))


def _behind(reading: Reading, preposition: Token) -> list[ActorMention]:
    """Who stands behind "according to", also where the parse runs on: "according to the bulletin rebels shelled ..."."""
    doc, papers = reading.doc, load_speech().papers
    heads = [inner.i for inner in preposition.children if inner.dep_ == "pobj"]
    first = preposition.i + 1
    while first + 1 < len(doc) and doc[first].pos_ in ("DET", "ADJ"):
        first += 1  # "killing according to the latest toll nine villagers"
    bare = doc[first].lemma_.lower() in papers and first == preposition.i + 1
    lost = doc[first].lemma_.lower() in papers and (bare or all(doc[head].lemma_.lower() not in papers for head in heads)) and not givers(reading, doc[first])
    if lost:
        paper = any_noun(reading, first)
        return [paper] if paper is not None else []
    speakers = speakers_at(reading, heads)
    near = [mention for i in (preposition.i + 1, preposition.i + 2, first) if i < len(doc) and doc[i].tag_ != "PRP$" and (mention := reading.actor_at(i)) is not None][:1]
    between = reading.report.text[near[0].end:speakers[0].start].strip() if speakers and near else ""
    if speakers and near and near[0].kind == "media" and speakers[0].start > near[0].end and (not between or between.isdigit()):
        return near  # "according to the SUNA news agency militants killed nine"
    if speakers:
        return [*speakers, *(mention for mention in _misplaced(reading, preposition) if mention not in speakers)]
    return near or [mention for head in heads if (mention := _whoever(reading, doc[head])) is not None]


def _misplaced(reading: Reading, preposition: Token) -> list[ActorMention]:
    """"according to residents near the area and the Observatory": the body that the parse joins to a place of the first one's."""
    nouns = [part for head in preposition.children if head.dep_ == "pobj" for child in head.children if child.dep_ == "prep" and child.lower_ in WHERE
             for place in child.children if place.dep_ == "pobj" for part in place.conjuncts]
    found = (reading.actor_at(part.i) for part in nouns if part.i > preposition.i)
    placed = [mention for mention in found if mention is not None and mention.kind in ("body", "media") and not mention.anonymous]
    return [*placed, *_joined_to_name(reading, preposition)]


def _joined_to_name(reading: Reading, preposition: Token) -> list[ActorMention]:
    """"according to the Centre for Human Rights and the rescue service": the second one, whom the parse joins to a word of the first one's name."""
    names = [(head, mention) for head in preposition.children if head.dep_ == "pobj" and (mention := reading.actor_at(head.i)) is not None]
    joined = [part.i for head, mention in names for i in reading.tokens_of(mention.start, mention.end) if i > head.i
              for part in reading.doc[i].children if part.dep_ == "conj" and part.idx >= mention.end and part.left_edge.pos_ == "DET"]
    return [mention for mention in speakers_at(reading, joined) if mention.kind in JOINED]


def _whoever(reading: Reading, noun: Token) -> ActorMention | None:
    """Whoever stands behind "according to" though no list knows him; no plan and no law."""
    if noun.lemma_.lower() in load_speech().rules or _is_trait(noun) or noun.i in reading.time_tokens or noun.i in reading.event_words:
        return None
    place = reading.place_at(noun.i)
    if noun.pos_ == "PROPN" and place is None:
        return phrase(reading, noun, anonymous=False)
    house = place is not None and noun.text.islower()  # "according to the Cham hospital"
    return phrase(reading, noun, anonymous=True) if house and noun.pos_ == "NOUN" else any_noun(reading, noun.i)


def _is_trait(noun: Token) -> bool:
    """"tells the jets apart according to their type": what somebody has or is, no paper of his and nobody who speaks for him."""
    speech = load_speech()
    own = any(child.tag_ == "PRP$" and child.lower_ in ("its", "their") for child in noun.children)
    return own and noun.lemma_.lower() not in speech.papers | speech.spokesmen | speech.bodies


def _medium_of(reading: Reading, speakers: list[ActorMention]) -> list[ActorMention]:
    """"according to Hezbollah's television station al-Manar": the medium, not whose it is."""
    if len(speakers) != 1 or speakers[0] not in reading.actors:
        return speakers
    after = reading.actors[reading.actors.index(speakers[0]) + 1:][:1]
    gap = reading.report.text[speakers[0].end:after[0].start].split() if after else []
    named = bool(after) and after[0].kind == "media" and 0 < len(gap) <= LONGEST_SORT and gap[-1].lower() in load_speech().bodies | SORTS
    return after if named and all(word[:1].islower() or word in OWNERS for word in gap) else speakers


def _scope(reading: Reading, token: Token, speakers: list[ActorMention]) -> frozenset[int]:
    """What "according to" covers: the clause that it hangs on, and where that is the main one the sentence."""
    head = token.head
    while head.dep_ not in ("ROOT", "ccomp", "advcl", "relcl", "conj") and head.head.i != head.i:
        head = head.head
    last = max([token.right_edge.i, *own_tokens(reading, speakers)])
    ends = all(part.is_punct or part.is_space or part.i <= last or part.lower_ == "citing" or part.head.lower_ == "citing" for part in token.sent if part.i > token.i)
    opens = token.i == token.sent.start
    within = not opens and (head.dep_ == "ccomp" or (head.dep_ in ("relcl", "conj") and not ends))
    covered = head.subtree if within else token.sent
    own = own_tokens(reading, list(speakers))
    provided = token.i + 2 < len(reading.doc) and any(child.dep_ == "pobj" and child.lemma_.lower() in PROVIDED for child in token.nbor(1).children)
    paper = set(range(token.i, min(own, default=token.i) + 1)) if provided else set()  # "according to details handed over to the UN by the council": how it came to be known
    return frozenset(part.i for part in covered) - own - paper - {token.i, token.i + 1} - _described(reading, token, speakers)


def _described(reading: Reading, cue: Token, speakers: list[ActorMention]) -> set[int]:
    """"..., according to the Cham Front, one of the factions fighting in Homs": who a source is the report tells."""
    opens = cue.i == cue.sent.start  # "According to the Cham Front the army shelled Homs", where the parse may hang all of it on the source
    heads = [reading.doc[mention.head] for mention in speakers if mention.head > cue.i and not opens]
    asides = [child for head in heads for child in head.children if child.i > head.i and child.dep_ in ("appos", "relcl", "acl")]
    return {part.i for child in asides for part in child.subtree}


def by_noun(reading: Reading, speech: SpeechLexicon) -> Iterator[Attribution]:
    """"the opposition's claim that the army fled", "allegations that both sides used gas", "a statement saying that ..."."""
    for token in reading.doc:
        if (closing := _reports(reading, token)) is not None:
            yield closing
            continue
        if (told := _felt(reading, token) or _demanded(reading, token) or _traded(reading, token)) is not None:
            yield told
            continue
        saying = speech.nouns.get(token.lemma_.lower()) if token.pos_ == "NOUN" else None
        if saying is None or token.i in reading.verbs:
            continue
        clause = next((child for child in token.children if child.dep_ in ("acl", "ccomp", "relcl")), None) or _emerged(token)
        if clause is None:
            continue
        denial = _called_false(reading, token, clause, speech)
        if denial is not None:
            yield denial
            continue
        if not _opens_with_that(clause):
            continue
        owners = _owners(reading, token)
        if not owners and _is_anybodys(token, saying):
            owners = [mention for mention in [any_noun(reading, token.i)] if mention is not None]
        if owners:
            yield Attribution(tuple(owners), token.i, frozenset(part.i for part in clause.subtree), saying)


def _is_anybodys(noun: Token, saying: Saying) -> bool:
    """"allegations that ...", "asked about a report that a drone carried out the strike": a noun of saying that speaks where nobody is named."""
    one = noun.lower_ == "report" and any(child.lower_ in ("a", "another") for child in noun.children)
    return one or (noun.tag_ == "NNS" and (saying.attribution == "claimed" or noun.lower_ == "reports"))


def _felt(reading: Reading, noun: Token) -> Attribution | None:
    """"voiced concern over the shelling of clinics", "offered condolences over the deaths of two guards": who tells what he feels tells what happened."""
    verb = reading.verbs.get(noun.head.i)
    if noun.lemma_.lower() not in FEELINGS or noun.dep_ != "dobj" or verb is None or verb.negated or verb.predicate not in VOICING | load_speech().voicing:
        return None
    links = [child for over in (noun, noun.head) for child in over.children if child.i > noun.i and child.dep_ == "prep" and child.lower_ in OVER]
    content = frozenset(part.i for link in links for part in link.subtree)
    above = sayer_above(reading, verb)  # "issued a statement expressing outrage at the attack"
    speakers = speakers_at(reading, (above or verb).at("subject"))
    told = any(i in reading.event_words or i in reading.verbs for i in content)
    return Attribution(tuple(speakers), verb.head, content, Saying("fact")) if speakers and told else None


def _traded(reading: Reading, noun: Token) -> Attribution | None:
    """"The army and the rebels traded accusations of shelling clinics": either says so of the other."""
    verb = reading.verbs.get(noun.head.i)
    if noun.lemma_.lower() not in TRADED or noun.dep_ != "dobj" or verb is None or verb.negated or verb.predicate not in TRADING:
        return None
    links = [child for over in (noun, noun.head) for child in over.children if child.i > noun.i and child.dep_ == "prep" and child.lower_ in OVER | {"for"}]
    speakers = speakers_at(reading, verb.at("subject"))
    content = frozenset(part.i for link in links for part in link.subtree)
    return Attribution(tuple(speakers), verb.head, content, Saying("claimed")) if speakers and content else None


def _demanded(reading: Reading, noun: Token) -> Attribution | None:
    """"rejected calls by opposition leaders to halt the bombing": whose demand a noun is says what is to be done."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in DEMANDS:
        return None
    owners = _owners(reading, noun)
    content = set(demanded(reading, noun))
    for child in noun.head.children:  # "ignored an appeal from the bishop to stop the shelling", hung on the verb
        if child.i > noun.i and child.dep_ in ("advcl", "xcomp") and child.tag_ == "VB" and child.left_edge.lower_ == "to" and noun.dep_ == "dobj":
            content |= {part.i for part in child.subtree}
    return Attribution(tuple(owners), noun.i, frozenset(content), Saying("fact")) if owners and content else None


def _emerged(noun: Token) -> Token | None:
    """"Reports emerged on Saturday that rebels ...": the clause that the parse hangs on the verb."""
    if noun.dep_ != "nsubj" or noun.head.lemma_ not in EMERGING:
        return None
    return next((child for child in noun.head.children if child.i > noun.head.i and child.dep_ in ("advcl", "ccomp") and _opens_with_that(child)), None)


def _reports(reading: Reading, token: Token) -> Attribution | None:
    """"... the sites of the attacks, AFP news agency reports.", "... in a raid, a local newspaper claims.": a verb that the parse takes for a noun behind a medium."""
    saying = TAKEN_FOR_NOUNS.get(token.lower_)
    ends = all(part.is_punct or part.is_space for part in token.doc[token.i + 1:token.sent.end])
    if saying is None or token.pos_ != "NOUN" or token.i < 2 or not ends:
        return None
    before = next(iter(speakers_at(reading, [token.i - 1])), None) or (any_noun(reading, token.i - 1) if _is_bare_body(token.nbor(-1)) else None)
    if before is None or before.kind not in ("media", "body", "unknown") or not (before.text[:1].isupper() or _is_bare_body(token.nbor(-1))):
        return None
    told = frozenset(part.i for part in token.sent if part.idx < before.start and not part.is_punct)
    return Attribution((before,), token.i, told, Saying(saying)) if any(i in reading.verbs or i in reading.event_words for i in told) else None


def _is_bare_body(noun: Token) -> bool:
    """"a local newspaper": a phrase of its own, which no verb and no preposition governs."""
    first = noun.i
    while first > noun.sent.start and noun.doc[first - 1].pos_ in ("ADJ", "NOUN", "PROPN"):
        first -= 1
    article, over = noun.nbor(first - 1 - noun.i), noun.nbor(first - 2 - noun.i) if first > noun.sent.start + 1 else noun
    return noun.lemma_.lower() in load_speech().bodies and article.lower_ in ("a", "an") and over.pos_ not in ("VERB", "AUX", "ADP", "SCONJ", "CCONJ")


def _called_false(reading: Reading, noun: Token, clause: Token, speech: SpeechLexicon) -> Attribution | None:
    """"a ministry described the reports of shelling as untrue", "rejected the claim that ...": what is reported is denied."""
    verb = reading.verbs.get(noun.head.i)
    if verb is None or noun.dep_ != "dobj":
        return None
    turned_down = verb.predicate == TURNING_DOWN and not verb.negated and speech.nouns[noun.lemma_.lower()].attribution in HELD_BY_OTHERS and _opens_with_that(clause)
    said_of = {part.lemma_.lower() for child in noun.head.children if child.i > noun.i for part in (child, *child.children)}
    said_of |= {child.lemma_.lower() for child in clause.children if child.dep_ == "oprd"}
    speakers = speakers_at(reading, verb.at("subject")) if turned_down or said_of & speech.falsehoods else []
    content = frozenset(part.i for part in clause.subtree)
    return Attribution(tuple(speakers), verb.head, content, Saying("denied", "denied")) if speakers else None


def _opens_with_that(clause: Token) -> bool:
    first = clause.left_edge
    return first.lower_ == "that" and (first.dep_ == "mark" or first.dep_ == "det")  # the parse may take "that" with the subject


def _owners(reading: Reading, noun: Token) -> list[ActorMention]:
    """Whose word it is: "the army's claim", "a statement by the army", "the army rejected the claim by rebels"."""
    before = [child.i for child in noun.children if child.dep_ in ("poss", "compound", "amod", "nmod") and child.i < noun.i]
    behind = [inner.i for child in noun.children if child.lower_ in ("by", "from", "of") for inner in child.children if inner.dep_ == "pobj"]
    named = [mention for i in (*before, *behind) if (mention := reading.actor_at(i)) is not None and mention.head != noun.i]
    verb = reading.verbs.get(noun.head.i)
    if not named and noun.dep_ == "dobj" and verb is not None and verb.predicate in load_speech().voicing and not verb.negated:
        return speakers_at(reading, verb.at("subject"))  # "rebels and the Red Cross voiced alarm that ..."
    return named[:1] or [mention for child in noun.children if child.dep_ == "poss" and (mention := any_noun(reading, child.i)) is not None]
