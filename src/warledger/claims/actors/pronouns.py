"""Layer 3, pronouns: "he", "she", "they", "it" and the possessives "his forces", "its army".

In: the drafts of a report, names and descriptions resolved. Out: the drafts with one for each pronoun that acts. Decision:
number, person or not, distance in sentences and being a subject decide; "it" is only taken where an organisation speaks
or acts, for it mostly stands for no one.
"""

from __future__ import annotations

from warledger.claims.actors.bound_pronouns import doer_over, is_bound, verbs_over
from warledger.claims.actors.drafts import Draft
from warledger.claims.clauses.noun_phrases import TextWords
from warledger.claims.text.tokens import Token
from warledger.lexicons.act_name_lexicon import load_act_names
from warledger.lexicons.grammar_lexicon import load_grammar

_PERSON = frozenset(("he", "she", "him"))
_MANY = frozenset(("they", "them"))
_OWNERS = {"his": _PERSON, "her": _PERSON, "their": _MANY, "its": frozenset(("it",))}
_ORGANISED = ("state", "group", "body", "media", "force")
# Those who may be "they" together; the last is "its allies".
_SIDES = ("state", "group", "force", "armed", "unknown")
# Those who command nobody of their own where a state or a group may be meant.
_UNARMED = ("body", "media")
_EMPTY_VERBS = frozenset("be seem appear happen turn become remain rain come".split())
_SPELLS = frozenset(("DATE", "TIME"))
# What only somebody can be: "it is willing to" is said of an organisation.
_OF_SOMEBODY = frozenset("willing ready prepared committed determined opposed eager keen concerned unwilling reluctant able unable behind responsible".split())
_DRIVING = frozenset("drive oust expel push force rout evict flush dislodge".split())
_OUT = frozenset(("out", "back", "from", "off"))
_WARS = load_grammar().wars
_SPEAKERS = frozenset(("we", "us"))
_TELLING = frozenset(("say", "tell", "add"))  # the verbs beside most quotations
_SAYING = _TELLING | {"report", "announce", "state", "quote", "cite", "deny"}
_SENTENCES_BACK = 3
_SUBJECT_BONUS = 1.2
_SUFFERING_BONUS = 0.5  # over a subject farther off
# Verbs of having somebody in one's power: what is done to "them" next is done to those who were taken.
_TAKING = frozenset("capture detain arrest abduct kidnap seize tie bind blindfold handcuff imprison hold round intercept".split())
_SENTENCE_COST = 1.0
_DISTANCE_COST = 0.02  # per word
_SOURCE_COST = 1.5  # "residents said they burned houses" is mostly about others than the residents
_NUMBER_COST = 1.5  # "the army bombed the rebels in towns they hold": an army is "they" where there are no others
_SINGULAR = ("state", "force")
_SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("dobj", "dative")
_RELATIVE_TAGS = ("WP", "WDT")


def add_pronouns(text: TextWords, drafts: list[Draft]) -> list[Draft]:
    """The drafts with one for each pronoun, in order of the text."""
    sentence = text.sentences
    found = list(drafts)
    for i, word in enumerate(text.lower):
        if (word not in _PERSON and word not in _MANY and word != "it") or text.tag(i) != "PRP":
            continue
        draft = _pronoun(text, found, i, sentence)
        if draft is not None:
            found.append(draft)
            found.sort(key=lambda draft: draft.first)
    return found


def resolve_owners(text: TextWords, drafts: list[Draft]) -> None:
    """"his forces", "its army": the country and the side of whom the possessive stands for; fighters are told by his name."""
    sentence = text.sentences
    for draft in drafts:
        if draft.determiner not in _OWNERS or draft.role is None or draft.role.kind == "unknown" or not (draft.bare or draft.country is None):
            continue  # "its allies" are not of its country
        owner = _armed_owner(text, drafts, draft, _OWNERS[draft.determiner], sentence)
        if owner is None or (draft.determiner == "their" and _is_joint(text, drafts, owner)):
            continue  # "Chad and Niger said their jets hit the camp"
        draft.country = owner.country or draft.country
        if draft.role.kind not in ("force", "armed"):
            continue
        if owner.kind in ("group", "armed") and draft.role.yields:
            draft.sector, draft.victims, draft.actor = owner.sector, owner.victims, owner.actor
        if draft.bare and not owner.bare:
            draft.name = f"{draft.spoken(text)} of {owner.name or owner.spoken(text)}"
            for later in drafts:
                if later.antecedent is draft and later.name == draft.spoken(text):  # "Its forces took the hill. They hold it"
                    later.name, later.actor = draft.name, draft.actor


