"""Listings of code: pages, lines, and colours of tokens."""
