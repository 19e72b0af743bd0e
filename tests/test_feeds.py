"""What RFC 4287 demands of an Atom feed and JSON Feed 1.1 of its own, held against ours."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import datetime

import pytest
from briefs import SETTINGS, A, article, brief, entry, sample
from lxml import etree

from digest.machine import feeds as formats
from digest.models import MARKER, Pick, Published
from digest.verify.files import page as marks
from digest.views import feed as views
from digest.views.parts import DateView
from digest.views.site import Site

ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"
HOME = "https://example.github.io/digest/"
NAMES = ("all", "integration", "energy-debt", "sanctions", "protests")


@pytest.fixture(scope="module", params=NAMES)
def feed(request, built):
    path = built / f"site/feeds/{request.param}.xml"
    return request.param, etree.fromstring(path.read_bytes())


@pytest.fixture(scope="module", params=NAMES)
def json_feed(request, built):
    path = built / f"site/feeds/{request.param}.json"
    return request.param, json.loads(path.read_text(encoding="utf-8"))


def children(element, name):
    return element.findall(ATOM + name)


def links(element):
    return {(link.get("rel"), link.get("href")) for link in children(element, "link")}


@pytest.mark.slow
def test_a_feed_has_what_it_must_once(feed):
    """RFC 4287, 4.1.1: one id, title and updated, an author, one link to itself."""
    name, root = feed
    home = HOME if name == "all" else f"{HOME}topics/{name}/"
    assert root.tag == ATOM + "feed"
    assert [len(children(root, one)) for one in ("id", "title", "updated")] == [1, 1, 1]
    assert len(children(root, "subtitle")) <= 1
    assert all(one.findtext(ATOM + "name").strip() for one in children(root, "author"))
    assert children(root, "author")
    assert links(root) == {("self", f"{HOME}feeds/{name}.xml"), ("alternate", home)}
    assert children(root, "entry")


@pytest.mark.slow
def test_entries_have_what_they_must_once(feed):
    """RFC 4287, 4.1.2; 4.1.1 for the author, which entries take from their feed."""
    for one in children(feed[1], "entry"):
        title = one.findtext(ATOM + "title")
        names = ("id", "title", "updated", "content")
        assert [name for name in names if len(children(one, name)) != 1] == [], title
        assert len(children(one, "published")) <= 1
        assert [rel for rel, _ in links(one)] == ["alternate"], title
        assert title.strip()
        terms = [category.get("term") for category in children(one, "category")]
        assert all(terms)
        assert len(terms) == len(set(terms))


@pytest.mark.slow
def test_nothing_stands_in_a_feed_that_the_format_does_not_know(feed):
    """RFC 4287, appendix B: the elements and attributes of a feed, an entry, a link, a category."""
    known = {
        "feed": {"id", "title", "subtitle", "updated", "author", "link", "entry"},
        "entry": {"id", "title", "updated", "published", "link", "category", "content"},
        "author": {"name"},
    }
    attributes = {
        "link": {"rel", "href", "type"},
        "category": {"term", "label"},
        "content": {"type"},
        "title": {"{http://www.w3.org/XML/1998/namespace}lang"},
    }
    for one in feed[1].iter(ATOM + "*"):
        name = one.tag.removeprefix(ATOM)
        inside = {str(c.tag).removeprefix(ATOM) for c in one if isinstance(c.tag, str)}
        assert name == "content" or inside <= known.get(name, set())
        assert name == "feed" or set(one.attrib) <= attributes.get(name, set())


@pytest.mark.slow
def test_ids_are_absolute_and_stand_once(feed):
    ids = [one.text for one in feed[1].iter(ATOM + "id")]
    assert [one for one in ids if not re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", one)] == []
    assert len(set(ids)) == len(ids)


@pytest.mark.slow
def test_one_story_has_one_id_in_every_feed(built):
    seen = {}
    for name in NAMES:
        root = etree.fromstring((built / f"site/feeds/{name}.xml").read_bytes())
        for one in children(root, "entry"):
            address = next(href for _, href in links(one))
            seen.setdefault(one.findtext(ATOM + "id"), set()).add(address)
        found = json.loads((built / f"site/feeds/{name}.json").read_text(encoding="utf-8"))
        for item in found["items"]:
            seen.setdefault(item["id"], set()).add(item["url"])
    assert {id_: found for id_, found in seen.items() if len(found) != 1} == {}


@pytest.mark.slow
def test_dates_are_rfc_3339_and_the_feed_s_is_the_newest(feed):
    dates = [datetime.fromisoformat(one.text) for one in feed[1].iter(ATOM + "updated")]
    assert all(date.tzinfo for date in dates)
    assert dates[0] == max(dates[1:])
    assert dates[1:] == sorted(dates[1:], reverse=True)
    for one in children(feed[1], "entry"):
        published = one.findtext(ATOM + "published")
        assert published is None or published <= one.findtext(ATOM + "updated")


@pytest.mark.slow
def test_contents_are_one_block_of_xhtml_without_anything_active(feed):
    """RFC 4287, 3.1.1.3: exactly one div; 8.1: nothing that acts."""
    for content in feed[1].iter(ATOM + "content"):
        assert content.get("type") == "xhtml"
        assert [child.tag for child in content] == [XHTML + "div"]
        inside = {one.tag.removeprefix(XHTML) for one in content.iter()} - {content.tag}
        assert inside <= {"div", "p", "q", "cite", "a"}, inside
        hrefs = [one.get("href") for one in content.iter(XHTML + "a")]
        assert [href for href in hrefs if not href.startswith(HOME)] == []


@pytest.mark.slow
def test_a_json_feed_has_what_it_must_and_nothing_unknown(json_feed):
    """JSON Feed 1.1: version, title and items; extensions are objects whose name starts with `_`."""
    name, found = json_feed[0], dict(json_feed[1])
    assert found.pop("version") == "https://jsonfeed.org/version/1.1"
    assert found.pop("_digest") == {"generated": MARKER}
    assert found.pop("feed_url") == f"{HOME}feeds/{name}.json"
    home = found.pop("home_page_url")
    assert home == (HOME if name == "all" else f"{HOME}topics/{name}/")
    assert all(author["name"] for author in found.pop("authors"))
    assert found.pop("items")
    assert all(isinstance(value, str) and value for value in found.values())
    assert {"title"} <= set(found) <= {"title", "description", "language"}


@pytest.mark.slow
def test_items_of_a_json_feed_have_what_they_must_and_nothing_unknown(json_feed):
    """JSON Feed 1.1, items: an id (a string, never changed), content_html or content_text."""
    known = {
        *("id", "url", "title", "content_html", "date_published", "date_modified", "tags"),
        "language",
    }
    items = json_feed[1]["items"]
    assert [item["id"] for item in items if not item["id"].startswith("urn:uuid:")] == []
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert {"id", "url", "title", "content_html"} <= set(item) <= known
        assert item["url"].startswith(HOME)
        assert item["title"].strip()
        for key in ("date_published", "date_modified"):
            assert key not in item or datetime.fromisoformat(item[key]).tzinfo
        assert all(isinstance(tag, str) and tag for tag in item.get("tags", []))
        assert re.fullmatch("[a-z]{2}", item.get("language", "en"))


@pytest.mark.slow
def test_both_formats_say_the_same(built):
    for name in NAMES:
        root = etree.fromstring((built / f"site/feeds/{name}.xml").read_bytes())
        found = json.loads((built / f"site/feeds/{name}.json").read_text(encoding="utf-8"))
        atom = [
            (
                one.findtext(ATOM + "id"),
                one.findtext(ATOM + "title"),
                one.findtext(ATOM + "updated"),
                [(q.get("data-s"), q.text) for q in one.iter(XHTML + "q")],
            )
            for one in children(root, "entry")
        ]
        assert atom == [
            (
                item["id"],
                item["title"],
                item["date_modified"],
                [(s.sentence, s.text) for s in marks(item["content_html"]).slices],
            )
            for item in found["items"]
            if "date_modified" in item
        ]


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["atom+xml", "feed+json"])
@pytest.mark.parametrize(
    ("page", "names"),
    [("index.html", ["all"]), ("topics/sanctions/index.html", ["all", "sanctions"])],
)
def test_pages_name_their_feeds(built, page, names, kind):
    text = (built / "site" / page).read_text(encoding="utf-8")
    found = re.findall(
        rf'<link rel="[^"]*alternate" type="application/{re.escape(kind)}"[^>]*feeds/([a-z-]+)\.',
        text,
    )
    assert found == names


def texts(site, one):
    atom, json_ = formats.pages(site, one)
    return etree.fromstring(atom.content.encode()), json.loads(json_.content)


def test_a_story_without_a_date_stands_in_the_json_feed_alone():
    """Atom demands a date and we invent none; JSON Feed demands none."""
    site = Site(sample(), SETTINGS)
    atom, found = texts(site, views.feeds(site)[0])
    assert [e.findtext(ATOM + "title") for e in children(atom, "entry")] == ["Locks stay shut"]
    assert [(i["title"], i.get("date_modified")) for i in found["items"]] == [
        ("Locks stay shut", "2021-02-22T00:00:00Z"),
        ("Вода", None),
    ]
    assert found["items"][1]["language"] == "ru"


def test_only_a_sure_day_is_a_day_of_publication():
    """RFC 3339 knows no months: `date_published` would say more than is known."""
    found = {}
    for date, sure in (("2021-02-22", True), ("2021-02-22", False), ("2021-02", True)):
        published = Published(date=date, confidence="high" if sure else "low", basis="text")
        site = Site(brief(entry(article(A, ["Water fell."], published=published))), SETTINGS)
        atom, made = texts(site, views.feeds(site)[0])
        item = made["items"][0]
        found[date, sure] = item.get("date_published"), atom.findtext(f".//{ATOM}published")
        assert date[:7] in item["date_modified"]
    exact = "2021-02-22T00:00:00Z"
    assert found == {
        ("2021-02-22", True): (exact, exact),
        ("2021-02-22", False): (None, None),
        ("2021-02", True): (None, None),
    }


def test_a_feed_of_other_items_needs_only_the_items():
    """What changed since an edition: chosen stories, chosen sentences, the edition's day."""
    site = Site(sample(), SETTINGS)
    chosen = site.items([Pick(article=A, sentence="000000000004")])
    since = DateView(iso="2021-03-01")
    item = views.item(site, site.stories[A], items=chosen, updated=since)
    one = views.Feed(name="changes", title="Changes", page="changes/index.md", items=(item,))
    atom, found = texts(site, one)
    whole = json.loads(formats.feeds(site)[1].content)
    assert atom.findtext(f"{ATOM}updated") == "2021-03-01T00:00:00Z"
    assert found["items"][0]["id"] == whole["items"][0]["id"]
    said = marks(found["items"][0]["content_html"]).slices
    assert [s.text for s in said if s.sentence] == ["It costs $3 million."]
    assert found["home_page_url"] == f"{SETTINGS.site.url}changes/"
    assert found["feed_url"] == f"{SETTINGS.site.url}feeds/changes.json"


