"""Views to files: Markdown through small templates, feeds and data beside it.

Whatever a template prints is escaped for Markdown unless it is `Safe`, and only the functions in
this module make `Safe` strings, out of escaped parts.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import jinja2

from digest import indexes, pictures, textmaps
from digest.editions import archive
from digest.editions.history import History
from digest.escape import Safe, attribute, markdown
from digest.machine import crawlers, data, dataset, feeds
from digest.models import MARKER, Brief, Page
from digest.search.corpus import corpus
from digest.search.index import files
from digest.views import about, actors, article, changes, coverage, front, head, story, topic
from digest.views.parts import Cite, Count, DateView, Link, SentenceView, SliceView, TopicRef
from digest.views.site import Site, anchor

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from digest.settings import Settings

_MARKS = 8
"""Topic marks that the stylesheet draws; a ninth topic starts over."""
_STAMP = "\0stamp\0"
"""Where a page's own count goes, once its sentences are known; no text can hold a NUL."""
_SENTENCE = re.compile(r'<q class="s" data-a="([0-9a-f]+)" data-s="([0-9a-f-]+)"')
_TALLY = 60
"""Strokes of a tally; above, a stroke stands for ten, then for a hundred."""


def pages(
    brief: Brief,
    settings: Settings,
    *,
    evaluation: Mapping[str, Any] | None = None,
    history: History | None = None,
    by_hand: Iterable[str] = (),
) -> tuple[Page, ...]:
    """Return every generated file; `evaluation` holds the measured figures that /about/ quotes.

    `history` is what editions have published, `by_hand` the paths of pages that the editor wrote.
    Raises `AddressError` where an address of the editions would be lost.
    """
    site = Site(brief, settings, history or History())
    files = made(site, evaluation=evaluation)
    paths = (*by_hand, *(page.path for page in files))
    return (*files, *archive.standing(site, paths, dict(settings.redirects), _page))


def made(site: Site, *, evaluation: Mapping[str, Any] | None = None) -> tuple[Page, ...]:
    """Return what the state of the digest makes; not what keeps addresses of the past."""
    settings = site.settings
    return (
        *_front(site),
        *(page for settings_ in settings.topics for page in _topic(site, settings_)),
        *_stories(site),
        *_articles(site),
        *indexes.pages(site, _page),
        _page("about.md", "about", about=about.about(site, evaluation or {})),
        _page("search/index.md", "search"),
        *files(corpus(site)),
        *feeds.feeds(site),
        *data.objects(site),
        *dataset.files(site),
        *crawlers.robots(site.settings.site),
        *archive.pages(site, _page),
    )


def _front(site: Site) -> tuple[Page, ...]:
    view = front.front(site)
    return (
        _page(
            "index.md",
            "front",
            front=view,
            site=site.settings.site,
            head=head.front(site),
            coverage=coverage.coverage(site, site.topics.values()),
            together=actors.together(site, (e for e in site.brief.entries if e.article.topics)),
        ),
    )


def _topic(site: Site, settings: Any) -> list[Page]:
    view = topic.topic(site, settings)
    made = [_page(view.topic.path, "topic", view=view, head=head.topic(site, view))]
    made += [
        _page(f"topics/{settings.slug}/{p.key}.md", "topic-period", view=view, period=p)
        for p in view.archive
    ]
    return made


def _stories(site: Site) -> list[Page]:
    made = []
    for one in site.brief.stories:
        view, came = story.story(site, one), changes.history(site, one)
        made.append(_page(view.path, "story", view=view, history=came, head=head.story(site, one)))
    return made


def _articles(site: Site) -> list[Page]:
    made = []
    for entry in site.brief.entries:
        view = article.article(site, entry)
        made.append(_page(view.path, "article", view=view, head=head.article(site, entry)))
    return made


def _page(path: str, template: str, **values: object) -> Page:
    root = "../" * path.count("/")
    text = _environment().get_template(f"{template}.md.j2").render(root=root, **values)
    found = {match.groups() for match in _SENTENCE.finditer(text)}
    own = _stamp(Count(name="page.sentences", value=len(found)))
    return Page(path=path, content=text.replace(_STAMP, own))


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("digest", "templates"),
        autoescape=False,  # noqa: S701 - for Markdown, not HTML: `finalize` escapes all but Safe
        finalize=_final,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(MARKER=Safe(MARKER), stamp=Safe(_STAMP))
    environment.filters.update(
        stamp=_stamp,
        q=quoted,
        anchored=anchored,
        v=sliced,
        n=number,
        date=dated,
        cite=cited,
        tp=marked,
        link=linked,
        yaml=_yaml,
        bars=pictures.bars,
        map_=textmaps.file_map,
        map_versions=textmaps.versions_map,
        plural=_plural,
        words_=_terms,
        safe_link=_address,
        who=_who,
        pic_coverage=pictures.coverage,
        pic_timeline=pictures.timeline,
        pic_together=pictures.together,
    )
    return environment


def _final(value: object) -> str:
    return value if isinstance(value, Safe) else markdown(str(value))


