"""The words of a text as the rules for names, events and times see them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.analysis.words.keys import key
from reader.text.arabic import INVISIBLE
from reader.text.scan import Kind, scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.text.span import Span

_IN_LATIN: Final = frozenset("-.'’")
"""Signs between two parts of one word («Tu-160», «U.S»)."""
_IN_NUMBER: Final = frozenset(".,٫٬/:-–")
"""Signs between two parts of one number («14:30», «2023/09/17», «1990–1995»)."""
_SPACES: Final = frozenset(" \u00a0\r\n")
"""Line ends among them: within a block they are those of a wrapped paragraph."""
_OPENING: Final = frozenset("«“\"‘'(")


class Token(NamedTuple):
    """A word, a number or one sign."""

    start: int
    end: int
    key: str
    kind: Kind
    """That of its first run: digits may follow the letters of another script («F16»)."""
    glued: bool
    """Only spaces, or the end of a wrapped line, stand between this token and the one before."""

    @property
    def is_word(self) -> bool:
        """A word in Arabic letters."""
        return self.kind is Kind.ARABIC

    @property
    def is_sign(self) -> bool:
        return self.kind is Kind.SIGN


def tokenise(text: str, span: Span) -> list[Token]:
    """The tokens of one block, in order."""
    tokens: list[Token] = []
    previous_end = -1
    for start, end, kind in cut(text, span):
        word = text[start:end]
        word_key = word if kind is Kind.SIGN else key(word)
        if not word_key:  # tatweel alone
            continue
        glued = previous_end >= 0 and _lie_together(text[previous_end:start])
        tokens.append(Token(start, end, word_key, kind, glued))
        previous_end = end
    return tokens


def cut(text: str, span: Span) -> Iterator[tuple[int, int, Kind]]:
    """Where the tokens of one block lie, and what they are; tatweel alone too."""
    runs, at = list(scan(text, *span)), 0
    while at < len(runs):
        start, end, kind, _ = runs[at]
        at += 1
        goes_on, signs = _GO_ON.get(kind, _NOTHING)
        while goes_on and at < len(runs) and _touch(text, end, runs[at].start):
            joined = at + 1 if text[runs[at].start] in signs else at
            if joined >= len(runs) or runs[joined].kind not in goes_on:
                break
            if joined > at and not _touch(text, runs[at].start + 1, runs[joined].start):
                break
            end, at = runs[joined].end, joined + 1
        yield start, end, kind


_UNSEEN: Final = re.compile(f"[{INVISIBLE}]*")


def _touch(text: str, end: int, start: int) -> bool:
    """Whether nothing that is seen stands between two runs: «17/9/2023» may hold marks of direction."""
    return end == start or _UNSEEN.fullmatch(text, end, start) is not None


_GO_ON: Final = {
    Kind.LETTERS: (frozenset({Kind.LETTERS, Kind.DIGITS}), _IN_LATIN),
    Kind.DIGITS: (frozenset({Kind.DIGITS}), _IN_NUMBER),
}
"""What a run goes on with, and the signs that may stand between."""
_NOTHING: Final[tuple[frozenset[Kind], frozenset[str]]] = (frozenset(), frozenset())


def _lie_together(between: str) -> bool:
    """Whether what stands between two tokens parts them no further than a space does."""
    return between in ("", " ") or all(char in _SPACES or not char.isspace() for char in between)


def opens_quote(token: Token) -> bool:
    return token.is_sign and token.key in _OPENING
