"""The pictures that a theme names: each lies beside the file that names it, or below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from deck import nodes
from deck.fields.findings import MistakenError, Noticed
from deck.ground.diagnostics import DeckError, Diagnostic
from deck.ground.files import read_bytes, resolved
from deck.images import prepared
from deck.model.content import ImageFile


def read_pictures(root: nodes.Mapping) -> tuple[Mapping[str, ImageFile], list[Diagnostic]]:
    """The pictures of logo and decorations by the files' paths, which now stand in their fields; what is wrong."""
    images: dict[str, ImageFile] = {}
    found: list[Diagnostic] = []
    done: set[int] = set()
    for node in _named(root):
        if id(node) in done:
            continue
        done.add(id(node))
        folder = Path(node.span.path).parent
        path = folder / node.value
        if not resolved(path).is_relative_to(resolved(folder)):
            message = f"{path} lies outside the theme’s folder"
            found.append(Diagnostic("outside-folder", message, node.span, "copy it there"))
            continue
        try:
            made = prepared(str(path), read_bytes(path, node.span))
        except DeckError as error:
            found += error.diagnostics
        except MistakenError as error:
            found += (Diagnostic(each.code, each.message, node.span, each.hint) for each in error.findings)
        else:
            image = made.value if isinstance(made, Noticed) else made
            assert isinstance(image, ImageFile)
            images[str(path)] = image
            node.value = str(path)
    return images, found


def _named(root: nodes.Mapping) -> Iterator[nodes.Scalar]:
    for name in ("logo", "drawings", "slides"):
        for node in nodes.walk(root.entries.get(name) or nodes.Scalar(root.span, None)):
            for field in ("light", "dark") if name == "logo" else ("picture",):
                below = nodes.child(node, field)
                if isinstance(below, nodes.Scalar) and isinstance(below.value, str):
                    yield below
