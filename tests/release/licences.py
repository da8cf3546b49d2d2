"""Looks at the licences in a software bill of materials: `python -m tests.release.licences SBOM.json`.

The bill is CycloneDX's in JSON, as `cyclonedx-py environment` makes it of an environment in which the package is
installed with its extras. Exits with 1 and names each component whose licence is not among those that may be used with
an MIT-licensed program.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

MAY_BE_USED = {
    *("MIT", "MIT-CMU", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC", "PSF-2.0", "Zlib", "CC0-1.0"),
    *("Apache-2.0", "License :: OSI Approved :: Apache Software License", "License :: OSI Approved :: BSD License"),
    # Weak copyleft: nothing of these is changed or copied, and each is an extra that its user installs.
    *("MPL-2.0", "LGPL-2.1-only"),
}
READ_BY_HAND = {"resvg-py": "MIT", "uharfbuzz": "Apache-2.0"}
"""Licences that a package has as a file only, by its name."""


def components(bill: Mapping[str, Any]) -> Iterator[tuple[str, str, set[str]]]:
    """Each component's name, its version, and what it says of its licence: identifiers of SPDX, or classifiers."""
    for component in bill["components"]:
        stated = {
            entry.get("expression") or entry["license"].get("id") or entry["license"]["name"]
            for entry in component.get("licenses", ())
        }
        name = component["name"].lower().replace("_", "-")
        if not stated and name in READ_BY_HAND:
            stated = {READ_BY_HAND[name]}
        yield name, component["version"], stated


def may_be_used(stated: set[str]) -> bool:
    """Whether all that is stated may be used: of `A OR B` one, of `A AND B` both."""
    return bool(stated) and all(
        any(set(choice.split(" AND ")) <= MAY_BE_USED for choice in expression.split(" OR ")) for expression in stated
    )


def main(path: str) -> int:
    found = sorted(components(json.loads(Path(path).read_text(encoding="utf-8"))))
    for name, version, stated in found:
        mark = "" if may_be_used(stated) else "  <- not known to be usable"
        sys.stdout.write(f"{name} {version}: {', '.join(sorted(stated)) or 'no licence stated'}{mark}\n")
    return 0 if found and all(may_be_used(stated) for *_, stated in found) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
