"""Compiles a written outline of a webinar into a native PowerPoint deck that fits, in its language."""
