"""Layers 1 and 2: the text as the parser gets it, and the parse."""
