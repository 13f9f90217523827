from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.arabic import strip_tashkeel
from reader.text.cells import width
from reader.text.clusters import clusters
from reader.text.controls import visible
from reader.text.shape import TAB_WIDTH, Glyph, shape
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable


def _drawn(text: str, *, tashkeel: bool = True) -> list[str]:
    return [glyph.text for glyph in shape(text, tashkeel=tashkeel)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("كتاب", ["ﻛ", "ﺘ", "ﺎ", "ﺏ"]),  # initial, medial, final, isolated
        ("دار", ["ﺩ", "ﺍ", "ﺭ"]),  # letters that never join onwards
        ("في ما", ["ﻓ", "ﻲ", " ", "ﻣ", "ﺎ"]),  # joining stops at a space
        ("ء", ["ﺀ"]),
        ("ـبـ", ["ـ", "ﺒ", "ـ"]),  # tatweel joins on both sides
        ("ا\u0653ن", ["ﺁ", "ﻥ"]),  # composed before it is shaped
        ("وTu-95", ["ﻭ", "T", "u", "-", "9", "5"]),  # Latin touching Arabic
        ("بـTu", ["ﺑ", "ـ", "T", "u"]),
        ("﴿ق﴾", ["﴿", "ﻕ", "﴾"]),
    ],
)
def test_letters_take_joined_forms(text: str, expected: list[str]) -> None:
    assert _drawn(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("لا", [Glyph("ﻻ", 1, Span(0, 2))]),
        (
            "لأ لإ لآ",
            [
                Glyph("ﻷ", 1, Span(0, 2)),
                Glyph(" ", 1, Span(2, 3)),
                Glyph("ﻹ", 1, Span(3, 5)),
                Glyph(" ", 1, Span(5, 6)),
                Glyph("ﻵ", 1, Span(6, 8)),
            ],
        ),
        ("لا\u0653", [Glyph("ﻵ", 1, Span(0, 3))]),  # madda written apart
        ("بلا", [Glyph("ﺑ", 1, Span(0, 1)), Glyph("ﻼ", 1, Span(1, 3))]),  # joined from the right
        ("لَا", [Glyph("ﻻَ", 1, Span(0, 3))]),  # a mark between them
        ("لِّإ\u0650", [Glyph("ﻹ\u0651\u0650\u0650", 1, Span(0, 5))]),  # marks of both, lam's first
        ("ل\u200fا", [Glyph("ﻻ", 1, Span(0, 3))]),  # a bidi mark does not part
        ("ل\u200cا", [Glyph("ﻝ", 1, Span(0, 2)), Glyph("ﺍ", 1, Span(2, 3))]),  # ZWNJ does
        ("ل\u200dا", [Glyph("ﻟ", 1, Span(0, 2)), Glyph("ﺎ", 1, Span(2, 3))]),  # ZWJ joins but makes no ligature
        ("لـا", [Glyph("ﻟ", 1, Span(0, 1)), Glyph("ـ", 1, Span(1, 2)), Glyph("ﺎ", 1, Span(2, 3))]),
        ("للا", [Glyph("ﻟ", 1, Span(0, 1)), Glyph("ﻼ", 1, Span(1, 3))]),
        ("لٱ", [Glyph("ﻟ", 1, Span(0, 1)), Glyph("ﭑ", 1, Span(1, 2))]),  # there is no such form
    ],
)
def test_lam_alef_is_one_glyph(text: str, expected: list[Glyph]) -> None:
    assert shape(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مُد\u0651\u064e", ["ﻣُ", "ﺪ\u0651\u064e"]),  # shadda before the vowel, in whatever order it was typed
        ("مُد\u064e\u0651", ["ﻣُ", "ﺪ\u0651\u064e"]),
        ("ىٕ\u064e", ["ﻯ\u0655\u064e"]),  # hamza before the vowel
        ("َب", ["◌َ", "ﺏ"]),  # nothing to ride on
        ("\u200fَ", ["", "◌َ"]),  # a bidi mark carries nothing
        (" َب", [" َ", "ﺏ"]),  # a space does
        ("e\u0301", ["é"]),
        ("q\u0301", ["q\u0301"]),
    ],
)
def test_marks_ride_on_their_letter(text: str, expected: list[str]) -> None:
    assert _drawn(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مُحَمَّدٌ", ["ﻣ", "ﺤ", "ﻤ", "ﺪ"]),
        ("ٱلرَّحْمَٰنِ", ["ﭐ", "ﻟ", "ﺮ", "ﺣ", "ﻤ", "ﻦ"]),
        ("خانهٔ", ["ﺧ", "ﺎ", "ﻧ", "ﻪٔ"]),  # a hamza belongs to the word
        ("شؤون ا\u0654", ["ﺷ", "ﺆ", "ﻭ", "ﻥ", " ", "ﺃ"]),
        ("لهُۥ", ["ﻟ", "ﻪ", ""]),  # the small waw has a place in the text, none on the page
        ("َب", ["", "ﺏ"]),
        ("é", ["é"]),  # no tashkeel
    ],
)
def test_tashkeel_can_be_hidden(text: str, expected: list[str]) -> None:
    assert _drawn(text, tashkeel=False) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("می‌رود", ["ﻣ", "ﯽ", "ﺭ", "ﻭ", "ﺩ"]),  # ZWNJ parts and is not drawn
        ("ه\u200d", ["ﻫ"]),  # ZWJ joins to nothing
        ("\u200dه", ["", "ﻪ"]),
        (" \u200dه", [" ", "ﻪ"]),
        ("د\u200dب", ["ﺩ", "ﺐ"]),  # dal never joins onwards, beh does join to the ZWJ
        ("ب\u200e\u2060\u00adب", ["ﺑ", "", "", "", "ﺐ"]),  # bidi marks and such are transparent
        ("ب\u2067ب\u2069", ["ﺏ", "", "ﺏ", ""]),  # isolates are not
        ("\ufeffب", ["", "ﺏ"]),
    ],
)
def test_joiners_act_and_are_not_drawn(text: str, expected: list[str]) -> None:
    assert _drawn(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("پچژگک", ["ﭘ", "ﭽ", "ﮋ", "ﮔ", "ﮏ"]),  # Persian
        ("گی", ["ﮔ", "ﯽ"]),
        ("ٹڈڑ", ["ﭨ", "ﮉ", "ﮌ"]),  # Urdu
        ("میں", ["ﻣ", "ﯿ", "ﮟ"]),
        ("ہے بھی", ["ﮨ", "ﮯ", " ", "ﺑ", "ﮭ", "ﯽ"]),
        ("ہۂ ۂ", ["ﮨ", "ﮧٔ", " ", "ﮦٔ"]),  # no forms of its own: heh and a hamza
        ("صلوۃ بۃ", ["ﺻ", "ﻠ", "ﻮ", "ۃ", " ", "ﺑ", "ﺔ"]),
        ("بە", ["ﺑ", "ﻪ"]),  # Kurdish vowel, drawn like heh
        ("بێب", ["ﺑ", "ﯿ\u065a", "ﺐ"]),  # Kurdish: a joined letter and its sign
        ("ڵا", ["ﻻ\u065a"]),  # lam-alef too
        ("ښه", ["ﺳ\u065c\u06ec", "ﻪ"]),  # Pashto
        ("بڕب", ["ﺑ", "ڕ", "ﺏ"]),  # joins to the right only
    ],
)
def test_letters_of_other_languages(text: str, expected: list[str]) -> None:
    assert _drawn(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\tb", [("a", 1), (" " * TAB_WIDTH, TAB_WIDTH), ("b", 1)]),
        ("a\r\nb\n", [("a", 1), (" ", 1), ("b", 1), (" ", 1)]),  # a line end inside a paragraph is a space
        ("\x1b[م", [("␛", 1), ("[", 1), ("ﻡ", 1)]),  # an escape never gets through
        ("\u202eabc", [("\ufffd", 1), ("a", 1), ("b", 1), ("c", 1)]),
        ("۝١٢", [("○", 1), ("١", 1), ("٢", 1)]),  # no terminal draws digits inside the sign, some give it no cell
        ("بۖ۝", [("ﺏۖ", 1), ("○", 1)]),  # without a number
        ("\u0600١\u08e2٢", [("◌", 1), ("١", 1), ("○", 1), ("٢", 1)]),  # its like
        ("漢", [("漢", 2)]),
        ("👍🏽", [("👍", 2)]),  # what terminals disagree on is left out
        ("❤️", [("❤", 1)]),
        ("👩‍🚀", [("👩🚀", 4)]),
        ("🇸🇦", [("🇸🇦", 2)]),
        ("﷽", [("ﻢﻴﺣﺮﻟﺍ ﻦﻤﺣﺮﻟﺍ ﻪﻠﻟﺍ ﻢﺴﺑ", 22)]),  # what one cell cannot show is written out
        ("ﻛﺘﺐ ﻟﺎ", [("ﻛ", 1), ("ﺘ", 1), ("ﺐ", 1), (" ", 1), ("ﻻ", 1)]),  # presentation forms in the source
        ("\u1100\u1161", [("가", 2)]),
        ("\u1161", [("◌\u1161", 1)]),  # half a syllable
        ("", []),
    ],
)
def test_what_is_drawn_and_how_wide(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(glyph.text, glyph.width) for glyph in shape(text)] == expected


