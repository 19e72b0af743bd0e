"""`digest fetch` against real servers on the loopback: what is kept, what is refused, who waits."""

from __future__ import annotations

import gzip
import ipaddress
import json
import shutil
import socket
import ssl
import subprocess
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.cli import main
from digest.errors import InputError
from digest.extract import documents
from digest.fetch import network, plan, run, session
from digest.readers import folder

PAGE = """<html><head><title>{title}</title></head><body><h1>{title}</h1>
<p>The ferry across the Sozh stopped on Monday, and two hundred lorries wait on the bank.</p>
<p>{more}</p>
<p>A driver from Homel, who had slept in his cab for three nights, said that nobody told them.</p>
</body></html>"""
MORE = "The ministry of transport promised a second ferry before the end of the month."
LIMITS = network.Limits(connect=2, read=0.5, total=1.5, size=100_000, redirects=3)


def page(title="Ferry stops", more=MORE):
    return PAGE.format(title=title, more=more).encode()


@dataclass
class Site:
    """A server whose answers are functions of the request handler, by path."""

    port: int = 0
    answers: dict = field(default_factory=dict)
    seen: list = field(default_factory=list)

    def url(self, path, host="news.example"):
        return f"http://{host}:{self.port}{path}"

    def put(self, path, data, status=200, kind="text/html; charset=utf-8", **headers):
        def answer(handler):
            handler.send_response(status)
            handler.send_header("Content-Type", kind)
            handler.send_header("Content-Length", str(len(data)))
            for name, value in headers.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            handler.wfile.write(data)

        self.answers[path] = answer

    def paths(self):
        return [path for _, path, _ in self.seen if path != "/robots.txt"]


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        site = self.server.site
        site.seen.append((self.headers["Host"].partition(":")[0], self.path, dict(self.headers)))
        answer = site.answers.get(self.path)
        if answer is None:
            self.send_error(404)
        else:
            answer(self)

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass


@pytest.fixture
def site():
    server = Server(("127.0.0.1", 0), Handler)
    server.site = Site(server.server_port)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield server.site
    server.shutdown()
    server.server_close()


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self):
        self.now, self.slept = 1000.0, []

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds


def world(**given):
    clock = Clock()
    inside = {"inside.example": ["10.0.0.1"], "both.example": ["127.0.0.1", "10.0.0.1"]}
    return network.World(
        **{
            "resolve": lambda host, _: inside.get(host, ["127.0.0.1"]),
            "allowed": lambda ip: ip == "127.0.0.1",
            "clock": lambda: clock.now,
            "sleep": clock.sleep,
            **given,
        }
    )


@pytest.fixture
def go(tmp_path):
    """Fetch into a project's folders."""

    def fetch(*sources, limits=LIMITS, **given):
        return run.fetch(
            sources,
            tmp_path,
            articles=tmp_path / "articles",
            state=tmp_path / ".cache",
            limits=limits,
            world=world(**given),
        )

    return fetch


def files(tmp_path):
    return sorted(p.name for p in (tmp_path / "articles").rglob("*.html"))


def rss(*items):
    return ('<rss version="2.0"><channel>' + "".join(items) + "</channel></rss>").encode()


def item(link, title="Ferry stops", day="Tue, 03 May 2022 09:00:00 +0300"):
    return f"<item><title>{title}</title><link>{link}</link><pubDate>{day}</pubDate></item>"


def test_a_page_is_kept_as_received_and_read_with_its_provenance(site, tmp_path, go):
    data = page().decode().replace("Sozh", "Днепр").encode("koi8-r")
    site.put("/2022/ferry-stops.html", data, kind="text/html; charset=KOI8-R")
    done = go(site.url("/2022/ferry-stops.html?utm_source=x"))
    assert done.summary() == "0 new, 0 changed, 0 as before, 1 failed"
    done = go(site.url("/2022/ferry-stops.html"))
    assert done.summary() == "1 new, 0 changed, 0 as before, 0 failed"
    (path,) = (tmp_path / "articles/news.example").glob("ferry-stops-*.html")
    assert path.read_bytes() == data
    (raw,) = folder.read([tmp_path / "articles"], max_bytes=100_000)
    assert raw.encoding == "koi8-r"
    meta = documents.read(raw).meta
    assert (meta.url, meta.title) == (site.url("/2022/ferry-stops.html"), "Ferry stops")


