"""Colours are declared where they are known to be there, and nowhere else."""

from __future__ import annotations

import pytest

from reader.terminal.colours import declare, without_empty_no_color
from reader.terminal.detect import Answers, detect, guess


@pytest.mark.parametrize(
    ("environment", "expected", "why"),
    [
        ({"TERM": "xterm", "XTERM_VERSION": "XTerm(379)"}, "truecolor", "xterm has them and does not say so"),
        ({"TERM": "xterm", "XTERM_VERSION": "XTerm(330)"}, None, "this one has not"),
        ({"TERM": "mlterm", "MLTERM": "3.9.0"}, None, "mlterm cannot read two of them beside an underline"),
        ({"TERM": "xterm", "XTERM_VERSION": "XTerm(379)", "COLORTERM": "no"}, "no", "a person has decided"),
        ({"TERM": "xterm"}, None, "any terminal calls itself xterm"),
        ({"TERM": "screen", "TMUX": "/tmp/t,1,0", "XTERM_VERSION": "XTerm(379)"}, None, "tmux draws, not xterm"),
        ({"TERM": "screen.xterm-256color", "STY": "1.p", "COLORTERM": "truecolor"}, None, "screen has 256, not these"),
        ({"TERM": "linux"}, None, "16 colours"),
        ({}, None, "nothing is known"),
    ],
)
def test_full_colours(environment: dict[str, str], expected: str | None, why: str) -> None:
    declare(environment, guess(environment))
    assert environment.get("COLORTERM") == expected, why


def test_putty_is_told_in_indexed_colours() -> None:
    environment = {"TERM": "xterm"}
    declare(environment, detect(environment, Answers(attributes="0;136;0")))
    assert environment == {"TERM": "xterm-256color"}


def test_mlterm_is_told_in_indexed_colours() -> None:
    environment = {"TERM": "mlterm", "MLTERM": "3.9.0"}
    declare(environment, guess(environment))
    assert environment == {"TERM": "mlterm-256color", "MLTERM": "3.9.0"}


@pytest.mark.parametrize(("value", "left"), [("", {}), ("1", {"NO_COLOR": "1"})])
def test_an_empty_no_color_means_nothing(value: str, left: dict[str, str]) -> None:
    environment = {"NO_COLOR": value}
    without_empty_no_color(environment)
    assert environment == left
