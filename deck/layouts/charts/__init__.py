"""Charts: their data, axes, marks and words, each kind in its own file."""
