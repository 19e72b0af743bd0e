"""Published addresses: fixed by the first edition that has them, looked up by id afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from digest.models import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The address of an article or a story, and the edition that fixed it."""

    id: str
    address: str
    """Relative to the site, with a slash at its end: `articles/2021/a-title-0123abcd/`."""
    edition: str
    members: tuple[str, ...] = ()
    """Articles of a story, oldest first: the first that is still there says where it went on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """All addresses that editions have published."""

    articles: tuple[Published, ...] = ()
    stories: tuple[Published, ...] = ()
    pages: tuple[str, ...] = ()
    """All other pages: topics, actors, indexes, periods, editions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """Where published articles and stories stand now."""

    articles: Mapping[str, Published] = field(default_factory=dict)
    """Articles that are still there, by id."""
    stories: Mapping[str, Published] = field(default_factory=dict)
    """By the id that a story has now, the address that it keeps."""
    moved: tuple[tuple[Published, str], ...] = ()
    """A published story and the id of the one it merged into."""
    replaced: tuple[tuple[Published, str], ...] = ()
    """A published article and the id of the text that replaced it."""
    gone: tuple[Published, ...] = ()
    """Articles, and stories of which no article is left."""


def address(path: str) -> str:
    """Return the address of a page from the path of its Markdown file."""
    stem = path.removesuffix(".md")
    return "" if stem == "index" else f"{stem.removesuffix('/index')}/"


def page_path(at: str) -> str:
    """Return the path of the Markdown file that stands at an address which is no index."""
    return f"{at.rstrip('/')}.md"


def has_page(at: str, paths: Container[str]) -> bool:
    """Say whether a page has this address, or the file that a page kept for it would be."""
    return page_path(at) in paths or f"{at}index.md" in paths


def end(at: str, redirects: Mapping[str, str]) -> str:
    """Return where an address leads by lines of `redirects:`, one after the other."""
    for _ in redirects:
        at = redirects.get(at, at)
    return at


def resolve(
    book: Book,
    articles: Iterable[str],
    stories: Sequence[Story],
    heirs: Mapping[str, str] = MappingProxyType({}),
) -> Resolved:
    """Find what became of every published article and story; `heirs` replaced articles, by id.

    A story lives on in the one that holds its earliest member still there, so a story keeps its
    address when articles join it, and the part with the earliest member keeps it when it splits.
    Where several live on in one, the first that was published keeps its address.
    """
    there = set(articles)
    holder = {member: story.id for story in stories for member in story.members}
    holder |= {old: holder[new] for old, new in heirs.items() if new in holder}
    kept: dict[str, Published] = {}
    moved: list[tuple[Published, str]] = []
    gone = [one for one in book.articles if one.id not in {*there, *heirs}]
    for one in sorted(book.stories, key=lambda p: (p.edition, p.address)):
        now = next((holder[m] for m in one.members if m in holder), None)
        if now is None:
            gone.append(one)
        elif now in kept:
            moved.append((one, now))
        else:
            kept[now] = one
    return Resolved(
        articles={one.id: one for one in book.articles if one.id in there},
        stories=kept,
        moved=tuple(moved),
        replaced=tuple((one, heirs[one.id]) for one in book.articles if one.id in heirs),
        gone=tuple(gone),
    )


def extend(
    book: Book,
    edition: str,
    articles: Mapping[str, str],
    stories: Mapping[str, tuple[str, tuple[str, ...]]],
    pages: Iterable[str],
) -> Book:
    """Add what an edition publishes; nothing that stands in the book moves or goes.

    `articles` are addresses by id, `stories` (address, members oldest first) by id, `pages`
    addresses. A story whose address is known gains the members that joined it.
    """
    known = {one.id for one in book.articles}
    fresh = [
        Published(id=key, address=at, edition=edition)
        for key, at in articles.items()
        if key not in known
    ]
    held = {one.address: one for one in book.stories}
    for key, (at, members) in stories.items():
        one = held.get(at) or Published(id=key, address=at, edition=edition)
        joined = tuple(m for m in members if m not in one.members)
        held[at] = Published(
            id=one.id, address=at, edition=one.edition, members=(*one.members, *joined)
        )
    named = (*book.articles, *fresh, *held.values())
    return Book(
        articles=tuple(sorted((*book.articles, *fresh), key=lambda p: p.address)),
        stories=tuple(sorted(held.values(), key=lambda p: p.address)),
        pages=tuple(sorted({*book.pages, *pages} - {one.address for one in named})),
    )


def lost(book: Book, made: Iterable[str]) -> tuple[str, ...]:
    """List the published addresses at which no page of `made` stands."""
    there = set(made)
    published = [
        *(one.address for one in (*book.articles, *book.stories)),
        *book.pages,
    ]
    return tuple(sorted({at for at in published if at not in there}))
