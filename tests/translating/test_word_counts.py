"""The source's words, as agencies count them."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.cli import main
from deck.cli.terminal import DONE
from deck.ground.diagnostics import Span
from deck.interchange.review import Said
from deck.languages.catalog import Entry
from deck.languages.messages import Message
from deck.model.language import Language
from deck.pipeline.places import default_outline
from deck.translating.completeness import status
from deck.translating.state import State, state
from deck.translating.word_counts import MATCHES, WordCounts, word_counts
from tests.languages.catalogs import complete, entry, write_catalog
from tests.outlines import write_outline
from tests.test_docs import ROOT

EN = Language("en")
LONG = "one two three four five six seven eight nine ten"


def message(key: str, text: str) -> Message:
    return Message(key, text, "title", Span("x"))


@dataclass(frozen=True)
class Given:
    """A translation, and what is said of it."""

    entry: Entry
    said: Said


def translation(source: str, target: str, *, fuzzy: bool = False, previous: str = "", remarks: str = "") -> Given:
    return Given(Entry(source, (target,), False, fuzzy, (Span("x"),)), Said(remarks, "", previous))


def counted(
    texts: dict[str, str], given: dict[str, Given], known: str | None = None, source: Language = EN
) -> WordCounts:
    messages = [message(key, text) for key, text in texts.items()]
    entries, said = {key: each.entry for key, each in given.items()}, {key: each.said for key, each in given.items()}
    states = {each.key: state(each, entries.get(each.key), known, frozenset()) for each in messages}
    return word_counts(messages, entries, said, states, lambda _: known, source)


def only(**counts: int) -> WordCounts:
    return WordCounts(**counts)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, only(new=10)),
        (translation(LONG, ""), only(new=10)),
        (translation(LONG, "un"), only(done=10)),
        (translation(LONG, "un", fuzzy=True), only(review=10)),
        (translation(LONG, "un", fuzzy=True, remarks="From memory: a.tmx"), only(memory=10)),
        (translation(LONG, "un", fuzzy=True, previous=f"{LONG} eleven"), only(match_95=10)),
        (translation(LONG, "un", fuzzy=True, previous=LONG.replace("ten", "11")), only(match_85=10)),
        (translation(LONG, "un", fuzzy=True, previous=LONG.replace("nine ten", "9 10")), only(match_75=10)),
        (translation(LONG, "un", fuzzy=True, previous="one two three four five"), only(match_50=10)),
        (translation(LONG, "un", fuzzy=True, previous="quite another text"), only(new=10)),
        (translation(f"{LONG} eleven", "un"), only(match_95=10)),
    ],
)
def test_a_text_counts_by_what_is_there_to_start_from(given: Given | None, expected: WordCounts) -> None:
    assert counted({"a": LONG}, {"a": given} if given else {}) == expected


def test_what_was_translated_once_is_repeated_wherever_it_stands() -> None:
    texts = {"a": "Thank you", "b": "Thank  you", "c": "Thank you all"}
    assert counted(texts, {}) == only(new=5, repeated=2)
    assert counted(texts, {"b": translation("Thank  you", "Merci")}) == only(done=2, repeated=2, new=3)


def test_what_needs_no_translator_is_known() -> None:
    assert counted({"a": "Kenya"}, {}, "Kenia") == only(known=1)
    assert counted({"a": "Kenya"}, {"a": translation("Kenya", "Kenia")}, "Kenia") == only(known=1)
    assert counted({"a": "Kenya"}, {"a": translation("Kenya", "Kenja")}, "Kenia") == only(done=1)


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "**Bold** words, [linked](https://a.org/b) and – 50 more", 6),
        ("en", "{partners} partners", 1),
        ("en", "well-known work/life", 3),
        ("fr", "Aujourd’hui : c’est-à-dire « oui »", 3),
        ("zh", "8.7联盟", 4),
        ("ar", "العمل الجبري", 2),
        ("th", "แรงงาน", 6),
    ],
)
def test_words_are_what_stands_between_spaces(language: str, text: str, number: int) -> None:
    assert counted({"a": text}, {}, source=Language(language)).new == number


@given(st.dictionaries(st.sampled_from("abcdef"), st.text("ab "), max_size=6), st.data())
def test_every_word_is_counted_once(texts: dict[str, str], data: st.DataObject) -> None:
    entries = {}
    for key, text in texts.items():
        if data.draw(st.booleans()):
            target, fuzzy = data.draw(st.sampled_from(["", "x"])), data.draw(st.booleans())
            entries[key] = translation(text, target, fuzzy=fuzzy, previous=data.draw(st.text("ab ")))
    assert counted(texts, entries).total == sum(len(text.split()) for text in texts.values())


def test_status_says_it_to_people_and_to_programs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, "layout: statement\ntitle: Hello there\nstatement: Hello there")
    write_catalog(tmp_path, *complete(), entry("slide-1.title", "Hello there", "Bonjour", flags="fuzzy"))
    assert main(["translate", "status", str(outline)]) == DONE
    head, line = capsys.readouterr().out.strip().split("\n")[-2:]
    titles, counts = re.split(r"\s{2,}| (?=repeated)", head.strip()), line.split()
    said = dict(zip(titles[1:], counts[1:], strict=True))
    assert (said["review"], said["repeated"], said["new"]) == ("2", "2", "0")
    assert main(["translate", "status", "--json", str(outline)]) == DONE
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["language"], found["fuzzy"], found["findings"]) == ("fr", 1, [])
    assert found["source"]["unit"] == "words"
    assert {name: found["source"][name] for name in ("review", "repeated", "new")} == {
        "review": 2,
        "repeated": 2,
        "new": 0,
    }
    assert found["source"]["total"] == int(said["total"])


def test_all_of_the_webinar_is_counted_in_each_language() -> None:
    found = status(default_outline())
    assert len({one.words.total for one in found}) == 1
    assert all(one.words.new == one.words.repeated == one.words.review == 0 for one in found)
    assert MATCHES == (95, 85, 75, 50)


def test_the_document_shows_the_columns_that_there_are() -> None:
    text = (ROOT / "docs" / "translating.md").read_text("utf-8")
    (head,) = re.findall(r"^source words.*$", text, re.MULTILINE)
    assert len(re.split(r"\s{2,}| (?=repeated)", head)) == 2 + len(asdict(WordCounts()))
    (line,) = re.findall(r"^es +784.*$", text, re.MULTILINE)
    _, total, *counts = line.split()
    assert int(total) == sum(map(int, counts))
    assert State.TRANSLATED == "translated"
