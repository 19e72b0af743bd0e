"""Inside a copy group: which article leads, and how the others hang on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from digest.grouping.align import align
from digest.grouping.shingles import shingles
from digest.grouping.tokens import tokenize
from digest.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from digest.grouping.tokens import Tokens
    from digest.models import Article

OWN_TEXT = 0.6
"""Share of a text, or of its first sentence, that others of its group must hold: a page that
holds another's text among others begins with something else."""
REWRITTEN = 0.2
"""Share of sentences without counterpart, on both sides, that makes a new version."""


def lead(articles: Sequence[Article], texts: Sequence[Tokens]) -> int:
    """Place of the article that leads a copy group.

    The newest version; of its copies the one that others credit, else the longest, else the first
    by id. A page that holds another's text among others leads only where all are such pages.
    """
    places = _own_texts(articles, texts)
    days = {
        i: p.date
        for i in places
        if (p := articles[i].published) and len(p.date) == len("2021-02-22")
    }
    if len(set(days.values())) > 1:
        newest = max(days, key=lambda i: (days[i], len(texts[i].ids), articles[i].id))
        places = [i for i in places if i == newest or kind(articles[i], articles[newest]) == "copy"]
    credited = {fold(c) for a in articles for c in a.cleaned.credits if c != a.cleaned.outlet}

    def rank(i: int) -> tuple[bool, int, str]:
        outlet = articles[i].cleaned.outlet
        return not (outlet and fold(outlet) in credited), -len(texts[i].ids), articles[i].id

    return min(places, key=rank)


def kind(article: Article, leading: Article) -> Literal["copy", "update"]:
    """Whether `article` is a copy of the leading one (the same words or abridged) or a version.

    A version has other figures or tenses, another beginning, or lost and gained a good part.
    """
    ours, theirs = ([s.text for s in a.sentences] for a in (article, leading))
    matches = align(ours, theirs)
    if any(m.kind == "superseded" for m in matches):
        return "update"
    kept, found = {m.older for m in matches}, {m.newer for m in matches}
    if ours and theirs and 0 not in found:
        return "update"
    lost, gained = len(ours) - len(kept), len(theirs) - len(found)
    both = lost >= REWRITTEN * len(ours) and gained >= REWRITTEN * len(theirs)
    return "update" if lost and gained and both else "copy"


def _own_texts(articles: Sequence[Article], texts: Sequence[Tokens]) -> list[int]:
    """Places of the texts that the others mostly hold or that begin as another does; else all."""
    import numpy as np  # noqa: PLC0415 - loaded only where articles are compared

    wording = [shingles(t.ids) for t in texts]
    begun = [shingles(tokenize([s.text for s in a.sentences[:1]]).ids) for a in articles]
    every, counts = np.unique(np.concatenate(wording), return_counts=True)
    several = every[counts > 1]

    def shared(part: NDArray[np.uint64]) -> float:
        return float(np.isin(part, several).mean()) if len(part) else 0.0

    own = [
        i
        for i, (words, start) in enumerate(zip(wording, begun, strict=True))
        if max(shared(words), shared(start)) >= OWN_TEXT
    ]
    return own or list(range(len(articles)))
