"""The gate trusts nothing the build says of itself: one changed word is found and its place named."""

from __future__ import annotations

import json
import re
import shutil

import pytest

from digest.build import project as projects
from digest.build import verification
from digest.errors import VerifyError
from digest.models import FrontMatter, RawArticle
from digest.verify.files import markdown_slices, page
from digest.verify.sources import Source


@pytest.fixture
def site(built, tmp_path):
    """A copy of the built sample that a test may spoil."""
    shutil.copytree(built, tmp_path / "copy")
    return tmp_path / "copy"


def verify(folder):
    found = projects.load(folder / "digest.yml")
    return verification.verify_site(found, found.place())


def sentence_mark(text):
    """The first sentence mark with a word of its text changed."""
    mark = re.search(r'<q class="s"[^>]*>[^<]*?(\b[a-z]{5,}\b)', text)
    at = mark.start(1)
    return text[:at] + "never" + text[mark.end(1) :]


def spoil(path, change):
    text = path.read_text(encoding="utf-8")
    changed = change(text)
    assert changed != text
    path.write_text(changed, encoding="utf-8")


def article(folder, part, suffix):
    paths = sorted(p for p in (folder / part / "articles").rglob(f"*{suffix}"))
    return next(p for p in paths if '<q class="s"' in p.read_text(encoding="utf-8"))


def test_the_sample_holds_and_the_count_is_stated(built):
    found = verify(built)
    assert found.failures == []
    assert found.sentences > 300
    assert found.counts > 200
    assert f"{found.sentences} sentences" in found.summary()


def test_a_changed_word_in_markdown_is_found(site):
    path = article(site, "site_src", ".md")
    spoil(path, sentence_mark)
    with pytest.raises(VerifyError, match=re.escape(path.relative_to(site).as_posix())):
        verify(site)


def test_a_changed_word_in_a_rendered_page_is_found(site):
    path = article(site, "site", ".html")
    spoil(path, sentence_mark)
    with pytest.raises(VerifyError, match=re.escape(path.relative_to(site / "site").as_posix())):
        verify(site)


def test_a_changed_word_in_a_feed_is_found(site):
    spoil(site / "site" / "feeds" / "all.xml", sentence_mark)
    with pytest.raises(VerifyError, match=r"feeds/all\.xml:\d+"):
        verify(site)


def test_a_changed_word_in_the_search_index_is_found(site):
    def change(text):
        index = json.loads(text)
        longest = max(index["docs"], key=lambda doc: len(doc["text"]))
        longest["text"] = re.sub(r"\b[a-z]{6,}\b", "invented", longest["text"], count=1)
        return json.dumps(index)

    spoil(site / "site" / "search" / "search_index.json", change)
    with pytest.raises(VerifyError, match=r"search_index\.json"):
        verify(site)


def test_a_changed_word_in_the_data_is_found(site):
    path = sorted((site / "site" / "data").rglob("*.json"))
    path = next(p for p in path if '"sentences"' in p.read_text(encoding="utf-8"))
    spoil(
        path, lambda text: re.sub(r'("text": ?"[^"]*?)\b[a-z]{6,}\b', r"\1invented", text, count=1)
    )
    with pytest.raises(VerifyError, match=r"data/"):
        verify(site)


def test_a_changed_word_in_a_json_feed_is_found(site):
    def change(text):
        feed = json.loads(text)
        feed["items"][0]["content_html"] = sentence_mark(feed["items"][0]["content_html"])
        return json.dumps(feed)

    spoil(site / "site" / "feeds" / "all.json", change)
    with pytest.raises(VerifyError, match=r"feeds/all\.json"):
        verify(site)


def test_a_title_of_a_json_feed_that_is_no_headline_is_found(site):
    def change(text):
        feed = json.loads(text)
        feed["items"][0]["title"] = "Something else"
        return json.dumps(feed)

    spoil(site / "site" / "feeds" / "all.json", change)
    with pytest.raises(VerifyError, match=r"all\.json: title 'Something else' is not its headline"):
        verify(site)


def test_a_dead_link_in_a_json_feed_is_found(site):
    spoil(
        site / "site" / "feeds" / "all.json",
        lambda text: text.replace("/digest/stories/", "/digest/tales/", 1),
    )
    with pytest.raises(VerifyError, match=r"links to \S+/tales/\S+, which does not exist"):
        verify(site)


def table(change):
    """Change a table as a value."""

    def spoilt(text):
        value = json.loads(text)
        change(value)
        return json.dumps(value, ensure_ascii=False)

    return spoilt


