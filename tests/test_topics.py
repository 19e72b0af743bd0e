"""Which topics an article is on: weights, the beat, main topics that carry over, the editor."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.models import Cleaned, Document, FrontMatter, RawArticle, Sentence, Title
from digest.settings import Term, TopicSettings
from digest.topics import topics

GAS = TopicSettings(
    slug="gas",
    title="Gas",
    description="",
    terms=(
        Term(pattern="gas price*"),
        Term(pattern="gas", weight=0.75),
        Term(pattern="pipeline*", weight=0.5),
        Term(pattern="valve*", weight=0.5),
    ),
    exclude=(Term(pattern="tear gas"),),
    context=(Term(pattern="ruritania*"),),
)
STRIKES = TopicSettings(
    slug="strikes",
    title="Strikes",
    description="",
    terms=(Term(pattern="strike*"),),
    context=(Term(pattern="ruritania*"),),
)
BOTH = (GAS, STRIKES)


def article(*paragraphs, title=None, front=None, language="en"):
    """Clean article of one paragraph an argument; `|` parts its sentences."""
    lines = [paragraph.split("|") for paragraph in paragraphs]
    text = "\n".join(" ".join(parts) for parts in lines)
    sentences, start = [], 0
    for number, parts in enumerate(lines):
        for part in parts:
            sentences.append(
                Sentence(
                    id=f"s{len(sentences)}",
                    text=part,
                    line=number + 1,
                    start=start,
                    end=start + len(part),
                    paragraph=number,
                )
            )
            start += len(part) + 1
    raw = RawArticle(
        source="a.txt", kind="text", id="0" * 16, text=text, front=front or FrontMatter()
    )
    cleaned = Cleaned(
        document=Document(raw=raw, text=text),
        lines=(),
        language=language,
        title=Title(text=title or "Untitled", line=None, derived=title is None),
        outlet=None,
        url=None,
    )
    return cleaned, tuple(sentences)


def said(*paragraphs, settings=BOTH, **more):
    cleaned, sentences = article(*paragraphs, **more)
    return {one.slug: (one.role, one.sentences) for one in topics(cleaned, sentences, (), settings)}


FILL = (
    "Ruritania is large.",
    "It rained in the north.",
    "A Ruritanian bus was late.",
    "Nobody spoke.",
)


@pytest.mark.parametrize(
    ("sentence", "on"),
    [
        ("Gas prices rose.", True),
        ("A pipeline has a valve.", True),
        ("A pipeline meets a pipeline.", False),
        ("A pipeline was closed.", False),
        ("Police used tear gas.", False),
        ("Tear gas hid the gas prices.", True),
    ],
)
def test_weights_of_different_terms_add_up(sentence, on):
    """The same hint twice is still one hint, and what an exclusion covers does not count."""
    assert ("gas" in said(f"Ruritania reports. {sentence}", *FILL)) is on


@pytest.mark.parametrize(
    ("paragraphs", "title", "on"),
    [
        ((*FILL, "They sell gas."), None, False),
        ((*FILL, "They sell gas.", "They buy gas."), None, True),
        (("They sell gas.", *FILL), None, True),
        ((*FILL, "They sell gas."), "Gas price up in Ruritania", True),
        ((*FILL, "The gas price rose."), None, True),
        ((*FILL, "They sell gas by pipeline."), None, False),
    ],
)
def test_a_weak_word_alone_is_a_mention(paragraphs, title, on):
    """One weak term in a background paragraph is no topic; in the lead or twice it is one."""
    assert ("gas" in said(*paragraphs, title=title)) is on


@pytest.mark.parametrize(
    ("paragraphs", "title", "on"),
    [
        (("Gas prices rose.",) * 4, None, False),
        (("Gas prices rose.",) * 4, "Ruritania pays more", True),
        (("Gas prices rose in Ruritania.", *("They rose.",) * 3), None, True),
        (("Gas prices rose.", *("Rain fell.",) * 12, "Ruritania was mentioned."), None, False),
        (("Gas prices rose.", *("Rain fell.",) * 5, "Ruritania was mentioned."), None, False),
        (("Ruritania pays.", "Gas prices rose.", *("Rain fell.",) * 5), None, True),
        (("Strikes began in Ruritania.", *("Rain fell.",) * 12, "Gas prices rose."), None, True),
        (("Rain fell.", "Strikes began in Ruritania.", *("Rain fell.",) * 12), None, False),
    ],
)
def test_terms_count_on_the_beat_only(paragraphs, title, on):
    """An article that barely speaks of the beat is on a topic only next to where it does.

    Its first sentence speaks for the whole where it names the beat and any of the topics.
    """
    assert ("gas" in said(*paragraphs, title=title)) is on


def test_a_topic_without_context_has_no_beat():
    anywhere = TopicSettings(slug="gas", title="", description="", terms=GAS.terms)
    assert said("Gas prices rose.", settings=(anywhere,)) == {"gas": ("primary", ("s0",))}


def test_roles_follow_title_lead_and_share():
    lead = said("Gas prices rose in Ruritania.", *FILL, "Strikes ended.", *FILL)
    assert {slug: role for slug, (role, _) in lead.items()} == {
        "gas": "primary",
        "strikes": "secondary",
    }
    titled = said(*FILL, "Gas prices rose.", *FILL, title="Gas prices in Ruritania")
    assert titled["gas"][0] == "primary"


def test_a_headline_speaks_for_its_lead():
    assert said("The bill is higher.", *FILL, title="Ruritania: gas price up") == {
        "gas": ("primary", ("s0",))
    }


def test_the_main_topic_carries_over_short_gaps_but_not_over_another_topic():
    """Paragraphs between those of the main topic are on it, those of another main topic are not."""
    carried = said(
        "Strikes hit Ruritania.",
        "Workers stay home.",
        "Strikes spread.",
        "Gas prices rose in Ruritania.",
        "Strikes go on.",
        title="Strikes and gas prices in Ruritania",
    )
    assert sorted(carried["strikes"][1]) == ["s0", "s1", "s2", "s4"]


def test_long_gaps_stay_empty():
    long = said("Strikes hit Ruritania.", *FILL, *("Strikes go on.",) * 6)
    assert not {"s1", "s2", "s3", "s4"} & set(long["strikes"][1])


def test_the_strongest_sentence_is_first():
    order = said(
        "They sell gas in Ruritania.",
        "Gas prices at the pipeline valve rose.",
        "Gas prices rose.",
    )["gas"][1]
    assert order == ("s1", "s0", "s2")


def test_why_names_the_words_as_written():
    cleaned, sentences = article("GAS Prices rose in Ruritania.", "A gas   pipeline.")
    (gas,) = topics(cleaned, sentences, (), BOTH)
    assert dict(gas.why) == {"s0": ("GAS Prices",), "s1": ("gas", "pipeline")}
    assert gas.terms == ("GAS Prices", "gas", "pipeline")


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (("strikes", "gas"), [("strikes", ("s0",)), ("gas", ("s1",))]),
        (("gas", "gas", "unknown"), [("gas", ("s1",))]),
        ((), []),
    ],
)
def test_the_editor_decides(chosen, expected):
    """Off the beat or not, in the editor's order; without any term the lead stands for the topic."""
    cleaned, sentences = article("A bus.", "Gas prices rose.", front=FrontMatter(topics=chosen))
    found = topics(cleaned, sentences, (), BOTH)
    assert [(one.slug, one.sentences) for one in found] == expected
    assert {(one.role, one.by_editor) for one in found} <= {("primary", True)}


@pytest.mark.parametrize("language", ["ru", None])
def test_terms_of_a_language_read_its_texts(language):
    russian = TopicSettings(
        slug="gas", title="", description="", terms=(Term(pattern="газ*", language="ru"),)
    )
    assert said("Газ подорожал.", settings=(russian,), language=language)


@given(
    st.lists(
        st.sampled_from(["Gas prices.", "Strike.", "Ruritania.", "Rain.", "A valve.", ""]),
        max_size=40,
    )
)
def test_laws(paragraphs):
    """Sentences are the article's, each once; primary topics come first; the same twice."""
    cleaned, sentences = article(*paragraphs)
    found = topics(cleaned, sentences, (), BOTH)
    ids = {one.id for one in sentences}
    for one in found:
        assert one.sentences
        assert len(set(one.sentences)) == len(one.sentences)
        assert set(one.sentences) <= ids
        assert [sentence for sentence, _ in one.why] == list(one.sentences)
    assert all(a.role <= b.role for a, b in pairwise(found))
    assert topics(cleaned, sentences, (), BOTH) == found
