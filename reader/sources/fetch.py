"""A web address into bytes: the only socket of the program, opened only for an address that the user named.

Nothing but https to public addresses, unless private ones are allowed. A name is resolved once, its address
checked and connected to as it is: a second answer of the name server could be another one. Each redirection
is checked in the same way. No cookie, no proxy, nothing that a page refers to.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
from contextlib import closing, contextmanager, suppress
from threading import Timer
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from reader import __version__
from reader.errors import UnreadableSourceError, UsageError
from reader.messages import message, reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST = 1 << 25
"""Bytes of an answer; the longest book as a PDF comes to half of it."""
_SECONDS = 30.0
"""For all redirections and the whole answer; what the name server takes comes on top."""
_REDIRECTIONS = 5
_REDIRECTED = (301, 302, 303, 307, 308)
_CHUNK = 1 << 16
_ALLOW = message("--allow-private allows it")
_SAFE = "/:@!$&'()*+,;=~%-._?"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_HEADERS = {
    "User-Agent": f"qari/{__version__}",
    "Accept": "text/html, application/xhtml+xml, text/*, */*;q=0.5",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


class Answer(NamedTuple):
    """The bytes at an address, and the charset that the server says they are in."""

    raw: bytes
    charset: str | None = None


class _Target(NamedTuple):
    """Where to connect, and what to ask for there."""

    secure: bool
    host: str
    port: int
    path: str


def fetch(url: str, *, allow_private: bool = False) -> Answer:
    """What is at `url`, after its redirections.

    Raises UsageError for an address that cannot be meant or takes `allow_private`, UnreadableSourceError
    for one that leads to a private network without it, and where no answer comes in time.
    """
    end = monotonic() + _SECONDS
    target = _target(url, allow_private)
    for _ in range(_REDIRECTIONS + 1):
        addresses = _resolved(target, allow_private)
        with _response(target, addresses, end) as response:
            location = response.headers.get("Location")
            if response.status not in _REDIRECTED or not location:
                return _answer(response, end)
        url = _joined(url, location)
        try:
            target = _target(url, allow_private)
        except UsageError as error:  # no usage of this user's
            raise _refused(message("redirected to what is not allowed ({why})", why=error.message)) from error
    raise _refused(message("it redirects again and again"), target.host)


def _refused(why: str, host: str = "", *, hint: str = "") -> UnreadableSourceError:
    said = (
        message("cannot fetch {host}: {why}", host=host, why=why) if host else message("cannot fetch: {why}", why=why)
    )
    return UnreadableSourceError(said, hint)


def _joined(url: str, location: str) -> str:
    """Where a redirection leads; one that is no address stays as it stands, for `_target` to refuse. What a header says
    in UTF-8 has been read as Latin-1."""
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode()
    try:
        return urljoin(url, location)
    except ValueError:
        return location


def _target(url: str, allow_private: bool) -> _Target:
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").encode("idna").decode(), parts.port
    except (ValueError, UnicodeError):
        host, parts, port = "", SplitResult("", "", "", "", ""), None
    if not host or parts.scheme.lower() not in ("https", "http"):
        raise UsageError(
            message("this is no web address that can be read"), message("it begins with https:// and a host name")
        )
    if parts.username or parts.password:
        raise UsageError(
            message("a web address with a password in it is not read"), message("save the page, and open the file")
        )
    secure = parts.scheme.lower() == "https"
    if not secure and not allow_private:
        raise UsageError(message("http is not secure"), message("try https://, or --allow-private allows it"))
    path = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
    return _Target(secure, host, port or (443 if secure else 80), path)


def _resolved(target: _Target, allow_private: bool) -> list[str]:
    """The addresses of the host, and no others than those that have been checked."""
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise _refused(message("there is no host {host}", host=repr(target.host))) from error
    addresses = [str(entry[4][0]) for entry in found]
    allowed = [address for address in addresses if allow_private or is_public(address)]
    if not allowed:
        raise _refused(message("{host} is in a private network", host=target.host), hint=_ALLOW)
    return allowed


def is_public(address: str) -> bool:
    """Whether an IP address is one that anybody reaches, also where it is wrapped into another one."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _reached(target: _Target, addresses: Sequence[str], end: float) -> socket.socket:
    """A connection to the first of these addresses that takes one. Raises the OSError of the last."""
    *others, last = addresses
    for address in others:
        with suppress(OSError):
            return socket.create_connection((address, target.port), timeout=max(0.1, end - monotonic()))
    return socket.create_connection((last, target.port), timeout=max(0.1, end - monotonic()))


def _connected(target: _Target, addresses: Sequence[str], end: float) -> socket.socket:
    """A connection to one of these very addresses, whatever the name means by now; secured for the name."""
    sock = _reached(target, addresses, end)
    if not target.secure:
        return sock
    import ssl

    try:
        return ssl.create_default_context().wrap_socket(sock, server_hostname=target.host)
    except BaseException:
        sock.close()
        raise


@contextmanager
def _response(target: _Target, addresses: Sequence[str], end: float) -> Iterator[http.client.HTTPResponse]:
    """The server's answer, its body yet to be read; cut off when the time is over, however slowly it drips."""
    connection = http.client.HTTPConnection(target.host, target.port)
    connection.default_port = 443 if target.secure else 80  # else the header `Host` names it
    try:
        sock = connection.sock = _connected(target, addresses, end)
        timer = Timer(max(0.1, end - monotonic()), _cut, (sock,))
        timer.daemon = True
        timer.start()
        try:
            connection.request("GET", target.path, headers=_HEADERS)
            with closing(connection.getresponse()) as response:
                yield response
        finally:
            timer.cancel()
    except TimeoutError as error:
        raise _refused(message("no answer in time"), target.host) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        why = message("no answer in time") if monotonic() >= end else _why(error)
        raise _refused(why, target.host) from error
    finally:
        connection.close()


def _why(error: Exception) -> str:
    import ssl

    if isinstance(error, ssl.SSLCertVerificationError):
        return message("its certificate cannot be trusted")
    if isinstance(error, ssl.SSLError):
        return message("the secure connection failed")
    if isinstance(error, http.client.IncompleteRead):
        return message("the answer broke off before its end; try again")
    return reason(error) or message("no answer")


def _cut(sock: socket.socket) -> None:
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def _answer(response: http.client.HTTPResponse, end: float) -> Answer:
    if response.status != 200:
        raise _refused(message("the server says {status} {reason}", status=response.status, reason=response.reason))
    if response.headers.get("Content-Encoding", "identity").lower() not in ("identity", "gzip", "x-gzip", ""):
        raise _refused(message("the server packs its answer though it was asked not to"))
    raw = bytearray()
    while chunk := response.read(_CHUNK):
        raw += chunk
        if len(raw) > _MOST:
            raise _refused(message("there is more than {count} MB of it", count=_MOST >> 20))
    if monotonic() >= end:  # an answer without a length ends where it was cut off
        raise TimeoutError
    if response.length:  # `read` does not mind that so many bytes have not come
        raise http.client.IncompleteRead(bytes(raw), response.length)
    return Answer(bytes(raw), response.headers.get_content_charset())
