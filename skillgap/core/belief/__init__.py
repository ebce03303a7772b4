"""The calibrated model: from ratings, evidence and checks to probabilities, one person at a time."""
