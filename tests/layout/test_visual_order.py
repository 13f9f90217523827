"""What stands on a row from left to right.

Texts are written as UAX #9 writes its examples: capital letters stand for Arabic ones, so that both the
logical text and the row can be read here. A row is compared from its left to its right end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from bidi import get_display
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reader.document.model import BlockKind
from reader.layout.page import Page, PageOptions
from reader.text.arabic import Digits
from reader.text.isolates import isolates

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.document.model import Document


CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ARABIC = "بتثجحخدذرزسشصضطظعغفقكلمنهي"  # no alef: lam and alef would share a cell
TO_ARABIC = str.maketrans(CAPITALS, ARABIC)
TO_CAPITALS = str.maketrans(ARABIC, CAPITALS)


def row(document: Document, options: PageOptions = PageOptions()) -> str:  # noqa: B008
    """The one row of a document: letters as in the text, everything else as it is drawn."""
    (line,) = Page(document, 120, options).lines(0, 2)
    letters = [(document.text[cell.span.start], cell.text) for cell in line.cells]
    return "".join(source if source.isalpha() else drawn for source, drawn in letters).translate(TO_CAPITALS)


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("QAL NAM.", ".MAN LAQ", "a full stop closes the sentence at its left end"),
        ("QAL (AHMD) NAM", "MAN (DMHA) LAQ", "brackets still enclose: each is drawn as its mirror image (L4)"),
        ("QAL «NAM»", "«MAN» LAQ", "guillemets are mirrored like brackets"),
        ("(AB [CD (EF)])", "([(FE) DC] BA)", "nested brackets nest as before"),
        ("AB <CD> ≤ EF", "FE ≥ <DC> BA", "mathematical signs are mirrored too"),
        ("ZAD 10–20٪", "٪20–10 DAZ", "behind Arabic letters numbers are Arabic (W2): a range runs leftwards"),
        ("AB 25% CD", "DC %25 BA", "the percent sign of such a number stands at its left"),
        ("AB ٢٥٪ CD", "DC ٪٢٥ BA", "the same in Arabic-Indic digits"),
        ("FI 2023/09/17.", ".2023/09/17 IF", "a slash between the parts of a number belongs to it (W4)"),
        ("FI 2023-09-17", "2023-09-17 IF", "an ISO date is one code (HL4)"),
        ("FI 10-20", "20-10 IF", "a hyphen between two bare numbers is a range, and no part of either"),
        ("AB 1,234.56 CD", "DC 1,234.56 BA", "separators inside a number keep it whole"),
        ("AB 14:30", "14:30 BA", "a clock time is one number"),
        ("A tu-160 Otu-95", "tu-95O tu-160 A", "a Latin code keeps its order behind an attached waw"),
        ("A Otu-160 Otu-22.", ".tu-22O tu-160O A", "and so does the last one, before the full stop"),
        ("Z https://a.b/c?d=1&e=2 H", "H https://a.b/c?d=1&e=2 Z", "an address is one left-to-right run"),
        ("A c++", "c++ A", "a name of code keeps its signs (HL4)"),
        ("A c!", "!c A", "other signs after Latin at the end of an Arabic paragraph go with the paragraph (N2)"),
        ('Q x: "a b!" N', 'N "a b!" :x Q', "what is quoted keeps its last sign, and its marks keep to it"),
        ("A \u2066c++\u2069", "c++ A", "unless the writer has isolated them"),
        ("A c++\u200e", "c++ A", "or closed them with a left-to-right mark"),
        ('he said "AB CD" (twice).', 'he said "DC BA" (twice).', "a Latin paragraph runs left to right"),
        ("AB (cd) EF", "FE (cd) BA", "brackets round Latin take the paragraph's direction (N0)"),
        ("AB [1] CD", "DC [1] BA", "a reference number"),
        ("AB\tCD", "DC      BA", "a tab runs to the eighth column from the right"),
        ("A\nB", "B A", "a line end inside a paragraph is a space"),
        ("A \t\n  B", "B A", "the white space around it included"),
        ("A\r\nB", "B A", "of whatever kind"),
        ("  A B", "B A", "the indentation of a paragraph is not shown"),
        ("A B  ", "B A", "white space at the end makes no cell"),
        ("A\u00adB", "BA", "a soft hyphen is not seen"),
        ("A\x1bB\u202eC", "C\ufffdB␛A", "control characters are signs, and turn nothing round"),
        ("A\ufdd0B", "B\ufffdA", "a noncharacter is not lost"),
    ],
)
def test_row(text: str, expected: str, reason: str, of: Callable[..., Document]) -> None:
    assert row(of(text.translate(TO_ARABIC), BlockKind.PARAGRAPH)) == expected, reason


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("QAL “NAM”", "“MAN” LAQ", "both curl towards the word"),
        ("QAL ”NAM“", "“MAN” LAQ", "also where the writer typed them for their look"),
        ("O“NAM”.", ".“MAN”O", "an attached waw does not turn the mark"),
        ("(“NAM”)", "(“MAN”)", "nor does a bracket"),
        ("A “B ‘C’ D”", "“D ‘C’ B” A", "single marks inside double ones"),
        ("QAL “yes” N", "N “yes” LAQ", "marks round Latin belong to the Arabic around them"),
        ("he said “yes”", "he said “yes”", "nothing changes left to right"),
        ("A don’t B", "B don’t A", "an apostrophe in a Latin word stays"),
    ],
)
def test_quotes(text: str, expected: str, reason: str, of: Callable[..., Document]) -> None:
    assert row(of(text.translate(TO_ARABIC))) == expected, reason


def test_digits_are_exchanged_before_they_are_ordered(of: Callable[..., Document]) -> None:
    document = of("10-20")
    latin, arab = (row(document, PageOptions(digits=digits)) for digits in (Digits.LATIN, Digits.ARAB))
    assert latin == "10-20", "European numbers with a hyphen between them are one number (W4)"
    assert arab == "٢٠-١٠", "Arabic ones are two"


def test_marks_stay_with_their_letter(of: Callable[..., Document]) -> None:
    document = of("كِتابٌ")
    (line,) = Page(document, 20).lines(0, 2)
    assert [cell.span.of(document.text) for cell in line.cells] == ["بٌ", "ا", "ت", "كِ"]
    assert [cell.text[1:] for cell in line.cells] == ["\u064c", "", "", "\u0650"]


def test_hidden_tashkeel_keeps_the_spans(of: Callable[..., Document]) -> None:
    document = of("كِتابٌ")
    shown, hidden = (Page(document, 20, PageOptions(tashkeel=on)).lines(0, 1)[0] for on in (True, False))
    assert [cell.span for cell in shown.cells] == [cell.span for cell in hidden.cells]
    assert all(len(cell.text) == 1 for cell in hidden.cells)


def test_lam_alef_is_one_cell_of_two_letters(of: Callable[..., Document]) -> None:
    document = of("لأن")
    (line,) = Page(document, 20).lines(0, 2)
    assert [cell.span.of(document.text) for cell in line.cells] == ["ن", "لأ"]
    assert line.left + line.width == 20


SINGLE_CELLS = st.text("ابتثلمن" + "abXY" + "019٣٤" + " .,:;!?-–/%٪$+()[]«»“”'\"،؛؟…", min_size=1, max_size=60)


@given(text=SINGLE_CELLS)
@settings(deadline=None, max_examples=300)
def test_order_is_that_of_another_implementation(text: str, of: Callable[..., Document]) -> None:
    """python-bidi mirrors nothing and knows no cells: compared are the letters of the text in their order."""
    text = text.strip()
    assume(not isolates(text))
    document = of(text, BlockKind.PARAGRAPH)
    lines = Page(document, 120).lines(0, 2)
    assert len(lines) == 1
    drawn = "".join(_as_drawn(cell.span.of(text)) for cell in lines[0].cells)
    assert drawn == get_display(text, base_dir="LR"[lines[0].direction]).strip()


def _as_drawn(cell: str) -> str:
    """A lam-alef cell as two letters, left to right."""
    assert len(cell) == 1 or re.fullmatch("ل[اأإآ]", cell)
    return cell[::-1]
