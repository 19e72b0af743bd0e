"""Where articles and stories stand: at their published address, else at one made of their title."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from digest.editions.addresses import page_path
from digest.text import slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digest.editions.addresses import Book, Published
    from digest.models import Entry, Story

ID_LENGTH = 8
"""Hex digits of an id in an address: with 10,000 articles two meet once in a hundred sites."""


def of_articles(
    entries: Mapping[str, Entry], published: Mapping[str, Published], book: Book
) -> dict[str, str]:
    """Return the path of each article's page."""
    named = {
        key: (
            f"articles/{(e.published.date[:4] if e.published else 'undated')}/",
            slug(e.article.cleaned.title.text),
        )
        for key, e in entries.items()
    }
    return _paths(named, published, book)


def of_stories(
    stories: Mapping[str, Story],
    entries: Mapping[str, Entry],
    published: Mapping[str, Published],
    book: Book,
) -> dict[str, str]:
    """Return the path of each story's page."""
    named = {
        key: ("stories/", slug(entries[story.members[0]].article.cleaned.title.text))
        for key, story in stories.items()
    }
    return _paths(named, published, book)


def _paths(
    named: Mapping[str, tuple[str, str]], published: Mapping[str, Published], book: Book
) -> dict[str, str]:
    """Look addresses up, and make the others so that they meet neither each other nor these."""
    taken = {page_path(one.address) for one in (*book.articles, *book.stories)}
    fixed = {key: page_path(published[key].address) for key in named if key in published}
    short = {
        key: f"{folder}{'-'.join(part for part in (name, key[:ID_LENGTH]) if part)}.md"
        for key, (folder, name) in named.items()
        if key not in fixed
    }
    often = Counter(short.values())
    made = {
        key: path if often[path] == 1 and path not in taken else f"{path[:-3]}{key[ID_LENGTH:]}.md"
        for key, path in short.items()
    }
    return {key: fixed.get(key) or made[key] for key in named}
