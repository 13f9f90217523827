from __future__ import annotations

import gzip
import hashlib
import io
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document.model import BlockKind, Metadata
from reader.errors import QariError, UnreadableSourceError, UsageError
from reader.sources.open import open_head, open_source

TEXT = "حكاية قصيرة\n\nخرج الولد من بيته صباحا ولم يعد إلا مع غروب الشمس.\n"


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_file() -> None:
    raw = b"\xef\xbb\xbf" + TEXT.encode()
    Path("حكاية.txt").write_bytes(raw)
    document = open_source("حكاية.txt")
    assert document.text == TEXT
    assert [block.kind for block in document.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]
    assert document.metadata == Metadata(title="حكاية قصيرة")
    assert (document.source.name, document.source.kind, document.source.encoding) == ("حكاية.txt", "text", "utf-8")
    assert document.source.raw == raw
    assert document.source.sha256 == hashlib.sha256(raw).hexdigest()
    assert document.notices == ()


@pytest.mark.parametrize("name", ["README.txt", "data", "book.epub", "film.srt", "a.docx"])
def test_what_is_plain_text_stays_so_whatever_its_name_ends_in(name: str) -> None:
    Path(name).write_text("<p># نص</p>", encoding="utf-8")
    document = open_source(name)
    assert (document.text, document.source.kind) == ("<p># نص</p>", "text")


def test_the_language_is_guessed() -> None:
    Path("a.txt").write_text("کتاب را خواندم و پس دادم.", encoding="utf-8")
    assert open_source("a.txt").metadata.language == "fa"


def test_an_encoding_that_is_guessed_is_told() -> None:
    Path("a.txt").write_bytes(TEXT.encode("windows-1256"))
    document = open_source("a.txt")
    assert (document.text, document.source.encoding) == (TEXT, "windows-1256")
    assert document.notices == ("windows-1256 (guessed)",)


def test_an_encoding_that_is_told_is_used() -> None:
    Path("a.txt").write_bytes(b"\xc7\xe1")
    assert open_source("a.txt", encoding="iso-8859-6").text == "اف"


def test_a_path_may_be_a_path_object() -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    document = open_source(Path("a.txt"))
    assert (document.text, document.source.name) == (TEXT, "a.txt")


def test_standard_input() -> None:
    document = open_source("-", stdin=io.BytesIO(TEXT.encode()))
    assert (document.text, document.source.name) == (TEXT, "-")


def test_the_process_has_no_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(UnreadableSourceError, match="standard input"):
        open_source("-")


@pytest.mark.parametrize("text", [" \n\t\r\n", "\ufeff", "\u200f\n"])
def test_a_text_with_nothing_to_see_has_no_blocks_and_says_so(text: str) -> None:
    Path("blank.txt").write_text(text, encoding="utf-8", newline="")
    document = open_source("blank.txt")
    assert document.blocks == ()
    assert document.notices == ("nothing but white space in blank.txt",)


