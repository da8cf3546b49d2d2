"""What a font's file allows, and what of it a deck needs; read with fontTools."""

from __future__ import annotations

import io
from collections.abc import Collection
from typing import Any

from deck.fonts.opening import opened
from deck.ground.dataclass import dataclass

_RESTRICTED, _PREVIEW, _EDITABLE = 1 << 1, 1 << 2, 1 << 3
_NOT_IN_PART, _BITMAPS_ONLY = 1 << 8, 1 << 9
_FAMILY = 1


class UnfitFontError(Exception):
    """A font that no deck may carry, or can; it says why."""

    def __init__(self, why: str, hint: str) -> None:
        super().__init__(why)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Permission:
    """What a font that may be embedded allows beside: to edit what carries it, and to carry it in part."""

    editing: bool
    subsets: bool


def embeddable(data: bytes, name: str) -> Permission:
    """What the font in this file, which is called so, allows by the field `fsType` of its table OS/2.

    UnfitFontError where it forbids to be embedded, or is of a kind that PowerPoint does not read from a deck.
    ImportError without fontTools.
    """
    font = _opened(data)
    names = {record.toUnicode("replace") for record in font["name"].names if record.nameID == _FAMILY}
    if name.casefold() not in {each.casefold() for each in names}:
        called = " and ".join(f"“{each}”" for each in sorted(names)) or "nothing"
        raise UnfitFontError(
            f"its file is of a font that is called {called}", f"write that name, or name a file of {name}"
        )
    if "fvar" in font:
        why = "its file is a variable font, of which PowerPoint reads but one weight"
        raise UnfitFontError(why, "name the files of its single weights, which mostly lie in a folder `static`")
    if "glyf" not in font:
        why = "its file has PostScript outlines, and PowerPoint embeds TrueType only"
        raise UnfitFontError(why, "name its .ttf file")
    allowed = font["OS/2"].fsType
    # Older fonts may set several: then the one that allows most counts (OpenType, OS/2, fsType).
    usage = allowed & (_RESTRICTED | _PREVIEW | _EDITABLE)
    if usage == _RESTRICTED:
        why = "its file forbids to embed it without leave of its owner (fsType 2)"
        raise UnfitFontError(why, "take another font, or ask the owner for a file that allows it")
    if allowed & _BITMAPS_ONLY:
        why = "its file allows to embed its bitmaps only, not its outlines (fsType bit 9)"
        raise UnfitFontError(why, "take another font")
    return Permission(editing=not usage or bool(usage & _EDITABLE), subsets=not allowed & _NOT_IN_PART)


def subset(data: bytes, characters: Collection[str]) -> bytes:
    """The font with what these characters need: their glyphs in all forms, and its kerning in both tables.

    The font itself where it is too damaged to be parted.
    """
    from fontTools.subset import Options, Subsetter

    options = Options(
        layout_features=["*"],
        legacy_kern=True,
        name_IDs=["*"],
        name_languages=["*"],
        notdef_outline=True,
        recalc_timestamp=False,
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted({ord(char) for char in characters}))
    written = io.BytesIO()
    try:
        font = _opened(data)
        subsetter.subset(font)
        font.save(written)
    # Each of its tables may be wrong in ways of its own.
    except Exception:
        return data
    return written.getvalue()


def _opened(data: bytes) -> Any:
    if data.startswith(b"ttcf"):
        raise UnfitFontError("its file is a collection of fonts", "name a file of one font")
    try:
        font = opened(io.BytesIO(data), recalcTimestamp=False)
        for table in ("head", "name", "OS/2", "cmap"):
            font[table]
    except ImportError:
        raise
    # Damaged fonts fail in as many ways as there are tables.
    except Exception as error:
        raise UnfitFontError("its file cannot be read", "name an undamaged TrueType file") from error
    return font
