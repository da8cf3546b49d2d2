"""What each field of an outline is, in the words under its declaration.

Read from the source when someone asks, for the schema, the documentation or a hint; no other start pays for it.
"""

from __future__ import annotations

import ast
import inspect
import itertools
import textwrap
from collections.abc import Mapping
from functools import cache

from deck.model.fields import Fields


def descriptions(model: type[Fields]) -> Mapping[str, str]:
    """The fields' descriptions by name, inherited ones too; a field without one is left out."""
    found: dict[str, str] = {}
    for base in reversed(model.__mro__):
        found |= _docstrings(base)
    return {name: found[name] for name in model.field_names if name in found}


@cache
def _docstrings(model: type) -> Mapping[str, str]:
    """The strings that stand right under the annotated names of a class."""
    try:
        source = inspect.getsource(model)
    except (OSError, TypeError):
        return {}
    definition = ast.parse(textwrap.dedent(source)).body[0]
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    return {
        field.target.id: inspect.cleandoc(text.value.value)
        for field, text in itertools.pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }
