"""A pipe passed on as it comes."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from reader.errors import UnreadableSourceError
from reader.sources.stream import HEAD, Stream, open_stream

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TEXT = "وصل القطار إلى المدينة في الصباح، ثم غادرها مع المساء إلى الساحل.\n"
LONG = (TEXT * 400).encode()


@pytest.fixture
def pipe() -> Iterator[Callable[[bytes], int]]:
    """Gives the reading end of a pipe that holds these bytes."""
    ends: list[int] = []

    def put(data: bytes) -> int:
        reading, writing = os.pipe()
        ends.append(reading)
        os.write(writing, data)
        os.close(writing)
        return reading

    yield put
    for end in ends:
        os.close(end)


@pytest.mark.parametrize(
    ("data", "encoding", "expected", "why"),
    [
        (TEXT.encode(), "utf-8", TEXT.encode(), "UTF-8 goes through"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8", b"\xef\xbb\xbf" + TEXT.encode(), "its byte order mark too"),
        (TEXT.encode("cp1256"), "windows-1256", TEXT.encode(), "another encoding is found out, and becomes UTF-8"),
        (
            2 * TEXT.encode("cp1256") + TEXT.encode(),
            "windows-1256",
            3 * TEXT.encode(),
            "of two encodings each is read as what it is",
        ),
        (TEXT.encode("utf-16"), "utf-16-le", TEXT.encode(), "with a byte order mark, which UTF-8 needs not"),
        (
            (TEXT * 400).encode()[: HEAD // 2 - 1],
            "utf-8",
            (TEXT * 400).encode()[: HEAD // 2 - 1],
            "a letter cut in two",
        ),
    ],
)
def test_what_comes_goes_on_as_utf8(
    pipe: Callable[[bytes], int], data: bytes, encoding: str, expected: bytes, why: str
) -> None:
    stream = open_stream(pipe(data))
    assert stream.encoding == encoding, why
    assert b"".join(stream.as_utf8()) == expected, why


PLAIN = b"what is written here is ASCII throughout\n"
WESTERN = "Zoé et Chloé ont mangé\n"


@pytest.mark.parametrize(
    ("chunks", "expected", "told", "why"),
    [
        ([PLAIN, TEXT.encode()], PLAIN + TEXT.encode(), [], "it goes on as it has begun"),
        ([PLAIN, TEXT.encode("cp1256")], PLAIN + TEXT.encode(), [2], "Arabic in another encoding"),
        ([PLAIN + PLAIN + TEXT.encode("cp1256"), PLAIN], 2 * PLAIN + TEXT.encode() + PLAIN, [3], "for a line"),
        ([LONG, TEXT.encode("cp1256"), LONG], LONG + TEXT.encode() + LONG, [401], "among Arabic in UTF-8"),
        ([TEXT.encode(), *[TEXT.encode("cp1256")] * 3], TEXT.encode() * 4, [2], "it is told once"),
        ([PLAIN, WESTERN.encode("cp1252")], PLAIN + WESTERN.encode(), [2], "a Western one"),
        (
            [PLAIN, TEXT.encode("cp1256")[:-2], TEXT.encode("cp1256")[-2:]],
            PLAIN + TEXT.encode(),
            [2],
            "a line that comes in two pieces",
        ),
        ([TEXT.encode()[:7], TEXT.encode()[7:]], TEXT.encode(), [], "a letter in two pieces"),
        ([PLAIN, b"bad \xff", b"\n" + PLAIN], PLAIN + b"bad \xff\n" + PLAIN, [], "a bad byte stays as it is"),
        ([LONG, TEXT.encode() + b"\xd8", LONG], LONG + TEXT.encode() + b"\xd8" + LONG, [], "half a letter as well"),
    ],
)
def test_what_has_begun_as_utf8_may_go_on_otherwise(
    monkeypatch: pytest.MonkeyPatch, chunks: list[bytes], expected: bytes, told: list[int], why: str
) -> None:
    rest = iter([*chunks[1:], b""])
    monkeypatch.setattr(os, "read", lambda *_: next(rest))
    heard: list[str] = []
    assert b"".join(Stream(chunks[0], 0, "utf-8").as_utf8(heard.append)) == expected, why
    assert heard == [f"from line {line} on there is another encoding in it (guessed)" for line in told], why


def test_a_line_end_that_is_cut_in_two_stays_one(pipe: Callable[[bytes], int]) -> None:
    pieces = list(Stream(b"a\r", pipe(b"\nb\xff\r"), "utf-8").as_text())
    assert [piece for piece in pieces if piece] == ["a", "\r\nb\ufffd", "\r"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "nothing came"),
        (os.urandom(4096) + b"\0" * 64, "no text"),
        (b"{\\rtf1\\ansi x}", "a document that is not read, though it is all ASCII"),
        (bytes(range(1, 9)) * 99, "nothing but controls"),
    ],
)
def test_what_is_no_text_is_refused(pipe: Callable[[bytes], int], data: bytes, why: str) -> None:
    with pytest.raises(UnreadableSourceError, match="standard input"):
        open_stream(pipe(data))


def test_what_was_told_is_not_guessed_at(pipe: Callable[[bytes], int]) -> None:
    """Nor is a letter that the beginning cuts in two a bad byte."""
    mixed = TEXT.encode() + TEXT.encode("cp1256")
    assert b"".join(open_stream(pipe(mixed), encoding="utf-8").as_utf8()) == mixed
    cut = b"a" + "ب".encode() * (HEAD // 2)
    assert open_stream(pipe(cut[:HEAD]), encoding="utf8").notices == ()


def test_a_pipe_that_does_not_block_is_waited_for() -> None:
    reading, writing = os.pipe()
    os.set_blocking(reading, False)

    def go_on() -> None:
        os.write(writing, TEXT.encode())
        os.close(writing)

    threading.Timer(0.2, go_on).start()
    try:
        assert b"".join(open_stream(reading).as_utf8()) == TEXT.encode()
    finally:
        os.close(reading)


def test_what_cannot_be_read_from_is_told(tmp_path: Path) -> None:
    with (
        (tmp_path / "a").open("wb") as written,
        pytest.raises(UnreadableSourceError, match="cannot read standard input"),
    ):
        open_stream(written.fileno())


def test_a_line_is_passed_on_while_the_producer_goes_on() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "reader"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(TEXT.encode())
        process.stdin.flush()
        assert process.stdout.readline() == TEXT.encode()
        process.stdin.close()
        assert process.wait(20) == 0


def test_an_endless_producer_ends_with_its_reader_and_takes_no_memory() -> None:
    command = f"ulimit -v 400000; yes '{TEXT.strip()}' | '{sys.executable}' -m reader -f text | head -1"
    ended = subprocess.run(["bash", "-c", command], capture_output=True, check=True, timeout=30)
    assert (ended.stdout, ended.stderr) == (TEXT.encode(), b"")
