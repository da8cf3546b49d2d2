"""What somebody begins with: every layout to choose from, a webinar's folder, an outline made of another's slides."""

__all__ = ["gallery", "new_folder"]
