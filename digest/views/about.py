"""The page about the method: limits, caps, what was measured, whom to write to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from digest.escape import url
from digest.views.front import Cover, cover
from digest.views.parts import TopicRef

if TYPE_CHECKING:
    from digest.settings import Cap, SiteSettings
    from digest.views.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measured figure: what, how much, of what, against what."""

    name: str
    value: str
    data: str
    compared: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutView:
    """Everything on the page about the method."""

    site: SiteSettings
    cap: Cap
    own_caps: tuple[tuple[str, Cap], ...]
    cover: Cover
    topics: tuple[TopicRef, ...]
    summarizer: str
    contact: str | None
    """A web address or, as `mailto:`, an address to write to."""
    measures: tuple[Measure, ...]


def about(site: Site, evaluation: Mapping[str, Any]) -> AboutView:
    """Return the page; `evaluation` is `{"measures": [{"name", "value", "data", "compared"}]}`."""
    settings = site.settings
    contact = settings.site.contact
    return AboutView(
        site=settings.site,
        cap=settings.cap,
        own_caps=tuple((s.name, s.cap) for s in settings.sources if s.cap),
        cover=cover(site),
        topics=tuple(site.topics.values()),
        summarizer=settings.summarizer,
        contact=url(contact) or (f"mailto:{contact}" if _mailbox(contact) else None),
        measures=tuple(
            Measure(
                name=str(row.get("name", "")),
                value=str(row.get("value", "")),
                data=str(row.get("data", "")),
                compared=str(row.get("compared", "")),
            )
            for row in evaluation.get("measures", ())
        ),
    )


def _mailbox(text: str) -> bool:
    name, at, host = text.partition("@")
    return bool(at) and all(c.isalnum() or c in ".-_+" for c in name + host)
