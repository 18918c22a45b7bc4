"""What analysts decide, checked before it is written into the log."""

from warledger.review.decisions import Standing, decide, grounded, objections, standing

__all__ = ["Standing", "decide", "grounded", "objections", "standing"]
