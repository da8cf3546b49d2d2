"""What is called of python-pptx to write a package: parts, their relationships, their names and types.

`import pptx.opc.package` would first run `pptx/__init__.py`, which loads all that python-pptx can do with a deck: half
as much again. So that file runs when something of its own is asked for, as `from pptx import Presentation` does.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec, module_from_spec


def _put_off(package: str) -> None:
    """Makes the package's modules importable, while its own `__init__.py` waits until its names are needed."""
    spec = find_spec(package)
    if package in sys.modules or spec is None or spec.loader is None:
        return
    module, loader = module_from_spec(spec), spec.loader

    def whole(name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        vars(module).pop("__getattr__", None)
        loader.exec_module(module)
        return getattr(module, name)

    vars(module)["__getattr__"] = whole
    sys.modules[package] = module


_put_off("pptx")

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE  # noqa: E402
from pptx.opc.oxml import CT_Relationships  # noqa: E402
from pptx.opc.package import OpcPackage, Part, _Relationships  # noqa: E402
from pptx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI  # noqa: E402
from pptx.oxml import parse_xml  # noqa: E402

__all__ = [
    "CONTENT_TYPE",
    "CONTENT_TYPES_URI",
    "PACKAGE_URI",
    "RELATIONSHIP_TYPE",
    "CT_Relationships",
    "OpcPackage",
    "PackURI",
    "Part",
    "_Relationships",
    "parse_xml",
]
