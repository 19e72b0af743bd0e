"""The tables below data/: each follows its schema, refers to what is shown, and says no more."""

from __future__ import annotations

import json

import jsonschema
import pytest
from briefs import SETTINGS, A, B, C, article, brief, entry, sample

from digest.machine import dataset
from digest.models import MARKER, Actor
from digest.render import pages
from digest.verify import dataset as reading

NAMES = ("index", *dataset.NAMES)


@pytest.fixture(scope="module")
def made():
    found = {p.path: p.content for p in pages(sample(), SETTINGS) if p.path.startswith("data/")}
    return {path: json.loads(text) for path, text in found.items()}


@pytest.mark.parametrize("name", NAMES)
def test_a_table_follows_the_schema_beside_it(made, name):
    schema = made[f"data/{name}.schema.json"]
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(made[f"data/{name}.json"])
    assert made[f"data/{name}.json"]["schema"] == schema["title"] == f"digest.{name}/1"


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_refuses_what_it_does_not_name(made, name):
    spoilt = made[f"data/{name}.json"] | {"more": 1}
    with pytest.raises(jsonschema.ValidationError, match="'more' was unexpected"):
        jsonschema.Draft202012Validator(made[f"data/{name}.schema.json"]).validate(spoilt)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_published_sample_follows_its_schemas(built, name):
    folder = built / "site" / "data"
    schema, found = (
        json.loads((folder / f"{name}{end}").read_text(encoding="utf-8"))
        for end in (".schema.json", ".json")
    )
    jsonschema.Draft202012Validator(schema).validate(found)
    assert name == "index" or found["rows"]


@pytest.mark.slow
def test_the_published_articles_follow_their_schema(built):
    folder = built / "site" / "data"
    schema = json.loads((folder / "schema.json").read_text(encoding="utf-8"))
    check = jsonschema.Draft202012Validator(schema)
    for path in sorted(folder.glob("articles/*.json")):
        check.validate(json.loads(path.read_text(encoding="utf-8")))


def test_the_index_names_every_file_and_counts(made):
    index = made["data/index.json"]
    tables = {one["path"]: one["rows"] for one in index["tables"]}
    assert tables == {
        "data/articles/{id}.json": 3,
        **{f"data/{n}.json": len(made[f"data/{n}.json"]["rows"]) for n in dataset.NAMES},
    }
    assert {one["described"] for one in index["tables"]} <= set(made)
    assert index["counts"]["articles"] == 3
    assert index["counts"]["sentences"] == 6
    assert index["counts"]["skipped"] == 1


def test_a_story_refers_to_its_articles_and_sentences(made):
    first, second = made["data/stories.json"]["rows"]
    assert first["title"] == {
        "text": "Locks stay shut",
        "article": A,
        "line": 1,
        "cut": False,
        "derived": False,
    }
    assert first["articles"] == [{"article": A}, {"article": B, "relation": "update", "of": A}]
    assert first["counts"] == {"articles": 2, "texts": 1, "outlets": 1}
    assert first["page"] == "stories/locks-stay-shut-aaaaaaaa/"
    assert (first["date"], first["updated"]) == ("2021-02-22", "2021-02-22")
    assert (second["id"], second["date"], second["updated"]) == (C, None, None)


def test_sums_and_dates_are_slices_of_shown_sentences(made):
    (sum_,) = made["data/figures.json"]["rows"]
    assert (sum_["text"], sum_["about"], sum_["value"]) == ("$3 million", "It costs", 3_000_000)
    (date,) = made["data/timeline.json"]["rows"]
    assert date["named"] == [
        {"article": A, "sentence": "000000000001", "text": "Monday", "sure": True}
    ]


def test_every_input_has_its_fate(made):
    assert made["data/sources.json"]["rows"] == [
        {"source": "articles/aaaa.txt", "article": A, "outlet": "River Post"},
        {"source": "articles/bbbb.txt", "article": B, "outlet": None},
        {"source": "articles/cccc.txt", "article": C, "outlet": "Речной листок"},
        {"source": "articles/x.pdf", "skipped": "unsupported"},
    ]


def test_a_sentence_that_may_not_be_shown_is_named_nowhere(made):
    hidden = "000000000003"
    assert [path for path, value in made.items() if hidden in json.dumps(value)] == []


def test_a_table_is_a_line_a_row():
    files = {p.path: p.content for p in pages(sample(), SETTINGS)}
    for name in dataset.NAMES:
        text = files[f"data/{name}.json"]
        head, *rows = text.rstrip("\n").split("\n")
        assert MARKER in head
        assert [json.loads(row.rstrip(",")) for row in rows[:-1]] == json.loads(text)["rows"]


def test_hostile_names_are_data():
    name = '</script><b onclick="x">\u2028 & "co"'
    actor = Actor(name=name, kind="person", forms=(name,), sentences=("000000000001",))
    settings = SETTINGS
    held = [
        entry(article(key, [f"{name} left."], title=name, outlet=name, actors=(actor,), first=n))
        for n, key in enumerate((A, B), start=1)
    ]
    found = {p.path: p.content for p in pages(brief(*held), settings)}
    plain = '</script><b onclick="x"> & "co"'
    assert json.loads(found["data/stories.json"])["rows"][0]["title"]["text"] == plain
    assert json.loads(found["data/sources.json"])["outlets"][0]["name"] == plain


def test_what_is_read_of_a_table_is_all_that_it_says(made):
    """The gate's reader: slices, sentences by their ids, counts with their scope, other text."""
    read = reading.table(made["data/timeline.json"])
    assert [(s.text, s.article) for s in read.slices] == [("Monday", A)]
    assert [(s.article, s.sentence, s.text) for s in read.places] == [(A, "000000000001", "Monday")]
    assert [(c.name, c.value) for c in read.counts] == [
        ("site.dates", "1"),
        ("date:2021-02-22.articles", "1"),
        ("date:2021-02-22.texts", "1"),
    ]
    assert "2021-02-22" in read.outside
    assert reading.table({"schema": "digest.article/1"}) is None
