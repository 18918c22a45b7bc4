"""Layer 9: which claims of one report tell of the same happening, and which answer another."""
