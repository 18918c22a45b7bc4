"""Layer 3, actors: who is named, and who is meant by a pronoun or a short name."""
