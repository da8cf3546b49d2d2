"""What was written in another form than is wanted → how to write it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deck.fields.pairs import quoted
from deck.fields.slug import slug
from deck.ground.late_pattern import late_pattern
from deck.nodes import Mapping, Node, Scalar, child
from deck.nodes import Sequence as List

NAMING = ("heading", "title", "label", "text", "name", "value")
"""The fields that say what a part is, the first of them first."""
_ENTRIES = late_pattern(r"-(?:\s|$)")
_FIELDS = late_pattern(r"[\w-]+:(?:\s|$)")


def suggested_id(node: Node) -> str:
    """An id from what the part says."""
    for field in (node, *(child(node, name) for name in NAMING)):
        if isinstance(field, Scalar) and field.value is not None:
            return slug(str(getattr(field.value, "plain", field.value)))
    return "name"


def needless_sign(node: Node, name: str, text: str, *, entries: bool) -> str | None:
    """That a `|` or `>` makes a text of what is a list, or fields, without it; `text` is the file's."""
    sign = text[node.start : node.start + 1] if isinstance(node, Scalar) else ""
    if not isinstance(node, Scalar) or not sign or sign not in "|>":
        return None
    if not (_ENTRIES if entries else _FIELDS).match(str(node.value).lstrip()):
        return None
    what = "a text of the list" if entries else "a text of the fields"
    after = f"after `{name}:`" if name else "before them"
    return f"take out the `{sign}` {after}: it makes {what} below it"


def by_names(names: Sequence[str], values: Sequence[Node]) -> str | None:
    """Values that stand in a list, each with its name: `{branch: Metal, pay: 3200}`; None where no name is known.

    Where they are more than the names, only these are given.
    """
    if not names:
        return None
    given = [as_written(each) for each in values] if 0 < len(values) <= len(names) else ["…"] * len(names)
    return f"{{{', '.join(f'{name}: {value}' for name, value in zip(names, given, strict=False))}}}"


def ids_of(parts: Node | None) -> Iterator[str]:
    """The ids of the parts in a list, as they are written, or else as their words make them."""
    for each in parts.items if isinstance(parts, List) else ():
        own = child(each, "id") if isinstance(each, Mapping) else None
        yield str(own.value) if isinstance(own, Scalar) and own.value else suggested_id(each)


def counted(node: Node) -> str:
    """How many entries a list has, in words."""
    number = len(node.items) if isinstance(node, List) else 0
    return "one entry" if number == 1 else f"{number} entries" if number else "no entries"


def as_written(node: Node) -> str:
    """A value as it may stand in braces; “…” for what is none alone."""
    value = node.value if isinstance(node, Scalar) else None
    if isinstance(value, bool):
        return str(value).lower()
    return quoted(str(value)) if value is not None else "…"
