"""The fonts that a deck carries: a part for each face, and the list of them in the presentation."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from deck.export.pptx.package import Package
from deck.export.pptx.python_pptx import CONTENT_TYPE, RELATIONSHIP_TYPE, Part
from deck.export.xml import value
from deck.model.theme import EmbeddedFont, FontFile

_FACES = {"regular": "regular", "bold": "bold", "italic": "italic", "bold_italic": "boldItalic"}
"""What PresentationML calls each weight, in its order."""
_USUAL = frozenset(map(chr, range(0x20, 0x7F)))
"""Fonts are not cut down to less: a date, a number or a name can still be typed."""


class EmbeddedFonts:
    """The parts of fonts in a package in the making; their bytes wait for the texts that they are to show."""

    def __init__(self, package: Package, fonts: Sequence[EmbeddedFont]) -> None:
        self._package, self._fonts = package, fonts
        self._parts = [
            (font, weight, package.part("/ppt/fonts/font%d.fntdata", CONTENT_TYPE.X_FONTDATA))
            for font in fonts
            for weight in FontFile.WEIGHTS
            if getattr(font.file, weight) is not None
        ]

    @property
    def relations(self) -> list[tuple[Part, str]]:
        """The parts to which the presentation is to be related."""
        return [(part, RELATIONSHIP_TYPE.FONT) for *_, part in self._parts]

    def xml(self, ids: Sequence[str]) -> str:
        """The list of the fonts, with the ids of those relations."""
        if not self._fonts:
            return ""
        from deck.fonts import description

        entries = []
        for font in self._fonts:
            faces = "".join(
                f"<p:{_FACES[weight]} r:id={value(identifier)}/>"
                for identifier, (owner, weight, _) in zip(ids, self._parts, strict=True)
                if owner is font
            )
            about = description(font.file.regular)
            entries.append(f"<p:embeddedFont><p:font typeface={value(font.name)} {about}/>{faces}</p:embeddedFont>")
        return f"<p:embeddedFontLst>{''.join(entries)}</p:embeddedFontLst>"

    def fill(self) -> None:
        """Writes the fonts, those in part with what all other parts show by now, in capitals, too."""
        if not self._fonts:
            return
        from deck.fonts import container, subset

        shown: Collection[str] = ()
        if any(font.subset for font in self._fonts):
            found = self._package.characters()
            shown = _USUAL | found | {each for char in found for each in char.upper()}
        for font, weight, part in self._parts:
            face = getattr(font.file, weight)
            carried = subset(face, shown) if font.subset else face
            part.blob = container(carried, subset=carried is not face)


def fonts_attributes(fonts: Sequence[EmbeddedFont]) -> str:
    """What the presentation says of fonts: whether they are saved with it, and then whole, so that it can be edited."""
    if not fonts:
        return ' saveSubsetFonts="1"'
    return ' embedTrueTypeFonts="1"' + (' saveSubsetFonts="1"' if any(font.subset for font in fonts) else "")
