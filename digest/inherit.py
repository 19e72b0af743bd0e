"""Dates that articles of one story give each other, decided once and never fed back.

A copy was written on the day of its original; an updated version, or another text on the same
event, within days of it, so that the month is all it lends. What is lent is always `low`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from digest.models import Article, Grouping, Published

BASIS = "another article of the same story"
SPREAD = timedelta(days=14)
"""A story whose dates lie further apart cannot date a text: of 18 labelled stories with several
dates 14 span six days at most, the others 105 and more."""
LENDERS = 2
"""Independent texts of a story that must state a date: on the labelled news one lender gave a
wrong month to 3 of 8 articles, two to none of 3 (and to none of 13 labelled stories' texts)."""
_MONTH = len("2021-02")
_DAY = len("2021-02-22")


def inherit(
    articles: Sequence[Article], groupings: Sequence[Grouping]
) -> dict[str, Published | None]:
    """Map each article's id to its own date, or to what its copies and its story support.

    An own date of day precision stands. A coarser one is refined by copies that agree with it; a
    missing one is lent by copies, else by the story. Only own dates are lent.
    """
    place = {grouping.article: grouping for grouping in groupings}
    copies: dict[str, list[Article]] = {}
    stories: dict[str, list[Article]] = {}
    for article in articles:
        grouping = place.get(article.id)
        if grouping and article.published:
            stories.setdefault(grouping.story, []).append(article)
            if grouping.copy_group:
                copies.setdefault(grouping.copy_group, []).append(article)
    dates: dict[str, Published | None] = {}
    for article in articles:
        own, grouping = article.published, place.get(article.id)
        if grouping and not (own and len(own.date) == _DAY):
            family = copies.get(grouping.copy_group or "", [])
            own = _of_copies(article, family, place) or own
            own = own or _of_story(article, stories.get(grouping.story, []), place)
        dates[article.id] = own
    return dates


def _of_copies(
    article: Article, family: Sequence[Article], place: dict[str, Grouping]
) -> Published | None:
    """Return a date more precise than the own one, from the copies that agree with it."""
    own = article.published.date if article.published else ""
    lent = [
        other.published.date[: _DAY if _is_copy(article, other, place) else _MONTH]
        for other in _surest(one for one in family if one.id != article.id)
        if other.published and other.published.date.startswith(own)
    ]
    shared = _shared(lent)
    if len(shared) <= len(own):
        return None
    evidence = article.published.evidence if article.published else ()
    return Published(date=shared, confidence="low", basis=BASIS, evidence=evidence)


def _is_copy(one: Article, two: Article, place: dict[str, Grouping]) -> bool:
    """Say whether neither of the two is an updated version."""
    relations = (place[one.id].relation, place[two.id].relation)
    return all(relation is None or relation.kind == "copy" for relation in relations)


def _of_story(
    article: Article, story: Sequence[Article], place: dict[str, Grouping]
) -> Published | None:
    """Return the month that several dated texts share, unless this text knows later days.

    One of them must tell nearly the same (`Grouping.akin`): look-alike events meet in a story.

    Copies are one text: a date that only one text states would stand or fall with the grouping.
    """
    lenders = {
        place[one.id].copy_group or one.id: one.published.date
        for one in _surest(story)
        if one.id != article.id and one.published and len(one.published.date) == _DAY
    }
    days = sorted(lenders.values())
    if len(days) < LENDERS or date.fromisoformat(days[-1]) - date.fromisoformat(days[0]) > SPREAD:
        return None
    akin = {place[one].copy_group or one for one in place[article.id].akin}
    if akin.isdisjoint(lenders):
        return None
    known = max((one.date for one in article.dates if len(one.date) == _DAY), default="")
    shared = _shared([day[:_MONTH] for day in days])
    if not shared or known > (date.fromisoformat(days[-1]) + SPREAD).isoformat():
        return None
    return Published(date=shared, confidence="low", basis=BASIS)


def _surest(articles: Iterable[Article]) -> list[Article]:
    """Keep the articles whose own date is sure; all dated ones where none is."""
    dated = [one for one in articles if one.published]
    return [one for one in dated if one.published and one.published.confidence == "high"] or dated


def _shared(dates: Sequence[str]) -> str:
    """Return the longest ISO prefix that all share, empty without one."""
    for length in (_DAY, _MONTH, len("2021")):
        heads = {day[:length] for day in dates}
        if len(heads) == 1 and all(len(day) >= length for day in dates):
            return heads.pop()
    return ""
