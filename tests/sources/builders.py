"""Small files of every format, as programs write them: what is in them is said by the tests."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="{path}" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def archive(members: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive; names ending in / are folders."""
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return raw.getvalue()


def epub(
    chapters: Mapping[str, str],
    *,
    contents: str = "",
    ncx: str = "",
    title: str = "كتاب الحكايات",
    author: str = "نجيب الراوي",
    linear_no: Sequence[str] = (),
    more: Mapping[str, str] | None = None,
) -> bytes:
    """A book; `chapters` are the bodies of pages by file name, `contents` the lists of an EPUB 3 table of contents,
    `ncx` the navPoints of an EPUB 2 one."""
    items = "".join(f'<item id="{n}" href="{n}" media-type="application/xhtml+xml"/>' for n in chapters)
    if contents:
        items += '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    if ncx:
        items += '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    aside = dict.fromkeys(linear_no, ' linear="no"')
    spine = "".join(f'<itemref idref="{name}"{aside.get(name, "")}/>' for name in chapters)
    package = (
        '<?xml version="1.0" encoding="utf-8"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
        f"<dc:creator>{author}</dc:creator><dc:date>2015-01-01</dc:date></metadata>"
        f'<manifest>{items}</manifest><spine toc="ncx">{spine}</spine></package>'
    )
    members = {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER.format(path="OEBPS/a.opf")}
    members["OEBPS/a.opf"] = package
    for name, body in chapters.items():
        members[f"OEBPS/{name}"] = (
            '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
            f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>{body}</body></html>'
        )
    if contents:
        members["OEBPS/nav.xhtml"] = (
            '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>'
            f'<nav epub:type="landmarks"><ol><li><a href="x">غلاف</a></li></ol></nav>'
            f'<nav epub:type="toc">{contents}</nav></body></html>'
        )
    if ncx:
        members["OEBPS/toc.ncx"] = (
            '<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">'
            f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{ncx}</navMap></ncx>'
        )
    return archive(members | dict(more or {}))


def docx(body: str, *, styles: str = "", numbering: str = "", footnotes: str = "", title: str = "") -> bytes:
    """A document of Word with this inside its w:body."""
    members = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f'<?xml version="1.0"?><w:document {W}><w:body>{body}</w:body></w:document>',
        "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
        "docProps/core.xml": f'<c xmlns:dc="d"><dc:title>{title}</dc:title><dc:creator>ليلى</dc:creator></c>',
    }
    if numbering:
        members["word/numbering.xml"] = f"<w:numbering {W}>{numbering}</w:numbering>"
    if footnotes:
        members["word/footnotes.xml"] = f"<w:footnotes {W}>{footnotes}</w:footnotes>"
    return archive(members)


def word(text: str, style: str = "", more: str = "") -> str:
    """A paragraph of Word in a style."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    run = f'<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{styled}{more}</w:pPr>{run}</w:p>"


def odt(body: str, *, more: Mapping[str, str] | None = None) -> bytes:
    """A document of LibreOffice with this inside its office:text."""
    members = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f'<?xml version="1.0"?><office:document-content {ODF}><office:body><office:text>{body}'
        "</office:text></office:body></office:document-content>",
        "meta.xml": f'<office:document-meta {ODF} xmlns:dc="d" xmlns:meta="m"><office:meta>'
        "<dc:title>رسالة إلى البحر</dc:title><meta:initial-creator>كريم</meta:initial-creator>"
        "</office:meta></office:document-meta>",
    }
    return archive(members | dict(more or {}))


class Drawn(NamedTuple):
    """A line on a page of a PDF: glyphs from left to right, of which each says one or more characters."""

    glyphs: Sequence[str]
    x: float
    y: float
    size: float = 12.0


def pdf(pages: Sequence[Sequence[Drawn]], *, title: str = "", encrypt: bool = False) -> bytes:
    """A PDF with a font that is half as wide as high; a glyph stands where the one before it ends."""
    glyphs = sorted({glyph for page in pages for line in page for glyph in line.glyphs if glyph != " "})
    codes = {glyph: number for number, glyph in enumerate(glyphs, 1)}
    mapping = "".join(f"<{codes[g]:02x}> <{g.encode('utf-16-be').hex()}>\n" for g in glyphs)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(glyphs)} beginbfchar\n{mapping}endbfchar endcmap end end"
    )
    names = " ".join(f"/g{code}" for code in codes.values())
    procs = " ".join(f"/g{code} 4 0 R" for code in codes.values())
    widths = " ".join(["500"] * len(glyphs))
    kids = " ".join(f"{8 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        (
            "<< /Type /Font /Subtype /Type3 /FontBBox [0 -200 500 800] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 1 "
            f"/LastChar {len(glyphs)} /Widths [{widths}] /Encoding << /Type /Encoding /Differences [1 {names}] >> "
            f"/CharProcs << {procs} >> /Resources << >> /ToUnicode 6 0 R >>"
        ).encode(),
        _stream(b"500 0 0 -200 500 800 d1 0 0 500 700 re f"),
        b"null",
        _stream(cmap.encode()),
        f"<< /Title <{title.encode('utf-16', 'surrogatepass').hex()}> >>".encode(),
    ]
    for number, page in enumerate(pages):
        content = "".join(_line(line, codes) for line in page)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {9 + 2 * number} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>".encode()
        )
        objects.append(_stream(content.encode()))
    return _file(objects, encrypt=encrypt)


def _line(line: Drawn, codes: Mapping[str, int]) -> str:
    drawn, x = "", line.x
    for glyph in line.glyphs:
        if glyph != " ":
            drawn += f"BT /F {line.size} Tf 1 0 0 1 {x:.2f} {line.y:.2f} Tm <{codes[glyph]:02x}> Tj ET\n"
        x += line.size / 2
    return drawn


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _file(objects: Sequence[bytes], *, encrypt: bool) -> bytes:
    raw, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(raw))
        raw += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(raw)
    raw += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    raw += b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00><00>]" % (b"11" * 32, b"22" * 32)
    return raw + b"trailer << /Size %d /Root 1 0 R /Info 7 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        lock if encrypt else b"",
        start,
    )
