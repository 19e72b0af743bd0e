"""Editions and addresses to JSON that a person can read and diff, and back; no file access.

The JSON is committed, so an editor can change it: it is read as untrusted, against the schemas that
ship with the package, and every mistake is named with its place.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

from digest.editions.addresses import Book, Published
from digest.editions.edition import (
    Changed,
    Edition,
    FrozenArticle,
    FrozenFigure,
    FrozenLine,
    FrozenSentence,
    FrozenStory,
    FrozenTitle,
    FrozenTopic,
    Place,
)
from digest.errors import ConfigError
from digest.schemas import schema
from digest.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

EDITION = "digest.edition/1"
ADDRESSES = "digest.addresses/1"
_CONFLICT = re.compile(r"^<{7}( |$)", re.MULTILINE)
_MERGE = {
    "edition": "one of the two editions stands: `git checkout --ours` or `--theirs`, then the file",
    "addresses": (
        "keep the rows of both sides (of two with one address that with more members), a comma "
        "after each but the last of its list, and take out the marks"
    ),
}
_MISTAKES = 20
"""Mistakes of one file that are told: after these, more help nobody."""


def edition_text(edition: Edition) -> str:
    """Return an edition as JSON, a row for each thing."""
    e = edition
    value = {
        "schema": EDITION,
        "date": e.date,
        "title": e.title,
        "previous": e.previous,
        "bottom": [
            {
                "sentence": name(one.sentence),
                "context": _maybe(one.context),
                "topic": one.topic,
            }
            for one in e.bottom
        ],
        "topics": [
            {
                "slug": one.slug,
                "title": one.title,
                "index": one.index,
                "sentences": [name(place) for place in one.sentences],
            }
            for one in e.topics
        ],
        "figures": [{**_fields(one), "sentence": name(one.sentence)} for one in e.figures],
        "stories": [
            {**_fields(one), "title": _fields(one.title), "topics": list(one.topics)}
            for one in e.stories
        ],
        "changes": [
            {
                "kind": one.kind,
                "sentence": name(one.sentence),
                "story": one.story,
                "before": _maybe(one.before),
            }
            for one in e.changes
        ],
        "sentences": [
            {"sentence": name((one.article, one.id))}
            | {key: getattr(one, key) for key in ("text", "line", "language")}
            for one in e.sentences
        ],
        "articles": [{**_fields(one), "keys": list(one.keys)} for one in e.articles],
    }
    return _rows(value)


def book_text(book: Book) -> str:
    """Return the published addresses as JSON, a row for each."""

    def row(one: Published) -> dict[str, Any]:
        return {"address": one.address, "id": one.id, "edition": one.edition}

    return _rows(
        {
            "schema": ADDRESSES,
            "articles": [row(one) for one in book.articles],
            "stories": [{**row(one), "members": list(one.members)} for one in book.stories],
            "pages": list(book.pages),
        }
    )


def edition(text: str, file: str) -> Edition:
    """Read an edition; raises `ConfigError` with `file: place: what is wrong` for each mistake."""
    value = _checked(text, file, "edition", _strange)
    return Edition(
        date=value["date"],
        title=value["title"],
        previous=value["previous"],
        bottom=tuple(
            FrozenLine(
                sentence=place(one["sentence"]),
                context=_place(one["context"]),
                topic=one["topic"],
            )
            for one in value["bottom"]
        ),
        topics=tuple(
            FrozenTopic(**{**one, "sentences": tuple(place(p) for p in one["sentences"])})
            for one in value["topics"]
        ),
        figures=tuple(
            FrozenFigure(**{**one, "sentence": place(one["sentence"])}) for one in value["figures"]
        ),
        stories=tuple(
            FrozenStory(
                **{**one, "title": FrozenTitle(**one["title"]), "topics": tuple(one["topics"])}
            )
            for one in value["stories"]
        ),
        changes=tuple(
            Changed(
                kind=one["kind"],
                sentence=place(one["sentence"]),
                story=one["story"],
                before=_place(one["before"]),
            )
            for one in value["changes"]
        ),
        sentences=tuple(_sentence(one) for one in value["sentences"]),
        articles=tuple(
            FrozenArticle(**{**one, "keys": tuple(one["keys"])}) for one in value["articles"]
        ),
    )


def book(text: str, file: str) -> Book:
    """Read published addresses; raises `ConfigError` with a line for each mistake."""
    value = _checked(text, file, "addresses", _doubled)
    return Book(
        articles=tuple(Published(**one) for one in value["articles"]),
        stories=tuple(
            Published(**{**one, "members": tuple(one["members"])}) for one in value["stories"]
        ),
        pages=tuple(value["pages"]),
    )


def name(at: Place) -> str:
    """Return a sentence's name in the data: `ARTICLE-SENTENCE`."""
    return f"{at[0]}-{at[1]}"


def place(text: str) -> Place:
    """Return what `name` was made of."""
    article, _, sentence = text.partition("-")
    return article, sentence


def _maybe(at: Place | None) -> str | None:
    return name(at) if at else None


