"""Equations: how large one is set, in how many lines, and where what belongs to it stands."""
