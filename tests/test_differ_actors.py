"""Where sources differ on an actor: two sentences of one story beside what they differ on.

`data/actors/differ.tsv` was written and labelled before the program ran on it: kind or none, then day
and sentence of either text, what differs, and why. Most of it is worded as no rule can read ("She
was 91"); the traps are what counts.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from briefs import SETTINGS, A, B, article, brief, entry

from digest.differ.actors import differing
from digest.extract.actors import actors
from digest.extract.claims import claims
from digest.extract.quotations import quotations
from digest.models import Published
from digest.render import pages

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "data/actors/differ.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
]
FOUND = 7
"""Of the 60 rows that differ; 3 at first sight, and one false of the 60 that do not."""


def told(key, text, day, first, **more):
    """Return an entry of one paragraph with the actors and quotations that are found in it."""
    published = Published(date=day, confidence="high", basis="dateline") if day else None
    made = article(key, text.split(" | "), first=first, published=published)
    who = actors(made.cleaned, made.sentences, ())
    said = quotations(made.cleaned, made.sentences, who)
    return entry(replace(made, actors=who, quotations=said), story=A, **more)


def found(*entries):
    sentences = {(e.article.id, s.id): s for e in entries for s in e.article.sentences}
    groups = differing(entries, sentences)
    return [(group[0].kind, [side.said for side in group]) for group in groups]


DAY = "2021-02-22"


def pair(one, other, day=DAY, later="2021-02-23"):
    return found(told(A, one, day, 1), told(B, other, later, 30))


MILLER = "Miller Ivan Petrov, 34, was pulled from the weir on Monday, said the rescuers."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (MILLER, MILLER.replace("34", "43"), ("age", ["34", "43"])),
        (MILLER, "The weir was closed after 43-year-old Ivan Petrov fell.", ("age", ["34", "43"])),
        (MILLER, "Ivan Petrov, a 43-year-old miller, fell.", ("age", ["34", "43"])),
        (MILLER, "Ivan Petrov, of Upper Town, forty-three, fell.", ("age", ["34", "forty-three"])),
        (MILLER, "Ivan Petrov, the miller, died aged 43.", ("age", ["34", "43"])),
        (
            "A court jailed the clerk Ivan Petrov for five years on Monday.",
            "Clerk Ivan Petrov was sentenced to six years in prison.",
            ("term", ["five years", "six years"]),
        ),
        (
            "The judge gave Ivan Petrov two years and six months.",
            "Ivan Petrov received three years in a colony.",
            ("term", ["two years and six months", "three years"]),
        ),
        (
            "The lock stays shut, Lower Oxbow mayor Ivan Petrov told reporters.",
            "Anna Sidorova, the mayor of Lower Oxbow, said the lock would open.",
            ("office", ["Ivan Petrov", "Anna Sidorova"]),
        ),
        (
            "Sheriff Ivan Petrov of Oxbow County said nobody was hurt.",
            "Nobody was hurt, said Oxbow County Sheriff Anna Sidorova.",
            ("office", ["Ivan Petrov", "Anna Sidorova"]),
        ),
        (
            "“The dam will not hold another spring,” said engineer Ivan Petrov.",
            "“The dam will not hold another spring,” warned Anna Sidorova, who built it.",
            ("words", ["Ivan Petrov", "Anna Sidorova"]),
        ),
        (
            "“The dam will not hold another spring,” said engineer Ivan Goldman.",
            "“The dam will not hold another spring,” said engineer Ivan Godman.",
            ("words", ["Ivan Goldman", "Ivan Godman"]),
        ),
    ],
)
def test_where_two_texts_differ(one, other, expected):
    assert pair(one, other) == [expected]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (MILLER, MILLER),
        (MILLER, MILLER.replace("Ivan Petrov, 34", "Ivan Petrov (43)")),
        (MILLER, "Petrov’s son, Oleg Petrov, 12, was not hurt."),
        (MILLER, "His brother Ivan Petrov, 43, was not hurt, said Anna Sidorova."),
        ("Ivan Petrov, one of the millers, fell.", "Ivan Petrov, 43, fell."),
        ("Ivan Petrov, a father of 12, fell.", "Ivan Petrov, 43, fell."),
        (
            "A court jailed the clerk Ivan Petrov for two years and six months.",
            "Ivan Petrov was sentenced to two and a half years in prison.",
        ),
        (
            "A court jailed the clerk Ivan Petrov for five years.",
            "Prosecutors had asked the court to see Ivan Petrov jailed for six years.",
        ),
        (
            "A court jailed the clerk Ivan Petrov for five years.",
            "Ivan Petrov was sentenced to more than four years in prison.",
        ),
        (
            "Lower Oxbow mayor Ivan Petrov shut the lock.",
            "Lower Oxbow deputy mayor Anna Sidorova shut the lock.",
        ),
        (
            "Lower Oxbow mayor Ivan Petrov shut the lock.",
            "Upper Oxbow mayor Anna Sidorova shut the lock.",
        ),
        (
            "Energy Minister Ivan Petrov spoke of gas.",
            "Energy Minister Anna Sidorova spoke of gas.",
        ),
        (
            "Lower Oxbow mayor Ivan Petrov shut the lock.",
            "Lower Oxbow mayor Anna Sidorova shut the lock. | Ivan Petrov, who led the town, agreed.",
        ),
        (
            "“The dam will not hold another spring,” said Mr. Petrov. | Ivan Petrov built it.",
            "“The dam will not hold another spring,” said engineer Ivan Petrov.",
        ),
        (
            "“The dam will not hold another spring,” said Dzmitry Kazlouski.",
            "“The dam will not hold another spring,” said Dmitry Kozlovsky.",
        ),
        (
            "“The dam will not hold another spring,” wrote Ivan Petrov and Anna Sidorova.",
            "“The dam will not hold another spring,” wrote Ivan Petrov, the elder of the two.",
        ),
    ],
)
def test_where_they_do_not(one, other):
    assert pair(one, other) == []


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ("2013-01-03", "2013-09-28", False),
        ("2013-01", "2013-09-28", False),
        ("2013-09-28", "2013-09-27", False),
        ("2013-01-03", "2015-09-28", True),
        ("2015-09-28", "2013-01-03", True),
        ("2013-01-03", None, False),
        ("2013", "2014", False),
    ],
    ids=str,
)
def test_a_birthday_is_no_difference(first, second, differ):
    one, other = "Ivan Petrov, 26, fell.", "Ivan Petrov, 27, fell."
    assert bool(pair(one, other, first, second)) is differ


def test_an_office_changes_hands_in_time():
    one, other = "Oxbow mayor Ivan Petrov fell.", "Oxbow mayor Anna Sidorova fell."
    assert pair(one, other, "2021-02-22", "2021-03-01")
    assert not pair(one, other, "2021-02-22", "2021-03-02")


def test_copies_do_not_differ():
    one = told(A, MILLER, DAY, 1, copy_group=A)
    assert found(one, told(B, MILLER.replace("34", "43"), DAY, 30, copy_group=A)) == []


def test_story_and_actor_show_both_sentences_with_their_values():
    held = [told(A, MILLER, DAY, 1), told(B, MILLER.replace("34", "43"), DAY, 30)]
    made = {page.path: page.content for page in pages(brief(*held), SETTINGS)}
    story = next(text for path, text in made.items() if path.startswith("stories/locks"))
    for page in (story, made["actors/ivan-petrov.md"]):
        part = page[page.index("## Where sources differ") :]
        assert ">34</q>** <q" in part
        assert ">43</q>** <q" in part
        assert "Which is right is not judged." in part


def test_the_blind_rows():
    hits, false = 0, []
    for kind, day, text, later, text2, *_ in ROWS:
        kinds = [kind for kind, _ in pair(text, text2, day, later)]
        hits += kinds == [kind]
        false += [(kind, text, text2)] if kinds and kinds != [kind] else []
    assert false == []
    assert hits >= FOUND


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NAME was not jailed for five years", []),
        ("NAME got two years to finish the bridge", []),
        ("chief executive of Oxbow Mills NAME", ["CEO"]),
        ("chairman of the Judiciary Committee, NAME helped to win", []),
        ("the chairman of the Oxbow Bank, NAME, helped to win", ["chairman of the Oxbow Bank"]),
    ],
)
def test_what_is_claimed(text, expected):
    at = text.index("NAME")
    said = [claim.text for claim in claims(text, at, at + len("NAME"))]
    assert said == [one.replace("CEO", "chief executive of Oxbow Mills") for one in expected]
