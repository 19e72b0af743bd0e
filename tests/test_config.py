"""`digest.yml`: every mistake at once, each with its line and what to do."""

from __future__ import annotations

import pytest

from digest import config
from digest.errors import ConfigError
from digest.settings import Cap, Term

GOOD = """\
site: {title: Watch, url: "https://example.org/"}
topics:
  - slug: gas
    title: Gas
    terms: [gas*, {term: "price~gas", weight: 0.5}, {term: газ, language: ru}]
    exclude: [gaslight]
sources:
  - {name: The Paper, aliases: [Paper], hosts: [paper.example], cap: {sentences: 4}}
actors:
  - {name: Ann Example, kind: person, forms: [A. Example]}
events:
  - {name: The vote, date: 2020-08-09, phrases: [presidential election]}
  - {name: The year of the vote, date: 2020}
limits: {sentences: 6, max_bytes: 1000000}
summarizer: lexrank
"""


def test_a_whole_file_becomes_settings():
    found = config.parse(GOOD)
    assert found.site.title == "Watch"
    assert found.topics[0].terms == (
        Term(pattern="gas*"),
        Term(pattern="price~gas", weight=0.5),
        Term(pattern="газ", language="ru"),
    )
    assert found.topics[0].exclude == (Term(pattern="gaslight"),)
    assert found.sources[0].cap == Cap(sentences=4)
    assert found.actors[0].forms == ("A. Example",)
    assert [event.date for event in found.events] == ["2020-08-09", "2020"]
    assert (found.cap.sentences, found.max_bytes, found.summarizer) == (6, 1_000_000, "lexrank")


TOPICS = "topics:\n  - {slug: a, title: A, terms: [a]}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["digest.yml:1: is empty"]),
        (TOPICS.replace("slug: a", "slug: all"), ["digest.yml:2:", "'all'", "names of feeds"]),
        (TOPICS + "site: {robots: deny}\n", ["digest.yml:3:", "allow, disallow, none"]),
        (
            TOPICS + "evnets: []\n",
            ["digest.yml:3: unknown key 'evnets'; perhaps you meant 'events'"],
        ),
        (
            TOPICS + "site:\n  titel: x\n",
            ["digest.yml:4: unknown key 'titel'; perhaps you meant 'title'"],
        ),
        (TOPICS + "summarizer: lexrnk\n", ["digest.yml:3:", "perhaps you meant 'lexrank'"]),
        (TOPICS + "site: {title: no}\n", ["digest.yml:3:", "put it in quotes"]),
        ("topics:\n  - {slug: a, title: A}\n", ["digest.yml:2: topics/0 lacks 'terms'"]),
        (TOPICS + "  - {slug: a, title: B, terms: [b]}\n", ["digest.yml:3: topics has 'a' twice"]),
        (
            TOPICS + "site: {title: x}\nsite: {title: y}\n",
            ["digest.yml:4: gives 'site' again (line 3)"],
        ),
        (TOPICS + "site: &s {title: x}\n", ["digest.yml:3: uses an anchor"]),
        ("a: {<<: {b: 1}}\n", ["digest.yml:1: merges with <<"]),
        (TOPICS + "redirects: {topics/gas: ''}\n", ["digest.yml:3:", "'topics/gas'"]),
        (TOPICS + "redirects: {topics/gas/: ../x/}\n", ["digest.yml:3:", "'../x/'"]),
        ("topics: [\n", ["is not YAML"]),
        ("x: " + "[" * 30 + "]" * 30, ["nested deeper than 20"]),
        ("- a\n", ["must be a mapping"]),
        ("a\x00b", ["is not YAML"]),
    ],
)
def test_a_mistake_names_its_line_and_what_to_do(text, expected):
    with pytest.raises(ConfigError) as caught:
        config.parse(text)
    for part in expected:
        assert part in str(caught.value)


def test_all_mistakes_come_at_once():
    text = "site: {url: nowhere}\ntopics:\n  - {slug: A B, title: A, terms: [a]}\nsumarizer: x\n"
    with pytest.raises(ConfigError) as caught:
        config.parse(text)
    lines = [line.split(":")[1] for line in str(caught.value).splitlines()]
    assert lines == ["1", "3", "4"]


def test_merges_that_keep_the_safe_loader_busy_for_minutes_are_refused_at_once():
    bomb = "a0: &a0 {k: v}\n" + "".join(
        f"a{i}: &a{i} {{<<: [*a{i - 1}, *a{i - 1}, *a{i - 1}]}}\n" for i in range(1, 25)
    )
    with pytest.raises(ConfigError, match="anchor"):
        config.parse(bomb)


def test_the_sample_is_in_order(root):
    found = config.parse((root / "digest.yml").read_text(encoding="utf-8"))
    slugs = [topic.slug for topic in found.topics]
    assert slugs == ["integration", "energy-debt", "sanctions", "protests"]


def test_redirects_lead_from_a_published_address_to_a_page():
    text = TOPICS + "redirects:\n  topics/oil/: topics/gas/\n  topics/gas-prices/: ''\n"
    assert config.parse(text).redirects == (
        ("topics/gas-prices/", ""),
        ("topics/oil/", "topics/gas/"),
    )
