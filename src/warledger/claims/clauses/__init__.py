"""Layer 4: the parse turned into predicates with their arguments."""
