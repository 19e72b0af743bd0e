"""What is the editor's front matter, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.extract.frontmatter import problems, split
from digest.models import FrontMatter


@pytest.mark.parametrize(
    ("block", "front"),
    [
        ("title: Bridge open", FrontMatter(title="Bridge open")),
        ("date: 2021-02-22", FrontMatter(date="2021-02-22")),
        ("date: 2021-02-22T08:30:00Z", FrontMatter(date="2021-02-22")),
        ("date: 2021-02", FrontMatter(date="2021-02")),
        ("date: 2021", FrontMatter(date="2021")),
        ("url: https://example.org/a", FrontMatter(url="https://example.org/a")),
        ("language: en-GB", FrontMatter(language="en")),
        ("topics: [energy, trade]", FrontMatter(topics=("energy", "trade"))),
        ("topics: energy, trade", FrontMatter(topics=("energy", "trade"))),
        ("topics: []", FrontMatter(topics=())),
        ("title:\nsource: The Daily", FrontMatter(source="The Daily")),
        ("title: >\n  two\n  lines", FrontMatter(title="two lines")),
    ],
)
def test_the_editors_values(block: str, front: FrontMatter) -> None:
    text = f"---\n{block}\n---\nThe text.\n"
    found, end = split(text)
    assert (found, text[end:]) == (front, "The text.\n")


@pytest.mark.parametrize(
    "text",
    [
        "The text.\n",
        "---\nA line and no more\n",
        "---\njust words\n---\nThe text.",
        "---\ntitle: A\nauthor: B\n---\nThe text.",
        "---\ntitle: A: B\n---\nThe text.",
        "---\ntitle: A\ntitle: B\n---\nThe text.",
        "---\ntitle: [A]\n---\nThe text.",
        "---\ntitle: &x A\nsource: *x\n---\nThe text.",
        "---\ndate: next week\n---\nThe text.",
        "---\ndate: 2021-02-30\n---\nThe text.",
        "---\nurl: javascript:alert(1)\n---\nThe text.",
        "---\ntopics: " + "[" * 5000 + "\n---\nThe text.",
        "---\ntitle: \x01\n---\nThe text.",
        "+++\ntitle = 'A'\n+++\nThe text.",
        "---\n" + "x" * 100_000 + "\n---\n",
    ],
)
def test_anything_else_is_part_of_the_text(text: str) -> None:
    assert split(text) == (FrontMatter(), 0)


@pytest.mark.parametrize(
    ("block", "words"),
    [
        ("tilte: A", ['"tilte"', '"title"']),
        ("Title: A", ['"Title"', '"title"']),
        ("title: A\ndate: soon", ['"soon"', "2021-02-22"]),
        ("title: A: B", ["line 2", "quotes"]),
        ("title: A\ntitle: B", ["again"]),
        ("language: English words", ["language code"]),
    ],
)
def test_a_near_miss_is_told_to_the_editor(block: str, words: list[str]) -> None:
    (said,) = problems(f"---\n{block}\n---\nThe text.")
    assert all(word in said for word in words)


@pytest.mark.parametrize(
    "block", ["title: A", "author: B\nkeywords: c", "title: A\ndraft: true", ""]
)
def test_good_and_foreign_blocks_are_no_problem(block: str) -> None:
    assert problems(f"---\n{block}\n---\nThe text.") == ()


@given(st.text())
def test_no_text_is_an_error(text: str) -> None:
    for one in (text, f"---\n{text}\n---\n", f"---\ntitle: {text}\n---\n"):
        front, end = split(one)
        assert 0 <= end <= len(one)
        assert end or front == FrontMatter()
        problems(one)
