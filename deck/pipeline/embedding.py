"""Which fonts a deck carries: those that its texts are set in, unless each PowerPoint has them or theirs forbid it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from deck.checks.texts import texts
from deck.fonts import UnfitFontError, embeddable, installed, is_everywhere
from deck.ground.diagnostics import Diagnostic, Severity, Span
from deck.ground.installing import install_command
from deck.model.deck import Deck
from deck.model.equations import FONT, Equation
from deck.model.presentation import Presentation
from deck.model.theme import EmbeddedFont, Embedding, FontFile
from deck.typeset import drawing_fonts


def with_fonts(deck: Deck, presentation: Presentation) -> tuple[Deck, list[Diagnostic]]:
    """The deck with the fonts that its outline, or else its theme, has it carry, and what is told of them."""
    wanted = is_wanted(deck, presentation)
    if not wanted:
        return deck, []
    span = presentation.spans.get("presentation.fonts.embed") or deck.theme.spans.get("fonts.embed")
    carried: list[EmbeddedFont] = []
    found: list[Diagnostic] = []
    lacking: list[_Lacking] = []
    for name in fonts_of(deck):
        file = next((each.files[name] for each in (deck.theme.major, deck.theme.minor) if name in each.files), None)
        if is_carried(name, deck):
            continue
        if file is None and is_everywhere(name):
            lacking.append(_Lacking(name, _EVERYWHERE, _CARRY_IT))
            continue
        try:
            file = file or installed(name)
            font, without, told = _carried(name, file, span, in_part=wanted == "subset")
        except UnfitFontError as error:
            lacking.append(_Lacking(name, str(error), error.hint))
        except ImportError:
            hint = f"install the extra `fonts` (`{install_command('fonts')}`)"
            lacking.append(_Lacking(name, "fontTools, by which its file is read, is missing", hint))
        else:
            carried.append(font)
            lacking += without
            found += told
    if lacking:
        found.insert(0, _not_carried(lacking, span))
    return replace(deck, fonts=tuple(carried)), found


def is_wanted(deck: Deck, presentation: Presentation) -> Embedding:
    """Whether a deck is to carry its fonts."""
    return deck.theme.embed if presentation.embed is None else presentation.embed


def is_carried(font: str, deck: Deck) -> bool:
    """Whether a font is in the deck's own file, or in its template's."""
    template = deck.theme.template
    return any(each.name == font for each in deck.fonts) or bool(template and font.casefold() in template.embedded)


def fonts_of(deck: Deck) -> tuple[str, ...]:
    """The fonts of a deck's texts: the theme's for letters, and those for other scripts, for code and for equations
    where there are such texts."""
    named = [deck.theme.major.latin, deck.theme.minor.latin]
    for slide in deck.slides:
        for shape in slide.shapes:
            for _, text in texts(shape):
                roles = {level.font for level in text.body.levels}
                words = "".join(paragraph.plain for paragraph in text.paragraphs)
                for role in sorted(roles):
                    fonts = drawing_fonts(deck.theme.family(role), deck.language.script, words)
                    named += sorted(font for font, _ in fonts)
                if any(run.code for paragraph in text.paragraphs for run in paragraph.runs):
                    named.append(deck.theme.minor.mono)
        named += [FONT for shape in slide.shapes if isinstance(shape, Equation)]
    return tuple(dict.fromkeys(name for name in named if name))


def _carried(
    name: str, file: FontFile | None, span: Span | None, *, in_part: bool
) -> tuple[EmbeddedFont, list[_Lacking], list[Diagnostic]]:
    """The font with those of its faces that may be embedded, those that may not, and what else is told of it."""
    if file is None:
        raise UnfitFontError("no file of it is named, and none is on this machine", _NAME_IT)
    allowed = [embeddable(file.regular, name)]
    lacking = []
    told = []
    faces = {}
    for weight in FontFile.WEIGHTS[1:]:
        face = getattr(file, weight)
        try:
            if face is not None:
                allowed.append(embeddable(face, name))
                faces[weight] = face
        except UnfitFontError as error:
            lacking.append(_Lacking(f"{name}, {weight.replace('_', ' ')}", str(error), error.hint))
    if not all(each.editing for each in allowed):
        what = f"the maker of `{name}` allows to show and print what carries it: PowerPoint opens such a deck read-only"
        hint = "leave it out, with `embed: false`, where the deck is to be edited"
        told.append(Diagnostic("font-read-only", what, span, hint, Severity.WARNING))
    in_whole = not all(each.subsets for each in allowed)
    if in_part and in_whole:
        what = f"the maker of `{name}` forbids to take parts of it: the deck carries it whole"
        told.append(Diagnostic("font-not-subset", what, span, "nothing needs to be done", Severity.WARNING))
    return EmbeddedFont(name, FontFile(file.regular, **faces), in_part and not in_whole), lacking, told


_NAME_IT = "name its files under `fonts: {files: …}` of the theme, or of the template’s map"
_EVERYWHERE = "part of Windows or Office, and so wherever PowerPoint is"
_CARRY_IT = f"nothing needs to be done for PowerPoint; to carry what is part of Office all the same, {_NAME_IT}"


class _Lacking(NamedTuple):
    """A font, or a face of one, that the deck does not carry."""

    name: str
    why: str
    hint: str


def _not_carried(lacking: Sequence[_Lacking], span: Span | None) -> Diagnostic:
    """One finding of all that is not carried: the fonts by what keeps them out, and what can be done, each once."""
    reasons: dict[str, list[str]] = {}
    for each in lacking:
        reasons.setdefault(each.why, []).append(f"`{each.name}`")
    what = "; ".join(f"{', '.join(names)}: {why}" for why, names in reasons.items())
    hint = "; ".join(dict.fromkeys(each.hint for each in lacking))
    return Diagnostic("font-not-embedded", f"the deck does not carry {what}", span, hint, Severity.WARNING)
