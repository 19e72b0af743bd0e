"""Which year a date without one is of, and whether that is sure: ranges, tenses, doubtful anchors.

The texts are of Friday, 27 February 2026 where nothing else is said.
"""

from __future__ import annotations

import pytest
from test_dates import article, said

from digest.extract import dates
from digest.extract.dating.expressions import find
from digest.models import Published

WRITTEN = "2026-02-27"


def named(text, *, day=WRITTEN, confidence="high", language="en"):
    cleaned, sentences = article(*text.split("\n"), language=language)
    published = Published(date=day, confidence=confidence, basis="dateline") if day else None
    found = dates.mentions(cleaned, sentences, published, ())
    return [one.date + ("" if one.sure else "?") for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The end of a range is not before its start.
        ("It extended the term from February 28 to April 1.", ["2026-02-28", "2026-04-01"]),
        ("It will put the February 28 deadline off to April 1.", ["2026-02-28", "2026-04-01"]),
        ("The vote was moved from December 12 to March 5.", ["2025-12-12", "2026-03-05"]),
        ("The fair will run from December 12 to March 5.", ["2025-12-12", "2026-03-05"]),
        ("The fair will run from May 5 to June 8.", ["2026-05-05", "2026-06-08"]),
        ("He was away from December 20 to January 5.", ["2025-12-20", "2026-01-05"]),
        ("The bridge is shut between February 3 and March 9.", ["2026-02-03", "2026-03-09"]),
        ("It fell from March to December.", ["2025-03", "2025-12"]),
        # One year holds for both, but for the turn of the year; a month may be a later one.
        ("Its debt grew from July 2016 to October.", ["2016-07", "2016-10?"]),
        ("Prices fell between July and October 2016.", ["2016-07", "2016-10"]),
        ("Prices fell between December and March 2017.", ["2016-12", "2017-03"]),
        ("It was shut from 30 November 2019 to 2 February.", ["2019-11-30", "2020-02-02"]),
        ("They met on March 3 and April 5, 2021.", ["2021-03-03", "2021-04-05"]),
        ("They met on March 3, 2021, and left in April.", ["2021-03-03", "2025-04?"]),
        ("Its debt grew from July 2025 to October.", ["2025-07", "2025-10"]),
    ],
)
def test_a_range_lends_its_year(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What stands in brackets or is said of the speaker is no part of the clause.
        ("The board will confirm the (largely rigged) count on March 3.", ["2026-03-03"]),
        ("The vote on March 3, she said, will be free.", ["2026-03-03"]),
        ("The talks (begun on February 20) will end on March 2.", ["2026-02-20", "2026-03-02"]),
        # Later than something past: the nearer one.
        ("The court was to rule on March 3.", ["2026-03-03"]),
        ("The court was to rule on February 10.", ["2026-02-10"]),
        ("The truce had been due to lapse on March 3.", ["2026-03-03"]),
        ("The envoy was expected on February 4.", ["2026-02-04"]),
        ("It said the plant would close on February 20.", ["2026-02-20"]),
        ("The judge gave the firm until March 9 to answer.", ["2026-03-09"]),
        ("He was held until February 10.", ["2026-02-10"]),
        ("By January debt had risen.", ["2026-01"]),
        ("He was bailed to appear in court on March 19.", ["2026-03-19"]),
        ("They agreed to meet on March 4.", ["2026-03-04"]),
        # Ahead by the verb, and not by its participle.
        ("She is to be sentenced on March 8.", ["2026-03-08"]),
        ("The deal must be closed by June.", ["2026-06"]),
        ("The bank said that it sees prices fall by December.", ["2026-12"]),
        ("It was agreed that from April 1 the price would rise.", ["2026-04-01"]),
        ("He plans to run again in November.", ["2026-11"]),
        ("The next hearing is on March 4.", ["2026-03-04"]),
        ("The vote was held on February 20 as planned.", ["2026-02-20"]),
        ("The line broke on February 10 due to a storm.", ["2026-02-10"]),
        ("Two men arrested on February 3 will appear in court.", ["2026-02-03"]),
        ("He has been in office since May.", ["2025-05"]),
        ("She won the race last November.", ["2025-11"]),
        # A weekday leaves one year.
        ("The permit came on Wednesday, March 4th.", ["2026-03-04"]),
    ],
)
def test_the_clause_says_which_year(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # No verb tells; or the verb tells what is almost a year off.
        ("Sentencing: March 7.", ["2026-03-07?"]),
        ("The rules came into force on March 15.", ["2025-03-15?"]),
        ("The tickets for the March 25 match sold out.", ["2025-03-25?"]),
        ("We used to march in the old March 8 parade.", ["2025-03-08?"]),
        ("It put the day off from February 28 to April 1.", ["2026-02-28?", "2026-04-01?"]),
        # Days that are named without a year for years after.
        ("Security was tightened after the September 11 attacks.", ["2025-09-11?"]),
        # The article itself names the day with another year.
        (
            "The August 9, 2020 vote was rigged.\nPeople marched after the August 9 vote.",
            ["2020-08-09", "2020-08-09?"],
        ),
        # A round number; a weekday that no verb places; a word that means this week or the next.
        ("He left two weeks ago, she three years ago.", ["2026-02?", "2023?"]),
        ("He left three days ago.", ["2026-02-24"]),
        ("Talks on Tuesday; no word from the ministry.", ["2026-02-24?"]),
        ("They met on Tuesday.", ["2026-02-24"]),
        ("They were to meet on Tuesday.", ["2026-03-03?"]),
        ("They will meet next Sunday.", ["2026-03-01?"]),
        ("They will meet next Monday.", ["2026-03-02"]),
        ("They met last Tuesday.", ["2026-02-24?"]),
        ("They met last Saturday.", ["2026-02-21"]),
    ],
)
def test_what_has_another_reading_is_not_sure(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Thursday.", ["2026-02-26?"]),
        ("They met yesterday, as they did last year.", ["2026-02-26?", "2025?"]),
        ("They met on February 10.", ["2026-02-10?"]),
        ("They met on February 10, 2021 and in March 2022.", ["2021-02-10", "2022-03"]),
        ("It ran from 30 November 2019 to 2 February.", ["2019-11-30", "2020-02-02"]),
    ],
)
def test_no_date_is_surer_than_the_day_of_writing_that_it_needs(text, expected):
    assert named(text, confidence="low") == expected


