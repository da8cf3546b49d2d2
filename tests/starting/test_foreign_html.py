"""Blocks of HTML in another program's slides: code, tables, columns, and what is shown from elsewhere."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from deck.starting.markdown_lines import row_finder
from tests.starting.taken import MARP, Taken

CODE = """\
# Trimmed

<pre><code class="hljs language-python" data-trim data-line-numbers="1|3">
  import wells

  def dig():
      return 1 &lt; 2 <!-- no comment -->
</code></pre>

---

# As a template

<pre class="stretch">
  <code data-noescape><script type="text/template">
---
<mark>a</mark> ```
</script></code></pre> <!-- .element: class="fragment" -->

---

# In a list

- see

  <pre>ls
  pwd</pre>

---

# No block

Write `<pre>` and `</pre>`.

```html
<pre><code>kept</code></pre>
```
"""


def test_code_in_html_is_code(tmp_path: Path) -> None:
    taken = Taken(tmp_path, CODE)
    first, second = taken.slides["trimmed"], taken.slides["as-a-template"]
    assert (first.layout, second.layout) == ("code", "code")
    assert (first.content.language, first.content.highlight) == ("python", ((1, 1), (3, 3)))  # type: ignore[attr-defined]
    code = "import wells\n\ndef dig():\n    return 1 < 2 <!-- no comment -->\n"
    assert first.content.code == code  # type: ignore[attr-defined]
    assert second.content.code == "---\na ```\n"  # type: ignore[attr-defined]
    blocks = taken.slides["in-a-list"].content.text  # type: ignore[attr-defined]
    assert [(block.kind, block.listing and block.listing.code) for block in blocks] == [
        ("entry", None),
        ("code", "ls\npwd\n"),
    ]
    assert "Write `<pre>` and `</pre>`." in taken.outline
    assert "<pre><code>kept</code></pre>" in taken.outline
    assert taken.told == ((17, "how words of code look: <mark>"),)
    steps = "the highlight of lines step by step, of which these are highlighted at once: 1, 3 of 1|3"
    assert taken.changed == [steps, "what appears with a click, which is there at once: the slide `as-a-template`"]
    assert taken.changed_lines == [3, 11]


def test_tables_in_html_are_tables(tmp_path: Path) -> None:
    first = "<table>\n<caption>By year</caption>\n<tr><th>Year</th><th>Wells</th></tr>\n"
    rows = "<tr><td>2025</td><td><b>1 | 2</b></td></tr>\n</table>\n"
    second = "<table><tbody><tr><td colspan='2'>all</td></tr><tr><td>a<td>b</table>"
    taken = Taken(tmp_path, f"# A\n\n{first}{rows}\n---\n\n# B\n\nSee {second}\n")
    content = taken.slides["a"].content
    assert [each.heading.plain for each in content.columns] == ["Year", "Wells"]  # type: ignore[attr-defined]
    assert [cell.text.plain for cell in content.rows[0].cells.values() if cell] == ["2025", "1 | 2"]  # type: ignore[attr-defined]
    assert "By year" in taken.outline
    assert "| all |  |" in taken.outline
    assert "| a | b |" in taken.outline
    assert [(line, what.partition(":")[0]) for line, what in taken.told] == [
        (13, "that a cell of a table goes over several")
    ]


COLUMNS = """\
# Sides

<div class="grid grid-cols-2 gap-4">
<div>

### Before

- dry
  <div>still dry</div>

</div>
<div>

### After

- wet

</div>
</div>

---

# Picture

<div style="display: flex"><div>

    Words
</div><div>

![A well](a.png)

</div></div>

---

# Loose

<div class="columns"><div>One</div><div>Two</div></div>

---

# One

<div style="column-count: 2">

- a
- b

</div>

<div class="flex flex-col"><div>c</div><div>d</div></div>
"""


