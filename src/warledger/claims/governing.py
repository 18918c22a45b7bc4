"""Layer 8, governors: what the words above a predicate do to whether it happened.

In: a Reading and a Match. Out: its stance by modals, modifiers and governing words, and whether it is said not to have been. Decision: the
words are read from the predicate upwards; the first that takes it out of what is asserted decides, and what somebody says, understands or
comments on is not governed by what stands over his saying.
"""

from __future__ import annotations

from warledger.claims.acts.frames import Match
from warledger.claims.clauses.records import Clause
from warledger.claims.reading import Reading
from warledger.claims.recurrence import finite_over
from warledger.claims.text.tokens import Token
from warledger.lexicons.grammar_lexicon import load_grammar
from warledger.lexicons.speech_lexicon import Governing, SpeechLexicon, StanceLexicon
from warledger.model.codebook import CORE_TYPES

GOVERNING_RELATIONS = frozenset(("xcomp", "ccomp", "pcomp", "dobj", "pobj", "acl", "light", "conj", "advcl"))
# Modals under which "an attack" is one that has not been.
UNREAL = frozenset(("could", "may", "might", "would"))
# Modals by which something may be an act.
PERHAPS = frozenset(("may", "might"))
# Acts on the ground: of one that has been, a "would" tells no more.
GROUND = frozenset(("TERRITORY", "RETREAT", "DISPLACEMENT"))
# Steps that parties talk about before they take them.
STEPS = frozenset(("RETREAT", "DISPLACEMENT", "AGREE"))
# Before these steps stand behind a word of talks.
ABOUT = frozenset(("on", "over", "about", "regarding", "concerning", "for"))
BEGINNING = load_grammar().beginning
# Words before an act that tell it as known.
GIVEN = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "alleged", "reported"))
# Words before an act that tell of one that has not been yet.
NEW = frozenset(("a", "an", "another", "any", "further", "more", "new", "such"))
# How many governors above a predicate are looked at.
REACH = 4


