"""Files of every kind, broken at random: each is a document whose blocks fit its text, or an error of ours."""

from __future__ import annotations

import gzip
import io
import zipfile
from contextlib import suppress

import pytest
from builders import archive
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from test_documents import FORMATS

from reader.errors import QariError
from reader.sources.content import Given, document
from reader.sources.formats import read

SEEDS = [(param.values[0].name, param.values[0].raw) for param in FORMATS]
PIECES = [
    b"<", b">", b"</", b"&", b'"', b"\0", b"\n\n", b"<p>", b"<table>", b"<tr>", b"<td>", b"</ul>", b"<!--",
    b"<![CDATA[",
    b"]]>", b"<pre>", b"--XX", b"-->", b"%~%", b"~~", b"\x08", b"# ", b"> ", b"- ", b"```", b"|", b"\xff", b"\xd8\xa7",
    b"\xc7\xe1", b"99999999999999999999", b"-1", b"\xef\xbb\xbf", b"\x1b[31m", b"=?utf-8?q?",
]  # fmt: skip

STARTS = [
    b"%PDF-1.4\n", b"PK\x03\x04", b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ\0", b"<!doctype html><p><b><i>", b"<rss>",
    b"WEBVTT\n\n", b"######OpenITI#\n", b"From: a\nTo: b\nMIME-Version: 1\n", b"x\x08xx\x08xx\x08x",
]  # fmt: skip

PLACE = st.floats(0, 1)
EDIT = st.one_of(
    st.tuples(st.just("put"), PLACE, st.sampled_from(PIECES)),
    st.tuples(st.just("put"), PLACE, st.binary(min_size=1, max_size=20)),
    st.tuples(st.just("cut"), PLACE, st.integers(1, 80)),
    st.tuples(st.just("repeat"), PLACE, st.integers(1, 200)),
)
EDITS = st.lists(EDIT, min_size=1, max_size=8)


def edited(raw: bytes, edits: list[tuple[str, float, bytes | int]]) -> bytes:
    """`raw` with something put in, cut out or repeated at each place."""
    for _, where, what in edits:
        place = int(where * len(raw))
        if isinstance(what, bytes):
            raw = raw[:place] + what + raw[place:]
        elif _ == "cut":
            raw = raw[:place] + raw[place + what :]
        else:
            raw = raw[:place] + raw[place : place + what] * 3 + raw[place:]
    return raw


def holds(raw: bytes, name: str) -> None:
    """Read it, and check what every document keeps."""
    with suppress(QariError):
        content = read(Given(raw), name)
        if content.parsed is None:
            content.given.decoded()
            return
        made = document(name, "", content.parsed)
        if made is None:
            return
        end = 0
        for block in made.blocks:
            assert end <= block.span.start < block.span.end <= len(made.text)
            assert block.span.of(made.text).strip()
            end = block.span.end
        made.text.encode()
        assert made.metadata.title is None or made.metadata.title == " ".join(made.metadata.title.split())
        assert all(len(notice.splitlines()) == 1 for notice in made.notices)


ANY = settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])


@ANY
@given(st.sampled_from(SEEDS), EDITS)
@example(
    next(seed for seed in SEEDS if seed[0] == "ls.txt"), [("put", 0.375, b"<"), ("cut", 0.0, 4)]
)  # a title of blanks
def test_broken_files(seed: tuple[str, bytes], edits: list[tuple[str, float, bytes | int]]) -> None:
    holds(edited(seed[1], edits), seed[0])


@ANY
@given(st.sampled_from([seed for seed in SEEDS if seed[1].startswith(b"PK")]), PLACE, EDITS)
def test_archives_with_a_broken_member(
    seed: tuple[str, bytes], which: float, edits: list[tuple[str, float, bytes | int]]
) -> None:
    with zipfile.ZipFile(io.BytesIO(seed[1])) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    name = list(members)[int(which * (len(members) - 1))]
    holds(archive(members | {name: edited(members[name], edits)}), seed[0])


@ANY
@given(
    st.sampled_from(STARTS),
    st.binary(max_size=400),
)
def test_bytes_that_begin_well(start: bytes, rest: bytes) -> None:
    holds(start + rest, "")
    holds(gzip.compress(start + rest), "a.md")


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.html", b"<!DOCTYPE html><html><p>a</p><nav>x</nav>\x01<p>b"),
        ("a.html", b"<!DOCTYPE html><html><body><p>\x02<nav>x</nav>\x01\x03</p><nav/>\x04"),
        (
            "a.zip",
            b"PK\x03\x04" + bytes(26) + b"PK\x01\x02" + bytes(42) + b"PK\x05\x06\0\0\0\0\1\0\1\0.\0\0\0\x1e\0\0\0\0\0",
        ),
    ],
)
def test_what_broke_it_once(name: str, raw: bytes) -> None:
    holds(raw, name)
