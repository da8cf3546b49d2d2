"""The bench as a test: `pytest -m bench tests/typeset`."""

import os
import shutil

import pytest

from tests.typeset.bench import FRAMES, SEED, drawn_by_libreoffice, shortcomings


@pytest.mark.bench
@pytest.mark.external
def test_nothing_overflows_in_libreoffice(request: pytest.FixtureRequest) -> None:
    if "bench" not in request.config.option.markexpr:
        pytest.skip("runs on its own: pytest -m bench")
    for tool in ("soffice", "pdftotext"):
        if shutil.which(tool) is None and "CI" not in os.environ:
            pytest.skip(f"{tool} is not installed")
    boxes = drawn_by_libreoffice(FRAMES, SEED)
    assert len(boxes) == FRAMES
    assert shortcomings(boxes) == []
