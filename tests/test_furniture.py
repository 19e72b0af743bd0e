"""Lines shared by articles on different events, and by copies of one."""

from digest.extract import furniture, lines
from digest.models import Document, RawArticle

NOTICE = "The editors of the Lakeside Courier answer letters on weekday mornings between nine and eleven."
TOPICS = ("bridge", "harvest", "theatre", "railway", "hospital", "museum")


def labelled(name: str, *paragraphs: str):
    text = "\n".join(paragraphs)
    raw = RawArticle(source=f"{name}.txt", kind="text", id=name, text=text)
    return lines.label(Document(raw=raw, text=text))


def story(topic: str, number: int) -> list[str]:
    return [
        f"The {topic} committee met on Monday and looked at plan number {number} for the {topic} of the town.",
        f"Nobody had expected the {topic} to cost so much, its {topic} engineer told the {topic} committee.",
    ]


def test_a_notice_under_different_stories_is_furniture():
    articles = [labelled(t, *story(t, n), NOTICE) for n, t in enumerate(TOPICS)]
    found = furniture.shared_lines(articles, ())
    assert found == tuple(frozenset({NOTICE.casefold()}) for _ in TOPICS)


def test_copies_of_one_text_count_once():
    articles = [labelled(f"copy{n}", *story("bridge", 1), NOTICE) for n in range(6)]
    found = furniture.shared_lines(articles, (tuple(f"copy{n}" for n in range(6)),))
    assert found == (frozenset(),) * 6


def test_a_passage_that_its_own_article_speaks_of_is_news():
    lead = story("bridge", 1)
    source = labelled("source", *lead, "The bridge committee will meet about the plan again.")
    round_ups = [labelled(t, lead[0], *story(t, n)) for n, t in enumerate(TOPICS[1:])]
    assert furniture.shared_lines([source, *round_ups], ()) == (frozenset(),) * 6


def test_the_order_of_files_changes_nothing():
    articles = [labelled(t, *story(t, n), NOTICE) for n, t in enumerate(TOPICS)]
    backwards = furniture.shared_lines(articles[::-1], ())
    assert backwards[::-1] == furniture.shared_lines(articles, ())


def test_no_articles_share_nothing():
    assert furniture.shared_lines([], ()) == ()
