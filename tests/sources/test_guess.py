"""Which encoding a few letters are in, where half the alphabet has the same bytes in three of them."""

from __future__ import annotations

import pytest

from reader.sources.decode import decode


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("باب", "the same bytes in ISO 8859-6 and on the Mac"),
        ("شجرة", "as much a word in all three"),
        ("كتاب", "on the Mac its letters but one, «_تاب», are likelier ones"),
        ("غرفة", "on the Mac «[ر]ة» has fewer rare letters"),
    ],
)
def test_of_encodings_that_fit_a_word_alike_windows_1256_is_meant(word: str, why: str) -> None:
    decoded = decode(word.encode("windows-1256"))
    assert (decoded.text, decoded.encoding) == (word, "windows-1256"), why
