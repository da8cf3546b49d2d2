"""Tables: what an outline says of them, and how their columns and rows are set."""
