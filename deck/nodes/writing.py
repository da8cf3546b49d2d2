"""Plain values → YAML, as a person would write it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import yaml

from deck.nodes.scalars import Grouped

_WIDE = 100_000


def as_yaml(value: Any) -> str:
    """Mappings, lists, texts, numbers and truth values as YAML, in their order; lines stay lines."""
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDE)


class _Dumper(yaml.SafeDumper):
    """Lists stand a step in from the field that they belong to."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    in_lines = "\n" in text and not any(line.endswith((" ", "\t")) for line in text.split("\n"))
    style = "|" if in_lines else '"' if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _number(dumper: yaml.SafeDumper, number: Decimal) -> yaml.ScalarNode:
    whole = number == number.to_integral_value()
    return dumper.represent_scalar(f"tag:yaml.org,2002:{'int' if whole else 'float'}", f"{number:f}")


def _grouped(dumper: yaml.SafeDumper, number: Grouped) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:int", f"{number:_}")


_Dumper.add_representer(str, _text)
_Dumper.add_representer(Grouped, _grouped)
_Dumper.add_representer(Decimal, _number)
