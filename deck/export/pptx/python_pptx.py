"""What is called of python-pptx to write a package: parts, their relationships, their names and types.

`import pptx.opc.package` would first run `pptx/__init__.py`, which loads all that python-pptx can do with a deck. So
that file runs when something of its own is asked for, as `from pptx import Presentation` does. And for a function that
escapes XML, python-pptx loads the library's way to fetch addresses, with HTTP, TLS and e-mail: that waits, too.
Together they were a third of what a build had to load.
"""

from __future__ import annotations

import sys
import urllib
from importlib.util import find_spec, module_from_spec
from threading import RLock
from types import ModuleType


def _put_off(name: str) -> ModuleType:
    """The module of this name, whose code waits until something that it defines is asked for.

    A package's own modules can be imported meanwhile. (The library's `LazyLoader` gives way to the next `import`.)
    """
    spec = find_spec(name)
    if name in sys.modules or spec is None or spec.loader is None:
        return sys.modules[name]
    module, loader = module_from_spec(spec), spec.loader
    one_at_a_time, begun = RLock(), list[str]()

    def whole(wanted: str) -> object:
        with one_at_a_time:
            # Only a package has a path; and its own code may ask for what it has yet to define.
            if wanted == "__path__" or (begun and "__getattr__" in vars(module)):
                raise AttributeError(wanted)
            if not begun:
                begun.append(wanted)
                loader.exec_module(module)
                del vars(module)["__getattr__"]
        return getattr(module, wanted)

    vars(module)["__getattr__"] = whole
    sys.modules[name] = module
    return module


_put_off("pptx")
urllib.request = _put_off("urllib.request")  # type: ignore[attr-defined]

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TARGET_MODE, RELATIONSHIP_TYPE  # noqa: E402
from pptx.opc.oxml import CT_Relationships  # noqa: E402
from pptx.opc.package import OpcPackage, Part, _Relationship, _Relationships  # noqa: E402
from pptx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI  # noqa: E402
from pptx.oxml import parse_xml  # noqa: E402

__all__ = [
    "CONTENT_TYPE",
    "CONTENT_TYPES_URI",
    "PACKAGE_URI",
    "RELATIONSHIP_TARGET_MODE",
    "RELATIONSHIP_TYPE",
    "CT_Relationships",
    "OpcPackage",
    "PackURI",
    "Part",
    "_Relationship",
    "_Relationships",
    "parse_xml",
]
