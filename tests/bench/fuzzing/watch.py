"""Opens a file as the program does, up to what a terminal is given, and says what must not be."""

from __future__ import annotations

import io
import json
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.analysis.steps import DEBUG
from reader.errors import QariError
from reader.export import ansi, json_document, plain
from reader.reading import Reading
from reader.settings import Settings
from reader.sources.open import open_source
from reader.sources.stream import open_stream

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "eval"))

from no_exception import contradictions

if TYPE_CHECKING:
    from reader.document.model import Document

_RAW = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ud800-\udfff]|\r(?!\n)")
"""What no terminal may be given: written down here once more, so that a mistake there is seen."""
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_WIDTH = 60
_SHORT = 2_000
"""Code points of a text that is drawn whatever parser made it: to draw takes much longer than to parse."""


class FaultError(Exception):
    """Something that must not be, by a name that tells it from others."""


def run(path: Path, parser: str) -> str:
    """What becomes of the file, in a few words by which like is told from unlike.

    Raises FaultError for what must not be, and whatever the program raises that is not its own error.
    """
    try:
        document = open_source(path)
    except QariError as error:
        _unless(str(error).isprintable(), "an error that cannot be printed")
        return f"refused: {re.sub(r'[^a-z ]+', '', str(error))[:80]}"
    _fits(document)
    _shown(document, parser)
    if parser == "text":
        _passed_on(path)
    kinds = "".join(dict.fromkeys(block.kind.name[0] for block in document.blocks))
    size = len(document.text).bit_length() // 3
    return f"{document.source.kind} {document.source.encoding} {kinds} {size} {len(document.notices)}"


def _fits(document: Document) -> None:
    end = 0
    for block in document.blocks:
        _unless(end <= block.span.start < block.span.end <= len(document.text), "a block outside of the text")
        end = block.span.end
    _unless(
        not any(_RAW.search(notice) or "\n" in notice for notice in document.notices), "a notice that cannot be printed"
    )
    if document.source.kind == "text" and document.source.encoding == "utf-8":
        _unless(plain.text_bytes(document) == document.source.raw, "a text that is not its source")


def _shown(document: Document, parser: str) -> None:
    shown = plain.text_for_terminal(document).decode()
    _unless(not _RAW.search(shown), "a control in the text for a terminal")
    reading = Reading(document)
    coloured = parser == "ansi"
    if parser not in ("text", "ansi") and len(document.text) > _SHORT:
        return
    picture = "".join(ansi.render(reading, Settings(width=_WIDTH), colour=coloured))
    picture = _COLOURS.sub("", picture) if coloured else picture
    _unless(not _RAW.search(picture.replace("\t", "\x00")), "a control in the picture")
    if coloured:
        faults = list(contradictions(reading.document.text, reading.analysis))
        _unless(not faults, "; ".join(faults[:1]))
        json.loads(json_document.dumps(reading, "ar"))


def _passed_on(path: Path) -> None:
    raw = path.read_bytes()
    with path.open("rb", buffering=0) as file:
        try:
            stream = open_stream(file.fileno())
        except QariError:
            return
        if stream.is_document:
            return
        passed = b"".join(stream.as_utf8())
    if stream.encoding == "utf-8":
        _unless(passed == raw, "a stream that is not what came in")
    passed.decode("utf-8", "strict" if stream.encoding != "utf-8" else "replace")


def _unless(holds: bool, fault: str) -> None:
    if not holds:
        raise FaultError(fault)


_WRITING = re.compile(r"[wax+]")
_ACTS = ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec", "os.remove", "os.rename",
         "os.mkdir", "os.posix_spawn", "webbrowser.open")  # fmt: skip


class Guard:
    """While it is on, the program may neither write, connect nor start anything."""

    def __init__(self) -> None:
        self.on = False
        self.acts: list[str] = []
        sys.addaudithook(self._heard)

    def _heard(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.on:
            return
        if event == "open":
            mode, flags = arguments[1], arguments[2]
            writes = _WRITING.search(mode) if isinstance(mode, str) else isinstance(flags, int) and flags & 3
            if writes and arguments[0] != os.devnull:
                self.acts.append(f"writes to {os.path.basename(str(arguments[0]))}")  # noqa: PTH119
        elif event in _ACTS:
            self.acts.append(event)


def prepare(parser: str) -> None:
    """Load what the program loads late, so that nothing is written or started while somebody watches."""
    if parser == "ansi":
        os.environ[DEBUG] = "1"
        reading = Reading(open_source("-", stdin=io.BytesIO("وصل الرئيس أمس إلى القاهرة.".encode())))
        reading.analyse()
