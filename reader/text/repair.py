"""Ruined Arabic made readable, with the way back to the text as written.

What programs do to Arabic on its way: presentation forms instead of letters, lines in the order in which they were
drawn (both from PDF and old terminals), UTF-8 read as another encoding («ط§ظ„»), words drawn out with tatweel or
spaces. A good text that only quotes such a line stays as it is: what is mended must be a good part of the text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.text import bidi
from reader.text.arabic import LETTERS, MARKS, TATWEEL
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


class Ruin(StrEnum):
    """What was done to a text."""

    MOJIBAKE = "mojibake"
    VISUAL_ORDER = "visual order"
    FORMS = "presentation forms"
    SPACED = "letters spaced apart"
    TATWEEL = "tatweel"


SHARE: Final = 0.3
"""Part of a text's letters that must stand in ruined lines: less may be a quotation."""
_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+")
SAMPLE: Final = 20_000
"""Code points of the beginning that show whether anything is wrong: a book opens at once."""
_LETTER: Final = re.compile(r"[^\W\d_]")
_ARABIC: Final = re.compile(f"[{LETTERS}]")
_FORM: Final = re.compile("[\ufb50-\ufbb1\ufbd3-\ufdcf\ufdf0-\ufdf9\ufdfc\ufe70-\ufefc]")
"""Presentation forms that are letters of a word; phrases in one code point (U+FDFA …) are written so."""
_FLOOD: Final = re.compile(f"{TATWEEL}{{2,}}")
_SPACED: Final = re.compile(rf"(?<![^\s])(?:[{LETTERS}][{MARKS}]* ){{3,}}[{LETTERS}][{MARKS}]*(?![^\s.،؛:!؟])")
_ANY_SPACED: Final = re.compile(_SPACED.pattern.replace("{3,}", "+"))
"""In a line that is spaced out short words are so too."""
_WORD: Final = re.compile(rf"[{LETTERS}{MARKS}]+")


@dataclass(frozen=True, slots=True)
class Repaired:
    """A readable text. `starts[i]` and `ends[i]` bound what its code point `i` came from in the text as written."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    ruins: tuple[Ruin, ...]

    def source(self, span: Span) -> Span:
        """Where a stretch of the repaired text stands in the text as written: the smallest span that holds all of
        it. Linear in the length of the stretch."""
        if span.start >= span.end:
            at = self.starts[span.start] if span.start < len(self.starts) else self.ends[-1] if self.ends else 0
            return Span(at, at)
        return Span(min(self.starts[span.start : span.end]), max(self.ends[span.start : span.end]))


class _Char(NamedTuple):
    """One code point of a line, and where it came from."""

    text: str
    start: int
    end: int


_Line = list[_Char]


def repair(text: str) -> Repaired | None:
    """`text` made readable; None where nothing is wrong with its beginning. Linear in its length."""
    if not any(any(suspects(_lines(text[:SAMPLE]))) for suspects, _ in _MENDERS.values()):
        return None
    lines: list[_Line] = []
    at = 0
    for line in _lines(text):
        lines.append([_Char(char, place, place + 1) for place, char in enumerate(line, at)])
        at += len(line)
    ruins = tuple(ruin for ruin, (suspects, mend) in _MENDERS.items() if _mend(lines, suspects, mend))
    chars = [char for line in lines for char in line]
    mended = "".join(char.text for char in chars)
    return Repaired(mended, [char.start for char in chars], [char.end for char in chars], ruins) if ruins else None


def _lines(text: str) -> list[str]:
    """Lines with their ends, parted by LF alone: in mojibake other line ends are bytes of letters."""
    return _LINE.findall(text)


def _mend(lines: list[_Line], suspects: Callable[[list[str]], list[bool]], mend: Callable[[_Line], _Line]) -> bool:
    """Mends the suspected lines, if they are a good part of the text."""
    written = ["".join([char.text for char in line]) for line in lines]
    suspected = suspects(written)
    if not any(suspected):
        return False
    letters = [len(_LETTER.findall(line)) for line in written]
    ruined = sum(count for count, is_ruined in zip(letters, suspected, strict=True) if is_ruined)
    if ruined < SHARE * sum(letters):
        return False
    for number, is_ruined in enumerate(suspected):
        if is_ruined:
            lines[number] = mend(lines[number])
    return True


def _each(is_ruined: Callable[[str], bool]) -> Callable[[list[str]], list[bool]]:
    return lambda lines: [is_ruined(line) for line in lines]


# Mojibake.

_MISREAD: Final = {"cp1256": re.compile("[طظ]"), "cp1252": re.compile("[ØÙÚÛÃ]")}
"""Encodings that UTF-8 is taken for, and what the lead bytes of Arabic letters are in them, once or twice."""
_BEYOND: Final = re.compile(r"[^\x00-\x7f\s]")
_LEADS: Final = 0.2
"""Part of the signs beyond ASCII that leads are: nearly half in mojibake, a quarter where it was done twice, a
fiftieth in Arabic."""
_LATIN_WORD: Final = re.compile(r"[A-Za-z\xa1-\xff]+")
_ACCENTED: Final = re.compile(r"[\xc0-\xff]")
_LATIN_SHARE: Final = 0.8
"""Part of the letters of accented words that are beyond ASCII where they are windows-1256; in French it is a fifth."""


def _is_mojibake(line: str) -> bool:
    return _misread_as(line) is not None


def _misread_as(line: str) -> str | None:
    """What the line's bytes were taken for: an encoding that UTF-8 was read as, or "latin" for windows-1256."""
    beyond = _BEYOND.findall(line)
    if len(beyond) < 4:
        return None
    for encoding, leads in _MISREAD.items():
        if len(leads.findall(line)) >= _LEADS * len(beyond):
            mended = "".join(char.text for char in _from_utf8(_as_chars(line), encoding))
            readable = len(_ARABIC.findall(mended)) + len(leads.findall(mended))
            if readable * 5 >= len(beyond) and len(mended) < 0.9 * len(line):
                return encoding
    words = "".join(word for word in _LATIN_WORD.findall(line) if _ACCENTED.search(word))
    accented = sum(char > "\x7f" for char in words)
    return "latin" if accented >= 4 and accented >= _LATIN_SHARE * len(words) and "Ç" in words else None


