"""Sets text in frames: at given sizes, or at the largest at which it fits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from deck.fonts import system_directories
from deck.ground.diagnostics import Diagnostic
from deck.model.language import Language
from deck.model.letters import home_kind
from deck.model.numbering import label
from deck.model.style import FontRole, TextBody, TextStyle
from deck.model.text import Paragraph, Run
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, Frame, MissingGlyph, TextLine, Trial
from deck.typeset.capitals import CapitalsFace
from deck.typeset.coverage import Coverage
from deck.typeset.face import Face
from deck.typeset.heights import LINE_HEIGHT, drawing_fonts, line_height
from deck.typeset.inexact import inexact, unknown_fonts
from deck.typeset.last_line import joined, joints
from deck.typeset.lines import Faces, MeasuredParagraph, measured
from deck.typeset.narrowing import narrowed
from deck.typeset.regrowth import regrown
from deck.typeset.scales import largest_scale, without_lone_word
from deck.typeset.setting import Later, Outcome, SetParagraph, Setting
from deck.typeset.shaping import HarfBuzz

if TYPE_CHECKING:
    from deck.typeset.drawn import DrawnFace

_RECENT = 64
"""How many frames are remembered as they were set: a layout asks for the same ones to choose, and again to fill."""
_RECENT_PARAGRAPHS = 256
"""How many paragraphs are remembered as they were measured: one stands in many of those frames.

More would be further from the processor than it takes to measure them again.
"""
_WORDS, _CODE = Run(""), Run("", code=True)
_EVENLY_JOINED = attrgetter("evenly_joined")
_Voice: TypeAlias = tuple[Faces, bool]
"""The faces of a text's runs, and whether its lines are set as they stand."""


