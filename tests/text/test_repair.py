"""Ruined Arabic made readable, each case with why; and good text left alone."""

import pytest
from arabic_reshaper import reshape
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.repair import Ruin, repair
from reader.text.span import Span

GOOD = (
    "وصل وزير الخارجية إلى مدينة القاهرة (مصر) يوم 12 مارس 2021 مع Mr Smith صباحا.\n"
    "ثم غادرها في المساء إلى الرباط، ومنها إلى مدينة فاس القديمة.\n"
)
DRAWN = "".join(f"{get_display(reshape(line))}\n" for line in GOOD.splitlines())
TURNED = "".join(f"{get_display(line)}\n" for line in GOOD.splitlines())

RUINED = [
    (GOOD.encode().decode("cp1256"), GOOD, (Ruin.MOJIBAKE,), "UTF-8 read as windows-1256"),
    (GOOD.encode().decode("latin-1"), GOOD, (Ruin.MOJIBAKE,), "as Latin-1"),
    (GOOD.encode("cp1256").decode("latin-1"), GOOD, (Ruin.MOJIBAKE,), "windows-1256 read as Latin-1"),
    (GOOD.encode().decode("cp1256").encode().decode("cp1256"), GOOD, (Ruin.MOJIBAKE,), "done twice"),
    (reshape(GOOD), GOOD, (Ruin.FORMS,), "presentation forms in logical order"),
    (DRAWN, GOOD, (Ruin.VISUAL_ORDER, Ruin.FORMS), "as a PDF gives it"),
    (TURNED, GOOD, (Ruin.VISUAL_ORDER,), "letters in visual order"),
    ("م ر ح ب ا   ب ك م   ج م ي ع ا\n", "مرحبا بكم جميعا\n", (Ruin.SPACED,), "letters spaced apart"),
    ("أهـــــلا وسهـــــلا بكـــــم\n", "أهلا وسهلا بكم\n", (Ruin.TATWEEL,), "drawn out"),
]


@pytest.mark.parametrize(("ruined", "readable", "ruins", "why"), RUINED)
def test_ruined_text_is_made_readable(ruined: str, readable: str, ruins: tuple[Ruin, ...], why: str) -> None:
    repaired = repair(ruined)
    assert repaired is not None, why
    assert (repaired.text, repaired.ruins) == (readable, ruins), why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (GOOD, "nothing is wrong"),
        (GOOD * 3 + GOOD.encode().decode("cp1256"), "a good text that quotes mojibake"),
        (GOOD * 3 + DRAWN, "or a line as it was drawn"),
        (f"{GOOD}أهـــلا\n", "a word drawn out for emphasis"),
        (f"{GOOD}قال: أ ب ت ث ج\n", "an alphabet"),
        ("مثلا كلا إلا فعلا مثلا\n", "words that end like a reversed article"),
        ("Le café était déjà fermé à Noël, où nous étions allés.\n", "French"),
        ("Ça va? Ç'est déjà ça.\n", "French with a cedilla"),
        ("ظل ظبي في الظل طويلا\n", "words with many of the letters that mojibake shows"),
        ("", "no text"),
    ],
)
def test_good_text_stays(text: str, why: str) -> None:
    assert repair(text) is None, why


@pytest.mark.parametrize(
    ("ruined", "expected", "why"),
    [
        (RUINED[0][0], "القاهرة".encode().decode("cp1256"), "bytes of letters"),
        (RUINED[5][0], get_display(reshape("القاهرة")), "drawn forms"),
        (RUINED[6][0], "ةرهاقلا", "turned letters"),
    ],
)
def test_a_stretch_of_the_repaired_text_leads_back_to_what_was_written(ruined: str, expected: str, why: str) -> None:
    repaired = repair(ruined)
    assert repaired is not None
    at = GOOD.index("القاهرة")
    assert repaired.source(Span(at, at + 7)).of(ruined) == expected, why


@settings(deadline=None, max_examples=200)
@given(st.text(st.sampled_from("ابتلىةظطØÙ§„ﻛﻴﻢﻻﷲ ـ\n\r\x85(a1é"), max_size=80))
def test_every_code_point_came_from_somewhere(text: str) -> None:
    repaired = repair(text)
    if repaired is not None:
        assert len(repaired.starts) == len(repaired.ends) == len(repaired.text)
        assert all(0 <= s < e <= len(text) for s, e in zip(repaired.starts, repaired.ends, strict=True))


def test_a_word_as_long_as_a_file_takes_no_longer_than_its_letters() -> None:
    """A picture in base64 is one: looked at from each letter on, this would take hours."""
    assert repair("كتاب " + "QUJD" * 250_000) is None
