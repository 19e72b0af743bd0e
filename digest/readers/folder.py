"""Files and folders to raw articles. Whatever cannot be read is one `Skipped`, never an error."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digest.extract import frontmatter
from digest.models import RawArticle, Skipped
from digest.readers import feed, mail, provenance
from digest.readers.decode import NotTextError, declared_charset, decode, unmarked
from digest.readers.provenance import Provenance
from digest.text import content_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from digest.models import Kind, Reason

KINDS: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".eml": "mail",
}
FEEDS = frozenset({".xml", ".rss", ".atom", ".rdf", ".json"})
"""Names of files that may hold a feed; their content says whether they do."""
_DETAILS: dict[Reason, str] = {
    "empty": "The file is empty; put the article's text in or remove the file.",
    "unreadable": "It may not be read; give the user who builds the right to read it.",
    "too-large": "It is larger than {limit} bytes; shorten it or raise max_bytes in digest.yml.",
    "unsupported": "This kind of file is not read; save the article as .txt, .md, .html or .eml,"
    " or a feed as .xml.",
    "binary": "It holds no text in any known encoding; save the article as UTF-8 text.",
    "outside-the-folder": "The link leads out of the folder; put a copy of the article here.",
    "not-a-file": "It is no regular file and no folder; remove it or put the article in its place.",
}


@dataclass(frozen=True, slots=True)
class _Found:
    """A path to read, or why not."""

    source: str
    path: Path
    fault: Reason | None = None


def read(
    paths: Sequence[Path], *, base: Path | None = None, max_bytes: int, root: Path | None = None
) -> list[RawArticle | Skipped]:
    """Read files and folders (with all below) in order of the source names' bytes.

    `base` is what relative paths start from (default: the working directory); sources keep the
    form in which the paths were given. `root` is the folder that links may not leave (default:
    the folder given, or the folder of the file given). Files with equal bytes are one article.
    """
    found: dict[str, _Found] = {}
    for path in paths:
        for one in _walk(path, (base / path) if base else path, root):
            found.setdefault(one.source, one)
    ordered = sorted(found.values(), key=lambda one: one.source.encode())
    return _merged([one for each in ordered for one in _articles(each, max_bytes)])


def _name(path: Path) -> str:
    """`path` as POSIX text; bytes of a name that are no UTF-8 are written as escapes."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _walk(given: Path, path: Path, root: Path | None) -> Iterator[_Found]:
    """Yield what lies at a path that the user named: a file, or a folder with all below."""
    is_folder = os.path.isdir(path)  # noqa: PTH112 - never raises, whatever lies above
    home = (root or (path if is_folder else path.parent)).resolve()
    if is_folder and (root is None or _inside(path, home)):
        yield from _below(given, path, home)
    elif os.path.islink(path):  # noqa: PTH114 - the same
        yield _link(given, path, home) or _Found(_name(given), path.resolve())
    else:
        yield _Found(_name(given), path)


def _below(given: Path, folder: Path, home: Path) -> Iterator[_Found]:
    """Yield the files below `folder`, without hidden ones and links that stay inside."""
    folders = [(given, folder)]
    while folders:
        name, place = folders.pop()
        try:
            with os.scandir(place) as listing:
                entries = list(listing)
        except OSError:
            yield _Found(_name(name), place, "unreadable")
            continue
        for entry in entries:
            source, path = name / entry.name, place / entry.name
            if entry.name.startswith("."):
                continue
            if entry.is_symlink():
                fault = _link(source, path, home)
                if fault:
                    yield fault
            elif entry.is_dir(follow_symlinks=False):
                folders.append((source, path))
            else:
                yield _Found(_name(source), path)


def _link(given: Path, path: Path, home: Path) -> _Found | None:
    """Why a link cannot be read; None for one that leads to something inside."""
    if not os.path.exists(path):  # noqa: PTH110 - never raises, whatever lies above
        return _Found(_name(given), path, "not-a-file")
    return None if _inside(path, home) else _Found(_name(given), path, "outside-the-folder")


def _inside(path: Path, home: Path) -> bool:
    try:
        return path.resolve().is_relative_to(home)
    except (OSError, RuntimeError):
        return False


