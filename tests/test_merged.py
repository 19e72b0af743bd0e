"""What is the same over articles: actors and figures."""

from dataclasses import replace

import pytest
from briefs import A, B, C, article, entry

from digest.merged import actor_key, outlet_key, shown_figures
from digest.models import Amount


@pytest.mark.parametrize(
    ("name", "same_as", "same"),
    [
        ("Anna Brook", "ANNA BROOK", True),
        ("Linas Brókas", "Linas Brokas", True),
        ("Anna-Marie Brook", "Anna Marie Brook", True),
        ("Анна Брук", "АННА БРУК", True),
        ("Анна Брук", "Анна Брик", False),
        ("Wałęsa", "Wesa", False),
        ("Anna Brook", "Anna Brooke", False),
    ],
)
def test_one_actor_has_one_key(name, same_as, same):
    assert (actor_key(name) == actor_key(same_as)) is same


@pytest.mark.parametrize("name", ["Anna Brook", "Анна", "Wałęsa", "<b>../x", "x" * 200, "北京"])
def test_a_key_is_part_of_an_address(name):
    assert set(actor_key(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert actor_key(name)


def test_nothing_to_spell_is_no_key():
    assert actor_key("...") == ""
    assert actor_key("Index") != "index"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("River Post", "river-post"),
        ("RIVER-POST", "river-post"),
        ("1984", "1984-outlet"),
        ("2021-02", "2021-02-outlet"),
        ("Undated", "undated-outlet"),
        ("24.kg", "24-kg"),
    ],
)
def test_an_outlet_has_no_month_for_an_address(name, key):
    assert outlet_key(name) == key


def sums(key, told, first=1, **more):
    """Return an entry whose sentences name one sum each: (sentence, words, currency, value)."""
    amounts = tuple(
        Amount(text=words, currency=currency, value=value, sentence=f"{first + n:012x}")
        for n, (_, words, currency, value) in enumerate(told)
    )
    made = article(key, [sentence for sentence, *_ in told], amounts=amounts, first=first)
    return entry(made, story=A, **more)


BRIDGE = "The bridge over the lower river will cost the county {} to repair."


def test_a_sum_counts_once_over_copies_and_repeated_sentences():
    told = (BRIDGE.format("$3"), "$3", "USD", 3.0)
    entries = [
        sums(A, [told], copy_group="g"),
        sums(B, [told], first=1, copy_group="g"),
        sums(C, [told], first=1),
        sums("d" * 16, [told], first=9),
    ]
    assert [text for text, *_ in shown_figures(entries)] == ["g", "d" * 16]


def test_a_range_is_one_figure():
    told = BRIDGE.format("between $3m and $4m")
    one = sums(A, [(told, "between $3m and $4m", "USD", value) for value in (3e6, 4e6)], first=1)
    amounts = tuple(replace(amount, sentence=f"{1:012x}") for amount in one.article.amounts)
    held = replace(one, article=replace(one.article, amounts=amounts))
    assert [figure.value for places in shown_figures([held]).values() for _, figure in places] == [
        3e6
    ]


def test_a_sum_of_a_sentence_that_is_not_shown_is_not_counted():
    assert shown_figures([sums(A, [(BRIDGE.format("$3"), "$3", "USD", 3.0)], shown=[])]) == {}
