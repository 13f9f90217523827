"""Web addresses, from servers on this machine only; what a public one would be is acted by a name that leads here."""

from __future__ import annotations

import errno
import socket
import ssl
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from reader.errors import UnreadableSourceError, UsageError
from reader.sources import fetch as fetching
from reader.sources.fetch import Answer, fetch, is_public
from reader.sources.open import open_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PAGE = "<!DOCTYPE html><html><head><title>حكاية</title></head><body><p>كان يا ما كان.</p></body></html>"


class Handler(BaseHTTPRequestHandler):
    """What each path answers."""

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        if path.startswith("/to/"):
            self._answer(302, b"", Location=path[4:])
        elif path == "/round":
            self._answer(301, b"", Location="/round")
        elif path == "/page":
            self._answer(200, PAGE.encode("cp1256"), **{"Content-Type": "text/html; charset=windows-1256"})
        elif path == "/large":
            self._answer(200, b"x" * 5000)
        elif path == "/short":
            self._answer(200, b"x" * 800, **{"Content-Length": "100000"})
        elif path == "/short-chunk":
            self._answer(200, b"ff\r\nx", **{"Transfer-Encoding": "chunked"})
        elif path == "/slow":
            self._drip()
        elif path == "/utf-8":
            self._answer(302, b"", Location="/سلام".encode().decode("latin-1"))
        elif path == "/packed":
            self._answer(200, b"x", **{"Content-Encoding": "br"})
        elif path == "/سلام".encode().decode("latin-1") or path == "/%D8%B3%D9%84%D8%A7%D9%85":
            self._answer(200, "سلام".encode())
        elif path == "/asked":
            self._answer(200, "\n".join(f"{name}: {value}" for name, value in self.headers.items()).encode())
        else:
            self._answer(404, b"")

    def _answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _drip(self) -> None:
        try:
            self.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n")
            for _ in range(1200):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        return


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_page_is_fetched_and_read(server: str) -> None:
    document = open_source(f"{server}/page", allow_private=True)
    assert document.text == "حكاية\n\nكان يا ما كان."
    assert (document.source.name, document.source.kind) == (f"{server}/page", "html")
    assert (document.source.encoding, document.notices) == ("windows-1256", ())


@pytest.mark.parametrize("path", ["/to//page", "/to//to//page", "/to//to//to//to//to//page"])
def test_redirections_are_followed(server: str, path: str) -> None:
    assert fetch(server + path, allow_private=True) == Answer(PAGE.encode("cp1256"), "windows-1256")


def test_an_address_in_arabic(server: str) -> None:
    assert fetch(f"{server}/سلام?س=ع", allow_private=True).raw.decode() == "سلام"


def test_nothing_is_told_about_the_reader(server: str) -> None:
    names = {
        line.split(":")[0].lower() for line in fetch(f"{server}/asked", allow_private=True).raw.decode().splitlines()
    }
    assert names == {"host", "user-agent", "accept", "accept-encoding", "connection"}


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/round", "redirects again and again"),
        ("/none", "404"),
        ("/packed", "packs its answer"),
        ("/to/ftp://127.0.0.1/x", "not allowed"),
        ("/to/file:///etc/passwd", "not allowed"),
        ("/to/http://user:word@127.0.0.1/", "not allowed"),
        ("/to/http://[::bad", "not allowed"),
        ("/short", "broke off"),
        ("/short-chunk", "broke off"),
    ],
)
def test_what_cannot_be_fetched_is_told_in_one_line(server: str, path: str, says: str) -> None:
    with pytest.raises(UnreadableSourceError, match=says) as caught:
        fetch(server + path, allow_private=True)
    assert len(str(caught.value).splitlines()) == 1


