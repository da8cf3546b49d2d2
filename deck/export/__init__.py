"""A laid-out deck → PowerPoint files, pictures, pages. Twins in `pptx` and `svg` draw the same shapes."""

__all__ = ["png", "pptx", "reading_html", "svg", "template_html", "themes_html"]
