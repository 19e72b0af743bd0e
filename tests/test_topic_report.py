"""What editors are told about their terms."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_topics import article

from digest.models import Article, FrontMatter
from digest.settings import Term, TopicSettings
from digest.topic_report import report, text
from digest.topics import topics


def topic(slug, *patterns):
    terms = tuple(Term(pattern=p) if isinstance(p, str) else p for p in patterns)
    return TopicSettings(slug=slug, title=slug, description="", terms=terms)


def corpus(settings, *texts, front=None):
    found = []
    for number, paragraphs in enumerate(texts):
        cleaned, sentences = article(*paragraphs, front=front)
        raw = replace(cleaned.document.raw, source=f"{number}.txt")
        cleaned = replace(cleaned, document=replace(cleaned.document, raw=raw))
        on = topics(cleaned, sentences, (), settings)
        found.append(
            Article(cleaned=cleaned, sentences=sentences, published=None, ranking=(), topics=on)
        )
    return found


STRIKES = ("The strike began.", "A strike fund pays.")
RAIN = ("Rain fell.", "The rivers rose.")


def test_counts_per_term_and_topic():
    settings = (topic("work", "strike*", "wage*"), topic("sky", "rain"))
    found = report(corpus(settings, STRIKES, RAIN, RAIN, ("Nothing.",)), settings)
    work, sky = found.topics
    assert (found.articles, found.off) == (4, 1)
    assert (work.articles, work.sentences, sky.articles, sky.sentences) == (1, 2, 2, 4)
    assert [(use.term.pattern, use.matches, use.articles) for use in work.terms] == [
        ("strike*", 2, 1),
        ("wage*", 0, 0),
    ]


@pytest.mark.parametrize(
    ("pattern", "near"),
    [
        ("sanctoin*", ("sanctions",)),
        ("sanction*", ()),
        ("oil sanctoin*", ("sanctions",)),
        ("embargo|sanctions price", ()),
        ("quasar*", ()),
    ],
)
def test_a_silent_term_is_compared_with_the_words_that_are_there(pattern, near):
    """Only places that no word can fill are suspected; a phrase that never occurs is no typo."""
    settings = (topic("t", pattern),)
    found = report(corpus(settings, ("New sanctions on oil.",)), settings)
    assert found.topics[0].terms[0].near == near


def test_terms_of_absent_languages_are_not_called_silent():
    settings = (topic("t", Term(pattern="санкци*", language="ru"), "embargo*"),)
    found = report(corpus(settings, RAIN), settings).topics[0]
    assert found.foreign == 1
    assert [use.term.pattern for use in found.terms] == ["embargo*"]


def test_the_closest_article_of_an_empty_topic():
    hints = topic("t", Term(pattern="union", weight=0.5), Term(pattern="treaty", weight=0.2))
    found = report(
        corpus((hints,), ("A treaty.",), ("A union.", "A treaty."), RAIN), (hints,)
    ).topics[0]
    assert found.articles == 0
    assert found.closest == ("1.txt", ("union", "treaty"))


def test_words_that_would_separate_a_topic_better():
    """A word that goes with the topic and no term covers; the terms' own words are not proposed."""
    settings = (topic("work", "strike*"),)
    pickets = ("There were pickets at the strike.", "Pickets were at the strike.")
    found = report(corpus(settings, *[pickets] * 9, *[RAIN] * 9), settings)
    assert [one.word for one in found.topics[0].separators] == ["pickets"]


def test_unknown_slugs_in_front_matter_are_named():
    settings = (topic("work", "strike*"),)
    front = FrontMatter(topics=("wrok", "work"))
    assert report(corpus(settings, STRIKES, front=front), settings).unknown == ("wrok",)


def test_the_report_reads_as_text():
    settings = (topic("work", "strike*", "strkie fund"), topic("sky", "comet*"))
    said = text(report(corpus(settings, STRIKES, STRIKES, STRIKES, RAIN), settings))
    assert said.splitlines() == [
        "4 articles, 1 on no topic",
        "",
        "work: 3 articles (3 primary), 6 sentences",
        "       6 in 3 articles     strike*",
        "  in half of all articles or more, separates little: strike*",
        "  never: strkie fund; perhaps you meant strike",
        "",
        "sky: 0 articles (0 primary), 0 sentences",
        "  never: comet*",
    ]


@given(st.lists(st.lists(st.text(max_size=30), max_size=4), max_size=5))
def test_any_corpus_has_a_report(texts):
    settings = (topic("t", "a*", "~", "b c"),)
    assert text(report(corpus(settings, *texts), settings))
