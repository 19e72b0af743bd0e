"""Text is data: hostile articles are built into a site, and a real browser reads every page."""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from urllib.parse import urlencode

import pytest
from browser import PHONE, served
from conftest import ROOT, copy_project
from lxml import etree

from digest.build import project
from digest.build import site as building
from digest.search.words import tokens

DATA = ROOT / "tests/data/hostile"
EXPECTED = json.loads((DATA / "expected.json").read_text(encoding="utf-8"))

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def bare(text):
    """Return `text` as expected.json compares it: no white space, control or format characters."""
    gone = ("Cc", "Cf")
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) not in gone)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = copy_project(tmp_path_factory.mktemp("hostile"))
    shutil.rmtree(folder / "articles")
    shutil.copytree(DATA / "articles", folder / "articles")
    shutil.copyfile(DATA / "digest.yml", folder / "digest.yml")
    text = (DATA / "articles/18-equal.txt").read_text(encoding="utf-8")
    for n, name in enumerate(EXPECTED["names"]):
        named = f"{text}\nLorry {n} waited longest, the drivers said on the telephone.\n"
        (folder / "articles" / name).write_text(named, encoding="utf-8")
    found = project.load(folder / "digest.yml")
    building.build(found, found.place())
    return folder / "site"


@pytest.fixture(scope="module")
def visits(site, browser):
    """What a browser on a phone finds on every page, and what it asked for on the way."""
    found, asked = {}, []
    page = browser.new_page(viewport=PHONE)
    page.on("request", lambda request: asked.append(request.url))
    words = [item["title"] or item["reads"][0] for item in EXPECTED["items"]]
    with served(site, "/digest/") as home:
        for path in sorted(site.rglob("*.html")):
            address = str(path.relative_to(site)).removesuffix("index.html")
            page.goto(home + address)
            found[address] = page.evaluate(LOOK)
        for query in (*("?" + urlencode({"q": text}) for text in words), "?from=1&unsure=1"):
            page.goto(f"{home}search/{query}")
            page.wait_for_function(DRAWN)
            found[f"search/{query}"] = page.evaluate(LOOK)
    page.close()
    return found, [url for url in asked if not url.startswith((home, "data:", "blob:"))]


LOOK = """() => ({
  pwned: typeof window.pwned,
  seen: document.body.innerText,
  held: document.body.textContent,
  title: document.title,
  width: document.documentElement.scrollWidth,
  links: [...document.querySelectorAll('a[href]')].map(a => a.href),
  handlers: [...document.querySelectorAll('*')].flatMap(e =>
    [...e.attributes].filter(a => a.name.startsWith('on')).map(a => `${e.tagName} ${a.name}`)),
})"""


DRAWN = "document.querySelector('.find-out')?.ariaBusy === 'false'"


def test_what_search_finds_reads_as_written(visits):
    """Every hostile headline that a page shows is found by its own words, and stays text."""
    lost = {}
    for item in EXPECTED["items"]:
        title = item["title"]
        if title and tokens(title):
            seen = visits[0]["search/?" + urlencode({"q": title})]["seen"]
            if bare(title)[:60] not in bare(seen).replace("…", ""):
                lost[item["file"]] = (title, seen[:300])
    assert lost == {}


def test_nothing_executes(visits):
    assert {a: v["pwned"] for a, v in visits[0].items() if v["pwned"] != "undefined"} == {}


def test_nothing_loads_from_another_host(visits):
    assert visits[1] == []


def test_no_handler_and_no_active_address_came_of_text(visits):
    handlers = {a: v["handlers"] for a, v in visits[0].items() if v["handlers"]}
    strange = [
        (address, link)
        for address, visit in visits[0].items()
        for link in visit["links"]
        if not link.startswith(("http:", "https:", "mailto:")) or "evil.example" in link
    ]
    assert handlers == {}
    assert strange == []


def test_templates_and_inclusions_are_not_run(visits):
    held = " ".join(visit["held"] for visit in visits[0].values())
    assert "{{ 7 * 7 }}" in held
    assert "build-backend" not in held
    assert "Stolen again" not in " ".join(visit["title"] for visit in visits[0].values())


def test_no_page_is_wider_than_a_phone(visits):
    wide = {a: v["width"] for a, v in visits[0].items() if v["width"] > PHONE["width"]}
    assert wide == {}


@pytest.mark.parametrize("item", EXPECTED["items"], ids=lambda item: item["file"])
def test_text_reads_as_written(visits, item):
    wanted = [bare(text) for text in (item["title"], *item["reads"]) if text]
    pages = [visit for address, visit in visits[0].items() if address.startswith("articles/")]
    reads = [all(text in bare(page["seen"]) for text in wanted) for page in pages]
    assert any(reads), f"{item['why']}: {[item['title'], *item['reads']]}"


def test_what_stands_beside_the_pages_is_data_too(site):
    """Feeds, tables, linked data and cards of hostile articles parse, and name nothing strange."""
    for path in sorted(site.glob("feeds/*.xml")):
        assert etree.fromstring(path.read_bytes()).tag.endswith("}feed")
    for path in sorted((*site.glob("feeds/*.json"), *site.glob("data/**/*.json"))):
        json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(site.rglob("index.html")):
        text = path.read_text(encoding="utf-8")
        for script in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text):
            assert not set(script) & set("<>&\u2028\u2029")
            assert json.loads(script)["@context"] == "https://schema.org"
    cards = sorted(path.relative_to(site).as_posix() for path in site.rglob("cards/**/*.png"))
    assert cards
    strange = [p for p in cards if not re.fullmatch(r"cards/([a-z]+/)?[0-9a-z-]+\.png", p)]
    assert strange == []
