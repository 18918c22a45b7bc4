"""What things are: the records of the flow. Frozen, typed, no I/O, nothing of ours imported from outside."""

from warledger.model.actor import Actor, Participant, Speaker, Term
from warledger.model.claim import Claim, Passage
from warledger.model.decision import Decision
from warledger.model.incident import FieldView, Incident, Said
from warledger.model.place import Place, Relative
from warledger.model.problem import Problem
from warledger.model.report import Report
from warledger.model.series import Agreement, Displaced, Held, Holding, Siege, Source, Step, Ultimatum
from warledger.model.tally import Tally
from warledger.model.time_span import TimeSpan

__all__ = [
    "Actor",
    "Agreement",
    "Claim",
    "Decision",
    "Displaced",
    "FieldView",
    "Held",
    "Holding",
    "Incident",
    "Participant",
    "Passage",
    "Place",
    "Problem",
    "Relative",
    "Report",
    "Said",
    "Siege",
    "Source",
    "Speaker",
    "Step",
    "Tally",
    "Term",
    "TimeSpan",
    "Ultimatum",
]