def test_without_a_day_of_writing_a_range_still_lends_its_year():
    assert named("It grew from July 2016 to October.", day=None) == ["2016-07", "2016-10?"]


def test_another_language_has_no_tense_and_takes_the_nearer_day():
    assert named("Суд 3 марта, а 3 февраля был другой.", language="ru") == [
        "2026-03-03?",
        "2026-02-03",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began on the first of December 2023.", "2023-12-01"),
        ("It began on the twenty-third of May, 2021.", "2021-05-23"),
        ("It began on March the 3rd, 2021.", "2021-03-03"),
        ("It was the first of December's two rounds.", None),
        ("It was the second half of May 2021.", "2021-05"),
    ],
)
def test_a_day_in_words_is_read(text, expected):
    assert next((one.iso for one in find(text, "en") if one.iso), None) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # A post that is set into the text dates itself.
        (
            ["The smog stayed.", ("nav", "— Ann Lee (@annlee) November 1, 2019"), "It was bad."],
            None,
        ),
        (["The smog stayed.", ("nav", "@annlee"), ("nav", "Nov 1, 2019"), "It was bad."], None),
        (["The smog stayed.", ("nav", "Ann Lee @annlee · Nov 1, 2019"), "It was bad."], None),
        (
            [("dateline", "A photo posted by Ann Lee (@annlee) on Nov 1, 2019"), "It was bad."],
            None,
        ),
        # The author has a handle too, above all text.
        ([("byline", "By Ann Lee (@annlee) May 3, 2019"), "It was bad."], ("2019-05-03", "high")),
        ([("nav", "@annlee"), ("dateline", "May 3, 2019"), "It was bad."], ("2019-05-03", "high")),
        (
            [
                ("dateline", "May 3, 2019"),
                "The smog stayed.",
                ("nav", "— Ann Lee (@annlee) May 1, 2019"),
            ],
            ("2019-05-03", "high"),
        ),
    ],
)
def test_the_signature_of_a_post_is_no_dateline(lines, expected):
    assert said(*lines) == expected
