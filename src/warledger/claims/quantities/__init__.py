"""Layer 3, quantities: numbers with the noun that they count."""