_ARABIC = "ابتجحدرسلمنهويىةءأإآؤئلاپچژگکیٹںہے"
_TRICKY = _ARABIC + "َُِّْٰٓـ ٔ\u200c\u200d\u200f\u2067\u2069\u00ad۝١2a\n\t\r\x1b☂👨🏽\ufe0f\u0301ێۂەۥﻟﺎ"
_TEXTS = st.text(st.sampled_from(_TRICKY), max_size=40) | st.text(st.characters(exclude_categories=()), max_size=40)


@settings(deadline=None, max_examples=400)
@given(_TEXTS, st.booleans())
def test_glyphs_partition_the_text_and_are_safe(text: str, tashkeel: bool) -> None:
    glyphs = shape(text, tashkeel=tashkeel)
    assert "".join(glyph.span.of(text) for glyph in glyphs) == text
    assert all(glyph.span.length for glyph in glyphs)
    for glyph in glyphs:
        assert glyph.width == width(glyph.text)
        assert bool(glyph.width) == bool(glyph.text)
        assert visible(glyph.text) == glyph.text
        assert not any(ch in "\n\r\t\u200c\u200d\u200e\u200f\u061c\ufe0f" for ch in glyph.text)


@settings(deadline=None, max_examples=400)
@given(_TEXTS)
def test_glyphs_never_cut_a_cluster(text: str) -> None:
    prepended = {"۝", *map(chr, (*range(0x600, 0x606), 0x70F, 0x890, 0x891, 0x8E2))}
    starts = {span.start for span in clusters(text)}
    for glyph in shape(text):
        start = glyph.span.start
        assert start in starts or text[start - 1] in prepended or unicodedata.category(text[start - 1]) in {"Cf", "Lo"}