def _articles(found: _Found, max_bytes: int) -> list[RawArticle | Skipped]:
    """Read what one file holds: an article, the entries of a feed, or the provenance of another."""
    if found.fault:
        return [_skipped(found.source, found.fault)]
    if found.path.name.endswith(provenance.SUFFIX):
        return []
    if found.path.suffix.lower() not in FEEDS:
        said = _provenance(found, max_bytes)
        return [_article(found, max_bytes, said), *([said] if isinstance(said, Skipped) else [])]
    data = _bytes(found.path, max_bytes, wanted=True)
    if not isinstance(data, bytes):
        return [_skipped(found.source, data, max_bytes)]
    if not data.strip():
        return [_skipped(found.source, "empty", key=content_id(data))]
    try:
        text, encoding = decode(data, declared_charset(data))
    except NotTextError:
        return [_skipped(found.source, "binary", key=content_id(data))]
    return feed.articles(found.source, text, encoding)


def _provenance(found: _Found, max_bytes: int) -> Provenance | Skipped | None:
    """Read the file that says where a fetched page comes from; most pages have none."""
    path = found.path.with_name(found.path.name + provenance.SUFFIX)
    if KINDS.get(found.path.suffix.lower()) != "html" or not os.path.lexists(path):
        return None
    source = found.source + provenance.SUFFIX
    data = _bytes(path, max_bytes, wanted=True)
    if not isinstance(data, bytes):
        return _skipped(source, data, max_bytes)
    try:
        return provenance.parse(data)
    except ValueError:
        detail = "It does not say where a page comes from; remove it, or fetch the page again."
        return Skipped(source=source, reason="unsupported", detail=detail)


def _article(
    found: _Found, max_bytes: int, said: Provenance | Skipped | None
) -> RawArticle | Skipped:
    kind = KINDS.get(found.path.suffix.lower())
    data = _bytes(found.path, max_bytes, kind is not None)
    if not isinstance(data, bytes):
        return _skipped(found.source, data, max_bytes)
    if kind is None:
        return _skipped(found.source, "unsupported")
    if not data.strip():
        return _skipped(found.source, "empty", key=content_id(data))
    try:
        return _decoded(found.source, kind, data, said if isinstance(said, Provenance) else None)
    except NotTextError:
        return _skipped(found.source, "binary", key=content_id(data))


def _bytes(path: Path, limit: int, wanted: bool) -> bytes | Reason:
    """Read a regular file; never wait on a pipe, never follow a link."""
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return "not-a-file"
        if not wanted:
            return b""
        handle = os.open(path, flags)
        with open(handle, "rb") as file:  # noqa: PTH123 - Path.open takes no flags
            state = os.fstat(handle)
            if not stat.S_ISREG(state.st_mode):
                return "not-a-file"
            data = file.read(limit + 1) if state.st_size <= limit else b""
    except OSError as error:
        gone = error.errno in {errno.ENOENT, errno.ELOOP, errno.ENXIO}
        return "not-a-file" if gone else "unreadable"
    return "too-large" if state.st_size > limit or len(data) > limit else data


def _decoded(source: str, kind: Kind, data: bytes, said: Provenance | None) -> RawArticle:
    declared = declared_charset(data) if kind == "html" else None
    declared = (said.charset if said else None) or declared
    text, encoding = decode(data, declared)
    front, end = frontmatter.split(text)
    rest = unmarked(data)[len(text[:end].encode(encoding)) :]
    hints = said.hints() if said else ()
    if kind == "mail":
        kind, text, hints = mail.parts(rest)
        end = 0
    return RawArticle(
        source=source,
        kind=kind,
        id=content_id(rest),
        text=text,
        encoding=encoding,
        front=front,
        front_end=end,
        hints=hints,
    )


def _skipped(source: str, reason: Reason, limit: int = 0, key: str | None = None) -> Skipped:
    return Skipped(
        source=source, reason=reason, detail=_DETAILS[reason].format(limit=limit), id=key
    )


def _merged(articles: list[RawArticle | Skipped]) -> list[RawArticle | Skipped]:
    """Join articles with equal bytes: the first source leads, the others are noted in it.

    Front matter that only a later copy has is the editor's word on all of them.
    """
    places: dict[str, int] = {}
    kept: list[RawArticle | Skipped] = []
    for one in articles:
        first = kept[places[one.id]] if isinstance(one, RawArticle) and one.id in places else None
        if isinstance(one, RawArticle) and isinstance(first, RawArticle):
            leading = one if _wins(one, first) else first
            also = sorted({*first.also_at, first.source, one.source} - {first.source})
            kept[places[one.id]] = replace(leading, source=first.source, also_at=tuple(also))
            continue
        if isinstance(one, RawArticle):
            places[one.id] = len(kept)
        kept.append(one)
    return kept


def _wins(one: RawArticle, first: RawArticle) -> bool:
    return bool(one.front_end) and not first.front_end
