"""`digest serve`: what is edited shows up, by one rebuild an edit, and mistakes do not end it."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

pytestmark = pytest.mark.slow

PATIENCE = 60.0
SETTLED = 3.0
"""Seconds; MkDocs waits a quarter of one for further edits before it builds."""
ARTICLE = """---
title: Ferry across the Sozh comes late
date: 2023-09-20
---
The ferry across the Sozh came two hours late on Wednesday, and the lorries waited on the bank.

A driver from Homel said that he had slept in his cab since the evening before.
"""


class Served:
    """A running `digest serve` over one project."""

    def __init__(self, project):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.home = f"127.0.0.1:{free.getsockname()[1]}"
        self.log = project / "serve.log"
        command = [sys.executable, "-m", "digest", "serve", "--address", self.home]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(command, cwd=project, stdout=log, stderr=log)

    def page(self, path):
        try:
            with urllib.request.urlopen(f"http://{self.home}/{path}", timeout=PATIENCE) as answer:
                return answer.read().decode()
        except urllib.error.URLError:
            return ""

    def said(self):
        return self.log.read_text(encoding="utf-8")

    def waits_for(self, state):
        """Say whether `state` comes true in time."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            if state():
                return True
            time.sleep(0.25)
        return False

    def builds(self):
        return self.said().count("Building documentation")


@pytest.fixture
def served(project):
    one = Served(project)
    yield one
    if one.process.poll() is None:
        one.process.kill()
        one.process.wait()


def test_edits_show_up_by_one_rebuild_each(served, project):
    article, settings = project / "articles/900_ferry.txt", project / "digest.yml"
    right = settings.read_text(encoding="utf-8")
    edits = [
        (article, ARTICLE, "articles/", "Ferry across the Sozh comes late"),
        (article, ARTICLE.replace("late\n", "early\n"), "articles/", "Sozh comes early"),
        (settings, right.replace("Energy and debt", "Gas and loans"), "", "Gas and loans"),
    ]
    assert served.waits_for(lambda: "<h1" in served.page("")), served.said()
    for done, (path, text, address, wanted) in enumerate(edits, start=1):
        assert wanted not in served.page(address)
        path.write_text(text, encoding="utf-8")
        assert served.waits_for(lambda: wanted in served.page(address)), served.said()  # noqa: B023
        time.sleep(SETTLED)
        assert served.builds() == 1 + done, served.said()
    settings.write_text(right.replace("\nsite:", "\nsight:"), encoding="utf-8")
    assert served.waits_for(lambda: "unknown key 'sight'" in served.said()), served.said()
    settings.write_text(right, encoding="utf-8")
    assert served.waits_for(lambda: "Energy and debt" in served.page("")), served.said()
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(PATIENCE) == 0
    assert "Traceback" not in served.said()
