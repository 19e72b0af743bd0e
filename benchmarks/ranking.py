"""Speed of our ranker beside sumy's Luhn and LexRank, and how its time and memory grow.

    python benchmarks/ranking.py [--growth]

Each gets the same sentences in a fresh document of sumy's with the same tokenizer, which is timed
too; sumy's two have its English stemmer and our function words, as they run in digest. Prints
seconds of processor time, ratios and, with --growth, the exponent from 1,000 to 50,000 sentences.
Exits 1 when a ratio or the exponent misses its aim.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import tracemalloc
from time import process_time
from typing import TYPE_CHECKING, Any

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.luhn import LuhnSummarizer

from digest import ranker, summarize
from digest.text import words
from digest.wordlists import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

AIMS = {"luhn": 8.0, "lexrank": 40.0}
EXPONENT = 1.15
SIZES = (1000, 5000, 20_000, 50_000)
VOCABULARY = 6000


class Words:
    """sumy's tokenizer protocol, without data files."""

    def to_sentences(self, paragraph: str) -> tuple[str, ...]:
        """Return the paragraph, which is one sentence here."""
        return (paragraph,)

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """Return the words as written."""
        return tuple(words(sentence))


def made_up(count: int) -> list[str]:
    """`count` sentences of 8 to 32 made-up words whose frequencies follow Zipf's law."""
    rng = random.Random(count)  # noqa: S311 - a fixed text, no secret
    syllables = ["ka", "mo", "ri", "ten", "sol", "ver", "an", "du", "pel", "os"]
    vocabulary = ["".join(rng.choices(syllables, k=rng.randint(1, 4))) for _ in range(VOCABULARY)]
    weights = [1 / (n + 1) for n in range(VOCABULARY)]
    drawn = iter(rng.choices(vocabulary, weights, k=count * 33))
    return [
        " ".join([next(drawn) for _ in range(rng.randint(8, 32))]).capitalize() + "."
        for _ in range(count)
    ]


def document(texts: list[str]) -> Any:
    """`texts` as a document of sumy's, five sentences a paragraph."""
    tokenizer = Words()
    made = [Sentence(text, tokenizer) for text in texts]
    return ObjectDocumentModel([Paragraph(made[n : n + 5]) for n in range(0, len(made), 5)])


def seconds(run: Callable[[], object], rounds: int) -> float:
    """Seconds of processor time, best of `rounds`."""
    best = math.inf
    for _ in range(rounds):
        begin = process_time()
        run()
        best = min(best, process_time() - begin)
    return best


def ratios() -> bool:
    """Print the ratios at 1,000 sentences; whether they meet the aims."""
    texts = made_up(1000)
    ours = seconds(lambda: summarize.DigestSummarizer()(document(texts), 3), 5)
    print(f"digest   {ours:8.3f} s for 1,000 sentences")
    met = True
    for name, kind in (("luhn", LuhnSummarizer), ("lexrank", LexRankSummarizer)):
        algorithm = kind(Stemmer("english"))
        algorithm.stop_words = FUNCTION_WORDS["en"]
        took = seconds(lambda algorithm=algorithm: algorithm(document(texts), 3), 1)
        met &= took / ours >= AIMS[name]
        print(f"{name:<8} {took:8.3f} s   {took / ours:6.1f} times as long (aim {AIMS[name]:.0f})")
    return met


def growth() -> bool:
    """Print time and memory by size; whether the exponent between ends meets the aim."""
    took = []
    for size in SIZES:
        texts = made_up(size)
        took.append(seconds(lambda texts=texts: ranker.rank(texts), 3 if size <= SIZES[1] else 1))
        tracemalloc.start()
        ranker.rank(texts)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        print(f"{size:>7} sentences {took[-1]:7.2f} s  {peak / size / 1000:5.1f} kB a sentence")
    exponent = math.log(took[-1] / took[0]) / math.log(SIZES[-1] / SIZES[0])
    print(f"time grows with n^{exponent:.2f} (aim {EXPONENT})")
    return exponent <= EXPONENT


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description="speed of the ranker")
    parser.add_argument("--growth", action="store_true", help="also up to 50,000 sentences")
    arguments = parser.parse_args()
    met = ratios()
    if arguments.growth:
        met &= growth()
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
