"""Where sources differ: on a figure, a date or an actor, side by side, no judgement."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest.differ import actors, dates, figures
from digest.merged import written

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.merged import Figure
    from digest.models import Entry, Sentence


class Side(NamedTuple):
    """What one text says: the words that differ, a slice of a sentence."""

    entry: Entry
    sentence: str
    said: str


def differing(
    entries: Sequence[Entry], sentences: Mapping[tuple[str, str], Sentence]
) -> list[tuple[Side, ...]]:
    """List what independent texts of one story give for one thing, where they differ.

    `entries` are the articles of one story; only `sentences`, by article and sentence id, are
    compared. Each group holds one side for each value, in the order of `entries`.
    """
    told = [
        [_side(sentences, *held) for held in group]
        for group in figures.differing(entries, sentences)
    ]
    told += [
        [Side(entry, mention.sentence, mention.text) for entry, mention in group]
        for group in dates.differing(entries, sentences)
    ]
    told += [
        [Side(one.entry, one.sentence.id, one.said) for one in group]
        for group in actors.differing(entries, sentences)
    ]
    return [tuple(group) for group in told]


def _side(sentences: Mapping[tuple[str, str], Sentence], entry: Entry, figure: Figure) -> Side:
    text = sentences[entry.article.id, figure.sentence].text
    return Side(entry, figure.sentence, written(figure, text))