class GoverningReader:
    """Reads what governs the predicates of one report."""

    def __init__(self, reading: Reading, speech: SpeechLexicon, words: StanceLexicon) -> None:
        self._reading, self._speech, self._words = reading, speech, words

    def governed(self, match: Match) -> tuple[str, bool]:
        """Stance and negation by modals and governing words, from the predicate upwards."""
        clause = match.clause
        negated = clause.negated or self.no_one(match)
        stance = "planned" if self._is_foretold(match) else self._by_modal(clause)
        stance = self._by_modifier(match) if stance == "asserted" else stance
        token = self._reading.doc[match.head]
        if stance == "asserted" and (self._is_talked_of(match, token) or self._is_guarded_against(token)):
            return "hypothetical", False
        for _ in range(REACH):
            governor = self._governor(token)
            if governor is None or stance not in ("asserted", "planned"):
                break
            if token.i == match.head and (self._is_answered(token, governor) or self._is_ended(match, token, governor) or _is_endangered(token, governor)):
                break
            about = token.dep_ in ("pobj", "pcomp") and token.head.lower_ != "of"  # "no comment on the strike" denies the comment
            none = not about and any(child.lower_ == "no" and child.dep_ == "det" for child in governor.children)
            if none and governor.lemma_.lower() in self._words.proofs:
                return "hypothetical", False  # "no confirmation that gas was used": it may have been
            negated = negated or none
            above = self._reading.verbs.get(governor.i)
            said = above is not None and token.dep_ == "ccomp" and (above.predicate in self._speech.content or above.predicate in self._words.factive)
            effect = None if said else self._effect(token, governor)
            if effect is None and token.i == match.head and _is_to_come(token, governor):
                return "planned", negated
            if stance == "planned" and (effect is None or not (effect.negated or effect.stance == "hypothetical")):
                break  # "fears are growing that the army will attack": a plan only feared
            if effect is not None and not (above is None and token.dep_ not in ("acl", "pobj", "ccomp", "xcomp", "pcomp")):
                stance = effect.stance
                negated = negated or effect.negated
            if above is not None and not said:
                negated = negated or (above.negated and token.dep_ in ("xcomp", "dobj", "light") and not _tells_of(self._reading.doc[match.head], token))
                stance = self._by_modal(above) if stance == "asserted" and token.dep_ != "advcl" else stance
            if said or (effect is None and self._is_apart(token, governor, above)):
                break
            token = governor
        return self._of_any(match, stance, negated)

    def _is_talked_of(self, match: Match, token: Token) -> bool:
        """"talks on the release of the nuns", "discussed a ceasefire": what is still to be agreed; a truce that is known holds already."""
        over = token.head.head if token.dep_ == "pobj" and token.head.lower_ in ABOUT else token.head
        if match.frame.type not in STEPS or match.clause.kind != "noun" or token.dep_ not in ("dobj", "pobj") \
                or over.lemma_.lower() not in self._words.talking:
            return False
        return match.frame.type != "AGREE" or not any(child.lower_ in GIVEN for child in token.children)

    def _is_guarded_against(self, token: Token) -> bool:
        """"protects the convoys from attack", "guard it against raids": what may come; "from the raids" has come."""
        if token.dep_ != "pobj" or token.head.lower_ not in ("from", "against"):
            return False
        over = token.head.head
        over = over.head if over.dep_ == "dobj" else over
        if token.head.lower_ == "from" and any(child.lower_ == "by" for child in token.children):
            return False  # "protects them from attacks by the regime"
        return over.lemma_.lower() in self._words.shielding and not any(child.lower_ in GIVEN or child.dep_ in ("relcl", "nummod") for child in token.children)

    def _is_answered(self, token: Token, governor: Token) -> bool:
        """"must be punished for the attack", "how to respond to an alleged attack", "to stop the onslaught": what is answered has been."""
        if token.dep_ not in ("dobj", "pobj") or governor.lemma_.lower() not in self._words.answering:
            return False
        return any(child.lower_ in GIVEN or child.i in self._reading.time_tokens for child in token.children)

    def _is_ended(self, match: Match, token: Token, governor: Token) -> bool:
        """"called on them to stop air raids": what is to end has been; that a siege be lifted is itself an act on the ground."""
        return token.dep_ in ("dobj", "pobj") and token.tag_.startswith("NN") and match.frame.type != "TERRITORY" \
            and governor.lemma_.lower() in self._words.ending and not any(child.lower_ in NEW for child in token.children)

    def _of_any(self, match: Match, stance: str, negated: bool) -> tuple[str, bool]:
        """"reprisals for any strike": none that has been; "was not aware of any fighting": said not to be."""
        token = self._reading.doc[match.head]
        if stance != "asserted" or negated or match.clause.kind != "noun" or not any(child.lower_ == "any" for child in token.children):
            return stance, negated
        verb = finite_over(token)
        none = verb is not None and any(child.dep_ == "neg" for child in verb.children)
        return ("asserted", True) if none else ("hypothetical", False)

    def _is_apart(self, token: Token, governor: Token, above: Clause | None) -> bool:
        """Whether what stands over a governor does not govern what hangs on it.

        "called for an inquiry into the attack" demands no attack, "declined to comment on the attack" denies none, and who "prepares for
        an offensive capitalizing on the other" does not plan the other.
        """
        if token.dep_ == "pobj":
            return above is None or (token.head.lower_ != "of" and above.predicate in self._speech.commenting)
        return token.dep_ == "acl" and governor.i in self._reading.event_words

    def _governor(self, token: Token) -> Token | None:
        """The word that governs a predicate, through prepositions; None where nothing does."""
        if token.dep_ == "nsubjpass" and self._words.of_event(token.head.lemma_.lower(), *self._variants(token.head)) is not None:
            return token.head  # "the attack was called off", "a meeting is scheduled"
        if token.dep_ not in GOVERNING_RELATIONS or token.head.i == token.i:
            return None
        if token.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ != "for" for child in token.children):
            return None
        if token.dep_ == "conj":
            done = token.tag_ in ("VBD", "VBZ") and token.head.tag_ == "VB"  # "planned to storm the town but withdrew"
            return None if done else self._governor(token.head)
        head = token.head
        if token.dep_ == "pobj" and head.lower_ == "to" and head.head.lower_ == "due":
            return None  # "damage due to a rocket attack"
        if head.pos_ in ("ADP", "SCONJ", "PART"):
            if head.lower_ in ("after", "since", "as", "during", "following", "in", "by", "with", "from", "amid", "before", "under", "over",
                               "despite", "about") \
                    and not self._is_carried_in(token, head):
                return None
            head = head.head
        return head

    def _effect(self, token: Token, governor: Token) -> Governing | None:
        """What a governing word does: by itself, of an event that is its passive subject, or as the subject of a colourless verb."""
        words = self._wordings(governor)
        if governor.lower_ == "able" and governor.head.tag_ in ("VBZ", "VBP") and governor.head.lemma_ == "be":
            return self._words.of("capable")  # "is able to strike"; who was able to, did
        if token.dep_ == "nsubjpass":
            return self._words.of_event(*words)
        effect = self._words.of(*words)
        if effect is not None and token.dep_ == "dobj" and governor.lemma_.lower() in self._words.carrying:
            return None  # "are pressing an offensive"
        if effect is None and token.dep_ == "ccomp":  # "fears are growing that ..."
            subjects = [child.lemma_.lower() for child in governor.children if child.dep_ == "nsubj" and child.pos_ == "NOUN"]
            effect = self._words.of(*subjects)
        return effect

    def _wordings(self, governor: Token) -> tuple[str, ...]:
        """What a governor is looked up by: "set off a bomb" is not "set", whose plan it would be."""
        lemma = governor.lemma_.lower()
        particle = next((child.lower_ for child in governor.children if child.dep_ == "prt"), None)
        return (*self._variants(governor), lemma) if particle is None else (f"{lemma} {particle}",)

    def _variants(self, token: Token) -> tuple[str, ...]:
        verb = self._reading.verbs.get(token.i)
        return verb.variants if verb is not None else ()

    def _is_carried_in(self, token: Token, preposition: Token) -> bool:
        """"a pause in the strikes" is one of the strikes; "aims to win by bombing" aims to bomb; "abstained from", "succeeded in" V-ing."""
        if preposition.lower_ == "by" and token.dep_ == "pcomp":
            return True
        over = preposition.head
        if preposition.lower_ == "in" and token.lemma_.lower() in self._words.attempts:
            effect = self._words.of(over.lemma_.lower())
            return effect is not None and effect.negated  # "failed in its attempt to storm the town"
        if preposition.lower_ in ("in", "from") and token.dep_ == "pcomp" and over.pos_ == "VERB":
            effect = self._words.of(over.lemma_.lower())
            return over.lemma_.lower() in self._words.achieving or (effect is not None and effect.negated)
        effect = self._words.of(over.lemma_.lower()) if over.pos_ == "NOUN" else None
        return preposition.lower_ == "in" and effect is not None and effect.negated

    def _by_modal(self, clause: Clause) -> str:
        if clause.modal in ("will", "shall", "'ll"):
            return "planned"
        if clause.modal is None or (clause.modal in ("could", "can") and clause.negated):
            return "asserted"
        effect = self._words.of(clause.modal)
        return effect.stance if effect is not None else "asserted"

    def _is_foretold(self, match: Match) -> bool:
        """"said it would halt its fire", "a deal that the fighters would leave": what was to come, told in the past, on no condition."""
        token = self._reading.doc[match.head]
        terms = [word for child in token.children if child.dep_ == "advcl" for word in child.children if word.lower_ in ("if", "unless")]
        if match.clause.modal != "would" or match.frame.type not in CORE_TYPES or terms:
            return False
        token = token.head if token.dep_ == "nsubj" and token.head.lemma_ in BEGINNING else token.first_of_list  # "the withdrawal would begin"
        over = self._reading.verbs.get(token.head.i)
        if token.dep_ == "ccomp" and over is not None:
            return over.predicate in self._speech.content and over.tense == "past"
        return token.dep_ in ("acl", "relcl", "ccomp") and "agreement" in self._reading.word_classes.of(token.head.lemma_.lower())

    def no_one(self, match: Match) -> bool:
        """"no one was killed", "without casualties"."""
        doc = self._reading.doc
        for argument in match.clause.arguments:
            if argument.slot in ("subject", "object") and not argument.implied:
                token = doc[argument.head]
                if token.lower_ in ("nobody", "none", "no-one", "nothing") or \
                        any(child.lower_ == "no" and child.dep_ == "det" for child in token.children):
                    return match.head not in self._reading.nouns
        return doc[match.head].head.lower_ == "without"

    def _by_modifier(self, match: Match) -> str:
        """"a planned offensive", "a truce proposed by the rebels", "the expected resumption of raids", "an attack could ..."."""
        token = self._reading.doc[match.head]
        if match.clause.kind != "noun":
            whole = self._reading.verbs.get(token.head.i) if token.dep_ == "csubj" and token.i < token.head.i else None
            return "hypothetical" if whole is not None and whole.modal in UNREAL else "asserted"  # "cutting the road would leave them hungry"
        over = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
        for child in (*token.children, *over.children):
            gerund = child.dep_ == "compound" and child.lower_.endswith("ing")  # "accused of planning attacks"
            if (child.dep_ in ("amod", "acl") or gerund) and (effect := self._words.of_event(child.lemma_.lower(), child.lower_)) is not None \
                    and not effect.negated:
                return effect.stance
        verb = self._reading.verbs.get(token.head.i)
        bare = any(child.lower_ in ("a", "an", "any") for child in token.children)
        if over.dep_ == "attr" and verb is None:
            verb = self._reading.verbs.get(over.head.i)
        if over.dep_ == "attr" and verb is not None and (verb.modal == "would" or (verb.modal in PERHAPS and bare and token == over)):
            return "hypothetical"  # "if proven, it would be one of the deadliest raids", "may be an attack"
        ground = match.frame.type in GROUND and not any(child.i in self._reading.time_tokens for child in token.subtree)
        if token.dep_ in ("nsubj", "nsubjpass") and (bare or ground) and verb is not None and verb.modal in UNREAL:
            return "hypothetical"  # "the fall of the town would be a blow"
        return "asserted"


def _tells_of(participle: Token, noun: Token) -> bool:
    """"could not reach the villagers besieged by the army": what is told of somebody has been, whatever is not done to him."""
    return participle.dep_ == "acl" and participle.tag_ == "VBN" and participle.head.i == noun.i


def _is_to_come(token: Token, governor: Token) -> bool:
    """"they were to be taken to the north": what is to be has not been."""
    return token.dep_ == "xcomp" and governor.lemma_ == "be" and governor.i < token.i and any(
        child.dep_ == "aux" and child.lower_ == "to" for child in token.children)


def _is_endangered(token: Token, governor: Token) -> bool:
    """"would threaten the army's siege", "the shelling threatens the truce": what is in danger is there."""
    return governor.lemma_ == "threaten" and token.dep_ == "dobj" and any(child.dep_ == "poss" or child.lower_ == "the" for child in token.children)
