"""Which sentences the site shows of each text: chosen once, for all pages together.

Caps count over a copy group: a text that came in three versions is still one text to its publisher.
What frozen editions print counts first, so that editions and live pages together stay within them.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from digest import telling
from digest.changes import compare
from digest.models import Article, Grouping
from digest.text import fold, printable, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digest.settings import Cap, Settings

TOPIC_DEPTH = 5
"""Places of a topic's list that may stand for it when one sentence can speak of two topics: the
labelled best sentence is among the first three in 94 of 100 cases."""
CONTESTED = 2
"""Sentences of a text that are shown because another text says otherwise."""
CHANGED_PAIRS = 2
"""Changed sentences shown in both versions; each costs one of the eight sentences of a text."""


def choose_shown(
    articles: Sequence[Article],
    groupings: Sequence[Grouping],
    settings: Settings,
    frozen: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
    contested: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> dict[str, frozenset[str]]:
    """Return for each article the sentences that caps allow, counted over its copy group once.

    Sentences of `frozen` come first; where an article no longer has one as a sentence, its id is
    among those returned all the same, for the edition that prints it. `contested` are the sentences
    of each article on which sources differ.
    """
    groups: dict[str, list[Article]] = {}
    for article, grouping in zip(articles, groupings, strict=True):
        groups.setdefault(grouping.copy_group or article.id, []).append(article)
    leads = {g.article for g in groupings if g.relation is None}
    older = {g.article for g in groupings if g.relation and g.relation.kind == "update"}
    shown: dict[str, frozenset[str]] = {}
    for members in groups.values():
        members.sort(key=lambda a: (a.id not in leads, a.source))
        changed = [pair for a in members if a.id in older for pair in _changed(a, members[0])]
        fixed = {a.id: frozen.get(a.id, {}) for a in members}
        differ = [key for a in members for key in contested.get(a.id, ())][:CONTESTED]
        room = _Room(members, _cap(members[0], settings), fixed)
        allowed = room.allow(_wanted(members, changed, differ, room))
        shown |= {
            a.id: frozenset(
                key for key in (*(s.id for s in a.sentences), *fixed[a.id]) if key in allowed
            )
            for a in members
        }
    return shown


def _changed(older: Article, newer: Article) -> list[str]:
    """Return what a version changed: for each pair the older sentence, then the newer, best first.

    Pairs come in the order of the newer text's ranking; "will hold talks" beside "have begun talks"
    is what a reader of two versions looks for, and both sides must be shown to be seen.
    """
    place = {r.sentence: i for i, r in enumerate(newer.ranking)}
    pairs = [
        (place.get(change.newer, len(place)), change.older, change.newer)
        for change in compare(older.sentences, newer.sentences)
        if change.older and change.newer
    ]
    return [sentence for _, *pair in sorted(pairs)[:CHANGED_PAIRS] for sentence in pair]


def _cap(article: Article, settings: Settings) -> Cap:
    outlet = article.cleaned.outlet
    own = next((s.cap for s in settings.sources if s.name == outlet and s.cap), None)
    return own or settings.cap


class _Room:
    """What the caps leave of a copy group: sentences with the same words take one place."""

    def __init__(
        self, members: Sequence[Article], cap: Cap, fixed: Mapping[str, Mapping[str, str]]
    ) -> None:
        first = {key: said for held in fixed.values() for key, said in held.items()}
        self._cap, self._first = cap, tuple(first)
        self._text = {key: fold(said) for key, said in first.items()}
        self._text |= {s.id: fold(s.text) for a in members for s in a.sentences}
        self.size = {key: len(words(text)) for key, text in self._text.items()}
        self._budget = cap.share * max(sum(self.size[s.id] for s in a.sentences) for a in members)

    def allow(self, wanted: Sequence[str]) -> frozenset[str]:
        """Return the sentences that may be shown when they are taken in this order.

        What editions print comes before all of them.
        """
        cap, text = self._cap, self._text
        allowed: dict[str, None] = {}
        used = 0
        for key in (*self._first, *wanted):
            if text[key] in allowed or not printable(text[key]):
                continue
            if len(allowed) >= max(cap.minimum, cap.sentences):
                break
            if len(allowed) >= cap.minimum and used + self.size[key] > self._budget:
                continue
            allowed[text[key]] = None
            used += self.size[key]
        return frozenset(key for key in text if text[key] in allowed)


def _wanted(
    members: Sequence[Article], changed: Sequence[str], contested: Sequence[str], room: _Room
) -> list[str]:
    """Sentence ids by what the reader loses most without.

    The leading text's first sentence, the first thing that versions changed, something on each
    topic, its most telling figure, what sources differ on, then the rest of the extract, the other
    changes, the second best of each topic, the rest.
    """
    lead = members[0]
    wanted: dict[str, None] = dict.fromkeys(_opening(lead, changed[:2], room))
    wanted |= dict.fromkeys(contested)
    for article in members:
        wanted |= dict.fromkeys(r.sentence for r in article.ranking[:3])
    wanted |= dict.fromkeys(changed)
    wanted |= dict.fromkeys(_figured(lead, list(wanted), 1))
    for depth in range(2):
        for article in members:
            on = (t.spoken for t in article.topics)
            wanted |= dict.fromkeys(spoken[depth] for spoken in on if len(spoken) > depth)
    for article in members:
        wanted |= dict.fromkeys(r.sentence for r in article.ranking)
    return list(wanted)


def _opening(lead: Article, changed: Sequence[str], room: _Room) -> list[str]:
    """Return the lead, what changed, something on each topic, and the most telling figure.

    Where the figure's sentence is too long for what the topics leave, it speaks for its own topic
    and the shortest sentences for the others, if all of them fit then.
    """
    head = list(dict.fromkeys([*(r.sentence for r in lead.ranking[:1]), *changed]))
    plain = [*head, *_covering(lead, head)]
    figure = _figured(lead, plain, telling.TELLING)
    plain += figure
    if not figure or figure[0] in room.allow(plain):
        return plain
    early = [*head, *figure]
    early += _covering(lead, early, room.size)
    return early if room.allow(early).issuperset(early) else plain


def _covering(
    article: Article, already: Sequence[str], size: Mapping[str, int] | None = None
) -> list[str]:
    """Return few sentences that speak of every topic of the article, by greedy set cover.

    One that speaks of two topics leaves the cap more room than one for each; ties go to the better
    place in its topic's list, or to the shorter sentence where sizes are given.
    """
    lists = {t.slug: t.spoken for t in article.topics}
    open_ = {slug for slug, spoken in lists.items() if spoken and not set(spoken) & set(already)}
    chosen: list[str] = []
    while open_:
        gains: dict[str, tuple[int, int]] = {}
        for slug in sorted(open_):
            for place, sentence in enumerate(lists[slug][:TOPIC_DEPTH]):
                covers, best = gains.get(sentence, (0, 0))
                order = -size[sentence] if size else best - place
                gains[sentence] = (covers + 1, order)
        chosen.append(max(gains, key=lambda sentence: gains[sentence]))
        open_ -= {slug for slug in open_ if chosen[-1] in lists[slug]}
    return chosen


def _figured(article: Article, already: Sequence[str], least: int) -> list[str]:
    """Return the sentence on a topic with the most telling figure, unless one as good is there.

    Ties go to the better place in the ranking, then to the earlier sentence.
    """
    weights = telling.sentences(article)
    best = max(weights.values(), default=0)
    if best < least or best <= max((weights.get(key, 0) for key in already), default=0):
        return []
    place = {r.sentence: i for i, r in enumerate(article.ranking)}
    held = [s.id for s in article.sentences if weights.get(s.id) == best]
    return [min(held, key=lambda key: place.get(key, len(place)))]
