"""What analysts are asked and what they decide, checked before it is written into the log."""

from warledger.review.corrections import correction, is_told
from warledger.review.decisions import Standing, decide, grounded, objections, parted, standing
from warledger.review.kappa import Concord, concords
from warledger.review.queue import PAIR_ACTS, WHOLE_ACTS, Doubtful, Question, questions
from warledger.review.reopening import basis, reopened

__all__ = ["PAIR_ACTS", "WHOLE_ACTS", "Concord", "Doubtful", "Question", "Standing", "basis", "concords", "correction", "decide", "grounded", "is_told",
           "objections", "parted", "questions", "reopened", "standing"]
