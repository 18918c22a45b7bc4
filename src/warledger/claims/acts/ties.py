"""Layer 5 to 9: which other acts and outcomes of its sentence the parse ties to one.

In: a Match with all Matches by the token that they hang on. Out: the Matches that may tell of the same act. Decision: causes,
means, objects and what hangs on the act are asked first; where they give none, the only act of the sentence is taken. Whether two
that are tied are one happening is decided in happenings.
"""

from __future__ import annotations

from warledger.claims.acts.frames import Match
from warledger.claims.acts.told_apart import is_another, is_only_reported
from warledger.claims.clauses.records import Argument
from warledger.claims.counting_words import is_partitive
from warledger.claims.reading import Reading
from warledger.claims.text.tokens import Token
from warledger.lexicons.grammar_lexicon import load_grammar

CAUSE_PREPOSITIONS = load_grammar().cause_prepositions
LATER = load_grammar().later_prepositions
# Of them those behind which stands an act that was over: an outcome may be of it, another act is not.
BEFORE = frozenset(("after", "following"))
MEANS = load_grammar().means_prepositions
# Verbs whose object is the means of what their infinitive tells.
USING = frozenset(("use", "employ", "deploy"))
# The frames of a killing by its noun and of a toll, which an act told behind them brought about.
KILLING, TOLL = "killing", "toll"
# Prepositions by which an outcome, or the verb over it, tells of its act.
DURING = ("in", "during", "by")
OF_TOLL = ("in", "during", "from", "of")
# Words that open another happening between an outcome and an act.
APART_WORDS = frozenset(("but", "while", "whereas", "meanwhile", "elsewhere", "separately", "earlier"))
# Words before what is added to an outcome told before: "in addition to", "besides".
ADDING = frozenset(("addition", "besides"))
# How far behind one fate another may be told as one with it, and what may stand between beside those whom it befell.
FATE_REACH = 9
COUNTING_WORDS = frozenset(("CCONJ", "NUM", "DET", "AUX", "ADV", "PUNCT"))
FURTHER = frozenset(("other", "others", "more", "another", "least"))
LEAVING = "leave"
SUBJECTS = ("nsubj", "nsubjpass")
JOINING_RELATIONS = frozenset(("advcl", "acl", "conj", "xcomp", "relcl", "ccomp", "pcomp", "dep", "parataxis", "prep"))


def tied_to(reading: Reading, match: Match, by_head: dict[int, Match]) -> list[Match]:
    """Matches that the parse ties to this one."""
    token = reading.doc[match.head]
    tied = [by_head[head] for slot in ("subject", "object", "complement") for head in _events_at(reading, match, slot, by_head)]
    tied.extend(_did_it(reading, match, by_head))
    tied.extend(_causes(reading, match, by_head, bool(tied)))
    if match.frame.result and not tied:  # "killed 34 militants in air strikes": the parse may hang the cause on the victims
        tied.extend(by_head[i] for head in match.clause.at("object") for victim in reading.fillers(head)
                    for child in reading.doc[victim].children if child.dep_ == "prep" and child.lower_ in DURING
                    for inner in child.children if inner.dep_ == "pobj" for i in reading.fillers(inner.i) if i in by_head)
    if match.frame.name in (KILLING, TOLL) and match.clause.kind == "noun" and not tied:
        tied.extend(_hung_on_victims(reading, match, by_head))
    if match.frame.result and match.clause.kind == "noun" and match.clause.parent in reading.verbs:
        # "the strikes caused no casualties": the outcome is the object, the act the subject of one verb
        tied.extend(by_head[i] for head in reading.verbs[match.clause.parent].at("subject")
                    for i in reading.fillers(head) if i in by_head)
        tied.extend(by_head[i] for slot in DURING if not tied for head in reading.verbs[match.clause.parent].at(slot)  # "documented the deaths in raids"
                    for i in reading.fillers(head) if i in by_head)
    tied.extend(_used_by(token, match, by_head))
    tied.extend(_added_to(reading, match, by_head))
    tied.extend(_aimed_by(token, match, by_head))
    if match.frame.type == "AGREE" and token.dep_ in ("compound", "nmod", "amod") and token.head.i in by_head:
        tied.append(by_head[token.head.i])  # "the \"cessation of hostilities\" deal" is one agreement
    acts = {head: other for head, other in by_head.items() if other.clause.kind != "noun" or other.frame.type == match.frame.type}
    above = _above(token, acts if match.frame.result else by_head, match.frame.result)  # "stormed the stronghold killing four": none is killed by it
    if above is not None and tied and by_head[above.i].frame.both_sides and _opens_clause(token, above):
        above = None
    if match.frame.result and any(is_another(reading, other.head) for other in tied):
        above = None  # "rebels shelled the port and another attack killed nine"
    if above is not None and token.dep_ in JOINING_RELATIONS and not _is_beside(reading, match, by_head[above.i], by_head):
        tied.append(by_head[above.i])
    if match.frame.result and not tied:
        tied.extend(_next_fate(reading, match, by_head))
    bare = match.clause.kind == "noun" and not match.roles["initiator"] and not match.roles["target"] and match.frame.stance is None
    if match.frame.type == "ASSAULT" and (not tied or all(other.frame.result for other in tied)) and (match.frame.result or bare):
        tied.extend(_only_act(reading, match, by_head))
    return [other for other in tied if other.head != match.head]


