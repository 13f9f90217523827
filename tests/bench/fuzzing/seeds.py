"""What fuzzing starts from: the files of the tests, by the parser that reads them, and files made anew."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "sources"))

from builders import Drawn, pdf
from test_documents import ENCODED, FORMATS, Case

if TYPE_CHECKING:
    import random

TESTS = Path(__file__).resolve().parents[2]

NAMES = {
    "text": "a.txt",
    "ansi": "a.txt",
    "html": "a.html",
    "markdown": "a.md",
    "feed": "a.xml",
    "subtitles": "a.srt",
    "openiti": "a.ara1",
    "mail": "a.eml",
    "man": "a.1",
    "pdf": "a.pdf",
    "epub": "a.epub",
    "docx": "a.docx",
    "odt": "a.odt",
    "packed": "a.txt.gz",
}
"""The parsers, and the name that a file goes by on its way to one. `ansi` is plain text with all that is found in it
up to the picture of the page; `packed` is gzip, bzip2, xz and ZIP."""


class Seed(NamedTuple):
    raw: bytes
    name: str


def seeds(parser: str) -> list[Seed]:
    """The files of the tests for a parser; none is empty."""
    found = [Seed(one.raw, _name(one.name, parser)) for one in _cases() if parser in _parsers(one.kind, one.raw)]
    documents = TESTS / "data" / "documents"
    if parser == "html":
        found += [Seed(path.read_bytes(), path.name) for path in sorted((documents / "pages").glob("*.html"))]
    if parser == "pdf":
        found += [Seed(path.read_bytes(), path.name) for path in sorted((documents / "pdf").glob("*.pdf"))]
    if parser in ("text", "ansi"):
        found += [Seed(text.encode(), "a.txt") for text in _told()]
    if parser == "packed":
        found += [Seed(gzip.compress(seed.raw), f"{seed.name}.gz") for kind in ("html", "docx") for seed in seeds(kind)]
    return [seed for seed in found if seed.raw]


def _cases() -> list[Case]:
    return [param.values[0] for param in (*ENCODED, *FORMATS)]


def _parsers(kind: str, raw: bytes) -> tuple[str, ...]:
    if raw.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ")) or (raw.startswith(b"PK") and kind == "text"):
        return ("packed",)
    return ("text", "ansi") if kind == "text" else (kind,)


def _name(name: str, parser: str) -> str:
    """Its own, unless the program would not go by that."""
    return NAMES[parser] if name == "-" or "/" in name else name


def _told() -> list[str]:
    """Texts of the tests with what is hard about order, joining, width and names."""
    lines = (TESTS / "data" / "cases" / "reader_cases.jsonl").read_text("utf-8").splitlines()
    given = [json.loads(line)["input"] for line in lines]
    hostile = (TESTS / "data" / "golden" / "hostile.txt").read_bytes().decode("utf-8", "replace")
    return [*(text for text in given if isinstance(text, str)), hostile]


LETTERS = [*"ابتثجحخدذرزسشصضطظعغفقكلمنهوىيةء", "لا", "الله", *"abcXYZ019٠٣٩", *"()«».،؛:!-%/", " ", "\u064e", "\u0651"]
JOINED = [chr(code) for code in (*range(0xFE70, 0xFEFD), *range(0xFB50, 0xFBB2), 0xFDF2, 0x202E, 0x200F, 0x1B, 0)]


def drawn(chance: random.Random) -> Seed:
    """A PDF of a few pages, its glyphs wherever they happen to stand."""
    pages = [[_line(chance) for _ in range(chance.randint(0, 25))] for _ in range(chance.randint(1, 4))]
    return Seed(pdf(pages, title=chance.choice(["", "عنوان", "\x1b[31mx"])), "a.pdf")


def _line(chance: random.Random) -> Drawn:
    alphabet = chance.choice([LETTERS, LETTERS, JOINED])
    glyphs = [chance.choice(alphabet) for _ in range(chance.randint(1, 40))]
    x, y = chance.choice([72, 300, chance.uniform(-50, 650)]), chance.choice([700, 684, chance.uniform(-50, 850)])
    return Drawn(glyphs, x, y, chance.choice([12, 12, 20, 0.1, 300]))
