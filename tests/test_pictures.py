"""Drawings: the right marks, for whatever dates and names."""

import xml.etree.ElementTree as ET

import pytest
from briefs import SETTINGS, A, B, C, article, brief, entry
from hypothesis import given, settings
from hypothesis import strategies as st

from digest import pictures
from digest.models import Actor, DateMention, Published
from digest.views.actors import together
from digest.views.coverage import coverage
from digest.views.site import Site
from digest.views.timeline import timeline

DATES = st.one_of(
    st.dates().map(lambda d: d.isoformat()),
    st.dates().map(lambda d: d.isoformat()[:7]),
    st.dates().map(lambda d: d.isoformat()[:4]),
)


def site(published, mentions, names=()):
    """Return a site of one article for each date, all on the first topic."""
    entries = [
        entry(
            article(
                f"{number:016x}",
                [f"Water number {number}."],
                first=number + 1,
                published=Published(date=date, confidence="high", basis="dateline"),
                on={"water": [0]},
                dates=tuple(
                    DateMention(text="Water", date=m, sentence=f"{number + 1:012x}")
                    for m in mentions
                ),
                actors=tuple(
                    Actor(name=n, kind="person", forms=(n,), sentences=(f"{number + 1:012x}",))
                    for n in names
                ),
            )
        )
        for number, date in enumerate(published)
    ]
    return Site(brief(*entries), SETTINGS)


@settings(deadline=None, max_examples=40)
@given(st.lists(DATES, min_size=1, max_size=6), st.lists(DATES, max_size=12))
def test_every_picture_is_well_formed_and_inside_its_frame(published, mentions):
    made = site(published, mentions, ("Anna <Brook>", 'Bo "&" Carp'))
    for width in (340, 1140):
        drawings = (
            pictures.coverage(coverage(made, made.topics.values()), width),
            pictures.timeline(timeline(made), width),
            pictures.together(together(made, made.brief.entries), width),
        )
        for drawing in filter(None, drawings):
            root = ET.fromstring(drawing)  # noqa: S314
            assert root.get("aria-label")
            across = [float(c.get("cx")) for c in root.iter("circle")]
            assert all(0 <= x <= width for x in across)


def test_coverage_prints_the_numbers_of_its_table():
    made = site(["2021-01-03", "2021-01-09", "2021-03", "2021"], [])
    view = coverage(made, made.topics.values())
    root = ET.fromstring(pictures.coverage(view, 620))  # noqa: S314
    drawn = [(t.get("data-n"), t.text) for t in root.iter("text") if t.get("data-n")]
    assert drawn == [
        ("topic:water@2021-01.articles", "2"),
        ("topic:water@2021-03.articles", "1"),
    ]
    assert [(d.iso, [c.value for c in counts]) for d, counts in view.table] == [
        ("2021-03", [1, 0]),
        ("2021-01", [2, 0]),
    ]
    assert (view.unit, view.undrawn.value) == ("month", 1)


def test_a_long_span_is_drawn_by_year():
    view = coverage(site(["2001-05-05", "2021-03"], []), [])
    assert view.dates == ()
    made = site(["2001-05-05", "2021-03", "2021"], [])
    view = coverage(made, made.topics.values())
    assert [d.iso for d in view.dates] == ["2001", "2021"]
    assert (view.unit, view.undrawn.value) == ("year", 0)


def test_the_line_draws_precision_and_what_lies_ahead():
    made = site(["2021-02-20"], ["2021-02-20", "2021-01", "2020", "2021-03-01"])
    root = ET.fromstring(pictures.timeline(timeline(made), 1140))  # noqa: S314
    kinds = [e.get("class") for e in root.iter() if e.tag in {"circle", "path"}]
    found = {k: kinds.count(k) for k in ("fi", "pa", "foot-month", "foot-year", "now")}
    assert found == {"fi": 3, "pa": 1, "foot-month": 1, "foot-year": 1, "now": 1}


def test_dates_that_would_cover_each_other_are_small_dots_without_a_number():
    """Three days in a row, each in four texts, beside one a year before."""
    days = ["2020-02-20", "2021-02-18", "2021-02-19", "2021-02-20"]
    root = ET.fromstring(pictures.timeline(timeline(site(days, days)), 1140))  # noqa: S314
    drawn = [(float(c.get("cx")), float(c.get("r"))) for c in root.iter("circle")]
    numbered = [x for x, r in drawn if r == pictures.NUMBERED]
    assert sorted(r for _, r in drawn) == [pictures.SMALL] * 2 + [pictures.NUMBERED] * 2
    assert abs(numbered[0] - numbered[1]) > 2 * pictures.NUMBERED
    inside = [t for t in root.iter("text") if "in-fi" in (t.get("class") or "")]
    assert [t.text for t in inside] == ["4", "4"]


def test_on_a_phone_a_number_stands_clear_of_the_name_of_its_row():
    made = site(["2021-01-03", "2021-01-09", "2021-03"], [])
    root = ET.fromstring(pictures.coverage(coverage(made, made.topics.values()), 340))  # noqa: S314
    names = [float(t.get("y")) for t in root.iter("text") if t.get("class") == "ct"]
    numbers = [float(t.get("y")) for t in root.iter("text") if t.get("data-n")]
    height = 12
    assert numbers
    assert all(high - height > min(names) for high in numbers)


def test_dates_far_from_the_others_are_listed_and_not_drawn():
    near = [f"2020-{month:02}-05" for month in range(1, 13)]
    view = timeline(site(["2021-02-20"], [*near, "1943-05-01", "2090"]))
    assert [e.date.iso for e in view.drawn] == near[::-1]
    assert (view.total.value, view.undrawn.value) == (14, 2)


@pytest.mark.parametrize("draw", [pictures.timeline])
def test_no_date_no_line(draw):
    assert not draw(timeline(Site(brief(as_of=None), SETTINGS)), 340)


def test_who_appears_with_whom_joins_only_texts_that_name_two():
    names = [("Anna Brook", "Bo Carp"), ("Anna Brook", "Bo Carp"), ("Anna Brook",)]
    entries = [
        entry(
            article(
                key,
                ["Anna Brook saw Bo Carp."],
                first=n + 1,
                actors=tuple(
                    Actor(name=name, kind="person", forms=(name,), sentences=(f"{n + 1:012x}",))
                    for name in held
                ),
            )
        )
        for n, (key, held) in enumerate(zip((A, B, C), names, strict=True))
    ]
    view = together(Site(brief(*entries), SETTINGS), entries)
    assert [a.name for a in view.actors] == ["Anna Brook", "Bo Carp"]
    assert [c.names for c in view.columns] == [(True, True), (True, True)]
