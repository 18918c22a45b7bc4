"""Knowledge learned from annotated text: linear models over named features, small enough to read their weights."""
