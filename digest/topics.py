"""Which topics an article is on, by which sentences, and which words say so."""

from __future__ import annotations

from collections.abc import Sequence

from digest.models import Cleaned, OnTopic, Ranked, Sentence
from digest.settings import TopicSettings
from digest.terms import Matcher


def topics(
    cleaned: Cleaned,
    sentences: Sequence[Sentence],
    ranking: Sequence[Ranked],
    settings: tuple[TopicSettings, ...],
) -> tuple[OnTopic, ...]:
    found = []
    for topic in settings:
        matcher = Matcher(topic.terms)
        why = []
        for sentence in sentences:
            hits = matcher.find(sentence.text, cleaned.language)
            if hits:
                why.append(
                    (
                        sentence.id,
                        tuple(dict.fromkeys(sentence.text[m.start : m.end] for m in hits)),
                    )
                )
        if why:
            found.append(
                OnTopic(
                    slug=topic.slug,
                    role="primary",
                    terms=tuple(dict.fromkeys(t for _, ts in why for t in ts)),
                    sentences=tuple(s for s, _ in why),
                    why=tuple(why),
                )
            )
    return tuple(found)
