"""Growth of copies and stories with the corpus, on generated articles.

python benchmarks/grouping.py [SIZE ...]     (default: 1000 3000 10000; 100000 takes minutes)

Prints the seconds of each part at each size, the growth exponent between the smallest and the
largest (1.0: twice the articles take twice the time; ratios within one run, so that the machine
does not matter) and the peak memory. Articles are made of words drawn by Zipf's law, in stories
of one to eight texts with names, numbers and days of their own; one in six is a copy, cut or with
a new beginning.
"""

from __future__ import annotations

import hashlib
import math
import random
import resource
import sys
import time
from datetime import date, timedelta

from digest import duplicates
from digest.models import (
    Article,
    Cleaned,
    Document,
    Labelled,
    Line,
    Published,
    RawArticle,
    Sentence,
    Title,
)

SIZES = (1_000, 3_000, 10_000)
STEADY = 5_000
"""Articles up to which the median of three rounds counts, so that no stir passes for growth."""
VOCABULARY = 50_000
SENTENCES = 12
WORDS = 18
FIRST_DAY = date(2020, 1, 1)


def words(count: int) -> list[str]:
    """Make `count` different words; the most frequent are the shortest."""
    letters = "etaoinsrhldcumfpgwybv"
    made = []
    for n in range(count):
        word, rest = "", n + 1
        while rest:
            rest, letter = divmod(rest, len(letters))
            word += letters[letter]
        made.append(word)
    return made


class Maker:
    """Makes articles, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - a corpus, not a secret
        self.words = words(VOCABULARY)
        self.weights = [1 / (n + 3) for n in range(VOCABULARY)]
        self.sums = [0.0]
        for weight in self.weights:
            self.sums.append(self.sums[-1] + weight)
        del self.sums[0]

    def text(self, event: list[str]) -> list[str]:
        """Sentences on an event with its names and numbers."""
        sentences = []
        for _ in range(SENTENCES):
            drawn = self.random.choices(self.words, cum_weights=self.sums, k=WORDS)
            for place in self.random.sample(range(1, WORDS), 3):
                drawn[place] = self.random.choice(event)
            sentences.append(" ".join(drawn).capitalize() + ".")
        return sentences

    def event(self) -> list[str]:
        """Names and numbers of one event, some of them known from others."""
        names = [self.words[int(self.random.paretovariate(0.4)) % VOCABULARY] for _ in range(6)]
        return [n.title() + "ski" for n in names] + [str(self.random.randrange(3, 5_000))]

    def corpus(self, size: int) -> list[Article]:
        """`size` articles in stories of one to eight."""
        made: list[Article] = []
        while len(made) < size:
            event, day = self.event(), FIRST_DAY + timedelta(self.random.randrange(size // 20 + 1))
            texts: list[list[str]] = []
            for _ in range(min(size - len(made), self.random.randint(1, 8))):
                if texts and self.random.random() < 1 / 6:
                    texts.append([*self.text(event)[:2], *self.random.choice(texts)[:9]])
                else:
                    texts.append(self.text(event))
                published = day + timedelta(self.random.randrange(3))
                made.append(article(len(made), texts[-1], published))
        return made


def article(number: int, sentences: list[str], day: date) -> Article:
    """Return an article that consists of one sentence per line."""
    text = "\n".join(sentences)
    name = hashlib.sha256(f"{number} {text}".encode()).hexdigest()[:16]
    raw = RawArticle(source=f"{number}.txt", kind="text", id=name, text=text)
    lines, found, start = [], [], 0
    for n, sentence in enumerate(sentences, 1):
        end = start + len(sentence)
        lines.append(Line(n=n, start=start, end=end, label="body", rule="generated"))
        found.append(
            Sentence(id=f"{n}", text=sentence, line=n, start=start, end=end, paragraph=n - 1)
        )
        start = end + 1
    title = Title(text=sentences[0], line=None, derived=True)
    document = Document(raw=raw, text=text)
    return Article(
        cleaned=Cleaned(
            document=document, lines=tuple(lines), language="en", title=title, outlet=None, url=None
        ),
        sentences=tuple(found),
        published=Published(date=day.isoformat(), confidence="high", basis="generated"),
        ranking=(),
    )


def measure(size: int) -> dict[str, float]:
    """Take the CPU seconds of near copies and of copies with stories, for `size` articles."""
    articles = Maker(size).corpus(size)
    labelled = [
        Labelled(document=a.cleaned.document, lines=a.cleaned.lines, language="en")
        for a in articles
    ]
    rounds = []
    for _ in range(1 if size > STEADY else 3):
        start = time.process_time()
        duplicates.near_copies(labelled)
        middle = time.process_time()
        groupings = duplicates.group(articles)
        rounds.append((middle - start, time.process_time() - middle))
    near, groups = (sorted(part)[len(rounds) // 2] for part in zip(*rounds, strict=True))
    told = len({g.story for g in groupings})
    copies = sum(g.relation is not None for g in groupings)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{size:>7} articles: near copies {near:7.2f} s, groups {groups:7.2f} s, "
        f"{told} stories, {copies} copies, peak {peak:,.0f} MB"
    )
    return {"near copies": near, "groups": groups}


def main() -> None:
    """Measure and print."""
    sizes = sorted(int(x) for x in sys.argv[1:]) or list(SIZES)
    taken = {size: measure(size) for size in sizes}
    small, large = sizes[0], sizes[-1]
    if small < large:
        for part in taken[small]:
            growth = math.log(taken[large][part] / taken[small][part]) / math.log(large / small)
            print(f"growth exponent of {part} from {small} to {large}: {growth:.2f}")


if __name__ == "__main__":
    main()
