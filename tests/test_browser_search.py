"""Search as a reader uses it: by word, phrase, actor, topic, outlet and date, from any page.

Words and names are drawn from the published data, so the tests hold for any sample.
"""

from __future__ import annotations

import json
import random
import re
import shutil
from collections import Counter
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from browser import DESK, NARROW, PHONE, served
from test_browser_pages import AXE, axe

from digest.search.index import Corpus, Held, Said, files
from digest.search.words import fold, tokens

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROOT = Path(__file__).parent.parent
HIT = ".hit:not(.hit-head)"
STATUS = ".find-told"


@pytest.fixture(scope="module")
def articles(built):
    """The published objects of all articles, by id."""
    files = sorted((built / "site/data/articles").glob("*.json"))
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in files}


@pytest.fixture(scope="module")
def said(articles, home):
    """Every sentence that is shown: its address to (text, article)."""
    return {
        f"{home}{one['page']}#s-{id_}-{s['id']}": (s["text"], one)
        for id_, one in articles.items()
        for s in one["sentences"]
    }


def places(said, texts):
    """The addresses of some texts: any of those that copies repeat word for word."""
    return {address for address, (text, _) in said.items() if text in texts}


def having(said, *words):
    """The texts that have all of these words, in exactly this form."""
    return {t for t, _ in said.values() if all(w in tokens(t) for w in words)}


def rare(said, accept=lambda word: word.isascii() and word.isalpha() and len(word) > 6):
    """Words of one text alone, to that text; no form of them stands elsewhere."""
    stems = Counter(
        stem for text in {t for t, _ in said.values()} for stem in {w[:4] for w in tokens(text)}
    )
    return {
        word: text
        for text, _ in said.values()
        for word in tokens(text)
        if accept(word) and stems[word[:4]] == 1
    }


def rows(page):
    """What is listed: address, words as printed, marked words."""
    return page.locator(HIT).evaluate_all(
        "es => es.map(e => [e.querySelector('a').href, e.querySelector('q').textContent,"
        " [...e.querySelectorAll('mark')].map(m => m.textContent)])"
    )


def settled(page):
    """Wait until what was typed has been looked up."""
    page.wait_for_function(
        "told => document.querySelector(told)?.textContent"
        " && document.querySelector('.find-out').ariaBusy === 'false'",
        arg=STATUS,
    )


def search(page, query):
    """Open the dialog, type, and wait: what it lists."""
    page.keyboard.press("/")
    page.keyboard.type(query)
    settled(page)
    return rows(page)


def visit(page, home, **query):
    """Open the search page at an address: what it lists, all of it."""
    page.goto(f"{home}search/?{urlencode(query, doseq=True)}")
    settled(page)
    while page.locator(".find-more button").count():
        count = page.locator(HIT).count()
        page.evaluate("document.querySelector('.find-more button')?.click()")
        page.wait_for_function("n => document.querySelectorAll('.hit').length > n", arg=count)
    return rows(page)


