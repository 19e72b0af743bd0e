"""Figures, timeline and actors: what stands on the pages and in the download."""

import csv
import io
import re
from dataclasses import replace

import pytest
from briefs import DAY, MONTH, SETTINGS, A, B, C, article, brief, entry

from digest.indexes import cell
from digest.models import MARKER, Actor, Amount, DateMention, Quantity, Quotation
from digest.render import pages
from digest.verify.counts import Counts
from digest.verify.files import Count
from digest.verify.table import slices
from digest.views.timeline import is_scheduled


def told(key, texts, first, *, date=DAY, **more):
    return article(key, texts, first=first, published=date, on={"water": [0]}, **more)


def names(*found):
    return tuple(
        Actor(name=name, kind=kind, forms=forms, sentences=tuple(f"{n:012x}" for n in at))
        for name, kind, forms, at in found
    )


def sample():
    one = told(
        A,
        [
            "Mrs Brook paid $3 million for the lock on 5 May.",
            "“We will pay it twice,” said Anna Brook.",
            "Water costs $4 per 1,000 litres, or =2+3 so.",
            "Up to 40 to 45 percent of the river's water was let out by 2020.",
            "In the end 5 million carp were killed.",
            "Of 9 locks nobody spoke.",
        ],
        1,
        actors=names(
            ("Anna Brook", "person", ("Mrs Brook", "Anna Brook"), [1, 2]),
            ("River Board", "organisation", ("River Board",), [1]),
            ("Lone Carp", "person", ("Lone Carp",), [3]),
        ),
        amounts=(
            Amount(
                text="$3 million",
                currency="USD",
                value=3e6,
                sentence=f"{1:012x}",
                about="for the lock",
            ),
            Amount(text="$4", currency="USD", value=4.0, sentence=f"{3:012x}", per="1,000 litres"),
        ),
        quantities=(
            Quantity(
                kind="share",
                text="40 to 45 percent",
                value=40.0,
                most=45.0,
                unit="percent",
                sentence=f"{4:012x}",
                about="the river's water",
                modifier="Up to",
                as_of="2020",
            ),
            Quantity(
                kind="count",
                text="5 million carp",
                value=5e6,
                unit="carp",
                sentence=f"{5:012x}",
                about="were killed",
            ),
            Quantity(kind="count", text="9 locks", value=9.0, unit="locks", sentence=f"{6:012x}"),
        ),
        dates=(DateMention(text="5 May", date="2021-05-05", sentence=f"{1:012x}"),),
    )
    said = Quotation(text="We will pay it twice,", speaker="Anna Brook", sentence=f"{2:012x}")
    one = replace(one, quotations=(said,))
    two = told(
        B,
        ["Anna Brook opens the lock on 5 May.", "Nobody asked the River Board."],
        11,
        actors=names(
            ("ANNA BROOK", "person", ("Anna Brook",), [11]),
            ("River Board", "organisation", ("River Board",), [12]),
        ),
        dates=(DateMention(text="5 May", date="2021-05-05", sentence=f"{11:012x}"),),
    )
    return brief(
        entry(one, shown=[0, 1, 2, 3, 4]),
        entry(two, shown=[0], published=MONTH),
        entry(article(C, ["Carp."], first=21)),
    )


@pytest.fixture(scope="module")
def files():
    return {page.path: page.content for page in pages(sample(), SETTINGS)}


def text_of(markdown):
    plain = re.sub(r"<[^>]*>", "", markdown)
    return re.sub(r"\]\([^)]*\)", "]", plain)


def test_an_actor_is_quoted_with_each_wording_once():
    said = {A: "“We will pay it twice,” said Anna Brook.", B: "Anna Brook: “We will pay it twice.”"}
    held = []
    for first, (key, text) in enumerate(said.items(), start=1):
        who = names(("Anna Brook", "person", ("Anna Brook",), [first]))
        one = told(key, [text], first, actors=who)
        quote = text[text.index("“") + 1 : text.index("”")]
        spoken = Quotation(text=quote, speaker="Anna Brook", sentence=f"{first:012x}")
        held.append(entry(replace(one, quotations=(spoken,))))
    files = {p.path: p.content for p in pages(brief(*held), SETTINGS)}
    own = text_of(files["actors/anna-brook.md"])
    assert own[own.index("## In their own words") : own.index("## Sent")].count("We will pay") == 1


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (
            "figures/index.md",
            ["2 sums of money, 1 share, 1 count from 1 article", "## Sums in USD"],
        ),
        ("figures/index.md", ["3,000,000 USD", "## Shares", "Up to", "40–45 %", "as of 2020"]),
        ("figures/index.md", ["## Counts", "5 million 5,000,000", "**carp** were killed"]),
        ("topics/water.md", ["**$3 million** for the lock"]),
        ("index.md", ["**Up to 40 to 45 percent** the river's water, as of 2020"]),
        ("figures/index.md", ["for the lock", "## Prices per unit", "for 1,000 litres"]),
        ("timeline/index.md", ["1 date that texts name", "## Ahead of 22 Feb 2021", "5 May 2021"]),
        ("timeline/index.md", ["2 articles, 2 texts", "written 5 May"]),
        ("actors/index.md", ["2 actors", "[Anna Brook] 2 articles", "## Organisations"]),
        ("actors/anna-brook.md", ["Person · named in 2 articles, 2 independent texts"]),
        ("actors/anna-brook.md", ["Written as Anna Brook, Mrs Brook.", "[River Board] 2 articles"]),
        ("actors/anna-brook.md", ["“We will pay it twice,” Anna Brook"]),
        ("topics/water.md", ["[Anna Brook] 2 articles", "## What is scheduled", "[All figures]"]),
        ("index.md", ["## Coverage over time", "Feb 2021 | 1 |", "## Who appears with whom"]),
        ("index.md", ["| [Anna Brook], [River Board] |"]),
    ],
)
def test_a_page_says_what_it_should(files, path, expected):
    said = text_of(files[path])
    assert [part for part in expected if part not in said] == []


