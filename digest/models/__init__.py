"""The types that flow, in the order they flow; read this first.

`text` (a file becomes clean lines), `article` (what one text says), `brief` (all of them, and the
pages). Every stage is a function from one of these types to the next. All are frozen, hold tuples
and no lists, and pickle. Offsets are code points, half open (`text[start:end]`); line numbers start
at 1.
"""

from __future__ import annotations

from digest.models.article import (
    Actor,
    Amount,
    Article,
    DateMention,
    Evidence,
    OnTopic,
    Published,
    Quantity,
    Quotation,
    Ranked,
    Sentence,
)
from digest.models.brief import (
    MARKER,
    Brief,
    Entry,
    Grouping,
    Page,
    Pick,
    Picture,
    Relation,
    Story,
)
from digest.models.text import (
    Cleaned,
    Confidence,
    DateClue,
    Document,
    FrontMatter,
    Kind,
    Label,
    Labelled,
    Line,
    Metadata,
    RawArticle,
    Reason,
    Skipped,
    Title,
)

__all__ = [
    "MARKER",
    "Actor",
    "Amount",
    "Article",
    "Brief",
    "Cleaned",
    "Confidence",
    "DateClue",
    "DateMention",
    "Document",
    "Entry",
    "Evidence",
    "FrontMatter",
    "Grouping",
    "Kind",
    "Label",
    "Labelled",
    "Line",
    "Metadata",
    "OnTopic",
    "Page",
    "Pick",
    "Picture",
    "Published",
    "Quantity",
    "Quotation",
    "Ranked",
    "RawArticle",
    "Reason",
    "Relation",
    "Sentence",
    "Skipped",
    "Story",
    "Title",
]
