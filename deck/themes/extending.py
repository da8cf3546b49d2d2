"""A theme file and those that it extends → its fields as if it were one file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from deck import nodes
from deck.ground.diagnostics import DeckError, Diagnostic, Span, did_you_mean
from deck.ground.files import YAML, names_in, resolved
from deck.model.declarations import declared
from deck.nodes.yaml_file import read_fields
from deck.themes.theme_fields import ThemeFields

_OWN = ("name", "description")
"""What a theme does not take over from the one that it extends."""
_MOST_MISSING = 3
"""A file that lacks more of what a theme needs was not meant to say all of it."""


_POWERPOINT = (".potx", ".pptx", ".ppsx", ".potm", ".pptm", ".ppsm", ".pot", ".ppt", ".pps", ".thmx")
_OTHERS = (".otp", ".odp", ".fodp", ".key", ".gslides")
TEMPLATES = (*_POWERPOINT, *_OTHERS)
"""How the names of presentations end, which are no theme files: some serve as templates, of the others it is told how
one is made of them."""


def find_theme(name: str, folder: Path, themes: Path, span: Span) -> Path:
    """The file of the theme of this name in `themes`, or at this path (.yaml) from `folder`."""
    if name.endswith(YAML):
        return folder / name
    if name.lower().endswith(TEMPLATES):
        raise DeckError([Diagnostic("unknown-theme", f"{name} is no theme file", span, _named_by_outline(name))])
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
    if mistake := _no_theme(root):
        raise DeckError([*diagnostics, mistake])
    root = nodes.Mapping(root.span, {**root.entries}, {**root.keys}, root.flow)
    extends = root.entries.get("extends")
    if not isinstance(extends, nodes.Scalar) or not isinstance(extends.value, str):
        return root, text, diagnostics
    file = find_theme(extends.value, path.parent, themes, extends.span)
    if resolved(file) in [resolved(each) for each in (*before, path)]:
        message = f"a theme cannot extend itself, and {file} leads here"
        raise DeckError([Diagnostic("extends-itself", message, extends.span, "extend another theme")])
    if file.parent != themes and not resolved(file).is_relative_to(resolved(path.parent)):
        message = f"{file} lies outside the theme’s folder"
        raise DeckError([Diagnostic("outside-folder", message, extends.span, "copy it there")])
    base, _, found = theme_nodes(file, extends.span, themes, (*before, path))
    for own in _OWN:
        base.entries.pop(own, None)
    if "name" not in root.entries:
        root.entries["name"] = nodes.Scalar(root.span, path.stem)
        root.keys["name"] = root.span
    return _merged(root, base), text, [*diagnostics, *found]


def _no_theme(root: nodes.Mapping) -> Diagnostic | None:
    """What keeps a file from being a theme at all: told alone, as all else that is wrong with it follows from that."""
    extends = root.entries.get("extends")
    if isinstance(extends, nodes.Mapping):
        inside = extends.entries.get("template")
        hint = _named_by_outline(str(inside.value)) if isinstance(inside, nodes.Scalar) else "write `extends: alliance`"
        return Diagnostic("unknown-theme", "a theme file extends a theme, by its name or path", extends.span, hint)
    template = root.entries.get("template")
    if template is not None:
        named = str(template.value) if isinstance(template, nodes.Scalar) else "ours.potx"
        hint = _named_by_outline(named)
        return Diagnostic("unknown-field", "a theme file has no template", root.keys["template"], hint)
    missing = [name for name, field in declared(ThemeFields).items() if field.required and name not in root.entries]
    if "extends" in root.entries or len(missing) <= _MOST_MISSING:
        return None
    message = f"most of a theme is missing: {', '.join(f'`{name}`' for name in missing)}"
    return Diagnostic("missing-field", message, root.span, "write `extends: alliance`, and here only what differs")


def _named_by_outline(template: str) -> str:
    return f"a template is named by the outline, in the place of a theme: `theme: {{template: {template}}}`"


def _merged(own: nodes.Mapping, base: nodes.Mapping) -> nodes.Mapping:
    """The base's fields, and in their place the own ones: fields within fields are merged, lists replaced."""
    entries = {**base.entries, **own.entries}
    for name, node in own.entries.items():
        below = base.entries.get(name)
        if isinstance(node, nodes.Mapping) and isinstance(below, nodes.Mapping):
            entries[name] = _merged(node, below)
    return nodes.Mapping(own.span, entries, {**base.keys, **own.keys}, own.flow)
