"""The map of the world, and how countries are drawn on it."""
