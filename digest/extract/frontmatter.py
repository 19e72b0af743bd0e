"""The editor's front matter: YAML between `---` lines at the very top, known keys only."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING

import yaml

from digest import yamlsafe
from digest.models import FrontMatter
from digest.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Callable

KEYS = ("title", "date", "source", "url", "language", "topics")
_BLOCK = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_REACH = 20_000
"""Characters within which the closing line must come; an editor's block has a few hundred."""
_BLANK = re.compile(r"[ \t]*\r?\n")
_KEY_LINE = re.compile(r"^([^\s:#][^:\n]{0,40}):", re.MULTILINE)
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d:\d\d\S*(?: [+-]\S+)?)?)?)?")
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z]{2,4})?")
_URL = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_NULL = "tag:yaml.org,2002:null"
_FIRST_YEAR = 1800
_CLOSE = 0.75
"""Likeness that makes a typo: "tilte" .8, "sorce" .91; other keys: "author" .2, "data" .75."""


class _FaultError(ValueError):
    """Why a block is not ours, in words for the editor."""


def split(text: str) -> tuple[FrontMatter, int]:
    """Return the editor's values and where the text begins; `(FrontMatter(), 0)` for none.

    A block with any other key, value or form is part of the text: crawlers write such blocks too.
    One blank line after the block belongs to it, so that adding a block changes no article's id.
    """
    block = _block(text)
    if block is None:
        return FrontMatter(), 0
    try:
        front = _front(block.group(1))
    except _FaultError:
        return FrontMatter(), 0
    blank = _BLANK.match(text, block.end())
    return front, blank.end() if blank else block.end()


def problems(text: str) -> tuple[str, ...]:
    """Say what is wrong with a block that an editor seems to have meant as front matter.

    Empty where the block is good, is missing, or is somebody else's (has keys unlike ours).
    """
    block = _block(text)
    if block is None:
        return ()
    keys = _KEY_LINE.findall(block.group(1))
    strange = [key for key in keys if key not in KEYS]
    near = {key: get_close_matches(key.lower(), KEYS, 1, _CLOSE) for key in strange}
    if not keys or not all(near.values()):
        return ()
    if strange:
        return tuple(
            f'front matter is not used: its key "{key}" is unknown, perhaps you meant "{close[0]}"'
            for key, close in near.items()
        )
    try:
        _front(block.group(1))
    except _FaultError as fault:
        return (f"front matter is not used: {fault}",)
    return ()


def _block(text: str) -> re.Match[str] | None:
    return _BLOCK.match(text, 0, _REACH) if text.startswith(("---", "\ufeff---")) else None


def _front(block: str) -> FrontMatter:
    node, faults = yamlsafe.compose(block)
    if faults:
        line, text = faults[0]
        message = f"line {line + 1} {text}; put values with colons or quotes in quotes"
        raise _FaultError(message)
    if not isinstance(node, yaml.MappingNode):
        message = 'it has no "key: value" lines'
        raise _FaultError(message)
    given: dict[str, str] = {}
    topics: tuple[str, ...] | None = None
    for key, value in node.value:
        if key.value not in KEYS:
            message = f'its key "{key.value}" is unknown'
            raise _FaultError(message)
        if value.tag == _NULL:
            continue
        if key.value == "topics":
            topics = _topics(value)
        else:
            given[key.value] = _CHECKS[key.value](_scalar(key.value, value))
    return FrontMatter(**given, topics=topics)


def _scalar(key: str, node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode) or not squeeze(node.value):
        message = f'"{key}" must be one line of text'
        raise _FaultError(message)
    return squeeze(node.value)


def _topics(node: yaml.Node) -> tuple[str, ...]:
    """Topic slugs from a list or from words between commas."""
    if isinstance(node, yaml.SequenceNode):
        named = [_scalar("topics", item) for item in node.value]
    else:
        named = [part.strip() for part in _scalar("topics", node).split(",") if part.strip()]
    return tuple(dict.fromkeys(named))


def _date(text: str) -> str:
    found = _DATE.fullmatch(text)
    try:
        if found is None or int(found[1]) < _FIRST_YEAR:
            raise _FaultError
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError as error:
        message = f'"{text}" is no date; write 2021-02-22, 2021-02 or 2021'
        raise _FaultError(message) from error
    return "-".join(part for part in found.groups() if part)


def _url(text: str) -> str:
    if not _URL.fullmatch(text):
        message = f'"{text}" is no address; it must begin with https://'
        raise _FaultError(message)
    return text


def _language(text: str) -> str:
    found = _LANGUAGE.fullmatch(text)
    if found is None:
        message = f'"{text}" is no language code; write two letters such as "en"'
        raise _FaultError(message)
    return found[1].lower()


_CHECKS: dict[str, Callable[[str], str]] = {
    "title": str,
    "source": str,
    "date": _date,
    "url": _url,
    "language": _language,
}
