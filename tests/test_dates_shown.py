"""A date that is not sure says so wherever it is printed or published, as an article's own does."""

from __future__ import annotations

import csv
import io
import json
import re

import jsonschema
import pytest
from briefs import DAY, SETTINGS, A, B, article, brief, entry

from digest.editions import freeze, records
from digest.editions.history import History
from digest.models import Amount, DateMention, Published
from digest.render import pages
from digest.views.editions import edition
from digest.views.site import Site
from digest.views.timeline import events

DOUBTED = Published(date="2021-02-20", confidence="low", basis="text")


def at(text, date, number, *, sure):
    return DateMention(text=text, date=date, sentence=f"{number:012x}", sure=sure)


def state(*, second_is_sure):
    """Two texts: the first names two days and a sum by an unsure day of publication."""
    one = article(
        A,
        [
            "The lock shut on Friday and opens on May 5.",
            "On Friday the water board owed $3 million.",
        ],
        published=DOUBTED,
        on={"water": [0, 1]},
        amounts=(
            Amount(
                text="$3 million",
                currency="USD",
                value=3e6,
                sentence=f"{2:012x}",
                about="the water board owed",
                as_of="2021-02-19",
                as_of_sure=False,
            ),
        ),
        dates=(
            at("on Friday", "2021-02-19", 1, sure=False),
            at("May 5", "2021-05-05", 1, sure=False),
            at("On Friday", "2021-02-19", 2, sure=False),
        ),
    )
    two = article(
        B,
        ["The lock shut on 19 February 2021."],
        first=11,
        published=DAY,
        on={"water": [0]},
        dates=(at("19 February 2021", "2021-02-19", 11, sure=second_is_sure),),
    )
    return brief(entry(one), entry(two), as_of="2021-02-22")


def made(*, second_is_sure=False):
    found = pages(state(second_is_sure=second_is_sure), SETTINGS)
    return {page.path: page.content for page in found}


def text_of(markdown):
    return re.sub(r"<[^>]*>", "", markdown)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("timeline/index.md", ["19 Feb 2021?", "5 May 2021?"]),
        ("topics/water.md", ["19 Feb 2021?", "5 May 2021?", "as of 19 Feb 2021?"]),
        ("index.md", ["as of 19 Feb 2021?"]),
        ("figures/index.md", ["as of 19 Feb 2021?"]),
        (
            "articles/2021/locks-stay-shut-aaaaaaaa.md",
            [
                "on Friday 19 Feb 2021?, not sure, lines 3, 4; ",
                "May 5 5 May 2021?, not sure, line 3",
            ],
        ),
    ],
)
def test_an_unsure_date_is_printed_with_its_mark(path, expected):
    shown = text_of(made()[path])
    bare = "|".join(re.escape(words.removesuffix("?")) for words in ("19 Feb 2021", "5 May 2021"))
    assert [words for words in expected if words not in shown] == []
    # Each date in the page's text but where its own source writes it has the mark.
    assert set(re.findall(rf"(?:{bare})(.)", shown)) <= {"?"}


def test_one_sure_sentence_makes_a_date_sure_and_stands_first():
    found = {e.date.iso: e for e in events(Site(state(second_is_sure=True), SETTINGS))}
    day = found["2021-02-19"]
    assert day.date.sure
    assert [(item.sentence.article, sure) for _, item, sure in day.items] == [(B, True), (A, False)]
    assert "written on Friday, not sure" in text_of(made(second_is_sure=True)["timeline/index.md"])


def test_data_say_which_dates_are_sure():
    files = made(second_is_sure=True)
    rows = json.loads(files["data/timeline.json"])["rows"]
    assert [(row["date"], row["sure"], [n["sure"] for n in row["named"]]) for row in rows] == [
        ("2021-05-05", False, [False]),
        ("2021-02-19", True, [False, False, True]),
    ]
    (figure,) = json.loads(files["data/figures.json"])["rows"]
    assert (figure["as_of"], figure["as_of_sure"]) == ("2021-02-19", False)
    own = json.loads(files[f"data/articles/{A}.json"])
    assert {one["sure"] for one in own["dates"]} == {False}
    jsonschema.Draft202012Validator(json.loads(files["data/schema.json"])).validate(own)
    for name in ("timeline", "figures"):
        schema = json.loads(files[f"data/{name}.schema.json"])
        jsonschema.Draft202012Validator(schema).validate(json.loads(files[f"data/{name}.json"]))
    (row,) = csv.DictReader(io.StringIO(files["figures/figures.csv"]))
    assert (row["date_sure"], row["as_of_sure"]) == ("no", "no")


def test_an_edition_keeps_that_a_sum_is_dated_by_an_unsure_day():
    held = state(second_is_sure=False)
    frozen = freeze.freeze(Site(held, SETTINGS, History()), "2021-02-22")
    text = records.edition_text(frozen)
    assert '"as_of_sure": false' in text
    read = records.edition(text, "editions/2021-02-22.json")
    assert read == frozen
    later = Site(held, SETTINGS, History(editions=(read,)))

    shown = edition(later, read)
    assert [(one.as_of.iso, one.as_of.sure) for one in shown.figures] == [("2021-02-19", False)]


def test_what_was_written_before_unsure_dates_were_told_reads_on_and_stays_the_same():
    frozen = freeze.freeze(Site(state(second_is_sure=True), SETTINGS, History()), "2021-02-22")
    old = records.edition_text(frozen).replace(', "as_of_sure": false', "")
    assert "as_of_sure" not in old
    assert records.edition_text(records.edition(old, "e.json")) == old


def test_an_article_names_a_date_once_with_all_its_lines():
    one = article(
        A,
        ["It opened in 2026.", "It shuts in 2026.", "It opened in May 2026."],
        published=DAY,
        dates=tuple(at("2026", "2026", n, sure=True) for n in (1, 2)),
    )
    files = {page.path: page.content for page in pages(brief(entry(one)), SETTINGS)}
    shown = text_of(files["articles/2021/locks-stay-shut-aaaaaaaa.md"])
    assert "2026 2026, only the year is known, lines 3, 4" in shown
    assert shown.count("2026 2026") == 1
