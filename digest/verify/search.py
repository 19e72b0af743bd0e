"""The search index, decoded: what each of its records says, and whether its parts agree."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from digest.search.index import DIGITS, FOLDER, spelled
from digest.search.words import tokens
from digest.text import base_id, squeeze
from digest.verify.files import Slice

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SELDOM = 5_000
"""Places below which no word may be left out as common: 48,000 characters hold at least so many."""
_VALUES = {digit: value for value, digit in enumerate(DIGITS)}


@dataclass(slots=True)
class Told:
    """What the index says of an article."""

    path: str
    article: str
    page: str
    title: Slice
    date: str
    """As written in the table: a question mark where it is not sure."""
    outlet: str | None
    topics: tuple[frozenset[str], ...]
    """Of its headline, then of each sentence."""
    sentences: tuple[Slice, ...]
    standing: tuple[tuple[int, int], ...]
    """(articles, texts) that have the sentence."""


@dataclass(slots=True)
class Index:
    """The whole index."""

    told: list[Told] = field(default_factory=list)
    actors: dict[str, tuple[str, frozenset[int]]] = field(default_factory=dict)
    """Key to name and records."""
    named: dict[str, set[str]] = field(default_factory=dict)
    """Key to the words that lead to it and stand in no part of its name."""
    wrong: list[tuple[str, str]] = field(default_factory=list)
    """(path, what does not agree)"""

    def records(self) -> Iterator[tuple[str, str]]:
        """Go through (article, sentence) in the order of their numbers; a headline has no id."""
        for one in self.told:
            yield one.article, ""
            for said in one.sentences:
                yield one.article, said.sentence or ""


def read(files: Mapping[str, str]) -> Index:
    """Decode the files of an index: path to content.

    Raises `KeyError` or `ValueError` where a file is missing or is no index.
    """
    head: dict[str, Any] = json.loads(files[f"{FOLDER}head.json"])
    index, used = Index(), {f"{FOLDER}head.json", f"{FOLDER}table.json"}
    _tell(index, files, head, used)
    words = dict(_held(index, files, head["words"], "w", used))
    actors = dict(_held(index, files, head["actors"], "a", used))
    for key, (name, _, steps) in actors.items():
        index.actors[key] = (name, frozenset(_sums(decode(steps))))
    _agree(index, words)
    counted = (head["articles"], head["records"])
    if counted != (len(index.told), len(list(index.records()))):
        index.wrong.append((f"{FOLDER}head.json", f"counts {counted} articles and records"))
    for path in sorted(files.keys() - used):
        index.wrong.append((path, "is no part of the index that its head names"))
    return index


def decode(text: str) -> list[int]:
    """Return the numbers that `digest.search.index.encode` wrote."""
    found, number, shift = [], 0, 0
    for digit in text:
        value = _VALUES[digit]
        number += (value & 31) << shift
        shift += 5
        if value < 32:  # noqa: PLR2004 - five bits
            found.append(number)
            number = shift = 0
    return found


def _tell(index: Index, files: Mapping[str, str], head: dict[str, Any], used: set[str]) -> None:
    table = json.loads(files[f"{FOLDER}table.json"])
    runs = zip(table["dates"], decode(table["runs"]), strict=True)
    dates = [date for date, often in runs for _ in range(often)]
    outlets = [[None, *head["outlets"]][place] for place in decode(table["outlets"])]
    topics = [
        frozenset(slug for place, (slug, _) in enumerate(head["topics"]) if mask >> place & 1)
        for mask in decode(table["topics"])
    ]
    at = 0
    for first, _ in head["texts"]:
        path = f"{FOLDER}t-{first}.json"
        used.add(path)
        for one in json.loads(files[path])["articles"]:
            number = len(index.told)
            size = 1 + len(one["said"])
            title, line, _ = one["title"]
            index.told.append(
                Told(
                    path=path,
                    article=one["id"],
                    page=one["page"],
                    title=_slice(one["id"], title, line, None),
                    date=dates[number],
                    outlet=outlets[number],
                    topics=tuple(topics[at : at + size]),
                    sentences=tuple(_slice(one["id"], s[1], s[2], s[0]) for s in one["said"]),
                    standing=tuple((s[3], s[4]) for s in one["said"]),
                )
            )
            at += size
    _same(index, decode(table["same"]))


def _slice(article: str, text: str, line: int | None, sentence: str | None) -> Slice:
    return Slice(text=squeeze(text), article=article, sentence=sentence, line=line, at=0)


def _same(index: Index, same: list[int]) -> None:
    """Note what is said to be one sentence and is not, word for word."""
    said = [base_id(sentence) for _, sentence in index.records()]
    for one, other in zip(same[::2], same[1::2], strict=True):
        if not said[one] or said[one] != said[other]:
            index.wrong.append((f"{FOLDER}table.json", f"{one} and {other} are not one sentence"))


def _held(
    index: Index, files: Mapping[str, str], shards: dict[str, str], family: str, used: set[str]
) -> Iterator[tuple[str, Any]]:
    """Go through the keys of all shards; each must be where a reader looks for it."""
    for prefix in shards:
        path = f"{FOLDER}{family}-{spelled(prefix)}.json"
        used.add(path)
        for key, value in json.loads(files[path])["held"].items():
            longest = next(k for n in range(len(key), -1, -1) if (k := key[:n]) in shards)
            if longest != prefix:
                index.wrong.append((path, f"holds {key!r}, which is looked for elsewhere"))
            yield key, value


def _agree(index: Index, words: Mapping[str, Any]) -> None:
    """Note words of texts that are not found at their place, and places without a word."""
    places: dict[str, list[tuple[int, int]]] = {}
    texts = [t for one in index.told for t in (one.title, *one.sentences)]
    for number, text in enumerate(texts):
        for at, word in enumerate(tokens(text.text)):
            places.setdefault(word, []).append((number, at))
    path = f"{FOLDER}w-*.json"
    for word in sorted(places.keys() | words.keys()):
        value = words.get(word, "")
        held, names = value if isinstance(value, list) else (value, [])
        wanted = places.get(word, [])
        if held == 0 and len(wanted) > SELDOM:
            continue
        numbers = decode(held or "")
        found = list(zip(_sums(numbers[::2]), numbers[1::2], strict=True))
        if found != wanted:
            index.wrong.append((path, f"{word!r} stands at other places than the index says"))
        for key, name, _ in names:
            if index.actors.get(key, ("",))[0] != name:
                index.wrong.append((path, f"{word!r} names {name!r}, who is not known so"))
            elif word not in tokens(name):
                index.named.setdefault(key, set()).add(word)
    _lead(index, words)


def _lead(index: Index, words: Mapping[str, Any]) -> None:
    """Note words of actors' names that do not lead to them."""
    for key, (name, _) in index.actors.items():
        for word in tokens(name):
            named = words.get(word)
            if not isinstance(named, list) or key not in [one[0] for one in named[1]]:
                index.wrong.append((f"{FOLDER}w-*.json", f"{word!r} does not lead to {name!r}"))


def _sums(steps: list[int]) -> list[int]:
    return list(accumulate(steps))