def test_a_feed_brings_its_pages_and_what_it_says_of_them(site, tmp_path, go):
    site.put("/feed", rss(item("/one"), item("two", "Other"), item("/gone"), item("ftp://x/")))
    site.put("/one", page())
    site.put("/two", page(more="Nobody asked the fishermen of the lower town what they think."))
    done = go(site.url("/feed"))
    assert done.pages == {"new": 2}
    assert done.failures == [f"{site.url('/gone')}: answered 404; correct or remove the address"]
    first, second = folder.read([tmp_path / "articles"], max_bytes=100_000)
    assert [(d.date, d.confidence) for d in documents.read(first).meta.dates][-1] == (
        "2022-05-03",
        "low",
    )
    assert first.id != second.id


def test_lists_lead_to_lists_of_feeds_and_no_further(site, tmp_path, go):
    opml = f'<opml><body><outline><outline xmlUrl="{site.url("/feed")}"/></outline></body></opml>'
    (tmp_path / "mine.txt").write_text(f"# mine\n{site.url('/list')}\nnonsense\n")
    site.put("/list", opml.encode(), kind="text/xml")
    site.put("/feed", rss(item("/page"), item("/feed2")))
    site.put("/feed2", rss(item("/never")))
    site.put("/page", page())
    done = go("mine.txt")
    assert done.pages == {"new": 1}
    assert sorted(failure.partition(": ")[0] for failure in done.failures) == sorted(
        [site.url("/feed2"), "nonsense"]
    )
    assert "/never" not in site.paths()


def test_what_did_not_change_is_not_sent_again(site, tmp_path, go):
    def dated(handler):
        if handler.headers["If-None-Match"] == '"one"':
            handler.send_response(304)
            handler.end_headers()
        else:
            site.put("/x", rss(item("/page")) if handler.path == "/feed" else page(), ETag='"one"')
            site.answers["/x"](handler)

    site.answers |= {"/feed": dated, "/page": dated, "/alone": dated}
    assert go(site.url("/feed"), site.url("/alone")).pages == {"new": 2}
    site.seen.clear()
    assert go(site.url("/feed"), site.url("/alone")).pages == {"same": 2}
    assert sorted(site.paths()) == ["/alone", "/feed"]
    shutil.rmtree(tmp_path / ".cache")
    assert go(site.url("/feed"), site.url("/alone")).pages == {"same": 2}


def test_only_another_article_replaces_a_page(site, tmp_path, go):
    site.put("/page", page())
    go(site.url("/page"))
    (path,) = (tmp_path / "articles").rglob("*.html")
    site.put("/page", page().replace(b"<body>", b"<body><script>token('5813')</script>"))
    assert go(site.url("/page")).pages == {"same": 1}
    assert path.read_bytes() == page()
    changed = page(more="The second ferry came on Friday, and the queue was gone by the evening.")
    site.put("/page", changed)
    assert go(site.url("/page")).pages == {"changed": 1}
    assert path.read_bytes() == changed


@pytest.mark.parametrize(
    "answer",
    [
        {"data": b"gone", "status": 404},
        {"data": b"busy", "status": 503},
        {"data": b"<html><body></body></html>"},
        {"data": b"%PDF", "kind": "application/pdf"},
        {"data": b"x" * 200_000},
        {"data": b"", "status": 301, "Location": "http://inside.example/"},
    ],
    ids=range(6),
)
def test_a_dead_source_leaves_its_last_good_copy(site, tmp_path, go, answer):
    site.put("/page", page())
    site.put("/other", page())
    go(site.url("/page"))
    site.put("/page", **answer)
    done = go(site.url("/page"), site.url("/other"))
    assert (len(done.failures), done.pages["new"]) == (1, 1)
    (path,) = (tmp_path / "articles").rglob("page-*.html")
    assert path.read_bytes() == page()


