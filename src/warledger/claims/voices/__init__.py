"""Layer 7: who says what, and the chain of speakers of a claim."""
