"""An outline file → its laid-out deck, in any of its languages → .pptx files or pictures. What joins the stages."""

__all__ = [
    "build",
    "catalog_folder",
    "checking",
    "each_language",
    "edited",
    "editions",
    "ids",
    "judging",
    "places",
    "reading",
    "reference",
    "slide_pictures",
    "stand_ins",
    "template_report",
    "theme_samples",
    "theme_start",
    "translated",
    "writing",
]
