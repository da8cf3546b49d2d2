"""A new webinar's folder: an outline that builds at once, a list, pictures' place; or another program's slides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic
from deck.ground.files import read_bytes, resolved
from deck.ground.saving import save
from deck.images import scene
from deck.nodes import writing
from deck.nodes.yaml_file import read_text
from deck.starting.foreign_deck import ForeignDeck
from deck.starting.foreign_pictures import PICTURES
from deck.starting.from_markdown import Taken, taken_over, too_much
from deck.starting.markdown_deck import read_markdown
from deck.starting.markdown_includes import with_included
from deck.starting.markdown_lines import settings_of
from deck.starting.nearest_layouts import without_marks
from deck.starting.quarto_includes import read_with_included
from deck.starting.settling import Slide, Variant, settle
from deck.starting.telling import Otherwise, Told, parted, shortly

OUTLINE, THEME = "outline.yaml", "theme.yaml"
_WEBINAR = Path(__file__).parent / "webinar"
_HEADINGS = (".qmd", ".rmd")
_POWERPOINT = frozenset((".pptx", ".potx", ".ppsx"))
_FINISHED = _POWERPOINT | {".ppt", ".pptm", ".odp", ".otp", ".key", ".pdf", ".html", ".htm"}
_ABOVE = 3
"""How many folders above a deck its project's file is looked for."""


@dataclass(frozen=True, slots=True)
class Begun:
    """What was begun: the outline, the other files, and, by line, what of another program's slides was left out, and
    what is there in another way (`changed`)."""

    outline: Path
    files: tuple[Path, ...]
    left_out: tuple[Told, ...] = ()
    changed: tuple[Told, ...] = ()


def begin(folder: Path) -> Begun:
    """Writes a webinar to begin with into the folder. DeckError where the folder has files already."""
    _only_if_empty(folder)
    files = [folder / name for name in ("countries.csv", f"{PICTURES}/hills.jpg")]
    save((_WEBINAR / "countries.csv").read_bytes(), files[0])
    save(scene(), files[1])
    save((_WEBINAR / OUTLINE).read_bytes(), folder / OUTLINE)
    return Begun(folder / OUTLINE, tuple(files))


def begin_from(markdown: Path, folder: Path) -> Begun:
    """Writes the slides of a Markdown file into the folder, as an outline that builds, with the pictures beside it.

    DeckError where the file cannot be read or has no slides, or the folder has files already.
    """
    _only_if_markdown(markdown)
    text = read_text(markdown, what="slides in Markdown")
    _only_if_empty(folder)
    of_quarto = markdown.suffix.lower() in _HEADINGS
    project = _project_of(resolved(markdown).parent) if of_quarto else {}

    def read(whole: str) -> ForeignDeck:
        return read_markdown(whole, by_headings=True if of_quarto else None, project=project)

    deck = with_included(read_with_included(text, markdown, read), markdown)
    taken = taken_over(deck, markdown.parent)
    if not taken.variants:
        hint = "slides are parted by `---`, or begin with headings"
        raise DeckError([Diagnostic("file-empty", f"{markdown} has no slides", None, hint)])
    pictures = [save_copy(source, folder / name) for name, source in taken.pictures.items()]
    wished = {variant.id: dict(variant.candidates[0]) for variant in taken.variants}
    settled, more = _settled(folder, taken)
    shown = _shown(pictures, folder)
    for each in set(pictures).difference(shown):
        each.unlink()
    files = [*shown, folder / THEME] if taken.theme else shown
    left_out, changed = parted([*taken.told, *more, *_not_as_it_was(taken, wished, settled)])
    return Begun(folder / OUTLINE, tuple(files), left_out, changed)


def _settled(folder: Path, taken: Taken) -> tuple[list[Variant], list[Told]]:
    """The slides as they are written, and what is told of the deck's logo and footer, if these have no place."""
    told: list[Told] = []
    while True:
        if taken.theme:
            save(writing.as_yaml(taken.theme).encode(), folder / THEME)
        try:
            return settle(folder / OUTLINE, _header(taken), taken.variants), told
        except DeckError:
            if taken.theme:
                told.append(
                    (taken.lines.get(THEME, 1), f"the logo and the size of slides: {shortly(str(taken.theme))}")
                )
                taken.theme = {}
                (folder / THEME).unlink(missing_ok=True)
            elif "footer" in taken.header:
                told.append((taken.lines.get("footer", 1), f"a footer that has no room: {taken.header.pop('footer')}"))
            else:
                raise


