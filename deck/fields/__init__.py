"""Nodes → the fields that a class declares, or an author's mistakes, in plain words at their places."""

__all__ = ["descriptions", "fields_reader", "findings", "guesses", "json_schema", "pairs", "slug"]
