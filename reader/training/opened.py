"""The open passages of `open/`: names and happenings marked in the text, below it what is told of each happening and
what its row says (README.md there)."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Final

from reader.text.span import Span
from reader.training.samples import INLINE, UNSAID, Convention, Label, Parts, Row, Sample

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_OPEN_MARKUP: Final = re.compile(r"\[(PER|LOC|ORG|PRO|WRK|OTH) ([^\[\]{}]+)\]|\{([+>~]) ([^\[\]{}\s]+)\}")
_HAPPENINGS: Final = {"+": "told", ">": "planned", "~": UNSAID}
TOLD_LINE: Final = re.compile(
    r"^#e (\d+) \S+ ; date=(?P<date>[^;]*) ; who=(?P<who>[^;]*) ; where=(?P<where>[^;]*) ; same=(?P<same>\d*)$", re.M
)
"""What a line below a passage tells of the mark `+` or `>` of a number (`open/README.md`)."""


def open_text(root: Path) -> list[Sample]:
    """The open texts in the files of `root` as `open_passage` reads them, but for those without a word."""
    return [sample for path in sorted(root.glob("*.txt")) for sample in open_file(path)]


def open_file(path: Path) -> list[Sample]:
    """The open texts of one file, as `open_text` has them."""
    return [sample for passage in open_passages(path) if (sample := open_passage(passage)).text]


def open_passages(path: Path) -> list[str]:
    """The passages of a file as they are written, each from its line `# source: …` on."""
    return re.split(r"\n(?=# source:)", path.read_text("utf-8"))


def open_passage(passage: str) -> Sample:
    """A passage: names marked `[PER …]`, what happens `{+ …}`, what is planned `{> …}`, what may be left out `{~ …}`.

    Raises ValueError, naming the passage, where a bracket is left over.
    """
    lines = [line.strip() for line in passage.splitlines() if line.strip() and not line.startswith("#")]
    marked, text, position = "\n".join(lines), "", 0
    labels, happenings = [], []
    for match in _OPEN_MARKUP.finditer(marked):
        text += marked[position : match.start()]
        word = (match[2] or match[4]).strip()
        span = Span(len(text), len(text) + len(word))
        if match[1]:
            labels.append(Label(span, INLINE[match[1]]))
        else:
            happenings.append(Label(span, _HAPPENINGS[match[3]]))
        text += word
        position = match.end()
    text += marked[position:]
    if any(sign in text for sign in "[]{}"):
        raise ValueError(f"a bracket is left over in the passage «{text[:60]}»")
    told = tuple(_with_parts(happenings, passage, text))
    return Sample(text, tuple(labels), Convention.OURS, f"open:{text.partition(chr(10))[0]}", told)


ROW_LINE: Final = re.compile(r"^#r (\d+) (?P<long>[^|\n]*)\|(?P<short>.*)$", re.M)
"""What a line below a passage says of the row of a mark."""
_ROW_ITEM: Final = re.compile(r"\[([^\]]*)\]|(-?\d+)(?:\.\.(-?\d+))?")
_WORD: Final = re.compile(r"([^\w\s]*)\S+")
_PREPOSITION: Final = re.compile(r"^(?:في|من|إلى|على|عن|مع|بين|لدى|ضد) ")


def _with_parts(happenings: Sequence[Label], passage: str, text: str) -> Iterator[Label]:
    """The happenings, those of which a line `#e` tells more with who and where, by what tells it first, and those with
    a line `#r` with their rows."""
    lines = {match[1]: match for match in TOLD_LINE.finditer(passage)}
    rows = {match[1]: match for match in ROW_LINE.finditer(passage)}
    begins = word_begins(text) if rows else []
    numbers = count(1)
    for label in happenings:
        number = str(next(numbers)) if label.type != UNSAID else ""
        line, row = lines.get(number), rows.get(number)
        line = line and lines.get(line["same"], line)
        yield replace(
            label,
            parts=line and Parts(*(frozenset(told_names(line[part])) for part in Parts._fields)),
            row=row and _row(row, begins, bisect_right(begins, label.span.start) - 1),
        )


def _row(line: re.Match[str], words: Sequence[int], here: int) -> Row:
    """The row of a ROW_LINE, of the happening that stands in a word.

    Raises ValueError, naming the line, where it reaches out of its passage.
    """
    kept: dict[str, list[int]] = {"long": [], "short": []}
    behind, put_in = list[int](), list[str]()
    for width, found in kept.items():
        for name, first, last in _ROW_ITEM.findall(line[width]):
            if first:
                begin, end = here + int(first), here + int(last or first)
                if not 0 <= begin <= end < len(words):
                    raise ValueError(f"a row reaches out of its passage: «{line[0]}»")
                found.extend(words[begin : end + 1])
            elif width == "long" and found:
                behind.append(found[-1])
                put_in.append(_PREPOSITION.sub("", name))
    long, short = map(frozenset, kept.values())
    return Row(long, short, frozenset(behind), frozenset(put_in))


def word_begins(text: str) -> list[int]:
    """Where the words of a text begin, behind the signs before their letters."""
    return [word.end(1) for word in _WORD.finditer(text)]


def told_names(said: str) -> tuple[str, ...]:
    """The names of a part of a TOLD_LINE."""
    return tuple(filter(None, map(str.strip, said.split(" / "))))
