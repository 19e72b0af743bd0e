"""Text is data: one escaping function for each output, and what no output can carry.

In Markdown every character that one of the enabled extensions (and of the wider dialect that
repository web pages speak) could act on becomes a numeric character reference. Templates put
article text only behind an inline tag on one line, so characters that act at the start of a line
(`#`, `+`, `-`, digits) need no escaping. JSON escapes through the standard library.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from digest.text import UNPRINTABLE, printable, squeeze

_ACTS = re.compile(r"[\\`*_{}\[\]~|&<>]")
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\ufeff]")
"""Direction marks and overrides: they can reorder what stands around them. The stylesheet isolates
each slice and finds its direction, so none is needed. All are format characters (Cf)."""
_AUTOLINK = re.compile(r":(?<=[A-Za-z]:)(?=//)|\.(?<=www\.)", re.IGNORECASE)
_ACTIVE = re.compile(r"[\\`*_{}\[\]~|<>]|&(?=#|\w)|^[-+=#]|(?<=^\d)[.)]|(?<=^\d\d)[.)]")
"""What acts within a line, and a digit or mark at its start."""
_BACKSLASHED = re.compile(r"\\([\\`*_{}\[\]~|<>&\-+=#.):])")
_PLAIN_URL = re.compile(r"[^A-Za-z0-9\-._~:/?#@!$&'+,=%]|%(?![0-9A-Fa-f]{2})")


class Safe(str):
    """Markup made by our own code from escaped parts; every other string is escaped on output."""

    __slots__ = ()


def longest_printable(text: str) -> str:
    """Return the longest stretch of `text` without a character that no page can carry."""
    return squeeze(max(UNPRINTABLE.split(text), key=len))


def plain(text: str) -> str:
    """`text` without what no output can carry and without direction marks, squeezed."""
    return squeeze(UNPRINTABLE.sub("", _BIDI.sub("", text)))


def markdown(text: str) -> str:
    """`text` on one line of Markdown, inert: its rendering has this text and nothing else."""
    return _AUTOLINK.sub(_reference, _ACTS.sub(_reference, plain(text)))


def _reference(found: re.Match[str]) -> str:
    return _NAMED.get(found[0]) or f"&#{ord(found[0])};"


def escaped(text: str) -> str:
    """`text` on one line of Markdown that people read as it stands: backslashes, no references.

    `unescaped` takes them out again.
    """
    active = _ACTIVE.sub(r"\\\g<0>", plain(text))
    return _AUTOLINK.sub(r"\\\g<0>", active)


def unescaped(text: str) -> str:
    """Return what `escaped` was given, white space and direction marks aside."""
    return _BACKSLASHED.sub(r"\1", text)


def attribute(text: str) -> str:
    """`text` for a double-quoted attribute of an inline tag in Markdown or HTML."""
    return markdown(text).replace('"', "&quot;").replace("'", "&#39;")


def xml(text: str) -> str:
    """`text` as character data or in a double-quoted attribute of XML."""
    safe = plain(text).replace("&", "&amp;").replace("<", "&lt;")
    return safe.replace(">", "&gt;").replace('"', "&quot;")


def url(text: str | None) -> str | None:
    """`text` as the target of a link, or None where it is no plain web address."""
    if not text or not printable(text):
        return None
    try:
        parts = urlsplit(text.strip())
        host, user = parts.hostname, parts.username
        _ = parts.port
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host or user or not host.isascii():
        return None
    return _PLAIN_URL.sub(lambda m: quote(m[0], safe=""), text.strip())


def fragment(text: str) -> str:
    """Return the text fragment that makes a browser scroll to `text` on the publisher's page.

    Over 300 characters the first and last five words stand for the whole (WICG Scroll to Text
    Fragment, section 3.3: `-`, `,` and `&` are its syntax and always encoded).
    """
    longest = 300
    if len(text) > longest:
        words = text.split(" ")
        return f"#:~:text={_encoded(' '.join(words[:5]))},{_encoded(' '.join(words[-5:]))}"
    return f"#:~:text={_encoded(text)}"


def _encoded(text: str) -> str:
    return quote(text, safe="").replace("-", "%2D").replace("_", "%5F").replace("~", "%7E")
