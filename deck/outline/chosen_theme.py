"""The theme that an outline names, with the icons that its slides use."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from deck import nodes
from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.ground.files import YAML, names_in
from deck.ground.kept import while_unchanged
from deck.model.theme import Theme
from deck.nodes import Node, child
from deck.outline.boundary import outside
from deck.themes import TEMPLATES, TemplateMap, find_theme, read_icons, read_template_map, read_theme

_MOST = 8
"""How many themes are kept while their files stay as they are."""
Found: TypeAlias = tuple[Theme, tuple[Diagnostic, ...]]
ReadTemplate: TypeAlias = Callable[[Path, Span, TemplateMap], Found]


@dataclass(frozen=True, slots=True)
class ChosenTheme:
    """Reads the theme of the outline at `path`. `themes` is the folder of the shipped ones, `icons` that of icons."""

    path: Path
    themes: Path
    icons: Path
    allow_outside: bool
    read_template: ReadTemplate

    def read(self, root: nodes.Mapping, icons: Iterable[str]) -> Found:
        """The theme with these icons, and warnings. DeckError with all that is wrong with the theme itself."""
        presentation = child(root, "presentation")
        named = child(presentation, "theme") if presentation else None
        template = child(named, "template") if named else None
        named = template or (child(named, "name") if isinstance(named, nodes.Mapping) else named)
        said = str(named.value) if isinstance(named, nodes.Scalar) and named.value is not None else ""
        name = said or "alliance"
        span = named.span if named else Span(str(self.path))
        names = tuple(sorted(icons))
        if template and said and name.endswith(YAML):
            hint = f"name it in the place of the template: `theme: {name}`"
            raise DeckError([Diagnostic("template-format", f"{name} is no PowerPoint file", span, hint)])
        # What is no name at all is told by whoever reads the header.
        if said and (template or self._is_template(name)):
            file = self.path.parent / name
            self._may_be_read(file, span)
            return _with_icons(self.read_template(file, span, self._map(presentation)), self.icons, names)
        if said and presentation and (chosen := child(presentation, "theme")):
            _without_map(chosen, name)
        file = find_theme(name, self.path.parent, self.themes, span)
        self._may_be_read(file, span)
        return _of_file(file, named.span if named else None, self.themes, self.icons, names)

    def _is_template(self, name: str) -> bool:
        """Whether this is meant for a template: by its name's end, or as there is such a file, or folder, which then
        is told for what it is."""
        if name.lower().endswith(TEMPLATES):
            return True
        if not name.strip() or name.endswith(YAML) or f"{name}.yaml" in names_in(self.themes):
            return False
        try:
            return (self.path.parent / name).exists()
        except (OSError, ValueError):
            return False

    def _map(self, presentation: Node | None) -> TemplateMap:
        """What the header's theme says of its template."""
        chosen = child(presentation, "theme") if presentation else None
        named = child(chosen, "map") if chosen else None
        if not isinstance(named, nodes.Scalar) or not isinstance(named.value, str):
            return TemplateMap()
        self._may_be_read(self.path.parent / named.value, named.span)
        return read_template_map(self.path.parent / named.value, named.span)

    def _may_be_read(self, theme: Path, span: Span) -> None:
        """DeckError where a theme or a template lies outside the outline's folder, is none of the shipped ones, and the
        outline does not say that it may."""
        if theme.parent != self.themes and not self.allow_outside:
            found = outside(theme, self.path.parent, span)
            if found:
                raise DeckError([found])


def _without_map(chosen: Node, theme: str) -> None:
    """DeckError where a theme that is no template has a map: it would have no effect."""
    if named := child(chosen, "map"):
        message = f"a map says what slide layouts of a template serve for, and {theme} is none"
        raise DeckError(
            [Diagnostic("template-map", message, named.span, "write `template: file.potx`, or leave `map:` out")]
        )


@while_unchanged(most=_MOST)
def _of_file(file: Path, span: Span | None, themes: Path, folder: Path, icons: tuple[str, ...]) -> Found:
    return _with_icons(read_theme(file, span, themes), folder, icons)


def _with_icons(found: Found, folder: Path, icons: Iterable[str]) -> Found:
    drawn, mistakes = read_icons(folder, icons)
    return replace(found[0], icons=drawn), (*found[1], *mistakes)
