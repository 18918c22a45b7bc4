"""Layer 3, times: expressions of time, and the spans that they mean."""
