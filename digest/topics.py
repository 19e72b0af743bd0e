"""Which topics an article is on, by which sentences, and which words say so.

A sentence is on a topic when the weights of the different terms in it reach 1; an article is on
the topics of its sentences, provided it speaks of the topic's context (the beat) at all.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from digest.models import OnTopic
from digest.terms import Matcher

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.models import Cleaned, Ranked, Sentence
    from digest.settings import Term, TopicSettings
    from digest.terms import Match

ENOUGH = 1.0
"""Weight of different terms from which a sentence is on the topic; the weights' unit."""
LEAD = 3
"""Sentences of the body that count as its lead."""
ON_THE_BEAT = 0.25
"""Share of sentences that name the context from which an article as a whole speaks of it."""
NEAR_THE_BEAT = 0.1
"""The same from which single sentences may; below, the beat is only mentioned."""
CARRIED = 0.5
"""Share of paragraphs on a topic from which the paragraphs between them are on it too."""
REACH = 4
"""Paragraphs without a term that such a topic carries over."""
PRIMARY = 0.25
"""Share of sentences on a topic that makes it a primary one without title or lead."""

_Use = Literal["terms", "exclude", "context"]


@dataclass(frozen=True, slots=True)
class _Compiled:
    matcher: Matcher
    terms: tuple[tuple[int, _Use, float], ...]
    """(topic, what the term is for, weight) by term number."""


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What one text (a sentence, the title) says for one topic."""

    weight: float
    words: tuple[str, ...]
    context: bool

    @property
    def enough(self) -> bool:
        return self.weight >= ENOUGH


def topics(
    cleaned: Cleaned,
    sentences: Sequence[Sentence],
    ranking: Sequence[Ranked],
    settings: tuple[TopicSettings, ...],
) -> tuple[OnTopic, ...]:
    """Topics of the article, primary ones first, else in the order of `settings`.

    An editor's list in the front matter is taken as it stands, in its order; slugs that `settings`
    does not have are left out.
    """
    compiled = _compile(settings)
    many, language = len(settings), cleaned.language
    title = _evidence(compiled, "" if cleaned.title.derived else cleaned.title.text, language, many)
    body = [_evidence(compiled, sentence.text, language, many) for sentence in sentences]
    chosen = cleaned.document.raw.front.topics
    found = []
    for number, topic in enumerate(settings):
        rows = [row[number] for row in body]
        if chosen is None:
            rows = _on_the_beat(title[number], rows, bool(topic.context))
        on = [row.enough for row in rows]
        if chosen is not None or any(on):
            role = _role(title[number], on)
            carried = _carry(sentences, on)
            found.append(_on_topic(topic.slug, role, title[number], sentences, rows, carried))
    if chosen is not None:
        by_slug = {topic.slug: topic for topic in found}
        return tuple(
            _by_editor(by_slug[slug]) for slug in dict.fromkeys(chosen) if slug in by_slug
        )
    return tuple(sorted(found, key=lambda topic: topic.role))


def _by_editor(topic: OnTopic) -> OnTopic:
    from dataclasses import replace
    return replace(topic, role="primary", by_editor=True)


@lru_cache(maxsize=4)
def _compile(settings: tuple[TopicSettings, ...]) -> _Compiled:
    terms: list[Term] = []
    uses: list[tuple[int, _Use, float]] = []
    for number, topic in enumerate(settings):
        groups: tuple[tuple[_Use, tuple[Term, ...]], ...] = (
            ("terms", topic.terms),
            ("exclude", topic.exclude),
            ("context", topic.context),
        )
        for use, group in groups:
            terms += group
            uses += [(number, use, term.weight) for term in group]
    return _Compiled(Matcher(terms), tuple(uses))


def _evidence(
    compiled: _Compiled, text: str, language: str | None, many: int
) -> tuple[_Evidence, ...]:
    hits: list[dict[_Use, list[Match]]] = [
        {"terms": [], "exclude": [], "context": []} for _ in range(many)
    ]
    for match in compiled.matcher.find(text, language):
        topic, use, _ = compiled.terms[match.term]
        hits[topic][use].append(match)
    found = []
    for row in hits:
        kept = _apart(row["terms"], row["exclude"], compiled)
        weights = {match.term: compiled.terms[match.term][2] for match in kept}
        words = tuple(dict.fromkeys(text[match.start : match.end] for match in kept))
        found.append(_Evidence(sum(weights.values()), words, bool(row["context"])))
    return tuple(found)


def _apart(matches: list[Match], excluded: list[Match], compiled: _Compiled) -> list[Match]:
    """Matches outside `excluded` that do not overlap: the heavier, longer, earlier one stays."""
    order = sorted(
        matches, key=lambda m: (-compiled.terms[m.term][2], m.start - m.end, m.start, m.term)
    )
    taken = [(match.start, match.end) for match in excluded]
    kept = []
    for match in order:
        if all(match.end <= start or end <= match.start for start, end in taken):
            taken.append((match.start, match.end))
            kept.append(match)
    return sorted(kept, key=lambda m: m.start)


def _on_the_beat(title: _Evidence, rows: list[_Evidence], context: bool) -> list[_Evidence]:
    """`rows` with the evidence gone where it does not belong to the beat."""
    share = sum(row.context for row in rows) / max(1, len(rows))
    if not context or title.context or share >= ON_THE_BEAT:
        return rows
    nothing = _Evidence(0.0, (), context=False)
    if share < NEAR_THE_BEAT:
        return [nothing] * len(rows)
    near = [row.context or (i > 0 and rows[i - 1].context) for i, row in enumerate(rows)]
    return [row if is_near else nothing for row, is_near in zip(rows, near, strict=True)]


def _role(title: _Evidence, on: list[bool]) -> Literal["primary", "secondary"]:
    share = sum(on) / max(1, len(on))
    if title.enough or any(on[:LEAD]) or share >= PRIMARY:
        return "primary"
    return "secondary"


def _carry(sentences: Sequence[Sentence], on: list[bool]) -> list[bool]:
    """`on`, with the gaps filled where the topic is what most paragraphs are about."""
    paragraphs = sorted({s.paragraph for s in sentences})
    direct = {s.paragraph for s, yes in zip(sentences, on, strict=True) if yes}
    if len(direct) < CARRIED * len(paragraphs):
        return on
    carried = set(direct)
    gap: list[int] = []
    last = False
    for paragraph in paragraphs:
        if paragraph in direct:
            if len(gap) <= REACH:
                carried.update(gap)
            gap = []
        else:
            gap.append(paragraph)
    if len(gap) <= REACH:
        carried.update(gap)
    return [yes or (s.paragraph in carried and s.paragraph not in direct) for s, yes in zip(sentences, on, strict=True)]


def _on_topic(slug, role, title, sentences, rows, on) -> OnTopic:
    scored = [
        (-_score(i, rows[i]), i) for i, yes in enumerate(on) if yes
    ]
    order = [i for _, i in sorted(scored)]
    words = dict.fromkeys(
        (*(title.words if title.enough else ()), *(w for i in sorted(order) for w in rows[i].words))
    )
    return OnTopic(
        slug=slug,
        role=role,
        terms=tuple(words),
        sentences=tuple(sentences[i].id for i in order),
        why=tuple((sentences[i].id, rows[i].words) for i in order),
    )


def _score(place: int, row: _Evidence) -> float:
    return min(row.weight, 3.0) ** 0.5 * (0.5 + math.exp(-place / 6))
