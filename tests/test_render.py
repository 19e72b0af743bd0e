"""The generated files: what stands on each page, and that nothing else does."""

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import jsonschema
import pytest
from briefs import DAY, MONTH, SETTINGS, A, B, C, article, brief, entry, sample
from markdown_it import MarkdownIt

from digest.machine import dataset
from digest.models import MARKER, Published
from digest.render import pages

ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def files():
    return {page.path: page.content for page in pages(sample(), SETTINGS)}


def text(markdown: str) -> str:
    """Markdown without tags and link targets, as a person skims it."""
    plain = re.sub(r"<[^>]*>", "", markdown)
    return re.sub(r"\]\([^)]*\)", "]", plain)


def test_every_page_has_its_address(files):
    assert sorted(files) == sorted(
        [
            "index.md",
            "topics/water.md",
            "topics/fish.md",
            "stories/index.md",
            "stories/locks-stay-shut-aaaaaaaa.md",
            "stories/cccccccc.md",
            "articles/index.md",
            "articles/2021/locks-stay-shut-aaaaaaaa.md",
            "articles/2021/water-fell-on-bbbbbbbb.md",
            "articles/undated/cccccccc.md",
            "sources/index.md",
            "sources/river-post.md",
            "sources/b443eb56.md",
            "actors/index.md",
            "figures/index.md",
            "figures/figures.csv",
            "timeline/index.md",
            "about.md",
            "search/index.md",
            *(f"search/{name}.json" for name in ("head", "table", "w-_", "a-_", "t-0")),
            "editions/index.md",
            "changes.md",
            "feeds/all.xml",
            "feeds/all.json",
            "feeds/changes.xml",
            "feeds/changes.json",
            "feeds/water.xml",
            "feeds/water.json",
            "feeds/fish.xml",
            "feeds/fish.json",
            "robots.txt",
            "data/schema.json",
            *(f"data/{name}.json" for name in ("index", *dataset.NAMES)),
            *(f"data/{name}.schema.json" for name in ("index", *dataset.NAMES)),
            f"data/articles/{A}.json",
            f"data/articles/{B}.json",
            f"data/articles/{C}.json",
        ]
    )


@pytest.mark.parametrize(
    ("date", "section"),
    [("2020-02-23", "recent"), ("2020-02-21", "background"), ("2020", "recent")],
)
def test_a_topic_parts_the_last_year_from_its_background(date, section):
    """The newest article is of 22 February 2021; a date is as old as the newest day it may mean."""
    old = Published(date=date, confidence="high", basis="dateline")
    made = brief(
        entry(article(A, ["Water is dear."], on={"water": [0]}, published=DAY)),
        entry(article(B, ["Water was cheap."], on={"water": [0]}, published=old, first=9)),
        entry(article(C, ["Water is wet."], on={"water": [0]}, first=20)),
    )
    said = next(p.content for p in pages(made, SETTINGS) if p.path == "topics/water.md")
    recent, _, background = said.partition('id="all"')[2].partition('id="background"')
    assert "Water is dear" in recent
    assert "Water is wet" in background
    assert "Water was cheap" in {"recent": recent, "background": background}[section]


def test_a_topic_puts_first_what_most_independent_texts_say():
    said = ["Water is dear.", "Boats pay twice for water."]
    both = article(B, said[1:], on={"water": [0]}, published=MONTH, first=2)
    made = brief(
        entry(article(A, said, on={"water": [0, 1]}, published=DAY)), entry(both, story="other")
    )
    page = next(p.content for p in pages(made, SETTINGS) if p.path == "topics/water.md")
    key = page.partition('id="key"')[2]
    assert key.index("Boats pay twice") < key.index("Water is dear")


def test_a_story_names_what_was_kept_apart_from_it():
    held = sample()
    first, second = held.stories
    held = replace(held, stories=(replace(first, alike=(second.id,)), second))
    made = {page.path: page.content for page in pages(held, SETTINGS)}
    story = made["stories/locks-stay-shut-aaaaaaaa.md"]
    assert "(../stories/cccccccc.md)" in story.partition("kept apart")[2]
    assert "kept apart" not in made["stories/cccccccc.md"]


def test_every_file_carries_the_marker_near_its_start(files):
    assert [path for path, content in files.items() if MARKER not in content[:300]] == []