class Typesetter:
    """The `Measurer` of one language in one theme's fonts. What it has measured, it keeps.

    `font_directories` are searched for the fonts of scripts that only HarfBuzz can measure, before the system's.
    """

    def __init__(self, theme: Theme, language: Language, font_directories: Sequence[Path] = ()) -> None:
        self._theme = theme
        self._language = language
        self._shape = HarfBuzz((*font_directories, *system_directories()))
        self._faces: dict[tuple[bool, FontRole, bool, bool, bool], Face] = {}
        self._drawn_faces: dict[tuple[bool, FontRole, bool, bool, bool], DrawnFace] = {}
        self._in_cells: set[str] = set()
        self._coverage = Coverage(theme, language)
        self._setting = lru_cache(_RECENT)(self._new_setting)
        self._measured = lru_cache(_RECENT_PARAGRAPHS)(self._newly_measured)
        self._joined = lru_cache(_RECENT_PARAGRAPHS)(self._newly_joined)
        self._last_words: dict[int, _Words] = {}
        self._faces_of = lru_cache(None)(self._new_faces)
        self._look = lru_cache(_RECENT)(self._new_look)
        self._looks = lru_cache(_RECENT)(self._new_looks)

    def tried(self, frame: Frame) -> Trial:
        """How the frame comes out at its styles' own sizes, without its text."""
        setting = self._setting(frame)
        if setting.joins_evenly:
            # A no-break space is as wide as any: it changes no line.
            return setting.at(setting.designed)
        return self._balanced(narrowed(setting, setting.designed), setting.designed)[1]

    def measure(self, frame: Frame, scale: float = 1.0) -> FittedText:
        """The frame set at this share of its styles' sizes, none below its least."""
        setting = self._setting(frame)
        return self._set(setting, setting.sizes(scale))

    def fit(self, frames: Sequence[Frame]) -> tuple[FittedText, ...]:
        """The frames set at the largest one share of their styles' sizes at which all fit, or at the least.

        Levels that were not in the way are then set as large again as they may be.
        """
        settings = [self._setting(frame) for frame in frames]
        scale = largest_scale(settings)
        sizes = [setting.sizes(scale) for setting in settings]
        if len(settings) == 1 and (smaller := without_lone_word(settings[0], scale)) < scale:
            sizes = [settings[0].sizes(smaller)]
        elif scale < 1:
            sizes = regrown(settings, sizes)
        return tuple([self._set(setting, each) for setting, each in zip(settings, sizes, strict=True)])

    def missing_glyphs(self, text: FittedText) -> Sequence[MissingGlyph]:
        """The characters of a text that its fonts are not known to have, each once."""
        return self._coverage.missing_glyphs(text)

    @property
    def unknown_fonts(self) -> tuple[str, ...]:
        """The theme's fonts for this language that no table holds for: they are measured with room to spare."""
        with_code = any(code for *_, code in self._faces)
        return unknown_fonts(self._theme, self._language.script, with_code=with_code)

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Warnings of what was measured less exactly than it could be, so far."""
        return tuple(inexact(self._theme, self.unknown_fonts, self._shape.unshaped, self._in_cells))

    def _new_setting(self, frame: Frame) -> Setting:
        line = self._cell_line_height(frame) if frame.body.table_cell else LINE_HEIGHT
        looks = self._looks(frame.body)
        words = self._words(frame.paragraphs, looks)
        paragraphs = []
        deepest = len(looks.levels) - 1
        for paragraph, known in zip(frame.paragraphs, words.measured, strict=True):
            level = paragraph.level if paragraph.level < deepest else deepest
            look = looks.levels[level]
            numbered = paragraph.number is not None
            width = _label(paragraph, look.style, look.beside, self._language) if numbered else look.bullet
            paragraphs.append(SetParagraph(known, level, look.style, width if known.text else 0.0))
        return Setting(frame, paragraphs, line, joins_evenly=words.joins_evenly)

    def _words(self, paragraphs: Sequence[Paragraph], looks: _Looks) -> _Words:
        """The paragraphs, measured: those of the last text of so many, where it is the same one in another size."""
        voices = looks.voices
        before = self._last_words.get(len(paragraphs))
        if before and before.paragraphs == paragraphs and before.voices == voices:
            return before
        deepest = len(voices) - 1
        known = [self._measured(each, voices[each.level if each.level < deepest else deepest]) for each in paragraphs]
        words = _Words(paragraphs, voices, known, all(map(_EVENLY_JOINED, known)))
        self._last_words[len(paragraphs)] = words
        return words

    def _cell_line_height(self, frame: Frame) -> float:
        family = self._theme.family(frame.body.levels[0].font)
        fonts = drawing_fonts(family, self._language.script, "".join(each.plain for each in frame.paragraphs))
        if any(run.code for each in frame.paragraphs for run in each.runs):
            fonts.add((family.mono, "Latn"))
        self._in_cells |= {font for font, _ in fonts}
        return line_height(fonts)

    def _set(self, setting: Setting, sizes: tuple[float, ...]) -> FittedText:
        text = setting.texts.get(sizes)
        if text is None:
            text = setting.texts[sizes] = self._newly_set(setting, sizes)
        return text

    def _newly_set(self, setting: Setting, sizes: tuple[float, ...]) -> FittedText:
        frame, outcome = self._balanced(narrowed(setting, sizes), sizes)
        # What was measured is let go, and found again by who asks for lines.
        lay, draw = Later(self._laid, frame, sizes), Later(self._drawn, frame, sizes)
        counts, tops = tuple(outcome.line_counts), tuple(outcome.tops)
        return FittedText(
            frame.paragraphs, frame.body, sizes, counts, outcome.height, outcome.overflow, tops, lay, draw
        )

    def _laid(self, frame: Frame, sizes: tuple[float, ...]) -> tuple[TextLine, ...]:
        """The lines as they are measured at these sizes."""
        return self._setting(frame).lines(sizes)

    def _drawn(self, frame: Frame, sizes: tuple[float, ...]) -> tuple[TextLine, ...]:
        """The lines as LibreOffice draws them at these sizes."""
        from deck.typeset.drawn import DRAWN_LINE_HEIGHT, drawn_paragraph

        paragraphs = []
        setting = self._setting(frame)
        for each in setting.paragraphs:
            words, faces = each.measured.paragraph, partial(self._drawn_face, each.style)
            home = home_kind((words.language or self._language).script)
            drawn = drawn_paragraph(words, faces, home, sizes[each.level])
            width = each.label and _label(words, each.style, faces(_beside(each.style)), self._language)
            paragraphs.append(SetParagraph(drawn, each.level, each.style, width))
        return Setting(frame, paragraphs, DRAWN_LINE_HEIGHT, 1.0).lines(sizes)

    def _drawn_face(self, style: TextStyle, run: Run) -> DrawnFace:
        from deck.typeset.drawn import DrawnFace
        from deck.typeset.drawn_capitals import DrawnCapitals

        key = (style.caps != "none", style.font, run.bold or style.bold, run.italic or style.italic, run.code)
        face = self._drawn_faces.get(key)
        if face is None:
            family = self._theme.family(style.font)
            kind = DrawnCapitals if key[0] else DrawnFace
            face = kind(family, self._language.script, self._shape, *key[2:])
            self._drawn_faces[key] = face
        return face

    def _balanced(self, setting: Setting, sizes: tuple[float, ...]) -> tuple[Frame, Outcome]:
        """The frame with no-break spaces where its styles want balance, and how it comes out."""
        outcome = setting.at(sizes)
        if len(outcome.line_counts) == sum(outcome.line_counts):
            return setting.frame, outcome
        places = [
            joints(each.measured, broken) if each.style.balanced and count > 1 else ()
            for each, broken, count in zip(setting.paragraphs, outcome.broken, outcome.line_counts, strict=True)
        ]
        if not any(places):
            return setting.frame, outcome
        if all(each.measured.evenly_joined for each, joint in zip(setting.paragraphs, places, strict=True) if joint):
            # The last words of such lines have room beside each other, so nothing else is broken or moved.
            words = [
                joined(each.measured, joint) if joint else each.measured.paragraph
                for each, joint in zip(setting.paragraphs, places, strict=True)
            ]
            return Frame(tuple(words), setting.frame.body, setting.frame.rect), outcome
        paragraphs = [
            self._joined(each, joint) if joint else each for each, joint in zip(setting.paragraphs, places, strict=True)
        ]
        chosen = setting.with_paragraphs(paragraphs)
        return chosen.frame, chosen.at(sizes)

    def _newly_joined(self, each: SetParagraph, places: tuple[int, ...]) -> SetParagraph:
        known = measured(joined(each.measured, places), self._look(each.style).faces)
        return SetParagraph(known, each.level, each.style, each.label)

    def _newly_measured(self, paragraph: Paragraph, voice: _Voice) -> MeasuredParagraph:
        return measured(paragraph, voice[0], unbroken=voice[1])

    def _new_look(self, style: TextStyle) -> _Look:
        faces = self._faces_of(style.font, style.bold, style.italic, style.caps != "none")
        beside = faces(_beside(style))
        return _Look(style, faces, beside, beside.bullet(style.bullet) if style.bullet else 0.0)

    def _new_looks(self, body: TextBody) -> _Looks:
        levels = [self._look(style) for style in body.levels]
        return _Looks(levels, tuple([(look.faces, look.style.verbatim) for look in levels]))

    def _new_faces(self, font: FontRole, bold: bool, italic: bool, capitals: bool) -> Faces:
        """The faces of runs in a style of this font and weight."""

        def face_of(run: Run) -> Face:
            key = (capitals, font, run.bold or bold, run.italic or italic, run.code)
            face = self._faces.get(key)
            if face is None:
                kind = CapitalsFace if capitals else Face
                face = self._faces[key] = kind(self._theme.family(font), self._language.script, self._shape, *key[2:])
            return face

        return face_of


class _Look(NamedTuple):
    """A style with its faces: those of its runs, and that of what stands beside them, in which its bullet is so wide in
    em."""

    style: TextStyle
    faces: Faces
    beside: Face
    bullet: float


class _Looks(NamedTuple):
    """The looks of a body's levels, and of these what words are measured by."""

    levels: Sequence[_Look]
    voices: tuple[_Voice, ...]


class _Words(NamedTuple):
    """A text's paragraphs with what they were measured by, measured; and whether all of them join evenly."""

    paragraphs: Sequence[Paragraph]
    voices: tuple[_Voice, ...]
    measured: Sequence[MeasuredParagraph]
    joins_evenly: bool


def _label(paragraph: Paragraph, style: TextStyle, face: Face | DrawnFace, language: Language) -> float:
    """The width of a paragraph's number or bullet, in em."""
    if paragraph.number is not None:
        return face.number(label(paragraph.number, style.numbering, language))
    return face.bullet(style.bullet) if style.bullet else 0.0


def _beside(style: TextStyle) -> Run:
    """What is in the font of a bullet or a number: that of the words after it."""
    return _CODE if style.verbatim else _WORDS
