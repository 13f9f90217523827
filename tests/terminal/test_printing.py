"""Lines that stay on the terminal, or go into a pipe."""

from __future__ import annotations

import pytest

from reader.settings import Settings
from reader.terminal import printing
from reader.terminal.printing import printer
from reader.terminal.remembered import Choice, remember

VTE = {"TERM": "xterm-256color", "VTE_VERSION": "7006"}
CELLS, TURNED = "\x1b[1m ﻢﻟﺎﺳ \x1b[0m\n", "\x1b[1m ﺳﺎﻟﻢ \x1b[0m\n"


@pytest.fixture(autouse=True)
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nothing to ask: all is known from the environment."""
    monkeypatch.setattr(printing, "TTY", "/nonexistent")


@pytest.mark.parametrize(
    ("environment", "bidi", "to_terminal", "line", "reason"),
    [
        (VTE, "auto", False, CELLS, "into a pipe it is cells"),
        (VTE, "auto", True, TURNED, "VTE cannot be told not to reorder once we have gone"),
        (VTE, "cells", True, CELLS, "a person knows better"),
        (VTE, "rows-ltr", False, TURNED, "in a pipe as well"),
        (VTE, "words", False, TURNED, "in any way"),
        (VTE, "logical", False, "\x1b[1m سالم \x1b[0m\n", "in plain letters"),
        ({"TERM": "xterm-kitty"}, "auto", True, TURNED, "word by word"),
        ({"TERM": "xterm", "XTERM_VERSION": "XTerm(379)"}, "auto", True, CELLS, "xterm draws cells"),
        ({"TERM": "dumb"}, "auto", True, CELLS, "nothing is known of it"),
    ],
)
def test_a_line_as_it_is_printed(
    environment: dict[str, str], bidi: str, to_terminal: bool, line: str, reason: str
) -> None:
    _, in_its_way = printer(Settings(bidi=bidi), environment, to_terminal=to_terminal)
    assert in_its_way(CELLS) == line, reason


def test_a_row_that_begins_at_the_right_end_is_filled_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "9")
    for environment, bidi in ((VTE, "rows-rtl"), ({"TERM": "mlterm"}, "auto")):
        _, in_its_way = printer(Settings(bidi=bidi), environment, to_terminal=True)
        assert in_its_way("ﻢﻟﺎﺳ\n") == "     ﺳﺎﻟﻢ\n"


def test_what_was_said_of_this_terminal_counts_on_it_and_not_in_a_pipe() -> None:
    remember("VTE", Choice("cells", tashkeel=False))
    on_terminal, in_its_way = printer(Settings(), VTE, to_terminal=True)
    assert (on_terminal.tashkeel, in_its_way(CELLS)) == (False, CELLS)
    assert printer(Settings(), VTE, to_terminal=False)[0] == Settings()
