from itertools import pairwise

import pytest

from deck.typeset.breaks import hard_lines, segments


def parts(text: str) -> list[str]:
    return [text[part.start : part.end] for part in segments(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two words", "two|words"),
        ("a  b ", "a|b"),
        ("50\u00a0000 men", "50\u00a0000|men"),
        ("where are we ?", "where|are|we ?"),
        ("« ici » : là", "« ici » :|là"),
        ("say «no» (or “yes”) (now)", "say|«no» (or|“yes”)|(now)"),
        ("a well-known sub-contractor", "a|well-|known|sub-|contractor"),
        ("2023-2024 e-mail A-Z", "2023-2024|e-mail|A-Z"),
        ("to Geneva 😀 now", "to|Geneva 😀|now"),
        ("and/or input-output/well-known", "and/or|input-output/well-known"),
        ("someone@well-known.example", "someone@well-known.example"),
        ("我们（今天）来。", "我|们|（今|天）|来。"),
        ("目标8.7、ILO和", "目|标8.7、ILO|和"),
        ("有5000万人。", "有5000万人。"),
        ("1億6000万人の子", "1億6000万人|の|子"),
        ("37か国が", "37か国|が"),
        ("第3页的内容", "第3页|的|内|容"),
        ("到2030年5月3日前", "到2030年5月3日|前"),
        ("共５０人次", "共|５０人|次"),
        ("三千万", "三|千|万"),
        ("“我们”", "“我|们”"),
        ("カードー", "カー|ドー"),
        ("안녕하세요 여러분", "안녕하세요|여러분"),
        ("เด็กดี", "เด็ก|ดี"),
        ("วันที่", "วัน|ที่"),
        ("ตั้งใจ", "ตั้ง|ใจ"),
        ("แปลงได้", "แปล|ง|ได้"),
        ("ศาสตร์", "ศา|ส|ตร์"),
    ],
)
def test_segments(text: str, expected: str) -> None:
    assert "|".join(parts(text)) == expected


def test_segments_cover_their_text() -> None:
    text = "  one two-three « four » 我们 five  "
    found = segments(text, 0, len(text))
    assert found[0].start == 0
    assert found[-1].after == len(text)
    assert all(one.after == other.start for one, other in pairwise(found))


@pytest.mark.parametrize("mark", ["\v", "\n", "\r\n", "\u2028", "\x85"])
def test_hard_breaks(mark: str) -> None:
    text = f"one{mark}two"
    assert [text[start:end] for start, end in hard_lines(text)] == ["one", "two"]


def test_an_empty_text_has_a_line() -> None:
    assert hard_lines("") == [(0, 0)]
    assert len(segments("", 0, 0)) == 1
