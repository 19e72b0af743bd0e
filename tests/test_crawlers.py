"""robots.txt and the sitemap: what crawlers are told, and that it does not contradict itself."""

from __future__ import annotations

import gzip
import re
from urllib.robotparser import RobotFileParser

import pytest
from briefs import SETTINGS, brief, sample
from lxml import etree
from protego import Protego

from digest.build import project as projects
from digest.build import site as building
from digest.machine import crawlers
from digest.models import MARKER
from digest.settings import Settings, SiteSettings
from digest.verify.check import Findings
from digest.warnings import warnings

HOME = "https://example.github.io/digest/"
URL = "https://briefing.example/two-rivers"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.mark.parametrize(
    ("settings", "allowed", "sitemaps"),
    [
        (SiteSettings(url=URL), True, [f"{URL}/sitemap.xml"]),
        (SiteSettings(url=f"{URL}/"), True, [f"{URL}/sitemap.xml"]),
        (SiteSettings(), True, []),
        (SiteSettings(url=URL, noindex=True), True, []),
        (SiteSettings(url=URL, robots="disallow"), False, []),
        (SiteSettings(url=URL, robots="disallow", noindex=True), False, []),
    ],
)
def test_robots_txt_says_what_the_editor_chose(settings, allowed, sitemaps):
    (page,) = crawlers.robots(settings)
    assert page.path == "robots.txt"
    assert page.content.startswith(f"# {MARKER}\n")
    found = Protego.parse(page.content)
    assert found.can_fetch(f"{URL}/stories/", "anybody") is allowed
    assert list(found.sitemaps) == sitemaps
    other = RobotFileParser()
    other.parse(page.content.splitlines())
    assert other.can_fetch("anybody", f"{URL}/stories/") is allowed


def test_no_robots_txt_where_none_is_wanted():
    assert crawlers.robots(SiteSettings(url=URL, robots="none")) == ()


@pytest.mark.parametrize(
    ("site", "told"),
    [
        (SiteSettings(noindex=True), 0),
        (SiteSettings(robots="disallow"), 0),
        (SiteSettings(noindex=True, robots="disallow"), 1),
    ],
)
def test_a_tag_that_no_crawler_may_read_is_pointed_out(site, told):
    found = warnings(brief(as_of=None), Settings(site=site))
    assert len(found) == told
    assert all("noindex" in line for line in found)


def test_settings_alone_warn_of_nothing_in_the_sample():
    assert warnings(sample(), SETTINGS) == ()


@pytest.mark.slow
def test_the_sitemap_names_every_page_and_dates_them_by_their_own_content(built):
    site = built / "site"
    root = etree.fromstring((site / "sitemap.xml").read_bytes())
    assert root.tag == f"{SITEMAP}urlset"
    found = {
        url.findtext(f"{SITEMAP}loc"): url.findtext(f"{SITEMAP}lastmod")
        for url in root.iter(f"{SITEMAP}url")
    }
    pages = {
        f"{HOME}{path.parent.relative_to(site).as_posix()}/".replace("/./", "/")
        for path in site.rglob("index.html")
    }
    assert set(found) == pages
    for address, date in found.items():
        text = (site / address.removeprefix(HOME) / "index.html").read_text(encoding="utf-8")
        stated = re.search(r'"dateModified": "([^"]+)"', text)
        assert address == HOME or date == (stated[1] if stated else None)
        assert date is None or re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", date)
    assert any(found.values())
    assert found[f"{HOME}about/"] is None
    assert (
        gzip.decompress((site / "sitemap.xml.gz").read_bytes())
        == (site / "sitemap.xml").read_bytes()
    )


@pytest.mark.slow
def test_a_site_that_asks_not_to_be_listed_has_the_tag_everywhere_and_no_sitemap(project):
    text = (project / "digest.yml").read_text(encoding="utf-8")
    hidden = text.replace("site:\n", "site:\n  noindex: true\n  cards: false\n", 1)
    (project / "digest.yml").write_text(hidden, encoding="utf-8")
    found = projects.load(project / "digest.yml")
    report = building.build(found, found.place())
    site = project / "site"
    untagged = [
        path
        for path in site.rglob("*.html")
        if '<meta name="robots" content="noindex">' not in path.read_text(encoding="utf-8")
    ]
    assert untagged == []
    assert not (site / "sitemap.xml").exists()
    assert Protego.parse((site / "robots.txt").read_text()).can_fetch(HOME, "anybody")
    assert not (site / "cards").exists()
    assert "og:image" not in (site / "index.html").read_text(encoding="utf-8")
    assert isinstance(report.found, Findings)
    assert report.found.cards == 0
