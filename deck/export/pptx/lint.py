"""What is wrong with a .pptx that schemas cannot see: a package that is broken, and promises not kept.

The promises are those of every deck that is built here; others' need not keep them. As in `package_rules`, a rule is
a generator of findings and its name their code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from deck.export.pptx.archive import PREFIXES, Archive, BrokenPackageError
from deck.export.pptx.level_styles import FIXED_PITCH
from deck.export.pptx.package_rules import PACKAGE_RULES, SHEETS, Rule, repeated, sheets
from deck.export.pptx.package_ties import TIE_RULES
from deck.export.pptx.xml import A, P
from deck.model.style import SYMBOL_FONT

_STYLED = (*SHEETS, "ppt/charts")
_SPEAKS = ".//a:t | .//p:cNvPr[string(@descr)] | .//a:tbl"


def lint(data: bytes) -> list[str]:
    """What is wrong with a deck built here, each as "code: part: what"; nothing where all is well."""
    try:
        archive = Archive(data)
    except BrokenPackageError as error:
        return [f"no-package: {error}"]
    return [*damage(archive), *_found(archive, PROMISES)]


def damage(archive: Archive) -> list[str]:
    """What is broken in any package, each as "code: part: what"."""
    return [
        *(f"broken-part: {name}: {why}" for name, why in archive.broken()),
        *_found(archive, (*PACKAGE_RULES, *TIE_RULES)),
    ]


def _found(archive: Archive, rules: Iterable[Rule]) -> Iterator[str]:
    for rule in rules:
        try:
            yield from [f"{rule.__name__.replace('_', '-')}: {finding}" for finding in rule(archive)]
        except (etree.XMLSyntaxError, KeyError) as error:
            # What cannot be read was told already, but for a part that every package has.
            if isinstance(error, KeyError):
                yield f"broken-part: {error.args[0]}: is missing"


def placeholder(archive: Archive) -> Iterator[str]:
    """A slide fills one slot twice, or one that its slide layout does not have, or leaves one empty."""
    for folder in ("ppt/slides", "ppt/slideLayouts"):
        for name in archive.parts_in(folder):
            slots = [_slot(each) for each in archive.find(name, "//p:nvPr/p:ph")]
            yield from (f"{name}: has the slot {index} twice" for index in repeated(index for index, _ in slots))
            if folder == "ppt/slides":
                offered = _offered(archive, name)
                yield from (f"{name}: its slide layout has no slot {slot}" for slot in slots if slot not in offered)
    for name in archive.parts_in("ppt/slides"):
        for shape in archive.find(name, "//p:sp[p:nvSpPr/p:nvPr/p:ph]"):
            if not _words(shape).strip():
                yield f"{name}: “{_name(shape)}” is empty"


def title(archive: Archive) -> Iterator[str]:
    """A slide has not just one title."""
    for name in archive.parts_in("ppt/slides"):
        count = sum(1 for _ in archive.find(name, "//p:ph[@type='title' or @type='ctrTitle']"))
        if count != 1:
            yield f"{name}: has {count} titles"


def language(archive: Archive) -> Iterator[str]:
    """A stretch of text does not say which language it is in."""
    for name in sheets(archive):
        for each in archive.find(name, "//a:r | //a:br | //a:fld"):
            properties = each.find(f"{{{A}}}rPr")
            if properties is None or not properties.get("lang"):
                yield f"{name}: “{_words(each)}” has no language"
        for _ in archive.find(name, "//a:endParaRPr[not(@lang)]"):
            yield f"{name}: the end of a paragraph has no language"


def alternative_text(archive: Archive) -> Iterator[str]:
    """A picture, a group, a table or a chart has neither alternative text nor the mark of decoration."""
    for name in archive.parts_in("ppt/slides"):
        for shape in archive.find(name, "//p:pic | //p:grpSp | //p:graphicFrame"):
            own = next(shape.iterfind(".//p:cNvPr", PREFIXES))
            silent = not own.get("descr") and not own.findall(".//adec:decorative[@val='1']", PREFIXES)
            is_group = shape.tag == f"{{{P}}}grpSp"
            if silent and not (is_group and shape.xpath(_SPEAKS, namespaces=PREFIXES)):
                yield f"{name}: “{_name(shape)}” has no alternative text"


def literal_colour(archive: Archive) -> Iterator[str]:
    """A colour is not the theme's, so that another theme does not reach it."""
    for name in _styled(archive):
        for each in archive.find(name, "//a:srgbClr | //a:sysClr | //a:prstClr | //a:scrgbClr | //a:hslClr"):
            yield f"{name}: the colour {each.get('val')} is not the theme's"


def literal_font(archive: Archive) -> Iterator[str]:
    """A font is not the theme's. A bullet may be a symbol, code's letters are all of one width, and equations have a
    font of their own: no theme has one for these."""
    letters = "//a:latin[not(ancestor::m:oMath)] | //a:ea | //a:cs | //a:sym"
    fonts = f"{letters} | //a:buFont[not(@typeface='{SYMBOL_FONT}')]"
    for name in _styled(archive):
        for each in archive.find(name, fonts):
            if not each.get("typeface", "").startswith("+") and each.get("pitchFamily") != FIXED_PITCH:
                yield f"{name}: the font {each.get('typeface')} is not the theme's"


PROMISES: tuple[Rule, ...] = (placeholder, title, language, alternative_text, literal_colour, literal_font)
RULES = (*PACKAGE_RULES, *TIE_RULES, *PROMISES)


def _styled(archive: Archive) -> list[str]:
    return [name for folder in _STYLED for name in archive.parts_in(folder)]


def _slot(element: etree._Element) -> tuple[str, str]:
    return element.get("idx", "0"), element.get("type", "obj")


def _offered(archive: Archive, slide: str) -> set[tuple[str, str]]:
    layouts = archive.relationships(slide, "slideLayout")
    return {_slot(each) for layout in layouts for each in archive.find(layout.target, "//p:nvPr/p:ph")}


def _name(shape: etree._Element) -> str:
    return str(next(shape.iterfind(".//p:cNvPr", PREFIXES)).get("name"))


def _words(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))
