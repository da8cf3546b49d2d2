"""Diagrams: boxes in layers, the ways between them, and how both are drawn."""
