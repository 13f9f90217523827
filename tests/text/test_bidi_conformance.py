"""The whole of Unicode's own conformance files, and the tables that were made from its data files."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.text import bidi_data
from reader.text.bidi import line_levels, mirror, resolve, visual_order
from reader.text.bidi_levels import CODES, classify

UNICODE = Path("/usr/share/unicode")

REPRESENTATIVE = {
    "L": "a", "R": "\u05d0", "AL": "\u0627", "EN": "1", "AN": "\u0661", "NSM": "\u064e", "ES": "+", "ET": "%",
    "CS": ",", "B": "\u2029", "S": "\t", "WS": " ", "ON": "!", "BN": "\u200c", "LRE": "\u202a", "RLE": "\u202b",
    "LRO": "\u202d", "RLO": "\u202e", "PDF": "\u202c", "LRI": "\u2066", "RLI": "\u2067", "FSI": "\u2068",
    "PDI": "\u2069",
}  # fmt: skip

Levels = list[int | None]
BASES = {1: None, 2: 0, 4: 1}  # the bits of BidiTest.txt: automatic, left-to-right, right-to-left


def read(name: str) -> str:
    path = UNICODE / name
    if not path.exists():
        pytest.skip(f"{name} is not here; the Debian package unicode-data has it")
    return path.read_text(encoding="utf-8")


def data_lines(name: str) -> Iterator[str]:
    """The lines of one of Unicode's data files, without comments."""
    for line in read(name).splitlines():
        if data := line.partition("#")[0].strip():
            yield data


def check_version(name: str) -> None:
    if f"-{bidi_data.UNICODE_VERSION}." not in read(name).partition("\n")[0]:
        pytest.skip(f"{name} is not of Unicode {bidi_data.UNICODE_VERSION}, from which the tables were made")


def as_levels(words: str) -> Levels:
    return [None if word == "x" else int(word) for word in words.split()]


def wrong(text: str, base: int | None, levels: Levels, order: list[int]) -> bool:
    resolved, end = resolve(text, base), len(text)
    return line_levels(resolved, 0, end) != levels or visual_order(resolved, 0, end) != order


def test_every_sequence_of_classes() -> None:
    levels: Levels = []
    order: list[int] = []
    cases, failures = 0, []
    for line in data_lines("BidiTest.txt"):
        key, _, value = line.partition(":")
        if key == "@Levels":
            levels = as_levels(value)
        elif key == "@Reorder":
            order = [int(word) for word in value.split()]
        else:
            names, _, bits = line.partition(";")
            text = "".join([REPRESENTATIVE[name] for name in names.split()])
            bases = [base for bit, base in BASES.items() if int(bits, 16) & bit]
            cases += len(bases)
            failures += [(names, base) for base in bases if wrong(text, base, levels, order)]
    assert failures == []
    assert cases > 700_000


def test_every_sequence_of_characters(record_property: Callable[[str, object], None]) -> None:
    cases, failures, unknown = 0, [], set()
    for line in data_lines("BidiCharacterTest.txt"):
        points, direction, base, levels, order = line.split(";")
        text = "".join([chr(int(point, 16)) for point in points.split()])
        if strangers := {char for char in text if unicodedata.category(char) == "Cn"}:
            unknown |= strangers
            continue
        cases += 1
        asked = None if direction == "2" else int(direction)
        if resolve(text, asked).base != int(base) or wrong(
            text, asked, as_levels(levels), [int(word) for word in order.split()]
        ):
            failures.append(line)
    record_property("characters that this Python does not know", sorted(map(ascii, unknown)))
    assert failures == []
    assert len(unknown) < 5
    assert cases > 90_000


def test_mirror_table_is_unicodes() -> None:
    check_version("BidiMirroring.txt")
    mirrored = {}
    for line in data_lines("BidiMirroring.txt"):
        left, right = (chr(int(point, 16)) for point in line.split(";"))
        mirrored[left] = right
    assert "".join(a + b for a, b in sorted(mirrored.items()) if a < b) == bidi_data.MIRROR_PAIRS
    assert {char: mirror(char) for char in mirrored} == mirrored


def test_bracket_table_is_unicodes() -> None:
    check_version("BidiBrackets.txt")
    fields = [re.split("; ?", line) for line in data_lines("BidiBrackets.txt")]
    pairs = sorted(chr(int(a, 16)) + chr(int(b, 16)) for a, b, kind in fields if kind == "o")
    assert "".join(pairs) == bidi_data.BRACKET_PAIRS


def ranges(name: str) -> Iterator[tuple[int, int, str]]:
    """The lines `first..last ; value` of a data file, as half-open ranges."""
    for line in data_lines(name):
        points, value = re.split(r"\s*;\s*", line)
        first, _, last = points.partition("..")
        yield int(first, 16), int(last or first, 16) + 1, value


def test_every_class_is_unicodes() -> None:
    """Of all code points on which this Python and the data files agree whether they are assigned."""
    name = "extracted/DerivedBidiClass.txt"
    check_version(name)
    short = {"Left_To_Right": "L", "Right_To_Left": "R", "Arabic_Letter": "AL", "European_Terminator": "ET"}
    missing = re.findall(r"^# @missing: (\w+)\.\.(\w+); (\w+)$", read(name), re.M)
    expected, assigned = ["L"] * 0x110000, [True] * 0x110000
    for start, end, value in [(int(a, 16), int(b, 16) + 1, short[c]) for a, b, c in missing] + list(ranges(name)):
        expected[start:end] = [value] * (end - start)
    for start, end, value in ranges("extracted/DerivedGeneralCategory.txt"):
        if value == "Cn":
            assigned[start:end] = [False] * (end - start)
    text = "".join(map(chr, range(0x110000)))
    known = [unicodedata.category(char) != "Cn" for char in text]
    found = classify(text).decode()
    assert [
        hex(point)
        for point, value in enumerate(expected)
        if known[point] == assigned[point] and found[point] != CODES[value]
    ] == []
    assert sum(map(bool.__ne__, known, assigned)) < 20_000