def _causes(reading: Reading, match: Match, by_head: dict[int, Match], is_tied: bool) -> list[Match]:
    """The acts in, by or after which the clause tells it to have come about."""
    tied: list[Match] = []
    for argument in _by_cause(reading, match):
        if argument.slot in CAUSE_PREPOSITIONS and not is_only_reported(reading, argument):
            heads = reading.fillers(argument.head)
            if not any(i in by_head for i in heads):  # "during the past days in a bombardment": the cause hangs on the time
                heads = tuple(inner.i for child in reading.doc[argument.head].children if child.dep_ == "prep"
                              for inner in child.children if inner.dep_ == "pobj")
            later = argument.slot in LATER and (is_tied or tied or _is_days_after(reading, argument.head))
            later = later or (argument.slot in BEFORE and not match.frame.result)  # "after the ambush the army shelled the town"
            tied.extend(by_head[i] for i in heads if i in by_head and not later)
    return tied


def _opens_clause(told: Token, above: Token) -> bool:
    """"fighting went on and bombs dropped by X killed nine": between what is told and the fight above it a clause with its own subject opens."""
    path = [token for token in (told, *told.ancestors) if above.is_ancestor(token)]
    return any(token.dep_ == "conj" and token.pos_ == "VERB" and any(child.dep_ in SUBJECTS for child in token.children) for token in path)


def _did_it(reading: Reading, match: Match, by_head: dict[int, Match]) -> list[Match]:
    """"50 others wounded by fire", "the attack left nearly 50 of the rebels dead": what is the subject of a wording's verb, or of the verb over it."""
    if match.clause.kind != "phrase" or not match.frame.result:
        return []
    over = next((above for above in reading.doc[match.head].ancestors if above.i in reading.verbs), None)
    verbs = [match.head, over.i] if over is not None and over.lemma_ == LEAVING else [match.head]
    return [by_head[i] for verb in verbs if verb in reading.verbs for head in reading.verbs[verb].at("subject")
            for i in reading.fillers(head) if i in by_head]


def _next_fate(reading: Reading, match: Match, by_head: dict[int, Match]) -> list[Match]:
    """"a guard was killed and two others hurt by shells": the acts of the fate told right behind another, only those whom it befell between."""
    later = min((head for head in by_head if match.head < head <= match.head + FATE_REACH and by_head[head].frame.result), default=None)
    if later is None or reading.doc[match.head].sent.start != reading.doc[later].sent.start:
        return []
    other = by_head[later]
    if other.head <= match.head:  # a verb that only carries an act told before
        return []
    befell = {i for head in (*other.roles["target"], *other.clause.at("self")) for i in (head, *reading.fillers(head))}
    between = [token for token in reading.doc[match.head + 1:later] if token.i not in befell]
    bare = all(token.pos_ in COUNTING_WORDS or token.dep_ == "nummod" or token.lower_ in FURTHER for token in between)
    apart = set(match.frame.tally.values()) & set(other.frame.tally.values()) or any(token.lower_ in APART_WORDS for token in between)
    if not bare or not befell or apart:
        return []
    return [act for act in tied_to(reading, other, by_head) if not act.frame.result]


def _hung_on_victims(reading: Reading, match: Match, by_head: dict[int, Match]) -> list[Match]:
    """"the killing of 58 civilians including nine women in air raids", "the toll from the war": the act hung on the victims, on a part of them or on the toll."""
    parts = [part for slot in ("object", "of") for head in match.clause.at(slot) for part in reading.doc[head].subtree]
    if match.frame.name == TOLL:  # the parse may hang "from" on the verb of "put the toll from the war at"
        parts += [child for child in (*reading.doc[match.head].children, *reading.doc[match.head].head.children) if child.i == match.head + 1]
    return [by_head[i] for part in parts if part.dep_ == "prep" and part.lower_ in (OF_TOLL if match.frame.name == TOLL else DURING)
            for inner in part.children if inner.dep_ == "pobj" for i in reading.fillers(inner.i) if i in by_head]


