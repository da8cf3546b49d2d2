"""A theme file and those that it extends → its fields as if it were one file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from deck import nodes
from deck.ground.diagnostics import DeckError, Diagnostic, Span, did_you_mean
from deck.ground.files import names_in
from deck.nodes.yaml_file import read_fields

_OWN = ("name", "description")
"""What a theme does not take over from the one that it extends."""


_POWERPOINT = (".potx", ".pptx", ".ppsx", ".potm", ".pptm", ".ppsm", ".pot", ".ppt", ".pps", ".thmx")
_OTHERS = (".otp", ".odp", ".fodp", ".key", ".gslides")
TEMPLATES = (*_POWERPOINT, *_OTHERS)
"""How the names of presentations end, which are no theme files: some serve as templates, of the others it is told how
one is made of them."""


def find_theme(name: str, folder: Path, themes: Path, span: Span) -> Path:
    """The file of the theme of this name in `themes`, or at this path (.yaml) from `folder`."""
    if name.endswith((".yaml", ".yml")):
        return folder / name
    known = [name.removesuffix(".yaml") for name in names_in(themes) if name.endswith(".yaml")]
    if name not in known:
        hint = did_you_mean(name, known) or "name a theme file by its path from here, ending in .yaml"
        raise DeckError([Diagnostic("unknown-theme", f"there is no theme `{name}`", span, hint)])
    return themes / f"{name}.yaml"


def theme_nodes(
    path: Path, span: Span | None, themes: Path, before: Sequence[Path] = ()
) -> tuple[nodes.Mapping, str, list[Diagnostic]]:
    """The theme's fields with those that it takes over, its own text, and what is wrong with how these are written.

    `before` are the files that led here. DeckError where a file cannot be used, or extends itself.
    """
    root, text, diagnostics = read_fields(path, span, "a theme")
    root = nodes.Mapping(root.span, {**root.entries}, {**root.keys}, root.flow)
    extends = root.entries.get("extends")
    if not isinstance(extends, nodes.Scalar) or not isinstance(extends.value, str):
        return root, text, diagnostics
    file = find_theme(extends.value, path.parent, themes, extends.span)
    if file.resolve() in [each.resolve() for each in (*before, path)]:
        message = f"a theme cannot extend itself, and {file} leads here"
        raise DeckError([Diagnostic("extends-itself", message, extends.span, "extend another theme")])
    if file.parent != themes and not file.resolve().is_relative_to(path.parent.resolve()):
        message = f"{file} lies outside the theme’s folder"
        raise DeckError([Diagnostic("outside-folder", message, extends.span, "copy it there")])
    base, _, found = theme_nodes(file, extends.span, themes, (*before, path))
    for own in _OWN:
        base.entries.pop(own, None)
    if "name" not in root.entries:
        root.entries["name"] = nodes.Scalar(root.span, path.stem)
        root.keys["name"] = root.span
    return _merged(root, base), text, [*diagnostics, *found]


def _merged(own: nodes.Mapping, base: nodes.Mapping) -> nodes.Mapping:
    """The base's fields, and in their place the own ones: fields within fields are merged, lists replaced."""
    entries = {**base.entries, **own.entries}
    for name, node in own.entries.items():
        below = base.entries.get(name)
        if isinstance(node, nodes.Mapping) and isinstance(below, nodes.Mapping):
            entries[name] = _merged(node, below)
    return nodes.Mapping(own.span, entries, {**base.keys, **own.keys}, own.flow)