def _as_chars(line: str) -> _Line:
    return [_Char(char, at, at + 1) for at, char in enumerate(line)]


def _without_mojibake(line: _Line) -> _Line:
    """Twice, since some programs do it twice."""
    for _ in range(2):
        encoding = _misread_as("".join(char.text for char in line))
        if encoding == "latin":
            return [char._replace(text=_of_byte(char.text)) for char in line]
        if encoding is None:
            break
        line = _from_utf8(line, encoding)
    return line


def _of_byte(char: str) -> str:
    return bytes([ord(char)]).decode("cp1256") if "\xa0" <= char <= "\xff" else char


@cache
def _byte(char: str, encoding: str) -> int | None:
    """The byte that was read as `char`. What the encoding leaves undefined came through as it was."""
    try:
        return char.encode(encoding)[0]
    except UnicodeEncodeError:
        return ord(char) if "\x80" <= char <= "\x9f" else None


def _from_utf8(line: _Line, encoding: str) -> _Line:
    """The line with every stretch of bytes that is UTF-8 decoded; the rest stays."""
    mended: _Line = []
    at = 0
    while at < len(line):
        first = _byte(line[at].text, encoding)
        size = 0 if first is None else 2 if 0xC2 <= first < 0xE0 else 3 if 0xE0 <= first < 0xF0 else 0
        taken = [_byte(char.text, encoding) for char in line[at : at + size]]
        decoded = _decoded(taken) if len(taken) == size and size else None
        if decoded is None:
            mended.append(line[at])
            at += 1
        else:
            mended.append(_Char(decoded, line[at].start, line[at + size - 1].end))
            at += size
    return mended


def _decoded(sequence: Iterable[int | None]) -> str | None:
    try:
        return bytes(byte for byte in sequence if byte is not None).decode()
    except UnicodeDecodeError:
        return None


# Lines in the order in which they were drawn.

_AGAINST: Final = 2
"""Signs that a line is reversed, more than twice as many as speak against it."""


@cache
def _form(char: str) -> str:
    """ "initial", "medial", "final", "isolated", or "" for what is no presentation form."""
    return unicodedata.decomposition(char).partition(">")[0].lstrip("<") if _FORM.match(char) else ""


