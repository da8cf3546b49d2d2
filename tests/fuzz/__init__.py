"""Random outlines of all layouts, and mutants of every kind of file that people hand in. All is seeded: a failure is
told by its seed, and comes again."""
