"""Briefs made by hand, in our own words, for tests of what pages show."""

from __future__ import annotations

from dataclasses import replace

from digest.models import (
    Actor,
    Amount,
    Article,
    Brief,
    Cleaned,
    DateMention,
    Document,
    Entry,
    Evidence,
    Grouping,
    Line,
    OnTopic,
    Pick,
    Published,
    Quantity,
    Ranked,
    RawArticle,
    Relation,
    Sentence,
    Skipped,
    Story,
    Title,
)
from digest.settings import Settings, SiteSettings, Term, TopicSettings

SETTINGS = Settings(
    site=SiteSettings(
        title="Neighbours & co",
        subtitle="Two rivers",
        url="https://briefing.example/two-rivers/",
        description='What "two rivers" do',
        contact="desk@briefing.example",
    ),
    topics=(
        TopicSettings(
            slug="water",
            title="Water & locks",
            description="Who takes how much water, and when.",
            terms=(Term(pattern="water"), Term(pattern="lock*")),
        ),
        TopicSettings(
            slug="fish",
            title="Fish",
            description="What swims in it.",
            terms=(Term(pattern="pike"), Term(pattern="carp")),
        ),
    ),
)


def sentence(text: str, line: int, number: int) -> Sentence:
    return Sentence(id=f"{number:012x}", text=text, line=line, start=0, end=0, paragraph=number)


def article(
    key: str,
    texts: list[str],
    *,
    title: str = "Locks stay shut",
    derived: bool = False,
    outlet: str | None = "River Post",
    url: str | None = None,
    published: Published | None = None,
    on: dict[str, list[int]] | None = None,
    first: int = 1,
    removed: tuple[str, ...] = ("Home Weather Sport",),
    actors: tuple[Actor, ...] = (),
    amounts: tuple[Amount, ...] = (),
    quantities: tuple[Quantity, ...] = (),
    dates: tuple[DateMention, ...] = (),
    language: str = "en",
) -> Article:
    """Return an article whose file is its headline, what was removed, and a line per sentence."""
    held = [title, *removed, *texts]
    text = "\n".join(held) + "\n"
    starts = [sum(len(part) + 1 for part in held[:n]) for n in range(len(held))]
    labels = ["title", *("nav" for _ in removed), *("body" for _ in texts)]
    lines = tuple(
        Line(
            n=n + 1,
            start=starts[n],
            end=starts[n] + len(held[n]),
            label=labels[n],
            rule=f"rule {n}",
        )
        for n in range(len(held))
    )
    sentences = tuple(sentence(t, n + 2 + len(removed), first + n) for n, t in enumerate(texts))
    raw = RawArticle(source=f"articles/{key[:4]}.txt", kind="text", id=key, text=text)
    return Article(
        cleaned=Cleaned(
            document=Document(raw=raw, text=text),
            lines=lines,
            language=language,
            title=Title(text=title, line=None if derived else 1, derived=derived),
            outlet=outlet,
            url=url,
        ),
        sentences=sentences,
        published=published,
        ranking=tuple(Ranked(sentence=s.id, score=1.0, parts=(("place", 1.0),)) for s in sentences),
        topics=tuple(
            OnTopic(
                slug=slug,
                role="primary",
                terms=("water",),
                sentences=tuple(sentences[n].id for n in numbers),
                why=tuple((sentences[n].id, ("water",)) for n in numbers),
            )
            for slug, numbers in (on or {}).items()
        ),
        actors=actors,
        amounts=amounts,
        quantities=quantities,
        dates=dates,
    )


def entry(
    made: Article,
    *,
    shown: list[int] | None = None,
    story: str | None = None,
    copy_group: str | None = None,
    relation: Relation | None = None,
    published: Published | None = None,
) -> Entry:
    ids = [s.id for s in made.sentences]
    return Entry(
        article=made,
        grouping=Grouping(
            article=made.id, story=story or made.id, copy_group=copy_group, relation=relation
        ),
        published=published or made.published,
        shown=frozenset(ids[n] for n in (range(len(ids)) if shown is None else shown)),
    )


def brief(
    *entries: Entry, as_of: str | None = "2021-02-22", skipped: tuple[Skipped, ...] = ()
) -> Brief:
    """Return a brief whose lists hold every shown sentence, in order."""
    members: dict[str, list[Entry]] = {}
    for one in entries:
        members.setdefault(one.grouping.story, []).append(one)
    stories = tuple(
        Story(
            id=key,
            members=tuple(e.article.id for e in held),
            independent=len({e.grouping.copy_group or e.article.id for e in held}),
            outlets=tuple(sorted({e.article.cleaned.outlet or "" for e in held} - {""})),
        )
        for key, held in members.items()
    )
    picks = [
        Pick(article=e.article.id, sentence=s.id)
        for e in entries
        for s in e.article.sentences
        if s.id in e.shown
    ]
    return Brief(
        entries=entries,
        stories=stories,
        skipped=skipped,
        as_of=as_of,
        bottom_line=tuple(picks[:3]),
        topics=tuple(
            (
                t.slug,
                tuple(
                    Pick(article=e.article.id, sentence=s)
                    for e in entries
                    for on in e.article.topics
                    if on.slug == t.slug
                    for s in on.sentences
                    if s in e.shown
                ),
            )
            for t in SETTINGS.topics
        ),
        story_picks=tuple(
            (s.id, tuple(p for p in picks if p.article in s.members)) for s in stories
        ),
    )


A, B, C = "a" * 16, "b" * 16, "c" * 16
DAY = Published(
    date="2021-02-22",
    confidence="high",
    basis="dateline",
    evidence=(Evidence(line=3, text="Water fell on Monday."),),
)
MONTH = Published(date="2021-01", confidence="low", basis="month named in the text")


def sample() -> Brief:
    """Two versions of one text, and an undated one of another outlet."""
    newer = article(
        A,
        [
            "Water fell on Monday.",
            "The council has begun talks with Anna Brook.",
            "Nobody asked the carp.",
            "It costs $3 million.",
        ],
        published=DAY,
        on={"water": [0, 1]},
        url="https://post.example/locks?a=1&b=2",
        actors=(
            Actor(
                name="Anna Brook",
                kind="person",
                forms=("Anna Brook", "Mrs Brook"),
                sentences=("000000000002",),
            ),
        ),
        amounts=(
            Amount(
                text="$3 million",
                currency="USD",
                value=3e6,
                sentence="000000000004",
                about="It costs",
            ),
        ),
        dates=(DateMention(text="Monday", date="2021-02-22", sentence="000000000001"),),
    )
    older = article(
        B,
        ["Water fell on Monday.", "The council will hold talks with Anna Brook."],
        title="Water fell on",
        derived=True,
        published=MONTH,
        on={"water": [0]},
        first=1,
        outlet=None,
    )
    older = _renumbered(older)
    other = article(
        C, ["Вода ушла."], title="Вода", outlet="Речной листок", first=9, language="ru", removed=()
    )
    return brief(
        entry(newer, shown=[0, 1, 3], story=A, copy_group="g"),
        entry(older, story=A, copy_group="g", relation=Relation(kind="update", of=A)),
        entry(other),
        skipped=(
            Skipped(source="articles/x.pdf", reason="unsupported", detail="Save it as text."),
        ),
    )


def _renumbered(made: Article) -> Article:
    """Give the second sentence of the older version an id of its own."""
    first, second = made.sentences
    return replace(
        made,
        sentences=(first, replace(second, id="00000000000b")),
        ranking=tuple(
            replace(r, sentence="00000000000b" if r.sentence == second.id else r.sentence)
            for r in made.ranking
        ),
    )
