"""Whatever somebody edits, and in which order: the page shows what it would show if it had just been opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from deck.ground.kept import forget
from deck.preview.state import Preview
from tests.languages.catalogs import complete, entry, write_catalog

OUTLINE = """\
presentation: {title: Decent work, author: The testers, language: en, theme: own.yaml, footer: "{partners} partners"}
lists:
  countries: {table: countries.csv}
facts:
  partners: 400
sources:
  report: The report of 2025
sections:
  - id: first
    title: First
    slides:
      - id: network
        layout: statement
        title: The network
        statement: The Alliance has {partners} partners in {countries.count} countries.
        notes: Say that there are 390 partners.
      - id: plan
        layout: agenda
        title: Today
  - id: second
    title: Second
    slides:
      - id: reasons
        layout: bullets
        title: Reasons
        items: [One reason, "Another, of {partners}", A third]
        background: seen.png
      - id: seen
        layout: picture
        title: Seen
        picture: {file: seen.png, description: A square}
      - id: where
        layout: bullets
        title: Where
        items: {list: countries}
      - id: figures
        layout: statistics
        title: Figures
        figures:
          - id: people
            value: 50_000_000
            label: people
            source: report
            parts: [{id: women, value: 30_000_000, label: women}]
      - id: parts
        layout: cards
        title: Parts
        cards:
          - {id: one, icon: action, heading: One, text: The first}
          - {id: two, heading: Two, text: The second}
"""
WORDS = ("partners", "reason", "Figures", "Today", "Second", "report", "50_000_000", "400", "390", "*all*", "agenda")
WORDS += ("Decent work", "The testers", "author", "language: en", "30_000_000")
OTHERS = ("friends", "motive", "{partners}", "{no-such}", "**bold**", "70_000_000", "410", "", "x: y", "*a", "bullets")


def replaced(word: str, other: str, line: int) -> Callable[[dict[str, str]], dict[str, str]]:
    """A word becomes another one in one of the lines that have it."""

    def edit(files: dict[str, str]) -> dict[str, str]:
        lines = files["outline.yaml"].split("\n")
        with_it = [at for at, each in enumerate(lines) if word in each]
        if with_it:
            at = with_it[line % len(with_it)]
            lines[at] = lines[at].replace(word, other, 1)
        return files | {"outline.yaml": "\n".join(lines)}

    return edit


def inserted(line: int, words: str) -> Callable[[dict[str, str]], dict[str, str]]:
    """A line comes in."""

    def edit(files: dict[str, str]) -> dict[str, str]:
        lines = files["outline.yaml"].split("\n")
        lines.insert(line % len(lines), words)
        return files | {"outline.yaml": "\n".join(lines)}

    return edit


def moved(first: int, second: int) -> Callable[[dict[str, str]], dict[str, str]]:
    """Two slides change places, or one goes."""

    def edit(files: dict[str, str]) -> dict[str, str]:
        pieces = files["outline.yaml"].split("      - id: ")
        one, other = 1 + first % max(1, len(pieces) - 1), 1 + second % max(1, len(pieces) - 1)
        if len(pieces) > 2 and one == other:
            del pieces[one]
        elif len(pieces) > 2:
            pieces[one], pieces[other] = pieces[other], pieces[one]
        return files | {"outline.yaml": "      - id: ".join(pieces)}

    return edit


def saved(name: str, text: str) -> Callable[[dict[str, str]], dict[str, str]]:
    return lambda files: files | {name: text}


EDITS = st.one_of(
    st.builds(replaced, st.sampled_from(WORDS), st.sampled_from(OTHERS), st.integers(0, 5)),
    st.builds(replaced, st.just("partners: 400"), st.sampled_from(["partners: 410", "partners: 1_000"]), st.just(0)),
    st.builds(inserted, st.integers(0, 60), st.sampled_from(["", "# a remark", "        minutes: 3", "  x: {"])),
    st.builds(moved, st.integers(0, 7), st.integers(0, 7)),
    st.builds(
        saved,
        st.just("countries.csv"),
        st.sampled_from(["text\nChile\n", "text\nChile\nNepal\nTogo\n", "words\nNepal\n"]),
    ),
    st.builds(saved, st.just("seen.png"), st.sampled_from(["red", "blue", "none"])),
    st.builds(saved, st.just("own.yaml"), st.sampled_from(["FFD700", "222222", "2E7D32"])),
    st.builds(saved, st.just("fr.po"), st.sampled_from(["Motifs", "Raisons", "", "none"])),
)


def write(folder: Path, files: dict[str, str], before: dict[str, str]) -> None:
    """Saves what changed, as editors do: by a new file in the place of the old one."""
    for name, text in files.items():
        if before.get(name) == text:
            continue
        path, new = folder / name, folder / f"new-{name}"
        if name == "seen.png":
            path.unlink(missing_ok=True)
            if text != "none":
                Image.new("RGB", (300, 200), text).save(new)
        elif name == "own.yaml":
            accents = f"extends: alliance\nname: Own\npalette: {{accent2: {text}}}\n"
            new.write_text(accents, encoding="utf-8")
        elif name == "fr.po" and text == "none":
            (folder / "locales" / name).unlink(missing_ok=True)
        elif name == "fr.po":
            catalog = write_catalog(folder, *complete(), entry("reasons.title", "Reasons", text), language="fr")
            catalog.replace(new)
            path = catalog
        else:
            new.write_text(text, encoding="utf-8")
        if new.exists():
            new.replace(path)


def shown(preview: Preview) -> dict[str, Any]:
    """All that the page shows, but for how often a picture has changed."""
    pages: dict[str, Any] = {"": preview.snapshot()}
    for tag in preview.snapshot()["languages"]:
        pages[tag] = found = preview.language(tag)
        for slide in ((found and found["deck"]) or {}).get("slides", ()):
            del slide["version"]
            slide["svg"] = preview.svg(tag, slide["id"])
    return pages


@settings(max_examples=14)
@given(st.lists(EDITS, min_size=2, max_size=6))
def test_any_sequence_of_edits_is_shown_as_it_is(edits: list[Callable[[dict[str, str]], dict[str, str]]]) -> None:
    start = {
        "outline.yaml": OUTLINE,
        "countries.csv": "text\nChile\nNepal\n",
        "seen.png": "red",
        "own.yaml": "2E7D32",
        "fr.po": "Motifs",
    }
    states = [start]
    for edit in (*edits, lambda _: start):
        states.append(edit(states[-1]))
    with TemporaryDirectory() as name:
        folder = Path(name)
        live, seen = Preview(folder / "outline.yaml"), []
        forget()
        for before, files in zip([{}, *states], states, strict=False):
            write(folder, files, before)
            seen.append(shown(live))
        assert seen[0][""] == {"name": "outline.yaml", "languages": ["en", "fr"], "failed": []}
        assert [len(seen[0][tag]["deck"]["slides"]) for tag in ("en", "fr")] == [7, 7]
        for before, files, page in zip([states[-1], *states], states, seen, strict=False):
            write(folder, files, before)
            forget()
            fresh = shown(Preview(folder / "outline.yaml"))
            assert page[""]["failed"] == fresh[""]["failed"]
            if not fresh[""]["failed"]:
                assert page.keys() == fresh.keys()
                for tag in fresh.keys() - {""}:
                    assert page[tag]["failed"] == fresh[tag]["failed"]
                    # What cannot be laid out leaves the last good deck.
                    assert fresh[tag]["deck"] is None or page[tag] == fresh[tag]
