"""Markdown articles: the text of the rendered page (CommonMark, by markdown-it)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from digest.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from digest.models import Metadata


def read(text: str, meta: Metadata) -> tuple[str, Metadata]:
    """(text, one block a line; `meta` with the first top heading as title) of Markdown `text`."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only Markdown articles need it

    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    title, blocks = meta.title, []
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type != "inline":
            continue
        words = squeeze("".join(_words(token.children or [])))
        if not words:
            continue
        if title is None and before is not None and before.tag == "h1":
            title = words
        blocks.append(words)
    return "\n\n".join(blocks), replace(meta, title=title)


def _words(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in {"text", "code_inline"}:
            yield token.content
        elif token.type in {"softbreak", "hardbreak"}:
            yield "\n"