def _place(text: str | None) -> Place | None:
    return place(text) if text else None


def _sentence(row: dict[str, Any]) -> FrozenSentence:
    article, sentence = place(row["sentence"])
    return FrozenSentence(
        article=article, id=sentence, text=row["text"], line=row["line"], language=row["language"]
    )


def _fields(value: Any) -> dict[str, Any]:
    shown = (s for s in value.__slots__ if s != "as_of_sure" or not value.as_of_sure)
    return {slot: getattr(value, slot) for slot in shown}


def _rows(value: dict[str, Any]) -> str:
    """Print an object with a line for each key, and one for each item of a list."""
    parts = []
    for key, held in value.items():
        if isinstance(held, list) and held:
            items = ",\n  ".join(json.dumps(item, ensure_ascii=False) for item in held)
            parts.append(f"{json.dumps(key)}: [\n  {items}\n ]")
        else:
            parts.append(f"{json.dumps(key)}: {json.dumps(held, ensure_ascii=False)}")
    return "{\n " + ",\n ".join(parts) + "\n}\n"


def _checked(text: str, file: str, kind: str, more: Any) -> dict[str, Any]:
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - 20 starts of the interpreter

    if conflict := _CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + 1
        message = f"{file}:{line}: holds a merge that git left to you; {_MERGE[kind]}"
        raise ConfigError(message)
    try:
        # No number of ours has a fraction, and the schema takes 1.0 for an integer.
        value = json.loads(text, parse_float=str)
    except (ValueError, RecursionError) as error:
        message = f"{file}: is no JSON ({error}); restore it from the repository"
        raise ConfigError(message) from error
    _known(value, file, f"digest.{kind}/")
    found = [
        f"{file}: {'/'.join(str(step) for step in error.absolute_path) or 'the file'}: "
        f"{error.message[:200]}"
        for error in Draft202012Validator(schema(kind)).iter_errors(value)
    ] or [f"{file}: {what}" for what in more(value)]
    if found:
        advice = f"{file}: restore it from the repository, or mend what is named"
        raise ConfigError("\n".join([*found[:_MISTAKES], advice]))
    checked: dict[str, Any] = value
    return checked


def _known(value: Any, file: str, family: str) -> None:
    """Raise `ConfigError` where a file is of another version: its rows would all look wrong."""
    named = value.get("schema") if isinstance(value, dict) else None
    if isinstance(named, str) and named.startswith(family) and named not in {EDITION, ADDRESSES}:
        message = (
            f"{file}: is of version {named}, which this digest does not know; install the newer "
            f"digest that wrote it"
        )
        raise ConfigError(message)


def _strange(value: dict[str, Any]) -> Iterator[str]:
    """Name what no schema sees: days that no calendar has, sentences named and not given."""
    days = [("date", value["date"]), ("previous", value["previous"])]
    for part in ("figures", "stories", "articles"):
        key = "as_of" if part == "figures" else "date"
        days += [(f"{part}/{i}/{key}", row[key]) for i, row in enumerate(value[part])]
    yield from (f"{at}: {day!r} is no date" for at, day in days if day and not _is_date(day))
    given = [row["sentence"] for row in value["sentences"]]
    yield from _twice("sentences", given)
    yield from _twice("articles", [row["id"] for row in value["articles"]])
    wanted = [(f"bottom/{i}", row["sentence"]) for i, row in enumerate(value["bottom"])]
    wanted += [(f"bottom/{i}", row["context"]) for i, row in enumerate(value["bottom"])]
    for i, topic in enumerate(value["topics"]):
        wanted += [(f"topics/{i}", one) for one in topic["sentences"]]
    wanted += [(f"figures/{i}", row["sentence"]) for i, row in enumerate(value["figures"])]
    known, rows = set(given), {row["id"] for row in value["articles"]}
    for at, one in wanted:
        if one and one not in known:
            yield f"{at}: names sentence {one}, which `sentences` does not hold"
    for i, (one, said) in enumerate(zip(given, value["sentences"], strict=True)):
        if not printable(said["text"]):
            yield f"sentences/{i}: holds a character that no page can carry"
        if place(one)[0] not in rows:
            yield f"sentences/{i}: is of article {place(one)[0]}, which `articles` does not hold"


def _is_date(text: str) -> bool:
    year, *rest = text.split("-")
    try:
        date(int(year), *(int(part) for part in (*rest, "1", "1")[:2]))
    except ValueError:
        return False
    return True


def _doubled(value: dict[str, Any]) -> Iterator[str]:
    rows = [*value["articles"], *value["stories"]]
    yield from _twice("addresses", [row["address"] for row in rows] + value["pages"])
    yield from _twice("articles", [row["id"] for row in value["articles"]])
    days = {row["edition"] for row in rows}
    yield from (f"edition {day!r} is no date" for day in sorted(days) if not _is_date(day))


def _twice(part: str, names: Sequence[str]) -> Iterable[str]:
    seen: set[str] = set()
    for one in names:
        if one in seen:
            yield f"{part}: {one} stands there twice"
        seen.add(one)