def quoted(view: SentenceView, name: str = "") -> Safe:
    """Return a whole sentence as `<q class="s">`; `name` is its anchor on its own page."""
    parts = [f'data-a="{view.article}" data-s="{view.id}"']
    parts += [f'id="{name}"'] if name else []
    parts += [_language(view.language)] if _language(view.language) else []
    text = "".join(
        f"<{kind}>{markdown_part(piece)}</{kind}>" if kind else markdown_part(piece)
        for kind, piece in view.spans
    )
    return Safe(f'<q class="s" {" ".join(parts)}>{text or markdown(view.text)}</q>')


def markdown_part(text: str) -> str:
    """Escape a piece of a sentence; the spaces at its ends are the sentence's."""
    inner = markdown(text)
    if not inner:
        return " " if text else ""
    return " " * text[0].isspace() + inner + " " * text[-1].isspace()


def anchored(view: SentenceView) -> Safe:
    """Return a sentence with the anchor that all links to it use."""
    return quoted(view, anchor(view.article, view.id))


def sliced(view: SliceView) -> Safe:
    """Return a slice as `<q class="v">`, our ellipsis outside it."""
    line = f' data-l="{view.line}"' if view.line is not None else ""
    language = f" {_language(view.language)}" if _language(view.language) else ""
    text = markdown(view.text)
    cut = "…" if view.cut else ""
    return Safe(f'<q class="v" data-a="{view.article}"{line}{language}>{text}</q>{cut}')


def _language(code: str | None) -> str:
    return f'lang="{attribute(code)}"' if code and code != "en" else ""


def number(count: Count) -> Safe:
    """Return a number of things, with the mark that verify reads."""
    name = attribute(count.name)
    return Safe(f'<data class="n" data-n="{name}" value="{count.value}">{count.value:,}</data>')


def _plural(count: Count, noun: str) -> Safe:
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return Safe(f"{number(count)} {noun if count.value == 1 else plural}")


def dated(view: DateView) -> Safe:
    """Return a date in words with the cells that say how much of it is known."""
    iso = f' datetime="{attribute(view.iso)}"' if view.iso else ""
    known = "" if view.sure or not view.iso else " dp--unsure"
    cells = f'<span class="dp dp--{view.precision}{known}"></span>'
    spoken = f'<span class="sr">{markdown(view.spoken)}</span>' if view.spoken else ""
    words = markdown(view.short)
    return Safe(f"{f'<time{iso}>{words}</time>' if iso else words}{cells}{spoken}")


@jinja2.pass_context
def cited(context: jinja2.runtime.Context, view: Cite) -> Safe:
    """Return the chip at the end of a sentence: outlet, date, a link to its place, copies."""
    outlet = markdown(view.outlet) if view.outlet else "Outlet not named"
    many = ""
    if view.articles.value > 1:
        many = f" <b>×{number(view.articles)}</b>, {_plural(view.texts, 'text')}"
    target = f"{context['root']}{view.target}"
    why = f' data-why="{attribute(view.why)}"' if view.why else ""
    return Safe(f"<cite{why}>[**{outlet}** {dated(view.date)}]({target}){many}</cite>")


@jinja2.pass_context
def marked(context: jinja2.runtime.Context, view: TopicRef) -> Safe:
    """Return a topic by its mark and name, linked."""
    link = f"[{markdown(view.title)}]({context['root']}{view.path})"
    return Safe(f'<span class="tp tp-{view.index % _MARKS}">{link}</span>')


@jinja2.pass_context
def linked(context: jinja2.runtime.Context, view: Link) -> Safe:
    """Return a title that links to its page."""
    return Safe(f"[{sliced(view.title)}]({context['root']}{view.path})")


def _terms(terms: Sequence[SliceView | str]) -> Safe:
    return Safe(", ".join(sliced(t) if isinstance(t, SliceView) else markdown(t) for t in terms))


@jinja2.pass_context
def _who(context: jinja2.runtime.Context, column: actors.Column, view: actors.Together) -> Safe:
    """Return the actors that a text names, linked."""
    named = (a for a, there in zip(view.actors, column.names, strict=True) if there)
    return Safe(", ".join(f"[{markdown(a.name)}]({context['root']}{a.path})" for a in named))


def _address(text: str) -> Safe:
    """Return an address that `escape.url` has checked, as the target of a link."""
    return Safe(text.replace("&", "&amp;"))


def _yaml(value: str | bool | None) -> Safe:
    """`value` as a scalar, text in double quotes: JSON is YAML."""
    return Safe(json.dumps(value, ensure_ascii=True))


def _stamp(sentences: Count) -> Safe:
    """Say how many sentences the gate held against their sources: here, or on the whole site."""
    count = sentences.value
    if not count:
        return Safe("")
    shown = number(sentences)
    unit = next(n for n in (1, 10, 100, count) if count <= n * _TALLY)
    tally = pictures.tally(-(-count // unit))
    each = f'<small class="each">, a stroke for {unit}</small>' if unit > 1 else ""
    return Safe(
        f'<p class="stamp"><b>{shown} of {count:,}</b> '
        f"<small>sentence{'s' if count > 1 else ''} verified verbatim</small>{each}{tally}</p>"
    )
