"""What may be found, as small files: a head, a table, and shards of words, actors and texts.

Records are numbered article by article, the headline first, then its shown sentences; articles go
from undated to newest, so that a new article at the end moves no number before it.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from digest.models import MARKER, Page
from digest.search.words import tokens
from digest.text import base_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

FOLDER = "search/"
SHARD = 24_000
"""Characters of a shard of words or actors before it is split: about 9 KB on the wire, what the
first look-up of a word costs (benchmarks/search.py)."""
TEXTS = 9_000
"""Characters of a file of sentences: about 3 KB on the wire. Ten hits of ten articles need at most
ten of these; at twice the size they cost twice as much."""
COMMON = 48_000
"""Characters of one word's places. A word with more stands in nearly every sentence (`the` in more
than about 2,000 articles): it is noted as common and not looked up."""
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
"""Five bits a character, lowest first; the upper half says that more follow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A shown sentence; `topics` are places in `digest.yml`."""

    id: str
    text: str
    line: int
    topics: tuple[int, ...] = ()
    articles: int = 1
    texts: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An article with what may be shown of it."""

    id: str
    page: str
    """Address below the site's root."""
    title: str
    line: int | None
    cut: bool
    date: str | None
    sure: bool
    outlet: str | None
    language: str | None
    topics: tuple[int, ...]
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An actor with a page; `at` are (article, sentence) ids of shown sentences."""

    key: str
    name: str
    kind: str
    at: tuple[tuple[str, str], ...]
    spelled: tuple[str, ...] = ()
    """Folded words of its other spellings, which lead to it too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """All that the index is made of."""

    topics: tuple[tuple[str, str], ...]
    """(slug, title)"""
    held: tuple[Held, ...]
    known: tuple[Known, ...] = ()


def files(corpus: Corpus) -> tuple[Page, ...]:
    """Return the files of the index, the head first."""
    held = sorted(corpus.held, key=lambda h: (h.date or "", h.id))
    outlets = [None, *sorted({h.outlet for h in held if h.outlet})]
    words = _shards(_words(held, corpus.known))
    actors = _shards(_actors(held, corpus.known))
    texts = dict(_texts(held))
    table = _table(held, outlets)
    head = {
        "version": 1,
        "articles": len(held),
        "records": sum(1 + len(h.said) for h in held),
        "topics": [list(topic) for topic in corpus.topics],
        "outlets": outlets[1:],
        "table": _hash(table),
        "words": {prefix: _hash(value) for prefix, value in words.items()},
        "actors": {prefix: _hash(value) for prefix, value in actors.items()},
        "texts": [[first, _hash(value)] for first, value in texts.items()],
    }
    return (
        _page("head", head),
        _page("table", table),
        *(_page(f"w-{spelled(prefix)}", {"held": value}) for prefix, value in words.items()),
        *(_page(f"a-{spelled(prefix)}", {"held": value}) for prefix, value in actors.items()),
        *(_page(f"t-{first}", value) for first, value in texts.items()),
    )


def encode(numbers: Iterable[int]) -> str:
    """Return natural numbers as characters that JSON leaves alone; small ones take one."""
    found = []
    for number in numbers:
        rest = number
        while rest > 31:  # noqa: PLR2004 - five bits
            found.append(DIGITS[32 + (rest & 31)])
            rest >>= 5
        found.append(DIGITS[rest])
    return "".join(found)


def spelled(prefix: str) -> str:
    """Return a prefix as part of a file's name: a-z and 0-9 stand, all else is its code point."""
    plain = "abcdefghijklmnopqrstuvwxyz0123456789"
    return "".join(c if c in plain else f"_{ord(c):x}_" for c in prefix) or "_"


