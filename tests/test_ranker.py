"""Our ranker: laws that hold for any text, and how it grows."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest import ranker

WORDS = st.sampled_from(
    [
        "The council",
        "ferry",
        "harbour",
        "He",
        "said",
        "“we",
        "left”",
        "1,000",
        "But",
        "порт",
        "港口",
        "vote.",
    ]
)
SENTENCE = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


@given(st.lists(SENTENCE, max_size=40))
def test_each_sentence_is_ranked_at_most_once_and_scores_stay_between_0_and_1(
    texts: list[str],
) -> None:
    scored = ranker.rank(texts)
    places = [s.place for s in scored]
    assert len(set(places)) == len(places) <= len(texts)
    assert bool(scored) == bool(texts)
    assert all(0 < s.score <= 1 for s in scored)
    assert all(s.context == s.place - 1 for s in scored if s.context is not None)


def test_equal_sentences_keep_their_order() -> None:
    texts = ["The harbour council met in the hall today."] * 30
    assert [s.place for s in ranker.rank(texts)] == list(range(30))


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (
            "The council closed the harbour terminal on Monday.",
            "“We closed the harbour terminal on Monday.”",
        ),
        (
            "The council closed the harbour terminal on Monday.",
            "I think we closed our harbour terminal on Monday.",
        ),
        (
            "The council closed the harbour terminal on Monday.",
            "Rain fell over distant hills during an afternoon walk.",
        ),
        (
            "The council closed the harbour terminal on Monday.",
            "The council said the harbour terminal closed on Monday.",
        ),
    ],
    ids=["quotation", "first person", "off the subject", "reported"],
)
def test_the_better_of_two_comes_first_wherever_it_stands(better: str, worse: str) -> None:
    rest = [
        "Nobody at the harbour expected the council to close a terminal.",
        "The terminal was built by the harbour council itself.",
    ]
    for pair in ([better, worse], [worse, better]):
        texts = [rest[0], *pair, rest[1]]
        order = [texts[s.place] for s in ranker.rank(texts)]
        assert order.index(better) < order.index(worse)


def test_a_sentence_that_leans_on_a_weak_one_waits() -> None:
    texts = [
        "The harbour council will close the ferry terminal.",
        "“Nobody asked us,” one man said at night.",
        "It will close the ferry terminal near the harbour.",
        "Council plans for the ferry terminal near the harbour are ready.",
    ]
    ranked = ranker.rank(texts)
    assert [s.place for s in ranked][:2] == [0, 3]
    assert {s.place: s.context for s in ranked}[2] == 1


def test_a_second_telling_gives_way_to_news() -> None:
    texts = [
        "The harbour council voted to close the old ferry terminal in June.",
        "The old ferry terminal will close in June after the harbour council voted.",
        "Fishing boats keep their berths until the new quay is ready.",
        "The new quay for fishing boats costs nine million.",
    ]
    assert ranker.rank(texts)[1].place != 1


def test_headline_and_captions_say_what_matters() -> None:
    texts = [
        "Rain is expected in the hills.",
        "Ferry berths stay open to boats.",
        "Trains run on time again.",
    ]
    assert ranker.rank(texts)[0].place == 0
    assert ranker.rank(texts, evidence=["Trains run on time again in the north"])[0].place == 2


@pytest.mark.parametrize(
    "texts",
    [
        ["The council met in the hall."] * 50_000,
        [f"Word{n} met word{n + 1} in hall {n % 97}." for n in range(50_000)],
        ["word " * 100_000 + "."],
        ["“" * 100_000, "a b c d e."],
    ],
    ids=["equal", "different", "one of 100,000 words", "quotation marks"],
)
def test_large_texts_take_seconds_at_most(texts: list[str]) -> None:
    begin = process_time()
    assert ranker.rank(texts)
    assert process_time() - begin < 30
