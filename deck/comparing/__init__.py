"""Two states of a deck → what changes between them, in the words of those who know its slides."""

__all__ = ["changes"]
