"""The parts of verification, each looking at one thing."""
