"""Which topics an article is on, by which sentences, and which words say so.

A sentence is on a topic when the weights of the different terms in it reach `SENTENCE`. An article
is on the topics of its sentences when their weights reach `ARTICLE` together, provided that it
speaks of the topic's context (the beat) and does not only mention it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from digest.models import OnTopic
from digest.terms import Matcher

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.models import Cleaned, Ranked, Sentence
    from digest.settings import Term, TopicSettings
    from digest.terms import Match

SENTENCE = 0.75
"""Weight of different terms that puts a sentence on the topic; the weights' unit."""
ARTICLE = 1.0
"""Weight of all its sentences that puts an article on the topic; title and lead count double."""
TITLED = 0.5
"""Weight that a sentence needs where the title is on the topic."""
LEAD = 3
"""Sentences of the body that count as its lead."""
ON_THE_BEAT = 0.2
"""Share of sentences that name the context from which an article as a whole speaks of it."""
NEAR_THE_BEAT = 0.1
"""The same from which single sentences may; below, the beat is only mentioned."""
PRIMARY = 0.25
"""Share of sentences on a topic that makes it a primary one without title or lead."""
MAIN = 0.1
"""The same for the topic with the most sentences of an article that has no primary one."""
CARRIED = 0.5
"""Share of paragraphs on a topic from which the paragraphs between them are on it too."""
REACH = 3
"""Paragraphs without a term that such a topic carries over."""

_Use = Literal["terms", "exclude", "context"]


@dataclass(frozen=True, slots=True)
class _Compiled:
    matcher: Matcher
    terms: tuple[tuple[int, _Use, float], ...]
    """(topic, what the term is for, weight) by term number."""


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What one text (a sentence, the title) says for one topic."""

    weight: float = 0.0
    words: tuple[str, ...] = ()
    context: bool = False


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
    compiled, language = _compile(settings), cleaned.language
    headline = "" if cleaned.title.derived else cleaned.title.text
    title = _evidence(compiled, headline, language, len(settings))
    body = [_evidence(compiled, one.text, language, len(settings)) for one in sentences]
    chosen = cleaned.document.raw.front.topics
    columns = [[row[number] for row in body] for number in range(len(settings))]
    if chosen is None:
        columns = [
            _on_the_beat(head, column) if topic.context else column
            for topic, head, column in zip(settings, title, columns, strict=True)
        ]
    on = [_on(head, column) for head, column in zip(title, columns, strict=True)]
    taken = [any(flags) for flags in zip(*on, strict=True)]
    places = {one.sentence: place for place, one in enumerate(ranking)}
    found = {}
    for topic, head, column, flags in zip(settings, title, columns, on, strict=True):
        if chosen is None and not _is_topic(head, column, flags):
            continue
        role = _role(head, flags)
        carried = _carried(sentences, flags, taken) if role == "primary" else flags
        found[topic.slug] = _on_topic(topic.slug, role, head, sentences, column, carried, places)
    if chosen is None:
        return tuple(sorted(_with_primary(found, on, settings), key=lambda topic: topic.role))
    return tuple(
        replace(found[slug], role="primary", by_editor=True)
        for slug in dict.fromkeys(chosen)
        if slug in found
    )


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
    """What `text` says for each topic."""
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


def _on_the_beat(title: _Evidence, column: list[_Evidence]) -> list[_Evidence]:
    """`column` without the evidence that does not belong to the beat."""
    share = sum(row.context for row in column) / max(1, len(column))
    if title.context or share >= ON_THE_BEAT:
        return column
    if share < NEAR_THE_BEAT:
        return [_Evidence()] * len(column)
    near = [row.context or (i > 0 and column[i - 1].context) for i, row in enumerate(column)]
    return [row if here else _Evidence() for row, here in zip(column, near, strict=True)]


def _on(title: _Evidence, column: list[_Evidence]) -> list[bool]:
    """Which sentences are on the topic by their own words."""
    enough = TITLED if title.weight >= SENTENCE else SENTENCE
    return [row.weight >= enough for row in column]


def _is_topic(title: _Evidence, column: list[_Evidence], on: list[bool]) -> bool:
    weights = [row.weight * (1 + (i < LEAD)) for i, row in enumerate(column) if on[i]]
    return bool(weights) and sum(weights) + 2 * title.weight >= ARTICLE


def _role(title: _Evidence, on: list[bool]) -> Literal["primary", "secondary"]:
    share = sum(on) / max(1, len(on))
    if title.weight >= SENTENCE or any(on[:LEAD]) or share >= PRIMARY:
        return "primary"
    return "secondary"


def _with_primary(
    found: dict[str, OnTopic], on: list[list[bool]], settings: tuple[TopicSettings, ...]
) -> list[OnTopic]:
    """`found`; where none is primary, the one with the most sentences is, if they are many."""
    topics_ = list(found.values())
    if not topics_ or any(topic.role == "primary" for topic in topics_):
        return topics_
    counts = {topic.slug: sum(flags) for topic, flags in zip(settings, on, strict=True)}
    most = max(counts[topic.slug] for topic in topics_)
    if most < MAIN * len(on[0]):
        return topics_
    return [replace(t, role="primary") if counts[t.slug] == most else t for t in topics_]


def _carried(sentences: Sequence[Sentence], on: list[bool], taken: list[bool]) -> list[bool]:
    """`on`, short gaps between paragraphs filled where the topic is what most of them are about.

    A story told over many paragraphs does not repeat its key words in each. Paragraphs that are
    on another topic (`taken`) stay with it.
    """
    paragraphs = list(dict.fromkeys(one.paragraph for one in sentences))
    direct = {one.paragraph for one, yes in zip(sentences, on, strict=True) if yes}
    other = {one.paragraph for one, yes in zip(sentences, taken, strict=True) if yes}
    if len(direct) < CARRIED * len(paragraphs):
        return on
    filled: set[int] = set()
    gap: list[int] = []
    for paragraph in (*paragraphs, None):
        if paragraph is None or paragraph in direct:
            filled.update(gap if len(gap) <= REACH else ())
            gap = []
        else:
            gap.append(paragraph)
    return [
        yes or (one.paragraph in filled and one.paragraph not in other)
        for one, yes in zip(sentences, on, strict=True)
    ]


def _on_topic(
    slug: str,
    role: Literal["primary", "secondary"],
    title: _Evidence,
    sentences: Sequence[Sentence],
    column: list[_Evidence],
    on: list[bool],
    places: dict[str, int],
) -> OnTopic:
    members = [i for i, yes in enumerate(on) if yes]
    words = [word for i in members for word in column[i].words]
    head = title.words if title.weight >= SENTENCE else ()
    order = sorted(members, key=lambda i: (-_score(i, column[i]), i))
    return OnTopic(
        slug=slug,
        role=role,
        terms=tuple(dict.fromkeys((*head, *words))),
        sentences=tuple(sentences[i].id for i in order),
        why=tuple((sentences[i].id, column[i].words) for i in order),
    )


def _score(place: int, row: _Evidence) -> float:
    return min(row.weight, 3.0) ** 0.5 * (0.5 + math.exp(-place / 6))
