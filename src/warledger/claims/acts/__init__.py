"""Layers 5 and 6: which clauses tell an act, what belongs to one act, and who fills its roles."""
