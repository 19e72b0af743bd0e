"""What is the same over articles: actors, sums, one thing with two values."""

import pytest
from briefs import A, B, C, article, entry

from digest.merged import actor_key, differing, shown_amounts
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


def sums(key, told, first=1, **more):
    """Return an entry whose sentences name one sum each: (sentence, words, currency, value)."""
    amounts = tuple(
        Amount(text=words, currency=currency, value=value, sentence=f"{first + n:012x}")
        for n, (_, words, currency, value) in enumerate(told)
    )
    made = article(key, [sentence for sentence, *_ in told], amounts=amounts, first=first)
    return entry(made, story=A, **more)


BRIDGE = "The bridge over the lower river will cost the county {} to repair."
SCHOOL = "Parents collected {} for a school roof on Sunday."


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ((BRIDGE, "$3 million", "USD", 3e6), (BRIDGE, "$4 million", "USD", 4e6), [3e6, 4e6]),
        ((BRIDGE, "$3 million", "USD", 3e6), (BRIDGE, "$3 million", "USD", 3e6), []),
        ((BRIDGE, "$3 million", "USD", 3e6), (BRIDGE, "€4 million", "EUR", 4e6), []),
        ((BRIDGE, "$3 million", "USD", 3e6), (BRIDGE, "$40 million", "USD", 4e7), []),
        ((BRIDGE, "$3 million", "USD", 3e6), (SCHOOL, "$4 million", "USD", 4e6), []),
    ],
    ids=["differ", "agree", "currencies", "too far apart", "another thing"],
)
def test_where_texts_differ(one, other, values):
    entries = [
        sums(key, [(pattern.format(words), words, currency, value)], first=first)
        for key, first, (pattern, words, currency, value) in ((A, 1, one), (B, 9, other))
    ]
    sentences = {(e.article.id, s.id): s for e in entries for s in e.article.sentences}
    found = [[a.value for _, a in group] for group in differing(entries, sentences)]
    assert found == ([values] if values else [])


def test_versions_of_one_text_do_not_differ_from_each_other():
    entries = [
        sums(A, [(BRIDGE.format("$3"), "$3", "USD", 3.0)], copy_group="g"),
        sums(B, [(BRIDGE.format("$4"), "$4", "USD", 4.0)], first=9, copy_group="g"),
    ]
    sentences = {(e.article.id, s.id): s for e in entries for s in e.article.sentences}
    assert differing(entries, sentences) == []


def test_a_sum_counts_once_over_copies_and_repeated_sentences():
    told = (BRIDGE.format("$3"), "$3", "USD", 3.0)
    entries = [
        sums(A, [told], copy_group="g"),
        sums(B, [told], first=1, copy_group="g"),
        sums(C, [told], first=1),
        sums("d" * 16, [told], first=9),
    ]
    assert [text for text, *_ in shown_amounts(entries)] == ["g", "d" * 16]


def test_a_sum_of_a_sentence_that_is_not_shown_is_not_counted():
    assert shown_amounts([sums(A, [(BRIDGE.format("$3"), "$3", "USD", 3.0)], shown=[])]) == {}
