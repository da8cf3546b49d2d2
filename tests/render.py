"""Pictures of a deck, as LibreOffice draws it."""

import atexit
import io
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from zipfile import ZipFile

from tests.tools import required

_AUTOFIT = re.compile(rb"<a:normAutofit[^>]*/>")
_LINK = re.compile(rb"<a:hlinkClick\b(?:[^>]*/>|.*?</a:hlinkClick>)")


def render(data: bytes, folder: Path, *, dpi: int = 96) -> list[Path]:
    """A PNG a slide, in order, written into `folder`; at 96 dpi, 16:9 slides are 1280 × 720 pixels."""
    pdf = to_pdf(data, folder)
    subprocess.run(
        [required("pdftoppm", "install poppler-utils"), "-r", str(dpi), "-png", str(pdf), str(pdf.with_suffix(""))],
        check=True,
        timeout=300,
    )
    return sorted(folder.glob("deck-*.png"))


def to_pdf(data: bytes, folder: Path) -> Path:
    """The deck as a PDF in `folder`."""
    return to_pdfs({"deck": data}, folder)[0]


def to_pdfs(decks: Mapping[str, bytes], folder: Path, environment: Mapping[str, str] | None = None) -> list[Path]:
    """Decks as PDFs of their names in `folder`: LibreOffice takes longer to start than to draw one.

    `environment` has variables for LibreOffice beside this process's.
    """
    soffice = required("soffice", "install LibreOffice Impress")
    sources = [folder / f"{name}.pptx" for name in decks]
    for source, data in zip(sources, decks.values(), strict=True):
        source.write_bytes(data)
    command = [soffice, "--headless", f"-env:UserInstallation={profile().as_uri()}", "--convert-to", "pdf"]
    command += ["--outdir", str(folder), *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=300, env={**os.environ, **(environment or {})})
    return [source.with_suffix(".pdf") for source in sources]


def without_autofit(data: bytes) -> bytes:
    """The deck with its texts at their written sizes: LibreOffice would shrink what overflows, and so hide it."""
    return _replaced(data, _AUTOFIT, b"<a:noAutofit/>")


def without_links(data: bytes) -> bytes:
    """The deck with its links as mere words: LibreOffice 7.4 sets a link as a field, and breaks Arabic words in it."""
    return _replaced(data, _LINK, b"")


def _replaced(data: bytes, pattern: re.Pattern[bytes], by: bytes) -> bytes:
    """The deck with all of this in its parts of XML replaced."""
    target = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(target, "w") as new:
        for entry in old.infolist():
            part = old.read(entry)
            new.writestr(entry, pattern.sub(by, part) if entry.filename.endswith(".xml") else part)
    return target.getvalue()


@cache
def profile() -> Path:
    """A profile of this process's own, because LibreOffice runs only once in each."""
    folder = Path(tempfile.mkdtemp(prefix="deck-libreoffice-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
