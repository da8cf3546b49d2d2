"""Where a shape's own coordinates lie on the slide: moved, scaled, flipped, turned, and in groups within groups."""

from __future__ import annotations

from math import atan2, cos, degrees, hypot, radians, sin

from lxml import etree

from deck.export.pptx.archive import PREFIXES
from deck.ground.dataclass import dataclass

_PER_DEGREE = 60_000


@dataclass(frozen=True, slots=True)
class Transform:
    """(x, y) → (a·x + c·y + e, b·x + d·y + f)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, first: Transform) -> Transform:
        """This one of what the first makes."""
        e, f = self(first.e, first.f)
        return Transform(
            self.a * first.a + self.c * first.b,
            self.b * first.a + self.d * first.b,
            self.a * first.c + self.c * first.d,
            self.b * first.c + self.d * first.d,
            e,
            f,
        )

    @property
    def upright(self) -> bool:
        """Whether what is level stays level."""
        return abs(self.b) < 1e-9 and abs(self.c) < 1e-9

    @property
    def turn(self) -> float:
        """By how many degrees it turns clockwise, once what it flips was flipped upside down."""
        return degrees(atan2(self.b, self.a))

    @property
    def flips(self) -> bool:
        """Whether what it makes looks as in a mirror."""
        return self.a * self.d - self.b * self.c < 0

    @property
    def scales(self) -> tuple[float, float]:
        """How many times as wide and as high it makes things."""
        return hypot(self.a, self.b), hypot(self.c, self.d)


def of_shape(place: etree._Element, size: tuple[float, float]) -> Transform | None:
    """From a shape's own coordinates, of which it has so many across and down, to those around it; of an `xfrm`."""
    offset, extent = place.find("a:off", PREFIXES), place.find("a:ext", PREFIXES)
    if offset is None or extent is None:
        return None
    x, y = float(offset.get("x", "0")), float(offset.get("y", "0"))
    width, height = float(extent.get("cx", "0")), float(extent.get("cy", "0"))
    scaled = Transform(a=width / size[0] if size[0] else 1.0, d=height / size[1] if size[1] else 1.0)
    flip_x, flip_y = (-1.0 if place.get(name) in ("1", "true") else 1.0 for name in ("flipH", "flipV"))
    angle = radians(int(place.get("rot", "0")) / _PER_DEGREE)
    centred = Transform(e=-width / 2, f=-height / 2)
    flipped = Transform(a=flip_x, d=flip_y)
    turned = Transform(cos(angle), sin(angle), -sin(angle), cos(angle))
    moved = Transform(e=x + width / 2, f=y + height / 2)
    return moved.after(turned.after(flipped.after(centred.after(scaled))))


def of_group(place: etree._Element) -> Transform | None:
    """From the coordinates of a group's members to those around the group."""
    offset, extent = place.find("a:chOff", PREFIXES), place.find("a:chExt", PREFIXES)
    if offset is None or extent is None:
        return None
    size = float(extent.get("cx", "0")), float(extent.get("cy", "0"))
    outer = of_shape(place, size)
    return outer and outer.after(Transform(e=-float(offset.get("x", "0")), f=-float(offset.get("y", "0"))))
