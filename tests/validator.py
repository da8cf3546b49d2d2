"""The Open XML SDK's validator."""

import json
import subprocess
import tempfile
from pathlib import Path

from tests.tools import required


def validate(data: bytes, kind: str = "pptx") -> list[str]:
    """What the Open XML SDK finds wrong with a file of this kind, each as "part: what (where)"."""
    command = required("ooxml-validator", "run `npm install`")
    with tempfile.TemporaryDirectory() as folder:
        # The validator may change the file that it reads.
        path = Path(folder, f"file.{kind}")
        path.write_bytes(data)
        answer = subprocess.run([command, str(path)], capture_output=True, text=True, timeout=300, check=False)
    if answer.returncode not in (0, 1):
        raise RuntimeError(answer.stderr)
    return [
        f"{error['path']}: {error['description']} ({error['xPath']})" for error in json.loads(answer.stdout)["errors"]
    ]
