"""Which figures lead the front page and a topic, and what the ledger's first page holds."""

from __future__ import annotations

from dataclasses import replace

from briefs import SETTINGS, article, brief, entry

from digest.models import Amount, Published, Quantity
from digest.views.figures import figures
from digest.views.ledger import A_PAGE, MONEY, ledger
from digest.views.site import Site


def told(number, *, day=None, on=True, amounts=(), quantities=()):
    """Return an article of one sentence with figures; `amounts` are (text, value, about, per)."""
    said = f"{number * 16:012x}"
    published = Published(date=day, confidence="high", basis="dateline") if day else None
    texts = ["; ".join([*(a[0] for a in amounts), *(f"{q[0]} of {q[2]}" for q in quantities)])]
    made = article(
        f"{number:016x}",
        texts,
        first=number * 16,
        published=published,
        on={"water": [0]} if on else {},
        amounts=tuple(
            Amount(text=text, currency="USD", value=value, about=about, per=per, sentence=said)
            for text, value, about, per in amounts
        ),
    )
    shares = tuple(
        Quantity(kind=kind, text=text, value=value, unit=text.split()[-1], about=of, sentence=said)
        for text, value, of, kind in quantities
    )
    return entry(replace(made, quantities=shares))


def chosen(*entries, most=4, slug=""):
    site = Site(brief(*entries), SETTINGS)
    return [f.text.text for f in figures(site, site.brief.entries, most=most, slug=slug)]


LOAN = ("$5 billion", 5e9, "a loan", None)
DEBT = ("$7 billion", 7e9, "its debt", None)
PRICE = ("$127", 127.0, None, "1,000 cubic metres")
BARE = ("$3", 3.0, None, None)
SHARE = ("70 percent", 70.0, "the debt", "share")
KILLED = ("9 people", 9.0, "killed", "count")


def test_sums_with_an_object_come_first_the_newest_of_them_leading():
    assert chosen(
        told(1, day="2021-02-03", amounts=[PRICE, BARE], quantities=[SHARE]),
        told(2, day="2021-02-02", amounts=[LOAN]),
        told(3, day="2021-02-01", amounts=[DEBT]),
    ) == ["$5 billion", "$7 billion", "70 percent", "$127"]


def test_undated_and_off_beat_figures_come_last():
    assert chosen(
        told(1, amounts=[LOAN]),
        told(2, day="2021-02-02", on=False, amounts=[DEBT]),
        told(3, day="2021-02-01", amounts=[PRICE]),
    ) == ["$127", "$7 billion", "$5 billion"]


def test_each_object_and_each_value_once():
    again = ("$6 billion", 6e9, "the debt", None)
    twice = ("$7 billion", 7e9, "bonds", None)
    assert chosen(
        told(1, day="2021-02-03", amounts=[DEBT]),
        told(2, day="2021-02-02", amounts=[again]),
        told(3, day="2021-02-01", amounts=[twice]),
    ) == ["$7 billion"]


def test_a_topic_leaves_room_for_shares_and_counts_and_lists_nothing_off_it():
    sums = [(f"${n} million", n * 1e6, f"fund{n}", None) for n in range(1, 9)]
    entries = [
        told(n, day="2021-02-03", amounts=sums[2 * n - 2 : 2 * n], quantities=[])
        for n in range(1, 5)
    ]
    entries += [
        told(8, day="2021-02-01", quantities=[SHARE, KILLED]),
        told(9, day="2021-02-04", on=False, amounts=[DEBT]),
    ]
    assert chosen(*entries, most=6, slug="water") == [
        *("$1 million", "$2 million", "$3 million", "$4 million"),
        *("70 percent", "9 people"),
    ]


def test_a_long_ledger_keeps_money_on_its_first_page():
    entries = [
        told(n, day="2021-02-03", quantities=[(f"{n} people", float(n), None, "count")])
        for n in range(100, 200)
    ]
    entries += [
        told(n, day="2020-01-01", amounts=[(f"${n}", float(n), None, None)])
        for n in range(300, 300 + MONEY + 9)
    ]
    view = ledger(Site(brief(*entries), SETTINGS))
    rows = {table.title: len(table.rows) for table in view.tables}
    assert rows == {"Sums in USD": MONEY, "Counts": A_PAGE - MONEY}
    assert sum(len(p.items) for p in view.archive) == len(view.rows) == len(entries)


def test_a_share_is_drawn_to_a_hundred_and_a_count_is_not_drawn():
    view = ledger(Site(brief(told(1, quantities=[SHARE, KILLED])), SETTINGS))
    assert [(t.title, [r.share for r in t.rows]) for t in view.tables] == [
        ("Shares", [70]),
        ("Counts", [0]),
    ]
