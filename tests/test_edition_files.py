"""The committed files of editions when things go wrong: killed, full disk, merged, spoiled, lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from digest.errors import AddressError, ConfigError, WriteError

KILLED = """
import os, pathlib, signal, sys
from digest.cli import main
put = pathlib.Path.replace
left = [int(sys.argv.pop(1))]
def replace(path, target):
    if path.suffix == ".new":
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)
    return put(path, target)
pathlib.Path.replace = replace
main()
"""


@pytest.mark.parametrize("written", [0, 1])
def test_a_killed_command_leaves_nothing_half_written(owner, written):
    command = [sys.executable, "-c", KILLED, str(written), "edition", "--date", "2021-04-11"]
    ended = subprocess.run([*command, "--config", owner.root / "digest.yml"], check=False)
    assert ended.returncode == -signal.SIGKILL
    assert sorted(p.name for p in (owner.root / "editions").glob("*.json")) == ["2021-04-10.json"]
    if written:
        with pytest.raises(AddressError, match="run `digest edition --date 2021-04-11`"):
            owner.build()
    owner.freeze("2021-04-12")
    owner.freeze("2021-04-11")
    assert {"editions/2021-04-11", "editions/2021-04-12"} < owner.build().keys()
    assert [p for p in (owner.root / "editions").iterdir() if p.suffix != ".json"] == []


def test_a_full_disk_leaves_addresses_and_editions_as_they_were(owner, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device")

    before = (owner.root / "addresses.json").read_bytes()
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match=r"orla: No space left on device; make room"):
        owner.freeze("2021-04-11")
    assert (owner.root / "addresses.json").read_bytes() == before
    assert [p.name for p in (owner.root / "editions").iterdir()] == ["2021-04-10.json"]


def _conflict(text: str) -> str:
    lines = text.split("\n")
    return "\n".join([*lines[:2], "<<<<<<< HEAD", lines[2], "=======", *lines[2:]])


@pytest.mark.parametrize(
    ("file", "spoil", "said"),
    [
        ("addresses.json", _conflict, r"addresses\.json:3: holds a merge.*keep the rows of both"),
        ("editions/2021-04-10.json", _conflict, r"10\.json:3: holds a merge.*--theirs"),
        ("addresses.json", lambda t: t.replace("es/1", "es/2"), "of version digest.addresses/2"),
        (
            "editions/2021-04-10.json",
            lambda t: t.replace("edition/1", "edition/9").replace('"line"', '"row"'),
            r"^editions/2021-04-10\.json: is of version digest\.edition/9.*newer digest that wrote it$",
        ),
        ("editions/2021-04-10.json", lambda _: "", "is no JSON.*restore it from the repository"),
        ("addresses.json", lambda _: "null", "addresses.json: restore it from the repository"),
    ],
)
def test_a_spoiled_file_is_named_with_what_to_do(owner, file, spoil, said):
    path = owner.root / file
    path.write_text(spoil(path.read_text()))
    for work in (owner.build, owner.freeze):
        with pytest.raises(ConfigError, match=said):
            work()


def test_a_deleted_edition_is_missed(owner):
    (owner.root / "editions/2021-04-10.json").unlink()
    with pytest.raises(
        AddressError, match=r"restore editions/2021-04-10\.json from the repository"
    ):
        owner.build()