def test_a_limit_of_size(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_MOST", 4999)
    with pytest.raises(UnreadableSourceError, match="MB of it"):
        fetch(f"{server}/large", allow_private=True)


def test_a_limit_of_time_however_the_answer_drips(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_SECONDS", 0.3)
    start = time.monotonic()
    with pytest.raises(UnreadableSourceError, match="in time"):
        fetch(f"{server}/slow", allow_private=True)
    assert time.monotonic() - start < 30, "a minute of dripping is not waited for"


def test_the_next_address_is_tried_where_one_does_not_answer(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(server.rpartition(":")[2])
    with socket.socket() as unused:
        unused.bind(("127.0.0.2", port))
        resolve = socket.getaddrinfo
        both = [*resolve("127.0.0.2", port, type=socket.SOCK_STREAM), *resolve("127.0.0.1", port)]
        monkeypatch.setattr(
            socket, "getaddrinfo", lambda host, *said, **more: both if host == "two" else resolve(host, *said, **more)
        )
        assert fetch(f"http://two:{port}/page", allow_private=True).raw


def test_a_redirection_in_utf_8(server: str) -> None:
    assert fetch(f"{server}/utf-8", allow_private=True).raw.decode() == "سلام"


def test_nobody_answers() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        with pytest.raises(UnreadableSourceError, match=r"cannot fetch 127\.0\.0\.1"):
            fetch(f"http://127.0.0.1:{unused.getsockname()[1]}/", allow_private=True)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://example.org/", "http is not secure"),
        ("HTTP://example.org/", "http is not secure"),
        ("https://user:word@example.org/", "password"),
        ("https:///x", "no web address"),
        ("https://", "no web address"),
        ("https://example.org:99999/", "no web address"),
        ("https://[::1", "no web address"),
        ("https://" + "a" * 70 + ".org/", "no web address"),
    ],
)
def test_what_is_no_address_that_may_be_opened(url: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        fetch(url)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.1.2.3", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0",
        "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::", "2001:db8::1",
    ],
)  # fmt: skip
def test_private_addresses(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_public(address)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(0, 0, 0, "", (address, 443))])
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: pytest.fail("connected"))
    with pytest.raises(UnreadableSourceError, match="private network; --allow-private"):
        fetch("https://inside.example/")


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"])
def test_however_it_is_written_this_machine_is_private(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: pytest.fail("connected"))
    with pytest.raises(UnreadableSourceError, match="cannot fetch"):
        fetch(f"https://{host}/")


class Names:
    """A name server that gives another answer every time, and a network in which public addresses lead here."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, server: str, answers: dict[str, list[str]]) -> None:
        self.connected: list[str] = []
        self._answers = answers
        self._port = int(server.rpartition(":")[2])
        self._connect = socket.create_connection
        monkeypatch.setattr(socket, "getaddrinfo", self._resolve)
        monkeypatch.setattr(fetching, "_connected", self._open)

    def _resolve(self, host: str, port: int, **_: object) -> list[Any]:
        return [(0, 0, 0, "", (self._answers[host].pop(0), port))]

    def _open(self, target: Any, addresses: Sequence[str], end: float) -> socket.socket:
        self.connected += addresses
        sock = socket.socket()
        sock.connect(("127.0.0.1", self._port))
        return sock


def test_a_name_is_resolved_once_and_connected_to_as_it_was_checked(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = Names(monkeypatch, server, {"public.example": ["93.184.216.34", "127.0.0.1"]})
    assert fetch("https://public.example/page").charset == "windows-1256"
    assert names.connected == ["93.184.216.34"]


def test_a_redirection_into_a_private_network_is_not_followed(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    names = Names(monkeypatch, server, {"public.example": ["93.184.216.34"], "inside.example": ["10.0.0.1"]})
    with pytest.raises(UnreadableSourceError, match=r"inside\.example is in a private network"):
        fetch("https://public.example/to/https://inside.example/")
    assert names.connected == ["93.184.216.34"]


def test_a_redirection_to_the_same_name_is_resolved_and_checked_anew(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = Names(monkeypatch, server, {"public.example": ["93.184.216.34", "127.0.0.1"]})
    with pytest.raises(UnreadableSourceError, match="private network"):
        fetch("https://public.example/to//page")
    assert names.connected == ["93.184.216.34"]


def test_a_redirection_to_http_is_not_followed(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    names = Names(monkeypatch, server, {"public.example": ["93.184.216.34"]})
    with pytest.raises(UnreadableSourceError, match="http is not secure"):
        fetch("https://public.example/to/http://public.example/page")
    assert len(names.connected) == 1


def test_a_certificate_is_checked(server: str) -> None:
    with pytest.raises(UnreadableSourceError, match="cannot fetch"):
        fetch(server.replace("http", "https"), allow_private=True)


@pytest.mark.parametrize(
    ("error", "arabic", "reason"),
    [
        (ssl.SSLCertVerificationError(1, "certificate verify failed"), "لا يُوثق بشهادته", "a name that it is not"),
        (ssl.SSLError(1, "wrong version number"), "تعذّر الاتصال الآمن", "no https there"),
        (ConnectionResetError(errno.ECONNRESET, "Connection reset by peer"), "قطع الطرف الآخر الاتصال", "the system's"),
    ],
)
def test_what_goes_wrong_on_the_way_is_told_in_arabic(
    server: str, monkeypatch: pytest.MonkeyPatch, error: OSError, arabic: str, reason: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(ssl.SSLContext, "wrap_socket", fail)
    with pytest.raises(UnreadableSourceError) as told:
        fetch(server.replace("http", "https"), allow_private=True)
    assert told.value.in_("ar").endswith(f": {arabic}"), reason
