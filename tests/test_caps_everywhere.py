"""Caps over all that is published: pages, data, feeds, search, tables, mail, taken together."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from digest.build import corpus
from digest.build import project as projects
from digest.build.editions import history
from digest.text import fold, visible, words

pytestmark = pytest.mark.slow

READ = {".html", ".xml", ".json", ".csv", ".txt"}
WORDS = 6
"""Shorter sentences stand in longer ones and in our own words by chance."""


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, held in value.items():
            yield name
            yield from strings(held)
    elif isinstance(value, list):
        for held in value:
            yield from strings(held)


def told(path: Path) -> str:
    """Return all that a file says, in attributes, addresses and escapes too, without spaces."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        text = "\n".join(strings(json.loads(text)))
    if path.suffix == ".txt":
        text = re.sub(r"\\(.)", r"\1", text)
    bare = html.unescape(re.sub(r"<[^>]*>", "", text))
    return visible(f"{bare}\n{html.unescape(text)}\n{unquote(text)}").casefold()


def test_no_file_tells_more_of_a_text_than_all_files_together_may(built):
    found = projects.load(built / "digest.yml")
    place = found.place()
    frozen = history(found, place).frozen()
    brief = corpus.understand(found, [place.articles], base=place.base, frozen=frozen)
    everything = "\n".join(
        told(p) for p in sorted((built / "site").rglob("*")) if p.is_file() and p.suffix in READ
    )
    most = max(found.settings.cap.minimum, found.settings.cap.sentences)
    published: dict[str, set[str]] = {}
    withheld = []
    for entry in brief.entries:
        group = published.setdefault(entry.grouping.copy_group or entry.article.id, set())
        for one in entry.article.sentences:
            if len(words(one.text)) >= WORDS and visible(one.text).casefold() in everything:
                group.add(fold(one.text))
                withheld += [one.text] if one.id not in entry.shown else []
    assert withheld == []
    assert {key: len(said) for key, said in published.items() if len(said) > most} == {}
    assert sum(map(len, published.values())) > len(published)
