"""Dates lent within a copy group or a story."""

import itertools

import pytest

from digest.inherit import inherit
from digest.models import (
    Article,
    Cleaned,
    DateMention,
    Document,
    Grouping,
    Published,
    RawArticle,
    Relation,
    Title,
)


def article(name, date=None, confidence="high", knows=()):
    raw = RawArticle(source=f"{name}.txt", kind="text", id=name, text="")
    return Article(
        cleaned=Cleaned(
            document=Document(raw=raw, text=""),
            lines=(),
            language="en",
            title=Title(text="t", line=None, derived=True),
            outlet=None,
            url=None,
        ),
        sentences=(),
        published=Published(date=date, confidence=confidence, basis="x") if date else None,
        ranking=(),
        dates=tuple(DateMention(text="x", date=day, sentence="s") for day in knows),
    )


def group(name, story="s", copies=None, kind=None, *, of="a", akin="ac"):
    relation = Relation(kind=kind, of=of) if kind else None
    return Grouping(
        article=name, story=story, copy_group=copies, relation=relation, akin=tuple(akin)
    )


A, B, C = article("a", "2021-02-22"), article("b"), article("c", "2021-02-25")
COARSE = article("b", "2021", "low")


@pytest.mark.parametrize(
    ("articles", "groupings", "expected"),
    [
        # A copy was written on the day of its original, a new version within the month.
        ([A, B], [group("a", copies="g"), group("b", copies="g", kind="copy")], "2021-02-22"),
        ([A, B], [group("a", copies="g"), group("b", copies="g", kind="update")], "2021-02"),
        ([A, COARSE], [group("a", copies="g"), group("b", copies="g", kind="update")], "2021-02"),
        # Copies of different days share the month.
        (
            [A, B, C],
            [group("a", copies="g")] + [group(n, copies="g", kind="copy") for n in "bc"],
            "2021-02",
        ),
        # One that disagrees lends nothing; nor does a story refine what is known.
        (
            [A, article("b", "2020", "low")],
            [group("a", copies="g"), group("b", copies="g", kind="copy")],
            "2020",
        ),
        ([A, COARSE], [group("a"), group("b")], "2021"),
        # Other texts on the same event: the month; a single one, or copies of one, are not enough.
        ([A, B, C], [group("a"), group("b"), group("c")], "2021-02"),
        ([A, B, C], [group("a"), group("b", akin="c"), group("c")], "2021-02"),
        ([A, B, C], [group("a"), group("b", akin=""), group("c")], None),
        ([A, B, C], [group("a"), group("b", story="other"), group("c")], None),
        ([A, B], [group("a"), group("b")], None),
        (
            [A, B, C],
            [group("a", copies="g"), group("b"), group("c", copies="g", kind="copy")],
            None,
        ),
        # A text that knows later days, and a story that runs for months.
        (
            [A, article("b", knows=("2021-06-01",)), C],
            [group("a"), group("b"), group("c")],
            None,
        ),
        ([A, B, article("c", "2021-05-05")], [group("a"), group("b"), group("c")], None),
        # A sure date counts before unsure ones.
        (
            [A, B, C, article("d", "2020-01-01", "low")],
            [group("a"), group("b"), group("c"), group("d")],
            "2021-02",
        ),
    ],
)
def test_what_b_gets(articles, groupings, expected):
    for order in itertools.permutations(articles):
        found = inherit(order, groupings)["b"]
        assert (found.date if found else None) == expected
        assert found is None or found.confidence == "low"


def test_own_dates_stand_and_lent_ones_are_never_lent_on():
    """B gets its date from A's copy; C, in B's story alone, gets none from B."""
    far = article("c")
    groupings = [
        group("a", story="one", copies="g"),
        group("b", story="two", copies="g", kind="copy"),
        group("c", story="two"),
    ]
    dates = inherit([A, B, far], groupings)
    assert dates["a"] is A.published
    assert dates["b"] == Published(
        date="2021-02-22", confidence="low", basis="another article of the same story"
    )
    assert dates["c"] is None
