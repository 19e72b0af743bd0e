"""Bytes to text: byte order mark, strict UTF-8, declared charset, detection."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LABELS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
}
"""Codecs that browsers read as their superset (WHATWG Encoding, "Names and labels")."""
_CHARSET = re.compile(r"(?:utf|iso8859|cp|koi8|gb|big5|euc|shift|mac|ascii|tis|johab|hz|kz|ptcp)")
"""Codecs that are charsets; Python has others (`idna`, `unicode_escape`, `rot13`)."""
_META = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,500}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})",
    re.IGNORECASE,
)
_META_REACH = 8192
"""Bytes searched for a declaration; the standard asks for 1024, pages put it later."""
_CONTROL = bytes(b for b in range(32) if b not in b"\t\n\x0b\f\r\x1b") + b"\x7f"
_BEYOND_ASCII = bytes(range(128, 256))
_MAX_CONTROL = 0.01
"""Control bytes per byte of a text; compressed data has .10, the worst of 174 web pages .0001."""
_SAMPLE = 200_000
"""Bytes that detection looks at: more costs seconds on a large file and changes nothing."""
_FEW = 16
"""Bytes outside ASCII that are too few to tell encodings apart: one umlaut was read as Greek. They
are then taken as browsers take a page of unknown encoding, as Windows-1252."""
_WEB = (
    *("cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("koi8_r", "koi8_u", "iso8859_2", "iso8859_5", "iso8859_7", "cp874", "gb18030", "big5"),
    *("euc_jp", "cp932", "cp949", "cp866"),
)
"""The encodings of the web (WHATWG Encoding); detection has no others to choose from."""
_REPLACED = 0.001
"""Undecodable bytes per byte that a declared charset may leave: pages mix encodings in a corner."""


class NotTextError(ValueError):
    """The bytes are no text in any encoding."""


def declared_charset(data: bytes) -> str | None:
    """Charset that an HTML or XML file names near its top, as written."""
    found = _META.search(data[:_META_REACH])
    return found.group(1).decode("ascii") if found else None


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """(text, codec name) of `data`; a byte order mark and NUL are no part of the text.

    Raises NotTextError where the bytes are no text.
    """
    text, codec = _decoded(data, declared)
    return text.replace("\0", ""), codec


def _decoded(data: bytes, declared: str | None) -> tuple[str, str]:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], codec), codec
    if wide := _wide(data):
        return _strictly(data, wide), wide
    if len(data) - len(data.translate(None, _CONTROL)) > _MAX_CONTROL * len(data):
        raise NotTextError
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _legacy(data, declared)


def unmarked(data: bytes) -> bytes:
    """Return `data` without its byte order mark."""
    mark = next((mark for mark, _ in _MARKS if data.startswith(mark)), b"")
    return data[len(mark) :]


def _strictly(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise NotTextError from error


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark shows in ASCII's zero bytes, all on one side of each pair."""
    head = data[:4096]
    if len(data) % 2 or head.count(0) <= len(head) // 4:
        return None
    codec = "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"
    text = data.decode(codec, "replace")[:2048]
    strange = sum(not (c.isprintable() or c.isspace()) or c == "\ufffd" for c in text)
    return codec if strange <= _MAX_CONTROL * len(text) else None


def _legacy(data: bytes, declared: str | None) -> tuple[str, str]:
    """Try the declared charset, then UTF-8 with a few broken bytes, then detection."""
    for codec in (_codec(declared), "utf-8"):
        if codec is not None:
            text = data.decode(codec, "replace")
            if text.count("\ufffd") <= _REPLACED * len(text):
                return text, codec
    from charset_normalizer import from_bytes  # noqa: PLC0415 - heavy, rarely needed

    sample = data[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _BEYOND_ASCII)) <= _FEW:
        return data.decode("cp1252", "replace"), "cp1252"
    best = from_bytes(sample, cp_isolation=list(_WEB)).best()
    if best is None:
        raise NotTextError
    return data.decode(best.encoding, "replace"), best.encoding


def _codec(declared: str | None) -> str | None:
    if declared is None:
        return None
    try:
        name = codecs.lookup(declared).name
    except LookupError:
        return None
    if not _CHARSET.match(name):
        return None
    return _LABELS.get(name, name)
