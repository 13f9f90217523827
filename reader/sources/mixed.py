"""UTF-8 that is not UTF-8 throughout: bad bytes in it, or lines and words in another encoding."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.messages import message, some_of
from reader.sources.guess import arabic_8bit

if TYPE_CHECKING:
    from collections.abc import Iterable

_UTF_8 = "utf-8"
_BAD = "\ufffd"
_ASCII = bytes(range(0x80))
_ARABIC_RUN = re.compile(rb"(?:[\xd8-\xdb][\x80-\xbf]){3}")
"""Three Arabic letters in UTF-8. In the 8-bit encodings their second bytes are punctuation and rare letters."""
_WORD = re.compile(rb"[^ \t]+|[ \t]+")
_FEWEST = 3
"""Bytes in another encoding, all together, below which they are bad bytes and no text."""
_LINES_NAMED = 3


class Mixed(NamedTuple):
    """The text, the encoding that most of it is in, and where the rest lies.

    Of a `damaged` one nothing but its being UTF-8 with bad bytes is known.
    """

    text: str = ""
    encoding: str = _UTF_8
    notice: str = ""
    damaged: bool = False


def foreign(raw: bytes) -> str | None:
    """What a stretch of a UTF-8 text that is no good UTF-8 says in another encoding; None where it is only damaged."""
    mixed = by_lines(raw)
    if mixed:
        return None if mixed.damaged else mixed.text
    guess = arabic_8bit(raw)
    if guess is None or guess.doubtful or _beyond([raw]) < _FEWEST:
        return None
    return raw.decode(guess.encoding, "replace")


class _Part(NamedTuple):
    raw: bytes
    line: int
    is_utf8: bool


def by_lines(raw: bytes) -> Mixed | None:
    """What `raw`, which is no good UTF-8, is if a fair part of it is; None where hardly anything is."""
    if not (_ARABIC_RUN.search(raw) or _is_damaged(raw)):
        return None
    parts = [part for number, line in enumerate(raw.splitlines(keepends=True), 1) for part in _parts(line, number)]
    if not any(part.is_utf8 and not part.raw.isascii() for part in parts):
        return None
    foreign = [part.raw for part in parts if not part.is_utf8]
    guess = arabic_8bit(b" ".join(foreign))
    if _beyond(foreign) < _FEWEST or guess is None or guess.doubtful:
        return Mixed(damaged=True)
    text = "".join(part.raw.decode(_UTF_8 if part.is_utf8 else guess.encoding, "replace") for part in parts)
    mostly = _beyond(foreign) < _beyond(part.raw for part in parts if part.is_utf8)
    encoding, other = (_UTF_8, guess.encoding) if mostly else (guess.encoding, _UTF_8)
    where = list(dict.fromkeys(part.line for part in parts if part.is_utf8 is not mostly and not part.raw.isascii()))
    return Mixed(text, encoding, _notice(encoding, other, where))


def _parts(line: bytes, number: int) -> list[_Part]:
    """The line as it is, or word by word where it is in two encodings."""
    if _is_good(line):
        return [_Part(line, number, True)]
    if not _ARABIC_RUN.search(line):
        return [_Part(line, number, _is_damaged(line))]
    return [_Part(word, number, _is_good(word) or _is_damaged(word)) for word in _WORD.findall(line)]


def _is_good(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_damaged(raw: bytes) -> bool:
    """Whether `raw` is damaged UTF-8: two characters beyond ASCII are good for each bad one.

    In any other encoding two bytes beyond ASCII make a good UTF-8 character only by rare chance.
    """
    return _beyond([raw]) > 5 * raw.decode(errors="replace").count(_BAD)


def _beyond(parts: Iterable[bytes]) -> int:
    """How many bytes are not ASCII."""
    return sum(len(part.translate(None, _ASCII)) for part in parts)


def _notice(encoding: str, other: str, lines: list[int]) -> str:
    one = "{encoding} and, in line {lines}, {other} (guessed)"
    many = "{encoding} and, in lines {lines}, {other} (guessed)"
    return message(many if len(lines) > 1 else one, encoding=encoding, other=other, lines=some_of(lines, _LINES_NAMED))
