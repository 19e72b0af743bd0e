"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.readers.decode import NotTextError, declared_charset, decode

RUSSIAN = "Мост через реку открыли утром, сообщила городская служба. " * 5


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        (codecs.BOM_UTF8 + "Zürich".encode(), None, "Zürich"),
        (codecs.BOM_UTF16_LE + "Zürich".encode("utf-16-le"), "utf-8", "Zürich"),
        (
            "Plain words in pairs of bytes".encode("utf-16-be"),
            None,
            "Plain words in pairs of bytes",
        ),
        ("Zürich".encode(), "iso-8859-1", "Zürich"),
        ("Zürich".encode("cp1252"), "iso-8859-1", "Zürich"),
        ("“quoted”".encode("cp1252"), "latin-1", "“quoted”"),
        (RUSSIAN.encode("cp1251"), "windows-1251", RUSSIAN),
        (RUSSIAN.encode("cp1251"), None, RUSSIAN),
        (RUSSIAN.encode("cp1251"), "unicode_escape", RUSSIAN),
        (RUSSIAN.encode("cp1251"), "no-such-charset", RUSSIAN),
        (b"one\x00 " + b"two " * 50, None, "one " + "two " * 50),
    ],
)
def test_text_is_found(data: bytes, declared: str | None, text: str) -> None:
    assert decode(data, declared)[0] == text


@pytest.mark.parametrize(
    "data", [bytes(range(256)), b"\x89PNG\r\n\x1a\n" + bytes(64), codecs.BOM_UTF16_LE + b"\x00\xd8"]
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(NotTextError):
        decode(data)


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (b'<meta charset="koi8-r">', "koi8-r"),
        (b"<META http-equiv=Content-Type content='text/html; charset=Big5'>", "Big5"),
        (b'<?xml version="1.0" encoding="utf-8"?>', "utf-8"),
        (b"<p>charset=none of our business</p>", None),
        (b"<meta " * 5000, None),
    ],
)
def test_declared_charset(data: bytes, charset: str | None) -> None:
    assert declared_charset(data) == charset


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf8_comes_back_as_written(text: str) -> None:
    assert decode(text.encode())[0] == text.removeprefix("\ufeff")
