"""The lines of a plain text, and what each looks like by itself: an item, a line of verse, a short line."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reader.text.arabic import ARAB_DIGITS, INVISIBLE, LATIN_DIGITS, PERSIAN_DIGITS, strip_marks
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator


_OTHER_ENDS = "\r\x85\u2028\u2029"
_LINE = re.compile(rf"[^\n{_OTHER_ENDS}]+")
_UNSEEN = rf"\s{INVISIBLE}"
_BLANK = re.compile(rf"[{_UNSEEN}]*")

_DIGIT = f"{LATIN_DIGITS}{ARAB_DIGITS}{PERSIAN_DIGITS}"
_ITEM = re.compile(
    r"\s*(?:[-–—•*●▪◦‣·]"
    rf"|[{_DIGIT}]{{1,3}} ?[.)\-–ـ]"
    rf"|\([{_DIGIT}]{{1,3}}\)"
    r"|[ء-ي][)\-]"  # not a full stop: «د.» is a doctor
    r")\s+(?=\S)"
)
_PARTING = ("*", "...", "…", "=", "ـــ", "\t", "   ")
_HEMISTICHS = re.compile(r"[ \t]*(?:\*{1,3}|\.{3,}|…|={1,3})[ \t]*|[ \t]+ـ{3,}[ \t]+|\t[ \t]*| {3,}\t*")
_CLOSING = rf"[»”\"')\]{_UNSEEN}]*\Z"
_SENTENCE_END = re.compile(rf"[.!?؟:…۔]{_CLOSING}")
_PUNCTUATED = re.compile(rf"[.!?؟:…۔،؛,;]{_CLOSING}")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\S+")

_TAIL = 20
"""Code points at the end of a line that its last sign is looked for in: a line may be a million long."""

_EXACT = 400
"""Code points: a line of 100 columns, each with three marks, is no longer than this."""

LONGEST_VERSE = 100
"""Columns: a whole bayt of the long metres, both hemistichs and what parts them, stays below this."""


WRAP_COLUMNS = range(45, 101)
"""Columns at which most texts are hard-wrapped."""

RARE_COLUMNS = range(30, 141)
"""Columns at which some are (two-column print, letters from a phone, wide screens), if enough lines show it; a wider
line is a paragraph by itself."""

_PROOF = 3
"""Full lines that show that a text is wrapped at a rare width."""

_NEARLY = 0.9
"""Part of the longest line that each of two full lines takes, to be proof enough."""


class Line(NamedTuple):
    """One line with something to see in it, its line end left out."""

    start: int
    end: int
    columns: int
    """Code points less the Arabic marks: near enough to cells for telling long from short. In a line too
    long for the difference to matter the marks are counted in."""
    apart: bool
    """A blank line, or nothing at all, comes before it."""


def lines(text: str) -> list[Line]:
    """The lines of `text` that are not blank. Line ends: LF, CR LF, CR, NEL (U+0085), U+2028, U+2029."""
    found: list[Line] = []
    before = -2
    for start, end in _written(text):
        if not text[start].isalnum() and _BLANK.fullmatch(text, start, end):
            continue
        columns = end - start
        if columns <= _EXACT:
            columns = len(strip_marks(text[start:end]))
        apart = start - before != 1 and (start - before != 2 or text[before:start] != "\r\n")
        found.append(Line(start, end, columns, apart))
        before = end
    return found


def _written(text: str) -> Iterator[tuple[int, int]]:
    """Where each line that is not empty begins and ends."""
    if any(end in text for end in _OTHER_ENDS):
        for match in _LINE.finditer(text):
            yield match.span()
        return
    start = 0  # with LF alone, five times as fast as the pattern: a book opens sooner
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end > start:
            yield start, end
        start = end + 1


def ends_sentence(text: str, line: Line) -> bool:
    """Whether the line ends a sentence, or opens one with a colon; a closing quote may come after."""
    if text[line.end - 1].isalnum():
        return False
    return _SENTENCE_END.search(text, max(line.start, line.end - _TAIL), line.end) is not None


def ends_punctuated(text: str, line: Line) -> bool:
    """Whether the line ends with any punctuation mark; a closing quote may come after."""
    return _PUNCTUATED.search(text, max(line.start, line.end - _TAIL), line.end) is not None


def is_item(text: str, line: Line) -> bool:
    """Whether the line begins with a bullet, a number («١.», «2)», «(٣)», «4-», «٥ـ») or a letter («أ)»)."""
    return _ITEM.match(text, line.start, line.end) is not None


def indent(text: str, line: Line) -> int:
    """How many white space characters the line begins with."""
    if text[line.start].isalnum():
        return 0
    match = _BLANK.match(text, line.start, line.end)
    return match.end() - line.start if match else 0


def has_parting(text: str) -> bool:
    """Whether anything that could part two hemistichs is in the text at all."""
    return any(sign in text for sign in _PARTING)


def first_word(text: str, line: Line) -> str:
    match = _WORD.search(text, line.start, line.end)
    return match[0] if match else ""


def is_bayt(text: str, line: Line) -> bool:
    """Whether the line is two hemistichs with something between them that parts them.

    Both halves have two words at least, no digit, and about the same length: so a row of a table or a
    sentence with an ellipsis is none.
    """
    if line.columns > LONGEST_VERSE:
        return False
    return hemistichs(line_text(text, line)) is not None


def hemistichs(written: str) -> tuple[Span, Span] | None:
    """The two halves of a line of verse, without what parts them and stands around them; None where there are
    none."""
    if not any(sign in written.strip() for sign in _PARTING):
        return None
    start, end = len(written) - len(written.lstrip()), len(written.rstrip())
    partings = list(_HEMISTICHS.finditer(written, start, end))
    if len(partings) != 1:
        return None
    halves = Span(start, partings[0].start()), Span(partings[0].end(), end)
    short, long = sorted(half.length for half in halves)
    fits = 2 * short >= long and all(_is_hemistich(half.of(written)) for half in halves)
    return halves if fits else None


def _is_hemistich(half: str) -> bool:
    return len(half.split()) >= 2 and not any(char.isdigit() for char in half)


def is_vowelled(text: str, line: Line) -> bool:
    """Whether (nearly) every letter of the line carries a mark, as in verse and scripture."""
    marks = line.end - line.start - line.columns
    return marks > 0 and marks >= 0.5 * len(_LETTER.findall(text, line.start, line.end))


def last_letter(text: str, line: Line) -> str:
    """The last letter of the line («قافية»), "" where the tail of the line has none."""
    letters = _LETTER.findall(text, max(line.start, line.end - _TAIL), line.end)
    return letters[-1] if letters else ""


def line_text(text: str, line: Line) -> str:
    return text[line.start : line.end]


def runs(lines: list[Line], alone: Collection[int] = ()) -> Iterator[list[Line]]:
    """Lines with no blank line between them; one that starts at a position in `alone` is a run by itself."""
    run: list[Line] = []
    for line in lines:
        single = line.start in alone
        if run and (line.apart or single or run[0].start in alone):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def wrapped(text: str, lines: list[Line]) -> list[bool]:
    """For each line but the last, whether the next one continues its paragraph; empty if none was wrapped.

    Lines are taken as wrapped when each either has no room for the first word of the next (room: what the
    longest line takes) or ends a sentence. In prose few of the full lines end a sentence; where most do,
    they are paragraphs of about one length. Some programs wrap by columns, others count the marks too.
    """
    if len(lines) < 2:
        return []
    words = [first_word(text, line) for line in lines[1:]]
    ended = [ends_sentence(text, line) for line in lines]
    if len(lines) == 2 and not ended[1]:
        return []  # two headlines look the same
    full = _proven([line.columns for line in lines], [len(strip_marks(word)) for word in words], ended)
    full = full or _proven([line.end - line.start for line in lines], [len(word) for word in words], ended)
    if not full:
        return []
    indents = [indent(text, line) for line in lines]
    return [is_full and after <= before for is_full, (before, after) in zip(full, pairwise(indents), strict=True)]


def _full(lengths: list[int], next_words: list[int]) -> list[bool]:
    """Which lines, the last left out, have no room for the next word; empty at no width used for wrapping."""
    width = max(lengths)
    if width not in RARE_COLUMNS:
        return []
    return [
        length + 1 + word > width and 2 * length >= width for length, word in zip(lengths, next_words, strict=False)
    ]


def _proven(lengths: list[int], next_words: list[int], ended: list[bool]) -> list[bool]:
    """Which lines are full, where they show that the text was wrapped; empty where they do not."""
    full = _full(lengths, next_words)
    return full if _is_prose(full, ended) and _is_enough(lengths, full, ended) else []


def _is_enough(lengths: list[int], full: list[bool], ended: list[bool]) -> bool:
    """Whether full lines show that the text was wrapped, and is no list of lines of about one length."""
    width = max(lengths)
    if width in WRAP_COLUMNS or sum(full) >= _PROOF:
        return True
    near = [length >= _NEARLY * width for length, is_full in zip(lengths, full, strict=False) if is_full]
    return len(near) == _PROOF - 1 and all(near) and not any(ended[:-1])


def _is_prose(full: list[bool], ended: list[bool]) -> bool:
    inner = list(zip(full, ended, strict=False))  # of the last line nothing is asked
    goes_on = sum(is_full and not is_ended for is_full, is_ended in inner)
    return bool(full) and all(a or b for a, b in inner) and 2 * goes_on >= len(inner)
