"""Originals on disk, each with its provenance beside it; what an editor did there stays.

Validators of HTTP (`ETag`, `Last-Modified`) and the last good copy of each feed are kept in the
cache folder, which may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Literal, TypeAlias

from digest.extract import html
from digest.fetch.network import Answer
from digest.fetch.plan import FetchError, file_name
from digest.models import Metadata
from digest.readers.decode import NotTextError, declared_charset, decode
from digest.readers.provenance import SUFFIX, Provenance, dump, parse

Outcome: TypeAlias = Literal["new", "changed", "same", "kept"]


class Store:
    """The folder of raw articles and the cache folder."""

    def __init__(self, articles: Path, state: Path) -> None:
        self._articles = articles
        self._state = state / "fetch"
        self._known: dict[str, dict[str, str]] = _load(self._state / "known.json")

    def conditions(self, address: str) -> dict[str, str]:
        """Return the headers that ask for `address` only if it changed since we have it."""
        known = self._known.get(address, {})
        names = (("etag", "If-None-Match"), ("last-modified", "If-Modified-Since"))
        here = known.get("file") and (self._articles / known["file"]).is_file()
        if not here and not self._listing(address).is_file():
            return {}
        return {header: known[name] for name, header in names if known.get(name)}

    def note(self, address: str, answer: Answer, file: str = "") -> None:
        """Remember the validators of an answer, and the article it became."""
        said = {name: answer.headers.get(name, "") for name in ("etag", "last-modified")}
        self._known[address] = {k: v for k, v in {**said, "file": file}.items() if v}

    def provenance(self, address: str) -> Provenance | None:
        """Return what is noted of the article that `address` became, None where there is none."""
        name = self._known.get(address, {}).get("file") or file_name(address)
        return _noted(self._articles / (name + SUFFIX))

    def listing(self, address: str) -> bytes | None:
        """Return the last good copy of a feed or list."""
        path = self._listing(address)
        return path.read_bytes() if path.is_file() else None

    def keep_listing(self, address: str, data: bytes) -> None:
        """Keep a feed or list as the last good copy."""
        _write(self._listing(address), data)

    def _listing(self, address: str) -> Path:
        return self._state / hashlib.sha256(address.encode()).hexdigest()[:16]

    def keep_page(self, data: bytes, said: Provenance) -> Outcome:
        """Keep a page's bytes and where they come from, unless an editor's hand was there.

        A page whose article is the same as before stays as it is, so that its id stays.
        """
        path = self._articles / file_name(said.url)
        beside = path.with_name(path.name + SUFFIX)
        noted = _noted(beside)
        there = path.read_bytes() if path.is_file() else None
        if there is None and noted is not None:
            return "kept"  # an editor removed the page and left its note: it stays away
        if there is not None and there != data:
            if noted is None or noted.sha256 != _hash(there):
                return "kept"
            before, after = _article(there, noted.charset), _article(data, said.charset)
            if not after[0] and before[0]:
                message = "shows no article any more; the copy of before stays"
                raise FetchError(message)
            if before == after:
                return "same"
        if there is None or there != data or noted is None:
            _write(path, data)
            _write(beside, dump(said).encode())
        return "new" if there is None else "same" if there == data else "changed"

    def save(self) -> None:
        """Write down what is known of all addresses."""
        text = json.dumps(self._known, ensure_ascii=False, indent=1, sort_keys=True)
        _write(self._state / "known.json", text.encode())


def charset_of(answer: Answer) -> str | None:
    """Return the charset that an answer declares in its header."""
    said = Provenance(url=answer.url, content_type=answer.headers.get("content-type", ""))
    return said.charset


def text_of(data: bytes, charset: str | None) -> str:
    """Decode a listing or a page. Raises FetchError where it is no text."""
    try:
        return decode(data, charset or declared_charset(data))[0]
    except NotTextError as error:
        message = "holds no text in any known encoding; remove it"
        raise FetchError(message) from error


def _article(data: bytes, charset: str | None) -> tuple[str, str | None]:
    """Text and title: adverts, counters and tokens that change with each visit are no change."""
    text, meta = html.read(text_of(data, charset), Metadata())
    return text, meta.title


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _noted(path: Path) -> Provenance | None:
    try:
        return parse(path.read_bytes())
    except (FileNotFoundError, ValueError):
        return None


def _load(path: Path) -> dict[str, dict[str, str]]:
    """Read what is known; a cache that cannot be read is no cache."""
    try:
        known = json.loads(path.read_bytes())
    except (FileNotFoundError, ValueError, RecursionError):
        return {}
    if not isinstance(known, dict):
        return {}
    return {
        address: {k: v for k, v in said.items() if isinstance(v, str)}
        for address, said in known.items()
        if isinstance(said, dict)
    }


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
