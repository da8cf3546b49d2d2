"""The types that travel from stage to stage, frozen. Open to every room above."""
