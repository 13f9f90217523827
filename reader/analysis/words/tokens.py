"""The words of a text as the rules for names see them, and where a clitic ends inside a word."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.analysis.words.keys import key

if TYPE_CHECKING:
    from reader.text.span import Span

MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640"
_LETTERS = "ء-غف-يٱ-ۓ\ufb50-\ufdcf\ufdf0-\ufdfb\ufe70-\ufefc"
_TOKEN = re.compile(
    rf"(?P<latin>[A-Za-z\u00c0-\u024f]+(?:[-.'’]?[A-Za-z0-9\u00c0-\u024f]+)*)"
    rf"|(?P<number>[0-9٠-٩۰-۹]+(?:[.,٫٬/:-][0-9٠-٩۰-۹]+)*)"
    rf"|(?P<word>\u0640*[{_LETTERS}][{_LETTERS}{MARKS}\u200c]*)"
    rf"|(?P<other>[^\s])"
)
_SPACE = " \u00a0\u200e\u200f\u061c"
_OPENING = frozenset("«“\"‘'(")
_CLOSING = frozenset("»”\"’')")


class Token(NamedTuple):
    """A word, a number or one sign. `kind` is "word" (Arabic letters), "latin", "number" or "other"."""

    start: int
    end: int
    key: str
    kind: str
    glued: bool
    """Only spaces of one line stand between this token and the one before."""


def tokenise(text: str, span: Span) -> list[Token]:
    """The tokens of one block, in order."""
    tokens: list[Token] = []
    previous_end = -1
    for match in _TOKEN.finditer(text, span.start, span.end):
        start, end = match.span()
        kind = match.lastgroup or "other"
        word = match[0]
        word_key = key(word) if kind != "other" else word
        if not word_key:  # a mark shown alone
            continue
        glued = previous_end >= 0 and (start == previous_end or text[previous_end:start].strip(_SPACE) == "")
        tokens.append(Token(start, end, word_key, kind, glued))
        previous_end = end
    return tokens


def opens_quote(token: Token) -> bool:
    return token.kind == "other" and token.key in _OPENING


def closes_quote(token: Token) -> bool:
    return token.kind == "other" and token.key in _CLOSING


_LETTER_AND_MARKS = re.compile(rf"[{MARKS}]*[^{MARKS}][{MARKS}]*")


def after_letters(text: str, token: Token, count: int) -> int:
    """The position behind the first `count` letters of `token` and the marks and tatweel that they carry."""
    position = token.start
    for _ in range(count):
        match = _LETTER_AND_MARKS.match(text, position, token.end)
        if match is None:
            break
        position = match.end()
    return position


class Reading(NamedTuple):
    """One way to split a word: `letters` belong to clitics, `key` is the rest."""

    letters: int
    key: str


_CLITICS = ("و", "ف", "ب", "ل", "ك")


@lru_cache(maxsize=1 << 16)
def readings(word: str) -> tuple[Reading, ...]:
    """The word itself, then without one clitic, then without two («وبالقاهرة»).

    Of «للقاهرة» only the first ل is a clitic; the article has lost its alef to it.
    """
    found = [Reading(0, word)]
    for letters in (1, 2):
        if len(word) < letters + 3 or word[letters - 1] not in _CLITICS:
            break
        if letters == 2 and word[0] not in "وف":
            break
        rest = word[letters:]
        if word[letters - 1] == "ل" and rest.startswith("ل") and len(rest) > 3:
            found.append(Reading(letters, "ا" + rest))
        found.append(Reading(letters, rest))
    return tuple(found)
