"""Saving: a file is replaced as a whole, or not touched at all."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from pathlib import Path


def save(data: bytes, path: Path) -> None:
    """Write `data` to `path`, whose folder is made if it is missing.

    A file that is there keeps its permissions; where `path` is a link, what it leads to is replaced.
    OSError where it cannot be written; then whatever stood there still does, and nothing is left beside it.
    """
    target = path.resolve()
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    # Replacing asks only the folder; a file that its owner protects stays.
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    permissions = _permissions(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".tmp", dir=target.parent)
    except FileExistsError:
        message = "a file stands where the folder would be"
        raise NotADirectoryError(errno.ENOTDIR, message, str(path.parent)) from None
    except OSError as error:
        # Who reads this knows the file that was asked for, not the one beside it.
        raise OSError(error.errno, error.strerror, str(path)) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(permissions)
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _permissions(target: Path) -> int:
    """Those of the file that is there; for a new one, what the process gives its files."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
