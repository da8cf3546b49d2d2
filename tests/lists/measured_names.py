"""What lists make of the names that public packages have for countries: `python -m tests.lists.measured_names FOLDER`.

It prints docs/country-names.md. FOLDER is a `node_modules` with i18n-iso-countries and world-countries; without it,
only Python's packages are measured.
"""

from __future__ import annotations

import gettext
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

import pycountry
from babel import Locale

from deck.lists import country_name, resolve

SIX = ("en", "fr", "es", "ar", "zh", "ru")
# What a source has for another country than all others have: its own slip, which is not counted.
SLIPS = {
    ("i18n-iso-countries", "CD", "República Democrática do Congo"): "CG",
    ("world-countries", "DO", "多米尼加"): "DM",
    ("world-countries", "DO", "多米尼加共和国"): "DM",
}
KINDS = ("right", "asked", "refused, right hint", "refused, no hint", "refused, other hint", "wrong", "mended wrongly")
Names = list[tuple[str, str]]


def outcome(name: str, code: str) -> str:
    """What a list does with a name that a source has for the country of this code."""
    found = resolve(name)
    hinted = [one.code for one in found.suggestions]
    if found.code:
        return "right" if found.code == code else "asked" if found.shared and code in hinted else "wrong"
    if found.clear and found.clear.code != code:
        return "mended wrongly"
    if found.shared and code in hinted:
        return "asked"
    if not hinted:
        return "refused, no hint"
    return "refused, right hint" if code in hinted else "refused, other hint"


def sources() -> Iterator[tuple[str, Names]]:
    """The names of Python's packages by source, each with its country's code."""
    called = f"Babel {version('babel')}"
    for language in (*SIX, "zh_Hant", "pt", "de"):
        territories = Locale.parse(language).territories
        yield f"{called}, CLDR, {language}", [(name, code) for code, name in territories.items() if is_country(code)]
    called = f"pycountry {version('pycountry')}"
    for locale in ("en", "fr", "es", "ar", "zh_CN", "ru", "zh_TW", "pt", "de"):
        for kind in ("name", "official_name"):
            yield f"{called}, ISO’s {kind.replace('_', ' ')}, {locale}", iso(kind, locale)


def iso(kind: str, locale: str) -> Names:
    """ISO 3166's names of a kind, as iso-codes translates them."""
    found = [(getattr(one, kind, None), one.alpha_2) for one in pycountry.countries]
    languages = [] if locale == "en" else [locale]
    translated = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages, fallback=locale == "en").gettext
    return [(translated(name), code) for name, code in found if name]


def node_sources(folder: Path) -> Iterator[tuple[str, Names]]:
    """The names of packages that are npm's, and not among those that the table is made from."""
    package = folder / "i18n-iso-countries"
    called = f"i18n-iso-countries {json.loads((package / 'package.json').read_text(encoding='utf-8'))['version']}"
    for language in (*SIX, "pt", "de"):
        countries = json.loads((package / "langs" / f"{language}.json").read_text(encoding="utf-8"))["countries"]
        pairs = ((names if isinstance(names, list) else [names], code) for code, names in countries.items())
        yield f"{called}, {language}", [(name, code) for names, code in pairs for name in names if is_country(code)]
    package = folder / "world-countries"
    called = f"world-countries {json.loads((package / 'package.json').read_text(encoding='utf-8'))['version']}"
    countries = json.loads((package / "countries.json").read_text(encoding="utf-8"))
    for kind in ("common", "official"):
        keys = ("eng", "fra", "spa", "ara", "zho", "rus", "por", "deu")
        for key, language in zip(keys, (*SIX, "pt", "de"), strict=True):
            yield f"{called}, {kind}, {language}", list(_world(countries, kind, key))


def _world(countries: list[dict[str, object]], kind: str, key: str) -> Iterator[tuple[str, str]]:
    for one in countries:
        names, code = one["name"], str(one["cca2"])
        found = names if key == "eng" else one["translations"].get(key)  # type: ignore[index, attr-defined]
        if found and is_country(code):
            yield found[kind], code  # type: ignore[index]


def is_country(code: str) -> bool:
    return pycountry.countries.get(alpha_2=code) is not None


def no_countries(known: Mapping[str, object]) -> list[str]:
    """500 names that are no country's: of languages, currencies, scripts, parts of countries and of the world."""
    regions = [name for code, name in Locale("en").territories.items() if code.isdigit()]
    # Hong Kong, Macao and the like are parts of a country to ISO 3166-2, and countries to ISO 3166-1.
    both = {"CN-HK", "CN-MO", "CN-TW"}
    parts = [one.name for one in sorted(pycountry.subdivisions, key=lambda one: one.code) if one.code not in both][::15]
    others = [*pycountry.currencies, *[one for one in pycountry.languages if hasattr(one, "alpha_2")]]
    names = [*regions, *parts, *(one.name for one in others)]
    return list(dict.fromkeys(name for name in names if name.casefold() not in known))[:500]


def lines(folder: Path | None) -> Iterator[str]:
    """The document."""
    measured = list(all_sources(folder))
    yield "# What lists make of countries’ names\n"
    yield "Names of public packages, read as a list of countries reads them. Made by"
    yield "`python -m tests.lists.measured_names FOLDER` with a `node_modules` folder. The table of names is made from"
    yield "Babel and pycountry, not from the others.\n"
    yield f"| source | names | {' | '.join(KINDS)} |"
    yield f"|---|{'--:|' * (len(KINDS) + 1)}"
    for source, names in measured:
        counts = Counter(outcome(name, code) for name, code in names)
        yield f"| {source} | {len(names)} | {' | '.join(str(counts[kind]) for kind in KINDS)} |"
    yield "\nNot counted, since a source has these names for another country than all others have:\n"
    yield from (f"- {source}: “{name}” for {said}, and it is {code}" for (source, code, name), said in SLIPS.items())
    known = {name.casefold(): code for _, names in measured for name, code in names}
    others = no_countries(known)
    taken = [name for name in others if resolve(name).code]
    changed = [f"{name} → {country_name(found.code)}" for name in others if (found := resolve(name).clear)]
    yield f"\nOf {len(others)} names of regions, parts of countries, currencies and languages, {len(taken)} are taken"
    yield f"for a country, and {len(changed)} are so near one that `list fix` would take them for it misspelt."


def all_sources(folder: Path | None) -> Iterator[tuple[str, Names]]:
    """Every source with its names, but for those that are slips of its own."""
    for source, names in [*sources(), *(node_sources(folder) if folder else ())]:
        slips = {(said, name) for (package, _, name), said in SLIPS.items() if source.startswith(package)}
        yield source, [(name, code) for name, code in names if (code, name) not in slips]


def unlike(folder: Path | None, *kinds: str) -> Iterator[str]:
    """The names of these outcomes, for whoever looks into them."""
    for source, names in all_sources(folder):
        for name, code in names:
            if (kind := outcome(name, code)) in kinds:
                found = resolve(name)
                yield f"{kind}: {source}: {name} is {code}, not {found.code or [one.code for one in found.suggestions]}"


if __name__ == "__main__":
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    sys.stdout.write("\n".join([*(unlike(where, *sys.argv[2:]) if len(sys.argv) > 2 else lines(where)), ""]))
