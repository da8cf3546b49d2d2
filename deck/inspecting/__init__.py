"""A finished deck, whoever made it → what keeps people from it, or gives away more than was meant."""

__all__ = ["inspection", "reference"]
