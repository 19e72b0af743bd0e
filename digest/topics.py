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
from digest.terms import Matcher, apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.models import Cleaned, Ranked, Sentence
    from digest.settings import Term, TopicSettings
    from digest.terms import Match

SENTENCE = 0.75
"""Weight of different terms that puts a sentence on the topic; sets the scale of the weights."""
ARTICLE = 1.0
"""Weight of all its sentences that puts an article on the topic. With .75 (no second threshold)
a single "protest literature" or "security services" made topics of 2 of 49 labelled articles."""
TITLED = 0.5
"""Weight that a sentence needs where the title is on the topic."""
LEAD = 3
"""Sentences of the body that count as its lead; their weight and the title's count twice."""
ON_THE_BEAT = 0.25
"""Share of sentences that name the context from which an article as a whole speaks of it. The
labelled articles off the beat have 0 to .17; .15 lets one of them in, .2 to .3 are alike."""
NEAR_THE_BEAT = 0.1
"""The same from which single sentences may speak of it; below, the beat is only mentioned."""
PRIMARY = 0.25
"""Share of sentences on a topic that makes it a primary one without title or lead."""
MAIN = 0.1
"""The same for the topic with the most sentences of an article that has no primary one."""
CARRIED = 0.5
"""Share of paragraphs on a topic from which it carries over to those between them. Paragraph F1
on labelled news: never .93, from .4 .958, .5 .959, .6 .951."""
REACH = 3
"""Paragraphs without a term that it carries over: 2 .958, 3 .959, 4 .954."""
ENOUGH = 2.0
"""Weight above which more terms make no better sentence."""
SLOPE = 4
"""Sentences over which the first one's advantage (a factor of 2) falls to 1/e. The topic's best
sentence is first on 36 labelled news topics .69, on 40 of our own .80; with 10 .75 and .68."""

Role = Literal["primary", "secondary"]
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
    firm: float = 0.0
    """The same without terms that put no sentence on the topic by themselves."""
    words: tuple[str, ...] = ()
    context: bool = False


@dataclass(frozen=True, slots=True)
class _Case:
    """What an article says for one topic, sentence by sentence."""

    slug: str
    title: _Evidence
    rows: tuple[_Evidence, ...]
    on: tuple[bool, ...]
    """Which sentences are on the topic by their own words."""

    @property
    def titled(self) -> bool:
        return self.title.weight >= SENTENCE

    @property
    def stands(self) -> bool:
        """Whether the article is on the topic."""
        own = sum(
            max(row.firm, SENTENCE) * (1 + (place < LEAD))
            for place, (row, yes) in enumerate(zip(self.rows, self.on, strict=True))
            if yes
        )
        return any(self.on) and own + 2 * self.title.weight >= ARTICLE

    @property
    def role(self) -> Role:
        share = sum(self.on) / max(1, len(self.on))
        main = self.titled or any(self.on[:LEAD]) or share >= PRIMARY
        return "primary" if main else "secondary"


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
    chosen = cleaned.document.raw.front.topics
    cases = _cases(cleaned, sentences, settings, gate=chosen is None)
    if chosen is None:
        cases = [case for case in cases if case.stands]
    taken = _taken(cases, len(sentences))
    places = {one.sentence: place for place, one in enumerate(ranking)}
    headlined = any(case.titled for case in cases)
    found = []
    for case in cases:
        leads = case.role == "primary" and (case.titled or not headlined)
        on = _carried(sentences, case.on, taken) if leads else case.on
        found.append(_on_topic(case, sentences, on, places))
    if chosen is None:
        return tuple(sorted(_with_primary(found, cases), key=lambda topic: topic.role))
    by_slug = {topic.slug: topic for topic in found}
    return tuple(
        replace(by_slug[slug], role="primary", by_editor=True)
        for slug in dict.fromkeys(chosen)
        if slug in by_slug
    )


