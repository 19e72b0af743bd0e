"""robots.txt. The sitemap is MkDocs', by a template of our theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.models import MARKER, Page

if TYPE_CHECKING:
    from digest.settings import SiteSettings


def robots(site: SiteSettings) -> tuple[Page, ...]:
    """Return robots.txt (RFC 9309), or nothing where the editor wants none.

    `noindex` alone forbids nothing: a crawler that may not read a page never sees the tag that
    asks it not to list the page, and may list the bare address.
    """
    if site.robots == "none":
        return ()
    rule = "Disallow: /" if site.robots == "disallow" else "Disallow:"
    lines = [f"# {MARKER}", "User-agent: *", rule]
    if site.url and not site.noindex and site.robots == "allow":
        lines += ["", f"Sitemap: {site.url.rstrip('/')}/sitemap.xml"]
    return (Page(path="robots.txt", content="\n".join(lines) + "\n"),)
