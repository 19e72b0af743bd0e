"""What pages promise in so many words is so: whose headline, how corroborated, what was tried."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from briefs import DAY, MONTH, SETTINGS, A, B, C, article, brief, entry

from digest.extract.amounts import amounts
from digest.models import DateMention
from digest.render import pages
from digest.settings import Term
from digest.views.differences import differing
from digest.views.site import Site
from digest.views.timeline import events


def made(*entries, settings=SETTINGS, **more):
    found = pages(brief(*entries), settings, **more)
    return {page.path: re.sub(r"<[^>]*>", "", page.content) for page in found}


def on_water(key, texts, first, **more):
    return article(key, texts, first=first, on={"water": list(range(len(texts)))}, **more)


@pytest.mark.parametrize(
    ("outlets", "expected"),
    [
        (
            ("River Post", "Lake News"),
            "22 Feb 2021 · River Post · 2 articles in 2 outlets, 2 indep",
        ),
        ((None, "Lake News"), "22 Feb 2021 · outlet not named · 2 articles, 2 indep"),
        (("River Post", None), "22 Feb 2021 · River Post · 2 articles, 2 indep"),
    ],
)
def test_a_headline_has_the_outlet_of_its_own_article(outlets, expected):
    one = on_water(A, ["Water fell."], 1, outlet=outlets[0], published=DAY)
    two = on_water(B, ["Locks are shut."], 5, outlet=outlets[1], published=MONTH)
    files = made(entry(one, story="s" * 16), entry(two, story="s" * 16))
    assert expected in files["stories/index.md"].replace(" ,", ",")


@pytest.mark.parametrize(
    ("again", "expected"),
    [("Boats pay twice for water.", "what most independent texts say first"),
     ("Nobody pays for water now.", "newest story first, each told by one text")],
)  # fmt: skip
def test_key_facts_promise_only_what_two_texts_say(again, expected):
    one = on_water(A, ["Water is dear.", "Boats pay twice for water."], 1, published=DAY)
    two = on_water(B, [again], 2 if "Boats" in again else 7, published=MONTH)
    assert expected in made(entry(one), entry(two))["topics/water.md"]


def test_key_facts_look_among_all_sentences_of_the_topic():
    """The two old texts that agree are further back than the picks of the front page reach."""
    held = brief(
        entry(on_water(A, ["Water is dear."], 1, published=DAY)),
        entry(on_water(B, ["Boats pay twice."], 2, published=MONTH)),
        entry(on_water(C, ["Boats pay twice."], 2, published=MONTH)),
    )
    held = replace(held, topics=tuple((slug, picks[:1]) for slug, picks in held.topics))
    page = next(p.content for p in pages(held, SETTINGS) if p.path == "topics/water.md")
    key = page.partition('id="key"')[2]
    assert key.index("Boats pay twice") < key.index("Water is dear")


def test_an_empty_topic_speaks_to_readers():
    terms = (Term(pattern="pike*"), Term(pattern="carp|tench ~ pond*"), Term(pattern="eel trap"))
    water, fish = SETTINGS.topics
    settings = replace(SETTINGS, topics=(water, replace(fish, terms=terms)))
    near = on_water(A, ["The carp left the upper pond by water."], 1, title="Carp move")
    page = made(entry(near), settings=settings)["topics/fish.md"]
    assert "3 words and phrases of this topic were looked for in the 1 sentence shown" in page
    assert "- pike\n- eel trap\n" in page
    assert "The closest article: [Carp move](" in page
    assert not re.search(r"[*~|]", page.partition("No sentence on Fish")[2].partition("closest")[0])


def test_a_topic_page_has_only_differences_of_sentences_on_the_topic():
    told = "The bridge over the lower lock cost {} to build, the council said."
    texts = [told.format("$3.1 million"), told.format("$4.2 million")]

    def one(key, text, first, **more):
        body = article(key, [text], first=first).sentences
        own = article(key, [text], first=first, amounts=amounts(body), **more)
        return entry(own, story="s" * 16)

    on, off = {"on": {"water": [0]}}, {}
    stories = ["s" * 16]
    for both, expected in (((on, on), 1), ((on, off), 0)):
        entries = [
            one(k, t, n, **m) for k, t, n, m in zip((A, B), texts, (1, 9), both, strict=True)
        ]
        site = Site(brief(*entries), SETTINGS)
        assert len(differing(site, stories)) == 1
        assert len(differing(site, stories, slug="water")) == expected


def test_a_date_lists_no_sentence_twice_in_nearly_the_same_words():
    said = [
        "The council will open the upper lock again in May 2021.",
        "The council will open the upper lock again by May 2021.",
        "Carp come back in May 2021, anglers hope.",
    ]
    entries = [
        entry(
            article(
                key,
                [text],
                first=n,
                dates=(DateMention(text="May 2021", date="2021-05", sentence=f"{n:012x}"),),
            )
        )
        for n, (key, text) in enumerate(zip((A, B, C), said, strict=True), start=1)
    ]
    (event,) = events(Site(brief(*entries), SETTINGS))
    assert [item.sentence.text for _, item, _ in event.items] == [said[0], said[2]]
    assert len(event.also) == 1


def test_the_front_page_speaks_to_readers():
    page = made(entry(on_water(A, ["Water fell."], 1, published=DAY)))["index.md"]
    assert "1 sentence in all · 1 min for this page" in page
    assert "No figure in the sentences of articles on a topic." in page
    assert "No edition yet. Once there is one, what is new since then stands here." in page
    assert "`" not in page


def test_the_method_tells_what_was_made_of_texts_unseen_before_all_else():
    rows = [["title exact", 0.657, 1.0], ["date wrong and sure count", 2, 0]]
    section = {"key": "own-second", "columns": ["measure", "first sight", "digest"], "rows": rows}
    tuned = {"name": "Headlines found exactly", "value": "0.971", "data": "news", "compared": ""}
    evaluation = {"measures": [tuned], "sections": [section]}
    page = made(evaluation=evaluation)["about.md"]
    assert "| Headlines found exactly | 0.657 |" in page
    assert "| Dates called sure and wrong | 2 |" in page
    assert page.index("0.657") < page.index("promise nothing") < page.index("0.971")


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (DAY, "Date: dateline. Verbatim, from line 3 of the text."),
        (replace(MONTH, basis="text"), "Date: worked out from the text, not sure. Verbatim, "),
        (None, "Date: nothing in the file supports one. Verbatim, from line 3 of the text."),
    ],
)
def test_a_source_says_beside_it_what_its_date_rests_on(published, expected):
    found = pages(brief(entry(on_water(A, ["Water fell."], 1, published=published))), SETTINGS)
    page = next(p.content for p in found if p.path == "index.md")
    assert f'<cite data-why="{expected}' in page


def test_a_picture_of_coverage_says_its_newest_numbers_above():
    old = on_water(A, ["Water fell."], 1, published=MONTH)
    new = on_water(B, ["Locks are shut."], 5, published=DAY)
    assert "Feb 2021: Water &amp; locks 1, Fish 0" in made(entry(new), entry(old))["index.md"]
