"""What a date rests on, as slices of the texts that hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.text import visible
from digest.views.site import SLICE

if TYPE_CHECKING:
    from digest.models import Entry
    from digest.views.parts import SliceView
    from digest.views.site import Site


def evidence(site: Site, entry: Entry) -> tuple[SliceView, ...]:
    """Return the evidence of an article's date, as far as a text holds it."""
    if entry.published is None:
        return ()
    found = (_slice(site, entry, e.text, e.line) for e in entry.published.evidence)
    return tuple(slice_ for slice_ in found if slice_ and slice_.text)


def _slice(site: Site, entry: Entry, text: str, line: int) -> SliceView | None:
    """Return a slice of the text that holds it, None where none does.

    An inherited date rests on another article of the story: the line numbers are its.
    """
    story = site.stories.get(entry.grouping.story)
    others = [site.entries[key] for key in (story.members if story else ())]
    for owner in (entry, *others):
        if visible(text) in visible(owner.article.cleaned.document.text):
            return site.slice(owner, text, line=line, most=SLICE)
    return None
