"""XML as it is found: what its first element is, and its tree, by lxml."""

from __future__ import annotations

import html
import re
from html.entities import html5
from typing import Any

_ROOT = re.compile(r"<\s*(?:[\w.-]{1,40}:)?([A-Za-z]+)")
_REFERENCE = re.compile(r"&(#?\w{1,31};)?")
_XML_OWN = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})


def root(text: str) -> str:
    """Lower-case local name of an XML text's first element; `json` for JSON, empty for neither."""
    text = text.lstrip("\ufeff \t\r\n")
    if text.startswith("{"):
        return "json"
    at = 0
    while text.startswith(("<?", "<!"), at):
        comment = text.startswith("<!--", at)
        end = text.find("-->" if comment else "]>" if _has_subset(text, at) else ">", at)
        if end < 0:
            return ""
        at = end + (3 if comment else 1)
        at += text.startswith(">", at)
        at += len(text[at : at + 4096]) - len(text[at : at + 4096].lstrip())
    found = _ROOT.match(text, at)
    return found[1].lower() if found else ""


def _has_subset(text: str, at: int) -> bool:
    """Whether a document type declaration holds declarations of its own in brackets."""
    bracket, end = text.find("[", at, at + 500), text.find(">", at)
    return text.startswith("<!DOCTYPE", at) and 0 <= bracket < end


def tree(text: str) -> Any:
    """Root element of an XML text; HTML's entities and bare `&` are forgiven. None: no XML.

    An entity that the document itself declares stays as written, and nothing is loaded.
    """
    from lxml import etree  # noqa: PLC0415 - heavy

    safe = {"resolve_entities": False, "no_network": True, "load_dtd": False, "encoding": "utf-8"}
    try:
        found = etree.fromstring(_data(text), etree.XMLParser(**safe))
    except etree.XMLSyntaxError:
        repaired = _REFERENCE.sub(_reference, text)
        found = etree.fromstring(_data(repaired), etree.XMLParser(recover=True, **safe))
    if found is not None:
        etree.strip_elements(found, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    return found


def _data(text: str) -> bytes:
    return text.lstrip("\ufeff \t\r\n").encode("utf-8", "replace")


def _reference(found: re.Match[str]) -> str:
    name = found[1]
    if not name:
        return "&amp;"
    if name in _XML_OWN or name.startswith("#"):
        return found[0]
    return html.escape(html5[name]) if name in html5 else f"&amp;{name}"
