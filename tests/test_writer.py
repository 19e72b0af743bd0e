"""Pages are replaced all or nothing, and only over what we wrote before."""

from __future__ import annotations

import json
import multiprocessing

import pytest

from digest import writer
from digest.errors import WriteError
from digest.models import MARKER, Page


def page(path, text="text"):
    return Page(path=path, content=f"<!-- {MARKER} -->\n{text}\n")


@pytest.fixture
def places(tmp_path):
    return tmp_path / "docs", tmp_path / "state"


def tree(folder):
    return {
        p.relative_to(folder).as_posix(): p.read_text() for p in folder.rglob("*") if p.is_file()
    }


def test_a_second_writing_changes_only_what_is_different(places):
    docs, state = places
    writer.write([page("a.md"), page("b/c.md")], docs, state)
    before = (docs / "a.md").stat().st_mtime_ns
    done = writer.write([page("a.md"), page("b/c.md", "new"), page("d.md")], docs, state)
    assert (done.changed, done.removed) == (2, 0)
    assert (docs / "a.md").stat().st_mtime_ns == before


def test_pages_no_longer_wanted_go_and_their_empty_folders_too(places):
    docs, state = places
    writer.write([page("a.md"), page("b/c/d.md")], docs, state)
    assert writer.write([page("a.md")], docs, state).removed == 1
    assert [p.name for p in docs.iterdir()] == ["a.md"]


def test_hand_written_files_stay_and_one_in_the_way_is_reported(places):
    docs, state = places
    docs.mkdir()
    (docs / "about.md").write_text("by hand")
    (docs / "own.md").write_text("by hand")
    done = writer.write([page("about.md"), page("a.md")], docs, state)
    assert done.kept == ("about.md",)
    writer.write([], docs, state)
    assert tree(docs) == {"about.md": "by hand", "own.md": "by hand"}


def test_taking_the_marker_out_makes_a_page_the_editors(places):
    docs, state = places
    writer.write([page("a.md")], docs, state)
    (docs / "a.md").write_text("now mine")
    assert writer.write([page("a.md", "new")], docs, state).kept == ("a.md",)
    assert tree(docs) == {"a.md": "now mine"}


def test_a_stop_before_the_journal_leaves_the_old_pages(places):
    docs, state = places
    writer.write([page("a.md", "old")], docs, state)
    (state / "staged").mkdir()
    (state / "staged" / "a.md").write_text("half")
    writer.recover(state)
    assert "old" in tree(docs)["a.md"]
    assert not (state / "staged").exists()


def test_a_stop_after_the_journal_is_made_good_at_the_next_start(places):
    docs, state = places
    writer.write([page("a.md", "old"), page("gone.md")], docs, state)
    (state / "staged").mkdir()
    (state / "staged" / "a.md").write_text("new")
    plan = {"folder": str(docs), "changed": ["a.md", "done-already.md"], "gone": ["gone.md"]}
    (state / "journal.json").write_text(json.dumps(plan))
    writer.recover(state)
    assert tree(docs) == {"a.md": "new"}
    assert not (state / "journal.json").exists()


def test_a_folder_that_cannot_be_written_is_an_error_with_its_name(tmp_path):
    docs = tmp_path / "docs"
    docs.write_text("a file where the folder should be")
    with pytest.raises(WriteError, match="docs"):
        writer.write([page("a.md")], docs, tmp_path / "state")


def test_the_new_site_stands_where_the_old_one_stood(tmp_path):
    old, new = tmp_path / "site", tmp_path / ".site-new"
    old.mkdir()
    (old / "old.html").write_text("old")
    new.mkdir()
    (new / "index.html").write_text("new")
    writer.exchange(new, old)
    assert tree(tmp_path) == {"site/index.html": "new"}


def _hold(state, ready, done):
    with writer.lock(state):
        ready.set()
        done.wait(20)


def test_two_builds_never_run_at_once(tmp_path):
    context = multiprocessing.get_context("spawn")
    ready, done = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(tmp_path, ready, done))
    other.start()
    assert ready.wait(20)
    try:
        with pytest.raises(WriteError, match="another digest build"), writer.lock(tmp_path):
            pass
    finally:
        done.set()
        other.join()
