"""How sample text looks in a master that says nothing else of text, as LibreOffice saves it.

There, neither PowerPoint nor “Reset Slide” takes anything over from such samples: they only show what is meant.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from deck.export.pptx.archive import PREFIXES
from deck.export.pptx.xml import A


def sample_styles(element: etree._Element) -> etree._Element:
    """A slot's sample paragraphs as a list style, a level each."""
    styles = etree.Element(f"{{{A}}}lstStyle")
    for paragraph in element.iterfind("p:txBody/a:p", PREFIXES):
        properties = paragraph.find("a:pPr", PREFIXES)
        run = paragraph.find("a:r/a:rPr", PREFIXES)
        level = int(properties.get("lvl", "0")) + 1 if properties is not None else 1
        if styles.find(f"a:lvl{level}pPr", PREFIXES) is not None:
            continue
        style = etree.SubElement(styles, f"{{{A}}}lvl{level}pPr")
        if properties is not None:
            style.attrib.update({name: value for name, value in properties.attrib.items() if name != "lvl"})
            style.extend(deepcopy(each) for each in properties)
        if run is not None:
            default = etree.SubElement(style, f"{{{A}}}defRPr")
            default.attrib.update(run.attrib)
            default.extend(deepcopy(each) for each in run)
    return styles
