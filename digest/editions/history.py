"""What was published before: editions and addresses, as they are committed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from digest.editions.addresses import Book
from digest.editions.edition import frozen

if TYPE_CHECKING:
    from digest.editions.edition import Edition, Frozen


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
