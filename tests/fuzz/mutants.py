"""Mutants: what becomes of a good file by damage, by another program, or by a person's slip."""

from __future__ import annotations

import io
import zipfile
from random import Random

BITS = [
    *(b"", b"\0", b"\xff\xfe", b"\n", b"\r", b"\t", b" ", b":", b"-", b'"', b"'", b"{", b"}", b"[", b"]", b"<", b">"),
    *(b"&", b"&amp;", b"#", b"*", b",", b";", b"=", b"\\", b"%s", b"NaN", b"1e999", b"-1", b"99999999", b"null"),
    *(b"\xc3", b"\x80", b"\xe9", "\u202e".encode(), "\u5de5".encode(), b"]]>", b"<!--", b"../", b"/dev/null"),
]
ZIPPED = (b"PK\3\4",)


def mutant(data: bytes, random: Random) -> bytes:
    """The file with one to six changes; of a package, mostly inside one of its parts, as it is unpacked."""
    if data.startswith(ZIPPED) and random.random() < 0.8:
        return _repacked(data, random)
    for _ in range(random.choice([1, 1, 2, 3, 6])):
        data = random.choice(CHANGES)(data, random)
    return data


def _place(data: bytes, random: Random) -> int:
    return random.randint(0, len(data))


def _bit_flipped(data: bytes, random: Random) -> bytes:
    at = _place(data, random)
    return data[:at] + bytes(byte ^ 1 << random.randrange(8) for byte in data[at : at + 1]) + data[at + 1 :]


def _put_in(data: bytes, random: Random) -> bytes:
    at = _place(data, random)
    return data[:at] + random.choice(BITS) + data[at:]


def _put_over(data: bytes, random: Random) -> bytes:
    at, bit = _place(data, random), random.choice(BITS)
    return data[:at] + bit + data[at + len(bit) :]


def _cut_out(data: bytes, random: Random) -> bytes:
    at = _place(data, random)
    return data[:at] + data[at + random.choice([1, 2, 8, 60]) :]


def _cut_off(data: bytes, random: Random) -> bytes:
    return data[: _place(data, random)]


def _twice(data: bytes, random: Random) -> bytes:
    at = _place(data, random)
    piece = data[at : at + random.choice([1, 10, 100, 1000])]
    return data[:at] + piece * random.choice([2, 2, 3, 50]) + data[at + len(piece) :]


def _moved(data: bytes, random: Random) -> bytes:
    a, b, c = sorted(_place(data, random) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


def _lines_changed(data: bytes, random: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    if len(lines) < 2:
        return data
    a, b = random.randrange(len(lines)), random.randrange(len(lines))
    how = random.randrange(3)
    if how == 0:
        lines[a], lines[b] = lines[b], lines[a]
    elif how == 1:
        del lines[a]
    else:
        lines.insert(b, lines[a])
    return b"".join(lines)


CHANGES = (_bit_flipped, _put_in, _put_over, _cut_out, _cut_off, _twice, _moved, _lines_changed, _lines_changed)


def _repacked(data: bytes, random: Random) -> bytes:
    """The package with a part changed, emptied, left out, or there twice."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        entries = archive.infolist()
        chosen, how = random.choice(entries), random.random()
        for entry in entries:
            part = archive.read(entry)
            if entry is chosen and how < 0.05:
                continue
            if entry is chosen:
                part = b"" if how < 0.1 else random.choice(CHANGES)(part, random)
            made.writestr(entry.filename, part)
    return packed.getvalue()
