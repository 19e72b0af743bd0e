"""What is shown, under caps that count a text once, and the lists on the pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest import caps, select
from digest.models import (
    Amount,
    Article,
    Cleaned,
    Document,
    Entry,
    Grouping,
    OnTopic,
    Published,
    Ranked,
    RawArticle,
    Relation,
    Sentence,
    Story,
    Title,
)
from digest.settings import Cap, Settings, SourceSettings
from digest.text import sentence_id


def article(key, texts, *, ranked=None, on=(), outlet=None):
    raw = RawArticle(source=f"{key}.txt", kind="text", id=key * 16, text="\n".join(texts))
    seen: dict[str, int] = {}
    body = tuple(
        Sentence(id=sentence_id(t, seen), text=t, line=i + 1, start=0, end=len(t), paragraph=i)
        for i, t in enumerate(texts)
    )
    order = ranked if ranked is not None else range(len(texts))
    return Article(
        cleaned=Cleaned(
            document=Document(raw=raw, text=raw.text),
            lines=(),
            language="en",
            title=Title(text="x", line=None, derived=True),
            outlet=outlet,
            url=None,
        ),
        sentences=body,
        published=None,
        ranking=tuple(Ranked(sentence=body[i].id, score=1.0, parts=()) for i in order),
        topics=tuple(
            OnTopic(
                slug=slug,
                role="primary",
                terms=("word",),
                sentences=tuple(body[i].id for i in places),
                why=tuple((body[i].id, ("word",)) for i in places),
            )
            for slug, places in on
        ),
    )


def texts(prefix, n, length=10):
    letters = "abcdefghijklmnopqrstuvwxyz"
    return [
        " ".join(f"{prefix}{letters[i]}{letters[j]}word" for j in range(length)).capitalize() + "."
        for i in range(n)
    ]


def shown(articles, groupings=None, **settings):
    groupings = groupings or [Grouping(article=a.id, story=a.id) for a in articles]
    found = caps.choose_shown(articles, groupings, Settings(**settings))
    return [[s.text for s in a.sentences if s.id in found[a.id]] for a in articles]


@pytest.mark.parametrize(
    ("length", "cap", "expected"),
    [
        (100, Cap(sentences=8, share=0.35, minimum=3), 8),
        (10, Cap(sentences=8, share=0.35, minimum=3), 3),
        (20, Cap(sentences=8, share=0.35, minimum=3), 7),
        (4, Cap(sentences=8, share=0.35, minimum=3), 3),
        (2, Cap(sentences=8, share=0.35, minimum=3), 2),
        (20, Cap(sentences=0, share=0, minimum=0), 0),
        (20, Cap(sentences=99, share=1, minimum=0), 20),
        (0, Cap(), 0),
    ],
)
def test_a_cap_counts_sentences_and_words_but_leaves_a_minimum(length, cap, expected):
    names = [f"{chr(97 + i // 26)}{chr(97 + i % 26)}" for i in range(length)]
    body = [f"Sentence {name} has exactly six words." for name in names]
    assert len(shown([article("a", body)], cap=cap)[0]) == expected


def test_the_extract_and_the_best_of_each_topic_come_before_the_rest():
    one = article("a", texts("q", 10), on=[("gas", (8, 9)), ("vote", (7,))])
    (kept,) = shown([one], cap=Cap(sentences=6, share=1))
    assert kept == [s.text for i, s in enumerate(one.sentences) if i in {0, 1, 2, 7, 8, 9}]


def test_versions_of_one_text_share_one_cap_and_show_the_same_sentences():
    body = texts("q", 10)
    newer, older = (
        article("a", [*body, "A new end was added to the text today."]),
        article("b", body),
    )
    groupings = [
        Grouping(article=newer.id, story="s", copy_group="g"),
        Grouping(
            article=older.id,
            story="s",
            copy_group="g",
            relation=Relation(kind="update", of=newer.id),
        ),
    ]
    first, second = shown([newer, older], groupings, cap=Cap(sentences=4, share=1, minimum=1))
    assert len({*first, *second}) == 4
    assert set(second) <= set(first)


def test_an_outlet_may_have_a_cap_of_its_own():
    one = article("a", texts("q", 10), outlet="The Paper")
    source = SourceSettings(name="The Paper", cap=Cap(sentences=1, share=1, minimum=0))
    assert len(shown([one], sources=(source,))[0]) == 1


def entry(one, date=None, confidence="low"):
    published = date and Published(date=date, confidence=confidence, basis="text")
    ids = frozenset(s.id for s in one.sentences)
    return Entry(
        article=one, grouping=Grouping(article=one.id, story=one.id), published=published, shown=ids
    )


def said(picks, entries):
    known = {e.article.id: {s.id: s.text for s in e.article.sentences} for e in entries}
    return [known[p.article][p.sentence] for p in picks]


def test_a_story_says_nothing_twice_and_hears_each_text():
    one = article("a", ["Ministers met in Brest about the gas price on Monday.", *texts("q", 2)])
    two = article("b", ["On Monday ministers met in Brest about the price of gas.", *texts("z", 2)])
    entries = [entry(one), entry(two)]
    story = Story(id="s", members=(one.id, two.id), independent=2, outlets=())
    picks = said(select.story_picks(story, select.Known(entries)), entries)
    assert picks == [
        one.sentences[0].text,
        two.sentences[1].text,
        one.sentences[1].text,
        two.sentences[2].text,
        one.sentences[2].text,
    ]


def test_a_topic_hears_every_story_once_before_any_twice():
    made = [article(k, texts(k, 3), on=[("gas", (0, 1, 2))]) for k in "abc"]
    entries = [entry(a) for a in made]
    stories = [Story(id=a.id, members=(a.id,), independent=1, outlets=()) for a in made]
    picks = select.topic_picks("gas", stories, select.Known(entries))
    assert [p.article[0] for p in picks] == list("abcabcabc")


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([("2021-03-01", "low"), ("2021-02-01", "high")], "2021-02-01"),
        ([("2021-03", "high"), ("2021-02-01", "low")], "2021-03"),
        ([], None),
    ],
)
def test_the_day_it_speaks_for_is_the_newest_sure_one(dates, expected):
    entries = [entry(article(chr(97 + i), texts("q", 1)), *given) for i, given in enumerate(dates)]
    assert select.newest(entries) == expected


def test_news_off_the_beat_does_not_make_the_digest_newer():
    on, off = article("a", texts("a", 1), on=[("gas", (0,))]), article("b", texts("b", 1))
    entries = [entry(on, "2021-02-01", "high"), entry(off, "2026-02-27", "high")]
    assert select.newest(entries) == "2021-02-01"
    assert select.newest(entries[1:]) == "2026-02-27"


def test_the_front_opens_with_the_newest_stories_on_the_beat():
    made = [article(k, texts(k, 2), on=[("gas", (1,))] if k != "c" else ()) for k in "abc"]
    days = ["2021-01-05", "2021-03-05", "2021-03-06"]
    entries = [entry(a, d) for a, d in zip(made, days, strict=True)]
    stories = [Story(id=a.id, members=(a.id,), independent=1, outlets=()) for a in made]
    known = select.Known(entries)
    picks = {s.id: select.story_picks(s, known) for s in stories}
    line = said(select.bottom_line(entries[::-1], stories, picks, known), entries)
    assert line[:2] == [made[1].sentences[1].text, made[0].sentences[1].text]


@pytest.mark.parametrize(("stories", "opening"), [(2, "aba"), (3, "abc"), (4, "abcd")])
def test_a_story_opens_the_front_twice_only_where_there_are_too_few(stories, opening):
    made = [article(k, texts(k, 3), on=[("gas", (0, 1, 2))]) for k in "abcd"[:stories]]
    entries = [entry(a, f"2021-03-0{9 - i}") for i, a in enumerate(made)]
    told = [Story(id=a.id, members=(a.id,), independent=1, outlets=()) for a in made]
    known = select.Known(entries)
    picks = {s.id: select.story_picks(s, known) for s in told}
    line = select.bottom_line(entries, told, picks, known)
    assert "".join(p.article[0] for p in line) == opening


def test_where_nothing_is_on_a_topic_the_newest_stories_open_the_front():
    made = [article(k, texts(k, 2)) for k in "ab"]
    entries = [entry(made[0], "2021-03-09"), entry(made[1], "2021-03-08")]
    told = [Story(id=a.id, members=(a.id,), independent=1, outlets=()) for a in made]
    known = select.Known(entries)
    picks = {s.id: select.story_picks(s, known) for s in told}
    line = select.bottom_line(entries, told, picks, known)
    assert [p.article for p in line][:2] == [made[0].id, made[1].id]


def test_both_sides_of_what_a_version_changed_are_shown():
    rest = texts("q", 12, length=6)
    older = article("b", ["The ministers will meet in Brest to discuss the price of gas.", *rest])
    newer = article("a", ["The ministers have met in Brest to discuss the price of gas.", *rest])
    groupings = [
        Grouping(article=newer.id, story="s", copy_group="g"),
        Grouping(
            article=older.id,
            story="s",
            copy_group="g",
            relation=Relation(kind="update", of=newer.id),
        ),
    ]
    first, second = shown([newer, older], groupings, cap=Cap(sentences=4, share=1, minimum=1))
    assert newer.sentences[0].text in first
    assert older.sentences[0].text in second
    assert len({*first, *second}) == 4


def test_one_sentence_may_stand_for_two_topics_where_room_is_short():
    one = article("a", texts("q", 10), on=[("gas", (5, 6)), ("vote", (7, 6)), ("talks", (0,))])
    (kept,) = shown([one], cap=Cap(sentences=2, share=1, minimum=0))
    assert kept == [one.sentences[0].text, one.sentences[6].text]


MONEY = "The treasury said that its foreign debt stood at $9 billion in May."


def figured(one, place, *, about="its foreign debt", value=9e9):
    """Return an article whose sentence at `place` names a sum."""
    money = Amount(
        text="$9 billion",
        currency="USD",
        value=value,
        sentence=one.sentences[place].id,
        about=about,
    )
    return replace(one, amounts=(*one.amounts, money))


@pytest.mark.parametrize(
    ("on", "about", "kept"),
    [((7, 9), "its foreign debt", [0, 7, 9]), ((7, 9), None, [0, 1, 7]), ((7,), "debt", [0, 1, 7])],
    ids=["a telling sum on the topic", "nothing says of what", "off the topic"],
)
def test_the_most_telling_figure_keeps_a_place(on, about, kept):
    one = article("a", [*texts("q", 9), MONEY], on=[("debt", on)])
    (found,) = shown([figured(one, 9, about=about)], cap=Cap(sentences=3, share=1))
    assert found == [one.sentences[i].text for i in kept]


def test_of_two_figures_the_more_telling_one_is_kept_and_one_is_enough():
    one = article("a", [*texts("q", 8), MONEY, f"Later {MONEY}"], on=[("debt", (7, 8, 9))])
    two = figured(figured(one, 8, about="a fine"), 9)
    (found,) = shown([two], cap=Cap(sentences=4, share=1))
    assert found == [one.sentences[i].text for i in (0, 1, 7, 9)]


def test_a_figure_in_the_lead_needs_no_second_place():
    one = article("a", [MONEY, *texts("q", 8), f"Later {MONEY}"], on=[("debt", (0, 9))])
    (found,) = shown([figured(figured(one, 0), 9)], cap=Cap(sentences=3, share=1))
    assert found == [one.sentences[i].text for i in (0, 1, 2)]


def test_a_long_figure_speaks_for_its_topic_where_shorter_sentences_then_fit():
    short = "Both sides met again in Brest."
    body = [*texts("q", 3), *texts("r", 1, length=12), short, f"In all, {MONEY}", *texts("z", 3)]
    one = article("a", body, on=[("debt", (3, 5)), ("talks", (3, 4))])
    cap = Cap(sentences=8, share=0.39, minimum=2)
    (found,) = shown([figured(one, 5)], cap=cap)
    assert {one.sentences[i].text for i in (0, 4, 5)} <= set(found)
    (before,) = shown([one], cap=cap)
    assert one.sentences[3].text in before
