"""What an editor should know of a build that went through: words of theirs without effect."""

from __future__ import annotations

from collections.abc import Iterator

from digest.extract import frontmatter
from digest.models import Brief
from digest.settings import Settings


def warnings(brief: Brief, settings: Settings) -> tuple[str, ...]:
    """Return one line for each front matter that is not taken as written, in order of sources."""
    known = {topic.slug for topic in settings.topics}
    return tuple(sorted(_all(brief, known)))


def _all(brief: Brief, known: set[str]) -> Iterator[str]:
    for entry in brief.entries:
        raw = entry.article.cleaned.document.raw
        for slug in raw.front.topics or ():
            if slug not in known:
                yield f"{raw.source}: digest.yml has no topic {slug!r}; mend one of them"
        if not raw.front_end:
            yield from (f"{raw.source}: {problem}" for problem in frontmatter.problems(raw.text))
