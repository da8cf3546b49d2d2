"""A local page that shows a deck while its outline is written, live on every save."""

__all__ = ["server", "state"]
