"""Rank the sentences of an article, best first, with our own ranker or one of sumy's.

The only importer of sumy, and only where one of its algorithms runs. `DigestSummarizer` is our
ranker as a sumy summarizer: `DigestSummarizer(language="de")(parser.document, 3)`.
"""

from __future__ import annotations

from functools import cache
from math import isnan, nan
from typing import TYPE_CHECKING, Any, Final
from warnings import catch_warnings, simplefilter

from digest import ranker
from digest.models import Cleaned, Ranked, Sentence
from digest.text import words
from digest.wordlists import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SUMMARIZERS: Final = (
    "digest",
    "lexrank",
    "luhn",
    "edmundson",
    "textrank",
    "lsa",
    "kl",
    "reduction",
    "sum-basic",
)
SUMY_SENTENCES = 1000
"""More are left to place: LexRank takes 14 s for a thousand and grows with the square."""
_NO_WORD = frozenset({"-"})
"""Edmundson's algorithm refuses an empty set of words."""
_EVIDENCE = ("title", "caption")
_OPENS, _NEAR, _CENTRAL = 0.999, 0.6, 0.75
"""Of a part's most: from where on `why` names it (place 1, places 2 to 4, the top quarter)."""


def rank(
    cleaned: Cleaned, sentences: Sequence[Sentence], *, summarizer: str = "digest"
) -> tuple[Ranked, ...]:
    """Every sentence worth showing, best first. Raises ValueError for an unknown name.

    The score is the product of its parts, 0 to 1 (of sumy's algorithms: their rating). `context`
    names the sentence before one that cannot stand alone.
    """
    if summarizer not in SUMMARIZERS:
        message = f"no summarizer {summarizer!r}; there are {', '.join(SUMMARIZERS)}"
        raise ValueError(message)
    text = cleaned.document.text
    scored = ranker.rank(
        [sentence.text for sentence in sentences],
        language=cleaned.language,
        paragraphs=[sentence.paragraph for sentence in sentences],
        evidence=[text[x.start : x.end] for x in cleaned.lines if x.label in _EVIDENCE],
    )
    if summarizer != "digest" and scored:
        scored = _by_sumy(summarizer, cleaned, sentences, scored)
    return tuple(
        Ranked(
            sentence=sentences[s.place].id,
            score=s.score,
            parts=s.parts,
            context=None if s.context is None else sentences[s.context].id,
        )
        for s in scored
    )


def why(ranked: Ranked) -> str:
    """One short line for the reader: what put this sentence where it is."""
    parts = dict(ranked.parts)
    reasons = []
    if parts.get("position", 0) >= _OPENS:
        reasons.append("opens the article")
    elif parts.get("position", 0) >= _NEAR:
        reasons.append("stands near the top")
    if parts.get("central", 0) >= _CENTRAL:
        reasons.append("says what the article keeps coming back to")
    if "repeats what is above" not in parts:
        reasons.append("repeats nothing above it")
    if ranked.context:
        reasons.append("needs the sentence before it")
    names = [name for name in parts if name in SUMMARIZERS]
    return "; ".join(reasons) if not names else f"chosen by {names[0]}"


def _by_sumy(
    name: str, cleaned: Cleaned, sentences: Sequence[Sentence], ours: list[ranker.Scored]
) -> list[ranker.Scored]:
    """Order the sentences of `ours` by one of sumy's algorithms; what it cannot rate comes last."""
    by_place = sorted(ours, key=lambda s: s.place)
    document = _document([sentences[s.place] for s in by_place[:SUMY_SENTENCES]], cleaned)
    rated: dict[int, float] = {}

    def all_of(infos: Sequence[Any]) -> Sequence[Any]:
        rated.update((info.order, float(info.rating)) for info in infos)
        return infos

    with catch_warnings():
        simplefilter("ignore")  # advice on short texts, and 0 / 0 on texts of equal sentences
        _sumy_summarizer(name, cleaned.language, cleaned.title.text)(document, all_of)
    rated |= {n: 0.0 for n in range(len(by_place)) if isnan(rated.get(n, nan))}
    return [
        ranker.Scored(
            place=by_place[n].place,
            score=rating,
            parts=((name, rating),),
            context=by_place[n].context,
        )
        for n, rating in rated.items()
    ]