@pytest.mark.parametrize(
    ("name", "change", "found"),
    [
        ("index", lambda t: t["counts"].update(articles=7), "site.articles says 7"),
        ("index", lambda t: t["feeds"][0].update(path="feeds/no.xml"), "links to ../feeds/no.xml"),
        ("stories", lambda t: t["rows"][0]["counts"].update(texts=9), r"\.texts says 9"),
        ("stories", lambda t: t["rows"][0]["title"].update(text="Never"), "not in .*'Never'"),
        ("stories", lambda t: t["rows"][0].update(page="stories/no/"), "links to ../stories/no/"),
        ("stories", lambda t: t["rows"].pop(), "site.stories says"),
        ("stories", lambda t: t["rows"][0]["articles"].pop(), r"\.articles says 0"),
        ("topics", lambda t: t["rows"][0]["stories"].pop(), r"topic:integration\.stories says"),
        ("actors", lambda t: t["rows"][0]["counts"].update(texts=0), r"\.texts says 0"),
        ("actors", lambda t: t["rows"][0]["sentences"][0].update(sentence="0" * 12), "no such"),
        ("figures", lambda t: t["rows"][0].update(text="$9 billion"), "no such shown sentence"),
        ("figures", lambda t: t["rows"][0].update(article="0" * 16), "which no source has"),
        ("timeline", lambda t: t["rows"][0]["named"][0].update(text="tomorrow"), "no such shown"),
        ("timeline", lambda t: t["rows"].pop(), "site.dates says"),
        ("sources", lambda t: t["outlets"][0].update(articles=99), r"outlet:.*\.articles says 99"),
    ],
)
def test_a_wrong_word_number_or_reference_in_a_table_is_found(site, name, change, found):
    spoil(site / "site" / "data" / f"{name}.json", table(change))
    with pytest.raises(VerifyError, match=rf"data/{name}\.json: .*{found}"):
        verify(site)


def test_article_text_in_a_table_outside_its_place_is_found(site):
    page_ = article(site, "site", ".html").read_text(encoding="utf-8")
    sentence = re.search(r'<q class="s"[^>]*>([^<]{90,})</q>', page_)[1]
    spoil(
        site / "site" / "data" / "index.json",
        table(lambda t: t["site"].update(subtitle=sentence)),
    )
    with pytest.raises(VerifyError, match=r"data/index\.json: .*outside any mark"):
        verify(site)


def test_a_card_that_is_not_what_the_articles_give_is_found(site):
    cards = sorted((site / "site" / "cards" / "stories").iterdir())
    shutil.copyfile(cards[0], cards[1])
    (site / "site" / "cards" / "extra.png").write_bytes(cards[0].read_bytes())
    with pytest.raises(VerifyError) as caught:
        verify(site)
    for name in (f"stories/{cards[1].name}", "extra.png"):
        assert f"cards/{name}: is not the card" in str(caught.value)


def test_a_card_that_is_not_there_is_found(site):
    (site / "site" / "cards" / "front.png").unlink()
    with pytest.raises(VerifyError, match=r"links to \S+/cards/front\.png, which does not exist"):
        verify(site)


@pytest.mark.parametrize(
    ("path", "old", "new", "found"),
    [
        ("sitemap.xml", "/digest/about/", "/digest/nowhere/", "links to .*nowhere/"),
        (
            "sitemap.xml",
            "<loc>https://example.github.io",
            "<loc>https://other.example",
            "no address",
        ),
        ("robots.txt", "sitemap.xml", "map.xml", "links to .*map.xml"),
        ("index.html", '"@type": "WebSite", "@id": "https://', '"@id": "https://x.', "no address"),
    ],
)
def test_a_wrong_address_for_crawlers_is_found(site, path, old, new, found):
    spoil(site / "site" / path, lambda text: text.replace(old, new, 1))
    with pytest.raises(VerifyError, match=found):
        verify(site)


def test_linked_data_that_dates_an_article_otherwise_is_found(site):
    path = article(site, "site", ".html")
    spoil(
        path,
        lambda text: re.sub(r'"isBasedOn": \{', '"isBasedOn": {"datePublished": "1999", ', text),
    )
    # The last of two equal keys counts, so take the true one away as well.
    text = re.sub(
        r'(1999", .*?), "datePublished": "[^"]*"', r"\1", path.read_text(encoding="utf-8")
    )
    path.write_text(text, encoding="utf-8")
    with pytest.raises(VerifyError, match="linked data says datePublished '1999'"):
        verify(site)


def test_a_changed_word_in_the_download_is_found(site):
    def change(text):
        head, _, rows = text.partition("\n")
        return f"{head}\n" + re.sub(r"\b[a-z]{6,}\b", "invented", rows, count=1)

    spoil(site / "site" / "figures" / "figures.csv", change)
    with pytest.raises(VerifyError, match=r"figures\.csv:\d+"):
        verify(site)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("index.html", "site.articles"),
        ("index.html", "topic:protests@2020-11.articles"),
        ("figures/index.html", "site.figures"),
        ("timeline/index.html", "site.lone"),
        ("timeline/index.html", "date:2021-05-23.texts"),
        ("actors/index.html", "site.actors"),
        ("actors/alyaksandr-lukashenka/index.html", "actor:alyaksandr-lukashenka.texts"),
    ],
)
def test_a_wrong_number_is_found(site, path, name):
    def change(text):
        mark = rf'(data-n="{re.escape(name)}" (?:data-)?value=")\d+'
        return re.sub(mark, r"\g<1>999", text, count=1)

    spoil(site / "site" / path, change)
    with pytest.raises(VerifyError, match=rf"index\.html:\d+: {re.escape(name)} says 999"):
        verify(site)


