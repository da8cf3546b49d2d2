"""Packages taken apart, and broken on purpose."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from deck.export.pptx.archive import PREFIXES


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(contents: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, blob in contents.items():
            archive.writestr(name, blob)
    return target.getvalue()


def replaced(data: bytes, name: str, old: str, new: str) -> bytes:
    """The package with the first `old` in one of its parts changed to `new`."""
    contents = parts(data)
    assert old.encode() in contents[name], f"{name} does not have {old}"
    return packed({**contents, name: contents[name].replace(old.encode(), new.encode(), 1)})


class Part:
    """An XML part to be asked about."""

    def __init__(self, data: bytes, name: str) -> None:
        self.root = etree.fromstring(parts(data)[name])

    def find(self, path: str) -> list[etree._Element]:
        return self.root.xpath(
            path, namespaces={**PREFIXES, "c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
        )

    def one(self, path: str) -> etree._Element:
        (found,) = self.find(path)
        return found

    def shape(self, name: str) -> etree._Element:
        """The one shape of this name."""
        return self.one(f"//*[*[1]/p:cNvPr[@name='{name}']]")