def _is_beside(reading: Reading, match: Match, above: Match, by_head: dict[int, Match]) -> bool:
    """"soldiers were killed in strikes in the north and villagers died in raids in the south": each outcome has its victims and its act."""
    own = _acts_of(reading, match, by_head)
    beside = reading.doc[match.head].dep_ == "conj" and match.frame.result and above.frame.result
    subjects = any(child.dep_ in SUBJECTS for child in reading.doc[match.head].children)
    return beside and subjects and (bool(own) or _is_done_apart(reading, match)) and bool(_acts_of(reading, above, by_head) - own)


def _is_done_apart(reading: Reading, match: Match) -> bool:
    """"five died in shelling of the town and jets killed three more": an outcome coordinated with another that has its own doer and its own victims."""
    verb = reading.doc[match.head]
    own = verb.dep_ == "conj" and verb.head.i in reading.verbs and not match.clause.passive and any(child.dep_ == "nsubj" for child in verb.children)
    return own and any(child.dep_ == "dobj" for child in verb.children) and any(child.dep_ in SUBJECTS for child in verb.head.children)


def _acts_of(reading: Reading, match: Match, by_head: dict[int, Match]) -> set[int]:
    """The acts that an outcome names as its causes."""
    return {i for argument in match.clause.arguments if argument.slot in CAUSE_PREPOSITIONS and argument.slot not in LATER
            for i in reading.fillers(argument.head) if i in by_head and not by_head[i].frame.result}


def _used_by(token: Token, match: Match, by_head: dict[int, Match]) -> list[Match]:
    """"killed 12 people with barrel bombs": the act that a weapon or raid named behind "with" was the means of."""
    if match.clause.kind != "noun":
        return []
    if (acts := used_in(token, by_head)):
        return acts[:1]
    if match.roles["initiator"]:
        return []
    if token.dep_ == "dobj" and token.head.lemma_ in USING:  # "used barrel bombs to attack the town"
        return [by_head[child.i] for child in token.head.children if child.dep_ in ("xcomp", "advcl") and child.i > token.i and child.i in by_head]
    while token.dep_ == "conj" or (token.dep_ == "pobj" and token.head.lower_ == "of" and is_partitive(token.head.head)):
        # "with tens of shells and rockets"
        token = token.head if token.dep_ == "conj" else token.head.head
    if token.dep_ != "pobj" or token.head.lower_ not in MEANS:
        return []
    return [by_head[above.i] for above in token.head.ancestors if above.i in by_head][:1]


def used_in(token: Token, by_head: dict[int, Match]) -> list[Match]:
    """"carried out the attack using a car bomb", "cluster bombs used in the raid": the acts of which something used was the means."""
    first = token.first_of_list
    above = first.head if first.dep_ in ("dobj", "nsubjpass") else None
    over = next((child for child in first.children if child.dep_ == "acl" and child.tag_ == "VBN"), above)
    if over is None or over.lemma_ not in USING:
        return []
    inner = [by_head[noun.i] for child in over.children if child.dep_ == "prep" and child.lower_ in DURING
             for noun in child.children if noun.dep_ == "pobj" and noun.i in by_head]
    return inner or [by_head[above.i] for above in over.ancestors if over.tag_ == "VBG" and above.i in by_head]


def _aimed_by(token: Token, match: Match, by_head: dict[int, Match]) -> list[Match]:
    """"airstrikes by the coalition targeting the town": the act that a general word tells the aim of hangs above its doer or its place."""
    own_subject = any(child.dep_ == "nsubj" and child.tag_ != "WDT" for child in token.children)
    before, over = by_head.get(token.i - 1), by_head.get(token.head.i)
    hung_on_outcome = over is not None and over.frame.result  # "dead in a blast targeting a convoy"
    if match.frame.general and token.tag_ == "VBG" and hung_on_outcome and before is not None and before.clause.kind == "noun" and not before.frame.both_sides:
        return [before]
    if not match.frame.general or match.clause.kind != "verb" or own_subject or not (
            token.dep_ == "relcl" or (token.dep_ == "acl" and token.tag_ == "VBG")):
        return []
    for above in token.ancestors:
        if above.i in by_head:
            return [] if by_head[above.i].frame.both_sides else [by_head[above.i]]
        if above.pos_ not in ("NOUN", "PROPN", "ADP"):
            return []
    return []


def _added_to(reading: Reading, match: Match, by_head: dict[int, Match]) -> list[Match]:
    """"leaving 14 dead in addition to 50 injured", "with dozens more wounded": the outcome told before it in the sentence."""
    token = reading.doc[match.head]
    if not match.frame.result or not any(above.lower_ in ADDING for above in token.ancestors):
        return []
    sentence = token.sent.start
    return [other for head, other in sorted(by_head.items()) if sentence <= head < match.head and other.frame.result][-1:]


