"""What each field of a content model is, in the words under its declaration.

Read from the source when someone asks, for the schema, the documentation or a hint: to let pydantic collect
the docstrings as the models are made costs every start several times what making them costs.
"""

from __future__ import annotations

import ast
import inspect
import itertools
import textwrap
from collections.abc import Mapping
from functools import cache

from pydantic import BaseModel


@cache
def descriptions(model: type[BaseModel]) -> Mapping[str, str]:
    """The fields' descriptions by name, inherited ones too; a field without one is left out."""
    found: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if issubclass(base, BaseModel) and base is not BaseModel:
            found |= _docstrings(base)
    declared = {name: field.description for name, field in model.model_fields.items() if field.description}
    return {name: text for name, text in (found | declared).items() if name in model.model_fields}


def _docstrings(model: type[BaseModel]) -> Mapping[str, str]:
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
