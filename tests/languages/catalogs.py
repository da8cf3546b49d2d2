"""Outlines with catalogs, for tests."""

from __future__ import annotations

from pathlib import Path

from deck.languages.plurals import usual_rule
from deck.model.language import Language
from deck.pipeline.build import Built, lay_out
from tests.outlines import write_outline

RULES = {
    "ar": usual_rule(Language("ar")).header,
    "zh": "nplurals=1; plural=0;",
    "fr": "nplurals=2; plural=(n > 1);",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
}
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: {rule}\\n"\n'
COMPLETE = {
    "presentation.title": ("A test", "Un essai"),
    "presentation.footer": ("A footer", "Un pied"),
    "sections.only.title": ("Only", "Seul"),
    "sources.estimates": ("ILO, *Global Estimates*, 2022", "OIT, *Estimations*, 2022"),
}
"""The messages of the header that all test outlines have."""


def entry(key: str, source: str, *forms: str, flags: str = "", plural: bool = False) -> str:
    lines = [f"\n#, {flags}" if flags else "", f'msgctxt "{key}"', f'msgid "{source}"']
    if plural or len(forms) > 1:
        lines += [f'msgid_plural "{source}"', *(f'msgstr[{index}] "{form}"' for index, form in enumerate(forms))]
    else:
        lines.append(f'msgstr "{forms[0]}"')
    return "\n".join(lines) + "\n"


def write_catalog(folder: Path, *entries: str, language: str = "fr", rule: str | None = None) -> Path:
    path = folder / "locales" / f"{language}.po"
    path.parent.mkdir(exist_ok=True)
    text = HEADER.format(rule=rule or RULES.get(language, "nplurals=2; plural=(n != 1);"))
    path.write_text(text + "".join(entries), encoding="utf-8")
    return path


def complete() -> list[str]:
    return [entry(key, *pair) for key, pair in COMPLETE.items()]


def translated(folder: Path, slide: str, *entries: str, language: str = "fr", rule: str | None = None) -> Built:
    """An outline of one slide, laid out by a catalog that has these entries besides the header's."""
    outline = write_outline(folder, slide)
    write_catalog(folder, *complete(), *entries, language=language, rule=rule)
    return lay_out(outline, language)
