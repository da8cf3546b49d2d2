"""What staff ask of the lists that an outline names → lists shown, checked, and changed in place."""

__all__ = ["launchers", "staff_lists"]