def test_what_an_editor_did_to_a_page_stays(site, tmp_path, go):
    for name in ("/edited", "/removed"):
        site.put(name, page())
    go(site.url("/edited"), site.url("/removed"))
    edited, removed = sorted((tmp_path / "articles").rglob("*.html"))
    edited.write_bytes(b"---\ntopics: []\n---\n" + page())
    removed.unlink()
    for name in ("/edited", "/removed"):
        site.put(name, page(more="The second ferry came on Friday, and the queue was gone."))
    assert go(site.url("/edited"), site.url("/removed")).pages == {"kept": 2}
    assert edited.read_bytes().startswith(b"---")
    assert not removed.exists()
    assert len(folder.read([tmp_path / "articles"], max_bytes=100_000)) == 1


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://inside.example/", "leads to 10.0.0.1, not to a public address"),
        ("http://both.example/", "leads to 10.0.0.1, not to a public address"),
        ("http://news.example:{port}/in", "leads to 10.0.0.1, not to a public address"),
        ("http://news.example:{port}/loop", "redirects more than 3 times"),
        ("http://news.example:{port}/ssh", "leads to port 22"),
        ("http://news.example:{port}/file", "begins with neither http:// nor https://"),
        ("http://news.example:{port}/nowhere", "redirects to nowhere"),
        ("http://news.example:{port}/feed", "begins with neither"),
        ("file:///etc/passwd", "begins with neither http:// nor https://"),
        ("ftp://news.example/", "begins with neither http:// nor https://"),
        ("http://me:secret@news.example/", "holds a user name or password"),
        ("http://news.example:99999/", "is no address"),
        ("http://[::1/", "is no address"),
        ("http:///x", "is no address"),
        ("http://a..b/", "is no address"),
        ("http://news.example\\@inside.example/", "is no address"),
        ("http://news.example:1/", "cannot be reached"),
        ("http://closed.example:{port}/private/x", "is closed to programs"),
    ],
)
def test_what_must_not_be_fetched_is_refused_in_one_line(site, tmp_path, go, address, said):
    site.put("/robots.txt", b"User-agent: *\nDisallow: /private*\n", kind="text/plain")
    for path, goal in [
        ("/in", "http://inside.example/"),
        ("/loop", "/loop"),
        ("/ssh", "http://news.example:22/"),
        ("/file", "file:///etc/passwd"),
    ]:
        site.put(path, b"", status=302, Location=goal)
    site.put("/nowhere", b"", status=302)
    site.put("/feed", b'<opml><body><outline xmlUrl="gopher://x/"/></body></opml>')
    done = go(address.replace("{port}", str(site.port)))
    (line,) = done.failures
    assert said in line
    assert "\n" not in line
    assert not (tmp_path / "articles").exists()
    assert not any(host == "inside.example" for host, _, _ in site.seen)


def drip(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"x")
        time.sleep(0.1)


def drip_headers(handler):
    handler.wfile.write(b"HTTP/1.0 200 OK\r\nX-Slow: ")
    drip(handler)


def silent(handler):
    time.sleep(3)


def short(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<html>")


BOMB = gzip.compress(bytes(20_000_000), 1)


def bomb(handler):
    handler.send_response(200)
    handler.send_header("Content-Encoding", "gzip")
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    handler.wfile.write(BOMB)


def torn(handler):
    handler.wfile.write(
        b"HTTP/1.0 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: text/html\r\n\r\nplain words"
    )


def endless(handler):
    handler.wfile.write(b"HTTP/1.0 200 OK\r\n" + b"X-More: 1\r\n" * 10_000)


def garbage(handler):
    handler.wfile.write(b"\x00\x01\x02 garbage\r\n\r\n")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (drip, "did not answer in time"),
        (drip_headers, "did not answer in time"),
        (silent, "did not answer in time"),
        (short, "broke off"),
        (bomb, "is larger than 100000 bytes"),
        (torn, "broke off"),
        (endless, "broke off"),
        (garbage, "broke off"),
    ],
)
def test_a_server_that_misbehaves_costs_little(site, go, answer, said):
    site.answers["/page"] = answer
    start = time.monotonic()
    (line,) = go(site.url("/page")).failures
    assert said in line
    assert time.monotonic() - start < 6


def test_gzip_is_unpacked_and_a_redirect_followed_to_the_page_s_own_name(site, tmp_path, go):
    site.put("/short", b"", status=301, Location=site.url("/long", "other.example"))
    site.put("/long", gzip.compress(page()), Content_Encoding="gzip")
    go(site.url("/short"))
    (path,) = (tmp_path / "articles/other.example").glob("long-*.html")
    assert path.read_bytes() == page()
    said = json.loads((path.parent / (path.name + ".meta.json")).read_text())
    assert said["requested"] == site.url("/short")
    assert said["url"] == site.url("/long", "other.example")


@pytest.mark.parametrize(("status", "fetched"), [(404, 1), (403, 1), (500, 0), (429, 0)])
def test_robots_that_cannot_be_read(site, go, status, fetched):
    site.put("/robots.txt", b"", status=status)
    site.put("/page", page())
    assert go(site.url("/page")).pages["new"] == fetched


