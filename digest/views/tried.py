"""A topic without a sentence: what was looked for, in a reader's words, and the closest article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.models import Pick
from digest.terms import Matcher
from digest.views.parts import Count, Item, Link, SliceView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.settings import Term, TopicSettings
    from digest.views.site import Site

EXAMPLES = 8
"""Words that show what a topic looks for; its description says what it is about."""
_PLAIN = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")
"""A pattern that is words and nothing else: what stands for other words is no reader's language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What an empty topic looked for, and the closest it came."""

    terms: Count
    examples: tuple[str, ...]
    """Some of them, as words."""
    sentences: Count
    articles: Count
    closest: Item | None
    article: Link | None
    """Where the closest sentence stands."""
    matched: tuple[SliceView, ...]
    """Words of it that the topic looks for."""


def tried(site: Site, settings: TopicSettings) -> Tried:
    """Return what was tried; the closest sentence is the one with most words of the topic."""
    best = _closest(site, settings.terms)
    closest = site.item(Pick(article=best[0], sentence=best[1])) if best else None
    entry = site.entries[best[0]] if best else None
    return Tried(
        terms=Count(name=f"topic:{settings.slug}.terms", value=len(settings.terms)),
        examples=tuple(_examples(settings.terms)),
        sentences=Count(name="site.sentences", value=len(site.sentences)),
        articles=Count(name="site.articles", value=len(site.entries)),
        closest=closest,
        article=site.link(entry, site.article_paths[entry.article.id]) if entry else None,
        matched=tuple(site.slice(entry, text, line=closest.sentence.line) for text in best[2])
        if best and entry and closest
        else (),
    )


def _closest(site: Site, terms: Sequence[Term]) -> tuple[str, str, tuple[str, ...]] | None:
    """Return the article, the sentence and the words of it that match most terms."""
    matcher = Matcher(terms)
    best: tuple[str, str, tuple[str, ...]] | None = None
    most = 0
    for (key, name), sentence in site.sentences.items():
        found = matcher.find(sentence.text, site.entries[key].article.cleaned.language)
        if len(found) > most:
            most = len(found)
            best = (key, name, tuple(dict.fromkeys(sentence.text[m.start : m.end] for m in found)))
    return best


def _examples(terms: Sequence[Term]) -> list[str]:
    """Return patterns that are plain words, those that say most by themselves first.

    The star at the end of a stem is left out: `embargo*` looks for the word and its forms.
    """
    strong = sorted(terms, key=lambda term: -term.weight)
    words = (term.pattern.removesuffix("*") for term in strong if term.language in {None, "en"})
    return list(dict.fromkeys(word for word in words if _PLAIN.fullmatch(word)))[:EXAMPLES]
