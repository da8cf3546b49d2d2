"""What is measured less exactly than it could be, and how to have it measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deck.ground.diagnostics import Diagnostic, Severity
from deck.ground.installing import install_command
from deck.model.theme import Theme
from deck.typeset import fonts
from deck.typeset.font_files import is_measured
from deck.typeset.heights import height_of
from deck.typeset.scripts import COMPLEX
from deck.typeset.shaping import FAMILIES


def unknown_fonts(theme: Theme, script: str, *, with_code: bool) -> tuple[str, ...]:
    """The theme's fonts for this script that no table holds for, and that of code, if there is any."""
    unknown = []
    for family in (theme.major, theme.minor):
        if not is_measured(family):
            unknown.append(family.latin)
        own = family.scripts.get(script, family.complex_script)
        if script in COMPLEX and not fonts.is_known(own, script):
            unknown.append(own)
    if with_code and not fonts.is_known_mono(theme.minor.mono):
        unknown.append(theme.minor.mono)
    return tuple(dict.fromkeys(unknown))


def inexact(
    theme: Theme, unknown: Iterable[str], unshaped: Iterable[str], in_cells: Iterable[str]
) -> Iterator[Diagnostic]:
    """Warnings of `unknown` fonts, of scripts that were not shaped, and of fonts in cells whose height is not known."""
    for font in unknown:
        yield Diagnostic(
            "unknown-font",
            f"the widths of `{font}` are not known; text is measured wider than it will be",
            hint="Calibri, Arial and Times New Roman are known, and Consolas for code; or " + _by_file(font, theme),
            severity=Severity.WARNING,
        )
    for script in sorted(unshaped):
        yield Diagnostic(
            "unshaped-script",
            f"letters of the script {script} are measured without their ligatures, wider than they will be",
            hint=f"install the extra `shaping` (`{install_command('shaping')}`) and the font {FAMILIES[script]}",
            severity=Severity.WARNING,
        )
    for font in sorted(in_cells):
        if height_of(font) is None:
            yield Diagnostic(
                "unknown-height",
                f"how high the lines of `{font}` are is not known; LibreOffice may draw tables higher than measured",
                hint="look at the tables in LibreOffice, or name a font that is known, such as Calibri or Noto Sans",
                severity=Severity.WARNING,
            )


def _by_file(font: str, theme: Theme) -> str:
    """How to have a font measured by its file."""
    if any(font in family.files for family in (theme.major, theme.minor)):
        return f"install the extra `shaping` (`{install_command('shaping')}`), by which its file is read"
    return "name its file under the theme's `fonts: {files: …}`"