def _project_of(folder: Path) -> dict[str, Any]:
    """What Quarto's project says for all decks in this folder; nothing where there is none, or it cannot be read."""
    above = (folder, *folder.parents[:_ABOVE])
    projects = [each / name for each in above for name in ("_quarto.yml", "_quarto.yaml") if (each / name).is_file()]
    said: dict[str, Any] = {}
    for path in [*projects[:1], folder / "_metadata.yml"]:
        if path.is_file():
            said |= settings_of(read_text(path, what="a project").split("\n")) or {}
    return said


def _shown(pictures: Sequence[Path], folder: Path) -> list[Path]:
    """Those of these pictures that a slide shows after all, or the theme: others may have no room."""
    said = "".join(each.read_text(encoding="utf-8") for each in (folder / OUTLINE, folder / THEME) if each.is_file())
    return [each for each in pictures if each.relative_to(folder).as_posix() in said]


def save_copy(source: Path, target: Path) -> Path:
    """Copies a file; returns where it is now."""
    save(read_bytes(source), target)
    return target


def _header(taken: Taken) -> str:
    said = writing.as_yaml({"presentation": taken.header | {"theme": THEME if taken.theme else "alliance"}})
    return f"{said}sections:"


def _not_as_it_was(taken: Taken, wished: dict[str, Slide], settled: Sequence[Variant]) -> list[Told]:
    """The slides that could not be what they were best: what is on them stands on several, or only a title is left."""
    found: list[Told] = []
    for name in dict.fromkeys(each.of for each in settled if each.of):
        parts = [each for each in settled if each.of == name]
        title = without_marks(str(wished[name]["title"]))
        ids, why = [each.id for each in parts], parts[0].apart
        told = too_much(title, ids, why, hint="") if why else too_much(title, ids, "together it does not fit")
        found.append((taken.lines[name], told))
    for each in settled:
        name, now = each.of or each.id, each.candidates[0]
        if now["layout"] == "section" and wished[name]["layout"] != "section":
            said = f"all but the title of the slide `{each.id}`: {each.misfit or 'it does not fit; shorten or part it'}"
            if len(now.get("notes", "")) > len(wished[name].get("notes", "")):
                where = "which stand in its speaker’s notes"
                why = each.misfit or "they do not fit; shorten or part it"
                said = Otherwise(f"the words of the slide `{each.id}`, {where}: {why}")
            found.append((taken.lines[name], said))
            continue
        if each.wanted not in ("", now["layout"], "section"):
            what = f"the slide `{each.id}`, which is `{now['layout']}` and not `{each.wanted}`: {each.why}"
            found.append((taken.lines[name], Otherwise(what)))
        if not each.of and len(now.get("notes", "")) > len(wished[name].get("notes", "")):
            what = f"the footnotes of the slide `{each.id}`, which stand in its speaker’s notes: {each.why}"
            found.append((taken.lines[name], Otherwise(what)))
    found += _at_once(taken, settled)
    kept = {each.of or each.id for each in settled}
    return found + [
        (taken.lines[name], f"the slide `{name}`: it cannot be shown") for name in wished if name not in kept
    ]


def _at_once(taken: Taken, settled: Sequence[Variant]) -> Iterator[Told]:
    """The slides on which nothing appears with a click, though something did."""
    moving = {taken.lines[each.of or each.id] for each in settled if "reveal" in each.candidates[0]}
    for each in settled:
        line = taken.lines[each.of or each.id]
        if each.still and line not in moving:
            yield line, Otherwise(f"what appears with a click, which is there at once: the slide `{each.id}`")


def _only_if_markdown(path: Path) -> None:
    """DeckError where the name says that a file is a finished deck."""
    kind = path.suffix.lower()
    if kind not in _FINISHED or not path.is_file():
        return
    hint = (
        "its words cannot be taken over; its look can: `theme: {template: …}` names it in an outline, and "
        "`inspect` says what is wrong in it"
        if kind in _POWERPOINT
        else "name the Markdown that it was made from"
    )
    raise DeckError([Diagnostic("file-encoding", f"{path} is a finished deck, not slides in Markdown", None, hint)])


def _only_if_empty(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(not each.name.startswith(".") for each in folder.iterdir())):
        hint = "name a folder that is yet to be made, or an empty one"
        raise DeckError([Diagnostic("folder-not-empty", f"{folder} is there already, and not empty", None, hint)])