def test_a_host_is_asked_with_pauses_and_the_others_meanwhile(site, go):
    clock = Clock()
    for name in ("/a", "/b", "/c"):
        site.put(name, page())
    go(
        *(site.url(name, host) for host in ("one.example", "two.example") for name in ("/a", "/b")),
        clock=lambda: clock.now,
        sleep=clock.sleep,
    )
    hosts = [host for host, path, _ in site.seen if path != "/robots.txt"]
    assert hosts == ["one.example", "two.example"] * 2
    # Three requests to each host, robots.txt first: two pauses apiece, one of them shared.
    assert sum(clock.slept) == pytest.approx(3 * session.PAUSE)


def test_crawl_delay_is_kept_up_to_a_bound(site, go):
    clock = Clock()
    site.put("/robots.txt", b"User-agent: digest\nCrawl-delay: 86400\n")
    site.put("/a", page())
    site.put("/b", page())
    go(site.url("/a"), site.url("/b"), clock=lambda: clock.now, sleep=clock.sleep)
    assert clock.slept[-1] == pytest.approx(session.LONGEST_PAUSE)


def test_a_host_that_is_down_is_left_alone(tmp_path, go):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    done = go(*(f"http://news.example:{port}/{n}" for n in range(6)))
    assert ["in a row" in line for line in done.failures] == [False] * 3 + [True] * 3


def test_a_certificate_must_be_the_name_s(site, tmp_path, go):
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl to make a certificate")
    key, cert = tmp_path / "key", tmp_path / "cert"
    names = "subjectAltName=DNS:news.example"
    subprocess.run(
        [
            openssl,
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-keyout",
            key,
            "-out",
            cert,
            "-subj",
            "/CN=news.example",
            "-addext",
            names,
            "-days",
            "2",
        ],
        check=True,
        capture_output=True,
    )
    asked = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    context.sni_callback = lambda _, name, __: asked.append(name)
    server = Server(("127.0.0.1", 0), Handler)
    server.site = Site(server.server_port)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.site.put("/page", page())
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    trusting = {"context": lambda: ssl.create_default_context(cafile=cert)}
    good = f"https://news.example:{server.server_port}/page"
    assert go(good, **trusting).pages == {"new": 1}
    assert set(asked) == {"news.example"}
    for address, given_ in ((good, {}), (good.replace("news", "evil"), trusting)):
        (line,) = go(address, **given_).failures
        assert "has no certificate that holds" in line
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("64:ff9b::5db8:d822", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("240.0.0.1", False),
        ("::", False),
        ("::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("::127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b:1::7f00:1", False),
        ("2002:7f00:1::", False),
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("news.example", False),
    ],
)
def test_only_public_addresses_are_connected_to(address, public):
    assert plan.is_public(address) is public


@settings(deadline=None)
@given(st.ip_addresses(v=4))
def test_an_address_inside_an_address_is_judged_too(ip):
    inside = [
        ipaddress.IPv6Address(f"::ffff:{ip}"),
        ipaddress.IPv6Address(int(ipaddress.IPv6Address("64:ff9b::")) + int(ip)),
        ipaddress.IPv6Address((0x2002 << 112) + (int(ip) << 80)),
    ]
    for one in inside[:2]:
        assert plan.is_public(str(one)) == plan.is_public(str(ip))
    assert plan.is_public(str(inside[2])) <= plan.is_public(str(ip))


ADDRESSES = st.one_of(
    st.text(max_size=80),
    st.builds("http://{}/{}".format, st.text(max_size=40), st.text(max_size=80)),
    st.builds(
        "https://{}.example/{}?{}".format,
        st.text("abcß中.-_%:@", max_size=12),
        st.text("./\\%2e0aü~ \0\n", max_size=40),
        st.text(max_size=20),
    ),
)


@settings(deadline=None, max_examples=60)
@given(ADDRESSES)
def test_a_file_name_is_always_safe(address):
    try:
        name = plan.file_name(address)
    except plan.FetchError:
        return
    host, file = name.split("/")
    safe = set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert set(host) <= safe
    assert host[0] not in ".-"
    assert set(file.removesuffix(".html")) <= safe - {"."}
    assert file[0] not in ".-"
    assert max(len(host), len(file) + len(".meta.json")) <= 255
    assert plan.target(plan.target(address, None).address, None) == plan.target(address, None)


