"""Lists of addresses: OPML (by lxml), or text with one address a line and `#` before a remark."""

from __future__ import annotations

from digest.readers.xmltext import root, tree


def listed(text: str) -> tuple[str, ...]:
    """Addresses that a list names, in its order, each once; what is no address is kept as given.

    Raises ValueError where an OPML file cannot be read.
    """
    found = _outlines(text) if root(text) == "opml" else _lines(text)
    return tuple(dict.fromkeys(found))


def _outlines(text: str) -> list[str]:
    top = tree(text)
    if top is None:
        message = "is no OPML that can be read"
        raise ValueError(message)
    return [
        address.strip()
        for outline in top.iter("{*}outline")
        for address in [outline.get("xmlUrl") or outline.get("xmlurl") or outline.get("url") or ""]
        if address.strip()
    ]


def _lines(text: str) -> list[str]:
    """Read the first word of each line that is no remark."""
    lines = (line.strip() for line in text.lstrip("\ufeff").splitlines())
    return [line.split()[0] for line in lines if line and not line.startswith("#")]
