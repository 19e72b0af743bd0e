"""What an editor should know of a build that went through: words of theirs without effect."""

from __future__ import annotations

from collections.abc import Iterator

from digest.extract import frontmatter
from digest.models import Brief
from digest.settings import Settings, SiteSettings


def warnings(brief: Brief, settings: Settings) -> tuple[str, ...]:
    """Return a line for settings that contradict each other and for front matter not taken."""
    known = {topic.slug for topic in settings.topics}
    return (*_of_site(settings.site), *sorted(_all(brief, known)))


def _of_site(site: SiteSettings) -> Iterator[str]:
    if site.noindex and site.robots == "disallow":
        yield (
            "digest.yml: robots: disallow keeps crawlers from reading that noindex asks them not to"
            " list the pages; use noindex with robots: allow"
        )


def _all(brief: Brief, known: set[str]) -> Iterator[str]:
    for entry in brief.entries:
        raw = entry.article.cleaned.document.raw
        for slug in raw.front.topics or ():
            if slug not in known:
                yield f"{raw.source}: digest.yml has no topic {slug!r}; mend one of them"
        if not raw.front_end:
            yield from (f"{raw.source}: {problem}" for problem in frontmatter.problems(raw.text))
