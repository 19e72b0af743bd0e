"""Files that hold no article: error pages, walls, films, lists, pages to use; with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.extract.rejection import films, listings, service, walls

if TYPE_CHECKING:
    from digest.extract.rules.page import Page


def reason(page: Page, language: str | None = None) -> str | None:
    """Why the page is no article, as one sentence with advice; None for an article.

    `language` is that of its text, None where it is not known.
    """
    body = [p for p in page.paragraphs if p.kept]
    if not body:
        return "No line of it reads as the text of an article; save the article's own page."
    if walls.error(page, body):
        return "It is an error page of the site; fetch the article again."
    if walls.walled(page, body):
        return "It is a wall (login, cookies or subscription); save the article behind it."
    if page.plain and listings.framed(page):
        return "It is a page of many parts (listing, film or campaign) and not one article."
    if films.films(page, body):
        return "It is the page of a film without an article; save a page that has a text."
    if listings.listing(page, body) or listings.stamped(page, body) or listings.results(page):
        return "It is a list of articles; save the articles themselves."
    if listings.alphabetical(page):
        return "It is a list in alphabetical order (glossary, index); save a page with an article."
    if page.plain and (listings.thin(page, body) or listings.scattered(page, language)):
        return "It has no running text; save a page that has an article."
    return service.reason(page, language)
