"""What `make evaluate` measured, as a Markdown page and as a picture."""

from __future__ import annotations

from html import escape
from typing import Any


def markdown(report: dict[str, Any]) -> str:
    """Return the report as a Markdown page."""
    parts = [
        "# Evaluation",
        "Written by `make evaluate`; do not edit. 1 is perfect, except for counts (of mistakes).",
    ]
    for s in report["sections"]:
        lines = ["| " + " | ".join(map(_cell, row)) + " |" for row in (s["columns"], *s["rows"])]
        lines.insert(1, "|---" + "|---:" * (len(s["columns"]) - 1) + "|")
        parts += [f"## {s['title']}", s["about"], "\n".join(lines)]
        if s["key"] == PLOTTED[0] or (s["key"] == PLOTTED[1] and not _has_plot(report)):
            parts.append(f"![{s['title']}, as bars](evaluation.svg)")
    parts += ["## Limits", "\n".join(f"- {limit}" for limit in report["limits"])]
    return "\n\n".join(parts) + "\n"


PLOTTED = ("summaries", "own-rankers")
"""The tables that the picture is drawn from: the first that is there."""


def _has_plot(report: dict[str, Any]) -> bool:
    return any(s["key"] == PLOTTED[0] for s in report["sections"])


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = f"{value:.3f}" if isinstance(value, float) else str(value)
    return text.replace("|", "\\|")


ROW, LABEL, WIDTH = 26, 190, 720
"""Pixels of the picture: height of a bar with its gap, room for names, whole width."""


def plot(sections: list[dict[str, Any]]) -> str:
    """Draw bars, best first, as a picture that needs no font or script of its own."""
    tables = {s["key"]: s for s in sections}
    table = tables.get(PLOTTED[0]) or tables[PLOTTED[1]]
    column = 2 if table["key"] == PLOTTED[0] else 1
    bars = [(str(row[0]), float(row[column])) for row in table["rows"]]
    top = max(value for _, value in bars) or 1.0
    height = ROW * len(bars) + 40
    title = f"{table['title']}: {table['columns'][column]}"
    lines = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"'
            f' font-family="sans-serif" font-size="13"><title>{escape(title)}</title>'
        ),
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
        f'<text x="8" y="22" font-weight="bold">{escape(title)}</text>',
    ]
    for i, (name, value) in enumerate(bars):
        y, length = 34 + ROW * i, value / top * (WIDTH - LABEL - 80)
        fill = "#b3261e" if name == "digest" else "#8a939e"
        lines += [
            f'<text x="{LABEL - 8}" y="{y + 14}" text-anchor="end">{escape(name)}</text>',
            f'<rect x="{LABEL}" y="{y}" width="{length:.1f}" height="{ROW - 8}" fill="{fill}"/>',
            f'<text x="{LABEL + length + 6:.1f}" y="{y + 14}">{value:.2f}</text>',
        ]
    return "\n".join([*lines, "</svg>"]) + "\n"


QUOTED = (
    ("news", "lines_by_chars.f1", "Lines rightly taken for text or left out (F1)", "labelled news"),
    ("news", "title_exact", "Headlines found exactly", "labelled news"),
    ("news", "date_found", "Publication dates found", "labelled news"),
    ("news", "date_wrong_and_sure_count", "Dates called sure and wrong", "labelled news"),
    ("news", "topics_macro_f1", "Topics of an article (mean F1)", "labelled news"),
    ("news", "key_sentence_precision_at_3", "Extracts an editor would choose", "labelled news"),
    ("news", "topic_sentence_top1", "Best sentence of a topic put first", "labelled news"),
    ("news", "actors_found", "Actors found", "labelled news"),
    ("news", "amounts.f1", "Sums of money (F1)", "labelled news"),
    ("html", "text.f1", "Text of a web page (F1)", "web pages"),
    ("html", "dates.sure_wrong_count", "Dates of web pages called sure and wrong", "web pages"),
    (
        "stories",
        "story.bcubed.f1",
        "Articles on one event together (BCubed F1)",
        "look-alike events",
    ),
    ("stories", "copy.pairs.f1", "Copies found (F1)", "look-alike events"),
    ("summaries", "digest", "Words shared with human summaries (ROUGE-2)", "370 news articles"),
    ("own", "key sentence precision", "Extracts an editor would choose", "our own articles"),
)
"""What a reader of the site is told: table, row, in words, on what."""
COLUMN = {"news": "news", "summaries": "R2"}
"""Where our own figure stands, if not below `digest`."""


def quoted(sections: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Return the figures that /about/ quotes, each beside what it is to be held against."""
    found = []
    for key, row_name, name, data in QUOTED:
        table = next((s for s in sections if s["key"] == key), None)
        row = next((r for r in table["rows"] if r[0] == row_name), None) if table else None
        if table is None or row is None:
            continue
        value = row[table["columns"].index(COLUMN.get(key, "digest"))]
        against = _against(table, row)
        found.append({"name": name, "value": _cell(value), "data": data, "compared": against})
    return found


def _against(table: dict[str, Any], row: list[Any]) -> str:
    if table["key"] == "summaries":
        others = {r[0]: r[2] for r in table["rows"]}
        best = max((n for n in others if n.startswith("sumy")), key=lambda n: others[n])
        return f"first three sentences {_cell(others['lead'])}, {best} {_cell(others[best])}"
    named = {"own": "floor", "news": "aim"}.get(table["key"])
    if named:
        return f"{named} {_cell(row[-1])}" if row[-1] is not None else ""
    others = [(v, n) for n, v in zip(table["columns"][2:], row[2:], strict=True) if v is not None]
    if not others:
        return ""
    value, name = min(others) if row[0].endswith("_count") else max(others)
    return f"best of {len(others)} others: {name} {_cell(value)}"
