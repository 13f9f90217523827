"""Rows with two straight margins."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document.build import plain_blocks
from reader.document.marks import Mark, Role
from reader.document.model import Document, Source
from reader.layout.page import Page, PageOptions
from reader.layout.runs import MarkIndex
from reader.text.arabic import TATWEEL
from reader.text.span import Span

PROSE = "خرجت القافلة عند الفجر من المدينة القديمة وسارت نحو الشمال حتى بلغت مشارف الواحة الكبيرة ثم استراحت فيها."
JUSTIFIED = PageOptions(justify=True)


def page(text: str, width: int, options: PageOptions = JUSTIFIED, names: MarkIndex | None = None) -> Page:
    return Page(Document(text, plain_blocks(text), Source("x", "text", "utf-8", "")), width, options, names=names)


@pytest.mark.parametrize("width", [30, 40, 55, 70])
def test_all_rows_but_the_last_are_full(width: int) -> None:
    lines = page(PROSE, width).lines(0, 50)
    assert [line.width for line in lines[:-1]] == [width] * (len(lines) - 1)
    assert lines[-1].width < width
    assert not any(TATWEEL in cell.text for cell in lines[-1].cells)


def test_no_word_is_stretched_twice_and_no_letter_moves() -> None:
    ragged, straight = (page(PROSE, 40, options).lines(0, 50) for options in (PageOptions(), JUSTIFIED))
    assert [line.span for line in straight] == [line.span for line in ragged]
    for line in straight:
        words = [0]
        for cell in line.cells:
            words[-1] += TATWEEL in cell.text
            if not cell.text.strip():
                words.append(0)
        assert max(words) <= 1


def test_a_name_is_not_stretched() -> None:
    name = Span(PROSE.index("المدينة القديمة"), PROSE.index(" وسارت"))
    lines = page(PROSE, 40, names=MarkIndex([Mark(name, Role.LOCATION)])).lines(0, 50)
    cells = [cell for line in lines for cell in line.cells if cell.span.overlaps(name)]
    assert cells
    assert not any(TATWEEL in cell.text for cell in cells)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("قِفَا نَبْكِ مِنْ ذِكْرَى حَبِيبٍ وَمَنْزِلِ بِسِقْطِ اللِّوَى بَيْنَ الدَّخُولِ فَحَوْمَلِ", "vowel signs"),
        ("The quick brown fox jumps over the lazy dog again and again until it rests.", "another script"),
        ("من لا دم له لا دم له من لا دم له لا دم له من لا دم له لا دم له", "short words"),
    ],
)
def test_what_is_not_drawn_out(text: str, why: str) -> None:
    lines = page(text, 30).lines(0, 50)
    assert not any(TATWEEL in cell.text for line in lines for cell in line.cells), why


@settings(deadline=None, max_examples=100)
@given(st.text("ابتسصلمنهوةيأ لا،.\u064e1a", max_size=150), st.integers(8, 60))
def test_rows_stay_within_the_page(text: str, width: int) -> None:
    lines = page(text, width).lines(0, 100)
    assert all(line.left + line.width <= width for line in lines)
    assert "".join(line.span.of(text) for line in lines) == text
