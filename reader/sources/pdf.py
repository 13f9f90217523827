"""A PDF: its text in the order in which it is read, its paragraphs and headings by how they stand on the page."""

from __future__ import annotations

import re
import unicodedata
from math import hypot, isfinite
from time import monotonic
from typing import TYPE_CHECKING, Any

from reader.document.model import Metadata
from reader.errors import UnreadableSourceError
from reader.messages import message
from reader.sources.content import Parsed, is_no_title
from reader.sources.pdf_glyphs import Glyph, is_mark, turned_ligatures
from reader.sources.pdf_lines import lines
from reader.sources.pdf_paragraphs import paragraphs
from reader.sources.pdf_visual import Habits, backward_words, crossed_brackets, is_rtl
from reader.text.arabic import PRESENTATION_FORMS

if TYPE_CHECKING:
    from reader.sources.content import Given
    from reader.sources.pdf_lines import Line

_INSTALL = message("pip install 'qari[pdf]'")
_SECONDS = 120.0
"""What a file may take; a book of a thousand pages takes a quarter of it."""
_MOST_GLYPHS = 60_000
"""Characters of a page; a page of a newspaper has a third as many."""
_FORM = re.compile(f"[{PRESENTATION_FORMS}]")


def parse(given: Given) -> Parsed:
    """All pages. Raises UnreadableSourceError where the file is locked, damaged or only scanned."""
    try:
        import pypdfium2
    except ImportError as error:
        raise UnreadableSourceError(message("PDF needs one more package"), _INSTALL) from error
    try:
        document = pypdfium2.PdfDocument(given.raw)
    except pypdfium2.PdfiumError as error:
        raise _refusal(error) from error
    try:
        pages, notices = _pages(document, pypdfium2)
        title, author = (_about(document, key) for key in ("Title", "Author"))
    except pypdfium2.PdfiumError as error:
        raise UnreadableSourceError(message("this PDF is damaged")) from error
    finally:
        document.close()
    if not any(pages):
        raise UnreadableSourceError(
            message("this PDF has no text, only pictures of it"), message("let an OCR program read it first")
        )
    found = _lines(pages)
    metadata = Metadata(title=None if is_no_title(title) else title or None, author=author or None)
    return Parsed("pdf", paragraphs(found), metadata=metadata, notices=notices)


def _about(document: Any, key: str) -> str:
    """What the file says of itself, nothing where that is no text (half a surrogate)."""
    try:
        said: str = document.get_metadata_value(key)
    except UnicodeDecodeError:
        return ""
    return " ".join(said.split())


def _lines(pages: list[list[Glyph]]) -> list[list[Line]]:
    """The lines of all pages, as the habits of whoever made the file want them read."""
    everything = [glyph for page in pages for glyph in page]
    rtl = is_rtl("".join(glyph.char for glyph in everything))
    habits = Habits(rtl, turned_ligatures(everything))
    found = [lines(page, habits) for page in pages]
    text = " ".join(line.text for page in found for line in page)
    if backward_words(text) > 0:
        habits = habits._replace(drawn_forwards=True)
    elif crossed_brackets(text) > 0:
        habits = habits._replace(mirrored=False)
    else:
        return found
    return [lines(page, habits) for page in pages]


def _refusal(error: Exception) -> UnreadableSourceError:
    if "assword" in str(error):
        return UnreadableSourceError(
            message("this PDF is locked with a password"), message("save it without, and open that")
        )
    return UnreadableSourceError(message("this PDF is damaged"))


def _pages(document: Any, pypdfium2: Any) -> tuple[list[list[Glyph]], tuple[str, ...]]:
    """The characters of every page, as many as the time allows."""
    pages: list[list[Glyph]] = []
    end = monotonic() + _SECONDS
    broken = 0
    for number in range(len(document)):
        if monotonic() > end:
            return pages, (
                message("only the first {count} of {all} pages: it takes too long", count=number, all=len(document)),
            )
        try:
            page = document[number]
            text = page.get_textpage()
            pages.append(_glyphs(text, pypdfium2.raw))
            text.close()
            page.close()
        except pypdfium2.PdfiumError:
            broken += 1
    return pages, (message("{count} of {all} pages cannot be read", count=broken, all=len(document)),) if broken else ()


def _glyphs(text: Any, raw: Any) -> list[Glyph]:
    """The characters of a page in the order of the file, less those that PDFium adds by itself."""
    from ctypes import c_double

    box, x, y, matrix = raw.FS_RECTF(), c_double(), c_double(), raw.FS_MATRIX()
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    glyphs: list[Glyph] = []
    for index in range(min(_MOST_GLYPHS, text.count_chars())):
        chars = _characters(raw.FPDFText_GetUnicode(text, index))
        if not chars or raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        raw.FPDFText_GetLooseCharBox(text, index, box)
        if is_mark(chars[-1]):  # its room may begin far from it: only what is seen of it stands over a letter
            raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
            box.left, box.right = left.value, right.value
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetMatrix(text, index, matrix)
        size = max(1.0, raw.FPDFText_GetFontSize(text, index) * hypot(matrix.c, matrix.d))
        if all(map(isfinite, (x.value, y.value, box.left, box.right, size))):
            glyphs += (Glyph(char, x.value, y.value, box.left, box.right, size) for char in chars)
    return glyphs


def _characters(code: int) -> str:
    """What a code point says: the letters of a presentation form, nothing for what nobody can see."""
    char = chr(code) if code < 0x110000 else ""
    if not char or unicodedata.category(char) in ("Cc", "Cf", "Cn", "Co", "Cs"):
        return " " if char in ("\t", "\n", "\r") else ""
    return unicodedata.normalize("NFKC", char) if _FORM.match(char) else char
