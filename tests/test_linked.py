"""What the head of a page says to machines: no more than is sure, and never the text as ours."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from briefs import DAY, SETTINGS, A, B, C, article, entry, sample
from hypothesis import given
from hypothesis import strategies as st

from digest.machine import linked
from digest.models import Published
from digest.verify import linked as checking
from digest.views import head
from digest.views.site import Site

BASE = "https://briefing.example/two-rivers/"
SOURCE = {
    "url": "https://post.example/locks",
    "outlet": "River Post",
    "published": "2021-02-22",
    "language": "en",
    "titled": True,
}


def described(path="articles/2021/x-aaaaaaaa/", title="Locks stay shut", **meta):
    held = {"kind": "article", **meta}
    return linked.describe(base=BASE, path=path, title=title, brand="Rivers", meta=held)


@given(st.text())
def test_whatever_a_title_holds_the_script_ends_where_we_end_it(title):
    text = linked.script(described(title=title, source=SOURCE))
    assert not set(text) & set("<>&\u2028\u2029\n")
    assert text.isascii()
    assert json.loads(text)["name"] == title


@pytest.mark.parametrize("title", ["</script><script>x", "<!--", "a\u2028b", "&lt;", "]]>", '"}'])
def test_hostile_titles_stay_words(title):
    text = linked.script(described(title=title))
    assert "</" not in text
    assert json.loads(text)["name"] == title


def test_a_page_is_based_on_the_article_and_the_outlet_is_the_article_s():
    found = described(source=SOURCE)
    assert found["@type"] == "WebPage"
    assert found["isBasedOn"] == {
        "@type": "Article",
        "headline": "Locks stay shut",
        "url": "https://post.example/locks",
        "publisher": {"@type": "Organization", "name": "River Post"},
        "datePublished": "2021-02-22",
        "inLanguage": "en",
    }
    assert {"author", "publisher", "datePublished", "articleBody", "text"} & set(found) == set()


def test_what_is_not_known_is_not_said():
    unknown = dict.fromkeys(SOURCE)
    assert described(source=unknown)["isBasedOn"] == {"@type": "Article"}


def test_a_story_lists_its_articles_and_the_way_to_a_page_is_named():
    parts = ["articles/2021/a/", "articles/undated/b/"]
    found = described("stories/x-aaaaaaaa/", kind="story", parts=parts)
    assert found["@type"] == "CollectionPage"
    assert [i["url"] for i in found["mainEntity"]["itemListElement"]] == [BASE + p for p in parts]
    way = found["breadcrumb"]["itemListElement"]
    assert [(i["position"], i["name"], i["item"]) for i in way] == [
        (1, "Rivers", BASE),
        (2, "Stories", f"{BASE}stories/"),
        (3, "Locks stay shut", f"{BASE}stories/x-aaaaaaaa/"),
    ]


def test_the_front_is_the_site_and_pages_by_hand_say_nothing():
    found = described("", kind="front", summary="What two rivers do")
    assert (found["@type"], found["url"]) == ("WebSite", BASE)
    assert found["description"] == "What two rivers do"
    target = found["potentialAction"]["target"]["urlTemplate"]
    assert target == f"{BASE}search/?q={{search_term_string}}"
    assert described(kind=None) == {}
    assert linked.describe(base="", path="", title="", brand="", meta={"kind": "front"}) == {}


def test_only_sure_dates_leave_the_page():
    site = Site(sample(), SETTINGS)
    sure, unsure, none = (head.article(site, site.entries[key]) for key in (A, B, C))
    assert (sure.modified, sure.source.published) == ("2021-02-22", "2021-02-22")
    assert (unsure.modified, unsure.source.published) == (None, None)
    assert (none.modified, none.source.published) == (None, None)
    assert [one.source.titled for one in (sure, unsure, none)] == [True, False, True]
    assert head.story(site, site.stories[A]).modified == "2021-02-22"


def test_a_description_holds_no_article_text():
    site = Site(sample(), SETTINGS)
    said = head.story(site, site.stories[A]).summary
    assert said == (
        "Story, 22 Feb 2021, told by River Post: verbatim sentences, each traced to its source."
    )
    assert head.article(site, site.entries[B]).summary == (
        "From an article, Jan 2021?, day not known, not sure: verbatim sentences, each with its line."
    )


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({}, []),
        ({"headline": "Locks stay open"}, ["headline"]),
        ({"url": "https://other.example/"}, ["url"]),
        ({"url": None}, ["url"]),
        ({"publisher": {"name": "Other Post"}}, ["publisher"]),
        ({"datePublished": "2021-02-23"}, ["datePublished"]),
        ({"datePublished": None}, ["datePublished"]),
    ],
)
def test_the_gate_holds_linked_data_against_the_article(change, wrong):
    one = entry(article(A, ["Water fell."], url="https://post.example/locks", published=DAY))
    found = described(source=SOURCE)
    found["isBasedOn"] |= change
    told = list(checking.mistakes(json.dumps(found), one))
    assert [re.search(r"says (\w+)", what)[1] for what in told] == wrong


def test_the_gate_refuses_a_date_that_is_not_sure_and_an_article_that_is_not_there():
    unsure = Published(date="2021-02-22", confidence="low", basis="text")
    one = entry(article(A, ["Water fell."], url="https://post.example/locks", published=unsure))
    text = json.dumps(described(source=SOURCE))
    assert len(list(checking.mistakes(text, one))) == 1
    assert list(checking.mistakes(text, None)) == [
        "linked data names an article on a page that is none's"
    ]


def test_addresses_of_ours_are_all_named_for_the_gate():
    text = json.dumps(described(source=SOURCE, parts=["articles/2021/a/"]))
    found = set(checking.addresses(text))
    assert found == {
        *(BASE, f"{BASE}articles/", f"{BASE}articles/2021/a/", f"{BASE}articles/2021/x-aaaaaaaa/")
    }


META = re.compile(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">')


@pytest.mark.slow
def test_every_page_has_its_card_and_its_description(built):
    site = built / "site"
    home = "https://example.github.io/digest/"
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        found = dict(META.findall(text))
        assert found["og:description"] == found["description"] != ""
        assert found["twitter:card"] == "summary_large_image"
        assert (site / found["og:image"].removeprefix(home)).is_file(), path
        assert path.name == "404.html" or found["og:url"].startswith(home)


@pytest.mark.slow
def test_every_generated_page_describes_itself_at_its_own_address(built):
    site = built / "site"
    found = 0
    for path in sorted(site.rglob("index.html")):
        text = path.read_text(encoding="utf-8")
        scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
        (value,) = (json.loads(script) for script in scripts)
        address = f"https://example.github.io/digest/{path.parent.relative_to(site).as_posix()}/"
        assert value["url"] == address.replace("/./", "/")
        found += "isBasedOn" in value
    assert found == len(list((site / "data" / "articles").iterdir()))


@pytest.mark.slow
def test_without_an_address_no_page_claims_one(project):
    from digest.build import project as projects
    from digest.build import site as building

    text = (project / "digest.yml").read_text(encoding="utf-8")
    bare = text.replace("https://example.github.io/digest/", "")
    (project / "digest.yml").write_text(bare, encoding="utf-8")
    found = projects.load(project / "digest.yml")
    building.build(found, found.place())
    front = (project / "site" / "index.html").read_text(encoding="utf-8")
    assert "og:image" not in front
    assert "ld+json" not in front
    assert not (project / "site" / "sitemap.xml").exists()
    assert not (project / "site" / "sitemap.xml.gz").exists()
    robots = (project / "site" / "robots.txt").read_text(encoding="utf-8")
    assert "Sitemap" not in robots
    assert replace(found.settings.site, url="") == found.settings.site
