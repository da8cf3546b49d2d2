"""What people write for an address, without how it begins."""

from __future__ import annotations

from deck.ground.late_pattern import late_pattern

_WEBSITE = late_pattern(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}(?::\d+)?(?:[/?#]\S*)?")
_MAILBOX = late_pattern(r"[^\s@/:]+@(?:[\w-]+\.)+[^\W\d_]{2,}")


def address_hint(text: str) -> str | None:
    """How to write a website or a mailbox so that it is an address; None where it is neither."""
    text = text.strip()
    if _MAILBOX.fullmatch(text):
        return f"write `mailto:{text}`"
    return f"write `https://{text}`" if _WEBSITE.fullmatch(text) else None
