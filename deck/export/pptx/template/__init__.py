"""A presenter's own .pptx or .potx → what is known of its look; and its package, filled with a deck.

All is read by geometry and type, never by a name: slide layouts are called in their users' languages.
"""

from deck.export.pptx.template.reading import read_template

__all__ = ["read_template"]
