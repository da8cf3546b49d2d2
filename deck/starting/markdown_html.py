"""HTML within slides: as Markdown where there is a way to say it; where its rows are not to be read as code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape

from deck.markup.pieces import BREAK_SIGN
from deck.markup.writing import code
from deck.starting.html_marks import with_marks
from deck.starting.telling import Told

TAG = re.compile(r"</?([A-Za-z][\w-]*(?::[A-Za-z][\w-]*)?)(?=[\s/>])([^<>]*)>")
CLICKS = re.compile(r"(?:^|[\s\"'])v-(?:clicks?|after)\b|\bclass\s*=\s*[\"'][^\"']*(?<![\w-])fragment(?![\w-])")
"""What has words appear with a click, as Slidev and reveal.js have it, in a tag."""
_ROW = re.compile(r"[ \t]*</?[A-Za-z][\w:-]*(?=[\s/>]|$)")
_ENTRY = re.compile(r"[ ]{0,3}(?:[-*+]|\d{1,9}[.)])[ \t]")
_LINK = re.compile(
    r"<a\b([^<>]*?)\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)')([^<>]*)>((?:(?!</?a\b)[^<>\n])*)</a>", re.IGNORECASE
)
_CODE = re.compile(r"<code(?:\s[^<>]*)?>([^<>\n]+)</code>", re.IGNORECASE)
_KEYS = re.compile(r"(</kbd>)(<kbd\b)", re.IGNORECASE)
"""Where a key ends and another begins: each has a frame of its own."""
_HEADING = re.compile(r"^[ \t]*<h([1-6])\b[^<>]*>([^\n]*)</h\1>[ \t]*$", re.IGNORECASE | re.MULTILINE)
_LISTED = re.compile(r"^[ \t]*<li\b[^<>]*>(?=[^\n]*\S)", re.IGNORECASE | re.MULTILINE)
_SOURCE = re.compile(r"""\b(?:src|href)\s*=\s*["']?([^"'\s>]+)""")
_EMBEDS = re.compile(r"iframe|video|audio|source|embed|object|portal|youtube|tweet|slidevvideo|videoplayer|lottie\w*")
_EMBEDDED = re.compile(r"""(?<![\w-]):?(?:data-)?(?:src|data|href|id|url)\s*=\s*["']?([^"'\s>]+)""")
_ALT = re.compile(r"""\balt\s*=\s*["']([^"']*)""")
_BLOCKS = frozenset(
    ("div", "p", "section", "article", "center", "li", "figcaption", "figure", "tr", "summary", "blockquote")
)
_LOOKS = _BLOCKS | frozenset(
    ("span", "small", "font", "u", "hr", "ul", "ol", "kbd", "mark", "big", "h1", "h2", "h3", "h4", "h5", "h6")
)


def html_as_markdown(text: str, tell: Callable[[int, str], None]) -> str:
    """The text, in which links, marks, headings and entries in HTML are Markdown's, and rows of HTML have no indent, by
    which they would be code. It has as many lines as before; `tell` hears of what is lost, with its line, from 0."""
    text = with_marks(_CODE.sub(lambda match: code(unescape(match[1])), text), tell)
    text = _KEYS.sub(r"\1 \2", text)
    text = _HEADING.sub(lambda match: f"{'#' * int(match[1])} {match[2].strip()}", text)
    text = _LISTED.sub("- ", text)
    text = _LINK.sub(_link, text)
    rows, in_html, in_list = [], False, False
    for row in text.split("\n"):
        if not row.strip():
            in_html = False
        elif _ENTRY.match(row):
            in_list = True
        elif not row[:1].isspace():
            in_list = False
        in_html = in_html or (bool(_ROW.match(row)) and not in_list)
        rows.append(row.lstrip() if in_html else row)
    return "\n".join(rows)


def _link(match: re.Match[str]) -> str:
    lines = "\n" * (match[1] + match[4]).count("\n")
    words, address = match[5].strip(), (match[2] or match[3] or "").strip()
    return (f"[{words}]({address})" if words and address and not re.search(r"[\s<>()]", address) else words) + lines


def embedded(match: re.Match[str]) -> str:
    """What a tag shows that is elsewhere, as it names it; nothing where it shows nothing so."""
    shows = _EMBEDS.fullmatch(match[1].lower()) or match[1].lower() == "a"
    source = _EMBEDDED.search(match[2]) if shows else None
    return f"<{match[1]}> {source[1]}" if source else ""


def without_tag(match: re.Match[str]) -> str | None:
    """What stands for a tag in Markdown; None where nothing does."""
    name, rest = match[1].lower(), match[2]
    lines = "\n" * rest.count("\n")
    if CLICKS.match(name):
        return lines
    if name == "img" and (source := _SOURCE.search(rest)):
        alt = _ALT.search(rest)
        return f"![{alt[1] if alt else ''}]({source[1]}){lines}"
    return BREAK_SIGN + lines if name == "br" else None


def instead_of(match: re.Match[str]) -> str:
    """What stands for a tag that is not Markdown's: the end of a line where a block ends."""
    ends = match[0].startswith("</") and match[1].lower() in _BLOCKS
    return (BREAK_SIGN if ends else "") + "\n" * match[2].count("\n")


def tidied(text: str) -> str:
    """The text without ends of lines on rows that say nothing else, and before the first words of one."""
    return "\n".join(
        row.lstrip(f"{BREAK_SIGN} \t") if row.lstrip().startswith(BREAK_SIGN) else row for row in text.split("\n")
    )


def told_of(tags: Mapping[str, tuple[int, int]], commands: Mapping[str, tuple[int, int]]) -> Iterator[Told]:
    """What is told of tags and of LaTeX's commands: where each is first, and how often."""
    looks = {name: found for name, found in tags.items() if name in _LOOKS}
    others = {name: found for name, found in tags.items() if name not in _LOOKS}
    kinds = (
        ("the look that HTML gives words", "<{}>", looks),
        ("elements of HTML, of which only the words stay", "<{}>", others),
        ("commands of LaTeX that set how it looks", "\\{}", commands),
    )
    for what, form, found in kinds:
        if found:
            first = min(line for line, _ in found.values())
            names = (
                form.format(name)
                + (f" {times} times" if times > 1 else "")
                + (f" (line {line})" if line != first else "")
                for name, (line, times) in sorted(found.items(), key=lambda each: each[1])
            )
            yield first, f"{what}: {', '.join(names)}"