def test_a_word_finds_the_sentence_whole_and_marked(page, home, said):
    page.goto(home)
    words = sorted(rare(said).items())
    assert len(words) > 10
    for word, text in words[:: len(words) // 5]:
        [(address, printed, marks), *others] = search(page, word.upper())
        assert others == []
        assert printed == text
        assert said[address][0] == text
        assert [fold(mark) for mark in marks] == [word]
        page.keyboard.press("Escape")


def test_another_form_of_a_word_finds_it(page, home, said):
    every = {w for text, _ in said.values() for w in tokens(text) if w.isascii() and w.isalpha()}
    pairs = sorted(w for w in every if len(w) > 4 and w[-1] not in "sy" and f"{w}s" in every)
    assert pairs
    for word in pairs[:3]:
        wanted = having(said, word) | having(said, f"{word}s")
        for form in (word, f"{word}s"):
            found = visit(page, home, q=form)
            assert {text for _, text, _ in found} >= wanted, form
            assert all(marks for _, _, marks in found)


def test_the_beginning_of_a_word_finds_it_while_it_is_typed(page, home, said):
    page.goto(home)
    word, text = next(iter(sorted(rare(said).items())))
    found = search(page, word[:5])
    assert [(printed, [fold(m) for m in marks]) for _, printed, marks in found] == [(text, [word])]
    assert f"beginning of “{word}”" in page.locator(".find-notes").inner_text()


def test_cyrillic_words_are_found_without_case_and_with_e_for_yo(page, home, said):
    cyrillic = rare(said, lambda word: len(word) > 5 and re.fullmatch("[а-яё]+", word))
    assert cyrillic
    for word, text in sorted(cyrillic.items())[:3]:
        [(_, printed, marks)] = visit(page, home, q=word.upper())
        assert (printed, [fold(m) for m in marks]) == (text, [word])
    with_yo = [t for t, _ in said.values() if "ё" in t]
    if with_yo:
        word = next(w for w in with_yo[0].split() if "ё" in w).strip(".,«»")
        found = visit(page, home, q=word.replace("ё", "е"))
        assert with_yo[0] in [printed for _, printed, _ in found]
    assert page.locator("q[lang=ru]").count()


def test_words_in_quotation_marks_stand_in_this_order(page, home, said):
    word, text = next((w, t) for w, t in sorted(rare(said).items()) if len(tokens(t)) > 8)
    words = tokens(text)
    at = min(words.index(word), len(words) - 3)
    three = words[at : at + 3]
    for given in (f'"{" ".join(three)}"', f"«{' '.join(three)}»"):
        [(_, printed, marks)] = visit(page, home, q=given)
        assert printed == text
        assert tokens(" ".join(marks)) == three
    assert visit(page, home, q=f'"{" ".join(reversed(three))}"') == []
    assert "in this order" in page.locator(".find-nothing").inner_text()


def test_all_words_are_required_and_some_words_are_said_to_be_some(page, home, said):
    one, *_, other = sorted(rare(said).items())
    first, second = [w for w in tokens(one[1]) if len(w) > 4][:2]
    found = visit(page, home, q=f"{second} {first}")
    assert one[1] in [printed for _, printed, _ in found]
    for _, printed, marks in found:
        assert len({fold(mark)[:4] for mark in marks} & {first[:4], second[:4]}) >= 1, printed
    assert {printed for _, printed, _ in visit(page, home, q=f"{one[0]} {other[0]}")} == {
        one[1],
        other[1],
    }
    assert "No sentence has all of these words" in page.locator(".find-notes").inner_text()
    assert "some of the words" in page.locator(STATUS).inner_text()


def test_an_actor_is_found_by_name_and_in_every_spelling(page, home, articles, said):
    counts = Counter(
        a["name"] for one in articles.values() for a in one["actors"] if a["kind"] == "person"
    )
    name = counts.most_common(1)[0][0]
    wanted = {
        s["text"]
        for one in articles.values()
        for a in one["actors"]
        for s in one["sentences"]
        if a["name"] == name and s["id"] in a["sentences"]
    }
    page.goto(home)
    search(page, name)
    named = page.locator(".find-pages li", has_text=name)
    assert "/actors/" in named.locator("a").get_attribute("href")
    named.get_by_role("button").click()
    page.wait_for_url("**/search/?actor=*")
    settled(page)
    key = page.url.partition("actor=")[2]
    found = visit(page, home, actor=key)
    assert {printed for _, printed, _ in found} == wanted
    assert page.locator(".find-chosen").inner_text().startswith(name)
    page.locator(".find-chosen a").click()
    assert page.locator("h1").inner_text() == name


def test_an_actor_is_offered_for_every_spelling_that_texts_have(page, home, articles):
    spelled = sorted(
        {
            (form, a["name"])
            for one in articles.values()
            for a in one["actors"]
            for form in a["forms"]
            if a["kind"] == "person"
            and form.isalpha()
            and not set(tokens(form)) & set(tokens(a["name"]))
        }
    )
    assert spelled
    for form, name in spelled[:: max(1, len(spelled) // 6)]:
        page.goto(f"{home}search/?{urlencode({'q': form})}")
        settled(page)
        assert name in page.locator(".find-pages").inner_text(), form


def test_an_actor_is_chosen_by_typing_a_name(page, home, articles):
    name = Counter(a["name"] for one in articles.values() for a in one["actors"]).most_common(1)[0][
        0
    ]
    page.goto(home + "search/")
    settled(page)
    page.get_by_label("Name an actor").fill(name[:5])
    page.locator(f"datalist option[value='{name}']").wait_for(state="attached")
    page.get_by_label("Name an actor").fill(name)
    page.wait_for_url("**actor=*")
    page.locator(HIT).first.wait_for()


def test_topics_outlets_and_actors_are_counted_and_filter(page, home, articles):
    everything = visit(page, home, **{"from": "1990"}, unsure="1")
    listed = page.locator(".find-filters fieldset label", has=page.locator("[type=checkbox]"))
    counts = {}
    for label in listed.all():
        if label.locator(".n").inner_text():
            counts[label.locator("input").get_attribute("value")] = int(
                label.locator(".n").inner_text()
            )
    slugs = [t["slug"] for one in articles.values() for t in one["topics"]]
    outlets = {one["outlet"] or "-" for one in articles.values()}
    assert set(slugs) | outlets <= counts.keys()
    texts = {printed for _, printed, _ in everything}
    for slug in sorted(set(slugs)):
        found = visit(page, home, topic=slug)
        assert len(found) == counts[slug]
        assert {printed for _, printed, _ in found} <= texts
        title = page.locator(
            ".tabs a[aria-current], .find-filters label", has=page.locator(f"[value='{slug}']")
        )
        assert title.count() == 1
        on = {
            s["text"]
            for one in articles.values()
            for t in one["topics"]
            for s in one["sentences"]
            if t["slug"] == slug and s["id"] in t["sentences"]
        }
        assert {printed for _, printed, _ in found} <= on
    for outlet in sorted(outlets):
        found = visit(page, home, outlet=outlet)
        wanted = {
            s["text"]
            for one in articles.values()
            for s in one["sentences"]
            if (one["outlet"] or "-") == outlet
        }
        assert {printed for _, printed, _ in found} == wanted
        assert len(found) == counts[outlet]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2021", "2021"),
        ("2020-08", "2021-02"),
        ("2021-09-09", "2021-09-09"),
        ("2022", ""),
        ("", "2019"),
    ],
)
def test_a_date_range_holds_what_is_sure_to_lie_in_it(page, home, said, start, end):
    low, high = (start + "-01-01")[:10], f"{end}-12-31"[:10] if len(end) < 7 else f"{end}-31"[:10]
    sure, open_ = set(), set()
    for text, one in said.values():
        date = (one["published"] or {}).get("date") or ""
        first, last = (
            (date + "-01-01")[:10],
            (date + "-12-31" if len(date) < 5 else date + "-31")[:10],
        )
        within = date and (not start or first >= low) and (not end or last <= high)
        apart = date and ((start and last < low) or (end and first > high))
        (sure if within else open_ if not apart else set()).add(text)
    given = {key: value for key, value in (("from", start), ("to", end)) if value}
    assert {printed for _, printed, _ in visit(page, home, **given)} == sure
    everything = visit(page, home, **given, unsure="1")
    assert {printed for _, printed, _ in everything} == sure | open_
    if open_ - sure:
        assert page.locator(".find-dates .n").inner_text() == str(len(open_ - sure))


def test_a_date_that_is_none_is_said_and_left_out(page, home):
    page.goto(home + "search/?q=Minsk")
    settled(page)
    before = page.locator(HIT).count()
    page.get_by_label("From", exact=True).fill("last year")
    page.keyboard.press("Enter")
    page.get_by_role("alert").get_by_text("last year").wait_for()
    assert page.get_by_label("From", exact=True).get_attribute("aria-invalid") == "true"
    assert page.locator(HIT).count() == before


def test_an_address_holds_the_whole_state(page, home, said, articles):
    topic, outlet, year = Counter(
        (t["slug"], one["outlet"], one["published"]["date"][:4])
        for one in articles.values()
        for t in one["topics"]
        if one["outlet"] and one["published"]
    ).most_common(1)[0][0]
    page.goto(home + "search/")
    settled(page)
    page.locator(f".find-filters input[value='{topic}']").check()
    page.locator(f".find-filters input[value='{outlet}']").check()
    page.get_by_label("From", exact=True).fill(year)
    page.get_by_label("To", exact=True).fill(year)
    page.keyboard.press("Tab")
    page.wait_for_url(f"**to={year}*")
    page.wait_for_function("document.querySelectorAll('.hit').length > 0")
    page.wait_for_timeout(300)
    here, found = page.url, rows(page)
    assert found
    word = max(tokens(found[0][1]), key=len)
    page.locator(".find-input").fill(word)
    page.wait_for_url(f"**q={quote(word)}*")
    page.wait_for_timeout(300)
    with_word, fewer = page.url, rows(page)
    assert 1 <= len(fewer) <= len(found)
    for address, expected in ((here, found), (with_word, fewer)):
        fresh = page.context.new_page()
        fresh.goto(address)
        settled(fresh)
        assert rows(fresh) == expected
        assert fresh.locator(".find-filters input:checked").evaluate_all(
            "es => es.map(e => e.value)"
        ) == [topic, outlet]
        assert fresh.get_by_label("From", exact=True).input_value() == year
        fresh.reload()
        settled(fresh)
        assert rows(fresh) == expected
        fresh.close()
    for address, printed, _ in fewer:
        text, one = said[address]
        assert (text, one["outlet"], one["published"]["date"][:4]) == (printed, outlet, year)
    page.locator(".hit-link[href*='#']").first.click()  # a headline has no anchor
    page.locator(":target").wait_for()
    page.go_back()
    settled(page)
    assert rows(page) == fewer


def test_order_is_by_date_where_the_reader_wants_it(page, home, said):
    word = Counter(
        w for t in {t for t, _ in said.values()} for w in set(tokens(t)) if len(w) > 5
    ).most_common(1)[0][0]
    page.goto(f"{home}search/?q={word}%20Minsk")
    settled(page)
    visit(page, home, q=word)
    page.get_by_role("button", name="newest first").click()
    page.wait_for_url("**order=new*")
    settled(page)
    page.wait_for_timeout(200)
    found = visit(page, home, q=word, order="new")
    dates = [(said[address][1]["published"] or {}).get("date") or "" for address, _, _ in found]
    assert dates == sorted(dates, reverse=True)
    assert len(set(dates)) > 2


def test_the_dialog_needs_no_mouse_and_opens_at_the_sentence(page, home, said):
    page.goto(home + "about/")
    word, text = max(rare(said).items())
    page.locator(".brand").focus()
    found = search(page, word)
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible()
    assert page.evaluate("document.activeElement.matches('.brand')")
    page.keyboard.press("s")
    assert page.locator("dialog input").input_value() == word
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(found[0][0])
    target = page.locator(":target")
    assert target.inner_text() == text
    paper = page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor")
    assert target.evaluate("e => getComputedStyle(e).backgroundColor") not in {
        paper,
        "rgba(0, 0, 0, 0)",
    }
    page.wait_for_function(
        "e => { const b = e.getBoundingClientRect(); return b.top > 0 && b.bottom < innerHeight }",
        arg=target.element_handle(),
    )


def test_a_hit_on_the_page_that_is_open_closes_the_dialog(page, home, said):
    address, (text, one) = next(iter(said.items()))
    page.goto(home + one["page"])
    words = [w for w in tokens(text) if len(w) > 4]
    search(page, f'"{" ".join(tokens(text)[:6])}"' if len(words) > 5 else words[0])
    page.locator(f".hit-link[href='{address}']").click()
    assert page.url == address
    assert not page.locator("dialog").is_visible()
    assert page.locator(":target").inner_text() == text


def test_the_dialog_leads_to_its_page_with_the_same_words(page, home):
    page.goto(home)
    search(page, "Minsk")
    told = page.locator(f"dialog {STATUS}").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=Minsk")
    settled(page)
    assert page.locator(STATUS).inner_text() == told
    assert page.locator(".find-input").input_value() == "Minsk"
    page.locator(".brand").focus()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find-words"
    assert not page.locator("dialog").count()


def test_a_topic_and_an_outlet_are_found_by_name(page, home, articles):
    page.goto(home)
    search(page, "Energy and debt")
    assert page.locator(".find-pages a[href$='/topics/energy-debt/']").count() == 1
    page.keyboard.press("Escape")
    outlet = next(one["outlet"] for one in articles.values() if one["outlet"])
    search(page, outlet)
    assert outlet in page.locator(".find-pages").inner_text()


def test_headlines_are_found_and_lead_to_their_article(page, home, articles, said):
    texts = " ".join(t for t, _ in said.values())
    one, word = next(
        (one, word)
        for one in articles.values()
        for word in tokens(one["title"]["text"])
        if len(word) > 6 and word[:5] not in fold(texts) and not one["title"]["derived"]
    )
    page.goto(home)
    search(page, word)
    link = page.locator(".hit-head a").first
    assert link.get_attribute("href") == home + one["page"]
    assert fold(link.locator("mark").inner_text()) == word


def test_nothing_found_says_what_was_looked_for_and_what_would_help(page, home, said):
    word, text = min(rare(said).items())
    one = next(one for t, one in said.values() if t == text)
    page.goto(home)
    search(page, "zzyzxqwv")
    told = page.locator("dialog .find-out").inner_text()
    assert "“zzyzxqwv”" in told
    assert re.search(r"in \d+ sentences and \d+ headlines", told)
    assert page.locator("dialog .find-nothing a[href$='/articles/']").count() == 1
    wrong = word[:-2] + ("q" if word[-2] != "q" else "z") + word[-1]
    assert visit(page, home, q=wrong) == []
    page.get_by_role("button", name=word, exact=True).click()
    page.wait_for_url(f"**q={word}")
    page.locator(HIT).wait_for()
    year = str(int(one["published"]["date"][:4]) + 1) if one["published"] else "1990"
    assert visit(page, home, q=word, **{"from": year, "to": year}) == []
    page.get_by_role("button", name="without the date: 1 sentence").click()
    page.locator(HIT).wait_for()
    assert rows(page)[0][1] == text


def test_results_are_announced_and_the_dialog_is_named(page, home):
    page.goto(home)
    search(page, "Minsk")
    assert page.get_by_role("dialog", name="Search").is_visible()
    status = page.get_by_role("dialog").get_by_role("status")
    assert re.match(r"\d+ sentences? in \d+ articles?", status.inner_text())
    assert page.get_by_role("textbox", name="Words to search for").is_visible()


def test_what_is_typed_never_becomes_markup(page, home):
    given = '<img src=x onerror=window.pwned=1> "<b>" __proto__ constructor ${1}'
    page.goto(home)
    search(page, given)
    assert page.locator("dialog img, dialog .find-out b b").count() == 0
    page.goto(
        f"{home}search/?q={quote(given)}&topic={quote('<i>')}&actor={quote('../../x')}&outlet=__proto__&from=<b>"
    )
    settled(page)
    assert page.locator(".find-input").input_value() == given
    assert page.evaluate("typeof window.pwned") == "undefined"
    assert page.locator(".find img, .find i").count() == 0


def test_search_runs_under_a_strict_policy(page, home):
    policy = "script-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; require-trusted-types-for 'script'"

    def answer(route):
        response = route.fetch()
        route.fulfill(
            response=response, headers=response.headers | {"content-security-policy": policy}
        )

    page.route(lambda url: url.startswith(home), answer)
    page.goto(home + "search/?q=Minsk")
    settled(page)
    assert page.locator(HIT).count()


def test_nothing_is_asked_for_before_the_first_use_and_little_then(page, home):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(home, wait_until="networkidle")
    assert [url for url in asked if "search" in url or "worker" in url] == []
    search(page, "Minsk")
    assert all(url.startswith(home) for url in asked)
    names = {url.rpartition("/")[2].partition("?")[0] for url in asked}
    assert {"search.js", "search.css", "head.json", "table.json"} <= names
    assert page.locator("[data-md-component=search], .md-search").count() == 0


@pytest.mark.parametrize("size", [PHONE, NARROW], ids=["390", "320"])
def test_on_a_phone(browser, home, said, size):
    context = browser.new_context(viewport=size, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(home)
    page.locator(".search-open").tap()
    word, text = sorted(rare(said).items())[1]
    page.keyboard.type(word)
    settled(page)
    box = page.locator(HIT).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.locator(".find-shut").tap()
    assert not page.locator("dialog").is_visible()
    page.goto(f"{home}search/?q={word}")
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert not page.locator(".find-filters fieldset").first.is_visible()
    page.locator(".find-filters summary").tap()
    assert page.locator(".find-filters fieldset").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.locator(f"{HIT} .hit-link").tap()
    page.wait_for_url("**#s-*")
    assert page.locator(":target").inner_text() == text
    context.close()


def test_at_the_root_of_a_host(page, built, said):
    word, text = sorted(rare(said).items())[2]
    with served(built / "site") as root:
        for address in ("stories/", "articles/no/such/page/", ""):
            page.goto(root + address)
            if address.startswith("articles"):
                continue  # 404.html is made for the address in digest.yml
            [(found, printed, _)] = search(page, word)
            assert printed == text
            assert found.startswith(f"{root}articles/")
        page.goto(f"{root}search/?q={word}")
        settled(page)
        assert [printed for _, printed, _ in rows(page)] == [text]


def test_from_a_missing_page_below_the_sub_path(page, home, said):
    word, text = sorted(rare(said).items())[2]
    page.goto(home + "articles/2019/no/such/page/")
    assert [printed for _, printed, _ in search(page, word)] == [text]


def test_without_scripts_the_page_says_so_and_leads_on(browser, home):
    context = browser.new_context(viewport=DESK, java_script_enabled=False)
    page = context.new_page()
    page.goto(home)
    page.locator(".search-open").click()
    assert page.url == home + "search/"
    assert page.get_by_role("heading", name="Search needs JavaScript").is_visible()
    links = page.locator(".search-off a").evaluate_all("es => es.map(e => e.href)")
    assert links == [home + path for path in ("articles/", "stories/", "actors/", "timeline/")]
    assert not page.locator(".digest input, .digest button").count()
    context.close()


def test_a_script_that_does_not_come_leads_to_the_page_and_the_page_says_so(page, home):
    page.route("**/assets/search*.js", lambda route: route.abort())
    page.goto(home)
    page.keyboard.press("/")
    page.wait_for_url(home + "search/")
    page.get_by_role("heading", name="Search needs JavaScript").wait_for()


def test_an_index_that_does_not_come_is_said(page, home):
    page.route("**/search/t-*.json*", lambda route: route.fulfill(status=503))
    page.goto(home + "search/?q=Minsk")
    page.get_by_text("could not read its index").wait_for()
    page.unroute("**/search/t-*.json*")
    page.locator(".find-input").fill("Minsk ")
    page.locator(HIT).first.wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE, NARROW], ids=["1280", "390", "320"])
