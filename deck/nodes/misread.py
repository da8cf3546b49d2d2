"""What YAML reads otherwise than its writer meant, though it is well-formed: told at its place, as it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deck.ground.diagnostics import Diagnostic, Severity, Span

_DASH = re.compile(r"\s*(- \S.*)")
_CLOSED_BY = {"“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "‚": "‘’", "「": "」", "『": "』"}
_UP_TO_COMMA = re.compile(r",[^,\[\]{}\"']*")
_THOUSANDS = re.compile(r",\d{3}(?!\d)")
_IN_A_NUMBER = re.compile(r"\d,\Z")
_LETTER = re.compile(r"[^\W\d_]")


def entries_taken_in(path: str, lines: Sequence[str], first: int, last: int) -> Iterator[Diagnostic]:
    """The first of a text's lines, after its own first one, that looks like an entry of a list. Lines count from 0."""
    for number in range(first + 1, min(last + 1, len(lines))):
        if found := _DASH.match(lines[number]):
            span = Span(path, number + 1, found.start(1) + 1, len(lines[number].rstrip()) + 1)
            message = "this is no entry of a list: it goes on with the text of the line before"
            hint = (
                "indent it like the entry before; entries under one stand in its `items:`, after `text:`; a dash is –"
            )
            yield Diagnostic("list-in-text", message, span, hint, Severity.WARNING)
            return


def torn_quotation(text: str, after: str, span: Span) -> Iterator[Diagnostic]:
    """A quotation in braces that ends at its comma, as the marks around it are no quotation marks to YAML."""
    closing = _CLOSED_BY.get(text[:1], "")
    ends = [at for each in closing if (at := after.find(each)) >= 0]
    if not ends or any(each in text[1:] for each in closing):
        return
    message = f"the text ends at this comma: {text[0]} is no quotation mark that keeps a text together here"
    hint = f'put straight quotation marks around it: "{text}{after[: min(ends) + 1]}"'
    yield Diagnostic("comma-in-text", message, span, hint, Severity.WARNING)


def torn_at_comma(before: str, text: str, after: str, span: Span) -> Iterator[Diagnostic]:
    """An entry in square brackets that a comma in round ones, or in a number, ends; the rest stands on its line."""
    if _IN_A_NUMBER.search(before) and text[:1].isdigit():
        return
    whole = text
    while more := _UP_TO_COMMA.match(after, len(whole) - len(text)):
        if not _is_open(whole) and not (_THOUSANDS.match(more[0]) and whole[-1].isdigit()):
            break
        whole += more[0].rstrip()
    if whole == text or _is_open(whole) or not _LETTER.search(whole):
        return
    message = f"the text ends at this comma, {'in its round brackets' if _is_open(text) else 'in its number'}"
    quoted = f': "{whole}"' if '"' not in whole else ""
    hint = f"put quotation marks around all of it{quoted}"
    yield Diagnostic("comma-in-text", message, span, hint, Severity.WARNING)


def _is_open(text: str) -> bool:
    return any(text.count(opening) > text.count(closing) for opening, closing in ("()", "（）"))


def comment_in_text(path: str, words: str, comment: re.Match[str], line: int, *, flow: bool) -> Diagnostic:
    """A comment that looks like more of the text that ends before it; `words` are their line, which counts from 0."""
    span = Span(path, line + 1, comment.start(1) + 1, len(words.rstrip()) + 1)
    more = words[comment.start(1) :].rstrip()
    if flow:
        from deck.nodes.brackets import torn_text

        whole = f': "{torn_text(words, comment)}"'
    else:
        text = words[: comment.start()].rsplit(": ", 1)[-1].lstrip("- ")
        whole = f': "{text} {more}"' if '"' not in text + more else ""
    hint = f"put the whole text in quotation marks{whole}; or write a space and a word after the # of a comment"
    message = f"the text ends before `{comment[1]}`: a # after a space begins a comment"
    return Diagnostic("comment-in-text", message, span, hint, Severity.WARNING)