def _texts(held: Sequence[Held]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Cut the articles into files; a new one at the end changes the last file alone."""
    first, size, within = 0, 0, list[dict[str, Any]]()
    for number, one in enumerate(held):
        value = {
            "id": one.id,
            "page": one.page,
            "language": one.language,
            "title": [one.title, one.line, one.cut],
            "said": [[s.id, s.text, s.line, s.articles, s.texts] for s in one.said],
        }
        within.append(value)
        size += len(_json(value))
        if size >= TEXTS:
            yield first, {"articles": within}
            first, size, within = number + 1, 0, []
    if within:
        yield first, {"articles": within}


def _table(held: Sequence[Held], outlets: Sequence[str | None]) -> dict[str, Any]:
    """Return what a filter asks of every record: date and outlet of its article, its topics."""
    dates = [(h.date or "") + ("" if h.sure or not h.date else "?") for h in held]
    runs = [(date, len(list(same))) for date, same in groupby(dates)]
    place = {name: number for number, name in enumerate(outlets)}
    topics, same, first = list[int](), list[int](), dict[str, int]()
    for one in held:
        topics.append(sum(1 << t for t in one.topics))
        for said in one.said:
            # What copies repeat word for word is one hit: later places point to the first.
            base = base_id(said.id)
            if first.setdefault(base, len(topics)) != len(topics):
                same += [len(topics), first[base]]
            topics.append(sum(1 << t for t in said.topics))
    return {
        "dates": [date for date, _ in runs],
        "runs": encode(n for _, n in runs),
        "outlets": encode(place[h.outlet] for h in held),
        "counts": encode(len(h.said) for h in held),
        "topics": encode(topics),
        "same": encode(same),
    }


def _words(held: Sequence[Held], known: Sequence[Known]) -> dict[str, Any]:
    """Return each word's [places, actors named so]; places are (record, word's place in it).

    An actor is named by the words of all its spellings.
    """
    places: dict[str, list[int]] = {}
    last: dict[str, int] = {}
    number = 0
    for one in held:
        for text in (one.title, *(s.text for s in one.said)):
            for at, word in enumerate(tokens(text)):
                places.setdefault(word, []).extend((number - last.get(word, 0), at))
                last[word] = number
            number += 1
    names: dict[str, list[list[str]]] = {}
    for actor in known:
        for word in sorted({*tokens(actor.name), *actor.spelled}):
            names.setdefault(word, []).append([actor.key, actor.name, actor.kind])
    found = {}
    for word in sorted({*places, *names}):
        encoded = encode(places.get(word, ()))
        value: Any = encoded if len(encoded) <= COMMON else 0
        found[word] = [value, names[word]] if word in names else value
    return found


def _actors(held: Sequence[Held], known: Sequence[Known]) -> dict[str, Any]:
    number, places = 0, dict[tuple[str, str], int]()
    for one in held:
        for at, said in enumerate(one.said, start=number + 1):
            places[one.id, said.id] = at
        number += 1 + len(one.said)
    found = {}
    for actor in sorted(known, key=lambda k: k.key):
        records = sorted(places[place] for place in actor.at)
        steps = (b - a for a, b in pairwise((0, *records)))
        found[actor.key] = [actor.name, actor.kind, encode(steps)]
    return found


def _shards(values: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Part words by their first letters, the fullest beginnings first, until each part is small.

    A word is in the part with the longest prefix of it that there is. What is cut depends on the
    words of that beginning alone, so that a new word changes one file.
    """
    sizes = {key: len(_json({key: value})) for key, value in values.items()}
    found: dict[str, dict[str, Any]] = {}

    def part(prefix: str, keys: list[str]) -> None:
        total = sum(sizes[key] for key in keys)
        below: dict[str, list[str]] = {}
        for key in keys:
            if len(key) > len(prefix):
                below.setdefault(key[: len(prefix) + 1], []).append(key)
        fullest = sorted(below, key=lambda b: (-sum(sizes[key] for key in below[b]), b))
        kept = set(keys)
        for longer in fullest:
            if total <= SHARD:
                break
            part(longer, below[longer])
            kept.difference_update(below[longer])
            total -= sum(sizes[key] for key in below[longer])
        found[prefix] = {key: values[key] for key in keys if key in kept}

    part("", sorted(values))
    return {prefix: found[prefix] for prefix in sorted(found) if found[prefix] or not prefix}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _hash(value: object) -> str:
    return hashlib.sha256(_json(value).encode()).hexdigest()[:8]


def _page(name: str, value: dict[str, Any]) -> Page:
    content = _json({"generated": MARKER, **value}) + "\n"
    return Page(path=f"{FOLDER}{name}.json", content=content)
