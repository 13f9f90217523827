"""A source, by the name that a person gives it, into a document."""

from __future__ import annotations

import codecs
import os
import stat
import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import UnreadableSourceError
from reader.messages import message, reason
from reader.sources import formats, plain
from reader.sources.content import Given, document
from reader.sources.decode import Decoded
from reader.sources.stream import ENDLESS

if TYPE_CHECKING:
    from typing import BinaryIO

    from reader.document.model import Document
    from reader.sources.coming import Coming

_LIST_HINT = message("`qari --list` shows the bundled articles")
_NAME_SHOWN = 120
_LONG = 1 << 18
"""Bytes from which a file takes so long to open that its beginning is worth showing first."""
_HEAD = 1 << 16
"""Bytes of that beginning: more than any screen shows."""


class Version(NamedTuple):
    """When a file was written, how long it is, and which one it is: many programs write a new one in its place."""

    written: int
    size: int
    number: int


def open_source(
    name: str | os.PathLike[str],
    *,
    encoding: str | None = None,
    stdin: BinaryIO | None = None,
    allow_private: bool = False,
) -> Document:
    """The document that `name` stands for: "-" for standard input, a web address, a path, a bundled article.

    A file wins over a bundled article of the same name. What kind of document it is, its content tells
    before its name (`formats`). `stdin` replaces the process's own standard input. The source is only
    ever read. Nothing but a web address opens a connection; one by http or to a private address takes
    `allow_private`.

    Raises UnreadableSourceError where there is nothing to read, it is no text or the memory does not hold it,
    UsageError for an unknown `encoding` and for an address that is not allowed, QariError for a bundled article
    whose files are broken.
    """
    name = os.fspath(name)
    try:
        return _opened(name, encoding, stdin, allow_private=allow_private)
    except MemoryError as error:
        said = message("standard input") if name == "-" else _shown(name)
        too_large = message("cannot read {name}: {why}", name=said, why=message("it does not fit into memory"))
        raise UnreadableSourceError(too_large, message("divide it, and open a part")) from error


def _opened(name: str, encoding: str | None, stdin: BinaryIO | None, *, allow_private: bool) -> Document:
    if name.lower().startswith(("http://", "https://")):
        from reader.sources.fetch import fetch

        answer = fetch(name, allow_private=allow_private)
        return _document(repr(name[:_NAME_SHOWN]), name, Given(answer.raw, encoding, answer.charset))
    if name == "-":
        return _document(message("standard input"), "-", Given(_read_stdin(stdin), encoding))
    if not os.path.lexists(name) or os.path.isdir(name):  # noqa: PTH112 - Path.is_dir raises what it cannot look at
        from reader.sources import bundled  # a file needs none of it

        if bundled.is_bundled(name):
            return bundled.open_bundled(name)
    return _document(_shown(name), _printable(name), Given(_read_file(name), encoding))


def is_folder(name: str) -> bool:
    """Whether a folder is all that `name` stands for."""
    if name == "-" or not os.path.isdir(name):  # noqa: PTH112
        return False
    from reader.sources import bundled

    return not bundled.is_bundled(name)