def _armed_owner(text: TextWords, drafts: list[Draft], owned: Draft, wanted: frozenset[str], sentence: list[int]) -> Draft | None:
    """"The panel accused Chad, saying its soldiers shot them": of two whose soldiers they may be, those of the one that has none are nobody's."""
    owner = _joined_before(text, drafts, owned) or _best(text, drafts, owned.first - 1, wanted, sentence)
    if owner is None or owner.kind not in _UNARMED or owned.role is None or owned.role.kind not in ("force", "armed"):
        return owner
    here = sentence[text.token[owned.first]]
    others = [draft for draft in drafts if draft.kind not in _UNARMED and sentence[draft.head(text)] == here]
    return _best(text, others, owned.first - 1, wanted, sentence) or owner


def _joined_before(text: TextWords, drafts: list[Draft], owned: Draft) -> Draft | None:
    """"the president and his forces": whoever stands right before "and" owns them."""
    owning = owned.first - 1
    if owning < 2 or text.lower[owning - 1] != "and" or text.doc[owned.head(text)].dep_ != "conj":
        return None
    return next((draft for draft in drafts if draft.last == owning - 2 and draft.head(text) == text.doc[owned.head(text)].head.i), None)


def _pronoun(text: TextWords, drafts: list[Draft], i: int, sentence: list[int]) -> Draft | None:
    word = text.lower[i]
    token = text.doc[text.token[i]]
    draft = Draft(i, i, "unknown", plural=word in _MANY, definite=True)
    if word == "it" and (_is_empty(token.head) if token.dep_ == "nsubj" else not _is_driven_out(token)):
        return None
    wanted = _PERSON if word in _PERSON else _MANY if word in _MANY else frozenset(("it",))
    source = _best(text, drafts, i, wanted, sentence)
    says = token.head.lemma_ in _SAYING  # "The bomb killed nine, the agency said. It said the blast ...": no act says a thing
    if word == "it" and source is not None and not says and not _tells_of_itself(text, token, source) and _stands_for_act(text, token, source):
        return None
    if source is None:
        draft.kind = "person" if word in _PERSON else "people"
        return None if word == "it" else draft
    draft.kind, draft.name = source.kind, source.name or source.spoken(text)
    draft.actor, draft.country, draft.sector, draft.backed_by = source.actor, source.country, source.sector, source.backed_by
    draft.victims, draft.anonymous, draft.antecedent = source.victims, source.anonymous, source.antecedent or source
    if word in _MANY and token.head.lemma_ not in _TELLING:
        draft.members = _jointly(text, drafts, source)
    return draft


def _jointly(text: TextWords, drafts: list[Draft], source: Draft) -> tuple[Draft, ...]:
    """"The army and its allies say they hit the depot": all who stand coordinated as one subject; empty where one stands alone."""
    token = text.doc[source.head(text)]
    heads = {token.i, *(other.i for other in token.conjuncts)}
    if text.doc[min(heads)].dep_ not in _SUBJECTS:
        return ()
    found = tuple(draft for draft in drafts if draft.kind in _SIDES and not draft.attributive and draft.head(text) in heads)
    return found if len(found) > 1 else ()


def _is_joint(text: TextWords, drafts: list[Draft], draft: Draft) -> bool:
    """"Chad and Niger said they shelled the camp": the first of two that are one subject is many."""
    return draft.kind in _SIDES and not draft.attributive and text.doc[draft.head(text)].dep_ in _SUBJECTS and bool(_jointly(text, drafts, draft))