@pytest.mark.parametrize(
    ("address", "start"),
    [
        ("https://Bücher.Example./Straße/Ein%20Tag.html", "xn--bcher-kva.example/ein-tag-"),
        ("https://новости.бел/паром", "xn--b1amnebsh.xn--90ais/page-"),
        ("http://[2606:2800::1]/a/../../etc/passwd", "2606-2800--1/passwd-"),
        ("https://news.example/..%2f..%2fetc%2fpasswd", "news.example/passwd-"),
        ("https://news.example", "news.example/page-"),
        ("https://NEWS.example:443/A.B.htm#top", "news.example/a-b-"),
    ],
)
def test_a_file_name_is_made_of_host_slug_and_hash(address, start):
    assert plan.file_name(address).startswith(start)


def test_who_sent_the_reader_makes_no_other_page():
    plain = plan.file_name("https://news.example/a?id=5")
    assert plan.file_name("https://news.example/a?utm_source=rss&id=5#x") == plain
    assert plan.file_name("https://news.example/a?id=6") != plain


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 3, "nothing to fetch"),
        (("missing.txt",), 3, "missing.txt: No such file or directory; give an address"),
        (("http://127.0.0.1/",), 3, "leads to 127.0.0.1, not to a public address"),
        (("http://2130706433/",), 3, "not to a public address"),
        (("http://[::ffff:127.0.0.1]/",), 3, "not to a public address"),
        (("http://localhost/",), 3, "not to a public address"),
    ],
)
def test_the_command_refuses_this_machine_and_says_so(tmp_path, arguments, code, said):
    (tmp_path / "digest.yml").write_text("topics:\n  - {slug: a, title: A, terms: [a]}\n")
    done = CliRunner().invoke(main, ["fetch", "--config", str(tmp_path / "digest.yml"), *arguments])
    assert (done.exit_code, said in done.stderr) == (code, True)
    assert not (tmp_path / "articles").exists()


def test_sources_of_the_settings_are_fetched(site, tmp_path, monkeypatch):
    (tmp_path / "digest.yml").write_text(
        f"topics:\n  - {{slug: a, title: A, terms: [a]}}\nfetch: ['{site.url('/page')}', mine.opml]\n"
    )
    (tmp_path / "mine.opml").write_text("<opml><body/></opml>")
    done = CliRunner().invoke(main, ["fetch", "--config", str(tmp_path / "digest.yml")])
    assert done.exit_code == 0
    assert "warning: http://news.example" in done.stderr


@pytest.mark.slow
def test_a_site_of_a_feed_and_a_fetched_page_holds(site, tmp_path, go):
    site.put("/2022/05/03/ferry", page())
    go(site.url("/2022/05/03/ferry"))
    words = "<p>{} The ferry over the Dnieper runs again.</p><p>It carries forty lorries a day.</p>"
    entries = "".join(
        f"<item><title>Ferry &amp;amp; &lt;i&gt;fish&lt;/i&gt; {n}</title>"
        f"<link>http://river.example/2022/05/0{n}/x</link>"
        f"<pubDate>0{n} May 2022 09:00:00 GMT</pubDate>"
        f"<description><![CDATA[{words.format(f'Item {n}: caf&eacute;.')}]]></description></item>"
        for n in (4, 5)
    )
    (tmp_path / "articles/river.xml").write_bytes(rss(entries))
    (tmp_path / "digest.yml").write_text(
        "site: {title: T}\ntopics:\n  - {slug: ferry, title: Ferry, terms: [ferry]}\n"
    )
    for part in ("mkdocs.yml", "digest/theme"):
        source = ROOT / part
        copy = shutil.copytree if source.is_dir() else shutil.copyfile
        copy(source, tmp_path / part)
    (tmp_path / "site_src").mkdir()
    config = ["--config", str(tmp_path / "digest.yml")]
    built = CliRunner().invoke(main, ["build", *config])
    assert (built.exit_code, built.stderr) == (0, "")
    assert "3 articles" in built.stdout
    assert CliRunner().invoke(main, ["verify", *config]).exit_code == 0
    shown = CliRunner().invoke(main, ["inspect", "--json", *config, str(tmp_path / "articles")])
    rows = [json.loads(line) for line in shown.stdout.splitlines()]
    assert [(row["title"]["text"], row["outlet"]) for row in rows] == [
        ("Ferry stops", "news.example"),
        ("Ferry & fish 4", "river.example"),
        ("Ferry & fish 5", "river.example"),
    ]
    assert [row["published"]["confidence"] for row in rows[1:]] == ["high", "high"]


def test_no_source_is_an_error(go):
    with pytest.raises(InputError, match="nothing to fetch"):
        go()
