"""The sample site read as a reader reads it: searched, followed, printed, on a phone, scriptless."""

from __future__ import annotations

import json
import re
from urllib.parse import unquote

import pytest
from browser import DESK, PHONE
from test_browser_pages import KINDS, fullest

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CITE = "cite a[href*='#s-']"
HIT = "dialog .hit-link"
LIGHT = """() => {
  const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
  return r + g + b > 384;
}"""


@pytest.fixture(scope="module")
def articles(built):
    """The published objects of all articles, by id."""
    files = sorted((built / "site/data/articles").glob("*.json"))
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in files}


def shown_in_view(locator):
    box, size = locator.bounding_box(), locator.page.viewport_size
    return box["height"] > 0 and box["y"] >= 0 and box["y"] + box["height"] <= size["height"]


def test_a_sentence_leads_to_its_place_in_the_article(page, home):
    page.goto(home)
    page.locator(".tabs a", has_text="Energy and debt").click()
    assert page.url == home + "topics/energy-debt/"
    assert page.locator(".tabs [aria-current=page]").inner_text().strip() == "Energy and debt"
    item = page.locator("li", has=page.locator(CITE)).first
    sentence = item.locator("q.s").inner_text()
    item.locator(CITE).first.click()
    target = page.locator(":target")
    target.wait_for()
    assert target.inner_text() == sentence
    assert target.get_attribute("id") == unquote(page.url.partition("#")[2])
    page.wait_for_function(
        "Math.abs(scrollY - (self.was ?? 0)) < 1 || ((self.was = scrollY), false)"
    )
    assert shown_in_view(target)
    colour = "e => getComputedStyle(e).backgroundColor"
    others = page.locator(".extract q.s:not(:target)")
    assert target.evaluate(colour) not in [other.evaluate(colour) for other in others.all()]


def test_every_part_of_the_site_is_reached_by_links(page, home, built):
    page.goto(home + fullest(built / "site", "article"))
    page.locator("a[href*='/stories/']", has=page.locator("q")).first.click()
    assert "/stories/" in page.url
    page.locator("a[href*='/articles/']").last.click()
    for label, address in [("Stories", "stories/"), ("Articles", "articles/"), ("Sources", "sources/"), ("About", "about/"), ("Latest", "")]:  # fmt: skip
        page.locator(".tabs a", has_text=label).click()
        assert page.url == home + address
        assert page.locator(".tabs [aria-current=page]").inner_text().strip() == label
        assert page.locator("h1").is_visible()
    page.goto(home + "sources/")
    page.locator(".files a[href*='/articles/']").first.click()
    assert "/articles/" in page.url
    page.goto(home + "sources/")
    page.locator(".outlets table a").first.click()
    outlet = page.locator("h1").inner_text()
    assert outlet in page.locator(".rows small").first.inner_text()
    page.locator(".rows a[href*='/articles/']").first.click()
    assert "/articles/" in page.url


def test_a_lost_reader_finds_back(page, home):
    response = page.goto(home + "articles/2019/no/such/page/")
    assert response.status == 404
    assert page.locator("h1").inner_text() == "Not found"
    page.get_by_role("link", name="The latest").click()
    assert page.url == home


def test_a_sentence_is_copied_with_its_source(browser, home, articles):
    id_, one = next((i, a) for i, a in articles.items() if a["outlet"] and a["published"])
    sentence = one["sentences"][0]
    with_rights = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = with_rights.new_page()
    page.goto(home + one["page"])
    page.locator("button.copy").first.click()
    page.get_by_text("copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    with_rights.close()
    place = f"{home}{one['page']}#s-{id_}-{sentence['id']}"
    assert copied.startswith(f"“{sentence['text']}” ({one['outlet']}, ")
    assert copied.endswith(place)


def test_the_publisher_opens_at_the_sentence(page, home, articles):
    id_, one = next((i, a) for i, a in articles.items() if a["url"])
    text = one["sentences"][0]["text"]
    filler = "<p>Another paragraph of the page.</p>" * 200
    page.route(
        lambda url: not url.startswith(home),
        lambda route: route.fulfill(
            content_type="text/html", body=f"{filler}<p>{text}</p>{filler}"
        ),
    )
    page.goto(f"{home}{one['page']}#s-{id_}-{one['sentences'][0]['id']}")
    page.get_by_role("link", name="at the publisher").first.click()
    assert page.url.partition("#")[0] == one["url"]
    page.wait_for_function("scrollY > 0")
    assert shown_in_view(page.get_by_text(text))


@pytest.mark.parametrize(("scheme", "light"), [("light", True), ("dark", False)])
def test_the_reader_s_scheme_is_taken_and_another_choice_is_kept(browser, home, scheme, light):
    context = browser.new_context(viewport=DESK, color_scheme=scheme)
    page = context.new_page()
    seen = []
    for address in ("", "topics/sanctions/"):
        page.goto(home + address)
        seen.append(page.evaluate(LIGHT))
    page.locator("button.scheme").click()
    for address in ("about/", "no/such/page/"):
        page.goto(home + address)
        seen.append(page.evaluate(LIGHT))
    assert seen == [light, light, not light, not light]
    context.close()


def test_back_at_the_system_s_scheme_the_system_is_followed_again(page, home):
    page.emulate_media(color_scheme="light")
    page.goto(home)
    followed, chosen = "followed", "chosen"
    steps = [
        (chosen, "light", "slate"),
        (followed, "dark", "slate"),
        (followed, "light", "slate"),
        (chosen, "light", "default"),
        (followed, "dark", "slate"),
        (followed, "light", "default"),
    ]
    for step, system, shown in steps:
        page.emulate_media(color_scheme=system)
        # A change is told when the page is drawn next; two between two frames would be none.
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => drawn()))")
        if step is chosen:
            page.locator("button.scheme").click()
        page.wait_for_function("name => document.body.dataset.mdColorScheme === name", arg=shown)
        page.wait_for_timeout(100)
        assert page.evaluate(LIGHT) is (shown == "default"), (step, system)
        pressed = page.locator("button.scheme").get_attribute("aria-pressed")
        assert pressed == str(shown == "slate").lower()


