"""What was published before: editions and addresses, as they are committed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from digest.editions.addresses import Book
from digest.editions.edition import frozen, key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digest.editions.edition import Edition, Frozen, FrozenArticle
    from digest.models import Entry

HEIR = 0.5
"""Share of an article's sentences that must stand again, word for word, in the text that replaced
it: an editor's correction or a publisher's update leaves most of them, a follow-up quotes a few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """All editions, oldest first, and all addresses that they published."""

    editions: tuple[Edition, ...] = ()
    book: Book = field(default_factory=Book)

    @property
    def last(self) -> Edition | None:
        """The newest edition."""
        return self.editions[-1] if self.editions else None

    def frozen(self) -> Frozen:
        """Return what editions print: by article, id to text."""
        return frozen(self.editions)

    def without(self, date: str) -> History:
        """Return the history as if the edition of that day had not been frozen."""
        kept = tuple(e for e in self.editions if e.date != date)
        return History(editions=kept, book=self.book)

    def first(self) -> dict[str, str]:
        """Return the day of the first edition that covered an article, by article id."""
        return {row.id: e.date for e in reversed(self.editions) for row in e.articles}

    def heirs(self, entries: Mapping[str, Entry]) -> dict[str, str]:
        """Find the texts that replaced articles: by the old id, that of the new one.

        A file that was corrected or fetched again has another id. Its old text is not there any
        more, most of its sentences are, from the same outlet, and no edition covered both.
        """
        first: dict[str, FrozenArticle] = {}
        days: dict[str, set[str]] = {}
        for edition in self.editions:
            for row in edition.articles:
                first.setdefault(row.id, row)
                days.setdefault(row.id, set()).add(edition.date)
        gone = [row for row in first.values() if row.keys and row.id not in entries]
        if not gone:
            return {}
        said = {i: {key(s.text) for s in e.article.sentences} for i, e in entries.items()}
        outlets = {i: e.article.cleaned.outlet for i, e in entries.items()}
        found: dict[str, str] = {}
        for row in gone:
            fresh = [i for i in entries if days.get(i, set()).isdisjoint(days[row.id])]
            alike = [(len(said[i].intersection(row.keys)), i) for i in fresh]
            common, new = max((a for a in alike if outlets[a[1]] == row.outlet), default=(0, ""))
            if common >= HEIR * len(row.keys):
                found[row.id] = new
        return found
