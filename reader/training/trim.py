"""Which pieces of the encoder's vocabulary the shipped recogniser keeps, and the file that tells the program.

Kept: pieces of Arabic letters, of digits and of signs, and the more frequent Latin ones (names of firms and
products stand in Latin letters in Arabic text). Every kept row costs 384 bytes in the model.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.analysis.recogniser.pieces import SPECIAL

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.training.encoder_file import EncoderFile

LATIN_PIECES = 12_000
"""How many Latin pieces are kept, the most probable first."""
_ARABIC = re.compile("\u2581?[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff]+")
_SIGNS = re.compile("\u2581?[^\\w\\s\u2581]*|\u2581?[0-9]+|\u2581?[\u0660-\u0669]+")
_LATIN = re.compile("\u2581?[A-Za-z\u00c0-\u017f]+")
_SIGN_BLOCKS = re.compile("[\u2581\u0020-\u007e\u00a0-\u00ff\u0600-\u06ff\u2010-\u205e\u20ac\u2116\u2122]+")
"""Latin, Arabic and general punctuation."""
# These say how the shipped vocabulary was cut, and stay as they are: it could not be made again from others.


def kept_rows(encoder: EncoderFile) -> list[int]:
    """Rows of `emb.word` to keep, special ones first, in the order of the vocabulary."""
    special = len(SPECIAL)
    rows = range(special, len(encoder.pieces))
    latin = [row for row in rows if _LATIN.fullmatch(encoder.pieces[row])]
    frequent = set(sorted(latin, key=lambda row: -encoder.scores[row])[:LATIN_PIECES])
    return [*range(special), *(row for row in rows if row in frequent or _is_arabic_or_sign(encoder.pieces[row]))]


def _is_arabic_or_sign(piece: str) -> bool:
    if _ARABIC.fullmatch(piece):
        return True
    return bool(_SIGNS.fullmatch(piece) and _SIGN_BLOCKS.fullmatch(piece))


def kept_characters(encoder: EncoderFile, rows: Sequence[int]) -> dict[str, str]:
    """The part of the normaliser whose results the kept pieces can spell; the rest is unknown either way."""
    spelt = set("".join(encoder.pieces[row] for row in rows[len(SPECIAL) :])) | {" "}
    return {
        source: target for source, target in encoder.characters.items() if source != target and spelt.issuperset(target)
    }


def write(path: Path, encoder: EncoderFile, rows: Sequence[int]) -> None:
    """Writes the file that `Tokenizer.load` reads."""
    characters = kept_characters(encoder, rows)
    lines = [f"{ord(source):x}\t{_hex(target)}" for source, target in sorted(characters.items())]
    lines.append("")
    lines += [f"{encoder.pieces[row]}\t{encoder.scores[row]:.4f}" for row in rows[len(SPECIAL) :]]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _hex(text: str) -> str:
    return " ".join(f"{ord(character):x}" for character in text)