def test_a_sentence_that_may_not_be_shown_is_nowhere(files):
    assert [path for path, content in files.items() if "Nobody asked" in content] == []


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.md", ["# 22 February 2021", "Monday, the newest day", "By topic", "$3 million"]),
        ("index.md", ["3 articles", "2 independent texts", "2 outlets, 1 without", "1 undated"]),
        ("topics/water.md", ["# Water &amp; locks", "**Who takes how much water, and when.**"]),
        ("topics/water.md", ["2 sentences from 2 articles, 1 independent text", "matched Water"]),
        ("topics/water.md", ["×2, 1 text"]),
        ("topics/fish.md", ["No sentence on Fish", "2 words and phrases of this topic"]),
        ("articles/2021/locks-stay-shut-aaaaaaaa.md", ["3 of 4 sentences", "1 sentence not shown"]),
        ("articles/2021/locks-stay-shut-aaaaaaaa.md", ["dateline: Water fell on Monday. (line 3)"]),
        ("articles/2021/locks-stay-shut-aaaaaaaa.md", ["| 2 | Home Weather Sport | rule 1 |"]),
        ("articles/2021/locks-stay-shut-aaaaaaaa.md", ["Earlier version [Water fell on…]"]),
        ("articles/2021/water-fell-on-bbbbbbbb.md", ["Jan 2021?, day not known, not sure"]),
        ("articles/2021/water-fell-on-bbbbbbbb.md", ["An earlier version of [Locks stay shut]"]),
        ("articles/undated/cccccccc.md", ["no date", "nothing in the file supports a date"]),
        ("stories/locks-stay-shut-aaaaaaaa.md", ["in 2 articles, 1 outlet, 1 independent text"]),
        ("sources/index.md", ["4 files read · 1 skipped · 1 off the beat", "articles/x.pdf"]),
        ("articles/index.md", ["## 2021", "earlier version of a text here", "## Undated"]),
        ("sources/river-post.md", ["Outlet · 1 article, 1 independent text · 22 Feb 2021"]),
        (
            "sources/river-post.md",
            ["## 2021", "## On the topics", "Water &amp; locks] 1 ar"],
        ),
        ("about.md", ["At most 8 sentences and at most 35 %", "desk@briefing.example"]),
    ],
)
def test_a_page_says_what_it_should(files, path, expected):
    said = text(files[path])
    assert [part for part in expected if part not in said] == []


def test_changes_between_versions_stand_word_by_word(files):
    page = files["stories/locks-stay-shut-aaaaaaaa.md"]
    assert "The council <del>will hold</del> talks" in page
    assert "The council <ins>has begun</ins> talks" in page


def test_each_sentence_has_its_anchor_once_and_links_lead_to_it(files):
    anchors = re.findall(r'id="(s-[^"]+)"', "".join(files.values()))
    targets = re.findall(r"#(s-[0-9a-f-]+)\)", "".join(files.values()))
    assert sorted(anchors) == sorted(set(anchors))
    assert set(targets) == set(anchors)


def test_a_publisher_is_linked_at_the_sentence_only_where_an_address_is_known(files):
    known, unknown = (
        files["articles/2021/locks-stay-shut-aaaaaaaa.md"],
        files["articles/undated/cccccccc.md"],
    )
    assert "(https://post.example/locks?a=1&amp;b=2#:~:text=Water%20fell%20on%20Monday.)" in known
    assert "at the publisher" not in unknown


def test_other_languages_are_declared(files):
    page = files["articles/undated/cccccccc.md"]
    assert 'lang="ru">Вода ушла.</q>' in page


def test_feeds_are_atom_with_dated_stories_only(files):
    feed = ET.fromstring(files["feeds/all.xml"])  # noqa: S314
    entries = feed.findall(f"{ATOM}entry")
    assert feed.findtext(f"{ATOM}updated") == "2021-02-22T00:00:00Z"
    assert [e.findtext(f"{ATOM}title") for e in entries] == ["Locks stay shut"]
    assert [e.findtext(f"{ATOM}updated") for e in entries] == ["2021-02-22T00:00:00Z"]
    ids = [feed.findtext(f"{ATOM}id"), *(e.findtext(f"{ATOM}id") for e in entries)]
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", i or "") for i in ids)
    assert len(set(ids)) == len(ids)
    quoted = {(q.get("data-a"), q.get("data-s")): q.text for q in feed.iter(f"{XHTML}q")}
    assert quoted[A, "000000000001"] == "Water fell on Monday."
    links = [link.get("href") for link in entries[0].findall(f"{ATOM}link")]
    assert links == ["https://briefing.example/two-rivers/stories/locks-stay-shut-aaaaaaaa/"]


