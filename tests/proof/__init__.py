"""Proofs that nothing is lost: kills, full disks, hostile surroundings, a monkey at the keys, a year of use."""