def test_columns_in_html_are_columns(tmp_path: Path) -> None:
    Image.new("RGB", (160, 90)).save(tmp_path / "a.png")
    taken = Taken(tmp_path, f"{MARP}{COLUMNS}")
    sides = taken.slides["sides"].content.sides  # type: ignore[attr-defined]
    assert [side.heading.plain for side in sides] == ["Before", "After"]
    assert (taken.slides["picture"].layout, taken.slides["picture"].content.place) == ("picture", "right")  # type: ignore[attr-defined]
    apart = "columns, whose words stand one after the other; a heading over each would keep them side by side"
    assert taken.changed == [apart, 'columns of HTML, which are one: style="column-count: 2"']
    assert taken.changed_lines == [39, 48]
    assert [what for what in taken.whats() if "<div>" not in what] == []


def test_what_is_shown_from_elsewhere_is_told_with_its_address(tmp_path: Path) -> None:
    shown = '<iframe src="https://example.org/x" width="3"></iframe>\n\n<Youtube id="abc" />\n\n![A talk](https://youtu.be/x)'
    taken = Taken(tmp_path, f"# A\n\n- a\n\n{shown}\n\n![[clip.mp4]] ![[plan.pdf]] ![[Notes]]\n\n---\n\n# B\n\n- b\n")
    told = {what for what in taken.whats() if not what.startswith("elements")}
    film = "a film or sound: https://youtu.be/x: save it, and show it with the layout `video`, or link to it"
    assert told == {
        "what is shown from elsewhere: <iframe> https://example.org/x",
        "what is shown from elsewhere: <Youtube> abc",
        film,
        "a film or sound: clip.mp4",
        "another file: plan.pdf",
        "what another note says: Notes",
    }


LISTS = """\
# Lists

<ul>
  <li>alpha
    <ol start="3"><li>beta</li><li><b>gamma</b></li></ol>
  </li>
  <li class="fragment">delta</li>
</ul>
words

<aside class="notes">
  Said <em>only</em>
</aside>

---

# Appears

<p class="fragment">One</p>

<p>Two</p>

See <a href="https://example.org"><logo-x /></a>.
"""


def test_lists_and_notes_in_html_are_such(tmp_path: Path) -> None:
    taken = Taken(tmp_path, LISTS)
    slide = taken.slides["lists"]
    blocks = slide.content.text  # type: ignore[attr-defined]
    assert [(block.level, block.number, block.text.plain) for block in blocks if block.text] == [
        (1, None, "alpha"),
        (2, 3, "beta"),
        (2, 4, "gamma"),
        (1, None, "delta"),
        (0, None, "words"),
    ]
    assert slide.notes
    assert slide.notes.plain == "Said only"
    assert slide.reveal
    assert taken.slides["appears"].reveal
    assert (23, "where a link leads: <a> https://example.org") in taken.told


MARKS = """\
# Icons

<i class="fa fa-bell"></i> Alarm rings <b></b>and <em> </em>more.

A <b> bold </b>word, <strong><i>both</i></strong>, <I>upper
case</I>, `<b>code</b>`, and <b>no end.

- <i class="mdi-check" /> Yes
- <a href="https://example.org"><b>There</b></a>
- <s>out</s> and <em>*once*</em>
"""


def test_marks_of_html_stand_right_at_the_words_and_none_where_there_are_no_words(tmp_path: Path) -> None:
    taken = Taken(tmp_path, MARKS)
    for words in (
        "Alarm rings and more.",
        "A **bold** word, ***both***, *upper",
        "`<b>code</b>`, and no end.",
        "- Yes",
    ):
        assert words in taken.outline
    assert "- [**There**](https://example.org)" in taken.outline
    assert taken.told == (
        (3, "an icon: fa fa-bell"),
        (6, "elements of HTML, of which only the words stay: <b>"),
        (8, "an icon: mdi-check"),
        (8, "the line through words: out"),
    )


def test_lines_are_counted_once_for_all_places() -> None:
    for text in ("", "\n", "one", "one\n\ntwo\n", "\n<ul>\n<li>a\n</ul>"):
        row_at = row_finder(text)
        places = range(len(text) + 1)
        assert [row_at(place) for place in places] == [text.count("\n", 0, place) for place in places]
