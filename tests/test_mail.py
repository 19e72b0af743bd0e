"""Newsletters and Markdown articles as documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.extract import documents
from digest.models import DateClue, Document, RawArticle, Skipped
from digest.readers.folder import read

HEAD = (
    "From: The River Post <news@river.example>\r\n"
    "Subject: =?utf-8?q?Br=C3=BCcke_open?=\r\n"
    "Date: Tue, 03 May 2022 23:30:00 -0700\r\n"
    "Archived-At: <https://river.example/bridge>\r\n"
    "MIME-Version: 1.0\r\n"
)
PLAIN = "The bridge was opened on Tuesday morning. " * 8
HTML = "<html><body><p>" + PLAIN + "</p><script>track()</script></body></html>"


def _both(plain: str) -> str:
    return HEAD + (
        'Content-Type: multipart/alternative; boundary="x"\r\n\r\n'
        f"--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{plain}\r\n"
        f"--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{HTML}\r\n--x--\r\n"
    )


def _document(folder: Path, name: str, content: str) -> Document:
    (folder / name).write_bytes(content.encode())
    (raw,) = read([folder / name], max_bytes=100_000)
    assert isinstance(raw, RawArticle)
    document = documents.read(raw)
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (HEAD + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + PLAIN, "mail"),
        (HEAD + "Content-Type: text/html; charset=utf-8\r\n\r\n" + HTML, "html"),
        (_both(PLAIN), "mail"),
        (_both("Open this mail in a browser."), "html"),
    ],
)
def test_the_best_part_is_read(tmp_path: Path, content: str, kind: str) -> None:
    document = _document(tmp_path, "letter.eml", content)
    assert document.raw.kind == kind
    assert document.text.strip() == PLAIN.strip()
    assert document.meta.title == "Brücke open"
    assert document.meta.outlet == "The River Post"
    assert document.meta.url == "https://river.example/bridge"
    assert document.meta.dates == (
        DateClue(
            date="2022-05-03",
            basis="mail header Date",
            confidence="high",
            text="Tue, 03 May 2022 23:30:00 -0700",
        ),
    )


def test_a_mail_without_a_text_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_text("Subject: nothing\n\n")
    (one,) = read([tmp_path / "a.eml"], max_bytes=1000)
    result = documents.read(one) if isinstance(one, RawArticle) else one
    assert isinstance(result, Skipped)


@pytest.mark.parametrize(
    ("written", "text", "title"),
    [
        (
            "# Bridge open\n\nThe *new* bridge\nis open.",
            "Bridge open\n\nThe new bridge is open.",
            "Bridge open",
        ),
        ('---\nlayout: post\ntitle: "Br\\u0069dge"\n---\n\nIt is open.', "It is open.", "Bridge"),
        ("A [link](https://a.example) and ![an image](x.png).", "A link and .", None),
        ("- one thing\n- another `thing`", "one thing\n\nanother thing", None),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a\n\nb\n\n1\n\n2", None),
        ("Words\n\n```\ncode\n```\n\n<script>x</script>\n\nmore.", "Words\n\nmore.", None),
    ],
)
def test_markdown_gives_its_rendered_text(
    tmp_path: Path, written: str, text: str, title: str | None
) -> None:
    document = _document(tmp_path, "a.md", written)
    assert (document.text, document.meta.title) == (text, title)
