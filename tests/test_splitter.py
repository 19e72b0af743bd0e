"""Sentence splitting, against a set of traps written for it and against the laws of a split."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.extract.sentences import split

DATA = Path(__file__).parent / "data" / "sentences"
MARK = "‖"
UNSEEN_OR_SPACE = " \n\u200b"


def cases() -> list[tuple[str, str]]:
    return [
        (path.stem, line)
        for path in sorted(DATA.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]


@pytest.mark.parametrize(("language", "case"), cases())
def test_a_trap_is_split_where_it_is_marked(language: str, case: str) -> None:
    text = case.replace(MARK, "")
    expected = [part.strip() for part in case.split(MARK)]
    assert [text[start:end] for start, end in split(text, language)] == expected


@given(st.text(alphabet=st.sampled_from(list("ab .!?…\"'”“A1 \n。؟(é\u200b")), max_size=60))
def test_spans_are_ordered_and_cover_all_that_is_seen(text: str) -> None:
    at = 0
    for start, end in split(text, None):
        assert text[at:start].strip(UNSEEN_OR_SPACE) == ""
        assert text[start:end] == text[start:end].strip(UNSEEN_OR_SPACE) != ""
        at = end
    assert text[at:].strip(UNSEEN_OR_SPACE) == ""


def test_letters_without_width_part_and_join_nothing():
    text = "It is the \u200bU.S. \u200bSenate\u200b. \u200cThe House\ufeff waits."
    pieces = [text[start:end] for start, end in split(text, "en")]
    assert pieces == ["It is the \u200bU.S. \u200bSenate\u200b.", "The House\ufeff waits."]


@pytest.mark.parametrize(
    "text",
    ["." * 200_000, ". " * 100_000, '. " ' * 60_000, "a" * 200_000, "A." * 100_000, " " * 200_000],
)
def test_degenerate_text_takes_linear_time(text: str) -> None:
    spans = split(text, "en")
    assert sum(end - start for start, end in spans) <= len(text)
