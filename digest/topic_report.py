"""How the terms of each topic do in a set of articles: what `digest topics` prints."""

from __future__ import annotations

import difflib
import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.terms import Matcher, places_of
from digest.text import fold, words
from digest.wordlists import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.models import Article
    from digest.settings import Term, TopicSettings

HALF = 0.5
"""Share of the articles from which a term separates nothing."""
FEW = 4
"""Articles below which half of them says nothing."""
NEAR = 0.83
"""difflib's ratio from which a word may be a misspelling: one letter in six wrong is .833."""
SEPARATORS = 5
"""Words proposed for each topic."""
SURE = 1.96
"""z-score of a proposed word's log-odds: 5 % by chance."""
SPREAD = 3
"""Articles in which a proposed word stands at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermUse:
    """One term and how often it matched, before exclusions and the beat."""

    term: Term
    matches: int
    articles: int
    near: tuple[str, ...] = ()
    """Words of the articles that a silent term may have meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Separator:
    """A word that no term covers and that sets the topic's sentences apart from the others."""

    word: str
    z: float
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicUse:
    """One topic's articles and terms."""

    slug: str
    articles: int
    primary: int
    sentences: int
    terms: tuple[TermUse, ...]
    """In the order of `digest.yml`."""
    foreign: int
    """Terms of languages that no article has; they are not counted as silent."""
    separators: tuple[Separator, ...]
    closest: tuple[str, tuple[str, ...]] | None
    """For an empty topic the article that comes nearest: (source, words that matched)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicReport:
    """All topics."""

    articles: int
    off: int
    """Articles on no topic."""
    topics: tuple[TopicUse, ...]
    unknown: tuple[str, ...]
    """Slugs in front matter that `digest.yml` does not have."""


def report(articles: Sequence[Article], settings: tuple[TopicSettings, ...]) -> TopicReport:
    """Count what the terms of `settings` match in `articles`, whether or not it counted."""
    known = {topic.slug for topic in settings}
    wanted = (a.cleaned.document.raw.front.topics or () for a in articles)
    vocabulary = _vocabulary(articles)
    return TopicReport(
        articles=len(articles),
        off=sum(not article.topics for article in articles),
        topics=tuple(_topic(topic, articles, vocabulary) for topic in settings),
        unknown=tuple(sorted({slug for slugs in wanted for slug in slugs} - known)),
    )


def _topic(
    topic: TopicSettings, articles: Sequence[Article], vocabulary: dict[str, list[str]]
) -> TopicUse:
    matcher = Matcher(topic.terms)
    matches: Counter[int] = Counter()
    spread: Counter[int] = Counter()
    closest: tuple[float, str, tuple[str, ...]] | None = None
    for article in articles:
        language = article.cleaned.language
        texts = [article.cleaned.title.text, *(one.text for one in article.sentences)]
        found = [(text, match) for text in texts for match in matcher.find(text, language)]
        matches.update(match.term for _, match in found)
        here = sorted({match.term for _, match in found})
        spread.update(here)
        weight = sum(topic.terms[number].weight for number in here)
        if weight and (closest is None or weight > closest[0]):
            said = dict.fromkeys(text[match.start : match.end] for text, match in found)
            closest = (weight, article.source, tuple(said))
    languages = {article.cleaned.language for article in articles}
    spoken = [None in languages or term.language in {None, *languages} for term in topic.terms]
    members = [one for article in articles for one in article.topics if one.slug == topic.slug]
    return TopicUse(
        slug=topic.slug,
        articles=len(members),
        primary=sum(one.role == "primary" for one in members),
        sentences=sum(len(one.sentences) for one in members),
        terms=tuple(
            TermUse(
                term=term,
                matches=matches[number],
                articles=spread[number],
                near=() if matches[number] else _near(term, vocabulary),
            )
            for number, term in enumerate(topic.terms)
            if spoken[number]
        ),
        foreign=spoken.count(False),
        separators=_separators(topic, articles),
        closest=None if members or closest is None else closest[1:],
    )


def _vocabulary(articles: Iterable[Article]) -> dict[str, list[str]]:
    """Folded words of the articles by their first letter, sorted."""
    found = {
        fold(word)
        for article in articles
        for text in (article.cleaned.title.text, *(one.text for one in article.sentences))
        for word in words(text)
    }
    by_letter: dict[str, list[str]] = {}
    for word in sorted(found - {""}):
        by_letter.setdefault(word[0], []).append(word)
    return by_letter


def _near(term: Term, vocabulary: dict[str, list[str]]) -> tuple[str, ...]:
    """Words like those of `term`, for places of it that no word of the articles can fill."""
    near: dict[str, None] = {}
    for place in places_of(term):
        alike = {}
        for key, stem in place:
            here = vocabulary.get(key[:1], [])
            alike[key] = {word[: len(key)] if stem else word: word for word in reversed(here)}
        if any(key in alike[key] for key, _ in place):
            continue
        for key, _ in place:
            close = [word for word in alike[key] if abs(len(word) - len(key)) <= 1]
            found = difflib.get_close_matches(key, close, 1, cutoff=NEAR) if len(key) > FEW else ()
            near |= {alike[key][word]: None for word in found}
    return tuple(near)


def _separators(topic: TopicSettings, articles: Sequence[Article]) -> tuple[Separator, ...]:
    """Words by the log-odds of standing in the topic's sentences (with a Dirichlet prior).

    After Monroe, Colaresi and Quinn, "Fightin' Words" (Political Analysis 16, 2008), counted in
    sentences; the prior is the word's frequency in all sentences.
    """
    covered = Matcher((*topic.terms, *topic.exclude, *topic.context))
    inside: Counter[str] = Counter()
    outside: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    for article in articles:
        on = {s for one in article.topics if one.slug == topic.slug for s in one.sentences}
        said: set[str] = set()
        plain = FUNCTION_WORDS.get(article.cleaned.language or "", frozenset())
        for sentence in article.sentences:
            folded = set(map(fold, words(sentence.text))) - plain
            (inside if sentence.id in on else outside).update(folded)
            said |= folded if sentence.id in on else set()
        spread.update(said)
    totals = inside.total(), outside.total()
    scored = [
        Separator(word=word, z=round(z, 2), articles=spread[word])
        for word in sorted(inside)
        if spread[word] >= SPREAD
        and (z := _log_odds((inside[word], outside[word]), totals)) >= SURE
        and not covered.find(word)
    ]
    return tuple(sorted(scored, key=lambda one: (-one.z, one.word))[:SEPARATORS])


def _log_odds(counts: tuple[int, int], totals: tuple[int, int]) -> float:
    """z-score of the log-odds ratio of a word that stands `counts` times among `totals` words."""
    prior, all_priors = sum(counts), sum(totals)
    inside, outside = counts[0] + prior, counts[1] + prior
    others_in, others_out = totals[0] + all_priors - inside, totals[1] + all_priors - outside
    if others_in <= 0 or others_out <= 0:
        return 0.0
    ratio = math.log(inside / others_in) - math.log(outside / others_out)
    return ratio / math.sqrt(1 / inside + 1 / outside)


def text(found: TopicReport) -> str:
    """Return the report for a person, one block a topic."""
    blocks = [f"{_count(found.articles, 'article')}, {found.off} on no topic"]
    if found.unknown:
        blocks.append(
            f"unknown topics in front matter: {', '.join(found.unknown)}; correct the slug there "
            "or add the topic to digest.yml"
        )
    blocks += ["\n".join(_lines(topic, found.articles)) for topic in found.topics]
    return "\n\n".join(blocks)


def _lines(topic: TopicUse, articles: int) -> list[str]:
    role = f"{_count(topic.articles, 'article')} ({topic.primary} primary)"
    lines = [f"{topic.slug}: {role}, {_count(topic.sentences, 'sentence')}"]
    if topic.closest:
        source, said = topic.closest
        lines.append(f"  no article; the closest is {source}, by {', '.join(said[:SEPARATORS])}")
    at_work = sorted((one for one in topic.terms if one.matches), key=lambda one: -one.matches)
    lines += [
        f"  {one.matches:6} in {_count(one.articles, 'article'):14} {one.term.pattern}"
        for one in at_work
    ]
    broad = [o.term.pattern for o in at_work if FEW <= articles <= o.articles / HALF]
    if broad:
        lines.append(f"  in half of all articles or more, separates little: {'; '.join(broad)}")
    silent = [one for one in topic.terms if not one.matches]
    lines += [
        f"  never: {one.term.pattern}; perhaps you meant {', '.join(one.near)}"
        for one in silent
        if one.near
    ]
    if rest := [one.term.pattern for one in silent if not one.near]:
        lines.append(f"  never: {'; '.join(rest)}")
    if topic.foreign:
        lines.append(f"  {_count(topic.foreign, 'term')} of languages that no article has")
    if topic.separators:
        better = ", ".join(f"{one.word} ({one.articles} articles)" for one in topic.separators)
        lines.append(f"  words that would separate it better: {better}")
    return lines


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