def _tells_of_itself(text: TextWords, pronoun: Token, source: Draft) -> bool:
    """"The raid came as the army announced that it had stepped up strikes": whoever says what "it" did says it of itself."""
    said, teller = pronoun.head, text.doc[source.head(text)]
    return said.dep_ == "ccomp" and teller.dep_ == "nsubj" and teller.head.i == said.head.i


def _is_driven_out(pronoun: Token) -> bool:
    """"it has been driven out of the town", "it was ousted from power": only somebody is; what "was hit" may be a thing."""
    return pronoun.dep_ == "nsubjpass" and pronoun.head.lemma_ in _DRIVING and any(child.lower_ in _OUT for child in pronoun.head.children)


def _stands_for_act(text: TextWords, pronoun: Token, source: Draft) -> bool:
    """"The war began when the army fired on protests. It has cost lives": an act that heads the sentence before, or over it, is nearer.

    Who was named behind that act in its own sentence is not asked, for the sentence is about the act.
    """
    first = max(pronoun.sent.start - 1, 0)
    for root in (pronoun.sent.root, text.doc[first].sent.root):
        subject = next((child for child in root.children if child.dep_ in _SUBJECTS and child.i < pronoun.i), None)
        if subject is not None and subject.i != pronoun.i:
            named = subject.tag_ == "NN" and (subject.lemma_.lower() in load_act_names() or subject.lemma_.lower() in _WARS)
            return named and not _is_subject_after(text, source, subject)
    return False


def _is_subject_after(text: TextWords, source: Draft, act: Token) -> bool:
    token = text.doc[source.head(text)]
    return token.i > act.i and token.sent.start != act.sent.start


def _is_empty(verb: Token) -> bool:
    """"it is not clear", "it took hours to": nobody acts; "it had taken control" is somebody's doing."""
    if verb.lemma_ == "take":
        return any(child.dep_ in ("xcomp", "advcl", "ccomp") or (child.dep_ == "dobj" and child.ent_type_ in _SPELLS) for child in verb.children)
    return verb.lemma_ in _EMPTY_VERBS and not _is_of_somebody(verb)


def _is_of_somebody(verb: Token) -> bool:
    return any(child.dep_ in ("acomp", "prep") and child.lower_ in _OF_SOMEBODY for child in verb.children)


def _best(text: TextWords, drafts: list[Draft], i: int, wanted: frozenset[str], sentence: list[int]) -> Draft | None:
    """The draft before word i that the pronoun fits best, None where none fits within reach."""
    here, here_token = sentence[text.token[i]], text.doc[text.token[i]]
    verb = text.doc[text.token[i]].head.i
    bound = verbs_over(text.doc[text.token[i]])
    doer = doer_over(text.doc[text.token[i]])
    acting = next((draft for draft in drafts if doer is not None and draft.head(text) == doer), None)
    best, best_score = None, float("-inf")
    for draft in reversed(drafts):
        if draft.last >= i:
            continue
        token = text.doc[draft.head(text)]
        back = here - sentence[token.i]
        if back > _SENTENCES_BACK:
            break
        one = _one_of(token)
        if not (_agrees(draft, wanted, one is not token) or (wanted is _MANY and _is_joint(text, drafts, draft))) or (back == 0 and (token.i == doer or is_bound(token, bound))):
            continue
        if acting is not None and _is_same(draft, acting):
            continue  # "masked gunmen led them off and then the gunmen shot them"
        if wanted is _MANY and back > 0 and _speaks(token) and any(word.lower_ in _SPEAKERS for word in here_token.sent):
            continue  # "we searched the car when they set it off": they are not those who speak
        score = -_SENTENCE_COST * back - _DISTANCE_COST * (i - draft.last)
        score += _SUBJECT_BONUS if one.dep_ in _SUBJECTS or (back == 0 and _is_who(token, here_token)) else 0.0
        score -= _NUMBER_COST if wanted is _MANY and back == 0 and not draft.plural and draft.kind in _SINGULAR else 0.0
        caught = back == 0 and ((draft.kind == "people" and _is_caught(token, here_token)) or _is_driven(token, here_token))
        score += _SUBJECT_BONUS + _SUFFERING_BONUS if caught else 0.0
        score += _SUBJECT_BONUS + _SUFFERING_BONUS if doer is not None and _is_taken(token) else 0.0
        score -= _SOURCE_COST if draft.anonymous and token.head.i == text.doc[verb].head.i else 0.0
        if score > best_score:
            best, best_score = draft, score
    return best


