"""When something new was last said of a story: what a copy adds is nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from briefs import article, entry
from hypothesis import given
from hypothesis import strategies as st

from digest.freshness import told
from digest.grouping.align import WITHIN
from digest.models import Published

WORDS = [f"w{n}ord" for n in range(48 * WITHIN)]
FIRST = ["Water fell on Monday at the lower lock.", "The council will hold talks on Friday."]


def on(date, key, texts, *, first=1, shown=None):
    """An article of a day; its sentences have ids of their own."""
    published = Published(date=date, confidence="high", basis="dateline") if date else None
    made = article((key * 16)[:16], texts, first=first, published=published)
    return entry(made, shown=shown)


def dates(*entries):
    found = told(entries)
    return tuple(e.published.date for e in found) if found else None


@pytest.mark.parametrize(
    ("later", "moves"),
    [
        (FIRST, False),
        ([s.upper() for s in FIRST], False),
        (FIRST[:1], False),
        (["On Monday the water fell at the lower lock.", FIRST[1]], False),
        ([*FIRST, "Nobody had asked the carp about any of it."], True),
        ([FIRST[0], "The council has held talks on Friday."], True),
        (["Nobody had asked the carp about any of it."], True),
    ],
    ids=["copy", "capitals", "part", "restated", "new", "superseded", "another text"],
)
def test_a_later_article_moves_a_story_when_it_says_something_new(later, moves):
    one, other = on("2021-02-22", "a", FIRST), on("2021-03-01", "b", later, first=20)
    assert dates(one, other) == ("2021-02-22", "2021-03-01" if moves else "2021-02-22")


def test_what_the_site_does_not_show_is_no_news():
    one = on("2021-02-22", "a", FIRST)
    later = [*FIRST, "Nobody had asked the carp about any of it."]
    assert dates(one, on("2021-03-01", "b", later, first=20, shown=[0, 1]))[1] == "2021-02-22"


def test_undated_articles_date_nothing():
    one = on("2021-02-22", "a", FIRST)
    assert dates(one, on(None, "b", ["Nobody had asked the carp."], first=20))[1] == "2021-02-22"
    assert dates(on(None, "b", FIRST)) is None


def test_a_repetition_of_an_earlier_article_than_the_last_is_none():
    """Third repeats the first, not the second."""
    one = on("2021-02-22", "a", FIRST)
    two = on("2021-02-25", "b", ["Nobody had asked the carp about any of it."], first=20)
    assert dates(one, two, on("2021-03-01", "c", FIRST, first=40)) == ("2021-02-22", "2021-02-25")


def test_a_copy_with_an_exacter_date_moves_nothing():
    assert dates(on("2021-02", "a", FIRST), on("2021-02-22", "b", FIRST)) == ("2021-02", "2021-02")


SAID = st.lists(
    st.sampled_from([*FIRST, "Pike left.", "Carp stayed put."]), min_size=1, unique=True
)


@given(st.lists(st.tuples(st.integers(1, 20), SAID), min_size=1, max_size=5), st.data())
def test_a_copy_that_joins_later_never_moves_a_story(held, data):
    entries = [
        on(f"2021-02-{day:02}", "abcde"[n], said, first=10 * n)
        for n, (day, said) in enumerate(held)
    ]
    copied = data.draw(st.sampled_from(entries))
    joined = replace(
        copied,
        article=replace(
            on("2021-02-25", "f", [s.text for s in copied.article.sentences], first=90).article
        ),
        published=Published(date="2021-02-25", confidence="high", basis="dateline"),
        shown=frozenset(f"{90 + n:012x}" for n in range(len(copied.article.sentences))),
    )
    assert dates(*entries, joined) == dates(*entries)
    assert dates(joined, *reversed(entries)) == dates(*entries)


def test_a_copy_of_a_text_long_ago_moves_nothing():
    """Other words are compared with the nearest texts only; the same words are found anywhere."""
    told_ = [
        on(
            f"2021-{1 + n // 28:02}-{1 + n % 28:02}",
            f"{n:016x}",
            [
                f"Lorry {' '.join(WORDS[8 * i : 8 * i + 8])} passed."
                for i in range(3 * n, 3 * n + 3)
            ],
            first=10 * n,
        )
        for n in range(2 * WITHIN)
    ]
    first = [s.text.upper() for s in told_[0].article.sentences]
    copy = on("2021-12-01", "f", first, first=9000)
    assert dates(*told_, copy) == ("2021-01-01", dates(*told_)[1])
