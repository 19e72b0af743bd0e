"""The sentence before one that leans: which lean, where it is printed, and never twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from briefs import DAY, SETTINGS, A, article, brief, entry

from digest.leaning import dangles
from digest.models import Pick
from digest.text import words
from digest.views.context import NEAR, in_order, leans, unrepeated
from digest.views.site import Site


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The miller chose the upper lock instead.", "en", True),
        ("The miller chose the upper lock instead of the lower.", "en", False),
        ("The council shut the weir soon afterwards.", "en", True),
        ("The price of grain is in none of them.", "en", True),
        ("The farmers say that nobody asked them.", "en", False),
        ("Anna and Bert say that nobody asked them.", "en", False),
        ("When they came, the lock was shut.", "en", False),
        ("Mr Brook, who came by boat, spoke of the weir.", "en", True),
        ("Mr Adam Brook came by boat.", "en", False),
        ("Совет принял такое решение в среду.", "ru", True),
        ("Совет принял такое же решение.", "ru", False),
        ("Это такой совет, как и прежний.", "ru", False),
        ("Der Rat wählte stattdessen die obere Schleuse.", "de", True),
        ("The council met on Monday.", "en", False),
    ],
)
def test_what_points_back_from_within(text, language, expected):
    assert dangles(text, words(text.lower()), language) is expected


def leaning(shown=(0, 1, 2, 3)):
    """A site of one text whose second and fourth sentence lean on the one before."""
    made = article(A, ["The weir broke.", "It fell.", "Carp left.", "They swam."], published=DAY)
    ids = [s.id for s in made.sentences]
    before = {ids[1]: ids[0], ids[3]: ids[2]}
    ranking = tuple(replace(r, context=before.get(r.sentence)) for r in made.ranking)
    return Site(brief(entry(replace(made, ranking=ranking), shown=list(shown))), SETTINGS)


def items(site, *numbers):
    return site.items(Pick(article=A, sentence=f"{n:012x}") for n in numbers)


def said(found):
    """The number of each item, behind that of the sentence printed dimmed before it."""
    return [(int(i.context.id, 16) if i.context else None, int(i.sentence.id, 16)) for i in found]


def test_a_sentence_that_leans_brings_the_one_before_it():
    assert said(items(leaning(), 1, 2)) == [(None, 1), (1, 2)]
    assert said(items(leaning(shown=[1]), 2)) == [(None, 2)]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ([2, 4], [(1, 2), (3, 4)]),
        ([1, 2], [(None, 1), (None, 2)]),
        ([1, 3, 2], [(None, 1), (None, 2), (None, 3)]),
        ([2, 3, 1], [(None, 3), (None, 1), (None, 2)]),
        ([1, 3, 4, 2], [(None, 1), (None, 2), (None, 3), (None, 4)]),
    ],
)
def test_it_stands_right_behind_the_one_it_leans_on(order, expected):
    assert said(in_order(items(leaning(), *order))) == expected


def test_what_stands_above_a_list_is_not_repeated_in_it():
    held = items(leaning(), 3, 2)
    assert said(in_order(held, above=items(leaning(), 1))) == [(None, 2), (None, 3)]


def test_an_order_that_is_fixed_loses_the_context_only_where_it_is_near():
    near = said(unrepeated(items(leaning(), 1, 3, 2)))
    far = said(unrepeated(items(leaning(), 1, *[3] * NEAR, 2)))
    assert near[-1] == (None, 2)
    assert far[-1] == (1, 2)


@pytest.mark.parametrize(("shown", "expected"), [([0, 1], [0, 1]), ([1], [2])])
def test_a_page_can_ask_what_stands_alone(shown, expected):
    site = leaning(shown)
    assert [leans(site, A, f"{n + 1:012x}") for n in shown] == expected


def test_copies_of_one_sentence_never_make_a_list_lose_another():
    """Two texts whose sentences lean on each other's: a list keeps both."""
    one, two = items(leaning(), 1, 2)
    crossed = replace(one, context=two.sentence), replace(two, context=one.sentence)
    assert len(in_order(crossed)) == len(crossed)
