"""The gate trusts nothing the build says of itself: one changed word is found and its place named."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace

import pytest

from digest.build import corpus, verification
from digest.build import project as projects
from digest.build.editions import history
from digest.cards import values
from digest.cards.draw import draw
from digest.errors import VerifyError
from digest.machine import dataset
from digest.models import MARKER, FrontMatter, RawArticle
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


def changed_text(index):
    one = index["articles"][0]["said"][0]
    one[1] = re.sub(r"\b[a-z]{5,}\b", "invented", one[1], count=1)


def changed_headline(index):
    index["articles"][0]["title"][0] += " indeed"


def surer(table):
    place = next(n for n, date in enumerate(table["dates"]) if date.endswith("?"))
    table["dates"][place] = table["dates"][place][:-1]


def another_topic(table):
    table["topics"] = table["topics"].replace("0", "1", 1)


def another_copy(index):
    index["articles"][0]["said"][0][3] += 1


def elsewhere(index):
    index["articles"][0]["page"] = "about/"


def lost_word(shard):
    del shard["held"]["belarus"]


def moved_word(shard):
    shard["held"]["minsk"] = shard["held"]["russia"]


def renamed_actor(shard):
    shard["held"][min(shard["held"])][0] = "Somebody Else"


def fewer_sentences(shard):
    said = next(v for v in shard["held"].values() if len(v[2]) > 1)
    said[2] = said[2][1:]


def lost_article(index):
    del index["articles"][-1]


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("t-0", changed_text),
        ("t-0", changed_headline),
        ("t-0", another_copy),
        ("t-0", elsewhere),
        ("t-0", lost_article),
        ("table", surer),
        ("table", another_topic),
        ("w-_", lost_word),
        ("w-_", moved_word),
        ("a-_", renamed_actor),
        ("a-_", fewer_sentences),
    ],
)
def test_a_changed_part_of_the_search_index_is_found(site, name, change):
    def spoiled(text):
        index = json.loads(text)
        change(index)
        return json.dumps(index)

    spoil(site / "site" / "search" / f"{name}.json", spoiled)
    with pytest.raises(VerifyError, match=r"search/"):
        verify(site)


def test_a_sentence_beyond_the_cap_is_found_in_the_search_index(site):
    found = projects.load(site / "digest.yml")
    hidden = {
        entry.article.id: next(s for s in entry.article.sentences if s.id not in entry.shown)
        for entry in _understood(found).entries
        if len(entry.shown) < len(entry.article.sentences)
    }

    def change(text):
        index = json.loads(text)
        one = next(one for one in index["articles"] if one["id"] in hidden)
        sentence = hidden[one["id"]]
        one["said"][0][:3] = [sentence.id, sentence.text, sentence.line]
        return json.dumps(index)

    spoil(site / "site" / "search" / "t-0.json", change)
    with pytest.raises(VerifyError, match="cap"):
        verify(site)


def test_a_file_that_the_search_index_does_not_name_is_found(site):
    (site / "site" / "search" / "t-999.json").write_text('{"articles": []}', encoding="utf-8")
    with pytest.raises(VerifyError, match=r"search/t-999\.json: is no part"):
        verify(site)


def test_a_site_without_its_search_index_is_found(site):
    (site / "site" / "search" / "head.json").unlink()
    with pytest.raises(VerifyError, match="cannot be read as an index"):
        verify(site)


def test_a_changed_word_in_the_data_is_found(site):
    path = sorted((site / "site" / "data" / "articles").rglob("*.json"))
    path = next(p for p in path if '"sentences"' in p.read_text(encoding="utf-8"))
    spoil(
        path, lambda text: re.sub(r'("text": ?"[^"]*?)\b[a-z]{6,}\b', r"\1invented", text, count=1)
    )
    with pytest.raises(VerifyError, match=r"data/"):
        verify(site)


@pytest.fixture(scope="module")
def known(built):
    """The project and its articles, understood once, and the paths of its site."""
    found = projects.load(built / "digest.yml")
    site_ = built / "site"
    paths = [p.relative_to(site_).as_posix() for p in site_.rglob("*") if p.is_file()]
    return found, _understood(found), paths, site_


def failures(known, check, path, change=lambda text: text):
    """What the gate says of one file of the site, changed."""
    found, brief, paths, site_ = known
    gate = verification.open_gate(found, brief, history(found, found.place()))
    text = (site_ / path).read_text(encoding="utf-8")
    changed = change(text)
    getattr(gate, check)(path, changed)
    return "\n".join(gate.finish(brief, paths).failures)


def value(change):
    """Change a JSON file as a value."""

    def spoilt(text):
        held = json.loads(text)
        change(held)
        return json.dumps(held, ensure_ascii=False)

    return spoilt


def item(change):
    return value(lambda feed: change(feed["items"][0]))


def without_first_sentence(one):
    one["content_html"] = sentence_mark(one["content_html"])


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda text: text, "^$"),
        (item(without_first_sentence), r"feeds/all\.json:\d+: is not sentence"),
        (item(lambda i: i.update(title="Other")), "title 'Other' is not its headline"),
        (item(lambda i: i.update(url=i["url"] + "x/")), "links to .*/x/, which does not exist"),
        (lambda t: t.replace("/digest/articles/", "/digest/tales/", 1), "links to .*/tales/"),
        (value(lambda f: f.update(feed_url="https://example.github.io/digest/f")), "links to .*/f"),
    ],
    ids=["as it is", "word", "title", "address", "link", "itself"],
)
def test_what_is_wrong_in_a_json_feed_is_found(known, change, found):
    assert re.search(found, failures(known, "json_feed", "feeds/all.json", change))


@pytest.mark.parametrize("name", ["index", *dataset.NAMES])
def test_the_tables_hold_as_they_are(known, name):
    assert failures(known, "data", f"data/{name}.json") == ""


@pytest.mark.parametrize(
    ("name", "change", "found"),
    [
        ("index", lambda t: t["counts"].update(articles=7), "site.articles says 7"),
        ("index", lambda t: t["feeds"][0].update(path="feeds/no.xml"), "links to ../feeds/no.xml"),
        ("stories", lambda t: t["rows"][0]["counts"].update(texts=9), r"\.texts says 9"),
        ("stories", lambda t: t["rows"][0]["title"].update(text="Never"), "not in .*'?Never'"),
        ("stories", lambda t: t["rows"][0].update(page="stories/no/"), "links to ../stories/no/"),
        ("stories", lambda t: t["rows"].pop(), "site.stories says"),
        ("stories", lambda t: t["rows"][0]["articles"].pop(), r"\.articles says 2"),
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
def test_a_wrong_word_number_or_reference_in_a_table_is_found(known, name, change, found):
    assert re.search(found, failures(known, "data", f"data/{name}.json", value(change)))


def test_article_text_in_a_table_outside_its_place_is_found(known):
    brief = known[1]
    sentence = max((s.text for s in brief.entries[0].article.sentences), key=len)
    told = failures(
        known,
        "data",
        "data/index.json",
        value(lambda t: t["site"].update(subtitle=sentence)),
    )
    assert "stands outside any mark" in told


@pytest.mark.parametrize(
    ("path", "change", "found"),
    [
        ("sitemap.xml", lambda t: t, "^$"),
        ("robots.txt", lambda t: t, "^$"),
        ("sitemap.xml", lambda t: t.replace("/about/", "/nowhere/", 1), "links to .*nowhere/"),
        ("sitemap.xml", lambda t: t.replace("example.", "other.", 1), "is no address of the site"),
        ("robots.txt", lambda t: t.replace("sitemap.xml", "map.xml"), "links to .*map.xml"),
    ],
)
def test_a_wrong_address_for_crawlers_is_found(known, path, change, found):
    assert re.search(found, failures(known, "sitemap", path, change))


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda t: re.sub(r'"headline": "[^"]*', '"headline": "Never', t), "says headline 'Never'"),
        (lambda t: re.sub('"datePublished": "....', '"datePublished": "1999', t), "says datePub"),
        (
            lambda t: t.replace('"isBasedOn": {', '"isBasedOn": {"url": "https://x.example/", '),
            "url",
        ),
        (
            lambda t: t.replace('"@id": "https://', '"@id": "https://x.', 1),
            "no address of the site",
        ),
        (lambda t: t.replace("/digest/cards/", "/digest/c/", 1), "links to .*/c/"),
    ],
    ids=["headline", "date", "address of the source", "address of ours", "card"],
)
def test_what_is_wrong_in_the_head_of_a_page_is_found(known, change, found):
    site_ = known[3]
    paths = sorted(site_.glob("articles/2*/*/index.html"))
    text = {p: p.read_text(encoding="utf-8") for p in paths}
    path = next(p for p in paths if "datePublished" in text[p] and '"headline"' in text[p])

    found_, brief, files, _ = known
    gate = verification.open_gate(found_, brief)
    gate.rendered(path.relative_to(site_).as_posix(), change(text[path]), generated=True)
    assert re.search(found, "\n".join(gate.finish(brief, files).failures))


def test_a_card_that_is_not_what_the_articles_give_is_found(known):
    found, brief, paths, site_ = known
    drawn = {card.path: card for card in values.cards(brief, found.settings)}
    first, second = sorted(path for path in drawn if "/stories/" in path)[:2]
    data = (site_ / first).read_bytes()
    told = {}
    for name, held, card in (
        ("right", data, drawn[first]),
        ("another's", data, drawn[second]),
        ("a changed byte", data[:-20] + b"x" + data[-19:], drawn[first]),
        ("nobody's", data, None),
        (
            "a wrong number",
            None,
            replace(drawn[first], counts=((drawn[first].counts[0][0], 9, ""),)),
        ),
        ("a wrong title", None, replace(drawn[first], title="Never")),
    ):
        gate = verification.open_gate(found, brief)
        gate.card(first, draw(card).content if held is None else held, card)
        told[name] = "\n".join(gate.finish(brief, paths).failures)
    assert told.pop("right") == ""
    assert [name for name, said in told.items() if f"{first}: " not in said] == []


def test_a_card_that_is_not_there_is_found(site):
    (site / "site" / "cards" / "front.png").unlink()
    with pytest.raises(VerifyError, match=r"links to \S+/cards/front\.png, which does not exist"):
        verify(site)


def test_a_changed_word_in_the_download_is_found(site):
    def change(text):
        head, marker, rows = text.partition(MARKER)
        return f"{head}{marker}" + re.sub(r"\b[a-z]{6,}\b", "invented", rows, count=1)

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
    """Understand the project's articles beside what its editions print of them."""
    place = found.place()
    frozen = history(found, place).frozen()
    return corpus.understand(found, [place.articles], base=place.base, frozen=frozen)


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
