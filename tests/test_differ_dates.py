"""Where sources differ on a date: two sentences of one story beside whether their dates do."""

from __future__ import annotations

import pytest
from briefs import SETTINGS, A, B, C, article, brief, entry

from digest.differ.dates import differing
from digest.extract.dating.resolve import resolved
from digest.models import DateMention, Published
from digest.render import pages

DAY = Published(date="2021-02-22", confidence="high", basis="dateline")


def told(key, text, first, **more):
    """Return an entry of one sentence with the dates that are found in it."""
    body = article(key, [text], first=first).sentences
    dates = tuple(
        DateMention(text=one.text, date=one.date, sentence=body[0].id, sure=one.sure)
        for one in resolved(text, "en", DAY)
    )
    return entry(article(key, [text], first=first, dates=dates, published=DAY), story=A, **more)


def found(*entries):
    sentences = {(e.article.id, s.id): s for e in entries for s in e.article.sentences}
    return [[mention.date for _, mention in group] for group in differing(entries, sentences)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "Voters of the lower town approved the harbour loan in 2009.",
            "The harbour loan was approved in 2010 by voters of both towns.",
            ["2009", "2010"],
        ),
        (
            "On 27 June 2019, the mill owner admitted dumping waste, and fishermen sued.",
            "The owner of the mill admitted in July 2019 that waste had been dumped.",
            ["2019-06-27", "2019-07"],
        ),
        # The same date, said less precisely.
        (
            "The mill owner admitted dumping waste on 27 June 2019.",
            "The mill owner admitted dumping waste in June 2019.",
            None,
        ),
        # Another verb stands at the date.
        (
            "The mill owner was charged with dumping waste in 2017.",
            "The mill owner was acquitted in 2018 of charges of dumping waste.",
            None,
        ),
        # Too far apart to be one event.
        (
            "The lower town flooded in 2009 and the harbour loan paid for walls.",
            "The lower town flooded in 2019 and the harbour loan paid for walls.",
            None,
        ),
        # Both dates in one of the sentences.
        (
            "Voters of the lower town approved the harbour loan in 2009.",
            "Voters of the lower town approved the harbour loan in 2009 and 2010.",
            None,
        ),
        # A weekday is resolved by us, not written.
        (
            "The council approved the harbour loan on Monday.",
            "The council approved the harbour loan on 19 February.",
            None,
        ),
        # No verb at either date.
        (
            "The harbour loan of the lower town is of 2009.",
            "The harbour loan of the lower town is of 2010.",
            None,
        ),
        # A decade is no year.
        (
            "The harbour guild was founded in the 1930's by rich salt traders.",
            "The harbour guild was founded in 1931 by rich salt traders.",
            None,
        ),
    ],
)
def test_two_dates_of_one_thing_are_set_side_by_side(one, other, expected):
    assert found(told(A, one, 1), told(B, other, 9)) == ([expected] if expected else [])


def test_copies_never_differ_and_three_dates_make_one_group():
    said = "Voters of the lower town approved the harbour loan in {}."
    copies = [told(k, said.format(y), n, copy_group=A) for k, y, n in ((A, 2009, 1), (B, 2010, 9))]
    three = [told(k, said.format(y), n) for k, y, n in ((A, 2009, 1), (B, 2010, 9), (C, 2011, 19))]
    assert found(*copies) == []
    assert found(*three) == [["2009", "2010", "2011"]]


def test_the_story_shows_both_sentences_with_their_dates():
    held = [
        told(A, "Voters of the lower town approved the harbour loan in 2009.", 1),
        told(B, "The harbour loan was approved in 2010 by voters of both towns.", 9),
    ]
    made = {page.path: page.content for page in pages(brief(*held), SETTINGS)}
    (story,) = (text for path, text in made.items() if path.startswith("stories/locks"))
    part = story[story.index("## Where sources differ") :]
    assert ">2009</q>** <q" in part
    assert ">2010</q>** <q" in part
    assert "Which is right is not judged." in part
