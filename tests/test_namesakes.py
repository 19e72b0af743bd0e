"""Names of several articles that are one actor's, and those that are not."""

from __future__ import annotations

import pytest
from briefs import article

from digest.models import Actor, Grouping
from digest.namesakes import joined
from digest.settings import ActorSettings

LISTED = (
    ActorSettings(name="Alyaksandr Holt", kind="person", forms=("Holt",)),
    ActorSettings(name="Viktar Holt", kind="person", forms=()),
)


def names(*texts, listed=(), kind="person"):
    """Return the names that actors of some texts go by afterwards.

    A text is its story, then its actors: a name, or a name and another of its forms.
    """
    articles, groupings = [], []
    for n, (story, *actors) in enumerate(texts):
        made = article(
            f"{n:016x}",
            ["The lock was shut again."],
            actors=tuple(
                Actor(name=name, kind=kind, forms=(name, *forms), sentences=("000000000001",))
                for name, *forms in (one.split("|") for one in actors)
            ),
        )
        articles.append(made)
        groupings.append(Grouping(article=made.id, story=story))
    return [[a.name for a in one.actors] for one in joined(articles, groupings, listed)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([["s", "Frederick C. Dorn"], ["s", "Fred Dorn"]], [["Frederick C. Dorn"]] * 2),
        ([["s", "Fred Dorn"], ["s", "Fred Dorn"], ["s", "F. Dorn"]], [["Fred Dorn"]] * 3),
        ([["s", "Frederick C. Dorn"], ["s", "Frederick Carl Dorn"]], [["Frederick Carl Dorn"]] * 2),
        ([["s", "W. Mark Dorn"], ["s", "Mark Dorn"]], [["W. Mark Dorn"]] * 2),
        ([["s", "Dorn"], ["s", "Anna Dorn"]], [["Anna Dorn"]] * 2),
        ([["s", "Heidar Alishvan"], ["s", "Heydar Alishban"]], [["Heidar Alishvan"]] * 2),
        ([["s", "Siarhei Dornik"], ["s", "Сергей Дорник"]], [["Siarhei Dornik"]] * 2),
    ],
)
def test_names_of_one_person_in_one_story_are_joined(texts, expected):
    assert names(*texts) == expected


@pytest.mark.parametrize(
    "texts",
    [
        [["s", "Fred Dorn"], ["t", "Frederick Dorn"]],
        [["s", "Anna Dorn"], ["s", "Karl Dorn"]],
        [["s", "George W. Dorn"], ["s", "George H. W. Dorn"]],
        [["s", "George W. Dorn"], ["s", "George H. W. Dorn"], ["s", "George Dorn"]],
        [["s", "Dorn"], ["s", "Anna Dorn"], ["t", "Karl Dorn"]],
        [["s", "A. Dorn"], ["s", "Anna Dorn"], ["t", "Arthur Dorn"]],
        [["s", "Paul Dorn"], ["s", "Paula Dorn"]],
        [["s", "Paul Dorn"], ["s", "Paul Dorn Jr."]],
        [["s", "Anna Lee"], ["s", "Anna Leo"]],
        [["s", "Fred Dorn", "Frederick Dorn"], ["s", "Fred Dorn"]],
    ],
)
def test_who_may_be_two_stays_two(texts):
    assert names(*texts) == [[*actors] for _, *actors in texts]


def test_the_name_that_joins_most_articles_may_not_join_two_that_differ():
    texts = [["s", "Dorn"], ["s", "Anna Dorn"], ["s", "Anna B. Dorn"], ["s", "Karl Dorn"]]
    assert names(*texts) == [["Dorn"], ["Anna B. Dorn"], ["Anna B. Dorn"], ["Karl Dorn"]]


def test_the_editors_name_wins_and_two_of_the_editors_stay_two():
    texts = [["s", "A. Holt"], ["s", "Alyaksandr Holt"], ["s", "Viktar Holt"]]
    assert names(*texts, listed=LISTED) == [
        ["Alyaksandr Holt"],
        ["Alyaksandr Holt"],
        ["Viktar Holt"],
    ]
    assert names(["s", "Holt"], ["s", "Viktar Holt"], listed=LISTED) == [["Holt"], ["Viktar Holt"]]


def test_many_of_one_surname_do_not_take_long():
    assert len(names(*[["s", f"Anna{'abcdefgh'[n % 8] * (n // 8)} Dorn"] for n in range(1000)])) > 1


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            [["s", "USRS"], ["s", "U.S. River Survey"], ["s", "River Survey"]],
            [["U.S. River Survey"]] * 3,
        ),
        ([["s", "RBD"], ["s", "Blue River Board|RBD"]], [["Blue River Board"]] * 2),
        ([["s", "Tolva Inc"], ["s", "Tolva"]], [["Tolva"]] * 2),
        ([["s", "USRS"], ["t", "U.S. River Survey"]], [["USRS"], ["U.S. River Survey"]]),
        (
            [["s", "BRB"], ["s", "Blue River Board"], ["s", "Black River Board"]],
            [["BRB"], ["Blue River Board"], ["Black River Board"]],
        ),
    ],
)
def test_a_short_name_is_the_only_bodys_it_can_stand_for(texts, expected):
    assert names(*texts, kind="organisation") == expected


def test_two_names_of_one_body_in_an_article_become_one_entry():
    texts = [["s", "USRS", "River Survey"], ["s", "U.S. River Survey"]]
    assert names(*texts, kind="organisation") == [["U.S. River Survey"]] * 2
