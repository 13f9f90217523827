from __future__ import annotations

from reader.document.model import Block, BlockKind, Document, Source
from reader.export import plain
from reader.text.span import Span


def document(text: str, raw: bytes, *, kind: str = "text", encoding: str = "utf-8") -> Document:
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    return Document(text, (block,), Source("a", kind, encoding, "", raw))


def test_utf_8_comes_back_byte_for_byte_a_bom_and_a_bad_byte_too() -> None:
    raw = b"\xef\xbb\xbf" + "سَلَامٌ\r\n".encode() + b"\xff"
    assert plain.text_bytes(document("سَلَامٌ\r\n�", raw)) == raw


def test_lines_in_another_encoding_come_back_as_utf_8() -> None:
    raw = "سلام\n".encode() + "وداعا\n".encode("windows-1256")
    assert plain.text_bytes(document("سلام\nوداعا\n", raw)) == "سلام\nوداعا\n".encode()


def test_another_encoding_comes_back_as_utf_8() -> None:
    raw = "سلام".encode("windows-1256")
    assert plain.text_bytes(document("سلام", raw, encoding="windows-1256")) == "سلام".encode()


def test_another_format_is_its_text_block_by_block() -> None:
    text = "عنوانفقرة"
    blocks = (Block(BlockKind.HEADING, Span(0, 5), 1), Block(BlockKind.PARAGRAPH, Span(5, 9)))
    made = Document(text, blocks, Source("a", "html", "utf-8", "", b"<h1>"))
    assert plain.text_bytes(made) == "عنوان\n\nفقرة\n".encode()


def test_a_terminal_is_never_sent_what_could_steer_it() -> None:
    text = "قبل\x1b[31mبعد\x00"
    shown = plain.text_for_terminal(document(text, text.encode())).decode()
    assert "\x1b" not in shown
    assert "\x00" not in shown
    assert "قبل" in shown


def test_a_lone_surrogate_cannot_stop_the_output() -> None:
    assert plain.encode("قبل\ud800بعد") == "قبل�بعد".encode()