def test_the_scheme_is_switched_by_keyboard_and_the_focus_is_seen(page, home):
    page.goto(home)
    was = page.evaluate(LIGHT)
    page.locator(".brand").focus()
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.scheme')"):
            break
    outline = "e => getComputedStyle(e).outlineStyle"
    assert page.locator("button.scheme").evaluate(outline) != "none"
    page.keyboard.press("Enter")
    page.wait_for_function(f"() => ({LIGHT})() !== {str(was).lower()}")


def test_on_a_phone_every_tab_is_reached_and_the_present_one_is_seen(browser, home):
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(home)
    for label, address in [("Protests", "topics/protests/"), ("About", "about/"), ("Latest", "")]:
        page.locator(".tabs a", has_text=label).tap()
        page.wait_for_url(home + address)
        box = page.locator(".tabs [aria-current=page]").bounding_box()
        assert box["x"] >= 0, label
        assert box["x"] + box["width"] <= PHONE["width"], label
        assert box["height"] >= 24, label
    page.locator(".search-open").tap()
    page.keyboard.type("Minsk")
    page.locator(HIT).first.wait_for()
    assert shown_in_view(page.locator(HIT).first)
    context.close()


@pytest.fixture
def scriptless(browser):
    context = browser.new_context(viewport=DESK, java_script_enabled=False, color_scheme="dark")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_without_scripts_the_same_text_is_read(scriptless, page, home, built, kind):
    address = home + fullest(built / "site", kind)
    page.goto(address)
    page.evaluate("document.querySelectorAll('button.copy').forEach(e => e.remove())")
    scriptless.goto(address)
    assert (
        scriptless.locator(".digest").inner_text().split()
        == page.locator(".digest").inner_text().split()
    )
    controls = "input:not([type=radio], .md-toggle), dialog, button"
    assert not scriptless.locator(controls).locator("visible=true").count()


def test_without_scripts_links_and_schemes_work(scriptless, home):
    scriptless.goto(home)
    assert not scriptless.evaluate(LIGHT)
    scriptless.locator(".tabs a", has_text="Protests").click()
    scriptless.locator(CITE).first.click()
    assert scriptless.locator(":target").is_visible()
    scriptless.locator(".brand").click()
    assert scriptless.url == home


@pytest.mark.parametrize("kind", KINDS)
def test_print_has_the_text_and_no_controls(browser, home, built, kind):
    context = browser.new_context(viewport=DESK, color_scheme="dark")
    page = context.new_page()
    page.goto(home + fullest(built / "site", kind))
    page.emulate_media(media="print")
    controls = page.locator("nav.tabs, .find, .search-open, button, label, .md-skip, .toc")
    assert controls.locator("visible=true").count() == 0
    assert page.evaluate(LIGHT)
    assert page.locator("h1").is_visible()
    pdf = page.pdf(format="A4", print_background=False)
    context.close()
    assert pdf.startswith(b"%PDF-")
    pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert 1 <= pages <= 12, f"{pages} sheets of paper"


MOVING = """() => [...document.querySelectorAll('*')].filter(e => {
  const style = getComputedStyle(e);
  const times = `${style.transitionDuration},${style.animationDuration}`.split(',');
  return times.some(time => parseFloat(time) > .01) || style.scrollBehavior !== 'auto';
}).map(e => e.outerHTML.slice(0, 120))"""


def test_nothing_moves_for_a_reader_who_wants_no_motion(browser, home, built):
    context = browser.new_context(viewport=DESK, reduced_motion="reduce")
    page = context.new_page()
    moving = {}
    for kind in KINDS:
        page.goto(home + fullest(built / "site", kind))
        moving[kind] = page.evaluate(MOVING)
    context.close()
    assert {kind: what for kind, what in moving.items() if what} == {}
