"""Regular expressions that are compiled when they are first used: a start declares many, and uses few."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from re import compile as late_pattern
else:
    import re

    class _LatePattern:
        """What `re.compile` gives. A method that was asked for once stays here, as quick as the pattern's own."""

        def __init__(self, expression: str | bytes, flags: int = 0) -> None:
            self._written = expression, flags

        def __getattr__(self, name: str) -> object:
            if name.startswith("__"):
                raise AttributeError(name)
            found = getattr(re.compile(*self._written), name)
            setattr(self, name, found)
            return found

    late_pattern = _LatePattern


__all__ = ["late_pattern"]
