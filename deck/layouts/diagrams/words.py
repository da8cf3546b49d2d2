"""What a diagram says to those who do not see it, made of its nodes, its groups and its edges."""

from __future__ import annotations

from collections.abc import Sequence

from deck.model.speech import Speech, in_sentences


def described(
    subject: str,
    nodes: Sequence[str],
    groups: Sequence[tuple[str, Sequence[str]]],
    edges: Sequence[tuple[str, str, str | None]],
    speech: Speech,
) -> str:
    """The alternative text: what there is, layer by layer, what belongs together, and what leads to what."""
    kind = speech.phrase("diagram.kind")
    sentences = [speech.phrase("chart.point", place=kind, value=subject), speech.listed(nodes)]
    sentences += [speech.phrase("chart.point", place=name, value=speech.listed(members)) for name, members in groups]
    if edges:
        sentences.append(speech.listed([_edge(*edge, speech) for edge in edges]))
    return in_sentences(sentences, speech)


def step_described(node: str, heading: str | None, edges: Sequence[tuple[str, str, str | None]], speech: Speech) -> str:
    """The alternative text of a box that appears with its arrows, and with the frame in which it is the first."""
    sentences = [speech.phrase("chart.point", place=heading, value=node) if heading else node]
    if edges:
        sentences.append(speech.listed([_edge(*edge, speech) for edge in edges]))
    return in_sentences(sentences, speech)


def _edge(start: str, end: str, label: str | None, speech: Speech) -> str:
    said = speech.phrase("diagram.edge", start=start, end=end)
    return speech.phrase("chart.point", place=said, value=label) if label else said
