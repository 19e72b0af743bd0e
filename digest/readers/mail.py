"""E-mail (RFC 5322, MIME) by the standard library: the best body part and the headers."""

from __future__ import annotations

from email import message_from_bytes, policy
from typing import TYPE_CHECKING

from digest.readers.decode import NotTextError, decode
from digest.text import squeeze

if TYPE_CHECKING:
    from email.message import EmailMessage

    from digest.models import Kind

HEADERS = ("archived-at", "content-language", "date", "from", "list-id", "subject")
_MIN_PLAIN = 200
"""Characters of a plain part that says more than "open this mail in your browser"."""


def parts(data: bytes) -> tuple[Kind, str, tuple[tuple[str, str], ...]]:
    """(`"mail"` or `"html"`, decoded body part, (header, value) sorted) of a message.

    The plain part is preferred unless it is a stub beside an HTML part.
    """
    message: EmailMessage = message_from_bytes(data, policy=policy.default)
    plain, html = _part(message, "plain"), _part(message, "html")
    hints = tuple((name, squeeze(str(message[name]))) for name in HEADERS if message[name])
    if html.strip() and len(plain.strip()) < _MIN_PLAIN:
        return "html", html, hints
    return "mail", plain, hints


def _part(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    if part is None:
        return ""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    try:
        return decode(data, charset)[0]
    except NotTextError:
        return ""