class _Words:
    """A tokenizer by sumy's protocol that needs no data and knows every language."""

    def to_sentences(self, paragraph: str) -> tuple[str, ...]:
        """Return `paragraph` as it is: sentences are cut already."""
        return (paragraph,)

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """Words of `sentence`; never none, on which LexRank and others divide by zero."""
        return tuple(words(sentence)) or (sentence,)


def _document(sentences: Sequence[Sentence], cleaned: Cleaned) -> Any:
    from sumy.models.dom import ObjectDocumentModel, Paragraph  # noqa: PLC0415
    from sumy.models.dom import Sentence as SumySentence  # noqa: PLC0415

    tokenizer = _Words()
    paragraphs: dict[int, list[Any]] = {}
    for sentence in sentences:
        made = SumySentence(sentence.text, tokenizer)
        paragraphs.setdefault(sentence.paragraph, []).append(made)
    if not cleaned.title.derived:
        heading = SumySentence(cleaned.title.text, tokenizer, is_heading=True)
        paragraphs = {-1: [heading], **paragraphs}
    return ObjectDocumentModel([Paragraph(p) for p in paragraphs.values()])


def _sumy_summarizer(name: str, language: str | None, title: str) -> Callable[..., Any]:
    """One of sumy's algorithms with stemmer and function words as far as it knows the language."""
    from importlib import import_module  # noqa: PLC0415

    module, kind = {
        "lexrank": ("lex_rank", "LexRankSummarizer"),
        "luhn": ("luhn", "LuhnSummarizer"),
        "edmundson": ("edmundson", "EdmundsonSummarizer"),
        "textrank": ("text_rank", "TextRankSummarizer"),
        "lsa": ("lsa", "LsaSummarizer"),
        "kl": ("kl", "KLSummarizer"),
        "reduction": ("reduction", "ReductionSummarizer"),
        "sum-basic": ("sum_basic", "SumBasicSummarizer"),
    }[name]
    made = getattr(import_module(f"sumy.summarizers.{module}"), kind)(_stemmer(language))
    stop = FUNCTION_WORDS.get(language or "en", frozenset())
    if name == "edmundson":
        made.null_words = stop or _NO_WORD
        made.bonus_words = frozenset(words(title)) - stop or _NO_WORD
        made.stigma_words = _NO_WORD
    else:
        made.stop_words = stop
    return made  # type: ignore[no-any-return]


@cache
def _stemmer(language: str | None) -> Callable[[str], str]:
    from sumy.nlp.stemmers import Stemmer, null_stemmer  # noqa: PLC0415

    try:
        return Stemmer(language or "en")  # type: ignore[no-any-return]
    except LookupError:
        return null_stemmer  # type: ignore[no-any-return]


@cache
def _digest_summarizer() -> type:
    from sumy.nlp.stemmers import null_stemmer  # noqa: PLC0415
    from sumy.summarizers._summarizer import AbstractSummarizer  # noqa: PLC0415

    class DigestSummarizer(AbstractSummarizer):  # type: ignore[misc]
        """`digest.ranker` for any document of sumy's; sentences come back in reading order.

        `language` is ISO 639-1. A `stemmer` replaces our own, which is the same in any language.
        """

        def __init__(
            self, stemmer: Callable[[str], str] = null_stemmer, language: str | None = None
        ) -> None:
            super().__init__(stemmer)
            self.language = language

        def __call__(self, document: Any, sentences_count: Any) -> tuple[Any, ...]:
            scored = ranker.rank(
                [str(sentence) for sentence in document.sentences],
                language=self.language,
                paragraphs=[n for n, p in enumerate(document.paragraphs) for _ in p.sentences],
                evidence=[str(heading) for heading in document.headings],
                stem=None if self._stemmer is null_stemmer else self.stem_word,
            )
            sentences = document.sentences
            worst = -len(scored)
            places = {s.place: -n for n, s in enumerate(scored)}
            ratings = iter([places.get(n, worst - n) for n in range(len(sentences))])
            best: tuple[Any, ...] = self._get_best_sentences(
                sentences, sentences_count, lambda _: next(ratings)
            )
            return best

    return DigestSummarizer


def __getattr__(name: str) -> Any:
    if name == "DigestSummarizer":
        return _digest_summarizer()
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
