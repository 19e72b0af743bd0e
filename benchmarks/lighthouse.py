"""Lighthouse on the built site: front page, a topic, an article.

    python benchmarks/lighthouse.py [SITE] [--runs N]

Installs Lighthouse from npm into the cache folder (once), serves the site compressed on loopback
as a static host does, and prints the median scores of N runs with the machine's load, which
performance is a figure of as much as of the page. Exits 1 when accessibility or best practices is
below 95 anywhere. Needs node, npm and Chromium.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
TOOLS = ROOT / ".cache" / "lighthouse"
PACKAGE = "lighthouse@12.8.2"
"""The last line that runs on Node 20."""
GATE = 0.95
GATED = ("accessibility", "best-practices")
CATEGORIES = ("performance", *GATED, "seo")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".csv"}


class _Compressed(SimpleHTTPRequestHandler):
    """Static files, text with gzip: what a static host sends."""

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file() or path.suffix not in COMPRESSED:
            super().do_GET()
            return
        body = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Yield the address at which `site` is served on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressed, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def installed() -> Path:
    """Return the Lighthouse command, installed where it is not yet."""
    command = TOOLS / "node_modules" / ".bin" / "lighthouse"
    if not command.is_file():
        if shutil.which("npm") is None:
            sys.exit("Lighthouse needs node and npm: install them, then run this again")
        TOOLS.mkdir(parents=True, exist_ok=True)
        quiet = ("--no-audit", "--no-fund", "--silent")
        subprocess.run(["npm", "install", *quiet, "--prefix", str(TOOLS), PACKAGE], check=True)
    return command


def scores(command: Path, address: str, preset: str, browser: str) -> dict[str, float]:
    """Run Lighthouse once; scores from 0 to 1 by category."""
    done = subprocess.run(
        [
            *(str(command), address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"),
            f"--only-categories={','.join(CATEGORIES)}",
            *(["--preset=desktop"] if preset == "desktop" else []),
        ],
        stdout=subprocess.PIPE,
        check=True,
        env={"CHROME_PATH": browser, "PATH": str(Path(shutil.which("node") or "node").parent)},
    )
    return {name: one["score"] for name, one in json.loads(done.stdout)["categories"].items()}


def medians(
    command: Path, address: str, preset: str, browser: str, *, runs: int
) -> dict[str, float]:
    """Return the median of each category's scores over `runs` runs."""
    found = [scores(command, address, preset, browser) for _ in range(runs)]
    return {name: median(one[name] for one in found) for name in CATEGORIES}


def pages(site: Path) -> list[str]:
    """Return the front page, the first topic and the longest article."""
    topics = sorted(site.glob("topics/*/index.html"))
    articles = sorted(site.glob("articles/*/*/index.html"), key=lambda p: (-p.stat().st_size, p))
    found = [site / "index.html", *topics[:1], *articles[:1]]
    return [page.parent.relative_to(site).as_posix().removeprefix(".") for page in found]


def main() -> int:
    """Print a table of scores; 1 when a gate is missed."""
    parser = argparse.ArgumentParser(description="Lighthouse's scores of the built site.")
    parser.add_argument("site", nargs="?", type=Path, default=ROOT / "site")
    parser.add_argument("--runs", type=int, default=1, help="print the median of so many")
    given = parser.parse_args()
    site: Path = given.site
    if not (site / "index.html").is_file():
        sys.exit(f"{site}: no site; run `make site` first")
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.exit("Lighthouse needs Chromium; tools/browser installs it or says how")
    command, missed = installed(), False
    print(
        f"{'page':<44} {'form':<8}" + "".join(f"{name:>16}" for name in CATEGORIES) + f"{'load':>8}"
    )
    with served(site) as home:
        for page in pages(site):
            for preset in ("mobile", "desktop"):
                found = medians(command, f"{home}{page}", preset, browser, runs=given.runs)
                row = "".join(f"{100 * found[name]:>16.0f}" for name in CATEGORIES)
                print(f"/{page[:42]:<43} {preset:<8}{row}{os.getloadavg()[0]:>8.1f}", flush=True)
                missed |= any(found[name] < GATE for name in GATED)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