def test_without_an_address_nothing_claims_one():
    settings = replace(SETTINGS, site=replace(SETTINGS.site, url=""))
    site = Site(sample(), settings)
    atom, found = texts(site, views.feeds(site)[0])
    assert {rel for rel, _ in links(atom)} == {"alternate"}
    assert {"home_page_url", "feed_url"} & set(found) == set()
    assert [item for item in found["items"] if "url" in item] == []
    assert 'href="../articles/' in found["items"][0]["content_html"]


@pytest.mark.parametrize(
    "title",
    ["</title><script>alert(1)</script>", "a ]]> b", "a & b < c \" d ' e", "\u202eevil\u2028 line"],
)
def test_a_hostile_headline_stays_a_headline(title):
    published = Published(date="2021-02-22", confidence="high", basis="dateline")
    made = entry(article(A, ["Water fell on Monday."], title=title, published=published))
    site = Site(brief(made), SETTINGS)
    atom, found = texts(site, views.feeds(site)[0])
    plain = " ".join(title.replace("\u202e", "").split())
    assert atom.findtext(f".//{ATOM}entry/{ATOM}title") == plain
    assert found["items"][0]["title"] == plain
    content = marks(found["items"][0]["content_html"])
    assert [s.text for s in content.slices] == [plain, "Water fell on Monday."]
    assert {s.article for s in content.slices} == {A}
