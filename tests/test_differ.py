"""Where sources differ: two sentences of one story beside whether their figures do."""

from __future__ import annotations

import pytest
from briefs import A, B, C, article, entry

from digest.differ.figures import differing, over_time
from digest.extract.amounts import amounts
from digest.extract.quantities import quantities
from digest.extract.stocks import dated


def told(key, text, first, *, story=A, **more):
    """Return an entry of one sentence with the figures that are found in it."""
    body = article(key, [text], first=first).sentences
    made = article(
        key,
        [text],
        first=first,
        amounts=dated(amounts(body), (), body),
        quantities=dated(quantities(body, "en"), (), body),
    )
    return entry(made, story=story, **more)


def values(groups):
    return [[figure.value for _, figure in group] for group in groups]


def pair(one, other, **more):
    entries = [told(A, one, 1, **more), told(B, other, 9, **more)]
    sentences = {(e.article.id, s.id): s for e in entries for s in e.article.sentences}
    return values(differing(entries, sentences))


BRIDGE = "The bridge over the lower river will cost the county {} to repair."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (BRIDGE.format("$3.1 million"), BRIDGE.format("$4.2 million"), [3.1e6, 4.2e6]),
        (BRIDGE.format("$3 million"), BRIDGE.format("$3 million"), None),
        (BRIDGE.format("$3.1 million"), BRIDGE.format("€4.2 million"), None),
        (BRIDGE.format("$3.1 million"), BRIDGE.format("$43 million"), None),
        (BRIDGE.format("$18.3 billion"), BRIDGE.format("$18 billion"), None),
        (BRIDGE.format("about $18.3 billion"), BRIDGE.format("$19.1 billion"), None),
        (BRIDGE.format("at least $3.1 million"), BRIDGE.format("$4.2 million"), None),
        (BRIDGE.format("up to $5.1 million"), BRIDGE.format("$4.2 million"), None),
        (BRIDGE.format("between $3m and $4m"), BRIDGE.format("$4.2 million"), None),
        (BRIDGE.format("£2 million ($3.1 million)"), BRIDGE.format("$4.2 million"), [3.1e6, 4.2e6]),
        (BRIDGE.format("A$2.2 million ($3.1 million)"), BRIDGE.format("$4.2 million"), None),
        (
            BRIDGE.format("$3.1 million"),
            "Parents collected $4.2 million for a school roof on Sunday.",
            None,
        ),
        (
            "The 13-inch lamp of the lower harbour starts at $1,199.",
            "The 15-inch lamp of the lower harbour starts at $1,799.",
            None,
        ),
        (
            "The lamp of the lower harbour comes at $1,099 and $1,499.",
            "The lamp of the lower harbour comes at $1,799.",
            None,
        ),
        (
            "Police said 12 people were injured in the harbour.",
            "Police said 18 people had been injured near the harbour.",
            [12, 18],
        ),
        (
            "Police said 12 people were injured in the harbour.",
            "Police said 18 people were killed in the harbour.",
            None,
        ),
        (
            "The wave killed 230,000 people in 14 countries of the ocean.",
            "The wave killed 170,000 people in the province of the ocean.",
            None,
        ),
        (
            "The quake struck the lower island, home to 120,000 people.",
            "The quake was near the lower island, home to 260,000 people.",
            [120_000, 260_000],
        ),
        (
            "The ministers agreed on 28 road maps of the lower union.",
            "The ministers agreed on 31 road maps of the lower union.",
            [28, 31],
        ),
        (
            "The bank holds 70 percent of the public debt, ministers said.",
            "The bank holds 55 percent of the public debt, ministers said.",
            [70, 55],
        ),
        (
            "The bank holds 70 percent of the public debt, ministers said.",
            "The bank holds 55 percent of the gas market, ministers said.",
            None,
        ),
        (
            "The bank holds 60-70% of the public debt, ministers said.",
            "The bank holds 55% of the public debt, ministers said.",
            None,
        ),
    ],
)
def test_where_two_texts_differ(one, other, expected):
    assert pair(one, other) == ([expected] if expected else [])


def test_versions_of_one_text_do_not_differ_from_each_other():
    one, other = BRIDGE.format("$3.1 million"), BRIDGE.format("$4.2 million")
    assert pair(one, other, copy_group="g") == []


def test_a_sentence_that_may_not_be_shown_differs_from_nothing():
    entries = [
        told(key, BRIDGE.format(words), first)
        for key, first, words in ((A, 1, "$3.1 million"), (B, 9, "$4.2 million"))
    ]
    assert differing(entries, {}) == []


DEBT = "Its foreign debt stood at {} at the end of {}."


@pytest.mark.parametrize(
    ("one", "other", "stories", "expected"),
    [
        (DEBT.format("$18.3 billion", 2020), DEBT.format("$16.1 billion", 2019), (A, B), True),
        (DEBT.format("$18.3 billion", 2020), DEBT.format("$18 billion", 2019), (A, B), False),
        (DEBT.format("$18.3 billion", 2020), DEBT.format("$16.1 billion", 2019), (A, A), False),
        (
            DEBT.format("$18.3 billion", 2020),
            "The public debt stood at $16.1 billion at the end of 2019.",
            (A, B),
            False,
        ),
        (
            DEBT.format("$18.3 billion", 2020),
            "Its foreign debt increased by $16.1 billion.",
            (A, B),
            False,
        ),
        ("Its fine was $18.3 billion.", "Its fine was $16.1 billion.", (A, B), False),
    ],
    ids=["a debt", "rounded", "one story", "other words", "a change", "no stock"],
)
def test_what_slowly_changes_is_set_beside_what_was_said_before(one, other, stories, expected):
    entries = [told(A, one, 1, story=stories[0]), told(C, other, 9, story=stories[1])]
    sentences = {(e.article.id, s.id): s for e in entries for s in e.article.sentences}
    found = over_time(entries, sentences)
    assert values(found) == ([[18.3e9, 16.1e9]] if expected else [])
    assert [[f.as_of for _, f in group] for group in found] == [["2020", "2019"]] * expected
