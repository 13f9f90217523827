"""Files broken in ways that parsers know of: pieces of their own formats, controls, depth, cuts and repetitions."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING

from fuzzing.seeds import Seed, drawn

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

MOST = {"ansi": 1 << 13, "text": 1 << 14}
_MOST = 1 << 17
"""Bytes of a mutated file; what grows beyond is cut. What is drawn, and what names are sought in, takes longest."""

TAGS = "p div table tr td ul ol li h1 h2 blockquote pre b i font a script style nav article main time form svg math"
PIECES: dict[str, list[bytes]] = {
    "": [
        b"\0", b"\n\n", b"\r", b"\x0b", b"\x0c", b"\x1b[31m", b"\x1b]52;c;AAAA\x07", b"\x1b]8;;http://x\x1b\\",
        b"\x9b",
        b"\xc2\x9b31m", b"\x7f", b"\x08", b"\xff", b"\xfe", b"\xd8\xa7", b"\xc7\xe1", b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80", b"\xef\xbb\xbf", b"\xff\xfe", b"99999999999999999999", b"-1", b"1e999", b"2023-02-30",
        b"%s%n", b"../../../x",
        *(char.encode() for char in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200f\u061c\u200d\u200c"),
        *(char.encode() for char in "\u0640\u064b\u0651\u0670\u06dd\ufdfa\ufefb\ufe8e\ufedf\u0301\U0001f469\u2028"),
        "ط§ظ„".encode(), "ا ل ع ر ب ي ة".encode(), "ﺔﻴﺑﺮﻌﻟا".encode(),
    ],
    "html": [
        b"<", b">", b"</", b"&", b"&#0;", b"&#x1b;", b"&#xd800;", b"&nbsp;", b'"', b"<!--", b"-->", b"<![CDATA[",
        b"]]>", b"<!DOCTYPE html>", b"<br>", b"<base href=http://127.0.0.1/>", b'<meta charset="utf-7">',
        b" hidden", b' class="menu"',
        b' style="display:none"', b' itemprop="articleBody"', b'<script type="application/ld+json">{"@type":"Article"',
        *(f"<{tag}>".encode() for tag in TAGS.split()), *(f"</{tag}>".encode() for tag in TAGS.split()),
    ],
    "markdown": [b"# ", b"> ", b"- ", b"1. ", b"```", b"|", b"|-", b"---\n", b"**", b"[x](", b"![", b"<div>", b"\\",
                 b"    "],
    "feed": [b"<item>", b"</item>", b"<title>", b"<![CDATA[", b"]]>", b"&lt;p&gt;", b"<content:encoded>", b"<entry>",
             b'<!DOCTYPE rss [<!ENTITY a "b">]>', b"&a;", b'<?xml version="1.0" encoding="utf-16"?>'],
    "subtitles": [b"-->", b"00:00:01,000", b"\n\n", b"<i>", b"{\\an8}", b"WEBVTT", b"NOTE", b"- ", b"99:99:99,999"],
    "openiti": [b"### | ", b"### $ ", b"# ", b"~~", b"%~%", b"PageV01P001", b"ms001", b"@PER01", b"#META#", b"$RWY$"],
    "mail": [b"Subject: ", b"=?utf-8?q?", b"=?x?b?====?=", b"?=", b"\n\n", b"--XX", b"--XX--", b"> ",
             b"Content-Type: ", b"multipart/mixed; boundary=XX", b"Content-Transfer-Encoding: base64",
             b"message/rfc822", b"charset=utf-7"],
    "man": [b"\x08", b"_\x08x", b"x\x08x", b"\x08\x08", b"\n       "],
    "pdf": [b"<<", b">>", b"[", b"]", b"obj", b"endobj", b"stream", b"endstream", b"BT", b"ET", b"Tj", b"Tm", b" 0 R",
            b"/Kids", b"/ToUnicode", b"beginbfchar", b"xref", b"trailer", b"/Parent 2 0 R", b"-2147483648",
            b"4294967295"],
}  # fmt: skip
"""What is put in: for every format, and for one."""
MARKUP = ("epub", "docx", "odt")
OPENING = [f"<{tag}>".encode() for tag in TAGS.split()] + [
    b"> ", b"- ", b"[", b"(", b"\xc2\xab", b"{", b"<w:tbl><w:tr><w:tc>", b"<text:list><text:list-item>",
    "\u2067".encode(), "\u202b".encode(), b"*", b"_", b"<!--", b"=?utf-8?q?",
]  # fmt: skip
"""What nests."""


def mutated(parser: str, seed: Seed, chance: random.Random, others: Sequence[Seed]) -> Seed:
    """A file made from `seed` by a few changes: in a packed one mostly to what is inside."""
    if parser == "pdf" and chance.random() < 0.4:
        seed = drawn(chance)
        if chance.random() < 0.6:
            return seed

    def change(raw: bytes) -> bytes:
        return _changed(raw, parser, chance, [other.raw for other in others])

    return seed._replace(raw=inside(seed.raw, change, chance) if chance.random() < 0.8 else change(seed.raw))


def repeated(seed: Seed, chance: random.Random, sizes: Sequence[int]) -> list[Seed]:
    """The file with one short piece of it over and over again, once for each size in bytes."""
    where, length = chance.random(), chance.choice([1, 2, 3, 8, 20, 60, 200])

    def grow(size: int) -> Callable[[bytes], bytes]:
        def change(raw: bytes) -> bytes:
            place = int(where * len(raw))
            piece = raw[place : place + length] or b"x"
            return raw[:place] + piece * (size // len(piece)) + raw[place:]

        return change

    state = chance.getstate()
    made = []
    for size in sizes:
        chance.setstate(state)  # the same member of an archive each time
        made.append(seed._replace(raw=inside(seed.raw, grow(size), chance)))
    return made


def inside(raw: bytes, change: Callable[[bytes], bytes], chance: random.Random) -> bytes:
    """The file with `change` made to what is packed in it; to itself where it cannot be unpacked."""
    with suppress(Exception):
        for start, module in ((b"\x1f\x8b", gzip), (b"BZh", bz2), (b"\xfd7zXZ", lzma)):
            if raw.startswith(start):
                return bytes(module.compress(change(module.decompress(raw)[:_MOST])))
        if raw.startswith(b"PK"):
            return _with_member(raw, change, chance)
    return change(raw)


def _with_member(raw: bytes, change: Callable[[bytes], bytes], chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        members = {name: packed.read(name)[:_MOST] for name in packed.namelist()[:50]}
    name = chance.choice(list(members))
    members[name] = change(members[name])
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return made.getvalue()


def _changed(raw: bytes, parser: str, chance: random.Random, others: Sequence[bytes]) -> bytes:
    for _ in range(chance.choice([1, 1, 2, 3, 5, 8, 20])):
        raw = chance.choice(_CHANGES)(raw, parser, chance, others)[: MOST.get(parser, _MOST)]
    return raw


def _put(raw: bytes, parser: str, chance: random.Random, _: Sequence[bytes]) -> bytes:
    known = PIECES[""] + (PIECES["html"] + PIECES["feed"] if parser in MARKUP else PIECES.get(parser, []))
    return _at(raw, chance.choice(known), chance)


def _put_random(raw: bytes, _: str, chance: random.Random, __: Sequence[bytes]) -> bytes:
    if chance.random() < 0.5:
        return _at(raw, chance.randbytes(chance.randint(1, 20)), chance)
    codes = [chance.choice([0x600, 0x2000, 0xFB50, 0x10000, 0x80]) + chance.randrange(256) for _ in range(5)]
    return _at(raw, "".join(map(chr, codes)).encode(errors="surrogatepass"), chance)


def _put_deep(raw: bytes, _: str, chance: random.Random, __: Sequence[bytes]) -> bytes:
    return _at(raw, chance.choice(OPENING) * chance.choice([3, 3, 30, 30, 300, 300, 3000]), chance)


def _put_other(raw: bytes, _: str, chance: random.Random, others: Sequence[bytes]) -> bytes:
    other = chance.choice(others)
    return _at(raw, other[_place(other, chance) :][: chance.randint(1, 2000)], chance)


def _cut(raw: bytes, _: str, chance: random.Random, __: Sequence[bytes]) -> bytes:
    place = _place(raw, chance)
    return raw[:place] + raw[place + chance.choice([1, 2, 10, 100, 1000]) :]


def _repeat(raw: bytes, _: str, chance: random.Random, __: Sequence[bytes]) -> bytes:
    place, length = _place(raw, chance), chance.choice([1, 3, 10, 50, 500])
    return raw[:place] + raw[place : place + length] * chance.choice([2, 2, 10, 10, 100, 1000]) + raw[place:]


def _flip(raw: bytes, _: str, chance: random.Random, __: Sequence[bytes]) -> bytes:
    place = _place(raw, chance)
    return raw[:place] + bytes([chance.randrange(256)]) + raw[place + 1 :]


def _swap(raw: bytes, _: str, chance: random.Random, __: Sequence[bytes]) -> bytes:
    one, other = sorted((_place(raw, chance), _place(raw, chance)))
    length = chance.randint(1, 100)
    between = raw[one + length : other] if other > one + length else b""
    return raw[:one] + raw[other : other + length] + between + raw[one : one + length] + raw[other + length :]


_CHANGES = (_put, _put, _put, _put_random, _put_deep, _put_other, _cut, _repeat, _flip, _swap)


def _at(raw: bytes, piece: bytes, chance: random.Random) -> bytes:
    place = _place(raw, chance)
    return raw[:place] + piece + raw[place:]


def _place(raw: bytes, chance: random.Random) -> int:
    return chance.randint(0, len(raw))
