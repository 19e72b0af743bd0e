"""What an editor should know of a build that went through: words without effect, what was kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from digest.editions.addresses import has_page
from digest.extract import frontmatter
from digest.models import Brief, Page, Picture
from digest.settings import Settings, SiteSettings


def warnings(brief: Brief, settings: Settings) -> tuple[str, ...]:
    """Return a line for settings that contradict each other and for front matter not taken."""
    known = {topic.slug for topic in settings.topics}
    return (*_of_site(settings.site), *sorted(_all(brief, known)))


def addresses(pages: Iterable[Page | Picture], settings: Settings) -> tuple[str, ...]:
    """Return a line for each redirect that leads nobody on, for a page stands at its address."""
    own = {page.path for page in pages if isinstance(page, Page) and not page.keeps}
    return tuple(
        f"digest.yml: redirects: {old!r} is a page of the site (again); take the line out"
        for old, _ in settings.redirects
        if has_page(old, own)
    )


def kept(pages: Iterable[Page | Picture]) -> str:
    """Say how many pages only keep a published address, and which have nothing to show."""
    often: dict[str, list[str]] = {}
    for page in pages:
        if isinstance(page, Page) and page.keeps:
            often.setdefault(page.keeps, []).append(f"{page.path.removesuffix('.md')}/")
    said = [f"{len(often[why])} {why}" for why in ("moved", "withdrawn") if why in often]
    if empty := sorted(often.get("empty", ())):
        more = ", …" if len(empty) > NAMED else ""
        said.append(f"{len(empty)} with nothing to show ({', '.join(empty[:NAMED])}{more})")
    return f"published addresses kept without their page: {', '.join(said)}" if said else ""


NAMED = 5
"""Addresses that a line of the report names; the site has them all."""


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