@settings(deadline=None, max_examples=400)
@given(st.text(st.sampled_from(_ARABIC + "َُِّْٰـ "), max_size=40))
def test_drawn_letters_are_the_letters_of_the_text(text: str) -> None:
    drawn = unicodedata.normalize("NFKC", "".join(_drawn(text)))
    assert strip_tashkeel(drawn).replace("◌", "") == strip_tashkeel(unicodedata.normalize("NFC", text))


@settings(deadline=None, max_examples=200)
@given(st.text(st.sampled_from(_TRICKY), max_size=20), st.text(st.sampled_from(_ARABIC), min_size=1, max_size=20))
def test_words_are_shaped_alone(before: str, after: str) -> None:
    """What stands before a space changes nothing behind it, so that words may be kept."""
    head = before + " "
    moved = [Glyph(glyph.text, glyph.width, glyph.span.shift(len(head))) for glyph in shape(after)]
    assert shape(head + after)[-len(moved) :] == moved


def test_a_long_run_without_spaces_is_joined_throughout() -> None:
    assert _drawn("ب" * 300) == ["ﺑ", *["ﺒ"] * 298, "ﺐ"]


@pytest.mark.parametrize("unit", ["ب", "بَ", "لا", "a", "☂ب", "َ", "۝", "ب\u200d"])
def test_long_words_take_linear_work(unit: str, steps_grow: Callable[..., float]) -> None:
    assert steps_grow(lambda count: shape(unit * count), 100) < 1.2
    assert shape(unit * 10_000)[-1].span.end == len(unit) * 10_000
