"""A plain text that is still on its way through a pipe."""

from __future__ import annotations

import os
from contextlib import suppress
from io import BytesIO
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import UnreadableSourceError
from reader.sources import open as opening
from reader.sources import stream
from reader.sources.coming import CUT, LONG, Coming
from reader.sources.open import open_coming, open_source
from reader.sources.stream import Stream, open_stream

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE = "وصل القطار إلى المدينة في الصباح، ثم غادرها مع المساء.\n"


class Pipe:
    """A pipe whose writing end is in the hand of the test."""

    def __init__(self) -> None:
        self.reading, self._writing = os.pipe()
        self._identity = os.fstat(self.reading)

    def write(self, data: bytes) -> None:
        os.write(self._writing, data)

    def end(self) -> None:
        os.close(self._writing)
        self._writing = -1

    @property
    def is_read(self) -> bool:
        """Whether somebody still reads."""
        try:
            self.write(b"x")
        except BrokenPipeError:
            return False
        return True

    def close(self) -> None:
        if self._writing >= 0:
            self.end()
        with suppress(OSError):  # whoever has read it to its end has closed it, and the number may be another's
            if os.path.samestat(os.fstat(self.reading), self._identity):
                os.close(self.reading)


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pipe]:
    monkeypatch.setattr(stream, "PATIENCE", 0.0)
    pipe = Pipe()
    yield pipe
    pipe.close()


def come(pipe: Pipe, data: bytes) -> Coming:
    """What comes through the pipe, which begins with `data` and then stays open."""
    pipe.write(data)
    coming = open_coming(pipe.reading)
    assert isinstance(coming, Coming)
    return coming


def test_it_is_there_line_by_line_and_at_the_end_as_from_a_file(pipe: Pipe) -> None:
    whole = (LINE * 3 + "\n" + LINE * 3).rstrip().encode()
    coming = come(pipe, whole[:-80])
    first = coming.document()
    assert first.text == whole[:-80].decode(errors="ignore").rpartition("\n")[0] + "\n"
    assert not coming.wait(0)
    pipe.write(whole[-80:])
    pipe.end()
    assert coming.wait(0)
    assert not coming.wait(0)
    assert coming.over
    assert coming.document() == open_source("-", stdin=BytesIO(whole))


@settings(deadline=None)
@given(
    text=st.text(alphabet="اب \n\r\u2028é", min_size=1).filter(str.strip),
    encoding=st.sampled_from(("utf-8", "utf-16-le")),
    sizes=st.lists(st.integers(1, 9), max_size=5),
)
def test_what_has_come_begins_what_comes(text: str, encoding: str, sizes: list[int]) -> None:
    raw = text.encode(encoding)
    ends = [*accumulate(sizes), len(raw)]
    pipe = Pipe()
    try:
        coming = Coming(Stream(raw[: ends[0]], pipe.reading, encoding))
        before = ""
        for begin, end in pairwise(ends):
            document = coming.document()
            assert document.text.startswith(before)
            assert text.startswith(document.text)
            before = document.text
            pipe.write(raw[begin:end])
            coming.wait(0)
        pipe.end()
        coming.wait(0)
        assert coming.over
        assert coming.document().text == text
    finally:
        pipe.close()


def test_a_line_that_does_not_end_is_shown_word_by_word(pipe: Pipe) -> None:
    coming = come(pipe, (LINE + "كلمة " * LONG).encode()[:-4])
    assert coming.document().text == LINE + "كلمة " * (LONG - 1)


def test_documents_come_until_it_is_over(pipe: Pipe) -> None:
    coming = come(pipe, LINE.encode())
    pipe.write(LINE.encode())
    documents = coming.documents(lambda: False)
    assert next(documents).text == LINE * 2
    pipe.write(LINE.encode() + b"x")
    pipe.end()
    assert [document.text for document in documents][-1] == LINE * 3 + "x"
    assert coming.over


def test_documents_end_when_nobody_wants_them(pipe: Pipe) -> None:
    coming = come(pipe, LINE.encode())
    assert list(coming.documents(lambda: True)) == []


@pytest.mark.parametrize(
    ("limit", "lines", "why"),
    [(len(LINE.encode()) * 3, 1_000, "bytes"), (1_000_000, 3, "lines: the blocks of short ones are what takes room")],
)
def test_what_does_not_end_is_cut_at_a_limit_and_its_writer_ended(pipe: Pipe, limit: int, lines: int, why: str) -> None:
    pipe.write(LINE.encode() * 5)
    coming = Coming(open_stream(pipe.reading), limit=limit, lines=lines)
    assert (coming.over, coming.cut) == (True, True), why
    assert CUT in coming.document().notices
    assert coming.document().text.endswith("\n")
    assert not pipe.is_read


def test_all_that_comes_within_a_moment_is_a_source_like_others(pipe: Pipe) -> None:
    pipe.write("\ufefe\ufedf".encode() + LINE.encode())
    pipe.end()
    assert not isinstance(open_coming(pipe.reading), Coming)


def test_a_page_is_waited_for(pipe: Pipe) -> None:
    page = f"<!doctype html><html><body><p>{LINE * 3}</p><p>{LINE}</p></body></html>"
    pipe.write(page.encode())
    pipe.end()
    document = open_coming(pipe.reading)
    assert not isinstance(document, Coming)
    assert document.source.kind == "html"


def test_a_pipe_without_an_end_is_refused_where_all_is_needed(pipe: Pipe, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "ENDLESS", 100)
    monkeypatch.setattr(stream, "ENDLESS", 100)
    with pytest.raises(UnreadableSourceError, match="goes on"):
        open_source("-", stdin=BytesIO(LINE.encode() * 9))
    pipe.write(b"<!doctype html><html><body><p>" + LINE.encode() * 9)
    with pytest.raises(UnreadableSourceError, match="goes on"):
        open_coming(pipe.reading)
