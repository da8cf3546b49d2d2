"""Pictures: alone, beside a text, or in a grid, whole or cut to their place."""
