"""What was drawn piece by piece comes out in whole rows, and shows the same: tried on a small terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.terminal.encode import encoded
from reader.terminal.frames import Frames
from reader.terminal.reordering import Rows, Words
from reader.terminal.row import BLANK, Cell, Row, restyled, styled

COLUMNS, ROWS = 12, 3
RED, GROUND = "\x1b[31m", "\x1b[48;2;1;2;3m"
PLAIN = "\x1b[0m"
PART = re.compile(r"\x1b\[(\d+);(\d+)H|(\x1b\[[\d;]*m)|(\x1b\[2J)|(\n)|([^\x1b\n]+)")


def screen(written: str) -> list[Row]:
    """The rows of a terminal that draws cells as they are written."""
    rows = [[Cell(BLANK)] * COLUMNS for _ in range(ROWS)]
    row = column = 0
    style = ""
    for y, x, change, clear, line, text in PART.findall(written):
        if y:
            row, column = int(y) - 1, int(x) - 1
        elif line:
            row, column = row + 1, 0
        elif change:
            style = restyled(style, change)
        elif clear:
            rows = [[Cell(BLANK, 1, style)] * COLUMNS for _ in range(ROWS)]
        for cell in styled(text):
            if row < ROWS and column < COLUMNS:
                rows[row][column] = cell._replace(style=style)
            column += 1
    return [tuple(cells) for cells in rows]


def drawn(written: str, terminal: Rows | Words) -> list[Row]:
    return [terminal.shown(row) for row in screen(written)]


PIECES = st.lists(
    st.one_of(
        st.builds("\x1b[{};{}H".format, st.integers(1, ROWS), st.integers(1, COLUMNS)),
        st.sampled_from(["اب", "ج ", " ", "٢", RED + "اد", PLAIN, GROUND, "\n", "\x1b[2J"]),
    ),
    max_size=12,
)


@given(st.lists(PIECES, max_size=4))
def test_the_screen_is_what_was_drawn(frames: list[list[str]]) -> None:
    for terminal in (Rows(), Rows(by_style=True), Words()):
        through = Frames(lambda row, terminal=terminal: encoded(row, terminal))  # type: ignore[misc]
        written = "".join(through.feed("".join(frame), COLUMNS) for frame in frames)
        wanted = screen("".join("".join(frame) for frame in frames))
        assert drawn(written, terminal) == wanted


def test_a_change_in_a_row_sends_the_whole_row() -> None:
    frames = Frames(lambda row: tuple(reversed(row)))
    frames.feed("\x1b[1;1Habcdef", 6)
    assert frames.feed("\x1b[1;3HX", 6) == "\x1b[1;1HfedXba\x1b[1;4H"


@pytest.mark.parametrize(
    ("drawn", "reason"),
    [
        ("\x1b[?25l", "a mode"),
        ("\x1b[?2026$p", "a question"),
        ("\x1b]52;c;2LPYp9mE\x07", "the clipboard"),
        ("\x1bP>|x\x1b\\", "a device string"),
        ("\x1b[>21u", "the keyboard"),
        ("\x07", "the bell"),
        ("\x1b", "an escape that is none"),
        ("", "nothing"),
    ],
)
def test_everything_else_passes(drawn: str, reason: str) -> None:
    assert Frames(lambda row: row).feed(drawn, 6) == drawn, reason


def test_what_passes_keeps_its_place_among_the_rows() -> None:
    written = Frames(lambda row: row).feed("\x1b[?2026h\x1b[1;1Hab\x1b[?2026l", 2)
    assert written == "\x1b[?2026h\x1b[1;1Hab\x1b[1;3H\x1b[?2026l"


def test_the_screen_is_cleared_in_the_ground_it_was_cleared_in() -> None:
    written = Frames(lambda row: row).feed(f"{GROUND}\x1b[2J\x1b[1;2Ha", 3)
    assert written == f"{GROUND}\x1b[2J{PLAIN}\x1b[1;1H{GROUND} a {PLAIN}\x1b[1;3H"


def test_half_a_wide_cell_that_is_written_over_leaves_a_blank() -> None:
    frames = Frames(lambda row: row)
    frames.feed("\x1b[1;1H漢漢", 4)
    assert frames.feed("\x1b[1;2Hab", 4) == "\x1b[1;1H ab \x1b[1;4H"


def test_a_narrower_terminal_gets_narrower_rows() -> None:
    frames = Frames(lambda row: row)
    frames.feed("\x1b[1;1Habcdef", 6)
    assert frames.feed("\x1b[1;1Hx", 3) == "\x1b[1;1Hxbc\x1b[1;2H"
    assert frames.feed("\x1b[1;3Hlong", 3) == "\x1b[1;1Hxbl\x1b[1;7H"
