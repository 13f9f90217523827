"""Cells out of styled text, and styled text out of cells."""

from __future__ import annotations

import pytest

from reader.terminal.row import Cell, basic, printed, restyled, styled

RED, BOLD = "\x1b[31m", "\x1b[1m"


@pytest.mark.parametrize(
    ("text", "row", "reason"),
    [
        ("ab", (Cell("a"), Cell("b")), "one cell a character"),
        ("بَّت", (Cell("بَّ"), Cell("ت")), "marks ride on their letter"),
        ("َب", (Cell("ب"),), "a mark without a letter is not drawn"),
        ("漢a", (Cell("漢", 2), Cell("a")), "a wide character takes two columns"),
        (f"{RED}a\x1b[0mb", (Cell("a", 1, RED), Cell("b")), "a style lasts until it is taken back"),
        (f"{RED}{BOLD}a", (Cell("a", 1, RED + BOLD),), "styles add up"),
        ("", (), "an empty row"),
    ],
)
def test_cells(text: str, row: tuple[Cell, ...], reason: str) -> None:
    assert styled(text) == row, reason
    assert styled(printed(row)) == row


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        ("", RED, RED),
        (RED, BOLD, RED + BOLD),
        (RED + BOLD, RED, BOLD + RED),
        (RED, "\x1b[0m", ""),
        (RED, "\x1b[m", ""),
        (RED, "\x1b[0;1m", BOLD),
        (RED, "\x1b[38;2;0;1;2m", RED + "\x1b[38;2;0;1;2m"),
    ],
)
def test_style_in_force(before: str, change: str, after: str) -> None:
    assert restyled(before, change) == after


@pytest.mark.parametrize(
    ("style", "simple"),
    [
        ("\x1b[1;3;4;31m", "\x1b[1;4;31m"),
        ("\x1b[38;2;31;1;7m\x1b[48;5;7m", ""),
        ("\x1b[2;96;21m\x1b[7m", "\x1b[7m"),
        ("", ""),
    ],
)
def test_the_basic_part_of_a_style(style: str, simple: str) -> None:
    assert basic(style) == simple


def test_what_follows_a_printed_row_is_plain() -> None:
    assert printed((Cell("a", 1, RED), Cell("b", 1, RED), Cell("c"))) == f"{RED}ab\x1b[0mc"