def test_axe_finds_no_violation(browser, home, said, size, scheme):
    context = browser.new_context(viewport=size, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    found = {}
    for query in (
        "q=Minsk&topic=sanctions",
        "q=zzyzxqwv",
        "from=2021&unsure=1",
        "q=Lukashenka&from=nonsense",
        "",
    ):
        page.goto(f"{home}search/?{query}")
        settled(page)
        page.evaluate("document.querySelector('.find-filters').open = true")
        page.evaluate(axe())
        found[query] = page.evaluate(AXE)
    page.goto(home)
    for query in ("Lukashenka", "zzyzxqwv"):
        search(page, query)
        page.evaluate(axe())
        found[f"dialog {query}"] = page.evaluate(AXE)
    context.close()
    assert {where: violations for where, violations in found.items() if violations} == {}


def test_script_and_builder_take_text_apart_alike(page, home):
    dice = random.Random(6)  # noqa: S311 - no secret depends on it
    letters = [chr(n) for n in range(0x20, 0x2FFF) if chr(n).isprintable()]
    texts = ["".join(dice.choices(letters, k=30)) for _ in range(500)]
    texts += [
        "Łódź’s ΟΔΟΣ ﬁn Straße Ёлка Й ½ №5 min\u00adister $18.3bn e\u0301 İ 한국 ไทย हिन्दी 北京"
    ]
    page.goto(home)
    found = page.evaluate(
        "async ([home, texts]) => { const { tokens } = await import(home + 'assets/search-words.js');"
        " return texts.map(text => tokens(text).map(token => [token.word, text.slice(token.start, token.end)])) }",
        [home, texts],
    )
    for text, mine in zip(texts, found, strict=True):
        assert [word for word, _ in mine] == tokens(text), text
        assert all(word in fold(slice_) for word, slice_ in mine if "½" not in slice_)


def test_a_dated_copy_speaks_for_an_undated_one(page, tmp_path):
    """The engine alone, over two articles with one sentence; the undated one is first on disk."""
    said = (Said(id="a00000000000", text="Gas is dear.", line=1, articles=2),)
    held = tuple(
        Held(
            id=key * 16, page=f"articles/{key}/", title="Gas", line=1, cut=False, date=date, sure=True,
            outlet=None, language="en", topics=(), said=said,
        )
        for key, date in (("a", None), ("b", "2021-03-04"))
    )  # fmt: skip
    for one in files(Corpus(topics=(), held=held, known=())):
        target = tmp_path / one.path
        target.parent.mkdir(exist_ok=True)
        target.write_text(one.content, encoding="utf-8")
    shutil.copytree(ROOT / "digest/theme/assets", tmp_path / "assets")
    (tmp_path / "index.html").write_text("<!doctype html><title>x</title>", encoding="utf-8")
    with served(tmp_path) as home:
        page.goto(home)
        dates = page.evaluate(
            """async (home) => {
              const { Engine } = await import(home + "assets/search-engine.js");
              const engine = new Engine(home);
              const query = { text: "gas dear", topics: [], outlets: [], actors: [], from: "", to: "" };
              const found = await engine.search(query);
              return found.hits.map((record) => engine.dates[engine.articleOf[record]]);
            }""",
            home,
        )
    assert dates == ["2021-03-04"]
