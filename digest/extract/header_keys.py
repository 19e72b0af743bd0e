"""The keys that crawlers, site generators and mail programs write above a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.models import Label

# What a key means: the label of its line and the field it fills.
KEYS: dict[str, tuple[Label, str]] = {
    **dict.fromkeys(
        ("title", "headline", "subject", "titel", "titre", "betreff", "заголовок", "тема"),
        ("title", "title"),
    ),
    **dict.fromkeys(
        (
            "date",
            "date published",
            "date_publish",
            "datepublished",
            "publish date",
            "publish_date",
            "published",
            "published_time",
            "published at",
            "published_at",
            "publication date",
            "pubdate",
            "pub_date",
            "posted",
            "sent",
            "datum",
            "дата",
        ),
        ("dateline", "date"),
    ),
    **dict.fromkeys(
        (
            "modified",
            "modified_time",
            "last modified",
            "lastmod",
            "updated",
            "date modified",
            "datemodified",
            "date_modify",
        ),
        ("dateline", ""),
    ),
    **dict.fromkeys(
        ("author", "authors", "byline", "by", "autor", "auteur", "автор"), ("byline", "author")
    ),
    **dict.fromkeys(
        (
            "source",
            "site",
            "site_name",
            "site name",
            "publisher",
            "outlet",
            "newspaper",
            "publication",
        ),
        ("nav", "outlet"),
    ),
    **dict.fromkeys(
        (
            "url",
            "link",
            "source_url",
            "source url",
            "canonical",
            "canonical_url",
            "original url",
            "original_url",
        ),
        ("nav", "url"),
    ),
    **dict.fromkeys(("from", "von"), ("nav", "sender")),
    **dict.fromkeys(("to", "cc", "reply-to", "an"), ("nav", "")),
    **dict.fromkeys(("language", "lang", "locale"), ("nav", "language")),
    **dict.fromkeys(
        (
            "keywords",
            "tags",
            "categories",
            "category",
            "section",
            "description",
            "summary",
            "image",
            "top image",
            "rss feed",
            "feed",
            "layout",
            "permalink",
            "slug",
        ),
        ("nav", ""),
    ),
    "img_description": ("caption", ""),
    "img_photographer": ("credit", ""),
}