def test_what_one_text_names_has_no_page_unless_the_editor_wants_it(files):
    assert "actors/lone-carp.md" not in files
    assert "actors/anna-brook.md" in files


def test_a_sentence_that_may_not_be_shown_is_nowhere(files):
    hidden = ("Nobody asked", "9 locks")
    assert [p for p, content in files.items() if any(h in content for h in hidden)] == []


def test_every_number_is_what_verify_counts(files):
    counts = Counts(sample(), SETTINGS)
    marks = re.compile(r'data-n="([^"]+)" (?:data-)?value="(\d+)"')
    found = [
        (path, name, value)
        for path, content in files.items()
        for name, value in marks.findall(content)
        if name.partition(":")[0] in {"actor", "date"} or "@" in name or name in OURS
    ]
    asked = {name for _, name, _ in found}
    assert {n for n in OURS if n not in asked} == set()
    wrong = [
        (path, name, value)
        for path, name, value in found
        if str(counts.expected(Count(name, value, 1, 0), [])) != value
    ]
    assert wrong == []


OURS = {
    "site.figures",
    "site.shares",
    "site.counts",
    "site.figured",
    "site.dates",
    "site.actors",
    "site.lone",
}


def test_the_download_holds_the_ledger_and_no_formula(files):
    content = files["figures/figures.csv"]
    assert MARKER in content[:300]
    rows = list(csv.DictReader(io.StringIO(content)))
    assert [(r["amount"], r["value"], r["currency"], r["per"]) for r in rows] == [
        ("$3 million", "3000000", "USD", ""),
        ("$4", "4", "USD", "1,000 litres"),
        ("40 to 45 percent", "40", "", ""),
        ("5 million carp", "5000000", "", ""),
    ]
    assert [(r["kind"], r["unit"], r["modifier"]) for r in rows] == [
        ("sum", "", ""),
        ("price", "", ""),
        ("share", "", "Up to"),
        ("count", "carp", ""),
    ]
    said = {s.text for s in slices(content)}
    assert {"the river's water", "Up to", "carp", "were killed"} <= said
    assert [s.text for s in slices(content) if s.sentence] == [r["sentence"] for r in rows]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+3", "'+3"),
        ("-3", "'-3"),
        ("@x", "'@x"),
        (" \t=1", "'=1"),
        ("'quoted", "''quoted"),
        ("$3", "$3"),
        ("a=b", "a=b"),
    ],
)
def test_no_cell_starts_a_formula(given, expected):
    assert cell(given) == expected


@pytest.mark.parametrize(
    ("date", "as_of", "published", "ahead"),
    [
        ("2021-05-05", "2021-02-22", ["2021-02-22"], True),
        ("2021-05-05", "2021-05-05", ["2021"], False),
        ("2021", "2021-02-22", ["2021-02-22"], False),
        ("2022", "2021-02-22", ["2021-02", None], True),
        ("2022", "2021-02-22", [None], False),
        ("2021-05-05", "2021-05", ["2021-02"], False),
        ("2021-05-05", "2021-02-22", ["2021-06-01"], False),
        ("2021-05-05", None, ["2021-02"], False),
    ],
)
def test_ahead_is_only_what_surely_lies_after_everything(date, as_of, published, ahead):
    assert is_scheduled(date, as_of, published) is ahead


def test_an_empty_digest_says_so_on_each_index():
    made = {page.path: text_of(page.content) for page in pages(brief(as_of=None), SETTINGS)}
    assert "## No figure yet" in made["figures/index.md"]
    assert "## No date yet" in made["timeline/index.md"]
    assert "## Nobody yet" in made["actors/index.md"]
