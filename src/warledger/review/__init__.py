"""What analysts decide, checked before it is written into the log."""

from warledger.review.decisions import Standing, decide, objections, standing

__all__ = ["Standing", "decide", "objections", "standing"]
