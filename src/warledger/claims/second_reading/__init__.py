"""Layer 10, the second reading: who did it to whom, looked at once more by a model that was taught on corrected claims."""