def version(name: str | os.PathLike[str]) -> Version | None:
    """What tells a file on disk from what it was and will be; None for what is no file, or none at the moment."""
    try:
        found = Path(name).stat()
    except (OSError, ValueError):
        return None
    return Version(found.st_mtime_ns, found.st_size, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def open_head(name: str) -> Document | None:
    """The beginning of a long plain text in UTF-8, to be looked at while all of it is being opened.

    None for everything else, and for what `open_source` would refuse: it knows best, and says why.
    """
    try:
        path = Path(name)
        size = path.stat()
        if not stat.S_ISREG(size.st_mode) or size.st_size < _LONG:
            return None
        with path.open("rb") as file:
            raw = file.read(_HEAD)
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(raw)
    except (OSError, ValueError):
        return None
    if not formats.is_plain(raw, name):
        return None
    return plain.document(name, raw, Decoded(text, "utf-8"))


def open_coming(file: int, *, encoding: str | None = None) -> Document | Coming:
    """What comes through this file descriptor: a document where all of it comes within a moment, or has to be there
    before it can be read; else what has come of a plain text so far, and who goes on reading.

    Raises as `open_source` does.
    """
    from reader.sources.coming import Coming
    from reader.sources.stream import HEAD, PATIENCE, open_stream

    stream = open_stream(file, encoding=encoding)
    if stream.is_document or stream.mixed or stat.S_ISREG(os.fstat(file).st_mode):
        return open_source("-", encoding=encoding, stdin=stream.to_its_end())
    coming = Coming(stream)
    coming.wait(PATIENCE if len(stream.head) == HEAD else 0)
    if coming.over and not coming.cut:
        return open_source("-", encoding=encoding, stdin=BytesIO(coming.raw))
    return coming


def _document(shown: str, name: str, given: Given) -> Document:
    if not given.raw:
        raise UnreadableSourceError(message("{name} is empty", name=shown))
    try:
        content = formats.read(given, name)
        if content.parsed is None:
            return plain.document(name, content.given.raw, content.given.decoded(), sha256_of=given.raw)
        from hashlib import sha256

        read = document(name, sha256(given.raw).hexdigest(), content.parsed)
    except UnreadableSourceError as error:
        raise UnreadableSourceError(
            message("cannot read {name}: {why}", name=shown, why=error.message), error.hint
        ) from error
    if read is None:
        raise UnreadableSourceError(
            message("cannot read {name}: {why}", name=shown, why=message("there is no text in it"))
        )
    return read


def _read_stdin(stdin: BinaryIO | None) -> bytes:
    try:
        return _read_pipe(stdin or sys.stdin.buffer, message("standard input"))
    except (OSError, ValueError, AttributeError) as error:  # closed, or a process that was given none
        raise UnreadableSourceError(message("cannot read standard input")) from error


def _read_pipe(pipe: BinaryIO, shown: str) -> bytes:
    """All that comes, if it ends at all."""
    raw = pipe.read(ENDLESS + 1)
    if len(raw) > ENDLESS:
        raise UnreadableSourceError(
            message("{name} goes on for more than {size} MB", name=shown, size=ENDLESS >> 20),
            message("save it as a file, and open that"),
        )
    return raw


def _read_file(name: str) -> bytes:
    shown = _shown(name)
    try:
        if not name:
            raise FileNotFoundError  # "" is a name for nothing, but Path("") is the current folder
        path = Path(name)
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableSourceError(message("{name} is a directory", name=shown), message("name a file in it"))
        if not (stat.S_ISREG(mode) or _is_open_pipe(name, mode)):
            raise UnreadableSourceError(
                message("{name} is a device or a named pipe", name=shown), message("pipe it in: `qari - < …`")
            )
        if stat.S_ISFIFO(mode):
            with path.open("rb") as pipe:
                return _read_pipe(pipe, shown)
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UnreadableSourceError(message("there is no file {name}", name=shown), _LIST_HINT) from error
    except OSError as error:
        raise UnreadableSourceError(message("cannot read {name}: {why}", name=shown, why=reason(error))) from error
    except ValueError as error:  # a NUL in the name
        raise UnreadableSourceError(message("{name} is no file name", name=shown), _LIST_HINT) from error


def _is_open_pipe(name: str, mode: int) -> bool:
    """Whether this is a pipe that the shell has opened, as in `qari <(command)`. Any other pipe might
    never be written to, and a device might never end."""
    return stat.S_ISFIFO(mode) and name.startswith(("/dev/", "/proc/"))


def _printable(name: str) -> str:
    """The name as it is spelled on disk, read as UTF-8 whatever the locale; it need not be UTF-8."""
    try:
        return os.fsencode(name).decode(errors="replace")
    except UnicodeEncodeError:  # no name that a file could have
        return name


def _shown(name: str) -> str:
    """The name for a message: quoted, and on one line; what a terminal would act upon is escaped."""
    name = _printable(name)
    return repr(name if len(name) <= _NAME_SHOWN else name[:_NAME_SHOWN] + "…")
