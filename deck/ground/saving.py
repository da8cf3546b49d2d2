"""Saving: a file is replaced as a whole, or not touched at all; and never while it is another's.

What is changed and saved again is changed by one run at a time, and only while it is as it was read.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.ground.files import resolved
from deck.ground.inputs import noted, stamp

if sys.platform != "win32":
    import fcntl

_SUFFIX = ".tmp"
Save: TypeAlias = Callable[[bytes, Path], None]


def save(data: bytes, path: Path) -> None:
    """Write `data` to `path`, whose folder is made if it is missing.

    A file that is there keeps its permissions; where `path` is a link, what it leads to is replaced.
    OSError where it cannot be written, or is no file at all but a device or a pipe; then whatever stood there still
    does, and nothing is left beside it. What an earlier run that was killed has left there goes.
    """
    target = resolved(path)
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if target.exists() and not target.is_file():
        raise OSError(errno.EINVAL, "it is no file, but a device or a pipe", str(path))
    # Replacing asks only the folder; a file that its owner protects stays.
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    permissions = _permissions(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _clear_leftovers(target)
        handle, name = _beside(target)
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
    except BaseException as error:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        if isinstance(error, OSError):
            raise OSError(error.errno, error.strerror, str(path)) from None
        raise


@contextmanager
def editing(folder: Path) -> Iterator[Save]:
    """What is read within the block may be changed and saved by what this gives.

    Meanwhile no other run of this program edits files in the folder. DeckError, with the file as it is, where another
    program changed it since it was read, or has it open: it would write over what is saved here.
    """

    def save_unchanged(data: bytes, path: Path) -> None:
        before = inputs.get(path.absolute())
        if before is not None and before != stamp(path):
            message, hint = f"{path} was changed by another program meanwhile", "try again; nothing was written"
            raise DeckError([Diagnostic("file-changed", message, Span(str(path)), hint)])
        if lock := opened_elsewhere(path):
            hint = f"close it there, and try again; if it is open nowhere, delete {lock}"
            raise DeckError([Diagnostic("file-open", f"{path} is open in another program", Span(str(path)), hint)])
        save(data, path)

    with _locked(folder), noted() as inputs:
        yield save_unchanged


def opened_elsewhere(path: Path) -> Path | None:
    """The file by which Microsoft Office or LibreOffice says that it has the one at `path` open."""
    names = (f"~${path.name}", f".~lock.{path.name}#")
    return next((lock for name in names if (lock := path.with_name(name)).exists()), None)


def _prefix(target: Path) -> str:
    return f".{target.name[:100]}."


def _beside(target: Path) -> tuple[int, str]:
    """A new file beside the target, held as long as it is open: what nobody holds was left by a run that was killed."""
    while True:
        handle, name = tempfile.mkstemp(prefix=_prefix(target), suffix=_SUFFIX, dir=target.parent)
        _hold(handle, wait=True)
        # Another run may have taken it for left behind just before it was held.
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(Path(name).stat(), os.fstat(handle)):
                return handle, name
        os.close(handle)


def _clear_leftovers(target: Path) -> None:
    """Takes away what runs that were killed while they saved this file have left beside it."""
    for path in target.parent.iterdir():
        if path.name.startswith(_prefix(target)) and path.suffix == _SUFFIX:
            with contextlib.suppress(OSError), path.open("rb+") as file:
                if _hold(file.fileno(), wait=False):
                    path.unlink()


if sys.platform == "win32":

    def _hold(handle: int, *, wait: bool) -> bool:
        """On Windows, a file that is open cannot be deleted: that is enough."""
        return True

    @contextmanager
    def _locked(folder: Path) -> Iterator[None]:
        import hashlib
        import msvcrt

        # Beside the files it would be in people's way.
        name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:32]
        with (Path(tempfile.gettempdir()) / f"deck-{name}.lock").open("ab") as file:
            file.seek(0)
            while True:
                try:
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                    break
                except OSError:
                    continue
            try:
                yield
            finally:
                file.seek(0)
                msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:

    def _hold(handle: int, *, wait: bool) -> bool:
        """Locks an open file until it is closed; False where another process holds it."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        except OSError:
            # Some file systems have no locks: then nobody can be told from one that is gone.
            return wait
        return True

    @contextmanager
    def _locked(folder: Path) -> Iterator[None]:
        """The folder itself is what is locked, so that nothing stands beside people's files."""
        try:
            handle = os.open(folder, os.O_RDONLY)
        except OSError:
            # What is wrong with it is told by whoever reads there.
            yield
            return
        try:
            _hold(handle, wait=True)
            yield
        finally:
            os.close(handle)


def _permissions(target: Path) -> int:
    """Those of the file that is there; for a new one, what the process gives its files."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
