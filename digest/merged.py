"""What stays the same over articles: one actor, one figure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from digest.extract.spelling import is_first_name
from digest.models import Amount, Quantity
from digest.text import base_id, content_id, fold, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.models import Article, Entry


_PERIOD = re.compile(r"(?:\d{4}(?:-\d\d)?|undated)(?:-\d+)?")


@lru_cache(maxsize=1 << 16)
def actor_key(name: str) -> str:
    """Return an actor's key, which is also the last part of its page's address.

    Names that differ in case, accents or hyphens only are one actor. Letters that ASCII cannot
    spell are kept apart by 8 hex digits of the folded name, and so is one whose page would be the
    index of its folder.
    """
    folded = fold(name)
    short = slug(name)
    letters = sum(c.isalnum() for c in folded)
    if len(short.replace("-", "")) >= letters and short != "index":
        return short
    return "-".join(part for part in (short, content_id(folded.encode())[:8]) if part)


def is_bare(name: str) -> bool:
    """Say whether a name is a first name alone, which names nobody outside its text."""
    return " " not in name and is_first_name(name)


def outlet_key(name: str) -> str:
    """Return an outlet's key, which is also the last part of its page's address.

    As an actor's; one that reads as a month of `sources/` is told from it.
    """
    key = actor_key(name)
    return f"{key}-outlet" if _PERIOD.fullmatch(key) else key


def text_of(entry: Entry) -> str:
    """Return the independent text that an article is: its copy group, or itself."""
    return entry.grouping.copy_group or entry.article.id


def texts(entries: Iterable[Entry]) -> int:
    """Count the independent texts among some articles."""
    return len({text_of(entry) for entry in entries})


def standing(entries: Iterable[Entry]) -> dict[str, tuple[int, int]]:
    """Return per sentence id without `-n` the articles and the independent texts that have it."""
    where: dict[str, dict[str, str]] = {}
    for entry in entries:
        for sentence in entry.article.sentences:
            where.setdefault(base_id(sentence.id), {})[entry.article.id] = text_of(entry)
    return {key: (len(at), len(set(at.values()))) for key, at in where.items()}


def leaning(entries: Iterable[Entry]) -> dict[tuple[str, str], str]:
    """Return the sentence before, by article and sentence, of each that leans on it."""
    ranked = ((entry.article.id, r) for entry in entries for r in entry.article.ranking)
    return {(article, r.sentence): r.context for article, r in ranked if r.context}


def kind(figure: Figure) -> Kind:
    """Return what a figure is: a sum, a price per unit, a share or a count."""
    if isinstance(figure, Amount):
        return "sum" if figure.per is None else "price"
    return figure.kind


def written(figure: Figure, sentence: str) -> str:
    """Return a figure as its sentence writes it, with the word right before that blurs it."""
    modifier = None if isinstance(figure, Amount) else figure.modifier
    said = f"{modifier} {figure.text}" if modifier else figure.text
    return said if said in sentence else figure.text


def figures(article: Article) -> Iterator[Figure]:
    """Go through an article's figures, sums first; a range of money counts once, its lower end."""
    ends: dict[tuple[str, str], float] = {}
    for amount in article.amounts:
        if ends.setdefault((amount.sentence, amount.text), amount.value) == amount.value:
            yield amount
    yield from article.quantities


def shown_figures(entries: Iterable[Entry]) -> dict[Key, list[Held]]:
    """Gather the figures of shown sentences, each with the places where it stands.

    The key is (text, kind, unit, value, what it is of); what a sum is about is not in it, for a
    text names one sum in several ways. A sentence that other texts repeat word for word counts for
    the first of them.
    """
    owner: dict[str, str] = {}
    found: dict[Key, list[Held]] = {}
    for entry in entries:
        for figure in figures(entry.article):
            if figure.sentence in entry.shown:
                text = owner.setdefault(base_id(figure.sentence), text_of(entry))
                found.setdefault(_key(text, figure), []).append((entry, figure))
    return found


def _key(text: str, figure: Figure) -> Key:
    if isinstance(figure, Amount):
        unit, of = figure.currency, figure.per
    else:
        unit, of = fold(figure.unit) if figure.kind == "count" else "", figure.about
    return text, kind(figure), unit, figure.value, fold(of or "")


Figure: TypeAlias = Amount | Quantity
Kind: TypeAlias = Literal["sum", "price", "share", "count"]
Key: TypeAlias = tuple[str, Kind, str, float, str]
Held: TypeAlias = "tuple[Entry, Figure]"
"""A figure and the article it stands in."""
