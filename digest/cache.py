"""A map around a map: results of item stages kept between builds, so no stage knows of it.

The key is SHA-256 over a version byte, the function's name, the canonical JSON of the item, the
source of this package and the versions of the libraries whose output matters. One SQLite file
holds the results; it may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import json
import pickle
import sqlite3
import zlib
from dataclasses import fields, is_dataclass
from functools import cache
from importlib import metadata, resources
from typing import TYPE_CHECKING, Any, TypeVar

from digest.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from digest.pipeline import Run

VERSION = b"1"
LIBRARIES = (
    *(
        "trafilatura",
        "htmldate",
        "readability-lxml",
        "lxml",
        "markdown-it-py",
        "charset-normalizer",
    ),
    *("sumy", "py3langid", "pillow"),
)
"""Whose output is part of a result; another version of one makes every key new."""
KEEP = 60_000
"""Rows kept, newest first: ten thousand articles hold four each, and room for a past state."""

_Out = TypeVar("_Out")


class Cache:
    """Results of item stages in one SQLite file."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._db = sqlite3.connect(path, timeout=30)
        try:
            self._prepare()
        except sqlite3.DatabaseError:
            self._db.close()
            path.unlink()  # a torn or foreign file: a cache may be deleted at any time
            self._db = sqlite3.connect(path, timeout=30)
            self._prepare()
        self._keys = Keys()

    def _prepare(self) -> None:
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = OFF")
        self._db.execute("CREATE TABLE IF NOT EXISTS result (key BLOB PRIMARY KEY, value BLOB)")

    def around(self, run: Run) -> Run:
        """Return a map that asks the cache first and hands the rest to `run`."""

        def cached(function: Callable[[Any], _Out], items: Iterable[Any]) -> Iterator[_Out]:
            listed = list(items)
            keys = [self._keys.of(function, item) for item in listed]
            found = self._load(keys)
            lacking = [i for i, key in enumerate(keys) if key not in found]
            fresh = list(run(function, [listed[i] for i in lacking]))
            self._store((keys[i], value) for i, value in zip(lacking, fresh, strict=True))
            made = dict(zip(lacking, fresh, strict=True))
            return (made[i] if i in made else found[key] for i, key in enumerate(keys))

        return cached

    def _load(self, keys: list[bytes]) -> dict[bytes, Any]:
        found = {}
        for start in range(0, len(keys), 500):
            some = keys[start : start + 500]
            marks = ",".join("?" * len(some))
            rows = self._db.execute(f"SELECT key, value FROM result WHERE key IN ({marks})", some)  # noqa: S608 - only question marks are put in
            for key, value in rows:
                found[key] = pickle.loads(zlib.decompress(value))  # noqa: S301 - written by us
        return found

    def _store(self, results: Iterable[tuple[bytes, Any]]) -> None:
        rows = ((key, zlib.compress(pickle.dumps(value, 5), 1)) for key, value in results)
        try:
            with self._db:
                self._db.executemany("INSERT OR REPLACE INTO result VALUES (?, ?)", rows)
        except sqlite3.OperationalError as error:
            raise WriteError.at(self._path, error) from error

    def close(self) -> None:
        """Drop the oldest rows above `KEEP` and close the file."""
        with self._db:
            self._db.execute(
                "DELETE FROM result WHERE rowid <= (SELECT max(rowid) FROM result) - ?", (KEEP,)
            )
        self._db.close()


class Keys:
    """Makes keys; settings that many items share are turned into JSON once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Any, str]] = {}

    def of(self, function: Callable[..., Any], item: Any) -> bytes:
        """Return the key of `function(item)`."""
        name = f"{function.__module__}.{function.__qualname__}"
        text = json.dumps(self._plain(item), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(
            b"\0".join((VERSION, code().encode(), name.encode(), text.encode("utf-8", "replace")))
        ).digest()

    def _plain(self, value: Any) -> Any:
        if is_dataclass(value):
            named = {f.name: self._plain(getattr(value, f.name)) for f in fields(value)}
            return [type(value).__name__, named]
        if isinstance(value, tuple):
            if value and type(value[0]).__module__ == "digest.settings":
                return self._shared(value)
            return [self._plain(one) for one in value]
        return value

    def _shared(self, value: tuple[Any, ...]) -> str:
        known = self._known.get(id(value))
        if known is None:
            plain = json.dumps([self._plain(one) for one in value], sort_keys=True)
            digest = hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()
            known = self._known[id(value)] = (value, digest)
        return known[1]


@cache
def code() -> str:
    """Return a hash over this package's sources and the versions of the libraries that matter."""
    digest = hashlib.sha256()
    stack = [resources.files("digest")]
    files = []
    while stack:
        for entry in stack.pop().iterdir():
            if entry.is_dir() and entry.name not in {"__pycache__", "theme", "templates"}:
                stack.append(entry)
            elif entry.name.endswith((".py", ".json")):
                files.append((str(entry), entry))
    for _, entry in sorted(files, key=lambda pair: pair[0]):
        digest.update(entry.name.encode() + b"\0" + entry.read_bytes())
    for name in LIBRARIES:
        digest.update(f"{name} {metadata.version(name)}\n".encode())
    return digest.hexdigest()
