"""What is written for machines, and what only looks so."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.model import EntityType
from reader.analysis.names import find_names
from reader.analysis.recogniser import kept
from reader.analysis.time import find_times
from reader.analysis.words.fences import fenced

FENCED = [
    ("https://ar.example.org/بيروت/2018?x=1", "an address, the Arabic in it too"),
    ("www.example.org/a", "without its scheme"),
    ("example.com", "a bare domain"),
    ("laila.k+1@mail.example.net", "an e-mail address"),
    ("@sami_k", "a handle"),
    ("@محمد_علي", "in Arabic letters"),
    ("/usr/share/doc", "a path"),
    ("~/notes", "from the user's folder"),
    ("src/analysis/names", "a path inside something"),
    (r"C:\Users\Sami", "on another system"),
    ("README.md", "a file name"),
    ("main.rs", "with the ending of a language"),
    ("backup_2019.tar.gz", "with two endings"),
    ("sudo apt install python3", "a command"),
    ("--disable-gil", "an option"),
    ("-rf", "short ones together"),
    ("`qari open`", "what is set as code"),
    ("PageV01P012", "a code"),
    ("ms001", "a number with its noughts"),
    ("YD145", "a tag"),
    ("snake_case", "a name in a program"),
]


@pytest.mark.parametrize(("written", "why"), FENCED)
def test_fenced(written: str, why: str) -> None:
    left = fenced(f"في {written} ثم")
    assert len(left) == len(f"في {written} ثم")
    assert left.replace(" ", "") in ("في…ثم", "في–ثم"), why


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("17/9/2023 و2023/09/17 و1445هـ/2023م", "dates"),
        ("أيلول/سبتمبر", "a month in two calendars"),
        ("TCP/IP وAC/DC وGnu/Linux", "names with a stroke"),
        ("HTML5 وTu-160 وiPhone 15 وCOVID-19", "model numbers"),
        ("طائرة KC135 وكرت GeForce GT730", "what looks like a tag behind its kind or its maker"),
        ("Booking.com وNode.js", "names with a point"),
        ("قال - كما كتب -rock- ثم", "dashes"),
        ("#القدس", "a hashtag's sign is no letter; the word is a name"),
    ],
)
def test_not_fenced(written: str, why: str) -> None:
    assert fenced(written) == written, why


def test_the_stop_behind_an_address_stays() -> None:
    assert fenced("زر www.example.com.") == "زر …" + " " * 14 + "."


@given(st.text("aA0_-./@`: اب\n", max_size=60))
@settings(deadline=None)
def test_every_position_stays(text: str) -> None:
    left = fenced(text)
    assert len(left) == len(text)
    assert all(new in (old, " ", "…", "–") for new, old in zip(left, text, strict=True))


def test_no_date_in_an_address() -> None:
    assert find_times("انظر https://example.org/2018/09/04 ثم ملف report_2019-05-01.pdf.", None) == []


def test_nothing_is_named_in_a_list_of_addresses() -> None:
    if missing := kept.notice():
        pytest.skip(missing.kind)
    addresses = "\n".join(f"البريد samir{number}@beirut.example.org أو @laila{number}" for number in range(50))
    assert find_names(addresses).mentions == ()


def test_marks_of_direction_are_no_part_of_a_name() -> None:
    if missing := kept.notice():
        pytest.skip(missing.kind)
    text = "زار \u202bمحمود\u200f عباس\u200f\u202c مدينة \u2067بيروت\u2069 أمس."
    found = {mention.type: mention.span.of(text) for mention in find_names(text).mentions}
    assert found == {EntityType.PERSON: "محمود\u200f عباس", EntityType.LOCATION: "بيروت"}
