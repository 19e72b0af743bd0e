"""The search index: small files, the same bytes, every shown sentence and nothing else."""

from __future__ import annotations

import json
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.models import MARKER
from digest.search import index
from digest.search.index import Corpus, Held, Known, Said, encode, files
from digest.search.words import fold, tokens
from digest.verify.search import decode, read

WORDS = st.text(string.ascii_lowercase + "éжё", min_size=1, max_size=9)


def held(key, *texts, date="2021-02-22", title="A headline", outlet="Harbour Wire", topics=()):
    said = tuple(
        Said(id=f"{key}{n:011x}", text=text, line=n + 3, topics=topics)
        for n, text in enumerate(texts)
    )
    return Held(
        id=key * 16, page=f"articles/2021/{key}/", title=title, line=1, cut=False, date=date, sure=True,
        outlet=outlet, language="en", topics=topics, said=said,
    )  # fmt: skip


def written(*articles, known=()):
    made = files(Corpus(topics=(("gas", "Gas"), ("debt", "Debt")), held=articles, known=known))
    return {page.path: page.content for page in made}


def content(paths, name):
    return json.loads(paths[f"search/{name}.json"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Łódź, “Minsk’s” Belarus–Russia", ["lodz", "minsk", "s", "belarus", "russia"]),
        ("$18.3 billion, 1,000 men", ["18", "3", "billion", "1", "000", "men"]),
        ("Ёлка и ёж, Йошкар, ўсё", ["елка", "и", "еж", "йошкар", "ўсе"]),
        ("И\u0306 e\u0301 min\u00adister \u200fx", ["й", "e", "minister", "x"]),
        ("Straße ΟΔΟΣ ﬁn İstanbul", ["strasse", "οδοσ", "fin", "istanbul"]),
        ("…—! ", []),
    ],
)
def test_words_are_taken_apart_and_folded(text, words):
    assert tokens(text) == words


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.lists(st.integers(0, 10**9)))
def test_numbers_are_read_back(numbers):
    assert decode(encode(numbers)) == numbers
    assert json.loads(json.dumps(encode(numbers))) == encode(numbers)


def test_every_word_leads_to_its_place_and_an_actor_to_its_sentences():
    known = Known(
        key="ivan-orlov", name="Ivan Orlov", kind="person", at=(("a" * 16, "a00000000001"),)
    )
    made = written(
        held("a", "Gas is dear.", "Orlov spoke of gas, gas!", topics=(0,)),
        held("b", "Nothing.", date=None),
        known=(known,),
    )
    words = content(made, "w-_")["held"]
    # Undated first: b is records 0 and 1, a's headline 2, its sentences 3 and 4.
    assert decode(words["gas"]) == [3, 0, 1, 3, 0, 4]
    assert words["orlov"] == [encode([4, 0]), [["ivan-orlov", "Ivan Orlov", "person"]]]
    assert words["ivan"] == ["", [["ivan-orlov", "Ivan Orlov", "person"]]]
    assert content(made, "a-_")["held"] == {"ivan-orlov": ["Ivan Orlov", "person", encode([4])]}
    table = content(made, "table")
    assert (table["dates"], decode(table["runs"])) == (["", "2021-02-22"], [1, 1])
    assert decode(table["topics"]) == [0, 0, 1, 1, 1]
    assert all(MARKER in text[:300] for text in made.values())


def test_a_word_of_another_spelling_leads_to_the_actor():
    known = Known(
        key="ivan-orlov",
        name="Ivan Orlov",
        kind="person",
        at=(("a" * 16, "a00000000000"),),
        spelled=("arlou", "ivan"),
    )
    made = written(held("a", "Arlou spoke."), known=(known,))
    words = content(made, "w-_")["held"]
    assert words["arlou"] == [encode([1, 0]), [["ivan-orlov", "Ivan Orlov", "person"]]]
    assert words["ivan"] == ["", [["ivan-orlov", "Ivan Orlov", "person"]]]
    found = read(made)
    assert (found.wrong, found.named) == ([], {"ivan-orlov": {"arlou"}})


def test_an_unsure_date_is_marked_and_what_copies_repeat_is_one():
    copy = Held(
        id="c" * 16, page="articles/2021/c/", title="Copy", line=1, cut=False, date="2021-03", sure=False,
        outlet=None, language="ru", topics=(), said=(Said(id="a00000000000", text="Gas is dear.", line=1, articles=2),),
    )  # fmt: skip
    table = content(written(held("a", "Gas is dear."), copy), "table")
    assert table["dates"] == ["2021-02-22", "2021-03?"]
    assert decode(table["same"]) == [3, 1]
    assert decode(table["outlets"]) == [1, 0]


@given(st.lists(st.lists(WORDS, min_size=1, max_size=6), min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_however_small_the_parts_each_word_is_in_the_one_a_reader_asks_for(texts):
    limits = index.SHARD, index.TEXTS
    index.SHARD, index.TEXTS = 60, 200
    try:
        articles = [held(f"{n:x}", " ".join(text)) for n, text in enumerate(texts)]
        made = written(*articles)
    finally:
        index.SHARD, index.TEXTS = limits
    found = read(made)
    assert found.wrong == []
    assert [[s.text for s in one.sentences] for one in found.told] == [
        [" ".join(text)] for text in texts
    ]


def test_the_same_articles_give_the_same_bytes_in_any_order():
    articles = [
        held(key, f"Sentence {key} of gas.", date=f"2021-0{n}")
        for n, key in enumerate("abc", start=1)
    ]
    assert list(written(*articles).items()) == list(written(*reversed(articles)).items())


def test_a_new_article_leaves_the_sentences_before_it_where_they_are():
    articles = [
        held(
            f"{n:x}",
            *(f"Sentence {m} of many." * 20 for m in range(8)),
            date=f"2021-01-0{1 + n % 8}",
        )
        for n in range(12)
    ]
    before = written(*articles)
    after = written(*articles, held("f", "A last word.", date="2022-01-01"))
    texts = sorted(path for path in before if "/t-" in path)
    assert len(texts) > 3
    changed = [path for path in texts if before[path] != after[path]]
    assert changed in ([], [max(texts, key=lambda path: int(path[9:-5]))])


def test_a_word_of_nearly_every_sentence_is_not_looked_up(monkeypatch):
    monkeypatch.setattr(index, "COMMON", 20)
    made = written(*(held(f"{n:x}", "The gas, the price.") for n in range(12)), held("f", "Dear."))
    words = content(made, "w-_")["held"]
    assert words["the"] == 0
    assert decode(words["dear"])
    assert any("'the'" in what for _, what in read(made).wrong), (
        "the gate takes no such word below its bound"
    )


def test_names_of_files_are_plain_whatever_the_word():
    assert [index.spelled(p) for p in ("", "ab1", "жu", "../", "CON")] == [
        "_",
        "ab1",
        "_436_u",
        "_2e__2e__2f_",
        "_43__4f__4e_",
    ]
