"""Values that stand among a part's own fields, and belong together under one of these: a row's cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from deck import nodes
from deck.fields.forms import as_written
from deck.fields.mistakes import Place
from deck.fields.slug import slug
from deck.ground.diagnostics import Diagnostic
from deck.model.declarations import Field
from deck.model.rules import NamedBy


class Ungathered(NamedTuple):
    """The field to which values belong, the names by which these stand beside it, and what is said of that."""

    field: str
    names: frozenset[str]
    mistake: Diagnostic


def ungathered(place: Place, fields: Mapping[str, Field], unknown: Sequence[str]) -> Ungathered | None:
    """The first field of values by name, if names that are `unknown` here are those of its values."""
    node = place.node
    field = next((name for name, each in fields.items() if each.kind.type is dict), None)
    if field is None or not isinstance(node, nodes.Mapping):
        return None
    named_by = next((rule for rule in fields[field].kind.rules if isinstance(rule, NamedBy)), None)
    ids = {slug(each): each for each in place.names_by(named_by)}
    own = {name: ids[slug(name)] for name in unknown if slug(name) in ids}
    if not own:
        return None
    first = min(own, key=lambda name: (node.keys[name].line, node.keys[name].column))
    values = [f"{called}: {as_written(node.entries[name])}" for name, called in own.items()]
    values += ["…"] if field in node.entries else []
    message = f"there is no field `{first}` here: it stands under `{field}`"
    hint = f"write `{field}: {{{', '.join(values)}}}`"
    return Ungathered(field, frozenset(own), Diagnostic("unknown-field", message, node.keys[first], hint))
