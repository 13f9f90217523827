"""Files made to do harm, or by accident doing it: each is read or refused in a line, soon, and nothing else happens."""

from __future__ import annotations

import base64
import bz2
import gzip
import io
import lzma
import re
import socket
import struct
import time
import zipfile
import zlib
from contextlib import suppress
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from builders import Drawn, W, archive, docx, epub, odt, pdf, word
from written import written

from reader.document.model import PLAIN
from reader.errors import QariError, UnreadableSourceError
from reader.sources import archive as archives
from reader.sources import pdf as pdf_format
from reader.sources.detect import kind
from reader.sources.markup import parse_xml
from reader.sources.open import open_source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.document.model import Document

SOON = 30.0
"""Seconds: each takes one or two; what explodes takes minutes, and memory that nobody has."""


def opened(raw: bytes) -> Document:
    return open_source("-", stdin=io.BytesIO(raw))


def refused(raw: bytes) -> str:
    with pytest.raises(UnreadableSourceError) as caught:
        opened(raw)
    assert len(str(caught.value).splitlines()) == 1
    assert str(caught.value).isprintable()
    return str(caught.value)


@pytest.fixture(autouse=True)
def soon_and_alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test takes long, and none opens a connection."""

    def no_socket(*_: object, **__: object) -> None:
        raise AssertionError("a file opened a connection")

    monkeypatch.setattr(socket, "socket", no_socket)
    start = time.monotonic()
    yield
    assert time.monotonic() - start < SOON


ZEROS = bytes(1 << 26)
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
XML_BOMB = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "lol">{LAUGHS}]><rss><channel><title>&a9;</title>'
XML_BOMB += '<item><title a="&a9;">عنوان</title></item></channel></rss>'
OUTSIDE = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://127.0.0.1/">]><rss><channel>'
OUTSIDE += "<item><title>عنوان &x;&y;</title></item></channel></rss>"


NESTED = "[" * 900 + "]" * 900
NESTED_DATA = (
    '<!DOCTYPE html><html><script type="application/ld+json">{"@type": ["Article", %], "author": %, '
    '"datePublished": %, "headline": [%]}</script><p>x'
).replace("%", NESTED)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (gzip.compress(ZEROS), "far too large"),
        (bz2.compress(ZEROS), "far too large"),
        (lzma.compress(ZEROS), "far too large"),
        (archive({"a.txt": ZEROS}), "far too large"),
        (gzip.compress(gzip.compress(ZEROS)), "far too large"),
        (epub({"c.xhtml": "x" * (1 << 25)}), "far too large"),
        (docx(word("x" * (1 << 25))), "far too large"),
        (archive({}), "nothing in this ZIP archive"),
        (archive({"a.txt": "1", "b.txt": "2"}), "2 files in this ZIP archive"),
        (archive({f"{n}.txt": "" for n in range(20_001)}), "far too large"),
        (archive({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "a table or a presentation"),
        (archive({"a.txt": ""}), "nothing in it"),
        (gzip.compress(b""), "nothing in it"),
        (gzip.compress(b"text" * 99)[:-9], "does not unpack"),
        (b"\x1f\x8b\x08" + bytes(40), "does not unpack"),
        (b"BZh91AY&SY" + bytes(40), "does not unpack"),
        (bz2.compress(b"x") + bz2.compress(b"") * 2000, "far too large"),
        (b"\xfd7zXZ\0" + bytes(40), "does not unpack"),
        (b"PK\x03\x04" + bytes(40), "ZIP archive is damaged"),
        (archive({"a.txt": "نص" * 99})[:-30], "ZIP archive is damaged"),
        (archive({"META-INF/container.xml": "<x"}), "no package document"),
        (archive({"META-INF/container.xml": ""}), "its XML is damaged"),
        (archive({"word/document.xml": "no XML"}), "its XML is damaged"),
        (archive({"mimetype": "application/vnd.oasis.opendocument.text"}), "'content.xml' is missing"),
        (
            epub(
                {"c.xhtml": "<p>x</p>"}, more={"META-INF/encryption.xml": '<e><EncryptionMethod Algorithm="aes"/></e>'}
            ),
            "locked (DRM)",
        ),
        (odt("<x/>", more={"META-INF/manifest.xml": "<m><encryption-data/></m>"}), "locked with a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "save it as DOCX"),
        (b"{\\rtf1 \\ansi}", "an RTF document, not a text; save it as DOCX"),
        (gzip.compress(bytes(257) + b"ustar" + bytes(250)), "a TAR archive"),
        (b"Rar!\x1a\x07\x00", "a RAR archive"),
        (epub({"c.xhtml": ""}), "there is no text in it"),
        (docx(""), "there is no text in it"),
        (b"<!DOCTYPE html><html><body><img src=x></body></html>", "there is no text in it"),
        (pdf([[]]), "only pictures"),
        (pdf([[Drawn(["x"], 100, 100)]], encrypt=True), "locked with a password"),
        (b"%PDF-1.7\n", "PDF is damaged"),
        (pdf([[Drawn(["x"], 100, 100)]])[:400], "PDF is damaged"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_told_in_one_line(raw: bytes, says: str) -> None:
    assert says in refused(raw)


@pytest.mark.parametrize("start", [b"<!---->" * 400 + b"x", b"<?xml?>" * 400, b"<!DOCTYPE x>" * 400])
def test_what_may_stand_before_a_page_is_looked_at_once(start: bytes) -> None:
    assert kind(start) == PLAIN


def test_a_locked_archive() -> None:
    raw = bytearray(archive({"a.txt": "x"}))
    raw[6] |= 1
    central = raw.index(b"PK\x01\x02")
    raw[central + 8] |= 1
    assert "locked with a password" in refused(bytes(raw))


def test_an_archive_that_lies_about_its_sizes() -> None:
    raw = bytearray(archive({"a.txt": ZEROS}))
    central = raw.index(b"PK\x01\x02")
    raw[central + 24 : central + 28] = struct.pack("<I", 10)
    refused(bytes(raw))


def test_an_archive_whose_members_are_one_and_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "_FREE", 1 << 16)
    monkeypatch.setattr(archives, "RATIO", 10)
    raw = epub({f"c{n}.xhtml": "كلمة " * 4000 for n in range(40)})
    assert "far too large" in refused(raw)  # each is within the limit, all together are not


def test_a_member_that_another_method_packs() -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_LZMA) as packed:
        packed.writestr("a.txt", "نص")
    assert opened(raw.getvalue()).text == "نص"
    odd = bytearray(archive({"a.txt": "x"}))
    central = odd.index(b"PK\x01\x02")
    odd[8] = odd[central + 10] = 99
    assert "is damaged" in refused(bytes(odd))


def test_entities_are_neither_expanded_nor_fetched() -> None:
    assert "there is no text" in refused(XML_BOMB.encode())
    document = opened(OUTSIDE.encode())
    assert "root:" not in document.text
    assert "عنوان" in document.text


@pytest.mark.parametrize("depth", [300, 3000, 200_000])
@pytest.mark.parametrize("tag", ["div", "font", "blockquote", "ul><li", "table><tr><td", "b", "article"])
def test_however_deep_a_page_nests_its_text_is_read(tag: str, depth: int) -> None:
    text = "كلام في العمق لا يضيع مهما تداخلت الوسوم التي حوله"
    page = f"<!DOCTYPE html><html><body><p>أول</p>{f'<{tag}>' * (depth // (1 + tag.count('<')))}{text}"
    assert text in opened(page.encode()).text


def test_a_page_nested_deep_may_hold_what_no_tree_may() -> None:
    page = "<p title='\x02'>أول</p>" + "<div>" * 3000 + "قبل \x01\x0c\ufffe بعد"
    assert written(opened(f"<!DOCTYPE html><html><body>{page}".encode())) == "أول\nقبل \ufffd\ufffd\ufffd بعد"


def test_xml_whose_names_are_no_utf_8() -> None:
    body = word("نص").replace("<w:pPr>", "<w:pPr><w:x\ud800/>").encode(errors="surrogatepass")
    members = {"word/document.xml": b"<w:document %s><w:body>%s</w:body></w:document>" % (W.encode(), body)}
    assert opened(archive(members)).text == "نص"


def test_a_sender_of_nothing_but_comments() -> None:
    mail = "From: " + "(" * 2000 + "\nTo: b\nSubject: c\nMIME-Version: 1.0\n\nنص"
    assert opened(mail.encode()).text.endswith("نص")


@pytest.mark.parametrize(
    "raw",
    [
        XML_BOMB.encode().replace(b"</channel>", b"<x>" * 100_000),
        docx("<w:tbl><w:tr><w:tc>" * 3000 + word("نص")),
        odt("<text:list><text:list-item>" * 3000 + "<text:p>نص</text:p>"),
        epub({"c.xhtml": "<div>" * 3000 + "نص"}),
        b"From: a\nTo: b\nSubject: c\nMIME-Version: 1.0\n"
        + b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(3000)),
        b"<!DOCTYPE html><html><body><p><script type='application/ld+json'>" + b"[" * 200_000,
        b"<!DOCTYPE html><html><body><p><script type='application/ld+json'>" + b'{"@type":' * 200_000,
        NESTED_DATA.encode(),
        b"<!DOCTYPE html><html><body><p class='" + b"a-" * 2_000_000 + b"'>x</p>",
        b"<!DOCTYPE html><html><body><p style='" + b"display:" * 500_000 + b"'>x</p>",
        b"<!DOCTYPE html><html><body>" + b"<p a=1 b=2 c=3>x" * 50_000,
        b"<!DOCTYPE html><html><body>" + b"<a href=x>y</a>" * 50_000,
        b"<!DOCTYPE html><html><body>" + b"<time>2023-01-01</time>" * 20_000,
        b"<!DOCTYPE html><html><body>" + b"<div>" * 1000 + b"<i>x</i>" * 20_000,
        b"<!DOCTYPE html><html><body>" + b"<div>" * 400 + b"<br>" * 100_000 + b"x",
        b"<!--" * 200_000 + b"<html><p>x</p><p>y</p>",
        b"<?xml " * 100_000,
        b"<a " * 100_000,
        b"_\x08x" * 300_000,
        b"a\x08a" * 3 + b"a" + b"\x08a" * 300_000,
        b"1\n00:00:00,000 --> 00:00:01,000\nx\n\n" * 30_000,
        b"WEBVTT\n\n" + b"<" * 300_000,
        b"1\n" + b"9" * 100_000 + b":00:00,000 --> 00:00:01,000\nx",
        b"######OpenITI#\n" + b"@" * 200_000 + b"PageV" * 50_000,
        b"From: a\nTo: b\nMIME-Version: 1\nSubject: " + b"=?utf-8?q?" * 30_000 + b"\n\n" + b"> " * 100_000,
        b"From: " * 2 + b"a\nTo: b\nDate: " + b"9" * 100_000 + b"\nMessage-ID: x\n\ny",
        pdf([[Drawn(["x"], 100 + n, 100 + 7 * n) for n in range(3000)]]),
        pdf([[Drawn(["ل", "\u064e", "\u0651", "ا", " "], 100, 700)]] * 50),
    ],
    ids=range(28),
)
def test_neither_depth_nor_length_harms(raw: bytes) -> None:
    with suppress(QariError):  # one is empty, another damaged; most say something
        assert opened(raw).text


def test_markdown_nests_no_deeper_than_it_can_be_read(tmp_path: Path) -> None:
    for raw in (
        "> " * 20_000 + "نص",
        "- " * 20_000 + "نص",
        "[" * 50_000,
        "*" * 50_000 + "نص",
        "`" * 50_000,
        "<" * 50_000,
    ):
        path = tmp_path / "a.md"
        path.write_text(raw, encoding="utf-8")
        assert open_source(path).source.kind == "markdown"


@pytest.mark.parametrize("sign", ["> ", "- ", "1. ", "> - "])
@pytest.mark.parametrize("depth", [9, 12, 25, 40, 99, 300])
def test_however_deep_it_nests_markdown_loses_no_word(tmp_path: Path, sign: str, depth: int) -> None:
    indent = len(sign.replace("> ", ""))
    lines = [
        sign * n + f"كلمة{n}" if sign.startswith(">") else " " * indent * n + sign + f"كلمة{n}" for n in range(1, depth)
    ]
    path = tmp_path / "a.md"
    path.write_text("\n".join([*lines, "", "الختام"]), encoding="utf-8")
    words = re.findall(r"كلمة\d+|الختام", open_source(path).text)
    assert words == [*(f"كلمة{n}" for n in range(1, depth)), "الختام"]


def test_nul_and_control_characters_do_not_end_a_page() -> None:
    document = opened("<!DOCTYPE html><html><body><p>قبل\0بعد</p><p>\x1b[31mأحمر\x07</p></body></html>".encode())
    assert "بعد" in document.text
    assert "أحمر" in document.text


def test_scripts_forms_and_pictures_say_nothing() -> None:
    page = """<!DOCTYPE html><html><head><base href="http://127.0.0.1/">
    <link rel="stylesheet" href="http://127.0.0.1/x.css"><meta http-equiv="refresh" content="0; url=http://127.0.0.1/">
    </head><body onload="alert(1)"><p>هذا كل ما يقرأ هنا.</p><img src="http://127.0.0.1/x.png" onerror="alert(2)">
    <iframe src="http://127.0.0.1/"></iframe><script>alert(3)</script><object data="file:///etc/passwd"></object>
    <svg><script>alert(4)</script><text>رسم</text></svg><template>قالب</template><textarea>حقل</textarea>
    <select><option>خيار</option></select><p hidden>خفي</p></body></html>"""
    assert written(opened(page.encode())) == "هذا كل ما يقرأ هنا."


def test_a_mail_names_what_hangs_on_it_and_does_not_open_it() -> None:
    bomb = base64.b64encode(gzip.compress(ZEROS)).decode()
    raw = (
        "From: a@b\nTo: c@d\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=X\n\n--X\n"
        "Content-Type: text/plain; charset=utf-8\n\nنص الرسالة\n--X\nContent-Type: application/gzip\n"
        'Content-Disposition: attachment; filename="../../\x1b[31mx.gz"\nContent-Transfer-Encoding: base64\n\n' + bomb
    )
    document = opened(raw.encode())
    assert document.text == "نص الرسالة"
    assert "␛[31mx.gz" in document.notices[0]


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for raw in (
        archive({"../evil.txt": "x"}),
        archive({"/tmp/evil.txt": "x"}),
        epub({"../../evil.xhtml": "<p>نص</p>"}),
        zlib.compress(b"x"),
    ):
        with suppress(QariError):
            opened(raw)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("reference", ["&#xD800;", "&#55296;", "&#x110000;"])
def test_a_reference_to_no_letter_in_xml_is_one_that_is_bad(reference: str) -> None:
    feed = f"<rss><channel><title>عنوان {reference}</title></channel></rss>".encode()
    title = next(element for element in parse_xml(feed).iter() if element.tag == "title")
    assert title.text == "عنوان \ufffd"


def test_xml_in_utf_16_is_read_as_well() -> None:
    feed = '<?xml version="1.0" encoding="utf-16"?><rss>عنوان</rss>'.encode("utf-16")
    assert parse_xml(feed).text == "عنوان"


def test_a_letter_of_a_pdf_that_stands_nowhere_is_left_out() -> None:
    """A matrix of nonsense gives an origin that is no number."""

    class Raw:
        FS_RECTF = FS_MATRIX = staticmethod(lambda: SimpleNamespace(left=0.0, right=1.0, c=0.0, d=1.0))
        FPDFText_GetUnicode = staticmethod(lambda _, index: ord("نص"[index]))
        FPDFText_IsGenerated = staticmethod(lambda *_: 0)
        FPDFText_GetLooseCharBox = FPDFText_GetMatrix = staticmethod(lambda *_: None)
        FPDFText_GetFontSize = staticmethod(lambda *_: 12.0)

        @staticmethod
        def FPDFText_GetCharOrigin(_: object, index: int, x: Any, y: Any) -> None:  # noqa: N802 - PDFium's name
            x.value, y.value = (float("nan"), 0.0) if index == 0 else (3.0, 0.0)

    glyphs = pdf_format._glyphs(SimpleNamespace(count_chars=lambda: 2), Raw)
    assert [glyph.char for glyph in glyphs] == ["ص"]