def _cases(
    cleaned: Cleaned,
    sentences: Sequence[Sentence],
    settings: tuple[TopicSettings, ...],
    *,
    gate: bool,
) -> list[_Case]:
    """One case for each topic; without `gate` the beat does not matter."""
    compiled, language, many = _compile(settings), cleaned.language, len(settings)
    headline = "" if cleaned.title.derived else cleaned.title.text
    titles = _evidence(compiled, headline, language, many)
    body = [_evidence(compiled, one.text, language, many) for one in sentences]
    led = any(row.context and row.weight >= SENTENCE for row in body[0]) if body else False
    cases = []
    for number, topic in enumerate(settings):
        title, rows = titles[number], tuple(row[number] for row in body)
        if gate and topic.context:
            title, rows = _on_the_beat(title, rows, led=led)
        enough = TITLED if title.weight >= SENTENCE else SENTENCE
        on = tuple(row.weight >= enough for row in rows)
        if on and not any(on) and (title.weight >= SENTENCE or not gate):
            on = (True, *on[1:])  # a headline speaks of its lead
        cases.append(_Case(topic.slug, title, rows, on))
    return cases


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
    """Read what `text` says for each topic."""
    hits: dict[int, dict[_Use, list[Match]]] = {}
    for match in compiled.matcher.find(text, language):
        topic, use, _ = compiled.terms[match.term]
        row = hits.setdefault(topic, {"terms": [], "exclude": [], "context": []})
        row[use].append(match)
    found = [_Evidence()] * many
    for topic, row in hits.items():
        weights = {match.term: compiled.terms[match.term][2] for match in row["terms"]}
        kept = apart(row["terms"], row["exclude"], weights)
        weights = {match.term: weights[match.term] for match in kept}
        words = tuple(dict.fromkeys(text[match.start : match.end] for match in kept))
        firm = sum(weight for weight in weights.values() if weight >= SENTENCE)
        found[topic] = _Evidence(sum(weights.values()), firm, words, bool(row["context"]))
    return tuple(found)


def _on_the_beat(
    title: _Evidence, rows: tuple[_Evidence, ...], *, led: bool
) -> tuple[_Evidence, tuple[_Evidence, ...]]:
    """`title` and `rows` without the evidence that does not belong to the beat.

    A first sentence that names the beat and a topic (`led`) speaks for the whole, as headlines do.
    """
    share = sum(row.context for row in rows) / max(1, len(rows))
    if title.context or led or share >= ON_THE_BEAT:
        return title, rows
    if share < NEAR_THE_BEAT:
        return _Evidence(), tuple(_Evidence() for _ in rows)
    near = [row.context or (i > 0 and rows[i - 1].context) for i, row in enumerate(rows)]
    return _Evidence(), tuple(
        row if here else _Evidence() for row, here in zip(rows, near, strict=True)
    )


def _taken(cases: list[_Case], many: int) -> tuple[bool, ...]:
    """Sentences that belong to a main topic, or to any by more than one weak word."""
    return tuple(
        any(
            case.on[i] and (case.role == "primary" or case.rows[i].weight >= ARTICLE)
            for case in cases
        )
        for i in range(many)
    )


def _carried(
    sentences: Sequence[Sentence], on: tuple[bool, ...], taken: tuple[bool, ...]
) -> tuple[bool, ...]:
    """`on`, short gaps between paragraphs filled where the topic is what most of them are about.

    A story told over many paragraphs does not repeat its key words in each. Paragraphs that are
    on another topic (`taken`) stay with it. Where the headline names topics, only these carry over.
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
    return tuple(
        yes or (one.paragraph in filled and one.paragraph not in other)
        for one, yes in zip(sentences, on, strict=True)
    )


def _on_topic(
    case: _Case, sentences: Sequence[Sentence], on: tuple[bool, ...], places: dict[str, int]
) -> OnTopic:
    members = [i for i, yes in enumerate(on) if yes]
    words = [word for i in members for word in case.rows[i].words]
    order = sorted(
        members,
        key=lambda i: (-_score(i, case.rows[i]), places.get(sentences[i].id, len(places)), i),
    )
    return OnTopic(
        slug=case.slug,
        role=case.role,
        terms=tuple(dict.fromkeys((*(case.title.words if case.titled else ()), *words))),
        sentences=tuple(sentences[i].id for i in order),
        why=tuple((sentences[i].id, case.rows[i].words) for i in order),
    )


def _score(place: int, row: _Evidence) -> float:
    """How well a sentence stands for the topic: its terms, and its place as in any news text."""
    return math.sqrt(min(row.weight, ENOUGH)) * (1 + math.exp(-place / SLOPE))


def _with_primary(found: list[OnTopic], cases: list[_Case]) -> list[OnTopic]:
    """`found`; where none is primary, those with the most sentences are, if these are many."""
    counts = [sum(case.on) for case in cases]
    most = max(counts, default=0)
    if any(topic.role == "primary" for topic in found) or not found:
        return found
    if most < MAIN * len(cases[0].on):
        return found
    return [
        replace(topic, role="primary") if count == most else topic
        for topic, count in zip(found, counts, strict=True)
    ]
