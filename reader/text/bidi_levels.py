"""Embedding levels of a paragraph: rules P2–P3 and X1–I2 of UAX #9 (revision 46, Unicode 15).

The classes of a text are a byte string, one letter a character (`CODES`). So most rules are substitutions
that keep the length, done at the speed of the regular-expression engine and in linear time.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from reader.text.bidi_data import BRACKET_PAIRS, default_class

CODES = {
    "L": "L", "R": "R", "AL": "A", "EN": "E", "AN": "N", "NSM": "M",
    "ES": "p", "ET": "t", "CS": "c", "B": "B", "S": "S", "WS": "W", "ON": "O", "BN": "x",
    "LRE": "e", "RLE": "f", "LRO": "g", "RLO": "h", "PDF": "z", "LRI": "i", "RLI": "j", "FSI": "k", "PDI": "y",
}  # fmt: skip
"""Bidi class → its letter. Capitals B–W and O after the weak rules: only L, R, E, N and O are left."""

MAX_DEPTH = 125  # BD2
_MAX_BRACKETS = 63  # BD16

_INITIATORS = b"ijk"
_OVERRIDES = {ord("g"): b"L", ord("h"): b"R"}
_RIGHT_TO_LEFT = b"fhj"

_EXPLICIT = re.compile(rb"[efghzijkyx]|[^efghzijkyx]+")
_STRONG_OR_ISOLATE = re.compile(rb"[ijky]|[LRA][^ijky]*")
_MARKS = re.compile(rb"([^M])(M+)")
_ARABIC_WITH_DIGITS = re.compile(rb"A[^ALRE]*E[^ALR]*")
_LATIN_WITH_DIGITS = re.compile(rb"L[^LRE]*E[^LR]*")
_BETWEEN_EUROPEAN = re.compile(rb"(?<=E)[pc](?=E)")
_BETWEEN_ARABIC = re.compile(rb"(?<=N)c(?=N)")
_TERMINATORS = re.compile(rb"t+")
_NEUTRALS_IN_L = re.compile(rb"(?<=L)O+(?=L)")
_NEUTRALS_IN_R = re.compile(rb"(?<=[REN])O+(?=[REN])")
_TO_NEUTRAL = bytes.maketrans(b"ptcBSWijky", b"OOOOOOOOOO")
_TO_STRONG = bytes.maketrans(b"EN", b"RR")


class _Codes(dict[int, str]):
    """Code point → class letter, filled as characters are met."""

    def __missing__(self, point: int) -> str:
        name = unicodedata.bidirectional(chr(point)) or default_class(point)
        code = self[point] = CODES[name]
        return code


_codes = _Codes()


def classify(text: str) -> bytes:
    """The class letter (`CODES`) of each character."""
    return text.translate(_codes).encode("ascii")


# U+2329 and U+232A are canonically equivalent to U+3008 and U+3009, and pair with them (BD14, BD15).
_CLOSER_OF = dict(zip(BRACKET_PAIRS[::2], BRACKET_PAIRS[1::2], strict=True)) | {"\u2329": "\u3009"}
_CLOSERS = {closer: closer for closer in BRACKET_PAIRS[1::2]} | {"\u232a": "\u3009"}
_BRACKETS = re.compile(f"[{re.escape(BRACKET_PAIRS)}]")


class Isolates(NamedTuple):
    """How isolates lie in a paragraph."""

    closing: dict[int, int]
    """Position of an initiator → position of its matching PDI (BD9)."""
    direction: dict[int, int]
    """Position of an initiator → level of the first strong character right inside it, where there is one;
    -1 stands for the paragraph (P2, X5c)."""


def isolates(classes: bytes) -> Isolates:
    """Pair initiators with PDIs, and find the first strong character at each depth."""
    found = Isolates({}, {})
    inside = [-1]
    for match in _STRONG_OR_ISOLATE.finditer(classes):
        code, position = classes[match.start()], match.start()
        if code in _INITIATORS:
            inside.append(position)
        elif code != ord("y"):
            found.direction.setdefault(inside[-1], 0 if code == ord("L") else 1)
        elif len(inside) > 1:
            found.closing[inside.pop()] = position
    return found


def levels(text: str, classes: bytes, base: int) -> list[int | None]:
    """The level of each character at base level 0 or 1; None where rule X9 removes it.

    A paragraph ends behind each separator (class B): all parts get the same base.
    """
    result: list[int | None] = [None] * len(classes)
    start = 0
    for body in classes.split(b"B"):
        end = start + len(body)
        if body:
            _part_levels(text[start:end], body, base, result, start)
        if end < len(classes):
            result[end] = base
        start = end + 1
    return result


def _part_levels(text: str, classes: bytes, base: int, result: list[int | None], offset: int) -> None:
    """Write the levels of one paragraph without its separator to `result`, from `offset`."""
    found = isolates(classes) if any(code in classes for code in _INITIATORS) else Isolates({}, {})
    kinds, runs = _explicit(classes, base, found)
    for sequence in _sequences(classes, runs, base, found):
        text_of = "".join([text[start:end] for start, end in sequence.pieces])
        kinds_of = b"".join([kinds[start:end] for start, end in sequence.pieces])
        resolved = _resolve(text_of, kinds_of, sequence)
        done = 0
        for start, end in sequence.pieces:
            result[offset + start : offset + end] = resolved[done : done + end - start]
            done += end - start


@dataclass(slots=True)
class _Run:
    """A level run, or an isolating run sequence: what is left of it by X9, in pieces `(start, end)`."""

    level: int
    pieces: list[tuple[int, int]] = field(default_factory=list)
    before: bytes = b""
    after: bytes = b""


class _State(NamedTuple):
    """An entry of the directional status stack of X1."""

    level: int
    override: bytes = b""
    isolate: bool = False


class _Stack:
    """The directional status of rules X1–X8."""

    def __init__(self, base: int) -> None:
        self.states = [_State(base)]
        self.isolates_over = self.embeddings_over = self.isolates = 0

    @property
    def top(self) -> _State:
        return self.states[-1]

    def _next_level(self, odd: int) -> int:
        return self.top.level + (1 if self.top.level % 2 != odd else 2)

    def embed(self, odd: int, override: bytes) -> None:
        """X2–X5."""
        level = self._next_level(odd)
        if level <= MAX_DEPTH and not self.isolates_over and not self.embeddings_over:
            self.states.append(_State(level, override))
        elif not self.isolates_over:
            self.embeddings_over += 1

    def isolate(self, odd: int) -> None:
        """X5a–X5c."""
        level = self._next_level(odd)
        if level <= MAX_DEPTH and not self.isolates_over and not self.embeddings_over:
            self.isolates += 1
            self.states.append(_State(level, isolate=True))
        else:
            self.isolates_over += 1

    def end_isolate(self) -> None:
        """X6a."""
        if self.isolates_over:
            self.isolates_over -= 1
        elif self.isolates:
            self.embeddings_over = 0
            while not self.states.pop().isolate:
                pass
            self.isolates -= 1

    def end_embedding(self) -> None:
        """X7."""
        if self.isolates_over:
            return
        if self.embeddings_over:
            self.embeddings_over -= 1
        elif not self.top.isolate and len(self.states) > 1:
            self.states.pop()


def _explicit(classes: bytes, base: int, found: Isolates) -> tuple[bytes, list[_Run]]:
    """X1–X9: the classes with overrides applied, and the level runs."""
    stack, kinds, runs = _Stack(base), bytearray(classes), [_Run(base)]
    for match in _EXPLICIT.finditer(classes):
        start, end = match.span()
        code = classes[start]
        if code in b"x":
            continue
        if code in b"efgh":
            stack.embed(int(code in _RIGHT_TO_LEFT), _OVERRIDES.get(code, b""))
            continue
        if code in b"z":
            stack.end_embedding()
            continue
        if code in b"y":
            stack.end_isolate()
        state = stack.top
        if state.override:
            kinds[start:end] = state.override * (end - start)
        if runs[-1].level != state.level:
            runs.append(_Run(state.level))
        runs[-1].pieces.append((start, end))
        if code in _INITIATORS:
            rtl = found.direction.get(start, 0) if code in b"k" else int(code in _RIGHT_TO_LEFT)
            stack.isolate(rtl)
    return bytes(kinds), [run for run in runs if run.pieces]


def _sequences(classes: bytes, runs: list[_Run], base: int, found: Isolates) -> list[_Run]:
    """X10: the isolating run sequences, each with the directions that border it (sos, eos)."""
    sequences: list[_Run] = []
    waiting: dict[int, _Run] = {}
    before = base
    for number, run in enumerate(runs):
        first, last = run.pieces[0][0], run.pieces[-1][1] - 1
        sequence = waiting.pop(first, None)
        if sequence is None:
            sequence = _Run(run.level, before=_direction(max(run.level, before)))
            sequences.append(sequence)
        sequence.pieces += run.pieces
        if last in found.closing:
            waiting[found.closing[last]] = sequence
        open_ended = classes[last] in _INITIATORS or number + 1 == len(runs)
        sequence.after = _direction(max(run.level, base if open_ended else runs[number + 1].level))
        before = run.level
    return sequences


def _direction(level: int) -> bytes:
    return b"R" if level % 2 else b"L"


def _resolve(text: str, classes: bytes, sequence: _Run) -> bytes:
    """W1–I2 of one isolating run sequence: its levels."""
    original = sequence.before + classes + sequence.after
    kinds = _weak(original)
    if _BRACKETS.search(text):
        kinds = _brackets(text, kinds, original, sequence.level)
    if b"O" in kinds:
        kinds = _neutral(kinds, sequence.level)
    return kinds[1:-1].translate(_implicit(sequence.level))


def _weak(kinds: bytes) -> bytes:
    """W1–W7; white space and other neutrals, too, are O afterwards."""
    if b"M" in kinds:
        kinds = _MARKS.sub(_like_base, kinds)  # W1
    european = b"E" in kinds
    if european:
        kinds = _ARABIC_WITH_DIGITS.sub(lambda match: match[0].replace(b"E", b"N"), kinds)  # W2
    kinds = kinds.replace(b"A", b"R")  # W3
    if european:
        kinds = _BETWEEN_EUROPEAN.sub(b"E", kinds)  # W4
    if b"c" in kinds:
        kinds = _BETWEEN_ARABIC.sub(b"N", kinds)
    if european and b"t" in kinds:
        kinds = _TERMINATORS.sub(_like_number, kinds)  # W5
    kinds = kinds.translate(_TO_NEUTRAL)  # W6
    if european:
        kinds = _LATIN_WITH_DIGITS.sub(lambda match: match[0].replace(b"E", b"L"), kinds)  # W7
    return kinds


def _like_base(match: re.Match[bytes]) -> bytes:
    base, marks = match.groups()
    return base + (b"O" if base in b"ijky" else base) * len(marks)


def _like_number(match: re.Match[bytes]) -> bytes:
    start, end = match.span()
    beside = match.string[start - 1], match.string[end]
    return b"E" * (end - start) if ord("E") in beside else match[0]


def _brackets(text: str, kinds: bytes, original: bytes, level: int) -> bytes:
    """N0. `kinds` and `original` have one more byte at each end than `text`."""
    result = bytearray(kinds)
    strong = bytearray(kinds.translate(_TO_STRONG))
    embedding = _direction(level)
    opposite = _direction(level + 1)
    context, seen = strong[:1], 0
    for opening, closing in _bracket_pairs(text, kinds):
        last = max(strong.rfind(b"L", seen, opening), strong.rfind(b"R", seen, opening))
        if last >= 0:
            context = strong[last : last + 1]
        seen = opening
        if strong.find(embedding, opening + 1, closing) >= 0:
            direction = embedding
        elif strong.find(opposite, opening + 1, closing) >= 0:
            direction = bytes(context)
        else:
            continue
        for start in (opening, closing):
            end = start + 1
            while original[end] == ord("M"):  # marks on a bracket go with it
                end += 1
            result[start:end] = strong[start:end] = direction * (end - start)
    return bytes(result)


def _bracket_pairs(text: str, kinds: bytes) -> list[tuple[int, int]]:
    """BD16: pairs as positions in `kinds`, by their opening."""
    pairs: list[tuple[int, int]] = []
    expected: list[str] = []
    openings: list[int] = []
    for match in _BRACKETS.finditer(text):
        bracket, position = match[0], match.start() + 1
        if kinds[position] != ord("O"):
            continue
        if bracket in _CLOSER_OF:
            if len(expected) == _MAX_BRACKETS:
                break
            expected.append(_CLOSER_OF[bracket])
            openings.append(position)
        elif (closer := _CLOSERS[bracket]) in expected:
            while expected.pop() != closer:
                openings.pop()
            pairs.append((openings.pop(), position))
    return sorted(pairs)


def _neutral(kinds: bytes, level: int) -> bytes:
    """N1 and N2."""
    if level % 2:
        return _NEUTRALS_IN_L.sub(lambda match: b"L" * len(match[0]), kinds).replace(b"O", b"R")
    return _NEUTRALS_IN_R.sub(lambda match: b"R" * len(match[0]), kinds).replace(b"O", b"L")


@cache
def _implicit(level: int) -> bytes:
    """I1 and I2 as a translation table from the classes that are left to levels."""
    if level % 2:
        return bytes.maketrans(b"RLEN", bytes([level, level + 1, level + 1, level + 1]))
    return bytes.maketrans(b"LREN", bytes([level, level + 1, level + 2, level + 2]))
