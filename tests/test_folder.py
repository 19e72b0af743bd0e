"""Reading folders: order, links, bad files, copies."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from digest.models import RawArticle, Skipped
from digest.readers.folder import read

LIMIT = 1000


def _reasons(path: Path) -> dict[str, str]:
    return {
        Path(one.source).name: one.reason
        for one in read([path], max_bytes=LIMIT)
        if isinstance(one, Skipped)
    }


def _articles(*paths: Path, base: Path | None = None) -> list[RawArticle]:
    read_ = read(paths, base=base, max_bytes=LIMIT)
    return [one for one in read_ if isinstance(one, RawArticle)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one of everything that cannot be read beside one article."""
    place = tmp_path / "articles"
    place.mkdir()
    (tmp_path / "secret.txt").write_text("Not for the site.")
    (place / "good.txt").write_text("The bridge was opened.\n")
    (place / "empty.txt").write_text("  \n")
    (place / "binary.txt").write_bytes(bytes(range(256)))
    (place / "long.txt").write_text("x" * (LIMIT + 1))
    (place / "table.xlsx").write_text("cells")
    (place / ".hidden.txt").write_text("Hidden.")
    (place / "out.txt").symlink_to(tmp_path / "secret.txt")
    (place / "out").symlink_to(tmp_path)
    (place / "again.txt").symlink_to(place / "good.txt")
    (place / "broken.txt").symlink_to(place / "gone.txt")
    (place / "loop.txt").symlink_to(place / "loop.txt")
    os.mkfifo(place / "pipe.txt")
    return place


def test_every_bad_file_is_one_skip_and_the_rest_is_read(folder: Path) -> None:
    assert _reasons(folder) == {
        "empty.txt": "empty",
        "binary.txt": "binary",
        "long.txt": "too-large",
        "table.xlsx": "unsupported",
        "out.txt": "outside-the-folder",
        "out": "outside-the-folder",
        "broken.txt": "not-a-file",
        "loop.txt": "not-a-file",
        "pipe.txt": "not-a-file",
    }
    assert [Path(one.source).name for one in _articles(folder)] == ["good.txt"]


def test_details_say_what_to_do_and_name_no_other_file(folder: Path, tmp_path: Path) -> None:
    details = [one.detail for one in read([folder], max_bytes=LIMIT) if isinstance(one, Skipped)]
    assert all(detail.endswith(".") and ";" in detail for detail in details)
    assert not any(str(tmp_path) in detail or "secret" in detail for detail in details)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_skipped(folder: Path) -> None:
    (folder / "good.txt").chmod(0)
    assert _reasons(folder)["good.txt"] == "unreadable"


@pytest.mark.parametrize("name", ["pipe.txt", "out.txt", "gone.txt"])
def test_a_bad_path_given_by_name_is_skipped(folder: Path, name: str) -> None:
    (one,) = read([folder / name], max_bytes=LIMIT)
    assert isinstance(one, Skipped)


def test_order_is_that_of_the_names_bytes_whatever_order_is_given(tmp_path: Path) -> None:
    for name in ("b.txt", "B.txt", "a/z.txt", "é.txt", "a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Text of {name}.")
    given = [Path("b.txt"), Path("é.txt"), Path("a"), Path("B.txt"), Path("a.txt")]
    assert [one.source for one in _articles(*given, base=tmp_path)] == [
        "B.txt",
        "a.txt",
        "a/z.txt",
        "b.txt",
        "é.txt",
    ]


def test_equal_bytes_are_one_article_with_all_its_places(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("The same news.\n")
    (one,) = _articles(Path("a.txt"), Path("b.txt"), Path("c.txt"), base=tmp_path)
    assert (one.source, one.also_at) == ("a.txt", ("b.txt", "c.txt"))


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_front_matter_changes_no_id(tmp_path: Path, mark: bytes, newline: bytes) -> None:
    body = b"The bridge was opened." + newline
    head = newline.join([b"---", b"title: Bridge open", b"---", b"", b""])
    (tmp_path / "plain.txt").write_bytes(mark + body)
    (plain,) = _articles(Path("plain.txt"), base=tmp_path)
    (tmp_path / "plain.txt").write_bytes(mark + head + body)
    (edited,) = _articles(Path("plain.txt"), base=tmp_path)
    assert edited.id == plain.id
    assert edited.front.title == "Bridge open"
    assert edited.text[edited.front_end :] == plain.text
