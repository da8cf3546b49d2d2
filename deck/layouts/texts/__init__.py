"""Texts of several blocks: their parts, their flow over a slide, and over several."""
