"""Layer 3, places: which words are places, and which place each is."""
