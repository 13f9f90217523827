"""Where rows break. Rows are in logical order here; what they look like is another test's matter."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.layout.wrap import advance, is_space, wrap
from reader.text.shape import shape


def rows(text: str, width: int, rest: int | None = None) -> list[str]:
    glyphs = shape(text)
    starts = [glyphs[start].span.start if start else 0 for start in wrap(text, glyphs, width, rest)]
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


@pytest.mark.parametrize(
    ("text", "width", "expected", "reason"),
    [
        ("", 5, [""], "no text makes one empty row"),
        ("اب جد هو", 5, ["اب جد ", "هو"], "between words, the space left behind"),
        ("اب  جد", 2, ["اب  ", "جد"], "however many spaces there are"),
        ("ابجد هوز", 3, ["ابج", "د ", "هوز"], "inside a word only where it is wider than a row"),
        ("اب ابجد", 3, ["اب ", "ابج", "د"], "and then it begins a row of its own"),
        ("كِتَابٌ", 4, ["كِتَابٌ"], "marks take no cell"),
        ("لالالا", 3, ["لالالا"], "lam and alef take one"),
        ("اب جد ، هو", 5, ["اب ", "جد ، ", "هو"], "no row begins with a comma"),
        ("اب «جد»", 4, ["اب ", "«جد»"], "a quote stays with its words"),
        ("اب ”جد“ هو", 4, ["اب ", "”جد“ ", "هو"], "also one that is typed the other way round"),
        ('اب "جد" هو', 4, ["اب ", '"جد" ', "هو"], "and one that does not say which way it looks"),
        ("اب ( جد", 4, ["اب ", "( جد"], "no row ends with an opening bracket"),
        ("اب 5 $ جد", 6, ["اب 5 $ ", "جد"], "a sign of money behind its number is no bracket"),
        ("نما 25 % عام", 6, ["نما ", "25 % ", "عام"], "a number stays with its percent sign"),
        ("سار 12 كم غدا", 7, ["سار ", "12 كم ", "غدا"], "and with its unit"),
        ("سار 12 كما", 6, ["سار 12 ", "كما"], "but not with a word that begins like one"),
        ("اب\u00a0جد هو", 5, ["اب\u00a0جد ", "هو"], "a no-break space is none"),
        ("كتاب-قلم", 6, ["كتاب-", "قلم"], "behind a hyphen between words"),
        ("من Tu-160", 6, ["من ", "Tu-160"], "not between a letter and a number"),
        ("كتاب—قلم", 6, ["كتاب—", "قلم"], "behind a dash between words"),
        ("اب\u200bجد", 3, ["اب\u200b", "جد"], "behind a zero width space"),
        ("日本語、本", 4, ["日本", "語、", "本"], "between ideographs, never before their comma"),
        ("日本", 3, ["日", "本"], "two columns each"),
        ("في http://ab.cd/efg/h", 11, ["في ", "http://", "ab.cd/efg/h"], "a long address behind a slash"),
        ("في a/b ج", 6, ["في a/b ", "ج"], "a slash elsewhere is no place to break"),
        ("ابجد.", 4, ["ابج", "د."], "a broken word takes a letter along rather than leave its full stop"),
        ("....", 2, ["..", ".."], "unless there is nothing else"),
        ("a\tb", 9, ["a\tb"], "a tab runs to the eighth column"),
        ("a\tb", 8, ["a\t", "b"], "and hangs where nothing has room behind it"),
        ("هو ريب ۛ فيه", 6, ["هو ", "ريب ۛ ", "فيه"], "a pause sign takes a cell, and stays with its word"),
        ("ريب ۚفيه", 6, ["ريب ۚ", "فيه"], "a row may end with it"),
        ("ريب  ۛ فيه", 5, ["ريب  ۛ ", "فيه"], "also on the second of two spaces"),
        ("اب \u200cجد", 3, ["اب \u200c", "جد"], "a joiner on a space is no mark: the space hangs"),
    ],
)
def test_rows(text: str, width: int, expected: list[str], reason: str) -> None:
    assert rows(text, width) == expected, reason


def test_other_rows_may_be_narrower() -> None:
    assert rows("ab cd ef gh", 5, 2) == ["ab cd ", "ef ", "gh"]


TEXT = st.text("ابجدلa5 \t\u200b\u200c\u064e.,(«»”“-–/日%", max_size=80)


@given(text=TEXT, width=st.integers(2, 40), rest=st.integers(2, 40))
@settings(deadline=None, max_examples=300)
def test_rows_are_the_text_and_fit(text: str, width: int, rest: int) -> None:
    glyphs = shape(text)
    starts = wrap(text, glyphs, width, rest)
    assert starts == sorted(set(starts))
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(glyphs)
        row = list(glyphs[start:end])
        while row and (is_space(text, row[-1]) or not row[-1].width):
            row.pop()
        column = 0
        for glyph in row:
            column += advance(text, glyph, column)
        assert column <= (rest if number else width)
        if number:
            assert glyphs[start].width
            assert not is_space(text, glyphs[start])


@given(text=TEXT, width=st.integers(2, 40))
@settings(deadline=None, max_examples=200)
def test_a_word_that_fits_is_not_broken(text: str, width: int) -> None:
    words = [word for word in text.replace("\u200b", " ").split() if word.isalnum() and "日" not in word]
    text = " ".join(words)
    assert [word for row in rows(text, 100) for word in row.split()] == words
    if all(len(word) <= width for word in words):
        assert [word for row in rows(text, width) for word in row.split()] == words