def _is_same(draft: Draft, acting: Draft) -> bool:
    """Whether a draft is who acts, by what that stands for, by one noun of both or by one actor of the list ("M23 fighters" are the M23)."""
    one_noun = draft.role is not None and acting.role is not None and draft.role.word == acting.role.word and draft.plural == acting.plural
    return draft is acting.antecedent or (one_noun and bool(acting.determiner)) or (draft.actor is not None and draft.actor == acting.actor)


def _is_taken(named: Token) -> bool:
    """"The rebels captured six soldiers. Fighters later executed them": whoever was taken."""
    return named.dep_ in ("dobj", "nsubjpass") and named.head.lemma_ in _TAKING


def _speaks(token: Token) -> bool:
    """Whether a name is that of a speaker, or whose one speaks ("one of the guards said")."""
    return any(above.dep_ == "nsubj" and above.head.lemma_ in _TELLING for above in (token, *token.ancestors))


def _is_caught(named: Token, pronoun: Token) -> bool:
    """"fired on villagers as they were leaving": what goes on at that time is told of those who were hit, not of those who hit."""
    doing = pronoun.head
    marked = any(child.lower_ in ("as", "while") and child.dep_ in ("mark", "advmod") for child in doing.children)
    return pronoun.dep_ in _SUBJECTS and doing.tag_ == "VBG" and doing.dep_ == "advcl" and marked and doing.head.i < named.i < doing.i


def _is_driven(named: Token, pronoun: Token) -> bool:
    """"expelled the rebels from a base they had taken", "forcing them to retreat from hills they seized": who has to leave a place has held it."""
    origin = next((above for above in pronoun.ancestors if above.dep_ == "prep" and above.lower_ == "from"), None)
    if pronoun.dep_ not in _SUBJECTS or pronoun.head.dep_ != "relcl" or origin is None or not named.i < origin.i:
        return False
    leaving = origin.head
    driven = named.dep_ in _OBJECTS and named.head.i in (leaving.i, leaving.head.i)
    return driven or (named.dep_ in _SUBJECTS and named.head.i == leaving.i and leaving.dep_ in ("ccomp", "xcomp"))


def _is_who(named: Token, pronoun: Token) -> bool:
    """"defeated by the group, which set up courts in the towns it holds": whom a clause is about that opens with "which" is its subject."""
    return pronoun.dep_ in _SUBJECTS and any(
        above.dep_ == "relcl" and above is not pronoun.head and any(child.dep_ in _SUBJECTS and child.tag_ in _RELATIVE_TAGS for child in above.children)
        and above.head is named for above in pronoun.ancestors)


def _one_of(token: Token) -> Token:
    """"one of the gunmen": the word for the one of them; a name by itself is itself."""
    one = token.head.head
    return one if token.dep_ == "pobj" and token.head.lower_ == "of" and one.lower_ == "one" else token


def _agrees(draft: Draft, wanted: frozenset[str], is_one: bool) -> bool:
    """Number and person: he is a person, or one of some people, they are many or one body of many, it is an organisation."""
    if draft.attributive or draft.form == "adjective" or (draft.definite and draft.antecedent is None and draft.listed is None):
        return False
    if wanted is _PERSON:
        return draft.kind == "person" or (draft.kind in ("office", "people", "armed") and (is_one or not draft.plural) and draft.role is not None)
    if wanted is _MANY:
        return draft.plural or (draft.role is not None and draft.role.mass and draft.kind not in ("body", "media")) or draft.kind == "group"
    return draft.kind in _ORGANISED and not draft.plural
