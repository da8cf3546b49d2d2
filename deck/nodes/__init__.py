"""The text of a YAML file → nodes that know their places, and everything wrong about its writing; and values → YAML."""

from deck.nodes import folding
from deck.nodes.node import Mapping, Node, Scalar, Sequence, Unread, child, places, plain, span_of, text_at, walk

__all__ = [
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "Unread",
    "child",
    "compose",
    "folding",
    "places",
    "plain",
    "recompose",
    "scalars",
    "span_of",
    "text_at",
    "walk",
    "writing",
    "yaml_file",
]
