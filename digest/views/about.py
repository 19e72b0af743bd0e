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


MEASURES = {
    "body lines f1": "Lines rightly taken for text or left out (F1)",
    "others rejected": "Pages that are no article, left out",
    "title exact": "Headlines found exactly",
    "outlet": "Outlets found",
    "date found": "Publication dates found",
    "date wrong and sure count": "Dates called sure and wrong",
    "topics macro f1": "Topics of an article (mean F1)",
    "key sentence precision": "Extracts an editor would choose",
    "topic sentence first": "Best sentence of a topic put first",
    "actors found": "Actors found",
    "spellings together": "Spellings of one name brought together",
    "amounts f1": "Sums of money (F1)",
    "stories f1": "Articles on one event together (F1)",
}
"""What is measured on texts that the program had not seen, in words."""
_SET = "own-"
_FIRST = "first sight"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSight:
    """What the program made of sets of texts when it first saw them."""

    sets: tuple[str, ...]
    """`second set`, in the order in which they were made."""
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    """(measure, its figure for each set)."""


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
    first: FirstSight
    measures: tuple[Measure, ...]


def about(site: Site, evaluation: Mapping[str, Any]) -> AboutView:
    """Return the page; `evaluation` is `{"measures": [{"name", "value", "data", "compared"}]}`.

    Its `sections` with a column `first sight` hold what the program made of texts unseen.
    """
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
        first=_first_sight(evaluation),
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


def _first_sight(evaluation: Mapping[str, Any]) -> FirstSight:
    seen: dict[str, dict[str, Any]] = {}
    for section in evaluation.get("sections", ()):
        columns = list(section.get("columns", ()))
        if _FIRST in columns:
            place, name = columns.index(_FIRST), str(section.get("key", "")).removeprefix(_SET)
            seen[f"{name} set"] = {str(row[0]): row[place] for row in section.get("rows", ())}
    rows = (
        (words, tuple(_figure(measure, held.get(measure)) for held in seen.values()))
        for measure, words in MEASURES.items()
    )
    return FirstSight(sets=tuple(seen), rows=tuple(rows) if seen else ())


def _figure(measure: str, value: Any) -> str:
    if not isinstance(value, int | float):
        return ""
    return str(int(value)) if measure.endswith("count") else f"{value:.3f}"


def _mailbox(text: str) -> bool:
    name, at, host = text.partition("@")
    return bool(at) and all(c.isalnum() or c in ".-_+" for c in name + host)