def test_http_takes_permission() -> None:
    with pytest.raises(UsageError, match="--allow-private"):
        open_source("http://example.org/a.html")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("missing.txt", "there is no file 'missing.txt'; `qari --list`"),
        ("", "there is no file ''"),
        ("a.txt/b", "there is no file"),
        ("folder", "'folder' is a directory"),
        ("empty.txt", "'empty.txt' is empty"),
        ("picture", "cannot read 'picture': this is a PNG picture"),
        ("pipe", "'pipe' is a device or a named pipe"),
        ("loop", "cannot read 'loop'"),
        ("dangling", "there is no file 'dangling'"),
        ("/dev/null", "is a device"),
        ("x" * 5000, "cannot read 'xxx"),
        ("a\0b", r"'a\x00b' is no file name"),
        ("\x1b[31mred\n\u202e", r"'\x1b[31mred\n\u202e'"),
        ("\udcff.txt", "'\ufffd.txt'"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line_without_controls(name: str, says: str) -> None:
    Path("a.txt").write_text("نص", encoding="utf-8")
    Path("folder").mkdir()
    Path("empty.txt").touch()
    Path("picture").write_bytes(b"\x89PNG\r\n\x1a\n")
    Path("loop").symlink_to("loop")
    Path("dangling").symlink_to("nowhere")
    os.mkfifo("pipe")
    with pytest.raises(UnreadableSourceError) as caught:
        open_source(name)
    assert says in str(caught.value)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 300


def test_a_file_without_permission() -> None:
    Path("secret").write_text("سر", encoding="utf-8")
    Path("secret").chmod(0)
    if os.access("secret", os.R_OK):
        pytest.skip("root may read everything")
    with pytest.raises(UnreadableSourceError, match="ermission denied"):
        open_source("secret")


@pytest.mark.parametrize(("name", "said"), [("big.txt", "'big.txt'"), ("-", "standard input")])
def test_what_the_memory_does_not_hold_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    def fill(*_: object) -> bytes:
        raise MemoryError

    monkeypatch.chdir(tmp_path)
    Path("big.txt").write_text("سلام", "utf-8")
    monkeypatch.setattr(Path, "read_bytes", fill)
    monkeypatch.setattr("reader.sources.open._read_pipe", fill)
    with pytest.raises(UnreadableSourceError, match=f"{said}: it does not fit into memory"):
        open_source(name)


def test_a_pipe_that_the_shell_opened() -> None:
    read, write = os.pipe()
    os.write(write, TEXT.encode())
    os.close(write)
    try:
        assert open_source(f"/dev/fd/{read}").text == TEXT
    finally:
        os.close(read)


def test_a_name_that_is_no_utf_8_is_read_and_can_be_printed() -> None:
    name = os.fsdecode(b"\xff\xfe.txt")
    Path(name).write_text(TEXT, encoding="utf-8")
    assert open_source(name).source.name == "\ufffd\ufffd.txt"


def test_the_source_is_left_as_it_is() -> None:
    path = Path("a.txt")
    path.write_bytes(TEXT.encode("windows-1256"))
    path.chmod(0o444)
    before = path.stat()
    open_source("a.txt")
    after = path.stat()
    assert (before.st_mtime_ns, before.st_size, before.st_mode) == (after.st_mtime_ns, after.st_size, after.st_mode)
    assert os.listdir() == ["a.txt"]  # noqa: PTH208


HEAVY = {"lxml", "markdown_it", "pypdfium2", "zipfile", "email", "ssl", "http", "html", "bz2", "lzma", "gzip"}


@pytest.mark.parametrize("name", ["a.txt", "webb"])
def test_a_plain_text_needs_none_of_what_reads_the_others(name: str) -> None:
    Path("a.txt").write_text(TEXT * 10_000, encoding="utf-8")
    code = f"""
import sys
before = set(sys.modules)
from reader.sources.open import open_head, open_source
open_head({name!r})
open_source({name!r})
print(*sorted({{module.split(".")[0] for module in set(sys.modules) - before}}))
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert HEAVY.isdisjoint(run.stdout.split())


@pytest.mark.parametrize(
    ("name", "raw", "shown"),
    [
        ("a.txt", (TEXT * 10_000).encode(), True),
        ("a.txt", TEXT.encode(), False),
        ("a.txt", (TEXT * 10_000).encode("cp1256"), False),
        ("a.md", (TEXT * 10_000).encode(), False),
        ("a.txt", ("<!DOCTYPE html><p>" + "<p>نص" * 50_000).encode(), False),
        ("a.gz", gzip.compress(random.Random(1).randbytes(300_000)), False),
    ],
    ids=["long", "short", "of Windows", "Markdown", "a page", "packed"],
)
def test_the_beginning_of_a_long_plain_text_is_there_at_once(name: str, raw: bytes, shown: bool) -> None:
    Path(name).write_bytes(raw)
    assert (open_head(name) is not None) is shown


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=200))
def test_any_bytes_are_a_document_or_an_error_of_ours(raw: bytes) -> None:
    try:
        document = open_source("-", stdin=io.BytesIO(raw))
    except QariError:
        return
    assert document.source.raw == raw or document.source.kind != "text"
    assert all(block.span.end <= len(document.text) for block in document.blocks)
