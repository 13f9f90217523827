"""What every test stands on: none sees the settings of whoever runs it, and how the growth of work is told."""

from __future__ import annotations

import gc
import signal
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import FrameType

    from _typeshed import TraceFunction

    Run = Callable[[int], object]
    """Does something with so much of a text."""

signal.signal(signal.SIGINT, signal.default_int_handler)
"""A shell starts what it runs in the background with Ctrl-C ignored, which what the tests start would inherit."""

LARGER = 25
"""How many times more work a test of growth asks for the second time."""
FAR = 8
"""How many times slower than linear a busy machine may seem to be."""
MEASURABLE = 0.001
"""Seconds below which a clock says little."""
TRIES = 3


@pytest.fixture(autouse=True)
def no_settings_of_mine(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty configuration folder and no memory, for this process and for those it starts."""
    folder = tmp_path_factory.mktemp("config")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    for variable in ("NO_COLOR", "FORCE_COLOR", "COLORTERM"):
        monkeypatch.delenv(variable, raising=False)
    return folder


@pytest.fixture
def steps_grow() -> Callable[[Run, int], float]:
    """`steps_grow(run, count)`: how many times more lines of Python `run(LARGER * count)` takes than `run(count)`,
    by LARGER: 1 for work that is linear, LARGER for what is quadratic. The same on every machine, however busy;
    what C does within a line (a search, a slice) is not seen."""

    def grow(run: Run, count: int) -> float:
        run(1)  # what is loaded once
        few = _steps(run, count)
        return _steps(run, LARGER * count) / few / LARGER

    return grow


@pytest.fixture
def time_is_linear() -> Callable[[Run, int], bool]:
    """`time_is_linear(run, count)`: whether `run(LARGER * count)` takes far less processor time than it would if
    the time were quadratic. For what C does; a clock may be wrong, so the best of some tries counts."""

    def is_linear(run: Run, count: int) -> bool:
        run(1)
        return any(
            _seconds(run, LARGER * count) < FAR * LARGER * max(_seconds(run, count), MEASURABLE) for _ in range(TRIES)
        )

    return is_linear


def _steps(run: Run, count: int) -> int:
    steps = 0

    def trace(frame: FrameType, event: str, _: Any) -> TraceFunction:
        nonlocal steps
        steps += event == "line"
        return trace

    before = sys.gettrace()  # that of a measurement of coverage
    sys.settrace(trace)
    try:
        run(count)
    finally:
        sys.settrace(before)
    return steps


def _seconds(run: Run, count: int) -> float:
    """Of the processor; without collecting garbage, which takes as long as all that the suite holds is large."""
    gc.disable()
    start = time.process_time()
    try:
        run(count)
        return time.process_time() - start
    finally:
        gc.enable()
