"""The guides of a shape's own outline: lengths by formulas (ECMA-376, 20.1.9.11)."""

from __future__ import annotations

from collections.abc import Callable
from math import atan2, cos, hypot, pi, sin, sqrt, tan

from lxml import etree

from deck.export.pptx.archive import PREFIXES

_TURN = 21_600_000
_MOST = 2_000


def guides(geometry: etree._Element, width: float, height: float) -> Callable[[str], float]:
    """What each name, or number, stands for on a canvas so large. ValueError for a name that nothing stands for."""
    known = {"l": 0.0, "t": 0.0, "r": width, "b": height, "w": width, "h": height, "hc": width / 2, "vc": height / 2}
    known |= {"ss": min(width, height), "ls": max(width, height)}
    known |= {f"wd{part}": width / part for part in (2, 3, 4, 5, 6, 8, 10, 12, 32)}
    known |= {f"hd{part}": height / part for part in (2, 3, 4, 5, 6, 8, 10, 12, 32)}
    known |= {f"ssd{part}": min(width, height) / part for part in (2, 4, 6, 8, 16, 32)}
    known |= {f"cd{part}": _TURN / part for part in (2, 4, 8)}
    known |= {f"{times}cd{part}": times * _TURN / part for times, part in ((3, 4), (3, 8), (5, 8), (7, 8))}

    def value(name: str) -> float:
        return known[name] if name in known else float(name)

    listed = [each for path in ("a:avLst/a:gd", "a:gdLst/a:gd") for each in geometry.iterfind(path, PREFIXES)]
    for each in listed[:_MOST]:
        operator, *names = each.get("fmla", "val 0").split()
        known[each.get("name", "")] = _computed(operator, *(value(name) for name in names))
    return value


def _computed(operator: str, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> float:
    match operator:
        case "val":
            return x
        case "*/":
            return x * y / z if z else 0.0
        case "+-":
            return x + y - z
        case "+/":
            return (x + y) / z if z else 0.0
        case "?:":
            return y if x > 0 else z
        case "abs":
            return abs(x)
        case "max" | "min":
            return max(x, y) if operator == "max" else min(x, y)
        case "pin":
            return min(max(x, y), z)
        case "mod":
            return hypot(x, y, z)
        case "sqrt":
            return sqrt(max(x, 0.0))
        case "sin" | "cos" | "tan":
            return x * {"sin": sin, "cos": cos, "tan": tan}[operator](y * 2 * pi / _TURN)
        case "at2":
            return atan2(y, x) * _TURN / (2 * pi)
        case "cat2" | "sat2":
            return x * {"cat2": cos, "sat2": sin}[operator](atan2(z, y))
        case _:
            raise ValueError(f"no formula of a guide: {operator}")
