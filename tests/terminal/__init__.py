"""The real program on a pseudo-terminal."""
