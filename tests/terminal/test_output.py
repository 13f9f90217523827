"""One terminal, one way at a time, and what happens when the way changes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from reader.settings import Settings
from reader.terminal.ask import Found
from reader.terminal.detect import Answers, Strategy, behind, detect
from reader.terminal.modes import EXPLICIT
from reader.terminal.multiplexer import Passage
from reader.terminal.output import CLEAR, WAYS, Output
from reader.terminal.remembered import Choice, remember

if TYPE_CHECKING:
    from collections.abc import Iterator

VTE = Found(detect({"TERM": "xterm", "VTE_VERSION": "7006"}), Passage())
KITTY = Found(detect({"TERM": "xterm-kitty"}), Passage())
AUTO = Settings()
ROW = "\x1b[1;1H ﻢﻟﺎﺳ "
TURNED = "\x1b[1;1H ﺳﺎﻟﻢ  \x1b[1;7H"


@pytest.fixture
def ends() -> Iterator[tuple[int, int]]:
    reading, writing = os.pipe()
    yield reading, writing
    os.close(reading)
    os.close(writing)


def heard(reading: int) -> bytes:
    os.set_blocking(reading, False)
    try:
        return os.read(reading, 1000)
    except BlockingIOError:
        return b""


def test_cells_are_written_as_they_are_drawn(ends: tuple[int, int]) -> None:
    assert Output(VTE, ends[1], AUTO).write(ROW, 7) == ROW


def test_a_terminal_without_a_switch_gets_rows_of_its_own(ends: tuple[int, int]) -> None:
    assert Output(KITTY, ends[1], AUTO).write(ROW, 7) == TURNED


def test_the_ways_go_round_and_the_switch_with_them(ends: tuple[int, int]) -> None:
    reading, writing = ends
    output = Output(VTE, writing, AUTO)
    with output.guard:
        assert output.strategy is Strategy.CELLS
        assert [output.next_way() for _ in WAYS] == [*WAYS[1:], WAYS[0]]
    assert heard(reading) == (EXPLICIT.enter + EXPLICIT.leave).encode() * 2


def test_rows_that_have_the_old_mode_are_cleared(ends: tuple[int, int]) -> None:
    output = Output(VTE, ends[1], AUTO)
    with output.guard:
        output.write(ROW, 7)
        output.next_way()
        assert output.write("", 7).startswith(CLEAR)
        assert not output.write("", 7), "once"
        output.next_way()
        assert not output.write("", 7), "nothing was switched"


def test_the_shells_rows_are_not_cleared(ends: tuple[int, int]) -> None:
    """They are there until the alternate screen is entered."""
    output = Output(VTE, ends[1], AUTO)
    with output.guard:
        output.found(KITTY)
        assert output.write(ROW, 7) == TURNED


def test_another_terminal_than_was_thought(ends: tuple[int, int]) -> None:
    reading, writing = ends
    output = Output(VTE, writing, AUTO)
    with output.guard:
        output.write(ROW, 7)
        output.found(KITTY)
        assert output.strategy is Strategy.WORDS
        assert output.write(ROW, 7) == CLEAR + TURNED
    assert heard(reading) == (EXPLICIT.enter + EXPLICIT.leave).encode()


def test_a_person_knows_better_than_what_is_detected(ends: tuple[int, int]) -> None:
    assert Output(KITTY, ends[1], Settings(bidi="cells")).write(ROW, 7) == ROW
    remember("kitty", Choice("cells", tashkeel=True))
    output = Output(KITTY, ends[1], AUTO)
    assert output.write(ROW, 7) == ROW, "said to the doctor"
    assert output.settings.tashkeel is True
    assert output.notice("B") is None


def test_vowel_signs_are_left_out_wherever_they_come_from(ends: tuple[int, int]) -> None:
    """Of names in a panel and of what the program itself says, too; unless a person wants to see them."""
    output = Output(KITTY, ends[1], AUTO)
    assert output.write("\x1b[1;1Hﻢَﻟﺎِﺳ", 4) == output.write("\x1b[1;1Hﻢﻟﺎﺳ", 4)
    output.marks_wanted = True
    assert "َ" in output.write("\x1b[1;1Hﻢَﻟﺎِﺳ", 4)
    assert "َ" in Output(VTE, ends[1], Settings(tashkeel=False)).write("ﻢَ", 4), "VTE draws them well: of the page alone"


def test_in_screen_only_those_styles_part_a_row_that_get_through(ends: tuple[int, int]) -> None:
    """QTerminal orders each stretch in one style by itself, and there the two colours are none."""
    qterminal = detect({"TERM": "xterm"}, Answers(None, "", "0;115;0"))
    behind_screen = Found(behind("screen", qterminal, passes=True), Passage())
    drawn = "\x1b[1;1H\x1b[38;5;9mﺏﺍ\x1b[0m\x1b[38;5;8mﺩﺝ\x1b[0m\x1b[1mﺱﺭ\x1b[0m"
    assert Output(behind_screen, ends[1], AUTO).write(drawn, 6) == "\x1b[1;1Hﺝﺩﺍﺏ\x1b[1mﺭﺱ\x1b[0m\x1b[1;7H"


def test_it_is_said_that_vowel_signs_are_hidden(ends: tuple[int, int]) -> None:
    assert "kitty" in (Output(KITTY, ends[1], AUTO).notice("B") or "")
    assert Output(KITTY, ends[1], Settings(tashkeel=False)).notice("B") is None, "as it was asked for"
