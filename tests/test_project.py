"""What surrounds the program: workflows, pins, and words that have no place in the project."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

WORKFLOWS = sorted((Path(__file__).parent.parent / ".github" / "workflows").glob("*.yml"))


def test_zizmor_finds_nothing_in_the_workflows():
    command = [str(Path(sys.executable).with_name("zizmor")), "--offline", "--no-progress"]
    done = subprocess.run(
        [*command, *map(str, WORKFLOWS)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.name)
def test_actions_are_githubs_own_and_pinned_by_commit(path):
    used = re.findall(r"uses: (\S+)", path.read_text(encoding="utf-8"))
    assert used
    assert [one for one in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", one)] == []


def test_publishing_happens_on_push_by_hand_and_on_a_schedule_with_least_privilege(root):
    text = (root / ".github" / "workflows" / "publish.yml").read_text(encoding="utf-8")
    flow = yaml.safe_load(text)
    assert set(flow[True]) == {
        "push",
        "workflow_dispatch",
        "schedule",
    }  # YAML 1.1 reads `on` as True
    assert flow["permissions"] == {}
    rights = {name: set(job["permissions"].items()) for name, job in flow["jobs"].items()}
    assert rights == {
        "build": {("contents", "read"), ("pages", "read")},
        "deploy": {("pages", "write"), ("id-token", "write")},
    }


def test_every_package_is_pinned_and_no_host_is_named(root):
    for name in ("requirements.txt", "requirements-test.txt"):
        lines = (root / name).read_text(encoding="utf-8").splitlines()
        pins = [line for line in lines if line and not line.startswith("#")]
        assert [
            pin for pin in pins if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", pin)
        ] == []


def test_what_the_package_needs_is_among_the_pins(root):
    import tomllib

    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[<>=\[]", one)[0].lower() for one in project["dependencies"]}
    pins = (root / "requirements.txt").read_text(encoding="utf-8").lower()
    assert {
        one for one in needed if not re.search(rf"^{re.escape(one)}==", pins, re.MULTILINE)
    } == set()


def test_no_tracked_file_names_a_place_on_a_machine(root):
    pattern = r"/(w[o]rk|f[a]rm|r[o]ot|h[o]me)/[a-z]"
    done = subprocess.run(
        ["git", "grep", "-nIE", pattern, "--", "."],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == ""
