"""A film's file → the film as decks hold it: one that PowerPoint plays, with nothing in it that nobody sees."""

from deck.films.captions import captions_text
from deck.films.metadata import film_metadata
from deck.films.prepare import prepared_film

__all__ = ["captions_text", "film_metadata", "prepared_film"]