def test_a_dead_link_and_a_dead_anchor_are_found(site):
    def change(text):
        dead = '<a href="nowhere/">x</a><a href="#nothing">y</a><a href="/about/">z</a>'
        return text.replace("</main>", f"{dead}</main>", 1)

    spoil(site / "site" / "index.html", change)
    with pytest.raises(VerifyError) as caught:
        verify(site)
    assert "links to nowhere/" in str(caught.value)
    assert "no such anchor" in str(caught.value)
    assert "links to /about/" in str(caught.value)  # the site lives at /digest/


def test_a_sentence_beyond_the_cap_is_found(site):
    path = article(site, "site", ".html")
    text = path.read_text(encoding="utf-8")
    found = projects.load(site / "digest.yml")
    brief = _understood(found)
    key = re.search(r'data-a="([0-9a-f]{16})"', text)[1]
    entry = next(e for e in brief.entries if e.article.id == key)
    hidden = next(s for s in entry.article.sentences if s.id not in entry.shown)
    mark = f'<q class="s" data-a="{key}" data-s="{hidden.id}">{hidden.text}</q></main>'
    spoil(path, lambda text: text.replace("</main>", mark, 1))
    with pytest.raises(VerifyError, match="cap"):
        verify(site)


def test_article_text_outside_any_mark_is_found(site):
    path = article(site, "site", ".html")
    sentence = re.search(r'<q class="s"[^>]*>([^<]{80,})</q>', path.read_text(encoding="utf-8"))[1]
    spoil(path, lambda text: text.replace("</main>", f"<p>{sentence}</p></main>", 1))
    with pytest.raises(VerifyError, match="outside any mark"):
        verify(site)


def _understood(found):
    from digest.build import corpus

    place = found.place()
    return corpus.understand(found, [place.articles], base=place.base)


RAW = "A first line.\nThe min\u00adister said: “We wait.”\nA second\nsentence, wrapped.\n"


@pytest.mark.parametrize(
    ("slice_", "line", "holds"),
    [
        ("The minister said: “We wait.”", 2, True),
        ("The minister said:\u00a0“We  wait.”", 2, True),
        ("A second sentence, wrapped.", 3, True),
        ("A first line.", 1, True),
        ("A first line.", 2, False),
        ("The minister said: “We waited.”", 2, False),
        ('The minister said: "We wait."', 2, False),
        ("Given by the editor", 3, True),
        ("", 1, False),
        ("A first line.", 99, False),
    ],
)
def test_a_slice_is_looked_up_without_white_space_and_format_characters(slice_, line, holds):
    front = FrontMatter(title="Given by the editor")
    raw = RawArticle(source="a.txt", kind="text", id="0" * 16, text=RAW, front=front)
    assert Source(raw).holds(slice_, line) is holds


@pytest.mark.parametrize(
    "page_",
    ["<![foo Said here.", "<a " * 200_000, "<!" * 200_000, "<div>" * 400_000 + "Said here."],
)
def test_a_hostile_page_neither_stops_nor_holds_up_the_gate(page_):
    raw = RawArticle(source="a.html", kind="html", id="0" * 16, text=page_)
    assert Source(raw).holds("Said elsewhere.") is False


def test_text_nodes_of_a_web_page_are_its_source_and_its_scripts_are_not():
    page_ = "<p>Talks <b>en</b>ded &amp; closed.<script>var x = 'Never said';</script></p>"
    source = Source(RawArticle(source="a.html", kind="html", id="0" * 16, text=page_))
    assert source.holds("Talks ended & closed.")
    assert not source.holds("closed.var x")


def test_a_page_is_read_by_its_marks():
    text = (
        '<p>ours <q class="s" data-a="aa" data-s="bb" id="s-aa-bb">a &amp; <del>b</del></q> '
        '<data class="n" data-n="page.sentences" value="1">1</data> <a href="x/#y">z</a></p>'
    )
    content = page(text)
    assert [(s.text, s.article, s.sentence) for s in content.slices] == [("a & b", "aa", "bb")]
    assert [(c.name, c.value, c.before) for c in content.counts] == [("page.sentences", "1", 1)]
    assert content.ids == {"s-aa-bb"}
    assert content.links == [("x/#y", 1)]
    assert "".join(content.outside).split() == ["ours", "1", "z"]


def test_markdown_is_read_by_its_marks_and_names_the_line():
    text = 'x\n\n- <q class="v" data-a="aa" data-l="7">a &#42;b&#42;</q>\n'
    assert [(s.text, s.line, s.at) for s in markdown_slices(text)] == [("a *b*", 7, 3)]
