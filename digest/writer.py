"""Pages to a folder: only what changed, all or nothing, and only over what we wrote before.

A set of pages is staged beside the folder, then a journal names it, then files are renamed into
place. A stop before the journal leaves the old pages; a stop after it is made good at the next
start. A file without our marker belongs to the editor: it is never replaced, moved or removed.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from digest.errors import WriteError
from digest.models import MARKER, Page, Picture

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


MARKER_WITHIN = 1024
"""Bytes from the start of a file in which the marker stands."""


class Written(NamedTuple):
    """What one writing did."""

    changed: int
    removed: int
    kept: tuple[str, ...]
    """Paths of hand-written files that stand where a page would go."""


@contextmanager
def lock(state: Path) -> Iterator[None]:
    """Hold the project's lock, so that two builds never mix; raises `WriteError` when taken."""
    try:
        state.mkdir(parents=True, exist_ok=True)
        handle = (state / "lock").open("w")
    except OSError as error:
        raise WriteError.at(state, error.strerror) from error
    with handle:
        if sys.platform != "win32":
            import fcntl  # noqa: PLC0415 - not on every platform

            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                message = "another digest build is running here; wait for it, then try again"
                raise WriteError(message) from None
        yield


def write(pages: Sequence[Page | Picture], folder: Path, state: Path) -> Written:
    """Make `folder` hold exactly `pages` beside what the editor wrote there.

    Raises `WriteError` when a file cannot be written; `folder` then stands as before.
    """
    try:
        recover(state)
        folder.mkdir(parents=True, exist_ok=True)
        ours = {path for path in _files(folder) if is_ours(folder / path)}
        wanted = {page.path: _bytes(page) for page in pages}
        kept = tuple(sorted(p for p in wanted if p not in ours and os.path.lexists(folder / p)))
        changed = {
            path: data
            for path, data in wanted.items()
            if path not in kept and not _holds(folder / path, data)
        }
        gone = sorted(ours - set(wanted))
        _stage(changed, gone, folder, state)
        recover(state)
    except OSError as error:
        where = error.filename or folder
        raise WriteError.at(where, error.strerror) from error
    return Written(changed=len(changed), removed=len(gone), kept=kept)


def _bytes(page: Page | Picture) -> bytes:
    return page.content if isinstance(page, Picture) else page.content.encode()


def recover(state: Path) -> None:
    """Finish a writing that was named in the journal and then interrupted; drop any other."""
    journal = state / "journal.json"
    staged = state / "staged"
    if journal.is_file():
        plan = json.loads(journal.read_text(encoding="utf-8"))
        target = Path(plan["folder"])
        for path in plan["changed"]:
            if (staged / path).exists():
                (target / path).parent.mkdir(parents=True, exist_ok=True)
                (staged / path).replace(target / path)
        for path in plan["gone"]:
            (target / path).unlink(missing_ok=True)
            _prune(target, (target / path).parent)
        journal.unlink()
    shutil.rmtree(staged, ignore_errors=True)


def exchange(new: Path, old: Path) -> None:
    """Put folder `new` at `old` in one step; what stood there is removed afterwards.

    Where the system has no exchanging rename, two renames are as close as it gets.
    """
    if not old.exists():
        old.parent.mkdir(parents=True, exist_ok=True)
        new.replace(old)
        return
    if not _rename_exchange(new, old):
        aside = Path(tempfile.mkdtemp(prefix=f".{old.name}-", dir=old.parent)) / "old"
        old.replace(aside)
        new.replace(old)
        new = aside.parent
    shutil.rmtree(new, ignore_errors=True)


def _rename_exchange(first: Path, second: Path) -> bool:
    """Swap two paths by Linux's renameat2(2) with RENAME_EXCHANGE; False where there is none."""
    renameat2 = getattr(ctypes.CDLL(None), "renameat2", None) if sys.platform == "linux" else None
    if renameat2 is None:
        return False
    here, swap = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    done = renameat2(here, os.fsencode(first), here, os.fsencode(second), swap)
    return bool(done == 0)


def _stage(changed: dict[str, bytes], gone: list[str], folder: Path, state: Path) -> None:
    if not changed and not gone:
        return
    staged = state / "staged"
    for path, data in changed.items():
        (staged / path).parent.mkdir(parents=True, exist_ok=True)
        (staged / path).write_bytes(data)
    plan = {"folder": str(folder.absolute()), "changed": sorted(changed), "gone": gone}
    draft = state / "journal.tmp"
    draft.write_text(json.dumps(plan), encoding="utf-8")
    draft.replace(state / "journal.json")


def _files(folder: Path) -> list[str]:
    return [
        (Path(base) / name).relative_to(folder).as_posix()
        for base, _, names in os.walk(folder)
        for name in names
    ]


def is_ours(path: Path) -> bool:
    """Say whether we wrote this file: it carries our marker."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as handle:
        return MARKER.encode() in handle.read(MARKER_WITHIN)


def by_hand(folder: Path, pattern: str = "*") -> list[Path]:
    """List the files below a folder that we did not write, in order."""
    return [p for p in sorted(folder.rglob(pattern)) if p.is_file() and not is_ours(p)]


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


def _prune(folder: Path, empty: Path) -> None:
    while empty != folder and empty.is_dir() and not any(empty.iterdir()):
        empty.rmdir()
        empty = empty.parent