def _verb_over(reading: Reading, head: int) -> int | None:
    """The verb that a token is, or that it stands under."""
    return next((token.i for token in (reading.doc[head], *reading.doc[head].ancestors) if token.i in reading.verbs and token.i not in reading.event_words), None)


def _is_days_after(reading: Reading, head: int) -> bool:
    """"two days after the strike": what follows by a stretch of time is another happening."""
    return any(child.dep_ == "npadvmod" for child in reading.doc[head].head.children)


def _by_cause(reading: Reading, match: Match) -> list[Argument]:
    """The arguments of a match, those that only follow in time last; a wording that is also a verb has the verb's ("dozens wounded in an attack")."""
    verb = reading.verbs.get(match.head) if match.clause.kind == "phrase" else None
    return sorted([*match.clause.arguments, *(verb.arguments if verb is not None else ())], key=lambda argument: argument.slot in LATER)


def _only_act(reading: Reading, match: Match, by_head: dict[int, Match]) -> list[Match]:
    """The act of the sentence that an outcome or a means goes to which the parse ties to none.

    "2 killed in shelling" in a headline has but one; "killing four" goes to the act told last before it.
    """
    sentence = reading.doc[match.head].sent
    inside = {other.head: other for other in by_head.values() if sentence.start <= other.head < sentence.end}
    acts = [other for other in inside.values() if not other.frame.result
            and other.frame.type == "ASSAULT" and other.frame.stance is None and other is not match]
    if match.frame.result and _is_done_apart(reading, match):
        verb = reading.doc[match.head]
        acts = [act for act in acts if verb.is_ancestor(reading.doc[act.head]) or not verb.head.is_ancestor(reading.doc[act.head])]
    if match.frame.result and len(acts) > 1 and _trails(reading, match):
        acts = sorted((act for act in acts if act.head < match.head), key=lambda act: act.head)[-1:]
    if len(acts) != 1 or (match.frame.result and not may_be_one_side(reading, match, acts[0])):
        return []
    over = _verb_over(reading, match.head)
    named = acts[0].frame.general or _is_means(reading, match)
    if not match.frame.result and (not named or over != _verb_over(reading, acts[0].head) or is_followed(reading, match, acts[0]) or is_followed(reading, acts[0], match)):
        return []
    low, high = sorted((match.head, acts[0].head))
    apart = any((reading.doc[i].lower_ in APART_WORDS and i not in reading.time_tokens) or reading.doc[i].text == ";" for i in range(low, high))
    return [] if apart else acts


def is_followed(reading: Reading, match: Match, other: Match) -> bool:
    """"after the gas attack, jets bombed a clinic": an act that the sentence puts before the other, which is not named with it."""
    token = reading.doc[match.head].first_of_list
    return token.dep_ == "pobj" and token.head.lower_ in BEFORE and not token.head.is_ancestor(reading.doc[other.head])


def _trails(reading: Reading, match: Match) -> bool:
    """"..., killing four", "causing the death of two": an outcome in a participle behind what brought it about."""
    verb = _verb_over(reading, match.head)
    return verb is not None and reading.doc[verb].tag_ == "VBG"


def _is_means(reading: Reading, match: Match) -> bool:
    """Whether a match is a weapon named ("rocket shells", "two cluster bombs"): it is the means of the act that names it."""
    return match.clause.kind == "noun" and "munition" in reading.word_classes.of(reading.doc[match.head].lemma_.lower())


def may_be_one_side(reading: Reading, match: Match, act: Match) -> bool:
    """Whether those named as doing an outcome may be those who did the act."""
    sides = [{actor.name for head in one.roles["initiator"] if (actor := reading.actor_at(head)) is not None} for one in (match, act)]
    return not sides[0] or not sides[1] or bool(sides[0] & sides[1])


def _events_at(reading: Reading, match: Match, slot: str, by_head: dict[int, Match]) -> list[int]:
    heads = match.clause.at(slot)
    mistaken = [head + 1 for head in heads if slot == "subject" and head + 1 in by_head and reading.doc[head + 1].dep_ == "appos"
                and reading.doc[head + 1].head.i == head]  # "regime airstrikes hit the town", taken for a verb
    return [*(i for head in heads for i in reading.fillers(head) if i in by_head), *mistaken]


def _above(token: Token, by_head: dict[int, Match], climbs: bool) -> Token | None:
    """The match that a token hangs on; an outcome ("injuring four") may hang there through nouns."""
    head = token
    while head.head.i != head.i:
        head = head.head
        if head.i in by_head:
            return head
        if head.pos_ in ("ADP", "SCONJ"):
            continue
        loose = token.tag_ == "VBG" or token.dep_ == "relcl"
        if not climbs or not loose or head.pos_ not in ("NOUN", "PROPN", "NUM"):
            return None
    return None
