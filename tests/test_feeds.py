"""What RFC 4287 demands of an Atom feed, held against ours."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"
HOME = "https://example.github.io/digest/"
NAMES = ("all", "integration", "energy-debt", "sanctions", "protests")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=NAMES)
def feed(request, built):
    path = built / f"site/feeds/{request.param}.xml"
    return request.param, etree.fromstring(path.read_bytes())


def children(element, name):
    return element.findall(ATOM + name)


def links(element):
    return {(link.get("rel"), link.get("href")) for link in children(element, "link")}


def test_a_feed_has_what_it_must_once(feed):
    """RFC 4287, 4.1.1: one id, title and updated, an author, one link to itself."""
    name, root = feed
    assert root.tag == ATOM + "feed"
    assert [len(children(root, one)) for one in ("id", "title", "updated")] == [1, 1, 1]
    assert all(one.findtext(ATOM + "name").strip() for one in children(root, "author"))
    assert children(root, "author")
    assert links(root) == {("self", f"{HOME}feeds/{name}.xml"), ("alternate", HOME)}
    assert children(root, "entry")


def test_entries_have_what_they_must_once(feed):
    """RFC 4287, 4.1.2; 4.1.1 for the author, which entries take from their feed."""
    for entry in children(feed[1], "entry"):
        title = entry.findtext(ATOM + "title")
        wrong = [
            one for one in ("id", "title", "updated", "content") if len(children(entry, one)) != 1
        ]
        assert wrong == [], title
        assert [rel for rel, _ in links(entry)] == ["alternate"], title
        assert title.strip()


def test_ids_are_absolute_and_stand_once(feed):
    ids = [one.text for one in feed[1].iter(ATOM + "id")]
    assert [one for one in ids if not re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", one)] == []
    assert len(set(ids)) == len(ids)


def test_one_story_has_one_id_in_every_feed(built):
    seen = {}
    for name in NAMES:
        root = etree.fromstring((built / f"site/feeds/{name}.xml").read_bytes())
        for entry in children(root, "entry"):
            seen.setdefault(entry.findtext(ATOM + "id"), set()).update(links(entry))
    assert {id_: found for id_, found in seen.items() if len(found) != 1} == {}


def test_dates_are_rfc_3339_and_the_feed_s_is_the_newest(feed):
    dates = [datetime.fromisoformat(one.text) for one in feed[1].iter(ATOM + "updated")]
    assert all(date.tzinfo for date in dates)
    assert dates[0] == max(dates[1:])
    assert dates[1:] == sorted(dates[1:], reverse=True)


def test_contents_are_one_block_of_xhtml_without_anything_active(feed):
    """RFC 4287, 3.1.1.3: exactly one div; 8.1: nothing that acts."""
    for content in feed[1].iter(ATOM + "content"):
        assert content.get("type") == "xhtml"
        assert [child.tag for child in content] == [XHTML + "div"]
        inside = {one.tag.removeprefix(XHTML) for one in content.iter()} - {content.tag}
        assert inside <= {"div", "p", "q", "cite", "a", "strong", "time", "span"}, inside
        hrefs = [one.get("href") for one in content.iter(XHTML + "a")]
        assert [href for href in hrefs if not href.startswith(HOME)] == []


def test_pages_name_their_feed(built):
    for page, name in (("index.html", "all"), ("topics/sanctions/index.html", "sanctions")):
        text = (built / "site" / page).read_text(encoding="utf-8")
        assert re.search(
            rf'<link rel="[^"]*alternate" type="application/atom\+xml"[^>]*feeds/{name}\.xml"', text
        )
