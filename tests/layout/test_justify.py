"""Rows with two straight margins."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.document.build import plain_blocks
from reader.document.model import Document, Source
from reader.layout.line import Line
from reader.layout.page import Page, PageOptions
from reader.text.arabic import TATWEEL
from reader.text.span import Span

PROSE = "خرجت القافلة عند الفجر من المدينة القديمة وسارت نحو الشمال حتى بلغت مشارف الواحة الكبيرة ثم استراحت فيها."
JUSTIFIED = PageOptions(justify=True)


def page(
    text: str, width: int, options: PageOptions = JUSTIFIED, is_fixed: Callable[[Span], bool] = lambda _: False
) -> Page:
    return Page(Document(text, plain_blocks(text), Source("x", "text", "utf-8", "")), width, options, is_fixed=is_fixed)


def stretched(lines: list[Line]) -> set[Span]:
    return {cell.span for line in lines for cell in line.cells if TATWEEL in cell.text}


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


def test_a_name_is_not_stretched_in_whichever_paragraph_it_stands() -> None:
    text = f"{PROSE}\n\n{PROSE}"
    start = text.rindex("المدينة القديمة")
    name = Span(start, start + len("المدينة القديمة"))
    assert any(span.overlaps(name) for span in stretched(page(text, 40).lines(0, 50)))
    kept = stretched(page(text, 40, is_fixed=name.overlaps).lines(0, 50))
    assert kept
    assert not any(span.overlaps(name) for span in kept)


def test_a_verse_in_its_brackets_is_not_stretched() -> None:
    text = f"قال تعالى في محكم التنزيل ﴿{PROSE[:-1]}﴾ وانتهت القافلة بعد ذلك إلى المدينة القديمة وسارت نحو الشمال"
    verse = Span(text.index("﴿"), text.index("﴾"))
    found = stretched(page(text, 30).lines(0, 50))
    assert found
    assert not any(span.overlaps(verse) for span in found)


def test_signs_that_are_hidden_still_tell_scripture() -> None:
    vowelled = "قِفَا نَبْكِ مِنْ ذِكْرَى حَبِيبٍ وَمَنْزِلِ بِسِقْطِ اللِّوَى بَيْنَ الدَّخُولِ فَحَوْمَلِ والمنازل"
    assert not stretched(page(vowelled, 30, PageOptions(justify=True, tashkeel=False)).lines(0, 50))


@pytest.mark.parametrize("spacing", [0, 1, 2])
def test_blank_rows_between_rows_take_no_text(spacing: int) -> None:
    close, wide = (page(f"{PROSE}\n\n{PROSE}", 40, PageOptions(spacing=n)) for n in (0, spacing))
    tight, airy = close.lines(0, 99), wide.lines(0, 99)
    assert [line for line in airy if line.cells] == [line for line in tight if line.cells]
    assert len(airy) == len(tight) + spacing * sum(bool(line.cells) for line in tight)
    for position in range(len(PROSE)):
        assert wide.line_at(wide.place_of(position)).cells == close.line_at(close.place_of(position)).cells


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
