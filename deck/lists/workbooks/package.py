"""A workbook's package: its zipped parts, read within limits, and written anew with all else as it was."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from deck.ground.diagnostics import DeckError, Diagnostic, Span

LARGEST = 24_000_000
"""The most bytes that a part may unpack to: some hundred thousand cells."""
_LARGEST_TOGETHER = 64_000_000
_MOST_PARTS = 5000
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
# Flags of an entry that is encrypted, and of one whose sizes stand behind it.
_ENCRYPTED, _SIZES_BEHIND, _UTF_8 = 1, 8, 0x800
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


class Package:
    """The parts of a workbook by their names. DeckError where they cannot be read, or unpack to too much."""

    def __init__(self, data: bytes, path: Path) -> None:
        self.path, self._data, self._left = path, data, _LARGEST_TOGETHER
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (*_DAMAGES, struct.error) as error:
            raise damaged(path, str(error)) from None
        entries = self._zip.infolist()
        self._entries = {entry.filename.replace("\\", "/").lower(): entry for entry in entries}
        if len(entries) > _MOST_PARTS or len(self._entries) < len(entries):
            raise damaged(path, "its parts are too many, or two have one name")
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise locked(path)
        self._read: dict[str, bytes] = {}
        self._changed: dict[int, bytes] = {}

    @property
    def names(self) -> list[str]:
        """The names of all parts, in small letters, as no two may differ in capitals alone."""
        return [name for name in self._entries if not name.endswith("/")]

    @property
    def is_opendocument(self) -> bool:
        return "content.xml" in self._entries and "mimetype" in self._entries and self.part("mimetype").strip() == _ODS

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    def part(self, name: str) -> bytes:
        """What this part unpacks to. DeckError where there is none, it is damaged, or too large."""
        if (known := self._read.get(name.lower())) is not None:
            return known
        entry = self._entries.get(name.lower())
        if entry is None:
            raise damaged(self.path, f"its part {name} is missing")
        most = min(LARGEST, self._left)
        try:
            with self._zip.open(entry) as file:
                data = file.read(most + 1)
                if len(data) <= most and file.read(1):
                    raise damaged(self.path, f"its part {name} is longer than it says")
        except _DAMAGES as error:
            raise damaged(self.path, f"its part {name}: {error}") from None
        if len(data) > most:
            raise too_large(self.path, data)
        self._left -= len(data)
        self._read[name.lower()] = data
        return data

    def put(self, parts: Mapping[str, bytes]) -> None:
        """These parts hold this from now on."""
        self._read |= parts
        self._changed |= {self._entries[name].header_offset: data for name, data in parts.items()}

    def state(self) -> tuple[dict[str, bytes], dict[int, bytes]]:
        """What `restore` makes of the parts what they are now."""
        return dict(self._read), dict(self._changed)

    def restore(self, state: tuple[dict[str, bytes], dict[int, bytes]]) -> None:
        """The parts are as they were."""
        self._read, self._changed = state

    def data(self) -> bytes:
        """The package's bytes; each entry that was not changed is copied as it stands."""
        if not self._changed:
            return self._data
        changed = self._changed
        entries = sorted(self._zip.infolist(), key=lambda entry: entry.header_offset)
        ends = [*(entry.header_offset for entry in entries[1:]), self._zip.start_dir]
        places: dict[int, int] = {}
        file = io.BytesIO()
        file.write(self._data[: entries[0].header_offset])
        for entry, end in zip(entries, ends, strict=True):
            places[entry.header_offset] = file.tell()
            if (data := changed.get(entry.header_offset)) is not None:
                file.write(_packed(entry, data))
            else:
                file.write(self._data[entry.header_offset : end])
        start = file.tell()
        for entry in self._zip.infolist():
            file.write(_listed(entry, places[entry.header_offset]))
        size = file.tell() - start
        comment, count = self._zip.comment, len(entries)
        file.write(_END.pack(b"PK\x05\x06", 0, 0, count, count, size, start, len(comment)) + comment)
        return file.getvalue()


def damaged(path: Path, why: str) -> DeckError:
    """That this file is no workbook that can be read, and why."""
    message = f"{path} is not a workbook that can be read: {why}"
    hint = "open it in a spreadsheet program and save it anew, as XLSX, ODS or CSV (UTF-8)"
    return DeckError([Diagnostic("file-encoding", message, Span(str(path)), hint)])


def locked(path: Path) -> DeckError:
    """That this file has a password."""
    hint = "take the password off in the spreadsheet program, or save a copy without one"
    return DeckError([Diagnostic("file-encoding", f"{path} is locked by a password", Span(str(path)), hint)])


def too_large(path: Path, data: bytes) -> DeckError:
    """That a part is larger than any list's; `data` is its beginning, which names the last cell that was reached."""
    import re

    cells = re.findall(rb'<(?:\w+:)?c [^>]*?\br="([A-Z]{1,3}[0-9]{1,7})"', data[-100_000:])
    reached = f"; it goes on after cell {cells[-1].decode()}" if cells else ""
    message = f"{path} holds more than any list does{reached}"
    hint = "delete the rows below the list and the columns beside it, whole, and save; or copy the list into a new one"
    return DeckError([Diagnostic("file-too-large", message, Span(str(path)), hint)])


def _packed(entry: zipfile.ZipInfo, data: bytes) -> bytes:
    """An entry that holds this, with its name, its date and all that is said of it as they were."""
    name = entry.orig_filename.encode("utf-8" if entry.flag_bits & _UTF_8 else "cp437")
    if entry.compress_type == zipfile.ZIP_STORED:
        packed = data
    else:
        packer = zlib.compressobj(wbits=-15)
        packed = packer.compress(data) + packer.flush()
        entry.compress_type = zipfile.ZIP_DEFLATED
    entry.flag_bits &= ~_SIZES_BEHIND
    entry.CRC, entry.compress_size, entry.file_size = zlib.crc32(data), len(packed), len(data)
    version, kind, (day, time) = entry.extract_version, entry.compress_type, _moment(entry)
    sizes = (entry.CRC, len(packed), len(data))
    return _LOCAL.pack(b"PK\x03\x04", version, entry.flag_bits, kind, time, day, *sizes, len(name), 0) + name + packed


def _listed(entry: zipfile.ZipInfo, place: int) -> bytes:
    """An entry's line in the package's list."""
    name = entry.orig_filename.encode("utf-8" if entry.flag_bits & _UTF_8 else "cp437")
    day, time = _moment(entry)
    made = entry.create_version | entry.create_system << 8
    sizes = (entry.CRC, entry.compress_size, entry.file_size)
    kinds = (entry.extract_version, entry.flag_bits, entry.compress_type)
    lengths = (len(name), 0, len(entry.comment), 0, entry.internal_attr)
    line = _CENTRAL.pack(b"PK\x01\x02", made, *kinds, time, day, *sizes, *lengths, entry.external_attr, place)
    return line + name + entry.comment


def _moment(entry: zipfile.ZipInfo) -> tuple[int, int]:
    year, month, day, hour, minute, second = entry.date_time
    return (year - 1980) << 9 | month << 5 | day, hour << 11 | minute << 5 | second // 2
