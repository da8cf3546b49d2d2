"""What holds of any text, the author's worst included."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deck.model.style import Bullet, TextStyle
from deck.model.text import Paragraph, Run
from deck.model.typesetting import Frame
from tests.typeset.frames import THEME, points
from tests.typeset.sample import box, lines, typesetter, unbalanced

ALPHABET = st.one_of(
    st.sampled_from("abcdefg   -/.,!?()“”«»'’&@€$%…–—:;0123456789\v\t\u00a0"),
    st.sampled_from("\u00ad\u200b\u200d\u2060\ufeff\u202e\u2028\x00\x1b"),
    st.sampled_from("ежзийклмнαβγδεةلاعمأبتثچ،؟٣הוזחطกขคเแใิ่์我们的，。（）「」かナー한국हिन्दीক্ষአማርខ្មែ"),
    st.sampled_from("😀👩🏽\u200d🚀🇨🇭✓❖ǅ\U0002000b\ufffd\ue000"),
    st.characters(exclude_categories=("Cs",)),
)  # fmt: skip
WORDS = st.text(ALPHABET, max_size=80)
RUNS = st.builds(Run, WORDS, st.booleans(), st.booleans())
PARAGRAPHS = st.builds(
    Paragraph, st.lists(RUNS, max_size=3).map(tuple), st.integers(0, 3), st.none() | st.integers(1, 1000)
)
STYLES = st.builds(
    TextStyle,
    size=st.floats(14, 60),
    minimum_size=st.floats(6, 14),
    bold=st.booleans(),
    leading=st.floats(0.8, 1.3),
    space_before=st.floats(0, 10),
    space_after=st.floats(0, 10),
    bullet=st.none() | st.builds(Bullet, st.none() | st.sampled_from("•❖")),
    indent=st.floats(0, 50),
    hanging=st.floats(-10, 50),
)
FRAMES = st.builds(
    lambda paragraphs, styles, width, height, balanced: box(
        *paragraphs, style=tuple(styles), width=width, height=height, balanced=balanced
    ),
    st.lists(PARAGRAPHS, max_size=4),
    st.lists(STYLES, min_size=1, max_size=3),
    st.floats(20, 800),
    st.floats(10, 500),
    st.booleans(),
)
SETTERS = {tag: typesetter(tag) for tag in ("en", "ar", "zh", "th", "ru", "hi", "he", "am", "km", "ja", "ko")}
LANGUAGES = st.sampled_from(sorted(SETTERS))


def visible(text: str) -> str:
    """The text without what a line's end takes away."""
    return "".join(text.replace("\v", " ").split())


@given(FRAMES, LANGUAGES)
@settings(max_examples=300, deadline=None)
def test_a_fit_never_overflows_its_own_measure(frame: Frame, language: str) -> None:
    (fitted,) = SETTERS[language].fit([frame])
    height, width = frame.rect.height / 12_700, frame.rect.width / 12_700
    assert all(
        style.minimum_size <= size <= style.size for size, style in zip(fitted.sizes, frame.body.levels, strict=True)
    )
    if fitted.fits:
        assert fitted.height <= height + 0.001
        assert all(line.start + line.width <= width + 0.001 for line in fitted.lines if line.width)
    again = SETTERS[language].measure(unbalanced(replace(frame, paragraphs=fitted.paragraphs)))
    assert (again.overflow == 0) <= fitted.fits


@given(FRAMES, LANGUAGES)
@settings(max_examples=200, deadline=None)
def test_the_lines_joined_give_back_the_text(frame: Frame, language: str) -> None:
    fitted = SETTERS[language].measure(frame)
    for index, paragraph in enumerate(frame.paragraphs):
        shown = "".join(run.text for line in fitted.lines if line.paragraph == index for run in line.runs)
        assert visible(shown) == visible("".join(run.text for run in paragraph.runs))
        assert sum(line.first for line in fitted.lines if line.paragraph == index) == 1


@given(FRAMES, LANGUAGES)
@settings(max_examples=200, deadline=None)
def test_the_lines_that_are_drawn_say_the_same_on_no_more_lines(frame: Frame, language: str) -> None:
    fitted = SETTERS[language].measure(frame)
    # A word that is wider than its line is not broken here, but it is drawn broken.
    assert len(fitted.drawn) <= len(fitted.lines) or not fitted.fits
    for index in range(len(frame.paragraphs)):
        measured, drawn = (
            visible("".join(run.text for line in lines if line.paragraph == index for run in line.runs))
            for lines in (fitted.lines, fitted.drawn)
        )
        assert drawn == measured
    if fitted.drawn and fitted.fits and frame.body.anchor == "top":
        assert fitted.drawn[-1].top + fitted.drawn[-1].height <= fitted.height + 0.001


@given(FRAMES, st.floats(0.2, 1), st.floats(0.2, 1))
@settings(max_examples=100, deadline=None)
def test_a_smaller_scale_is_never_higher(frame: Frame, one: float, other: float) -> None:
    plain = unbalanced(frame)
    low, high = (SETTERS["en"].measure(plain, scale) for scale in sorted((one, other)))
    assert low.height <= high.height + 0.001
    assert len(low.lines) <= len(high.lines)


@given(st.lists(st.text("abcdeéжлא我ก", min_size=1, max_size=8), min_size=1, max_size=6), LANGUAGES)
@settings(deadline=None)
def test_widths_add_up(words: list[str], language: str) -> None:
    setter = SETTERS[language]

    def width(text: str) -> float:
        return sum(line.width for line in setter.measure(box(text, width=10_000, style=TextStyle(20))).lines)

    whole, parts = width(" ".join(words)), sum(map(width, words))
    assert parts <= whole + 0.001
    assert whole <= parts + (len(words) - 1) * 20 * 0.6 + 0.001


@given(WORDS, WORDS)
@settings(deadline=None)
def test_more_text_is_never_lower(words: str, more: str) -> None:
    setter = SETTERS["en"]
    assert setter.measure(box(words, width=200)).height <= setter.measure(box(f"{words}\v{more}", width=200)).height


@pytest.mark.parametrize("language", sorted(SETTERS))
@pytest.mark.parametrize(
    "text",
    [
        "A title of three hundred characters " * 9,
        "bullet " * 286,
        "x" * 60,
        "👩🏽\u200d🚀🇨🇭😀" * 20,
        "تحالف Alliance 8.7 (التحالف) SDG 8.7، 2030!" * 4,
        "\u200b\u200c\u200d\u2060\ufeff\u00ad" * 30,
        "".join(map(chr, range(32))),
        "\u202eabc\u202c\u2066def\u2069",
        "e\u0301" * 40 + " \u0301",
        "\t\t tab \t",
        "我" * 300,
        "ก" * 300,
        "\ud800",
    ],
    ids=lambda text: ascii(text[:6]),
)
def test_hostile_text(text: str, language: str) -> None:
    (fitted,) = SETTERS[language].fit([box(text, width=300, height=120, balanced=True, style=TextStyle(30))])
    assert visible("".join(lines(fitted))) == visible(text)
    assert fitted.fits is (fitted.overflow == 0)


def test_what_is_measured_does_not_depend_on_what_was_measured_before() -> None:
    frame = box("Alliance 8.7 – “where” we stand: نحن 我们", width=120)
    fresh = typesetter().measure(frame)
    SETTERS["en"].measure(box("نحن 我们 – 8.7"))
    assert SETTERS["en"].measure(frame) == fresh
    assert THEME.minor.latin == "Calibri"
    assert points(1) == 12_700
