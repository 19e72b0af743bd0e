"""Our ranker and sumy's, behind one function: what holds whatever the text."""

from __future__ import annotations

import subprocess
import sys

import pytest

from digest import summarize
from digest.extract.sentences import sentences, split
from digest.models import Cleaned, Document, Line, RawArticle, Title

STORY = """The harbour council voted on Monday to close the old ferry terminal by the end of June.
Ferry operators said the terminal was still used by two thousand people a day.
It has stood empty at night since the storm.
"I have never seen a vote like it," the oldest councillor said.
The council will pay for a new terminal on the north quay, and the ferry operators will share it.
A review of harbour fees follows in autumn.
Fishing boats keep their berths at the old terminal until the new quay is ready.
Is that enough?
Cross-head without a stop"""

ODD = {
    "nothing": "",
    "one": "The council met.",
    "short": "Yes.",
    "equal": "The council met in the hall today.\n" * 12,
    "no letters": "1 2 3 4 5 6.\n... ... ...\n9 9 9 9 9.",
    "mixed scripts": "Рада сабралася ў панядзелак увечары. 会议在周一举行，主席没有出席。 The council met in the hall.",
    "chinese": "会议在周一举行。主席没有出席会议。会议决定关闭旧码头。",
}


def cleaned(text: str, language: str | None = "en") -> Cleaned:
    lines, start = [], 0
    for n, line in enumerate(text.split("\n"), 1):
        if line.strip():
            lines.append(Line(n=n, start=start, end=start + len(line), label="body", rule=""))
        start += len(line) + 1
    raw = RawArticle(source="a.txt", kind="text", id="0" * 16, text=text)
    return Cleaned(
        document=Document(raw=raw, text=text),
        lines=tuple(lines),
        language=language,
        title=Title(text="Harbour to lose ferry terminal", line=None, derived=True),
        outlet=None,
        url=None,
    )


def ranking(text: str, summarizer: str = "digest", language: str | None = "en") -> list[str]:
    article = cleaned(text, language)
    found = sentences(article)
    by_id = {s.id: s.text for s in found}
    return [by_id[r.sentence] for r in summarize.rank(article, found, summarizer=summarizer)]


@pytest.mark.parametrize("summarizer", summarize.SUMMARIZERS)
def test_every_summarizer_ranks_whole_sentences_once_and_leaves_fragments_out(
    summarizer: str,
) -> None:
    whole = [line for line in STORY.split("\n") if line.endswith((".", "said."))]
    assert sorted(ranking(STORY, summarizer)) == sorted(whole)


@pytest.mark.parametrize("summarizer", summarize.SUMMARIZERS)
@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_texts_break_no_summarizer(summarizer: str, text: str) -> None:
    ranked = ranking(text, summarizer, None)
    assert sorted(ranked) == sorted(ranking(text, "digest", None))
    assert bool(ranked) == bool(text)


def test_an_unknown_summarizer_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"'best'.*lexrank"):
        summarize.rank(cleaned(STORY), sentences(cleaned(STORY)), summarizer="best")


def test_parts_multiply_to_the_score_and_the_best_opens_the_article() -> None:
    article = cleaned(STORY)
    ranked = summarize.rank(article, sentences(article))
    for one in ranked:
        product = 1.0
        for _, value in one.parts:
            product *= value
        assert one.score == pytest.approx(product)
    assert summarize.why(ranked[0]).startswith("opens the article; ")


def test_a_sentence_that_leans_names_the_one_before_and_ranks_last() -> None:
    article = cleaned(STORY)
    found = sentences(article)
    ranked = summarize.rank(article, found)
    contexts = {r.sentence: r.context for r in ranked if r.context}
    assert contexts == {found[2].id: found[1].id}


def test_importing_the_module_imports_no_sumy() -> None:
    code = "import sys, digest.summarize; sys.exit(any(m.startswith('sumy') for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.filterwarnings("ignore")
def test_our_ranker_works_as_a_sumy_summarizer() -> None:
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers._summarizer import AbstractSummarizer

    class Ours:
        def to_sentences(self, paragraph: str) -> list[str]:
            return [paragraph[start:end] for start, end in split(paragraph, "en")]

        def to_words(self, sentence: str) -> list[str]:
            return sentence.split()

    summarizer = summarize.DigestSummarizer(language="en")
    document = PlaintextParser.from_string(STORY, Ours()).document
    assert isinstance(summarizer, AbstractSummarizer)
    best = {str(s) for s in summarizer(document, 3)}
    assert best == set(ranking(STORY)[:3])
    assert len(summarizer(document, "50%")) == len(document.sentences) // 2
