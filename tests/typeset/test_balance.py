from deck.model.style import TextStyle
from deck.model.text import Paragraph, Run
from tests.typeset.sample import box, lines, typesetter

TITLE = TextStyle(30, 22, bold=True)


def fitted(title: str | Paragraph, width: float, language: str = "en", balanced: bool = True, least: float = 22):
    style = TextStyle(30, least, bold=True)
    return typesetter(language).fit([box(title, width=width, height=120, style=style, balanced=balanced)])[0]


def test_a_title_that_breaks_well_is_left_alone() -> None:
    made = fitted("Global estimates of modern slavery in supply chains", 400)
    assert made.paragraphs[0].runs[0].text.count("\v") == 0
    assert made.sizes == (30,)
    assert len(made.lines) == 2


def test_one_point_smaller_takes_in_a_lone_word() -> None:
    title = "Global estimates of modern slavery"
    width = typesetter().measure(box(title, width=900, style=TITLE)).lines[0].width
    assert lines(fitted(title, width * 0.99, balanced=False)) == ["Global estimates of modern", "slavery"]
    made = fitted(title, width * 0.99)
    assert made.sizes == (29,)
    assert lines(made) == [title]


def test_a_soft_break_shares_out_the_words_where_a_smaller_size_does_not_help() -> None:
    title = "Global estimates of modern slavery"
    made = fitted(title, 400)
    assert made.sizes == (30,)
    assert lines(made) == ["Global estimates", "of modern slavery"]
    assert made.paragraphs[0].runs[0].text == "Global estimates\vof modern slavery"
    assert made.paragraphs[0].plain == title
    assert len(made.lines) == len(fitted(title, 400, balanced=False).lines)


def test_no_size_goes_below_its_least() -> None:
    title = "Global estimates of modern slavery"
    width = typesetter().measure(box(title, width=900, style=TITLE)).lines[0].width
    made = fitted(title, width * 0.99, least=30)
    assert made.sizes == (30,)
    assert "\v" in made.paragraphs[0].runs[0].text


def test_a_soft_break_stands_in_the_run_whose_space_it_takes() -> None:
    paragraph = Paragraph((Run("Global "), Run("estimates ", italic=True), Run("of modern slavery")))
    made = fitted(paragraph, 400)
    assert [run.text for run in made.paragraphs[0].runs] == ["Global ", "estimates\v", "of modern slavery"]


def test_two_words_that_need_two_lines_keep_them() -> None:
    made = fitted("Verantwortungsbewusste Unternehmensführung", 400)
    assert made.paragraphs[0].runs[0].text.count("\v") == 0
    assert len(made.lines) == 2


def test_measuring_balances_too() -> None:
    frame = box("Global estimates of modern slavery", width=400, style=TITLE, balanced=True)
    assert lines(typesetter().measure(frame)) == ["Global estimates", "of modern slavery"]


def test_a_chinese_title_is_never_given_a_space() -> None:
    made = fitted("我们共同努力消除童工劳动和强迫劳动", 485, "zh")
    assert made.paragraphs[0].runs[0].text.count("\v") == 0