def test_an_empty_feed_is_still_a_feed(files):
    feed = ET.fromstring(files["feeds/fish.xml"])  # noqa: S314
    assert feed.findtext(f"{ATOM}title") == "Neighbours & co: Fish"
    assert feed.findall(f"{ATOM}entry") == []


def test_data_follows_its_schema_and_holds_only_what_is_shown(files):
    schema = json.loads(files["data/schema.json"])
    found = json.loads(files[f"data/articles/{A}.json"])
    jsonschema.Draft202012Validator(schema).validate(found)
    assert [s["text"] for s in found["sentences"]] == [
        "Water fell on Monday.",
        "The council has begun talks with Anna Brook.",
        "It costs $3 million.",
    ]
    assert found["actors"][0]["forms"] == ["Anna Brook"]


def test_nothing_depends_on_the_order_of_sets():
    first, again = (pages(sample(), SETTINGS) for _ in range(2))
    assert first == again


def test_no_article_at_all_says_what_to_do():
    files = {page.path: page.content for page in pages(brief(as_of=None), SETTINGS)}
    assert "No article yet" in files["index.md"]
    assert "# Nothing dated yet" in files["index.md"]


def test_two_articles_whose_short_ids_meet_keep_two_addresses():
    one, two = (
        article(key, ["Water rose."], first=n, published=None)
        for n, key in enumerate(("a" * 15 + "1", "a" * 15 + "2"), start=1)
    )
    paths = [p.path for p in pages(brief(entry(one), entry(two)), SETTINGS)]
    assert [p for p in paths if p.startswith("articles/undated/")] == [
        "articles/undated/locks-stay-shut-aaaaaaaaaaaaaaa1.md",
        "articles/undated/locks-stay-shut-aaaaaaaaaaaaaaa2.md",
    ]
    assert len(paths) == len(set(paths))


def test_a_long_list_is_paged_by_month_and_a_new_article_shifts_no_old_page():
    def held(many: int) -> dict[str, str]:
        entries = [
            entry(article(f"{n:016x}", [f"Water rose {n} times."], first=n, on={"water": [0]}))
            for n in range(1, many)
        ]
        return {p.path: p.content for p in pages(brief(*reversed(entries)), SETTINGS)}

    before, after = held(200), held(201)
    parts = ["articles/undated.md", "articles/undated-2.md", "topics/water/undated.md"]
    assert [path for path in parts if path not in before] == []
    assert [path for path in before if before[path] != after[path]] == [
        "index.md",
        "topics/water.md",
        "topics/water/undated-2.md",
        "topics/fish.md",
        "stories/index.md",
        "stories/undated-2.md",
        "articles/index.md",
        "articles/undated-2.md",
        "sources/index.md",
        "sources/undated-2.md",
        "sources/river-post.md",
        "sources/river-post/undated-2.md",
        "about.md",
        "search/head.json",
        "search/table.json",
        "search/w-_.json",
        "search/t-188.json",
        "feeds/all.json",
        "feeds/water.json",
        "data/index.json",
        "data/stories.json",
        "data/topics.json",
        "data/sources.json",
    ]


def test_a_page_reads_as_markdown_wherever_the_repository_shows_it(files):
    """CommonMark, which knows no `markdown="1"`, leaves no link, heading or table raw."""
    commonmark = MarkdownIt("commonmark", {"html": True}).enable("table")
    raw = re.compile(r"\]\([^)\s]*\)|^#+ |^\| ", re.MULTILINE)
    markdown = {p: c.split("\n---\n", 1)[1] for p, c in files.items() if p.endswith(".md")}
    found = {path: raw.findall(commonmark.render(content)) for path, content in markdown.items()}
    assert {path: left for path, left in found.items() if left} == {}
