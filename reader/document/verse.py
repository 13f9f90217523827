"""Verse in plain text: which lines are lines of a poem."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reader.document import lines as look
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.document.lines import Line

_SHORT = 70
"""Columns: longer lines are verse only if they show their two hemistichs."""

_STANZA = 4
"""So many lines in a row show a poem by their vowels or their rhyme; fewer may be chance."""


def verse_lines(text: str, lines: list[Line]) -> dict[int, Span]:
    """The lines that are verse: where each starts, and its span.

    Two neighbours with parted hemistichs are verse, whatever blank line lies between; so are four short
    lines in a row that are fully vowelled, or that end in one letter (the rhyme of the classical poem).
    """
    verse = {line.start: Span(line.start, line.end) for line in _bayts(text, lines)}
    for run in look.runs(lines):
        if len(run) >= _STANZA and _is_stanza(text, run):
            verse.update((line.start, Span(line.start, line.end)) for line in run)
    return verse


def _bayts(text: str, lines: list[Line]) -> Iterator[Line]:
    if not look.has_parting(text):
        return
    before: Line | None = None
    for line in lines:
        bayt = look.is_bayt(text, line)
        if bayt and before is not None:
            yield before
            yield line
        before = line if bayt else None


def _is_stanza(text: str, run: list[Line]) -> bool:
    if any(line.columns > _SHORT or look.is_item(text, line) for line in run):
        return False
    if _rhymes(text, run):
        return True
    return all(look.is_vowelled(text, line) for line in run) and not look.wrapped(text, run)


def _rhymes(text: str, run: list[Line]) -> bool:
    """Whether three lines of four end in one letter, and every line has three words."""
    letters = Counter(look.last_letter(text, line) for line in run)
    letters.pop("", None)
    if not letters or max(letters.values()) * 4 < len(run) * 3:
        return False
    return all(len(look.line_text(text, line).split()) >= 3 for line in run)
