"""Steps of a process: in rows of arrows, in bands, or round a circle."""
