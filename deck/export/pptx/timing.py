"""What moves on a slide: its transition, and what appears on it click by click."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from deck.model.shapes import Appearance, Picture, ShapeTree, TextBox, Transition

_TRANSITIONS: Mapping[Transition, str] = {
    "fade": "<p:fade/>",
    "push": "<p:push{side}/>",
    "wipe": "<p:wipe{side}/>",
    "cover": "<p:cover{side}/>",
    "split": '<p:split orient="vert"/>',
    "cut": "<p:cut/>",
}
_CLICKED = (
    '<p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst>'
    '<p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst>'
)
_AT_ONCE = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
_ON_CLICK = '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'
_VISIBLE = (
    "<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
    '<p:to><p:strVal val="visible"/></p:to>'
)


def transition(name: Transition | None, *, right_to_left: bool) -> str:
    """How a slide comes: from the side at which a line ends, where it comes from a side."""
    if name is None:
        return ""
    side = ' dir="r"' if right_to_left else ' dir="l"'
    return f'<p:transition spd="med">{_TRANSITIONS[name].format(side=side)}</p:transition>'


def timing(slide: ShapeTree, ids: Sequence[int]) -> str:
    """The main sequence of a slide: what appears with each click, and its films. `ids` are its shapes', in order.

    It is as PowerPoint itself writes the effect Appear: what comes with a click stands beside the first of it.
    """
    films = [at for at, each in zip(ids, slide.shapes, strict=True) if isinstance(each, Picture) and each.film]
    if not slide.clicks and not films:
        return ""
    numbers = count(2)
    sequence, playing = _sequence(slide, ids, numbers) if slide.clicks else "", ""
    if films:
        from deck.export.pptx.films import played

        playing = played(films, numbers)
    return (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
        f"{sequence}{playing}</p:childTnLst></p:cTn></p:par></p:tnLst>{_builds(slide, ids)}</p:timing>"
    )


def _sequence(slide: ShapeTree, ids: Sequence[int], numbers: Iterator[int]) -> str:
    number = next(numbers)
    clicks = "".join(_click(slide, click, ids, numbers) for click in slide.clicks)
    return (
        f'<p:seq concurrent="1" nextAc="seek"><p:cTn id="{number}" dur="indefinite" nodeType="mainSeq">'
        f"<p:childTnLst>{clicks}</p:childTnLst></p:cTn>{_CLICKED}</p:seq>"
    )


def _click(slide: ShapeTree, click: Sequence[Appearance], ids: Sequence[int], numbers: Iterator[int]) -> str:
    outer, inner = next(numbers), next(numbers)
    targets = [(each.shape, at) for each in click for at in each.paragraphs or (None,)]
    effects = "".join(
        _effect(slide, shape, ids[shape], paragraph, numbers, first=not index)
        for index, (shape, paragraph) in enumerate(targets)
    )
    return (
        f'<p:par><p:cTn id="{outer}" fill="hold">{_ON_CLICK}<p:childTnLst>'
        f'<p:par><p:cTn id="{inner}" fill="hold">{_AT_ONCE}<p:childTnLst>{effects}</p:childTnLst></p:cTn></p:par>'
        "</p:childTnLst></p:cTn></p:par>"
    )


def _effect(
    slide: ShapeTree, shape: int, number: int, paragraph: int | None, numbers: Iterator[int], *, first: bool
) -> str:
    effect, behaviour = next(numbers), next(numbers)
    target = f'<p:spTgt spid="{number}"/>'
    if paragraph is not None:
        range_ = f'<p:txEl><p:pRg st="{paragraph}" end="{paragraph}"/></p:txEl>'
        target = f'<p:spTgt spid="{number}">{range_}</p:spTgt>'
    # Only a text has an entry among the builds, to which its group leads.
    group = ' grpId="0"' if isinstance(slide.shapes[shape], TextBox) else ""
    when = "clickEffect" if first else "withEffect"
    return (
        f'<p:par><p:cTn id="{effect}" presetID="1" presetClass="entr" presetSubtype="0" fill="hold"{group} '
        f'nodeType="{when}">{_AT_ONCE}<p:childTnLst><p:set><p:cBhvr>'
        f'<p:cTn id="{behaviour}" dur="1" fill="hold">{_AT_ONCE}</p:cTn><p:tgtEl>{target}</p:tgtEl>{_VISIBLE}'
        "</p:set></p:childTnLst></p:cTn></p:par>"
    )


def _builds(slide: ShapeTree, ids: Sequence[int]) -> str:
    """How each text that appears is divided: as a whole, or by its paragraphs."""
    divided = {each.shape: bool(each.paragraphs) for click in slide.clicks for each in click}
    entries = "".join(
        f'<p:bldP spid="{ids[shape]}" grpId="0"{_division(box, by_paragraph)}/>'
        for shape, by_paragraph in sorted(divided.items())
        if isinstance(box := slide.shapes[shape], TextBox)
    )
    return f"<p:bldLst>{entries}</p:bldLst>" if entries else ""


def _division(box: TextBox, by_paragraph: bool) -> str:
    if by_paragraph:
        return ' build="p"'
    return ' animBg="1"' if box.fill else ""
