"""A sheet: a slide, a slide layout or a master while shapes are drawn on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from urllib.parse import quote

from deck.export.pptx.package import Package
from deck.export.pptx.python_pptx import CONTENT_TYPE, RELATIONSHIP_TYPE, Part
from deck.export.xml import content, value
from deck.ground.late_pattern import late_pattern
from deck.model.language import Direction, Language
from deck.model.numbering import Numbering, scheme

_ENGLISH = Language("en")
_WITH_REGION = {"zh": "zh-CN", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "ja": "ja-JP", "ko": "ko-KR"}
_JPEG = b"\xff\xd8\xff"
_SVG = b"<svg "
_PNG = b"\x89PNG\r\n\x1a\n"
_NOT_IN_A_LINK = late_pattern(r'[\x00-\x20"<>\\^`{|}\x7f]')


def _lang(language: Language) -> str:
    """The language as an attribute: that of ideographs with its region, as they are set otherwise without."""
    return f" lang={value(_WITH_REGION.get(language.tag, language.tag))}"


class Media:
    """The package's pictures and films, each held once."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._parts: dict[bytes, Part] = {}
        self._files: dict[bytes, Part] = {}

    def file(self, data: bytes, extension: str, content_type: str) -> Part:
        """The part that holds a film, or its captions."""
        if data not in self._files:
            name = f"/ppt/media/media%d.{extension}"
            self._files[data] = self.package.part(name, content_type, data)
        return self._files[data]

    def part(self, image: bytes) -> Part:
        """The part that holds this picture. ValueError unless it is a PNG, a JPEG or an SVG."""
        if image not in self._parts:
            if image.startswith(_PNG):
                extension, content_type = "png", CONTENT_TYPE.PNG
            elif image.startswith(_JPEG):
                extension, content_type = "jpeg", CONTENT_TYPE.JPEG
            elif image.startswith(_SVG):
                extension, content_type = "svg", "image/svg+xml"
            else:
                raise ValueError("a picture is a PNG, a JPEG or an SVG")
            number = len(self._parts) + 1
            while self.package.has(f"/ppt/media/image{number}.{extension}"):
                number += 1
            name = f"/ppt/media/image{number}.{extension}"
            self._parts[image] = self.package.part(name, content_type, image)
        return self._parts[image]


class Sheet:
    """What drawing a shape needs of the sheet that it stands on: its language, ids, and relationships.

    `lang` is the language as an attribute, which every stretch of text has that is in no other. `mono` is the font of
    code, `typefaces` are fonts in the place of the theme's, such as `+mj-lt`. `drawn` are the properties of a shape
    that is no placeholder, and `ids` those of drawn shapes by name, for lines that hold on to them. `slide_of` finds
    the slide to which a link within the deck leads, where such links can be. `undoes_capitals` says that it inherits
    from a master that may set text in capitals, so that all other text is to say that it is not.
    """

    def __init__(
        self,
        part: Part,
        language: Language,
        media: Media,
        prompts: Mapping[str, str],
        mono: str,
        *,
        is_layout: bool = False,
        typefaces: Mapping[str, str] = MappingProxyType({}),
        slide_of: Callable[[str], Part | None] = lambda _: None,
        undoes_capitals: bool = False,
    ) -> None:
        self.part = part
        self.lang = _lang(language)
        self.drawn = '<p:nvPr userDrawn="1"/>' if is_layout else "<p:nvPr/>"
        self.language = language
        self.direction = language.direction
        self.right_to_left = language.direction is Direction.RIGHT_TO_LEFT
        self.package = media.package
        self._media = media
        self._slide_of = slide_of
        self.mono = mono
        self.typefaces = typefaces
        self.undoes_capitals = undoes_capitals
        self._prompts = prompts
        # 1 is the shape tree's own.
        self.last_id = 1
        self.ids: dict[str, int] = {}

    def next_id(self) -> int:
        """An id that no other shape here has; those inside a shape come after its own."""
        self.last_id += 1
        return self.last_id

    def lang_of(self, language: Language | None) -> str:
        """A language as an attribute; None is the sheet's own."""
        return _lang(language) if language else self.lang

    def prompt(self, english: str) -> str:
        """What an empty slot says, as a run's properties and text; English where the sheet's language has no words."""
        words = self._prompts.get(english)
        lang = _lang(_ENGLISH) if words is None else self.lang
        return f"<a:rPr{lang}/><a:t>{content(english if words is None else words)}</a:t>"

    def scheme(self, numbering: Numbering) -> str:
        """How the sheet's language writes such numbers, by PowerPoint's name."""
        return scheme(numbering, self.language)

    def link(self, address: str) -> str:
        """Where a click leads, as attributes: to an address outside, or to a slide of the deck; or nowhere."""
        if address.startswith("#"):
            slide = self._slide_of(address[1:])
            if slide is None:
                return ""
            jump = self.part.relate_to(slide, RELATIONSHIP_TYPE.SLIDE)
            return f'r:id="{jump}" action="ppaction://hlinksldjump"'
        safe = _NOT_IN_A_LINK.sub(lambda found: quote(found.group()), address)
        return f'r:id="{self.part.relate_to(safe, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)}"'

    def image(self, image: bytes) -> str:
        """The id of the relationship to a picture."""
        return self.part.relate_to(self._media.part(image), RELATIONSHIP_TYPE.IMAGE)

    def file(self, data: bytes, extension: str, content_type: str, *kinds: str) -> list[str]:
        """The ids of the relationships of these kinds to a film, or to its captions."""
        part = self._media.file(data, extension, content_type)
        return [self.part.relate_to(part, kind) for kind in kinds]