def _signs(line: str) -> tuple[int, int]:
    """How much speaks for a line in visual order, and how much against it.

    Forms join onwards: an initial one before a medial or a final. Of bare letters «ة» and «ى» end a word, and «ال»
    begins one.
    """
    backward = forward = ends_first = 0
    for one, other in pairwise(map(_form, line)) if _FORM.search(line) else ():
        forward += (one, other) in {("initial", "medial"), ("initial", "final"), ("medial", "final")}
        backward += (one, other) in {("medial", "initial"), ("final", "medial")}
    for match in _WORD.finditer(line):
        word = match[0]
        if len(word) > 2:
            ends_first += word[0] in "ةى"
            backward += len(word) > 3 and word.endswith("لا")  # «مثلا» and the like alone prove nothing
            forward += (word[-1] in "ةى") + (len(word) > 3 and word.startswith("ال"))
    return backward + ends_first if ends_first or _FORM.search(line) else 0, forward


def _in_visual_order(lines: list[str]) -> list[bool]:
    """Lines that are surely reversed; if there are any, also those that nothing speaks against."""
    signs = [_signs(line) for line in lines]
    sure = [backward >= _AGAINST and backward > 2 * forward for backward, forward in signs]
    if sum(sure) * 2 <= sum(forward > backward for backward, forward in signs):
        return sure
    arabic = (_ARABIC.search(line) is not None for line in lines)
    return [has and backward >= forward for has, (backward, forward) in zip(arabic, signs, strict=True)]


def _in_logical_order(line: _Line) -> _Line:
    """Ordering a line for the eye a second time brings it back (UAX #9, L2). Where brackets then open with a closing
    one, whatever drew the line had turned them (L4)."""
    size = len("".join([char.text for char in line]).rstrip("\r\n"))
    text = "".join([char.text for char in line[:size]])
    resolved = bidi.resolve(text, 1)
    order = bidi.visual_order(resolved, 0, size)
    turned = {at for at in order if (resolved.levels[at] or 0) % 2 and bidi.mirror(text[at])}
    first = next((text[at] for at in order if at in turned), "")
    if unicodedata.category(first or " ") not in ("Pe", "Pf"):
        turned = set()
    logical = [line[at]._replace(text=bidi.mirror(text[at]) or "") if at in turned else line[at] for at in order]
    return [*logical, *line[size:]]


# Forms, spaces, tatweel.


def _has_forms(line: str) -> bool:
    return 2 * len(_FORM.findall(line)) > len(_ARABIC.findall(line))


def _without_forms(line: _Line) -> _Line:
    return [
        char._replace(text=letter)
        for char in line
        for letter in (unicodedata.normalize("NFKC", char.text).strip() if _FORM.match(char.text) else char.text)
    ]


def _is_spaced(line: str) -> bool:
    apart = sum(len(_ARABIC.findall(match[0])) for match in _SPACED.finditer(line))
    return 2 * apart > len(_ARABIC.findall(line))


def _together(line: _Line) -> _Line:
    """Single letters without the space behind each; where words are parted by more than one, one is left."""
    text = "".join(char.text for char in line)
    inside = {at for match in _ANY_SPACED.finditer(text) for at in range(match.start(), match.end()) if text[at] == " "}
    kept = [char for at, char in enumerate(line) if at not in inside]
    return [char for at, char in enumerate(kept) if not (char.text == " " == kept[at - 1].text and at)]


def _is_flooded(line: str) -> bool:
    drawn_out = sum(len(match[0]) for match in _FLOOD.finditer(line))
    return 4 * drawn_out > len(_ARABIC.findall(line))


def _without_flood(line: _Line) -> _Line:
    text = "".join(char.text for char in line)
    flooded = {at for match in _FLOOD.finditer(text) for at in range(*match.span())}
    return [char for at, char in enumerate(line) if at not in flooded]


_MENDERS: Final[dict[Ruin, tuple[Callable[[list[str]], list[bool]], Callable[[_Line], _Line]]]] = {
    Ruin.MOJIBAKE: (_each(_is_mojibake), _without_mojibake),
    Ruin.VISUAL_ORDER: (_in_visual_order, _in_logical_order),
    Ruin.FORMS: (_each(_has_forms), _without_forms),
    Ruin.SPACED: (_each(_is_spaced), _together),
    Ruin.TATWEEL: (_each(_is_flooded), _without_flood),
}
"""In this order: bytes before letters, order before forms (which show it), forms before words."""
