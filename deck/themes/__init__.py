"""A theme's files → the theme: palette, fonts, type scale, grid, decoration and icons."""

from deck.themes.extending import find_theme
from deck.themes.icon_files import read_icons
from deck.themes.theme_file import read_theme

__all__ = ["find_theme", "read_icons", "read_theme"]
