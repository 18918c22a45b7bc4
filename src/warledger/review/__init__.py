"""What analysts are asked and what they decide, checked before it is written into the log."""

from warledger.review.corrections import correction
from warledger.review.decisions import Standing, decide, grounded, objections, standing
from warledger.review.queue import PAIR_ACTS, WHOLE_ACTS, Doubtful, Question, questions
from warledger.review.reopening import basis, reopened

__all__ = ["PAIR_ACTS", "WHOLE_ACTS", "Doubtful", "Question", "Standing", "basis", "correction", "decide", "grounded", "objections",
           "questions", "reopened", "standing"]
