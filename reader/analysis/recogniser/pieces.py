"""Words for the recogniser of names, and the pieces that its encoder knows them by.

A unigram tokenizer: of all ways to cut a word into known pieces the most probable one. Pieces and scores are
those of the XLM-R vocabulary, trimmed to what Arabic text holds (`pieces.txt`, made by `training/trim.py`).
Cutting word by word gives what cutting the whole sentence gives, since no piece crosses a word's beginning.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.text.arabic import RIDING
from reader.text.scan import Kind, scan
from reader.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from reader.text.scan import Run

START: Final = 0
PAD: Final = 1
END: Final = 2
UNKNOWN: Final = 3
SPECIAL: Final = ("<s>", "<pad>", "</s>", "<unk>")
"""The first rows of the vocabulary; ids are row numbers."""

_SPACE: Final = "\u2581"
_UNKNOWN_PENALTY: Final = 10.0
"""A character without a piece costs this much more than the rarest piece (as in SentencePiece)."""
_LONGEST_WORD: Final = 64
"""Letters of a word that are looked at; nothing longer is a name, and the cost stays linear."""
_DROP: Final = re.compile(f"[{RIDING}]")
"""What a word is read without."""
_ORNATE: Final = frozenset("﴾﴿")
"""Signs that the weights have met as letters of the word that they touch."""


class Unit(NamedTuple):
    """A run of letters of one script, a run of digits, or one sign: what carries one label.
    `spaced`: no other unit touches it from the front."""

    span: Span
    spaced: bool


def units(text: str, span: Span) -> Iterator[Unit]:
    """The units of `text` within `span`, in order: the runs of letters, digits and signs as the weights know them,
    with what nobody sees behind a letter."""
    runs = list(scan(text, *span))
    previous_end = -1
    for word in _worded(text, runs):
        start, end = word[0].start, word[-1].reach
        yield Unit(Span(start, end), start != previous_end)
        previous_end = end


def _worded(text: str, runs: Iterable[Run]) -> Iterator[list[Run]]:
    """The runs, each alone, but for an ornate parenthesis and the Arabic that it touches."""
    word: list[Run] = []
    joining = False
    for run in runs:
        joins = run.kind is Kind.ARABIC or text[run.start] in _ORNATE
        if word and not (joining and joins and run.start == word[-1].reach):
            yield word
            word = []
        joining = joins
        word.append(run)
    if word:
        yield word


class Tokenizer:
    """Knows the pieces of words. `pieces` and `scores` without the special rows; `characters` says what a
    character becomes before pieces are sought."""

    def __init__(self, pieces: Iterable[str], scores: Iterable[float], characters: Mapping[str, str]) -> None:
        self._known = {
            piece: (row, score) for row, (piece, score) in enumerate(zip(pieces, scores, strict=True), len(SPECIAL))
        }
        self._characters = str.maketrans(dict(characters))
        self._longest = max(map(len, self._known), default=1)
        self._unknown = min((score for _, score in self._known.values()), default=0.0) - _UNKNOWN_PENALTY
        self.cut = lru_cache(maxsize=1 << 16)(self._cut)

    @classmethod
    def load(cls, path: Path) -> Tokenizer:
        """From a file of two parts, a blank line between: lines `character<TAB>replacement` (characters in
        hexadecimal), then lines `piece<TAB>score`."""
        normaliser, _, vocabulary = path.read_text("utf-8").partition("\n\n")
        rows = [line.split("\t") for line in vocabulary.splitlines()]
        characters = (line.split("\t") for line in normaliser.splitlines())
        return cls(
            (piece for piece, _ in rows),
            (float(score) for _, score in rows),
            {chr(int(source, 16)): _from_hex(target) for source, target in characters},
        )

    def _cut(self, word: str, spaced: bool) -> tuple[int, ...]:
        """Rows of the pieces of `word`; empty where nothing of it can be read. Cached as `cut`."""
        # NFC first: a hamza that is a character of its own is one with its letter, and would be dropped otherwise.
        bare = _DROP.sub("", unicodedata.normalize("NFC", word[:_LONGEST_WORD]))
        normal = bare.translate(self._characters).replace(" ", "")
        return tuple(self._best(_SPACE * spaced + normal)) if normal else ()

    def _best(self, word: str) -> list[int]:
        scores = [0.0] + [float("-inf")] * len(word)
        steps = [(0, UNKNOWN)] * (len(word) + 1)
        for start in range(len(word)):
            for end in range(start + 1, min(start + self._longest, len(word)) + 1):
                row, score = self._known.get(word[start:end], (UNKNOWN, self._unknown))
                if (row != UNKNOWN or end == start + 1) and scores[start] + score > scores[end]:
                    scores[end], steps[end] = scores[start] + score, (start, row)
        rows: list[int] = []
        position = len(word)
        while position:
            position, row = steps[position]
            if not (row == UNKNOWN and rows and rows[-1] == UNKNOWN):
                rows.append(row)
        return rows[::-1]


def _from_hex(codes: str) -> str:
    return "".join(chr(int(code, 16)) for code in codes.split())
